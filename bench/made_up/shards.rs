//! Selects the entries that one page loads, and writes them as the files of a dataset.

use std::collections::{BTreeMap, BTreeSet};
use std::iter;

use serde_json::{Value, json};

use super::definitions::{N_INDICATORS, concept_of, indicator, source, source_id};
use super::figures::{YEARS, observations};
use super::units::{Country, Unit, province_of};

/// A path and its text.
pub(crate) type File = (String, String);

/// The part of the country that one page loads. Each shard also contains the figures of the country itself,
/// because pages compare the others with them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Shard {
    /// One province without its communes.
    Province(usize),
    /// One commune of a province.
    Commune(usize, usize),
    /// A province with all its communes.
    ProvinceWhole(usize),
    /// A province with all its communes, on one concept.
    ProvinceTopic(usize, usize),
    /// The same without the results of earlier years.
    ProvinceTopicYear(usize, usize),
    /// All provinces without their communes.
    National,
    /// The same without the results of earlier years.
    NationalYear,
    /// All provinces, on one concept.
    NationalTopic(usize),
    /// All provinces and all communes, on one concept.
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

    /// The concept of the shard, if it contains only one.
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

/// Removes results of earlier years, except those that one of the kept figures disputes.
fn keep_last_year(mut figures: Vec<Value>) -> Vec<Value> {
    let last = (YEARS.end - 1).to_string();
    let is_disputed = |id: &Value, others: &[Value]| {
        others
            .iter()
            .any(|o| o["disputes"].as_array().is_some_and(|disputed| disputed.contains(id)))
    };
    let mut kept: Vec<Value> = Vec::new();
    // Go backwards: a figure only disputes earlier ones, so all figures that may dispute it come first.
    while let Some(figure) = figures.pop() {
        let is_kept = figure["kind"] == "target" || figure["period"] == last.as_str();
        if is_kept || is_disputed(&figure["id"], &kept) {
            kept.push(figure);
        }
    }
    kept.reverse();
    kept
}

/// The files of a shard: first the manifest, then the lists, then a file of observations for each unit.
pub(crate) fn files(country: &Country, shard: Shard) -> Vec<File> {
    let (units, concept) = (shard.units(country), shard.concept());
    let is_wanted = |idx: &usize| concept.is_none_or(|concept| concept == concept_of(*idx));
    let path = |unit: &Unit| format!("observations/{}.json", unit.id);
    let manifest = json!({ "schema": 1, "files": {
        "provinces": "provinces.json", "indicators": "indicators.json", "sources": "sources.json",
        "observations": units.iter().map(|unit| path(unit)).collect::<Vec<_>>(),
    }});
    let provinces: Vec<Value> = units.iter().flat_map(|unit| unit.entries()).collect();
    let indicators: Vec<Value> = (0..N_INDICATORS).filter(is_wanted).map(indicator).collect();
    let select_years =
        |figures| if shard.is_of_one_year() { keep_last_year(figures) } else { figures };
    let observations: Vec<Vec<Value>> =
        units.iter().map(|unit| observations(unit, concept)).map(select_years).collect();
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

/// The publications that the figures of these units come from.
fn sources<'a>(units: &[&Unit], figures: impl Iterator<Item = &'a Value>) -> Vec<Value> {
    let used: BTreeSet<&str> = figures.filter_map(|figure| figure["source"].as_str()).collect();
    let provinces: BTreeSet<usize> = units.iter().filter_map(|unit| unit.province).collect();
    let mut publications: BTreeMap<String, Value> = BTreeMap::new();
    let provinces: Vec<Unit> = provinces.into_iter().map(province_of).collect();
    for unit in units.iter().copied().chain(&provinces) {
        for year in iter::once(None).chain(YEARS.map(Some)) {
            let id = source_id(unit, year);
            if used.contains(id.as_str()) {
                publications.insert(id, source(unit, year));
            }
        }
    }
    publications.into_values().collect()
}

/// Puts the files into one text: for each one a line with its path and a line with its text.
pub(crate) fn bundle(files: &[File]) -> String {
    files.iter().flat_map(|(path, text)| [path.as_str(), "\n", text.trim_end(), "\n"]).collect()
}
