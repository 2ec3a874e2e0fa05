//! The order of a set of figures. Source: `docs/method.md#ranking`.

use super::comparability::{Reason, Verdict, compare};
use crate::data::{Better, Dataset, Observation};
use crate::order;

/// A figure and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked<'a> {
    /// Its place, from 1; equal values share the better place and the next one is left out.
    pub place: usize,
    /// The figure.
    pub observation: &'a Observation,
}

/// Why a set has no order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unranked {
    /// Fewer than two figures with a value.
    TooFew,
    /// Neither direction of the indicator is better.
    NoDirection,
    /// At least one pair may not be ordered; the reasons of all such pairs, each once, in the order of
    /// [`Reason::ALL`]. ([`Reason::Approximate`] stands for a bound.)
    Unlike(Vec<Reason>),
}

/// Orders figures by value, the best first; equal values in the order given.
///
/// Every pair must allow an order: verdict comparable or with care, and neither a bound. Ranked on
/// the source's own precision, nothing is rounded.
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
    let mut against: Vec<Reason> = Vec::new();
    for (idx, (a, _)) in valued.iter().enumerate() {
        for (b, _) in &valued[idx + 1..] {
            let comparison = compare(dataset, a, b);
            if comparison.difference.is_none() {
                let forbids = |reason: &Reason| {
                    comparison.verdict == Verdict::NotComparable && !reason.allows_care()
                        || *reason == Reason::Approximate
                            && (a.comparator.is_bound() || b.comparator.is_bound())
                };
                against.extend(comparison.reasons.iter().copied().filter(forbids));
            }
        }
    }
    if !against.is_empty() {
        let reasons = Reason::ALL.into_iter().filter(|reason| against.contains(reason)).collect();
        return Err(Unranked::Unlike(reasons));
    }

    let indicator = dataset.indicator(&valued[0].0.indicator);
    let higher = match indicator.map(|indicator| indicator.better) {
        None | Some(Some(Better::Higher)) => true,
        Some(Some(Better::Lower)) => false,
        Some(None) => return Err(Unranked::NoDirection),
    };
    let better = |a: f64, b: f64| if higher { a > b } else { a < b };
    let mut ranked: Vec<(Ranked, f64)> = valued
        .iter()
        .map(|(observation, value)| {
            let place = 1 + valued.iter().filter(|(_, other)| better(*other, *value)).count();
            (Ranked { place, observation }, *value)
        })
        .collect();
    order::sort_by_key(&mut ranked, |(ranked, _)| ranked.place);
    Ok(ranked.into_iter().map(|(ranked, _)| ranked).collect())
}
