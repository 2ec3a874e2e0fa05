//! The places that today's provinces would have had among themselves before the mergers.

use super::{MeanOfParts, mean_before, years_of};
use crate::compare::lineage::{last_merger_day, units_on};
use crate::data::{Better, Dataset, Province};
use crate::order;

/// A unit of today among all of them, by what it would have had before the mergers.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceBefore<'a> {
    /// The unit.
    pub unit: &'a Province,
    /// What it would have had.
    pub mean: MeanOfParts<'a>,
    /// Its rank among today's units, from 1. Equal means share the better rank, and the next is
    /// skipped.
    pub rank: u32,
}

/// The ranks of today's provinces in a year before the latest mergers, the best first; equal means in
/// the order of the provinces in the data.
///
/// Empty unless each of today's provinces has one of the figures that [`super::before`] gives, and for
/// an indicator of which neither higher nor lower values are better.
pub fn places_before<'a>(dataset: &'a Dataset, indicator: &str, year: i32) -> Vec<PlaceBefore<'a>> {
    let better = dataset.indicator(indicator).and_then(|indicator| indicator.better);
    let (Some(since), Some(better)) = (last_merger_day(dataset), better) else {
        return Vec::new();
    };
    let mut places: Vec<PlaceBefore> = Vec::new();
    for unit in units_on(dataset, since) {
        let Some(mean) = mean_before(dataset, indicator, unit, year, since) else {
            return Vec::new();
        };
        places.push(PlaceBefore { unit, mean, rank: 1 });
    }
    let values: Vec<f64> = places.iter().map(|place| place.mean.value).collect();
    for place in &mut places {
        let own = place.mean.value;
        for other in &values {
            let is_better = match better {
                Better::Higher => *other > own,
                Better::Lower => *other < own,
            };
            place.rank += u32::from(is_better);
        }
    }
    order::sort_by_key(&mut places, |place| place.rank);
    places
}

/// [`places_before`] for every year that has them, the earliest first.
pub fn all_places_before<'a>(dataset: &'a Dataset, indicator: &str) -> Vec<Vec<PlaceBefore<'a>>> {
    let years = years_of(dataset, indicator).into_iter();
    let places = years.map(|year| places_before(dataset, indicator, year));
    places.filter(|places| !places.is_empty()).collect()
}
