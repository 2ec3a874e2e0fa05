//! All pairs of a topic, as the command `tinhso compare` prints them.

use super::choice::{Choice, candidates};
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
    let by_province: Vec<Vec<&Observation>> = provinces
        .iter()
        .map(|province| {
            let mut figures = candidates(dataset, concept, &[province], choice);
            order::sort_by(&mut figures, |a, b| a.id.cmp(&b.id));
            figures
        })
        .collect();
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
