//! The parts of a dataset: what single pages are written from, and load (docs/decisions/0026).

use super::dataset::{Dataset, Others, Topic};
use super::model::{Indicator, Province, Source, SourceKind};
use super::observation::Observation;

impl Dataset {
    /// Without the figures of [`Dataset::others`]: what a page needs that is not about all provinces.
    #[must_use]
    pub fn narrowed(mut self) -> Self {
        let Others { provinces, indicators, sources } = &mut self.others;
        self.observations.retain(|observation| !provinces.contains(&observation.province));
        self.replaced.retain(|observation| !provinces.contains(&observation.province));
        self.lost.retain(|id| !provinces.contains(id));
        self.indicators.truncate(self.indicators.len().saturating_sub(indicators.len()));
        self.sources.truncate(self.sources.len().saturating_sub(sources.len()));
        indicators.clear();
        sources.clear();
        self
    }

    /// One topic: its indicators, their figures without those of [`Dataset::others`], the sources of
    /// these, the provinces the site follows and what became of them, and the names of all topics.
    #[must_use]
    pub fn of_topic(&self, concept: &str) -> Self {
        let mut own = self.clone().narrowed();
        own.topics = self.all_topics();
        let near = self.with_their_parts(self.followed().into_iter().chain(self.country()));
        own.provinces.retain(|province| near.contains(&province.id));
        let is_of_topic = |o: &Observation| {
            self.indicator(&o.indicator).is_some_and(|indicator| indicator.concept == concept)
        };
        own.replaced.retain(is_of_topic);
        // What a figure was moved to may be of another topic; without it the figure would count here.
        let replaced = &own.replaced;
        own.observations
            .retain(|o| is_of_topic(o) || replaced.iter().any(|replaced| o.replaces(replaced)));
        let entries = || own.observations.iter().chain(&own.replaced);
        own.indicators.retain(|i| i.concept == concept || entries().any(|o| o.indicator == i.id));
        let indicators = &own.indicators;
        own.sources.retain(|source| {
            entries().any(|o| o.source == source.id) || tells_of_edition(indicators, source)
        });
        own.own = self.followed().into_iter().map(|province| province.id.clone()).collect();
        own.others = Others::default();
        own
    }

    /// One province: its figures and those that either name, as what they contradict, follow from or
    /// replace; the country's of the same measures; the definitions and sources of these, and all
    /// provinces, of whose mergers the page tells.
    #[must_use]
    pub fn of_province(&self, id: &str) -> Self {
        let is_own = |o: &Observation| o.province == id;
        let names = |a: &Observation, b: &Observation| {
            a.disputes.iter().chain(&a.derived_from).chain(&a.supersedes).any(|id| *id == b.id)
        };
        let figures: Vec<&Observation> = self.observations.iter().filter(|o| is_own(o)).collect();
        let country = self.country();
        let is_named = |o: &Observation| {
            let is_beside = |own: &Observation| {
                own.indicator == o.indicator && country.is_some_and(|c| c.id == o.province)
            };
            figures.iter().any(|own| names(own, o) || names(o, own) || is_beside(own))
        };
        let mut part = self.clone();
        part.observations.retain(|o| is_own(o) || is_named(o));
        part.replaced.clear();
        let observations = &part.observations;
        part.indicators.retain(|i| observations.iter().any(|o| o.indicator == i.id));
        let indicators = &part.indicators;
        part.sources.retain(|source| {
            observations.iter().any(|o| o.source == source.id)
                || source.kind == SourceKind::Law
                || tells_of_edition(indicators, source)
        });
        part.topics = self.all_topics();
        part.topics.retain(|topic| part.indicators.iter().any(|i| i.concept == topic.concept));
        part.others.indicators.clear();
        part.others.sources.clear();
        part
    }

    /// Some indicators of all provinces: the figures of these, and the sources of the figures and of
    /// what else is told of them.
    #[must_use]
    pub fn of_indicators(&self, indicators: &[&str], sources: &[&str]) -> Self {
        let mut part = self.clone();
        part.indicators.retain(|indicator| indicators.contains(&indicator.id.as_str()));
        part.observations.retain(|o| indicators.contains(&o.indicator.as_str()));
        part.replaced.clear();
        let observations = &part.observations;
        part.sources.retain(|source| {
            sources.contains(&source.id.as_str())
                || observations.iter().any(|o| o.source == source.id)
        });
        part.others.indicators.clear();
        part.others.sources.clear();
        part
    }

    /// The topics that have a page, with their names.
    fn all_topics(&self) -> Vec<Topic> {
        let topic = |concept: &str| {
            let name = self.concept_head(concept)?.name.clone();
            Some(Topic { concept: concept.to_owned(), name })
        };
        self.concepts().into_iter().filter_map(topic).collect()
    }

    /// The ids of these provinces, of those they became part of, and of all parts of either.
    fn with_their_parts<'a>(&'a self, of: impl Iterator<Item = &'a Province>) -> Vec<String> {
        let mut near: Vec<&Province> = of.collect();
        // Twice: the parts of what a province became part of.
        for _ in 0..2 {
            let ids = near.iter().flat_map(|province| {
                let parts = province.took_in.iter().map(|joined| &joined.id);
                province.successor.iter().chain(parts)
            });
            let more: Vec<&Province> = ids.filter_map(|id| self.province(id)).collect();
            near.extend(more);
        }
        near.into_iter().map(|province| province.id.clone()).collect()
    }
}

/// Whether a source tells when an edition of any of the indicators came out.
fn tells_of_edition(indicators: &[Indicator], source: &Source) -> bool {
    indicators.iter().flat_map(|indicator| &indicator.editions).any(|e| e.source == source.id)
}
