//! Which figures of a series are shown for a year filter.

use tinhso::compare::{YearFilter, pairs, pick_results, pick_targets};

use crate::support::{Figure, world};

fn chosen(figures: &[Figure], year: YearFilter) -> Option<String> {
    let dataset = world(figures);
    let found = pick_results(&dataset, "cashless-bills", &["an-hai"], year);
    assert!(found.len() <= 1, "{found:?}");
    found.first().map(|o| o.id.clone())
}

fn bills(id: &str, period: &str) -> Figure {
    Figure::of("an-hai", "cashless-bills").id(id).period(period)
}

#[test]
fn the_latest_is_the_one_whose_period_ends_last() {
    let figures = [bills("a", "2023"), bills("b", "2024-01/2024-09"), bills("c", "2024-Q1")];
    assert_eq!(chosen(&figures, YearFilter::Latest).as_deref(), Some("b"));
}

#[test]
fn of_equal_ends_the_smallest_id_by_bytes_is_chosen() {
    let figures = [bills("b", "2024"), bills("B", "2024-12"), bills("a", "2024-12-31")];
    assert_eq!(chosen(&figures, YearFilter::Latest).as_deref(), Some("B"));
    let accents = [bills("đ", "2024"), bills("z", "2024")];
    assert_eq!(chosen(&accents, YearFilter::Latest).as_deref(), Some("z"));
}

#[test]
fn figures_without_value_targets_and_other_series_are_never_chosen() {
    let figures = [
        bills("missing", "2025").missing(),
        bills("target", "2025").target("2025"),
        Figure::of("chau-giang", "cashless-bills").period("2025"),
        Figure::of("an-hai", "full-dossiers").period("2025"),
        bills("result", "2020"),
    ];
    assert_eq!(chosen(&figures, YearFilter::Latest).as_deref(), Some("result"));
    assert_eq!(chosen(&figures[..4], YearFilter::Latest), None);
}

#[test]
fn a_year_never_borrows_from_another() {
    let figures = [bills("a", "2022"), bills("b", "2023/2024")];
    assert_eq!(chosen(&figures, YearFilter::Year(2022)).as_deref(), Some("a"));
    assert_eq!(chosen(&figures, YearFilter::Year(2023)), None);
    assert_eq!(chosen(&figures, YearFilter::Year(2024)).as_deref(), Some("b"));
    assert_eq!(chosen(&figures, YearFilter::Year(2021)), None);
}

#[test]
fn picked_results_are_in_the_order_of_provinces_then_of_indicators() {
    let dataset = world(&[
        Figure::of("an-hai", "full-dossiers").id("1"),
        Figure::of("an-hai", "online-dossiers").id("2"),
        Figure::of("chau-giang", "online-dossiers").id("3"),
        Figure::of("chau-giang", "cashless-bills").id("4"),
    ]);
    let found =
        pick_results(&dataset, "online-dossiers", &["chau-giang", "an-hai"], YearFilter::Latest);
    let ids: Vec<&str> = found.iter().map(|o| o.id.as_str()).collect();
    assert_eq!(ids, ["3", "2", "1"]);
}

#[test]
fn pairs_stand_by_province_as_given_then_by_id_and_never_within_one_province() {
    let dataset = world(&[
        Figure::of("an-hai", "online-dossiers").id("2"),
        Figure::of("an-hai", "full-dossiers").id("1"),
        Figure::of("chau-giang", "online-dossiers").id("4"),
        Figure::of("chau-giang", "full-dossiers").id("3"),
        Figure::of("national", "full-dossiers").id("0"),
    ]);
    let provinces = ["chau-giang", "an-hai", "national"];
    let found = pairs(&dataset, "online-dossiers", &provinces, YearFilter::Latest);
    let ids: Vec<String> = found.iter().map(|p| format!("{}{}", p.a.id, p.b.id)).collect();
    assert_eq!(ids, ["31", "32", "41", "42", "30", "40", "10", "20"]);
}

#[test]
fn targets_stand_by_deadline_and_those_without_come_last() {
    let target = |id: &str, deadline: &str| bills(id, "2020").target(deadline);
    let figures = [
        target("none", ""),
        target("2030", "2030"),
        target("b", "2025"),
        target("a", "2025-12"),
        bills("result", "2025"),
        target("missing", "2025").missing(),
    ];
    let dataset = world(&figures);
    let ids = |year| -> Vec<String> {
        let found = pick_targets(&dataset, "an-hai", "cashless-bills", year);
        found.iter().map(|o| o.id.clone()).collect()
    };
    assert_eq!(ids(YearFilter::Latest), ["a", "b", "2030", "none"]);
    assert_eq!(ids(YearFilter::Year(2025)), ["a", "b"]);
    assert_eq!(ids(YearFilter::Year(2026)), Vec::<String>::new());
}
