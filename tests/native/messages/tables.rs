//! The lines about official tables.

use std::collections::BTreeSet;

use serde_json::json;
use tinhso::data::{Problem, TableFault};

use super::Case;
use crate::support::{Files, TABLE};

macro_rules! faults {
    ($($variant:ident),* $(,)?) => {
        const NAMES: &[&str] = &[$(stringify!($variant)),*];

        fn name(fault: &TableFault) -> &'static str {
            match fault {
                $(TableFault::$variant { .. } => stringify!($variant),)*
            }
        }
    };
}

faults!(
    Missing,
    OtherProgram,
    WrongHead,
    UnknownColumn,
    RepeatedColumn,
    MissingColumn,
    ComputedColumn,
    UnknownFrom,
    FromWithoutBy,
    PlacesOfPartialTable,
    FieldCount,
    UnknownYear,
    UnknownProvince,
    Country,
    OldLineEnds,
    YearWithoutRows,
    Locator,
    YearWithoutBase,
    NoRankIndicator,
    NoDirection,
    ValueCount,
    RepeatedRow,
    NotANumber,
    OutsideYears,
);

/// The good files with a table in which a part of the text is another.
fn written(part: &str, by: &str) -> Files {
    Files::with_table().replace(TABLE, part, by)
}

fn described(pointer: &str, value: serde_json::Value) -> Files {
    Files::with_table().set("tables.json", &format!("/tables/0{pointer}"), value)
}

pub(super) fn cases() -> Vec<Case> {
    [heads(), lines(), descriptions()].concat()
}

fn heads() -> Vec<Case> {
    vec![
        (
            Files::with_table().bytes(TABLE, b"PK\x03\x04\x14".to_vec()),
            "tables/dossiers.csv: $: found a ZIP archive, as spreadsheets (.xlsx, .ods) and documents \
             (.docx) are, expected CSV as plain text; save the spreadsheet as \"CSV UTF-8\", with \
             commas",
        ),
        (
            Files::with_table().without(TABLE),
            "tables/dossiers.csv: $: found no readable file (no such file), expected the spreadsheet of \
             the table \"dossiers\"; put the file back, or take the table out of tables.json",
        ),
        (
            written("year,province,Trực tuyến,Toàn trình", "year;province;Trực tuyến;Toàn trình"),
            "tables/dossiers.csv: line 1: found the first line \"year;province;Trực tuyến;Toàn trình\", \
             expected it to begin with year,province; save the spreadsheet with commas between its \
             fields",
        ),
        (
            written("year,province,", "province,year,"),
            "tables/dossiers.csv: line 1: found the first line \"province,year,Trực tuyến,Toàn \
             trình\", expected it to begin with year,province; put these two columns first",
        ),
        (
            written(",Toàn trình", ",Toàn trìn"),
            "tables/dossiers.csv: line 1: found the column \"Toàn trìn\", expected one that tables.json \
             describes; write \"Toàn trình\" if that is meant, else describe it there, or take it out",
        ),
        (
            written(",Toàn trình", ",Trực tuyến"),
            "tables/dossiers.csv: line 1: found the column \"Trực tuyến\" again, expected each column \
             once; keep one of the two",
        ),
        (
            described("/columns/Hạng", json!({"indicator": "index-rank"})),
            "tables.json: $.tables[0].columns.Hạng: found no column \"Hạng\" in tables/dossiers.csv, \
             expected each column without \"from\" there; add it, or take it out here (line 5)",
        ),
        (
            written(",Toàn trình", ",Hạng"),
            "tables/dossiers.csv: line 1: found cells in the column \"Hạng\", expected none, because \
             tables.json computes it from \"Trực tuyến\"; take the column out, or \"from\" and \"by\" \
             there",
        ),
    ]
}

fn lines() -> Vec<Case> {
    vec![
        (
            written("2023,Châu Giang,90,", "2023,Châu Giang,90"),
            "tables/dossiers.csv: line 4: found 3 fields, expected 4 as in the first line; add or take \
             out commas, and put quotes around a field with a comma in it",
        ),
        (
            written("2023,Châu Giang", "2019,Châu Giang"),
            "tables/dossiers.csv: line 4, column \"year\": found the year \"2019\", expected 2023 or \
             2024; correct it, or add the year with its source to tables.json",
        ),
        (
            written("2023,Châu Giang", "2023,Châu Gian"),
            "tables/dossiers.csv: line 4, column \"province\": found the name \"Châu Gian\", expected a \
             province by its id or a name of it; write \"Tỉnh Châu Giang (bịa ra để thử)\" if that is \
             meant, else correct it, or add it to the province's aliases",
        ),
        (
            written("2023,Châu Giang", "2023,Hà Tây Cũ"),
            "tables/dossiers.csv: line 4, column \"province\": found the name \"Hà Tây Cũ\", expected a \
             province by its id or a name of it; correct it, or add it to the province's aliases",
        ),
        (
            written("2023,Châu Giang", "2023,an-hai"),
            "tables/dossiers.csv: line 4: found the province and the year of line 2 again, expected one \
             line for both; keep one of the two",
        ),
        (
            written("An Hải,55.5,", "An Hải,\"55,5\","),
            "tables/dossiers.csv: line 2, column \"Trực tuyến\": found \"55,5\", expected a number with \
             a point before its decimals; write 55.5",
        ),
        (
            written("An Hải,55.5,", "An Hải,–,"),
            "tables/dossiers.csv: line 2, column \"Trực tuyến\": found \"–\", expected a number with a \
             point before its decimals; correct it, or leave the cell empty if there is no figure",
        ),
        (
            written("2023,Châu Giang,90,", "2023,Châu Giang,90,7"),
            "tables/dossiers.csv: line 4, column \"Toàn trình\": found a figure of 2023, expected one of \
             2024, the years of the column; empty the cell, or add the year to the column in \
             tables.json",
        ),
        (
            written("An Hải,55.5,", "An Hải,5e1,"),
            "tables/dossiers.csv: line 2, column \"Trực tuyến\": found \"5e1\", expected a number with a \
             point before its decimals; correct it, or leave the cell empty if there is no figure",
        ),
        (
            written("2024,Bình Sơn,", "2024,Cả nước,"),
            "tables/dossiers.csv: line 6, column \"province\": found the name \"Cả nước\", expected a \
             province, for the country has no place among them; take the line out, and enter the figure \
             in the file of the country",
        ),
        (
            written("90,\n", "90,\r"),
            "tables/dossiers.csv: line 4: found a line end of an old kind (CR alone), expected LF or CR \
             LF; save the file with one of these",
        ),
        // What the rules find in a cell is told by its place there.
        (
            written("An Hải,55.5,", "An Hải,155.5,"),
            "tables/dossiers.csv: line 2, column \"Trực tuyến\": found 155.5, expected a value from \
             0 to 100 (the range of \"online-dossiers\"); correct the value, or give the indicator its \
             own range",
        ),
    ]
}

fn descriptions() -> Vec<Case> {
    vec![
        (
            described("/years/2022", json!({ "source": "paper" })),
            "warning: tables.json: $.tables[0].years.2022: found no line of 2022 in tables/dossiers.csv, expected \
             the figures of each year named here; add them there, or take the year out (line 32)",
        ),
        (
            described("/locator", json!("hàng {provnce}, cột {column}")),
            "tables.json: $.tables[0].locator: found \"hàng {provnce}, cột {column}\", expected a text \
             with {province} and {column}, and nothing else in braces; say by both where a figure stands \
             (line 25)",
        ),
        (
            Files::with_table().unset("tables.json", "/tables/0/years/2023/base"),
            "tables.json: $.tables[0].years.2023: found no \"base\", expected the number of units ranked, \
             because \"Hạng\" has places; add it (line 32)",
        ),
        (
            described("/columns/Hạng/indicator", json!("full-dossiers")),
            "tables.json: $.tables[0].columns.Hạng.indicator: found \"full-dossiers\", whose unit is \
             \"percent\", expected an indicator with the unit \"rank\" for places; name that one (line 8)",
        ),
        (
            Files::with_table().set("indicators.json", "/indicators/1/better", json!(null)),
            "tables.json: $.tables[0].columns.Hạng.by: found places by \"online-dossiers\", expected an \
             indicator of which higher or lower values are better; take the column out, or give the \
             indicator its \"better\" (line 6)",
        ),
        (
            written("2023,Bình Sơn,55.5,", "2023,Bình Sơn,,"),
            "warning: tables.json: $.tables[0].years.2023: found 2 values of 2023 in \"Trực tuyến\", expected 3 as \
             \"base\" says, without which places would be wrong; add what is missing, or correct \"base\" \
             (line 32)",
        ),
        (
            described("/columns/Hạng/from", json!("Truc tuyen")),
            "tables.json: $.tables[0].columns.Hạng.from: found \"Truc tuyen\", expected a column of the \
             spreadsheet; write \"Trực tuyến\" if that is meant, else name one that stands there (line \
             7)",
        ),
        (
            Files::with_table().unset("tables.json", "/tables/0/columns/Hạng/by"),
            "tables.json: $.tables[0].columns.Hạng: found only one of \"from\" and \"by\", expected both \
             or none; say from which column it is computed and how, or take the other out (line 5)",
        ),
        (
            described("/complete", json!(false)),
            "tables.json: $.tables[0].columns.Hạng.by: found places computed from a table with \
             \"complete\": false, expected a table with every unit that its publisher released; take \
             the column out, or say \"complete\": true if that is so (line 6)",
        ),
        (
            described("/columns/Trực tuyến/indicator", json!("online-dosiers")),
            "tables.json: $.tables[0].columns.Trực tuyến.indicator: found \"online-dosiers\", \
             expected the id of an indicator; did you mean \"online-dossiers\"? (line 20)",
        ),
        (
            described("/years/2023/source", json!("papers")),
            "tables.json: $.tables[0].years.2023.source: found \"papers\", expected the id of a \
             source; did you mean \"paper\"? (line 34)",
        ),
        (
            described("/id", json!("../dossiers")),
            "tables.json: $.tables[0].id: found the character '.' in the id \"../dossiers\", expected \
             a-z 0-9 . - alone, without \"/\"; write it without (line 24)",
        ),
        (
            Files::with_table().unset("manifest.json", "/tables"),
            "tables.json: $: found a file that manifest.json does not name, expected each \
             file of the folder to be named there (only schema/ need not); name it, or move it out of \
             the folder",
        ),
    ]
}

#[test]
fn every_fault_of_a_table_has_a_case() {
    let named: BTreeSet<&str> = cases()
        .iter()
        .flat_map(|(files, _)| files.checked().findings)
        .filter_map(|finding| match finding.problem {
            Problem::Table(fault) => Some(name(&fault)),
            _ => None,
        })
        .collect();
    assert_eq!(named, NAMES.iter().copied().collect());
}
