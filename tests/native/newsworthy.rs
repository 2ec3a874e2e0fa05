//! The promises that the home page tells about.

use tinhso::compare::{Ledger, newsworthy};
use tinhso::data::Dataset;

use crate::support::{Figure, day, real_data, world};

fn told(dataset: &Dataset, as_of: &str, limit: usize) -> Vec<(String, &'static str)> {
    let all = Ledger::new(dataset).assess_all(day(as_of));
    newsworthy(dataset, &all, limit).iter().map(|a| (a.target.id.clone(), a.state.id())).collect()
}

/// The ids of the promises that are told at the end of 2024.
fn ids(figures: &[Figure], limit: usize) -> Vec<String> {
    told(&world(figures), "2024-12-31", limit).into_iter().map(|(id, _)| id).collect()
}

/// Five definitions, so that each promise has its own results.
const INDICATORS: [&str; 3] = ["cashless-bills", "online-dossiers", "full-dossiers"];
const PROVINCES: [&str; 4] = ["an-hai", "binh-son", "chau-giang", "national"];

/// A promise of 80% by the deadline. Each place is a definition of its own.
fn promise(place: usize, id: &str, due: &str) -> Figure {
    at(place).id(id).value(80).target(due).made("2020-01-01")
}

fn result(place: usize, value: u32, period: &str) -> Figure {
    at(place).id(&format!("result-{place}-{period}")).value(value).period(period)
}

fn at(place: usize) -> Figure {
    let (province, indicator) = (PROVINCES[place % 4], INDICATORS[place / 4]);
    Figure::of(province, indicator).source("no date")
}

/// One promise of each state that can be told.
fn one_of_each() -> Vec<Figure> {
    vec![
        promise(0, "behind", "2025-06"),
        result(0, 40, "2022"),
        result(0, 41, "2023"),
        promise(1, "unreported", "2023"),
        promise(2, "disputed", "2023"),
        result(2, 70, "2023"),
        result(2, 80, "2023-12"),
        promise(3, "met", "2023"),
        result(3, 80, "2023"),
        promise(4, "missed", "2023"),
        result(4, 70, "2023"),
        promise(5, "met late", "2022"),
        result(5, 80, "2023"),
        promise(6, "unmet late", "2023"),
        result(6, 60, "2024-06"),
        promise(7, "not due", "2030"),
        promise(8, "on path", "2025-06"),
        result(8, 40, "2022"),
        result(8, 79, "2023"),
        promise(9, "no deadline", ""),
    ]
}

#[test]
fn one_promise_of_each_kind_in_a_fixed_order() {
    let expected = ["unmet late", "met", "unreported", "disputed", "behind"];
    assert_eq!(ids(&one_of_each(), 9), expected);
    for limit in 0..=5 {
        assert_eq!(ids(&one_of_each(), limit), expected[..limit]);
    }
}

#[test]
fn states_that_say_nothing_new_are_not_told() {
    let quiet = [promise(7, "not due", "2030"), promise(9, "no deadline", "")];
    assert_eq!(ids(&quiet, 5), Vec::<String>::new());
    assert_eq!(ids(&[], 5), Vec::<String>::new());
}

#[test]
fn what_is_kept_and_what_is_unreported_come_in_early() {
    let kept = ["met", "met late"];
    let mut figures = one_of_each();
    assert!(kept.contains(&ids(&figures, 3)[1].as_str()));
    assert_eq!(ids(&figures, 3)[2], "unreported");
    // The promises of places 3 and 5 are no longer known: nothing kept is left.
    figures.drain(11..13);
    figures.drain(7..9);
    assert_eq!(ids(&figures, 3), ["unmet late", "unreported", "disputed"]);
}

#[test]
fn the_one_furthest_short_on_its_own_scale_stands_for_its_kind() {
    let rank = |id: &str, value: u32| {
        Figure::of("chau-giang", "index-rank").source("no date").id(id).value(value).base(63)
    };
    // 12 of 100 points against 10 of 63 places.
    let figures = [
        promise(0, "points", "2023"),
        result(0, 68, "2023"),
        rank("places", 10).target("2023").made("2020-01-01"),
        rank("20th", 20).period("2023"),
    ];
    assert_eq!(ids(&figures, 5), ["places"]);
    // What has come beyond its target since is not short at all.
    let figures = [
        promise(0, "mended", "2023"),
        result(0, 10, "2023"),
        result(0, 100, "2024-06"),
        promise(1, "short", "2023"),
        result(1, 79, "2023"),
    ];
    assert_eq!(ids(&figures, 5), ["short"]);
    // A number of things has no scale: it comes last, however far it is.
    let points = |id: &str| Figure::of("an-hai", "service-points").source("no date").id(id);
    let figures = [
        points("count").value(9_000).target("2023").made("2020-01-01"),
        points("c").value(1).period("2023"),
        promise(0, "points", "2023"),
        result(0, 79, "2023"),
    ];
    assert_eq!(ids(&figures, 5), ["points"]);
}

#[test]
fn an_unreported_promise_with_an_earlier_result_comes_first() {
    let figures = [
        promise(0, "nothing", "2023-12-31"),
        promise(1, "early", "2022"),
        result(1, 79, "2021"),
        promise(2, "earlier", "2022"),
        result(2, 50, "2021"),
    ];
    assert_eq!(ids(&figures, 5), ["earlier"]);
    assert_eq!(ids(&figures[..3], 5), ["early"]);
    assert_eq!(ids(&figures[..1], 5), ["nothing"]);
}

#[test]
fn of_equals_the_one_due_last_then_the_smallest_id() {
    let kept = |place: usize, id: &str, due: &str| {
        [promise(place, id, due), result(place, 80 + place as u32, "2022")]
    };
    let figures = [kept(0, "b", "2023"), kept(1, "c", "2022"), kept(2, "a", "2023-06")].concat();
    assert_eq!(ids(&figures, 1), ["b"]);
    let figures = [kept(0, "b", "2023"), kept(1, "a", "2023"), kept(2, "c", "2023")].concat();
    assert_eq!(ids(&figures, 1), ["a"]);
    let short =
        |place: usize, id: &str, due: &str| [promise(place, id, due), result(place, 70, due)];
    let figures = [short(0, "a", "2022"), short(1, "c", "2023"), short(2, "b", "2023")].concat();
    assert_eq!(ids(&figures, 1), ["b"]);
}

#[test]
fn what_the_real_data_tell() {
    let dataset = real_data();
    // The country's own targets are what the provinces' are set beside.
    let told = |as_of: &str| -> Vec<(String, &'static str)> {
        let all = Ledger::new(&dataset).assess_provinces(day(as_of));
        newsworthy(&dataset, &all, 5).iter().map(|a| (a.target.id.clone(), a.state.id())).collect()
    };
    assert_eq!(
        told("2026-11-22"),
        [
            ("br-vt/dti-rank/target/2024".to_owned(), "met"),
            ("khanh-hoa/dossiers-digitized/target/2025".to_owned(), "overdue-unreported"),
        ]
    );
    // By then only a promise without a deadline was known.
    assert_eq!(told("2023-07-11"), []);
}

/// Neither a promise with a caveat is told, nor one from a draft, nor one whose state rests on a figure with one.
#[test]
fn what_rests_on_a_figure_with_a_caveat_is_not_told() {
    let caveat = || serde_json::json!({ "vi": "Trùng chỉ tiêu.", "en": "Equals the goal." });
    let told = |goal: Figure, result: Figure| ids(&[goal, result], 9);
    let (goal, met) = (|| promise(0, "goal", "2023"), || result(0, 80, "2023"));
    assert_eq!(told(goal(), met()), ["goal"]);
    assert_eq!(told(goal().with_key("caveat", caveat()), met()), Vec::<String>::new());
    assert_eq!(told(goal(), met().with_key("caveat", caveat())), Vec::<String>::new());
    assert_eq!(told(goal().with_key("draft", true), met()), Vec::<String>::new());
}
