//! What a province asked of itself beside what the country asked of all. Source:
//! `docs/method.md#ambition`.

use std::cmp::Ordering;

use super::comparability::{Comparison, Verdict, compare};
use super::promise::{Ledger, asks, asks_by};
use crate::data::{Day, Observation, ProvinceKind};

/// What a province's target asks for beside the country's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aim {
    /// More: a better value, or the same one to be passed and not only reached.
    More,
    /// The same.
    Same,
    /// Less.
    Less,
}

/// When a province's target is due beside the country's: by the last days of both deadlines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Due {
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
    /// The province's.
    pub target: &'a Observation,
    /// The country's.
    pub national: &'a Observation,
    /// Whether they may be compared, why not, and the difference.
    pub comparison: Comparison,
    /// Which asks for more. `None` where they may only stand side by side, or where one of them asks
    /// for more and the other for less of the same.
    pub value: Option<Aim>,
    /// Which is due first, whatever the definitions. `None` where either has no deadline.
    pub deadline: Option<Due>,
}

/// Every pair of a province's and a country's target on one topic that were both known on a day and
/// have a value: in the files' order of the first, then of the second.
pub fn ambitions<'a>(ledger: &Ledger<'a>, day: Day) -> Vec<Ambition<'a>> {
    let dataset = ledger.dataset();
    let is_of = |target: &Observation, kind: ProvinceKind| {
        dataset.province(&target.province).is_some_and(|province| province.kind == kind)
    };
    let concept = |target: &Observation| {
        ledger.indicator(&target.indicator).map(|indicator| indicator.concept.as_str())
    };
    let known: Vec<(&str, &Observation)> =
        ledger.targets(day).filter_map(|target| Some((concept(target)?, target))).collect();
    let national: Vec<&(&str, &Observation)> =
        known.iter().filter(|(_, target)| is_of(target, ProvinceKind::Country)).collect();
    let mut found = Vec::new();
    for (concept, target) in &known {
        let beside: Vec<_> = national.iter().filter(|(other, _)| other == concept).collect();
        if beside.is_empty() || !is_of(target, ProvinceKind::Province) {
            continue;
        }
        for (_, national) in beside {
            let comparison = compare(dataset, target, national);
            found.push(Ambition {
                target,
                national,
                value: aim(ledger, target, national)
                    .filter(|_| comparison.verdict != Verdict::NotComparable),
                deadline: due(target, national),
                comparison,
            });
        }
    }
    found
}

fn aim(ledger: &Ledger<'_>, target: &Observation, national: &Observation) -> Option<Aim> {
    Some(match asks(target, national, ledger.indicator(&target.indicator))? {
        Ordering::Greater => Aim::More,
        Ordering::Equal => Aim::Same,
        Ordering::Less => Aim::Less,
    })
}

fn due(target: &Observation, national: &Observation) -> Option<Due> {
    Some(match asks_by(target, national)? {
        Ordering::Greater => Due::Earlier,
        Ordering::Equal => Due::Same,
        Ordering::Less => Due::Later,
    })
}
