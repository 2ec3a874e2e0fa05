//! The order of a set of figures.

use proptest::prelude::*;
use tinhso::compare::{Reason, Unranked, rank};
use tinhso::data::Observation;

use crate::comparability::any_figure;
use crate::support::{Figure, world};

const PROVINCES: [&str; 4] = ["an-hai", "binh-son", "chau-giang", "national"];

/// The place and value of each figure, as ranked.
fn ranked(figures: &[Figure]) -> Result<Vec<(usize, f64)>, Unranked> {
    let dataset = world(figures);
    let observations: Vec<&Observation> = dataset.observations.iter().collect();
    let ranked = rank(&dataset, &observations)?;
    Ok(ranked.iter().map(|r| (r.place, r.observation.value().unwrap())).collect())
}

fn bills(value: f64) -> Figure {
    Figure::of("chau-giang", "cashless-bills").value(value)
}

fn place(value: u32) -> Figure {
    Figure::of("chau-giang", "index-rank").value(value).base(63)
}

#[test]
fn the_best_stands_first_and_ties_share_the_better_rank() {
    let figures = [bills(40.0), bills(90.0), bills(64.06), bills(64.06)];
    assert_eq!(ranked(&figures), Ok(vec![(1, 90.0), (2, 64.06), (2, 64.06), (4, 40.0)]));
}

#[test]
fn where_lower_is_better_the_lowest_stands_first() {
    let figures = [place(30), place(12), place(12), place(1)];
    assert_eq!(ranked(&figures), Ok(vec![(1, 1.0), (2, 12.0), (2, 12.0), (4, 30.0)]));
}

#[test]
fn the_last_decimal_of_the_source_decides() {
    assert_eq!(ranked(&[bills(64.06), bills(64.061)]), Ok(vec![(1, 64.061), (2, 64.06)]));
}

#[test]
fn fewer_than_two_values_have_no_order() {
    assert_eq!(ranked(&[]), Err(Unranked::TooFew));
    assert_eq!(ranked(&[bills(1.0), bills(2.0).missing()]), Err(Unranked::TooFew));
}

#[test]
fn what_needs_care_is_ranked() {
    let figures = [bills(40.0).period("2022"), bills(50.0).basis("measured").comparator("~")];
    assert_eq!(ranked(&figures), Ok(vec![(1, 50.0), (2, 40.0)]));
}

#[test]
fn one_unlike_pair_refuses_the_whole_set() {
    let figures = [
        Figure::of("an-hai", "online-dossiers").period("2022"),
        Figure::of("chau-giang", "online-dossiers"),
        Figure::of("national", "full-dossiers"),
    ];
    assert_eq!(ranked(&figures), Err(Unranked::NotComparable(vec![Reason::DifferentDefinition])));
}

#[test]
fn the_reasons_of_all_unlike_pairs_are_told_once_in_their_order() {
    let figures =
        [place(3), place(5).base(34), place(7).base(34), place(9).target("2023"), place(1)];
    assert_eq!(
        ranked(&figures),
        Err(Unranked::NotComparable(vec![Reason::DifferentKind, Reason::DifferentBase]))
    );
}

#[test]
fn a_bound_refuses_the_set() {
    let figures = [bills(90.0).comparator(">"), bills(95.0)];
    assert_eq!(ranked(&figures), Err(Unranked::NotComparable(vec![Reason::Approximate])));
}

#[test]
fn figures_without_a_value_are_left_out_of_the_count() {
    let figures = [bills(40.0), bills(50.0).missing(), bills(60.0)];
    assert_eq!(ranked(&figures), Ok(vec![(1, 60.0), (2, 40.0)]));
}

fn values() -> impl Strategy<Value = Vec<u32>> {
    // Few different values, so that ties are common.
    prop::collection::vec(1u32..8, 2..7)
}

proptest! {
    #[test]
    fn the_order_of_the_input_changes_no_place(values in values(), seed in any::<prop::sample::Index>()) {
        let figures: Vec<Figure> = values.iter().map(|value| place(*value)).collect();
        let mut turned = figures.clone();
        turned.rotate_left(seed.index(figures.len()));
        prop_assert_eq!(ranked(&figures), ranked(&turned));
        turned.reverse();
        prop_assert_eq!(ranked(&figures), ranked(&turned));
    }

    #[test]
    fn mirrored_values_have_the_mirrored_order(values in values()) {
        let lower_is_better: Vec<Figure> = values.iter().map(|value| place(*value)).collect();
        let higher_is_better: Vec<Figure> =
            values.iter().map(|value| bills(f64::from(10 - value))).collect();
        let low = ranked(&lower_is_better).unwrap();
        let high = ranked(&higher_is_better).unwrap();
        let mirrored: Vec<(usize, f64)> =
            high.into_iter().map(|(place, value)| (place, 10.0 - value)).collect();
        prop_assert_eq!(low, mirrored);
    }

    #[test]
    fn a_place_is_one_more_than_the_number_of_better_ones(values in values()) {
        let figures: Vec<Figure> = values.iter().map(|value| place(*value)).collect();
        for (found, value) in ranked(&figures).unwrap() {
            let better = values.iter().filter(|other| f64::from(**other) < value).count();
            prop_assert_eq!(found, better + 1);
        }
    }

    #[test]
    fn a_set_is_ranked_only_when_every_pair_has_a_difference(
        figures in prop::collection::vec(any_figure(), 2..4)
    ) {
        let dataset = world(&figures);
        let observations: Vec<&Observation> = dataset.observations.iter().collect();
        let every_pair = observations.iter().enumerate().all(|(idx, a)| {
            observations[idx + 1..]
                .iter()
                .all(|b| tinhso::compare::compare(&dataset, a, b).difference.is_some())
        });
        match rank(&dataset, &observations) {
            Ok(ranked) => {
                prop_assert!(every_pair);
                prop_assert_eq!(ranked.len(), observations.len());
            }
            Err(Unranked::NotComparable(reasons)) => prop_assert!(!every_pair && !reasons.is_empty()),
            Err(Unranked::NoDirection) => prop_assert!(false, "all have one"),
            Err(Unranked::Partial) => prop_assert!(false, "there are no tables"),
            Err(Unranked::TooFew) => prop_assert!(false, "there were {}", observations.len()),
        }
    }
}

#[test]
fn provinces_of_any_kind_may_be_ranked() {
    let figures = PROVINCES.map(|province| Figure::of(province, "full-dossiers"));
    assert_eq!(ranked(&figures), Ok(vec![(1, 50.0); 4]));
}
