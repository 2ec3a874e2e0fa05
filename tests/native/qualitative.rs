//! Promises in words alone, and indicators for which neither direction is better. The data here are
//! made up.

use serde_json::json;
use tinhso::compare::{Ledger, Outcome, Unranked, YearFilter, compare, outcome, pairs, rank};
use tinhso::data::{Better, Comparator, Kind, Observation};
use tinhso::export::{Csv, Format};

use crate::support::{Files, day};

const AN_HAI: &str = "observations/an-hai.json";

fn with_a_promise_in_words() -> Files {
    let indicator = json!({ "id": "done", "concept": "done", "pillar": "overall",
        "name": { "vi": "Xong", "en": "Done" },
        "definition": { "vi": "Cơ bản xong.", "en": "Basically done." }, "unit": "statement",
        "of": { "vi": "lời hứa", "en": "promises" }, "better": null });
    let promise = json!({ "id": "an-hai/done/target/2030", "indicator": "done", "kind": "target",
        "qualitative": true, "deadline": "2030", "basis": "reported", "source": "paper",
        "locator": "¶1" });
    Files::good().push("indicators.json", "/indicators", indicator).push(
        AN_HAI,
        "/observations",
        promise,
    )
}

#[test]
fn a_promise_in_words_has_no_finding_and_is_in_no_ledger() {
    let files = with_a_promise_in_words();
    assert_eq!(files.check(), Vec::<String>::new());
    let dataset = files.dataset();
    let ledger = Ledger::new(&dataset);
    let today = day("2026-11-22");
    assert!(ledger.assess_all(today).iter().all(|found| found.target.indicator != "done"));
    let told: Vec<&str> = ledger.qualitative_promises(today).map(|o| o.id.as_str()).collect();
    assert_eq!(told, ["an-hai/done/target/2030"]);
    // As any promise it is known from the day its source was published.
    assert_eq!(ledger.qualitative_promises(day("2024-10-08")).count(), 0);
    assert_eq!(ledger.qualitative_promises(day("2024-10-09")).count(), 1);
    assert!(pairs(&dataset, "done", &["an-hai", "binh-son"], YearFilter::Latest).is_empty());
    assert!(dataset.concepts().contains(&"done"));
}

#[test]
fn a_promise_in_words_is_downloaded_without_value_and_without_a_reason() {
    let csv = Csv.observations(&with_a_promise_in_words().dataset());
    let row = csv.lines().find(|line| line.starts_with("an-hai/done/")).unwrap();
    assert_eq!(
        row,
        "an-hai/done/target/2030,an-hai,done,done,overall,target,=,,,statement,,2030,reported,paper,\
         \"Một bài báo, \"\"bịa ra\"\" để thử\",Báo Thử,2024-10-09,https://example.org/paper,¶1,,,,,,,\
         true,,,,,,,,,,false,,,,"
    );
}

/// The fixture, where neither direction of its first indicator is better.
fn without_direction() -> Files {
    Files::good().set("indicators.json", "/indicators/0/better", json!(null))
}

#[test]
fn without_a_direction_there_is_a_difference_and_no_order() {
    let dataset = without_direction().dataset();
    let results: Vec<&Observation> = dataset
        .observations
        .iter()
        .filter(|o| {
            o.indicator == "cashless-bills" && o.kind == Kind::Result && o.value().is_some()
        })
        .collect();
    let pair = results
        .iter()
        .enumerate()
        .flat_map(|(idx, a)| results[idx + 1..].iter().map(move |b| [*a, *b]))
        .find(|[a, b]| compare(&dataset, a, b).difference.is_some())
        .unwrap();
    assert_eq!(rank(&dataset, &pair), Err(Unranked::NoDirection));
    let mut directed = dataset.clone();
    directed.indicators[0].better = Some(Better::Higher);
    assert!(rank(&directed, &pair).is_ok());
}

/// What a target asks for where neither direction is better.
#[test]
fn without_a_direction_a_target_is_judged_by_its_comparator_alone() {
    use Comparator::{About, AtLeast, AtMost, Equal, LessThan, MoreThan};
    use Outcome::{Fails, Inconclusive, Meets};
    let dataset = without_direction().dataset();
    let indicator = &dataset.indicators[0];
    let some = &dataset.observations[0];
    let figure = |comparator, value: f64| Observation {
        comparator,
        value: Some(value),
        missing: None,
        qualitative: false,
        ..some.clone()
    };
    for (target, result, said) in [
        ((Equal, 50.0), (Equal, 50.0), Meets),
        ((Equal, 50.0), (Equal, 51.0), Fails),
        ((Equal, 50.0), (About, 50.0), Meets),
        ((Equal, 50.0), (AtLeast, 50.0), Inconclusive),
        ((Equal, 50.0), (MoreThan, 50.0), Fails),
        ((Equal, 50.0), (MoreThan, 49.0), Inconclusive),
        ((Equal, 50.0), (AtMost, 49.0), Fails),
        ((Equal, 50.0), (LessThan, 50.0), Fails),
        ((Equal, 50.0), (AtMost, 50.0), Inconclusive),
        ((About, 50.0), (Equal, 50.0), Meets),
        ((About, 50.0), (Equal, 51.0), Inconclusive),
        ((AtLeast, 50.0), (Equal, 51.0), Meets),
        ((AtLeast, 50.0), (Equal, 49.0), Fails),
        ((LessThan, 50.0), (Equal, 49.0), Meets),
        ((LessThan, 50.0), (Equal, 50.0), Fails),
        ((MoreThan, 50.0), (AtLeast, 50.0), Inconclusive),
    ] {
        let told =
            outcome(&figure(target.0, target.1), &figure(result.0, result.1), Some(indicator));
        assert_eq!(told, Some(said), "{target:?} {result:?}");
    }
}
