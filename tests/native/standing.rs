//! Where provinces stand in each index.

use tinhso::compare::{Part, official_rank, standings};
use tinhso::data::{Basis, Dataset, read_bundle, write_bundle};

use crate::support::{Files, real_data};

/// The indicator, the place and the change of each standing.
fn told(dataset: &Dataset, province: &str) -> Vec<(String, u32, Option<i32>)> {
    let standings = standings(dataset, province);
    let of = |s: &tinhso::compare::Standing<'_>| {
        (s.indicator.id.clone(), official_rank(s.place).unwrap(), s.change.map(|(_, by)| by))
    };
    standings.iter().map(of).collect()
}

#[test]
fn a_counted_place_is_told_of_an_edition_that_has_all_of_them() {
    let whole = Files::with_table().dataset();
    let place = |id: &str| told(&whole, id);
    assert_eq!(place("an-hai"), [("index-rank".to_owned(), 2, None)]);
    assert_eq!(place("an-hai"), place("binh-son"));
    assert_eq!(place("national"), []);
    let in_part = Files::with_table().set("tables.json", "/tables/0/complete", false.into());
    let in_part = in_part.replace("tables/dossiers.csv", "2023,Bình Sơn,55.5,", "2023,Bình Sơn,,");
    // An earlier place that was printed is always known.
    assert_eq!(told(&in_part.dataset(), "an-hai"), [("index-rank".to_owned(), 12, None)]);
}

#[test]
fn the_page_of_a_province_tells_what_the_whole_data_do() {
    let dataset = real_data();
    for unit in dataset.units() {
        let part = Part::Province(unit.id.clone()).extract(&dataset);
        let part = read_bundle(&write_bundle(&part)).unwrap();
        assert_eq!(told(&part, &unit.id), told(&dataset, &unit.id), "{}", unit.id);
    }
}

#[test]
fn a_change_is_the_difference_of_two_printed_places_of_years_that_follow_each_other() {
    let dataset = real_data();
    let mut n_changes = 0;
    for unit in dataset.units() {
        for standing in standings(&dataset, &unit.id) {
            let Some((before, by)) = standing.change else { continue };
            let years = [before, standing.place].map(|o| o.period.unwrap().year());
            assert_eq!(years[1] - years[0], 1);
            assert_eq!(before.base, standing.place.base);
            assert!([before, standing.place].iter().all(|o| o.basis != Basis::Derived));
            let [old, new] = [before, standing.place].map(|o| official_rank(o).unwrap());
            assert_eq!(by, old.cast_signed() - new.cast_signed());
            n_changes += 1;
        }
    }
    assert!(n_changes > 20, "{n_changes}");
}

#[test]
fn every_province_of_today_and_before_stands_somewhere() {
    let dataset = real_data();
    let nowhere: Vec<&str> = dataset
        .units()
        .filter(|unit| standings(&dataset, &unit.id).is_empty())
        .map(|unit| unit.id.as_str())
        .collect();
    // It became part of Hà Nội in 2008, before the first whole edition of any index.
    assert_eq!(nowhere, ["ha-tay"]);
}
