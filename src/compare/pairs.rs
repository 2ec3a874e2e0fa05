//! All pairs of a topic, as the command `tinhso compare` prints them.

use super::choice::{Choice, candidates_by_province};
use super::comparability::{Comparison, compare};
use crate::data::{Dataset, Observation};
use crate::order;

/// Two figures of different provinces, and how they stand to each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair<'a> {
    /// The figure of the province given first.
    pub a: &'a Observation,
    /// The figure of the province given later.
    pub b: &'a Observation,
    /// How they stand to each other.
    pub comparison: Comparison,
}

/// Every pair of the chosen results of two provinces for a concept, in the order of `provinces`, and
/// within two provinces by the ids of `a`, then `b`.
pub fn pairs<'a>(
    dataset: &'a Dataset,
    concept: &str,
    provinces: &[&'a str],
    choice: Choice,
) -> Vec<Pair<'a>> {
    let mut by_province = candidates_by_province(dataset, concept, provinces, choice);
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
