//! Reads the figures of a sheet whose layout is known.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::ImportOptions;
use super::cells::{CellReader, Found};
use super::fault::ImportFault;
use super::grid::{Cell, quoted};
use super::heads::Holds;
use super::labels::{Label, printed_name};
use super::layout::{Layout, label_of_row};
use crate::data::dataset::Dataset;
use crate::data::date::Year;
use crate::data::model::Province;
use crate::data::names::ProvinceNames;
use crate::data::table::Table;

use super::decimal::Decimal;

/// A figure of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SheetFigure {
    pub(super) year: Year,
    /// The id of the province.
    pub(super) province: String,
    /// The name of the province as it is printed.
    pub(super) name: String,
    /// The column of the table.
    pub(super) column: String,
    pub(super) number: Decimal,
    /// The place in the sheet.
    pub(super) place: String,
}

/// What was read of a sheet.
#[derive(Debug, Default)]
pub(super) struct Figures {
    pub(super) cells: Vec<SheetFigure>,
    /// Rows that are not of a province: place, words, what they are.
    pub(super) left_out: Vec<(String, String, &'static str)>,
    /// Cells without a figure: place and what stands there.
    pub(super) without_figure: Vec<(String, String)>,
    /// The columns of the table that the sheet has for each of its years.
    pub(super) scope: BTreeSet<(Year, String)>,
    pub(super) faults: Vec<ImportFault>,
}

/// Reads the rows of a sheet.
pub(super) fn read_figures(
    layout: &Layout,
    names: &ProvinceNames<'_>,
    table: &Table,
    dataset: &Dataset,
    options: &ImportOptions,
) -> Figures {
    let mut reader = RowReader {
        layout,
        names,
        table,
        year: options.year,
        cells: CellReader::new(layout, table, dataset, options),
        first_rows: HashMap::new(),
        above: Above::default(),
        read: Figures::default(),
    };
    for row in &layout.body {
        reader.read_row(*row);
    }
    let RowReader { mut read, cells, .. } = reader;
    read.faults.extend(cells.into_faults());
    read
}

/// What a row with an empty cell goes on from: merged cells that a file of separated values has lost.
#[derive(Default)]
struct Above<'a> {
    year: Option<Year>,
    province: Option<&'a Province>,
    /// The name of that province as it is printed.
    name: String,
}

struct RowReader<'a, 'n> {
    layout: &'a Layout,
    names: &'a ProvinceNames<'n>,
    table: &'a Table,
    year: Option<Year>,
    cells: CellReader<'a>,
    /// The first row of each province, year and column.
    first_rows: HashMap<(Year, String, usize), usize>,
    above: Above<'n>,
    read: Figures,
}

impl RowReader<'_, '_> {
    fn read_row(&mut self, row: usize) {
        let Layout { grid, names_col, .. } = self.layout;
        let (words, label) = label_of_row(grid, row, *names_col, self.names);
        let place = grid.row_place(row);
        let is_of_row_above = grid.label(row, *names_col).is_none()
            && self.layout.years_col().is_some_and(|col| grid.cell(row, col).is_some());
        let province = match label {
            Label::Province(province) => Some(province),
            Label::Other if is_of_row_above => self.above.province,
            _ => None,
        };
        if let Some(province) = province {
            if !is_of_row_above {
                self.above.name = printed_name(&words, self.names);
            }
            self.above.province = Some(province);
            return self.read_province(row, province);
        }
        let what = match label {
            Label::Country => "the whole country",
            Label::Total => "a total",
            Label::Mean => "of several provinces",
            Label::Region => "a region",
            Label::Other | Label::Province(_) if self.has_figures(row) => {
                return self.report_unknown_name(row, &words);
            }
            Label::Other | Label::Province(_) => "a note",
        };
        self.read.left_out.push((place, words, what));
    }

    /// Whether a cell of the row that would be read has something in it.
    fn has_figures(&self, row: usize) -> bool {
        let mut heads = self.layout.heads.iter();
        heads.any(|head| {
            let cell = self.layout.grid.cell(row, head.col);
            matches!(head.holds, Holds::Column(..))
                && matches!(cell, Some(Cell::Number(_) | Cell::Text(_)))
        })
    }

    fn report_unknown_name(&mut self, row: usize, words: &str) {
        let place = self.layout.place(row, self.layout.names_col);
        let found = match words {
            "" => "figures without a name before them".to_owned(),
            words => format!("the name {}", quoted(words)),
        };
        let meant = self.names.nearest(words);
        let meant =
            meant.map_or_else(String::new, |name| format!("did you mean \"{name}\"? else "));
        let remedy = format!(
            "{meant}correct it in the sheet, add it to \"aliases\" in provinces.json, or take the \
             row out"
        );
        self.read.faults.push(ImportFault::new(
            place,
            found,
            "one that provinces.json has",
            remedy,
        ));
    }

    fn read_province(&mut self, row: usize, province: &Province) {
        let of_row = match self.year_of_row(row) {
            Ok(year) => year,
            Err(fault) => return self.read.faults.push(fault),
        };
        for (idx, head) in self.layout.heads.iter().enumerate() {
            let Holds::Column(column, of_head) = &head.holds else { continue };
            let Some(year) = of_head.or(of_row) else { continue };
            let key = (year, province.id.clone(), head.col);
            let first = *self.first_rows.entry(key).or_insert(row);
            if first != row {
                let place = self.layout.place(row, self.layout.names_col);
                let other = self.layout.grid.place(first, self.layout.names_col);
                let found =
                    format!("a second row of \"{}\" for {year}, as in {other}", province.short.vi);
                self.read.faults.push(ImportFault::new(
                    place,
                    found,
                    "one row for each province and year",
                    "take one of the two out of the sheet",
                ));
                return;
            }
            self.read.scope.insert((year, column.clone()));
            match self.cells.read(row, idx) {
                Found::Number(number) => self.read.cells.push(SheetFigure {
                    year,
                    province: province.id.clone(),
                    name: self.above.name.clone(),
                    column: column.clone(),
                    number,
                    place: self.layout.grid.place(row, head.col),
                }),
                Found::NoFigure(words) => {
                    self.read.without_figure.push((self.layout.grid.place(row, head.col), words));
                }
                Found::Empty | Found::Fault => {}
            }
        }
    }

    /// The year of a row; `None` where heads name the years.
    fn year_of_row(&mut self, row: usize) -> Result<Option<Year>, ImportFault> {
        let Some(col) = self.layout.years_col() else {
            let mut columns = self.layout.heads.iter();
            let is_lacking = columns.any(|head| matches!(head.holds, Holds::Column(_, None)));
            if is_lacking && self.year.is_none() {
                return Err(self.no_year(row));
            }
            return Ok(self.year);
        };
        let grid = &self.layout.grid;
        let words = grid.label(row, col).map(Cell::words);
        let year = match &words {
            Some(words) => Year::try_from(words.clone()).ok(),
            None => self.above.year,
        };
        let known: Vec<String> = self.table.years.keys().map(Year::to_string).collect();
        let known = known.join(", ");
        match (year.filter(|year| self.table.years.contains_key(year)), self.year) {
            (Some(year), Some(told)) if year != told => Err(ImportFault::new(
                self.layout.place(row, col),
                format!("the year {year}"),
                format!("{told}, as --year says"),
                "leave --year out where the sheet has its years, or take the row out",
            )),
            (Some(year), _) => {
                self.above.year = Some(year);
                Ok(Some(year))
            }
            (None, _) => Err(ImportFault::new(
                self.layout.place(row, col),
                words.map_or_else(|| "no year".to_owned(), |words| quoted(&words)),
                format!("a year of the table in tables.json: {known}"),
                "correct it, or add the year with its source to tables.json",
            )),
        }
    }

    fn no_year(&self, row: usize) -> ImportFault {
        let known: Vec<String> = self.table.years.keys().map(Year::to_string).collect();
        ImportFault::new(
            self.layout.place(row, self.layout.names_col),
            "a row without a year",
            "a column \"year\" or \"năm\", a year in each head, or --year",
            format!("give --year with one of {}", known.join(", ")),
        )
    }
}

/// Faults of one kind in one column as one: the first, and how many more there are.
#[derive(Debug, Default)]
pub(super) struct Grouped {
    groups: BTreeMap<(usize, &'static str), (ImportFault, usize)>,
}

impl Grouped {
    pub(super) fn add(&mut self, col: usize, kind: &'static str, fault: ImportFault) {
        self.groups.entry((col, kind)).or_insert((fault, 0)).1 += 1;
    }

    pub(super) fn into_faults(self) -> impl Iterator<Item = ImportFault> {
        self.groups.into_values().map(|(mut fault, n)| {
            if n > 1 {
                fault.place = format!("{} (and {} more in its column)", fault.place, n - 1);
            }
            fault
        })
    }
}
