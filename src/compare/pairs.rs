//! All pairs of figures of a topic: those that pages show, and those that the command `tinhso compare`
//! prints.

use super::alike;
use super::comparability::{Comparison, compare};
use super::year_filter::{YearFilter, latest_by_province};
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

/// Every pair of results of two different provinces for a concept, of those that pass the filter, as
/// the command prints them: of the results of a province that end on the same day it is the one with the
/// smallest id. Sorted in the order of `provinces`, and within two provinces by the id of `a`, then of
/// `b`.
pub fn pairs<'a>(
    dataset: &'a Dataset,
    concept: &str,
    provinces: &[&str],
    year: YearFilter,
) -> Vec<Pair<'a>> {
    pairs_of(dataset, latest_by_province(dataset, concept, provinces, year))
}

/// As [`pairs`], of the results that pages show ([`super::pick_results`]): where a province has several
/// that end on the same day, of the one that may be compared with those of most provinces.
pub fn pairs_alike<'a>(
    dataset: &'a Dataset,
    concept: &str,
    provinces: &[&str],
    year: YearFilter,
) -> Vec<Pair<'a>> {
    pairs_of(dataset, alike::pick_by_province(dataset, concept, provinces, year))
}

/// The pairs of the figures of different provinces. `by_province` has a list for each.
fn pairs_of<'a>(dataset: &Dataset, mut by_province: Vec<Vec<&'a Observation>>) -> Vec<Pair<'a>> {
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
