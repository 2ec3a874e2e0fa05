//! A table of plain cells, and the two texts it is given out as: CSV and JSON.
//!
//! CSV follows RFC 4180 in UTF-8, but its lines end in LF alone, the last one too. Both texts depend
//! on the cells only: the same table has the same bytes in the browser and in the native command.

use serde_json::Value;

use crate::order;

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing: an empty cell in CSV, null in JSON.
    Empty,
    /// A text.
    Text(String),
    /// A number, written in its shortest decimal form. One that is not finite is written as
    /// [`Cell::Empty`].
    Number(f64),
    /// A list of texts: sorted by bytes and joined by `;` in CSV, a sorted list in JSON.
    List(Vec<String>),
}

impl Cell {
    /// A text, or nothing.
    pub fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.into()))
    }

    /// A number, or nothing.
    pub fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    /// The cell in CSV, before any quoting.
    fn plain(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            // `+ 0.0` turns "-0" into "0"; `Display` of a number never uses an exponent.
            Self::Number(number) if number.is_finite() => format!("{}", number + 0.0),
            Self::Empty | Self::Number(_) => String::new(),
            Self::List(items) => sorted(items).join(";"),
        }
    }

    /// The cell in JSON.
    fn json(&self) -> Value {
        match self {
            Self::Empty => Value::Null,
            Self::Text(text) => Value::from(text.as_str()),
            Self::Number(number) => json_number(*number),
            Self::List(items) => Value::from(sorted(items)),
        }
    }
}

/// Rows under named columns. A row has one cell per column.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The names of the columns.
    pub columns: &'static [&'static str],
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The header and the rows as CSV, without a byte order mark.
    ///
    /// ```
    /// use tinhso::data::{Cell, Table};
    /// let rows = vec![vec![Cell::Text("a \"b\"".into()), Cell::Number(80.0)]];
    /// let table = Table { columns: &["name", "value"], rows };
    /// assert_eq!(table.csv(), "name,value\n\"a \"\"b\"\"\",80\n");
    /// assert_eq!(table.json(), "[\n{\"name\":\"a \\\"b\\\"\",\"value\":80}\n]\n");
    /// ```
    pub fn csv(&self) -> String {
        self.write_csv(',', Cell::plain)
    }

    /// The same for spreadsheets: a byte order mark stands first, so that Excel reads UTF-8, and a
    /// cell that would be taken for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage
    /// return) begins with `'` instead. Numbers stay numbers, negative ones too, and a cell that is no
    /// more than a comparator is no formula.
    pub fn excel_csv(&self) -> String {
        format!("\u{feff}{}", self.write_csv(',', harmless))
    }

    /// The same for spreadsheets with Vietnamese settings, which read a comma as the decimal sign and
    /// part cells at `;`.
    pub fn excel_vi_csv(&self) -> String {
        let plain = |cell: &Cell| match cell {
            Cell::Number(_) => cell.plain().replace('.', ","),
            _ => harmless(cell),
        };
        format!("\u{feff}{}", self.write_csv(';', plain))
    }

    /// A list of objects, one line each, with the columns as keys and in their order.
    pub fn json(&self) -> String {
        if self.rows.is_empty() {
            return "[]\n".to_owned();
        }
        let object = |row: &Vec<Cell>| {
            let pairs: Vec<String> = self
                .columns
                .iter()
                .zip(row)
                .map(|(column, cell)| format!("{}:{}", Value::from(*column), cell.json()))
                .collect();
            format!("{{{}}}", pairs.join(","))
        };
        let objects: Vec<String> = self.rows.iter().map(object).collect();
        format!("[\n{}\n]\n", objects.join(",\n"))
    }

    fn write_csv(&self, separator: char, plain: impl Fn(&Cell) -> String) -> String {
        let separator_text = separator.to_string();
        let mut csv = self.columns.join(&separator_text);
        csv.push('\n');
        for row in &self.rows {
            let cells: Vec<String> =
                row.iter().map(|cell| quoted(plain(cell), separator)).collect();
            csv.push_str(&cells.join(&separator_text));
            csv.push('\n');
        }
        csv
    }
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(cell: &Cell) -> String {
    const COMPARATORS: [&str; 6] = ["=", ">=", ">", "<=", "<", "~"];
    let plain = cell.plain();
    let is_harmless = matches!(cell, Cell::Number(_)) || COMPARATORS.contains(&plain.as_str());
    let is_formula = plain.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula && !is_harmless { format!("'{plain}") } else { plain }
}

/// A cell in quotes where RFC 4180 asks for them.
fn quoted(plain: String, separator: char) -> String {
    if plain.contains(['"', separator, '\n', '\r']) {
        format!("\"{}\"", plain.replace('"', "\"\""))
    } else {
        plain
    }
}

fn sorted(items: &[String]) -> Vec<String> {
    let mut items = items.to_vec();
    order::sort_by(&mut items, Ord::cmp);
    items
}

/// A JSON number; a whole one without ".0", as long as JSON readers hold it exactly (2^53).
fn json_number(number: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < EXACT {
        Value::from(number as i64)
    } else {
        Value::from(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one(cell: Cell) -> Table {
        Table { columns: &["first", "cell"], rows: vec![vec![Cell::Text("x".into()), cell]] }
    }

    #[test]
    fn a_formula_is_disarmed_for_excel_only() {
        for text in ["=1+1", "+1", "-5", "@sum", "\tx"] {
            let table = one(Cell::Text(text.into()));
            assert_eq!(table.csv(), format!("first,cell\nx,{text}\n"));
            assert_eq!(table.excel_csv(), format!("\u{feff}first,cell\nx,'{text}\n"));
        }
        let list = one(Cell::List(vec!["b".into(), "=a".into()]));
        assert_eq!(list.excel_csv(), "\u{feff}first,cell\nx,'=a;b\n");
        assert_eq!(one(Cell::Text("\rx".into())).excel_csv(), "\u{feff}first,cell\nx,\"'\rx\"\n");
        assert_eq!(one(Cell::Text("a=b".into())).excel_csv(), "\u{feff}first,cell\nx,a=b\n");
    }

    #[test]
    fn a_comparator_alone_is_no_formula() {
        for text in ["=", ">=", ">", "<=", "<", "~"] {
            let table = one(Cell::Text(text.into()));
            assert_eq!(table.excel_csv(), format!("\u{feff}first,cell\nx,{text}\n"));
            assert_eq!(table.excel_vi_csv(), format!("\u{feff}first;cell\nx;{text}\n"));
        }
        assert_eq!(one(Cell::Text("==".into())).excel_csv(), "\u{feff}first,cell\nx,'==\n");
    }

    #[test]
    fn vietnamese_spreadsheets_have_a_decimal_comma_and_cells_parted_by_semicolons() {
        let cases = [
            (Cell::Number(0.558), "0,558"),
            (Cell::Number(-1234.5), "-1234,5"),
            (Cell::Number(1_070_000.0), "1070000"),
            // Only numbers are turned; a text keeps its point, and a comma needs no quotes.
            (Cell::Text("v1.2, a".into()), "v1.2, a"),
            (Cell::Text("a;b".into()), "\"a;b\""),
            (Cell::Text("=1+1".into()), "'=1+1"),
            (Cell::List(vec!["b".into(), "a".into()]), "\"a;b\""),
            (Cell::Empty, ""),
        ];
        for (cell, written) in cases {
            assert_eq!(one(cell).excel_vi_csv(), format!("\u{feff}first;cell\nx;{written}\n"));
        }
    }

    #[test]
    fn numbers_stay_numbers_in_their_shortest_form() {
        let cases = [
            (-5.0, "-5", "-5"),
            (80.0, "80", "80"),
            (64.06, "64.06", "64.06"),
            (-0.0, "0", "0"),
            (0.1, "0.1", "0.1"),
            (f64::NAN, "", "null"),
            (f64::INFINITY, "", "null"),
        ];
        for (number, csv, json) in cases {
            let table = one(Cell::Number(number));
            assert_eq!(table.excel_csv(), format!("\u{feff}first,cell\nx,{csv}\n"));
            assert_eq!(table.json(), format!("[\n{{\"first\":\"x\",\"cell\":{json}}}\n]\n"));
        }
    }

    #[test]
    fn no_rows_leave_the_header_and_an_empty_list() {
        let table = Table { columns: &["a", "b"], rows: Vec::new() };
        assert_eq!(table.csv(), "a,b\n");
        assert_eq!(table.json(), "[]\n");
    }

    proptest! {
        #[test]
        fn the_csv_crate_reads_back_what_was_written(texts in prop::collection::vec("\\PC{0,6}|[,\"\n\r\t;=' ]{0,6}", 1..6)) {
            let rows = texts
                .iter()
                .map(|text| vec![Cell::Text("x".into()), Cell::Text(text.clone())])
                .collect();
            let csv = Table { columns: &["first", "cell"], rows }.csv();
            let mut reader = csv::Reader::from_reader(csv.as_bytes());
            let read: Vec<String> =
                reader.records().map(|record| record.unwrap()[1].to_owned()).collect();
            prop_assert_eq!(read, texts);
        }

        #[test]
        fn both_texts_are_read_back_as_the_same_number(
            digits in -999_999_999_999_999_i64..=999_999_999_999_999,
            decimals in 0i32..10,
        ) {
            let number = digits as f64 / 10f64.powi(decimals);
            let table = one(Cell::Number(number));
            let json: Value = serde_json::from_str(&table.json()).unwrap();
            prop_assert_eq!(json[0]["cell"].as_f64(), Some(number));
            let csv = table.csv();
            let cell = csv.trim_end().rsplit(',').next().unwrap();
            prop_assert_eq!(cell.parse::<f64>(), Ok(number));
        }
    }
}
