//! PAPI of all provinces, which was entered as tables: nothing was lost or changed on the way, and what its
//! publisher says of it holds.

use std::collections::{BTreeMap, BTreeSet};

use tinhso::compare::{Reason, compare};
use tinhso::data::{Basis, Dataset, Kind, Observation, ProvinceKind};

use crate::support::{checksum, day, real_data};

/// The dimensions, in their order.
const DIMENSIONS: [&str; 8] = [
    "papi-participation",
    "papi-transparency",
    "papi-accountability",
    "papi-corruption",
    "papi-procedures",
    "papi-public-services",
    "papi-environment",
    "papi-egovernance",
];

/// The parts of the last dimension.
const PARTS: [&str; 3] = ["papi-egov-portals", "papi-egov-internet", "papi-egov-responsiveness"];

/// A year, how many provinces have a total, the number of figures, and a checksum of them that was computed
/// from the published tables without this program.
const YEARS: [(u16, usize, usize, u64); 14] = [
    (2011, 63, 504, 0x955a_b3e1_4697_8fbc),
    (2012, 63, 504, 0x25d8_8d0f_9bae_9e7a),
    (2013, 63, 504, 0x4fe5_d24b_9eef_1179),
    (2014, 61, 488, 0xc2be_ef55_ca72_c666),
    (2015, 63, 504, 0x08bb_3f7c_a0fc_2aeb),
    (2016, 63, 504, 0xe1f0_7863_1c50_16ec),
    (2017, 63, 504, 0x2b6d_14c4_ba50_74f2),
    (2018, 61, 748, 0xcbc6_4204_bcec_068d),
    (2019, 63, 819, 0x64e4_ad54_398b_ca72),
    (2020, 63, 819, 0x468a_e61e_d09e_dcdc),
    (2021, 60, 780, 0xd0f4_ceda_0134_8832),
    (2022, 61, 804, 0x667f_aa3c_6380_0654),
    (2023, 61, 793, 0x9bb1_a547_f9a0_78e2),
    (2024, 61, 793, 0x8d88_4f5d_65d2_7ff8),
];

/// A province in a year of which no total was released, and the dimensions it lacks; none are named where it
/// lacks all.
const GAPS: [(u16, &str, &[usize]); 13] = [
    (2014, "bac-giang", &[]),
    (2014, "dong-thap", &[]),
    (2018, "dong-thap", &[2, 4]),
    (2018, "quang-ninh", &[2, 4]),
    (2021, "bac-giang", &[]),
    (2021, "bac-ninh", &[]),
    (2021, "quang-ninh", &[]),
    (2022, "bac-giang", &[1, 2, 4, 5]),
    (2022, "bac-ninh", &[2, 3, 4, 8]),
    (2023, "binh-duong", &[]),
    (2023, "quang-ninh", &[]),
    (2024, "tien-giang", &[]),
    (2024, "vinh-phuc", &[]),
];

/// An entry that differs from the cell beside it.
const CUT_SHORT: &str = "bac-lieu/papi-score/result/2023";

fn dimensions(year: u16) -> &'static [&'static str] {
    if year < 2018 { &DIMENSIONS[..6] } else { &DIMENSIONS }
}

fn parts(year: u16) -> &'static [&'static str] {
    match year {
        ..2018 => &[],
        2018 => &PARTS[..2],
        _ => &PARTS,
    }
}

/// The values of one indicator in a year, by province.
fn values<'a>(
    dataset: &'a Dataset,
    year: u16,
    indicator: &str,
) -> BTreeMap<&'a str, &'a Observation> {
    let found = dataset.observations.iter().filter(|o| {
        o.kind == Kind::Result
            && o.indicator == indicator
            && o.id != CUT_SHORT
            && o.period.is_some_and(|period| period.to_string() == year.to_string())
    });
    let values: Vec<(&str, &Observation)> = found.map(|o| (o.province.as_str(), o)).collect();
    let n_figures = values.len();
    let values = BTreeMap::from_iter(values);
    assert_eq!(values.len(), n_figures, "{indicator} {year}: one figure of each province");
    values
}

fn value(o: &Observation) -> f64 {
    o.value().unwrap()
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap())
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / count(values.len())
}

/// The standard deviation over all values.
fn deviation(values: &[f64]) -> f64 {
    let middle = mean(values);
    let squares: Vec<f64> = values.iter().map(|value| (value - middle).powi(2)).collect();
    mean(&squares).sqrt()
}

fn indicators(year: u16) -> impl Iterator<Item = &'static str> {
    let others = ["papi-score", "papi-rank"];
    dimensions(year).iter().chain(parts(year)).copied().chain(others)
}

#[test]
fn every_cell_is_a_figure_with_the_published_value() {
    let dataset = real_data();
    for (year, _, n_figures, expected) in YEARS {
        let mut lines = Vec::new();
        for indicator in indicators(year) {
            for (province, o) in values(&dataset, year, indicator) {
                lines.push(format!("{year}|{province}|{indicator}|{:.4}", value(o)));
            }
        }
        lines.sort_unstable();
        assert_eq!(lines.len(), n_figures, "{year}");
        assert_eq!(checksum(&lines.join("\n")), expected, "{year}: {lines:#?}");
    }
}

#[test]
fn a_province_without_a_figure_is_missing_and_all_others_are_there() {
    let dataset = real_data();
    let all =
        dataset.provinces.iter().filter(|p| p.kind == ProvinceKind::Province && p.id != "ha-tay");
    let all: BTreeSet<&str> = all.map(|p| p.id.as_str()).collect();
    assert_eq!(all.len(), 63);
    for (year, n_totals, ..) in YEARS {
        let gaps: Vec<_> = GAPS.iter().filter(|gap| gap.0 == year).collect();
        for indicator in indicators(year) {
            let of = DIMENSIONS.iter().position(|id| *id == indicator).map(|idx| idx + 1);
            let of = of.or_else(|| PARTS.contains(&indicator).then_some(8));
            let lacks = |missing: &[usize]| {
                missing.is_empty() || of.is_none_or(|number| missing.contains(&number))
            };
            let found: BTreeSet<&str> = values(&dataset, year, indicator).into_keys().collect();
            let missing: Vec<&str> = all.difference(&found).copied().collect();
            let expected: Vec<&str> =
                gaps.iter().filter(|gap| lacks(gap.2)).map(|gap| gap.1).collect();
            assert_eq!(missing, expected, "{indicator} {year}");
            if of.is_none() {
                assert_eq!(found.len(), n_totals, "{indicator} {year}");
            }
        }
        assert!(indicators(2024).all(|id| dataset.indicator(id).is_some()));
    }
}

/// The total is not weighted, and the last dimension is the sum of its parts. Each is printed to four
/// decimals, so that sums of up to eight are right to 0.0005.
#[test]
fn totals_are_the_sums_of_what_they_are_made_of() {
    let dataset = real_data();
    for (year, ..) in YEARS {
        let sums = [("papi-score", dimensions(year)), ("papi-egovernance", parts(year))];
        for (whole, made_of) in sums.into_iter().filter(|(_, made_of)| !made_of.is_empty()) {
            let made_of: Vec<_> = made_of.iter().map(|part| values(&dataset, year, part)).collect();
            for (province, o) in values(&dataset, year, whole) {
                let sum: f64 = made_of.iter().map(|part| value(part[province])).sum();
                assert!((sum - value(o)).abs() <= 0.0005, "{}: {sum}", o.id);
            }
        }
    }
}

#[test]
fn every_place_follows_from_the_totals_and_says_among_how_many() {
    let dataset = real_data();
    for (year, n_totals, ..) in YEARS {
        let totals = values(&dataset, year, "papi-score");
        for (province, rank) in values(&dataset, year, "papi-rank") {
            let total = totals[province];
            let n_better = totals.values().filter(|other| value(other) > value(total)).count();
            assert_eq!(value(rank), count(n_better + 1), "{}", rank.id);
            assert_eq!(rank.base, u32::try_from(n_totals).ok(), "{}", rank.id);
            // A place told by a paper stays as it was printed.
            let printed = ["br-vt/papi-rank/result/2024", "bac-lieu/papi-rank/result/2023"];
            if printed.contains(&rank.id.as_str()) {
                assert!(
                    rank.basis == Basis::Surveyed && rank.derived_from.is_empty(),
                    "{}",
                    rank.id
                );
            } else {
                assert_eq!(rank.basis, Basis::Derived, "{}", rank.id);
                assert_eq!(rank.derived_from, std::slice::from_ref(&total.id), "{}", rank.id);
            }
        }
    }
}

#[test]
fn every_figure_says_where_it_was_read() {
    let dataset = real_data();
    for (year, ..) in YEARS {
        for indicator in indicators(year) {
            for o in values(&dataset, year, indicator).into_values().filter(|o| o.is_of_table()) {
                assert_eq!(o.source, format!("papi-{year}"), "{}", o.id);
                assert!(dataset.source(&o.source).is_some_and(|source| source.via.is_some()));
                // The copy of these years does not name the file it was made from.
                let is_unnamed = year >= 2017;
                assert_eq!(o.note.is_some(), is_unnamed || indicator == "papi-rank", "{}", o.id);
                assert!(o.basis == Basis::Surveyed || indicator == "papi-rank", "{}", o.id);
            }
        }
    }
}

/// Where nine in ten provinces move the same way, and by more than they differ, it was not the provinces.
#[test]
fn there_is_a_break_wherever_almost_all_provinces_move_alike() {
    let dataset = real_data();
    let mut n_breaks = 0;
    for (year, ..) in &YEARS[1..] {
        for indicator in indicators(year - 1).filter(|id| *id != "papi-rank") {
            let before = values(&dataset, year - 1, indicator);
            let after = values(&dataset, *year, indicator);
            let moves: Vec<f64> = before
                .iter()
                .filter_map(|(province, o)| Some(value(after.get(province)?) - value(o)))
                .collect();
            let n_up = count(moves.iter().filter(|by| **by > 0.0).count()) / count(moves.len());
            let spread = deviation(&before.into_values().map(value).collect::<Vec<f64>>());
            let is_alike = n_up.max(1.0 - n_up) > 0.9 && mean(&moves).abs() > 1.4 * spread;
            let breaks = &dataset.indicator(indicator).unwrap().breaks;
            let is_break = breaks.iter().any(|first| first.to_string() == year.to_string());
            assert!(is_break || !is_alike, "{indicator} {year}: {moves:?}");
            n_breaks += usize::from(is_break && is_alike);
        }
    }
    assert_eq!(n_breaks, 6, "total 2018; 7, 8.1, 8.2 in 2019; 3, 6 in 2021");
}

/// What the definitions of these dimensions tell of 2019 and 2021.
#[test]
fn the_definitions_tell_how_the_points_moved() {
    let dataset = real_data();
    for (indicator, year, n_both, n_up) in [
        ("papi-participation", 2016, 63, 57),
        ("papi-accountability", 2016, 63, 8),
        ("papi-accountability", 2021, 60, 1),
        ("papi-public-services", 2021, 60, 59),
        ("papi-environment", 2019, 63, 0),
        ("papi-egov-portals", 2019, 63, 0),
        ("papi-egov-internet", 2019, 63, 0),
    ] {
        let before = values(&dataset, year - 1, indicator);
        let after = values(&dataset, year, indicator);
        let both: Vec<_> =
            before.iter().filter_map(|(id, o)| Some((value(o), value(after.get(id)?)))).collect();
        let found = (both.len(), both.iter().filter(|(old, new)| new > old).count());
        assert_eq!(found, (n_both, n_up), "{indicator}");
    }
    let highest = |year| {
        let figures = values(&dataset, year, "papi-egov-responsiveness");
        figures.into_values().map(value).fold(0.0, f64::max)
    };
    let share = highest(2020) / highest(2019);
    assert!((0.24..0.26).contains(&share), "{share}");
}

#[test]
fn nothing_is_compared_across_a_break_or_among_other_numbers() {
    let dataset = real_data();
    let reasons = |one: &str, other: &str| {
        let find = |id| dataset.observation(id).unwrap();
        compare(&dataset, find(one), find(other)).reasons
    };
    for indicator in ["papi-score", "papi-rank"] {
        for (before, after) in
            [("2017", "2018"), ("2018", "2019"), ("2019", "2020"), ("2020", "2021")]
        {
            let id = |year| format!("khanh-hoa/{indicator}/result/{year}");
            assert!(reasons(&id(before), &id(after)).contains(&Reason::MethodBreak), "{after}");
        }
    }
    let ranks = reasons("khanh-hoa/papi-rank/result/2021", "khanh-hoa/papi-rank/result/2022");
    assert!(ranks.contains(&Reason::DifferentBase) && !ranks.contains(&Reason::MethodBreak));
    let alike = reasons("khanh-hoa/papi-score/result/2022", "br-vt/papi-score/result/2022");
    assert_eq!(alike, []);
}

#[test]
fn figures_that_were_here_before_keep_their_ids() {
    let dataset = real_data();
    for (id, expected) in [
        ("br-vt/papi-rank/result/2023", 9.0),
        ("br-vt/papi-rank/result/2024", 7.0),
        ("bac-lieu/papi-rank/result/2023", 5.0),
        (CUT_SHORT, 45.57),
    ] {
        assert_eq!(dataset.observation(id).and_then(Observation::value), Some(expected), "{id}");
    }
    let cell = "bac-lieu/papi-score/result/2023-of-61";
    assert_eq!(dataset.observation(cell).and_then(Observation::value), Some(45.5784));
    assert_eq!(dataset.observation(CUT_SHORT).unwrap().disputes, [cell]);
    let ninth = dataset.observation("br-vt/papi-rank/result/2023").unwrap();
    assert_eq!(ninth.source, "papi-2023");
    assert_eq!(ninth.also[0].source, "brvt-papi-2024");
}

/// All of them are of the provinces before the mergers.
#[test]
fn the_borders_are_those_of_the_year() {
    let dataset = real_data();
    for (year, ..) in YEARS {
        for o in indicators(year).flat_map(|id| values(&dataset, year, id).into_values()) {
            assert!(o.unit_day().is_some_and(|unit| unit < day("2025-07-01")), "{}", o.id);
        }
    }
}
