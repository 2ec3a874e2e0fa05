//! Which column of the table a column of the sheet is, by the words at its head.

use std::collections::BTreeSet;

use super::ImportOptions;
use super::grid::{Cell, Grid, one_line};
use crate::data::date::Year;
use crate::data::table::Table;

/// The most rows that one head has.
const MAX_HEAD_ROWS: usize = 3;

/// What a column of the sheet holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// A column of the table, of one year if its head names one.
    Column(String, Option<Year>),
    /// The year of each row.
    Years,
    /// Nothing that the table has.
    Nothing,
}

/// A column of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) col: usize,
    /// Its words, those of several rows joined by spaces.
    pub(super) words: String,
    pub(super) holds: Holds,
}

/// Words as they are compared: in small letters, with single spaces.
pub(super) fn plain(words: &str) -> String {
    one_line(words).to_lowercase()
}

/// The heads of all columns but that of the names, from the rows above the first province. `above` are these
/// rows, the nearest first.
///
/// A head may have several rows. As many are taken as give the most columns of the table; of equals, the fewest.
pub(super) fn heads(
    grid: &Grid,
    above: &[usize],
    names_col: usize,
    table: &Table,
    options: &ImportOptions,
) -> Vec<Head> {
    let cols: Vec<usize> = grid.cols().into_iter().filter(|col| *col != names_col).collect();
    let mut best: Option<((usize, usize), Vec<Head>)> = None;
    for n_rows in 1..=MAX_HEAD_ROWS.min(above.len()) {
        let Some(rows) = above.get(..n_rows) else { break };
        let found: Vec<Head> =
            cols.iter().filter_map(|col| head(grid, rows, *col, table, options)).collect();
        let score = score(&found, options);
        if best.as_ref().is_none_or(|(of_best, _)| score > *of_best) {
            best = Some((score, found));
        }
    }
    best.map(|(_, heads)| heads).unwrap_or_default()
}

/// How many columns that were named to the command are found, and how many of the table.
fn score(heads: &[Head], options: &ImportOptions) -> (usize, usize) {
    let named = options.columns.iter().filter(|(words, _)| {
        let words = plain(words);
        heads.iter().any(|head| plain(&head.words) == words)
    });
    let holding: BTreeSet<_> = heads
        .iter()
        .filter_map(|head| match &head.holds {
            Holds::Column(column, year) => Some((column.as_str(), *year)),
            Holds::Years => Some(("", None)),
            Holds::Nothing => None,
        })
        .collect();
    (named.count(), holding.len())
}

/// The head of one column; `None` if it has no words. `rows` are those of the head, the lowest first.
fn head(
    grid: &Grid,
    rows: &[usize],
    col: usize,
    table: &Table,
    options: &ImportOptions,
) -> Option<Head> {
    let is_headed = rows.iter().any(|row| grid.label(*row, col).is_some());
    // A file of separated values has lost which cells were merged: a group is named at its first column only.
    let spread =
        (!grid.knows_merged()).then(|| joined(rows, |row| spread_label(grid, rows, row, col)));
    let own = joined(rows, |row| grid.label(row, col).map(Cell::words));
    let ways: Vec<String> = spread.into_iter().chain([own]).filter(|w| !w.is_empty()).collect();
    if !is_headed {
        return None;
    }
    let first = ways.first()?.clone();
    let found = ways.into_iter().find_map(|words| {
        let holds = holds(&words, table, options);
        (holds != Holds::Nothing).then_some(Head { col, words, holds })
    });
    Some(found.unwrap_or(Head { col, words: first, holds: Holds::Nothing }))
}

/// The words of several rows, from the upmost; what merged cells say in several rows is said once.
fn joined(rows: &[usize], label: impl Fn(usize) -> Option<String>) -> String {
    let mut words: Vec<String> = rows.iter().rev().filter_map(|row| label(*row)).collect();
    words.dedup();
    one_line(&words.join(" "))
}

/// The label of a cell, or in a row above the lowest one that of the group it lies in: the nearest to the left.
fn spread_label(grid: &Grid, rows: &[usize], row: usize, col: usize) -> Option<String> {
    let own = grid.label(row, col);
    let lowest = *rows.first()?;
    if own.is_some() || row == lowest || grid.label(lowest, col).is_none() {
        return own.map(Cell::words);
    }
    grid.row(row).take_while(|(at, _)| *at < col).last().map(|(_, cell)| cell.words())
}

fn holds(words: &str, table: &Table, options: &ImportOptions) -> Holds {
    let plain_words = plain(words);
    if matches!(plain_words.as_str(), "năm" | "year") {
        return Holds::Years;
    }
    let year = year_in(&plain_words, table).filter(|_| options.year.is_none());
    if let Some(column) = column_of(&plain_words, table, options) {
        let is_of_table = table.columns.contains_key(words);
        return Holds::Column(column, year.map(|(year, _)| year).filter(|_| !is_of_table));
    }
    let Some((year, rest)) = year else { return Holds::Nothing };
    if let Some(column) = column_of(&rest, table, options) {
        return Holds::Column(column, Some(year));
    }
    let mut stored = table.columns.iter().filter(|(_, column)| column.from.is_none());
    match (stored.next(), stored.next()) {
        (Some((only, _)), None) if matches!(rest.as_str(), "" | "năm" | "year") => {
            Holds::Column(only.clone(), Some(year))
        }
        _ => Holds::Nothing,
    }
}

/// The column of the table that these words name, or were said to name.
fn column_of(plain_words: &str, table: &Table, options: &ImportOptions) -> Option<String> {
    let said = options.columns.iter().find(|(words, _)| plain(words) == plain_words);
    let name = said.map_or_else(|| plain_words.to_owned(), |(_, column)| plain(column));
    table.columns.keys().find(|column| plain(column) == name).cloned()
}

/// The only year of the table in these words, and the words without it.
fn year_in(words: &str, table: &Table) -> Option<(Year, String)> {
    let is_around = |c: char| !c.is_alphanumeric();
    let mut years = words.split_whitespace().filter_map(|word| {
        let year = Year::try_from(word.trim_matches(is_around).to_owned()).ok()?;
        table.years.contains_key(&year).then_some((year, word))
    });
    let (year, word) = years.next()?;
    if years.next().is_some() {
        return None;
    }
    let rest: Vec<&str> = words.split_whitespace().filter(|other| *other != word).collect();
    Some((year, rest.join(" ").trim_matches(is_around).to_owned()))
}
