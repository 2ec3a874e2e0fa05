//! The country's figures to read a figure against. Source: `docs/method.md#benchmarks`.

use super::choice::{Choice, choose, targets};
use super::comparability::{Comparison, compare};
use crate::data::{Dataset, Observation};

/// A figure of the country beside a province's.
#[derive(Clone, Debug, PartialEq)]
pub struct Benchmark<'a> {
    /// The country's figure; it has a value.
    pub figure: &'a Observation,
    /// How the province's figure stands to it: the difference is the province's minus the country's.
    pub comparison: Comparison,
}

/// The country's result and then its target, as far as there are any, of the figure's own definition
/// and year: of the results of that year the one that ends last, of the targets the one due first, of
/// equals the smallest id.
///
/// They are compared as any two figures are, so between a result and a target there is no difference.
/// Empty for a figure of the country, for one without a value, for one without a date, and for a count:
/// the country's is the sum of all.
pub fn benchmarks<'a>(dataset: &'a Dataset, observation: &Observation) -> Vec<Benchmark<'a>> {
    let (Some(country), Some(indicator), Some(date), Some(_)) = (
        dataset.country().filter(|country| country.id != observation.province),
        dataset.indicator(&observation.indicator).filter(|indicator| !indicator.unit.adds_up()),
        observation.when(),
        observation.value(),
    ) else {
        return Vec::new();
    };
    let choice = Choice::OfYear(date.year());
    let result = choose(dataset, &country.id, &indicator.id, choice);
    let target = targets(dataset, &country.id, &indicator.id, choice).into_iter().next();
    result
        .into_iter()
        .chain(target)
        .map(|figure| Benchmark { figure, comparison: compare(dataset, observation, figure) })
        .collect()
}
