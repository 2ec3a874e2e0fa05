//! Takes the part out of a dataset that a page is made from (docs/decisions/0028).

use super::dataset::{Dataset, OtherIds, Topic};
use super::model::{Indicator, Province, Source, SourceKind};
use super::observation::Observation;

impl Dataset {
    /// The dataset without the figures, indicators and sources of [`Dataset::others`]: enough for pages
    /// that are not about all provinces.
    #[must_use]
    pub fn without_others(mut self) -> Self {
        let OtherIds { provinces, indicators, sources } = &mut self.others;
        self.observations.retain(|observation| !provinces.contains(&observation.province));
        self.replaced.retain(|observation| !provinces.contains(&observation.province));
        self.lost.retain(|id| !provinces.contains(id));
        self.indicators.truncate(self.indicators.len().saturating_sub(indicators.len()));
        self.sources.truncate(self.sources.len().saturating_sub(sources.len()));
        indicators.clear();
        sources.clear();
        self
    }

    /// The part for one topic: its indicators, their figures (without those of [`Dataset::others`]) and
    /// the sources of these, the followed provinces and those they merged with, and the names of all
    /// topics.
    #[must_use]
    pub fn topic_part(&self, concept: &str) -> Self {
        let mut part = self.clone().without_others();
        part.topics = self.all_topics();
        let related = self.with_merger_relatives(self.followed().into_iter().chain(self.country()));
        part.provinces.retain(|province| related.contains(&province.id));
        let is_of_topic = |o: &Observation| {
            self.indicator(&o.indicator).is_some_and(|indicator| indicator.concept == concept)
        };
        part.replaced.retain(is_of_topic);
        // A figure may have been moved to another topic. Keep the figure that replaced it: without that
        // one, the replaced figure would seem to count.
        let replaced = &part.replaced;
        part.observations
            .retain(|o| is_of_topic(o) || replaced.iter().any(|replaced| o.replaces(replaced)));
        let entries = || part.observations.iter().chain(&part.replaced);
        part.indicators.retain(|i| i.concept == concept || entries().any(|o| o.indicator == i.id));
        let indicators = &part.indicators;
        part.sources.retain(|source| {
            entries().any(|o| o.names_source(&source.id)) || publishes_edition(indicators, source)
        });
        part.provinces_with_file =
            self.followed().into_iter().map(|province| province.id.clone()).collect();
        part.others = OtherIds::default();
        part
    }

    /// The part for one province: its figures, the figures that they refer to or that refer to them
    /// (because they contradict, derive from or replace one another), the country's figures for the
    /// same indicators, and the indicators and sources of all these. It keeps all provinces, because
    /// the page explains the mergers.
    #[must_use]
    pub fn province_part(&self, id: &str) -> Self {
        let is_own = |o: &Observation| o.province == id;
        let refers_to = |a: &Observation, b: &Observation| {
            a.disputes.iter().chain(&a.derived_from).chain(&a.supersedes).any(|id| *id == b.id)
        };
        let figures: Vec<&Observation> = self.observations.iter().filter(|o| is_own(o)).collect();
        let country = self.country();
        let is_related = |o: &Observation| {
            let is_benchmark_of = |own: &Observation| {
                own.indicator == o.indicator && country.is_some_and(|c| c.id == o.province)
            };
            figures.iter().any(|own| refers_to(own, o) || refers_to(o, own) || is_benchmark_of(own))
        };
        let mut part = self.clone();
        part.observations.retain(|o| is_own(o) || is_related(o));
        part.replaced.clear();
        let observations = &part.observations;
        part.indicators.retain(|i| observations.iter().any(|o| o.indicator == i.id));
        let indicators = &part.indicators;
        part.sources.retain(|source| {
            observations.iter().any(|o| o.names_source(&source.id))
                || source.kind == SourceKind::Law
                || publishes_edition(indicators, source)
        });
        part.topics = self.all_topics();
        part.topics.retain(|topic| part.indicators.iter().any(|i| i.concept == topic.concept));
        part.others.indicators.clear();
        part.others.sources.clear();
        part
    }

    /// The part for some indicators: their figures of all provinces, and the sources of these figures
    /// and the given ones.
    #[must_use]
    pub fn indicators_part(&self, indicators: &[&str], sources: &[&str]) -> Self {
        let mut part = self.clone();
        part.indicators.retain(|indicator| indicators.contains(&indicator.id.as_str()));
        part.observations.retain(|o| indicators.contains(&o.indicator.as_str()));
        part.replaced.clear();
        let observations = &part.observations;
        part.sources.retain(|source| {
            sources.contains(&source.id.as_str())
                || observations.iter().any(|o| o.names_source(&source.id))
        });
        part.others.indicators.clear();
        part.others.sources.clear();
        part
    }

    /// All topics that have a page, with their names.
    fn all_topics(&self) -> Vec<Topic> {
        let topic = |concept: &str| {
            let name = self.naming_indicator(concept)?.name.clone();
            Some(Topic { concept: concept.to_owned(), name })
        };
        self.concepts().into_iter().filter_map(topic).collect()
    }

    /// The ids of the given provinces, of their successors, and of the provinces merged into either.
    fn with_merger_relatives<'a>(
        &'a self,
        given: impl Iterator<Item = &'a Province>,
    ) -> Vec<String> {
        let mut related: Vec<&Province> = given.collect();
        // The second round finds the provinces that were merged into the successors.
        for _ in 0..2 {
            let ids = related.iter().flat_map(|province| {
                let parts = province.took_in.iter().map(|joined| &joined.id);
                province.successor.iter().chain(parts)
            });
            let more: Vec<&Province> = ids.filter_map(|id| self.province(id)).collect();
            related.extend(more);
        }
        related.into_iter().map(|province| province.id.clone()).collect()
    }
}

/// Whether a source shows when an edition of one of the indicators was published.
fn publishes_edition(indicators: &[Indicator], source: &Source) -> bool {
    indicators.iter().flat_map(|indicator| &indicator.editions).any(|e| e.source == source.id)
}
