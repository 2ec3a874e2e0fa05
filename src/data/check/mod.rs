//! Finds everything that is wrong with a data folder, as `tinhso check` prints it.

pub(super) mod encoding;
mod excerpt;
pub(super) mod literal;
mod locate;
mod rules;
pub(super) mod syntax;
pub(super) mod table_fault;
pub(super) mod text;

use std::collections::{HashMap, HashSet};

use self::encoding::decode;
use self::locate::locate;
pub use self::rules::validate;
use super::date::Day;
use super::files::Manifest;
use super::finding::{Finding, Position, Problem, Severity};
use super::read::{Folder, Loaded, MANIFEST, load};

/// The folder of the published schema, which the manifest need not name.
const SCHEMA_FOLDER: &str = "schema/";

/// The result of checking a data folder.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct CheckReport {
    /// Everything that could be read; empty when the manifest cannot be used. Its findings stand below.
    pub loaded: Loaded,
    /// All findings: of the reader, and of the rules over all entries. Errors first, then warnings; each
    /// sorted by file (the manifest first, then in its order), then by the entry's index in the file.
    pub findings: Vec<Finding>,
    /// How many files were checked, including the manifest.
    pub n_files: usize,
}

impl CheckReport {
    /// How many findings are errors, which break a rule.
    pub fn n_errors(&self) -> usize {
        self.findings.iter().filter(|finding| finding.severity() == Severity::Error).count()
    }

    /// How many findings are warnings.
    pub fn n_warnings(&self) -> usize {
        self.findings.len() - self.n_errors()
    }
}

/// Reads and checks a data folder. `today` is the day after which no result can lie.
///
/// It takes time and memory in proportion to the size of the files.
pub fn check(folder: &dyn Folder, today: Day) -> CheckReport {
    let mut loaded = load(folder);
    let mut findings = std::mem::take(&mut loaded.findings);
    findings.extend(validate(&loaded, today));
    findings.extend(unnamed_files(folder, &loaded));

    let mut order: HashMap<&str, usize> = HashMap::new();
    let tables = loaded.table_files.iter().map(String::as_str);
    for path in loaded.manifest.iter().flat_map(Manifest::paths).chain(tables) {
        let place = order.len() + 1;
        order.entry(path).or_insert(place);
    }
    let last = order.len() + 1;
    // The sort is stable: within one entry findings stay in the order in which they were made.
    findings.sort_by_key(|finding| {
        let file = match finding.file.as_str() {
            MANIFEST => 0,
            file => order.get(file).copied().unwrap_or(last),
        };
        (finding.severity(), file, entry_index(&finding.path))
    });
    let n_files = 1 + order.len();
    look_up_positions(folder, &mut findings);
    CheckReport { loaded, findings, n_files }
}

/// The files in the folder that the manifest does not name, in the order of their names.
fn unnamed_files(folder: &dyn Folder, loaded: &Loaded) -> Vec<Finding> {
    // Without its manifest nobody knows what belongs to the folder.
    let Some(manifest) = &loaded.manifest else { return Vec::new() };
    let mut files = match folder.files() {
        Ok(files) => files,
        Err(reason) => {
            return vec![Finding::new(MANIFEST, "$", Problem::UnreadableFolder { reason })];
        }
    };
    files.sort_unstable();
    let tables = loaded.table_files.iter().map(String::as_str);
    let named: HashSet<&str> = manifest.paths().chain(tables).chain([MANIFEST]).collect();
    files
        .into_iter()
        .filter(|file| !named.contains(file.as_str()) && !file.starts_with(SCHEMA_FOLDER))
        .map(|file| Finding::new(file, "$", Problem::UnnamedFile))
        .collect()
}

/// The index of the entry that a path lies in, or its line in a spreadsheet; `None` for a fault of the whole
/// file.
fn entry_index(path: &str) -> Option<usize> {
    if let Some(line) = sheet_line(path) {
        return Some(line);
    }
    let (_, rest) = path.split_once('[')?;
    rest.split_once(']')?.0.parse().ok()
}

/// The line of a spreadsheet that a path names; `None` for a JSON path.
fn sheet_line(path: &str) -> Option<usize> {
    path.strip_prefix("line ")?.split(',').next()?.parse().ok()
}

/// Looks up the place of each finding in the text of its file. Only files with findings are read again.
fn look_up_positions(folder: &dyn Folder, findings: &mut [Finding]) {
    let mut by_file: HashMap<String, Vec<&mut Finding>> = HashMap::new();
    for finding in findings {
        match &finding.problem {
            Problem::NotText(fault) => finding.position = fault.position().map(position),
            Problem::NotJson(fault) => finding.position = Some(position(fault.position())),
            Problem::MissingFile { .. }
            | Problem::MissingManifest { .. }
            | Problem::UnnamedFile
            | Problem::UnreadableFolder { .. } => {}
            _ => match sheet_line(&finding.path) {
                Some(line) => finding.position = Some(position((line, 1))),
                None => by_file.entry(finding.file.clone()).or_default().push(finding),
            },
        }
    }
    for (file, findings) in by_file {
        let Ok(bytes) = folder.read(&file) else { continue };
        let Ok(text) = decode(&bytes) else { continue };
        let places = locate(text, findings.iter().map(|finding| finding.path.as_str()));
        for finding in findings {
            let Some(found) = places.get(&finding.path) else { continue };
            finding.position = found.first().copied();
            if let Problem::RepeatedKey { first_line, .. } = &mut finding.problem {
                *first_line = found.first().map(|first| first.line);
                finding.position = found.get(1).copied();
            }
        }
    }
}

fn position((line, column): (usize, usize)) -> Position {
    Position { line, column }
}
