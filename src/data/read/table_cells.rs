//! Reads the spreadsheet of a table.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::Loaded;
use super::sheet::{Row, rows};
use super::tables::{CellPlace, LoadedTable};
use crate::data::check::literal::number_meant;
use crate::data::check::table_fault::TableFault;
use crate::data::dataset::Dataset;
use crate::data::date::{Date, Span, Year};
use crate::data::finding::{Finding, Problem};
use crate::data::model::{Province, ProvinceKind, Unit};
use crate::data::names::ProvinceNames;
use crate::data::observation::{Basis, Kind, Observation};
use crate::data::suggest::nearest;
use crate::data::table::{Column, Table, TableYear};

/// The columns that every spreadsheet begins with.
const FIRST_COLUMNS: [&str; 2] = ["year", "province"];

/// The figures in the cells of a spreadsheet, in its order, and whether all of it could be read. Their places
/// are added to the table, and what is wrong to the findings. `tables_file` is the path of `tables.json`.
pub(super) fn read_cells(
    text: &str,
    found: &mut LoadedTable,
    tables_file: &str,
    loaded: &mut Loaded,
) -> (Vec<Observation>, bool) {
    let mut lines = rows(text);
    let Loaded { dataset, findings, unread, .. } = loaded;
    let mut sheet = Sheet {
        names: ProvinceNames::of(&dataset.provinces),
        known: Known::of(dataset),
        path: Arc::clone(&found.path),
        table: &found.table,
        cells: &mut found.cells,
        findings,
        is_whole: true,
    };
    let head = lines.next().unwrap_or(Row { line: 1, fields: Vec::new() });
    if let Some(line) = text.lines().position(|line| line.trim_end_matches('\r').contains('\r')) {
        sheet.report(line + 1, None, TableFault::OldLineEnds);
        unread.observations.has_more = true;
        return (Vec::new(), false);
    }
    let Some(columns) = sheet.read_head(&head) else {
        unread.observations.has_more = true;
        return (Vec::new(), false);
    };
    sheet.report_missing_columns(&columns, tables_file, found.index);
    let mut first_lines = HashMap::new();
    let mut figures = Vec::new();
    for row in lines {
        figures.extend(sheet.read_row(&row, &columns, &mut first_lines).unwrap_or_default());
    }
    let seen: HashSet<Year> = first_lines.keys().map(|(year, _)| *year).collect();
    sheet.report_missing_years(&seen, tables_file, found.index);
    let is_whole = sheet.is_whole;
    unread.observations.has_more |= !is_whole;
    found.n_figures = figures.len();
    (figures, is_whole)
}

/// The ids that a figure may name.
struct Known {
    units: HashMap<String, Unit>,
    sources: HashSet<String>,
}

impl Known {
    fn of(dataset: &Dataset) -> Self {
        Self {
            units: dataset.indicators.iter().map(|i| (i.id.clone(), i.unit.clone())).collect(),
            sources: dataset.sources.iter().map(|source| source.id.clone()).collect(),
        }
    }
}

/// A spreadsheet that is read.
struct Sheet<'a> {
    names: ProvinceNames<'a>,
    known: Known,
    path: Arc<str>,
    table: &'a Table,
    cells: &'a mut Vec<CellPlace>,
    findings: &'a mut Vec<Finding>,
    /// Whether everything could be read so far.
    is_whole: bool,
}

/// A column of the spreadsheet; `None` for one whose cells are passed over.
type Head<'a> = Option<(Arc<str>, &'a Column)>;

impl<'a> Sheet<'a> {
    fn report(&mut self, line: usize, column: Option<&str>, fault: TableFault) {
        let path = match column {
            Some(column) => CellPlace { line, column: Arc::from(column) }.to_string(),
            None => format!("line {line}"),
        };
        self.findings.push(Finding::new(&*self.path, path, Problem::Table(fault)));
        self.is_whole = false;
    }

    /// The columns after the first two. `None` if the line is no head.
    fn read_head(&mut self, head: &Row) -> Option<Vec<Head<'a>>> {
        let Some(rest) = head.fields.strip_prefix(FIRST_COLUMNS.map(str::to_owned).as_slice())
        else {
            self.report(head.line, None, TableFault::WrongHead { found: head.fields.join(",") });
            return None;
        };
        let mut columns: Vec<Head<'a>> = Vec::new();
        for (idx, name) in rest.iter().enumerate() {
            let column = self.table.columns.get(name);
            let fault = match column {
                _ if rest[..idx].contains(name) => {
                    Some(TableFault::RepeatedColumn { column: name.clone() })
                }
                None => {
                    let known = self.table.columns.keys().map(String::as_str);
                    let suggestion = nearest(name, known).map(str::to_owned);
                    Some(TableFault::UnknownColumn { column: name.clone(), suggestion })
                }
                Some(Column { from: Some(from), .. }) => {
                    let (column, from) = (name.clone(), from.clone());
                    Some(TableFault::ComputedColumn { column, from })
                }
                Some(_) => None,
            };
            let is_read = fault.is_none();
            if let Some(fault) = fault {
                self.report(head.line, None, fault);
            }
            columns
                .push(column.filter(|_| is_read).map(|column| (Arc::from(name.as_str()), column)));
        }
        Some(columns)
    }

    fn report_missing_columns(&mut self, columns: &[Head<'_>], tables_file: &str, index: usize) {
        for (name, column) in &self.table.columns {
            let stands = columns.iter().flatten().any(|(head, _)| **head == **name);
            if column.from.is_none() && !stands {
                let fault =
                    TableFault::MissingColumn { column: name.clone(), file: self.path.to_string() };
                let path = format!("$.tables[{index}].columns.{name}");
                self.findings.push(Finding::new(tables_file, path, Problem::Table(fault)));
                self.is_whole = false;
            }
        }
    }

    fn report_missing_years(&mut self, seen: &HashSet<Year>, tables_file: &str, index: usize) {
        for year in self.table.years.keys().filter(|year| !seen.contains(year)) {
            let (year, file) = (year.to_string(), self.path.to_string());
            let path = format!("$.tables[{index}].years.{year}");
            let fault = TableFault::YearWithoutRows { year, file };
            self.findings.push(Finding::new(tables_file, path, Problem::Table(fault)));
        }
    }

    /// The figures of a line. `None` if the line cannot be used; then the reason was reported.
    fn read_row(
        &mut self,
        row: &Row,
        columns: &[Head<'a>],
        first_lines: &mut HashMap<(Year, String), usize>,
    ) -> Option<Vec<Observation>> {
        let (line, expected) = (row.line, columns.len() + FIRST_COLUMNS.len());
        if row.fields.len() != expected {
            let fault = TableFault::FieldCount { found: row.fields.len(), expected };
            self.report(line, None, fault);
            return None;
        }
        let (head, values) = row.fields.split_at_checked(FIRST_COLUMNS.len())?;
        let [year, name] = head else { return None };
        let year = self.read_year(line, year);
        let province = self.read_province(line, name);
        let (year, province) = (year?, province?);
        let first_line = *first_lines.entry((year, province.id.clone())).or_insert(line);
        if first_line != line {
            self.report(line, None, TableFault::RepeatedRow { first_line });
            return None;
        }
        let of_year = self.table.years.get(&year)?;
        let mut figures = Vec::new();
        for (column, value) in columns.iter().zip(values) {
            let Some((head, column)) = column else { continue };
            if value.is_empty() {
                continue;
            }
            let Some(value) = self.read_value(line, head, year, column, value) else { continue };
            let Some(figure) = self.figure(year, province, name, head, column, of_year, value)
            else {
                continue;
            };
            self.cells.push(CellPlace { line, column: Arc::clone(head) });
            figures.push(figure);
        }
        Some(figures)
    }

    fn read_year(&mut self, line: usize, found: &str) -> Option<Year> {
        let year = Year::try_from(found.to_owned()).ok();
        let year = year.filter(|year| self.table.years.contains_key(year));
        if year.is_none() {
            let known = self.table.years.keys().map(Year::to_string).collect();
            let fault = TableFault::UnknownYear { found: found.to_owned(), known };
            self.report(line, Some("year"), fault);
        }
        year
    }

    fn read_province(&mut self, line: usize, name: &str) -> Option<&'a Province> {
        let province = self.names.find(name);
        if province.is_none() {
            let suggestion = self.names.nearest(name).map(str::to_owned);
            let fault = TableFault::UnknownProvince { name: name.to_owned(), suggestion };
            self.report(line, Some("province"), fault);
        }
        if province.is_some_and(|province| province.kind == ProvinceKind::Country) {
            self.report(line, Some("province"), TableFault::Country { name: name.to_owned() });
            return None;
        }
        province
    }

    fn read_value(
        &mut self,
        line: usize,
        head: &str,
        year: Year,
        column: &Column,
        found: &str,
    ) -> Option<f64> {
        let value = number(found);
        if value.is_none() {
            let fault =
                TableFault::NotANumber { found: found.to_owned(), meant: number_meant(found) };
            self.report(line, Some(head), fault);
        } else if !column.is_of(year) {
            let known = column.years.iter().map(Year::to_string).collect();
            let fault = TableFault::OutsideYears { year: year.to_string(), known };
            self.report(line, Some(head), fault);
            return None;
        }
        value
    }

    /// The figure of a cell. `None` if its indicator or its source cannot be used, which the rules report.
    #[expect(clippy::too_many_arguments, reason = "each is a part of the figure")]
    fn figure(
        &mut self,
        year: Year,
        province: &Province,
        name: &str,
        head: &str,
        column: &Column,
        of_year: &TableYear,
        value: f64,
    ) -> Option<Observation> {
        let unit = self.known.units.get(&column.indicator);
        let Some(unit) = unit.filter(|_| self.known.sources.contains(&of_year.source)) else {
            self.is_whole = false;
            return None;
        };
        let figure = Observation {
            base: of_year.base.filter(|_| *unit == Unit::Rank),
            basis: column.basis.or(of_year.basis).unwrap_or(Basis::Reported),
            file: Arc::clone(&self.path),
            index: self.cells.len(),
            ..figure(self.table, year, &province.id, name, head, column, of_year, value)
        };
        Some(figure)
    }
}

/// The figure of a cell or of a computed column, without what its unit and its place decide.
#[expect(clippy::too_many_arguments, reason = "each is a part of the figure")]
pub(super) fn figure(
    table: &Table,
    year: Year,
    province: &str,
    name: &str,
    head: &str,
    column: &Column,
    of_year: &TableYear,
    value: f64,
) -> Observation {
    let suffix = table.suffix.as_deref().map(|suffix| format!("-{suffix}")).unwrap_or_default();
    let kind = Kind::Result;
    Observation {
        id: format!("{province}/{}/{}/{year}{suffix}", column.indicator, kind.id()),
        province: province.to_owned(),
        indicator: column.indicator.clone(),
        kind,
        value: Some(value),
        missing: None,
        qualitative: false,
        value_to: None,
        comparator: of_year.comparator,
        base: None,
        period: Some(Date { from: Span::Year(year.0), to: None }),
        deadline: None,
        judged: None,
        made: None,
        document: None,
        said_by: None,
        basis: Basis::Reported,
        unit_as_of: of_year.unit_as_of,
        source: of_year.source.clone(),
        locator: table.locator.replace("{province}", name).replace("{column}", head),
        fragment: None,
        also: Vec::new(),
        checked_by: None,
        note: column.note.clone().or_else(|| of_year.note.clone()),
        caveat: None,
        draft: false,
        reply: None,
        inferred: Vec::new(),
        disputes: Vec::new(),
        derived_from: Vec::new(),
        supersedes: None,
        file: Arc::from(""),
        index: 0,
    }
}

/// A number as a spreadsheet must have it: digits, with a point before decimals.
fn number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !are_digits(whole) || !are_digits(decimals) {
        return None;
    }
    text.parse().ok().filter(|number: &f64| number.is_finite())
}
