//! Area, population, growth and GRDP per head of all provinces, which are only context: nothing was lost or
//! changed when their tables were entered, what their publisher says of them holds, and nothing takes them
//! for results of digital transformation.

use std::collections::BTreeMap;

use tinhso::compare::{Highlight, highlights, unmeasured};
use tinhso::data::{Comparator, Dataset, Kind, Observation, Pillar};

use crate::support::{checksum, day, real_data};

/// The first day of today's provinces.
const MERGERS: &str = "2025-07-01";

/// A column of a published table: indicator, source, first and last year, how many units it has in each of
/// them, and a checksum of its cells that was computed from the published tables without this program.
const COLUMNS: [(&str, &str, i32, i32, usize, u64); 11] = [
    ("area", "nso-e02-01", 2011, 2024, 63, 0xb5fd_67d2_5c60_30d9),
    ("population", "nso-e02-01", 2011, 2024, 63, 0x0797_9ef9_aa1e_b4c5),
    ("population-density", "nso-e02-01", 2011, 2024, 63, 0x3b98_6f58_c140_7575),
    ("population", "nso-pl-v02-02-04", 2024, 2025, 34, 0x254e_e00f_0a8a_b4fe),
    ("grdp-growth", "nso-pl-v03-01", 2020, 2024, 34, 0xbe9f_f551_9765_747d),
    ("grdp-growth", "nso-pl-v03-01-2025", 2025, 2025, 34, 0x1f8b_b0b8_9df0_5649),
    ("grdp-per-capita", "nso-pl-v03-02", 2020, 2025, 34, 0x638c_b01d_8101_e442),
    ("grdp-per-capita", "nso-v03-12", 2018, 2024, 63, 0xcdeb_cef9_e9d6_9478),
    ("grdp-per-capita", "nso-v03-12", 2025, 2025, 11, 0x95c8_71c2_bcc7_b5db),
    ("area-resolution", "nq-202-2025-units", 2025, 2025, 23, 0x802f_da1b_f3cc_ae14),
    ("population-registered", "nq-202-2025-units", 2025, 2025, 23, 0x870c_58fe_da09_0cd1),
];

fn year(figure: &Observation) -> i32 {
    figure.period.unwrap().year()
}

/// The figures of one indicator that a source has, in a year.
fn figures<'a>(
    dataset: &'a Dataset,
    indicator: &str,
    source: &str,
    of: i32,
) -> Vec<&'a Observation> {
    let names_it =
        |o: &Observation| o.source == source || o.also.iter().any(|also| also.source == source);
    let all = dataset.observations.iter();
    all.filter(|o| o.indicator == indicator && year(o) == of && names_it(o)).collect()
}

fn values<'a>(
    dataset: &'a Dataset,
    indicator: &str,
    source: &str,
    of: i32,
) -> BTreeMap<&'a str, f64> {
    let figures = figures(dataset, indicator, source, of);
    figures.into_iter().map(|o| (o.province.as_str(), o.value().unwrap())).collect()
}

/// Each unit of today with its old provinces, itself among them.
fn units(dataset: &Dataset) -> Vec<(&str, Vec<&str>)> {
    let today = dataset.units().filter(|unit| unit.until.is_none());
    let parts = today.map(|unit| {
        let joined = unit.took_in.iter().filter(|joined| joined.on.start() == day(MERGERS));
        let own = std::iter::once(unit.id.as_str());
        (unit.id.as_str(), own.chain(joined.map(|joined| joined.id.as_str())).collect())
    });
    parts.collect()
}

#[test]
fn every_cell_is_a_figure_with_the_published_value() {
    let dataset = real_data();
    for (indicator, source, first, last, n_units, expected) in COLUMNS {
        let mut lines = Vec::new();
        for of in first..=last {
            let found = values(&dataset, indicator, source, of);
            assert_eq!(found.len(), n_units, "{indicator} of {source}, {of}");
            lines.extend(found.iter().map(|(unit, v)| format!("{of}|{unit}|{indicator}|{v:.2}")));
        }
        lines.sort_unstable();
        let found = checksum(&lines.join("\n"));
        assert_eq!(found, expected, "{indicator} of {source}: {found:#x} {lines:#?}");
    }
    let n_entered: usize =
        COLUMNS.iter().map(|c| c.4 * usize::try_from(c.3 - c.2 + 1).unwrap()).sum();
    let is_context = |o: &&Observation| dataset.is_context(&o.indicator);
    // The 11 figures of 2025 stand in two tables, and are one figure each.
    assert_eq!(dataset.observations.iter().filter(is_context).count(), n_entered - 11);
}

#[test]
fn each_figure_says_of_which_borders_it_is_and_how_sure_its_publisher_is() {
    let dataset = real_data();
    let told = |source: &str, of: i32| {
        let figures: Vec<_> = dataset
            .observations
            .iter()
            .filter(|o| o.source == source && year(o) == of)
            .map(|o| {
                let is_new = o.unit_day().unwrap() >= day(MERGERS);
                let note = o.note.as_ref().map_or("", |note| note.en.as_str());
                (is_new, o.comparator, note.contains("preliminary"), note.contains("estimate"))
            })
            .collect();
        assert!(figures.iter().all(|figure| *figure == figures[0]), "{source} {of}");
        figures[0]
    };
    let (exact, about) = (Comparator::Equal, Comparator::About);
    for (source, of, expected) in [
        ("nso-e02-01", 2024, (false, exact, false, false)),
        ("nso-pl-v02-02-04", 2024, (true, exact, false, false)),
        ("nso-pl-v02-02-04", 2025, (true, about, true, false)),
        ("nso-pl-v03-01", 2023, (true, exact, false, false)),
        ("nso-pl-v03-01", 2024, (true, about, true, false)),
        ("nso-pl-v03-01-2025", 2025, (true, about, false, true)),
        ("nso-pl-v03-02", 2020, (true, exact, false, false)),
        ("nso-pl-v03-02", 2025, (true, about, false, true)),
        ("nso-v03-12", 2023, (false, exact, false, false)),
        ("nso-v03-12", 2024, (false, about, true, false)),
        ("nq-202-2025-units", 2025, (true, exact, false, false)),
    ] {
        assert_eq!(told(source, of), expected, "{source} {of}");
    }
}

/// The population of a unit of today in 2024 is that of its old provinces together, and its GRDP per head
/// their mean by population. The old series has one decimal, the new one two.
#[test]
fn the_34_follow_from_the_63() {
    let dataset = real_data();
    let people = |of| values(&dataset, "population", "nso-e02-01", of);
    let (old, new) = (people(2024), values(&dataset, "population", "nso-pl-v02-02-04", 2024));
    for (unit, parts) in units(&dataset) {
        let sum: f64 = parts.iter().map(|part| old[part]).sum();
        assert!((sum - new[unit]).abs() <= 0.1, "{unit}: {sum}, not {}", new[unit]);
    }
    for of in 2020..=2024 {
        let people = people(of);
        let old = values(&dataset, "grdp-per-capita", "nso-v03-12", of);
        let new = values(&dataset, "grdp-per-capita", "nso-pl-v03-02", of);
        for (unit, parts) in units(&dataset) {
            let all: f64 = parts.iter().map(|part| people[part]).sum();
            let sum: f64 = parts.iter().map(|part| people[part] * old[part]).sum();
            assert!((sum / all - new[unit]).abs() < 0.01, "{unit} {of}: {}", sum / all);
        }
    }
}

#[test]
fn the_provinces_add_up_to_the_country() {
    let dataset = real_data();
    for (source, of, expected) in [
        ("nso-pl-v02-02-04", 2025, 102_345.34),
        ("nso-pl-v02-02-04", 2024, 101_343.76),
        ("nso-e02-01", 2024, 101_343.9),
        ("nso-e02-01", 2011, 88_145.4),
    ] {
        let sum: f64 = values(&dataset, "population", source, of).values().sum();
        assert!((sum - expected).abs() < 0.005, "{source} {of}: {sum}");
    }
}

#[test]
fn the_density_is_the_population_by_area() {
    let dataset = real_data();
    for of in 2011..=2024 {
        let of_source = |indicator| values(&dataset, indicator, "nso-e02-01", of);
        let (area, people) = (of_source("area"), of_source("population"));
        for (unit, density) in of_source("population-density") {
            let found = people[unit] * 1000.0 / area[unit];
            assert!((found - density).abs() < 1.0, "{unit} {of}: {found}, not {density}");
        }
    }
}

/// The series of the 63 goes on to 2025, a year that no merged or enlarged province had in its old borders.
#[test]
fn no_province_has_a_figure_of_borders_that_were_gone() {
    let dataset = real_data();
    for figure in figures(&dataset, "grdp-per-capita", "nso-v03-12", 2025) {
        let unit = dataset.province(&figure.province).unwrap();
        assert!(unit.merger_days().all(|on| on < day(MERGERS)), "{}", figure.id);
        assert_eq!(figure.source, "nso-pl-v03-02", "{}", figure.id);
    }
}

/// What the resolution counts is not what the statistics office counts.
#[test]
fn the_resolution_has_the_23_units_that_were_formed() {
    let dataset = real_data();
    let formed: Vec<&str> =
        units(&dataset).into_iter().filter(|(_, p)| p.len() > 1).map(|(unit, _)| unit).collect();
    let people = values(&dataset, "population-registered", "nq-202-2025-units", 2025);
    let average = values(&dataset, "population", "nso-pl-v02-02-04", 2025);
    assert_eq!(formed.len(), 23);
    assert!(formed.iter().all(|unit| people.contains_key(unit)));
    let n_higher = people.iter().filter(|(unit, n)| **n > average[**unit] * 1000.0).count();
    assert_eq!(n_higher, 22, "the definition says mostly");
}

#[test]
fn context_has_no_direction_no_target_and_no_rank() {
    let dataset = real_data();
    let context: Vec<_> =
        dataset.indicators.iter().filter(|i| i.pillar == Pillar::Context).collect();
    assert_eq!(context.len(), 7);
    for indicator in context {
        assert_eq!((indicator.better, indicator.merged_by), (None, None), "{}", indicator.id);
        assert!(dataset.is_context(&indicator.id) && dataset.is_context_topic(&indicator.concept));
        let own = dataset.observations.iter().filter(|o| o.indicator == indicator.id);
        assert!(own.clone().all(|o| o.kind == Kind::Result && o.base.is_none()));
        assert!(own.count() > 0, "{}", indicator.id);
    }
    assert!(!dataset.is_context("dti-score") && !dataset.is_context("nothing"));
    assert!(!dataset.is_context_topic("dti-score") && !dataset.is_context_topic("nothing"));
}

/// GRDP per head differs more between provinces than most results, and growth has a scale.
#[test]
fn context_makes_no_finding_and_is_nothing_that_a_province_lacks() {
    let mut dataset = real_data();
    for highlight in highlights(&dataset, usize::MAX) {
        let concept = match &highlight {
            Highlight::Gap { a, .. } => dataset.indicator(&a.indicator).unwrap().concept.as_str(),
            Highlight::DifferentDefinitions { concept, .. } => concept,
        };
        assert!(!dataset.is_context_topic(concept), "{concept}");
    }
    let is_context = |indicator: &str| COLUMNS.iter().any(|column| column.0 == indicator);
    dataset.observations.retain(|o| o.province != "br-vt" || !is_context(&o.indicator));
    for found in unmeasured(&dataset, "br-vt") {
        assert!(!dataset.is_context_topic(found.concept), "{}", found.concept);
    }
}
