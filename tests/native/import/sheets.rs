//! Workbooks and files of separated values, written for tests.

use rust_xlsxwriter::{Format, Workbook, Worksheet};

/// What a cell of a test's sheet holds.
#[derive(Clone, Debug)]
pub(super) enum Cell {
    Text(String),
    Number(f64),
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

/// The bytes of a workbook of one sheet, "Bảng 1".
pub(super) fn workbook(rows: &[Vec<Cell>], merged: &[(u32, u16, u32, u16)]) -> Vec<u8> {
    save(|sheet| {
        fill(sheet, rows);
        for (first_row, first_col, last_row, last_col) in merged {
            let text = match &rows[*first_row as usize][*first_col as usize] {
                Cell::Text(text) => text.clone(),
                Cell::Number(number) => number.to_string(),
                Cell::Empty => String::new(),
            };
            sheet
                .merge_range(*first_row, *first_col, *last_row, *last_col, &text, &Format::new())
                .unwrap();
        }
    })
}

/// The bytes of a workbook whose only sheet a test fills.
pub(super) fn save(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Bảng 1").unwrap();
    fill(sheet);
    workbook.save_to_buffer().unwrap()
}

pub(super) fn fill(sheet: &mut Worksheet, rows: &[Vec<Cell>]) {
    for (row, cells) in (0..).zip(rows) {
        for (col, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(text) => {
                    sheet.write(row, col, text).unwrap();
                }
                Cell::Number(number) => {
                    sheet.write(row, col, *number).unwrap();
                }
                Cell::Empty => {}
            }
        }
    }
}

/// The text of a file of separated values, with a decimal comma.
pub(super) fn separated(rows: &[Vec<Cell>], mark: char) -> String {
    let field = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string().replace('.', ","),
        Cell::Empty => String::new(),
    };
    let lines = rows
        .iter()
        .map(|cells| cells.iter().map(field).collect::<Vec<String>>().join(&mark.to_string()));
    lines.collect::<Vec<String>>().join("\r\n")
}

/// The cells with rows and columns exchanged.
pub(super) fn turned(rows: &[Vec<Cell>]) -> Vec<Vec<Cell>> {
    let n_cols = rows.iter().map(Vec::len).max().unwrap_or(0);
    let at = |row: &Vec<Cell>, col: usize| row.get(col).cloned().unwrap_or(Cell::Empty);
    (0..n_cols).map(|col| rows.iter().map(|row| at(row, col)).collect()).collect()
}
