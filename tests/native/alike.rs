//! Which of several results that end on the same day are set side by side.

use std::cmp::Reverse;

use proptest::prelude::*;
use tinhso::compare::{
    Band, Verdict, YearFilter, compare, pairs, pairs_alike, pick_results, topic,
};
use tinhso::data::{Dataset, Date, Kind, Observation, Province};

use crate::comparability::any_figure;
use crate::support::{Figure, world};

const CONCEPT: &str = "index-rank";

/// A rank for 2024 among the 63 provinces of that year.
fn of_63(id: &str, province: &str) -> Figure {
    Figure::of(province, CONCEPT).id(id).value(9).base(63).period("2024")
}

/// A rank for 2024 among the 34 provinces of July 2025.
fn of_34(id: &str, province: &str) -> Figure {
    of_63(id, province).base(34).unit_as_of("2025-07-01")
}

/// A score for 2024, which tells the borders it is of by its unit day alone.
fn score(id: &str, province: &str) -> Figure {
    Figure::of(province, "cashless-bills").id(id).period("2024")
}

/// The ids of the results on the page of the first figure's topic: those of the provinces with figures,
/// in the file's order, then the country's.
fn shown_in(figures: &[Figure], year: YearFilter) -> Vec<String> {
    let dataset = world(figures);
    let concept = &dataset.observations[0].indicator;
    let provinces = dataset.followed();
    let bands = topic(&dataset, concept, &provinces, year, None);
    let results = bands.iter().flat_map(|band| band.rows.iter().chain(&band.country));
    results.filter_map(|row| row.result).map(|o| o.id.clone()).collect()
}

fn shown(figures: &[Figure]) -> Vec<String> {
    shown_in(figures, YearFilter::Latest)
}

#[test]
fn where_all_have_both_all_are_shown_by_the_same_one() {
    // By the ids alone an-hai would be shown by its rank of 63, chau-giang by its rank of 34.
    let [a, b] = ["an-hai", "chau-giang"];
    assert_eq!(shown(&[of_63("1", a), of_34("2", a), of_34("3", b), of_63("4", b)]), ["1", "4"]);
    // Of the two it is the one with the smallest id of all.
    assert_eq!(shown(&[of_63("3", a), of_34("4", a), of_34("1", b), of_63("2", b)]), ["4", "1"]);
}

#[test]
fn one_that_has_both_is_shown_by_what_most_others_have() {
    let both = [of_63("1", "an-hai"), of_34("2", "an-hai")];
    let with = |others: &[Figure]| shown(&[&both[..], others].concat());
    assert_eq!(with(&[]), ["1"]);
    assert_eq!(with(&[of_34("3", "chau-giang")]), ["2", "3"]);
    // Two against two: the smallest id.
    let others = [of_63("3", "binh-son"), of_34("4", "chau-giang")];
    assert_eq!(with(&others), ["1", "3", "4"]);
}

#[test]
fn the_country_counts_as_one_of_the_places_and_is_chosen_like_them() {
    let both = |a, b, place| [of_63(a, place), of_34(b, place)];
    let country = [of_34("5", "national")];
    assert_eq!(shown(&[&both("1", "2", "an-hai")[..], &country].concat()), ["2", "5"]);
    let country = both("0", "5", "national");
    assert_eq!(shown(&[&country[..], &[of_34("1", "an-hai")]].concat()), ["1", "5"]);
    // It counts where it is not among the provinces asked for, too.
    let dataset = world(&[&both("1", "2", "an-hai")[..], &[of_34("5", "national")]].concat());
    let found = pick_results(&dataset, CONCEPT, &["an-hai"], YearFilter::Latest);
    assert_eq!(found.iter().map(|o| o.id.as_str()).collect::<Vec<_>>(), ["2"]);
}

#[test]
fn only_the_provinces_in_view_count() {
    let figures = [of_63("1", "an-hai"), of_34("2", "an-hai"), of_34("3", "chau-giang")];
    let dataset = world(&figures);
    let of = |provinces: &[&str]| -> Vec<&str> {
        let found = pick_results(&dataset, CONCEPT, provinces, YearFilter::Latest);
        found.iter().map(|o| o.id.as_str()).collect()
    };
    assert_eq!(of(&["an-hai"]), ["1"]);
    assert_eq!(of(&["chau-giang", "an-hai"]), ["3", "2"]);
}

#[test]
fn a_year_is_chosen_for_by_its_own_figures() {
    let before = |figure: Figure| figure.period("2023");
    let figures = [
        of_63("1", "an-hai"),
        of_34("2", "an-hai"),
        of_34("3", "chau-giang"),
        before(of_34("4", "an-hai")),
        before(of_63("5", "an-hai")),
        before(of_63("6", "chau-giang")),
    ];
    assert_eq!(shown(&figures), ["2", "3"]);
    assert_eq!(shown_in(&figures, YearFilter::Year(2023)), ["5", "6"]);
    assert_eq!(shown_in(&figures, YearFilter::Year(2022)), [""; 0]);
}

#[test]
fn an_older_result_is_never_shown_for_being_alike() {
    let old = |id, place| of_63(id, place).period("2023");
    let figures = [
        old("1", "an-hai"),
        of_34("2", "an-hai"),
        old("3", "binh-son"),
        old("4", "chau-giang"),
        // Of the same year, but it ends earlier.
        of_63("5", "an-hai").period("2024-06"),
    ];
    assert_eq!(shown(&figures), ["2", "3", "4"]);
}

#[test]
fn figures_beyond_a_change_of_method_do_not_count() {
    // The method of this indicator changed in 2024.
    let both = [score("1", "an-hai"), score("2", "an-hai").unit_as_of("2025-07-01")];
    let old = |id, place| score(id, place).period("2023");
    let new = score("5", "chau-giang").unit_as_of("2025-07-01");
    let others = [old("3", "binh-son"), old("4", "national"), new];
    assert_eq!(shown(&[&both[..], &others].concat()), ["2", "3", "5", "4"]);
}

#[test]
fn borders_are_the_same_on_all_days_between_two_mergers() {
    let new = |id, day: &str| score(id, "chau-giang").unit_as_of(day);
    let both = [score("1", "an-hai"), score("2", "an-hai").unit_as_of("2025-07-01")];
    for (day, expected) in [
        ("2025-06-30", ["1", "3"]),
        ("2024-12-31", ["1", "3"]),
        ("2025-07-01", ["2", "3"]),
        ("2025-12", ["2", "3"]),
    ] {
        assert_eq!(shown(&[&both[..], &[new("3", day)]].concat()), expected, "{day}");
    }
}

#[test]
fn a_province_with_two_sources_of_one_figure_counts_once() {
    let figures = [
        of_63("7", "an-hai"),
        of_63("6", "an-hai").source("another"),
        of_34("5", "binh-son"),
        of_63("4", "binh-son"),
        of_34("3", "chau-giang"),
    ];
    assert_eq!(shown(&figures), ["6", "5", "3"]);
}

#[test]
fn caveats_and_disputes_change_nothing_in_the_choice() {
    let caveat = serde_json::json!({ "vi": "Trùng chỉ tiêu.", "en": "Equals the goal." });
    let marked = of_34("2", "an-hai").with_key("caveat", caveat).disputes(&["1"]);
    let figures = [of_63("1", "an-hai"), marked, of_34("3", "chau-giang")];
    assert_eq!(shown(&figures), ["2", "3"]);
}

#[test]
fn figures_without_a_value_and_targets_do_not_count() {
    let figures = [
        of_63("1", "an-hai"),
        of_34("2", "an-hai"),
        of_34("3", "binh-son").missing(),
        of_34("4", "chau-giang").target("2024"),
    ];
    assert_eq!(shown(&figures), ["1"]);
}

#[test]
fn the_command_goes_by_the_smallest_id_alone() {
    let figures = [of_63("1", "an-hai"), of_34("2", "an-hai"), of_34("3", "chau-giang")];
    let dataset = world(&figures);
    let provinces = ["an-hai", "chau-giang"];
    let told = |pairs: &[tinhso::compare::Pair<'_>]| {
        let [pair] = pairs else { panic!("{pairs:?}") };
        (pair.a.id.clone(), pair.b.id.clone(), pair.comparison.verdict)
    };
    let found = told(&pairs(&dataset, CONCEPT, &provinces, YearFilter::Latest));
    assert_eq!(found, ("1".into(), "3".into(), Verdict::NotComparable));
    let found = told(&pairs_alike(&dataset, CONCEPT, &provinces, YearFilter::Latest));
    assert_eq!(found, ("2".into(), "3".into(), Verdict::Comparable));
}

const CONCEPTS: [&str; 3] = ["cashless-bills", "online-dossiers", "index-rank"];
const PLACES: [&str; 4] = ["an-hai", "binh-son", "chau-giang", "national"];

fn years() -> impl Strategy<Value = YearFilter> {
    let year = prop::sample::select(vec![2020, 2023, 2025]).prop_map(YearFilter::Year);
    prop_oneof![Just(YearFilter::Latest), year]
}

/// The results among which one is chosen, found in the slowest way: those that end last.
fn candidates<'a>(
    dataset: &'a Dataset,
    province: &str,
    indicator: &str,
    year: YearFilter,
) -> Vec<&'a Observation> {
    let end = |o: &Observation| o.period.map(Date::end);
    let mut found: Vec<&Observation> = dataset
        .observations
        .iter()
        .filter(|o| o.kind == Kind::Result && o.value().is_some())
        .filter(|o| o.province == province && o.indicator == indicator)
        .filter(|o| match year {
            YearFilter::Latest => true,
            YearFilter::Year(year) => o.period.is_some_and(|period| period.year() == year),
        })
        .collect();
    found.sort_by_key(|o| (Reverse(end(o)), o.id.as_str()));
    let last = found.first().and_then(|o| end(o));
    found.retain(|o| end(o) == last);
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn it_is_one_that_ends_last_and_without_a_choice_the_one_with_the_smallest_id(
        figures in prop::collection::vec(any_figure(), 0..24),
        year in years(),
    ) {
        let dataset = world(&figures);
        for concept in CONCEPTS {
            let mut has_choice = false;
            let mut n_expected = 0;
            let found = pick_results(&dataset, concept, &PLACES, year);
            for province in PLACES {
                for indicator in dataset.indicators_of(concept) {
                    let candidates = candidates(&dataset, province, &indicator.id, year);
                    has_choice |= candidates.len() > 1;
                    n_expected += usize::from(!candidates.is_empty());
                    let picked = found
                        .iter()
                        .find(|o| o.province == province && o.indicator == indicator.id);
                    prop_assert_eq!(picked.is_some(), !candidates.is_empty());
                    if let Some(picked) = picked {
                        prop_assert!(candidates.contains(picked));
                        prop_assert!(candidates.len() > 1 || candidates[0] == *picked);
                    }
                }
            }
            prop_assert_eq!(found.len(), n_expected);
            if !has_choice {
                let by_id = pairs(&dataset, concept, &PLACES, year);
                prop_assert_eq!(pairs_alike(&dataset, concept, &PLACES, year), by_id);
            }
        }
    }

    #[test]
    fn a_topic_its_sentence_and_any_order_of_provinces_have_the_same_figures(
        figures in prop::collection::vec(any_figure(), 0..24),
        year in years(),
    ) {
        let dataset = world(&figures);
        let provinces: Vec<&Province> = dataset.units().collect();
        let ids: Vec<&str> = provinces.iter().map(|province| province.id.as_str()).collect();
        let backwards: Vec<&str> = ids.iter().rev().copied().collect();
        let sorted = |mut ids: Vec<&str>| -> Vec<String> {
            ids.sort_unstable();
            ids.into_iter().map(ToOwned::to_owned).collect()
        };
        let of = |provinces: &[&str], concept: &str| {
            let found = pick_results(&dataset, concept, provinces, year);
            sorted(found.iter().map(|o| o.id.as_str()).collect())
        };
        for concept in CONCEPTS {
            let bands = topic(&dataset, concept, &provinces, year, None);
            let results = bands.iter().flat_map(Band::results);
            let in_topic = sorted(results.map(|o| o.id.as_str()).collect());
            prop_assert_eq!(&of(&ids, concept), &in_topic);
            prop_assert_eq!(&of(&backwards, concept), &in_topic);
            let with_country: Vec<&str> = ids.iter().copied().chain(["national"]).collect();
            let all = of(&with_country, concept);
            prop_assert!(in_topic.iter().all(|id| all.contains(id)));
        }
    }

    /// The rule, done in the slowest way for figures of one day and three kinds.
    #[test]
    fn each_is_of_the_kind_that_most_places_have(
        has in prop::collection::vec(any::<bool>(), 12),
        ids in Just((10..22).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let kinds: [fn(&str, &str) -> Figure; 3] =
            [of_63, of_34, |id, place| of_63(id, place).unit_as_of("2025-07-01")];
        let all = (0..12).map(|idx| (PLACES[idx / 3], idx % 3, ids[idx].to_string()));
        let entries: Vec<_> = all.zip(has).filter(|(_, has)| *has).map(|(entry, _)| entry).collect();
        let figures: Vec<Figure> =
            entries.iter().map(|(place, kind, id)| kinds[*kind](id, place)).collect();
        let of_kind = |kind| entries.iter().filter(move |entry| entry.1 == kind);
        let preference = |kind: usize| {
            (Reverse(of_kind(kind).count()), of_kind(kind).map(|(.., id)| id).min())
        };
        let expected: Vec<&str> = PLACES
            .iter()
            .filter_map(|place| {
                let own = entries.iter().filter(|entry| entry.0 == *place);
                own.min_by_key(|(_, kind, _)| preference(*kind)).map(|(.., id)| id.as_str())
            })
            .collect();
        let dataset = world(&figures);
        let found = pick_results(&dataset, CONCEPT, &PLACES, YearFilter::Latest);
        prop_assert_eq!(found.iter().map(|o| o.id.as_str()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn where_all_have_both_nothing_forbids_a_comparison(
        ids in Just((10..18).collect::<Vec<_>>()).prop_shuffle(),
        n_places in 1..=4_usize,
    ) {
        let figures: Vec<Figure> = PLACES[..n_places]
            .iter()
            .zip(ids.chunks(2))
            .flat_map(|(place, ids)| {
                [of_63(&ids[0].to_string(), place), of_34(&ids[1].to_string(), place)]
            })
            .collect();
        let dataset = world(&figures);
        let found = pick_results(&dataset, CONCEPT, &PLACES, YearFilter::Latest);
        prop_assert_eq!(found.len(), n_places);
        for a in &found {
            for b in &found {
                prop_assert_eq!(compare(&dataset, a, b).verdict, Verdict::Comparable);
            }
        }
    }
}
