//! Where a province stands: its place in the newest edition of each index. Source:
//! `docs/method.md#standing`.

use super::comparability::{Reason, compare};
use super::editions::{official_rank, whole_year};
use crate::data::{Basis, Dataset, Indicator, Kind, Observation, Pillar, Unit};

/// The place of a province in the newest edition of an index.
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

/// The places of a province, in the order of the indicators: in the newest edition of each index in which the
/// place of every ranked province is known. Figures of the context are no index. Places with a caveat are
/// left out.
pub fn standings<'a>(dataset: &'a Dataset, province: &str) -> Vec<Standing<'a>> {
    let is_index = |indicator: &&Indicator| {
        indicator.unit == Unit::Rank && indicator.pillar != Pillar::Context
    };
    let indicators = dataset.indicators.iter().filter(is_index);
    indicators.filter_map(|indicator| standing(dataset, province, indicator)).collect()
}

fn standing<'a>(
    dataset: &'a Dataset,
    province: &str,
    indicator: &'a Indicator,
) -> Option<Standing<'a>> {
    let places = || {
        let own = dataset.observations.iter();
        let own = own.filter(|o| o.indicator == indicator.id && o.province == province);
        own.filter(|o| o.kind == Kind::Result && !o.has_caveat() && official_rank(o).is_some())
    };
    let is_whole =
        |o: &&Observation| dataset.coverage_of(o).is_some_and(|coverage| !coverage.is_partial());
    let place = places().filter(is_whole).max_by_key(|o| (whole_year(o), o.unit_day()))?;
    let year = whole_year(place)?;
    let change = places().filter(|o| whole_year(o) == Some(year - 1)).find_map(|before| {
        // A place that was counted off the scores of a survey moves within the error of the survey.
        let is_printed = before.basis != Basis::Derived && place.basis != Basis::Derived;
        let is_only_year = compare(dataset, before, place).reasons == [Reason::DifferentYear];
        let by = f64::from(official_rank(before)?) - f64::from(official_rank(place)?);
        (is_printed && is_only_year).then_some((before, by as i32))
    });
    Some(Standing { indicator, place, change })
}
