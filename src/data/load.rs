//! Builds a dataset from the texts of its files. A file that cannot be read costs only its own entries.

use super::dataset::Dataset;
use super::fields::{Fields, Sink, describe};
use super::finding::{Finding, Problem};
use super::parse::{parse_indicators, parse_observations, parse_provinces, parse_sources};
use super::validate::unknown_province;

/// The name of the manifest in the data folder.
pub(super) const MANIFEST: &str = "manifest.json";

/// The files of a dataset, as paths relative to the manifest (`manifest.json`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// Provinces.
    pub provinces: String,
    /// Indicators.
    pub indicators: String,
    /// Sources.
    pub sources: String,
    /// Observations, one file per province.
    pub observations: Vec<String>,
    /// Files that only the pages about all provinces need.
    pub others: OtherFiles,
}

/// Files that only the pages about all provinces need.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OtherFiles {
    /// Indicators that only provinces which the site does not follow have figures for.
    pub indicators: Option<String>,
    /// Sources that only the figures of these provinces come from.
    pub sources: Option<String>,
    /// Observations of provinces that the site does not follow, one file per province.
    pub observations: Vec<String>,
}

impl Manifest {
    /// All paths: first the lists of definitions, then the observations.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        [&self.provinces, &self.indicators, &self.sources]
            .into_iter()
            .chain(&self.others.indicators)
            .chain(&self.others.sources)
            .chain(&self.observations)
            .chain(&self.others.observations)
            .map(String::as_str)
    }
}

/// The path of a fetched file, and its text or the reason why it could not be fetched.
pub type Fetched = (String, Result<String, String>);

/// A file of which no entry could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LostFile {
    /// Its path, as the manifest names it.
    pub file: String,
    /// For a file of observations, the id of the province whose figures are missing now: the file's
    /// name without its folder and `.json`.
    pub province: Option<String>,
}

/// The result of loading the files of a dataset.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Loaded {
    /// All entries that could be read.
    pub dataset: Dataset,
    /// All faults, in the order of the files.
    pub findings: Vec<Finding>,
    /// The files of which no entry could be read.
    pub lost: Vec<LostFile>,
}

/// Reads the manifest. A path that leads out of the data folder is left out and reported.
///
/// `None` when the manifest cannot be used: it is not JSON, has another schema version, or names no
/// files.
pub fn parse_manifest(text: &str) -> (Option<Manifest>, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut sink = Sink { file: MANIFEST, findings: &mut findings };
    let Some(value) = sink.json(text) else {
        return (None, findings);
    };
    let mut fields = Fields::new(&value, "$".to_owned(), &mut sink);
    if let Some(found) = fields.raw("schema").filter(|schema| schema.as_u64() != Some(1)) {
        let path = fields.path_of("schema");
        fields.reject(path, Problem::WrongSchema { found: describe(found) });
    }
    let files = fields.raw("files");
    let mut others = OtherFiles::default();
    fields.optional_object("groups", |groups| {
        groups.optional_object("others", |group| {
            others = OtherFiles {
                indicators: read_optional_path(group, "indicators"),
                sources: read_optional_path(group, "sources"),
                observations: read_paths(group, "observations"),
            };
        });
    });
    let is_usable = fields.finish();
    let Some(files) = files.filter(|_| is_usable) else {
        return (None, findings);
    };

    let mut fields = Fields::new(files, "$.files".to_owned(), &mut sink);
    let mut path = |key: &'static str| {
        let path = fields.text(key);
        // An empty path has been reported already.
        if !path.is_empty() && !stays_in_folder(&path) {
            let at = fields.path_of(key);
            fields.reject(at, Problem::OutsideFolder { found: path.clone() });
        }
        path
    };
    let (provinces, indicators, sources) = (path("provinces"), path("indicators"), path("sources"));
    fields.require_list("observations");
    let observations = read_paths(&mut fields, "observations");
    let is_usable = fields.finish();
    let is_usable =
        is_usable && ![&provinces, &indicators, &sources].iter().any(|path| path.is_empty());
    let manifest = Manifest { provinces, indicators, sources, observations, others };
    (is_usable.then_some(manifest), findings)
}

/// Reads a list of paths that may be left out. Paths that lead out of the data folder are reported and
/// dropped.
fn read_paths(fields: &mut Fields<'_, '_, '_>, key: &'static str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, item) in fields.optional_list(key) {
        match item.as_str() {
            Some(path) if stays_in_folder(path) => found.push(path.to_owned()),
            Some(path) => fields.report(at, Problem::OutsideFolder { found: path.to_owned() }),
            None => {
                let found = describe(item);
                fields.report(at, Problem::WrongType { found, expected: "a text" });
            }
        }
    }
    found
}

/// Reads a path that may be left out. One that leads out of the data folder is reported and dropped.
fn read_optional_path(fields: &mut Fields<'_, '_, '_>, key: &'static str) -> Option<String> {
    let path = fields.optional_text(key)?;
    let is_inside = stays_in_folder(&path);
    if !is_inside && !path.is_empty() {
        let at = fields.path_of(key);
        fields.report(at, Problem::OutsideFolder { found: path.clone() });
    }
    is_inside.then_some(path)
}

/// Reads every file that the manifest names. `fetched` holds their texts in any order; a path that is
/// not among them counts as missing. A file that cannot be read costs only its own entries.
pub fn load(manifest: &Manifest, fetched: &[Fetched]) -> Loaded {
    let mut loaded = Loaded::default();
    loaded.dataset.provinces =
        read_file(&manifest.provinces, fetched, &mut loaded, parse_provinces).unwrap_or_default();
    let others = &manifest.others;
    for path in [&manifest.indicators].into_iter().chain(&others.indicators) {
        let found = read_file(path, fetched, &mut loaded, parse_indicators).unwrap_or_default();
        if *path != manifest.indicators {
            loaded.dataset.others.indicators = ids(&found, |indicator| &indicator.id);
        }
        loaded.dataset.indicators.extend(found);
    }
    for path in [&manifest.sources].into_iter().chain(&others.sources) {
        let found = read_file(path, fetched, &mut loaded, parse_sources).unwrap_or_default();
        if *path != manifest.sources {
            loaded.dataset.others.sources = ids(&found, |source| &source.id);
        }
        loaded.dataset.sources.extend(found);
    }
    loaded.dataset.others.provinces =
        others.observations.iter().map(|path| file_stem(path).to_owned()).collect();
    for path in manifest.observations.iter().chain(&others.observations) {
        match read_file(path, fetched, &mut loaded, parse_observations) {
            Some((province, observations)) => {
                if loaded.dataset.province(&province).is_none() {
                    let problem = unknown_province(&loaded.dataset, &province);
                    let file = path.clone();
                    loaded.findings.push(Finding { file, path: "$.province".to_owned(), problem });
                }
                loaded.dataset.observations.extend(observations);
                if manifest.observations.contains(path) {
                    loaded.dataset.provinces_with_file.push(province);
                }
            }
            // The file cannot tell whose figures are missing, but its name can.
            None => {
                if let Some(lost) = loaded.lost.last_mut() {
                    lost.province = Some(file_stem(path).to_owned());
                    loaded.dataset.lost.extend(lost.province.clone());
                }
            }
        }
    }
    loaded.dataset.separate_replaced();
    loaded
}

/// Finds a file among the fetched ones and parses it. One that cannot be read is reported and added to
/// the lost files.
fn read_file<T>(
    path: &str,
    fetched: &[Fetched],
    loaded: &mut Loaded,
    parse: impl Fn(&str, &str, &mut Vec<Finding>) -> Option<T>,
) -> Option<T> {
    let text = fetched.iter().find(|(fetched, _)| fetched == path).map(|(_, text)| text);
    let entries = match text {
        Some(Ok(text)) => parse(path, text, &mut loaded.findings),
        other => {
            let reason = match other {
                Some(Err(reason)) => reason.clone(),
                _ => "it was not fetched".to_owned(),
            };
            let problem = Problem::MissingFile { reason };
            let finding = Finding { file: path.to_owned(), path: "$".to_owned(), problem };
            loaded.findings.push(finding);
            None
        }
    };
    if entries.is_none() {
        loaded.lost.push(LostFile { file: path.to_owned(), province: None });
    }
    entries
}

fn ids<T>(entries: &[T], id: impl Fn(&T) -> &String) -> Vec<String> {
    entries.iter().map(|entry| id(entry).clone()).collect()
}

/// The name of a file without its folder and `.json`; for a file of observations the id of its
/// province.
fn file_stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".json").unwrap_or(name)
}

/// Whether a path stays inside the folder it is relative to.
fn stays_in_folder(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', ':', '?', '#', '%'])
        && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}
