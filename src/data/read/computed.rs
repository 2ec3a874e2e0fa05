//! Computes the columns of a table that its publisher did not print.

use std::collections::HashMap;
use std::sync::Arc;

use super::same_figure::Entered;
use super::table_cells::figure;
use super::tables::{CellPlace, LoadedTable};
use crate::data::dataset::Dataset;
use crate::data::date::Year;
use crate::data::model::Better;
use crate::data::observation::{Basis, Observation};
use crate::data::table::{Column, TableYear};

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
) {
    if !found.table.complete {
        return;
    }
    let by_cell: HashMap<(usize, &str), &Observation> = found
        .cells
        .iter()
        .zip(figures)
        .map(|(cell, figure)| ((cell.line, &*cell.column), figure))
        .collect();
    let mut new_cells = Vec::new();
    let mut places = Vec::new();
    for (head, column) in &found.table.columns {
        let (Some(from), Some(_)) = (&column.from, column.by) else { continue };
        let better = found
            .table
            .columns
            .get(from)
            .and_then(|from| dataset.indicator(&from.indicator))
            .and_then(|indicator| indicator.better);
        let (Some(better), true) = (better, dataset.indicator(&column.indicator).is_some()) else {
            continue;
        };
        for (year, of_year) in found.table.years.iter().filter(|(year, _)| column.is_of(**year)) {
            let mut values: Vec<(usize, &Observation)> = by_cell
                .iter()
                .filter(|((_, column), figure)| {
                    *column == from && figure.date().is_some_and(|date| date.year() == year.0)
                })
                .map(|((line, _), figure)| (*line, *figure))
                .collect();
            values.sort_unstable_by_key(|(line, _)| *line);
            for (line, parent) in &values {
                let place = Place::of(parent, &values, better);
                let derived = place.figure(found, (head, column), (*year, of_year), parent);
                let published = entered.values_like(&derived, dataset).next();
                if published.is_some_and(|rank| place.may_be(rank)) {
                    continue;
                }
                new_cells.push(CellPlace { line: *line, column: Arc::from(head.as_str()) });
                places.push(derived);
            }
        }
    }
    for (place, cell) in places.iter_mut().zip(new_cells) {
        place.index = found.cells.len();
        found.cells.push(cell);
    }
    found.n_figures += places.len();
    dataset.observations.extend(places);
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
