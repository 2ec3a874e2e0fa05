//! The targets of provinces compared with those of the country.

use tinhso::compare::{Ambition, DeadlineOrder, Ledger, Reason, TargetLevel, Verdict, ambitions};
use tinhso::data::Dataset;

use crate::support::{Figure, day, real_data, world};

fn goal(province: &str, indicator: &str, id: &str) -> Figure {
    Figure::of(province, indicator).source("2021-05-01").id(id).value(80).target("2025")
}

fn ours() -> Figure {
    goal("chau-giang", "online-dossiers", "ours")
}

fn national() -> Figure {
    goal("national", "online-dossiers", "national")
}

fn all<T>(figures: &[Figure], ask: impl FnOnce(&[Ambition<'_>]) -> T) -> T {
    let dataset = world(figures);
    ask(&ambitions(&Ledger::new(&dataset), day("2024-12-31")))
}

/// For the only pair of two targets: the reasons, which one demands more, and which one is due first.
fn only(
    ours: Figure,
    national: Figure,
) -> (Vec<Reason>, Option<TargetLevel>, Option<DeadlineOrder>) {
    all(&[ours, national], |found| {
        assert_eq!(found.len(), 1);
        (found[0].comparison.reasons.clone(), found[0].level, found[0].deadline_order)
    })
}

#[test]
fn a_better_value_asks_for_more() {
    for (value, level) in
        [(81, TargetLevel::More), (80, TargetLevel::Same), (79, TargetLevel::Less)]
    {
        assert_eq!(
            only(ours().value(value), national()),
            (vec![], Some(level), Some(DeadlineOrder::Same))
        );
    }
    let rank = |province, value: u32| goal(province, "index-rank", province).value(value).base(63);
    for (value, level) in [(9, TargetLevel::More), (10, TargetLevel::Same), (11, TargetLevel::Less)]
    {
        let found = only(rank("chau-giang", value), rank("national", 10));
        assert_eq!(
            found,
            (vec![], Some(level), Some(DeadlineOrder::Same)),
            "lower is better: {value}"
        );
    }
}

#[test]
fn to_pass_a_value_is_more_than_to_reach_it() {
    let aim = |a: &str, b: &str| only(ours().comparator(a), national().comparator(b)).1;
    for reaching in ["=", "~", ">="] {
        assert_eq!(aim(">", reaching), Some(TargetLevel::More), "{reaching}");
        assert_eq!(aim(reaching, ">"), Some(TargetLevel::Less), "{reaching}");
        assert_eq!(aim(reaching, "="), Some(TargetLevel::Same), "{reaching}");
    }
    assert_eq!(aim(">", ">"), Some(TargetLevel::Same));
    // A higher value outweighs the sign.
    let found = only(ours().value(81), national().comparator(">"));
    assert_eq!(found.1, Some(TargetLevel::More));
    // One asks for more and the other for less of the same: neither is the higher aim.
    assert_eq!(aim("<=", ">="), None);
}

#[test]
fn the_last_days_of_the_deadlines_are_set_beside_each_other() {
    let due = |a: &str, b: &str| only(ours().target(a), national().target(b)).2;
    assert_eq!(due("2024", "2025"), Some(DeadlineOrder::Earlier));
    assert_eq!(due("2025-Q4", "2025"), Some(DeadlineOrder::Same));
    assert_eq!(due("2026-01-01", "2025"), Some(DeadlineOrder::Later));
    assert_eq!(due("", "2025"), None);
    assert_eq!(due("2025", ""), None);
}

#[test]
fn what_only_asks_for_care_forbids_nothing() {
    let careful = ours().target("2024").basis("derived").comparator("~").value(90);
    assert_eq!(
        only(careful, national()),
        (
            vec![Reason::DifferentYear, Reason::DifferentBasis, Reason::Approximate],
            Some(TargetLevel::More),
            Some(DeadlineOrder::Earlier)
        )
    );
}

#[test]
fn targets_that_are_not_comparable_have_no_level() {
    let definition = only(goal("chau-giang", "full-dossiers", "ours"), national());
    assert_eq!(definition, (vec![Reason::DifferentDefinition], None, Some(DeadlineOrder::Same)));
    let rank = |province, base| goal(province, "index-rank", province).value(9).base(base);
    let base = only(rank("chau-giang", 34), rank("national", 63));
    assert_eq!(base, (vec![Reason::DifferentBase], None, Some(DeadlineOrder::Same)));
    // The method of this indicator changed in 2024.
    let bills = |province, due| goal(province, "cashless-bills", province).target(due);
    let method = only(bills("chau-giang", "2023"), bills("national", "2025"));
    assert_eq!(
        method,
        (vec![Reason::MethodBreak, Reason::DifferentYear], None, Some(DeadlineOrder::Earlier))
    );
    // An Hải took in Bình Sơn on 1 July 2025, between the two deadlines.
    let merged = goal("an-hai", "online-dossiers", "ours").target("2025-06");
    assert_eq!(
        only(merged, national()),
        (vec![Reason::MergedUnit], None, Some(DeadlineOrder::Earlier))
    );
}

#[test]
fn only_known_targets_with_a_value_of_one_topic_make_a_pair() {
    let pairs = |figures: &[Figure]| all(figures, |found| found.len());
    assert_eq!(pairs(&[]), 0);
    assert_eq!(pairs(&[ours(), goal("an-hai", "online-dossiers", "other")]), 0);
    assert_eq!(pairs(&[national(), national().id("another")]), 0);
    assert_eq!(pairs(&[ours(), goal("national", "cashless-bills", "other")]), 0);
    assert_eq!(pairs(&[ours().missing(), national()]), 0);
    assert_eq!(pairs(&[ours(), national().missing()]), 0);
    assert_eq!(pairs(&[ours(), Figure::of("national", "online-dossiers")]), 0);
    assert_eq!(pairs(&[ours().source("2025-01-01"), national()]), 0);
    assert_eq!(pairs(&[ours(), national().source("2025-01-01")]), 0);
    assert_eq!(pairs(&[ours(), national().source("2024-12-31")]), 1);
}

#[test]
fn pairs_stand_in_the_files_order() {
    let figures = [
        national().id("n2"),
        ours().id("p2"),
        goal("an-hai", "full-dossiers", "p1"),
        national().id("n1"),
    ];
    all(&figures, |found| {
        let ids: Vec<(&str, &str)> =
            found.iter().map(|a| (a.target.id.as_str(), a.national.id.as_str())).collect();
        assert_eq!(ids, [("p2", "n2"), ("p2", "n1"), ("p1", "n2"), ("p1", "n1")]);
    });
}

#[test]
fn khanh_hoa_asked_more_of_itself_than_the_country_did() {
    let dataset: Dataset = real_data();
    let found = ambitions(&Ledger::new(&dataset), day("2026-11-22"));
    let told = |a: &Ambition<'_>| {
        let (own, national) = (a.target.id.clone(), a.national.id.clone());
        (own, national, a.comparison.verdict, a.level, a.deadline_order)
    };
    let own = "khanh-hoa/online-services-level-4/target/2025";
    let shared = "khanh-hoa/online-services-level-4-shared-data/target/2030";
    let [n2025, n2030] =
        [2025, 2030].map(|y| format!("national/online-services-level-4/target/{y}"));
    let is_on_level_4 = |a: &&Ambition<'_>| {
        [own, shared].contains(&a.target.id.as_str())
            && a.national.indicator == "online-services-level-4"
    };
    let (more, same) = (Some(TargetLevel::More), Some(TargetLevel::Same));
    let expected = [
        (shared, &n2025, Verdict::NotComparable, None, Some(DeadlineOrder::Later)),
        (shared, &n2030, Verdict::NotComparable, None, Some(DeadlineOrder::Same)),
        (own, &n2025, Verdict::Comparable, more, Some(DeadlineOrder::Same)),
        (own, &n2030, Verdict::WithCare, same, Some(DeadlineOrder::Earlier)),
    ]
    .map(|(own, national, verdict, aim, due)| {
        (own.to_owned(), national.clone(), verdict, aim, due)
    });
    assert_eq!(found.iter().filter(is_on_level_4).map(told).collect::<Vec<_>>(), expected);
    // Before 25 October 2021 nothing of it was known.
    let before = ambitions(&Ledger::new(&dataset), day("2021-10-24"));
    assert_eq!(before.iter().filter(is_on_level_4).count(), 0);
}

#[test]
fn what_is_asked_of_the_digital_economy_is_set_beside_the_goal_of_the_same_year() {
    let dataset: Dataset = real_data();
    let found = ambitions(&Ledger::new(&dataset), day("2026-11-22"));
    let told: Vec<_> = found
        .iter()
        .filter(|a| {
            a.national.indicator == "digital-economy-share"
                && a.deadline_order == Some(DeadlineOrder::Same)
        })
        .map(|a| (a.target.id.clone(), a.comparison.verdict, a.level))
        .collect();
    let (care, comparable) = (Verdict::WithCare, Verdict::Comparable);
    let (more, same, less) =
        (Some(TargetLevel::More), Some(TargetLevel::Same), Some(TargetLevel::Less));
    // Before and after a merger a province promised different things; a range is set beside the
    // country's goal by its less demanding end.
    let expected = [
        ("br-vt", "2025", care, more),
        ("khanh-hoa", "2030", care, same),
        ("khanh-hoa", "2030-set-2025", comparable, more),
        ("binh-phuoc", "2025", comparable, same),
        ("ho-chi-minh-city", "2025", comparable, more),
        ("ho-chi-minh-city", "2030", comparable, more),
        ("ho-chi-minh-city", "2030-set-2025", care, same),
        ("dong-nai", "2030", care, more),
        ("dong-nai", "2045", comparable, same),
        ("dong-nai", "2025", comparable, same),
        ("dong-nai", "2030-set-2025", care, more),
        ("ca-mau", "2030", comparable, less),
    ]
    .map(|(province, end, verdict, level)| {
        (format!("{province}/digital-economy-share/target/{end}"), verdict, level)
    });
    assert_eq!(told, expected);
}
