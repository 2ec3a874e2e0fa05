//! What becomes of a promise: each state and its boundary cases.

use tinhso::compare::{Assessment, Ledger, State, StateCategory};
use tinhso::data::{Dataset, Day};

use crate::support::{Figure, day, real_data, world};

/// The promise of these tests: at least 80% by the end of 2023, made on 1 January 2022, in Châu Giang,
/// which merged with nobody.
pub(crate) fn promise() -> Figure {
    bills("chau-giang").id("promise").value(80).target("2023").made("2022-01-01")
}

pub(crate) fn bills(province: &str) -> Figure {
    // Without a date, so that it is known on any day.
    Figure::of(province, "cashless-bills").source("no date")
}

pub(crate) fn result(id: &str, value: impl Into<serde_json::Value>, period: &str) -> Figure {
    bills("chau-giang").id(id).value(value).period(period)
}

/// A rank among 63; the promise is to be at least the 15th in 2023.
pub(crate) fn rank_promise() -> Figure {
    rank("promise", 15, "2023").comparator("<=").target("2023").made("2022-01-01")
}

pub(crate) fn rank(id: &str, value: u32, period: &str) -> Figure {
    let rank = Figure::of("chau-giang", "index-rank").source("no date");
    rank.id(id).value(value).base(63).period(period)
}

/// Assesses the first figure, a promise, on a day.
pub(crate) fn on<T>(figures: &[Figure], as_of: &str, ask: impl FnOnce(&Assessment<'_>) -> T) -> T {
    let dataset = world(figures);
    let ledger = Ledger::new(&dataset);
    ask(&ledger.assess(&dataset.observations[0], day(as_of)).unwrap())
}

/// The state of the first figure and the ids it rests on, joined by spaces.
pub(crate) fn told(figures: &[Figure], as_of: &str) -> (State, String) {
    on(figures, as_of, |found| {
        let ids: Vec<&str> = found.evidence.iter().map(|o| o.id.as_str()).collect();
        (found.state, ids.join(" "))
    })
}

pub(crate) fn state(figures: &[Figure], as_of: &str) -> State {
    told(figures, as_of).0
}

pub(crate) fn is(state: State, evidence: &str) -> (State, String) {
    (state, evidence.to_owned())
}

#[test]
fn a_promise_without_a_deadline_stays_open_whatever_is_reached() {
    let promise = || promise().target("");
    assert_eq!(told(&[promise()], "2100-12-31"), is(State::NoDeadline, ""));
    let figures = [promise(), result("r", 90, "2023")];
    assert_eq!(told(&figures, "2024-06-30"), is(State::NoDeadline, ""));
    on(&figures, "2024-06-30", |found| {
        assert_eq!((found.gap, found.days_left, found.needed_pace), (Some(-10.0), None, None));
        assert_eq!((found.due, found.path, found.merged), (None, None, None));
    });
}

#[test]
fn a_promise_is_met_by_the_last_result_up_to_its_deadline() {
    let figures = [promise(), result("a", 79, "2023-06"), result("b", 80, "2023")];
    assert_eq!(told(&figures, "2023-12-30"), is(State::NotDue, ""));
    assert_eq!(told(&figures, "2023-12-31"), is(State::Met, "b"));
    assert_eq!(told(&figures, "2024-01-01"), is(State::Met, "b"));
    // Before its deadline too, and long after.
    let early = [promise(), result("a", 80, "2022-06")];
    assert_eq!(told(&early, "2022-06-29"), is(State::NotDue, ""));
    assert_eq!(told(&early, "2022-06-30"), is(State::Met, "a"));
    assert_eq!(told(&early, "2030-01-01"), is(State::Met, "a"));
    // What came after does not matter any more.
    let fallen = [promise(), result("a", 85, "2023"), result("b", 10, "2024-06")];
    assert_eq!(told(&fallen, "2025-01-01"), is(State::Met, "a"));
}

#[test]
fn a_promise_reached_and_lost_before_its_deadline_is_not_met() {
    let figures = [promise(), result("a", 90, "2023-03"), result("b", 70, "2023-09")];
    assert_eq!(told(&figures, "2023-06-30"), is(State::Met, "a"));
    assert_eq!(told(&figures, "2023-10-01"), is(State::Behind, "a b"));
    assert_eq!(told(&figures, "2024-01-01"), is(State::OverdueUnreported, ""));
}

#[test]
fn only_a_result_of_the_deadline_itself_shows_that_a_promise_was_missed() {
    let missed = [promise(), result("a", 79, "2023")];
    assert_eq!(told(&missed, "2023-12-31"), is(State::NotDue, ""));
    assert_eq!(told(&missed, "2024-01-01"), is(State::Missed, "a"));
    // A later result does not mend it.
    let later = [promise(), result("a", 79, "2023"), result("b", 95, "2024")];
    assert_eq!(told(&later, "2025-01-01"), is(State::Missed, "a"));
    // A day earlier nothing is known about the day itself.
    let before = [promise(), result("a", 79, "2023-12-30")];
    assert_eq!(told(&before, "2024-01-01"), is(State::OverdueUnreported, ""));
}

#[test]
fn the_first_result_after_the_deadline_decides_late() {
    let first = |value: u32| {
        [promise(), result("a", value, "2024-01-01"), result("b", 160 - value, "2024-06")]
    };
    assert_eq!(told(&first(80), "2024-01-01"), is(State::MetShownLate, "a"));
    assert_eq!(told(&first(80), "2024-07-01"), is(State::MetShownLate, "a"));
    assert_eq!(told(&first(79), "2024-07-01"), is(State::UnmetShownLate, "a"));
    // One that was short before the deadline does not stand in its way.
    let before = [promise(), result("a", 60, "2023-06"), result("b", 85, "2024-06")];
    assert_eq!(told(&before, "2024-06-29"), is(State::OverdueUnreported, ""));
    assert_eq!(told(&before, "2024-06-30"), is(State::MetShownLate, "b"));
}

#[test]
fn a_date_ends_on_its_last_day() {
    let cases = [
        // The deadline, the period of the result, the day before the result counts, and what it says
        // once the deadline has passed.
        ("2024-02", "2024-02-29", "2024-02-28", State::Missed),
        ("2024-02", "2024-02-28", "2024-02-27", State::OverdueUnreported),
        ("2023-02", "2023-02-28", "2023-02-27", State::Missed),
        ("2024-Q1", "2024-03", "2024-03-30", State::Missed),
        ("2024-Q3", "2024-01/2024-09", "2024-09-29", State::Missed),
        ("2024-01/2024-09", "2024-Q3", "2024-09-29", State::Missed),
        ("2023", "2023-Q4", "2023-12-30", State::Missed),
        ("2023-Q3", "2023", "2023-12-30", State::UnmetShownLate),
        ("2024-Q4", "2024-Q3", "2024-09-29", State::OverdueUnreported),
    ];
    for (deadline, period, before, expected) in cases {
        let figures = [promise().target(deadline), result("a", 79, period)];
        on(&figures, before, |found| assert_eq!(found.counted.len(), 0, "{deadline} {period}"));
        let next = Day(day(before).0 + 1).to_string();
        on(&figures, &next, |found| assert_eq!(found.counted.len(), 1, "{deadline} {period}"));
        assert_eq!(state(&figures, "2025-06-30"), expected, "{deadline} {period}");
    }
}

#[test]
fn days_are_counted_over_a_leap_day() {
    let figures = [promise().target("2024-02")];
    for (as_of, left) in [("2024-02-28", 1), ("2024-02-29", 0), ("2024-03-01", -1)] {
        on(&figures, as_of, |found| assert_eq!(found.days_left, Some(left), "{as_of}"));
    }
    assert_eq!(state(&figures, "2024-02-29"), State::NotDue);
    assert_eq!(state(&figures, "2024-03-01"), State::OverdueUnreported);
}

#[test]
fn each_sign_of_a_target_has_its_own_end() {
    let cases = [
        ("=", 80.0, State::Met),
        ("=", 79.9, State::Missed),
        ("~", 80.0, State::Met),
        ("~", 79.9, State::Missed),
        (">=", 80.0, State::Met),
        (">=", 79.9, State::Missed),
        (">", 80.1, State::Met),
        (">", 80.0, State::Missed),
    ];
    for (sign, value, expected) in cases {
        let figures = [promise().comparator(sign), result("a", value, "2023")];
        assert_eq!(state(&figures, "2024-01-01"), expected, "{sign} {value}");
    }
    for (sign, value, expected) in [
        ("=", 15, State::Met),
        ("=", 16, State::Missed),
        ("<=", 15, State::Met),
        ("<=", 16, State::Missed),
        ("<", 14, State::Met),
        ("<", 15, State::Missed),
    ] {
        let figures = [rank_promise().comparator(sign), rank("a", value, "2023")];
        assert_eq!(state(&figures, "2024-01-01"), expected, "{sign} {value}");
    }
}

#[test]
fn a_rank_of_another_year_decides_nothing() {
    let cases = [
        ("2022", 9, State::OverdueUnreported),
        ("2022-12-31", 9, State::OverdueUnreported),
        ("2023-Q1", 9, State::Met),
        ("2023-01-01", 9, State::Met),
        ("2023-Q1", 20, State::OverdueUnreported),
        ("2023", 20, State::Missed),
        ("2024", 9, State::OverdueUnreported),
        ("2024", 20, State::OverdueUnreported),
    ];
    for (period, value, expected) in cases {
        let figures = [rank_promise(), rank("a", value, period)];
        assert_eq!(state(&figures, "2025-01-01"), expected, "{period} {value}");
    }
    // The data may say otherwise, for ranks and for the rest.
    let by = |period| state(&[rank_promise().judged("by"), rank("a", 9, period)], "2025-01-01");
    assert_eq!(by("2022"), State::Met);
    assert_eq!(by("2024"), State::MetShownLate);
    let within = |period| state(&[promise().judged("in"), result("a", 90, period)], "2025-01-01");
    assert_eq!(within("2022"), State::OverdueUnreported);
    assert_eq!(within("2023"), State::Met);
    assert_eq!(within("2024"), State::OverdueUnreported);
}

#[test]
fn a_rank_among_another_number_says_nothing() {
    let among = |base| [rank_promise(), rank("a", 9, "2023").base(base)];
    assert_eq!(state(&among(63), "2024-01-01"), State::Met);
    assert_eq!(state(&among(34), "2024-01-01"), State::OverdueUnreported);
    let without = Figure::of("chau-giang", "index-rank").source("no date").value(9);
    assert_eq!(state(&[rank_promise(), without], "2024-01-01"), State::OverdueUnreported);
}

#[test]
fn only_results_of_the_same_province_and_definition_count() {
    let others = [
        promise(),
        bills("an-hai").value(90),
        Figure::of("chau-giang", "online-dossiers").source("no date").value(90),
        result("a", 90, "2023").missing(),
        promise().id("other").value(90).target("2023"),
    ];
    on(&others, "2024-06-30", |found| {
        assert_eq!((found.state, found.counted.len()), (State::OverdueUnreported, 0));
    });
}

#[test]
fn what_was_so_before_the_promise_decides_nothing() {
    let figures = [promise(), result("a", 90, "2021")];
    on(&figures, "2023-06-30", |found| {
        assert_eq!((found.state, found.gap), (State::NotDue, Some(-10.0)));
    });
    assert_eq!(state(&figures, "2024-01-01"), State::OverdueUnreported);
    // A result that ends on the very day decides.
    let same_day = [promise(), result("a", 90, "2022-01-01")];
    assert_eq!(told(&same_day, "2022-01-01"), is(State::Met, "a"));
    // A baseline begins the path.
    let on_the_way = [promise(), result("a", 40, "2021"), result("b", 60, "2022")];
    assert_eq!(told(&on_the_way, "2023-01-01"), is(State::OnPath, "a b"));
}

/// Results that were published later do not count, even if they describe the time before.
#[test]
fn when_a_promise_was_made_only_what_was_published_was_known() {
    let known = |source: &str| {
        let figures = [promise(), result("a", 90, "2020"), result("b", 95, "2021").source(source)];
        let dataset = world(&figures);
        let ledger = Ledger::new(&dataset);
        let found = ledger.assess(&dataset.observations[0], day("2023-06-30")).unwrap();
        let made = found.made.unwrap().to_string();
        let id = found.known_when_made(&ledger).map(|o| o.id.clone()).unwrap();
        format!("{made} {id}")
    };
    assert_eq!(known("2022-01-01"), "2022-01-01 b");
    assert_eq!(known("2022-01-02"), "2022-01-01 a");
    assert_eq!(known("no date"), "2022-01-01 b");
}

#[test]
fn the_day_a_promise_was_made() {
    let made = |promise: Figure| on(&[promise], "2026-01-01", |found| found.made);
    let without = || bills("chau-giang").value(80).target("2023");
    assert_eq!(made(without().made("2022-05-01").source("2021-01-01")), Some(day("2022-05-01")));
    assert_eq!(made(without().source("2021-01-01")), Some(day("2021-01-01")));
    // The source "undated" cannot have been published before 31 December 2024.
    assert_eq!(made(without().source("undated")), Some(day("2024-12-31")));
    assert_eq!(made(without().source("no date")), None);
    // A month or a year counts as its last day.
    assert_eq!(made(without().made("2022")), Some(day("2022-12-31")));
    assert_eq!(made(without().source("2021-02")), Some(day("2021-02-28")));
    // One that nobody dates is older than any result.
    let figures = [without().source("no date"), result("a", 90, "1990")];
    assert_eq!(state(&figures, "2022-01-01"), State::Met);
}

#[test]
fn a_merger_after_the_promise_and_up_to_the_deadline_changes_the_unit() {
    // An Hải took in Bình Sơn on 1 July 2025.
    for province in ["an-hai", "binh-son"] {
        let promise = |made: &str, due: &str| bills(province).value(80).target(due).made(made);
        let one = |made: &str, due: &str, as_of: &str| state(&[promise(made, due)], as_of);
        assert_eq!(one("2022", "2025", "2025-06-30"), State::NotDue, "{province}");
        assert_eq!(one("2022", "2025", "2025-07-01"), State::UnitChanged, "{province}");
        assert_eq!(one("2022", "2025", "2026-01-01"), State::UnitChanged, "{province}");
        assert_eq!(one("2022", "2025-07-01", "2025-07-01"), State::UnitChanged, "{province}");
        assert_eq!(one("2022", "2025-06", "2025-07-01"), State::OverdueUnreported, "{province}");
        assert_eq!(one("2025-07-01", "2025", "2025-07-01"), State::NotDue, "{province}: made then");
        assert_eq!(one("2025-06-30", "2025", "2025-07-01"), State::UnitChanged, "{province}");
        let merged = on(&[promise("2022", "2025")], "2026-01-01", |found| found.merged);
        assert_eq!(merged, Some(day("2025-07-01")));
        // One that nobody dates is older than any merger.
        let undated = bills(province).value(80).target("2025");
        assert_eq!(state(&[undated], "2025-07-01"), State::UnitChanged, "{province}");
    }
}

#[test]
fn a_result_counts_for_the_borders_it_describes() {
    let promise = || bills("an-hai").id("promise").value(80).target("2025").made("2022-01-01");
    let result = |period: &str| bills("an-hai").id("a").value(90).period(period);
    // Met before the merger stays met.
    assert_eq!(told(&[promise(), result("2025-06")], "2026-01-01"), is(State::Met, "a"));
    assert_eq!(state(&[promise(), result("2025-07-01")], "2026-01-01"), State::UnitChanged);
    assert_eq!(state(&[promise(), result("2025")], "2026-01-01"), State::UnitChanged);
    // A figure of the whole year for the province as it was, and one of 2024 for the enlarged one.
    let as_it_was = [promise(), result("2025").unit_as_of("2025-06-30")];
    assert_eq!(told(&as_it_was, "2026-01-01"), is(State::Met, "a"));
    let enlarged = [promise(), result("2024").unit_as_of("2025-07-01")];
    assert_eq!(state(&enlarged, "2025-03-31"), State::NotDue);
    assert_eq!(state(&enlarged, "2026-01-01"), State::UnitChanged);
    // Promises of the enlarged province are judged by its results, old ones too.
    let new = [promise().made("2025-07-01"), result("2025")];
    assert_eq!(told(&new, "2026-01-01"), is(State::Met, "a"));
    // A deadline before the merger, and a result after it: the unit is another one.
    let late = [promise().target("2024"), result("2025")];
    assert_eq!(state(&late, "2026-01-01"), State::OverdueUnreported);
}

#[test]
fn nothing_counts_before_it_was_published() {
    let figures = [promise().source("2022-01-15"), result("a", 79, "2023").source("2024-03")];
    let dataset = world(&figures);
    let ledger = Ledger::new(&dataset);
    assert_eq!(ledger.assess_all(day("2022-01-14")), []);
    assert_eq!(ledger.assess_all(day("2022-01-15")).len(), 1);
    // Of a month the last day counts.
    assert_eq!(state(&figures, "2024-03-30"), State::OverdueUnreported);
    assert_eq!(state(&figures, "2024-03-31"), State::Missed);
    // Where only the earliest possible day is known, that one: here 31 December 2024.
    let undated = [promise(), result("a", 79, "2023").source("undated")];
    assert_eq!(state(&undated, "2024-12-30"), State::OverdueUnreported);
    assert_eq!(state(&undated, "2024-12-31"), State::Missed);
    let always = [promise(), result("a", 79, "2023").source("no date")];
    assert_eq!(state(&always, "2024-01-01"), State::Missed);
}

#[test]
fn several_deadlines_are_judged_each_by_itself() {
    let due = |id: &str, value: u32, deadline: &str| {
        bills("chau-giang").id(id).value(value).target(deadline).made("2020-01-01")
    };
    let dataset = world(&[
        due("d", 95, "2030"),
        due("a", 50, "2021"),
        due("b", 60, "2022"),
        due("c", 80, "2024"),
        result("x", 40, "2020"),
        result("y", 60, "2022"),
        result("z", 61, "2023-06"),
    ]);
    let ledger = Ledger::new(&dataset);
    let told: Vec<(&str, State)> = ledger
        .assess_all(day("2023-12-31"))
        .iter()
        .map(|a| (a.target.id.as_str(), a.state))
        .collect();
    // In the files' order.
    let expected =
        [("d", State::OnPath), ("a", State::MetShownLate), ("b", State::Met), ("c", State::Behind)];
    assert_eq!(told, expected);
}

#[test]
fn only_a_target_with_a_value_is_assessed() {
    let dataset = world(&[promise().missing(), result("a", 80, "2023")]);
    let ledger = Ledger::new(&dataset);
    assert_eq!(ledger.assess_all(day("2025-01-01")), []);
    for o in &dataset.observations {
        assert_eq!(ledger.assess(o, day("2025-01-01")), None);
    }
}

#[test]
fn the_names_of_states_are_fixed_and_each_has_its_category() {
    let expected = [
        ("met", StateCategory::Decided),
        ("met-shown-late", StateCategory::Decided),
        ("missed", StateCategory::Decided),
        ("unmet-shown-late", StateCategory::Decided),
        ("disputed", StateCategory::Undecided),
        ("overdue-unreported", StateCategory::Undecided),
        ("on-path", StateCategory::Open),
        ("behind", StateCategory::Open),
        ("not-due", StateCategory::Open),
        ("unit-changed", StateCategory::NotAssessable),
        ("no-deadline", StateCategory::NotAssessable),
    ];
    assert_eq!(State::ALL.map(|state| (state.id(), state.category())), expected);
    assert_eq!(State::of_id("kept"), None);
}

/// The state of a promise of the real data.
fn real(dataset: &Dataset, id: &str, as_of: &str) -> State {
    let target = dataset.observations.iter().find(|o| o.id == id).unwrap();
    Ledger::new(dataset).assess(target, day(as_of)).unwrap().state
}

#[test]
fn the_real_promises_of_the_rules_own_examples() {
    let dataset = real_data();
    let water = "br-vt/water-bills-cashless/target/2023";
    assert_eq!(real(&dataset, water, "2024-01-15"), State::OverdueUnreported);
    assert_eq!(real(&dataset, water, "2024-10-08"), State::OverdueUnreported);
    assert_eq!(real(&dataset, water, "2024-10-09"), State::MetShownLate);
    assert_eq!(real(&dataset, water, "2026-11-22"), State::MetShownLate);
    let dossiers = "bac-lieu/online-dossiers-filed/target/2023-10";
    assert_eq!(real(&dataset, dossiers, "2023-01-01"), State::NotDue);
    assert_eq!(real(&dataset, dossiers, "2023-10-31"), State::NotDue);
    assert_eq!(real(&dataset, dossiers, "2023-11-01"), State::OverdueUnreported);
    assert_eq!(real(&dataset, dossiers, "2026-11-22"), State::OverdueUnreported);
    let goals: Vec<&str> = dataset
        .observations
        .iter()
        .filter(|o| o.value().is_some())
        .map(|o| o.id.as_str())
        .filter(|id| id.starts_with("khanh-hoa/") && id.ends_with("/target/2030"))
        .collect();
    assert_eq!(goals.len(), 5);
    for goal in goals {
        // Of the index alone two results were known by then, and the later one is ahead of its path.
        let before = if goal.contains("dti-rank") { State::OnPath } else { State::NotDue };
        assert_eq!(real(&dataset, goal, "2025-06-30"), before, "{goal}");
        assert_eq!(real(&dataset, goal, "2025-07-01"), State::UnitChanged, "{goal}");
        assert_eq!(real(&dataset, goal, "2031-01-01"), State::UnitChanged, "{goal}");
    }
}
