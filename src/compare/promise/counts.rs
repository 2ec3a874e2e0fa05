//! Which results count for a promise, and which of these may decide. Source: `docs/method.md#counts`
//! and the sections after it.

use super::ledger::Entry;
use super::outcome::{Aim, Outcome};
use crate::data::{Day, Observation};

/// A counted result and what it says.
#[derive(Clone, Copy)]
pub(super) struct Counted<'a> {
    pub(super) result: &'a Observation,
    pub(super) end: Day,
    pub(super) value: f64,
    pub(super) outcome: Outcome,
}

/// The merger days of a promise's province, and the day the promise was made. Without that day it is
/// older than any merger.
#[derive(Clone, Copy)]
pub(super) struct Mergers<'l> {
    pub(super) days: &'l [Day],
    pub(super) made: Option<Day>,
}

impl Mergers<'_> {
    /// The first since the promise was made, if it is not after a day.
    pub(super) fn first_by(self, day: Day) -> Option<Day> {
        let is_since = |merger: &Day| self.made.is_none_or(|made| *merger > made);
        self.days.iter().copied().filter(|merger| is_since(merger) && *merger <= day).min()
    }
}

/// What of a promise's results can be used on a day, by the end of their period, then in the files'
/// order.
pub(super) struct Counts<'a> {
    /// Those that count. Several may have one end.
    pub(super) all: Vec<Counted<'a>>,
    /// Bounds that neither meet nor fail the target.
    pub(super) inconclusive: Vec<&'a Observation>,
}

impl<'a> Counts<'a> {
    /// `entries` are the results of the target's province and definition, by end. Without an aim
    /// nothing counts: nothing says what the target asks for.
    pub(super) fn for_target(
        target: &Observation,
        aim: Option<Aim>,
        entries: &[Entry<'a>],
        mergers: Mergers<'_>,
        day: Day,
    ) -> Self {
        let mut counts = Self { all: Vec::new(), inconclusive: Vec::new() };
        let Some(aim) = aim else { return counts };
        for entry in entries.iter().take_while(|entry| entry.end <= day) {
            let is_known = entry.published.is_none_or(|published| published <= day);
            // A promise is about the province that made it.
            let is_same_unit = mergers.first_by(entry.unit_day).is_none();
            if entry.base != target.base || !is_known || !is_same_unit {
                continue;
            }
            match aim.asks(entry.value, entry.comparator) {
                Outcome::Inconclusive => counts.inconclusive.push(entry.result),
                outcome => counts.all.push(Counted {
                    result: entry.result,
                    end: entry.end,
                    value: entry.value,
                    outcome,
                }),
            }
        }
        counts
    }
}

/// Of counted results with the same end the one with the smallest id.
pub(super) fn one_for_each_end<'a>(all: &[Counted<'a>]) -> Vec<Counted<'a>> {
    let mut standing: Vec<Counted<'a>> = Vec::with_capacity(all.len());
    for counted in all {
        match standing.last_mut().filter(|last| last.end == counted.end) {
            // Of two entries with one id the first in the files stands.
            Some(last) if counted.result.id < last.result.id => *last = *counted,
            Some(_) => {}
            None => standing.push(*counted),
        }
    }
    standing
}

/// Those that can decide. One that ended before the promise was made is its baseline and decides
/// nothing.
pub(super) fn deciding<'l, 'a>(
    standing: &'l [Counted<'a>],
    made: Option<Day>,
) -> &'l [Counted<'a>] {
    let n_baselines = made.map_or(0, |made| standing.partition_point(|c| c.end < made));
    &standing[n_baselines..]
}
