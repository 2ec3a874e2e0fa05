//! Where things stand in a sheet: the names of provinces, the heads of the columns, the rows of figures.

use std::collections::{BTreeMap, BTreeSet};

use super::ImportOptions;
use super::decimal::{Decimal, NumberFault};
use super::fault::ImportFault;
use super::grid::{Cell, Grid, quoted};
use super::heads::{Head, Holds, heads, plain};
use super::labels::{Label, classify, is_no_figure};
use crate::data::names::ProvinceNames;
use crate::data::suggest::nearest;
use crate::data::table::Table;

/// A sheet whose provinces stand below each other, turned if they stood beside each other.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub(super) grid: Grid,
    /// The column with the names of provinces.
    pub(super) names_col: usize,
    /// The rows of figures and what stands between and below them.
    pub(super) body: Vec<usize>,
    /// All other columns that have a head.
    pub(super) heads: Vec<Head>,
}

impl Layout {
    /// The place of a cell, with its sheet if the file can have several.
    pub(super) fn place(&self, row: usize, col: usize) -> String {
        in_sheet(&self.grid, &self.grid.place(row, col))
    }

    /// The column of the years, if there is one.
    pub(super) fn years_col(&self) -> Option<usize> {
        self.heads.iter().find(|head| head.holds == Holds::Years).map(|head| head.col)
    }
}

fn in_sheet(grid: &Grid, place: &str) -> String {
    match &grid.name {
        Some(name) if place.is_empty() => format!("sheet {}", quoted(name)),
        Some(name) => format!("sheet {}, {place}", quoted(name)),
        None => place.to_owned(),
    }
}

/// How many names of provinces stand in the fullest row or column.
pub(super) fn n_names(grid: &Grid, names: &ProvinceNames<'_>) -> usize {
    let (in_cols, in_rows) = names_by_line(grid, names);
    in_cols.values().chain(in_rows.values()).map(Vec::len).max().unwrap_or(0)
}

/// For each column, and for each row, the rows (columns) with the name of a province.
type Lines = BTreeMap<usize, Vec<usize>>;

fn names_by_line(grid: &Grid, names: &ProvinceNames<'_>) -> (Lines, Lines) {
    let (mut in_cols, mut in_rows) = (Lines::new(), Lines::new());
    for ((row, col), cell) in grid.cells() {
        let Cell::Text(text) = cell else { continue };
        if matches!(classify(text, names), Label::Province(_)) {
            in_cols.entry(col).or_default().push(row);
            in_rows.entry(row).or_default().push(col);
        }
    }
    (in_cols, in_rows)
}

/// The layout of a sheet, or everything that keeps it from being read.
pub(super) fn lay_out(
    grid: &Grid,
    names: &ProvinceNames<'_>,
    table: &Table,
    options: &ImportOptions,
) -> Result<Layout, Vec<ImportFault>> {
    let (in_cols, in_rows) = names_by_line(grid, names);
    let most = |lines: &Lines| lines.values().map(Vec::len).max().unwrap_or(0);
    let down = || laid_down(grid, &in_cols, names, table, options);
    let across = || laid_down(&grid.turned(), &in_rows, names, table, options);
    match most(&in_cols).cmp(&most(&in_rows)) {
        std::cmp::Ordering::Greater => down(),
        std::cmp::Ordering::Less => across(),
        // Few provinces, such as one: then the heads decide.
        std::cmp::Ordering::Equal => down().or_else(|faults| across().map_err(|_| faults)),
    }
}

/// The layout of a sheet whose provinces stand below each other.
fn laid_down(
    grid: &Grid,
    in_cols: &Lines,
    names: &ProvinceNames<'_>,
    table: &Table,
    options: &ImportOptions,
) -> Result<Layout, Vec<ImportFault>> {
    let most = in_cols.values().map(Vec::len).max().unwrap_or(0);
    let mut fullest = in_cols.iter().filter(|(_, rows)| rows.len() == most);
    let Some((names_col, rows)) = fullest.next() else {
        return Err(vec![ImportFault::new(
            in_sheet(grid, ""),
            "no name of a province",
            "a column or a row of names",
            "write the names as provinces.json has them, or add other names to its \"aliases\"",
        )]);
    };
    for (other, _) in fullest {
        require_same_names(grid, (*names_col, rows), *other, names).map_err(|fault| vec![fault])?;
    }
    let first = rows.iter().min().copied().unwrap_or_default();
    let (above, body) = parted(grid, *names_col, first, names);
    let heads = heads(grid, &above, *names_col, table, options);
    let layout = Layout { grid: grid.clone(), names_col: *names_col, body, heads };
    let faults = faults_of_heads(&layout, table, options);
    if faults.is_empty() { Ok(layout) } else { Err(faults) }
}

/// A second column of as many names must name the same provinces, say in another language.
fn require_same_names(
    grid: &Grid,
    (names_col, rows): (usize, &[usize]),
    other: usize,
    names: &ProvinceNames<'_>,
) -> Result<(), ImportFault> {
    let id =
        |row: usize, col: usize| match grid.label(row, col).map(|c| classify(&c.words(), names)) {
            Some(Label::Province(province)) => Some(province.id.as_str()),
            _ => None,
        };
    let differing = rows.iter().find(|row| id(**row, names_col) != id(**row, other));
    let Some(row) = differing else { return Ok(()) };
    let both = format!("{} and {}", grid.col_place(names_col), grid.col_place(other));
    Err(ImportFault::new(
        in_sheet(grid, &grid.row_place(*row)),
        format!("as many names of provinces in {both}, which differ here"),
        "one list of names",
        "keep in the sheet the names that the figures are of; put halves that stand beside each \
         other below each other",
    ))
}

/// The rows above the figures, the nearest first, and the rows of figures. `first` is the first row of a
/// province; rows of totals, means and regions may stand directly above it.
fn parted(
    grid: &Grid,
    names_col: usize,
    first: usize,
    names: &ProvinceNames<'_>,
) -> (Vec<usize>, Vec<usize>) {
    let rows: BTreeSet<usize> = grid.rows();
    let mut start = first;
    let mut above = Vec::new();
    for row in rows.range(..first).rev().copied() {
        if is_numbering(grid, row) {
            continue;
        }
        let is_of_body = above.is_empty()
            && !matches!(
                label_of_row(grid, row, names_col, names).1,
                Label::Other | Label::Province(_)
            )
            && grid.row(row).filter(|(col, _)| *col > names_col).all(|(_, cell)| is_figure(cell));
        if is_of_body {
            start = row;
        } else {
            above.push(row);
        }
    }
    (above, rows.range(start..).copied().collect())
}

/// The words that name a row, and what it is by them: those in the column of names, else the first ones.
pub(super) fn label_of_row<'a>(
    grid: &Grid,
    row: usize,
    names_col: usize,
    names: &ProvinceNames<'a>,
) -> (String, Label<'a>) {
    if let Some(words) = grid.label(row, names_col).map(Cell::words) {
        let label = classify(&words, names);
        return (words, label);
    }
    let Some((_, first)) = grid.row(row).find(|(_, cell)| !is_figure(cell)) else {
        return (String::new(), Label::Other);
    };
    let label = match classify(&first.words(), names) {
        // A province is named where its neighbors are.
        Label::Province(_) => Label::Other,
        label => label,
    };
    (first.words(), label)
}

/// Whether a cell is a figure, or says that there is none.
fn is_figure(cell: &Cell) -> bool {
    match cell {
        Cell::Text(text) => {
            is_no_figure(text) || Decimal::of_text(text, None) != Err(NumberFault::NotANumber)
        }
        _ => true,
    }
}

/// Whether a row only numbers the columns: "A", "B", "(1)", "(2)", or 1, 2, 3 and no year.
pub(super) fn is_numbering(grid: &Grid, row: usize) -> bool {
    let mut cells = grid.row(row).peekable();
    let is_number = |cell: &Cell| {
        let words = cell.words();
        let bare = words.trim_matches(['(', ')', '[', ']']);
        match bare.as_bytes() {
            [one] => one.is_ascii_alphanumeric(),
            [a, b] => a.is_ascii_digit() && b.is_ascii_digit(),
            _ => false,
        }
    };
    cells.peek().is_some() && cells.all(|(_, cell)| is_number(cell))
}

/// What is wrong with the heads of the columns.
fn faults_of_heads(layout: &Layout, table: &Table, options: &ImportOptions) -> Vec<ImportFault> {
    let (grid, heads) = (&layout.grid, &layout.heads);
    let mut faults = Vec::new();
    for (words, column) in &options.columns {
        if !heads.iter().any(|head| plain(&head.words) == plain(words)) {
            let meant = nearest(&plain(words), heads.iter().map(|head| head.words.as_str()))
                .map_or_else(String::new, |head| format!("; did you mean {}?", quoted(head)));
            faults.push(ImportFault::new(
                in_sheet(grid, ""),
                format!("no head {} for --column \"{words}={column}\"", quoted(words)),
                format!("one of {}", list_of_heads(heads)),
                format!(
                    "write it as it stands in the sheet, rows of one head joined by spaces{meant}"
                ),
            ));
        }
    }
    let mut taken: BTreeMap<_, &Head> = BTreeMap::new();
    for head in heads {
        let Holds::Column(column, year) = &head.holds else { continue };
        let Some(first) = taken.insert((column, year), head) else { continue };
        let (place, other) = (grid.col_place(head.col), grid.col_place(first.col));
        faults.push(ImportFault::new(
            in_sheet(grid, &place),
            format!("the head {} for the column \"{column}\", as in {other}", quoted(&head.words)),
            "one column of the sheet for each column of the table",
            "take the other one out of the sheet, or give them heads of their own and name one \
             by --column",
        ));
    }
    if taken.is_empty() && faults.is_empty() {
        let columns: Vec<String> = table.columns.keys().map(|name| format!("\"{name}\"")).collect();
        faults.push(ImportFault::new(
            in_sheet(grid, ""),
            format!("the heads {}", list_of_heads(heads)),
            format!("one that tables.json describes: {}", columns.join(", ")),
            "say which is which: --column \"head in the sheet=column of the table\"",
        ));
    }
    faults
}

fn list_of_heads(heads: &[Head]) -> String {
    let words: Vec<String> = heads.iter().map(|head| quoted(&head.words)).collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}
