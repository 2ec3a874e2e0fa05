//! All entries together, and how one is found.

use std::ptr;

use super::model::{Indicator, Kind, Observation, Province, ProvinceKind, Source};

/// Everything that could be read, each list in the order of its file.
///
/// Ids should be unique; where a file breaks that, the first entry of an id counts.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Dataset {
    /// Provinces and the country.
    pub provinces: Vec<Province>,
    /// Indicators.
    pub indicators: Vec<Indicator>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Observations of all files, in the manifest's order.
    pub observations: Vec<Observation>,
    /// The ids of provinces whose file of observations could not be used: that they have no figures
    /// here says nothing about them.
    pub lost: Vec<String>,
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

    /// The observation of an id.
    pub fn observation(&self, id: &str) -> Option<&Observation> {
        self.observations.iter().find(|observation| observation.id == id)
    }

    /// The entry of kind `country`, whose figures are benchmarks.
    pub fn country(&self) -> Option<&Province> {
        self.provinces.iter().find(|province| province.kind == ProvinceKind::Country)
    }

    /// The provinces that have a page: those with at least one observation, or whose file could not be
    /// used; without the country, in the file's order.
    pub fn provinces_with_figures(&self) -> Vec<&Province> {
        self.provinces
            .iter()
            .filter(|province| province.kind == ProvinceKind::Province)
            .filter(|province| {
                self.is_lost(&province.id)
                    || self.observations.iter().any(|o| o.province == province.id)
            })
            .collect()
    }

    /// Whether the file of a province's observations could not be used.
    pub fn is_lost(&self, province: &str) -> bool {
        self.lost.iter().any(|id| id == province)
    }

    /// The concepts, in the order in which `indicators.json` first names them.
    pub fn concepts(&self) -> Vec<&str> {
        let mut concepts = Vec::new();
        for indicator in &self.indicators {
            if !concepts.contains(&indicator.concept.as_str()) {
                concepts.push(indicator.concept.as_str());
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
