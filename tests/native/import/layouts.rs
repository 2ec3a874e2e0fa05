//! Where things stand in a sheet.

use super::sheets::{Cell, turned, workbook};
use super::{bytes, country, csv, fault_of, of_year, text_of, with_comma};
use crate::support::Files;
use tinhso::data::ImportOptions;

const FIRST: &str = "year,province,Điểm,Dân số,Tỷ lệ\n";

#[test]
fn names_are_known_however_they_are_written() {
    let sheet = "Địa phương,Điểm\nTỈNH AN HẢI,0.5\n2. Tỉnh Bình-Sơn,0.4\nchau-giang,0.3\n\
                 TP. Đông Lâm (1),0.2\nGia Định Phú*,0.1\n";
    let import = csv(&country(), sheet, &of_year(2024));
    assert_eq!(
        text_of(&import),
        format!(
            "{FIRST}2024,TỈNH AN HẢI,0.5,,\n2024,Tỉnh Bình-Sơn,0.4,,\n2024,chau-giang,0.3,,\n\
             2024,TP. Đông Lâm,0.2,,\n2024,Gia Định Phú,0.1,,\n"
        )
    );
}

fn of_excel() -> Vec<Vec<Cell>> {
    vec![
        vec!["Bảng 1. Kết quả (bịa ra để thử)".into()],
        vec![],
        vec!["TT".into(), "Tên tỉnh".into(), "Kết quả".into(), "".into(), "Ghi chú".into()],
        vec!["".into(), "".into(), "Điểm số".into(), "Hạng".into(), "".into()],
        vec!["A".into(), "B".into(), "1".into(), "2".into(), "3".into()],
        vec!["".into(), "Cả nước".into(), 0.4.into(), "".into(), "".into()],
        vec!["I".into(), "Vùng bịa".into()],
        vec![1.0.into(), "An Hải".into(), 0.7.into(), 1.0.into(), "x".into()],
        vec![2.0.into(), "Bình Sơn".into(), 0.5.into(), 2.0.into(), "".into()],
        vec![],
        vec![3.0.into(), "Châu Giang".into(), 0.5.into(), 3.0.into(), "".into()],
        vec![4.0.into(), "Đông Lâm".into(), 0.3.into(), 5.0.into(), "".into()],
        vec!["Trung bình".into(), "".into(), 0.5.into()],
        vec!["Nguồn: bịa ra".into()],
    ]
}

/// The title, a head of two rows with a group and cells merged downward, and a label over two columns.
const MERGED: [(u32, u16, u32, u16); 6] =
    [(0, 0, 0, 4), (2, 2, 2, 3), (2, 0, 3, 0), (2, 1, 3, 1), (2, 4, 3, 4), (12, 0, 12, 1)];

fn naming(pairs: &[(&str, &str)], year: i32) -> ImportOptions {
    let owned = |(head, column): &(&str, &str)| ((*head).to_owned(), (*column).to_owned());
    ImportOptions { columns: pairs.iter().map(owned).collect(), ..of_year(year) }
}

#[test]
fn two_rows_of_heads_merged_cells_totals_and_notes() {
    let options = naming(&[("Kết quả điểm số", "Điểm"), ("kết quả hạng", "hạng")], 2024);
    let import = bytes(&country(), ("t.xlsx", &workbook(&of_excel(), &MERGED)), &options);
    assert_eq!(
        text_of(&import),
        format!(
            "{FIRST}2024,An Hải,0.7,,\n2024,Bình Sơn,0.5,,\n2024,Châu Giang,0.5,,\n\
             2024,Đông Lâm,0.3,,\n"
        )
    );
    assert_eq!(
        import.preview,
        "tables/made.csv from t.xlsx, sheet \"Bảng 1\"\n\
         read:\n\
         \x20 column B: provinces\n\
         \x20 column C: \"Kết quả Điểm số\" as \"Điểm\"\n\
         \x20 column D: \"Kết quả Hạng\" as \"Hạng\", which is computed from \"Điểm\": only compared\n\
         not read, for no column of the table has this head:\n\
         \x20 column A: \"TT\"\n\
         \x20 column E: \"Ghi chú\"\n\
         left out:\n\
         \x20 row 6: \"Cả nước\" (the whole country)\n\
         \x20 row 7: \"Vùng bịa\" (a region)\n\
         \x20 row 13: \"Trung bình\" (of several provinces)\n\
         \x20 row 14: \"Nguồn: bịa ra\" (a note)\n\
         2024: 4 of 5 units have a figure; none: Gia Phú\n\
         \"Hạng\" of 2024: 4 places compared with the computed ones, 1 differs:\n\
         \x20 D12: Đông Lâm, printed 5, computed 4\n\
         the file is new\n\
         cells: 4 added, 0 changed, 0 gone\n\
         \x20 added: 2024, \"Điểm\": 4, from 0.3 to 0.7\n"
    );
}

#[test]
fn the_same_sheet_without_its_merged_cells_or_turned_says_the_same() {
    let options = naming(&[("Kết quả điểm số", "Điểm"), ("kết quả hạng", "hạng")], 2024);
    let merged = bytes(&country(), ("t.xlsx", &workbook(&of_excel(), &MERGED)), &options);
    let plain = bytes(&country(), ("t.xlsx", &workbook(&of_excel(), &[])), &options);
    assert_eq!(text_of(&plain), text_of(&merged));
    let merged_turned = MERGED.map(|(row, col, last_row, last_col)| {
        (u32::from(col), row as u16, u32::from(last_col), last_row as u16)
    });
    let book = workbook(&turned(&of_excel()), &merged_turned);
    let turned = bytes(&country(), ("t.xlsx", &book), &options);
    assert_eq!(text_of(&turned), text_of(&merged));
    for line in [
        "  row 2: provinces\n",
        "  row 3: \"Kết quả Điểm số\" as \"Điểm\"\n",
        "  column G: \"Vùng bịa\" (a region)\n",
        "  L4: Đông Lâm, printed 5, computed 4\n",
    ] {
        assert!(turned.preview.contains(line), "{line}{}", turned.preview);
    }
}

#[test]
fn a_column_of_years_may_stand_once_for_several_rows() {
    let expected = format!(
        "{FIRST}2023,An Hải,0.5,,\n2023,Bình Sơn,0.4,,\n2024,An Hải,0.6,,\n2024,Bình Sơn,0.3,,\n"
    );
    let by_year = "Năm;Tỉnh;Điểm\n2024;An Hải;0,6\n;Bình Sơn;0,3\n2023;An Hải;0,5\n;Bình Sơn;0,4\n";
    assert_eq!(text_of(&csv(&country(), by_year, &ImportOptions::default())), expected);
    let by_province = "Tỉnh;Năm;Điểm\nAn Hải;2024;0,6\n;2023;0,5\nBình Sơn;2024;0,3\n;2023;0,4\n";
    assert_eq!(text_of(&csv(&country(), by_province, &ImportOptions::default())), expected);
}

#[test]
fn heads_may_name_the_years() {
    let expected = format!("{FIRST}2023,An Hải,0.5,,\n2023,Bình Sơn,0.4,,\n2024,An Hải,0.6,,\n");
    let sheet = "Tỉnh;Điểm năm 2023;Điểm (2024)\nAn Hải;0,5;0,6\nBình Sơn;0,4;…\n";
    let options = naming(&[("Điểm năm 2023", "Điểm")], 0);
    let import = csv(&country(), sheet, &ImportOptions { year: None, ..options });
    assert_eq!(text_of(&import), expected);
    assert!(import.preview.contains("column B: \"Điểm năm 2023\" as \"Điểm\" of 2023\n"));
    assert!(import.preview.contains("left empty:\n  C3: \"…\"\n"), "{}", import.preview);
    let grouped = "Tỉnh;Điểm;\n;2023;2024\nAn Hải;0,5;0,6\nBình Sơn;0,4;\n";
    assert_eq!(text_of(&csv(&country(), grouped, &ImportOptions::default())), expected);
}

#[test]
fn excel_in_vietnam_saves_semicolons_and_a_byte_order_mark() {
    let sheet = "\u{FEFF}sep=;\r\n\"Tên\r\ntỉnh\";Dân số;Điểm\r\nAn Hải;1.234.567;0,5\r\n;;\r\n\
                 Bình Sơn;54.537;0,123\r\n";
    let import = csv(&country(), sheet, &with_comma(of_year(2024)));
    assert_eq!(
        text_of(&import),
        "year,province,Dân số,Điểm,Tỷ lệ\n2024,An Hải,1234567,0.500,\n2024,Bình Sơn,54537,0.123,\n"
    );
}

#[test]
fn a_second_column_of_names_must_name_the_same() {
    let sheet = "Tỉnh,Province,Điểm\nAn Hải,An Hai,0.5\nBình Sơn,binh-son,0.4\n";
    let expected = format!("{FIRST}2024,An Hải,0.5,,\n2024,Bình Sơn,0.4,,\n");
    assert_eq!(text_of(&csv(&country(), sheet, &of_year(2024))), expected);
    let halves = "Tỉnh,Điểm,Tỉnh,Điểm\nAn Hải,0.5,Châu Giang,0.4\nBình Sơn,0.3,Đông Lâm,0.2\n";
    assert_eq!(
        fault_of(&csv(&country(), halves, &of_year(2024))),
        "sheet.csv: row 2: found as many names of provinces in column A and column C, which differ \
         here, expected one list of names; keep in the sheet the names that the figures are of; put \
         halves that stand beside each other below each other"
    );
}

#[test]
fn one_province_is_enough_either_way() {
    let expected = format!("{FIRST}2024,An Hải,0.5,,\n");
    for sheet in ["Tỉnh,Điểm\nAn Hải,0.5\n", "Tỉnh,An Hải\nĐiểm,0.5\n"] {
        assert_eq!(text_of(&csv(&country(), sheet, &of_year(2024))), expected, "{sheet}");
    }
}

#[test]
fn a_workbook_of_several_sheets_is_asked_which() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, value) in [("Ghi chú", ""), ("2023", "An Hải"), ("2024", "An Hải")] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        super::sheets::fill(
            sheet,
            &[vec!["Tỉnh".into(), "Điểm".into()], vec![value.into(), 0.5.into()]],
        );
    }
    let book = book.save_to_buffer().unwrap();
    let files: Files = country();
    assert_eq!(
        fault_of(&bytes(&files, ("t.xlsx", &book), &of_year(2024))),
        "t.xlsx: found names of provinces in the sheets \"2023\", \"2024\", expected one sheet; say \
         which by --sheet"
    );
    let asked = |name: &str| ImportOptions { sheet: Some(name.to_owned()), ..of_year(2024) };
    let import = bytes(&files, ("t.xlsx", &book), &asked("2024"));
    assert_eq!(text_of(&import), format!("{FIRST}2024,An Hải,0.5,,\n"));
    assert_eq!(
        fault_of(&bytes(&files, ("t.xlsx", &book), &asked("2025"))),
        "t.xlsx: found no sheet \"2025\" with anything in it, expected \"Ghi chú\" or \"2023\" or \
         \"2024\"; name one of these by --sheet, or leave it out"
    );
}
