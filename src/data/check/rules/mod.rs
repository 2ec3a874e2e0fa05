//! The rules that need more than one entry: references that exist, values within their ranges, provinces
//! that existed at the time.
//!
//! Each rule is a function that takes the [`World`] and reports to a [`Report`]. What only follows from
//! another fault is not told: a reference to an entry that could not be read names nothing wrong.

mod definitions;
mod dispute;
mod odd;
mod reference;
mod time;
mod twice;
mod value;

use std::collections::HashMap;

use self::reference::Suggestions;
use super::super::dataset::Dataset;
use super::super::date::Day;
use super::super::finding::{Finding, Problem};
use super::super::model::{Indicator, Province, Source};
use super::super::observation::Observation;
use super::super::read::{Loaded, LoadedTable};

/// All findings about the rules of `docs/data.md` that need more than one entry, in no particular order.
/// Some of them are warnings, which break no rule. `today` is the day after which no result can lie.
pub fn validate(loaded: &Loaded, today: Day) -> Vec<Finding> {
    let world = World::new(loaded, today);
    let mut report = Report {
        findings: Vec::new(),
        suggestions: Suggestions::default(),
        tables: &loaded.tables,
    };
    definitions::check(&world, &mut report);
    for observation in world.dataset.entries() {
        reference::check(&world, observation, &mut report);
        dispute::check(&world, observation, &mut report);
        value::check(&world, observation, &mut report);
        time::check(&world, observation, &mut report);
    }
    reference::check_circles(&world, &mut report);
    twice::check(&world, &mut report);
    odd::check(&world, &mut report);
    report.findings
}

/// The data, and maps to find its entries by their ids: of several with one id the first.
struct World<'a> {
    loaded: &'a Loaded,
    dataset: &'a Dataset,
    today: Day,
    provinces: HashMap<&'a str, usize>,
    indicators: HashMap<&'a str, usize>,
    sources: HashMap<&'a str, usize>,
    observations: HashMap<&'a str, &'a Observation>,
}

impl<'a> World<'a> {
    fn new(loaded: &'a Loaded, today: Day) -> Self {
        let dataset = &loaded.dataset;
        let mut observations = HashMap::new();
        for observation in dataset.entries() {
            observations.entry(observation.id.as_str()).or_insert(observation);
        }
        Self {
            loaded,
            dataset,
            today,
            provinces: first_places(dataset.provinces.iter().map(|p| p.id.as_str())),
            indicators: first_places(dataset.indicators.iter().map(|i| i.id.as_str())),
            sources: first_places(dataset.sources.iter().map(|s| s.id.as_str())),
            observations,
        }
    }

    fn province(&self, id: &str) -> Option<&'a Province> {
        self.provinces.get(id).and_then(|place| self.dataset.provinces.get(*place))
    }

    fn indicator(&self, id: &str) -> Option<&'a Indicator> {
        self.indicators.get(id).and_then(|place| self.dataset.indicators.get(*place))
    }

    fn source(&self, id: &str) -> Option<&'a Source> {
        self.sources.get(id).and_then(|place| self.dataset.sources.get(*place))
    }

    fn observation(&self, id: &str) -> Option<&'a Observation> {
        self.observations.get(id).copied()
    }
}

/// Collects the findings.
struct Report<'a> {
    findings: Vec<Finding>,
    suggestions: Suggestions,
    tables: &'a [LoadedTable],
}

impl Report<'_> {
    fn add(&mut self, file: &str, path: String, problem: Problem) {
        self.findings.push(Finding::new(file, path, problem));
    }

    /// Reports a fault of an observation. `key` begins with a dot, or is empty for the whole entry.
    fn add_to(&mut self, observation: &Observation, key: &str, problem: Problem) {
        let path = self.path_of(observation, key);
        self.add(&observation.file, path, problem);
    }

    /// The path of a key of an observation: a JSON path, or the place of its cell in a spreadsheet. `key`
    /// begins with a dot, or is empty for the whole entry.
    fn path_of(&self, observation: &Observation, key: &str) -> String {
        let table = self.tables.iter().find(|table| table.path == observation.file);
        match table.and_then(|table| table.cells.get(observation.index)) {
            Some(cell) => cell.to_string(),
            None => format!("$.observations[{}]{key}", observation.index),
        }
    }
}

/// The place of each id in its list, of several the first.
fn first_places<'a>(ids: impl Iterator<Item = &'a str>) -> HashMap<&'a str, usize> {
    let mut places = HashMap::new();
    for (place, id) in ids.enumerate() {
        places.entry(id).or_insert(place);
    }
    places
}
