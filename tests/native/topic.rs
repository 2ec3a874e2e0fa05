//! The bands and rows of a topic, and the years of its figures.

use tinhso::compare::{Band, Row, YearFilter, topic, years};
use tinhso::data::{Dataset, Kind, Province};

use crate::support::{Figure, Files, world};

fn all(dataset: &Dataset) -> Vec<&Province> {
    dataset.followed()
}

/// Bands in a few letters: `definition[province result +target +target; …| country]`.
fn told(bands: &[Band<'_>]) -> Vec<String> {
    let row = |row: &Row<'_>| {
        let result = row.result.map_or("-", |o| o.id.as_str());
        let targets = row.targets.iter().map(|o| o.id.as_str());
        let figures: Vec<&str> = std::iter::once(result).chain(targets).collect();
        format!("{} {}", row.province.id, figures.join(" +"))
    };
    bands
        .iter()
        .map(|band| {
            let rows: Vec<String> = band.rows.iter().map(row).collect();
            let country = band.country.as_ref().map_or(String::new(), row);
            format!("{}[{}|{country}]", band.indicator.id, rows.join("; "))
        })
        .collect()
}

fn bills(province: &str, id: &str) -> Figure {
    Figure::of(province, "cashless-bills").id(id)
}

fn targets_and_results() -> Dataset {
    world(&[
        bills("an-hai", "a22").period("2022"),
        bills("an-hai", "a23").period("2023"),
        bills("an-hai", "t25").target("2025"),
        bills("an-hai", "t24").target("2024"),
        bills("an-hai", "never").target(""),
        bills("binh-son", "b22").period("2022"),
        bills("national", "n23").period("2023"),
        bills("national", "goal").target("2025"),
    ])
}

#[test]
fn a_band_has_a_row_per_province_and_the_country_beside_them() {
    let good = Files::good().dataset();
    assert_eq!(
        told(&topic(&good, "cashless-bills", &all(&good), YearFilter::Latest, None)),
        ["cashless-bills[an-hai an-hai/cashless-bills/result/2024-09 \
             +an-hai/cashless-bills/target/2023; \
             binh-son binh-son/cashless-bills/result/2024|\
             national national/cashless-bills/result/2024]"]
    );
}

#[test]
fn a_topic_has_a_band_per_definition_in_the_order_of_the_file() {
    let good = Files::good().dataset();
    assert_eq!(
        told(&topic(&good, "online-dossiers", &all(&good), YearFilter::Latest, None)),
        [
            "online-dossiers[binh-son binh-son/online-dossiers/result/2022-10; \
             chau-giang chau-giang/online-dossiers/result/2023|]",
            "full-dossiers[an-hai an-hai/full-dossiers/result/2023|]",
        ]
    );
}

#[test]
fn targets_stand_by_deadline_with_those_without_one_last() {
    let dataset = targets_and_results();
    assert_eq!(
        told(&topic(&dataset, "cashless-bills", &all(&dataset), YearFilter::Latest, None)),
        ["cashless-bills[an-hai a23 +t24 +t25 +never; binh-son b22|national n23 +goal]"]
    );
}

#[test]
fn a_year_shows_its_own_figures_only() {
    let dataset = targets_and_results();
    let of = |year| {
        told(&topic(&dataset, "cashless-bills", &all(&dataset), YearFilter::Year(year), None))
    };
    assert_eq!(of(2022), ["cashless-bills[an-hai a22; binh-son b22|]"]);
    assert_eq!(of(2025), ["cashless-bills[an-hai - +t25|national - +goal]"]);
    assert_eq!(of(2021), [""; 0]);
}

#[test]
fn one_kind_leaves_out_the_other_and_the_rows_it_empties() {
    let dataset = targets_and_results();
    let of = |kind| {
        told(&topic(&dataset, "cashless-bills", &all(&dataset), YearFilter::Latest, Some(kind)))
    };
    assert_eq!(of(Kind::Target), ["cashless-bills[an-hai - +t24 +t25 +never|national - +goal]"]);
    assert_eq!(of(Kind::Result), ["cashless-bills[an-hai a23; binh-son b22|national n23]"]);
}

#[test]
fn rows_are_the_given_provinces_in_the_given_order() {
    let dataset = targets_and_results();
    let mut chosen = all(&dataset);
    chosen.reverse();
    let of = |provinces: &[&Province]| {
        told(&topic(&dataset, "cashless-bills", provinces, YearFilter::Latest, Some(Kind::Result)))
    };
    assert_eq!(of(&chosen), ["cashless-bills[binh-son b22; an-hai a23|national n23]"]);
    assert_eq!(of(&chosen[..1]), ["cashless-bills[binh-son b22|national n23]"]);
    // The country is a benchmark: it stays, with nobody beside it.
    assert_eq!(of(&[]), ["cashless-bills[|national n23]"]);
}

#[test]
fn nothing_is_shown_of_an_unknown_topic_or_of_figures_without_a_value() {
    let good = Files::good().dataset();
    assert_eq!(topic(&good, "no-such-topic", &all(&good), YearFilter::Latest, None), []);
    let missing = world(&[bills("an-hai", "a").missing()]);
    assert_eq!(topic(&missing, "cashless-bills", &all(&missing), YearFilter::Latest, None), []);
}

#[test]
fn a_band_gives_its_figures_results_first_and_the_country_last() {
    let dataset = targets_and_results();
    let bands = topic(&dataset, "cashless-bills", &all(&dataset), YearFilter::Latest, None);
    let [band] = &bands[..] else { panic!("one band") };
    let ids: Vec<&str> = band.figures().map(|o| o.id.as_str()).collect();
    assert_eq!(ids, ["a23", "t24", "t25", "never", "b22", "n23", "goal"]);
    let results: Vec<&str> = band.results().into_iter().map(|o| o.id.as_str()).collect();
    assert_eq!(results, ["a23", "b22"]);
}

#[test]
fn the_years_are_those_in_which_figures_with_a_value_end() {
    let dataset = world(&[
        bills("an-hai", "a").period("2021-10/2022-03"),
        bills("binh-son", "b").period("2022"),
        bills("binh-son", "c").target("2030"),
        bills("binh-son", "d").target(""),
        bills("chau-giang", "e").period("2019").missing(),
        bills("national", "f").period("2020-Q4"),
        Figure::of("an-hai", "index-rank").id("g").base(63).value(3).period("2018"),
    ]);
    assert_eq!(years(&dataset, "cashless-bills"), [2020, 2022, 2030]);
    assert_eq!(years(&dataset, "index-rank"), [2018]);
    assert_eq!(years(&dataset, "no-such-topic"), [0; 0]);
}

#[test]
fn the_years_of_a_topic_are_those_of_all_its_definitions() {
    let good = Files::good().dataset();
    assert_eq!(years(&good, "online-dossiers"), [2022, 2023]);
}
