//! Where a province stands: its newest known place in each index. Source:
//! `docs/method.md#standing`.

use super::comparability::{Reason, compare};
use super::editions::{official_rank, whole_year};
use super::region::{members, region_on};
use crate::data::{Basis, Dataset, Indicator, Kind, Observation, Pillar, Region, Unit};
use crate::order;

/// How many provinces are named that are nearest to one in an edition.
const N_NEAREST: usize = 3;

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
    /// The three places of the same edition that are nearest to it, the best first. Empty where not every
    /// place of the edition is known.
    pub nearest: Vec<&'a Observation>,
    /// Its place among the provinces of its region. `None` where not every place of the edition is known or
    /// not every province of the region has one.
    pub in_region: Option<InRegion>,
}

/// The place of a province among those of its region: the number of them that stand above it in the edition,
/// and one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InRegion {
    /// The region.
    pub region: Region,
    /// The place.
    pub place: usize,
    /// How many provinces the region has.
    pub of: usize,
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
    let edition = whole_edition(dataset, place);
    let nearest = nearest(place, &edition);
    let in_region = in_region(dataset, place, &edition);
    Some(Standing { indicator, place, change, nearest, in_region })
}

fn is_printed(place: &Observation) -> bool {
    place.basis != Basis::Derived
}

fn is_of_whole_edition(dataset: &Dataset, place: &Observation) -> bool {
    dataset.coverage_of(place).is_some_and(|coverage| !coverage.is_partial())
}

/// All known places of the edition that a place is of; empty where some are not known.
fn whole_edition<'a>(dataset: &'a Dataset, place: &Observation) -> Vec<&'a Observation> {
    if !is_of_whole_edition(dataset, place) {
        return Vec::new();
    }
    let is_beside = |other: &&Observation| {
        other.indicator == place.indicator
            && other.period == place.period
            && other.base == place.base
            && official_rank(other).is_some()
            && !other.has_caveat()
    };
    let mut beside: Vec<&Observation> = Vec::new();
    for other in dataset.observations.iter().filter(is_beside) {
        // A place that several sources give stands once.
        if beside.iter().all(|known| known.province != other.province) {
            beside.push(other);
        }
    }
    beside
}

/// The places nearest to one, the best first; of two as near, the better one, and then that of the province
/// whose id comes first.
fn nearest<'a>(place: &Observation, edition: &[&'a Observation]) -> Vec<&'a Observation> {
    let Some(own) = official_rank(place) else { return Vec::new() };
    let mut others: Vec<&Observation> =
        edition.iter().copied().filter(|other| other.province != place.province).collect();
    let rank = |other: &Observation| official_rank(other).unwrap_or(u32::MAX);
    order::sort_by(&mut others, |a, b| {
        let key = |o: &'a Observation| (rank(o).abs_diff(own), rank(o), o.province.as_str());
        key(a).cmp(&key(b))
    });
    others.truncate(N_NEAREST);
    order::sort_by(&mut others, |a, b| rank(a).cmp(&rank(b)));
    others
}

fn in_region(dataset: &Dataset, place: &Observation, edition: &[&Observation]) -> Option<InRegion> {
    let (own, day) = (official_rank(place)?, place.unit_day()?);
    let region = region_on(dataset, dataset.province(&place.province)?, day)?;
    let members = members(dataset, region, day);
    let rank_of = |id: &str| official_rank(edition.iter().find(|other| other.province == id)?);
    let ranks: Option<Vec<u32>> = members.iter().map(|member| rank_of(&member.id)).collect();
    let ranks = ranks?;
    let above = ranks.iter().filter(|rank| **rank < own).count();
    Some(InRegion { region, place: above + 1, of: ranks.len() })
}

/// The places that are told beside those of a province: what a part of the data needs to tell the same.
pub(super) fn places_beside<'a>(dataset: &'a Dataset, province: &'a str) -> Vec<&'a Observation> {
    let mut beside: Vec<&Observation> = Vec::new();
    for standing in standings(dataset, province) {
        if let (Some(in_region), Some(day)) = (standing.in_region, standing.place.unit_day()) {
            let members = members(dataset, in_region.region, day);
            let edition = whole_edition(dataset, standing.place);
            let is_member = |o: &&Observation| members.iter().any(|m| m.id == o.province);
            beside.extend(edition.into_iter().filter(is_member));
        }
        beside.extend(standing.nearest);
    }
    beside
}
