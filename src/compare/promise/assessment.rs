//! One promise assessed on one day, with everything that its state is computed from.

use super::ledger::ResultEntry;
use super::outcome::{Requirement, demanded_value, direction};
use super::path::Path;
use super::publication::Publication;
use super::rules::{Case, Ruling};
use super::state::State;
use super::usable_results::{Mergers, UsableResults, deciding_results, one_per_end_day};
use super::{DAYS_PER_YEAR, Ledger};
use crate::compare::comparability::has_break_within;
use crate::compare::difference;
use crate::data::{Date, Day, Indicator, Observation, TargetTiming, Unit};
use crate::order;

/// One promise assessed on one day. It holds every input of the state, so that a page can print them.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment<'a> {
    /// The target that was promised; it has a value.
    pub target: &'a Observation,
    /// Its indicator; `None` where the data do not have it.
    pub indicator: Option<&'a Indicator>,
    /// The day it is assessed on.
    pub day: Day,
    /// What became of it by then.
    pub state: State,
    /// The results that the state rests on, sorted by id: the one that decides, the first and the last
    /// result of a path, or all sides of a dispute. Empty where the state rests on no published figure.
    pub evidence: Vec<&'a Observation>,
    /// The results that count, sorted by the end of their period. Of several with the same end, only
    /// the one with the smallest id.
    pub counted: Vec<&'a Observation>,
    /// Results that are bounds and neither meet nor miss the target for certain. Sorted by the end of
    /// their period, then in the files' order.
    pub inconclusive: Vec<&'a Observation>,
    /// The day the promise was made; of a month or a year the last day. `None` when it is not known:
    /// the promise then counts as older than any merger and any result.
    pub made: Option<Day>,
    /// The last day of its deadline.
    pub due: Option<Day>,
    /// Whether results count up to the deadline, or only those from within its period.
    pub judged: TargetTiming,
    /// The first merger day of the province since the promise was made, if it is not after the deadline
    /// or the day of the assessment. From then on it is not the province that made the promise.
    pub merged: Option<Day>,
    /// The straight path from the first counted result to the target, where there is one.
    pub path: Option<Path<'a>>,
    /// The target minus the latest counted result, in the unit. `None` without such a result.
    pub gap: Option<f64>,
    /// The change per year from the earliest counted result to the latest, in the unit. `None` unless
    /// two results have different ends.
    pub achieved_pace: Option<f64>,
    /// The change per year that would be needed from the latest counted result to reach the target at
    /// the deadline, in the unit. `None` unless that result ends before the deadline.
    pub needed_pace: Option<f64>,
    /// The days from the day of the assessment to the deadline; negative when it has passed.
    pub days_left: Option<i32>,
    /// When the figure that would decide is usually published; `None` where too few earlier editions
    /// are known.
    pub publication: Option<Publication>,
}

impl Assessment<'_> {
    /// Whether the deadline has passed but the figure that would decide is not late yet: earlier
    /// editions took as long to come out. The state is [`State::OverdueUnreported`] nevertheless.
    pub fn is_awaited(&self) -> bool {
        self.state == State::OverdueUnreported
            && self.publication.is_some_and(|usual| self.day <= usual.usual_by)
    }

    /// A copy without its day, so that assessments of two days are equal when nothing else changed.
    #[must_use]
    pub(super) fn without_day(&self) -> Self {
        Self { day: Day(0), days_left: None, ..self.clone() }
    }
}

/// Assesses a target with a value. `entries` are the results of its province and indicator, sorted by
/// end.
pub(super) fn assess<'a>(
    ledger: &Ledger<'a>,
    target: &'a Observation,
    value: f64,
    entries: &[ResultEntry<'a>],
    day: Day,
) -> Assessment<'a> {
    let indicator = ledger.indicator(&target.indicator);
    let made = ledger.day_made(target);
    let due = target.deadline.map(Date::end);
    let judged = target_timing(target, indicator);
    let mergers = Mergers { days: ledger.merger_days(&target.province), made };
    let requirement = Requirement::from_target(target, indicator);
    let UsableResults { counted, inconclusive } =
        UsableResults::for_target(target, requirement, entries, mergers, day);
    let one_per_end = one_per_end_day(&counted);
    let earliest = one_per_end.first().copied();
    let latest = one_per_end.last().copied();
    let path = earliest.zip(due).and_then(|(from, due)| {
        (from.end < due).then_some(Path {
            from: from.result,
            from_day: from.end,
            from_value: from.value,
            to_day: due,
            to_value: value,
        })
    });
    let merged = mergers.first_not_after(due.map_or(day, |due| due.min(day)));
    let case = Case {
        ledger,
        day,
        due,
        window_start: target
            .deadline
            .map(Date::start)
            .filter(|_| judged == TargetTiming::WithinDeadline),
        sign: requirement.and_then(|requirement| requirement.sign),
        merged,
        path: path.as_ref(),
        counted: &counted,
        one_per_end: &one_per_end,
        deciding: deciding_results(&one_per_end, made),
    };
    let Ruling { state, mut evidence } = case.ruling();
    order::sort_by(&mut evidence, |a, b| a.id.cmp(&b.id));
    evidence.dedup_by(|a, b| a.id == b.id);

    // A gap that overflows is left out, and so is everything computed from it.
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
            .and_then(|(indicator, due)| ledger.usual_publication(indicator, due, day)),
        counted: one_per_end.iter().map(|counted| counted.result).collect(),
        inconclusive,
        made,
        due,
        judged,
        merged,
        path,
    }
}

/// Which results count: as the data say, else for a rank those from within the deadline's period, and
/// for all other units those up to the deadline.
fn target_timing(target: &Observation, indicator: Option<&Indicator>) -> TargetTiming {
    let is_rank = indicator.is_some_and(|indicator| indicator.unit == Unit::Rank);
    target.judged.unwrap_or(if is_rank {
        TargetTiming::WithinDeadline
    } else {
        TargetTiming::ByDeadline
    })
}

/// A change between two days as a change per year; `None` unless the second day is later.
fn pace(change: f64, from: Day, to: Day) -> Option<f64> {
    (from < to).then(|| change / (f64::from(to.0 - from.0) / DAYS_PER_YEAR)).and_then(finite)
}

/// `None` for a number that overflowed, which cannot be printed.
fn finite(number: f64) -> Option<f64> {
    Some(number).filter(|number| number.is_finite())
}

impl<'a> Assessment<'a> {
    /// The number that the target is judged by ([`demanded_value`]).
    pub fn demanded(&self) -> Option<f64> {
        demanded_value(self.target, self.indicator)
    }

    /// The latest counted result.
    pub fn latest_result(&self) -> Option<&'a Observation> {
        self.counted.last().copied()
    }

    /// How far the latest counted result is short of the target, in the unit; negative when it is
    /// beyond the target. `None` where there is no [`Assessment::gap`], or where neither direction is
    /// better.
    pub fn shortfall(&self) -> Option<f64> {
        Some(direction(self.target, self.indicator)? * self.gap?)
    }

    /// Whether a gap or a pace may be computed from a counted result. Not if the result is a bound or a range; not
    /// if it or the target has a caveat, because it may be a goal that was reported as a result; and,
    /// for a target without a deadline, not across a change of method since it was made. (For a target
    /// with a deadline, [`crate::compare::change_between`] finds such changes.)
    pub fn may_compute_from(&self, result: &Observation) -> bool {
        let years = self.made.filter(|_| self.due.is_none()).zip(result.period);
        let is_by_another_method = years.is_some_and(|(made, of)| {
            self.indicator.is_some_and(|own| has_break_within(own, made.year(), of.year()))
        });
        let has_caveat = self.target.has_caveat() || result.has_caveat();
        !result.is_open() && !has_caveat && !is_by_another_method
    }

    /// Whether a result is late enough to meet or miss the target. If only results from within the
    /// deadline's period count, one that ends before that period is not.
    pub fn is_late_enough(&self, result: &Observation) -> bool {
        let window_start = self.target.deadline.map(Date::start);
        let end = result.period.map(Date::end);
        self.judged == TargetTiming::ByDeadline
            || window_start.zip(end).is_some_and(|(start, end)| end >= start)
    }

    /// Whether the edition of a period came out after a day.
    fn came_out_after(&self, ledger: &Ledger<'_>, period: Date, day: Day) -> bool {
        let editions = self.indicator.map_or(&[][..], |indicator| &indicator.editions);
        let mut of_period = editions.iter().filter(|edition| edition.of == period);
        of_period.any(|edition| {
            ledger.source_publication_day(&edition.source).is_some_and(|out| out > day)
        })
    }

    /// The latest counted result that was known when the promise was made: it ended and was published
    /// before that day, or it began before and the source of the promise gives it, too. `None` when
    /// there is no such result, or when the day of the promise is not known.
    pub fn known_when_made(&self, ledger: &Ledger<'_>) -> Option<&'a Observation> {
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
