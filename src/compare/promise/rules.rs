//! The rules that lead to the state of a promise, in their order. Source: `docs/method.md#states`.

use super::Ledger;
use super::counts::Counted;
use super::outcome::Outcome;
use super::path::Path;
use super::state::State;
use crate::data::{Day, Observation};

/// What the rules look at: one promise on one day.
pub(super) struct Case<'l, 'a> {
    pub(super) ledger: &'l Ledger<'a>,
    pub(super) day: Day,
    /// The last day of the deadline.
    pub(super) due: Option<Day>,
    /// The first day of the deadline, where the promise is judged in it.
    pub(super) opens: Option<Day>,
    /// 1, or −1 where less is asked for; `None` where the value itself is, or nothing says so.
    pub(super) sign: Option<f64>,
    /// The first merger day since the promise was made, neither after the deadline nor after the day.
    pub(super) merged: Option<Day>,
    /// The straight path to the target, where there is one.
    pub(super) path: Option<&'l Path<'a>>,
    /// All results that count, by end.
    pub(super) all: &'l [Counted<'a>],
    /// One of them for each end.
    pub(super) standing: &'l [Counted<'a>],
    /// Those of `standing` that can decide.
    pub(super) deciding: &'l [Counted<'a>],
}

/// A state and what it rests on, in no order.
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
    /// What the first rule that applies says. The sixth, on disputes, is part of those in which a
    /// result decides.
    pub(super) fn ruling(&self) -> Ruling<'a> {
        let Some(due) = self.due else { return Ruling::without_evidence(State::NoDeadline) };
        self.met_in_time(due)
            .or_else(|| self.unit_changed())
            .or_else(|| self.not_due_yet(due))
            .unwrap_or_else(|| self.after_the_deadline(due))
    }

    /// Rule 2: the last deciding result in time meets the target.
    fn met_in_time(&self, due: Day) -> Option<Ruling<'a>> {
        let is_in_time = |counted: &&Counted<'_>| {
            counted.end <= due && self.opens.is_none_or(|opens| counted.end >= opens)
        };
        let last = self.deciding.iter().rfind(is_in_time)?;
        (last.outcome == Outcome::Meets).then(|| self.decided_by(last, State::Met))
    }

    /// Rule 3: the province is another one than the one that made the promise.
    fn unit_changed(&self) -> Option<Ruling<'a>> {
        self.merged.map(|_| Ruling::without_evidence(State::UnitChanged))
    }

    /// Rule 4: until the deadline the latest counted result is set against the path from the earliest.
    fn not_due_yet(&self, due: Day) -> Option<Ruling<'a>> {
        if self.day > due {
            return None;
        }
        let ends = self.standing.first().zip(self.standing.last());
        let ends = ends.filter(|(earliest, latest)| earliest.end != latest.end);
        let Some((path, (earliest, latest))) = self.path.zip(ends) else {
            return Some(Ruling::without_evidence(State::NotDue));
        };
        let is_on_path = path.is_reached(latest.value, latest.end, self.sign);
        let state = if is_on_path { State::OnPath } else { State::Behind };
        Some(Ruling { state, evidence: vec![earliest.result, latest.result] })
    }

    /// Rule 5: after the deadline, of a promise that no result has met in time.
    fn after_the_deadline(&self, due: Day) -> Ruling<'a> {
        if let Some(at_the_end) = self.deciding.iter().find(|counted| counted.end == due) {
            return self.decided_by(at_the_end, State::Missed);
        }
        let first_after = self.deciding.iter().find(|counted| counted.end > due);
        // A result of another time says nothing of a promise for the deadline's own.
        let Some(first_after) = first_after.filter(|_| self.opens.is_none()) else {
            return Ruling::without_evidence(State::OverdueUnreported);
        };
        let is_met = first_after.outcome == Outcome::Meets;
        let state = if is_met { State::MetShownLate } else { State::UnmetShownLate };
        self.decided_by(first_after, state)
    }

    /// The state that a deciding result gives; by rule 6 a dispute where something contradicts it.
    fn decided_by(&self, deciding: &Counted<'a>, state: State) -> Ruling<'a> {
        let says_the_opposite =
            |other: &&Counted<'_>| other.end == deciding.end && other.outcome != deciding.outcome;
        let opposite = self.all.iter().filter(says_the_opposite).map(|other| other.result);
        let known = self.ledger.disputing(deciding.result, self.day);
        let mut evidence: Vec<&Observation> = opposite.chain(known).collect();
        let state = if evidence.is_empty() { state } else { State::Disputed };
        evidence.push(deciding.result);
        Ruling { state, evidence }
    }
}
