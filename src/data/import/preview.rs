//! Says what an import reads, leaves out and changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Formatter};

use super::figures::Figures;
use super::grid::quoted;
use super::heads::Holds;
use super::layout::Layout;
use super::merge::{Change, Changes};
use super::places::ComparedPlaces;
use crate::data::dataset::Dataset;
use crate::data::date::{Date, Span, Year};
use crate::data::model::{Province, ProvinceKind};
use crate::data::table::Table;

/// Everything that the preview tells.
pub(super) struct Preview<'a> {
    pub(super) file: &'a str,
    pub(super) layout: &'a Layout,
    pub(super) table: &'a Table,
    pub(super) dataset: &'a Dataset,
    pub(super) read: &'a Figures,
    pub(super) changes: &'a Changes,
    pub(super) places: &'a BTreeMap<(String, Year), ComparedPlaces>,
    /// Whether the table has a spreadsheet already.
    pub(super) is_new: bool,
}

impl Display for Preview<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} from {}", self.table.path(), self.file)?;
        match &self.layout.grid.name {
            Some(sheet) => writeln!(f, ", sheet {}", quoted(sheet))?,
            None => writeln!(f)?,
        }
        self.columns(f)?;
        self.left_out(f)?;
        self.units(f)?;
        self.places(f)?;
        self.changed(f)
    }
}

impl Preview<'_> {
    fn columns(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Layout { grid, names_col, heads, .. } = self.layout;
        writeln!(f, "read:")?;
        writeln!(f, "  {}: provinces", grid.col_place(*names_col))?;
        for head in heads {
            let place = grid.col_place(head.col);
            match &head.holds {
                Holds::Years => writeln!(f, "  {place}: years")?,
                Holds::Column(column, year) => {
                    write!(f, "  {place}: {}", quoted(&head.words))?;
                    if head.words != *column {
                        write!(f, " as \"{column}\"")?;
                    }
                    if let Some(year) = year {
                        write!(f, " of {year}")?;
                    }
                    let from = self.table.columns.get(column).and_then(|c| c.from.as_ref());
                    if let Some(from) = from {
                        write!(f, ", which is computed from \"{from}\": only compared")?;
                    }
                    writeln!(f)?;
                }
                Holds::Nothing => {}
            }
        }
        let mut unread = heads.iter().filter(|head| head.holds == Holds::Nothing).peekable();
        if unread.peek().is_some() {
            writeln!(f, "not read, for no column of the table has this head:")?;
        }
        for head in unread {
            writeln!(f, "  {}: {}", grid.col_place(head.col), quoted(&head.words))?;
        }
        Ok(())
    }

    fn left_out(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if !self.read.left_out.is_empty() {
            writeln!(f, "left out:")?;
        }
        for (place, words, what) in &self.read.left_out {
            writeln!(f, "  {place}: {} ({what})", quoted(words))?;
        }
        if !self.read.without_figure.is_empty() {
            writeln!(f, "left empty:")?;
        }
        for (place, words) in &self.read.without_figure {
            writeln!(f, "  {place}: {}", quoted(words))?;
        }
        Ok(())
    }

    /// For each year how many units have a figure, and which have none.
    fn units(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let years: BTreeSet<Year> = self.read.scope.iter().map(|(year, _)| *year).collect();
        for year in years {
            let of_year = self.read.cells.iter().filter(|figure| figure.year == year);
            let with_figure: BTreeSet<&str> =
                of_year.map(|figure| figure.province.as_str()).collect();
            let units = self.units_of(year);
            let lacking: Vec<&str> = units
                .iter()
                .filter(|unit| !with_figure.contains(unit.id.as_str()))
                .map(|unit| unit.short.vi.as_str())
                .collect();
            let n = units.len() - lacking.len();
            write!(f, "{year}: {n} of {} units have a figure", units.len())?;
            match lacking.as_slice() {
                [] => writeln!(f)?,
                lacking => writeln!(f, "; none: {}", lacking.join(", "))?,
            }
        }
        Ok(())
    }

    /// The provinces of the day whose borders the figures of a year describe.
    fn units_of(&self, year: Year) -> Vec<&Province> {
        let of_year = self.table.years.get(&year);
        let day = of_year.and_then(|of_year| of_year.unit_as_of);
        let day = day.map_or_else(|| Span::Year(year.0).end(), Date::end);
        let lived = |province: &&Province| {
            province.kind == ProvinceKind::Province
                && province.until.is_none_or(|until| until.end() >= day)
        };
        self.dataset.provinces.iter().filter(lived).collect()
    }

    fn places(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for ((column, year), compared) in self.places {
            let ComparedPlaces { n, differing } = compared;
            write!(f, "\"{column}\" of {year}: {n} places compared with the computed ones, ")?;
            match differing.as_slice() {
                [] => writeln!(f, "none differs")?,
                [_] => writeln!(f, "1 differs:")?,
                _ => writeln!(f, "{} differ:", differing.len())?,
            }
            for (figure, computed) in differing {
                let province = self.dataset.provinces.iter().find(|p| p.id == figure.province);
                let name = province.map_or(figure.province.as_str(), |p| &p.short.vi);
                writeln!(
                    f,
                    "  {}: {name}, printed {}, computed {computed}",
                    figure.place, figure.number
                )?;
            }
        }
        Ok(())
    }

    fn changed(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Changes { cells, new_columns } = self.changes;
        if cells.is_empty() && new_columns.is_empty() {
            return writeln!(f, "nothing changes");
        }
        if self.is_new {
            writeln!(f, "the file is new")?;
        } else if !new_columns.is_empty() {
            let names: Vec<String> = new_columns.iter().map(|name| format!("\"{name}\"")).collect();
            writeln!(f, "new columns: {}", names.join(", "))?;
        }
        let (added, others): (Vec<&Change>, Vec<&Change>) =
            cells.iter().partition(|change| change.old.is_empty());
        let (gone, changed): (Vec<&Change>, Vec<&Change>) =
            others.into_iter().partition(|change| change.new.is_empty());
        let (n_added, n_changed, n_gone) = (added.len(), changed.len(), gone.len());
        writeln!(f, "cells: {n_added} added, {n_changed} changed, {n_gone} gone")?;
        added_by_column(f, &added)?;
        for Change { year, name, column, old, new } in changed {
            writeln!(f, "  changed: {year}, {name}, \"{column}\": {old} → {new}")?;
        }
        for Change { year, name, column, old, .. } in gone {
            writeln!(f, "  gone: {year}, {name}, \"{column}\": {old}")?;
        }
        Ok(())
    }
}

/// How many cells are added to each column of each year, and between which values they lie: enough to see a
/// wrong unit.
fn added_by_column(f: &mut Formatter<'_>, added: &[&Change]) -> fmt::Result {
    let mut groups: BTreeMap<(Year, &str), Vec<&str>> = BTreeMap::new();
    for change in added {
        groups.entry((change.year, &change.column)).or_default().push(&change.new);
    }
    for ((year, column), mut values) in groups {
        let number = |text: &&str| text.parse::<f64>().unwrap_or(f64::NAN);
        values.sort_by(|a, b| number(a).total_cmp(&number(b)));
        write!(f, "  added: {year}, \"{column}\": {}", values.len())?;
        match values.as_slice() {
            [] => writeln!(f)?,
            [only] => writeln!(f, ", {only}")?,
            [low, .., high] => writeln!(f, ", from {low} to {high}")?,
        }
    }
    Ok(())
}
