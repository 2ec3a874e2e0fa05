//! Reads a sheet from a file of separated values, as spreadsheets save it.

use std::collections::BTreeMap;

use super::fault::ImportFault;
use super::grid::{Cell, Grid, MAX_CELLS};
use crate::data::check::encoding::{decode_sheet, program_of};
use crate::data::read::fields;

/// The marks between values, in the order in which they are tried: a decimal comma is found in files with
/// semicolons, but no semicolon in numbers.
const MARKS: [u8; 3] = [b';', b'\t', b','];

/// As many rows as tell how values are parted.
const MANY_ROWS: usize = 200;

/// The sheet of a file. A byte order mark and Excel's line `sep=;` are no part of it.
pub(super) fn read_separated(bytes: &[u8]) -> Result<Grid, ImportFault> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Some(program) = program_of(bytes) {
        let remedy = "open it in a spreadsheet and save it as .xlsx or .csv";
        return Err(ImportFault::new("", program.words(), "an .xlsx or a .csv", remedy));
    }
    let text = decode_sheet(bytes).map_err(|fault| ImportFault::told(&fault.to_string()))?;
    let (named, n_before, text) = named_mark(text);
    let records = records(text);
    let mark = named.unwrap_or_else(|| likely_mark(&records));
    let mut cells = BTreeMap::new();
    for (row, record) in records.iter().enumerate() {
        for (col, field) in fields(record, mark).iter().enumerate() {
            cells.extend(Cell::of_text(field).map(|cell| ((n_before + row, col), cell)));
        }
        if cells.len() > MAX_CELLS {
            return Err(ImportFault::too_large());
        }
    }
    Ok(Grid::new(None, cells))
}

/// The mark that a first line `sep=;` names, how many lines that takes, and the text after it.
fn named_mark(text: &str) -> (Option<u8>, usize, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some([mark]) if MARKS.contains(mark) => (Some(*mark), 1, rest),
        _ => (None, 0, text),
    }
}

/// The rows of a sheet: lines, with those joined that a quoted value extends over. Blank lines are rows, too,
/// so that rows are counted as a spreadsheet counts them.
fn records(text: &str) -> Vec<String> {
    let mut records: Vec<String> = Vec::new();
    let mut open: Option<String> = None;
    for line in text.lines() {
        let record = match open.take() {
            Some(start) => [start.as_str(), line].join("\n"),
            None => line.to_owned(),
        };
        if record.matches('"').count() % 2 == 0 {
            records.push(record);
        } else {
            open = Some(record);
        }
    }
    // A quote that is never closed is a mark in a text.
    records.extend(open.iter().flat_map(|rest| rest.lines()).map(str::to_owned));
    records
}

/// The first mark that parts most of the first rows.
fn likely_mark(records: &[String]) -> u8 {
    let filled = records.iter().filter(|record| !record.trim().is_empty());
    let filled: Vec<&String> = filled.take(MANY_ROWS).collect();
    let parts_most = |mark: &u8| {
        let n_parted = filled.iter().filter(|record| fields(record, *mark).len() > 1).count();
        n_parted * 2 > filled.len()
    };
    MARKS.into_iter().find(parts_most).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        let grid = read_separated(text.as_bytes()).unwrap();
        grid.cells().map(|((row, col), cell)| (grid.place(row, col), cell.words())).collect()
    }

    fn places(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(place, text)| ((*place).into(), (*text).into())).collect()
    }

    #[test]
    fn excel_in_vietnam_writes_semicolons_and_a_byte_order_mark() {
        let expected = places(&[("A1", "Tỉnh"), ("B1", "Điểm"), ("A3", "Hà Nội"), ("B3", "0,75")]);
        assert_eq!(read("\u{FEFF}Tỉnh;Điểm\r\n;\r\nHà Nội;0,75\r\n"), expected);
        assert_eq!(read("Tỉnh\tĐiểm\n\nHà Nội\t0,75"), expected);
        assert_eq!(read("Tỉnh,Điểm\n\nHà Nội,\"0,75\""), expected);
    }

    #[test]
    fn a_value_may_have_several_lines_and_a_line_may_name_the_mark() {
        let expected = places(&[("A2", "Tên tỉnh"), ("B2", "x"), ("A3", "a;b"), ("B3", "#N/A")]);
        assert_eq!(read("sep=,\n\"Tên\ntỉnh\",x\na;b,#N/A"), expected);
        assert_eq!(
            read("a,\"b\nc,d"),
            places(&[("A1", "a"), ("B1", "b"), ("A2", "c"), ("B2", "d")])
        );
    }

    #[test]
    fn another_encoding_is_told() {
        let fault = read_separated(b"T\xEC nh;1").unwrap_err();
        assert!(fault.line("x.csv").starts_with("x.csv: found the byte 0xEC"), "{fault:?}");
    }
}
