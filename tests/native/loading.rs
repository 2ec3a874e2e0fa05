//! A broken file costs only itself, and a broken entry only that entry.

use proptest::prelude::*;
use serde_json::json;
use tinhso::data::LostFile;

use crate::support::Files;

const AN_HAI: &str = "observations/an-hai.json";

fn ids(files: &Files) -> Vec<String> {
    files.dataset().observations.into_iter().map(|o| o.id).collect()
}

fn lost(files: &Files) -> Vec<LostFile> {
    files.checked().loaded.lost
}

#[test]
fn a_file_that_is_no_json_costs_its_own_province() {
    let files = Files::good().text(AN_HAI, "{\"province\": \"an-hai\", ");
    assert!(ids(&files).iter().all(|id| !id.starts_with("an-hai/")));
    assert_eq!(ids(&files).len(), ids(&Files::good()).len() - 4);
    assert_eq!(
        lost(&files),
        [LostFile { file: AN_HAI.to_owned(), province: Some("an-hai".to_owned()) }]
    );
}

#[test]
fn a_missing_file_costs_its_own_province() {
    let files = Files::good().without(AN_HAI);
    assert_eq!(ids(&files).len(), ids(&Files::good()).len() - 4);
    assert_eq!(lost(&files)[0].province.as_deref(), Some("an-hai"));
}

#[test]
fn a_lost_file_beside_the_manifest_names_its_province_too() {
    let files = Files::good().set("manifest.json", "/files/observations/4", json!("xa.json"));
    assert_eq!(lost(&files)[0].province.as_deref(), Some("xa"));
}

/// The good data, with An Hải, its source and its indicators in the group of provinces not followed.
fn apart() -> Files {
    let mut observations = serde_json::from_str::<serde_json::Value>(
        Files::good().get("manifest.json"),
    )
    .unwrap()["files"]["observations"]
        .clone();
    observations.as_array_mut().unwrap().retain(|path| path != AN_HAI);
    Files::good().set("manifest.json", "/files/observations", observations).set(
        "manifest.json",
        "/groups",
        json!({ "others": { "observations": [AN_HAI] } }),
    )
}

#[test]
fn a_group_sets_provinces_apart_that_the_site_does_not_follow() {
    let files = apart();
    assert_eq!(files.check(), Vec::<String>::new());
    let dataset = files.dataset();
    assert_eq!(dataset.others, ["an-hai"]);
    assert!(dataset.followed().iter().all(|province| province.id != "an-hai"));
    assert_eq!(dataset.observations.len(), ids(&Files::good()).len(), "their figures are there");
    let narrowed = dataset.followed_part(&[]);
    assert!(narrowed.observations.iter().all(|o| o.province != "an-hai"));
    assert!(narrowed.is_followed("binh-son"));
    assert_eq!(narrowed.others, ["an-hai"], "that they are not followed stays known");
}

#[test]
fn a_group_may_bring_definitions_for_any_figure() {
    let source = |id: &str| {
        json!({ "id": id, "kind": "news", "title": "T", "publisher": null, "author": null,
            "published": null, "url": null, "language": "vi" })
    };
    let files = apart()
        .set("manifest.json", "/groups/others/sources", json!("more.json"))
        .text("more.json", json!({ "sources": [source("more")] }).to_string());
    let theirs = files.clone().set(AN_HAI, "/observations/0/source", json!("more"));
    assert_eq!(theirs.check(), Vec::<String>::new());
    assert!(theirs.dataset().source("more").is_some());
    let part_of_one = |files: &Files| files.dataset().province_part("binh-son", &[], &[]);
    assert!(part_of_one(&theirs).source("more").is_none(), "it is of no use there");

    let own =
        files.clone().set("observations/binh-son.json", "/observations/0/source", json!("more"));
    assert_eq!(own.check(), Vec::<String>::new());
    assert!(part_of_one(&own).source("more").is_some());
    let twice = files
        .text("more.json", json!({ "sources": [source("more"), source("paper")] }).to_string());
    assert_eq!(twice.check().len(), 1);
    assert!(twice.check()[0].starts_with("more.json: $.sources[1].id: "), "{:?}", twice.check());
}

#[test]
fn a_manifest_names_what_stands_in_a_group_too() {
    let text = json!({ "schema": 1,
        "files": { "provinces": "p.json", "indicators": "i.json", "sources": "s.json",
            "observations": ["a.json"] },
        "groups": { "others": { "indicators": "oi.json", "sources": "os.json",
            "observations": ["b.json"] } } });
    let loaded = Files::good().text("manifest.json", text.to_string()).checked().loaded;
    let manifest = loaded.manifest.unwrap();
    let paths: Vec<&str> = manifest.paths().collect();
    assert_eq!(paths.join(" "), "p.json i.json s.json oi.json os.json a.json b.json");
}

#[test]
fn a_group_keeps_to_the_data_folder_and_to_known_keys() {
    for (groups, expected) in [
        (json!({ "others": { "observations": ["../x.json"] } }), "$.groups.others.observations[0]"),
        (json!({ "others": { "sources": "/etc/x.json" } }), "$.groups.others.sources"),
        (json!({ "others": { "provinces": "p.json" } }), "$.groups.others"),
        (json!({ "more": {} }), "$.groups"),
        (json!({ "others": [] }), "$.groups.others"),
    ] {
        let found = Files::good().set("manifest.json", "/groups", groups).check();
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with(&format!("manifest.json: {expected}: ")), "{found:?}");
    }
}

#[test]
fn a_lost_definition_file_is_of_no_province() {
    let files = Files::good().without("sources.json");
    assert_eq!(lost(&files), [LostFile { file: "sources.json".to_owned(), province: None }]);
    assert_eq!(ids(&files), ids(&Files::good()));
}

#[test]
fn a_broken_observation_costs_only_itself() {
    let whole = ids(&Files::good());
    for (pointer, value) in [
        ("/observations/1", json!(7)),
        ("/observations/1", json!(null)),
        ("/observations/1/value", json!([])),
        ("/observations/1/value", json!(true)),
        ("/observations/1/base", json!(-1)),
        ("/observations/1/base", json!(63.5)),
        ("/observations/1/base", json!(5_000_000_000_u64)),
        ("/observations/1/period", json!("20232")),
        ("/observations/1/period", json!("1989")),
        ("/observations/1/period", json!(2023)),
        ("/observations/1/kind", json!("wish")),
        ("/observations/1/note", json!("one language")),
        ("/observations/1/disputes", json!("id")),
    ] {
        let files = Files::good().set(AN_HAI, pointer, value.clone());
        let expected: Vec<String> =
            whole.iter().filter(|id| !id.ends_with("/2024-09")).cloned().collect();
        assert_eq!(ids(&files), expected, "{pointer} {value}");
        assert!(!files.check().is_empty());
        assert_eq!(lost(&files), []);
    }
}

#[test]
fn an_entry_keeps_its_place_in_the_file_when_one_before_it_is_broken() {
    let files = Files::good().set(AN_HAI, "/observations/0", json!(7)).set(
        AN_HAI,
        "/observations/2/value",
        json!(99),
    );
    assert!(
        files
            .check()
            .iter()
            .any(|line| line.contains("$.observations[2].value: found the rank 99"))
    );
}

#[test]
fn a_fault_that_leaves_the_entry_usable_keeps_it() {
    for (pointer, value) in [
        ("/observations/1/locator", json!("")),
        ("/observations/1/extra", json!(1)),
        ("/observations/1/value", json!(1_000)),
        ("/observations/1/source", json!("nobody")),
    ] {
        let files = Files::good().set(AN_HAI, pointer, value);
        assert_eq!(ids(&files), ids(&Files::good()), "{pointer}");
        assert_eq!(files.check().len(), 1, "{pointer}");
    }
}

#[test]
fn keys_that_may_be_null_may_be_null_and_required_keys_are_required() {
    let null_allowed = ["title", "publisher", "author", "published", "url"];
    for key in ["id", "kind", "title", "publisher", "author", "published", "url", "language"] {
        let pointer = format!("/sources/1/{key}");
        let as_null = Files::good().set("sources.json", &pointer, json!(null)).dataset();
        let left_out = Files::good().unset("sources.json", &pointer).dataset();
        assert_eq!(as_null.sources.len() == 3, null_allowed.contains(&key), "{key} null");
        assert_eq!(left_out.sources.len(), 2, "{key} left out");
    }
    // A target's deadline may be null, a result's period may not.
    let target = Files::good().set(AN_HAI, "/observations/0/deadline", json!(null));
    assert_eq!(target.check(), Vec::<String>::new());
    assert_eq!(Files::good().unset(AN_HAI, "/observations/0/deadline").check().len(), 1);
    let result = Files::good().set(AN_HAI, "/observations/1/period", json!(null));
    assert_eq!(result.check().len(), 1);
}

#[test]
fn a_wrong_kind_of_province_is_one_finding() {
    let files = Files::good().set("provinces.json", "/provinces/2/kind", json!("planet"));
    let of_provinces: Vec<String> =
        files.check().into_iter().filter(|line| line.starts_with("provinces.json")).collect();
    assert_eq!(
        of_provinces,
        ["provinces.json: $.provinces[2].kind: found \"planet\", expected one of \"province\", \
          \"country\"; choose one of them (line 40)"]
    );
}

#[test]
fn a_file_of_an_unknown_province_is_named_even_when_it_is_empty() {
    let files = Files::good().set(AN_HAI, "/province", json!("an-hay")).set(
        AN_HAI,
        "/observations",
        json!([]),
    );
    let expected = "observations/an-hai.json: $.province: found \"an-hay\", expected the id of a \
                    province; did you mean \"an-hai\"? (line 3)";
    assert!(files.check().iter().any(|line| line == expected), "{:#?}", files.check());
}

#[test]
fn only_schema_1_is_read() {
    for schema in [json!(2), json!(0), json!("1"), json!(1.5), json!(null), json!([1])] {
        let files = Files::good().set("manifest.json", "/schema", schema.clone());
        assert_eq!(files.check().len(), 1, "{schema}");
        assert_eq!(files.dataset().observations, [], "{schema}");
    }
    assert_eq!(Files::good().unset("manifest.json", "/schema").check().len(), 1);
}

#[test]
fn a_manifest_without_files_says_so() {
    for text in ["", "null", "[]", "{}", "{\"schema\":1,\"files\":null}", "{\"schema\":1}"] {
        let files = Files::good().text("manifest.json", text);
        assert!(!files.check().is_empty(), "{text}");
        assert_eq!(files.checked().n_files, 1, "{text}");
    }
    let empty = Files::good().set("manifest.json", "/files/sources", json!(""));
    assert_eq!(empty.check().len(), 1);
    for key in ["provinces", "indicators", "sources", "observations"] {
        let pointer = format!("/files/{key}");
        for files in [
            Files::good().unset("manifest.json", &pointer),
            Files::good().set("manifest.json", &pointer, json!(null)),
            Files::good().set("manifest.json", &pointer, json!(7)),
        ] {
            assert_eq!(files.check().len(), 1, "{key}: {:?}", files.check());
        }
    }
}

#[test]
fn no_path_leads_out_of_the_folder() {
    for path in [
        "../x.json",
        "/etc/passwd",
        "a/../../x.json",
        "./x.json",
        "a//x.json",
        "",
        "a\\..\\x.json",
        "C:x.json",
        "https://example.org/x.json",
        "x.json?y",
        "%2e%2e/x.json",
    ] {
        let files = Files::good().set("manifest.json", "/files/observations/0", json!(path));
        let lines = files.check();
        assert!(
            lines
                .iter()
                .any(|line| line.starts_with("manifest.json: $.files.observations[0]: found ")),
            "{path}: {lines:?}"
        );
        // The other provinces stay.
        assert_eq!(ids(&files).len(), ids(&Files::good()).len() - 4, "{path}");
    }
}

#[test]
fn numbers_no_machine_holds_are_refused() {
    let huge = Files::good();
    let text = huge.get(AN_HAI).replace("86.06", "1e400");
    let files = huge.text(AN_HAI, text);
    assert_eq!(files.checked().n_errors(), 1);
    assert_eq!(lost(&files).len(), 1);

    let long = Files::good();
    let text = long.get(AN_HAI).replace("86.06", &"9".repeat(300));
    let lines = long.text(AN_HAI, text).check();
    assert_eq!(lines.len(), 1);
    assert!(lines[0].contains("expected a value from 0 to 100"), "{}", lines[0]);
}

#[test]
fn deep_nesting_is_a_finding_not_a_crash() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let files = Files::good().text(AN_HAI, deep);
    assert_eq!(files.checked().n_errors(), 1);
}

/// Nobody knows which of the two was meant.
#[test]
fn an_entry_with_a_key_that_stands_twice_is_not_used() {
    let twice = |part: &str, by: &str| Files::good().replace(AN_HAI, part, by);
    let files = twice("\"value\": 86.06", "\"value\": 86.06,\n      \"value\": 2");
    assert_eq!(ids(&files).len(), ids(&Files::good()).len() - 1);
    // A second list does not drop the first without a word, and costs the file.
    let files =
        twice("\"province\": \"an-hai\",", "\"province\": \"an-hai\", \"observations\": [],");
    assert_eq!(lost(&files)[0].province.as_deref(), Some("an-hai"));
    assert_eq!(files.check().len(), 1, "{:?}", files.check());
}

#[test]
fn hostile_text_is_kept_as_text() {
    let hostile = "</script><script>alert(1)</script>\u{0}\u{202e}\"'`";
    let dataset = Files::good().set(AN_HAI, "/observations/1/locator", json!(hostile)).dataset();
    assert_eq!(dataset.observations[1].locator, hostile);
}

#[test]
fn only_web_links_are_kept() {
    for url in
        ["javascript:alert(1)", "data:text/html,x", "//example.org", "https://", "http:///x", ""]
    {
        let files = Files::good().set("sources.json", "/sources/0/url", json!(url));
        assert_eq!(files.dataset().sources[0].url, None, "{url}");
        assert!(files.check().iter().any(|line| line.contains("$.sources[0].url")), "{url}");
    }
    let files = Files::good().set("sources.json", "/sources/0/url", json!("HTTPS://example.org"));
    assert_eq!(files.check(), Vec::<String>::new());
}

#[test]
fn findings_stand_in_the_order_of_files_and_entries() {
    let lines = Files::good()
        .set("observations/binh-son.json", "/observations/1/value", json!(64))
        .set(AN_HAI, "/observations/3/value", json!(101))
        .set(AN_HAI, "/observations/1/locator", json!(""))
        .set("provinces.json", "/provinces/1/successor", json!("zzz"))
        .set("manifest.json", "/note", json!("x"))
        .check();
    let places: Vec<&str> =
        lines.iter().map(|line| line.split(": found").next().unwrap()).collect();
    assert_eq!(
        places,
        [
            "manifest.json: $",
            "provinces.json: $.provinces[1].successor",
            "observations/an-hai.json: $.observations[1].locator",
            "observations/an-hai.json: $.observations[3].value",
            "observations/binh-son.json: $.observations[1].value",
        ]
    );
}

proptest! {
    #[test]
    fn no_changed_byte_makes_reading_panic(
        file in 0usize..8,
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        cut in any::<bool>(),
    ) {
        let good = Files::good();
        let name = good.names()[file].clone();
        let mut bytes = good.get(&name).as_bytes().to_vec();
        let idx = at.index(bytes.len());
        if cut {
            bytes.truncate(idx);
        } else {
            bytes[idx] = byte;
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let changed = good.text(&name, text);
        // Every line stays one line, whatever stood in the file.
        prop_assert!(changed.check().iter().all(|line| !line.contains('\n')));
    }
}
