//! Finds everything that is wrong with a data folder, as `tinhso check` prints it.

use std::collections::HashMap;

use super::finding::{Finding, Severity};
use super::load::{Fetched, Loaded, MANIFEST, load, parse_manifest};
use super::nfc::check_nfc;
use super::validate::validate;
use crate::order;

/// The result of checking a data folder.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct CheckReport {
    /// Everything that could be read; empty when the manifest cannot be used.
    pub loaded: Loaded,
    /// All findings: of the reader, of the Unicode check and of the rules over all entries. Sorted by
    /// file (the manifest first, then in its order), then by the entry's index in the file.
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

/// Reads and checks a dataset. This calls `fetch` once for each file that the manifest names; it
/// returns the text of the file, or the reason why it cannot be read.
pub fn check(
    manifest_text: &str,
    mut fetch: impl FnMut(&str) -> Result<String, String>,
) -> CheckReport {
    let (manifest, mut findings) = parse_manifest(manifest_text);
    findings.extend(check_nfc(MANIFEST, manifest_text));
    let Some(manifest) = manifest else {
        return CheckReport { findings, n_files: 1, ..CheckReport::default() };
    };

    let mut fetched: Vec<Fetched> = Vec::new();
    for path in manifest.paths() {
        if fetched.iter().all(|(known, _)| known != path) {
            fetched.push((path.to_owned(), fetch(path)));
        }
    }
    let loaded = load(&manifest, &fetched);
    findings.extend(loaded.findings.iter().cloned());
    for (path, text) in &fetched {
        if let Ok(text) = text {
            findings.extend(check_nfc(path, text));
        }
    }
    findings.extend(validate(&manifest, &loaded.dataset));

    let order: HashMap<&str, usize> =
        fetched.iter().enumerate().map(|(idx, (path, _))| (path.as_str(), idx + 1)).collect();
    // The sort is stable: within one entry findings stay in the order in which they were made.
    order::sort_by_key(&mut findings, |finding| {
        (order.get(finding.file.as_str()).copied().unwrap_or(0), entry_index(&finding.path))
    });
    CheckReport { loaded, findings, n_files: 1 + fetched.len() }
}

/// The index of the entry that a JSON path lies in; `None` for a fault of the whole file.
fn entry_index(path: &str) -> Option<usize> {
    let (_, rest) = path.split_once('[')?;
    rest.split_once(']')?.0.parse().ok()
}
