//! The provinces that are most like another, and those that stand next to it.

use tinhso::compare::{
    N_PEERS, Part, Peers, Verdict, compare, official_rank, peers, region_on, source_of_regions,
    standings,
};
use tinhso::data::{Dataset, Province, Region, read_bundle, write_bundle};

use crate::support::real_data;

/// The ids of the peers of a province, and how like it they are.
fn told(dataset: &Dataset, id: &str) -> Vec<(String, f64)> {
    let found = peers(dataset, dataset.province(id).unwrap());
    let nearest = found.into_iter().flat_map(|Peers { nearest, .. }| nearest);
    nearest.map(|peer| (peer.size.province.id.clone(), peer.likeness)).collect()
}

#[test]
fn each_region_has_as_many_provinces_as_its_source_says() {
    let data = real_data();
    let n = |region, of: fn(&Province) -> Option<Region>| {
        data.units().filter(|unit| of(unit) == Some(region)).count()
    };
    let sizes = [
        (Region::NorthernMidlands, 14, 9),
        (Region::RedRiverDelta, 11, 6),
        (Region::CentralCoast, 14, 0),
        (Region::CentralHighlands, 5, 0),
        (Region::NorthCentral, 0, 5),
        (Region::SouthCentralAndHighlands, 0, 6),
        (Region::Southeast, 6, 3),
        (Region::MekongDelta, 13, 5),
    ];
    for (region, n_former, n_today) in sizes {
        let found = (n(region, |unit| unit.region), n(region, |unit| unit.region_2025));
        assert_eq!(found, (n_former, n_today), "{region:?}");
    }
    // Each unit of today has a region, and no other.
    for unit in data.units() {
        assert_eq!(unit.region_2025.is_some(), unit.until.is_none(), "{}", unit.id);
        assert_eq!(unit.region.is_some(), unit.id != "ha-tay", "{}", unit.id);
    }
}

#[test]
fn a_region_is_that_of_the_borders_of_a_day() {
    let data = real_data();
    let on = |id: &str, day: &str| {
        let day: tinhso::data::Date = day.parse().unwrap();
        region_on(&data, data.province(id).unwrap(), day.start())
    };
    assert_eq!(on("lam-dong", "2025-06-30"), Some(Region::CentralHighlands));
    assert_eq!(on("lam-dong", "2025-07-01"), Some(Region::SouthCentralAndHighlands));
    assert_eq!(on("hue", "2025-06-30"), Some(Region::CentralCoast));
    assert_eq!(on("hue", "2025-07-01"), Some(Region::NorthCentral));
    assert_eq!(on("quang-nam", "2025-07-01"), None);
    assert_eq!(on("ha-tay", "2008-01-01"), None);
    assert_eq!(on("national", "2024-01-01"), None);
    for day in ["2025-06-30", "2025-07-01"] {
        let day: tinhso::data::Date = day.parse().unwrap();
        let source = data.source(source_of_regions(&data, day.start())).unwrap();
        assert!(source.url.is_some(), "{}", source.id);
    }
}

#[test]
fn every_province_has_peers_of_its_own_time() {
    let data = real_data();
    for unit in data.units().filter(|unit| unit.id != "ha-tay") {
        let found = peers(&data, unit).expect(&unit.id);
        assert_eq!(found.nearest.len(), N_PEERS, "{}", unit.id);
        for pair in found.nearest.windows(2) {
            assert!(pair[0].likeness <= pair[1].likeness, "{}", unit.id);
        }
        for peer in &found.nearest {
            assert!(peer.likeness >= 1.0 && peer.size.province.id != unit.id);
            let day = peer.size.population.unit_day().unwrap();
            assert!(peer.size.province.exists_on(day), "{}", peer.size.province.id);
            let income = compare(&data, found.own.income, peer.size.income);
            assert_ne!(income.verdict, Verdict::NotComparable);
        }
    }
}

/// The likeness of one pair, worked out by hand from the official tables.
#[test]
fn likeness_is_the_product_of_three_ratios() {
    let data = real_data();
    let found = peers(&data, data.province("br-vt").unwrap()).unwrap();
    for peer in &found.nearest {
        let [own, other] = [found.own, peer.size];
        let people = own.population.value().unwrap() / other.population.value().unwrap();
        let income = own.income.value().unwrap() / other.income.value().unwrap();
        let apart = people.max(1.0 / people) * income.max(1.0 / income);
        let expected = if peer.shares_region { apart } else { 1.5 * apart };
        assert!((peer.likeness - expected).abs() < 1e-9, "{peer:?}");
    }
}

#[test]
fn the_three_nearest_places_are_the_nearest_of_the_whole_edition() {
    let data = real_data();
    let mut n_told = 0;
    for unit in data.units() {
        for standing in standings(&data, &unit.id).iter().filter(|s| !s.nearest.is_empty()) {
            n_told += 1;
            let own = official_rank(standing.place).unwrap();
            let far =
                standing.nearest.iter().map(|o| official_rank(o).unwrap().abs_diff(own)).max();
            let nearer = data.observations.iter().filter(|o| {
                (&o.indicator, o.period, o.base)
                    == (&standing.place.indicator, standing.place.period, standing.place.base)
                    && o.province != unit.id
                    && official_rank(o).is_some_and(|rank| rank.abs_diff(own) < far.unwrap())
            });
            let nearer: std::collections::BTreeSet<&str> =
                nearer.map(|o| o.province.as_str()).collect();
            assert!(nearer.len() < 3, "{}: {}: {nearer:?}", unit.id, standing.indicator.id);
            assert!(nearer.iter().all(|id| standing.nearest.iter().any(|o| o.province == *id)));
        }
    }
    assert!(n_told > 150, "{n_told}");
}

#[test]
fn the_places_of_a_region_are_those_from_one_to_its_size() {
    let data = real_data();
    let mut of_dti: Vec<(usize, usize)> = Vec::new();
    for unit in data.units().filter(|unit| unit.region == Some(Region::Southeast)) {
        for standing in standings(&data, &unit.id) {
            let Some(in_region) = standing.in_region else { continue };
            assert!((1..=in_region.of).contains(&in_region.place));
            if standing.indicator.id == "dti-rank" {
                of_dti.push((in_region.place, in_region.of));
            }
        }
    }
    of_dti.sort_unstable();
    // Those that ended stand among the six of the 63, the others among the three of the 34: places 4, 15 and 21.
    assert_eq!(of_dti, [(1, 3), (2, 3), (2, 6), (3, 3), (3, 6), (4, 6)]);
}

#[test]
fn the_page_of_a_province_finds_the_same_peers_and_the_same_neighbors() {
    let data = real_data();
    for unit in data.units() {
        let part = Part::Province(unit.id.clone()).extract(&data);
        let part = read_bundle(&write_bundle(&part)).unwrap();
        assert_eq!(told(&part, &unit.id), told(&data, &unit.id), "{}", unit.id);
        let beside = |data: &Dataset| -> Vec<_> {
            let all = standings(data, &unit.id);
            all.into_iter()
                .map(|s| {
                    let nearest: Vec<String> = s.nearest.iter().map(|o| o.id.clone()).collect();
                    (s.indicator.id.clone(), nearest, s.in_region)
                })
                .collect()
        };
        assert_eq!(beside(&part), beside(&data), "{}", unit.id);
    }
}

/// The examples of `docs/method.md#peers`.
#[test]
fn the_examples_of_the_method_hold() {
    let data = real_data();
    let text = std::fs::read_to_string(crate::support::root().join("docs/method.md")).unwrap();
    let (_, section) = text.split_once("\n## peers\n").unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| ") && line.contains(" and "));
    let mut n_rows = 0;
    for row in rows {
        n_rows += 1;
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let found = told(&data, cells[1]);
        let ids: Vec<&str> = found.iter().map(|(id, _)| id.as_str()).collect();
        let [one, two, three] = ids[..] else { panic!("{ids:?}") };
        assert_eq!(cells[2], format!("{one}, {two} and {three}"));
        assert_eq!(cells[3], format!("{:.2}", found[0].1), "{row}");
    }
    assert_eq!(n_rows, 3);
}
