//! The rule by which the home page chooses its highlights.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tinhso::compare::{Highlight, highlights};
use tinhso::data::{Dataset, Kind};

use crate::comparability::any_figure;
use crate::support::{Figure, Files, world};

fn concept<'a>(dataset: &'a Dataset, highlight: &Highlight<'a>) -> &'a str {
    let of = |indicator: &str| dataset.indicator(indicator).unwrap().concept.as_str();
    match highlight {
        Highlight::Gap { a, .. } => of(&a.indicator),
        Highlight::DifferentDefinitions { concept, .. } => concept,
    }
}

/// Each highlight in a few letters.
fn told(dataset: &Dataset, limit: usize) -> Vec<String> {
    let tell = |highlight: &Highlight<'_>| match highlight {
        Highlight::Gap { a, b, .. } => format!("gap {} {}", a.id, b.id),
        Highlight::DifferentDefinitions { concept, definitions, .. } => {
            format!("unlike {concept} {definitions}")
        }
    };
    highlights(dataset, limit).iter().map(tell).collect()
}

fn bills(id: &str, province: &str, value: f64) -> Figure {
    Figure::of(province, "cashless-bills").id(id).value(value)
}

fn place(id: &str, province: &str, value: u32) -> Figure {
    Figure::of(province, "index-rank").id(id).value(value).base(63)
}

#[test]
fn an_empty_dataset_has_no_findings() {
    assert_eq!(highlights(&Dataset::default(), 5), []);
    assert_eq!(highlights(&Files::good().dataset(), 0), []);
}

#[test]
fn the_widest_gap_stands_first_measured_on_its_own_scale() {
    // 20 of 100 points against 32 of 63 places.
    let dataset = world(&[
        bills("a", "an-hai", 80.0),
        bills("b", "chau-giang", 60.0),
        place("c", "an-hai", 2),
        place("d", "chau-giang", 34),
    ]);
    assert_eq!(told(&dataset, 5), ["gap c d", "gap a b"]);
    assert_eq!(told(&dataset, 1), ["gap c d"]);
}

#[test]
fn of_gaps_of_the_same_width_the_one_that_needs_no_care_stands_first() {
    let dataset = world(&[
        bills("a", "an-hai", 80.0).comparator("~"),
        bills("b", "chau-giang", 60.0),
        Figure::of("an-hai", "full-dossiers").id("c").value(50),
        Figure::of("chau-giang", "full-dossiers").id("d").value(30),
    ]);
    assert_eq!(told(&dataset, 5), ["gap c d", "gap a b"]);
}

#[test]
fn results_of_different_years_make_no_gap() {
    let apart = [bills("a", "an-hai", 80.0).period("2022"), bills("b", "chau-giang", 60.0)];
    assert_eq!(told(&world(&apart), 5), [""; 0]);
}

#[test]
fn the_country_is_a_benchmark_never_the_first_of_a_gap() {
    let dataset = world(&[bills("n", "national", 90.0), bills("a", "chau-giang", 10.0)]);
    assert_eq!(told(&dataset, 5), ["gap a n"]);
}

#[test]
fn equal_figures_and_figures_without_a_scale_make_no_gap() {
    let points = |id: &str, province: &str, value: u32| {
        Figure::of(province, "service-points").id(id).value(value)
    };
    let dataset = world(&[
        bills("a", "an-hai", 50.0),
        bills("b", "chau-giang", 50.0),
        points("c", "an-hai", 1),
        points("d", "chau-giang", 1_000),
    ]);
    assert_eq!(told(&dataset, 5), Vec::<String>::new());
}

#[test]
fn a_topic_of_several_definitions_follows_the_widest_gap() {
    let dataset = world(&[
        bills("a", "an-hai", 50.0),
        bills("b", "chau-giang", 40.0),
        place("c", "an-hai", 1),
        place("d", "chau-giang", 3),
        Figure::of("an-hai", "online-dossiers").id("e"),
        Figure::of("chau-giang", "full-dossiers").id("f").value(70),
    ]);
    assert_eq!(told(&dataset, 5), ["gap a b", "unlike online-dossiers 2", "gap c d"]);
}

#[test]
fn a_score_and_its_place_are_no_topic_of_different_definitions() {
    let mut dataset = world(&[
        bills("a", "an-hai", 50.0),
        place("b", "an-hai", 1),
        bills("c", "chau-giang", 50.0),
        place("d", "chau-giang", 1),
    ]);
    let index = dataset.indicators.iter_mut().find(|i| i.id == "index-rank").unwrap();
    index.concept = "cashless-bills".to_owned();
    assert_eq!(told(&dataset, 5), ["unlike cashless-bills 2"]);
    let index = dataset.indicators.iter_mut().find(|i| i.id == "index-rank").unwrap();
    index.rank_of = Some("cashless-bills".to_owned());
    assert_eq!(told(&dataset, 5), [""; 0]);
}

#[test]
fn one_province_with_two_definitions_is_no_topic_of_different_definitions() {
    let dataset =
        world(&[Figure::of("an-hai", "online-dossiers"), Figure::of("an-hai", "full-dossiers")]);
    assert_eq!(told(&dataset, 5), Vec::<String>::new());
}

fn kind_of(highlight: &Highlight<'_>) -> &'static str {
    match highlight {
        Highlight::Gap { .. } => "gap",
        Highlight::DifferentDefinitions { .. } => "unlike",
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn whatever_the_data_the_stated_rule_holds(
        figures in prop::collection::vec(any_figure(), 0..10),
        limit in 0usize..6,
    ) {
        let dataset = world(&figures);
        let found = highlights(&dataset, limit);
        prop_assert!(found.len() <= limit);
        let told: BTreeSet<_> =
            found.iter().map(|h| (kind_of(h), concept(&dataset, h))).collect();
        prop_assert_eq!(told.len(), found.len(), "one of each kind per concept");

        let mut widths = Vec::new();
        for highlight in &found {
            match highlight {
                Highlight::Gap { a, b, comparison } => {
                    prop_assert_eq!(&a.indicator, &b.indicator);
                    prop_assert_eq!(a.kind, b.kind);
                    prop_assert_ne!(&a.province, &b.province);
                    prop_assert_ne!(&a.province, "national");
                    prop_assert_ne!(comparison.verdict.id(), "not-comparable");
                    let scale = a.base.filter(|_| a.indicator == "index-rank").map_or(100.0, f64::from);
                    widths.push(comparison.difference.unwrap().abs() / scale);
                }
                Highlight::DifferentDefinitions { figures, definitions, .. } => {
                    prop_assert!(*definitions >= 2 && figures.len() >= 2);
                    prop_assert!(figures.iter().all(|o| o.kind == Kind::Result && o.value().is_some()));
                }
            }
        }
        prop_assert!(widths.iter().all(|width| *width > 0.0));
        prop_assert!(widths.is_sorted_by(|wider, narrower| wider >= narrower), "{:?}", widths);
        // A smaller limit shows the first of the same list.
        prop_assert_eq!(&highlights(&dataset, 99)[..found.len()], found.as_slice());
    }
}

/// A caveat says why a figure must not carry a headline; a draft must not either.
#[test]
fn no_figure_with_a_caveat_and_none_from_a_draft_makes_a_finding() {
    let caveat = serde_json::json!({ "vi": "Trùng chỉ tiêu.", "en": "Equals the goal." });
    let figures = [bills("a", "an-hai", 80.0), bills("b", "binh-son", 60.0)];
    assert_eq!(told(&world(&figures), 5), ["gap a b"]);
    let [a, b] = figures;
    for marked in [a.clone().with_key("caveat", caveat), a.with_key("draft", true)] {
        assert_eq!(told(&world(&[marked, b.clone()]), 5), Vec::<String>::new());
    }
}

/// By the smallest ids alone, one would be told by its rank of 63 and the other by its rank of 34.
#[test]
fn of_results_that_end_on_the_same_day_those_that_are_alike_make_the_gap() {
    let of_34 = |id: &str, province: &str, value: u32| {
        place(id, province, value).base(34).unit_as_of("2025-07-01")
    };
    let dataset = world(&[
        place("a63", "an-hai", 3),
        of_34("a34", "an-hai", 2),
        place("0", "chau-giang", 30),
        of_34("z", "chau-giang", 19),
    ]);
    assert_eq!(told(&dataset, 5), ["gap a63 0"]);
    let dataset =
        world(&[place("a", "an-hai", 3), of_34("b", "an-hai", 2), of_34("c", "chau-giang", 19)]);
    assert_eq!(told(&dataset, 5), ["gap b c"]);
}
