//! The real data files.

use tinhso::data::{CheckReport, check};
use tinhso::disk::DiskFolder;

use crate::support::{root, today};

fn real() -> CheckReport {
    check(&DiskFolder::open(&root().join("public/data")).unwrap(), today())
}

#[test]
fn the_published_data_has_no_errors() {
    let checked = real();
    let lines: Vec<String> = checked.findings.iter().map(ToString::to_string).collect();
    assert_eq!(checked.n_errors(), 0, "{lines:#?}");
    assert!(checked.loaded.lost.is_empty());
    let dataset = &checked.loaded.dataset;
    assert!(!dataset.observations.is_empty() && !dataset.sources.is_empty());
}

#[test]
fn every_figure_has_its_source_and_place() {
    let dataset = real().loaded.dataset;
    for observation in &dataset.observations {
        let source = dataset.source(&observation.source);
        assert!(source.is_some(), "{}: {}", observation.id, observation.source);
        assert!(!observation.locator.trim().is_empty(), "{}", observation.id);
    }
}

#[test]
fn every_merged_province_names_its_end_and_its_successor() {
    let dataset = real().loaded.dataset;
    for province in &dataset.provinces {
        assert_eq!(province.until.is_some(), province.successor.is_some(), "{}", province.id);
        for joined in &province.took_in {
            let part = dataset.province(&joined.id).unwrap();
            assert_eq!(part.successor.as_deref(), Some(province.id.as_str()), "{}", joined.id);
            let day_after = part.until.unwrap().end().plus(1);
            assert_eq!(day_after, joined.on.start(), "{}", joined.id);
        }
    }
}

#[test]
fn the_four_first_provinces_are_there() {
    let dataset = real().loaded.dataset;
    let with_figures: Vec<&str> = dataset.followed().iter().map(|p| p.id.as_str()).collect();
    for id in ["br-vt", "khanh-hoa", "binh-phuoc", "bac-lieu"] {
        assert!(with_figures.contains(&id), "{id}");
    }
}
