//! Brings a sheet, as publishers give it, into the spreadsheet of an official table.
//!
//! What could be read in two ways is told by the editor and never guessed (docs/decisions/0034): the decimal
//! mark, the unit, the year, which column is which. Everything else is found in the sheet, and the preview
//! says where.

mod cells;
mod choice;
mod decimal;
mod fault;
mod figures;
mod grid;
mod heads;
mod labels;
mod layout;
mod merge;
mod places;
mod preview;
mod separated;
mod workbook;

use std::collections::BTreeSet;

use self::choice::chosen;
pub use self::decimal::DecimalMark;
pub use self::fault::ImportFault;
use self::figures::read_figures;
use self::heads::plain;
use self::layout::lay_out;
use self::merge::TableSheet;
use self::places::compare_places;
use self::preview::Preview;
use super::check::check;
use super::date::{Day, Year};
use super::finding::Severity;
use super::names::ProvinceNames;
use super::read::{Folder, LoadedTable, load};
use super::suggest::nearest;
use super::table::path_of_table;

/// By what the numbers of a column are multiplied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// 75 becomes 0.75.
    Hundredth,
    /// Numbers stay as they are.
    AsIs,
    /// 0.75 becomes 75.
    Hundredfold,
}

impl Scale {
    /// All scales.
    pub const ALL: [Self; 3] = [Self::Hundredth, Self::AsIs, Self::Hundredfold];

    /// The word of the command line: `0.01`, `1` or `100`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Hundredth => "0.01",
            Self::AsIs => "1",
            Self::Hundredfold => "100",
        }
    }

    const fn power(self) -> i32 {
        match self {
            Self::Hundredth => -2,
            Self::AsIs => 0,
            Self::Hundredfold => 2,
        }
    }
}

/// What an editor tells of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ImportOptions {
    /// The sheet to read; `None` if it is the only one with names of provinces.
    pub sheet: Option<String>,
    /// The year of all figures; `None` if the sheet says the years.
    pub year: Option<Year>,
    /// The decimal mark of numbers that stand as text; `None` if each can be but one number.
    pub decimal: Option<DecimalMark>,
    /// Decimals to round to; `None` to take all.
    pub round: Option<usize>,
    /// The unit of the numbers: of a column of the table, or of all but places and counts.
    pub scales: Vec<(Option<String>, Scale)>,
    /// Heads in the sheet, and the columns of the table that they mean.
    pub columns: Vec<(String, String)>,
}

/// What an import would do.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Import {
    /// What is read, left out and changed, in lines; empty if the sheet cannot be read.
    pub preview: String,
    /// One line for each fault. With any, nothing may be written.
    pub faults: Vec<String>,
    /// The path of the spreadsheet in the data folder.
    pub path: String,
    /// Its new text; `None` if nothing changes, and with faults.
    pub text: Option<String>,
}

/// Reads a sheet and says what it would change in the spreadsheet of a table. Nothing is written.
///
/// `file` is the name of the sheet's file, for messages, and `bytes` its content: a workbook (`.xlsx`) or
/// separated values. `today` is the day after which no result can lie.
pub fn import(
    folder: &dyn Folder,
    today: Day,
    table_id: &str,
    (file, bytes): (&str, &[u8]),
    options: &ImportOptions,
) -> Import {
    let path = path_of_table(table_id);
    let attempt = prepare(folder, table_id, &path).and_then(|prepared| {
        let of_file = |faults: Vec<ImportFault>| {
            faults.iter().map(|fault| fault.line(file)).collect::<Vec<String>>()
        };
        prepared.import(folder, today, (file, bytes), options).map_err(of_file)
    });
    match attempt {
        Ok(import) => Import { path, ..import },
        Err(faults) => Import { faults, path, ..Import::default() },
    }
}

/// The data that a sheet is brought into.
struct Prepared {
    loaded: super::read::Loaded,
    table: super::table::Table,
    /// The text of its spreadsheet; empty for a table without one.
    text: String,
    is_new: bool,
}

/// Reads the data, or says in lines why the table cannot be renewed.
fn prepare(folder: &dyn Folder, table_id: &str, path: &str) -> Result<Prepared, Vec<String>> {
    let files = folder.files().map_err(|reason| vec![format!("the data folder: {reason}")])?;
    let is_new = !files.iter().any(|file| file == path);
    let mut loaded = if is_new {
        // The reader wants a spreadsheet for each table.
        load(&With { folder, path, text: "year,province\n" })
    } else {
        load(folder)
    };
    let found = loaded.tables.iter().position(|LoadedTable { table, .. }| table.id == table_id);
    let Some(table) = found.map(|idx| loaded.tables.swap_remove(idx).table) else {
        let files = loaded.table_files.iter().filter_map(|file| file.rsplit('/').next());
        let known = files.filter_map(|name| name.strip_suffix(".csv"));
        let meant = nearest(table_id, known)
            .map_or_else(String::new, |id| format!("did you mean \"{id}\"? else "));
        return Err(vec![format!(
            "tables.json: found no table \"{table_id}\" that can be used, expected one with this \
             id; {meant}describe it there, name the file in manifest.json, and see `tinhso check`"
        )]);
    };
    let faulty: Vec<String> =
        loaded.findings.iter().filter(|f| f.file == path).map(ToString::to_string).collect();
    if !faulty.is_empty() {
        return Err(faulty);
    }
    let text = if is_new {
        String::new()
    } else {
        let bytes = folder.read(path).map_err(|reason| vec![format!("{path}: {reason}")])?;
        String::from_utf8_lossy(&bytes).into_owned()
    };
    Ok(Prepared { loaded, table, text, is_new })
}

impl Prepared {
    fn import(
        &self,
        folder: &dyn Folder,
        today: Day,
        (file, bytes): (&str, &[u8]),
        options: &ImportOptions,
    ) -> Result<Import, Vec<ImportFault>> {
        let Self { loaded, table, text, is_new } = self;
        let unknown = self.unknown_in(options);
        if !unknown.is_empty() {
            return Err(unknown);
        }
        let names = ProvinceNames::of(&loaded.dataset.provinces);
        let grids = if workbook::is_workbook(bytes) {
            workbook::read_workbook(bytes)
        } else {
            separated::read_separated(bytes).map(|grid| vec![grid])
        };
        let grid = grids.and_then(|grids| chosen(grids, &names, options.sheet.as_deref()));
        let grid = grid.map_err(|fault| vec![fault])?;
        let layout = lay_out(&grid, &names, table, options)?;
        let read = read_figures(&layout, &names, table, &loaded.dataset, options);
        let mut sheet = TableSheet::of_text(text, &names);
        let changes = sheet.put(&read, table);
        let places = compare_places(&read.cells, &sheet, table, &loaded.dataset);
        let preview = Preview {
            file,
            layout: &layout,
            table,
            dataset: &loaded.dataset,
            read: &read,
            changes: &changes,
            places: &places,
            is_new: *is_new,
        };
        let mut import = Import {
            preview: preview.to_string(),
            faults: read.faults.iter().map(|fault| fault.line(file)).collect(),
            ..Import::default()
        };
        let changes_anything = !(changes.cells.is_empty() && changes.new_columns.is_empty());
        if import.faults.is_empty() && changes_anything {
            let new = sheet.text();
            import.faults = self.new_findings(folder, today, &new);
            import.text = import.faults.is_empty().then_some(new);
        }
        Ok(import)
    }

    /// What the editor names that the table does not have.
    fn unknown_in(&self, options: &ImportOptions) -> Vec<ImportFault> {
        let names = self.table.columns.keys();
        let known: Vec<&str> = names.map(String::as_str).collect();
        let of_scales = options.scales.iter().filter_map(|(column, _)| column.as_ref());
        let asked = options.columns.iter().map(|(_, column)| column).chain(of_scales);
        let unknown: BTreeSet<&String> =
            asked.filter(|asked| !known.iter().any(|name| plain(name) == plain(asked))).collect();
        let of_columns = unknown.into_iter().map(|asked| {
            let meant = nearest(asked, known.iter().copied())
                .map_or_else(String::new, |name| format!("did you mean \"{name}\"? else "));
            ImportFault::new(
                "",
                format!("no column \"{asked}\" of the table \"{}\"", self.table.id),
                format!("one that tables.json describes: {}", known.join(", ")),
                format!("{meant}correct it, or describe it there"),
            )
        });
        let years: Vec<String> = self.table.years.keys().map(Year::to_string).collect();
        let year = options.year.filter(|year| !self.table.years.contains_key(year)).map(|year| {
            ImportFault::new(
                "",
                format!("--year {year}"),
                format!("a year of the table \"{}\": {}", self.table.id, years.join(", ")),
                "correct it, or add the year with its source to tables.json",
            )
        });
        of_columns.chain(year).collect()
    }

    /// The errors that `check` would find with this text and does not find now.
    fn new_findings(&self, folder: &dyn Folder, today: Day, text: &str) -> Vec<String> {
        let errors = |folder: &dyn Folder| -> Vec<String> {
            let findings = check(folder, today).findings;
            let errors = findings.iter().filter(|found| found.severity() == Severity::Error);
            errors.map(ToString::to_string).collect()
        };
        let path = self.table.path();
        let before: BTreeSet<String> = errors(folder).into_iter().collect();
        let after = errors(&With { folder, path: &path, text });
        after.into_iter().filter(|line| !before.contains(line)).collect()
    }
}

/// A folder in which one file has another text.
struct With<'a> {
    folder: &'a dyn Folder,
    path: &'a str,
    text: &'a str,
}

impl Folder for With<'_> {
    fn files(&self) -> Result<Vec<String>, String> {
        let mut files = self.folder.files()?;
        if !files.iter().any(|file| file == self.path) {
            files.push(self.path.to_owned());
        }
        Ok(files)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        if path == self.path { Ok(self.text.as_bytes().to_vec()) } else { self.folder.read(path) }
    }
}
