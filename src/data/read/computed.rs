//! Computes the columns of a table that its publisher did not print.

use std::sync::Arc;

use super::entry::Sink;
use super::same_figure::Entered;
use super::table_cells::figure;
use super::tables::{CellPlace, LoadedTable};
use crate::data::check::table_fault::TableFault;
use crate::data::dataset::Dataset;
use crate::data::date::Year;
use crate::data::finding::Problem;
use crate::data::model::{Better, Unit};
use crate::data::observation::{Basis, Observation};
use crate::data::table::{Column, Table, TableYear};

/// Adds the places of a complete table: for each column that is computed by rank, the competition rank of
/// each value of its year. `figures` are those of the table's cells.
///
/// A place that somebody published goes before a computed one. Where the publisher knew more decimals than
/// it printed, its places differ from the computed ones between equal values; anywhere else the computed
/// place is added, so that the contradiction is seen.
pub(super) fn places_of(
    found: &mut LoadedTable,
    figures: &[Observation],
    entered: &mut Entered,
    dataset: &mut Dataset,
    sink: &mut Sink<'_>,
) {
    if !found.table.complete {
        return;
    }
    let cells: Vec<(CellPlace, &Observation)> = found.cells.iter().cloned().zip(figures).collect();
    let mut places: Vec<Observation> = Vec::new();
    let table = found.table.clone();
    for (head, column) in table.columns.iter().filter(|(_, column)| column.by.is_some()) {
        let path = format!("$.tables[{}].columns.{head}", found.index);
        let Some((from, better)) = direction(&table, column, dataset, &path, sink) else {
            continue;
        };
        for (year, of_year) in table.years.iter().filter(|(year, _)| column.is_of(**year)) {
            let values: Vec<(usize, &Observation)> = cells
                .iter()
                .filter(|(cell, figure)| {
                    *cell.column == *from && figure.date().is_some_and(|d| d.year() == year.0)
                })
                .map(|(cell, figure)| (cell.line, *figure))
                .collect();
            let fault = match of_year.base {
                None => TableFault::YearWithoutBase { column: head.clone() },
                Some(base) if usize::try_from(base) != Ok(values.len()) => TableFault::ValueCount {
                    found: values.len(),
                    base,
                    from: from.to_owned(),
                    year: year.to_string(),
                },
                Some(_) => {
                    for (line, parent) in &values {
                        let place = Place::of(parent, &values, better);
                        let derived = place.figure(found, (head, column), (*year, of_year), parent);
                        let published = entered.values_like(&derived, dataset).next();
                        if published.is_none_or(|rank| !place.may_be(rank)) {
                            let cell = CellPlace { line: *line, column: Arc::from(head.as_str()) };
                            places.push(Observation { index: found.cells.len(), ..derived });
                            found.cells.push(cell);
                        }
                    }
                    continue;
                }
            };
            let place = format!("$.tables[{}].years.{year}", found.index);
            sink.report(place, Problem::Table(fault));
        }
    }
    found.n_figures += places.len();
    entered.add(places, dataset);
}

/// The column from which places are computed, and which of its values are better. `None` where there can be
/// no places, which is reported.
fn direction<'a>(
    table: &Table,
    column: &'a Column,
    dataset: &Dataset,
    path: &str,
    sink: &mut Sink<'_>,
) -> Option<(&'a str, Better)> {
    // What is unknown is reported by the rules.
    let from = column.from.as_deref()?;
    let by = dataset.indicator(&table.columns.get(from)?.indicator)?;
    let indicator = dataset.indicator(&column.indicator)?;
    if indicator.unit != Unit::Rank {
        let (indicator, unit) = (indicator.id.clone(), indicator.unit.id().to_owned());
        let fault = TableFault::NoRankIndicator { indicator, unit };
        sink.report(format!("{path}.indicator"), Problem::Table(fault));
        return None;
    }
    if by.better.is_none() {
        let fault = TableFault::NoDirection { indicator: by.id.clone() };
        sink.report(format!("{path}.by"), Problem::Table(fault));
    }
    Some((from, by.better?))
}

/// A place among values.
struct Place {
    rank: usize,
    /// How many have the same value, itself among them.
    n_equal: usize,
}

impl Place {
    fn of(figure: &Observation, all: &[(usize, &Observation)], better: Better) -> Self {
        let value = figure.value();
        let is_before = |other: &&(usize, &Observation)| match better {
            Better::Higher => other.1.value() > value,
            Better::Lower => other.1.value() < value,
        };
        Self {
            rank: 1 + all.iter().filter(is_before).count(),
            n_equal: all.iter().filter(|(_, other)| other.value() == value).count(),
        }
    }

    /// Whether a published place can be this one.
    fn may_be(&self, rank: f64) -> bool {
        let from = self.rank as f64;
        (from..from + self.n_equal as f64).contains(&rank)
    }

    fn figure(
        &self,
        found: &LoadedTable,
        (head, column): (&str, &Column),
        (year, of_year): (Year, &TableYear),
        parent: &Observation,
    ) -> Observation {
        let province = &parent.province;
        let value = self.rank as f64;
        Observation {
            base: of_year.base,
            basis: Basis::Derived,
            derived_from: vec![parent.id.clone()],
            locator: parent.locator.clone(),
            file: Arc::clone(&found.path),
            ..figure(&found.table, year, province, province, head, column, of_year, value)
        }
    }
}
