//! How many definitions figures follow, where some are places by others.

use proptest::prelude::*;
use tinhso::compare::{are_score_and_rank, definitions};
use tinhso::data::{Dataset, Unit};

use crate::comparability::any_figure;
use crate::support::{Figure, real_data, world};

/// The indicators of these figures in a dataset in which `index-rank` is the rank of `cashless-bills`.
fn told(indicators: &[&str]) -> Vec<String> {
    let figures: Vec<Figure> = indicators.iter().map(|id| Figure::of("an-hai", id)).collect();
    let dataset = with_rank(&figures);
    let figures: Vec<_> = dataset.observations.iter().collect();
    definitions(&dataset, &figures).into_iter().map(str::to_owned).collect()
}

fn with_rank(figures: &[Figure]) -> Dataset {
    let mut dataset = world(figures);
    let rank = dataset.indicators.iter_mut().find(|i| i.id == "index-rank").unwrap();
    rank.rank_of = Some("cashless-bills".to_owned());
    dataset
}

#[test]
fn a_rank_is_no_second_definition_of_what_it_orders() {
    assert_eq!(told(&[]), [""; 0]);
    assert_eq!(told(&["index-rank", "cashless-bills", "index-rank"]), ["cashless-bills"]);
    assert_eq!(told(&["index-rank"]), ["index-rank"]);
    assert_eq!(told(&["index-rank", "full-dossiers"]), ["index-rank", "full-dossiers"]);
    assert_eq!(
        told(&["full-dossiers", "cashless-bills", "online-dossiers", "index-rank"]),
        ["full-dossiers", "cashless-bills", "online-dossiers"]
    );
}

#[test]
fn a_score_and_the_place_by_it_are_told_apart_from_two_definitions() {
    let dataset = with_rank(&[
        Figure::of("an-hai", "cashless-bills"),
        Figure::of("chau-giang", "index-rank"),
        Figure::of("an-hai", "full-dossiers"),
    ]);
    let [score, rank, other] = &dataset.observations[..] else { panic!() };
    assert!(are_score_and_rank(&dataset, score, rank));
    assert!(are_score_and_rank(&dataset, rank, score));
    for (a, b) in [(score, score), (rank, rank), (rank, other), (other, score)] {
        assert!(!are_score_and_rank(&dataset, a, b), "{} {}", a.id, b.id);
    }
}

/// Where a topic has one score and one rank, the rank is of that score.
#[test]
fn every_rank_beside_a_single_other_definition_says_what_it_orders() {
    let dataset = real_data();
    let mut n_ranks = 0;
    for concept in dataset.concepts() {
        let (ranks, others): (Vec<_>, Vec<_>) =
            dataset.indicators_of(concept).into_iter().partition(|i| i.unit == Unit::Rank);
        if let ([rank], [other]) = (&ranks[..], &others[..]) {
            assert_eq!(rank.rank_of.as_ref(), Some(&other.id), "{}", rank.id);
            n_ranks += 1;
        }
    }
    assert!(n_ranks > 5, "{n_ranks}");
}

proptest! {
    #[test]
    fn each_figure_is_by_a_definition_or_a_place_by_one(
        figures in prop::collection::vec(any_figure(), 0..12),
    ) {
        let dataset = with_rank(&figures);
        let figures: Vec<_> = dataset.observations.iter().collect();
        let found = definitions(&dataset, &figures);
        for figure in &figures {
            let is_told = found.contains(&figure.indicator.as_str());
            let is_place = figures.iter().any(|other| {
                are_score_and_rank(&dataset, figure, other) && figure.indicator == "index-rank"
            });
            prop_assert_eq!(is_told, !is_place);
        }
        for (idx, id) in found.iter().enumerate() {
            prop_assert!(!found[..idx].contains(id));
        }
    }
}
