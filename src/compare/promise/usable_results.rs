//! Which results count for a promise, and which of those can decide it. Source: `docs/method.md#counts`
//! and the sections after it.

use super::ledger::ResultEntry;
use super::outcome::{Outcome, Requirement};
use crate::data::{Day, Observation};

/// A result that counts, and whether it meets the target.
#[derive(Clone, Copy)]
pub(super) struct CountedResult<'a> {
    pub(super) result: &'a Observation,
    pub(super) end: Day,
    pub(super) value: f64,
    pub(super) outcome: Outcome,
}

/// The merger days of a promise's province, and the day the promise was made. A promise without that
/// day counts as older than any merger.
#[derive(Clone, Copy)]
pub(super) struct Mergers<'l> {
    pub(super) days: &'l [Day],
    pub(super) made: Option<Day>,
}

impl Mergers<'_> {
    /// The first merger day since the promise was made; `None` if that is after `day`.
    pub(super) fn first_not_after(self, day: Day) -> Option<Day> {
        let is_since = |merger: &Day| self.made.is_none_or(|made| *merger > made);
        self.days.iter().copied().filter(|merger| is_since(merger) && *merger <= day).min()
    }
}

/// The results that can be used for a promise on a day, sorted by the end of their period, then in the
/// files' order.
pub(super) struct UsableResults<'a> {
    /// Results that count. Several may have the same end.
    pub(super) counted: Vec<CountedResult<'a>>,
    /// Results that are bounds and neither meet nor miss the target for certain.
    pub(super) inconclusive: Vec<&'a Observation>,
}

impl<'a> UsableResults<'a> {
    /// `entries` are the results of the target's province and indicator, sorted by end. Without a
    /// requirement nothing counts, because it is not known what the target asks for.
    pub(super) fn for_target(
        target: &Observation,
        requirement: Option<Requirement>,
        entries: &[ResultEntry<'a>],
        mergers: Mergers<'_>,
        day: Day,
    ) -> Self {
        let mut usable = Self { counted: Vec::new(), inconclusive: Vec::new() };
        let Some(requirement) = requirement else { return usable };
        for entry in entries.iter().take_while(|entry| entry.end <= day) {
            let is_known = entry.published.is_none_or(|published| published <= day);
            // A promise is about the province as it was when it made the promise.
            let is_same_unit = mergers.first_not_after(entry.unit_day).is_none();
            if entry.base != target.base || !is_known || !is_same_unit {
                continue;
            }
            match requirement.judge(entry.value, entry.result) {
                Outcome::Inconclusive => usable.inconclusive.push(entry.result),
                outcome => usable.counted.push(CountedResult {
                    result: entry.result,
                    end: entry.end,
                    value: entry.value,
                    outcome,
                }),
            }
        }
        usable
    }
}

/// Keeps one counted result for each end day: the one with the smallest id.
pub(super) fn one_per_end_day<'a>(all: &[CountedResult<'a>]) -> Vec<CountedResult<'a>> {
    let mut kept: Vec<CountedResult<'a>> = Vec::with_capacity(all.len());
    for counted in all {
        match kept.last_mut().filter(|last| last.end == counted.end) {
            // Of two entries with the same id, the first in the files stays.
            Some(last) if counted.result.id < last.result.id => *last = *counted,
            Some(_) => {}
            None => kept.push(*counted),
        }
    }
    kept
}

/// The results that can decide the promise. Results that ended before it was made are only its
/// baseline. `results` are sorted by end.
pub(super) fn deciding_results<'l, 'a>(
    results: &'l [CountedResult<'a>],
    made: Option<Day>,
) -> &'l [CountedResult<'a>] {
    let n_baselines = made.map_or(0, |made| results.partition_point(|counted| counted.end < made));
    &results[n_baselines..]
}
