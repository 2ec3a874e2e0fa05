//! Which figures of a province and an indicator a view shows: the latest ones, or those of one year.
//! A year without a figure stays empty; no other year replaces it.

use std::cmp::Ordering;

use crate::data::{Dataset, Date, Kind, Observation};
use crate::order;

/// Which year a reader wants to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum YearFilter {
    /// The result whose period ends last. Pages print its period beside it.
    #[default]
    Latest,
    /// The result whose period ends in this year; of several, the one that ends last. There is none
    /// when the year has none: no other year replaces it.
    Year(i32),
}

impl YearFilter {
    /// Whether a target passes the filter: with [`YearFilter::Latest`] every target does, with a year
    /// only those that are due in it.
    pub fn includes_target(self, target: &Observation) -> bool {
        match self {
            Self::Latest => true,
            Self::Year(year) => target.deadline.is_some_and(|due| due.year() == year),
        }
    }

    /// The value in a query and in a control: the year in digits, empty for the latest.
    pub fn query_value(self) -> String {
        match self {
            Self::Latest => String::new(),
            Self::Year(year) => year.to_string(),
        }
    }
}

/// Of the results that pass the filter the one that ends last; of several that end on the same day, the
/// one with the smallest id (compared by bytes).
pub(super) fn latest_of<'a>(
    observations: impl Iterator<Item = &'a Observation>,
    year: YearFilter,
) -> Option<&'a Observation> {
    observations.filter(|o| is_result_of(o, year)).min_by(|a, b| standing_order(a, b))
}

/// Whether it is a result that has a value and passes the filter.
pub(super) fn is_result_of(observation: &Observation, year: YearFilter) -> bool {
    observation.kind == Kind::Result
        && observation.value().is_some()
        && match year {
            YearFilter::Latest => true,
            YearFilter::Year(year) => {
                observation.period.is_some_and(|period| period.year() == year)
            }
        }
}

/// The order of results from the one that ends last; those that end on the same day by id.
pub(super) fn standing_order(a: &Observation, b: &Observation) -> Ordering {
    let end = |result: &Observation| result.period.map(Date::end);
    end(b).cmp(&end(a)).then_with(|| a.id.cmp(&b.id))
}

/// For each province its latest result by each indicator of a concept, in the file's order of the
/// indicators. Each is chosen by itself: of several that end on the same day, the one with the smallest
/// id. The list of a province without results is empty.
pub(super) fn latest_by_province<'a>(
    dataset: &'a Dataset,
    concept: &str,
    provinces: &[&str],
    year: YearFilter,
) -> Vec<Vec<&'a Observation>> {
    let indicators = dataset.indicators_of(concept);
    // Collect the results of the concept once, so that each province searches only those and not the
    // whole dataset.
    let results: Vec<&Observation> = dataset
        .observations
        .iter()
        .filter(|o| o.kind == Kind::Result && indicators.iter().any(|i| i.id == o.indicator))
        .collect();
    let pick = |province: &str, indicator: &str| {
        let is_asked_for = |o: &&Observation| o.indicator == indicator && o.province == province;
        latest_of(results.iter().copied().filter(is_asked_for), year)
    };
    let pick_all =
        |province: &&str| indicators.iter().filter_map(|i| pick(province, &i.id)).collect();
    provinces.iter().map(pick_all).collect()
}

/// The targets that a view shows for a province and an indicator: those that have a value and pass the
/// filter. They are sorted by deadline (targets without one last), then by id.
pub fn pick_targets<'a>(
    dataset: &'a Dataset,
    province: &'a str,
    indicator: &'a str,
    year: YearFilter,
) -> Vec<&'a Observation> {
    targets_among(dataset.observations_of(province, indicator, Kind::Target), year)
}

/// As [`pick_targets`], out of all figures of the province and the indicator.
pub(super) fn targets_among<'a>(
    figures: impl Iterator<Item = &'a Observation>,
    year: YearFilter,
) -> Vec<&'a Observation> {
    let mut targets: Vec<_> = figures
        .filter(|o| o.kind == Kind::Target && o.value().is_some() && year.includes_target(o))
        .collect();
    order::sort_by_key(&mut targets, |target| {
        let end = target.deadline.map(Date::end);
        (end.is_none(), end, target.id.as_str())
    });
    targets
}
