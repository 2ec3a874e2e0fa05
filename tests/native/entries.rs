//! How an entry with faults is read: each fault is told once, and all of them at once.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};
use tinhso::data::Problem;

use crate::support::Files;

const AN_HAI: &str = "observations/an-hai.json";
const ENTRY: &str = "$.observations[1]";

/// The good data with keys of An Hải's second entry set.
fn with_keys(keys: &[(&str, Value)]) -> Files {
    keys.iter().fold(Files::good(), |files, (key, value)| {
        files.set(AN_HAI, &format!("/observations/1/{key}"), value.clone())
    })
}

/// The places of all findings, without the file, and what was found there.
fn places(files: &Files) -> Vec<String> {
    let findings = files.checked().findings;
    let place = |path: &str| path.replace(ENTRY, "@");
    findings.iter().map(|f| format!("{} {}", place(&f.path), f.message())).collect()
}

fn starts(files: &Files) -> Vec<String> {
    let begin = |line: String| line.split(", expected").next().unwrap_or_default().to_owned();
    places(files).into_iter().map(begin).collect()
}

#[test]
fn all_faults_of_an_entry_are_told_at_once_and_each_once() {
    let files = with_keys(&[
        ("kind", json!("goal")),
        ("value", json!("86,06")),
        ("period", json!("31/12/2024")),
        ("base", json!(-1)),
        ("basis", json!(null)),
        ("note", json!({ "vi": 7, "fr": "x" })),
        ("disputes", json!(["a", 7, null])),
        ("inferred", json!("base")),
        ("valeu", json!(1)),
        ("locator", json!(" ¶3")),
    ])
    .unset(AN_HAI, "/observations/1/source");
    let mut found = starts(&files);
    found.sort();
    let mut expected = vec![
        "@ found no key \"source\"",
        "@ found the unknown key \"valeu\"",
        "@.base found the number -1",
        "@.basis found null",
        "@.disputes[1] found the number 7",
        "@.disputes[2] found null",
        "@.inferred found the text \"base\"",
        "@.kind found \"goal\"",
        "@.locator found U+0020 (space) at the start of \" ¶3\"",
        "@.note found no key \"en\"",
        "@.note found the unknown key \"fr\"",
        "@.note.vi found the number 7",
        "@.period found \"31/12/2024\"",
        "@.value found the text \"86,06\"",
    ];
    expected.sort_unstable();
    assert_eq!(found, expected);
    let ids: Vec<String> = files.dataset().observations.into_iter().map(|o| o.id).collect();
    assert!(
        !ids.contains(&"an-hai/cashless-bills/result/2024-09".to_owned()),
        "no stand-in is used"
    );
    assert_eq!(ids.len(), Files::good().dataset().observations.len() - 1);
}

#[test]
fn null_is_as_good_as_left_out_where_a_key_may_be_left_out() {
    for key in [
        "comparator",
        "base",
        "judged",
        "note",
        "disputes",
        "inferred",
        "also",
        "qualitative",
        "draft",
        "reply",
    ] {
        assert_eq!(places(&with_keys(&[(key, json!(null))])), Vec::<String>::new(), "{key}");
    }
    for (key, found) in [("id", "null"), ("basis", "null"), ("locator", "null"), ("source", "null")]
    {
        let lines = starts(&with_keys(&[(key, json!(null))]));
        assert_eq!(lines, [format!("@.{key} found {found}")]);
    }
    assert_eq!(starts(&with_keys(&[("disputes", json!([null]))])), ["@.disputes[0] found null"]);
}

#[test]
fn an_entry_with_very_many_faults_ends() {
    let wrong: Vec<u32> = (0..1_000).collect();
    let lines = starts(&with_keys(&[("disputes", json!(wrong))]));
    assert_eq!(lines.len(), 20, "no more than an editor reads");
    assert_eq!(lines[19], "@.disputes[19] found the number 19");
}

#[test]
fn a_list_is_no_object() {
    let lines = starts(&with_keys(&[("note", json!(["vi", "en"]))]));
    assert_eq!(lines, ["@.note found a list"]);
    let files = Files::good().set(AN_HAI, "/observations/1", json!(["a", "b"]));
    assert_eq!(starts(&files), ["@ found a list"]);
}

/// Any JSON, made of the keys and words of the format and of others.
fn any_json() -> impl Strategy<Value = Value> {
    let words = ["br-vt", "result", "target", "2024", "2024/2023", "percent", ">=", "", "x y", "é"];
    let keys = [
        "id",
        "kind",
        "value",
        "missing",
        "period",
        "note",
        "vi",
        "en",
        "observations",
        "province",
        "provinces",
        "sources",
        "indicators",
        "schema",
        "files",
        "groups",
        "others",
        "also",
        "source",
        "disputes",
        "range",
        "breaks",
        "editions",
        "of",
        "qualitative",
        "draft",
        "reply",
        "on",
        "method_unknown",
        "$schema",
        "other",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(words.to_vec()).prop_map(Value::from),
        "\\PC{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, move |inner| {
        let key = prop::sample::select(keys.to_vec()).prop_map(str::to_owned);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(key, inner, 0..7)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Any JSON as text, in which a key may stand twice in one object.
fn any_text_of_json() -> impl Strategy<Value = String> {
    let leaf = any_json().prop_map(|value| value.to_string());
    leaf.prop_recursive(3, 20, 4, |inner| {
        let keys = ["id", "note", "vi", "en", "value", "disputes", "also", "source", "other"];
        let key = prop::sample::select(keys.to_vec());
        let pair = (key, inner.clone()).prop_map(|(key, value)| format!("\"{key}\": {value}"));
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(",\n"))),
            prop::collection::vec(pair, 0..7).prop_map(|keys| format!("{{{}}}", keys.join(",\n"))),
        ]
    })
}

/// Each finding is told once, and stands in a line of its file.
fn assert_told_well(files: &Files) -> Result<(), TestCaseError> {
    let mut told: BTreeSet<String> = BTreeSet::new();
    let names = files.names();
    for finding in files.checked().findings {
        let line = finding.to_string();
        prop_assert!(finding.path.starts_with('$') && !line.contains('\n'), "{}", line);
        prop_assert!(told.insert(line.clone()), "told twice: {}", line);
        let is_there = names.contains(&finding.file);
        let n_lines = if is_there { files.get(&finding.file).split('\n').count() } else { 0 };
        let is_of_whole_file =
            matches!(finding.problem, Problem::UnnamedFile | Problem::MissingFile { .. });
        match finding.position {
            Some(position) => prop_assert!((1..=n_lines).contains(&position.line), "{}", line),
            None => prop_assert!(is_of_whole_file, "no line: {}", line),
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_json_as_an_entry_of_each_list_is_told_once_and_in_its_place(
        kind in 0usize..4,
        entries in prop::collection::vec(any_text_of_json(), 1..4),
    ) {
        let kinds = [
            ("provinces.json", "{\"provinces\": ["),
            ("indicators.json", "{\"indicators\": ["),
            ("sources.json", "{\"sources\": ["),
            (AN_HAI, "{\"province\": \"an-hai\", \"observations\": ["),
        ];
        let (file, start) = kinds[kind];
        let text = format!("{start}\n{}\n]}}\n", entries.join(",\n"));
        assert_told_well(&Files::good().text(file, text))?;
    }

    #[test]
    fn any_json_in_the_place_of_a_file_or_an_entry_is_read_to_its_end(
        file in 0usize..8,
        value in any_json(),
    ) {
        let good = Files::good();
        let name = good.names()[file].clone();
        assert_told_well(&good.clone().text(&name, value.to_string()))?;
        assert_told_well(&good.set(AN_HAI, "/observations/1", value))?;
    }

    #[test]
    fn any_bytes_in_the_place_of_a_file_are_read_to_their_end(
        file in 0usize..8,
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let good = Files::good();
        let name = good.names()[file].clone();
        prop_assert!(good.bytes(&name, bytes).checked().n_errors() > 0);
    }
}
