//! Reads the official tables: each cell becomes a figure like all others.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use super::computed::places_of;
use super::entry::{Sink, read};
use super::same_figure::Entered;
use super::table_cells::read_cells;
use super::{AnyList, FileRead, Folder, Loaded, LostFile, read_file};
use crate::data::check::encoding::{decode_sheet, program_of};
use crate::data::check::table_fault::TableFault;
use crate::data::finding::{Finding, Problem};
use crate::data::suggest::nearest;
use crate::data::table::{Table, TablesFile, path_of_table};

/// A table of which the spreadsheet was read.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadedTable {
    /// What `tables.json` says of it.
    pub table: Table,
    /// The path of its spreadsheet.
    pub path: Arc<str>,
    /// How many figures it has, those that are computed from its cells among them.
    pub n_figures: usize,
    /// Its index in `tables.json`.
    pub(in crate::data) index: usize,
    /// Where its figures stand. A figure knows its index in this list.
    pub(in crate::data) cells: Vec<CellPlace>,
}

/// The place of a cell in a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::data) struct CellPlace {
    /// The line, from 1.
    pub(in crate::data) line: usize,
    /// The words at the head of the column.
    pub(in crate::data) column: Arc<str>,
}

impl fmt::Display for CellPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column \"{}\"", self.line, self.column)
    }
}

/// Reads the tables that the manifest names. Definitions and single figures were read before.
pub(super) fn read_tables(folder: &dyn Folder, path: &str, loaded: &mut Loaded) {
    let read: FileRead<TablesFile<AnyList>, Table> =
        read_file(folder, path, "tables", read, loaded);
    loaded.unread.observations.has_more |= read.unread.is_any();
    loaded.table_files = read.unread.ids.iter().map(|id| path_of_table(id)).collect();
    let mut entered = Entered::of(&loaded.dataset);
    let mut ids: HashMap<String, usize> = HashMap::new();
    for (index, table) in read.entries {
        let mut sink = Sink { file: path, findings: &mut loaded.findings };
        let entry = format!("$.tables[{index}]");
        if let Some(problem) = id_problem(&table.id, path, ids.get(&table.id)) {
            sink.report(format!("{entry}.id"), problem);
            loaded.unread.observations.has_more = true;
            continue;
        }
        ids.insert(table.id.clone(), index);
        check_formulas(&table, &entry, &mut sink);
        let file: Arc<str> = Arc::from(table.path());
        loaded.table_files.push(file.to_string());
        match read_text(folder, &table.id, &file) {
            Ok(text) => {
                let mut found =
                    LoadedTable { table, path: file, n_figures: 0, index, cells: Vec::new() };
                let (cells, is_whole) = read_cells(&text, &mut found, path, loaded);
                let figures = entered.add(cells, &mut loaded.dataset);
                // Without some of its values all places behind them would be wrong.
                if is_whole {
                    let mut sink = Sink { file: path, findings: &mut loaded.findings };
                    places_of(&mut found, &figures, &mut entered, &mut loaded.dataset, &mut sink);
                }
                loaded.tables.push(found);
            }
            Err(problem) => {
                loaded.findings.push(Finding::new(&*file, "$", problem));
                loaded.lost.push(LostFile { file: file.to_string(), province: None });
                loaded.unread.observations.has_more = true;
            }
        }
    }
}

/// What is wrong with the id of a table, which is part of the name of a file. `first` is the index of an
/// earlier table with it.
fn id_problem(id: &str, path: &str, first: Option<&usize>) -> Option<Problem> {
    let may_stand = |c: char| matches!(c, 'a'..='z' | '0'..='9' | '-');
    if let Some(character) = id.chars().find(|c| !may_stand(*c)) {
        let (id, may_have_slash) = (id.to_owned(), false);
        return Some(Problem::WrongIdCharacter { id, character, may_have_slash });
    }
    let first = format!("{path}: $.tables[{}]", first?);
    Some(Problem::DuplicateId { id: id.to_owned(), first })
}

/// Reports formulas that cannot be computed, and a locator that names no place.
fn check_formulas(table: &Table, entry: &str, sink: &mut Sink<'_>) {
    let without_marks = table.locator.replace("{province}", "").replace("{column}", "");
    let names_both = ["{province}", "{column}"].iter().all(|mark| table.locator.contains(mark));
    if !names_both || without_marks.contains(['{', '}']) {
        let fault = TableFault::Locator { found: table.locator.clone() };
        sink.report(format!("{entry}.locator"), Problem::Table(fault));
    }
    for (name, column) in &table.columns {
        let (path, fault) = match (&column.from, column.by) {
            (None, None) => continue,
            (Some(from), Some(_)) => {
                let stands = |column: &str| {
                    table.columns.get(column).is_some_and(|column| column.from.is_none())
                };
                let known = table.columns.keys().map(String::as_str).filter(|name| stands(name));
                let suggestion = nearest(from, known).map(str::to_owned);
                if stands(from) && table.complete {
                    continue;
                } else if stands(from) {
                    (".by", TableFault::PlacesOfPartialTable)
                } else {
                    (".from", TableFault::UnknownFrom { from: from.clone(), suggestion })
                }
            }
            _ => ("", TableFault::FromWithoutBy),
        };
        sink.report(format!("{entry}.columns.{name}{path}"), Problem::Table(fault));
    }
}

/// The text of a table's spreadsheet.
fn read_text(folder: &dyn Folder, id: &str, file: &str) -> Result<String, Problem> {
    let bytes = folder
        .read(file)
        .map_err(|reason| Problem::Table(TableFault::Missing { id: id.to_owned(), reason }))?;
    if let Some(program) = program_of(&bytes) {
        return Err(Problem::Table(TableFault::OtherProgram { found: program.words() }));
    }
    decode_sheet(&bytes).map(str::to_owned).map_err(Problem::NotText)
}
