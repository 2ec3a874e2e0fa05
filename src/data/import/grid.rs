//! The cells of a sheet, by their places.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

use unicode_normalization::UnicodeNormalization as _;

/// The most cells that a sheet may have: far more than any table of provinces.
pub(super) const MAX_CELLS: usize = 200_000;

/// Letters of a text that are shown in a message.
const MAX_SHOWN: usize = 80;

/// What a cell holds. Empty cells are not kept.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// A number of a workbook.
    Number(f64),
    /// A text, composed (NFC), without white space at its ends.
    Text(String),
    /// The error of a formula, such as `#N/A`.
    FormulaError(String),
    /// What a workbook holds and is neither, such as a date, in words.
    Other(&'static str),
}

impl Cell {
    /// A cell of a text; `None` for one of white space alone.
    pub(super) fn of_text(text: &str) -> Option<Self> {
        const ERRORS: [&str; 7] =
            ["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"];
        let text: String = text.trim().nfc().collect();
        if ERRORS.contains(&text.as_str()) {
            return Some(Self::FormulaError(text));
        }
        (!text.is_empty()).then_some(Self::Text(text))
    }

    /// What is read of the cell in a message or as a label: the text on one line, or the number.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) | Self::FormulaError(text) => one_line(text),
            Self::Other(what) => (*what).to_owned(),
        }
    }
}

/// A text on one line, without letters that are not seen.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_hidden = |c: char| {
        let turns_or_joins = matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
            || matches!(c, '\u{2060}'..='\u{2069}' | '\u{FEFF}');
        c.is_control() || turns_or_joins
    };
    words.join(" ").replace(is_hidden, "")
}

/// A text on one line in quotes, cut off where it is long.
pub(super) fn quoted(text: &str) -> String {
    let line = one_line(text);
    let start: String = line.chars().take(MAX_SHOWN).collect();
    if start.len() < line.len() { format!("\"{start}…\"") } else { format!("\"{start}\"") }
}

/// Cells by row and column.
pub(super) type Cells = BTreeMap<(usize, usize), Cell>;

/// Merged cells: the first and the last row and column.
pub(super) type Area = ((usize, usize), (usize, usize));

/// A sheet. Rows and columns count from 0.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Grid {
    /// The name of the sheet; `None` in a file of separated values.
    pub(super) name: Option<String>,
    cells: Cells,
    /// For each cell in merged cells but the first: the first.
    merged: HashMap<(usize, usize), (usize, usize)>,
    is_turned: bool,
}

impl Grid {
    pub(super) fn new(name: Option<String>, cells: Cells) -> Self {
        Self { name, cells, ..Self::default() }
    }

    /// Adds merged cells. What lies outside the rows and columns with a cell is passed over.
    pub(super) fn merge(&mut self, areas: &[Area]) {
        let last_row = self.cells.keys().map(|at| at.0).max().unwrap_or(0);
        let last_col = self.cells.keys().map(|at| at.1).max().unwrap_or(0);
        for (first, last) in areas {
            for row in first.0..=last.0.min(last_row) {
                for col in first.1..=last.1.min(last_col) {
                    if self.merged.len() >= MAX_CELLS {
                        return;
                    }
                    if (row, col) != *first {
                        self.merged.insert((row, col), *first);
                    }
                }
            }
        }
    }

    /// Whether merged cells are known. A file of separated values has lost them.
    pub(super) fn knows_merged(&self) -> bool {
        !self.merged.is_empty()
    }

    /// The sheet with rows and columns exchanged. Places stay those of the file.
    pub(super) fn turned(&self) -> Self {
        let turn = |at: &(usize, usize)| (at.1, at.0);
        Self {
            name: self.name.clone(),
            cells: self.cells.iter().map(|(at, cell)| (turn(at), cell.clone())).collect(),
            merged: self.merged.iter().map(|(at, first)| (turn(at), turn(first))).collect(),
            is_turned: !self.is_turned,
        }
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = ((usize, usize), &Cell)> {
        self.cells.iter().map(|(at, cell)| (*at, cell))
    }

    /// What stands in a cell itself; `None` for an empty one.
    pub(super) fn cell(&self, row: usize, col: usize) -> Option<&Cell> {
        self.cells.get(&(row, col))
    }

    /// What a reader sees at a cell as its label: what merged cells hold counts for all of them.
    pub(super) fn label(&self, row: usize, col: usize) -> Option<&Cell> {
        self.cell(row, col).or_else(|| self.cells.get(self.merged.get(&(row, col))?))
    }

    /// The rows with something in them, in order.
    pub(super) fn rows(&self) -> BTreeSet<usize> {
        self.cells.keys().map(|at| at.0).collect()
    }

    /// The columns with something in them, in order.
    pub(super) fn cols(&self) -> BTreeSet<usize> {
        self.cells.keys().map(|at| at.1).collect()
    }

    /// The cells of a row, in order.
    pub(super) fn row(&self, row: usize) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.range((row, 0)..=(row, usize::MAX)).map(|(at, cell)| (at.1, cell))
    }

    /// The place of a cell as spreadsheets name it: `B7`.
    pub(super) fn place(&self, row: usize, col: usize) -> String {
        let (row, col) = if self.is_turned { (col, row) } else { (row, col) };
        let mut place = letters(col);
        // Writing to a text cannot fail.
        let _ = write!(place, "{}", row + 1);
        place
    }

    /// The place of a row: `row 7`, or `column G` of a turned sheet.
    pub(super) fn row_place(&self, row: usize) -> String {
        if self.is_turned { column_place(row) } else { line_place(row) }
    }

    /// The place of a column: `column B`, or `row 2` of a turned sheet.
    pub(super) fn col_place(&self, col: usize) -> String {
        if self.is_turned { line_place(col) } else { column_place(col) }
    }
}

fn column_place(col: usize) -> String {
    format!("column {}", letters(col))
}

fn line_place(row: usize) -> String {
    format!("row {}", row + 1)
}

/// The letters of a column: A to Z, then AA.
fn letters(col: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = col + 1;
    while rest > 0 {
        // From 0 to 25.
        let place = ((rest - 1) % 26) as u8;
        letters.push(char::from(b'A' + place));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (col, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(col), expected);
        }
    }

    #[test]
    fn a_turned_sheet_keeps_its_places() {
        let cells = BTreeMap::from([((0, 1), Cell::Number(1.0)), ((2, 0), Cell::Number(2.0))]);
        let mut grid = Grid::new(None, cells);
        grid.merge(&[((0, 1), (1, 1)), ((2, 0), (9, 0))]);
        assert_eq!(grid.label(1, 1), Some(&Cell::Number(1.0)));
        assert_eq!(grid.label(3, 0), None);
        let turned = grid.turned();
        assert_eq!(turned.label(1, 1), Some(&Cell::Number(1.0)));
        assert_eq!(turned.cell(0, 2), Some(&Cell::Number(2.0)));
        assert_eq!(turned.place(0, 2), "A3");
        assert_eq!((turned.row_place(0), turned.col_place(2)), ("column A".into(), "row 3".into()));
        assert_eq!(turned.turned(), grid);
    }

    #[test]
    fn a_text_is_shown_on_one_line() {
        assert_eq!(quoted(" a\n b\u{202E} "), "\"a b\"");
        assert_eq!(quoted(&"x".repeat(100)), format!("\"{}…\"", "x".repeat(80)));
    }
}
