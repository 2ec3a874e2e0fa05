//! One promise on one day, with everything its state was computed from.

use super::counts::{Counts, Mergers, deciding, one_for_each_end};
use super::ledger::Entry;
use super::outcome::{Aim, direction};
use super::path::Path;
use super::publication::Publication;
use super::rules::{Case, Ruling};
use super::state::State;
use super::{Ledger, YEAR};
use crate::compare::comparability::has_break_within;
use crate::compare::difference;
use crate::data::{Date, Day, Indicator, Judged, Observation, Unit};
use crate::order;

/// One promise on one day. Every input of the state is here, so that a page can print it.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment<'a> {
    /// The promise; it has a value.
    pub target: &'a Observation,
    /// Its definition, where the data has it.
    pub indicator: Option<&'a Indicator>,
    /// The day it is assessed on.
    pub day: Day,
    /// What became of it by then.
    pub state: State,
    /// What the state rests on, by id: the deciding result, the first and the last of a path, or all
    /// sides of a dispute. Empty where it rests on nothing published.
    pub evidence: Vec<&'a Observation>,
    /// The results that count, by the end of their period; of equal ends the smallest id only.
    pub counted: Vec<&'a Observation>,
    /// Bounds that neither meet nor fail the target, by the end of their period, then in the files'
    /// order.
    pub inconclusive: Vec<&'a Observation>,
    /// The day it was made; `None` when nothing says so, and it is then taken for older than any
    /// merger and any result. Of a month or a year the last day.
    pub made: Option<Day>,
    /// The last day of its deadline.
    pub due: Option<Day>,
    /// By the deadline, or in its span.
    pub judged: Judged,
    /// The first day the province was another one than the one that made it, not after the deadline
    /// or the day.
    pub merged: Option<Day>,
    /// The straight path from the first counted result to the target, where there is one.
    pub path: Option<Path<'a>>,
    /// The target minus the latest counted result, in the unit.
    pub gap: Option<f64>,
    /// From the earliest counted result to the latest, per year.
    pub achieved_pace: Option<f64>,
    /// From the latest counted result to the target at the deadline, per year; `None` unless that
    /// result ends before the deadline.
    pub needed_pace: Option<f64>,
    /// From the day to the deadline, negative when that has passed.
    pub days_left: Option<i32>,
    /// When figures for its deadline are usually published, where earlier editions tell.
    pub publication: Option<Publication>,
}

impl Assessment<'_> {
    /// Whether nothing was published because it is too early for it: the deadline has passed, and the
    /// edition that would decide is not later than any before it. The state is
    /// [`State::OverdueUnreported`] all the same.
    pub fn is_awaited(&self) -> bool {
        self.state == State::OverdueUnreported
            && self.publication.is_some_and(|usual| self.day <= usual.usual_by)
    }

    /// The same but for the day: equal on days on which there is nothing else to say.
    #[must_use]
    pub(super) fn without_day(&self) -> Self {
        Self { day: Day(0), days_left: None, ..self.clone() }
    }
}

/// The assessment of a target that has a value. `entries` are the results of its province and
/// definition, by end.
pub(super) fn assess<'a>(
    ledger: &Ledger<'a>,
    target: &'a Observation,
    value: f64,
    entries: &[Entry<'a>],
    day: Day,
) -> Assessment<'a> {
    let indicator = ledger.indicator(&target.indicator);
    let made = ledger.made(target);
    let due = target.deadline.map(Date::end);
    let judged = how_judged(target, indicator);
    let mergers = Mergers { days: ledger.merger_days(&target.province), made };
    let aim = Aim::of(target, indicator);
    let Counts { all, inconclusive } = Counts::for_target(target, aim, entries, mergers, day);
    let standing = one_for_each_end(&all);
    let earliest = standing.first().copied();
    let latest = standing.last().copied();
    let path = earliest.zip(due).and_then(|(from, due)| {
        (from.end < due).then_some(Path {
            from: from.result,
            from_day: from.end,
            from_value: from.value,
            to_day: due,
            to_value: value,
        })
    });
    let merged = mergers.first_by(due.map_or(day, |due| due.min(day)));
    let case = Case {
        ledger,
        day,
        due,
        opens: target.deadline.map(Date::start).filter(|_| judged == Judged::In),
        sign: aim.and_then(|aim| aim.sign),
        merged,
        path: path.as_ref(),
        all: &all,
        standing: &standing,
        deciding: deciding(&standing, made),
    };
    let Ruling { state, mut evidence } = case.ruling();
    order::sort_by(&mut evidence, |a, b| a.id.cmp(&b.id));
    evidence.dedup_by(|a, b| a.id == b.id);

    // One that no number holds is left out, as everything computed from it.
    let gap = latest.and_then(|latest| finite(difference(value, latest.value)));
    Assessment {
        target,
        indicator,
        day,
        state,
        evidence,
        gap,
        achieved_pace: earliest
            .zip(latest)
            .and_then(|(from, to)| pace(difference(to.value, from.value), from.end, to.end)),
        needed_pace: latest.zip(due).and_then(|(latest, due)| pace(gap?, latest.end, due)),
        days_left: due.map(|due| due.0 - day.0),
        publication: indicator
            .zip(due)
            .and_then(|(indicator, due)| ledger.publication(indicator, due, day)),
        counted: standing.iter().map(|counted| counted.result).collect(),
        inconclusive,
        made,
        due,
        judged,
        merged,
        path,
    }
}

/// By its deadline or in it: what the data say, else a rank in it and all others by it.
fn how_judged(target: &Observation, indicator: Option<&Indicator>) -> Judged {
    let is_rank = indicator.is_some_and(|indicator| indicator.unit == Unit::Rank);
    target.judged.unwrap_or(if is_rank { Judged::In } else { Judged::By })
}

/// A change per year of 365.25 days; `None` unless the second day is later.
fn pace(change: f64, from: Day, to: Day) -> Option<f64> {
    (from < to).then(|| change / (f64::from(to.0 - from.0) / YEAR)).and_then(finite)
}

/// Beyond what a number can hold there is none to print.
fn finite(number: f64) -> Option<f64> {
    Some(number).filter(|number| number.is_finite())
}

impl<'a> Assessment<'a> {
    /// The latest counted result.
    pub fn latest(&self) -> Option<&'a Observation> {
        self.counted.last().copied()
    }

    /// How far the latest counted result is short of the target, in the unit; negative when it is
    /// beyond. `None` where there is no [`Assessment::gap`], or nothing says which direction is better.
    pub fn shortfall(&self) -> Option<f64> {
        Some(direction(self.target, self.indicator)? * self.gap?)
    }

    /// Whether something may be computed from a counted result: not from a bound; not where it, or the
    /// target, has a caveat, for either may be a goal told as a result; and of a target without a
    /// deadline not over a break of the method since it was made. (Of one with a deadline
    /// [`crate::compare::change_between`] tells of breaks.)
    pub fn may_compute_from(&self, result: &Observation) -> bool {
        let years = self.made.filter(|_| self.due.is_none()).zip(result.period);
        let is_by_another_method = years.is_some_and(|(made, of)| {
            self.indicator.is_some_and(|own| has_break_within(own, made.year(), of.year()))
        });
        let has_caveat = self.target.has_caveat() || result.has_caveat();
        !result.comparator.is_bound() && !has_caveat && !is_by_another_method
    }

    /// Whether a result can reach or miss the target at all: where it is judged in the deadline's own
    /// time, none from before that.
    pub fn is_of_its_time(&self, result: &Observation) -> bool {
        let opens = self.target.deadline.map(Date::start);
        let end = result.period.map(Date::end);
        self.judged == Judged::By || opens.zip(end).is_some_and(|(opens, end)| end >= opens)
    }

    /// Whether a result is of an edition that came out after a day.
    fn came_out_after(&self, ledger: &Ledger<'_>, period: Date, day: Day) -> bool {
        let editions = self.indicator.map_or(&[][..], |indicator| &indicator.editions);
        let mut of_period = editions.iter().filter(|edition| edition.of == period);
        of_period.any(|edition| ledger.published_by(&edition.source).is_some_and(|out| out > day))
    }

    /// What was known when the promise was made: the latest counted result that ended before and was
    /// published by then, or that the promise's own source gives beside it and that began before.
    /// `None` when there is none, or nothing says when the promise was made.
    pub fn at_promise(&self, ledger: &Ledger<'_>) -> Option<&'a Observation> {
        let made = self.made?;
        self.counted.iter().copied().rfind(|result| {
            let is_own = result.source == self.target.source;
            result.period.is_some_and(|period| {
                period.end() < made && ledger.is_known(result, made)
                    || is_own
                        && period.start() <= made
                        && !self.came_out_after(ledger, period, made)
            })
        })
    }
}
