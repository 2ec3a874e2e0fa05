//! What enlarged provinces were made from, and what today's provinces would have had before the
//! mergers. An Hải took in Bình Sơn on 1 July 2025; Châu Giang did not change.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use tinhso::compare::{
    MeanOfParts, OldFigure, PlaceBefore, SCORE_INDICATOR, all_places_before, before,
    last_merger_day, parts_of, parts_of_latest_merger, places_before,
};
use tinhso::data::{Dataset, Kind, MergedBy, Observation};

use crate::support::{Figure, day, real_data, world};

const INDEX: &str = "service-points";
const RANKS: &str = "index-rank";
const AFTER: &str = "2025-07-01";

fn score(province: &str, value: f64, year: &str) -> Figure {
    Figure::of(province, INDEX).value(value).period(year)
}

/// A dataset with a rule for enlarged units, and with ranks by the same index.
fn index(figures: &[Figure]) -> Dataset {
    let mut dataset = world(figures);
    let of = |id: &str| dataset.indicators.iter().position(|i| i.id == id).unwrap();
    let (index, ranks) = (of(INDEX), of(RANKS));
    dataset.indicators[index].merged_by = Some(MergedBy::Mean);
    INDEX.clone_into(&mut dataset.indicators[ranks].concept);
    dataset
}

/// The province, the value and the rank of a part.
type Part = (String, f64, Option<f64>);

fn told(mean: &MeanOfParts<'_>) -> Vec<Part> {
    let part = |old: &OldFigure<'_>| {
        let rank = old.rank.and_then(Observation::value);
        (old.value.province.clone(), old.value.value().unwrap(), rank)
    };
    mean.parts.iter().map(part).collect()
}

/// The mean of the parts of the figure with an id, and these.
fn parts(dataset: &Dataset, id: &str) -> Option<(f64, Vec<Part>)> {
    let mean = parts_of(dataset, dataset.observation(id).unwrap())?;
    Some((mean.value, told(&mean)))
}

/// An Hải with the value 40 after the mergers, of 50 and 30 before, of which the second can be changed.
fn enlarged(second: Figure) -> Dataset {
    index(&[
        score("an-hai", 40.0, "2024").unit_as_of(AFTER).id("new"),
        score("an-hai", 50.0, "2024"),
        Figure::of("an-hai", RANKS).value(1).base(3).period("2024"),
        second,
    ])
}

#[test]
fn an_enlarged_province_has_its_parts_with_their_ranks() {
    let dataset = enlarged(score("binh-son", 30.0, "2024"));
    let an_hai = ("an-hai".to_owned(), 50.0, Some(1.0));
    let binh_son = ("binh-son".to_owned(), 30.0, None);
    assert_eq!(parts(&dataset, "new"), Some((40.0, vec![an_hai, binh_son])));
    // The figures of the old provinces themselves have no parts.
    for figure in &dataset.observations[1..] {
        assert_eq!(parts_of(&dataset, figure), None, "{}", figure.id);
    }
}

#[test]
fn a_part_that_lacks_an_exact_undisputed_figure_leaves_none() {
    let second = || score("binh-son", 30.0, "2024");
    for lacking in [
        second().missing(),
        second().comparator("~"),
        second().comparator(">="),
        second().target("2024"),
        second().period("2024-01/2024-09"),
        second().period("2023"),
        second().with_key("caveat", serde_json::json!({ "vi": "Số tròn.", "en": "Round." })),
        score("chau-giang", 30.0, "2024"),
    ] {
        assert_eq!(parts(&enlarged(lacking.clone()), "new"), None, "{lacking:?}");
    }
    let mut two = vec![
        score("an-hai", 40.0, "2024").unit_as_of(AFTER).id("new"),
        score("an-hai", 50.0, "2024"),
        second().id("b"),
        second().id("a"),
    ];
    assert_eq!(parts_of_first(&two), Some(vec!["figure-1".to_owned(), "a".to_owned()]));
    two.push(second().value(31));
    assert_eq!(parts_of_first(&two), None);
}

/// The ids of the parts of the first figure.
fn parts_of_first(figures: &[Figure]) -> Option<Vec<String>> {
    let dataset = index(figures);
    let mean = parts_of(&dataset, &dataset.observations[0])?;
    Some(mean.parts.iter().map(|old| old.value.id.clone()).collect())
}

#[test]
fn without_a_rule_and_against_it_nothing_is_said() {
    let mut dataset = enlarged(score("binh-son", 30.0, "2024"));
    dataset.observations[0].value = Some(41.0);
    assert!(parts(&dataset, "new").is_some(), "one unit of the last decimal is rounding");
    dataset.observations[0].value = Some(41.1);
    assert_eq!(parts(&dataset, "new"), None, "it is not the mean");
    dataset.observations[0].value = Some(40.0);
    let index = dataset.indicators.iter_mut().find(|i| i.id == INDEX).unwrap();
    index.merged_by = None;
    assert_eq!(parts(&dataset, "new"), None);
    assert_eq!(before(&dataset, INDEX, "an-hai"), []);
    assert_eq!(places_before(&dataset, INDEX, 2024), []);
}

#[test]
fn the_years_before_are_means_and_official_years_are_left_out() {
    let dataset = index(&[
        score("an-hai", 61.0, "2022"),
        score("binh-son", 60.0, "2022"),
        score("an-hai", 10.0, "2021"),
        score("chau-giang", 60.0, "2022"),
        score("chau-giang", 5.0, "2021"),
        score("an-hai", 1.0, "2024"),
        score("binh-son", 3.0, "2024"),
        score("an-hai", 2.0, "2024").unit_as_of(AFTER),
        score("chau-giang", 2.0, "2024"),
        score("binh-son", 3.0, "2020-12"),
    ]);
    let years = |province| -> Vec<(i32, f64, usize)> {
        let means = before(&dataset, INDEX, province);
        means.iter().map(|mean| (mean.year, mean.value, mean.parts.len())).collect()
    };
    // 60.5 is a half of the last decimal of 61 and 60.
    assert_eq!(years("an-hai"), [(2022, 61.0, 2)]);
    assert_eq!(years("chau-giang"), [(2021, 5.0, 1), (2022, 60.0, 1), (2024, 2.0, 1)]);
    assert_eq!(years("binh-son"), [], "it ended");
    assert_eq!(years("national"), []);
    let places = all_places_before(&dataset, INDEX);
    let places: Vec<Vec<(i32, &str, u32)>> =
        places.iter().map(|places| places.iter().map(place).collect()).collect();
    assert_eq!(places, [vec![(2022, "an-hai", 1), (2022, "chau-giang", 2)]]);
}

/// A zero at the end of a printed value is not in the data, but another value of the year tells of it.
#[test]
fn a_mean_has_the_decimals_of_its_year() {
    let dataset = index(&[
        score("an-hai", 0.532, "2022"),
        score("binh-son", 0.479, "2022"),
        score("chau-giang", 0.5001, "2022"),
    ]);
    let mean = &before(&dataset, INDEX, "an-hai")[0];
    assert_eq!((mean.value, mean.decimals), (0.5055, 4));
}

fn place<'a>(place: &PlaceBefore<'a>) -> (i32, &'a str, u32) {
    (place.mean.year, place.unit.id.as_str(), place.rank)
}

#[test]
fn where_lower_is_better_the_lowest_is_first_and_without_a_direction_nobody() {
    let mut dataset = index(&[
        score("an-hai", 3.0, "2022"),
        score("binh-son", 3.0, "2022"),
        score("chau-giang", 2.0, "2022"),
    ]);
    let at = dataset.indicators.iter().position(|i| i.id == INDEX).unwrap();
    let first = |dataset: &Dataset| {
        let places = places_before(dataset, INDEX, 2022);
        places.first().map(|place| place.unit.id.clone())
    };
    assert_eq!(first(&dataset).as_deref(), Some("an-hai"));
    dataset.indicators[at].better = Some(tinhso::data::Better::Lower);
    assert_eq!(first(&dataset).as_deref(), Some("chau-giang"));
    dataset.indicators[at].better = None;
    assert_eq!(first(&dataset), None);
}

proptest! {
    #[test]
    fn a_mean_lies_between_its_parts_and_is_their_sum_over_their_number(
        a in 0_i32..=10_000, b in 0_i32..=10_000, c in 0_i32..=10_000, decimals in 0_i32..5,
    ) {
        let scale = 10_f64.powi(decimals);
        let [x, y, z] = [a, b, c].map(|n| f64::from(n) / scale);
        let dataset = index(&[
            score("an-hai", x, "2022"),
            score("binh-son", y, "2022"),
            score("chau-giang", z, "2022"),
        ]);
        let means = before(&dataset, INDEX, "an-hai");
        prop_assert_eq!(means.len(), 1);
        let mean = &means[0];
        prop_assert!(x.min(y) <= mean.value && mean.value <= x.max(y));
        let step = 10_f64.powi(i32::try_from(mean.decimals).unwrap());
        prop_assert!((f64::midpoint(x, y) - mean.value).abs() * step <= 0.5 + 1e-6);
        // The best has place 1, and whoever has as much as another has the same place.
        let places = places_before(&dataset, INDEX, 2022);
        prop_assert_eq!(places.len(), 2);
        prop_assert_eq!(places[0].rank, 1);
        prop_assert!(places[0].mean.value >= places[1].mean.value);
        let are_equal = places[0].mean.value == places[1].mean.value;
        prop_assert_eq!(places[1].rank, if are_equal { 1 } else { 2 });
    }

    #[test]
    fn the_order_of_the_file_changes_no_mean(
        figures in prop::collection::vec(
            (prop::sample::select(vec!["an-hai", "binh-son", "chau-giang"]), 0_i32..4, 2020_i32..2023),
            0..12,
        ).prop_map(|figures| {
            let figure = |(idx, (province, value, year)): (usize, (&str, i32, i32))| {
                score(province, f64::from(value), &year.to_string()).id(&format!("f-{idx:02}"))
            };
            figures.into_iter().enumerate().map(figure).collect::<Vec<Figure>>()
        }).prop_flat_map(|figures| (Just(figures.clone()), Just(figures).prop_shuffle())),
    ) {
        let (first, second) = (index(&figures.0), index(&figures.1));
        for province in ["an-hai", "chau-giang"] {
            let [a, b] = [&first, &second].map(|dataset| {
                let means = before(dataset, INDEX, province);
                means.iter().map(|mean| (mean.year, mean.value, told(mean))).collect::<Vec<_>>()
            });
            prop_assert_eq!(a, b);
        }
    }
}

/// Every official figure of an enlarged unit whose old provinces have one, too, is their mean; so the
/// rule of the indicator is the publisher's own.
#[test]
fn every_indicator_with_the_rule_keeps_to_it_in_the_edition_that_has_both() {
    let dataset = real_data();
    let since = last_merger_day(&dataset).unwrap();
    let with_rule = dataset.indicators.iter().filter(|i| i.merged_by == Some(MergedBy::Mean));
    let mut ids = BTreeSet::new();
    for indicator in with_rule {
        let official = dataset.observations.iter().filter(|o| {
            o.indicator == indicator.id && o.kind == Kind::Result && o.unit_day() >= Some(since)
        });
        let enlarged = official.filter(|o| {
            parts_of_latest_merger(&dataset, dataset.province(&o.province).unwrap()).is_some()
        });
        let mut n_enlarged = 0;
        for figure in enlarged {
            let mean = parts_of(&dataset, figure).unwrap_or_else(|| panic!("{}", figure.id));
            assert!((mean.value - figure.value().unwrap()).abs() < 0.000_101, "{}", figure.id);
            n_enlarged += 1;
        }
        assert_eq!(n_enlarged, 23, "{}", indicator.id);
        ids.insert(indicator.id.as_str());
    }
    let expected = [
        SCORE_INDICATOR,
        "dti-economy-activity",
        "dti-government-activity",
        "dti-infrastructure",
        "dti-society-activity",
    ];
    assert_eq!(ids, BTreeSet::from(expected));
}

/// Without the published edition of the 34, that of 2024 is worked out like those before.
#[test]
fn the_34_of_2024_are_found_again_from_the_63() {
    let whole = real_data();
    let since = day(AFTER);
    let mut dataset = whole.clone();
    dataset.observations.retain(|o| o.unit_day() < Some(since));
    let official = |province: &str, indicator: &str| {
        let mut figures = whole.observations_of(province, indicator, Kind::Result);
        figures.find(|o| o.unit_day() >= Some(since)).and_then(Observation::value).unwrap()
    };
    let places = places_before(&dataset, SCORE_INDICATOR, 2024);
    assert_eq!(places.len(), 34);
    let mut differing = BTreeMap::new();
    for found in &places {
        let score = official(&found.unit.id, SCORE_INDICATOR);
        assert!((found.mean.value - score).abs() < 0.000_101, "{}", found.unit.id);
        let printed = official(&found.unit.id, "dti-rank");
        if f64::from(found.rank) != printed {
            differing.insert(found.unit.id.as_str(), (found.rank, printed, score));
        }
    }
    // Only units that stand within 0.0001 of another one may have another place than the printed one.
    for (unit, (rank, printed, score)) in &differing {
        let near = |other: &&PlaceBefore<'_>| {
            other.unit.id != *unit
                && (official(&other.unit.id, SCORE_INDICATOR) - score).abs() < 0.000_101
        };
        assert!(places.iter().any(|other| near(&other)), "{unit}: {rank}, printed {printed}");
    }
    assert!(differing.len() <= 4, "{differing:?}");
    // None of it is derived while the edition is there.
    assert_eq!(places_before(&whole, SCORE_INDICATOR, 2024), []);
}

#[test]
fn da_nang_is_answered_by_its_parts() {
    let dataset = real_data();
    let mut scores = dataset.observations_of("da-nang", SCORE_INDICATOR, Kind::Result);
    let score = scores.find(|o| o.unit_day() >= Some(day(AFTER))).unwrap();
    let mean = parts_of(&dataset, score).unwrap();
    assert_eq!((mean.value, mean.decimals), (0.7069, 4));
    let old = |id: &str, value, rank| (id.to_owned(), value, Some(rank));
    assert_eq!(told(&mean), [old("da-nang", 0.8335, 2.0), old("quang-nam", 0.5803, 57.0)]);
    assert!(mean.parts.iter().all(|old| old.rank.unwrap().base == Some(63)));
}

#[test]
fn the_editions_of_2022_and_2023_are_worked_out_for_all_34() {
    let dataset = real_data();
    let places = all_places_before(&dataset, SCORE_INDICATOR);
    let found: Vec<(i32, usize)> =
        places.iter().map(|places| (places[0].mean.year, places.len())).collect();
    assert_eq!(found, [(2022, 34), (2023, 34)]);
    for places in &places {
        let n_old: usize = places.iter().map(|place| place.mean.parts.len()).sum();
        assert_eq!(n_old, 63, "each old province is a part of one unit");
        assert!(places.iter().all(|place| place.mean.decimals <= 4));
        let ranks: Vec<u32> = places.iter().map(|place| place.rank).collect();
        assert!(ranks.is_sorted() && ranks[0] == 1 && ranks[33] <= 34);
    }
    // Of four parts of the index the same holds; of those that only the 34 have, nothing is known.
    assert_eq!(all_places_before(&dataset, "dti-infrastructure").len(), 2);
    assert_eq!(all_places_before(&dataset, "dti-awareness"), Vec::<Vec<PlaceBefore<'_>>>::new());
}
