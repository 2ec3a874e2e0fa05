//! Disputes: which figures contradict one another, in what, and by how much.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tinhso::compare::{
    Dispute, DisputeReason, Verdict, compare, contradicting_figures, difference, disputes,
};
use tinhso::data::{Dataset, Kind, Observation, Province};

use crate::comparability::any_figure;
use crate::support::{Figure, real_data, world};

fn bills(id: &str) -> Figure {
    Figure::of("an-hai", "cashless-bills").id(id)
}

fn ids(figures: &[&Observation]) -> String {
    figures.iter().map(|figure| figure.id.as_str()).collect::<Vec<_>>().join(" ")
}

/// The ids of each group.
fn groups(figures: &[Figure]) -> Vec<String> {
    disputes(&world(figures)).iter().map(|dispute| ids(&dispute.figures)).collect()
}

#[test]
fn either_word_is_enough_and_both_are_one_dispute() {
    let by_first = [bills("a").disputes(&["b"]), bills("b"), bills("c")];
    let by_second = [bills("a"), bills("b").disputes(&["a"]), bills("c")];
    let by_both = [bills("a").disputes(&["b", "b"]), bills("b").disputes(&["a"]), bills("c")];
    for figures in [by_first, by_second, by_both] {
        assert_eq!(groups(&figures), ["a b"]);
    }
    assert_eq!(groups(&[bills("a"), bills("b")]), [""; 0]);
}

#[test]
fn figures_that_others_connect_are_one_dispute_and_each_is_in_one() {
    let figures = [
        bills("y").disputes(&["x"]),
        bills("a"),
        bills("b").disputes(&["a"]),
        bills("x"),
        bills("c").disputes(&["b"]),
        bills("e"),
        bills("d").disputes(&["a"]),
    ];
    // In the order of their first figure, which is `y`.
    assert_eq!(groups(&figures), ["x y", "a b c d"]);
}

#[test]
fn a_name_that_means_nothing_and_ones_own_contradict_nothing() {
    assert_eq!(groups(&[bills("a").disputes(&["a", "nothing"]), bills("b")]), [""; 0]);
    let both = [bills("a").disputes(&["a", "nothing", "b"]), bills("b").disputes(&["nothing"])];
    assert_eq!(groups(&both), ["a b"]);
}

#[test]
fn of_entries_with_one_id_the_first_counts() {
    let figures = [bills("a").value(1), bills("a").value(2), bills("b").disputes(&["a"])];
    let dataset = world(&figures);
    let disputes = disputes(&dataset);
    assert_eq!(ids(&disputes[0].figures), "a b");
    assert_eq!(disputes[0].figures[0].value(), Some(1.0));
}

#[test]
fn figures_stand_by_the_day_of_their_source_those_without_one_last() {
    let figures = [
        bills("e").source("undated"),
        bills("d").source("2024-05").disputes(&["a", "b", "c", "e", "f"]),
        bills("c").source("2024-05-31"),
        bills("b").source("2024-05-30"),
        bills("a").source("undated"),
        bills("f").source("2023"),
    ];
    assert_eq!(groups(&figures), ["f b c d a e"]);
    // A day before which it cannot have been published is no day of publication.
    let mut dataset = world(&figures);
    let undated = dataset.sources.iter_mut().find(|source| source.id == "undated").unwrap();
    undated.published_not_before = Some("1999".parse().unwrap());
    assert_eq!(ids(&disputes(&dataset)[0].figures), "f b c d a e");
}

/// The spreads of the dispute between the first of these figures and all the others.
fn spreads(figures: &[Figure]) -> (Vec<(String, f64)>, DisputeReason) {
    let mut named: Vec<Figure> = Vec::new();
    let others: Vec<String> = (1..figures.len()).map(|idx| format!("figure-{idx}")).collect();
    for (idx, figure) in figures.iter().enumerate() {
        named.push(figure.clone().id(&format!("figure-{idx}")));
    }
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    named[0] = named[0].clone().disputes(&others);
    let dataset = world(&named);
    let disputes = disputes(&dataset);
    assert_eq!(disputes.len(), 1);
    assert_eq!(disputes[0].figures.len(), figures.len());
    let spreads = disputes[0].spreads.iter().map(|s| (ids(&s.figures), s.size)).collect();
    (spreads, disputes[0].reason)
}

/// As above, for figures of one indicator, kind and base: the one spread of all of them, or none.
fn dispute(figures: &[Figure]) -> (Option<f64>, DisputeReason) {
    let (spreads, nature) = spreads(figures);
    let of_all =
        |(ids, size): &(String, f64)| (ids.split(' ').count() == figures.len()).then_some(*size);
    assert!(spreads.len() <= 1, "{spreads:?}");
    (spreads.first().and_then(of_all), nature)
}

fn shares(values: &[f64]) -> Vec<Figure> {
    values.iter().map(|value| Figure::of("chau-giang", "online-dossiers").value(*value)).collect()
}

#[test]
fn the_spread_is_from_the_smallest_to_the_largest_in_the_decimals_of_the_source() {
    assert_eq!(dispute(&shares(&[86.06, 85.0])), (Some(1.06), DisputeReason::Values));
    assert_eq!(dispute(&shares(&[12.67, 12.63, 12.83])), (Some(0.2), DisputeReason::Values));
    assert_eq!(dispute(&shares(&[50.0, 50.0])), (Some(0.0), DisputeReason::Values));
    // "About" counts as its value, and other years only ask for care.
    let mut about = shares(&[4.0, 38.0]);
    about[0] = about[0].clone().comparator("~");
    assert_eq!(dispute(&about), (Some(34.0), DisputeReason::Values));
    about[0] = about[0].clone().period("2022-10");
    assert_eq!(dispute(&about), (Some(34.0), DisputeReason::Dates));
}

#[test]
fn goals_of_one_direction_are_as_far_apart_as_their_numbers() {
    let goal = |sign: &str, value: i32| {
        Figure::of("an-hai", "cashless-bills").target("2030").comparator(sign).value(value)
    };
    assert_eq!(dispute(&[goal(">=", 50), goal(">=", 35)]), (Some(15.0), DisputeReason::Values));
    assert_eq!(dispute(&[goal(">=", 50), goal(">", 35)]), (None, DisputeReason::Values));
}

#[test]
fn what_may_not_be_subtracted_has_no_spread() {
    let one = || Figure::of("an-hai", "cashless-bills").value(60);
    let other = || Figure::of("chau-giang", "cashless-bills").value(70);
    for (change, nature) in [
        (one().comparator(">="), DisputeReason::Values),
        (one().missing(), DisputeReason::Values),
        // The method changed in 2024; An Hải took in Bình Sơn on 1 July 2025.
        (one().period("2024"), DisputeReason::Dates),
        (one().unit_as_of("2025-07-01"), DisputeReason::Values),
    ] {
        let found = dispute(&[other(), change.clone(), other().value(80)]);
        assert_eq!(found, (None, nature), "{change:?}");
    }
    assert_eq!(dispute(&[other(), one(), other().value(80)]), (Some(20.0), DisputeReason::Values));
    // One between the two ends counts, too.
    let bound = one().value(75).comparator(">");
    assert_eq!(dispute(&[other(), bound, other().value(80)]).0, None);
}

#[test]
fn of_several_definitions_kinds_or_bases_each_has_a_spread_of_its_own() {
    let one = |value: i32| Figure::of("an-hai", "cashless-bills").value(value);
    let other = |value: i32| Figure::of("an-hai", "online-dossiers").value(value);
    let part = |ids: &str, size: f64| (ids.to_owned(), size);
    for (change, nature) in [
        (one(60).base(63), DisputeReason::Bases),
        (one(60).target("2023"), DisputeReason::Kinds),
        (other(60), DisputeReason::Definitions),
    ] {
        let found = spreads(&[one(70), change.clone(), one(80)]);
        assert_eq!(found, (vec![part("figure-0 figure-2", 10.0)], nature), "{change:?}");
        assert_eq!(spreads(&[one(70), change.clone()]), (vec![], nature), "{change:?}");
    }
    // In the order of their first figure; what has none of its own is left out.
    let both = [other(5), one(70), other(9), one(81)];
    let found = vec![part("figure-0 figure-2", 4.0), part("figure-1 figure-3", 11.0)];
    assert_eq!(spreads(&both), (found, DisputeReason::Definitions));
    let bound = [other(5), one(70), other(9).comparator(">"), one(81)];
    assert_eq!(spreads(&bound).0, [part("figure-1 figure-3", 11.0)]);
}

#[test]
fn of_several_reasons_the_most_serious_is_given() {
    let base = || Figure::of("an-hai", "index-rank").value(9).base(63).period("2022");
    let dates = base().period("2023");
    let bases = base().base(34).period("2023");
    let kinds = base().base(34).target("2023");
    let definitions = Figure::of("an-hai", "cashless-bills").target("2023");
    let natures = [
        (base(), DisputeReason::Values),
        (dates, DisputeReason::Dates),
        (bases, DisputeReason::Bases),
        (kinds, DisputeReason::Kinds),
        (definitions, DisputeReason::Definitions),
    ];
    let mut figures = vec![base()];
    for (figure, nature) in natures {
        figures.push(figure);
        assert_eq!(dispute(&figures).1, nature);
        let backwards: Vec<Figure> = figures.iter().rev().cloned().collect();
        assert_eq!(dispute(&backwards).1, nature);
    }
    // The same days written in another way are the same date.
    let months = base().period("2022-01/2022-12");
    assert_eq!(dispute(&[base(), months]).1, DisputeReason::Values);
    // No base is another one than any number.
    let no_base = Figure::of("an-hai", "index-rank").value(9).period("2022");
    assert_eq!(dispute(&[base(), no_base]).1, DisputeReason::Bases);
}

#[test]
fn contradicting_figures_are_in_the_order_of_the_data_each_once_without_the_figure_itself() {
    let figures = [
        bills("d"),
        bills("a").disputes(&["c", "a", "d", "nothing", "c"]),
        bills("c").disputes(&["a"]),
        bills("b").disputes(&["a"]),
        bills("e").disputes(&["b"]),
    ];
    let dataset = world(&figures);
    let told = |id: &str| ids(&contradicting_figures(&dataset, dataset.observation(id).unwrap()));
    assert_eq!(["a", "b", "c", "d", "e"].map(told), ["d c b", "a e", "a", "a", "b"]);
}

/// A chain of figures, each of which contradicts the one before: as long as a large dataset.
#[test]
fn a_long_dispute_is_walked_once() {
    let n_figures = 50_000;
    let mut dataset = world(&[Figure::of("an-hai", "cashless-bills")]);
    let one = dataset.observations.remove(0);
    dataset.observations = (0..n_figures)
        .map(|idx| Observation {
            id: format!("figure-{idx:05}"),
            disputes: vec![format!("figure-{:05}", (idx + 1) % n_figures)],
            ..one.clone()
        })
        .collect();
    let found = disputes(&dataset);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].figures.len(), n_figures);
    let spreads = found[0].spreads.iter().map(|s| (s.figures.len(), s.size));
    assert_eq!(spreads.collect::<Vec<_>>(), [(n_figures, 0.0)]);
}

/// Figures of which some name others, and some what is not there.
fn any_figures() -> impl Strategy<Value = (Vec<Figure>, Vec<Figure>)> {
    let named = prop::collection::vec(0usize..10, 0..2);
    prop::collection::vec((any_figure(), named), 1..9).prop_flat_map(|figures| {
        let id = |idx: usize| format!("figure-{}", idx * 7 % 10);
        let figures: Vec<Figure> = figures
            .into_iter()
            .enumerate()
            .map(|(idx, (figure, named))| {
                let named: Vec<String> = named.into_iter().map(id).collect();
                let named: Vec<&str> = named.iter().map(String::as_str).collect();
                figure.id(&id(idx)).disputes(&named)
            })
            .collect();
        (Just(figures.clone()), Just(figures).prop_shuffle())
    })
}

/// The disputes with their figures as sets, so that the order does not matter.
fn as_sets(dataset: &Dataset) -> BTreeSet<(String, String)> {
    disputes(dataset)
        .iter()
        .map(|dispute| {
            let spreads = dispute.spreads.iter();
            let mut spreads: Vec<String> =
                spreads.map(|spread| format!("{} {}", ids(&spread.figures), spread.size)).collect();
            spreads.sort();
            (ids(&dispute.figures), format!("{spreads:?} {:?}", dispute.reason))
        })
        .collect()
}

proptest! {
    #[test]
    fn disputes_divide_the_figures_that_contradict_others((figures, _) in any_figures()) {
        let dataset = world(&figures);
        let disputes = disputes(&dataset);
        let first = |figures: &[&Observation]| {
            let place = |o: &&Observation| dataset.observations.iter().position(|p| p.id == o.id);
            figures.iter().map(place).min()
        };
        prop_assert!(disputes.is_sorted_by(|a, b| first(&a.figures) < first(&b.figures)));
        for observation in &dataset.observations {
            let rivals = contradicting_figures(&dataset, observation);
            let of: Vec<_> = disputes.iter().filter(|d| d.figures.contains(&observation)).collect();
            prop_assert_eq!(of.len(), usize::from(!rivals.is_empty()));
            for rival in rivals {
                prop_assert!(rival.id != observation.id);
                prop_assert!(of[0].figures.contains(&rival));
                // On either's word, for both.
                prop_assert!(
                    rival.disputes.contains(&observation.id)
                        || observation.disputes.contains(&rival.id)
                );
                prop_assert!(crate::dispute::contradicting_figures(&dataset, rival).contains(&observation));
            }
        }
        prop_assert!(disputes.iter().all(|dispute| dispute.figures.len() >= 2));
    }

    #[test]
    fn a_group_is_no_larger_than_its_links((figures, _) in any_figures()) {
        let dataset = world(&figures);
        for dispute in disputes(&dataset) {
            // From any figure of it, the others are reached from rival to rival.
            let mut reached = vec![dispute.figures[0]];
            let mut next = 0;
            while let Some(figure) = reached.get(next).copied() {
                let rivals = contradicting_figures(&dataset, figure);
                reached.extend(rivals.into_iter().filter(|r| !reached.contains(r)).collect::<Vec<_>>());
                next += 1;
            }
            prop_assert_eq!(reached.len(), dispute.figures.len());
        }
    }

    #[test]
    fn the_order_of_the_file_changes_no_dispute((figures, shuffled) in any_figures()) {
        prop_assert_eq!(as_sets(&world(&figures)), as_sets(&world(&shuffled)));
    }

    #[test]
    fn a_spread_is_the_widest_difference_and_one_that_is_allowed((figures, _) in any_figures()) {
        let dataset = world(&figures);
        for dispute in disputes(&dataset) {
            // Of goals the numbers are subtracted, of results only what is no bound.
            let apart = |a: &Observation, b: &Observation| {
                let comparison = compare(&dataset, a, b);
                let is_goal = a.kind == Kind::Target && a.comparator == b.comparator;
                let may_be = is_goal && comparison.verdict != Verdict::NotComparable;
                let of_goals = may_be.then(|| Some(difference(a.value()?, b.value()?)));
                of_goals.flatten().or(comparison.difference.filter(|_| a.kind == Kind::Result))
            };
            let is_alike = |a: &Observation, b: &Observation| {
                (&a.indicator, a.kind, a.base) == (&b.indicator, b.kind, b.base)
            };
            for figure in &dispute.figures {
                let alike: Vec<&&Observation> =
                    dispute.figures.iter().filter(|other| is_alike(figure, other)).collect();
                let pairs = alike.iter().flat_map(|a| alike.iter().map(move |b| (a, b)));
                let differences: Vec<Option<f64>> = pairs.map(|(a, b)| apart(a, b)).collect();
                let of_it: Vec<_> =
                    dispute.spreads.iter().filter(|s| s.figures.contains(figure)).collect();
                prop_assert!(of_it.len() <= 1);
                if let Some(spread) = of_it.first() {
                    let widest = differences.iter().flatten().copied().fold(0.0, f64::max);
                    prop_assert_eq!(spread.size, widest);
                    prop_assert_eq!(spread.figures.len(), alike.len());
                } else {
                    prop_assert!(alike.len() == 1 || differences.iter().any(Option::is_none));
                }
            }
        }
    }
}

/// What the published figures contradict one another in.
#[test]
fn the_published_disputes_are_told_as_what_they_are() {
    let dataset = real_data();
    let disputes = disputes(&dataset);
    let n_disputed: usize = disputes.iter().map(|dispute| dispute.figures.len()).sum();
    // Figures of different provinces do not contradict each other, so each province is looked at alone.
    let n_with_rivals = |province: &Province| {
        let own = dataset.observations.iter().filter(|o| o.province == province.id);
        let own = Dataset { observations: own.cloned().collect(), ..Dataset::default() };
        let has_rivals = |o: &&Observation| !contradicting_figures(&own, o).is_empty();
        own.observations.iter().filter(has_rivals).count()
    };
    assert_eq!(n_disputed, dataset.provinces.iter().map(n_with_rivals).sum::<usize>());
    let of = |id: &str| {
        let is_of_it = |dispute: &&Dispute<'_>| dispute.figures.iter().any(|o| o.id == id);
        let found = disputes.iter().find(is_of_it).unwrap();
        let spreads = found.spreads.iter().map(|s| (s.figures.len(), s.size)).collect::<Vec<_>>();
        (found.reason, spreads)
    };
    // One source says that it was reached, another that it was aimed at.
    let binh_phuoc = ["online-services/result/2022", "online-dossiers-full/result/2022"];
    for id in binh_phuoc {
        assert_eq!(of(&format!("binh-phuoc/{id}")), (DisputeReason::Kinds, vec![]));
    }
    // Three publications of the statistics office, 12.63 to 12.83.
    let shares = of("national/digital-economy-share-gso/result/2022");
    assert_eq!(shares, (DisputeReason::Values, vec![(3, 0.2)]));
}
