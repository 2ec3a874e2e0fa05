//! Several files in one: nothing is lost by putting them together, and a fault costs its own file.

use proptest::prelude::*;
use serde_json::{Value, json};
use tinhso::data::{Dataset, Loaded, load_share, write_share};

use crate::support::Files;

const LISTS: [&str; 3] = ["provinces.json", "indicators.json", "sources.json"];

/// The good files, each on one line, in the order of the manifest.
fn files() -> Vec<(String, String)> {
    let good = Files::good();
    let manifest: Value = serde_json::from_str(good.get("manifest.json")).unwrap();
    let observations = manifest["files"]["observations"].as_array().unwrap().iter();
    let paths = LISTS.into_iter().chain(observations.map(|path| path.as_str().unwrap()));
    let line = |path: &str| serde_json::from_str::<Value>(good.get(path)).unwrap().to_string();
    paths.map(|path| (path.to_owned(), line(path))).collect()
}

fn share(files: &[(String, String)]) -> String {
    write_share(files.iter().map(|(path, text)| (path.as_str(), text.clone())))
}

fn ids(dataset: &Dataset) -> Vec<&str> {
    dataset.observations.iter().map(|o| o.id.as_str()).collect()
}

fn places(loaded: &Loaded) -> Vec<(&str, &str)> {
    loaded.findings.iter().map(|found| (found.file.as_str(), found.path.as_str())).collect()
}

#[test]
fn a_share_holds_what_its_files_hold() {
    let loaded = load_share(&share(&files()));
    assert_eq!(loaded.findings, []);
    assert_eq!(loaded.lost, []);
    let expected = Files::good().dataset();
    assert_eq!(loaded.dataset.provinces, expected.provinces);
    assert_eq!(loaded.dataset.indicators, expected.indicators);
    assert_eq!(loaded.dataset.sources, expected.sources);
    assert_eq!(loaded.dataset.own, expected.own);
    assert_eq!(ids(&loaded.dataset), ids(&expected));
}

#[test]
fn a_share_tells_which_provinces_the_site_does_not_follow() {
    let mut files = files();
    let (path, text) = files.remove(3);
    assert_eq!(path, "observations/an-hai.json");
    files.push(("others/an-hai.json".to_owned(), text));
    let loaded = load_share(&share(&files));
    assert_eq!((loaded.findings.len(), loaded.lost.len()), (0, 0));
    assert_eq!(loaded.dataset.others.provinces, ["an-hai"]);
    assert!(!loaded.dataset.is_followed("an-hai"));
    assert!(loaded.dataset.is_followed("binh-son"));
    assert!(!loaded.dataset.own.contains(&"an-hai".to_owned()));
    assert!(ids(&loaded.dataset).iter().any(|id| id.starts_with("an-hai/")), "it has figures");
}

#[test]
fn a_share_is_one_json_object_of_its_files() {
    let read: Value = serde_json::from_str(&share(&files())).unwrap();
    let expected: serde_json::Map<String, Value> = files()
        .into_iter()
        .map(|(path, text)| (path, serde_json::from_str(&text).unwrap()))
        .collect();
    assert_eq!(read, Value::Object(expected));
    let read: Value = serde_json::from_str(&write_share::<String>([])).unwrap();
    assert_eq!(read, json!({}));
}

#[test]
fn a_broken_file_costs_its_own_province() {
    let mut files = files();
    let n_files = files.len();
    let (path, text) = &mut files[3];
    assert_eq!(path, "observations/an-hai.json");
    text.insert(1, '?');
    let loaded = load_share(&share(&files));
    assert_eq!(places(&loaded), [("observations/an-hai.json", "$")]);
    assert_eq!(loaded.dataset.lost, ["an-hai"]);
    assert_eq!(loaded.lost.len(), 1);
    assert_eq!(loaded.dataset.own.len(), n_files - LISTS.len() - 1);
    let others = Files::good().without("observations/an-hai.json").dataset();
    assert_eq!(ids(&loaded.dataset), ids(&others));
}

#[test]
fn what_is_no_share_has_no_definitions_and_says_so() {
    for text in
        ["", "{}", "null", "<!DOCTYPE html>\n<p>404</p>\n", "{\"provinces.json\":[]}", "\":"]
    {
        let loaded = load_share(text);
        assert_eq!(loaded.dataset.sources, [], "{text}");
        assert_eq!(loaded.dataset.observations, [], "{text}");
        assert_eq!(places(&loaded), LISTS.map(|list| (list, "$")), "{text}");
        assert_eq!(loaded.lost.len(), 3, "{text}");
    }
}

proptest! {
    /// Nobody could say what it lacks.
    #[test]
    fn a_share_cut_off_holds_nothing(at in 0.0..1.0_f64) {
        let whole = share(&files());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a text")]
        let mut end = (at * whole.len() as f64) as usize;
        while !whole.is_char_boundary(end) {
            end -= 1;
        }
        let cut = load_share(&whole[..end]);
        prop_assert_eq!(cut.dataset, Dataset::default());
        prop_assert_eq!(cut.lost.len(), 3);
    }

    #[test]
    fn hostile_text_is_no_share_and_is_said_to_be_none(text in "[\"{}:,a-z\n\\\\é]{0,80}") {
        let loaded = load_share(&format!("{{\n\"x.json\":\n{text}\n}}\n"));
        prop_assert_eq!(loaded.dataset.observations.len(), 0);
        prop_assert!(loaded.lost.len() >= 3);
        prop_assert!(!loaded.findings.is_empty());
    }
}
