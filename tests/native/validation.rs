//! The boundary cases of the rules that need more than one entry.

use serde_json::json;

use tinhso::data::{Loaded, Problem, validate};
use tinhso::i18n::Lang;

use crate::support::{Figure, Files, today, world};

const AN_HAI: &str = "observations/an-hai.json";
const BINH_SON: &str = "observations/binh-son.json";

/// Whether An Hải's entry of this index is refused with this value.
fn refused(idx: usize, key: &str, value: serde_json::Value) -> bool {
    let files = Files::good().set(AN_HAI, &format!("/observations/{idx}/{key}"), value);
    files.checked().n_errors() > 0
}

#[test]
fn both_ends_of_a_range_belong_to_it() {
    for (value, expected) in [(-0.1, true), (0.0, false), (100.0, false), (100.01, true)] {
        assert_eq!(refused(1, "value", json!(value)), expected, "{value}");
    }
    // A range of the file stands in the place of 0–100.
    let files = Files::good().set("indicators.json", "/indicators/0/range", json!([0, 200]));
    assert_eq!(
        files.set(AN_HAI, "/observations/1/value", json!(150)).check(),
        Vec::<String>::new()
    );
}

/// The pages have a name for every key that may be inferred, in the same order.
#[test]
fn what_may_be_inferred_has_a_name_in_both_languages() {
    let files = Files::good().set(AN_HAI, "/observations/0/inferred", json!(["anything else"]));
    let checked = files.checked();
    let allowed = checked.findings.iter().find_map(|finding| match &finding.problem {
        Problem::UnknownWord { allowed, .. } => Some(allowed.clone()),
        _ => None,
    });
    for lang in Lang::ALL {
        let named = lang.messages().inferred_keys().map(|(key, _)| key);
        assert_eq!(Some(named.to_vec()), allowed);
    }
}

#[test]
fn a_rank_is_a_whole_number_from_1_to_its_base() {
    let cases = [
        (0.0, true),
        (0.5, true),
        (1.0, false),
        (1.5, true),
        (63.0, false),
        (63.5, true),
        (64.0, true),
    ];
    for (value, expected) in cases {
        assert_eq!(refused(2, "value", json!(value)), expected, "{value}");
    }
}

#[test]
fn a_province_has_results_up_to_its_last_day() {
    for (key, day, expected) in [
        ("period", "2025-06-30", 0),
        ("period", "2025-07-01", 1),
        ("period", "2025", 1),
        ("unit_as_of", "2025-06-30", 0),
        ("unit_as_of", "2025-06", 0),
        ("unit_as_of", "2025-07-01", 1),
    ] {
        let files = Files::good().set(BINH_SON, "/observations/0/source", json!("undated")).set(
            BINH_SON,
            &format!("/observations/0/{key}"),
            json!(day),
        );
        assert_eq!(files.checked().n_errors(), expected, "{key} {day}");
    }
    // A promise may reach beyond the end of the province that made it.
    let id = "binh-son/cashless-bills/target/2030";
    let files = Files::good()
        .set(BINH_SON, "/observations/0/id", json!(id))
        .set(BINH_SON, "/observations/0/kind", json!("target"))
        .set(BINH_SON, "/observations/0/deadline", json!("2030"));
    assert_eq!(files.check(), Vec::<String>::new());
}

#[test]
fn a_target_is_bounded_on_its_good_side() {
    for (sign, higher_refused, lower_refused) in [
        ("=", false, false),
        ("~", false, false),
        (">=", false, true),
        (">", false, true),
        ("<=", true, false),
        ("<", true, false),
    ] {
        assert_eq!(refused(0, "comparator", json!(sign)), higher_refused, "higher {sign}");
        // A result may be any bound: that is what its source says.
        assert!(!refused(1, "comparator", json!(sign)), "result {sign}");
        let rank = Files::good()
            .set(AN_HAI, "/observations/2/kind", json!("target"))
            .set(AN_HAI, "/observations/2/id", json!("an-hai/index-rank/target/2023"))
            .set(AN_HAI, "/observations/2/deadline", json!("2023"))
            .set(AN_HAI, "/observations/2/comparator", json!(sign));
        assert_eq!(rank.checked().n_errors() > 0, lower_refused, "lower {sign}");
    }
}

#[test]
fn references_between_figures_may_cross_files() {
    let files = Files::good()
        .set(AN_HAI, "/observations/1/basis", json!("derived"))
        .set(AN_HAI, "/observations/1/derived_from", json!(["national/cashless-bills/result/2024"]))
        .set(AN_HAI, "/observations/0/supersedes", json!("an-hai/cashless-bills/result/2024-09"));
    assert_eq!(files.check(), Vec::<String>::new());
    assert!(refused(0, "supersedes", json!("an-hai/cashless-bills/target/2019")));
    assert!(refused(1, "derived_from", json!(["an-hai/cashless-bills/target/2019"])));
}

/// Two figures can be in a dispute only if they describe the same thing at the same time.
#[test]
fn only_one_thing_at_one_time_can_be_disputed() {
    let result = || Figure::of("an-hai", "cashless-bills").value(60).period("2023-08/2024-03");
    let rank = |base| Figure::of("an-hai", "index-rank").value(9).base(base).period("2023");
    let goal = |deadline| Figure::of("an-hai", "cashless-bills").value(60).target(deadline);
    let cases = [
        (None, result().value(50), result()),
        (None, result().value(50).period("2024-03"), result()),
        (Some("time"), result().value(50).period("2024-04"), result()),
        (Some("indicator"), Figure::of("an-hai", "online-dossiers").value(50), result()),
        (Some("province"), Figure::of("binh-son", "cashless-bills").value(50), result()),
        (Some("base"), rank(63), rank(34)),
        // The province's own goal of that very figure for that time.
        (None, goal("2023"), result()),
        (Some("time"), goal("2025"), result()),
        (Some("kind"), goal("2023").value(61), result()),
        (None, goal("2023").value(61), goal("2023")),
        (Some("time"), goal("2023").value(61), goal("2024")),
    ];
    for (expected, one, other) in cases {
        let dataset = world(&[one.id("one").disputes(&["other"]), other.id("other")]);
        let loaded = Loaded::from(dataset);
        let differs = validate(&loaded, today()).into_iter().find_map(|f| match f.problem {
            Problem::DisputeOfUnlikeFigures { differs, .. } => Some(differs),
            _ => None,
        });
        assert_eq!(differs, expected, "{:?}", loaded.dataset.observations);
    }
}

#[test]
fn a_figure_that_names_itself_is_refused() {
    let own = "an-hai/cashless-bills/result/2024-09";
    let changed = |key: &str, value: serde_json::Value| {
        Files::good().set(AN_HAI, &format!("/observations/1/{key}"), value)
    };
    for (key, path, value) in [
        ("disputes", "disputes[0]", json!([own])),
        ("derived_from", "derived_from[0]", json!([own])),
        ("supersedes", "supersedes", json!(own)),
    ] {
        let checked = changed(key, value).checked();
        assert_eq!((checked.n_errors(), checked.n_warnings()), (1, 0), "{key}");
        let expected = format!("$.observations[1].{path}");
        assert_eq!(checked.findings[0].path, expected);
    }
    // A derived figure needs parents, and is no parent of its own.
    let derived = changed("basis", json!("derived")).set(
        AN_HAI,
        "/observations/1/derived_from",
        json!([own]),
    );
    assert_eq!((derived.checked().n_errors(), derived.checked().n_warnings()), (1, 0));
}

#[test]
fn an_id_needs_words_of_its_own_behind_its_beginning() {
    for (id, expected) in [
        ("an-hai/cashless-bills/result/x", false),
        ("an-hai/cashless-bills/result/2023/again", false),
        ("an-hai/cashless-bills/result/", true),
        ("an-hai/cashless-bills/result", true),
        ("an-hai/cashless-bills/target/x", true),
        ("binh-son/cashless-bills/result/x", true),
    ] {
        assert_eq!(refused(1, "id", json!(id)), expected, "{id}");
    }
}

#[test]
fn what_was_inferred_is_of_a_closed_list_of_keys() {
    let found = |keys: serde_json::Value| {
        Files::good().set(AN_HAI, "/observations/1/inferred", keys).check()
    };
    assert_eq!(found(json!(["period", "said_by"])), Vec::<String>::new());
    assert_eq!(
        found(json!(["period", "value"])),
        [
            "observations/an-hai.json: $.observations[1].inferred[1]: found \"value\", expected one of \
          \"base\", \"comparator\", \"deadline\", \"document\", \"made\", \"period\", \
          \"said_by\", \"unit_as_of\"; choose one of them (line 26)"
        ]
    );
}

/// What was replaced under its id counts nowhere; entered again under another, it would count.
#[test]
fn a_replaced_figure_cannot_be_entered_again() {
    let own = "an-hai/cashless-bills/result/2024-09";
    let entry = |id: &str, indicator: &str, value: f64| {
        json!({
            "id": id, "indicator": indicator, "kind": "result", "value": value,
            "period": "2024-01/2024-09", "basis": "reported", "source": "paper", "locator": "¶3",
        })
    };
    let mut corrected = entry("an-hai/full-dossiers/result/2024-09", "full-dossiers", 86.06);
    corrected["supersedes"] = json!(own);
    let files = Files::good().push(AN_HAI, "/observations", corrected);
    assert_eq!(files.check(), Vec::<String>::new());
    let copy = entry("an-hai/cashless-bills/result/0a", "cashless-bills", 91.0);
    let found = files.push(AN_HAI, "/observations", copy).checked().findings;
    let problems: Vec<&Problem> = found.iter().map(|finding| &finding.problem).collect();
    assert!(
        matches!(problems[..], [Problem::SameFigureTwice { is_equal: false, .. }]),
        "{problems:?}"
    );
}

/// An entry for 2024 from one source, with further keys.
fn of_one_source(id: &str, value: f64, keys: &[(&str, serde_json::Value)]) -> serde_json::Value {
    let mut entry = json!({
        "id": format!("an-hai/full-dossiers/result/{id}"), "indicator": "full-dossiers",
        "kind": "result", "value": value, "period": "2024-01", "basis": "reported",
        "source": "paper", "locator": "¶3",
    });
    for (key, value) in keys {
        entry[*key] = value.clone();
    }
    entry
}

fn with_entries(entries: &[serde_json::Value]) -> Files {
    let good = Files::good();
    entries.iter().fold(good, |files, entry| files.push(AN_HAI, "/observations", entry.clone()))
}

#[test]
fn two_figures_that_dispute_a_third_may_still_be_the_same_one() {
    let rival = ("disputes", json!(["an-hai/full-dossiers/result/a"]));
    let first = of_one_source("a", 50.0, &[]);
    let second = of_one_source("b", 60.0, std::slice::from_ref(&rival));
    let entries = [first, second];
    assert_eq!(with_entries(&entries).check(), Vec::<String>::new());
    let again = of_one_source("c", 60.0, &[rival]);
    let found = with_entries(&[&entries[..], &[again]].concat()).checked().findings;
    let problems: Vec<&Problem> = found.iter().map(|finding| &finding.problem).collect();
    let [Problem::SameFigureTwice { id, is_equal: true, .. }] = problems[..] else {
        panic!("{problems:?}")
    };
    assert_eq!(id, "an-hai/full-dossiers/result/b");
}

#[test]
fn a_figure_may_be_corrected_more_than_once() {
    let supersedes = |id: &str| ("supersedes", json!(format!("an-hai/full-dossiers/result/{id}")));
    let files = with_entries(&[
        of_one_source("a", 50.0, &[]),
        of_one_source("b", 60.0, &[supersedes("a")]),
        of_one_source("c", 50.0, &[supersedes("b")]),
    ]);
    assert_eq!(files.check(), Vec::<String>::new());
}
