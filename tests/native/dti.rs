//! The digital transformation index of all provinces, which was entered as tables: nothing was lost or
//! changed on the way, and what its publisher says of it holds.

use std::collections::{BTreeMap, HashSet};

use tinhso::compare::{Ledger, State};
use tinhso::data::{Basis, Dataset, Kind, Observation};

use crate::support::{checksum, day, real_data, root};

/// The first day of today's provinces.
const MERGERS: &str = "2025-07-01";

/// The indicators of the table of the 63.
const OF_63: [&str; 6] = [
    "dti-rank",
    "dti-score",
    "dti-infrastructure",
    "dti-government-activity",
    "dti-economy-activity",
    "dti-society-activity",
];

/// The indicators that only the table of the 34 has.
const OF_34_ALONE: [&str; 4] =
    ["dti-awareness", "dti-institutions", "dti-workforce", "dti-security"];

/// An edition: its year, how many provinces it has, the number of its figures, and a checksum of them
/// that was computed from the published tables without this program.
const EDITIONS: [(&str, u32, usize, u64); 4] = [
    ("2022", 63, 378, 0x2fe1_01c1_e2d5_eb7e),
    ("2023", 63, 378, 0x878f_5db1_d78a_22fb),
    ("2024", 63, 378, 0xa53e_d951_1880_da25),
    ("2024", 34, 340, 0x88c8_4755_38c6_770b),
];

/// The results of the provinces of one edition.
fn edition<'a>(dataset: &'a Dataset, year: &str, n_units: u32) -> Vec<&'a Observation> {
    let is_of_34 = n_units == 34;
    let is_asked = |indicator: &str| {
        OF_63.contains(&indicator) || is_of_34 && OF_34_ALONE.contains(&indicator)
    };
    let of_today = |o: &Observation| o.unit_day().is_some_and(|unit| unit >= day(MERGERS));
    let found = dataset.observations.iter().filter(|o| {
        o.kind == Kind::Result
            && o.province != "national"
            && is_asked(&o.indicator)
            && o.period.is_some_and(|period| period.to_string() == year)
            && of_today(o) == is_of_34
    });
    found.collect()
}

/// The values of one indicator in an edition, by province.
fn values<'a>(figures: &[&'a Observation], indicator: &str) -> BTreeMap<&'a str, f64> {
    let of_it = figures.iter().filter(|o| o.indicator == indicator);
    of_it.map(|o| (o.province.as_str(), o.value().unwrap())).collect()
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let n = f64::from(u32::try_from(values.len()).unwrap());
    values.sum::<f64>() / n
}

fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 0.0001
}

#[test]
fn every_cell_is_a_figure_with_the_published_value() {
    let dataset = real_data();
    for (year, n_units, n_figures, expected) in EDITIONS {
        let figures = edition(&dataset, year, n_units);
        let line = |o: &&Observation| {
            format!("{year}|{}|{}|{:.4}", o.province, o.indicator, o.value().unwrap())
        };
        let mut lines: Vec<String> = figures.iter().map(line).collect();
        lines.sort_unstable();
        assert_eq!(lines.len(), n_figures, "{year} of {n_units}");
        assert_eq!(checksum(&lines.join("\n")), expected, "{year} of {n_units}: {lines:#?}");
    }
}

#[test]
fn every_figure_names_its_place_its_source_and_for_a_rank_its_base() {
    let dataset = real_data();
    for (year, n_units, ..) in EDITIONS {
        for o in edition(&dataset, year, n_units) {
            let base = (o.indicator == "dti-rank").then_some(n_units);
            assert_eq!(o.base, base, "{}", o.id);
            assert!(dataset.source(&o.source).is_some(), "{}", o.id);
            assert!(o.basis == Basis::Measured || !o.derived_from.is_empty(), "{}", o.id);
        }
    }
}

/// The means of 2023 and 2024 were published beside the tables, both over the 63; that of the 34 differs.
#[test]
fn the_means_are_the_published_ones() {
    let dataset = real_data();
    for (year, n_units, published) in
        [("2023", 63, 0.6783), ("2024", 63, 0.6961), ("2024", 34, 0.7005)]
    {
        let scores = values(&edition(&dataset, year, n_units), "dti-score");
        assert_eq!(scores.len(), usize::try_from(n_units).unwrap());
        let found = mean(scores.values().copied());
        assert!(is_near(found, published), "{year} of {n_units}: {found}");
    }
}

/// The index of a unit of 2025 is the mean of the provinces it was made from, in all that both tables have.
#[test]
fn each_of_the_34_is_the_mean_of_its_parts() {
    let dataset = real_data();
    let (parts, units) = (edition(&dataset, "2024", 63), edition(&dataset, "2024", 34));
    let mut n_old = 0;
    for indicator in &OF_63[1..] {
        let old = values(&parts, indicator);
        let new = values(&units, indicator);
        assert_eq!(new.len(), 34, "{indicator}");
        for (province, value) in new {
            let unit = dataset.province(province).unwrap();
            let joined = unit.took_in.iter().filter(|j| j.on.start() == day(MERGERS));
            let ids: Vec<&str> = joined.map(|j| j.id.as_str()).chain([province]).collect();
            let found = mean(ids.iter().map(|id| old[id]));
            assert!(is_near(found, value), "{indicator} of {province}: {found}, not {value}");
            n_old += ids.len();
        }
    }
    assert_eq!(n_old, 63 * 5, "each of the 63 is a part of one unit");
}

#[test]
fn every_place_follows_from_the_scores() {
    let dataset = real_data();
    for (year, n_units, ..) in EDITIONS {
        let figures = edition(&dataset, year, n_units);
        let scores = values(&figures, "dti-score");
        for (province, place) in values(&figures, "dti-rank") {
            let n_better = scores.values().filter(|&&score| score > scores[province]).count();
            assert_eq!(
                place,
                f64::from(u32::try_from(n_better).unwrap()) + 1.0,
                "{province} {year}"
            );
        }
    }
}

#[test]
fn ids_given_before_the_tables_are_still_those_of_their_figures() {
    let dataset = real_data();
    for (id, value) in [
        ("br-vt/dti-score/result/2022", 0.5878),
        ("br-vt/dti-rank/result/2023", 10.0),
        ("br-vt/dti-rank/result/2024", 7.0),
        ("da-nang/dti-rank/result/2024-of-63", 2.0),
        ("da-nang/dti-rank/result/2024", 17.0),
        ("khanh-hoa/dti-rank/result/2024", 16.0),
        ("ha-noi/dti-score/result/2024", 0.8241),
        ("quang-ninh/dti-infrastructure/result/2022", 0.7648),
    ] {
        assert_eq!(dataset.observation(id).and_then(Observation::value), Some(value), "{id}");
    }
}

/// Permalinks are for ever. After a release its ids are added to the list.
#[test]
fn every_id_of_the_release_before_leads_to_a_figure() {
    let path = root().join("tests/fixtures/released-ids.txt");
    let released = std::fs::read_to_string(path).unwrap();
    let dataset = real_data();
    let known: HashSet<&str> = dataset.entries().map(|o| o.id.as_str()).collect();
    let lost: Vec<&str> = released.lines().filter(|id| !known.contains(id)).collect();
    assert!(lost.is_empty(), "{lost:#?}");
    assert!(released.lines().count() > 400);
}

/// Hà Nội has the same score in both editions of 2024: it neither took in nor joined a province. They are
/// two figures, each of its own source and day.
#[test]
fn a_province_that_did_not_merge_has_a_figure_in_both_editions() {
    let dataset = real_data();
    for province in ["ha-noi", "hue", "cao-bang"] {
        let of = |n_units| {
            let figures = edition(&dataset, "2024", n_units);
            let mut found = figures
                .into_iter()
                .filter(|o| o.province == province && o.indicator == "dti-score");
            (found.next().unwrap(), found.next())
        };
        let ((old, None), (new, None)) = (of(63), of(34)) else { panic!("{province}") };
        assert_eq!(old.value(), new.value(), "{province}");
        assert_ne!(old.id, new.id);
    }
}

#[test]
fn ba_ria_vung_tau_met_its_goal_of_the_top_15_in_2024() {
    let dataset = real_data();
    let ledger = Ledger::new(&dataset);
    let target = dataset.observation("br-vt/dti-rank/target/2024").unwrap();
    let found = ledger.assess(target, day("2026-11-22")).unwrap();
    assert_eq!(found.state, State::Met);
    let evidence: Vec<&str> = found.evidence.iter().map(|o| o.id.as_str()).collect();
    assert_eq!(evidence, ["br-vt/dti-rank/result/2024"]);
    assert_eq!(dataset.observation(evidence[0]).and_then(Observation::value), Some(7.0));
}

/// What pulled it from the 2nd to the 17th place is that Quảng Nam was 57th of the 63.
#[test]
fn da_nang_is_2nd_of_63_and_17th_of_34() {
    let dataset = real_data();
    let place = |province, n_units| {
        values(&edition(&dataset, "2024", n_units), "dti-rank").get(province).copied()
    };
    assert_eq!((place("da-nang", 63), place("da-nang", 34)), (Some(2.0), Some(17.0)));
    assert_eq!((place("quang-nam", 63), place("quang-nam", 34)), (Some(57.0), None));
}
