//! The rules about provinces, indicators and sources: their ids, what they refer to, and whether they are
//! used.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Report, World};
use crate::data::circle::Circles;
use crate::data::finding::Problem;
use crate::data::model::{Indicator, Unit};
use crate::data::read::LoadedTable;

/// Where an entry of a list of definitions stands.
struct Place<'a> {
    file: &'a str,
    path: String,
}

pub(super) fn check(world: &World<'_>, report: &mut Report<'_>) {
    let dataset = world.dataset;
    let places = &world.loaded.places;
    check_ids("provinces", dataset.provinces.iter().map(|p| &p.id), &places.provinces, report);
    check_ids("indicators", dataset.indicators.iter().map(|i| &i.id), &places.indicators, report);
    check_ids("sources", dataset.sources.iter().map(|s| &s.id), &places.sources, report);
    check_provinces(world, report);
    check_indicators(world, report);
    check_files(world, report);
    check_tables(world, report);
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
    report: &mut Report<'_>,
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
fn check_provinces(world: &World<'_>, report: &mut Report<'_>) {
    let dataset = world.dataset;
    let mut successors: Vec<(&str, &str)> = Vec::new();
    for (idx, province) in dataset.provinces.iter().enumerate() {
        let Place { file, path } = place("provinces", &world.loaded.places.provinces, idx);
        if let Some(successor) = &province.successor {
            successors.push((&province.id, successor));
            report.check_other_province(
                world,
                file,
                format!("{path}.successor"),
                &province.id,
                successor,
            );
        }
        for (joined_idx, joined) in province.took_in.iter().enumerate() {
            successors.push((&joined.id, &province.id));
            let path = format!("{path}.took_in[{joined_idx}].id");
            report.check_other_province(world, file, path, &province.id, &joined.id);
        }
    }
    let circles = Circles::among(successors.into_iter());
    for (idx, province) in dataset.provinces.iter().enumerate() {
        if let Some(ids) = circles.around(province.id.as_str()) {
            let Place { file, path } = place("provinces", &world.loaded.places.provinces, idx);
            let ids = ids.into_iter().map(str::to_owned).collect();
            let key = if province.successor.is_some() { "successor" } else { "took_in" };
            report.add(file, format!("{path}.{key}"), Problem::Circle { verb: "succeed", ids });
        }
    }
}

fn check_indicators(world: &World<'_>, report: &mut Report<'_>) {
    let dataset = world.dataset;
    let used: HashSet<&str> = dataset.entries().map(|o| o.indicator.as_str()).collect();
    let mut aliases = HashMap::new();
    for (idx, indicator) in dataset.indicators.iter().enumerate() {
        let Place { file, path } = place("indicators", &world.loaded.places.indicators, idx);
        check_indicator(file, &path, indicator, report);
        check_aliases(file, &path, indicator, &mut aliases, report);
        check_rank_of(world, file, &path, indicator, report);
        for (place, edition) in indicator.editions.iter().enumerate() {
            let path = format!("{path}.editions[{place}].source");
            report.check_source_id(world, file, path, &edition.source);
        }
        // Its figures may stand in what could not be read.
        let is_used = used.contains(indicator.id.as_str());
        if !is_used && !world.loaded.unread.observations.is_any() {
            let problem = Problem::Unused { what: "indicator", id: indicator.id.clone() };
            report.add(file, path, problem);
        }
    }
}

fn check_indicator(file: &str, path: &str, indicator: &Indicator, report: &mut Report<'_>) {
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

/// What a rank orders exists, and is another definition of the same concept that is no rank itself.
fn check_rank_of(
    world: &World<'_>,
    file: &str,
    path: &str,
    indicator: &Indicator,
    report: &mut Report<'_>,
) {
    let Some(ranked) = &indicator.rank_of else { return };
    let path = format!("{path}.rank_of");
    let Some(of) = world.dataset.indicator(ranked) else {
        report.check_indicator_id(world, file, path, ranked);
        return;
    };
    let is_right =
        indicator.unit == Unit::Rank && of.unit != Unit::Rank && of.concept == indicator.concept;
    if !is_right {
        let (id, ranked) = (indicator.id.clone(), ranked.clone());
        report.add(file, path, Problem::NoRankOf { id, ranked });
    }
}

/// No two indicators claim the same alias. `first` has the first indicator of each, by its letters in
/// lower case.
fn check_aliases<'a>(
    file: &str,
    path: &str,
    indicator: &'a Indicator,
    first: &mut HashMap<String, &'a str>,
    report: &mut Report<'_>,
) {
    for (lang, aliases) in [("vi", &indicator.aliases.vi), ("en", &indicator.aliases.en)] {
        for (idx, alias) in aliases.iter().enumerate() {
            let claimed = first.entry(alias.to_lowercase()).or_insert(&indicator.id);
            if *claimed != indicator.id {
                let (alias, id) = (alias.clone(), (*claimed).to_owned());
                let path = format!("{path}.aliases.{lang}[{idx}]");
                report.add(file, path, Problem::SharedAlias { alias, id });
            }
        }
    }
}

/// The province of each file of observations exists.
fn check_files(world: &World<'_>, report: &mut Report<'_>) {
    for (file, province) in &world.loaded.figure_files {
        report.check_province_id(world, file, "$.province".to_owned(), province);
    }
}

/// The indicators and the sources of the tables exist.
fn check_tables(world: &World<'_>, report: &mut Report<'_>) {
    let Some(file) = world.loaded.manifest.as_ref().and_then(|manifest| manifest.tables.as_ref())
    else {
        return;
    };
    for LoadedTable { table, index, .. } in &world.loaded.tables {
        for (head, column) in &table.columns {
            let path = format!("$.tables[{index}].columns.{head}.indicator");
            report.check_indicator_id(world, file, path, &column.indicator);
        }
        for (year, of_year) in &table.years {
            let path = format!("$.tables[{index}].years.{year}.source");
            report.check_source_id(world, file, path, &of_year.source);
        }
    }
}
