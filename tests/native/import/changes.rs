//! What an import changes in a table, and what it leaves as it is.

use super::{country, country_with, csv, of_year, text_of};
use tinhso::data::{Import, ImportOptions};

/// A table as a person has made it: other names, an order of its own, numbers with zeros at their end.
const TABLE: &str = "year,province,Tỷ lệ,Điểm,Dân số\n\
                     2023,TP. Đông Lâm,10.0,0.10,\n\
                     2023,An Hải,20,0.2,7\n\
                     2023,Bình Sơn,30,0.3,8\n\
                     2024,TP. Đông Lâm,11,0.5,\n\
                     2024,Bình Sơn,31,0.3,\n";

fn new_lines(import: &Import) -> Vec<&str> {
    text_of(import).lines().skip(1).collect()
}

#[test]
fn cells_are_added_changed_and_gone_and_everything_else_stays() {
    let sheet = "Tỉnh,Điểm\nAn Hải,0.6\nBình Sơn,-\nĐông Lâm,0.50\nChâu Giang,0.4\nGia Phú,0.2\n";
    let import = csv(&country_with(TABLE), sheet, &of_year(2024));
    assert_eq!(
        new_lines(&import),
        [
            "2023,TP. Đông Lâm,10.0,0.10,",
            "2023,An Hải,20,0.2,7",
            "2023,Bình Sơn,30,0.3,8",
            "2024,TP. Đông Lâm,11,0.5,",
            "2024,An Hải,,0.6,",
            "2024,Bình Sơn,31,,",
            "2024,Châu Giang,,0.4,",
            "2024,Gia Phú,,0.2,",
        ]
    );
    let (_, changes) = import.preview.split_once("units").unwrap();
    assert_eq!(
        changes,
        " have a figure; none: Bình Sơn\n\
         cells: 3 added, 0 changed, 1 gone\n\
         \x20 added: 2024, \"Điểm\": 3, from 0.2 to 0.6\n\
         \x20 gone: 2024, Bình Sơn, \"Điểm\": 0.3\n"
    );
}

#[test]
fn a_row_that_loses_its_last_figure_goes() {
    let sheet = "Tỉnh,Điểm,Tỷ lệ\nĐông Lâm,0.55,11\n";
    let import = csv(&country_with(TABLE), sheet, &of_year(2024));
    assert_eq!(new_lines(&import)[3..], ["2024,TP. Đông Lâm,11,0.55,"]);
    assert!(
        import.preview.ends_with(
            "2024: 1 of 5 units have a figure; none: An Hải, Bình Sơn, Châu Giang, Gia Phú\n\
             cells: 0 added, 1 changed, 2 gone\n\
             \x20 changed: 2024, TP. Đông Lâm, \"Điểm\": 0.5 → 0.55\n\
             \x20 gone: 2024, Bình Sơn, \"Tỷ lệ\": 31\n\
             \x20 gone: 2024, Bình Sơn, \"Điểm\": 0.3\n"
        ),
        "{}",
        import.preview
    );
}

#[test]
fn a_new_year_comes_after_the_others_in_the_order_of_the_table() {
    let sheet = "Tỉnh,Điểm\nChâu Giang,0.4\nAn Hải,0.6\nĐông Lâm,0.5\n";
    let import = csv(&country_with(TABLE), sheet, &of_year(2025));
    assert_eq!(
        new_lines(&import)[5..],
        ["2025,Đông Lâm,,0.5,", "2025,An Hải,,0.6,", "2025,Châu Giang,,0.4,"]
    );
    // Bình Sơn ended in the year.
    assert!(import.preview.contains("2025: 3 of 4 units have a figure; none: Gia Phú\n"));
}

#[test]
fn a_table_in_the_order_of_places_takes_that_of_the_sheet() {
    let table = "year,province,Điểm,Tỷ lệ,Dân số\n2023,An Hải,0.5,,\n2023,Bình Sơn,0.4,,\n\
                 2024,Bình Sơn,0.6,,\n2024,An Hải,0.5,,\n";
    let sheet = "Tỉnh,Năm,Điểm\nGia Phú,2024,0.9\nBình Sơn,2024,0.6\nAn Hải,2024,0.5\n\
                 An Hải,2025,0.8\nGia Phú,2025,0.7\nChâu Giang,2025,0.6\n";
    let import = csv(&country_with(table), sheet, &ImportOptions::default());
    assert_eq!(
        new_lines(&import)[2..],
        [
            "2024,Gia Phú,0.9,,",
            "2024,Bình Sơn,0.6,,",
            "2024,An Hải,0.5,,",
            "2025,An Hải,0.8,,",
            "2025,Gia Phú,0.7,,",
            "2025,Châu Giang,0.6,,",
        ]
    );
}

#[test]
fn other_orders_of_years_and_provinces_are_kept_too() {
    let sheet =
        "Tỉnh,Năm,Điểm\nAn Hải,2023,0.1\nBình Sơn,2023,0.2\nAn Hải,2024,0.3\nBình Sơn,2024,0.4\n";
    let newest_first =
        "year,province,Điểm,Tỷ lệ,Dân số\n2024,Bình Sơn,0.4,,\n2023,Bình Sơn,0.2,,\n";
    let import = csv(&country_with(newest_first), sheet, &ImportOptions::default());
    assert_eq!(
        new_lines(&import),
        ["2024,Bình Sơn,0.4,,", "2024,An Hải,0.3,,", "2023,Bình Sơn,0.2,,", "2023,An Hải,0.1,,"]
    );
    let by_province = "year,province,Điểm,Tỷ lệ,Dân số\n2024,Bình Sơn,0.4,,\n\
                       2023,An Hải,0.1,,\n2024,An Hải,0.3,,\n2025,An Hải,0.5,,\n";
    let import = csv(&country_with(by_province), sheet, &ImportOptions::default());
    assert_eq!(new_lines(&import)[..2], ["2023,Bình Sơn,0.2,,", "2024,Bình Sơn,0.4,,"]);
}

#[test]
fn what_is_there_already_changes_nothing() {
    let sheet = "Tỉnh,Điểm,Tỷ lệ\nBình Sơn,0.300,31\nTP. Đông Lâm,0.5,11.0\n";
    let import = csv(&country_with(TABLE), sheet, &of_year(2024));
    assert_eq!((import.text.as_deref(), import.faults.len()), (None, 0));
    assert!(import.preview.ends_with("nothing changes\n"), "{}", import.preview);
}

#[test]
fn a_column_that_was_described_since_is_added() {
    let table = "year,province,Điểm\n2024,An Hải,0.5\n";
    let import = csv(&country_with(table), "Tỉnh,Điểm\nAn Hải,0.5\n", &of_year(2024));
    assert_eq!(text_of(&import), "year,province,Điểm,Dân số,Tỷ lệ\n2024,An Hải,0.5,,\n");
    assert!(import.preview.contains("new columns: \"Dân số\", \"Tỷ lệ\"\n"), "{}", import.preview);
}

#[test]
fn a_table_with_faults_is_corrected_first() {
    let import = csv(
        &country_with("year,province,Điểm\n2024,An Hai,0.5\n2024,An Hay,x\n"),
        "Tỉnh,Điểm\nAn Hải,0.5\n",
        &of_year(2024),
    );
    assert_eq!(import.preview, "");
    assert!(import.faults[0].starts_with("tables/made.csv: line 3, column \"province\": found"));
}

#[test]
fn what_check_would_refuse_is_not_written() {
    // Bình Sơn ended on 30 June 2025.
    let import = csv(&country(), "Tỉnh,Điểm\nAn Hải,0.5\nBình Sơn,0.4\n", &of_year(2025));
    assert_eq!(import.text, None);
    assert_eq!(
        import.faults[0],
        "tables/made.csv: line 3, column \"Điểm\": found a result for 2025-12-31, expected a day on \
         which \"binh-son\" existed (until 2025-06-30); enter it under its successor, or correct the \
         period"
    );
    assert!(import.preview.contains("cells: 2 added"), "{}", import.preview);
}
