//! How a set of figures is ordered from best to worst. Source: `docs/method.md#ranking`.

use super::comparability::{Reason, Verdict, compare};
use crate::data::{Better, Coverage, Dataset, Observation, Unit};
use crate::order;

/// A figure and its place in an order.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked<'a> {
    /// Its place, counted from 1. Equal values share the better place, and the next place is skipped.
    pub place: usize,
    /// The figure.
    pub observation: &'a Observation,
}

/// Why a set of figures cannot be ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unranked {
    /// Fewer than two of the figures have a value.
    TooFew,
    /// For this indicator, neither a higher nor a lower value is better.
    NoDirection,
    /// At least one pair must not be ordered. Holds the reasons of all such pairs, each once, in the
    /// order of [`Reason::ALL`]; [`Reason::Approximate`] is among them where a figure is a bound or a range.
    NotComparable(Vec<Reason>),
    /// At least one of three or more figures is of a year of which only a part of an official table is
    /// known ([`Coverage::is_partial`]). Two of them may be told apart, because they are a pair and no
    /// ranking; and so may places that the publisher printed.
    Partial,
}

/// Orders figures by value, the best first; equal values keep the order given. Figures without a value
/// are left out.
///
/// There is an order only if every pair is comparable, or comparable with care, and no figure is a
/// bound; and of three or more only if nothing of a partial table is among them. Values are compared as the sources give them, without rounding.
pub fn rank<'a>(
    dataset: &Dataset,
    observations: &[&'a Observation],
) -> Result<Vec<Ranked<'a>>, Unranked> {
    let valued: Vec<(&Observation, f64)> = observations
        .iter()
        .filter_map(|observation| Some((*observation, observation.value()?)))
        .collect();
    if valued.len() < 2 {
        return Err(Unranked::TooFew);
    }
    let mut forbidding: Vec<Reason> = Vec::new();
    for (idx, (a, _)) in valued.iter().enumerate() {
        for (b, _) in &valued[idx + 1..] {
            let comparison = compare(dataset, a, b);
            if comparison.difference.is_none() {
                let forbids = |reason: &Reason| {
                    comparison.verdict == Verdict::NotComparable && !reason.permits_comparison()
                        || *reason == Reason::Approximate && (a.is_open() || b.is_open())
                };
                forbidding.extend(comparison.reasons.iter().copied().filter(forbids));
            }
        }
    }
    if !forbidding.is_empty() {
        let reasons =
            Reason::ALL.into_iter().filter(|reason| forbidding.contains(reason)).collect();
        return Err(Unranked::NotComparable(reasons));
    }

    let indicator = dataset.indicator(&valued[0].0.indicator);
    let has_printed_places = indicator.is_some_and(|indicator| indicator.unit == Unit::Rank);
    let is_partial = |o: &Observation| dataset.coverage_of(o).is_some_and(Coverage::is_partial);
    if valued.len() > 2 && !has_printed_places && valued.iter().any(|(o, _)| is_partial(o)) {
        return Err(Unranked::Partial);
    }
    let is_higher_better = match indicator.map(|indicator| indicator.better) {
        None | Some(Some(Better::Higher)) => true,
        Some(Some(Better::Lower)) => false,
        Some(None) => return Err(Unranked::NoDirection),
    };
    let is_better = |a: f64, b: f64| if is_higher_better { a > b } else { a < b };
    let mut ranked: Vec<(Ranked, f64)> = valued
        .iter()
        .map(|(observation, value)| {
            let place = 1 + valued.iter().filter(|(_, other)| is_better(*other, *value)).count();
            (Ranked { place, observation }, *value)
        })
        .collect();
    order::sort_by_key(&mut ranked, |(ranked, _)| ranked.place);
    Ok(ranked.into_iter().map(|(ranked, _)| ranked).collect())
}
