//! Which entries one page loads, as the files of a dataset of their own.

use std::collections::{BTreeMap, BTreeSet};
use std::iter;

use serde_json::{Value, json};

use super::definitions::{N_INDICATORS, concept_of, indicator, source, source_id};
use super::figures::{YEARS, observations};
use super::units::{Country, Unit, province_of};

/// A path and its text.
pub(crate) type File = (String, String);

/// A part of the country that could be loaded at once. The country's own figures are in each, to read
/// the others against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Shard {
    /// One province without its communes.
    Province(usize),
    /// One commune of a province.
    Commune(usize, usize),
    /// A province with all its communes.
    ProvinceWhole(usize),
    /// A province with all its communes, one concept.
    ProvinceTopic(usize, usize),
    /// The same without the results of earlier years.
    ProvinceTopicYear(usize, usize),
    /// All provinces.
    National,
    /// The same without the results of earlier years.
    NationalYear,
    /// All provinces, one concept.
    NationalTopic(usize),
    /// All provinces and all communes, one concept.
    Topic(usize),
}

impl Shard {
    fn units(self, country: &Country) -> Vec<&Unit> {
        let province = |idx: usize| country.provinces.get(idx).into_iter();
        let mut units: Vec<&Unit> = match self {
            Self::Province(idx) => province(idx).map(|(province, _)| province).collect(),
            Self::Commune(idx, commune) => {
                province(idx).filter_map(|(_, communes)| communes.get(commune)).collect()
            }
            Self::ProvinceWhole(idx)
            | Self::ProvinceTopic(idx, _)
            | Self::ProvinceTopicYear(idx, _) => country.with_communes(idx),
            Self::National | Self::NationalYear | Self::NationalTopic(_) => {
                country.provinces_alone()
            }
            Self::Topic(_) => country.units(),
        };
        units.push(&country.whole);
        units
    }

    /// The concept it is of, where it is of one.
    pub(crate) fn concept(self) -> Option<usize> {
        match self {
            Self::ProvinceTopic(_, concept)
            | Self::ProvinceTopicYear(_, concept)
            | Self::NationalTopic(concept)
            | Self::Topic(concept) => Some(concept),
            _ => None,
        }
    }

    fn is_of_one_year(self) -> bool {
        matches!(self, Self::ProvinceTopicYear(..) | Self::NationalYear)
    }
}

/// Without results of earlier years, but for those that one of the rest names.
fn of_one_year(mut figures: Vec<Value>) -> Vec<Value> {
    let last = (YEARS.end - 1).to_string();
    let is_named = |id: &Value, by: &[Value]| {
        by.iter().any(|o| o["disputes"].as_array().is_some_and(|named| named.contains(id)))
    };
    let mut kept: Vec<Value> = Vec::new();
    // From the last: a figure names earlier ones only.
    while let Some(figure) = figures.pop() {
        let is_kept = figure["kind"] == "target" || figure["period"] == last.as_str();
        if is_kept || is_named(&figure["id"], &kept) {
            kept.push(figure);
        }
    }
    kept.reverse();
    kept
}

/// The files of a shard, the manifest first; a file of observations for each unit.
pub(crate) fn files(country: &Country, shard: Shard) -> Vec<File> {
    let (units, concept) = (shard.units(country), shard.concept());
    let is_asked = |idx: &usize| concept.is_none_or(|concept| concept == concept_of(*idx));
    let path = |unit: &Unit| format!("observations/{}.json", unit.id);
    let manifest = json!({ "schema": 1, "files": {
        "provinces": "provinces.json", "indicators": "indicators.json", "sources": "sources.json",
        "observations": units.iter().map(|unit| path(unit)).collect::<Vec<_>>(),
    }});
    let provinces: Vec<Value> = units.iter().flat_map(|unit| unit.entries()).collect();
    let indicators: Vec<Value> = (0..N_INDICATORS).filter(is_asked).map(indicator).collect();
    let years = |figures| if shard.is_of_one_year() { of_one_year(figures) } else { figures };
    let observations: Vec<Vec<Value>> =
        units.iter().map(|unit| observations(unit, concept)).map(years).collect();
    let sources = sources(&units, observations.iter().flatten());
    let lists = [
        ("manifest.json", manifest),
        ("provinces.json", json!({ "provinces": provinces })),
        ("indicators.json", json!({ "indicators": indicators })),
        ("sources.json", json!({ "sources": sources })),
    ];
    let mut files: Vec<File> =
        lists.into_iter().map(|(path, value)| (path.to_owned(), format!("{value}\n"))).collect();
    files.extend(units.iter().zip(observations).map(|(unit, observations)| {
        let file = json!({ "province": unit.id, "observations": observations });
        (path(unit), format!("{file}\n"))
    }));
    files
}

/// The publications that figures of these units are taken from.
fn sources<'a>(units: &[&Unit], figures: impl Iterator<Item = &'a Value>) -> Vec<Value> {
    let used: BTreeSet<&str> = figures.filter_map(|figure| figure["source"].as_str()).collect();
    let above: BTreeSet<usize> = units.iter().filter_map(|unit| unit.province).collect();
    let mut publications: BTreeMap<String, Value> = BTreeMap::new();
    let above: Vec<Unit> = above.into_iter().map(province_of).collect();
    for unit in units.iter().copied().chain(&above) {
        for year in iter::once(None).chain(YEARS.map(Some)) {
            let id = source_id(unit, year);
            if used.contains(id.as_str()) {
                publications.insert(id, source(unit, year));
            }
        }
    }
    publications.into_values().collect()
}

/// The files one after another in one text: the path of each on a line, its text on the next.
pub(crate) fn bundle(files: &[File]) -> String {
    files.iter().flat_map(|(path, text)| [path.as_str(), "\n", text.trim_end(), "\n"]).collect()
}
