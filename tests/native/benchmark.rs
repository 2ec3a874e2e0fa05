//! The benchmarks of a figure: the country's figures that it can be read against.

use proptest::prelude::*;
use tinhso::compare::{Comparison, Reason, Verdict, benchmarks, compare};
use tinhso::data::{Dataset, Kind, Observation, Unit};

use crate::comparability::any_figure;
use crate::support::{Figure, real_data, world};

fn ours() -> Figure {
    Figure::of("chau-giang", "online-dossiers").value(60).period("2023-06-30")
}

fn national(id: &str) -> Figure {
    Figure::of("national", "online-dossiers").id(id).value(45.5)
}

/// The ids of the benchmarks of the first figure, with the difference to each.
fn told(figures: &[Figure]) -> Vec<(String, Option<f64>)> {
    let dataset = world(figures);
    benchmarks(&dataset, &dataset.observations[0])
        .iter()
        .map(|b| (b.figure.id.clone(), b.comparison.difference))
        .collect()
}

fn is(id: &str, difference: impl Into<Option<f64>>) -> (String, Option<f64>) {
    (id.to_owned(), difference.into())
}

const NONE: [(String, Option<f64>); 0] = [];

#[test]
fn the_countrys_result_and_target_of_the_year_are_given_the_result_first() {
    let goal = || national("goal").target("2023").value(70);
    let both = [is("result", 14.5), is("goal", None)];
    assert_eq!(told(&[ours(), goal(), national("result")]), both);
    // A target is read against the same two; the difference is with the target.
    let ours = || ours().target("2023-06-30");
    let both = [is("result", None), is("goal", -10.0)];
    assert_eq!(told(&[ours(), goal(), national("result")]), both);
}

#[test]
fn of_several_results_the_last_and_of_several_targets_the_first_is_given() {
    let results = [
        ours(),
        national("c").period("2023-03"),
        national("b"),
        national("a").period("2023-12-31"),
    ];
    assert_eq!(told(&results), [is("a", 14.5)]);
    let later_id = [ours(), national("b"), national("c")];
    assert_eq!(told(&later_id), [is("b", 14.5)]);
    let target = |id, due| national(id).target(due);
    let targets = [ours(), target("a", "2023"), target("c", "2023-06"), target("b", "2023-06")];
    assert_eq!(told(&targets), [is("b", None)]);
    // One without a deadline is of no year.
    assert_eq!(told(&[ours(), target("a", "")]), NONE);
}

#[test]
fn of_results_of_one_day_the_one_that_is_like_the_figure_is_given() {
    let rank = |province, base| Figure::of(province, "index-rank").value(9).base(base);
    let of_63 = |id| rank("national", 63).id(id);
    let of_34 = |id| rank("national", 34).id(id).unit_as_of("2025-07-01");
    let new = || rank("chau-giang", 34).unit_as_of("2025-07-01");
    let countrys = || [of_63("a"), of_34("b"), of_34("c")];
    assert_eq!(told(&[&[rank("chau-giang", 63)][..], &countrys()].concat()), [is("a", 0.0)]);
    assert_eq!(told(&[&[new()][..], &countrys()].concat()), [is("b", 0.0)]);
    // Nothing is like it: the smallest id.
    assert_eq!(told(&[&[rank("chau-giang", 62)][..], &countrys()].concat()), [is("a", None)]);
    // A result that is like it, but ends earlier, does not hide the last one.
    let earlier = of_34("c").period("2023-06");
    assert_eq!(told(&[new(), of_63("a"), of_63("b"), earlier]), [is("a", None)]);
}

#[test]
fn only_figures_with_a_value_of_the_same_definition_and_year_are_given() {
    for other in [
        national("x").period("2022"),
        national("x").period("2024"),
        national("x").target("2024"),
        national("x").missing(),
        Figure::of("national", "full-dossiers").id("x"),
        Figure::of("an-hai", "online-dossiers").id("x"),
    ] {
        assert_eq!(told(&[ours(), other.clone()]), NONE, "{other:?}");
    }
    // The year of a figure is that of its end.
    assert_eq!(told(&[ours(), national("x").period("2021/2023")]), [is("x", 14.5)]);
    // A missing value does not hide one that is there.
    let hidden = [ours(), national("a").missing(), national("b").period("2023-02")];
    assert_eq!(told(&hidden), [is("b", 14.5)]);
}

#[test]
fn what_cannot_be_read_against_anything_has_no_benchmark() {
    assert_eq!(told(&[national("a"), national("b")]), NONE);
    assert_eq!(told(&[ours().missing(), national("a")]), NONE);
    assert_eq!(told(&[ours().target(""), national("a")]), NONE);
    let mut dataset = world(&[ours(), national("a")]);
    dataset.provinces.retain(|province| province.id != "national");
    assert_eq!(benchmarks(&dataset, &dataset.observations[0]), []);
}

/// The country's count is the sum of its provinces'.
#[test]
fn a_count_has_no_benchmark() {
    let mut dataset = world(&[ours(), national("a")]);
    let indicator = dataset.indicators.iter_mut().find(|i| i.id == "online-dossiers").unwrap();
    indicator.unit = Unit::Count;
    assert_eq!(benchmarks(&dataset, &dataset.observations[0]), []);
}

#[test]
fn the_rules_of_comparison_apply_to_benchmarks_too() {
    let bound = [ours().comparator(">"), national("a")];
    assert_eq!(told(&bound), [is("a", None)]);
    let base = |province, base| Figure::of(province, "index-rank").value(9).base(base);
    let dataset = world(&[base("chau-giang", 63), base("national", 34)]);
    let found = benchmarks(&dataset, &dataset.observations[0]);
    assert_eq!(found[0].comparison.verdict, Verdict::NotComparable);
}

proptest! {
    #[test]
    fn a_benchmark_is_the_countrys_of_the_same_definition_and_year(
        figure in any_figure(),
        others in prop::collection::vec(any_figure(), 0..12),
    ) {
        let figures: Vec<Figure> = std::iter::once(figure).chain(others).collect();
        let dataset: Dataset = world(&figures);
        let year = |o: &Observation| o.date().unwrap().year();
        for own in &dataset.observations {
            let found = benchmarks(&dataset, own);
            let kinds: Vec<Kind> = found.iter().map(|b| b.figure.kind).collect();
            let fits = |o: &&Observation, kind: Kind| {
                own.province != "national"
                    && (o.province == "national" && o.kind == kind && o.indicator == own.indicator)
                    && year(o) == year(own)
            };
            for kind in [Kind::Result, Kind::Target] {
                let fitting: Vec<&Observation> =
                    dataset.observations.iter().filter(|o| fits(o, kind)).collect();
                let given = found.iter().find(|b| b.figure.kind == kind);
                prop_assert_eq!(given.is_some(), !fitting.is_empty());
                let Some(given) = given else { continue };
                prop_assert!(fitting.contains(&given.figure));
                prop_assert_eq!(&given.comparison, &compare(&dataset, own, given.figure));
                if own.kind != kind {
                    prop_assert_eq!(given.comparison.difference, None);
                }
                let end = |o: &Observation| o.date().unwrap().end();
                for other in fitting {
                    let is_before = if kind == Kind::Result {
                        end(other) > end(given.figure)
                    } else {
                        end(other) < end(given.figure)
                    };
                    let is_tie = end(other) == end(given.figure);
                    // Of results that end together one that is like the figure goes before smaller ids.
                    let unlike = [Reason::DifferentBase, Reason::MethodBreak, Reason::MergedUnit];
                    let is_like = |c: &Comparison| !c.reasons.iter().any(|r| unlike.contains(r));
                    let goes_before = kind == Kind::Result
                        && is_like(&given.comparison)
                        && !is_like(&compare(&dataset, own, other));
                    prop_assert!(!is_before);
                    prop_assert!(!is_tie || other.id >= given.figure.id || goes_before);
                }
            }
            prop_assert!(kinds != [Kind::Target, Kind::Result] && kinds.len() <= 2);
        }
    }
}

#[test]
fn khanh_hoas_goal_of_2025_is_read_against_the_countrys() {
    let dataset = real_data();
    let goal = dataset.observation("khanh-hoa/online-services-level-4/target/2025").unwrap();
    let found = benchmarks(&dataset, goal);
    let target = found.iter().find(|b| b.figure.kind == Kind::Target).unwrap();
    assert_eq!(target.figure.id, "national/online-services-level-4/target/2025");
    assert_eq!(target.comparison.verdict, Verdict::Comparable);
    assert_eq!(target.comparison.difference, Some(20.0));
}
