//! How ambitious the targets of a province are, compared with the country's targets on the same
//! topic. Source: `docs/method.md#ambition`.

use std::cmp::Ordering;

use super::comparability::{Comparison, Verdict, compare};
use super::promise::{Ledger, compare_demands, compare_urgency};
use crate::data::{Day, Observation, ProvinceKind};

/// How much a province's target demands, compared with the country's target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TargetLevel {
    /// More: a better value, or the same value with "more than" instead of "at least".
    More,
    /// The same.
    Same,
    /// Less: a worse value, or the same value with "at least" instead of "more than".
    Less,
}

/// When a province's target is due, compared with the country's: the last days of both deadlines are
/// compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeadlineOrder {
    /// On an earlier day.
    Earlier,
    /// On the same day.
    Same,
    /// On a later day.
    Later,
}

/// A target of a province beside a target of the country on the same topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Ambition<'a> {
    /// The target of the province.
    pub target: &'a Observation,
    /// The target of the country.
    pub national: &'a Observation,
    /// Whether the two may be compared, the reasons, and the difference.
    pub comparison: Comparison,
    /// Which of the two demands more. `None` where they are not comparable, or where they point in
    /// opposite directions (one "at least", the other "at most").
    pub level: Option<TargetLevel>,
    /// Which of the two is due first, even if their definitions differ. `None` where either has no
    /// deadline.
    pub deadline_order: Option<DeadlineOrder>,
}

/// Every pair of a province's target and a target of the country on the same topic. Both have a value
/// and were known on the day. Sorted in the files' order of the province's target, then of the
/// country's.
pub fn ambitions<'a>(ledger: &Ledger<'a>, day: Day) -> Vec<Ambition<'a>> {
    let dataset = ledger.dataset();
    let is_target_of = |target: &Observation, kind: ProvinceKind| {
        dataset.province(&target.province).is_some_and(|province| province.kind == kind)
    };
    let concept = |target: &Observation| {
        ledger.indicator(&target.indicator).map(|indicator| indicator.concept.as_str())
    };
    let known: Vec<(&str, &Observation)> =
        ledger.targets(day).filter_map(|target| Some((concept(target)?, target))).collect();
    let national: Vec<&(&str, &Observation)> =
        known.iter().filter(|(_, target)| is_target_of(target, ProvinceKind::Country)).collect();
    let mut ambitions = Vec::new();
    for (concept, target) in &known {
        if !is_target_of(target, ProvinceKind::Province) {
            continue;
        }
        for (_, national) in national.iter().filter(|(other, _)| other == concept) {
            let comparison = compare(dataset, target, national);
            ambitions.push(Ambition {
                target,
                national,
                level: target_level(ledger, target, national)
                    .filter(|_| comparison.verdict != Verdict::NotComparable),
                deadline_order: deadline_order(target, national),
                comparison,
            });
        }
    }
    ambitions
}

fn target_level(
    ledger: &Ledger<'_>,
    target: &Observation,
    national: &Observation,
) -> Option<TargetLevel> {
    Some(match compare_demands(target, national, ledger.indicator(&target.indicator))? {
        Ordering::Greater => TargetLevel::More,
        Ordering::Equal => TargetLevel::Same,
        Ordering::Less => TargetLevel::Less,
    })
}

fn deadline_order(target: &Observation, national: &Observation) -> Option<DeadlineOrder> {
    Some(match compare_urgency(target, national)? {
        Ordering::Greater => DeadlineOrder::Earlier,
        Ordering::Equal => DeadlineOrder::Same,
        Ordering::Less => DeadlineOrder::Later,
    })
}
