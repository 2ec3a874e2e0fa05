//! Printed ranges ("35–37%"): how they are read, judged, compared, and written.

use serde_json::json;
use tinhso::compare::{Ledger, Outcome, Reason, State, Verdict, compare, demanded_value, outcome};
use tinhso::data::{Dataset, read_bundle, write_bundle};
use tinhso::export::{Csv, Format};

use crate::promises::{bills, on, promise, rank, rank_promise, result, state};
use crate::support::{Figure, Files, day, real_data, world};

const AN_HAI: &str = "observations/an-hai.json";

/// The figure with an upper end.
fn to(figure: Figure, end: impl Into<serde_json::Value>) -> Figure {
    figure.with_key("value_to", end)
}

/// What the first figure, a promise, says of the second one.
fn outcome_of(target: Figure, result: Figure) -> Option<Outcome> {
    let dataset = world(&[target, result]);
    let [target, result] = &dataset.observations[..] else { panic!("two figures") };
    outcome(target, result, dataset.indicator(&target.indicator))
}

fn with_range(end: serde_json::Value) -> Files {
    Files::good().set(AN_HAI, "/observations/0/value_to", end)
}

fn demanded(dataset: &Dataset) -> Option<f64> {
    let target = &dataset.observations[0];
    demanded_value(target, dataset.indicator(&target.indicator))
}

#[test]
fn a_promised_range_asks_for_its_less_demanding_end() {
    // The promise is 80%, of which more is better.
    let promise = || to(promise(), 90);
    assert_eq!(demanded(&world(&[promise()])), Some(80.0));
    for (value, expected) in [(79.9, State::Missed), (80.0, State::Met), (95.0, State::Met)] {
        let figures = [promise(), result("a", value, "2023")];
        assert_eq!(state(&figures, "2024-01-01"), expected, "{value}");
    }
    // The 15th to 17th place, of which a lower one is better.
    let promise = || to(rank_promise(), 17);
    assert_eq!(demanded(&world(&[promise()])), Some(17.0));
    for (value, expected) in [(14, State::Met), (17, State::Met), (18, State::Missed)] {
        let figures = [promise(), rank("a", value, "2023")];
        assert_eq!(state(&figures, "2024-01-01"), expected, "{value}");
    }
    on(&[promise(), rank("a", 20, "2023")], "2024-01-01", |found| {
        assert_eq!((found.demanded(), found.gap), (Some(17.0), Some(-3.0)));
    });
}

#[test]
fn a_reported_range_counts_only_where_both_its_ends_say_the_same() {
    for (from, end, expected) in
        [(80, 90, Outcome::Meets), (70, 79, Outcome::Fails), (70, 80, Outcome::Inconclusive)]
    {
        let range = to(result("a", from, "2023"), end);
        assert_eq!(outcome_of(promise(), range), Some(expected), "{from}–{end}");
    }
    // Nothing is subtracted from it, for nobody knows which number of it is meant.
    let figures = [promise(), to(result("a", 70, "2022"), 75)];
    on(&figures, "2023-01-01", |found| {
        let latest = found.latest_result().unwrap();
        assert!(!found.may_compute_from(latest));
    });
}

#[test]
fn a_range_is_approximate_and_has_no_difference() {
    let figure = |id: &str, province: &str| bills(province).id(id).value(70).period("2023");
    let dataset = world(&[to(figure("a", "chau-giang"), 75), figure("b", "an-hai")]);
    let comparison = compare(&dataset, &dataset.observations[0], &dataset.observations[1]);
    assert_eq!(comparison.reasons, [Reason::Approximate]);
    assert_eq!((comparison.verdict, comparison.difference), (Verdict::WithCare, None));
}

#[test]
fn the_upper_end_keeps_the_rules_of_a_value() {
    assert_eq!(with_range(json!(85)).check(), Vec::<String>::new());
    // Below, at, and beyond what is possible; of a rank also beyond its base, and no place.
    for wrong in [json!(79), json!(80), json!(101), json!(85.123_456_789)] {
        let found = with_range(wrong.clone()).check();
        assert_eq!(found.len(), 1, "{wrong}: {found:?}");
        assert!(found[0].contains("$.observations[0].value_to: "), "{found:?}");
    }
    for wrong in [json!(64), json!(13.5)] {
        let files = Files::good().set(AN_HAI, "/observations/2/value_to", wrong);
        let found = files.check();
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("$.observations[2].value_to: found the rank "), "{found:?}");
    }
}

#[test]
fn both_ends_are_in_bundles_and_downloads() {
    let dataset = with_range(json!(85)).dataset();
    let id = dataset.observations[0].id.clone();
    assert_eq!(dataset.observations[0].value_to, Some(85.0));
    let again = read_bundle(&write_bundle(&dataset)).unwrap();
    assert_eq!(again.observation(&id).unwrap().value_to, Some(85.0));
    let csv = Csv.observations(&dataset);
    let row = csv.lines().find(|line| line.starts_with(&id)).unwrap();
    assert!(row.contains(",>=,80,,") && row.ends_with(",85,false,,,,"), "{row}");
}

#[test]
fn the_promises_of_two_enlarged_provinces_stand_beside_those_of_the_old_ones() {
    let dataset = real_data();
    let ledger = Ledger::new(&dataset);
    let told = |province: &str, end: &str| {
        let id = format!("{province}/digital-economy-share/target/{end}");
        let target = dataset.observation(&id).unwrap();
        let state = ledger.assess(target, day("2026-11-29")).unwrap().state;
        (target.value(), target.value_to, state)
    };
    assert_eq!(told("dong-nai", "2030"), (Some(35.0), Some(37.0), State::UnitChanged));
    assert_eq!(told("dong-nai", "2030-set-2025"), (Some(30.0), None, State::NotDue));
    assert_eq!(told("ho-chi-minh-city", "2030"), (Some(40.0), None, State::UnitChanged));
    assert_eq!(told("ho-chi-minh-city", "2030-set-2025"), (Some(30.0), Some(40.0), State::NotDue));
}
