//! The straight path of a promise that is not due, its gap and its paces.

use tinhso::compare::{Assessment, Ledger, State};

use crate::support::{Figure, day, world};

/// A promise due on 31 December 2024 and made on 1 January 2022, then its results.
fn figures(target: f64, results: &[(f64, &str)]) -> Vec<Figure> {
    let bills = || Figure::of("chau-giang", "cashless-bills").source("no date");
    let promise = bills().id("promise").value(target).target("2024-12-31").made("2022-01-01");
    let of = |(idx, (value, period)): (usize, &(f64, &str))| {
        bills().id(&format!("r{idx}")).value(*value).period(period)
    };
    std::iter::once(promise).chain(results.iter().enumerate().map(of)).collect()
}

fn on<T>(figures: &[Figure], as_of: &str, ask: impl FnOnce(&Assessment<'_>) -> T) -> T {
    let dataset = world(figures);
    ask(&Ledger::new(&dataset).assess(&dataset.observations[0], day(as_of)).unwrap())
}

fn state(target: f64, results: &[(f64, &str)]) -> State {
    on(&figures(target, results), "2024-12-01", |found| found.state)
}

#[test]
fn a_result_on_the_straight_path_is_on_it() {
    // 1 096 days from the baseline to the deadline, half of them until 1 July 2023.
    let baseline = (40.0, "2021-12-31");
    assert_eq!(state(80.0, &[baseline, (60.0, "2023-07-02")]), State::OnPath);
    assert_eq!(state(80.0, &[baseline, (59.99, "2023-07-02")]), State::Behind);
    assert_eq!(state(80.0, &[baseline, (59.99, "2023-07-01")]), State::OnPath);
    assert_eq!(state(80.0, &[baseline, (79.9, "2023-07-02")]), State::OnPath);
    // Tenths do not add up in binary fractions: 0.1 + 0.2 is on a path to 0.5.
    let tenths = [(0.1, "2024-12-27"), (0.3, "2024-12-29")];
    let found = on(&figures(0.5, &tenths), "2024-12-30", |found| found.state);
    assert_eq!(found, State::OnPath);
}

#[test]
fn the_path_leads_from_the_earliest_to_the_latest_and_skips_what_lies_between() {
    let results = [(40.0, "2021-12-31"), (10.0, "2022-12-31"), (60.0, "2023-07-02")];
    let figures = figures(80.0, &results);
    on(&figures, "2024-12-01", |found| {
        assert_eq!(found.state, State::OnPath);
        assert_eq!(found.evidence.iter().map(|o| o.id.as_str()).collect::<Vec<_>>(), ["r0", "r2"]);
        let path = found.path.unwrap();
        assert_eq!((path.from.id.as_str(), path.from_day), ("r0", day("2021-12-31")));
        assert_eq!((path.from_value, path.to_value), (40.0, 80.0));
        assert_eq!(path.to_day, day("2024-12-31"));
        assert_eq!(
            [path.value_on(day("2021-12-31")), path.value_on(day("2024-12-31"))],
            [40.0, 80.0]
        );
        assert_eq!(path.value_on(day("2023-07-02")), 60.0);
    });
}

#[test]
fn one_result_makes_no_path_to_be_judged_by() {
    assert_eq!(state(80.0, &[]), State::NotDue);
    assert_eq!(state(80.0, &[(40.0, "2023")]), State::NotDue);
    // Two of one day are one.
    assert_eq!(state(80.0, &[(40.0, "2023"), (45.0, "2023")]), State::NotDue);
}

#[test]
fn a_baseline_or_a_target_of_zero_is_a_number_like_any_other() {
    assert_eq!(state(80.0, &[(0.0, "2021-12-31"), (40.0, "2023-07-02")]), State::OnPath);
    assert_eq!(state(80.0, &[(0.0, "2021-12-31"), (0.0, "2023-07-02")]), State::Behind);
    on(&figures(80.0, &[(0.0, "2022"), (0.0, "2023")]), "2024-06-30", |found| {
        assert_eq!((found.gap, found.achieved_pace), (Some(80.0), Some(0.0)));
    });
    // A target of 0 that asks for more is met by anything.
    assert_eq!(state(0.0, &[(0.0, "2023")]), State::Met);
    // One that asks for less is not.
    let less = |value: f64, expected| {
        let mut figures = figures(0.0, &[(8.0, "2021-12-31"), (value, "2023-07-02")]);
        figures[0] = figures[0].clone().comparator("<=");
        on(&figures, "2024-12-01", |found| assert_eq!(found.state, expected, "{value}"));
    };
    less(4.0, State::OnPath);
    less(4.1, State::Behind);
    less(0.0, State::Met);
}

#[test]
fn a_target_equal_to_its_baseline_has_a_level_path() {
    let baseline = (80.0, "2021-12-31");
    assert_eq!(state(80.0, &[baseline, (79.9, "2023-07-02")]), State::Behind);
    assert_eq!(state(80.0, &[baseline, (80.0, "2023-07-02")]), State::Met);
    // One that asks for more than that is on the level path and not met.
    let mut strict = figures(80.0, &[baseline, (80.0, "2023-07-02")]);
    strict[0] = strict[0].clone().comparator(">");
    assert_eq!(on(&strict, "2024-12-01", |found| found.state), State::OnPath);
}

#[test]
fn a_path_may_lead_down() {
    // Better than promised before the promise: a fall is ahead of the path until it crosses it.
    let baseline = (90.0, "2021-12-31");
    assert_eq!(state(80.0, &[baseline, (79.0, "2023-07-02")]), State::Behind);
    let rank = |value: u32, period: &str| {
        Figure::of("chau-giang", "index-rank")
            .source("no date")
            .value(value)
            .base(63)
            .period(period)
    };
    let promise = || rank(10, "2023").comparator("<=").target("2024-12-31").made("2022-01-01");
    for (value, expected) in [(20, State::OnPath), (21, State::Behind), (19, State::OnPath)] {
        let figures = [promise(), rank(30, "2021-12-31"), rank(value, "2023-07-02")];
        assert_eq!(on(&figures, "2024-06-01", |found| found.state), expected, "{value}");
    }
}

#[test]
fn the_gap_is_the_target_minus_the_latest_result_to_their_decimals() {
    let results = [(64.06, "2022-12-31"), (85.3, "2023-12-31")];
    on(&figures(95.55, &results), "2024-06-30", |found| {
        assert_eq!(found.gap, Some(10.25));
        assert_eq!(found.shortfall(), Some(10.25));
        // 365 days of 365.25 lie between the results, 366 from the latest to the deadline.
        assert_eq!(found.achieved_pace, Some(21.24 / (365.0 / 365.25)));
        assert_eq!(found.needed_pace, Some(10.25 / (366.0 / 365.25)));
        assert_eq!(found.days_left, Some(184));
    });
    // It follows the latest result of all, past the deadline too; there is then no pace to need.
    let after = [(64.0, "2022-12-31"), (99.0, "2025-03-31")];
    on(&figures(95.0, &after), "2025-06-30", |found| {
        assert_eq!((found.gap, found.needed_pace), (Some(-4.0), None));
        assert_eq!(found.state, State::MetShownLate);
    });
    // None is needed either from a result of the deadline itself.
    on(&figures(95.0, &[(64.0, "2024-12-31")]), "2025-06-30", |found| {
        assert_eq!((found.gap, found.needed_pace, found.days_left), (Some(31.0), None, Some(-181)));
        assert_eq!(found.achieved_pace, None);
    });
    // Without a result there is nothing to subtract.
    on(&figures(95.0, &[]), "2024-06-30", |found| {
        assert_eq!((found.gap, found.achieved_pace, found.needed_pace), (None, None, None));
        assert_eq!((found.shortfall(), found.days_left), (None, Some(184)));
    });
}

#[test]
fn where_lower_is_better_a_negative_gap_is_a_shortfall() {
    let rank =
        |value: u32| Figure::of("chau-giang", "index-rank").source("no date").value(value).base(63);
    let figures = [rank(10).target("2024").made("2022-01-01"), rank(30).period("2023")];
    on(&figures, "2024-06-30", |found| {
        assert_eq!((found.gap, found.shortfall()), (Some(-20.0), Some(20.0)));
    });
}

#[test]
fn a_gap_no_number_holds_is_left_out() {
    let points = || Figure::of("chau-giang", "service-points").source("no date");
    let figures = [
        points().value(1.7e308).target("2024").made("2022-01-01"),
        points().value(-1.7e308).period("2023"),
    ];
    on(&figures, "2024-06-30", |found| {
        assert_eq!((found.state, found.gap, found.needed_pace), (State::NotDue, None, None));
    });
}
