//! The published JSON Schema: it is that of the model, the data keep to it, and it refuses what the reader
//! refuses.

use std::collections::BTreeSet;

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;
use tinhso::data::{Finding, Problem, Severity, schemas};

use crate::messages::{cases, name};
use crate::support::{Files, root};

/// The problems that a schema cannot say, and why.
const NOT_IN_THE_SCHEMA: [(&str, &str); 34] = [
    ("NotText", "a schema is asked when there is JSON"),
    ("NotJson", "a schema is asked when there is JSON"),
    ("RepeatedKey", "JSON readers give a schema one of the two"),
    ("Table", "a spreadsheet has no schema"),
    ("UnnamedFile", "it is about several files"),
    ("MissingManifest", "it is about several files"),
    ("MissingFile", "it is about several files"),
    ("OutsideFolder", "it is about the folder"),
    ("RepeatedFile", "it is about the folder"),
    ("FaultyText", "of the characters only white space at an end and line breaks are refused"),
    ("BackwardsInterval", "a pattern cannot compare"),
    ("NotADate", "a pattern does not count the days of a month"),
    ("LongFragment", "a pattern of words would say less than the description does"),
    ("EmptyRange", "a schema cannot compare two numbers"),
    ("NoRankOf", "it is about several entries"),
    ("RangeEndNotAbove", "a schema cannot compare two numbers"),
    ("TooManyDecimals", "the steps of a decimal number are none of a binary one"),
    ("OutOfRange", "it is about several entries"),
    ("RankWithoutBase", "it is about several entries"),
    ("NotARank", "it is about several entries"),
    ("BaseTooLarge", "it is about several entries"),
    ("FutureResult", "a schema does not know the day"),
    ("ProvinceEnded", "it is about several entries"),
    ("ComparatorAgainstBetter", "it is about several entries"),
    ("DuplicateId", "it is about several entries"),
    ("SameFigureTwice", "it is about several entries"),
    ("SharedAlias", "it is about several entries"),
    ("Circle", "it is about several entries"),
    ("WrongIdPrefix", "it is about several entries"),
    ("UnknownId", "it is about several entries"),
    ("DerivedWithoutParents", "of a table a column is the parent"),
    ("DisputeOfUnlikeFigures", "it is about several entries"),
    ("SelfReference", "a schema cannot compare two texts"),
    ("UnknownWord", "of the keys that may be inferred; all other lists of words are in the schema"),
];

/// The schemas as a validator reads them.
struct Validator {
    schemas: Schemas,
    compiled: Vec<(&'static str, SchemaIndex)>,
}

impl Validator {
    fn new() -> Self {
        let (mut found, mut compiler) = (Schemas::new(), Compiler::new());
        let compiled = schemas().map(|(file, text)| {
            compiler.add_resource(file, serde_json::from_str(&text).unwrap()).unwrap();
            (file, compiler.compile(file, &mut found).unwrap())
        });
        Self { schemas: found, compiled: compiled.to_vec() }
    }

    /// Why a file is refused; `None` if it is not.
    fn refusal(&self, file: &str, value: &Value) -> Option<String> {
        let (_, schema) = self.compiled.iter().find(|(name, _)| *name == schema_of(file)).unwrap();
        self.schemas.validate(value, *schema).err().map(|error| format!("{file}: {error:#}"))
    }
}

/// The schema's file for a data file.
fn schema_of(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap();
    let lists =
        ["manifest.json", "provinces.json", "indicators.json", "sources.json", "tables.json"];
    lists.into_iter().find(|list| *list == name).unwrap_or("observations.json")
}

/// The data files of a folder, and what they hold.
fn data_files(folder: &str) -> Vec<(String, Value)> {
    let folder = root().join(folder);
    let manifest = std::fs::read_to_string(folder.join("manifest.json")).unwrap();
    let manifest: tinhso::data::Manifest = serde_json::from_str(&manifest).unwrap();
    let paths = manifest.paths().chain(["manifest.json"]);
    paths
        .map(|path| {
            let text = std::fs::read_to_string(folder.join(path)).unwrap();
            (path.to_owned(), serde_json::from_str(&text).unwrap())
        })
        .collect()
}

#[test]
fn the_published_schema_is_that_of_the_model() {
    for (file, text) in schemas() {
        let path = root().join("public/data/schema").join(file);
        let published = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            published == text,
            "{}: found another schema than that of the model; write it with \
             `cargo run --bin tinhso -- schema --out public/data/schema`",
            path.display()
        );
    }
}

#[test]
fn the_data_keep_to_the_schema_and_name_it() {
    let validator = Validator::new();
    for (file, value) in data_files("public/data") {
        assert_eq!(validator.refusal(&file, &value), None);
        let up = "../".repeat(file.matches('/').count());
        let named =
            format!("{}schema/{}", if up.is_empty() { "./" } else { &up }, schema_of(&file));
        assert_eq!(value["$schema"], named, "{file}: an editor's tools find the schema by it");
    }
    for (file, value) in data_files("tests/fixtures/good") {
        assert_eq!(validator.refusal(&file, &value), None);
    }
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let validator = Validator::new();
    let mut excused = BTreeSet::new();
    for (files, line) in cases() {
        let findings = files.checked().findings;
        let finding = findings.iter().find(|finding| finding.to_string() == line).unwrap();
        let is_error = finding.severity() == Severity::Error;
        let refusal = refusal_of(&validator, &files, finding);
        assert!(is_error || refusal.is_none(), "{line}\nis a warning, and the schema refuses it");
        if is_error && refusal.is_none() {
            let problem = name(&finding.problem);
            let excuse = NOT_IN_THE_SCHEMA.iter().find(|(excused, _)| *excused == problem);
            assert!(excuse.is_some(), "{line}\nis no fault to the schema");
            excused.insert(problem);
        }
    }
    let listed: BTreeSet<&str> = NOT_IN_THE_SCHEMA.iter().map(|(problem, _)| *problem).collect();
    assert_eq!(listed, excused, "an excuse that no case needs");
}

/// Why the schema refuses the file of a finding.
fn refusal_of(validator: &Validator, files: &Files, finding: &Finding) -> Option<String> {
    let is_no_json = matches!(
        finding.problem,
        Problem::NotText(_)
            | Problem::NotJson(_)
            | Problem::MissingFile { .. }
            | Problem::MissingManifest { .. }
            | Problem::UnnamedFile
    );
    if is_no_json || finding.file.starts_with("tables/") {
        return None;
    }
    let value = serde_json::from_str(files.get(&finding.file)).unwrap();
    validator.refusal(&finding.file, &value)
}

/// A key that must stand is required by the schema, one that may be left out is not, and null is allowed
/// where the reader allows it.
#[test]
fn the_schema_and_the_reader_agree_on_every_key_left_out_or_null() {
    let validator = Validator::new();
    for (file, list) in [
        ("provinces.json", "provinces"),
        ("indicators.json", "indicators"),
        ("sources.json", "sources"),
        ("observations/an-hai.json", "observations"),
    ] {
        let whole: Value = serde_json::from_str(Files::good().get(file)).unwrap();
        for idx in 0..whole[list].as_array().unwrap().len() {
            for key in whole[list][idx].as_object().unwrap().keys() {
                let pointer = format!("/{list}/{idx}/{key}");
                let changed = [
                    Files::good().unset(file, &pointer),
                    Files::good().set(file, &pointer, Value::Null),
                ];
                for files in changed {
                    let value: Value = serde_json::from_str(files.get(file)).unwrap();
                    let is_shape = |finding: &&Finding| {
                        finding.file == file
                            && finding.severity() == Severity::Error
                            && !NOT_IN_THE_SCHEMA.iter().any(|(n, _)| *n == name(&finding.problem))
                    };
                    let findings = files.checked().findings;
                    let found = findings.iter().find(is_shape).map(ToString::to_string);
                    let refusal = validator.refusal(file, &value);
                    assert_eq!(refusal.is_some(), found.is_some(), "{refusal:?}\n{found:?}");
                }
            }
        }
    }
}
