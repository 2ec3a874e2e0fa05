//! Everything that an import refuses, as a whole line.

use super::{country, csv, fault_of, of_year};
use tinhso::data::{ImportOptions, Scale, import};

use crate::support::today;

fn faults(sheet: &str, options: &ImportOptions) -> Vec<String> {
    let import = csv(&country(), sheet, options);
    assert_eq!(import.text, None);
    import.faults
}

#[test]
fn unknown_names_with_figures_keep_a_sheet_out_and_those_without_are_notes() {
    let sheet = "Tỉnh,Điểm\nAn Hải,0.5\nBinh Sơn,0.4\nBộ Bịa,0.3\n,0.2\nNgười lập biểu,\n";
    let end =
        "correct it in the sheet, add it to \"aliases\" in provinces.json, or take the row out";
    assert_eq!(
        faults(sheet, &of_year(2024)),
        [
            format!(
                "sheet.csv: A3: found the name \"Binh Sơn\", expected one that provinces.json has; did \
                 you mean \"Tỉnh Bình Sơn (bịa ra để thử)\"? else {end}"
            ),
            format!(
                "sheet.csv: A4: found the name \"Bộ Bịa\", expected one that provinces.json has; {end}"
            ),
            format!(
                "sheet.csv: A5: found figures without a name before them, expected one that \
                 provinces.json has; {end}"
            ),
        ]
    );
}

#[test]
fn years_are_of_the_table() {
    assert_eq!(
        fault_of(&csv(&country(), "Tỉnh,Điểm\nAn Hải,0.5\n", &ImportOptions::default())),
        "sheet.csv: A2: found a row without a year, expected a column \"year\" or \"năm\", a year in \
         each head, or --year; give --year with one of 2023, 2024, 2025"
    );
    assert_eq!(
        fault_of(&csv(&country(), "Tỉnh,Điểm\nAn Hải,0.5\n", &of_year(2022))),
        "sheet.csv: found --year 2022, expected a year of the table \"made\": 2023, 2024, 2025; correct \
         it, or add the year with its source to tables.json"
    );
    let sheet = "Tỉnh,Năm,Điểm\nAn Hải,2024,0.5\nBình Sơn,2022,0.5\n";
    assert_eq!(
        fault_of(&csv(&country(), sheet, &ImportOptions::default())),
        "sheet.csv: B3: found \"2022\", expected a year of the table in tables.json: 2023, 2024, 2025; \
         correct it, or add the year with its source to tables.json"
    );
    assert_eq!(
        faults(sheet, &of_year(2023))[0],
        "sheet.csv: B2: found the year 2024, expected 2023, as --year says; leave --year out where the \
         sheet has its years, or take the row out"
    );
}

#[test]
fn heads_are_columns_of_the_table() {
    assert_eq!(
        fault_of(&csv(&country(), "Tỉnh,Điểm số,\"Hạng\nmới\"\nAn Hải,0.5,1\n", &of_year(2024))),
        "sheet.csv: found the heads \"Điểm số\", \"Hạng mới\", expected one that tables.json \
         describes: \"Dân số\", \"Hạng\", \"Tỷ lệ\", \"Điểm\"; say which is which: --column \"head in \
         the sheet=column of the table\""
    );
    assert_eq!(
        fault_of(&csv(&country(), "Tỉnh,Điểm,điểm\nAn Hải,0.5,1\n", &of_year(2024))),
        "sheet.csv: column C: found the head \"điểm\" for the column \"Điểm\", as in column B, expected \
         one column of the sheet for each column of the table; take the other one out of the sheet, or \
         give them heads of their own and name one by --column"
    );
    let naming = |head: &str, column: &str| ImportOptions {
        columns: vec![(head.to_owned(), column.to_owned())],
        ..of_year(2024)
    };
    let sheet = "Tỉnh,Kết quả\nAn Hải,0.5\n";
    assert_eq!(
        fault_of(&csv(&country(), sheet, &naming("Ket quả", "Điểm"))),
        "sheet.csv: found no head \"Ket quả\" for --column \"Ket quả=Điểm\", expected one of \"Kết \
         quả\"; write it as it stands in the sheet, rows of one head joined by spaces; did you mean \
         \"Kết quả\"?"
    );
    let known = "expected one that tables.json describes: Dân số, Hạng, Tỷ lệ, Điểm";
    assert_eq!(
        fault_of(&csv(&country(), sheet, &naming("Kết quả", "Điẻm"))),
        format!(
            "sheet.csv: found no column \"Điẻm\" of the table \"made\", {known}; did you mean \
             \"Điểm\"? else correct it, or describe it there"
        )
    );
    let scale = ImportOptions { scales: vec![(Some("x".into()), Scale::AsIs)], ..of_year(2024) };
    assert_eq!(
        fault_of(&csv(&country(), sheet, &scale)),
        format!(
            "sheet.csv: found no column \"x\" of the table \"made\", {known}; correct it, or describe \
             it there"
        )
    );
}

#[test]
fn a_province_stands_once_for_each_year() {
    assert_eq!(
        fault_of(&csv(&country(), "Tỉnh,Điểm\nAn Hải,0.5\nTỉnh An Hải,0.5\n", &of_year(2024))),
        "sheet.csv: A3: found a second row of \"An Hải\" for 2024, as in A2, expected one row for each \
         province and year; take one of the two out of the sheet"
    );
}

#[test]
fn a_sheet_without_provinces_is_none() {
    assert_eq!(
        fault_of(&csv(&country(), "a,b\n1,2\n", &of_year(2024))),
        "sheet.csv: found no name of a province, expected a column or a row of names; write the names \
         as provinces.json has them, or add other names to its \"aliases\""
    );
}

#[test]
fn the_table_must_be_described() {
    let files = country();
    let found = import(
        files.folder(),
        today(),
        "mode",
        ("sheet.csv", "Tỉnh,Điểm".as_bytes()),
        &of_year(2024),
    );
    assert_eq!(
        found.faults,
        [
            "tables.json: found no table \"mode\" that can be used, expected one with this id; did you mean \
          \"made\"? else describe it there, name the file in manifest.json, and see `tinhso check`"
        ]
    );
}
