//! The rules that decide the state of a promise, in their order. Source: `docs/method.md#states`.

use super::Ledger;
use super::outcome::Outcome;
use super::path::Path;
use super::state::State;
use super::usable_results::CountedResult;
use crate::data::{Day, Observation};

/// One promise on one day: the input of the rules.
pub(super) struct Case<'l, 'a> {
    pub(super) ledger: &'l Ledger<'a>,
    pub(super) day: Day,
    /// The last day of the deadline.
    pub(super) due: Option<Day>,
    /// The first day of the deadline's period, where only results from within that period count.
    pub(super) window_start: Option<Day>,
    /// 1 where the target asks for more, −1 where it asks for less; `None` where it asks for exactly
    /// its value, or where that is not known.
    pub(super) sign: Option<f64>,
    /// As [`super::Assessment::merged`].
    pub(super) merged: Option<Day>,
    /// The straight path to the target, where there is one.
    pub(super) path: Option<&'l Path<'a>>,
    /// All results that count, sorted by end.
    pub(super) counted: &'l [CountedResult<'a>],
    /// One of them for each end day.
    pub(super) one_per_end: &'l [CountedResult<'a>],
    /// Those of `one_per_end` that can decide.
    pub(super) deciding: &'l [CountedResult<'a>],
}

/// What the rules say: a state and the results it rests on, in no particular order.
pub(super) struct Ruling<'a> {
    pub(super) state: State,
    pub(super) evidence: Vec<&'a Observation>,
}

impl Ruling<'_> {
    fn without_evidence(state: State) -> Self {
        Self { state, evidence: Vec::new() }
    }
}

impl<'a> Case<'_, 'a> {
    /// The answer of the first rule that applies. Rule 6, on disputes, is part of [`Case::decided_by`].
    pub(super) fn ruling(&self) -> Ruling<'a> {
        let Some(due) = self.due else { return Ruling::without_evidence(State::NoDeadline) };
        // Rule 1 is the line above: without a deadline there is nothing to judge by.
        self.met_in_time(due)
            .or_else(|| self.unit_changed())
            .or_else(|| self.not_due_yet(due))
            .unwrap_or_else(|| self.after_the_deadline(due))
    }

    /// Rule 2: the last deciding result up to the deadline meets the target.
    fn met_in_time(&self, due: Day) -> Option<Ruling<'a>> {
        let is_in_time = |counted: &&CountedResult<'_>| {
            counted.end <= due && self.window_start.is_none_or(|start| counted.end >= start)
        };
        let last = self.deciding.iter().rfind(is_in_time)?;
        (last.outcome == Outcome::Meets).then(|| self.decided_by(last, State::Met))
    }

    /// Rule 3: a merger has changed the province since it made the promise.
    fn unit_changed(&self) -> Option<Ruling<'a>> {
        self.merged.map(|_| Ruling::without_evidence(State::UnitChanged))
    }

    /// Rule 4: until the deadline, the latest counted result is compared with the straight path that
    /// begins at the earliest one.
    fn not_due_yet(&self, due: Day) -> Option<Ruling<'a>> {
        if self.day > due {
            return None;
        }
        let ends = self.one_per_end.first().zip(self.one_per_end.last());
        let ends = ends.filter(|(earliest, latest)| earliest.end != latest.end);
        let Some((path, (earliest, latest))) = self.path.zip(ends) else {
            return Some(Ruling::without_evidence(State::NotDue));
        };
        let is_on_path = path.is_reached(latest.value, latest.end, self.sign);
        let state = if is_on_path { State::OnPath } else { State::Behind };
        Some(Ruling { state, evidence: vec![earliest.result, latest.result] })
    }

    /// Rule 5: the deadline has passed, and no result met the target in time.
    fn after_the_deadline(&self, due: Day) -> Ruling<'a> {
        if let Some(at_the_end) = self.deciding.iter().find(|counted| counted.end == due) {
            return self.decided_by(at_the_end, State::Missed);
        }
        let first_after = self.deciding.iter().find(|counted| counted.end > due);
        // Where only results from within the deadline's period count, a later one says nothing.
        let Some(first_after) = first_after.filter(|_| self.window_start.is_none()) else {
            return Ruling::without_evidence(State::OverdueUnreported);
        };
        let is_met = first_after.outcome == Outcome::Meets;
        let state = if is_met { State::MetShownLate } else { State::UnmetShownLate };
        self.decided_by(first_after, state)
    }

    /// A deciding result gives the state. Rule 6: the state is a dispute instead where a figure
    /// contradicts that result.
    fn decided_by(&self, deciding: &CountedResult<'a>, state: State) -> Ruling<'a> {
        let says_the_opposite = |other: &&CountedResult<'_>| {
            other.end == deciding.end && other.outcome != deciding.outcome
        };
        let opposite = self.counted.iter().filter(says_the_opposite).map(|other| other.result);
        let contradicting = self.ledger.known_contradictions(deciding.result, self.day);
        let mut evidence: Vec<&Observation> = opposite.chain(contradicting).collect();
        let state = if evidence.is_empty() { state } else { State::Disputed };
        evidence.push(deciding.result);
        Ruling { state, evidence }
    }
}
