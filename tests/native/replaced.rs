//! An entry that another one replaces counts nowhere, but keeps its card.

use tinhso::compare::{Ledger, YearFilter, pick_results};
use tinhso::data::Dataset;
use tinhso::export::{Csv, Format};

use crate::support::{Figure, day, world};

fn bills(id: &str, value: u32) -> Figure {
    Figure::of("an-hai", "cashless-bills").id(id).value(value).period("2023")
}

fn latest(dataset: &Dataset) -> Vec<&str> {
    let found = pick_results(dataset, "cashless-bills", &["an-hai"], YearFilter::Latest);
    found.iter().map(|o| o.id.as_str()).collect()
}

fn ids<'a>(of: impl Iterator<Item = &'a tinhso::data::Observation>) -> Vec<&'a str> {
    of.map(|o| o.id.as_str()).collect()
}

#[test]
fn a_result_that_another_replaces_counts_nowhere() {
    let target = || {
        Figure::of("an-hai", "cashless-bills")
            .id("goal")
            .value(80)
            .target("2023")
            .made("2020-01-01")
    };
    // By id the old one would stand for the two.
    let dataset = world(&[target(), bills("a", 90), bills("b", 70).supersedes("a")]);
    assert_eq!(latest(&dataset), ["b"]);
    assert_eq!(ids(dataset.observations.iter()), ["goal", "b"]);
    let assessed = Ledger::new(&dataset).assess_all(day("2026-01-01"));
    assert_eq!(assessed[0].state.id(), "missed");
    assert_eq!(ids(assessed[0].counted.iter().copied()), ["b"]);
    // It is found by its id, says what took its place, and is downloaded.
    let old = dataset.observation("a").unwrap();
    assert_eq!(dataset.replacement(old).map(|o| o.id.as_str()), Some("b"));
    assert_eq!(dataset.replacement(dataset.observation("b").unwrap()), None);
    assert!(Csv.observations(&dataset).contains("\na,an-hai,"));
}

#[test]
fn of_a_row_of_replacements_only_the_last_counts() {
    let dataset =
        world(&[bills("c", 3).supersedes("b"), bills("a", 1), bills("b", 2).supersedes("a")]);
    assert_eq!(latest(&dataset), ["c"]);
    assert_eq!(ids(dataset.replaced.iter()), ["a", "b"]);
}

#[test]
fn what_moves_to_another_definition_counts_there() {
    let moved = |kind: &dyn Fn(Figure) -> Figure| {
        let old = kind(Figure::of("an-hai", "cashless-bills").id("old").value(80));
        let new = kind(Figure::of("an-hai", "online-dossiers").id("new").value(80));
        let dataset = world(&[old, new.supersedes("old")]);
        (ids(dataset.observations.iter()).join(" "), ids(dataset.replaced.iter()).join(" "))
    };
    let expected = ("new".to_owned(), "old".to_owned());
    assert_eq!(moved(&|figure| figure.period("2023")), expected);
    assert_eq!(moved(&|figure| figure.target("2023")), expected);
}

#[test]
fn a_promise_that_was_changed_stays_a_promise() {
    let goal = |id: &str| Figure::of("an-hai", "cashless-bills").id(id).value(80).target("2023");
    let n = |a: Figure, b: Figure| {
        Ledger::new(&world(&[a, b.supersedes("a")])).assess_all(day("2026-01-01")).len()
    };
    let made = |id: &str, day: &str| goal(id).made(day);
    assert_eq!(n(goal("a"), goal("b")), 2, "nothing says when they were made");
    assert_eq!(n(made("a", "2020-01-01"), made("b", "2021-01-01")), 2);
    // Of one day and one deadline it is one promise, of which one source wrote another figure.
    assert_eq!(n(made("a", "2020-01-01"), made("b", "2020-01-01").value(70)), 1);
    assert_eq!(n(made("a", "2020-01-01"), made("b", "2020-01-01").target("2024")), 2);
}

#[test]
fn nothing_is_replaced_by_itself_by_another_kind_or_by_another_province() {
    for newer in [
        Figure::of("an-hai", "cashless-bills").id("b").value(80).target("2023").supersedes("a"),
        Figure::of("binh-son", "cashless-bills").id("b").value(1).period("2023").supersedes("a"),
        bills("b", 1).supersedes("b"),
    ] {
        let dataset = world(&[bills("a", 90), newer]);
        assert_eq!(dataset.replaced, []);
    }
}

#[test]
fn the_part_of_a_topic_knows_what_its_figures_were_moved_to() {
    let new = Figure::of("an-hai", "online-dossiers").id("new").value(80).period("2023");
    let dataset = world(&[bills("old", 80), new.supersedes("old")]);
    let part = dataset.topic_part("cashless-bills");
    assert_eq!(ids(part.replaced.iter()), ["old"]);
    assert_eq!(part.replacement(&part.replaced[0]).map(|o| o.id.as_str()), Some("new"));
    assert!(part.indicator("online-dossiers").is_some());
    assert_eq!(latest(&part), Vec::<&str>::new());
}

/// A promise stays a promise if a later one by another definition supersedes it.
#[test]
fn a_later_promise_by_another_definition_replaces_none() {
    let older = || Figure::of("an-hai", "cashless-bills").id("a").value(80).target("2023");
    let newer =
        || Figure::of("an-hai", "online-dossiers").id("b").value(80).target("2025").supersedes("a");
    let n_replaced = |older: Figure, newer: Figure| world(&[older, newer]).replaced.len();
    assert_eq!(n_replaced(older().made("2021-01-01"), newer().made("2024-01-01")), 0);
    // Of one day it is the same promise, be its deadline corrected.
    assert_eq!(n_replaced(older().made("2021-01-01"), newer().made("2021-01-01")), 1);
    assert_eq!(n_replaced(older(), newer()), 1);
}

#[test]
fn of_a_circle_nothing_is_lost() {
    let dataset = world(&[bills("a", 1).supersedes("b"), bills("b", 2).supersedes("a")]);
    assert_eq!(ids(dataset.observations.iter()), ["a", "b"]);
    assert_eq!(dataset.replacement(&dataset.observations[0]), None);
    let dataset = world(&[
        bills("a", 1).supersedes("c"),
        bills("b", 2).supersedes("a"),
        bills("c", 3).supersedes("b"),
        // It hangs on the circle and is no part of it.
        bills("d", 4).supersedes("c"),
    ]);
    assert_eq!(ids(dataset.observations.iter()), ["a", "b", "c", "d"]);
}
