//! The keys that say how a figure was read and where else it stands: from the files into the data, into
//! the bundles, and what `check` says about them.

use serde_json::{Value, json};
use tinhso::compare::{Assessment, Ledger, Part, compare};
use tinhso::data::{AlsoIn, Dataset, Reply, read_bundle, write_bundle};

use crate::support::{Files, day};

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
    assert!(has_second(&dataset.province_part("an-hai", &[], &[])), "its province");
    assert!(has_second(&dataset.indicators_part(&["cashless-bills"], &[])), "its indicator");
    assert!(!has_second(&dataset.topic_part("online-dossiers")), "another topic");
    let read = read_bundle(&write_bundle(&topic)).unwrap();
    assert_eq!(read.observations[1].also, dataset.observations[1].also);
}

const REPLIED: &str = "an-hai/cashless-bills/result/2024-09";

/// A figure of An Hải with an answer in a source which only the answer names.
fn with_reply() -> Files {
    let reply = json!({
        "vi": "Số chưa gồm tháng 9.", "en": "September is left out.", "source": "second",
        "on": "2024-11-05",
    });
    with_second_source().unset(AN_HAI, "/observations/1/also").set(
        AN_HAI,
        "/observations/1/reply",
        reply,
    )
}

#[test]
fn a_figure_tells_what_the_province_answers() {
    let files = with_reply();
    assert_eq!(files.check(), Vec::<String>::new());
    let dataset = files.dataset();
    let figure = dataset.observation(REPLIED).unwrap();
    let expected = Reply {
        vi: "Số chưa gồm tháng 9.".into(),
        en: "September is left out.".into(),
        source: "second".into(),
        on: "2024-11-05".parse().unwrap(),
    };
    assert_eq!(figure.reply.as_ref(), Some(&expected));
    assert!(figure.names_source("paper") && figure.names_source("second"));
    assert!(!figure.names_source("plan"));
    assert_eq!(dataset.observations[0].reply, None);
}

#[test]
fn a_source_that_only_a_reply_names_is_in_every_part_with_the_figure() {
    let dataset = with_reply().dataset();
    let mut parts = Vec::new();
    for part in Part::all(&dataset) {
        let extracted = part.extract(&dataset);
        if let Some(figure) = extracted.observation(REPLIED) {
            parts.push(part.file_name());
            assert!(has_second(&extracted), "{part:?}");
            let read = read_bundle(&write_bundle(&extracted)).unwrap();
            assert_eq!(read.observation(REPLIED).unwrap().reply, figure.reply);
        } else {
            assert!(!has_second(&extracted), "{part:?}");
        }
    }
    assert_eq!(
        parts,
        ["followed.json", "sources.json", "topic-cashless-bills.json", "province-an-hai.json",]
    );
}

/// The design of the two commands knows no drafts and no replies.
#[test]
fn a_draft_and_a_reply_change_no_state_and_no_verdict() {
    let plain = Files::good().dataset();
    let marked = with_reply()
        .set(AN_HAI, "/observations/0/draft", json!(true))
        .set(AN_HAI, "/observations/1/draft", json!(true))
        .dataset();
    assert!(marked.observations[0].has_caveat() && !plain.observations[0].has_caveat());
    let ledger = |dataset: &Dataset| -> Vec<String> {
        let found = Ledger::new(dataset).assess_all(day("2026-11-22"));
        let line = |a: &Assessment<'_>| {
            let evidence: Vec<&str> = a.evidence.iter().map(|o| o.id.as_str()).collect();
            format!("{} {:?} {evidence:?} {:?} {:?}", a.target.id, a.state, a.gap, a.needed_pace)
        };
        found.iter().map(line).collect()
    };
    assert_eq!(ledger(&plain), ledger(&marked));
    assert!(!ledger(&plain).is_empty());
    for (idx, a) in plain.observations.iter().enumerate() {
        for (other, b) in plain.observations.iter().enumerate() {
            let [again, beside] = [&marked.observations[idx], &marked.observations[other]];
            assert_eq!(compare(&plain, a, b), compare(&marked, again, beside));
        }
    }
}

#[test]
fn a_flag_is_true_or_left_out() {
    let files = Files::good()
        .set(AN_HAI, "/observations/0/draft", json!(true))
        .set("indicators.json", "/indicators/0/method_unknown", json!(true))
        .set("indicators.json", "/indicators/1/method_unknown", Value::Null);
    assert_eq!(files.check(), Vec::<String>::new());
    let dataset = files.dataset();
    let drafts: Vec<bool> = dataset.observations[..2].iter().map(|o| o.draft).collect();
    assert_eq!(drafts, [true, false]);
    let unknown: Vec<bool> = dataset.indicators[..2].iter().map(|i| i.method_unknown).collect();
    assert_eq!(unknown, [true, false]);
    let read = read_bundle(&write_bundle(&dataset)).unwrap();
    assert!(read.observations[0].draft && read.indicators[0].method_unknown);
    // One that is refused leaves the other faults of its entry to be told, too.
    let found = Files::good()
        .set(AN_HAI, "/observations/0/draft", json!(false))
        .set(AN_HAI, "/observations/0/value", json!("eighty"))
        .check();
    assert_eq!(found.len(), 2, "{found:?}");
}

/// The keys of the files are those of the bundles.
#[test]
fn a_bundle_has_the_keys_of_the_files_and_none_that_are_left_out() {
    let plain = write_bundle(&Files::good().dataset());
    let files = with_second_source()
        .set(AN_HAI, "/observations/1/checked_by", json!("A second reader"))
        .set(AN_HAI, "/observations/1/fragment", json!("words"))
        .set(AN_HAI, "/observations/1/draft", json!(true))
        .set("indicators.json", "/indicators/0/method_unknown", json!(true))
        .set("sources.json", "/sources/3/via", json!("A copy"))
        .set("sources.json", "/sources/3/archived", json!("https://example.org/archived"))
        .set("sources.json", "/sources/3/retrieved", json!("2026-11-01"));
    let further = write_bundle(&files.dataset());
    let keys = [
        "also",
        "checked_by",
        "fragment",
        "draft",
        "method_unknown",
        "via",
        "archived",
        "retrieved",
    ];
    for key in keys {
        let key = format!("\"{key}\":");
        assert_eq!(further.matches(&key).count(), 1, "{key}");
        assert!(!plain.contains(&key), "{key}");
    }
}
