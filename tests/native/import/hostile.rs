//! Sheets that are broken, strange or made to do harm: told, and never a crash.

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula};

use super::sheets::{save, workbook};
use super::{bytes, country, csv, fault_of, of_year, text_of};

const FIRST: &str = "year,province,Điểm,Dân số,Tỷ lệ\n";

#[test]
fn errors_of_formulas_are_left_empty_and_told() {
    let book = save(|sheet| {
        sheet.write(0, 0, "Tỉnh").unwrap();
        sheet.write(0, 1, "Điểm").unwrap();
        sheet.write(1, 0, "An Hải").unwrap();
        sheet.write(1, 1, Formula::new("=NA()").set_result("#N/A")).unwrap();
        sheet.write(2, 0, "Bình Sơn").unwrap();
        sheet.write(2, 1, Formula::new("=0.2+0.2").set_result("0.4")).unwrap();
    });
    let import = bytes(&country(), ("t.xlsx", &book), &of_year(2024));
    assert_eq!(text_of(&import), format!("{FIRST}2024,Bình Sơn,0.4,,\n"));
    assert!(import.preview.contains("left empty:\n  B2: \"#N/A\"\n"), "{}", import.preview);
    let import = csv(&country(), "Tỉnh,Điểm\nAn Hải,#DIV/0!\nBình Sơn,0.4\n", &of_year(2024));
    assert_eq!(text_of(&import), format!("{FIRST}2024,Bình Sơn,0.4,,\n"));
}

#[test]
fn dates_and_truth_values_are_no_numbers() {
    let book = save(|sheet| {
        sheet.write(0, 0, "Tỉnh").unwrap();
        sheet.write(0, 1, "Điểm").unwrap();
        sheet.write(0, 2, "Tỷ lệ").unwrap();
        sheet.write(1, 0, "An Hải").unwrap();
        let day = ExcelDateTime::from_ymd(2024, 3, 4).unwrap();
        sheet.write_with_format(1, 1, &day, &Format::new().set_num_format("d.m")).unwrap();
        sheet.write(1, 2, true).unwrap();
    });
    let import = bytes(&country(), ("t.xlsx", &book), &of_year(2024));
    let end = "expected a number; type the number again in a cell formatted as text: spreadsheets take \
               4.3 or 4/3 for a day";
    assert_eq!(
        import.faults,
        [
            format!("t.xlsx: sheet \"Bảng 1\", B2: found a date or a time, {end}"),
            format!("t.xlsx: sheet \"Bảng 1\", C2: found a truth value, {end}"),
        ]
    );
}

#[test]
fn empty_and_broken_files_are_told() {
    let fault =
        |content: &[u8]| fault_of(&bytes(&country(), ("f", content), &of_year(2024))).to_owned();
    assert!(fault(b"").starts_with("f: found no name of a province, expected"));
    assert!(fault(b"PK\x03\x04").starts_with("f: found a workbook that cannot be read ("));
    assert!(
        fault(b"\xD0\xCF\x11\xE0\xA1\xB1")
            .starts_with("f: found a workbook of the old form (.xls)")
    );
    assert!(fault(b"T\xCA,1").starts_with("f: found the byte 0xCA at line 1"));
    assert!(fault(&workbook(&[], &[])).starts_with("f: found no name of a province, expected"));
    // One row has no head.
    assert!(fault("An Hải,0.5".as_bytes()).starts_with("f: found the heads none, expected"));
}

#[test]
fn a_cell_far_away_costs_no_memory_and_a_sheet_of_too_many_is_refused() {
    let book = save(|sheet| {
        sheet.write(0, 0, "Tỉnh").unwrap();
        sheet.write(0, 1, "Điểm").unwrap();
        sheet.write(1, 0, "An Hải").unwrap();
        sheet.write(1, 1, 0.5).unwrap();
        sheet.write(1_048_575, 16_383, "x").unwrap();
    });
    let import = bytes(&country(), ("t.xlsx", &book), &of_year(2024));
    assert_eq!(text_of(&import), format!("{FIRST}2024,An Hải,0.5,,\n"));
    let many = format!("Tỉnh,Điểm\n{}", format!("{}\n", "1,".repeat(1_000)).repeat(201));
    assert_eq!(
        fault_of(&csv(&country(), &many, &of_year(2024))),
        "sheet.csv: found a file of more than 200000 cells, or as large as such a one, expected a table of provinces; keep the \
         rows and columns that are meant, and save them as a sheet of their own"
    );
}

#[test]
fn no_text_of_a_sheet_breaks_a_line_of_the_output() {
    let sheet = "Tỉnh,Điểm,\"gh\u{1b}i\nchú\"\nAn Hải,0.5,\n\"Nguồn\n\u{202E}x\",,\n";
    let import = csv(&country(), sheet, &of_year(2024));
    assert!(import.preview.contains("  column C: \"ghi chú\"\n"), "{}", import.preview);
    assert!(import.preview.contains("  row 3: \"Nguồn x\" (a note)\n"), "{}", import.preview);
}

proptest! {
    #[test]
    fn any_sheet_is_read_or_refused(
        rows in prop::collection::vec(
            prop::collection::vec(
                prop_oneof![
                    Just("An Hải".to_owned()), Just("Bình Sơn".to_owned()), Just("Điểm".to_owned()),
                    Just("Năm".to_owned()), Just("2024".to_owned()), Just("Cả nước".to_owned()),
                    Just("#N/A".to_owned()), Just(String::new()), "[0-9.,%-]{0,6}", ".{0,5}",
                ],
                0..6,
            ),
            0..8,
        ),
        mark in prop_oneof![Just(";"), Just(","), Just("\t")],
    ) {
        let lines: Vec<String> = rows.iter().map(|fields| fields.join(mark)).collect();
        let import = csv(&country(), &lines.join("\n"), &of_year(2024));
        prop_assert!(import.text.is_none() || import.faults.is_empty());
        for line in &import.faults {
            prop_assert!(line.contains("found ") && line.contains(", expected "), "{line}");
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(tail in prop::collection::vec(any::<u8>(), 0..200), is_zip: bool) {
        let mut content = if is_zip { b"PK\x03\x04".to_vec() } else { Vec::new() };
        content.extend(tail);
        let import = bytes(&country(), ("f", &content), &of_year(2024));
        prop_assert_eq!(import.text, None);
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_workbook_with_a_wrong_byte_is_read_or_refused(at in 0..4_000_usize, byte: u8) {
        let rows = [vec!["Tỉnh".into(), "Điểm".into()], vec!["An Hải".into(), 0.5.into()]];
        let mut book = workbook(&rows, &[]);
        let n = book.len();
        book[at % n] = byte;
        bytes(&country(), ("t.xlsx", &book), &of_year(2024));
    }
}
