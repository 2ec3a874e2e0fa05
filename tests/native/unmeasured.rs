//! The topics on which a province has no result, although it promised something or others have figures.

use proptest::prelude::*;
use tinhso::compare::{Unmeasured, unmeasured};
use tinhso::data::{Dataset, Kind, Observation};

use crate::comparability::any_figure;
use crate::support::{Figure, real_data, world};

/// Each topic with the ids of the own targets, who measures it, and whether the country has a figure.
fn told(dataset: &Dataset, province: &str) -> Vec<String> {
    let tell = |found: &Unmeasured<'_>| {
        let targets: Vec<&str> = found.targets.iter().map(|o| o.id.as_str()).collect();
        let elsewhere: Vec<&str> = found.measured_provinces.iter().map(|p| p.id.as_str()).collect();
        let country = if found.is_country_measured { "; country" } else { "" };
        format!("{}: {}; {}{country}", found.concept, targets.join(" "), elsewhere.join(" "))
    };
    unmeasured(dataset, province).iter().map(tell).collect()
}

fn of(province: &str, indicator: &str) -> Figure {
    Figure::of(province, indicator)
}

#[test]
fn a_topic_promised_or_measured_elsewhere_is_listed_until_there_is_a_result() {
    let mut figures = vec![
        of("an-hai", "cashless-bills"),
        of("an-hai", "full-dossiers").id("promise").target("2025"),
        of("chau-giang", "online-dossiers"),
        of("binh-son", "online-dossiers"),
        of("chau-giang", "index-rank").base(63).target("2025"),
        of("national", "service-points").target("2030"),
    ];
    // The country only promised, too.
    let expected =
        ["online-dossiers: promise; binh-son chau-giang", "index-rank: ; ", "service-points: ; "];
    assert_eq!(told(&world(&figures), "an-hai"), expected);
    // A result by another definition of the topic is one.
    figures.push(of("an-hai", "online-dossiers"));
    assert_eq!(told(&world(&figures), "an-hai"), expected[1..]);
    // Who measures the others' topics, the province itself among them.
    assert_eq!(
        told(&world(&figures), "binh-son"),
        ["cashless-bills: ; an-hai", "index-rank: ; ", "service-points: ; "]
    );
    // A result of the country is one others have.
    figures.push(of("national", "service-points"));
    assert_eq!(told(&world(&figures), "binh-son")[2], "service-points: ; ; country");
}

#[test]
fn what_nobody_has_a_figure_of_is_not_listed() {
    assert_eq!(told(&world(&[of("an-hai", "cashless-bills")]), "an-hai"), [""; 0]);
    let all = ["cashless-bills: ; an-hai"];
    assert_eq!(told(&world(&[of("an-hai", "cashless-bills")]), "chau-giang"), all);
}

#[test]
fn a_reason_why_there_is_no_value_is_no_value() {
    let figures = [
        of("an-hai", "cashless-bills").missing(),
        of("chau-giang", "cashless-bills"),
        of("an-hai", "online-dossiers").target("2025").missing(),
        of("chau-giang", "index-rank").base(63).missing(),
        of("national", "service-points").missing(),
    ];
    assert_eq!(told(&world(&figures), "an-hai"), ["cashless-bills: ; chau-giang"]);
}

#[test]
fn a_rank_among_countries_is_nothing_a_province_could_report() {
    let of_country = of("national", "index-rank").base(193);
    let only = world(&[of("an-hai", "cashless-bills"), of_country.clone()]);
    assert_eq!(told(&only, "an-hai"), [""; 0]);
    let promised = of("an-hai", "index-rank").base(63).id("goal").target("2025");
    assert_eq!(told(&world(&[of_country, promised]), "an-hai"), ["index-rank: goal; "]);
}

#[test]
fn own_targets_stand_by_definition_and_deadline() {
    let target = |indicator, id, due| of("an-hai", indicator).id(id).target(due);
    let figures = [
        target("full-dossiers", "d", "2022"),
        target("online-dossiers", "c", ""),
        target("online-dossiers", "b", "2030"),
        target("online-dossiers", "a", "2025"),
    ];
    assert_eq!(told(&world(&figures), "an-hai"), ["online-dossiers: a b c d; "]);
}

#[test]
fn the_country_and_what_is_no_province_are_asked_nothing() {
    let dataset = world(&[of("an-hai", "cashless-bills")]);
    assert_eq!(told(&dataset, "national"), [""; 0]);
    assert_eq!(told(&dataset, "nowhere"), [""; 0]);
}

#[test]
fn a_file_that_could_not_be_read_says_nothing() {
    let mut dataset = world(&[of("an-hai", "cashless-bills"), of("national", "service-points")]);
    let bills = "cashless-bills: ; an-hai";
    assert_eq!(told(&dataset, "chau-giang"), [bills, "service-points: ; ; country"]);
    dataset.lost.push("chau-giang".into());
    assert_eq!(told(&dataset, "chau-giang"), [""; 0]);
    // Of others nothing is known either, which is not said of them.
    assert_eq!(told(&dataset, "binh-son"), [bills, "service-points: ; ; country"]);
}

/// The figures with a value on a topic.
fn with_value_on<'a>(dataset: &'a Dataset, concept: &str) -> Vec<&'a Observation> {
    let is_on = |o: &&Observation| dataset.indicator(&o.indicator).unwrap().concept == concept;
    dataset.observations.iter().filter(|o| o.value().is_some()).filter(is_on).collect()
}

fn is_rank_among_countries(o: &Observation) -> bool {
    o.province == "national" && o.indicator == "index-rank"
}

proptest! {
    #[test]
    fn a_topic_is_listed_where_others_have_a_figure_and_the_province_no_result(
        figures in prop::collection::vec((any_figure(), prop::bool::weighted(0.2)), 0..12)
    ) {
        let figures: Vec<Figure> = figures
            .into_iter()
            .map(|(figure, is_missing)| if is_missing { figure.missing() } else { figure })
            .collect();
        let dataset = world(&figures);
        for province in ["an-hai", "binh-son", "chau-giang"] {
            let found = unmeasured(&dataset, province);
            let on = |concept: &str| with_value_on(&dataset, concept);
            let expected: Vec<&str> = dataset
                .concepts()
                .into_iter()
                .filter(|concept| {
                    let figures = on(concept);
                    let has_result =
                        figures.iter().any(|o| o.province == province && o.kind == Kind::Result);
                    figures.iter().any(|o| !is_rank_among_countries(o)) && !has_result
                })
                .collect();
            prop_assert_eq!(found.iter().map(|u| u.concept).collect::<Vec<_>>(), expected);
            for topic in found {
                let figures = on(topic.concept);
                let n_own = figures.iter().filter(|o| o.province == province).count();
                prop_assert_eq!(topic.targets.len(), n_own);
                let are_own = topic.targets.iter().all(|o| {
                    o.kind == Kind::Target && o.province == province && figures.contains(o)
                });
                prop_assert!(are_own);
                let is_of_country = |o: &&Observation| {
                    o.province == "national"
                        && o.kind == Kind::Result
                        && !is_rank_among_countries(o)
                };
                prop_assert_eq!(topic.is_country_measured, figures.iter().any(is_of_country));
                let measures = |id: &str| {
                    figures.iter().any(|o| o.kind == Kind::Result && o.province == id)
                };
                let elsewhere: Vec<&str> = ["an-hai", "binh-son", "chau-giang"]
                    .into_iter()
                    .filter(|id| *id != province && measures(id))
                    .collect();
                prop_assert_eq!(
                    topic.measured_provinces.iter().map(|p| p.id.as_str()).collect::<Vec<_>>(),
                    elsewhere
                );
            }
        }
    }
}

#[test]
fn the_published_lists_name_no_topic_with_a_result() {
    let dataset = real_data();
    for province in ["br-vt", "khanh-hoa", "binh-phuoc", "bac-lieu"] {
        let found = unmeasured(&dataset, province);
        assert!(!found.is_empty(), "{province}");
        for topic in found {
            let has_result = with_value_on(&dataset, topic.concept)
                .iter()
                .any(|o| o.province == province && o.kind == Kind::Result);
            assert!(!has_result, "{province}: {}", topic.concept);
            assert!(topic.measured_provinces.iter().all(|other| other.id != province));
            assert_ne!(topic.concept, "egdi-rank");
        }
    }
}
