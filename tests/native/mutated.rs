//! The real data, changed in two thousand places: nothing panics, every finding names its place, and what
//! `check` accepts says what it said before, unless a value itself was changed or left out.

mod kinds;
mod says;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tinhso::data::{CheckReport, Finding, Folder, Manifest, Problem, check};
use tinhso::disk::DiskFolder;

use self::kinds::{KINDS, Kind};
use self::says::{says, says_less_or_another_value};
use crate::support::{root, today};

/// The bytes of each file by its path.
type Files = BTreeMap<String, Vec<u8>>;

/// Random numbers that are the same in each run (xorshift64*, Vigna 2016), so that a mutation can be made
/// again.
struct Chance(u64);

impl Chance {
    fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `n`.
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % n
    }

    fn one_of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

/// The data as published, without the schema, which nobody reads, and without the official tables, whose
/// faults have tests of their own (`tables`).
fn published() -> Files {
    let folder = DiskFolder::open(&root().join("public/data")).unwrap();
    let files = folder.files().unwrap();
    let is_left_out =
        |file: &str| ["schema/", "tables"].iter().any(|start| file.starts_with(start));
    let files = files.into_iter().filter(|file| !is_left_out(file));
    let mut files: Files = files.map(|file| (file.clone(), folder.read(&file).unwrap())).collect();
    let manifest = files.get_mut("manifest.json").unwrap();
    let mut value = json(manifest).unwrap();
    value.as_object_mut().unwrap().remove("tables").unwrap();
    *manifest = format!("{value:#}\n").into_bytes();
    leave_out_what_names_a_cell(&mut files);
    files
}

/// Leaves out the entries that follow from a figure of a table or dispute one, for it is not there.
fn leave_out_what_names_a_cell(files: &mut Files) {
    fn entries(value: &mut Value) -> Option<&mut Vec<Value>> {
        value.get_mut("observations")?.as_array_mut()
    }
    let mut of_provinces: Vec<(&mut Vec<u8>, Value)> = files
        .iter_mut()
        .filter(|(path, _)| path.contains('/'))
        .filter_map(|(_, bytes)| json(bytes).map(|value| (bytes, value)))
        .collect();
    let mut ids: BTreeSet<String> = BTreeSet::new();
    for (_, value) in &mut of_provinces {
        let entries = entries(value).into_iter().flatten();
        ids.extend(entries.filter_map(|entry| Some(entry["id"].as_str()?.to_owned())));
    }
    for (bytes, value) in &mut of_provinces {
        let Some(entries) = entries(value) else { continue };
        let n_entries = entries.len();
        entries.retain(|entry| {
            let named = ["disputes", "derived_from"].into_iter().filter_map(|key| entry.get(key));
            let mut named = named.filter_map(Value::as_array).flatten().filter_map(Value::as_str);
            named.all(|id| ids.contains(id))
        });
        if entries.len() < n_entries {
            **bytes = format!("{value:#}\n").into_bytes();
        }
    }
}

/// What is wrong with the findings themselves: each is told once, in one line, and names a file that is
/// there or is named, and a place in it.
fn fault_of_findings(files: &Files, checked: &CheckReport) -> Option<String> {
    let mut told: BTreeSet<String> = BTreeSet::new();
    let mut lines: BTreeMap<&str, Vec<&[u8]>> = BTreeMap::new();
    checked.findings.iter().find_map(|finding| {
        let line = finding.to_string();
        let fault = if !told.insert(line.clone()) {
            "told twice"
        } else if !finding.path.starts_with('$') || line.contains('\n') {
            "no place, or several lines"
        } else if let Some(bytes) = files.get(&finding.file) {
            let split = || bytes.split(|byte| *byte == b'\n').collect();
            fault_of_position(finding, lines.entry(&finding.file).or_insert_with(split))?
        } else {
            let manifest = checked.loaded.manifest.iter();
            let mut named = manifest.flat_map(Manifest::paths).chain(["manifest.json"]);
            if named.any(|path| path == finding.file) {
                return None;
            }
            "no file"
        };
        Some(format!("{fault}: {line}"))
    })
}

/// What is wrong with the position of a finding in a file that has these lines.
fn fault_of_position(finding: &Finding, lines: &[&[u8]]) -> Option<&'static str> {
    let Some(position) = finding.position else {
        return (!is_of_whole_file(&finding.problem)).then_some("no line");
    };
    let line = position.line.checked_sub(1).and_then(|idx| lines.get(idx));
    // A column counts characters, of which no line has more than bytes. It may be just behind them.
    let is_inside = line.is_some_and(|line| (1..=line.len() + 1).contains(&position.column));
    (!is_inside).then_some("a place outside of its file")
}

/// Whether a problem is one of a whole file, which has no line.
fn is_of_whole_file(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::NotText(_)
            | Problem::MissingFile { .. }
            | Problem::MissingManifest { .. }
            | Problem::UnnamedFile
    )
}

/// How often a kind of mutation was made, how often it was refused, and how often it was accepted although
/// more than a value had changed.
#[derive(Default)]
struct Tally {
    made: usize,
    refused: usize,
    kept: usize,
}

/// Makes a mutation. Not every file has what its kind changes, so it is tried in several.
fn mutation(published: &Files, seed: u64) -> (Kind, Files, String) {
    let mut chance = Chance::of(seed);
    let kind = KINDS[seed as usize % KINDS.len()];
    for _ in 0..100 {
        let mut files = published.clone();
        if let Some(what) = (kind.change)(&mut files, &mut chance) {
            return (kind, files, format!("mutation {seed}, {}: {what}", kind.name));
        }
    }
    panic!("mutation {seed}, {}: no file has what it changes", kind.name);
}

/// Makes mutations with these seeds.
fn mutate(seeds: std::ops::Range<u64>) {
    let published = published();
    let dataset = check(&published, today()).loaded.dataset;
    let provinces: Vec<&str> = dataset.provinces.iter().map(|p| p.id.as_str()).collect();
    let before = says(&dataset, &provinces);
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut faults: Vec<String> = Vec::new();
    let n_seeds = (seeds.end - seeds.start) as usize;
    for seed in seeds {
        let (kind, files, told) = mutation(&published, seed);
        let checked = check(&files, today());
        faults.extend(fault_of_findings(&files, &checked).map(|fault| format!("{told}: {fault}")));
        let tally = tallies.entry(kind.name).or_default();
        tally.made += 1;
        if checked.n_errors() > 0 {
            tally.refused += 1;
        } else if !says_less_or_another_value(&published, &files) {
            tally.kept += 1;
            if says(&checked.loaded.dataset, &provinces) != before {
                faults.push(format!("{told}: accepted, and the data say something else"));
            }
        }
    }
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
    assert_eq!(tallies.len(), KINDS.len(), "each kind of mutation is made");
    let (mut n_refused, mut n_kept) = (0, 0);
    for (name, tally) in tallies {
        assert!(tally.made >= n_seeds / KINDS.len(), "{name} was made {} times", tally.made);
        let is_harmless = ["order"].contains(&name);
        assert!(is_harmless || tally.refused > 0, "{name} was never refused in {}", tally.made);
        n_refused += tally.refused;
        n_kept += tally.kept;
    }
    assert!(n_refused * 3 >= n_seeds * 2, "most are refused: {n_refused}");
    assert!(n_kept > 0, "what says the same in another way is accepted");
}

macro_rules! mutations {
    ($($name:ident: $seeds:expr;)*) => {
        $(#[test]
        fn $name() {
            mutate($seeds);
        })*
    };
}

// In parts, which run side by side.
mutations! {
    the_first_250_mutations: 0..250;
    mutations_to_500: 250..500;
    mutations_to_750: 500..750;
    mutations_to_1000: 750..1000;
    mutations_to_1250: 1000..1250;
    mutations_to_1500: 1250..1500;
    mutations_to_1750: 1500..1750;
    mutations_to_2000: 1750..2000;
}

/// The JSON of a file; `None` where it is none.
fn json(bytes: &[u8]) -> Option<Value> {
    serde_json::from_slice(bytes).ok()
}
