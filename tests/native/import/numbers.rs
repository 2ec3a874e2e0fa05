//! What is told of numbers and never guessed.

use super::sheets::{Cell, workbook};
use super::{bytes, country, csv, fault_of, of_year, text_of, with_comma};
use tinhso::data::{DecimalMark, ImportOptions, Scale};

const FIRST: &str = "year,province,Điểm,Dân số,Tỷ lệ\n";

fn scaled(column: Option<&str>, scale: Scale, options: ImportOptions) -> ImportOptions {
    ImportOptions { scales: vec![(column.map(str::to_owned), scale)], ..options }
}

#[test]
fn a_mark_that_may_part_thousands_is_asked_for() {
    let sheet = "Tỉnh;Dân số\nAn Hải;54.537\nBình Sơn;1.200\n";
    assert_eq!(
        fault_of(&csv(&country(), sheet, &of_year(2024))),
        "sheet.csv: B2 (and 1 more in its column): found \"54.537\", which may be 54.537 or 54537, \
         expected to be told the decimal mark of the sheet; give --decimal comma or --decimal point"
    );
    let people = |options: &ImportOptions| {
        let import = csv(&country(), sheet, options);
        text_of(&import).lines().nth(1).unwrap().to_owned()
    };
    assert_eq!(people(&with_comma(of_year(2024))), "2024,An Hải,54537,,");
    let point = ImportOptions { decimal: Some(DecimalMark::Point), ..of_year(2024) };
    assert_eq!(people(&point), "2024,An Hải,54.537,,");
}

#[test]
fn a_mark_that_was_told_holds_for_all() {
    let sheet = "Tỉnh;Điểm\nAn Hải;0,5\nBình Sơn;0.4\n";
    assert_eq!(
        fault_of(&csv(&country(), sheet, &with_comma(of_year(2024)))),
        "sheet.csv: B3: found \"0.4\", expected a number with a decimal comma, as --decimal says; \
         correct the cell, or empty it if there is no figure"
    );
}

#[test]
fn shares_of_one_and_percentages_are_told() {
    let shares = "Tỉnh;Tỷ lệ\nAn Hải;0,75\nBình Sơn;1\n";
    assert_eq!(
        fault_of(&csv(&country(), shares, &of_year(2024))),
        "sheet.csv: B2: found nothing above 1 in \"Tỷ lệ\", which is in percent, expected to be told \
         whether 1 is 1 % or all; give --scale \"Tỷ lệ=100\" if 1 is all, or --scale \"Tỷ lệ=1\" if \
         it is 1 %"
    );
    let with =
        |scale| text_of(&csv(&country(), shares, &scaled(None, scale, of_year(2024)))).to_owned();
    let expected = |a: &str, b: &str| {
        format!("year,province,Tỷ lệ,Dân số,Điểm\n2024,An Hải,{a},,\n2024,Bình Sơn,{b},,\n")
    };
    assert_eq!(with(Scale::Hundredfold), expected("75", "100"));
    assert_eq!(with(Scale::AsIs), expected("0.75", "1.00"));

    // Cells that a workbook shows as 75 % hold 0.75.
    let rows: Vec<Vec<Cell>> =
        vec![vec!["Tỉnh".into(), "Tỷ lệ".into()], vec!["An Hải".into(), 0.75.into()]];
    let import = bytes(&country(), ("t.xlsx", &workbook(&rows, &[])), &of_year(2024));
    assert!(fault_of(&import).contains("found nothing above 1 in \"Tỷ lệ\""));
}

#[test]
fn a_value_outside_the_range_names_the_unit_that_fits() {
    let sheet = "Tỉnh;Điểm;Dân số\nAn Hải;75,5;3\nBình Sơn;64;2\n";
    assert_eq!(
        fault_of(&csv(&country(), sheet, &of_year(2024))),
        "sheet.csv: B2 (and 1 more in its column): found 75.5, expected 0 to 1, the range of \
         \"Điểm\"; correct the cell, or give --scale \"Điểm=0.01\" if the sheet has it in another unit"
    );
    // Counts and places are never scaled with all others.
    let import = csv(&country(), sheet, &scaled(None, Scale::Hundredth, of_year(2024)));
    assert_eq!(text_of(&import), format!("{FIRST}2024,An Hải,0.755,3,\n2024,Bình Sơn,0.640,2,\n"));
    let wrong = csv(&country(), "Tỉnh;Điểm\nAn Hải;-7\n", &of_year(2024));
    assert_eq!(
        fault_of(&wrong),
        "sheet.csv: B2: found -7, expected 0 to 1, the range of \"Điểm\"; correct the cell; it fits \
         in no other unit"
    );
}

#[test]
fn a_percent_sign_in_a_column_of_another_unit_is_told() {
    let sheet = "Tỉnh;Điểm;Tỷ lệ\nAn Hải;75%;75 %\n";
    assert_eq!(
        fault_of(&csv(&country(), sheet, &of_year(2024))),
        "sheet.csv: B2: found \"75%\", expected to be told how \"Điểm\", which is not in percent, has \
         it; give --scale \"Điểm=0.01\" if 75 % is 0.75 there, or --scale \"Điểm=1\" if it is 75"
    );
    let import = csv(&country(), sheet, &scaled(Some("điểm"), Scale::Hundredth, of_year(2024)));
    assert_eq!(text_of(&import), "year,province,Điểm,Tỷ lệ,Dân số\n2024,An Hải,0.75,75,\n");
}

#[test]
fn decimals_that_were_calculated_are_rounded_when_asked() {
    let rows: Vec<Vec<Cell>> = vec![
        vec!["Tỉnh".into(), "Điểm".into()],
        vec!["An Hải".into(), (1.0 / 3.0).into()],
        vec!["Bình Sơn".into(), (0.1 + 0.2).into()],
    ];
    let book = workbook(&rows, &[]);
    assert_eq!(
        fault_of(&bytes(&country(), ("t.xlsx", &book), &of_year(2024))),
        "t.xlsx: sheet \"Bảng 1\", B2: found 0.333333333333333, expected at most 8 decimals; give \
         --round with the number of decimals that the publisher prints"
    );
    let import =
        bytes(&country(), ("t.xlsx", &book), &ImportOptions { round: Some(4), ..of_year(2024) });
    assert_eq!(text_of(&import), format!("{FIRST}2024,An Hải,0.3333,,\n2024,Bình Sơn,0.3000,,\n"));
}
