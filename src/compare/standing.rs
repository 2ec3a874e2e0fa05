//! Where a province stands: its newest known place in each index. Source:
//! `docs/method.md#standing`.

use super::comparability::{Reason, compare};
use super::editions::{official_rank, whole_year};
use crate::data::{Basis, Dataset, Indicator, Kind, Observation, Pillar, Unit};

/// The newest known place of a province in an index.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing<'a> {
    /// The indicator of the place.
    pub indicator: &'a Indicator,
    /// The place: a result with [`official_rank`].
    pub place: &'a Observation,
    /// The place of the year before and how many places lie between, positive if the newer one is better.
    /// `None` without a place of the year before, where anything but the year sets the two apart, and where
    /// either place was not printed but computed.
    pub change: Option<(&'a Observation, i32)>,
}

/// The newest known places of a province, in the order of the indicators: those that were printed, and those
/// that were counted in an edition of which every place is known. Figures of the context are no index.
/// Places with a caveat are left out.
pub fn standings<'a>(dataset: &'a Dataset, province: &'a str) -> Vec<Standing<'a>> {
    let is_index = |indicator: &&Indicator| {
        indicator.unit == Unit::Rank && indicator.pillar != Pillar::Context
    };
    let indicators = dataset.indicators.iter().filter(is_index);
    indicators.filter_map(|indicator| standing(dataset, province, indicator)).collect()
}

fn standing<'a>(
    dataset: &'a Dataset,
    province: &'a str,
    indicator: &'a Indicator,
) -> Option<Standing<'a>> {
    let places = || {
        let own = dataset.observations_of(province, &indicator.id, Kind::Result);
        let known = own.filter(|o| !o.has_caveat() && official_rank(o).is_some());
        known.filter(|o| is_printed(o) || is_of_whole_edition(dataset, o))
    };
    let place = places().max_by_key(|o| (whole_year(o), o.unit_day()))?;
    let year = whole_year(place)?;
    let change = places().filter(|o| whole_year(o) == Some(year - 1)).find_map(|before| {
        let is_only_year = compare(dataset, before, place).reasons == [Reason::DifferentYear];
        let by = f64::from(official_rank(before)?) - f64::from(official_rank(place)?);
        // A place that was counted off the scores of a survey moves within the error of the survey.
        let are_printed = is_printed(before) && is_printed(place);
        (are_printed && is_only_year).then_some((before, by as i32))
    });
    Some(Standing { indicator, place, change })
}

fn is_printed(place: &Observation) -> bool {
    place.basis != Basis::Derived
}

fn is_of_whole_edition(dataset: &Dataset, place: &Observation) -> bool {
    dataset.coverage_of(place).is_some_and(|coverage| !coverage.is_partial())
}
