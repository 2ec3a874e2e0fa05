//! Everything that is wrong with a data folder, as `tinhso check` prints it.

use std::collections::HashMap;

use super::finding::{Finding, Severity};
use super::load::{Fetched, Loaded, MANIFEST, load, parse_manifest};
use super::text_form::check_text_form;
use super::validate::validate;
use crate::order;

/// What came of checking a data folder.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Checked {
    /// What could be read; empty when the manifest cannot be used.
    pub loaded: Loaded,
    /// Every finding of the loader, the text form and the rules over all entries: by file (the
    /// manifest first, then its order), then by the entry's place in the file.
    pub findings: Vec<Finding>,
    /// How many files were looked at, the manifest included.
    pub n_files: usize,
}

impl Checked {
    /// How many findings break a rule.
    pub fn n_errors(&self) -> usize {
        self.findings.iter().filter(|finding| finding.severity() == Severity::Error).count()
    }

    /// How many findings only look odd.
    pub fn n_warnings(&self) -> usize {
        self.findings.len() - self.n_errors()
    }
}

/// Reads and checks a dataset. `fetch` is asked once for each file the manifest names and answers with
/// its text, or with the reason why there is none.
pub fn check(
    manifest_text: &str,
    mut fetch: impl FnMut(&str) -> Result<String, String>,
) -> Checked {
    let (manifest, mut findings) = parse_manifest(manifest_text);
    findings.extend(check_text_form(MANIFEST, manifest_text));
    let Some(manifest) = manifest else {
        return Checked { findings, n_files: 1, ..Checked::default() };
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
            findings.extend(check_text_form(path, text));
        }
    }
    findings.extend(validate(&manifest, &loaded.dataset));

    let order: HashMap<&str, usize> =
        fetched.iter().enumerate().map(|(idx, (path, _))| (path.as_str(), idx + 1)).collect();
    // The sort is stable: within one entry findings stay in the order in which they were made.
    order::sort_by_key(&mut findings, |finding| {
        (order.get(finding.file.as_str()).copied().unwrap_or(0), entry_of(&finding.path))
    });
    Checked { loaded, findings, n_files: 1 + fetched.len() }
}

/// The number of the entry a path stands in, from 0; none for a fault of the whole file.
fn entry_of(path: &str) -> Option<usize> {
    let (_, rest) = path.split_once('[')?;
    rest.split_once(']')?.0.parse().ok()
}
