//! The editions of an official ranking, the eras within which a line may join ranks, and the fifths of
//! a map.

use tinhso::compare::{
    Edition, YearFilter, can_join_with_line, editions, eras, official_rank, pick_edition,
    rank_quintile,
};
use tinhso::data::{Dataset, Observation, Unit, Year};

use crate::support::{Figure, day, real_data, world};

pub(crate) const INDEX: &str = "index-rank";

pub(crate) fn place(province: &str, rank: u32, base: u32, year: &str) -> Figure {
    Figure::of(province, INDEX).value(rank).base(base).period(year)
}

/// A dataset whose ranking changed its method in 2021 and in 2024.
pub(crate) fn ranking(figures: &[Figure]) -> Dataset {
    let mut dataset = world(figures);
    let index = dataset.indicators.iter_mut().find(|indicator| indicator.id == INDEX).unwrap();
    index.breaks = vec![Year(2021), Year(2024)];
    dataset
}

/// The year and base of each edition, with the ranks of its provinces.
fn told(dataset: &Dataset) -> Vec<String> {
    let tell = |edition: &Edition<'_>| {
        let places = edition.places.iter();
        let places: Vec<String> =
            places.map(|o| format!("{} {}", o.province, o.value().unwrap())).collect();
        format!("{} of {}: {}", edition.year, edition.base, places.join(", "))
    };
    editions(dataset, INDEX).iter().map(tell).collect()
}

#[test]
fn ranks_of_one_year_and_base_are_an_edition_the_oldest_first_the_larger_base_first() {
    let dataset = ranking(&[
        place("chau-giang", 9, 34, "2024"),
        place("an-hai", 17, 63, "2024"),
        place("an-hai", 12, 63, "2020"),
        place("chau-giang", 3, 63, "2024"),
        place("binh-son", 60, 63, "2020"),
    ]);
    assert_eq!(
        told(&dataset),
        [
            "2020 of 63: an-hai 12, binh-son 60",
            "2024 of 63: chau-giang 3, an-hai 17",
            "2024 of 34: chau-giang 9",
        ]
    );
}

#[test]
fn equal_ranks_stand_in_the_order_of_the_provinces() {
    let mut figures = vec![
        place("chau-giang", 15, 63, "2022"),
        place("binh-son", 15, 63, "2022"),
        place("an-hai", 15, 63, "2022"),
    ];
    for _ in 0..3 {
        let dataset = ranking(&figures);
        assert_eq!(told(&dataset), ["2022 of 63: an-hai 15, binh-son 15, chau-giang 15"]);
        figures.rotate_left(1);
    }
}

#[test]
fn the_country_has_no_place_among_the_provinces() {
    let of_country = place("national", 1, 63, "2022");
    assert_eq!(told(&ranking(std::slice::from_ref(&of_country))), [""; 0]);
    let both = ranking(&[of_country, place("an-hai", 2, 63, "2022")]);
    assert_eq!(told(&both), ["2022 of 63: an-hai 2"]);
}

#[test]
fn only_an_exact_rank_of_a_whole_year_has_a_place() {
    let outside = [
        place("an-hai", 15, 63, "2022").comparator("<="),
        place("an-hai", 15, 63, "2022").comparator("~"),
        place("an-hai", 15, 63, "2022").missing(),
        place("an-hai", 15, 63, "2022").target("2022"),
        place("an-hai", 15, 63, "2022").value(1.5),
        place("an-hai", 0, 63, "2022"),
        place("an-hai", 64, 63, "2022"),
        place("an-hai", 9, 34, "2026-03"),
        place("an-hai", 9, 34, "2022-12-31"),
        place("an-hai", 9, 34, "2021/2022"),
        Figure::of("an-hai", INDEX).value(15).period("2022"),
        Figure::of("an-hai", "cashless-bills").value(15).base(63).period("2022"),
    ];
    for figure in outside {
        let dataset = ranking(&[place("chau-giang", 1, 63, "2022"), figure.clone()]);
        assert_eq!(told(&dataset), ["2022 of 63: chau-giang 1"], "{figure:?}");
    }
    let whole = ranking(&[place("an-hai", 63, 63, "2022-01/2022-12")]);
    assert_eq!(told(&whole), ["2022 of 63: an-hai 63"]);
    // What the data do not list, or what is no rank, has no editions.
    let mut unknown = whole.clone();
    unknown.provinces.retain(|province| province.id != "an-hai");
    assert_eq!(told(&unknown), [""; 0]);
    let shares = world(&[Figure::of("an-hai", "cashless-bills").base(63)]);
    assert_eq!(editions(&shares, "cashless-bills"), []);
    assert_eq!(editions(&shares, "nothing"), []);
}

#[test]
fn of_two_ranks_of_a_province_the_smallest_id_counts() {
    let figures = [
        place("an-hai", 12, 63, "2022").id("b"),
        place("an-hai", 14, 63, "2022").id("B"),
        place("an-hai", 13, 63, "2022").id("a"),
    ];
    assert_eq!(told(&ranking(&figures)), ["2022 of 63: an-hai 14"]);
    // One that has no place does not stand in for one that has.
    let figures = [
        place("an-hai", 12, 63, "2022").id("a").comparator("<="),
        place("an-hai", 14, 63, "2022").id("b"),
    ];
    assert_eq!(told(&ranking(&figures)), ["2022 of 63: an-hai 14"]);
}

#[test]
fn an_edition_is_complete_with_as_many_places_as_it_ranks() {
    let three = ["an-hai", "binh-son", "chau-giang"].map(|province| place(province, 1, 3, "2022"));
    let is_complete = |figures: &[Figure]| editions(&ranking(figures), INDEX)[0].is_complete();
    assert!(is_complete(&three));
    assert!(!is_complete(&three[..2]));
    let dataset = ranking(&three[..2]);
    let edition = &editions(&dataset, INDEX)[0];
    assert_eq!(edition.place_of("binh-son").map(|o| o.province.as_str()), Some("binh-son"));
    assert_eq!(edition.place_of("chau-giang"), None);
}

#[test]
fn an_edition_is_of_the_latest_borders_among_its_ranks() {
    let as_of = |figures: &[Figure]| editions(&ranking(figures), INDEX)[0].as_of;
    let new = place("an-hai", 4, 34, "2024").unit_as_of("2025-07-01");
    assert_eq!(as_of(&[place("chau-giang", 1, 34, "2024")]), day("2024-12-31"));
    assert_eq!(as_of(&[place("chau-giang", 1, 34, "2024"), new.clone()]), day("2025-07-01"));
    assert_eq!(as_of(&[new, place("chau-giang", 5, 34, "2024")]), day("2025-07-01"));
}

/// The year and base of the editions of each era.
fn eras_of(dataset: &Dataset, indicator: &str) -> Vec<Vec<(i32, u32)>> {
    let editions = editions(dataset, indicator);
    let eras = eras(dataset, indicator, &editions);
    for era in &eras {
        assert!(era.editions.iter().all(|idx| editions[*idx].base == era.base));
    }
    let year_and_base = |idx: &usize| (editions[*idx].year, editions[*idx].base);
    eras.iter().map(|era| era.editions.iter().map(year_and_base).collect()).collect()
}

#[test]
fn an_era_ends_where_the_method_or_the_base_changes() {
    let years =
        [("2020", 63), ("2021", 63), ("2022", 63), ("2023", 63), ("2024", 63), ("2024", 34)];
    let figures = years.map(|(year, base)| place("chau-giang", 1, base, year));
    assert_eq!(
        eras_of(&ranking(&figures), INDEX),
        [
            vec![(2020, 63)],
            vec![(2021, 63), (2022, 63), (2023, 63)],
            vec![(2024, 63)],
            vec![(2024, 34)],
        ]
    );
}

#[test]
fn an_era_goes_on_over_a_year_without_an_edition_and_beside_another_base() {
    let figures = [
        place("chau-giang", 1, 63, "2021"),
        place("chau-giang", 1, 63, "2023"),
        place("chau-giang", 1, 63, "2025"),
        place("chau-giang", 1, 34, "2025"),
        place("chau-giang", 1, 34, "2026"),
        place("chau-giang", 1, 63, "2027"),
    ];
    assert_eq!(
        eras_of(&ranking(&figures), INDEX),
        [vec![(2021, 63), (2023, 63)], vec![(2025, 63), (2027, 63)], vec![(2025, 34), (2026, 34)]]
    );
    assert!(eras_of(&ranking(&[]), INDEX).is_empty());
}

#[test]
fn a_line_joins_ranks_of_one_province_between_which_nothing_lies() {
    let joined = |a: Figure, b: Figure| {
        let dataset = ranking(&[a, b]);
        let (a, b) = (&dataset.observations[0], &dataset.observations[1]);
        assert_eq!(can_join_with_line(&dataset, a, b), can_join_with_line(&dataset, b, a));
        can_join_with_line(&dataset, a, b)
    };
    let rank = |province, base, year| place(province, 5, base, year);
    assert!(joined(rank("an-hai", 63, "2021"), rank("an-hai", 63, "2023")));
    // Another method.
    assert!(!joined(rank("an-hai", 63, "2020"), rank("an-hai", 63, "2021")));
    assert!(!joined(rank("an-hai", 63, "2023"), rank("an-hai", 63, "2024")));
    // Another base, another province, another kind.
    assert!(!joined(rank("an-hai", 63, "2024"), rank("an-hai", 34, "2024")));
    assert!(!joined(rank("an-hai", 63, "2022"), rank("chau-giang", 63, "2023")));
    assert!(!joined(rank("an-hai", 63, "2022"), rank("an-hai", 63, "2023").target("2023")));
    // An Hải took in Bình Sơn on 1 July 2025: an index computed for the enlarged unit is of another.
    let merged = rank("an-hai", 63, "2023").unit_as_of("2025-07-01");
    assert!(!joined(rank("an-hai", 63, "2022"), merged.clone()));
    assert!(joined(rank("an-hai", 63, "2022").unit_as_of("2025-07-01"), merged));
    let apart = rank("chau-giang", 63, "2023").unit_as_of("2025-07-01");
    assert!(joined(rank("chau-giang", 63, "2022"), apart));
}

#[test]
fn a_rank_is_said_exactly_or_not_at_all() {
    let rank = |figure: Figure| official_rank(&world(&[figure]).observations[0]);
    assert_eq!(rank(place("an-hai", 15, 63, "2022")), Some(15));
    assert_eq!(rank(place("an-hai", 63, 63, "2022")), Some(63));
    assert_eq!(rank(place("an-hai", 64, 63, "2022")), None);
    assert_eq!(rank(place("an-hai", 15, 63, "2022").comparator("<=")), None);
    assert_eq!(rank(place("an-hai", 15, 63, "2022").target("2022")), None);
    assert_eq!(rank(Figure::of("an-hai", INDEX).value(15)), None);
}

/// How many ranks each fifth has.
pub(crate) fn class_sizes(base: u32) -> [usize; 5] {
    let mut sizes = [0; 5];
    for rank in 1..=base {
        sizes[usize::from(rank_quintile(rank, base))] += 1;
    }
    sizes
}

#[test]
fn a_map_divides_the_ranks_into_fifths() {
    assert_eq!(class_sizes(63), [13, 13, 12, 13, 12]);
    assert_eq!(class_sizes(34), [7, 7, 7, 7, 6]);
    assert_eq!(class_sizes(5), [1; 5]);
    assert_eq!([1, 13, 14, 26, 27, 63].map(|rank| rank_quintile(rank, 63)), [0, 0, 1, 1, 2, 4]);
    // What no ranking has.
    assert_eq!(
        [rank_quintile(0, 63), rank_quintile(64, 63), rank_quintile(1, 0), rank_quintile(9, 0)],
        [0, 4, 4, 4]
    );
    assert_eq!(rank_quintile(u32::MAX, u32::MAX), 4);
}

/// The published rankings, whichever editions they have.
#[test]
fn no_era_of_the_published_rankings_crosses_a_change_of_method() {
    let dataset = real_data();
    let rankings = dataset.indicators.iter().filter(|indicator| indicator.unit == Unit::Rank);
    for indicator in rankings {
        for era in eras_of(&dataset, &indicator.id) {
            let crosses = |year: &i32| {
                let (first, last) = (era.first().unwrap().0, era.last().unwrap().0);
                first < *year && *year <= last
            };
            assert_eq!(indicator.breaks.iter().find(|year| crosses(&year.0)), None, "{era:?}");
        }
    }
    assert_eq!(dataset.indicator("dti-rank").unwrap().breaks, [Year(2021), Year(2024)]);
}

#[test]
fn the_published_index_has_its_editions_and_those_since_2022_are_whole() {
    let dataset = real_data();
    let editions = editions(&dataset, "dti-rank");
    let told: Vec<(i32, u32, bool)> =
        editions.iter().map(|e| (e.year, e.base, e.is_complete())).collect();
    let expected = [(2020, 63), (2021, 63), (2022, 63), (2023, 63), (2024, 63), (2024, 34)];
    assert_eq!(told, expected.map(|(year, base)| (year, base, year >= 2022)));
    assert_eq!(
        eras_of(&dataset, "dti-rank"),
        [&expected[..1], &expected[1..4], &expected[4..5], &expected[5..]]
    );
    assert_eq!(editions[5].as_of, day("2025-07-01"));
    assert!(editions[..5].iter().all(|edition| edition.as_of < day("2025-07-01")));

    // Two share the 15th place of 2022, so there is no 16th.
    let ranks: Vec<u32> = editions[2].places.iter().filter_map(|o| official_rank(o)).collect();
    let expected: Vec<u32> = (1..=63).map(|rank| if rank == 16 { 15 } else { rank }).collect();
    assert_eq!(ranks, expected);
    let of = |id: &str| editions[2].place_of(id).and_then(official_rank);
    let four = ["br-vt", "khanh-hoa", "binh-phuoc", "bac-lieu"];
    assert_eq!(four.map(of), [Some(28), Some(41), Some(12), Some(60)]);
    assert_eq!(of("national"), None);
}

#[test]
fn no_line_of_the_published_index_crosses_a_change_of_method_or_a_merger() {
    let dataset = real_data();
    let editions = editions(&dataset, "dti-rank");
    let joined = |province: &str| {
        let known: Vec<&Observation> =
            editions.iter().filter_map(|edition| edition.place_of(province)).collect();
        let pairs = known.windows(2).filter(|pair| can_join_with_line(&dataset, pair[0], pair[1]));
        let years = |o: &Observation| o.period.unwrap().year();
        pairs.map(|pair| (years(pair[0]), years(pair[1]))).collect::<Vec<_>>()
    };
    // Bình Phước is known for 2020 and 2024, too, and Khánh Hòa for 2024 before and after it grew.
    assert_eq!(joined("binh-phuoc"), [(2021, 2022), (2022, 2023)]);
    assert_eq!(joined("br-vt"), [(2022, 2023)]);
    assert_eq!(joined("khanh-hoa"), [(2022, 2023)]);
    for province in &dataset.provinces {
        for (from, to) in joined(&province.id) {
            assert!(2021 <= from && to <= 2023, "{}: {from} to {to}", province.id);
        }
    }
}

#[test]
fn the_edition_shown_is_the_newest_complete_one_or_that_of_the_year_asked_for() {
    let dataset = ranking(&[
        place("an-hai", 1, 2, "2020"),
        place("binh-son", 2, 2, "2020"),
        place("an-hai", 2, 2, "2021"),
        place("binh-son", 1, 2, "2021"),
        place("an-hai", 9, 63, "2023"),
    ]);
    let editions = editions(&dataset, INDEX);
    let year_of = |year| pick_edition(&editions, year).map(|edition| edition.year);
    assert_eq!(year_of(YearFilter::Latest), Some(2021));
    assert_eq!(year_of(YearFilter::Year(2023)), Some(2023));
    assert_eq!(year_of(YearFilter::Year(2022)), None);
    assert_eq!(pick_edition(&editions[2..], YearFilter::Latest).map(|e| e.year), Some(2023));
    assert_eq!(pick_edition(&[], YearFilter::Latest), None);
}

#[test]
fn of_two_editions_of_a_year_the_one_with_the_latest_borders_is_shown() {
    let dataset = ranking(&[
        place("an-hai", 17, 34, "2024").unit_as_of("2025-07-01"),
        place("an-hai", 2, 63, "2024"),
    ]);
    let editions = editions(&dataset, INDEX);
    let base_of = |year| pick_edition(&editions, year).map(|edition| edition.base);
    assert_eq!(base_of(YearFilter::Year(2024)), Some(34));
    assert_eq!(base_of(YearFilter::Latest), Some(34));
}
