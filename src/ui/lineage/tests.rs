use serde_json::Value;

use super::*;
use crate::ui::tests::samples::{BILLS, bills, dataset_of, target, with_key};

fn fate_of(dataset: &Dataset, id: &str) -> [String; 2] {
    let province = dataset.province(id).unwrap();
    Lang::ALL.map(|lang| description(lang, dataset, province))
}

#[test]
fn a_description_says_what_became_of_each_kind_of_unit() {
    let mut dataset = dataset_of(&[]);
    for province in &mut dataset.provinces {
        province.name = province.short.clone();
    }
    assert_eq!(
        fate_of(&dataset, "binh-son"),
        ["Bình Sơn: từ 1/7/2025 thuộc An Hải", "Bình Sơn: part of An Hải since July 1, 2025"]
    );
    assert_eq!(
        fate_of(&dataset, "an-hai"),
        [
            "An Hải: từ 1/7/2025 gồm An Hải cũ và Bình Sơn",
            "An Hải: made of the former An Hải and Bình Sơn since July 1, 2025",
        ]
    );
    assert_eq!(fate_of(&dataset, "chau-giang")[0], "Châu Giang: giữ nguyên, không sáp nhập");
    // If the data do not say, only the name is left.
    assert_eq!(fate_of(&dataset, "national"), ["Cả nước", "Country"]);
    for province in &mut dataset.provinces {
        province.successor = None;
    }
    assert_eq!(fate_of(&dataset, "binh-son"), ["Bình Sơn", "Bình Sơn"]);
}

#[test]
fn the_units_are_counted_from_the_data() {
    let mut dataset = dataset_of(&[]);
    assert_eq!(title(Lang::En, &dataset), "From 3 provinces and cities to 2");
    assert_eq!(
        lead(Lang::En, &dataset),
        "Before July 1, 2025, the country had 3 provinces and cities; it has had 2 since: 1 formed \
         by mergers, 1 unchanged."
    );
    dataset.provinces.retain(|province| province.id == "chau-giang");
    assert_eq!(
        (title(Lang::En, &dataset), lead(Lang::En, &dataset)),
        ("Provinces".to_owned(), String::new())
    );
}

fn borders_of(figure: Value) -> Option<String> {
    let dataset = dataset_of(&[figure]);
    words::borders(Lang::Vi, &dataset, &dataset.observations[0])
}

#[test]
fn the_borders_of_a_result_are_those_of_its_unit_day() {
    let (old, new) = (Some("địa giới cũ, trước 1/7/2025"), Some("địa giới mới, từ 1/7/2025"));
    let of = |period: &str| bills("an-hai", 50.0, period);
    assert_eq!(borders_of(of("2024")).as_deref(), old);
    assert_eq!(borders_of(of("2025-06-30")).as_deref(), old);
    assert_eq!(borders_of(of("2025-07-01")).as_deref(), new);
    // An index of 2024 that was computed for the provinces of July 2025.
    assert_eq!(borders_of(with_key(of("2024"), "unit_as_of", "2025-07-01")).as_deref(), new);
    // Provinces that ended, or never changed, have only one kind of borders.
    assert_eq!(borders_of(bills("binh-son", 50.0, "2024")), None);
    assert_eq!(borders_of(bills("chau-giang", 50.0, "2026")), None);
}

#[test]
fn the_borders_of_a_promise_are_those_of_who_made_it() {
    let (old, new) = (Some("địa giới cũ, trước 1/7/2025"), Some("địa giới mới, từ 1/7/2025"));
    let made = |on: &str| with_key(target("an-hai", BILLS, 80.0, "2030"), "made", on);
    assert_eq!(borders_of(made("2025-06-30")).as_deref(), old);
    assert_eq!(borders_of(made("2025-07-01")).as_deref(), new);
    // Its source is of October 2024.
    let dated_by_source = with_key(target("an-hai", BILLS, 80.0, "2030"), "source", "paper");
    assert_eq!(borders_of(dated_by_source).as_deref(), old);
}
