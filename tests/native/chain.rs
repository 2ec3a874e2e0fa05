//! Promises that were raised, lowered or postponed: each of them gives the same chain.

use std::cmp::Ordering;

use tinhso::compare::{Ledger, compare_demands, compare_urgency};
use tinhso::data::Dataset;

use crate::support::{Figure, day, world};

fn bills(id: &str, value: u32, deadline: &str) -> Figure {
    Figure::of("an-hai", "cashless-bills").id(id).value(value).target(deadline)
}

/// The ids of the promises in the chain of a promise, on a day.
fn chain(dataset: &Dataset, id: &str, as_of: &str) -> Vec<String> {
    let target = dataset.observation(id).unwrap();
    Ledger::new(dataset).chain(target, day(as_of)).into_iter().map(|o| o.id.clone()).collect()
}

fn three() -> Dataset {
    world(&[
        bills("c", 90, "2027").supersedes("b").source("2024-05-01"),
        bills("a", 80, "2025").source("2022-01-01"),
        bills("b", 80, "2026").supersedes("a").source("2023-03-01"),
        bills("other", 80, "2025").source("2022-01-01"),
    ])
}

#[test]
fn each_link_gives_the_whole_chain_from_the_oldest_on() {
    let dataset = three();
    for id in ["a", "b", "c"] {
        assert_eq!(chain(&dataset, id, "2024-12-31"), ["a", "b", "c"], "{id}");
    }
    assert_eq!(chain(&dataset, "other", "2024-12-31"), ["other"]);
}

#[test]
fn what_was_not_known_yet_is_no_link() {
    let dataset = three();
    assert_eq!(chain(&dataset, "a", "2023-12-31"), ["a", "b"]);
    assert_eq!(chain(&dataset, "a", "2022-12-31"), ["a"]);
}

#[test]
fn of_two_that_replace_the_same_one_the_smaller_id_goes_on() {
    let dataset = world(&[
        bills("a", 80, "2025"),
        bills("c", 70, "2025").supersedes("a"),
        bills("b", 90, "2025").supersedes("a"),
    ]);
    assert_eq!(chain(&dataset, "a", "2025-01-01"), ["a", "b"]);
    assert_eq!(chain(&dataset, "c", "2025-01-01"), ["a", "c"]);
}

#[test]
fn a_circle_ends_where_it_began_and_a_missing_link_ends_a_chain() {
    let dataset = world(&[
        bills("a", 80, "2025").supersedes("b"),
        bills("b", 90, "2025").supersedes("a"),
        bills("c", 90, "2025").supersedes("nowhere"),
    ]);
    assert_eq!(chain(&dataset, "a", "2025-01-01"), ["b", "a"]);
    assert_eq!(chain(&dataset, "c", "2025-01-01"), ["c"]);
}

#[test]
fn a_promise_is_raised_lowered_or_postponed_by_what_is_better() {
    let dataset = three();
    let of = |id: &str| dataset.observation(id).unwrap();
    let indicator = dataset.indicator("cashless-bills");
    assert_eq!(compare_demands(of("c"), of("b"), indicator), Some(Ordering::Greater));
    assert_eq!(compare_demands(of("b"), of("a"), indicator), Some(Ordering::Equal));
    assert_eq!(compare_urgency(of("b"), of("a")), Some(Ordering::Less));
    assert_eq!(compare_urgency(of("other"), of("a")), Some(Ordering::Equal));

    // A rank asks for more with a smaller number, and "more than" for more than "at least".
    let rank = |id: &str, place: u32| {
        Figure::of("an-hai", "index-rank")
            .id(id)
            .value(place)
            .base(63)
            .target("2025")
            .comparator("<=")
    };
    let over = bills("over", 80, "").comparator(">");
    let dataset =
        world(&[rank("x", 10), rank("y", 20), bills("at", 80, "").comparator(">="), over]);
    let of = |id: &str| dataset.observation(id).unwrap();
    assert_eq!(
        compare_demands(of("x"), of("y"), dataset.indicator("index-rank")),
        Some(Ordering::Greater)
    );
    assert_eq!(
        compare_demands(of("over"), of("at"), dataset.indicator("cashless-bills")),
        Some(Ordering::Greater)
    );
    assert_eq!(compare_urgency(of("over"), of("at")), None);
}
