//! All entries of the data together, and how to find one.

use std::ptr;

use serde::{Deserialize, Serialize};

use super::coverage::Coverage;
use super::files::by_province;
use super::model::{Indicator, Pillar, Province, ProvinceKind, Source};
use super::observation::{Kind, Observation};
use super::table_count::TableCount;
use super::table_rows::TableRows;
use super::topic::Topic;

/// All entries that could be read, each list in the order of its file.
///
/// Ids should be unique. If they are not, the first entry with an id counts.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// Provinces and the country.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provinces: Vec<Province>,
    /// Indicators.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// Sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Observations of all files, in the manifest's order, without those of [`Dataset::replaced`].
    #[serde(default, skip_serializing_if = "Vec::is_empty", with = "by_province")]
    pub observations: Vec<Observation>,
    /// Figures of tables, in the text of a bundle; always empty in data that were read. They belong
    /// behind [`Dataset::observations`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<TableRows>,
    /// Observations that another one replaces ([`Observation::replaces`]), because they were wrong or
    /// were moved to another definition. Nothing is computed from them. They appear only on their
    /// cards, which may have been cited, in the lists of what a source gave, and in the downloads.
    #[serde(default, skip_serializing_if = "Vec::is_empty", with = "by_province")]
    pub replaced: Vec<Observation>,
    /// The ids of provinces whose file of observations could not be read. Pages must not conclude
    /// anything from their missing figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lost: Vec<String>,
    /// The ids of the provinces that the site does not follow. Their figures are here only for
    /// comparison: the ranking, the list of sources and the pages of these provinces use them. They
    /// stay listed even where their figures are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<String>,
    /// The ids of the provinces (and the country) that have a file in the manifest's main list, even
    /// one without figures.
    #[serde(rename = "own", default, skip_serializing_if = "Vec::is_empty")]
    pub provinces_with_file: Vec<String>,
    /// How many figures the official tables have. Only the list of sources has it, where the figures
    /// themselves are left out; empty in all other parts of the data.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub table_counts: Vec<TableCount>,
    /// How many provinces have a value in each year of each official table, by indicator. Only the parts of
    /// the data about topics have it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub coverage: Vec<Coverage>,
    /// All topics of the site, for the list of topics on a page. Filled only in parts of the data that
    /// lack the figures of some topics; empty otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
}

impl Dataset {
    /// The province (or country) with this id.
    pub fn province(&self, id: &str) -> Option<&Province> {
        self.provinces.iter().find(|province| province.id == id)
    }

    /// The indicator with this id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The observation with this id, including those in [`Dataset::replaced`].
    pub fn observation(&self, id: &str) -> Option<&Observation> {
        self.entries().find(|observation| observation.id == id)
    }

    /// All observations in the files: first those that count, then the replaced ones.
    pub fn entries(&self) -> impl Iterator<Item = &Observation> {
        self.observations.iter().chain(&self.replaced)
    }

    /// The observation that replaces this one, the first if there are several. `None` for one that was
    /// not replaced.
    pub fn replacement(&self, replaced: &Observation) -> Option<&Observation> {
        let is_replaced = self.replaced.iter().any(|entry| entry.id == replaced.id);
        self.entries().find(|observation| is_replaced && observation.replaces(replaced))
    }

    /// The country, whose figures are benchmarks for the provinces.
    pub fn country(&self) -> Option<&Province> {
        self.provinces.iter().find(|province| province.kind == ProvinceKind::Country)
    }

    /// All provinces from before and after the mergers, without the country; in the file's order.
    pub fn units(&self) -> impl Iterator<Item = &Province> {
        self.provinces.iter().filter(|province| province.kind == ProvinceKind::Province)
    }

    /// The provinces whose promises the site follows, in the file's order: those with a file or an
    /// observation, except the country and the provinces in [`Dataset::others`].
    pub fn followed(&self) -> Vec<&Province> {
        self.units().filter(|province| self.is_followed(&province.id)).collect()
    }

    /// Whether this is the id of one of [`Dataset::followed`].
    pub fn is_followed(&self, id: &str) -> bool {
        !self.others.iter().any(|other| other == id)
            && self.province(id).is_some_and(|entry| entry.kind == ProvinceKind::Province)
            && (self.provinces_with_file.iter().any(|own| own == id)
                || self.is_lost(id)
                || self.observations.iter().any(|o| o.province == id))
    }

    /// Whether the file of a province's observations could not be read.
    pub fn is_lost(&self, province: &str) -> bool {
        self.lost.iter().any(|id| id == province)
    }

    /// The concepts with a figure of a followed province or of the country, in the order in which
    /// `indicators.json` first names them. If a file could not be read, all concepts, because the file
    /// may have had figures for any of them.
    pub fn concepts(&self) -> Vec<&str> {
        if !self.topics.is_empty() {
            return self.topics.iter().map(|topic| topic.concept.as_str()).collect();
        }
        let mut used: Vec<&str> = Vec::new();
        // Replaced observations count here, because their cards are on the page of their topic.
        for observation in self.entries() {
            let indicator = observation.indicator.as_str();
            if !used.contains(&indicator) && !self.others.contains(&observation.province) {
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

    /// The indicator whose name is used for a concept: the one with the id of the concept, else its
    /// first one.
    pub fn naming_indicator(&self, concept: &str) -> Option<&Indicator> {
        let of_concept = self.indicators_of(concept);
        of_concept.iter().find(|i| i.id == concept).or(of_concept.first()).copied()
    }

    /// Whether this is the id of an indicator that is only context ([`Pillar::Context`]): its figures
    /// explain others and are no results of digital transformation. `false` for an unknown id.
    pub fn is_context(&self, indicator: &str) -> bool {
        self.indicator(indicator).is_some_and(|i| i.pillar == Pillar::Context)
    }

    /// Whether a topic is only context, by the indicator that names it. `false` for an unknown one.
    pub fn is_context_topic(&self, concept: &str) -> bool {
        self.naming_indicator(concept).is_some_and(|i| i.pillar == Pillar::Context)
    }

    /// The observations of one province, indicator and kind, in the files' order, without replaced
    /// ones.
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
