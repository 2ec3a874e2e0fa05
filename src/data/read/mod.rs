//! Reads the files of a data folder into a [`Dataset`].
//!
//! Reading never stops at the first fault. A file that cannot be read costs only its own entries, and an
//! entry with a fault in its form costs only itself. The rules over all entries are in `check`.

mod computed;
pub(super) mod entry;
mod fault;
mod filler;
mod folder;
pub(super) mod json;
mod observation;
mod path;
mod replaced;
mod same_figure;
mod sheet;
mod source;
mod table_cells;
mod tables;
mod value;

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use serde::de::{Deserialize, DeserializeOwned, Deserializer, IgnoredAny, SeqAccess, Visitor};

use self::entry::{Sink, read};
pub use self::folder::Folder;
use self::json::Node;
use self::observation::read_observation;
use self::replaced::separate_replaced;
pub(super) use self::sheet::{fields, rows};
use self::source::read_source;
pub use self::tables::LoadedTable;
use self::tables::read_tables;
use super::check::encoding::decode;
use super::check::syntax::syntax_cause;
use super::dataset::Dataset;
use super::files::{
    Groups, IndicatorsFile, Manifest, ObservationsFile, ProvincesFile, SourcesFile,
};
use super::finding::{Finding, Problem};
use super::model::{BilingualText, Indicator, Province, Source};
use super::observation::Observation;

/// The name of the manifest in the data folder.
pub(super) const MANIFEST: &str = "manifest.json";

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
    /// The manifest; `None` if it cannot be used, and then nothing else was read.
    pub manifest: Option<Manifest>,
    /// All entries that could be read.
    pub dataset: Dataset,
    /// All faults in the form of the files, in the order of the files.
    pub findings: Vec<Finding>,
    /// The files of which no entry could be read.
    pub lost: Vec<LostFile>,
    /// The official tables of which the spreadsheet could be read.
    pub tables: Vec<LoadedTable>,
    /// The paths of the spreadsheets of all tables in `tables.json`.
    pub(super) table_files: Vec<String>,
    /// The files of observations that could be read, and the province of each.
    pub(super) figure_files: Vec<(String, String)>,
    /// Where the entries of the lists of definitions stand, in the order of the dataset's lists.
    pub(super) places: Places,
    /// The entries that stand in the files and could not be read.
    pub(super) unread: Unread,
}

impl From<Dataset> for Loaded {
    /// A dataset that was made by hand and stands in no files.
    fn from(dataset: Dataset) -> Self {
        Self { dataset, ..Self::default() }
    }
}

/// A value for each of the four kinds of entries.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct ByKind<T> {
    pub(super) provinces: T,
    pub(super) indicators: T,
    pub(super) sources: T,
    pub(super) observations: T,
}

/// Where each entry stands: its file, and its index there. (A figure knows its own place.)
pub(super) type Places = ByKind<Vec<(Arc<str>, usize)>>;

/// What is known of entries that could not be read, so that nobody is told that they do not exist.
pub(super) type Unread = ByKind<UnreadIds>;

/// The ids of entries that could not be read.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct UnreadIds {
    pub(super) ids: HashSet<String>,
    /// Whether there are entries whose ids are not known, because a whole file could not be read.
    pub(super) has_more: bool,
}

impl UnreadIds {
    /// Whether an entry with this id may stand in the files.
    pub(super) fn may_have(&self, id: &str) -> bool {
        self.has_more || self.ids.contains(id)
    }

    /// Whether there is any.
    pub(super) fn is_any(&self) -> bool {
        self.has_more || !self.ids.is_empty()
    }

    fn extend(&mut self, more: Self) {
        self.ids.extend(more.ids);
        self.has_more |= more.has_more;
    }

    fn add(&mut self, entry: &Node) {
        match entry.get("id").and_then(Node::as_text) {
            Some(id) => {
                self.ids.insert(id.to_owned());
            }
            None => self.has_more = true,
        }
    }
}

/// Reads a data folder. A file that cannot be read costs only its own entries.
pub fn load(folder: &dyn Folder) -> Loaded {
    let mut loaded = Loaded::default();
    loaded.manifest = read_manifest(folder, &mut loaded.findings);
    if let Some(manifest) = loaded.manifest.clone() {
        read_definitions(folder, &manifest, &mut loaded);
        read_figures(folder, &manifest, &mut loaded);
        if let Some(path) = &manifest.tables {
            read_tables(folder, path, &mut loaded);
        }
        separate_replaced(&mut loaded.dataset);
        let tables: Vec<(String, BilingualText)> = loaded
            .tables
            .iter()
            .map(|found| (found.path.to_string(), found.table.title.clone()))
            .collect();
        loaded.dataset.count_table_figures(&tables);
        loaded.dataset.count_coverage(&loaded.tables);
    }
    loaded
}

/// Reads the manifest. A path of a figure file that leads out of the data folder, or stands there a second
/// time, is reported and dropped.
fn read_manifest(folder: &dyn Folder, findings: &mut Vec<Finding>) -> Option<Manifest> {
    let mut sink = Sink { file: MANIFEST, findings };
    let node = read_json(folder, &mut sink)?;
    let version = node.get("schema");
    let is_known = |version: &Node| matches!(version, Node::Number(n) if n.as_u64() == Some(1));
    if let Some(version) = version.filter(|version| !is_known(version)) {
        sink.report("$.schema", Problem::WrongSchema { found: version.describe() });
        return None;
    }
    let mut manifest: Manifest = read(&node, "$", &mut sink)?;
    let Manifest { files, tables, groups, .. } = &mut manifest;
    let others = &mut groups.others;
    let mut paths = Paths { named: HashSet::new(), sink };
    let mut is_usable = true;
    for (key, path) in [
        ("provinces", &files.provinces),
        ("indicators", &files.indicators),
        ("sources", &files.sources),
    ] {
        is_usable &= paths.may_be_read(path, || format!("$.files.{key}"));
    }
    tables.take_if(|path| !paths.may_be_read(path, || "$.tables".to_owned()));
    paths.keep_readable(&mut files.observations, "$.files.observations");
    for (key, path) in [("indicators", &mut others.indicators), ("sources", &mut others.sources)] {
        path.take_if(|path| !paths.may_be_read(path, || format!("$.groups.others.{key}")));
    }
    paths.keep_readable(&mut others.observations, "$.groups.others.observations");
    is_usable.then_some(manifest)
}

/// The paths of the manifest.
struct Paths<'s> {
    /// Those that were looked at.
    named: HashSet<String>,
    sink: Sink<'s>,
}

impl Paths<'_> {
    fn keep_readable(&mut self, paths: &mut Vec<String>, list: &str) {
        let mut idx = 0;
        paths.retain(|path| {
            idx += 1;
            self.may_be_read(path, || format!("{list}[{}]", idx - 1))
        });
    }

    /// Whether a path stays inside the folder it is relative to, and is named once: each entry of a file
    /// that is read twice would be told to be there twice. Reported if not.
    fn may_be_read(&mut self, path: &str, place: impl FnOnce() -> String) -> bool {
        let is_inside = !path.is_empty()
            && !path.contains(['\\', ':', '?', '#', '%'])
            && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
        let found = path.to_owned();
        if !is_inside {
            // An empty path was reported already, as an empty text.
            if !path.trim().is_empty() {
                self.sink.report(place(), Problem::OutsideFolder { found });
            }
            return false;
        }
        let is_new = self.named.insert(path.to_owned());
        if !is_new {
            self.sink.report(place(), Problem::RepeatedFile { found });
        }
        is_new
    }
}

fn read_definitions(folder: &dyn Folder, manifest: &Manifest, loaded: &mut Loaded) {
    let Manifest { files, groups: Groups { others }, .. } = manifest;
    let provinces: FileRead<ProvincesFile<AnyList>, Province> =
        read_file(folder, &files.provinces, "provinces", read, loaded);
    let (places, unread) = (&mut loaded.places.provinces, &mut loaded.unread.provinces);
    loaded.dataset.provinces = provinces.entries(places, unread);

    for path in [&files.indicators].into_iter().chain(&others.indicators) {
        let indicators: FileRead<IndicatorsFile<AnyList>, Indicator> =
            read_file(folder, path, "indicators", read, loaded);
        let (places, unread) = (&mut loaded.places.indicators, &mut loaded.unread.indicators);
        loaded.dataset.indicators.extend(indicators.entries(places, unread));
    }

    for path in [&files.sources].into_iter().chain(&others.sources) {
        let sources: FileRead<SourcesFile<AnyList>, Source> =
            read_file(folder, path, "sources", read_source, loaded);
        let (places, unread) = (&mut loaded.places.sources, &mut loaded.unread.sources);
        loaded.dataset.sources.extend(sources.entries(places, unread));
    }
}

fn read_figures(folder: &dyn Folder, manifest: &Manifest, loaded: &mut Loaded) {
    let own = &manifest.files.observations;
    let others = &manifest.groups.others.observations;
    loaded.dataset.others = others.iter().map(|path| stem(path).to_owned()).collect();
    for (place, path) in own.iter().chain(others).enumerate() {
        let read: FileRead<ObservationsFile<AnyList>, Observation> =
            read_file(folder, path, "observations", read_observation, loaded);
        let Some(ObservationsFile { province, .. }) = &read.shell else {
            // The file cannot tell whose figures are missing, but its name can.
            let province = stem(path).to_owned();
            if let Some(lost) = loaded.lost.last_mut() {
                lost.province = Some(province.clone());
            }
            loaded.dataset.lost.push(province);
            loaded.unread.observations.has_more = true;
            continue;
        };
        let province = province.clone();
        if place < own.len() {
            loaded.dataset.provinces_with_file.push(province.clone());
        }
        loaded.unread.observations.extend(read.unread);
        loaded.dataset.observations.reserve(read.entries.len());
        for (index, mut observation) in read.entries {
            observation.province.clone_from(&province);
            (observation.file, observation.index) = (Arc::clone(&read.file), index);
            loaded.dataset.observations.push(observation);
        }
        loaded.figure_files.push((path.clone(), province));
    }
}

/// What was read of a file that holds a list of entries.
struct FileRead<S, T> {
    file: Arc<str>,
    /// What stands beside the list; `None` if the file cannot be used.
    shell: Option<S>,
    /// The entries that can be used, each with its index in the file.
    entries: Vec<(usize, T)>,
    unread: UnreadIds,
}

impl<S, T> FileRead<S, T> {
    /// The entries. Their places and the ids of the others are added to the lists.
    fn entries(self, places: &mut Vec<(Arc<str>, usize)>, unread: &mut UnreadIds) -> Vec<T> {
        unread.extend(self.unread);
        let (indices, entries): (Vec<usize>, Vec<T>) = self.entries.into_iter().unzip();
        places.extend(indices.into_iter().map(|idx| (Arc::clone(&self.file), idx)));
        entries
    }
}

/// Reads a file that holds a list of entries under `key`. One that cannot be used is reported and added
/// to the lost files.
fn read_file<S: DeserializeOwned, T>(
    folder: &dyn Folder,
    path: &str,
    key: &str,
    read_entry: impl Fn(&Node, &str, &mut Sink<'_>) -> Option<T>,
    loaded: &mut Loaded,
) -> FileRead<S, T> {
    let mut sink = Sink { file: path, findings: &mut loaded.findings };
    let mut found = FileRead {
        file: Arc::from(path),
        shell: None,
        entries: Vec::new(),
        unread: UnreadIds::default(),
    };
    let node = read_json(folder, &mut sink);
    if let Some(mut node) = node {
        let items = node.take_items(key);
        found.shell = read(&node, "$", &mut sink);
        if found.shell.is_some() {
            found.entries.reserve_exact(items.len());
            for (idx, item) in items.iter().enumerate() {
                match read_entry(item, &format!("$.{key}[{idx}]"), &mut sink) {
                    Some(entry) => found.entries.push((idx, entry)),
                    None => found.unread.add(item),
                }
            }
        }
    }
    if found.shell.is_none() {
        found.unread.has_more = true;
        loaded.lost.push(LostFile { file: path.to_owned(), province: None });
    }
    found
}

/// The JSON of a file. `None` if there is none; then the reason was reported.
fn read_json(folder: &dyn Folder, sink: &mut Sink<'_>) -> Option<Node> {
    let problem = match folder.read(sink.file) {
        Err(reason) if sink.file == MANIFEST => Problem::MissingManifest { reason },
        Err(reason) => Problem::MissingFile { reason },
        Ok(bytes) => match decode(&bytes) {
            Err(fault) => Problem::NotText(fault),
            Ok(text) => match serde_json::from_str(text) {
                Ok(node) => return Some(node),
                Err(error) => Problem::NotJson(syntax_cause(text, error.line(), error.column())),
            },
        },
    };
    sink.report("$", problem);
    None
}

/// Stands for a list of entries, which are read one by one afterwards.
struct AnyList;

impl<'de> Deserialize<'de> for AnyList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Self)
    }
}

impl<'de> Visitor<'de> for AnyList {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(self)
    }
}

/// The name of a file without its folder and `.json`; for a file of observations the id of its
/// province.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".json").unwrap_or(name)
}
