//! From fetched texts to a dataset: which file is which, and what is lost when one cannot be used.

use super::dataset::Dataset;
use super::fields::{Fields, Sink, kind_of};
use super::finding::{Finding, Problem};
use super::parse::{parse_indicators, parse_observations, parse_provinces, parse_sources};
use super::validate::unknown_province;

/// The name of the manifest in the data folder.
pub(super) const MANIFEST: &str = "manifest.json";

/// The files of a dataset, as paths relative to the manifest.
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
    /// What only the pages about all provinces need.
    pub others: OtherFiles,
}

/// Files that only the pages about all provinces need.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OtherFiles {
    /// Indicators that only they have figures of.
    pub indicators: Option<String>,
    /// Sources of their figures alone.
    pub sources: Option<String>,
    /// Observations of provinces that the site does not follow, one file per province.
    pub observations: Vec<String>,
}

impl Manifest {
    /// All paths, the lists of definitions first.
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

/// One file as it was fetched: its path, and its text or why there is none.
pub type Fetched = (String, Result<String, String>);

/// A file of which nothing could be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// Its path, as the manifest names it.
    pub file: String,
    /// The id of the province whose figures are missing now, for a file of observations: the file's
    /// name without its folder and `.json`.
    pub province: Option<String>,
}

/// What came of loading.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Loaded {
    /// Everything that could be read.
    pub dataset: Dataset,
    /// Every fault, in the order of the files.
    pub findings: Vec<Finding>,
    /// The files of which nothing could be used.
    pub lost: Vec<Lost>,
}

/// Reads the manifest. A path that leads out of the data folder is left out and noted.
///
/// `None` when it cannot be used at all: it is no JSON, of another schema, or names no files.
pub fn parse_manifest(text: &str) -> (Option<Manifest>, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut sink = Sink { file: MANIFEST, findings: &mut findings };
    let Some(value) = sink.json(text) else {
        return (None, findings);
    };
    let mut fields = Fields::of(&value, "$".to_owned(), &mut sink);
    if let Some(found) = fields.raw("schema").filter(|schema| schema.as_u64() != Some(1)) {
        let path = fields.at("schema");
        fields.spoil(path, Problem::WrongSchema { found: kind_of(found) });
    }
    let files = fields.raw("files");
    let mut others = OtherFiles::default();
    fields.optional_object("groups", |groups| {
        groups.optional_object("others", |group| {
            others = OtherFiles {
                indicators: optional_path(group, "indicators"),
                sources: optional_path(group, "sources"),
                observations: paths(group, "observations"),
            };
        });
    });
    let whole = fields.finish();
    let Some(files) = files.filter(|_| whole) else {
        return (None, findings);
    };

    let mut fields = Fields::of(files, "$.files".to_owned(), &mut sink);
    let mut path = |key: &'static str| {
        let path = fields.text(key);
        // An empty path has had its finding.
        if !path.is_empty() && !is_inside(&path) {
            let at = fields.at(key);
            fields.spoil(at, Problem::OutsideFolder { found: path.clone() });
        }
        path
    };
    let (provinces, indicators, sources) = (path("provinces"), path("indicators"), path("sources"));
    fields.list_must_stand("observations");
    let observations = paths(&mut fields, "observations");
    let whole = fields.finish();
    let is_usable =
        whole && ![&provinces, &indicators, &sources].iter().any(|path| path.is_empty());
    let manifest = Manifest { provinces, indicators, sources, observations, others };
    (is_usable.then_some(manifest), findings)
}

/// The paths of a list that may be left out, without those that lead out of the data folder.
fn paths(fields: &mut Fields<'_, '_, '_>, key: &'static str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, item) in fields.optional_list(key) {
        match item.as_str() {
            Some(path) if is_inside(path) => found.push(path.to_owned()),
            Some(path) => fields.note(at, Problem::OutsideFolder { found: path.to_owned() }),
            None => {
                let found = kind_of(item);
                fields.note(at, Problem::WrongType { found, expected: "a text" });
            }
        }
    }
    found
}

/// A path that may be left out, and that stays in the data folder.
fn optional_path(fields: &mut Fields<'_, '_, '_>, key: &'static str) -> Option<String> {
    let path = fields.optional_text(key)?;
    let is_inside = is_inside(&path);
    if !is_inside && !path.is_empty() {
        let at = fields.at(key);
        fields.note(at, Problem::OutsideFolder { found: path.clone() });
    }
    is_inside.then_some(path)
}

/// Reads every file the manifest names. `fetched` holds their texts in any order; a path that is not
/// among them counts as missing. A file that cannot be used costs its own entries only.
pub fn load(manifest: &Manifest, fetched: &[Fetched]) -> Loaded {
    let mut loaded = Loaded::default();
    loaded.dataset.provinces =
        read(&manifest.provinces, fetched, &mut loaded, parse_provinces).unwrap_or_default();
    let others = &manifest.others;
    for path in [&manifest.indicators].into_iter().chain(&others.indicators) {
        let found = read(path, fetched, &mut loaded, parse_indicators).unwrap_or_default();
        if *path != manifest.indicators {
            loaded.dataset.others.indicators = ids(&found, |indicator| &indicator.id);
        }
        loaded.dataset.indicators.extend(found);
    }
    for path in [&manifest.sources].into_iter().chain(&others.sources) {
        let found = read(path, fetched, &mut loaded, parse_sources).unwrap_or_default();
        if *path != manifest.sources {
            loaded.dataset.others.sources = ids(&found, |source| &source.id);
        }
        loaded.dataset.sources.extend(found);
    }
    loaded.dataset.others.provinces =
        others.observations.iter().map(|path| name_of(path).to_owned()).collect();
    for path in manifest.observations.iter().chain(&others.observations) {
        match read(path, fetched, &mut loaded, parse_observations) {
            Some((province, observations)) => {
                if loaded.dataset.province(&province).is_none() {
                    let problem = unknown_province(&loaded.dataset, &province);
                    let file = path.clone();
                    loaded.findings.push(Finding { file, path: "$.province".to_owned(), problem });
                }
                loaded.dataset.observations.extend(observations);
                if manifest.observations.contains(path) {
                    loaded.dataset.own.push(province);
                }
            }
            // The file cannot say whose figures are missing; its name does.
            None => {
                if let Some(lost) = loaded.lost.last_mut() {
                    lost.province = Some(name_of(path).to_owned());
                    loaded.dataset.lost.extend(lost.province.clone());
                }
            }
        }
    }
    loaded.dataset.set_replaced_apart();
    loaded
}

fn read<T>(
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
        loaded.lost.push(Lost { file: path.to_owned(), province: None });
    }
    entries
}

fn ids<T>(entries: &[T], id: impl Fn(&T) -> &String) -> Vec<String> {
    entries.iter().map(|entry| id(entry).clone()).collect()
}

/// The name of a file without its folder and `.json`: the id of its province.
fn name_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".json").unwrap_or(name)
}

/// Whether a path stays inside the folder it is relative to.
fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', ':', '?', '#', '%'])
        && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}
