//! The downloads: all observations in each format.

use proptest::prelude::*;
use serde_json::{Value, json};
use tinhso::data::Dataset;
use tinhso::export::{self, Csv, Excel, Format, Json};

use crate::support::{Files, root};

const HEADER: &str = "id,province,indicator,concept,pillar,kind,comparator,value,base,unit,period,\
                      deadline,basis,source_id,source_title,publisher,published,url,locator,\
                      note_vi,note_en,missing,caveat_vi,caveat_en,inferred,qualitative,also,\
                      checked_by,fragment,via,archived,retrieved,unit_as_of,\
                      derived_from,value_to,draft,reply_vi,reply_en,reply_source,reply_on";

const BINH_SON: &str = "observations/binh-son.json";

/// The rows as another reader of CSV understands them, the header first.
fn read(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The good data with a line break in a note, which `check` refuses and a reader of the data lets pass.
fn with_a_line_break() -> Dataset {
    let note = json!("=Tỉnh tự báo cáo,\nchưa kiểm tra");
    Files::good().set(BINH_SON, "/observations/0/note/vi", note).dataset()
}

#[test]
fn a_row_has_what_the_entry_its_indicator_and_its_source_say() {
    let csv = Csv.observations(&with_a_line_break());
    assert!(csv.starts_with(&format!("{HEADER}\n")));
    assert!(!csv.contains("\r\n") && csv.ends_with('\n'));
    let rows = read(&csv);
    assert_eq!(rows.len(), 13);
    assert!(rows.iter().all(|row| row.len() == 40));
    assert_eq!(
        rows[1],
        [
            "an-hai/cashless-bills/target/2023",
            "an-hai",
            "cashless-bills",
            "cashless-bills",
            "economy",
            "target",
            ">=",
            "80",
            "",
            "percent",
            "",
            "2023",
            "reported",
            "plan",
            "Kế hoạch bịa ra để thử",
            "UBND An Hải",
            "2021-03-01",
            "",
            "¶14",
            "",
            "",
            "",
            "",
            "",
            "",
            "false",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "false",
            "",
            "",
            "",
            ""
        ]
    );
    assert_eq!(
        rows[2][..13],
        [
            "an-hai/cashless-bills/result/2024-09",
            "an-hai",
            "cashless-bills",
            "cashless-bills",
            "economy",
            "result",
            "=",
            "86.06",
            "",
            "percent",
            "2024-01/2024-09",
            "",
            "reported"
        ]
    );
    assert_eq!(rows[3][8], "63");
    assert_eq!(
        rows[5][19..22],
        ["=Tỉnh tự báo cáo,\nchưa kiểm tra", "-Said by the province, \"unchecked\"", ""]
    );
    assert_eq!((rows[8][7].as_str(), rows[8][21].as_str()), ("", "Nguồn không nêu"));
    assert_eq!(rows[12][0], "national/cashless-bills/result/2024");
}

#[test]
fn what_is_unknown_is_empty() {
    let files = Files::good().set(BINH_SON, "/observations/0/indicator", json!("nothing")).set(
        BINH_SON,
        "/observations/0/source",
        json!("nobody"),
    );
    let rows = read(&Csv.observations(&files.dataset()));
    let row: Vec<&str> = rows[5].iter().map(String::as_str).collect();
    assert_eq!((row[2], row[3], row[4], row[9]), ("nothing", "", "", ""));
    assert_eq!(row[13..18], ["nobody", "", "", "", ""]);
}

#[test]
fn the_excel_file_has_a_mark_and_no_formulas() {
    let dataset = Files::good()
        .set("observations/chau-giang.json", "/observations/3/value", json!(-5))
        .set("observations/chau-giang.json", "/observations/3/locator", json!("-5"))
        .dataset();
    let csv = Excel::English.observations(&dataset);
    let rows = read(csv.strip_prefix('\u{feff}').unwrap());
    // A comparator alone is no formula.
    assert_eq!(rows[2][6], "=");
    assert_eq!(rows[5][19], "'=Tỉnh tự báo cáo, chưa kiểm tra");
    let for_vietnamese = Excel::Vietnamese.observations(&dataset);
    assert!(for_vietnamese.starts_with("\u{feff}id;province;"), "{for_vietnamese}");
    // A number may begin with a minus, a text may not.
    assert_eq!((rows[11][7].as_str(), rows[11][18].as_str()), ("-5", "'-5"));
    assert!(
        rows.iter()
            .skip(1)
            .flatten()
            .all(|cell| cell == "=" || !cell.starts_with(['=', '+', '@', '\t', '\r']))
    );
}

/// A value of the JSON file as the CSV has it.
fn written(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(written).collect::<Vec<_>>().join(";"),
        other => other.to_string(),
    }
}

/// An entry with all further keys, and a source with them and without a title.
fn with_further_keys() -> Files {
    let also = json!([
        { "source": "undated", "locator": "¶2" },
        { "source": "plan", "locator": "dòng “Ba” · row “Ba”" },
    ]);
    Files::good()
        .set(BINH_SON, "/observations/0/caveat", json!({ "vi": "Lưu ý", "en": "Careful" }))
        .set(BINH_SON, "/observations/0/inferred", json!(["period", "base"]))
        .set(BINH_SON, "/observations/0/also", also)
        .set(BINH_SON, "/observations/0/checked_by", json!("A second reader"))
        .set(BINH_SON, "/observations/0/fragment", json!("-six words, at most"))
        .set(BINH_SON, "/observations/0/draft", json!(true))
        .set(
            BINH_SON,
            "/observations/0/reply",
            json!({
                "vi": "Tỉnh nói thế", "en": "=So it says", "source": "plan", "on": "2025-02-03",
            }),
        )
        .set("sources.json", "/sources/2/title", Value::Null)
        .set("sources.json", "/sources/2/via", json!("Kho Văn Bản, bản 2024"))
        .set("sources.json", "/sources/2/archived", json!("https://example.org/archived"))
        .set("sources.json", "/sources/2/retrieved", json!("2026-11-01"))
}

#[test]
fn the_further_keys_follow_the_first_columns() {
    let dataset = with_further_keys().dataset();
    let rows = read(&Csv.observations(&dataset));
    assert_eq!(
        rows[5][22..],
        [
            "Lưu ý",
            "Careful",
            "base;period",
            "false",
            "plan dòng “Ba” · row “Ba”;undated ¶2",
            "A second reader",
            "-six words, at most",
            "Kho Văn Bản, bản 2024",
            "https://example.org/archived",
            "2026-11-01",
            "",
            "",
            "",
            "true",
            "Tỉnh nói thế",
            "=So it says",
            "plan",
            "2025-02-03"
        ]
    );
    assert_eq!((rows[5][13].as_str(), rows[5][14].as_str()), ("undated", ""));
    let excel = read(Excel::English.observations(&dataset).strip_prefix('\u{feff}').unwrap());
    assert_eq!(excel[5][28], "'-six words, at most");
    assert_eq!(excel[5][37], "'=So it says");
    let objects: Vec<Value> = serde_json::from_str(&Json.observations(&dataset)).unwrap();
    let (with, without) = (&objects[4], &objects[0]);
    assert_eq!(with["source_title"], Value::Null);
    assert_eq!(with["also"], json!(["plan dòng “Ba” · row “Ba”", "undated ¶2"]));
    assert_eq!(with["inferred"], json!(["base", "period"]));
    assert_eq!((&without["also"], &without["inferred"]), (&json!([]), &json!([])));
    assert_eq!((&without["qualitative"], &without["via"]), (&json!(false), &Value::Null));
    assert_eq!((&with["draft"], &with["reply_on"]), (&json!(true), &json!("2025-02-03")));
    assert_eq!((&without["draft"], &without["reply_on"]), (&json!(false), &Value::Null));
}

#[test]
fn both_files_and_the_json_have_the_same_cells() {
    let dataset = with_further_keys().dataset();
    let plain = read(&Csv.observations(&dataset));
    let excel = read(Excel::English.observations(&dataset).strip_prefix('\u{feff}').unwrap());
    let without_quote = |cell: &String| cell.strip_prefix('\'').unwrap_or(cell).to_owned();
    let disarmed: Vec<Vec<String>> =
        excel.iter().map(|row| row.iter().map(without_quote).collect()).collect();
    assert_eq!(plain, disarmed);

    let objects: Vec<Value> = serde_json::from_str(&Json.observations(&dataset)).unwrap();
    for (object, row) in objects.iter().zip(&plain[1..]) {
        let cells: Vec<String> = plain[0].iter().map(|column| written(&object[column])).collect();
        assert_eq!(&cells, row);
        assert_eq!(object.as_object().unwrap().len(), 40);
    }
    assert_eq!(objects.len(), plain.len() - 1);
    assert_eq!(objects[1]["value"], json!(86.06));
    assert_eq!(objects[2]["base"], json!(63));
    assert_eq!(objects[1]["base"], Value::Null);
}

#[test]
fn every_file_has_a_name_of_its_own_every_entry_and_a_line_in_the_documentation() {
    let dataset = Files::good().dataset();
    let documented = std::fs::read_to_string(root().join("docs/data.md")).unwrap();
    for (idx, format) in export::ALL.iter().enumerate() {
        let name = format.file_name();
        assert!(export::ALL[..idx].iter().all(|other| other.file_name() != name), "{name}");
        assert!(
            documented.contains(&format!("\n- `{name}`: ")),
            "docs/data.md: found no line that begins with \"- `{name}`: \"; add one under Downloads"
        );
        let text = format.observations(&dataset);
        assert!(dataset.entries().all(|entry| text.contains(&entry.id)), "{name}");
    }
}

/// Beginnings that make a spreadsheet take a text for a formula.
const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The rows of a file for spreadsheets, the header first. The character after the name of the first
/// column separates cells.
fn read_spreadsheet(name: &str, text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let after_id = text.trim_start_matches('"').strip_prefix("id");
    let separator = after_id.and_then(|rest| rest.trim_start_matches('"').bytes().next());
    let separator =
        separator.filter(|separator| b",;\t|".contains(separator)).unwrap_or_else(|| {
            panic!(
                "{name}: found no separator after the column `id`. If the format does not separate \
             cells by a character, teach `read_spreadsheet` in tests/native/export.rs to read it"
            )
        });
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).delimiter(separator).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Whether a spreadsheet would run the cell. A negative number and a comparator alone are no formulas.
fn is_formula(column: &str, cell: &str) -> bool {
    let is_number = ["value", "base"].contains(&column)
        && cell.replace(',', ".").parse::<f64>().is_ok_and(f64::is_finite);
    let is_comparator = column == "comparator" && cell == "=";
    cell.starts_with(FORMULA_STARTS) && !is_number && !is_comparator
}

#[test]
fn no_format_for_spreadsheets_has_a_formula() {
    for start in FORMULA_STARTS {
        let evil = json!(format!("{start}HYPERLINK(\"https://example.org\";\"x\")"));
        let mut files = Files::good()
            .set(BINH_SON, "/observations/1/value", json!(-5))
            .set(BINH_SON, "/observations/1/source", evil.clone())
            .set(BINH_SON, "/observations/1/indicator", evil.clone())
            .set("sources.json", "/sources/0/title", evil.clone())
            .set("sources.json", "/sources/0/publisher", evil.clone())
            .set("sources.json", "/sources/0/url", evil.clone())
            .set("sources.json", "/sources/2/via", evil.clone());
        let also = json!([{ "source": evil.clone(), "locator": "¶1" }]);
        files = files.set(BINH_SON, "/observations/0/also", also);
        for field in ["id", "locator", "checked_by", "fragment"] {
            files = files.set(BINH_SON, &format!("/observations/0/{field}"), evil.clone());
        }
        let note = json!({ "vi": evil.clone(), "en": evil.clone() });
        let dataset = files.set(BINH_SON, "/observations/0/note", note).dataset();
        // The plain file has the hostile texts as they are.
        let plain = read(&Csv.observations(&dataset));
        let cells = || plain.iter().skip(1).flat_map(|row| plain[0].iter().zip(row));
        let n_hostile = cells().filter(|(column, cell)| is_formula(column, cell)).count();
        assert!(n_hostile >= 8, "{start:?}: {n_hostile}");
        for format in export::ALL.iter().filter(|format| format.is_for_spreadsheets()) {
            let name = format.file_name();
            let rows = read_spreadsheet(name, &format.observations(&dataset));
            assert_eq!(rows.len(), plain.len(), "{name}");
            for (column, cell) in rows[1..].iter().flat_map(|row| rows[0].iter().zip(row)) {
                assert!(
                    !is_formula(column, cell),
                    "{name}: a spreadsheet takes {cell:?} under `{column}` for a formula; write it \
                     as src/export/excel.rs does"
                );
            }
        }
    }
}

proptest! {
    #[test]
    fn any_text_survives_the_way_through_csv(locator in "\\PC{1,8}|[\"\n\r,;='x]{1,8}") {
        let dataset =
            Files::good().set(BINH_SON, "/observations/0/locator", json!(locator)).dataset();
        prop_assert_eq!(&read(&Csv.observations(&dataset))[5][18], &locator);
    }
}
