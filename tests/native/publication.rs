//! Figures that are published late: nothing is overdue until they usually come out. The data here are
//! made up.

use serde_json::{Value, json};
use tinhso::compare::{Ledger, State};

use crate::support::{Files, day, real_data};

const AN_HAI: &str = "observations/an-hai.json";

/// A goal for 2023, two earlier editions of its indicator, and the days their sources were published.
fn world(published: &[(&str, &str)]) -> Files {
    let source = |(place, (_, day)): (usize, &(&str, &str))| {
        json!({ "id": format!("edition-{place}"), "kind": "official", "title": "Bảng", "publisher": null,
            "author": null, "published": day, "url": null, "language": "vi" })
    };
    let sources: Vec<Value> = published.iter().enumerate().map(source).collect();
    let editions: Vec<Value> = published
        .iter()
        .enumerate()
        .map(|(place, (of, _))| json!({ "of": of, "source": format!("edition-{place}") }))
        .collect();
    let goal = json!({ "id": "an-hai/cashless-bills/target/2023", "indicator": "cashless-bills",
        "kind": "target", "value": 80, "deadline": "2023", "made": "2021-03-01", "basis": "reported",
        "source": "plan", "locator": "¶1" });
    let mut files = Files::good()
        .set("indicators.json", "/indicators/0/editions", json!(editions))
        .set(AN_HAI, "/observations", json!([goal]));
    for source in sources {
        files = files.push("sources.json", "/sources", source);
    }
    files
}

/// State, whether it is awaited, and the day until which it is.
fn on(files: &Files, as_of: &str) -> (State, bool, Option<String>) {
    let dataset = files.dataset();
    let ledger = Ledger::new(&dataset);
    let found = ledger.assess_provinces(day(as_of));
    let goal = found.iter().find(|a| a.target.id == "an-hai/cashless-bills/target/2023").unwrap();
    let usual_by = goal.publication.map(|usual| usual.usual_by.to_string());
    (goal.state, goal.is_awaited(), usual_by)
}

#[test]
fn until_the_longest_lag_has_passed_nothing_is_overdue_in_words() {
    let files = world(&[("2020", "2021-06-30"), ("2021", "2022-02-10")]);
    // 181 and 41 days.
    assert_eq!(on(&files, "2023-12-31"), (State::NotDue, false, Some("2024-06-29".to_owned())));
    assert!(on(&files, "2024-01-01").1);
    assert_eq!(
        on(&files, "2024-06-29"),
        (State::OverdueUnreported, true, Some("2024-06-29".to_owned()))
    );
    assert_eq!(
        on(&files, "2024-06-30"),
        (State::OverdueUnreported, false, Some("2024-06-29".to_owned()))
    );
}

#[test]
fn one_edition_tells_nothing_nor_does_one_that_had_not_come_out() {
    let files = world(&[("2020", "2021-06-30")]);
    assert_eq!(on(&files, "2024-01-01"), (State::OverdueUnreported, false, None));
    let files = world(&[("2020", "2021-06-30"), ("2021", "2024-03-01")]);
    assert_eq!(on(&files, "2024-01-01"), (State::OverdueUnreported, false, None));
    // From the day it is out its lag of 791 days counts.
    assert_eq!(
        on(&files, "2024-03-01"),
        (State::OverdueUnreported, true, Some("2026-03-01".to_owned()))
    );
}

#[test]
fn an_edition_listed_twice_is_one_and_its_earlier_source_counts() {
    let files = world(&[("2021", "2022-02-10"), ("2021", "2022-05-01")]);
    assert_eq!(on(&files, "2024-01-01"), (State::OverdueUnreported, false, None));
    let files = world(&[("2020", "2021-01-11"), ("2021", "2022-05-01"), ("2021", "2022-02-10")]);
    assert_eq!(
        on(&files, "2024-01-01"),
        (State::OverdueUnreported, true, Some("2024-02-10".to_owned()))
    );
}

#[test]
fn a_source_from_before_the_end_of_its_edition_tells_nothing() {
    let files = world(&[("2020", "2020-06-30"), ("2021", "2022-02-10")]);
    assert_eq!(on(&files, "2024-01-01"), (State::OverdueUnreported, false, None));
}

#[test]
fn counts_of_a_day_hold_until_a_promise_is_overdue_in_words() {
    let dataset = real_data();
    let ledger = Ledger::new(&dataset);
    let is_rank_goal =
        |o: &tinhso::data::Observation| o.id == "khanh-hoa/dti-rank/target/2025-of-34";
    let last = ledger.unchanged_until(is_rank_goal, day("2026-11-22"), day("2028-01-01"));
    assert_eq!(last, day("2027-02-07"));
}
