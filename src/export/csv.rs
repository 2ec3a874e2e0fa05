//! CSV as RFC 4180 has it, for programs.

use super::format::Format;
use super::table::{Cell, Table, sorted};

/// UTF-8 without a byte order mark, cells parted by commas and quoted as in RFC 4180. Lines end in LF
/// alone, the last one too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Csv;

impl Format for Csv {
    fn file_name(&self) -> &'static str {
        "observations.csv"
    }

    fn write(&self, table: &Table) -> String {
        separated(table, ',', &plain)
    }
}

/// The header and the rows, with cells as `written` has them before any quoting.
pub(super) fn separated(
    table: &Table,
    separator: char,
    written: &dyn Fn(&Cell) -> String,
) -> String {
    let separator_text = separator.to_string();
    let mut csv = table.columns.join(&separator_text);
    csv.push('\n');
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(written(cell), separator)).collect();
        csv.push_str(&cells.join(&separator_text));
        csv.push('\n');
    }
    csv
}

/// A cell as it is in CSV before any quoting.
pub(super) fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        // `+ 0.0` turns "-0" into "0"; `Display` of a number never uses an exponent.
        Cell::Number(number) if number.is_finite() => format!("{}", number + 0.0),
        Cell::Empty | Cell::Number(_) => String::new(),
        Cell::List(items) => sorted(items).join(";"),
    }
}

/// A cell in quotes where RFC 4180 asks for them.
fn quoted(plain: String, separator: char) -> String {
    if plain.contains(['"', separator, '\n', '\r']) {
        format!("\"{}\"", plain.replace('"', "\"\""))
    } else {
        plain
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::export::table::one;

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
            let csv = Csv.write(&one(Cell::Number(number)));
            let cell = csv.trim_end().rsplit(',').next().unwrap();
            prop_assert_eq!(cell.parse::<f64>(), Ok(number));
        }
    }
}
