//! Counts the values of each year of each table.

use std::collections::{HashMap, HashSet};

use super::{Coverage, whole_year};
use crate::data::dataset::Dataset;
use crate::data::date::{Day, Year};
use crate::data::model::Province;
use crate::data::read::LoadedTable;

/// So many missing provinces are named; of more, only the number is told.
const MOST_NAMED: usize = 12;

/// For each indicator and year, the provinces with a value and the day whose borders it describes.
type Values<'a> = HashMap<(&'a str, Year), Vec<(&'a str, Day)>>;

impl Dataset {
    /// Counts in [`Dataset::coverage`] the values of each column and year of the given tables, in the order
    /// of the tables, the columns and the years. A year of a column that two tables have for the same
    /// borders is counted once, and is complete if one of them is. One without any value is left out, and
    /// so is one that lacks a province whose file could not be read.
    pub(in crate::data) fn count_coverage(&mut self, tables: &[LoadedTable]) {
        let values = self.values_by_year();
        let mut found: Vec<Coverage> = Vec::new();
        for table in tables.iter().map(|loaded| &loaded.table) {
            for column in table.columns.values() {
                for (year, of_year) in table.years.iter().filter(|(year, _)| column.is_of(**year)) {
                    let counted = Coverage {
                        indicator: column.indicator.clone(),
                        year: *year,
                        unit_as_of: of_year.unit_as_of,
                        n: 0,
                        of: 0,
                        missing: Vec::new(),
                        complete: table.complete,
                    };
                    let is_same = |known: &&mut Coverage| {
                        known.indicator == counted.indicator
                            && known.year == counted.year
                            && !self.has_merger_between(known.unit_day(), counted.unit_day())
                    };
                    match found.iter_mut().find(is_same) {
                        Some(known) => known.complete |= counted.complete,
                        None => found.extend(self.counted(counted, &values)),
                    }
                }
            }
        }
        self.coverage = found;
    }

    fn values_by_year(&self) -> Values<'_> {
        let mut values = Values::new();
        for figure in self.observations.iter().filter(|o| o.value().is_some()) {
            if let (Some(year), Some(day)) = (whole_year(figure), figure.unit_day()) {
                let of_year = values.entry((figure.indicator.as_str(), year)).or_default();
                of_year.push((figure.province.as_str(), day));
            }
        }
        values
    }

    /// The coverage with its numbers and the missing provinces. `None` if nothing is to be said of it.
    fn counted(&self, coverage: Coverage, values: &Values<'_>) -> Option<Coverage> {
        let day = coverage.unit_day();
        let of_year = values.get(&(coverage.indicator.as_str(), coverage.year))?;
        let measured: HashSet<&str> = of_year
            .iter()
            .filter(|(_, unit_day)| !self.has_merger_between(*unit_day, day))
            .map(|(province, _)| *province)
            .collect();
        let units: Vec<&Province> = self.units().filter(|unit| unit.exists_on(day)).collect();
        let missing: Vec<&str> =
            units.iter().map(|unit| unit.id.as_str()).filter(|id| !measured.contains(id)).collect();
        let n = units.len() - missing.len();
        if n == 0 || missing.iter().any(|id| self.is_lost(id)) {
            return None;
        }
        let named = missing.iter().filter(|_| missing.len() <= MOST_NAMED);
        Some(Coverage {
            n: u32::try_from(n).ok()?,
            of: u32::try_from(units.len()).ok()?,
            missing: named.map(|id| (*id).to_owned()).collect(),
            ..coverage
        })
    }
}
