//! Data for tests: the folder `tests/fixtures/good` with changes (`Files`), and small datasets that are
//! built in a few words (`Figure`, `world`). All figures here are made up.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::{Value, json};
use tinhso::data::{
    CheckReport, Dataset, Date, Day, Folder, Language, Source, SourceKind, check, load,
};
use tinhso::disk::DiskFolder;

/// The root of the package.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// FNV-1a of 64 bits, with which the cells of a published table are held against those that were
/// entered.
pub(crate) fn checksum(text: &str) -> u64 {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// The spreadsheet of [`Files::with_table`].
pub(crate) const TABLE: &str = "tables/dossiers.csv";

/// A folder of data files in memory.
#[derive(Clone)]
pub(crate) struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// The files of `tests/fixtures/good`, which have no findings.
    pub(crate) fn good() -> Self {
        let folder = root().join("tests/fixtures/good");
        let names = [
            "manifest.json",
            "provinces.json",
            "indicators.json",
            "sources.json",
            "observations/an-hai.json",
            "observations/binh-son.json",
            "observations/chau-giang.json",
            "observations/national.json",
        ];
        let read = |name: &str| std::fs::read(folder.join(name)).unwrap();
        Self(names.iter().map(|name| ((*name).to_owned(), read(name))).collect())
    }

    /// The good files with an official table of two years, which has no findings either.
    pub(crate) fn with_table() -> Self {
        let table = json!({
            "id": "dossiers",
            "title": { "vi": "Hồ sơ", "en": "Dossiers" },
            "columns": {
                "Trực tuyến": { "indicator": "online-dossiers" },
                "Toàn trình": { "indicator": "full-dossiers", "years": ["2024"] },
                "Hạng": {
                    "indicator": "index-rank", "from": "Trực tuyến", "by": "rank", "years": ["2023"],
                },
            },
            "years": {
                "2023": { "source": "undated", "base": 3 },
                "2024": { "source": "undated", "base": 3 },
            },
            "locator": "hàng {province}, cột {column}",
            "suffix": "of-3",
            "complete": true,
        });
        let cells = "year,province,Trực tuyến,Toàn trình\n\
                     2023,An Hải,55.5,\n\
                     2023,Bình Sơn,55.5,\n\
                     2023,Châu Giang,90,\n\
                     2024,An Hải,70,12.25\n\
                     2024,Bình Sơn,,30\n";
        Self::good()
            .set("manifest.json", "/tables", json!("tables.json"))
            .text("tables.json", format!("{:#}\n", json!({ "tables": [table] })))
            .text(TABLE, cells)
    }

    pub(crate) fn names(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }

    pub(crate) fn get(&self, file: &str) -> &str {
        std::str::from_utf8(&self.0[file]).unwrap()
    }

    /// Replaces a whole file, or adds one.
    pub(crate) fn text(self, file: &str, text: impl Into<String>) -> Self {
        self.bytes(file, text.into().into_bytes())
    }

    /// Replaces the bytes of a file, or adds one.
    pub(crate) fn bytes(mut self, file: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.0.insert(file.to_owned(), bytes.into());
        self
    }

    /// Replaces a part of a file's text, which must stand there once.
    pub(crate) fn replace(self, file: &str, part: &str, by: &str) -> Self {
        let text = self.get(file);
        assert_eq!(text.matches(part).count(), 1, "{part} in {file}");
        let text = text.replace(part, by);
        self.text(file, text)
    }

    /// Removes a file, which the manifest still names.
    pub(crate) fn without(mut self, file: &str) -> Self {
        self.0.remove(file).unwrap();
        self
    }

    /// Sets the value at a JSON pointer, a key that is not there yet included.
    pub(crate) fn set(self, file: &str, pointer: &str, value: Value) -> Self {
        self.edit(file, pointer, |parent, key| {
            if let Value::Array(items) = parent {
                let idx: usize = key.parse().unwrap();
                if idx == items.len() {
                    items.push(value);
                } else {
                    items[idx] = value;
                }
            } else {
                parent.as_object_mut().unwrap().insert(key.to_owned(), value);
            }
        })
    }

    /// Adds an entry to the list at a JSON pointer.
    pub(crate) fn push(self, file: &str, list: &str, entry: Value) -> Self {
        let value: Value = serde_json::from_str(self.get(file)).unwrap();
        let n = value.pointer(list).and_then(Value::as_array).unwrap().len();
        self.set(file, &format!("{list}/{n}"), entry)
    }

    /// Removes the key at a JSON pointer.
    pub(crate) fn unset(self, file: &str, pointer: &str) -> Self {
        self.edit(file, pointer, |parent, key| {
            parent.as_object_mut().unwrap().remove(key).unwrap();
        })
    }

    fn edit(self, file: &str, pointer: &str, change: impl FnOnce(&mut Value, &str)) -> Self {
        let mut value: Value = serde_json::from_str(self.get(file)).unwrap();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        change(value.pointer_mut(parent).unwrap(), key);
        self.text(file, format!("{value:#}\n"))
    }

    pub(crate) fn folder(&self) -> &dyn Folder {
        &self.0
    }

    pub(crate) fn checked(&self) -> CheckReport {
        check(&self.0, today())
    }

    /// The lines `tinhso check` prints.
    pub(crate) fn check(&self) -> Vec<String> {
        self.checked().findings.iter().map(ToString::to_string).collect()
    }

    pub(crate) fn dataset(&self) -> Dataset {
        self.checked().loaded.dataset
    }

    /// Writes the files into a new folder of the build's own temporary folder.
    pub(crate) fn on_disk(&self, name: &str) -> PathBuf {
        let folder = scratch(name);
        for (path, text) in &self.0 {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        folder
    }
}

/// The good files with two errors and a warning: in an entry, of a file that nobody names, and a value.
pub(crate) fn good_with_faults() -> Files {
    Files::good()
        .set("observations/chau-giang.json", "/observations/3/value", json!(-1))
        .set("sources.json", "/sources/0/title", json!(""))
        .text("notes, old.txt", "to do")
}

/// An empty folder of this name, for one test.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Builds an observation. Without changes it is a result of 50 for 2023.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    province: String,
    json: Value,
}

impl Figure {
    pub(crate) fn of(province: &str, indicator: &str) -> Self {
        let json = json!({
            "indicator": indicator, "kind": "result", "value": 50, "period": "2023",
            "basis": "reported", "source": "paper", "locator": "¶1",
        });
        Self { province: province.to_owned(), json }
    }

    pub(crate) fn with_key(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.json[key] = value.into();
        self
    }

    pub(crate) fn id(self, id: &str) -> Self {
        self.with_key("id", id)
    }

    pub(crate) fn value(self, value: impl Into<Value>) -> Self {
        self.with_key("value", value)
    }

    pub(crate) fn missing(mut self) -> Self {
        self.json.as_object_mut().unwrap().remove("value");
        self.with_key("missing", "not said")
    }

    pub(crate) fn period(self, period: &str) -> Self {
        self.with_key("period", period)
    }

    /// Makes it a target with a deadline, or without one for "".
    pub(crate) fn target(mut self, deadline: &str) -> Self {
        self.json.as_object_mut().unwrap().remove("period");
        let deadline = if deadline.is_empty() { Value::Null } else { deadline.into() };
        self.with_key("kind", "target").with_key("deadline", deadline)
    }

    pub(crate) fn made(self, day: &str) -> Self {
        self.with_key("made", day)
    }

    pub(crate) fn comparator(self, sign: &str) -> Self {
        self.with_key("comparator", sign)
    }

    pub(crate) fn base(self, base: u32) -> Self {
        self.with_key("base", base)
    }

    pub(crate) fn basis(self, basis: &str) -> Self {
        self.with_key("basis", basis)
    }

    pub(crate) fn unit_as_of(self, day: &str) -> Self {
        self.with_key("unit_as_of", day)
    }

    pub(crate) fn judged(self, how: &str) -> Self {
        self.with_key("judged", how)
    }

    pub(crate) fn disputes(self, ids: &[&str]) -> Self {
        self.with_key("disputes", ids)
    }

    pub(crate) fn supersedes(self, id: &str) -> Self {
        self.with_key("supersedes", id)
    }

    /// A source of the fixtures by its id, or one published on a date: "2024-05-01" is its id and its
    /// date. Any other id is a source without a date.
    pub(crate) fn source(self, id: &str) -> Self {
        self.with_key("source", id)
    }
}

/// A dataset of the definitions of `tests/fixtures/good` and of these figures, in this order. Sources
/// the fixtures do not have are made up (see [`Figure::source`]).
pub(crate) fn world(figures: &[Figure]) -> Dataset {
    let mut files = Files::good();
    let mut names = Vec::new();
    for (idx, figure) in figures.iter().enumerate() {
        let mut json = figure.json.clone();
        if json.get("id").is_none() {
            json["id"] = format!("figure-{idx}").into();
        }
        let name = format!("observations/{idx}.json");
        let text = json!({ "province": figure.province, "observations": [json] }).to_string();
        files = files.text(&name, text);
        names.push(name);
    }
    files = files.set("manifest.json", "/files/observations", json!(names));
    let loaded = load(&files.0);
    assert_eq!(loaded.findings, [], "a figure of the test itself is broken");
    let mut dataset = loaded.dataset;
    for figure in figures {
        let id = figure.json["source"].as_str().unwrap();
        if dataset.source(id).is_none() {
            dataset.sources.push(published(id, id.parse().ok()));
        }
    }
    dataset
}

fn published(id: &str, published: Option<Date>) -> Source {
    Source {
        id: id.to_owned(),
        kind: SourceKind::Report,
        title: Some("Made up for tests".into()),
        publisher: None,
        author: None,
        published,
        published_not_before: None,
        url: None,
        via: None,
        archived: None,
        retrieved: None,
        language: Language::En,
    }
}

/// The day on which the tests check data.
pub(crate) fn today() -> Day {
    day("2026-11-22")
}

/// A day written like 2024-12-31.
pub(crate) fn day(text: &str) -> Day {
    text.parse::<Date>().unwrap().end()
}

/// The data of the site itself, read once for all tests.
pub(crate) fn real_data() -> Dataset {
    static REAL: OnceLock<Dataset> = OnceLock::new();
    let read = || load(&DiskFolder::open(&root().join("public/data")).unwrap()).dataset;
    REAL.get_or_init(read).clone()
}
