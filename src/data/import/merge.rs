//! Puts the figures of a sheet into the spreadsheet of a table.

use std::collections::{BTreeMap, BTreeSet};

use super::figures::{Figures, SheetFigure};
use crate::data::date::Year;
use crate::data::names::ProvinceNames;
use crate::data::read::rows;
use crate::data::table::Table;

/// The columns that every spreadsheet begins with.
const FIRST_COLUMNS: [&str; 2] = ["year", "province"];

/// A row of a table's spreadsheet.
#[derive(Clone, Debug, PartialEq)]
struct TableRow {
    year: Year,
    /// The id of the province.
    province: String,
    /// The name as it is written.
    name: String,
    /// A text for each column, empty without a figure.
    cells: Vec<String>,
}

/// The spreadsheet of a table.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct TableSheet {
    columns: Vec<String>,
    rows: Vec<TableRow>,
}

/// What a cell was and is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) year: Year,
    pub(super) name: String,
    pub(super) column: String,
    /// Empty for one that is added.
    pub(super) old: String,
    /// Empty for one that is gone.
    pub(super) new: String,
}

/// What the import changes.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub(super) cells: Vec<Change>,
    pub(super) new_columns: Vec<String>,
}

impl TableSheet {
    /// Reads a spreadsheet that `check` finds no fault in.
    pub(super) fn of_text(text: &str, names: &ProvinceNames<'_>) -> Self {
        let mut lines = rows(text).map(|row| row.fields);
        let columns: Vec<String> =
            lines.next().unwrap_or_default().into_iter().skip(FIRST_COLUMNS.len()).collect();
        let rows = lines.filter_map(|fields| {
            let mut fields = fields.into_iter();
            let year = Year::try_from(fields.next()?).ok()?;
            let name = fields.next()?;
            let province = names.find(&name)?.id.clone();
            Some(TableRow { year, province, name, cells: fields.collect() })
        });
        let rows = rows.collect();
        Self { columns, rows }
    }

    /// The text of the file.
    pub(super) fn text(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let head = FIRST_COLUMNS.into_iter().map(str::to_owned).chain(self.columns.iter().cloned());
        // Writing to memory cannot fail, and all rows have as many fields.
        let _ = writer.write_record(head);
        for row in &self.rows {
            let start = [row.year.to_string(), row.name.clone()];
            let _ = writer.write_record(start.iter().chain(&row.cells));
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }

    /// The values of a column in a year, by province.
    pub(super) fn values(&self, year: Year, column: &str) -> Vec<(&str, f64)> {
        let Some(idx) = self.columns.iter().position(|name| name == column) else {
            return Vec::new();
        };
        let of_year = self.rows.iter().filter(|row| row.year == year);
        of_year
            .filter_map(|row| Some((row.province.as_str(), row.cells.get(idx)?.parse().ok()?)))
            .collect()
    }

    /// Puts the figures of a sheet into it. Cells of the sheet's years and columns that the sheet does not
    /// have are emptied, and rows that are left without a figure by that go; all others stay.
    pub(super) fn put(&mut self, read: &Figures, table: &Table) -> Changes {
        let is_stored =
            |column: &String| table.columns.get(column).is_some_and(|column| column.from.is_none());
        let figures: BTreeMap<(Year, &str, &str), &SheetFigure> = read
            .cells
            .iter()
            .filter(|figure| is_stored(&figure.column))
            .map(|figure| ((figure.year, &*figure.province, &*figure.column), figure))
            .collect();
        let mut changes = Changes { new_columns: self.add_columns(read, table), cells: Vec::new() };
        let order = Order::of(self, read);
        let new_rows: BTreeMap<(Year, usize), &SheetFigure> = figures
            .values()
            .filter(|figure| self.row(figure.year, &figure.province).is_none())
            .map(|figure| ((figure.year, order.place(figure.year, &figure.province)), *figure))
            .collect();
        for figure in new_rows.into_values() {
            self.add_row(figure, &order);
        }
        let mut n_decimals: BTreeMap<(Year, &str), usize> = BTreeMap::new();
        for ((year, _, column), figure) in &figures {
            let most = n_decimals.entry((*year, column)).or_default();
            *most = (*most).max(figure.number.n_decimals());
        }
        let columns = self.columns.clone();
        let mut emptied = BTreeSet::new();
        for (row_idx, row) in self.rows.iter_mut().enumerate() {
            for (column, cell) in columns.iter().zip(&mut row.cells) {
                if !read.scope.contains(&(row.year, column.clone())) {
                    continue;
                }
                let figure = figures.get(&(row.year, row.province.as_str(), column.as_str()));
                let n_decimals = n_decimals.get(&(row.year, column.as_str())).copied().unwrap_or(0);
                let new = figure.map_or_else(String::new, |f| f.number.with_decimals(n_decimals));
                if *cell == new || figure.is_some_and(|f| cell.parse() == Ok(f.number.value())) {
                    continue;
                }
                if new.is_empty() {
                    emptied.insert(row_idx);
                }
                changes.cells.push(Change {
                    year: row.year,
                    name: row.name.clone(),
                    column: column.clone(),
                    old: std::mem::replace(cell, new.clone()),
                    new,
                });
            }
        }
        let mut idx = 0;
        self.rows.retain(|row| {
            let goes = emptied.contains(&idx) && row.cells.iter().all(String::is_empty);
            idx += 1;
            !goes
        });
        changes
    }

    /// Adds the columns that the table has and the spreadsheet lacks: those of the sheet in its order, then
    /// the others.
    fn add_columns(&mut self, read: &Figures, table: &Table) -> Vec<String> {
        let of_sheet = read.cells.iter().map(|figure| &figure.column);
        let mut new: Vec<String> = Vec::new();
        for name in of_sheet.chain(table.columns.keys()) {
            let is_stored = table.columns.get(name).is_some_and(|column| column.from.is_none());
            if is_stored && !self.columns.contains(name) && !new.contains(name) {
                new.push(name.clone());
            }
        }
        self.columns.extend(new.iter().cloned());
        for row in &mut self.rows {
            row.cells.resize(self.columns.len(), String::new());
        }
        new
    }

    fn row(&self, year: Year, province: &str) -> Option<&TableRow> {
        self.rows.iter().find(|row| row.year == year && row.province == province)
    }

    /// Adds an empty row where a person would: in its year, after the provinces that stand before it
    /// elsewhere; a new year after the years before it.
    fn add_row(&mut self, figure: &SheetFigure, order: &Order) {
        let SheetFigure { year, province, name, .. } = figure;
        // First by what rows stand together by, then within that.
        let key = |year: Year, province: &str| {
            let (year, place) = (year.0 as usize, order.place(year, province));
            if order.is_by_province { (place, year) } else { (year, place) }
        };
        let own = key(*year, province);
        let keys: Vec<(usize, usize)> =
            self.rows.iter().map(|row| key(row.year, &row.province)).collect();
        let first_beside = keys.iter().position(|(first, _)| *first == own.0);
        let is_before =
            |other: &(usize, usize)| *other < own && (first_beside.is_none() || other.0 == own.0);
        let last_before = keys.iter().rposition(is_before).map(|idx| idx + 1);
        let at = last_before.or(first_beside).unwrap_or(0);
        let cells = vec![String::new(); self.columns.len()];
        let row = TableRow { year: *year, province: province.clone(), name: name.clone(), cells };
        self.rows.insert(at, row);
    }
}

/// The order of the rows of a table.
struct Order {
    /// The place of each province.
    places: BTreeMap<String, usize>,
    /// The place of each row of the sheet in it, where years have orders of their own.
    of_sheet: BTreeMap<(Year, String), usize>,
    /// Whether the rows of one province stand together, and not those of one year.
    is_by_province: bool,
}

impl Order {
    /// The order of the provinces that all years of the table have; else that of the sheet, which is its
    /// publisher's: a table in the order of places has another one each year.
    fn of(sheet: &TableSheet, read: &Figures) -> Self {
        let mut of_years: BTreeMap<Year, Vec<&str>> = BTreeMap::new();
        for row in &sheet.rows {
            of_years.entry(row.year).or_default().push(&row.province);
        }
        let of_table = numbered(sheet.rows.iter().map(|row| row.province.as_str()));
        let agrees = |ids: &Vec<&str>| ids.iter().map(|id| of_table.get(*id)).is_sorted();
        let is_kept = of_years.len() > 1 && of_years.values().all(agrees);
        let of_sheet = read.cells.iter().map(|figure| figure.province.as_str());
        let rows = sheet.rows.iter().map(|row| row.province.as_str());
        let places =
            if is_kept { numbered(rows.chain(of_sheet)) } else { numbered(of_sheet.chain(rows)) };
        let n_changes = |differ: fn(&TableRow, &TableRow) -> bool| {
            let pairs = sheet.rows.iter().zip(sheet.rows.iter().skip(1));
            pairs.filter(|(a, b)| differ(a, b)).count()
        };
        let of_province = n_changes(|a, b| a.province != b.province);
        let is_by_province = (1..n_changes(|a, b| a.year != b.year)).contains(&of_province);
        let rows = read.cells.iter().enumerate();
        let of_sheet = rows.map(|(idx, cell)| ((cell.year, cell.province.clone()), idx));
        let of_sheet = if is_kept || is_by_province { BTreeMap::new() } else { of_sheet.collect() };
        Self { places, of_sheet, is_by_province }
    }

    fn place(&self, year: Year, province: &str) -> usize {
        let found = if self.of_sheet.is_empty() {
            self.places.get(province)
        } else {
            self.of_sheet.get(&(year, province.to_owned()))
        };
        found.copied().unwrap_or(usize::MAX)
    }
}

/// The place of each id in a list, at which it first stands.
fn numbered<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<String, usize> {
    let mut places = BTreeMap::new();
    for id in ids {
        let next = places.len();
        places.entry(id.to_owned()).or_insert(next);
    }
    places
}
