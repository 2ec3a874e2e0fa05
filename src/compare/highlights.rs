//! Which comparisons of the whole dataset the home page tells, by a fixed rule. Source:
//! `docs/method.md#highlights`.

use super::comparability::{Comparison, Reason, Verdict};
use super::definitions::definitions;
use super::pairs::{Pair, pairs_alike};
use super::year_filter::YearFilter;
use super::{compare, pick_results, pick_targets};
use crate::data::{Dataset, Indicator, Observation, Unit};
use crate::order;

/// A comparison that the home page tells in one sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Highlight<'a> {
    /// Two figures of the same kind and definition that may be subtracted. `a` is of a province, `b` of
    /// another province or of the country.
    Gap {
        /// The first figure.
        a: &'a Observation,
        /// The other.
        b: &'a Observation,
        /// Their comparison; its difference is never `None`.
        comparison: Comparison,
    },
    /// A topic on which at least two provinces report by at least two definitions, so that not all of
    /// the figures may be subtracted.
    DifferentDefinitions {
        /// The concept.
        concept: &'a str,
        /// The figures, one per province and definition.
        figures: Vec<&'a Observation>,
        /// How many definitions the figures follow.
        definitions: usize,
    },
}

/// At most `limit` highlights, with at most one of each variant per concept, in this order: the widest
/// gap of the dataset, the topic on which most provinces report by several definitions, then the other
/// gaps from wide to narrow.
///
/// A gap's width is its difference divided by the width of the scale (100 for a percentage, the base
/// for a rank). Of equally wide gaps those that need no care come first. Figures in a unit without a
/// scale, figures with a caveat and topics that are only context make no gap; nor is such a topic told for
/// its definitions.
pub fn highlights(dataset: &Dataset, limit: usize) -> Vec<Highlight<'_>> {
    let mut gaps = gaps(dataset).into_iter();
    let found = gaps.next().into_iter().chain(most_definitions(dataset)).chain(gaps).take(limit);
    found.collect()
}

/// The concepts that may be told: what is only context is no achievement of a province.
fn topics_told(dataset: &Dataset) -> impl Iterator<Item = &str> {
    dataset.concepts().into_iter().filter(|concept| !dataset.is_context_topic(concept))
}

/// The widest gap of each concept, sorted from wide to narrow. Gaps of zero are left out.
fn gaps(dataset: &Dataset) -> Vec<Highlight<'_>> {
    let provinces: Vec<&str> =
        dataset.followed().iter().map(|province| province.id.as_str()).collect();
    let country = dataset.country().map(|country| country.id.as_str());
    let everyone: Vec<&str> = provinces.iter().copied().chain(country).collect();
    let mut gaps: Vec<(f64, Verdict, Highlight)> = Vec::new();
    for concept in topics_told(dataset) {
        // Between different years, nobody could tell how much of the gap is due to time.
        let is_of_one_year =
            |pair: &Pair<'_>| !pair.comparison.reasons.contains(&Reason::DifferentYear);
        let results = pairs_alike(dataset, concept, &everyone, YearFilter::Latest)
            .into_iter()
            .filter(is_of_one_year)
            .map(|pair| (pair.a, pair.b, pair.comparison));
        let targets = target_pairs(dataset, concept, &everyone);
        let widest = results
            .chain(targets)
            .filter(|(a, b, _)| !a.has_caveat() && !b.has_caveat())
            .filter_map(|(a, b, comparison)| {
                let width = comparison.difference?.abs()
                    / scale_width(dataset.indicator(&a.indicator)?, a)?;
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

/// Pairs of comparable targets of two provinces (or a province and the country): of one definition and
/// due in the same year.
fn target_pairs<'a>(
    dataset: &'a Dataset,
    concept: &str,
    everyone: &[&'a str],
) -> Vec<(&'a Observation, &'a Observation, Comparison)> {
    let mut pairs = Vec::new();
    for indicator in dataset.indicators_of(concept) {
        let targets: Vec<&Observation> = everyone
            .iter()
            .flat_map(|province| pick_targets(dataset, province, &indicator.id, YearFilter::Latest))
            .collect();
        for (idx, a) in targets.iter().enumerate() {
            for b in targets[idx + 1..].iter().filter(|b| b.province != a.province) {
                let comparison = compare(dataset, a, b);
                if comparison.verdict == Verdict::Comparable {
                    pairs.push((*a, *b, comparison));
                }
            }
        }
    }
    pairs
}

/// The width of the scale a figure is on: of a percentage or a score the range of its indicator, of a
/// rank the number of units ranked. `None` for units that have no natural end.
pub(super) fn scale_width(indicator: &Indicator, observation: &Observation) -> Option<f64> {
    match indicator.unit {
        Unit::Percent | Unit::Score => indicator.limits().map(|(from, to)| to - from),
        Unit::Rank => observation.base.map(f64::from),
        Unit::Count | Unit::Statement | Unit::Other(_) => None,
    }
}

/// The concept on which most provinces report by at least two definitions. Of equals the one with more
/// definitions, then the first in the file's order. Figures with a caveat do not count.
fn most_definitions(dataset: &Dataset) -> Option<Highlight<'_>> {
    let provinces: Vec<&str> =
        dataset.followed().iter().map(|province| province.id.as_str()).collect();
    let mut best: Option<(usize, usize, &str, Vec<&Observation>)> = None;
    for concept in topics_told(dataset) {
        let mut figures = pick_results(dataset, concept, &provinces, YearFilter::Latest);
        figures.retain(|figure| !figure.has_caveat());
        let mut reporting: Vec<&str> = figures.iter().map(|o| o.province.as_str()).collect();
        order::sort_by(&mut reporting, Ord::cmp);
        reporting.dedup();
        let reporting = reporting.len();
        let definitions = definitions(dataset, &figures).len();
        let wins = best.as_ref().is_none_or(|(r, d, ..)| (reporting, definitions) > (*r, *d));
        if reporting >= 2 && definitions >= 2 && wins {
            best = Some((reporting, definitions, concept, figures));
        }
    }
    best.map(|(_, definitions, concept, figures)| Highlight::DifferentDefinitions {
        concept,
        figures,
        definitions,
    })
}
