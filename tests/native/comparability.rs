//! When two figures may stand beside each other: each reason, its boundaries, and the verdict.

use proptest::prelude::*;
use tinhso::compare::{Comparison, Reason, Verdict, compare, decimals, difference};
use tinhso::data::Dataset;

use crate::support::{Figure, world};

fn bills(province: &str) -> Figure {
    Figure::of(province, "cashless-bills")
}

fn rank(province: &str) -> Figure {
    Figure::of(province, "index-rank").value(10).base(63)
}

fn compared(a: Figure, b: Figure) -> Comparison {
    let dataset = world(&[a, b]);
    compare(&dataset, &dataset.observations[0], &dataset.observations[1])
}

fn reasons(a: Figure, b: Figure) -> Vec<Reason> {
    compared(a, b).reasons
}

#[test]
fn figures_alike_in_everything_are_comparable() {
    let comparison = compared(bills("an-hai").value(80), bills("chau-giang").value(64.5));
    assert_eq!(
        comparison,
        Comparison { verdict: Verdict::Comparable, reasons: vec![], difference: Some(15.5) }
    );
}

#[test]
fn each_reason_alone_gives_its_verdict() {
    let a = || bills("chau-giang").period("2022");
    let cases = [
        (
            Figure::of("chau-giang", "online-dossiers"),
            Figure::of("chau-giang", "full-dossiers"),
            Reason::DifferentDefinition,
            Verdict::NotComparable,
        ),
        (a(), a().target("2022"), Reason::DifferentKind, Verdict::NotComparable),
        (
            rank("chau-giang"),
            rank("chau-giang").base(34),
            Reason::DifferentBase,
            Verdict::NotComparable,
        ),
        (a(), a().period("2023"), Reason::DifferentYear, Verdict::WithCare),
        (a(), a().basis("measured"), Reason::DifferentBasis, Verdict::WithCare),
        (a(), a().comparator("~"), Reason::Approximate, Verdict::WithCare),
        (
            rank("an-hai").period("2025"),
            rank("an-hai").period("2025").unit_as_of("2025-06-30"),
            Reason::MergedUnit,
            Verdict::NotComparable,
        ),
    ];
    for (a, b, reason, verdict) in cases {
        let comparison = compared(a, b);
        assert_eq!(comparison.reasons, [reason]);
        assert_eq!(comparison.verdict, verdict, "{reason:?}");
        assert_eq!(comparison.difference.is_none(), verdict == Verdict::NotComparable);
    }
}

#[test]
fn an_indicator_whose_sources_do_not_tell_the_method_asks_for_care() {
    let of = |indicator: &str| Figure::of("chau-giang", indicator).value(40);
    let told = |figures: [Figure; 2], unknown: &str| {
        let dataset = with_unknown_methods(world(&figures), &[unknown]);
        compare(&dataset, &dataset.observations[0], &dataset.observations[1])
    };
    let two = || [of("full-dossiers"), Figure::of("an-hai", "full-dossiers").value(30)];
    let expected = Comparison {
        verdict: Verdict::WithCare,
        reasons: vec![Reason::MethodUnknown],
        difference: Some(10.0),
    };
    assert_eq!(told(two(), "full-dossiers"), expected);
    assert_eq!(told(two(), "online-dossiers").reasons, []);
    // Of another definition it says nothing.
    let unlike = told([of("online-dossiers"), of("full-dossiers")], "full-dossiers");
    assert_eq!(unlike.reasons, [Reason::DifferentDefinition]);
    // It lifts no ban, and stands last.
    let [a, b] = two();
    let kinds = told([a.comparator("~"), b.target("2024").period("2023")], "full-dossiers");
    assert_eq!(kinds.verdict, Verdict::NotComparable);
    assert_eq!(kinds.reasons.last(), Some(&Reason::MethodUnknown));
}

#[test]
fn a_break_of_method_comes_with_another_year() {
    let comparison = compared(bills("an-hai").period("2023"), bills("an-hai").period("2024"));
    assert_eq!(comparison.reasons, [Reason::MethodBreak, Reason::DifferentYear]);
    assert_eq!(comparison.verdict, Verdict::NotComparable);
    assert_eq!(comparison.difference, None);
}

#[test]
fn reasons_that_ask_for_care_do_not_add_up_to_a_refusal() {
    let a = bills("an-hai").period("2022").comparator("~").value(40);
    let comparison = compared(a, bills("chau-giang").period("2023").basis("surveyed").value(30));
    assert_eq!(
        comparison,
        Comparison {
            verdict: Verdict::WithCare,
            reasons: vec![Reason::DifferentYear, Reason::DifferentBasis, Reason::Approximate],
            difference: Some(10.0),
        }
    );
}

#[test]
fn one_reason_that_forbids_outweighs_those_that_ask_for_care() {
    let a = Figure::of("an-hai", "online-dossiers").period("2022").basis("measured");
    let b =
        Figure::of("chau-giang", "full-dossiers").period("2023").target("2024").comparator(">=");
    let comparison = compared(a, b);
    assert_eq!(
        comparison.reasons,
        [
            Reason::DifferentDefinition,
            Reason::DifferentKind,
            Reason::DifferentYear,
            Reason::DifferentBasis,
            Reason::Approximate
        ]
    );
    assert_eq!(comparison.verdict, Verdict::NotComparable);
}

#[test]
fn an_unknown_base_differs_from_a_known_one() {
    let without = Figure::of("chau-giang", "index-rank").value(10);
    assert_eq!(reasons(without.clone(), rank("an-hai")), [Reason::DifferentBase]);
    assert_eq!(reasons(without.clone(), without), []);
}

#[test]
fn a_break_counts_after_the_earlier_year_and_up_to_the_later() {
    // The indicator's method changed in 2021 and in 2024.
    let breaks = |a: &str, b: &str| {
        reasons(bills("an-hai").period(a), bills("an-hai").period(b)).contains(&Reason::MethodBreak)
    };
    assert!(breaks("2020", "2021"));
    assert!(!breaks("2021", "2023"));
    assert!(breaks("2023", "2024"));
    assert!(!breaks("2024", "2024"));
    assert!(!breaks("2024", "2025"));
    assert!(breaks("2020", "2025"));
    // Years are those of the ends.
    assert!(!breaks("2020-07/2021-06", "2021"));
    assert!(breaks("2023-12", "2023-12/2024-01"));
}

#[test]
fn a_break_of_one_definition_says_nothing_about_another() {
    let a = bills("an-hai").period("2023");
    let b = Figure::of("an-hai", "full-dossiers").period("2024");
    assert_eq!(reasons(a, b), [Reason::DifferentDefinition, Reason::DifferentYear]);
}

#[test]
fn the_year_is_that_of_the_end() {
    assert_eq!(reasons(bills("an-hai").period("2022/2023"), bills("an-hai").period("2023-Q1")), []);
    assert_eq!(
        reasons(bills("an-hai").period("2022-12"), bills("an-hai").period("2023-01")),
        [Reason::DifferentYear]
    );
}

#[test]
fn targets_are_of_the_year_they_are_due() {
    let due = |deadline: &str| bills("an-hai").target(deadline);
    assert_eq!(reasons(due("2022"), due("2022-06")), []);
    assert_eq!(reasons(due("2022"), due("2023")), [Reason::DifferentYear]);
    // A target without a deadline has no year; two of them are alike.
    assert_eq!(reasons(due(""), due("2023")), [Reason::DifferentYear]);
    assert_eq!(reasons(due(""), due("")), []);
}

#[test]
fn a_merger_counts_after_the_earlier_day_and_up_to_the_later() {
    // An Hải took in Bình Sơn on 1 July 2025, so Bình Sơn's last day was 30 June.
    let merged = |province: &str, a: &str, b: &str| {
        let of = |province: &str, day: &str| rank(province).period("2025").unit_as_of(day);
        reasons(of(province, a), of("chau-giang", b)).contains(&Reason::MergedUnit)
    };
    for province in ["an-hai", "binh-son"] {
        assert!(merged(province, "2025-06-30", "2025-07-01"), "{province}: the day itself");
        assert!(!merged(province, "2025-06-29", "2025-06-30"), "{province}: the day before");
        assert!(!merged(province, "2025-07-01", "2025-07-02"), "{province}: from the day on");
        assert!(!merged(province, "2025-07-01", "2025-07-01"), "{province}: one day");
        assert!(merged(province, "2025-12-31", "2024-12-31"), "{province}: either order");
    }
    // A merger of a province that is neither of the two is none of their business.
    let of = |day: &str| rank("chau-giang").period("2025").unit_as_of(day);
    assert_eq!(reasons(of("2024-12-31"), of("2025-12-31")), []);
}

#[test]
fn the_period_ends_on_the_borders_of_its_last_day_unless_the_data_says_otherwise() {
    let index = |period: &str| rank("an-hai").period(period);
    assert!(reasons(index("2024"), index("2025")).contains(&Reason::MergedUnit));
    // The index of 2024 was computed for the provinces of July 2025.
    let recomputed = index("2024").unit_as_of("2025-07-01");
    assert_eq!(reasons(recomputed, index("2025")), [Reason::DifferentYear]);
}

#[test]
fn a_bound_has_no_difference() {
    for sign in [">", ">=", "<", "<="] {
        let comparison = compared(bills("an-hai").comparator(sign), bills("chau-giang").value(40));
        assert_eq!(comparison.verdict, Verdict::WithCare, "{sign}");
        assert_eq!(comparison.difference, None, "{sign}");
    }
    let about = compared(bills("an-hai").comparator("~"), bills("chau-giang").value(40));
    assert_eq!((about.verdict, about.difference), (Verdict::WithCare, Some(10.0)));
}

#[test]
fn a_missing_figure_has_no_difference() {
    let comparison = compared(bills("an-hai").missing(), bills("chau-giang"));
    assert_eq!(comparison.difference, None);
}

#[test]
fn a_difference_has_the_decimals_of_its_figures() {
    assert_eq!(difference(86.06, 85.0), 1.06);
    assert_eq!(difference(0.3, 0.1), 0.2);
    assert_eq!(difference(64.06, 64.061), -0.001);
    assert_eq!(difference(85.0, 85.0).to_string(), "0");
    assert_eq!(difference(-0.0, 0.0).to_string(), "0");
    assert_eq!(difference(1e300, 0.5), 1e300);
    assert_eq!(decimals(64.06), 2);
    assert_eq!(decimals(80.0), 0);
}

#[test]
fn a_difference_no_number_holds_is_left_out() {
    let points = |value: f64| Figure::of("an-hai", "service-points").value(value);
    assert_eq!(compared(points(1.7e308), points(-1.7e308)).difference, None);
}

#[test]
fn the_names_of_reasons_and_verdicts_are_fixed() {
    let reasons: Vec<&str> = Reason::ALL.iter().map(|reason| reason.id()).collect();
    assert_eq!(
        reasons,
        [
            "different-definition",
            "different-kind",
            "different-base",
            "method-break",
            "merged-unit",
            "different-year",
            "different-basis",
            "approximate",
            "method-unknown"
        ]
    );
    let verdicts = [Verdict::Comparable, Verdict::WithCare, Verdict::NotComparable];
    assert_eq!(verdicts.map(Verdict::id), ["comparable", "with-care", "not-comparable"]);
}

/// Any figure of the fixtures' provinces and indicators.
pub(crate) fn any_figure() -> impl Strategy<Value = Figure> {
    let places = (
        prop::sample::select(vec!["an-hai", "binh-son", "chau-giang", "national"]),
        prop::sample::select(vec![
            "cashless-bills",
            "online-dossiers",
            "full-dossiers",
            "index-rank",
        ]),
        prop::sample::select(vec!["2020", "2021", "2023", "2024-01/2024-09", "2025", "2025-06-30"]),
        prop::option::of(prop::sample::select(vec!["2025-06-30", "2025-07-01"])),
    );
    let words = (
        prop::sample::select(vec!["=", "~", ">", ">=", "<", "<="]),
        prop::sample::select(vec!["reported", "measured", "surveyed", "derived"]),
        prop::option::of(prop::sample::select(vec![34u32, 63])),
        any::<bool>(),
        0u32..10_000,
    );
    (places, words).prop_map(|(places, words)| {
        let (province, indicator, period, unit_as_of) = places;
        let (sign, basis, base, is_target, hundredths) = words;
        let mut figure = Figure::of(province, indicator)
            .value(f64::from(hundredths) / 100.0)
            .period(period)
            .comparator(sign)
            .basis(basis);
        if let Some(base) = base {
            figure = figure.base(base);
        }
        if let Some(day) = unit_as_of {
            figure = figure.unit_as_of(day);
        }
        if is_target { figure.target(period) } else { figure }
    })
}

/// Any of the fixtures' indicators, as those whose method is unknown.
fn any_unknown_methods() -> impl Strategy<Value = Vec<&'static str>> {
    let indicators = vec!["cashless-bills", "online-dossiers", "full-dossiers", "index-rank"];
    prop::sample::subsequence(indicators, 0..=4)
}

fn with_unknown_methods(mut dataset: Dataset, ids: &[&str]) -> Dataset {
    for indicator in &mut dataset.indicators {
        indicator.method_unknown = ids.contains(&indicator.id.as_str());
    }
    dataset
}

proptest! {
    #[test]
    fn decimals_are_those_of_the_shortest_form(
        digits in -999_999_999_999_999_i64..=999_999_999_999_999,
        places in 0i32..15,
        any in any::<f64>(),
    ) {
        let written = |value: f64| {
            format!("{value}").split_once('.').map_or(0, |(_, after)| after.len()).min(12)
        };
        for value in [digits as f64 / 10f64.powi(places), any, any % 1_000.0, any % 0.001] {
            prop_assert_eq!(decimals(value), written(value), "{}", value);
        }
    }

    #[test]
    fn swapping_two_figures_only_turns_the_sign(
        a in any_figure(),
        b in any_figure(),
        unknown in any_unknown_methods(),
    ) {
        let dataset = with_unknown_methods(world(&[a, b]), &unknown);
        let [a, b] = [&dataset.observations[0], &dataset.observations[1]];
        let (there, back) = (compare(&dataset, a, b), compare(&dataset, b, a));
        prop_assert_eq!(there.verdict, back.verdict);
        prop_assert_eq!(&there.reasons, &back.reasons);
        prop_assert_eq!(there.difference, back.difference.map(|d| 0.0 - d));
    }

    #[test]
    fn the_verdict_and_the_difference_follow_from_the_reasons(
        a in any_figure(),
        b in any_figure(),
        unknown in any_unknown_methods(),
    ) {
        let dataset = with_unknown_methods(world(&[a, b]), &unknown);
        let [a, b] = [&dataset.observations[0], &dataset.observations[1]];
        let comparison = compare(&dataset, a, b);
        let forbidden = comparison.reasons.iter().any(|reason| {
            !["different-year", "different-basis", "approximate", "method-unknown"]
                .contains(&reason.id())
        });
        let expected = match (comparison.reasons.is_empty(), forbidden) {
            (true, _) => Verdict::Comparable,
            (false, false) => Verdict::WithCare,
            (false, true) => Verdict::NotComparable,
        };
        prop_assert_eq!(comparison.verdict, expected);
        let is_bound = [a, b].iter().any(|o| [">", ">=", "<", "<="].contains(&o.comparator.sign()));
        prop_assert_eq!(comparison.difference.is_some(), !forbidden && !is_bound);
    }

    #[test]
    fn an_unknown_method_adds_its_reason_to_two_figures_of_its_indicator_and_nothing_else(
        a in any_figure(),
        b in any_figure(),
        unknown in any_unknown_methods(),
    ) {
        let known = world(&[a, b]);
        let dataset = with_unknown_methods(known.clone(), &unknown);
        let [a, b] = [&dataset.observations[0], &dataset.observations[1]];
        let (mut expected, found) = (compare(&known, a, b), compare(&dataset, a, b));
        if a.indicator == b.indicator && unknown.contains(&a.indicator.as_str()) {
            expected.reasons.push(Reason::MethodUnknown);
            expected.verdict = expected.verdict.max(Verdict::WithCare);
        }
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn a_figure_beside_itself_differs_by_nothing(a in any_figure(), unknown in any_unknown_methods()) {
        let dataset = with_unknown_methods(world(&[a]), &unknown);
        let comparison = compare(&dataset, &dataset.observations[0], &dataset.observations[0]);
        let of_itself = [Reason::Approximate, Reason::MethodUnknown];
        prop_assert!(comparison.reasons.iter().all(|reason| of_itself.contains(reason)));
        prop_assert!(comparison.difference.is_none_or(|difference| difference == 0.0));
    }
}
