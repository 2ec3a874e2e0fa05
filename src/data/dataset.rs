//! All entries together, and how one is found.

use std::ptr;

use serde::{Deserialize, Serialize};

use super::model::{Indicator, Province, ProvinceKind, Source, Text};
use super::observation::{Kind, Observation};

/// Everything that could be read, each list in the order of its file.
///
/// Ids should be unique; where a file breaks that, the first entry of an id counts.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// Provinces and the country.
    #[serde(default)]
    pub provinces: Vec<Province>,
    /// Indicators.
    #[serde(default)]
    pub indicators: Vec<Indicator>,
    /// Sources.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Observations of all files, in the manifest's order, without those of [`Dataset::replaced`].
    #[serde(default)]
    pub observations: Vec<Observation>,
    /// Observations whose place another one takes ([`Observation::replaces`]), because they were wrong
    /// or were moved to another definition. They count nowhere: all that is computed or told is of
    /// [`Dataset::observations`]. Only their cards, by which they were cited, the lists of what a source
    /// gave, and the downloads have them.
    #[serde(default)]
    pub replaced: Vec<Observation>,
    /// The ids of provinces whose file of observations could not be used: that they have no figures
    /// here says nothing about them.
    #[serde(default)]
    pub lost: Vec<String>,
    /// What is there to set others beside; only the ranking, the list of sources and the pages of those
    /// provinces are written from it.
    #[serde(default)]
    pub others: Others,
    /// The ids of the provinces (and the country) with a file among those every page loads, be it
    /// without figures.
    #[serde(default)]
    pub own: Vec<String>,
    /// All topics of the site, for the list one chooses from, where a page of one topic is written;
    /// else empty.
    #[serde(default)]
    pub topics: Vec<Topic>,
}

/// The name of a topic whose figures are not loaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// The concept.
    pub concept: String,
    /// Its name: that of the indicator that stands for it.
    pub name: Text,
}

/// The ids of what only the pages about all provinces are written from.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Others {
    /// Provinces that the site does not follow; known even where their figures are not loaded.
    #[serde(default)]
    pub provinces: Vec<String>,
    /// Indicators that only they have figures of: the last ones of the list.
    #[serde(default)]
    pub indicators: Vec<String>,
    /// Sources of their figures alone: the last ones of the list.
    #[serde(default)]
    pub sources: Vec<String>,
}

impl Dataset {
    /// The province (or country) of an id.
    pub fn province(&self, id: &str) -> Option<&Province> {
        self.provinces.iter().find(|province| province.id == id)
    }

    /// The indicator of an id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// The source of an id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The observation of an id, be it one of [`Dataset::replaced`].
    pub fn observation(&self, id: &str) -> Option<&Observation> {
        self.entries().find(|observation| observation.id == id)
    }

    /// All that stands in the files: what counts, then what was replaced.
    pub fn entries(&self) -> impl Iterator<Item = &Observation> {
        self.observations.iter().chain(&self.replaced)
    }

    /// What takes the place of an entry; `None` for one that counts. Of several the first.
    pub fn replacement(&self, replaced: &Observation) -> Option<&Observation> {
        let is_replaced = self.replaced.iter().any(|entry| entry.id == replaced.id);
        self.entries().find(|observation| is_replaced && observation.replaces(replaced))
    }

    /// Puts what another observation takes the place of apart. Of entries that replace one another in a
    /// circle none is newer, and all stay.
    pub(super) fn set_replaced_apart(&mut self) {
        let entries = &self.observations;
        let newer: Vec<&Observation> =
            entries.iter().filter(|entry| entry.supersedes.is_some()).collect();
        let older = |entry: &Observation| entries.iter().find(|other| entry.replaces(other));
        let is_in_circle = |entry: &Observation| {
            let mut link = older(entry);
            for _ in 0..newer.len() {
                if link.is_some_and(|link| link.id == entry.id) {
                    return true;
                }
                link = link.and_then(older);
            }
            false
        };
        let is_replaced = |place: &usize| {
            let entry = &entries[*place];
            newer.iter().any(|newer| newer.replaces(entry)) && !is_in_circle(entry)
        };
        let places: Vec<usize> = (0..entries.len()).filter(is_replaced).collect();
        for place in places.into_iter().rev() {
            self.replaced.insert(0, self.observations.remove(place));
        }
    }

    /// The entry of kind `country`, whose figures are benchmarks.
    pub fn country(&self) -> Option<&Province> {
        self.provinces.iter().find(|province| province.kind == ProvinceKind::Country)
    }

    /// All provinces, of before and after the mergers, without the country; in the file's order.
    pub fn units(&self) -> impl Iterator<Item = &Province> {
        self.provinces.iter().filter(|province| province.kind == ProvinceKind::Province)
    }

    /// The provinces the site follows: those with a file or an observation, without
    /// [`Dataset::others`] and the country; in the file's order.
    pub fn followed(&self) -> Vec<&Province> {
        self.units().filter(|province| self.is_followed(&province.id)).collect()
    }

    /// Whether an id is one of [`Dataset::followed`].
    pub fn is_followed(&self, id: &str) -> bool {
        !self.others.provinces.iter().any(|other| other == id)
            && self.province(id).is_some_and(|entry| entry.kind == ProvinceKind::Province)
            && (self.own.iter().any(|own| own == id)
                || self.is_lost(id)
                || self.observations.iter().any(|o| o.province == id))
    }

    /// Whether the file of a province's observations could not be used.
    pub fn is_lost(&self, province: &str) -> bool {
        self.lost.iter().any(|id| id == province)
    }

    /// The concepts with a figure of a followed province or of the country, in the order in which
    /// `indicators.json` first names them. All of them where a file was lost: what could not be read
    /// may have been about any.
    pub fn concepts(&self) -> Vec<&str> {
        if !self.topics.is_empty() {
            return self.topics.iter().map(|topic| topic.concept.as_str()).collect();
        }
        let mut used: Vec<&str> = Vec::new();
        // What was replaced has its card on the page of its topic.
        for observation in self.entries() {
            let indicator = observation.indicator.as_str();
            if !used.contains(&indicator) && !self.others.provinces.contains(&observation.province)
            {
                used.push(indicator);
            }
        }
        let mut concepts = Vec::new();
        for indicator in &self.indicators {
            let concept = indicator.concept.as_str();
            let is_used = !self.lost.is_empty() || used.contains(&indicator.id.as_str());
            if is_used && !concepts.contains(&concept) {
                concepts.push(concept);
            }
        }
        concepts
    }

    /// The indicators of a concept, in the file's order.
    pub fn indicators_of(&self, concept: &str) -> Vec<&Indicator> {
        self.indicators
            .iter()
            .filter(|indicator| indicator.concept == concept)
            .filter(|indicator| {
                self.indicator(&indicator.id).is_some_and(|i| ptr::eq(i, *indicator))
            })
            .collect()
    }

    /// The indicator that names a concept: the one whose id is the concept's, else its first.
    pub fn concept_head(&self, concept: &str) -> Option<&Indicator> {
        let of_concept = self.indicators_of(concept);
        of_concept.iter().find(|i| i.id == concept).or(of_concept.first()).copied()
    }

    /// The observations of one province, indicator and kind, in the files' order.
    pub fn observations_of<'a>(
        &'a self,
        province: &'a str,
        indicator: &'a str,
        kind: Kind,
    ) -> impl Iterator<Item = &'a Observation> {
        self.observations
            .iter()
            .filter(move |o| o.kind == kind && o.indicator == indicator && o.province == province)
    }
}
