use serde_json::Value;

use super::grid::{CELLS_34, CELLS_63};
use super::*;
use crate::compare::{YearFilter, editions, pick_edition};
use crate::ui::tests::samples::{self, INDEX, dataset_of, place, with_key};

/// A place in an edition with the borders after the mergers.
fn after(province: &str, rank: f64, base: u32, year: &str) -> Value {
    with_key(place(province, rank, base, year), "unit_as_of", "2025-07-01")
}

/// The answer about all followed provinces, for the edition of a year.
fn in_both_languages(figures: &[Value], year: i32) -> [String; 2] {
    samples::in_both_languages(figures, |lang, dataset| {
        let editions = editions(dataset, INDEX);
        let edition = pick_edition(&editions, YearFilter::Year(year)).unwrap();
        answer(lang, dataset, &editions, edition, &dataset.followed()).text()
    })
}

#[test]
fn places_are_listed_best_first_with_the_number_ranked() {
    let figures = [
        place("an-hai", 41.0, 63, "2022"),
        place("binh-son", 1.0, 63, "2022"),
        place("chau-giang", 41.0, 63, "2022"),
    ];
    assert_eq!(
        in_both_languages(&figures, 2022),
        [
            "Kỳ 2022: Tỉnh Bình Sơn (bịa ra để thử) thứ nhất, Tỉnh An Hải (bịa ra để thử) thứ 41 \
             (đồng hạng), Tỉnh Châu Giang (bịa ra để thử) thứ 41 (đồng hạng) trong 63 tỉnh, thành \
             phố.",
            "Edition of 2022: Bình Sơn province (made up for tests) 1st, An Hải province (made up \
             for tests) 41st (shared), Châu Giang province (made up for tests) 41st (shared) of 63 \
             provinces and cities.",
        ]
    );
}

#[test]
fn who_has_no_place_is_named_and_why() {
    let figures = [
        after("chau-giang", 2.0, 2, "2024"),
        place("an-hai", 9.0, 63, "2020"),
        place("binh-son", 9.0, 63, "2019"),
    ];
    assert_eq!(
        in_both_languages(&figures, 2024),
        [
            "Kỳ 2024: Tỉnh Châu Giang (bịa ra để thử) thứ 2 trong 2 tỉnh, thành phố. Chưa nhập \
             thứ hạng kỳ 2024 của Tỉnh An Hải (bịa ra để thử). Tỉnh Bình Sơn (bịa ra để thử) \
             đã nhập vào nơi khác nên không có thứ hạng riêng.",
            "Edition of 2024: Châu Giang province (made up for tests) 2nd of 2 provinces and \
             cities. The places of An Hải province (made up for tests) in 2024 have not been \
             entered. Bình Sơn province (made up for tests) had become part of another unit and has no place of its \
             own.",
        ]
    );
    let names = ["A", "B", "C"];
    assert_eq!(
        Lang::ALL.map(|lang| phrase::merged_away(lang, &names)),
        [
            "A, B và C đã nhập vào nơi khác nên không có thứ hạng riêng.",
            "A, B, and C had become parts of other units and have no places of their own.",
        ]
    );
}

#[test]
fn who_has_merged_is_told_with_the_place_of_the_new_unit() {
    let figures = [after("an-hai", 2.0, 2, "2024"), place("binh-son", 9.0, 63, "2019")];
    let [vi, _] = in_both_languages(&figures, 2024);
    assert!(
        vi.ends_with(
            "Tỉnh Bình Sơn (bịa ra để thử) nay thuộc Tỉnh An Hải (bịa ra để thử) (thứ 2): hạng của đơn \
             vị mới, không phải của tỉnh cũ."
        ),
        "{vi}"
    );
    let merged = [("A", "X", 4), ("B", "Y", 15)];
    assert_eq!(
        Lang::ALL.map(|lang| phrase::merged_into(lang, &merged)),
        [
            "A nay thuộc X (thứ 4) và B nay thuộc Y (thứ 15): hạng của các đơn vị mới, không phải của các \
             tỉnh cũ.",
            "A is now part of X (4th) and B is now part of Y (15th): places of the new units, not of the \
             old provinces.",
        ]
    );
    assert_eq!(
        phrase::merged_into(Lang::En, &merged[..1]),
        "A is now part of X (4th): the place of the new unit, not of the old province."
    );
}

#[test]
fn the_place_of_an_enlarged_province_says_what_it_has_taken_in() {
    let figures = [
        place("an-hai", 5.0, 63, "2023"),
        after("an-hai", 3.0, 34, "2024"),
        place("an-hai", 6.0, 63, "2024"),
    ];
    assert_eq!(
        in_both_languages(&figures, 2024)[0],
        "Kỳ 2024 sau sáp nhập: Tỉnh An Hải (bịa ra để thử) thứ 3 trong 34 tỉnh, thành phố. Tỉnh An \
         Hải (bịa ra để thử) ở đây đã gồm cả Tỉnh Bình Sơn (bịa ra để thử)."
    );
    assert!(!in_both_languages(&figures, 2023)[0].contains("gồm cả"));
    let dataset = dataset_of(&figures);
    let editions = editions(&dataset, INDEX);
    let names: Vec<String> =
        editions.iter().map(|e| edition_name(Lang::En, &editions, e)).collect();
    assert_eq!(
        names,
        [
            "Edition of 2023",
            "Edition of 2024 before the mergers",
            "Edition of 2024 after the mergers"
        ]
    );
}

#[test]
fn without_provinces_the_answer_is_empty() {
    let dataset = dataset_of(&[place("an-hai", 5.0, 63, "2023")]);
    let editions = editions(&dataset, INDEX);
    assert_eq!(answer(Lang::Vi, &dataset, &editions, &editions[0], &[]).text(), "");
}

#[test]
fn the_number_of_known_places_is_given_with_the_number_ranked() {
    let dataset = dataset_of(&[
        place("an-hai", 1.0, 2, "2022"),
        place("binh-son", 2.0, 2, "2022"),
        place("an-hai", 1.0, 63, "2023"),
    ]);
    let editions = editions(&dataset, INDEX);
    let counts = |lang| editions.iter().map(|e| known_count(lang, e)).collect::<Vec<_>>();
    assert_eq!(counts(Lang::Vi), ["biết đủ 2", "biết 1 trong 63"]);
    assert_eq!(counts(Lang::En), ["all 2 known", "1 of 63 known"]);
}

/// A dataset whose provinces are those of a grid, with the first place of an edition of `base`.
fn country_of(cells: &[Cell], base: u32) -> Dataset {
    let mut dataset = dataset_of(&[place("an-hai", 1.0, base, "2022")]);
    let template = dataset.province("chau-giang").unwrap().clone();
    dataset.provinces =
        cells.iter().map(|cell| Province { id: cell.0.to_owned(), ..template.clone() }).collect();
    dataset.observations[0].province = cells[0].0.to_owned();
    dataset
}

#[test]
fn an_edition_has_the_map_of_its_units_and_no_other() {
    let columns =
        |dataset: &Dataset| map_cells(dataset, &editions(dataset, INDEX)[0]).map(<[Cell]>::len);
    assert_eq!(columns(&country_of(&CELLS_63, 63)), Some(63));
    assert_eq!(columns(&country_of(&CELLS_34, 34)), Some(34));
    // Fewer ranked provinces than there were, a grid with one province too few, and one with
    // another name.
    assert_eq!(columns(&country_of(&CELLS_63, 62)), None);
    assert_eq!(columns(&country_of(&CELLS_63[1..], 62)), None);
    let mut other = country_of(&CELLS_34, 34);
    other.provinces[7].id = "atlantis".to_owned();
    assert_eq!(columns(&other), None);
}
