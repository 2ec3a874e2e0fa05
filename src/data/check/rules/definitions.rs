//! The rules about provinces, indicators and sources: their ids, what they refer to, and whether they are
//! used.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Report, World};
use crate::data::finding::Problem;
use crate::data::model::Indicator;
use crate::data::read::in_circles;

/// Where an entry of a list of definitions stands.
struct Place<'a> {
    file: &'a str,
    path: String,
}

pub(super) fn check(world: &World<'_>, report: &mut Report) {
    let dataset = world.dataset;
    let places = &world.loaded.places;
    check_ids("provinces", dataset.provinces.iter().map(|p| &p.id), &places.provinces, report);
    check_ids("indicators", dataset.indicators.iter().map(|i| &i.id), &places.indicators, report);
    check_ids("sources", dataset.sources.iter().map(|s| &s.id), &places.sources, report);
    check_provinces(world, report);
    check_indicators(world, report);
    check_files(world, report);
}

/// The place of the entry with this index in its list.
fn place<'a>(list: &str, places: &'a [(Arc<str>, usize)], idx: usize) -> Place<'a> {
    match places.get(idx) {
        Some((file, idx)) => Place { file, path: format!("$.{list}[{idx}]") },
        // Data that were made by hand, for a test, have no files.
        None => Place { file: "", path: format!("$.{list}[{idx}]") },
    }
}

/// Every id stands once, and has no character but those an address may have.
fn check_ids<'a>(
    list: &str,
    ids: impl Iterator<Item = &'a String>,
    places: &[(Arc<str>, usize)],
    report: &mut Report,
) {
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (idx, id) in ids.enumerate() {
        let Place { file, path } = place(list, places, idx);
        if let Some(character) = id.chars().find(|c| !may_stand_in_id(*c, false)) {
            let may_have_slash = false;
            let problem = Problem::WrongIdCharacter { id: id.clone(), character, may_have_slash };
            report.add(file, format!("{path}.id"), problem);
        }
        if let Some(earlier) = first.get(id.as_str()) {
            let earlier = place(list, places, *earlier);
            let first = format!("{}: {}", earlier.file, earlier.path);
            let problem = Problem::DuplicateId { id: id.clone(), first };
            report.add(file, format!("{path}.id"), problem);
        } else {
            first.insert(id, idx);
        }
    }
}

/// Whether a character may stand in an id. The ids of observations have slashes; those of other entries
/// are parts of them, and of addresses.
pub(super) fn may_stand_in_id(character: char, may_have_slash: bool) -> bool {
    matches!(character, 'a'..='z' | '0'..='9' | '.' | '-') || may_have_slash && character == '/'
}

/// Successors and parts exist, and no province becomes part of itself in the end.
fn check_provinces(world: &World<'_>, report: &mut Report) {
    let dataset = world.dataset;
    let mut successors = HashMap::new();
    for (idx, province) in dataset.provinces.iter().enumerate() {
        let Place { file, path } = place("provinces", &world.loaded.places.provinces, idx);
        if let Some(successor) = &province.successor {
            let path = format!("{path}.successor");
            if *successor == province.id {
                report.add(file, path, Problem::SelfReference);
            } else {
                report.check_province_id(world, file, path, successor);
                successors.entry(province.id.as_str()).or_insert(successor.as_str());
            }
        }
        for (joined_idx, joined) in province.took_in.iter().enumerate() {
            let path = format!("{path}.took_in[{joined_idx}].id");
            if joined.id == province.id {
                report.add(file, path, Problem::SelfReference);
            } else {
                report.check_province_id(world, file, path, &joined.id);
            }
        }
    }
    let in_circles = in_circles(&successors);
    for (idx, province) in dataset.provinces.iter().enumerate() {
        if in_circles.contains(province.id.as_str()) {
            let Place { file, path } = place("provinces", &world.loaded.places.provinces, idx);
            let ids = circle_of(&successors, &province.id);
            let problem = Problem::Circle { verb: "succeed", ids };
            report.add(file, format!("{path}.successor"), problem);
        }
    }
}

/// The items of the circle that an item is in, beginning with it.
pub(super) fn circle_of(next: &HashMap<&str, &str>, start: &str) -> Vec<String> {
    let mut ids = vec![start.to_owned()];
    let mut item = next.get(start);
    while let Some(id) = item.filter(|id| **id != start && ids.len() < MAX_OF_CIRCLE) {
        ids.push((*id).to_owned());
        item = next.get(id);
    }
    ids
}

/// How many entries of a circle are collected: more than a sentence names.
const MAX_OF_CIRCLE: usize = 8;

fn check_indicators(world: &World<'_>, report: &mut Report) {
    let dataset = world.dataset;
    let used: HashSet<&str> = dataset.entries().map(|o| o.indicator.as_str()).collect();
    let n_own = dataset.indicators.len().saturating_sub(dataset.others.indicators.len());
    for (idx, indicator) in dataset.indicators.iter().enumerate() {
        let Place { file, path } = place("indicators", &world.loaded.places.indicators, idx);
        check_indicator(file, &path, indicator, report);
        for (place, edition) in indicator.editions.iter().enumerate() {
            let path = format!("{path}.editions[{place}].source");
            report.check_source_id(world, file, path, &edition.source, idx < n_own);
        }
        // Its figures may stand in what could not be read.
        let is_used = used.contains(indicator.id.as_str());
        if !is_used && !world.loaded.unread.observations.is_any() {
            let problem = Problem::Unused { what: "indicator", id: indicator.id.clone() };
            report.add(file, path, problem);
        }
    }
}

fn check_indicator(file: &str, path: &str, indicator: &Indicator, report: &mut Report) {
    if let Some(character) = indicator.concept.chars().find(|c| !may_stand_in_id(*c, false)) {
        let (id, may_have_slash) = (indicator.concept.clone(), false);
        let problem = Problem::WrongIdCharacter { id, character, may_have_slash };
        report.add(file, format!("{path}.concept"), problem);
    }
    if let Some((from, to)) = indicator.range
        && from >= to
    {
        report.add(file, format!("{path}.range"), Problem::EmptyRange { from, to });
    }
}

/// The province of each file of observations exists.
fn check_files(world: &World<'_>, report: &mut Report) {
    for (file, province) in &world.loaded.figure_files {
        report.check_province_id(world, file, "$.province".to_owned(), province);
    }
}
