//! CSV for programs, as in RFC 4180.

use super::format::Format;
use super::table::{Cell, Table, sorted};

/// UTF-8 without a byte order mark. Cells are separated by commas and quoted as in RFC 4180. Every
/// line, also the last one, ends in LF alone. An empty cell has no text, and the texts of a list are
/// joined by `;`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Csv;

impl Format for Csv {
    fn file_name(&self) -> &'static str {
        "observations.csv"
    }

    fn is_for_spreadsheets(&self) -> bool {
        false
    }

    fn write(&self, table: &Table) -> String {
        write_separated(table, ',', &cell_text)
    }
}

/// Writes the header and the rows. `write_cell` returns the text of a cell before quoting.
pub(super) fn write_separated(
    table: &Table,
    separator: char,
    write_cell: &dyn Fn(&Cell) -> String,
) -> String {
    let separator_text = separator.to_string();
    let mut csv = table.columns.join(&separator_text);
    csv.push('\n');
    for row in &table.rows {
        let cells: Vec<String> =
            row.iter().map(|cell| quoted(write_cell(cell), separator)).collect();
        csv.push_str(&cells.join(&separator_text));
        csv.push('\n');
    }
    csv
}

/// The text of a cell in CSV, before quoting.
pub(super) fn cell_text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        // Adding 0 turns −0 into 0. `Display` of a number never uses an exponent.
        Cell::Number(number) if number.is_finite() => format!("{}", number + 0.0),
        Cell::Empty | Cell::Number(_) => String::new(),
        Cell::Flag(flag) => flag.to_string(),
        Cell::List(items) => sorted(items).join(";"),
    }
}

/// A cell, in quotes if RFC 4180 requires them.
fn quoted(text: String, separator: char) -> String {
    if text.contains(['"', separator, '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::export::table::single_cell_table;

    #[test]
    fn no_rows_leave_the_header() {
        let table = Table { columns: &["a", "b"], rows: Vec::new() };
        assert_eq!(Csv.write(&table), "a,b\n");
    }

    proptest! {
        #[test]
        fn the_csv_crate_reads_back_what_was_written(texts in prop::collection::vec("\\PC{0,6}|[,\"\n\r\t;=' ]{0,6}", 1..6)) {
            let rows = texts
                .iter()
                .map(|text| vec![Cell::Text("x".into()), Cell::Text(text.clone())])
                .collect();
            let csv = Csv.write(&Table { columns: &["first", "cell"], rows });
            let mut reader = csv::Reader::from_reader(csv.as_bytes());
            let read: Vec<String> =
                reader.records().map(|record| record.unwrap()[1].to_owned()).collect();
            prop_assert_eq!(read, texts);
        }

        #[test]
        fn a_number_is_read_back(
            digits in -999_999_999_999_999_i64..=999_999_999_999_999,
            decimals in 0i32..10,
        ) {
            let number = digits as f64 / 10f64.powi(decimals);
            let csv = Csv.write(&single_cell_table(Cell::Number(number)));
            let cell = csv.trim_end().rsplit(',').next().unwrap();
            prop_assert_eq!(cell.parse::<f64>(), Ok(number));
        }
    }
}
