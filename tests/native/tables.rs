//! Official tables: each cell is a figure like all others.

use proptest::prelude::*;
use serde_json::json;
use tinhso::data::{Basis, Dataset, Observation, ProvinceNames};

use crate::support::{Files, TABLE, real_data};

/// The figures of the table in [`Files::with_table`], by their ids.
fn figures(dataset: &Dataset) -> Vec<(&str, f64)> {
    let is_of_table = |o: &&Observation| o.is_of_table();
    let figure = |o: &'_ Observation| o.value().unwrap();
    dataset.observations.iter().filter(is_of_table).map(|o| (o.id.as_str(), figure(o))).collect()
}

fn figure<'a>(dataset: &'a Dataset, id: &str) -> &'a Observation {
    dataset.observation(id).unwrap_or_else(|| panic!("no figure {id}"))
}

#[test]
fn a_table_without_faults_has_no_findings() {
    assert_eq!(Files::with_table().check(), Vec::<String>::new());
}

#[test]
fn each_cell_is_a_figure_with_its_source_and_its_place() {
    let dataset = Files::with_table().dataset();
    assert_eq!(
        figures(&dataset),
        [
            ("an-hai/online-dossiers/result/2023-of-3", 55.5),
            ("binh-son/online-dossiers/result/2023-of-3", 55.5),
            ("chau-giang/online-dossiers/result/2023-of-3", 90.0),
            ("an-hai/online-dossiers/result/2024-of-3", 70.0),
            ("an-hai/full-dossiers/result/2024-of-3", 12.25),
            ("binh-son/full-dossiers/result/2024-of-3", 30.0),
            ("an-hai/index-rank/result/2023-of-3", 2.0),
            ("binh-son/index-rank/result/2023-of-3", 2.0),
            ("chau-giang/index-rank/result/2023-of-3", 1.0),
        ]
    );
    let cell = figure(&dataset, "an-hai/full-dossiers/result/2024-of-3");
    assert_eq!((cell.source.as_str(), cell.basis, cell.base), ("undated", Basis::Reported, None));
    assert_eq!(cell.locator, "hàng An Hải, cột Toàn trình");
    assert_eq!(cell.period.unwrap().to_string(), "2024");
    // A place is computed from the value beside it.
    let place = figure(&dataset, "chau-giang/index-rank/result/2023-of-3");
    assert_eq!((place.basis, place.base), (Basis::Derived, Some(3)));
    assert_eq!(place.derived_from, ["chau-giang/online-dossiers/result/2023-of-3"]);
    assert_eq!(place.locator, "hàng Châu Giang, cột Trực tuyến");
}

#[test]
fn what_stands_at_a_column_goes_before_what_stands_at_its_year() {
    let year = json!({
        "source": "paper", "base": 3, "basis": "surveyed", "unit_as_of": "2025-07-01",
        "comparator": "~", "note": { "vi": "Sơ bộ", "en": "Preliminary" },
    });
    let dataset = Files::with_table()
        .set("tables.json", "/tables/0/years/2024", year)
        .set("tables.json", "/tables/0/columns/Toàn trình/basis", json!("measured"))
        .set(
            "tables.json",
            "/tables/0/columns/Toàn trình/note",
            json!({ "vi": "Đo", "en": "Measured" }),
        )
        .dataset();
    let of_year = figure(&dataset, "an-hai/online-dossiers/result/2024-of-3");
    let of_column = figure(&dataset, "an-hai/full-dossiers/result/2024-of-3");
    assert_eq!((of_year.basis.id(), of_column.basis.id()), ("surveyed", "measured"));
    let notes = [of_year, of_column].map(|o| o.note.as_ref().map(|note| note.en.as_str()));
    assert_eq!(notes, [Some("Preliminary"), Some("Measured")]);
    for figure in [of_year, of_column] {
        assert_eq!(figure.comparator.sign(), "~");
        assert_eq!(figure.unit_day().unwrap().to_string(), "2025-07-01");
    }
}

#[test]
fn a_mark_that_spreadsheet_programs_write_is_passed_over() {
    let files = Files::with_table();
    let marked = [b"\xEF\xBB\xBF", files.get(TABLE).as_bytes()].concat();
    let with_mark = files.clone().bytes(TABLE, marked);
    assert_eq!(with_mark.check(), Vec::<String>::new());
    assert_eq!(with_mark.dataset(), files.dataset());
}

#[test]
fn of_two_tables_with_one_figure_the_second_is_named_beside_the_first() {
    let files = Files::with_table();
    let tables: serde_json::Value = serde_json::from_str(files.get("tables.json")).unwrap();
    let mut second = tables["tables"][0].clone();
    second["id"] = json!("again");
    second["suffix"] = json!("again");
    second["years"]["2023"]["source"] = json!("paper");
    let n_before = files.dataset().observations.len();
    let cells = files.get(TABLE).to_owned();
    let dataset =
        files.push("tables.json", "/tables", second).text("tables/again.csv", cells).dataset();
    assert_eq!(dataset.observations.len(), n_before);
    let figure = figure(&dataset, "an-hai/online-dossiers/result/2023-of-3");
    assert_eq!((figure.source.as_str(), figure.also[0].source.as_str()), ("undated", "paper"));
}

#[test]
fn without_one_of_its_values_a_year_has_no_places() {
    for cells in ["2023,Bình Sơn,,\n", "", "2023,Bình Sơ,55.5,\n"] {
        let files = Files::with_table().replace(TABLE, "2023,Bình Sơn,55.5,\n", cells);
        let checked = files.checked();
        assert!(!checked.findings.is_empty(), "{cells}");
        let mut places = checked.loaded.dataset.observations.iter();
        assert!(places.all(|o| o.indicator != "index-rank" || !o.is_of_table()), "{cells}");
    }
}

/// The good files with a table, and an entry that says what a cell says.
fn with_entry(keys: &serde_json::Value) -> Files {
    let mut entry = json!({
        "id": "an-hai/online-dossiers/result/2023-paper", "indicator": "online-dossiers",
        "kind": "result", "value": 55.5, "period": "2023", "basis": "reported", "source": "paper",
        "locator": "¶5", "fragment": "năm mươi lăm", "checked_by": "An", "inferred": ["period"], "note": { "vi": "Ghi chú", "en": "A note" },
    });
    for (key, value) in keys.as_object().unwrap() {
        entry[key] = value.clone();
    }
    Files::with_table().push("observations/an-hai.json", "/observations", entry)
}

/// What a table prints is no draft, but the province's answer is to the figure.
#[test]
fn a_cell_equal_to_a_draft_is_in_force_and_keeps_the_reply() {
    let reply = json!({ "vi": "Đúng.", "en": "So it is.", "source": "plan", "on": "2025" });
    let files = with_entry(&json!({ "draft": true, "reply": reply }));
    assert_eq!(files.check(), Vec::<String>::new());
    let dataset = files.dataset();
    let figure = figure(&dataset, "an-hai/online-dossiers/result/2023-paper");
    assert!(!figure.draft);
    assert_eq!(figure.reply.as_ref().map(|reply| reply.source.as_str()), Some("plan"));
}

#[test]
fn a_cell_equal_to_an_entry_takes_over_its_id_its_notes_and_its_disputes() {
    let other = json!({
        "id": "an-hai/online-dossiers/result/2023-other", "indicator": "online-dossiers",
        "kind": "result", "value": 50, "period": "2023", "basis": "reported", "source": "paper",
        "locator": "¶7",
    });
    let files = with_entry(&json!({ "disputes": ["an-hai/online-dossiers/result/2023-other"] }))
        .push("observations/an-hai.json", "/observations", other);
    assert_eq!(files.check(), Vec::<String>::new());
    let dataset = files.dataset();
    assert_eq!(dataset.observation("an-hai/online-dossiers/result/2023-of-3"), None);
    let figure = figure(&dataset, "an-hai/online-dossiers/result/2023-paper");
    assert_eq!(
        (figure.source.as_str(), figure.locator.as_str()),
        ("undated", "hàng An Hải, cột Trực tuyến")
    );
    let also: Vec<_> =
        figure.also.iter().map(|a| (a.source.as_str(), a.locator.as_str())).collect();
    assert_eq!(also, [("paper", "¶5")]);
    assert_eq!(figure.note.as_ref().map(|note| note.en.as_str()), Some("A note"));
    assert_eq!(figure.disputes, ["an-hai/online-dossiers/result/2023-other"]);
    // The words lead to a place in the paper, and the link goes to the table's source now.
    assert_eq!(figure.fragment, None);
    // And nobody has read the table twice, or concluded what it prints.
    assert_eq!((figure.checked_by.as_deref(), figure.inferred.len()), (None, 0));
    // What is computed from the cell names it by the id that it has.
    let place = dataset.observation("an-hai/index-rank/result/2023-of-3").unwrap();
    assert_eq!(place.derived_from, ["an-hai/online-dossiers/result/2023-paper"]);
}

#[test]
fn an_entry_that_says_something_else_stays_beside_the_cell() {
    for keys in [
        json!({ "value": 55.4 }),
        json!({ "comparator": ">" }),
        json!({ "period": "2023-01/2023-06" }),
        json!({ "unit_as_of": "2025-07-01" }),
        json!({ "basis": "derived", "derived_from": ["an-hai/cashless-bills/result/2024-09"] }),
    ] {
        let dataset = with_entry(&keys).dataset();
        let entry = figure(&dataset, "an-hai/online-dossiers/result/2023-paper");
        assert_eq!(entry.source, "paper", "{keys}");
        figure(&dataset, "an-hai/online-dossiers/result/2023-of-3");
    }
}

#[test]
fn a_published_place_goes_before_a_computed_one() {
    let published = |value: u32| {
        let entry = json!({
            "id": "binh-son/index-rank/result/2023-paper", "indicator": "index-rank",
            "kind": "result", "value": value, "base": 3, "period": "2023", "basis": "reported",
            "source": "paper", "locator": "¶5",
        });
        let files = Files::with_table().push("observations/binh-son.json", "/observations", entry);
        let dataset = files.dataset();
        let of_binh_son = dataset.observations.iter().filter(|o| {
            o.province == "binh-son" && o.indicator == "index-rank" && o.base == Some(3)
        });
        of_binh_son.map(|o| o.value().unwrap()).collect::<Vec<f64>>()
    };
    // The values are equal as printed: the publisher knew more decimals, and its third place can be.
    assert_eq!(published(2), [2.0]);
    assert_eq!(published(3), [3.0]);
    // The first place cannot. Both are shown.
    assert_eq!(published(1), [1.0, 2.0]);
}

#[test]
fn a_table_that_cannot_be_read_costs_only_its_own_figures() {
    let whole = Files::good().dataset().observations.len();
    for files in [
        Files::with_table().without(TABLE),
        Files::with_table().text(TABLE, ""),
        Files::with_table().text(TABLE, "\u{1b}[31m<script>alert(1)</script>"),
        Files::with_table().bytes(TABLE, b"year,province\xFF".to_vec()),
        Files::with_table().text("tables.json", "{\"tables\": 7}"),
        Files::with_table().without("tables.json"),
        Files::with_table().set("manifest.json", "/tables", json!("../tables.json")),
    ] {
        let checked = files.checked();
        assert!(checked.n_errors() > 0);
        assert_eq!(checked.loaded.dataset.observations.len(), whole);
    }
}

#[test]
fn a_line_that_cannot_be_read_costs_only_itself() {
    let files = Files::with_table().replace(TABLE, "2023,An Hải,55.5,", "2023,An Hai,55.5,,,");
    let checked = files.checked();
    assert_eq!(checked.n_errors(), 1);
    let ids: Vec<&str> = figures(&checked.loaded.dataset).iter().map(|(id, _)| *id).collect();
    assert!(!ids.contains(&"an-hai/online-dossiers/result/2023-of-3"));
    assert!(ids.contains(&"binh-son/online-dossiers/result/2023-of-3"));
}

#[test]
fn every_real_province_is_found_by_each_of_its_names() {
    let dataset = real_data();
    let names = ProvinceNames::of(&dataset.provinces);
    for province in &dataset.provinces {
        for name in [&province.id, &province.name.vi, &province.name.en, &province.short.vi]
            .into_iter()
            .chain(&province.aliases)
        {
            let found = names.find(name).map(|found| found.id.as_str());
            assert_eq!(found, Some(province.id.as_str()), "{name}");
        }
    }
}

proptest! {
    #[test]
    fn places_are_those_of_competition(values in prop::collection::vec(0..20_u32, 3)) {
        let cells = format!(
            "year,province,Trực tuyến,Toàn trình\n2023,An Hải,{},\n2023,Bình Sơn,{},\n2023,Châu Giang,{},\n",
            values[0], values[1], values[2],
        );
        let dataset = Files::with_table().text(TABLE, cells).dataset();
        for (id, value) in ["an-hai", "binh-son", "chau-giang"].into_iter().zip(&values) {
            let place = figure(&dataset, &format!("{id}/index-rank/result/2023-of-3"));
            let better = values.iter().filter(|other| *other > value).count();
            prop_assert_eq!(place.value(), Some(1.0 + better as f64));
        }
    }

    #[test]
    fn a_change_anywhere_is_told_with_its_place_or_costs_nothing(
        of_cells in any::<bool>(),
        at in any::<prop::sample::Index>(),
        length in 0..12_usize,
        by in "[,;\"'\n\r\t {}\\[\\]:0-9.%–]|[a-zA-ZđĐấợ]|\\PC",
    ) {
        let file = if of_cells { TABLE } else { "tables.json" };
        let files = Files::with_table();
        let mut letters: Vec<char> = files.get(file).chars().collect();
        let from = at.index(letters.len());
        letters.splice(from..(from + length).min(letters.len()), by.chars());
        let text: String = letters.into_iter().collect();
        // The end of the file is a place of its own, after the last line end.
        let n_lines = text.matches('\n').count() + 1;
        let checked = files.text(file, text).checked();
        for finding in &checked.findings {
            let place = finding.position.map(|position| position.line);
            prop_assert!(place.is_none_or(|line| line <= n_lines || finding.file != file), "{finding}");
            let is_of_line = finding.path.starts_with("line ");
            prop_assert_eq!(is_of_line, finding.file == TABLE && finding.path != "$", "{}", finding);
        }
        // The figures that have entries of their own stay.
        prop_assert!(checked.loaded.dataset.observations.len() >= Files::good().dataset().observations.len());
    }

    #[test]
    fn no_spreadsheet_makes_the_reader_stop(text in "(year,province,|2023|An Hải|[\"',;\n\r\t]|[ -~]|\\PC){0,60}") {
        Files::with_table().text(TABLE, text).check();
    }
}
