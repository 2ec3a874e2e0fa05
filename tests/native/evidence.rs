//! Results that are only bounds, and results that contradict each other.

use tinhso::compare::State;

use crate::promises::{bills, is, on, promise, rank, rank_promise, result, state, told};

#[test]
fn a_bound_decides_only_when_all_it_allows_says_the_same() {
    // The promise's sign, the result, and what is said of at least (or more than) 80.
    let cases = [
        (">=", ">", 80, State::Met),
        (">=", ">=", 80, State::Met),
        (">=", ">=", 79, State::OverdueUnreported),
        (">=", ">", 79, State::OverdueUnreported),
        (">=", "<", 80, State::Missed),
        (">=", "<=", 80, State::OverdueUnreported),
        (">=", "<=", 79, State::Missed),
        (">=", "<", 95, State::OverdueUnreported),
        (">=", "~", 80, State::Met),
        (">=", "~", 79, State::Missed),
        (">", ">", 80, State::Met),
        (">", ">=", 80, State::OverdueUnreported),
        (">", "<=", 80, State::Missed),
        (">", "<", 80, State::Missed),
        (">", "~", 80, State::Missed),
    ];
    for (asked, sign, value, expected) in cases {
        let figures = [promise().comparator(asked), result("a", value, "2023").comparator(sign)];
        assert_eq!(state(&figures, "2024-01-01"), expected, "{asked} 80, {sign} {value}");
        on(&figures, "2024-01-01", |found| {
            let is_counted = expected != State::OverdueUnreported;
            assert_eq!(found.counted.len(), usize::from(is_counted));
            assert_eq!(found.inconclusive.len(), usize::from(!is_counted));
        });
    }
    // "Among the first 10" is among the first 15; "among the first 20" is not known to be.
    let top = |value| [rank_promise(), rank("a", value, "2023").comparator("<=")];
    assert_eq!(state(&top(15), "2024-01-01"), State::Met);
    assert_eq!(state(&top(20), "2024-01-01"), State::OverdueUnreported);
    // Bounds are read over all numbers: that no share exceeds 100% is not used.
    let all = [promise().value(100), result("a", 100, "2023").comparator("<=")];
    assert_eq!(state(&all, "2024-01-01"), State::OverdueUnreported);
}

#[test]
fn a_bound_that_decides_nothing_neither_stands_nor_blocks() {
    let figures = [
        promise(),
        result("a", 70, "2023").comparator(">"),
        result("b", 79, "2023"),
        result("c", 75, "2024").comparator(">"),
    ];
    assert_eq!(told(&figures, "2025-01-01"), is(State::Missed, "b"));
}

#[test]
fn of_results_of_one_day_the_smallest_id_stands() {
    // By bytes: "B" before "a", "a-10" before "a-9".
    let figures = [promise(), result("a", 81, "2023"), result("B", 82, "2023-12-31")];
    assert_eq!(told(&figures, "2024-01-01"), is(State::Met, "B"));
    let figures = [promise(), result("a-9", 81, "2023"), result("a-10", 82, "2023")];
    assert_eq!(told(&figures, "2024-01-01"), is(State::Met, "a-10"));
    on(&figures, "2024-01-01", |found| {
        assert_eq!((found.counted.len(), found.gap), (1, Some(-2.0)));
    });
}

#[test]
fn two_results_of_one_day_that_say_the_opposite_are_a_dispute() {
    for (a, b) in [(79, 80), (80, 79)] {
        let figures = [promise(), result("a", a, "2023"), result("b", b, "2023-12-31")];
        assert_eq!(told(&figures, "2024-01-01"), is(State::Disputed, "a b"));
        let late = [promise(), result("a", a, "2024"), result("b", b, "2024")];
        assert_eq!(told(&late, "2025-01-01"), is(State::Disputed, "a b"));
    }
    // A bound that decides takes part, one that does not has no say.
    let bound =
        |sign| [promise(), result("a", 79, "2023"), result("b", 80, "2023").comparator(sign)];
    assert_eq!(told(&bound(">"), "2024-01-01"), is(State::Disputed, "a b"));
    assert_eq!(told(&bound("<="), "2024-01-01"), is(State::Missed, "a"));
    // Of another day it is another figure.
    let days = [promise(), result("a", 79, "2023"), result("b", 80, "2023-12-30")];
    assert_eq!(told(&days, "2024-01-01"), is(State::Missed, "a"));
}

#[test]
fn a_dispute_counts_from_either_side_once_it_is_known() {
    let other = || result("z", 40, "2022").source("2024-06-01");
    let named = [promise(), result("a", 80, "2023").disputes(&["z"]), other()];
    let naming = [promise(), result("a", 80, "2023"), other().disputes(&["a"])];
    let both = [promise(), result("a", 80, "2023").disputes(&["z"]), other().disputes(&["a"])];
    for figures in [named, naming, both] {
        assert_eq!(told(&figures, "2024-05-31"), is(State::Met, "a"));
        assert_eq!(told(&figures, "2024-06-01"), is(State::Disputed, "a z"));
    }
    // All that contradicts it is evidence, of any province or kind; what it names in vain is not.
    let many = [
        promise(),
        result("a", 79, "2023").disputes(&["nothing", "a"]),
        bills("an-hai").id("x").disputes(&["a"]),
        bills("chau-giang").id("w").missing().disputes(&["a"]),
        result("z", 81, "2023"),
    ];
    assert_eq!(told(&many, "2024-01-01"), is(State::Disputed, "a w x z"));
    // What decides nothing may be disputed without effect.
    let idle = [promise(), result("a", 79, "2023-06").disputes(&["z"]), other()];
    assert_eq!(told(&idle, "2025-01-01"), is(State::OverdueUnreported, ""));
}

#[test]
fn a_promise_met_but_disputed_is_disputed_even_where_the_unit_changed() {
    let figures = [
        bills("an-hai").id("promise").value(80).target("2025").made("2022-01-01"),
        bills("an-hai").id("a").value(85).period("2024").disputes(&["b"]),
        bills("an-hai").id("b").value(60).period("2023"),
    ];
    assert_eq!(told(&figures, "2025-01-01"), is(State::Disputed, "a b"));
    assert_eq!(told(&figures, "2026-01-01"), is(State::Disputed, "a b"));
}
