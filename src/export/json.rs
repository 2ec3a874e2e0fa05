//! JSON, for programs.

use serde_json::Value;

use super::format::Format;
use super::table::{Cell, Table, sorted};

/// A list of objects, each on a line of its own, with the columns as keys, in their order. An empty
/// cell is null, and a list of texts is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Json;

impl Format for Json {
    fn file_name(&self) -> &'static str {
        "observations.json"
    }

    fn is_for_spreadsheets(&self) -> bool {
        false
    }

    fn write(&self, table: &Table) -> String {
        if table.rows.is_empty() {
            return "[]\n".to_owned();
        }
        let object = |row: &Vec<Cell>| {
            let pairs: Vec<String> = table
                .columns
                .iter()
                .zip(row)
                .map(|(column, cell)| format!("{}:{}", Value::from(*column), json_value(cell)))
                .collect();
            format!("{{{}}}", pairs.join(","))
        };
        let objects: Vec<String> = table.rows.iter().map(object).collect();
        format!("[\n{}\n]\n", objects.join(",\n"))
    }
}

fn json_value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => Value::from(text.as_str()),
        Cell::Number(number) => json_number(*number),
        Cell::Flag(flag) => Value::from(*flag),
        Cell::List(items) => Value::from(sorted(items)),
    }
}

/// A JSON number. Whole numbers are written without ".0", up to the limit (2^53) of exact whole numbers
/// in JSON readers.
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
    use proptest::prelude::*;

    use super::*;
    use crate::export::table::single_cell_table;

    #[test]
    fn numbers_stay_numbers_in_their_shortest_form() {
        let cases = [
            (-5.0, "-5"),
            (80.0, "80"),
            (64.06, "64.06"),
            (-0.0, "0"),
            (0.1, "0.1"),
            (f64::NAN, "null"),
            (f64::INFINITY, "null"),
        ];
        for (number, written) in cases {
            let json = Json.write(&single_cell_table(Cell::Number(number)));
            assert_eq!(json, format!("[\n{{\"first\":\"x\",\"cell\":{written}}}\n]\n"));
        }
    }

    #[test]
    fn no_rows_are_an_empty_list() {
        assert_eq!(Json.write(&Table { columns: &["a", "b"], rows: Vec::new() }), "[]\n");
    }

    proptest! {
        #[test]
        fn a_number_is_read_back(
            digits in -999_999_999_999_999_i64..=999_999_999_999_999,
            decimals in 0i32..10,
        ) {
            let number = digits as f64 / 10f64.powi(decimals);
            let json: Value = serde_json::from_str(&Json.write(&single_cell_table(Cell::Number(number)))).unwrap();
            prop_assert_eq!(json[0]["cell"].as_f64(), Some(number));
        }
    }
}
