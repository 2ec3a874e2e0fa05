//! Which figures of the country a province's figure can be read against. Source:
//! `docs/method.md#benchmarks`.

use super::alike::pick_beside;
use super::comparability::{Comparison, compare};
use super::year_filter::{YearFilter, pick_targets};
use crate::data::{Dataset, Observation};

/// A figure of the country beside a province's.
#[derive(Clone, Debug, PartialEq)]
pub struct Benchmark<'a> {
    /// The country's figure; it has a value.
    pub figure: &'a Observation,
    /// The comparison of the two: its difference is the province's value minus the country's.
    pub comparison: Comparison,
}

/// The country's result and then its target, of the figure's own definition and year. Of several
/// results the one that ends last is taken, and of several that end on the same day one that nothing but
/// care keeps apart from the figure; of several targets the one due first; of equals the one with the
/// smallest id. Either may be missing.
///
/// They are compared as any two figures are, so there is no difference between a result and a target.
/// Empty for a figure of the country itself, for one without a value or a date, and for a count, where
/// the country's figure is the sum of all provinces and says nothing about any of them.
pub fn benchmarks<'a>(dataset: &'a Dataset, observation: &Observation) -> Vec<Benchmark<'a>> {
    let (Some(country), Some(indicator), Some(date), Some(_)) = (
        dataset.country().filter(|country| country.id != observation.province),
        dataset.indicator(&observation.indicator).filter(|indicator| !indicator.unit.is_additive()),
        observation.date(),
        observation.value(),
    ) else {
        return Vec::new();
    };
    let year = YearFilter::Year(date.year());
    let result = pick_beside(dataset, indicator, &country.id, year, observation);
    let target = pick_targets(dataset, &country.id, &indicator.id, year).into_iter().next();
    result
        .into_iter()
        .chain(target)
        .map(|figure| Benchmark { figure, comparison: compare(dataset, observation, figure) })
        .collect()
}
