//! The edition of an index that is not found yet: which one it is, and since when it may be expected.
//! The data here are made up, where not said otherwise.

use proptest::prelude::*;
use tinhso::compare::{Awaited, awaited};
use tinhso::data::{Dataset, Edition, Kind, Source, Span};

use crate::support::{Figure, day, real_data, world};

const INDEX: &str = "service-points";

/// An index whose editions are of these dates and were published on these. An edition's source has the
/// date of its publication as its id; "" is a source without a date.
fn index(editions: &[(&str, &str)], figures: &[Figure]) -> Dataset {
    let mut dataset = world(figures);
    let paper = dataset.sources.first().unwrap().clone();
    let source = |published: &&str| Source {
        id: (*published).to_owned(),
        published: published.parse().ok(),
        published_not_before: None,
        ..paper.clone()
    };
    dataset.sources.extend(editions.iter().map(|(_, published)| source(published)));
    let indicator = dataset.indicators.iter_mut().find(|i| i.id == INDEX).unwrap();
    let edition =
        |(of, source): &(&str, &str)| Edition { of: of.parse().unwrap(), source: (*source).into() };
    indicator.editions = editions.iter().map(edition).collect();
    dataset
}

fn next(dataset: &Dataset) -> Option<Awaited> {
    awaited(dataset, dataset.indicator(INDEX).unwrap())
}

/// Lags of 100 and 40 days.
const TWO: [(&str, &str); 2] = [("2021", "2022-04-10"), ("2022", "2023-02-09")];

#[test]
fn it_is_the_year_after_the_newest_and_may_be_expected_after_the_shortest_lag() {
    let found = next(&index(&TWO, &[])).unwrap();
    assert_eq!((found.of.0, found.since), (2023, day("2024-02-09")));
    assert_eq!((found.n_editions, found.lags), (2, (40, 100)));
    // The new edition has the shortest lag.
    let found = next(&index(&[TWO[0], TWO[1], ("2023", "2024-01-11")], &[])).unwrap();
    assert_eq!((found.of.0, found.since), (2024, day("2025-01-11")));
}

#[test]
fn one_edition_tells_nothing_nor_does_a_source_from_before_its_end() {
    assert_eq!(next(&index(&TWO[..1], &[])), None);
    assert_eq!(next(&index(&[TWO[0], ("2022", "2022-12-30")], &[])), None);
}

#[test]
fn an_edition_whose_day_is_not_known_counts_but_has_no_lag() {
    for published in ["2024-01", "2024", ""] {
        let found = next(&index(&[TWO[0], TWO[1], ("2023", published)], &[])).unwrap();
        assert_eq!((found.of.0, found.n_editions, found.lags), (2024, 2, (40, 100)), "{published}");
        assert_eq!(next(&index(&[TWO[0], ("2022", published)], &[])), None);
    }
}

#[test]
fn an_edition_of_which_there_is_a_result_was_found() {
    let figure = |period: &str| Figure::of("an-hai", INDEX).period(period);
    let of = |figure: Figure| next(&index(&TWO, &[figure])).unwrap().of.0;
    assert_eq!(of(figure("2023")), 2024);
    assert_eq!(of(figure("2020")), 2023, "it is an old one");
    assert_eq!(of(figure("2023-06")), 2023, "it is of a month");
    assert_eq!(of(figure("2023").missing()), 2023, "it has no value");
    assert_eq!(of(figure("2023").target("2023")), 2023, "it is a target");
    assert_eq!(of(Figure::of("an-hai", "online-dossiers")), 2023, "it is of something else");
}

#[test]
fn nothing_is_awaited_of_an_index_that_does_not_come_out_for_years() {
    assert_eq!(next(&index(&[], &[Figure::of("an-hai", INDEX)])), None);
    for of in ["2023-Q1", "2022/2023"] {
        assert_eq!(next(&index(&[TWO[0], TWO[1], (of, "2024-01-11")], &[])), None);
    }
}

/// An edition of each of some years, published a number of days after its year.
fn editions() -> impl Strategy<Value = Vec<(i32, i32)>> {
    prop::collection::vec((2010..2020, 0..900), 2..8)
}

/// What is awaited of such editions.
fn awaited_of(editions: &[(i32, i32)]) -> Option<Awaited> {
    let published = |(year, lag): &(i32, i32)| Span::Year(*year).end().plus(*lag).to_string();
    let editions: Vec<(String, String)> =
        editions.iter().map(|edition| (edition.0.to_string(), published(edition))).collect();
    let editions: Vec<(&str, &str)> =
        editions.iter().map(|(of, published)| (of.as_str(), published.as_str())).collect();
    next(&index(&editions, &[]))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn it_is_never_expected_before_its_year_has_ended(editions in editions()) {
        if let Some(found) = awaited_of(&editions) {
            prop_assert!(found.since >= Span::Year(found.of.0).end());
            prop_assert!(found.lags.0 <= found.lags.1 && found.n_editions >= 2);
        }
    }

    #[test]
    fn one_more_edition_of_a_past_year_never_makes_it_later(
        editions in editions(),
        lag in 0i32..900,
        years_ago in 0i32..5,
    ) {
        if let Some(before) = awaited_of(&editions) {
            let mut more = editions.clone();
            more.push((before.of.0 - 1 - years_ago, lag));
            let after = awaited_of(&more).unwrap();
            prop_assert_eq!(after.of, before.of);
            prop_assert!(after.since <= before.since);
        }
    }

    #[test]
    fn the_order_of_the_editions_changes_nothing(
        (editions, shuffled) in editions().prop_flat_map(|e| (Just(e.clone()), Just(e).prop_shuffle()))
    ) {
        prop_assert_eq!(awaited_of(&editions), awaited_of(&shuffled));
    }
}

/// The indicators of the real data that have editions.
fn real_indices(dataset: &Dataset) -> Vec<&str> {
    let with_editions = dataset.indicators.iter().filter(|i| !i.editions.is_empty());
    with_editions.map(|i| i.id.as_str()).collect()
}

#[test]
fn of_every_real_index_the_edition_of_2025_is_awaited() {
    let dataset = real_data();
    let ids = real_indices(&dataset);
    assert_eq!(ids.len(), 26);
    for id in ids {
        let found = awaited(&dataset, dataset.indicator(id).unwrap()).unwrap();
        assert_eq!(found.of.0, 2025, "{id}");
    }
}

/// A page loads a part of the data. Were a result of an edition that is not listed left out of that
/// part, the page would say that the edition was not found.
#[test]
fn the_newest_edition_of_every_real_index_is_listed() {
    let dataset = real_data();
    for id in real_indices(&dataset) {
        let editions = &dataset.indicator(id).unwrap().editions;
        let newest = editions.iter().map(|edition| edition.of.year()).max().unwrap();
        let results =
            dataset.observations.iter().filter(|o| o.kind == Kind::Result && o.indicator == id);
        for result in results {
            assert!(result.period.unwrap().year() <= newest, "{}", result.id);
        }
    }
}
