//! The keys that say how a figure was read and where else it stands: from the files into the data, into
//! the bundles, and what `check` says about them.

use serde_json::{Value, json};
use tinhso::compare::Part;
use tinhso::data::{AlsoIn, Dataset, read_bundle, write_bundle};

use crate::support::Files;

const AN_HAI: &str = "observations/an-hai.json";

/// An entry of An Hải that also stands in a source which only it names.
fn with_second_source() -> Files {
    let source = json!({
        "id": "second", "kind": "report", "title": "Made up for tests", "publisher": null,
        "author": null, "published": null, "url": null, "language": "en",
    });
    let also = json!([{ "source": "second", "locator": "¶2" }]);
    Files::good().push("sources.json", "/sources", source).set(AN_HAI, "/observations/1/also", also)
}

fn has_second(dataset: &Dataset) -> bool {
    dataset.source("second").is_some()
}

#[test]
fn a_source_tells_how_it_was_read() {
    let files = Files::good()
        .set("sources.json", "/sources/0/title", Value::Null)
        .set("sources.json", "/sources/0/via", json!("Kho Văn Bản, bản 2024"))
        .set("sources.json", "/sources/0/archived", json!("https://example.org/archived"))
        .set("sources.json", "/sources/0/retrieved", json!("2026-11-01"));
    assert_eq!(files.check(), Vec::<String>::new());
    let dataset = files.dataset();
    let source = dataset.source("paper").unwrap();
    assert_eq!(source.title, None);
    assert_eq!(source.via.as_deref(), Some("Kho Văn Bản, bản 2024"));
    assert_eq!(source.archived.as_deref(), Some("https://example.org/archived"));
    assert_eq!(source.retrieved, "2026-11-01".parse().ok());
    let plan = dataset.source("plan").unwrap();
    assert_eq!(plan.title.as_deref(), Some("Kế hoạch bịa ra để thử"));
    assert_eq!((&plan.via, &plan.archived, plan.retrieved), (&None, &None, None));
}

#[test]
fn an_archived_copy_is_a_link_or_refused() {
    let files =
        Files::good().set("sources.json", "/sources/0/archived", json!("javascript:alert(1)"));
    let found = files.check();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("sources.json: $.sources[0].archived: "), "{found:?}");
    assert_eq!(files.dataset().source("paper").unwrap().archived, None);
}

#[test]
fn a_figure_tells_where_else_it_stands_and_who_checked_it() {
    let files = with_second_source()
        .set(AN_HAI, "/observations/1/checked_by", json!("A second reader"))
        .set(AN_HAI, "/observations/1/fragment", json!("đạt 86,06%"));
    assert_eq!(files.check(), Vec::<String>::new());
    let dataset = files.dataset();
    let figure = dataset.observation("an-hai/cashless-bills/result/2024-09").unwrap();
    assert_eq!(figure.also, [AlsoIn { source: "second".into(), locator: "¶2".into() }]);
    assert_eq!(figure.checked_by.as_deref(), Some("A second reader"));
    assert_eq!(figure.fragment.as_deref(), Some("đạt 86,06%"));
    assert!(figure.names_source("paper") && figure.names_source("second"));
    assert!(!figure.names_source("plan"));
    let other = &dataset.observations[0];
    assert_eq!((other.also.len(), &other.checked_by, &other.fragment), (0, &None, &None));
}

#[test]
fn what_also_names_must_exist_and_say_where() {
    let of = |also: Value| Files::good().set(AN_HAI, "/observations/1/also", also).check();
    let unknown = of(json!([{ "source": "papr", "locator": "¶2" }]));
    assert_eq!(unknown.len(), 1, "{unknown:?}");
    let path = format!("{AN_HAI}: $.observations[1].also[0].source: ");
    assert!(unknown[0].starts_with(&path) && unknown[0].contains("paper"), "{unknown:?}");
    for wrong in [json!([{ "source": "paper" }]), json!(["paper"]), json!("paper")] {
        assert!(!of(wrong.clone()).is_empty(), "{wrong}");
    }
    for left_out in [json!(null), json!([])] {
        assert_eq!(of(left_out), Vec::<String>::new());
    }
}

#[test]
fn what_also_names_may_stand_in_the_further_sources() {
    let second: Value = serde_json::from_str(with_second_source().get("sources.json")).unwrap();
    let list = json!({ "sources": [second["sources"][3]] });
    let files = with_second_source()
        .text("sources.json", Files::good().get("sources.json"))
        .text("others.json", list.to_string())
        .set("manifest.json", "/groups", json!({ "others": { "sources": "others.json" } }));
    assert_eq!(files.check(), Vec::<String>::new());
    assert!(has_second(&Part::Followed.extract(&files.dataset())));
}

#[test]
fn a_source_that_only_also_names_is_in_every_part_with_the_figure() {
    let dataset = with_second_source().dataset();
    for part in Part::all(&dataset) {
        let extracted = part.extract(&dataset);
        let has_figure = extracted.observations.iter().any(|o| !o.also.is_empty());
        assert!(has_second(&extracted) || !has_figure, "{part:?}");
    }
    let topic = Part::Topic("cashless-bills".into()).extract(&dataset);
    assert!(has_second(&topic), "the topic of the figure");
    assert!(has_second(&dataset.province_part("an-hai")), "its province");
    assert!(has_second(&dataset.indicators_part(&["cashless-bills"], &[])), "its indicator");
    assert!(!has_second(&dataset.topic_part("online-dossiers")), "another topic");
    let read = read_bundle(&write_bundle(&topic)).unwrap();
    assert_eq!(read.observations[1].also, dataset.observations[1].also);
}

/// The keys of the files are those of the bundles.
#[test]
fn a_bundle_has_the_keys_of_the_files_and_none_that_are_left_out() {
    let plain = write_bundle(&Files::good().dataset());
    let files = with_second_source()
        .set(AN_HAI, "/observations/1/checked_by", json!("A second reader"))
        .set(AN_HAI, "/observations/1/fragment", json!("words"))
        .set("sources.json", "/sources/3/via", json!("A copy"))
        .set("sources.json", "/sources/3/archived", json!("https://example.org/archived"))
        .set("sources.json", "/sources/3/retrieved", json!("2026-11-01"));
    let further = write_bundle(&files.dataset());
    for key in ["also", "checked_by", "fragment", "via", "archived", "retrieved"] {
        let key = format!("\"{key}\":");
        assert_eq!(further.matches(&key).count(), 1, "{key}");
        assert!(!plain.contains(&key), "{key}");
    }
}
