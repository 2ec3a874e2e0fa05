//! `tinhso import`: each shape in which publishers give their sheets. All provinces and figures are made up.

mod changes;
mod command;
mod faults;
mod hostile;
mod layouts;
mod numbers;
mod properties;
mod sheets;

use serde_json::{Value, json};
use tinhso::data::{DecimalMark, Import, ImportOptions, Year, import};

use crate::support::{Files, today};

/// The path of the table that the sheets are brought into.
const PATH: &str = "tables/made.csv";

/// The good files with two more provinces and a table of four columns, which has no spreadsheet yet: a score
/// from 0 to 1, a share in percent, a number of people, and the place by the score.
fn country() -> Files {
    let province = |id: &str, full: &str, short: &str, aliases: Value| {
        json!({
            "id": id, "kind": "province", "name": { "vi": full, "en": full },
            "short": { "vi": short, "en": short }, "aliases": aliases,
        })
    };
    let indicator = |id: &str, unit: &str, better: Value, range: Value| {
        let name = json!({ "vi": id, "en": id });
        json!({
            "id": id, "concept": id, "pillar": "overall", "name": name, "definition": name,
            "unit": unit, "of": name, "better": better, "range": range,
        })
    };
    let text = |text: &str| json!({ "vi": text, "en": text });
    let table = json!({
        "id": "made",
        "title": text("Made up"),
        "columns": {
            "Điểm": { "indicator": "made-score" },
            "Tỷ lệ": { "indicator": "made-share" },
            "Dân số": { "indicator": "made-people" },
            "Hạng": { "indicator": "made-place", "from": "Điểm", "by": "rank" },
        },
        "years": {
            "2023": { "source": "undated", "base": 5 },
            "2024": { "source": "undated", "base": 5 },
            "2025": { "source": "undated", "base": 4 },
        },
        "locator": "row {province}, column {column}",
        "complete": true,
    });
    Files::good()
        .push(
            "provinces.json",
            "/provinces",
            province("dong-lam", "Thành phố Đông Lâm", "Đông Lâm", json!([])),
        )
        .push(
            "provinces.json",
            "/provinces",
            province("gia-phu", "Tỉnh Gia Phú", "Gia Phú", json!(["Gia Định Phú"])),
        )
        .push(
            "indicators.json",
            "/indicators",
            indicator("made-score", "score", json!("higher"), json!([0, 1])),
        )
        .push(
            "indicators.json",
            "/indicators",
            indicator("made-share", "percent", json!("higher"), Value::Null),
        )
        .push(
            "indicators.json",
            "/indicators",
            indicator("made-people", "count", Value::Null, Value::Null),
        )
        .push(
            "indicators.json",
            "/indicators",
            indicator("made-place", "rank", json!("lower"), Value::Null),
        )
        .set("manifest.json", "/tables", json!("tables.json"))
        .text("tables.json", json!({ "tables": [table] }).to_string())
}

/// The country with a spreadsheet of its table.
fn country_with(spreadsheet: &str) -> Files {
    country().text(PATH, spreadsheet)
}

fn of_year(year: i32) -> ImportOptions {
    ImportOptions { year: Some(Year(year)), ..ImportOptions::default() }
}

fn with_comma(options: ImportOptions) -> ImportOptions {
    ImportOptions { decimal: Some(DecimalMark::Comma), ..options }
}

/// What the import of a sheet of separated values would do.
fn csv(files: &Files, sheet: &str, options: &ImportOptions) -> Import {
    bytes(files, ("sheet.csv", sheet.as_bytes()), options)
}

fn bytes(files: &Files, sheet: (&str, &[u8]), options: &ImportOptions) -> Import {
    import(files.folder(), today(), "made", sheet, options)
}

/// The new spreadsheet, or the faults.
fn text_of(import: &Import) -> &str {
    assert_eq!(import.faults, [""; 0], "{}", import.preview);
    import.text.as_deref().unwrap_or("nothing changes")
}

/// The only fault.
fn fault_of(import: &Import) -> &str {
    let [fault] = &import.faults[..] else { panic!("{import:#?}") };
    assert_eq!(import.text, None);
    fault
}
