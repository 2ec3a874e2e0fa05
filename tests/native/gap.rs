//! The results from which a page may compute a gap. The data here are made up.

use serde_json::json;
use tinhso::compare::Ledger;
use tinhso::data::Year;

use crate::support::{Figure, day, world};

fn goal(deadline: &str) -> Figure {
    Figure::of("an-hai", "cashless-bills").id("goal").value(80).target(deadline).made("2021-03-01")
}

fn result() -> Figure {
    Figure::of("an-hai", "cashless-bills").id("result").value(50).period("2022")
}

/// Whether something may be computed from the result, and whether it is late enough to decide the
/// promise.
fn asked(goal: Figure, result: Figure) -> (bool, bool) {
    asked_with_breaks(goal, result, &[])
}

fn asked_with_breaks(goal: Figure, result: Figure, breaks: &[i32]) -> (bool, bool) {
    let mut dataset = world(&[goal, result]);
    dataset.indicators[0].breaks = breaks.iter().copied().map(Year).collect();
    let ledger = Ledger::new(&dataset);
    let goal = dataset.observation("goal").unwrap();
    let found = ledger.assess(goal, day("2026-01-01")).unwrap();
    let result = dataset.observation("result").unwrap();
    (found.may_compute_from(result), found.is_late_enough(result))
}

#[test]
fn nothing_is_computed_from_a_bound_or_from_what_has_a_caveat() {
    let caveat = || json!({ "vi": "Trùng chỉ tiêu.", "en": "Equals the goal." });
    assert!(asked(goal("2023"), result()).0);
    assert!(asked(goal("2023"), result().comparator("~")).0);
    assert!(!asked(goal("2023"), result().comparator("<")).0);
    assert!(!asked(goal("2023"), result().with_key("caveat", caveat())).0);
    assert!(!asked(goal("2023").with_key("caveat", caveat()), result()).0);
    assert!(!asked(goal("2023").with_key("draft", true), result()).0);
}

#[test]
fn without_a_deadline_nothing_is_computed_over_a_break_since_the_goal_was_made() {
    let undated = || goal("2023").with_key("deadline", json!(null));
    assert!(asked_with_breaks(undated(), result(), &[2021, 2023]).0);
    assert!(!asked_with_breaks(undated(), result(), &[2022]).0);
    // Of a goal with a deadline the reason stands in the place of the gap.
    assert!(asked_with_breaks(goal("2023"), result(), &[2022]).0);
}

#[test]
fn a_goal_in_a_year_is_reached_or_missed_in_it_only() {
    let of_its_time = |goal: Figure, period: &str| asked(goal, result().period(period)).1;
    assert!(of_its_time(goal("2023"), "2022"));
    assert!(!of_its_time(goal("2023").judged("in"), "2022"));
    assert!(of_its_time(goal("2023").judged("in"), "2023"));
    assert!(of_its_time(goal("2023").judged("in"), "2024"));
}
