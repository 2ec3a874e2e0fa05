//! A table of plain cells, which a format writes as text.

use crate::order;

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing. Each format says how it writes that.
    Empty,
    /// A text.
    Text(String),
    /// A number, written in its shortest decimal form. One that is not finite is written as
    /// [`Cell::Empty`].
    Number(f64),
    /// Yes or no, in every format `true` or `false`.
    Flag(bool),
    /// A list of texts. Every format writes them sorted by bytes; one that knows no lists joins them
    /// by `;`.
    List(Vec<String>),
}

impl Cell {
    /// A text; an empty cell for `None`.
    pub fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.into()))
    }

    /// A number; an empty cell for `None`.
    pub fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

/// Rows under named columns. Each row has one cell for each column. A [`Format`] writes the table.
///
/// ```
/// use tinhso::export::{ALL, Cell, Table};
/// let rows = vec![vec![Cell::Text("An Hải".into()), Cell::Number(80.0)]];
/// let table = Table { columns: &["name", "value"], rows };
/// assert!(ALL.iter().all(|format| format.write(&table).contains("An Hải")));
/// ```
///
/// [`Format`]: super::Format
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The names of the columns.
    pub columns: &'static [&'static str],
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// The items of a list, sorted by bytes. Every format writes them in this order.
pub(super) fn sorted(items: &[String]) -> Vec<String> {
    let mut items = items.to_vec();
    order::sort_by(&mut items, Ord::cmp);
    items
}

/// A table with one row of a text and the given cell, for the tests of formats.
#[cfg(test)]
pub(super) fn single_cell_table(cell: Cell) -> Table {
    Table { columns: &["first", "cell"], rows: vec![vec![Cell::Text("x".into()), cell]] }
}
