//! Writes figures of official tables as columns. A browser only reads them.

use super::{NAME, Observation, Province, TableColumn, TableRows};
use crate::data::dataset::Dataset;

/// Fewer figures than this are not worth a column.
const FEWEST: usize = 3;

/// The province of a row, and its name in the locators as in [`TableRows`].
type Row = (String, Option<String>);

/// A figure of a table, taken apart.
struct Cell {
    /// What it shares with the others of its column.
    figure: Observation,
    row: Row,
    value: f64,
}

/// A column with its cells, in the order of the figures.
struct Column {
    figure: Observation,
    cells: Vec<(Row, f64)>,
}

impl Dataset {
    /// Puts the figures of tables that can be written as columns behind all others, column by
    /// column, in the order in which each column begins.
    #[must_use]
    pub fn with_table_columns_last(mut self) -> Self {
        let mut others = Vec::new();
        let mut columns: Vec<(Observation, Vec<Observation>)> = Vec::new();
        for observation in std::mem::take(&mut self.observations) {
            let Some(Cell { figure, .. }) = cell(&observation, &self.provinces) else {
                others.push(observation);
                continue;
            };
            // The column of the figure before is the most likely one.
            match columns.iter_mut().rev().find(|(shared, _)| *shared == figure) {
                Some((_, figures)) => figures.push(observation),
                None => columns.push((figure, vec![observation])),
            }
        }
        let (long, short): (Vec<_>, Vec<_>) =
            columns.into_iter().partition(|(_, figures)| figures.len() >= FEWEST);
        let of_columns = short.into_iter().chain(long).flat_map(|(_, figures)| figures);
        self.observations = others.into_iter().chain(of_columns).collect();
        self
    }

    /// The dataset as a bundle has it: columns of tables at the end of the figures are moved to
    /// [`Dataset::rows`].
    pub(in crate::data) fn with_rows(&self) -> Self {
        let mut packed = self.clone();
        let mut columns = Vec::new();
        while let Some(column) = pop_column(&mut packed.observations, &packed.provinces) {
            columns.push(column);
        }
        let mut block: (Vec<Row>, Vec<Column>) = Default::default();
        for column in columns.into_iter().rev() {
            let (rows, in_block) = &mut block;
            // A short column in a long block would be a list of nulls.
            let joined = Some(&column.cells)
                .filter(|cells| cells.len() * 2 >= rows.len())
                .and_then(|cells| join(rows, cells));
            if let Some(joined) = joined {
                *rows = joined;
                in_block.push(column);
            } else {
                packed.rows.push(table_rows(std::mem::take(&mut block)));
                block = (column.cells.iter().map(|(row, _)| row.clone()).collect(), vec![column]);
            }
        }
        if !block.1.is_empty() {
            packed.rows.push(table_rows(block));
        }
        packed
    }
}

/// Takes a figure of a table apart; `None` for another figure, and for one that could not be put
/// together again.
fn cell(observation: &Observation, provinces: &[Province]) -> Option<Cell> {
    let Observation { province, locator, derived_from, .. } = observation;
    let rest = observation.id.strip_prefix(province).filter(|rest| rest.starts_with('/'))?;
    let is_unclear = locator.contains(NAME) || derived_from.iter().any(|id| id.starts_with('/'));
    if !observation.is_of_table() || is_unclear {
        return None;
    }
    let known = provinces.iter().find(|known| known.id == *province);
    let name = known.and_then(|known| name_in(locator, known));
    let usual = known.map_or("", |known| known.short.vi.as_str());
    let mut figure = Observation {
        id: rest.to_owned(),
        province: String::new(),
        value: None,
        file: "".into(),
        index: 0,
        ..observation.clone()
    };
    if let Some(name) = name {
        figure.locator = locator.replace(name, NAME);
    }
    for id in &mut figure.derived_from {
        if let Some(rest) = id.strip_prefix(province).filter(|rest| rest.starts_with('/')) {
            *id = rest.to_owned();
        }
    }
    let name = name.filter(|name| *name != usual).map(str::to_owned);
    Some(Cell { figure, row: (province.clone(), name), value: observation.value? })
}

/// The longest name of a province that stands in a locator.
fn name_in<'a>(locator: &str, province: &'a Province) -> Option<&'a str> {
    [&province.short.vi, &province.name.vi, &province.short.en, &province.name.en]
        .into_iter()
        .chain(&province.aliases)
        .filter(|name| !name.is_empty() && locator.contains(name.as_str()))
        .max_by_key(|name| name.len())
        .map(String::as_str)
}

/// Takes the last figures away, if they are a column: enough figures that differ only in province
/// and value, of which no two are of one row.
fn pop_column(figures: &mut Vec<Observation>, provinces: &[Province]) -> Option<Column> {
    let Cell { figure, .. } = cell(figures.last()?, provinces)?;
    let same = figures.iter().rev().map_while(|other| {
        let cell = cell(other, provinces).filter(|cell| cell.figure == figure)?;
        Some((cell.row, cell.value))
    });
    let mut cells: Vec<(Row, f64)> = same.collect();
    cells.reverse();
    if cells.len() < FEWEST || join(&[], &cells).is_none() {
        return None;
    }
    figures.truncate(figures.len() - cells.len());
    Some(Column { figure, cells })
}

/// Rows and those of a column together; `None` if they have them in different orders.
fn join(rows: &[Row], cells: &[(Row, f64)]) -> Option<Vec<Row>> {
    let mut joined = rows.to_vec();
    let mut next = 0;
    for (row, _) in cells {
        let place = joined.iter().position(|other| other == row);
        match place {
            Some(place) if place < next => return None,
            Some(place) => next = place,
            None => joined.insert(next, row.clone()),
        }
        next += 1;
    }
    Some(joined)
}

/// The block of some columns, over these rows.
fn table_rows((rows, columns): (Vec<Row>, Vec<Column>)) -> TableRows {
    let value_of = |cells: &[(Row, f64)], row: &Row| {
        cells.iter().find(|cell| cell.0 == *row).map(|cell| cell.1)
    };
    let columns = columns.into_iter().map(|Column { figure, cells }| TableColumn {
        values: rows.iter().map(|row| value_of(&cells, row)).collect(),
        figure,
    });
    let columns = columns.collect();
    let (provinces, names) = rows.into_iter().unzip();
    TableRows { provinces, names, columns }
}
