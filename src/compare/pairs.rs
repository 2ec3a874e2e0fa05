//! All pairs of figures of a topic, as the command `tinhso compare` prints them.

use super::comparability::{Comparison, compare};
use super::year_filter::{YearFilter, pick_results_by_province};
use crate::data::{Dataset, Observation};
use crate::order;

/// Two figures of different provinces and their comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair<'a> {
    /// The figure of the province given first.
    pub a: &'a Observation,
    /// The figure of the province given later.
    pub b: &'a Observation,
    /// Their comparison.
    pub comparison: Comparison,
}

/// Every pair of results of two different provinces for a concept, of those that pass the filter.
/// Sorted in the order of `provinces`, and within two provinces by the id of `a`, then of `b`.
pub fn pairs<'a>(
    dataset: &'a Dataset,
    concept: &str,
    provinces: &[&'a str],
    year: YearFilter,
) -> Vec<Pair<'a>> {
    let mut by_province = pick_results_by_province(dataset, concept, provinces, year);
    for figures in &mut by_province {
        order::sort_by(figures, |a, b| a.id.cmp(&b.id));
    }
    let mut pairs = Vec::new();
    for (idx, first) in by_province.iter().enumerate() {
        for second in &by_province[idx + 1..] {
            for a in first {
                for b in second {
                    pairs.push(Pair { a, b, comparison: compare(dataset, a, b) });
                }
            }
        }
    }
    pairs
}
