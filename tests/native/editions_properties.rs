//! Properties of the editions of any ranking, tested with random ranks.

use proptest::prelude::*;
use tinhso::compare::{
    Reason, can_join_with_line, compare, editions, eras, official_rank, rank_quintile,
};
use tinhso::data::{Dataset, Date, Observation};

use crate::editions::{INDEX, class_sizes, place, ranking};
use crate::support::Figure;

/// A figure that may or may not belong to an edition.
fn any_rank() -> impl Strategy<Value = Figure> {
    let where_and_when = (
        prop::sample::select(vec!["an-hai", "binh-son", "chau-giang", "national"]),
        prop::sample::select(vec!["2020", "2021", "2022", "2023", "2024", "2024-12"]),
        prop::option::weighted(0.2, Just("2025-07-01")),
    );
    let what = (
        0u32..12,
        prop::sample::select(vec![9u32, 11]),
        prop::sample::select(vec!["=", "=", "=", "=", "~", "<="]),
        prop::bool::weighted(0.1),
    );
    (where_and_when, what).prop_map(|((province, year, as_of), (rank, base, sign, is_target))| {
        let mut figure = place(province, rank, base, year).comparator(sign);
        if let Some(day) = as_of {
            figure = figure.unit_as_of(day);
        }
        if is_target { figure.target(year) } else { figure }
    })
}

/// Figures with ids of their own, and the same in another order.
fn ranks_in_two_orders() -> impl Strategy<Value = (Vec<Figure>, Vec<Figure>)> {
    prop::collection::vec(any_rank(), 0..24).prop_flat_map(|figures| {
        let figures: Vec<Figure> = figures
            .into_iter()
            .enumerate()
            .map(|(idx, figure)| figure.id(&format!("figure-{:02}", idx * 7 % 24)))
            .collect();
        (Just(figures.clone()), Just(figures).prop_shuffle())
    })
}

/// The editions without the file and the index of each observation.
fn by_id(dataset: &Dataset) -> Vec<(i32, u32, i32, Vec<String>)> {
    let ids = |places: &[&Observation]| places.iter().map(|o| o.id.clone()).collect();
    editions(dataset, INDEX)
        .iter()
        .map(|edition| (edition.year, edition.base, edition.as_of.0, ids(&edition.places)))
        .collect()
}

proptest! {
    #[test]
    fn the_order_of_the_file_changes_no_edition((figures, shuffled) in ranks_in_two_orders()) {
        prop_assert_eq!(by_id(&ranking(&figures)), by_id(&ranking(&shuffled)));
    }

    #[test]
    fn every_place_is_one_of_a_province_within_the_base((figures, _) in ranks_in_two_orders()) {
        let dataset = ranking(&figures);
        let editions = editions(&dataset, INDEX);
        let mut years = Vec::new();
        for edition in &editions {
            years.push((edition.year, std::cmp::Reverse(edition.base)));
            let ranks: Vec<u32> =
                edition.places.iter().map(|place| official_rank(place).unwrap()).collect();
            prop_assert!(ranks.iter().all(|rank| (1..=edition.base).contains(rank)));
            prop_assert!(ranks.is_sorted());
            let mut provinces: Vec<&str> =
                edition.places.iter().map(|place| place.province.as_str()).collect();
            prop_assert!(!provinces.is_empty() && !provinces.contains(&"national"));
            provinces.sort_unstable();
            provinces.dedup();
            prop_assert_eq!(provinces.len(), ranks.len());
            prop_assert!(edition.places.iter().all(|place| place.unit_day() <= Some(edition.as_of)));
        }
        // Each edition once, in order.
        prop_assert!(years.is_sorted_by(|a, b| a < b));
        // What has a place anywhere has one in its edition.
        for o in &dataset.observations {
            let is_whole_year = o.period.is_some_and(|period| period.to_string().len() == 4);
            if o.province != "national" && is_whole_year && official_rank(o).is_some() {
                let found = editions.iter().find(|edition| {
                    o.period.map(Date::year) == Some(edition.year)
                        && o.base == Some(edition.base)
                });
                prop_assert!(found.unwrap().place_of(&o.province).unwrap().id <= o.id);
            }
        }
    }

    #[test]
    fn every_edition_is_in_one_era_and_no_line_leaves_it((figures, _) in ranks_in_two_orders()) {
        let dataset = ranking(&figures);
        let editions = editions(&dataset, INDEX);
        let eras = eras(&dataset, INDEX, &editions);
        let mut numbered: Vec<usize> = eras.iter().flat_map(|era| era.editions.clone()).collect();
        prop_assert!(eras.iter().all(|era| era.editions.is_sorted()));
        numbered.sort_unstable();
        prop_assert_eq!(numbered, (0..editions.len()).collect::<Vec<_>>());
        let era_of = |idx: usize| eras.iter().position(|era| era.editions.contains(&idx));
        for (i, first) in editions.iter().enumerate() {
            for (j, second) in editions.iter().enumerate() {
                for (a, b) in first.places.iter().flat_map(|a| second.places.iter().map(move |b| (a, b))) {
                    if can_join_with_line(&dataset, a, b) {
                        prop_assert_eq!(era_of(i), era_of(j));
                        prop_assert_eq!(&a.province, &b.province);
                    } else if a.province == b.province && era_of(i) == era_of(j) {
                        // Within an era nothing but a merger keeps two ranks of a province apart.
                        let reasons = compare(&dataset, a, b).reasons;
                        prop_assert!(reasons.contains(&Reason::MergedUnit));
                    }
                }
            }
        }
    }

    #[test]
    fn classes_are_as_equal_as_can_be_and_never_fall(base in 1u32..500) {
        let classes: Vec<u8> = (1..=base).map(|rank| rank_quintile(rank, base)).collect();
        prop_assert!(classes.is_sorted() && classes.iter().all(|class| *class < 5));
        let sizes = class_sizes(base);
        prop_assert!(sizes.iter().max().unwrap() - sizes.iter().min().unwrap() <= 1);
        prop_assert_eq!(classes[0], 0);
        prop_assert!(base < 5 || classes[base as usize - 1] == 4);
    }
}
