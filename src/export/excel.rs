//! CSV for spreadsheets, which interpret a file by its first bytes and by the settings of the machine.

use super::csv::{cell_text, write_separated};
use super::format::Format;
use super::table::{Cell, Table};

/// CSV for spreadsheets with the settings of a language.
///
/// The file begins with a byte order mark, so that Excel reads it as UTF-8. A text that a spreadsheet
/// would take for a formula, because it begins with `=`, `+`, `-`, `@`, a tab or a carriage return,
/// gets a `'` before it. Numbers (also negative ones) and cells that are only a comparator stay as they
/// are. Empty cells and lists are written as in [`Csv`](super::Csv).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excel {
    /// Cells separated by commas, numbers with a decimal point.
    English,
    /// Cells separated by `;`, numbers with a decimal comma.
    Vietnamese,
}

impl Format for Excel {
    fn file_name(&self) -> &'static str {
        match self {
            Self::English => "observations-excel.csv",
            Self::Vietnamese => "observations-excel-vi.csv",
        }
    }

    fn is_for_spreadsheets(&self) -> bool {
        true
    }

    fn write(&self, table: &Table) -> String {
        let csv = match self {
            Self::English => write_separated(table, ',', &without_formula),
            Self::Vietnamese => write_separated(table, ';', &|cell| match cell {
                Cell::Number(_) => cell_text(cell).replace('.', ","),
                _ => without_formula(cell),
            }),
        };
        format!("\u{feff}{csv}")
    }
}

/// The text of a cell, in a form that no spreadsheet takes for a formula.
fn without_formula(cell: &Cell) -> String {
    const COMPARATORS: [&str; 6] = ["=", ">=", ">", "<=", "<", "~"];
    let text = cell_text(cell);
    let is_harmless = matches!(cell, Cell::Number(_)) || COMPARATORS.contains(&text.as_str());
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula && !is_harmless { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Csv;
    use crate::export::table::single_cell_table;

    #[test]
    fn a_formula_is_disarmed_for_excel_only() {
        for text in ["=1+1", "+1", "-5", "@sum", "\tx"] {
            let table = single_cell_table(Cell::Text(text.into()));
            assert_eq!(Csv.write(&table), format!("first,cell\nx,{text}\n"));
            assert_eq!(Excel::English.write(&table), format!("\u{feff}first,cell\nx,'{text}\n"));
        }
        let list = single_cell_table(Cell::List(vec!["b".into(), "=a".into()]));
        assert_eq!(Excel::English.write(&list), "\u{feff}first,cell\nx,'=a;b\n");
        assert_eq!(
            Excel::English.write(&single_cell_table(Cell::Text("\rx".into()))),
            "\u{feff}first,cell\nx,\"'\rx\"\n"
        );
        assert_eq!(
            Excel::English.write(&single_cell_table(Cell::Text("a=b".into()))),
            "\u{feff}first,cell\nx,a=b\n"
        );
    }

    #[test]
    fn a_comparator_alone_is_no_formula() {
        for text in ["=", ">=", ">", "<=", "<", "~"] {
            let table = single_cell_table(Cell::Text(text.into()));
            assert_eq!(Excel::English.write(&table), format!("\u{feff}first,cell\nx,{text}\n"));
            assert_eq!(Excel::Vietnamese.write(&table), format!("\u{feff}first;cell\nx;{text}\n"));
        }
        assert_eq!(
            Excel::English.write(&single_cell_table(Cell::Text("==".into()))),
            "\u{feff}first,cell\nx,'==\n"
        );
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
            assert_eq!(
                Excel::Vietnamese.write(&single_cell_table(cell)),
                format!("\u{feff}first;cell\nx;{written}\n")
            );
        }
    }

    #[test]
    fn numbers_stay_numbers_in_their_shortest_form() {
        let cases = [
            (-5.0, "-5"),
            (80.0, "80"),
            (64.06, "64.06"),
            (-0.0, "0"),
            (0.1, "0.1"),
            (f64::NAN, ""),
            (f64::INFINITY, ""),
        ];
        for (number, written) in cases {
            let csv = Excel::English.write(&single_cell_table(Cell::Number(number)));
            assert_eq!(csv, format!("\u{feff}first,cell\nx,{written}\n"));
        }
    }
}
