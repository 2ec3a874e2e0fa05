//! The most telling comparisons of the whole dataset, chosen by a stated rule.
//! Source: `docs/method.md#highlights`.

use super::choice::Choice;
use super::comparability::{Comparison, Reason, Verdict};
use super::pairs::{Pair, pairs};
use super::{candidates, compare, targets};
use crate::data::{Dataset, Indicator, Observation, Unit};
use crate::order;

/// A finding the home page tells in one sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Highlight<'a> {
    /// Two figures of the same kind and definition that may be subtracted; `a` is a province's, `b`
    /// another province's or the country's.
    Gap {
        /// The first figure.
        a: &'a Observation,
        /// The other.
        b: &'a Observation,
        /// How they stand to each other; the difference is there.
        comparison: Comparison,
    },
    /// A topic on which at least two provinces report, each by a definition of its own: the figures
    /// must not be subtracted.
    Unlike {
        /// The concept.
        concept: &'a str,
        /// The figures, one per province and definition.
        figures: Vec<&'a Observation>,
        /// How many definitions they use.
        definitions: usize,
    },
}

/// At most `limit` findings, at most one of each kind per concept, in this order: the widest gap of
/// the dataset, the topic on which most provinces report by several definitions, then further gaps.
///
/// A gap's width is its share of the scale (100 for a percentage, the base for a rank); gaps that
/// need care come after gaps of the same width that need none. Figures in any other unit have no
/// scale and make no gap, and no figure with a caveat makes one.
pub fn highlights(dataset: &Dataset, limit: usize) -> Vec<Highlight<'_>> {
    let mut gaps = gaps(dataset).into_iter();
    let found = gaps.next().into_iter().chain(most_definitions(dataset)).chain(gaps).take(limit);
    found.collect()
}

/// Every gap that is not zero, the widest first; each concept's widest only.
fn gaps(dataset: &Dataset) -> Vec<Highlight<'_>> {
    let provinces: Vec<&str> =
        dataset.followed().iter().map(|province| province.id.as_str()).collect();
    let country = dataset.country().map(|country| country.id.as_str());
    let everyone: Vec<&str> = provinces.iter().copied().chain(country).collect();
    let mut gaps: Vec<(f64, Verdict, Highlight)> = Vec::new();
    for concept in dataset.concepts() {
        // What another year did to the gap nobody could tell.
        let is_of_one_year =
            |pair: &Pair<'_>| !pair.comparison.reasons.contains(&Reason::DifferentYear);
        let results = pairs(dataset, concept, &everyone, Choice::Latest)
            .into_iter()
            .filter(is_of_one_year)
            .map(|pair| (pair.a, pair.b, pair.comparison));
        let goals = target_pairs(dataset, concept, &everyone);
        let widest = results
            .chain(goals)
            .filter(|(a, b, _)| !a.has_caveat() && !b.has_caveat())
            .filter_map(|(a, b, comparison)| {
                let width =
                    comparison.difference?.abs() / scale(dataset.indicator(&a.indicator)?, a)?;
                (width > 0.0).then_some((width, a, b, comparison))
            })
            .min_by(|x, y| y.0.total_cmp(&x.0).then(x.3.verdict.cmp(&y.3.verdict)));
        if let Some((width, a, b, comparison)) = widest {
            let verdict = comparison.verdict;
            gaps.push((width, verdict, Highlight::Gap { a, b, comparison }));
        }
    }
    order::sort_by(&mut gaps, |x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    gaps.into_iter().map(|(_, _, gap)| gap).collect()
}

/// Pairs of targets of one definition, due in the same year.
fn target_pairs<'a>(
    dataset: &'a Dataset,
    concept: &str,
    everyone: &[&'a str],
) -> Vec<(&'a Observation, &'a Observation, Comparison)> {
    let mut found = Vec::new();
    for indicator in dataset.indicators_of(concept) {
        let goals: Vec<&Observation> = everyone
            .iter()
            .flat_map(|province| targets(dataset, province, &indicator.id, Choice::Latest))
            .collect();
        for (idx, a) in goals.iter().enumerate() {
            for b in goals[idx + 1..].iter().filter(|b| b.province != a.province) {
                let comparison = compare(dataset, a, b);
                if comparison.verdict == Verdict::Comparable {
                    found.push((*a, *b, comparison));
                }
            }
        }
    }
    found
}

/// How wide the scale of a figure is: from end to end of a range, among how many a rank is. `None`
/// for what has no natural end.
pub(super) fn scale(indicator: &Indicator, observation: &Observation) -> Option<f64> {
    match indicator.unit {
        Unit::Percent | Unit::Score => indicator.limits().map(|(from, to)| to - from),
        Unit::Rank => observation.base.map(f64::from),
        Unit::Count | Unit::Statement | Unit::Other(_) => None,
    }
}

/// The concept on which most provinces report, by at least two definitions; of equals the one with more
/// definitions, then the first in the file's order. Figures with a caveat are no finding.
fn most_definitions(dataset: &Dataset) -> Option<Highlight<'_>> {
    let provinces: Vec<&str> =
        dataset.followed().iter().map(|province| province.id.as_str()).collect();
    let mut best: Option<(usize, usize, &str, Vec<&Observation>)> = None;
    for concept in dataset.concepts() {
        let mut figures = candidates(dataset, concept, &provinces, Choice::Latest);
        figures.retain(|figure| !figure.has_caveat());
        let count_distinct = |key: fn(&Observation) -> &str| {
            let mut keys: Vec<&str> = figures.iter().map(|o| key(o)).collect();
            order::sort_by(&mut keys, Ord::cmp);
            keys.dedup();
            keys.len()
        };
        let reporting = count_distinct(|o| &o.province);
        let definitions = count_distinct(|o| &o.indicator);
        let wins = best.as_ref().is_none_or(|(r, d, ..)| (reporting, definitions) > (*r, *d));
        if reporting >= 2 && definitions >= 2 && wins {
            best = Some((reporting, definitions, concept, figures));
        }
    }
    best.map(|(_, definitions, concept, figures)| Highlight::Unlike {
        concept,
        figures,
        definitions,
    })
}
