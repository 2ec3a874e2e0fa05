//! Selects the entries that one page loads, and writes them as a data folder and as a bundle.

use std::collections::{BTreeMap, BTreeSet};
use std::iter;

use serde_json::{Value, json};
use tinhso::data::{load, write_bundle};

use super::definitions::{N_INDICATORS, concept_of, indicator, source, source_id};
use super::figures::{YEARS, observations};
use super::units::{Country, Unit, province_of};

/// The bytes of each file of a data folder, by its path.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The part of the country that one page loads. Each shard also contains the figures of the country itself,
/// because pages compare the others with them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Shard {
    /// One province without its communes.
    Province(usize),
    /// One commune of a province.
    Commune(usize, usize),
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
}

impl Shard {
    fn units(self, country: &Country) -> Vec<&Unit> {
        let province = |idx: usize| country.provinces.get(idx).into_iter();
        let mut units: Vec<&Unit> = match self {
            Self::Province(idx) => province(idx).map(|(province, _)| province).collect(),
            Self::Commune(idx, commune) => {
                province(idx).filter_map(|(_, communes)| communes.get(commune)).collect()
            }
            Self::ProvinceTopic(idx, _) | Self::ProvinceTopicYear(idx, _) => {
                country.with_communes(idx)
            }
            Self::National | Self::NationalYear | Self::NationalTopic(_) => {
                country.provinces_alone()
            }
        };
        units.push(&country.whole);
        units
    }

    /// The concept of the shard, if it contains only one.
    pub(crate) fn concept(self) -> Option<usize> {
        match self {
            Self::ProvinceTopic(_, concept)
            | Self::ProvinceTopicYear(_, concept)
            | Self::NationalTopic(concept) => Some(concept),
            _ => None,
        }
    }

    fn is_of_one_year(self) -> bool {
        matches!(self, Self::ProvinceTopicYear(..) | Self::NationalYear)
    }
}

/// Removes results of earlier years. (Figures dispute only those of their own year.)
fn keep_last_year(mut figures: Vec<Value>) -> Vec<Value> {
    let last = (YEARS.end - 1).to_string();
    figures.retain(|figure| figure["kind"] == "target" || figure["period"] == last.as_str());
    figures
}

/// The data folder of a shard.
pub(crate) fn files(country: &Country, shard: Shard) -> Files {
    let (units, concept) = (shard.units(country), shard.concept());
    let select_years =
        |figures| if shard.is_of_one_year() { keep_last_year(figures) } else { figures };
    let figures = units.iter().map(|unit| observations(unit, concept)).map(select_years).collect();
    data_folder(&units, concept, figures)
}

/// The bundle of a shard, as the site writes it from its data folder.
pub(crate) fn bundle(files: &Files) -> String {
    write_bundle(&load(files).dataset)
}

/// A data folder of these units, with the figures of each and the indicators of one concept or of all.
pub(super) fn data_folder(
    units: &[&Unit],
    concept: Option<usize>,
    figures: Vec<Vec<Value>>,
) -> Files {
    let is_wanted = |idx: &usize| concept.is_none_or(|concept| concept == concept_of(*idx));
    let path = |unit: &Unit| format!("observations/{}.json", unit.id);
    let manifest = json!({ "schema": 1, "files": {
        "provinces": "provinces.json", "indicators": "indicators.json", "sources": "sources.json",
        "observations": units.iter().map(|unit| path(unit)).collect::<Vec<_>>(),
    }});
    let provinces: Vec<Value> = units.iter().flat_map(|unit| unit.entries()).collect();
    let indicators: Vec<Value> = (0..N_INDICATORS).filter(is_wanted).map(indicator).collect();
    let sources = sources(units, figures.iter().flatten());
    let lists = [
        ("manifest.json", manifest),
        ("provinces.json", json!({ "provinces": provinces })),
        ("indicators.json", json!({ "indicators": indicators })),
        ("sources.json", json!({ "sources": sources })),
    ];
    let lists = lists.into_iter().map(|(path, list)| (path.to_owned(), list));
    let of_units = units.iter().zip(figures).map(|(unit, figures)| {
        (path(unit), json!({ "province": unit.id, "observations": figures }))
    });
    lists.chain(of_units).map(|(path, file)| (path, format!("{file}\n").into_bytes())).collect()
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
