//! Properties of promises that hold for every random dataset.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use tinhso::compare::{Assessment, Ledger, State, StateCategory};
use tinhso::data::{Comparator, Day, Kind, Observation};

use crate::promise_judge::{Naive, is_known, judge, says};
use crate::promise_world::{Entry, World, any_day, any_world, day_worlds, whole_day};

/// What the command prints of each promise, by its target's id.
fn rows(world: &World, day: Day) -> Vec<(String, Naive)> {
    let dataset = world.dataset();
    let ledger = Ledger::new(&dataset);
    let mut rows: Vec<(String, Naive)> =
        ledger.assess_all(day).iter().map(|found| (found.target.id.clone(), row(found))).collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    rows
}

fn row(found: &Assessment<'_>) -> Naive {
    Naive {
        state: found.state.id(),
        evidence: found.evidence.iter().map(|o| o.id.clone()).collect(),
        gap: found.gap,
        achieved_pace: found.achieved_pace,
        needed_pace: found.needed_pace,
        days_left: found.days_left,
    }
}

/// Whether two numbers are equal, except for rounding errors.
fn is_same(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0),
        (a, b) => a == b,
    }
}

/// The next day on which something is published, ends or merges.
fn next_event(world: &World, day: Day) -> Option<Day> {
    let dated = world.sources.iter().map(|(published, not_before)| published.or(*not_before));
    let ends = world.figures.iter().filter(|entry| entry.kind == Kind::Result).map(|e| e.date);
    let days = dated.chain(ends).flatten().map(tinhso::data::Date::end);
    let mergers = world.took_in.iter().copied().chain(world.until.map(|until| until.plus(1)));
    days.chain(mergers).filter(|event| *event > day).min()
}

#[test]
fn the_random_worlds_reach_every_state_and_bounds_that_decide_nothing() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<State, usize> = BTreeMap::new();
    let mut n_inconclusive = 0;
    for _ in 0..1_500 {
        let (world, day) = (any_world(), any_day()).new_tree(&mut runner).unwrap().current();
        for found in Ledger::new(&world.dataset()).assess_all(day) {
            *seen.entry(found.state).or_default() += 1;
            n_inconclusive += found.inconclusive.len();
        }
    }
    for state in State::ALL {
        assert!(seen.get(&state).is_some_and(|n| *n >= 10), "{state:?}: {seen:?}");
    }
    assert!(n_inconclusive >= 10, "{n_inconclusive}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_second_reading_of_the_rules_agrees(world in any_world(), day in any_day()) {
        let dataset = world.dataset();
        let ledger = Ledger::new(&dataset);
        let known: Vec<&Observation> = dataset
            .observations
            .iter()
            .filter(|o| o.kind == Kind::Target && o.value().is_some() && is_known(&dataset, o, day))
            .collect();
        let found = ledger.assess_all(day);
        let targets: Vec<&Observation> = found.iter().map(|a| a.target).collect();
        prop_assert_eq!(&targets, &known);
        for assessment in &found {
            let (ours, naive) = (row(assessment), judge(&dataset, assessment.target, day));
            prop_assert_eq!(ours.state, naive.state);
            prop_assert_eq!(&ours.evidence, &naive.evidence);
            prop_assert_eq!(ours.days_left, naive.days_left);
            prop_assert!(is_same(ours.gap, naive.gap), "{:?} {:?}", ours, naive);
            prop_assert!(is_same(ours.achieved_pace, naive.achieved_pace), "{:?} {:?}", ours, naive);
            prop_assert!(is_same(ours.needed_pace, naive.needed_pace), "{:?} {:?}", ours, naive);
        }
    }

    #[test]
    fn shifting_every_day_shifts_nothing_else(
        world in day_worlds(),
        day in any_day(),
        days in -2_000i32..2_000,
    ) {
        prop_assert_eq!(rows(&world, day), rows(&world.clone().shifted(days), day.plus(days)));
    }

    #[test]
    fn up_and_down_are_alike(world in any_world(), day in any_day()) {
        let there = rows(&world, day);
        let mirrored = rows(&world.mirrored(), day);
        prop_assert_eq!(there.len(), mirrored.len());
        let turned = |number: Option<f64>| number.map(|number| 0.0 - number);
        for ((id, there), (other, back)) in there.iter().zip(&mirrored) {
            prop_assert_eq!(id, other);
            prop_assert_eq!(there.state, back.state);
            prop_assert_eq!(&there.evidence, &back.evidence);
            prop_assert_eq!(there.gap, turned(back.gap));
            prop_assert_eq!(there.achieved_pace, turned(back.achieved_pace));
            prop_assert_eq!(there.needed_pace, turned(back.needed_pace));
            prop_assert_eq!(there.days_left, back.days_left);
        }
    }

    #[test]
    fn the_order_of_the_entries_does_not_matter(
        (world, shuffled) in any_world().prop_flat_map(|world| {
            let figures = Just(world.figures.clone()).prop_shuffle();
            (Just(world), figures)
        }),
        day in any_day(),
    ) {
        let other = World { figures: shuffled, ..world.clone() };
        prop_assert_eq!(rows(&world, day), rows(&other, day));
    }

    #[test]
    fn time_alone_moves_a_promise_only_past_its_deadline(world in any_world(), day in any_day()) {
        let dataset = world.dataset();
        let ledger = Ledger::new(&dataset);
        // Until the day before something becomes known, at most a year.
        let last = next_event(&world, day).map_or(day.plus(366), |event| event.plus(-1));
        for later in [day.plus(1).min(last), last] {
            for (before, after) in ledger.assess_all(day).iter().zip(ledger.assess_all(later)) {
                let passes = before.due.is_some_and(|due| day <= due && due < later);
                if passes && before.state.category() == StateCategory::Open {
                    let past = [State::Missed, State::OverdueUnreported, State::Disputed];
                    prop_assert!(past.contains(&after.state), "{:?}", after.state);
                } else {
                    prop_assert_eq!(before.state, after.state);
                    prop_assert_eq!(&before.evidence, &after.evidence);
                }
                prop_assert_eq!(before.gap, after.gap);
                prop_assert_eq!(before.achieved_pace, after.achieved_pace);
                prop_assert_eq!(before.needed_pace, after.needed_pace);
            }
        }
    }

    #[test]
    fn a_bound_that_decides_nothing_changes_nothing(
        world in any_world(),
        day in any_day(),
        ends in any_day(),
        tenths in 0i32..8,
        comparator in prop::sample::select(vec![
            Comparator::AtLeast, Comparator::MoreThan, Comparator::AtMost, Comparator::LessThan,
        ]),
    ) {
        let bound = Entry {
            name: 999,
            indicator: 0,
            kind: Kind::Result,
            tenths: Some(tenths),
            comparator,
            base: None,
            date: Some(whole_day(ends)),
            judged: None,
            made: None,
            unit_as_of: None,
            source: 0,
            disputes: Vec::new(),
        };
        let mut more = world.clone();
        more.figures.push(bound);
        let (before, after) = (world.dataset(), more.dataset());
        let bound = after.observations.last().unwrap();
        let (before, ledger) = (Ledger::new(&before).assess_all(day), Ledger::new(&after));
        for (before, after_it) in before.iter().zip(ledger.assess_all(day)) {
            let target = after_it.target;
            if target.indicator != bound.indicator || says(&after, target, bound).is_none() {
                prop_assert_eq!(row(before), row(&after_it));
                prop_assert!(!after_it.counted.iter().any(|o| o.id == bound.id));
            }
        }
    }

    #[test]
    fn an_assessment_hangs_together(world in any_world(), day in any_day()) {
        let dataset = world.dataset();
        let ledger = Ledger::new(&dataset);
        for found in ledger.assess_all(day) {
            let alone = ledger.assess(found.target, day);
            prop_assert_eq!(alone.as_ref(), Some(&found));
            prop_assert_eq!(State::of_id(found.state.id()), Some(found.state));
            // Nothing that is not known, and nothing of a later day.
            for o in found.counted.iter().chain(&found.inconclusive) {
                prop_assert!(is_known(&dataset, o, day) && o.period.unwrap().end() <= day);
            }
            prop_assert_eq!(found.latest_result(), found.counted.last().copied());
            let n = found.evidence.len();
            let expected = match found.state {
                State::Met | State::MetShownLate | State::Missed | State::UnmetShownLate => n == 1,
                State::OnPath | State::Behind => n == 2,
                State::Disputed => n >= 2,
                _ => n == 0,
            };
            prop_assert!(expected, "{:?} {n}", found.state);
            if let Some(path) = found.path {
                prop_assert!(is_same(Some(path.value_on(path.from_day)), Some(path.from_value)));
                prop_assert!(is_same(Some(path.value_on(path.to_day)), found.target.value()));
            }
        }
    }
}

proptest! {
    /// Here every day is checked, while the ledger stops at the first day that differs.
    #[test]
    fn nothing_changes_until_the_day_that_is_told(world in any_world(), day in any_day()) {
        const MOST: i32 = 400;
        let dataset = world.dataset();
        let ledger = Ledger::new(&dataset);
        for province in dataset.units() {
            // All that is told of a promise, but for how far off the deadline is.
            let told = |day: Day| -> Vec<String> {
                let ids = |all: &[&Observation]| all.iter().map(|o| o.id.clone()).collect::<Vec<_>>();
                let mergers = province.merger_days().filter(|merger| *merger <= day).count();
                let own = ledger.assess_all(day).into_iter().filter(|a| a.target.province == province.id);
                let told = own.map(|a| {
                    let rests_on = [ids(&a.evidence), ids(&a.counted), ids(&a.inconclusive)];
                    format!("{} {:?} {rests_on:?} {:?} {mergers}", a.target.id, a.state, a.merged)
                });
                told.collect()
            };
            let is_own = |promise: &Observation| promise.province == province.id;
            let until = ledger.unchanged_until(is_own, day, day.plus(MOST));
            let now = told(day);
            let first_other = (1..=MOST).map(|days| day.plus(days)).find(|day| told(*day) != now);
            prop_assert_eq!(until, first_other.map_or(day.plus(MOST), |other| other.plus(-1)));
        }
        prop_assert_eq!(ledger.unchanged_until(|_| false, day, day.plus(9)), day.plus(9));
        prop_assert_eq!(ledger.unchanged_until(|_| false, day, day.plus(-9)), day);
        // Of all of them no longer than of each.
        let of_each = dataset.units().map(|province| {
            ledger.unchanged_until(|promise| promise.province == province.id, day, day.plus(MOST))
        });
        let of_all = ledger.unchanged_until(|_| true, day, day.plus(MOST));
        prop_assert_eq!(of_all, of_each.min().unwrap_or(day.plus(MOST)));
    }
}
