//! How many of all provinces have a figure in a year of an official table, and which have none.

use serde_json::{Value, json};
use tinhso::compare::{Part, Unranked, rank};
use tinhso::data::{Basis, Coverage, Dataset, Observation, Unit, read_bundle, write_bundle};

use crate::support::{Files, TABLE, real_data, world};

/// What is said of an indicator: the year, how many of how many, who is missing, whether that is all.
fn covered(dataset: &Dataset, indicator: &str) -> Vec<(String, u32, u32, String, bool)> {
    let of_indicator = dataset.coverage.iter().filter(|coverage| coverage.indicator == indicator);
    let told = |c: &Coverage| (c.year.to_string(), c.n, c.of, c.missing.join(" "), c.complete);
    of_indicator.map(told).collect()
}

fn year(year: &str, n: u32, of: u32, missing: &str) -> (String, u32, u32, String, bool) {
    (year.to_owned(), n, of, missing.to_owned(), true)
}

fn entry(id: &str, keys: &Value) -> Value {
    let mut entry = json!({
        "id": id, "indicator": "online-dossiers", "kind": "result", "value": 40, "period": "2024",
        "basis": "reported", "source": "paper", "locator": "¶5",
    });
    for (key, value) in keys.as_object().unwrap() {
        entry[key] = value.clone();
    }
    entry
}

fn partial() -> Files {
    Files::with_table()
        .set("tables.json", "/tables/0/complete", json!(false))
        .unset("tables.json", "/tables/0/columns/Hạng")
}

#[test]
fn each_year_of_each_column_is_counted_out_of_the_provinces_of_its_day() {
    let dataset = Files::with_table().dataset();
    assert_eq!(
        covered(&dataset, "online-dossiers"),
        [year("2023", 3, 3, ""), year("2024", 1, 3, "binh-son chau-giang")]
    );
    // A column has only its own years, and computed places are values like all others.
    assert_eq!(covered(&dataset, "full-dossiers"), [year("2024", 2, 3, "chau-giang")]);
    assert_eq!(covered(&dataset, "index-rank"), [year("2023", 3, 3, "")]);
    assert_eq!(covered(&dataset, "cashless-bills"), [], "it stands in no table");
}

#[test]
fn a_year_without_a_value_is_left_out() {
    let files = Files::with_table().replace(TABLE, "An Hải,70,12.25", "An Hải,,12.25");
    assert_eq!(covered(&files.dataset(), "online-dossiers"), [year("2023", 3, 3, "")]);
}

#[test]
fn whether_it_is_all_is_the_word_of_the_table() {
    let dataset = partial().dataset();
    let complete: Vec<bool> = dataset.coverage.iter().map(|coverage| coverage.complete).collect();
    assert_eq!(complete, [false; 3]);
    // Where all are here there is no part of it.
    let of_2023 = |coverage: &&Coverage| coverage.year.0 == 2023;
    assert!(!dataset.coverage.iter().find(of_2023).unwrap().is_partial());
}

#[test]
fn an_entry_of_its_own_is_a_value_too() {
    let add = |id: &str, keys: Value| {
        let files = Files::with_table().push(
            "observations/binh-son.json",
            "/observations",
            entry(id, &keys),
        );
        covered(&files.dataset(), "online-dossiers").pop().unwrap()
    };
    let id = "binh-son/online-dossiers/result/2024-paper";
    assert_eq!(add(id, json!({})), year("2024", 2, 3, "chau-giang"));
    assert_eq!(add(id, json!({ "period": "2024-01/2024-12" })), year("2024", 2, 3, "chau-giang"));
    // What is not of that year, and what replaces nothing, leaves it as it is.
    let as_before = year("2024", 1, 3, "binh-son chau-giang");
    for keys in [
        json!({ "period": "2024-06" }),
        json!({ "indicator": "service-points" }),
        json!({ "value": null, "missing": "not said" }),
    ] {
        assert_eq!(add(id, keys.clone()), as_before, "{keys}");
    }
    let id = "binh-son/online-dossiers/target/2024";
    let target = json!({ "kind": "target", "period": null, "deadline": "2024" });
    assert_eq!(add(id, target), as_before);
}

#[test]
fn since_the_merger_there_are_fewer_provinces() {
    let files = Files::with_table()
        .set("tables.json", "/tables/0/years/2024/unit_as_of", json!("2025-07-01"))
        .replace(TABLE, "2024,Bình Sơn,,30\n", "");
    // A figure for the borders of before is another one.
    let before = entry("chau-giang/online-dossiers/result/2024-paper", &json!({}));
    let files = files.push("observations/chau-giang.json", "/observations", before);
    let dataset = files.dataset();
    assert_eq!(
        covered(&dataset, "online-dossiers"),
        [year("2023", 3, 3, ""), year("2024", 1, 2, "chau-giang")]
    );
    let of = |id: &str| dataset.coverage_of(dataset.observation(id).unwrap()).map(|c| c.of);
    assert_eq!(of("an-hai/online-dossiers/result/2024-of-3"), Some(2));
    assert_eq!(of("an-hai/online-dossiers/result/2023-of-3"), Some(3));
    assert_eq!(of("chau-giang/online-dossiers/result/2024-paper"), None);
}

#[test]
fn a_province_counts_until_its_last_day() {
    // Bình Sơn ended on 30 June 2025.
    for (unit_as_of, of) in [("2025-06-30", 3), ("2025-07-01", 2), ("2025", 2)] {
        let files = Files::with_table()
            .set("tables.json", "/tables/0/years/2025", json!({ "source": "undated" }))
            .set("tables.json", "/tables/0/years/2025/unit_as_of", json!(unit_as_of));
        let cells = format!("{}2025,Châu Giang,60,\n", files.get(TABLE));
        let dataset = files.text(TABLE, cells).dataset();
        let (_, n, found, ..) = covered(&dataset, "online-dossiers").pop().unwrap();
        assert_eq!((n, found), (1, of), "{unit_as_of}");
    }
}

/// The table, and another one of the same columns with other ids.
fn with_second_table(keys: &[(&str, Value)], cells: &str) -> Dataset {
    let tables: Value = serde_json::from_str(partial().get("tables.json")).unwrap();
    let mut second = tables["tables"][0].clone();
    second["id"] = json!("second");
    second["suffix"] = json!("of-2");
    for (key, value) in keys {
        *second.pointer_mut(key).unwrap() = value.clone();
    }
    partial()
        .push("tables.json", "/tables", second)
        .text("tables/second.csv", format!("year,province,Trực tuyến,Toàn trình\n{cells}"))
        .dataset()
}

#[test]
fn tables_of_the_same_borders_are_counted_together_and_others_apart() {
    let cells = "2023,An Hải,1,\n2024,Châu Giang,2,3\n";
    let same = with_second_table(&[("/complete", json!(true))], cells);
    assert_eq!(
        covered(&same, "online-dossiers"),
        [year("2023", 3, 3, ""), year("2024", 2, 3, "binh-son")]
    );
    let of_today = json!({ "source": "undated", "unit_as_of": "2025-07-01" });
    let apart = with_second_table(&[("/years/2024", of_today)], cells);
    let of_2024: Vec<_> = apart
        .coverage
        .iter()
        .filter(|c| c.indicator == "online-dossiers" && c.year.0 == 2024)
        .map(|c| (c.n, c.of, c.unit_as_of.map(|day| day.to_string())))
        .collect();
    assert_eq!(of_2024, [(1, 3, None), (1, 2, Some("2025-07-01".to_owned()))]);
}

#[test]
fn many_missing_provinces_are_counted_and_not_named() {
    for n_more in [11, 12] {
        let mut files = Files::with_table();
        for idx in 0..n_more {
            let name = json!({ "vi": format!("T{idx}"), "en": format!("T{idx}") });
            let unit =
                json!({ "id": format!("t{idx}"), "kind": "province", "name": name, "short": name });
            files = files.push("provinces.json", "/provinces", unit);
        }
        let dataset = files.dataset();
        let found = covered(&dataset, "full-dossiers").pop().unwrap();
        let n_named = found.3.split_whitespace().count();
        assert_eq!((found.1, found.2), (2, 3 + n_more));
        assert_eq!(n_named, if n_more == 11 { 12 } else { 0 });
    }
}

#[test]
fn nothing_is_said_of_a_year_that_lacks_a_lost_file() {
    let dataset = Files::with_table().without("observations/chau-giang.json").dataset();
    assert_eq!(covered(&dataset, "online-dossiers"), [year("2023", 3, 3, "")]);
}

#[test]
fn pages_have_of_it_what_they_tell() {
    let dataset = Files::with_table().dataset();
    for part in Part::all(&dataset) {
        let found = part.extract(&dataset);
        let expected = match &part {
            Part::Topic(concept) => {
                let is_of =
                    |c: &&Coverage| dataset.indicator(&c.indicator).unwrap().concept == *concept;
                dataset.coverage.iter().filter(is_of).cloned().collect()
            }
            // Of the newest whole edition that ranks the province.
            Part::Province(_) => {
                let of_ranks = |c: &&Coverage| c.indicator == "index-rank";
                dataset.coverage.iter().filter(of_ranks).cloned().collect()
            }
            Part::Followed | Part::Ranking | Part::Sources => Vec::new(),
        };
        assert_eq!(found.coverage, expected, "{part:?}");
        assert_eq!(read_bundle(&write_bundle(&found)).unwrap().coverage, expected, "{part:?}");
    }
}

/// Whoever is named as missing has a name on the page.
#[test]
fn the_part_of_a_topic_has_the_missing_provinces() {
    let dataset = real_data();
    for concept in dataset.concepts() {
        let part = Part::Topic(concept.to_owned()).extract(&dataset);
        for id in part.coverage.iter().flat_map(|coverage| &coverage.missing) {
            assert!(part.province(id).is_some(), "{concept}: {id}");
        }
    }
}

/// The figures of tables by an indicator in a year.
fn figures<'a>(dataset: &'a Dataset, indicator: &str, year: i32) -> Vec<&'a Observation> {
    let is_asked_for = |o: &&Observation| {
        o.indicator == indicator
            && o.is_of_table()
            && o.period.is_some_and(|period| period.year() == year)
    };
    dataset.observations.iter().filter(is_asked_for).collect()
}

#[test]
fn a_part_of_a_table_has_no_places() {
    // A fourth province, which the publisher has and the table has not.
    let name = json!({ "vi": "Diên Hồng", "en": "Diên Hồng" });
    let fourth = json!({ "id": "dien-hong", "kind": "province", "name": name, "short": name });
    let dataset = partial().push("provinces.json", "/provinces", fourth).dataset();
    assert!(!dataset.observations.iter().any(|o| o.basis == Basis::Derived));
    let found = figures(&dataset, "online-dossiers", 2023);
    assert_eq!(found.len(), 3);
    assert_eq!(rank(&dataset, &found), Err(Unranked::Partial));
    // Two are a pair.
    assert_eq!(rank(&dataset, &found[..2]).map(|ranked| ranked.len()), Ok(2));
    // In a complete table the fourth province was not measured, and the others were.
    let whole = Files::with_table().push(
        "provinces.json",
        "/provinces",
        json!({ "id": "dien-hong", "kind": "province", "name": name, "short": name }),
    );
    let whole = whole.dataset();
    let found = figures(&whole, "online-dossiers", 2023);
    assert_eq!(rank(&whole, &found).map(|ranked| ranked.len()), Ok(3));
}

#[test]
fn what_stands_in_no_table_is_ordered_as_before() {
    let figures = ["an-hai", "binh-son", "chau-giang"]
        .map(|province| crate::support::Figure::of(province, "online-dossiers"));
    let dataset = world(&figures);
    let found: Vec<&Observation> = dataset.observations.iter().collect();
    assert_eq!(rank(&dataset, &found).map(|ranked| ranked.len()), Ok(3));
}

/// A place that this site computed is among all values of its year.
#[test]
fn every_computed_place_of_the_real_tables_is_of_a_complete_year() {
    let dataset = real_data();
    let is_computed = |o: &&Observation| {
        let unit = dataset.indicator(&o.indicator).map(|indicator| &indicator.unit);
        o.is_of_table() && o.basis == Basis::Derived && unit == Some(&Unit::Rank)
    };
    let computed: Vec<&Observation> = dataset.observations.iter().filter(is_computed).collect();
    assert!(computed.len() > 100, "{}", computed.len());
    for place in computed {
        let coverage = dataset.coverage_of(place).unwrap();
        assert!(coverage.complete, "{}", place.id);
        assert_eq!(place.base, Some(coverage.n), "{}", place.id);
        let parent = dataset.observation(&place.derived_from[0]).unwrap();
        let of_values = dataset.coverage_of(parent).unwrap();
        assert!(of_values.complete, "{}", parent.id);
        assert_eq!(place.base, Some(of_values.n), "{}", parent.id);
    }
}

#[test]
fn the_real_tables_count_the_provinces_of_their_days() {
    let dataset = real_data();
    let units = |coverage: &Coverage| match coverage.unit_day().to_string().as_str() {
        day if day <= "2008-07-31" => 64,
        day if day <= "2025-06-30" => 63,
        _ => 34,
    };
    assert!(!dataset.coverage.is_empty());
    for coverage in &dataset.coverage {
        let told = format!("{} {}", coverage.indicator, coverage.year);
        assert_eq!(coverage.of, units(coverage), "{told}");
        let n_missing = (coverage.of - coverage.n) as usize;
        let n_named = if n_missing > 12 { 0 } else { n_missing };
        assert_eq!(coverage.missing.len(), n_named, "{told}");
        assert!(coverage.n > 0, "{told}");
    }
}
