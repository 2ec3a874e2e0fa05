//! The real data, changed in two thousand places: nothing panics, every finding names its place, and what
//! `check` accepts says what it said before, unless a value itself was changed or left out.

mod kinds;
mod says;

use std::collections::BTreeMap;

use serde_json::Value;
use tinhso::data::{CheckReport, Folder, check};
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

/// The data as published, without the schema, which nobody reads.
fn published() -> Files {
    let folder = DiskFolder::open(&root().join("public/data")).unwrap();
    let files = folder.files().unwrap();
    let files = files.into_iter().filter(|file| !file.starts_with("schema/"));
    files.map(|file| (file.clone(), folder.read(&file).unwrap())).collect()
}

/// Each finding names a file that is there or is named, and a place in it.
fn assert_places(files: &Files, checked: &CheckReport, told: &str) {
    for finding in &checked.findings {
        assert!(finding.path.starts_with('$'), "{told}: {finding}");
        let is_named = checked
            .loaded
            .manifest
            .as_ref()
            .is_some_and(|manifest| manifest.paths().any(|path| path == finding.file));
        let bytes = files.get(&finding.file);
        assert!(
            bytes.is_some() || is_named || finding.file == "manifest.json",
            "{told}: {finding}"
        );
        if let (Some(position), Some(bytes)) = (finding.position, bytes) {
            let n_lines = bytes.split(|byte| *byte == b'\n').count();
            assert!((1..=n_lines).contains(&position.line), "{told}: {finding}");
        }
    }
}

/// How often a kind of mutation was made, and how often it was refused.
#[derive(Default)]
struct Tally {
    made: usize,
    refused: usize,
}

/// Makes mutations with these seeds.
fn mutate(seeds: std::ops::Range<u64>) {
    let published = published();
    let dataset = check(&published, today()).loaded.dataset;
    let provinces: Vec<&str> = dataset.provinces.iter().map(|p| p.id.as_str()).collect();
    let before = says(&dataset, &provinces);
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for seed in seeds {
        let mut chance = Chance::of(seed);
        let Kind { name, change } = KINDS[seed as usize % KINDS.len()];
        let mut files = published.clone();
        let Some(what) = change(&mut files, &mut chance) else { continue };
        let told = format!("mutation {seed}, {name}: {what}");
        let checked = check(&files, today());
        assert_places(&files, &checked, &told);
        let tally = tallies.entry(name).or_default();
        tally.made += 1;
        if checked.n_errors() > 0 {
            tally.refused += 1;
        } else if !says_less_or_another_value(&published, &files) {
            let after = says(&checked.loaded.dataset, &provinces);
            assert!(after == before, "{told}: accepted, and the data say something else");
        }
    }
    assert_eq!(tallies.len(), KINDS.len(), "each kind of mutation is made");
    for (name, tally) in tallies {
        assert!(tally.made * 2 >= 250 / KINDS.len(), "{name} was made only {} times", tally.made);
        let is_harmless = ["order"].contains(&name);
        assert!(is_harmless || tally.refused > 0, "{name} was never refused in {}", tally.made);
    }
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
