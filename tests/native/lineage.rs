//! What the mergers did to provinces, and which figures are separated by a merger.

use proptest::prelude::*;
use tinhso::compare::{
    MergerCounts, MergerOutcome, Reason, compare, enlargement_side, first_merger_between,
    last_merger_counts, merger_law, merger_outcome, parts_of_latest_merger, units_on,
};
use tinhso::data::{
    AbsorbedProvince, BilingualText, Dataset, Kind, Observation, Province, ProvinceKind,
};

use crate::comparability::any_figure;
use crate::support::{Figure, day, real_data, world};

fn province(id: &str) -> Province {
    Province {
        id: id.to_owned(),
        kind: ProvinceKind::Province,
        name: BilingualText::default(),
        short: BilingualText::default(),
        aliases: Vec::new(),
        codes: None,
        until: None,
        successor: None,
        region: None,
        region_2025: None,
        took_in: Vec::new(),
    }
}

fn ended(id: &str, until: &str, successor: &str) -> Province {
    Province {
        until: Some(until.parse().unwrap()),
        successor: Some(successor.to_owned()),
        ..province(id)
    }
}

fn grown(id: &str, took_in: &[(&str, &str)]) -> Province {
    let joined = |(id, on): &(&str, &str)| AbsorbedProvince {
        id: (*id).to_owned(),
        on: on.parse().unwrap(),
    };
    Province { took_in: took_in.iter().map(joined).collect(), ..province(id) }
}

fn listed(provinces: Vec<Province>) -> Dataset {
    Dataset { provinces, ..Dataset::default() }
}

/// What the mergers did to a province, in words.
fn told(dataset: &Dataset, id: &str) -> String {
    let ids = |provinces: &[&Province]| {
        provinces.iter().map(|province| province.id.as_str()).collect::<Vec<_>>().join(" ")
    };
    match merger_outcome(dataset, dataset.province(id).unwrap()) {
        None => "not known".to_owned(),
        Some(MergerOutcome::Unchanged) => "unchanged".to_owned(),
        Some(MergerOutcome::Enlarged { since, parts }) => {
            format!("since {since} of {}", ids(&parts))
        }
        Some(MergerOutcome::Ended { last_day: last, successor: into, other_parts: with }) => {
            format!("until {last}, in {} with {}", into.id, ids(&with))
        }
    }
}

#[test]
fn a_province_goes_on_grows_or_ends() {
    let dataset = world(&[]);
    assert_eq!(told(&dataset, "chau-giang"), "unchanged");
    assert_eq!(told(&dataset, "an-hai"), "since 2025-07-01 of an-hai binh-son");
    assert_eq!(told(&dataset, "binh-son"), "until 2025-06-30, in an-hai with an-hai");
    assert_eq!(told(&dataset, "national"), "not known");
}

#[test]
fn a_unit_of_three_names_its_other_parts_the_receiving_one_first() {
    let dataset = listed(vec![
        ended("a", "2025-06-30", "c"),
        ended("b", "2025-06-30", "c"),
        grown("c", &[("b", "2025-07-01"), ("a", "2025-07-01"), ("b", "2025-07-01")]),
    ]);
    assert_eq!(told(&dataset, "c"), "since 2025-07-01 of c b a");
    assert_eq!(told(&dataset, "a"), "until 2025-06-30, in c with c b");
    assert_eq!(told(&dataset, "b"), "until 2025-06-30, in c with c a");
}

#[test]
fn each_merger_is_told_with_the_parts_of_its_own_day() {
    let dataset = listed(vec![
        grown("a", &[("old", "2008-08-01"), ("b", "2025-07-01")]),
        ended("old", "2008-07-31", "a"),
        ended("b", "2025-06", "a"),
        // Took one in, and then ended itself.
        Province {
            region: None,
            region_2025: None,
            took_in: grown("", &[("old", "2008-08-01")]).took_in,
            ..ended("d", "2025", "a")
        },
    ]);
    assert_eq!(told(&dataset, "a"), "since 2025-07-01 of a b");
    assert_eq!(told(&dataset, "old"), "until 2008-07-31, in a with a");
    assert_eq!(told(&dataset, "b"), "until 2025-06-30, in a with a");
    assert_eq!(told(&dataset, "d"), "until 2025-12-31, in a with a");
}

#[test]
fn what_the_data_do_not_tell_whole_is_not_told() {
    let no_successor = Province { successor: None, ..ended("a", "2025-06-30", "") };
    assert_eq!(told(&listed(vec![no_successor]), "a"), "not known");
    assert_eq!(told(&listed(vec![ended("a", "2025-06-30", "gone")]), "a"), "not known");
    assert_eq!(told(&listed(vec![ended("a", "2025-06-30", "a")]), "a"), "not known");
    let no_end = Province { until: None, ..ended("a", "2025", "b") };
    assert_eq!(told(&listed(vec![no_end, province("b")]), "a"), "not known");
    // A part that is not listed: the list of parts would not be the whole.
    let parts = [("b", "2025-07-01"), ("gone", "2025-07-01")];
    let dataset = listed(vec![grown("a", &parts), ended("b", "2025-06-30", "a")]);
    assert_eq!([told(&dataset, "a"), told(&dataset, "b")], ["not known", "not known"]);
}

#[test]
fn a_province_exists_through_its_last_day() {
    let dataset = world(&[]);
    let exists = |id: &str, text: &str| dataset.province(id).unwrap().exists_on(day(text));
    assert!(exists("binh-son", "2025-06-30") && !exists("binh-son", "2025-07-01"));
    assert!(exists("an-hai", "1990-01-01") && exists("an-hai", "2100-12-31"));
    let units = |text: &str| {
        units_on(&dataset, day(text)).iter().map(|unit| unit.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(units("2025-06-30"), ["an-hai", "binh-son", "chau-giang"]);
    assert_eq!(units("2025-07-01"), ["an-hai", "chau-giang"]);
}

#[test]
fn the_mergers_of_the_last_day_are_counted() {
    let counted = |on: &str, n_before, n_since, n_enlarged| {
        Some(MergerCounts { day: day(on), n_before, n_since, n_enlarged })
    };
    assert_eq!(last_merger_counts(&world(&[])), counted("2025-07-01", 3, 2, 1));
    assert_eq!(last_merger_counts(&listed(vec![province("a"), province("b")])), None);
    // Of an earlier day only those are left that went on.
    let dataset = listed(vec![
        grown("a", &[("old", "2008-08-01"), ("b", "2025-07-01"), ("c", "2025-07-01")]),
        ended("old", "2008-07-31", "a"),
        ended("b", "2025-06-30", "a"),
        ended("c", "2025-06-30", "a"),
        grown("d", &[("e", "2008-08-01")]),
        ended("e", "2008-07-31", "d"),
        Province { kind: ProvinceKind::Country, ..province("country") },
    ]);
    assert_eq!(last_merger_counts(&dataset), counted("2025-07-01", 4, 2, 1));
    // 63 and 34, 23 of them by merger: Resolution 202/2025/QH15.
    assert_eq!(last_merger_counts(&real_data()), counted("2025-07-01", 63, 34, 23));
}

#[test]
fn a_figure_of_a_province_that_grew_is_of_one_side() {
    let dataset = real_data();
    let side = |id: &str| enlargement_side(&dataset, dataset.observation(id).unwrap());
    let on = day("2025-07-01");
    assert_eq!(side("khanh-hoa/dti-rank/result/2024"), Some((on, true)));
    assert_eq!(side("khanh-hoa/dti-rank/result/2022"), Some((on, false)));
    // DeadlineOrder after the merger, but made in 2021.
    assert_eq!(side("khanh-hoa/dti-rank/target/2030"), Some((on, false)));
    assert_eq!(side("br-vt/dti-rank/result/2022"), None);
    // Whatever another merger sets apart is of another side.
    let side = |o| enlargement_side(&dataset, o);
    for province in dataset.units() {
        let of_it = |o: &&Observation| o.kind == Kind::Result && o.province == province.id;
        let mut results: Vec<&Observation> = dataset.observations.iter().filter(of_it).collect();
        results.sort_by_key(|o| o.unit_day());
        let expected = if province.id == "ha-noi" { day("2008-08-01") } else { on };
        for pair in results.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            if side(a) != side(b) {
                assert_eq!(
                    first_merger_between(&dataset, a, b),
                    Some(expected),
                    "{} {}",
                    a.id,
                    b.id
                );
            }
        }
    }
}

/// Hà Tây became part of Hà Nội long before the mergers of 2025. It is none of the 63, Hà Nội took no part
/// in those mergers, and only what is older than that of 2008 is of other borders.
#[test]
fn ha_tay_became_part_of_ha_noi_in_2008() {
    let dataset = real_data();
    assert_eq!(told(&dataset, "ha-tay"), "until 2008-07-31, in ha-noi with ha-noi");
    assert_eq!(told(&dataset, "ha-noi"), "since 2008-08-01 of ha-noi ha-tay");
    let n_on = |text: &str| units_on(&dataset, day(text)).len();
    assert_eq!(
        ["2008-07-31", "2008-08-01", "2025-06-30", "2025-07-01"].map(n_on),
        [64, 63, 63, 34]
    );
    let of = |id: &str| dataset.province(id).unwrap();
    assert!(of("ha-tay").codes.is_none());
    assert!(dataset.observations.iter().all(|o| o.province != "ha-tay"));
    let ids = |unit: &str| {
        let parts = parts_of_latest_merger(&dataset, of(unit))?;
        Some(parts.iter().map(|part| part.id.as_str()).collect::<Vec<_>>().join(" "))
    };
    assert_eq!([ids("ha-noi"), ids("ha-tay"), ids("br-vt")], [None, None, None]);
    assert_eq!(ids("khanh-hoa").as_deref(), Some("khanh-hoa ninh-thuan"));
    // Both resolutions are there.
    for (on, title) in [("2008-08-01", "15/2008/QH12"), ("2025-07-01", "202/2025/QH15")] {
        let law = dataset.source(merger_law(day(on))).unwrap();
        assert!(law.title.as_ref().unwrap().contains(title), "{on}");
    }

    let figure = |id: &str| dataset.observation(id).unwrap();
    let side = |id: &str| enlargement_side(&dataset, figure(id));
    assert_eq!(side("ha-noi/pci-score/result/2007"), Some((day("2008-08-01"), false)));
    for id in ["ha-noi/pci-score/result/2008", "ha-noi/dti-score/result/2024"] {
        assert_eq!(side(id), None, "{id}");
    }
    let merged = |a: &str, b: &str| {
        compare(&dataset, figure(a), figure(b)).reasons.contains(&Reason::MergedUnit)
    };
    assert!(merged("ha-noi/pci-score/result/2007", "ha-noi/pci-score/result/2008"));
    assert!(merged("hai-phong/pci-score/result/2008", "ha-noi/pci-score/result/2007"));
    assert!(!merged("ha-noi/pci-score/result/2006", "ha-noi/pci-score/result/2007"));
    assert!(!merged("ha-noi/pci-score/result/2008", "ha-noi/pci-score/result/2020"));
}

#[test]
fn the_first_of_several_mergers_sets_two_figures_apart() {
    let of = |id: &str, period: &str| Figure::of(id, "cashless-bills").period(period);
    let between = |a: Figure, b: Figure| {
        let mut dataset = world(&[a, b]);
        dataset.provinces[0] = grown("an-hai", &[("x", "2025-07-01"), ("y", "2024-03-01")]);
        let (a, b) = (&dataset.observations[0], &dataset.observations[1]);
        assert_eq!(first_merger_between(&dataset, a, b), first_merger_between(&dataset, b, a));
        first_merger_between(&dataset, a, b)
    };
    let (early, late) = (Some(day("2024-03-01")), Some(day("2025-07-01")));
    assert_eq!(between(of("an-hai", "2023"), of("an-hai", "2026")), early);
    assert_eq!(between(of("an-hai", "2023"), of("an-hai", "2024-03-01")), early);
    assert_eq!(between(of("an-hai", "2023"), of("an-hai", "2024-02")), None);
    assert_eq!(between(of("an-hai", "2024-03-01"), of("an-hai", "2026")), late);
    assert_eq!(between(of("an-hai", "2025-07-01"), of("an-hai", "2026")), None);
    // Of either province; Bình Sơn ended on 30 June 2025.
    assert_eq!(between(of("binh-son", "2024-12"), of("chau-giang", "2026")), late);
    assert_eq!(between(of("binh-son", "2023"), of("an-hai", "2026")), early);
    assert_eq!(between(of("chau-giang", "2020"), of("chau-giang", "2026")), None);
    assert_eq!(between(of("an-hai", "2020"), of("an-hai", "2020").target("")), None);
}

proptest! {
    /// The reason `merged-unit` is given exactly when a merger lies between two figures.
    #[test]
    fn figures_are_set_apart_where_a_merger_lies_between(a in any_figure(), b in any_figure()) {
        let dataset = world(&[a, b]);
        let (a, b) = (&dataset.observations[0], &dataset.observations[1]);
        let found = first_merger_between(&dataset, a, b);
        let is_reason = compare(&dataset, a, b).reasons.contains(&Reason::MergedUnit);
        prop_assert_eq!(found.is_some(), is_reason);
        prop_assert_eq!(found, first_merger_between(&dataset, b, a));
        prop_assert_eq!(first_merger_between(&dataset, a, a), None);
        // The two that merge have the one merger day there is.
        let merge = |id: &str| ["an-hai", "binh-son"].contains(&id);
        let days = [a, b].map(|o| o.unit_day().unwrap());
        let is_between = days.iter().min() < days.iter().max()
            && days.iter().any(|unit_day| *unit_day < day("2025-07-01"))
            && days.iter().any(|unit_day| *unit_day >= day("2025-07-01"));
        let expected = is_between && (merge(&a.province) || merge(&b.province));
        prop_assert_eq!(found, expected.then(|| day("2025-07-01")));
    }
}

/// The published data tell the outcome for every unit, and every former unit is part of exactly one of
/// today's.
#[test]
fn the_published_units_of_today_are_made_of_those_of_before() {
    let dataset = real_data();
    let (before, after) = (day("2025-06-30"), day("2025-07-01"));
    let mut parts = Vec::new();
    for unit in units_on(&dataset, after) {
        match merger_outcome(&dataset, unit) {
            Some(MergerOutcome::Unchanged) => parts.push(unit),
            Some(MergerOutcome::Enlarged { since: on, .. }) if unit.id == "ha-noi" => {
                assert_eq!(on, day("2008-08-01"));
                parts.push(unit);
            }
            Some(MergerOutcome::Enlarged { since: on, parts: of_unit }) => {
                assert_eq!((on, of_unit[0]), (after, unit));
                parts.extend(of_unit);
            }
            other => panic!("{}: {other:?}", unit.id),
        }
    }
    let mut expected = units_on(&dataset, before);
    expected.sort_by_key(|unit| unit.id.as_str());
    parts.sort_by_key(|unit| unit.id.as_str());
    assert_eq!(parts, expected);
    for unit in expected.into_iter().filter(|unit| !unit.exists_on(after)) {
        let Some(MergerOutcome::Ended { last_day: last, successor: into, other_parts: with }) =
            merger_outcome(&dataset, unit)
        else {
            panic!("{} has no end", unit.id);
        };
        assert_eq!(last, before);
        assert!(into.exists_on(after) && with[0] == into && !with.contains(&unit), "{}", unit.id);
    }
    let of = |id: &str| told(&dataset, id);
    assert!(of("br-vt").starts_with("until 2025-06-30, in ho-chi-minh-city with ho-chi-minh-city"));
    assert_eq!(of("khanh-hoa"), "since 2025-07-01 of khanh-hoa ninh-thuan");
}

#[test]
fn of_the_63_provinces_29_ended_and_23_of_the_34_grew() {
    let dataset = real_data();
    let before = units_on(&dataset, day("2025-06-30"));
    let after = units_on(&dataset, day("2025-07-01"));
    assert_eq!((before.len(), after.len()), (63, 34));
    let count = |is: fn(&MergerOutcome<'_>) -> bool| {
        before.iter().filter(|unit| is(&merger_outcome(&dataset, unit).unwrap())).count()
    };
    assert_eq!(count(|fate| matches!(fate, MergerOutcome::Ended { .. })), 29);
    // Hà Nội grew in 2008.
    assert_eq!(count(|fate| matches!(fate, MergerOutcome::Enlarged { .. })), 23 + 1);
    assert_eq!(count(|fate| matches!(fate, MergerOutcome::Unchanged)), 11 - 1);
    let grew = before.iter().filter(|unit| parts_of_latest_merger(&dataset, unit).is_some());
    assert_eq!(grew.count(), 23);
}
