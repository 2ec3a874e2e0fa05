//! Takes the part out of a dataset that a page is made from (docs/decisions/0028).
//!
//! What a part keeps of the indicators and sources is decided by use: what its figures name, and what
//! its page needs besides.

use std::collections::HashSet;

use super::dataset::{Dataset, Topic};
use super::model::{Province, SourceKind};
use super::observation::Observation;

impl Dataset {
    /// The part for the pages about all that is followed: the figures without those of
    /// [`Dataset::others`], all indicators of their topics, and the sources of these and the given ones.
    #[must_use]
    pub fn followed_part(&self, sources: &[&str]) -> Self {
        let mut part = self.copy_with(|o| !self.is_of_others(o));
        part.replaced.retain(|o| !self.is_of_others(o));
        part.lost.retain(|id| !self.others.contains(id));
        let concepts = self.concepts();
        part.indicators.retain(|indicator| concepts.contains(&indicator.concept.as_str()));
        part.coverage = self.coverage_by(&part.indicators.iter().collect::<Vec<_>>());
        part.keep_used_sources(sources);
        part
    }

    /// The part for one topic: its indicators, their figures (without those of [`Dataset::others`]) and
    /// the sources of these, the followed provinces and those they merged with, and the names of all
    /// topics.
    #[must_use]
    pub fn topic_part(&self, concept: &str) -> Self {
        let of_concept = self.indicators_of(concept);
        let is_of_topic = |o: &Observation| {
            !self.is_of_others(o) && of_concept.iter().any(|i| i.id == o.indicator)
        };
        let replaced: Vec<Observation> =
            self.replaced.iter().filter(|o| is_of_topic(o)).cloned().collect();
        // A figure may have been moved to another topic. Keep the figure that replaced it: without that
        // one, the replaced figure would seem to count.
        // A figure may be computed from those of another topic, which its card names.
        let parents: HashSet<&str> = self
            .entries()
            .filter(|o| is_of_topic(o))
            .flat_map(|o| &o.derived_from)
            .map(String::as_str)
            .collect();
        let mut part = self.copy_with(|o| {
            is_of_topic(o)
                || replaced.iter().any(|old| o.replaces(old))
                || parents.contains(o.id.as_str())
        });
        part.replaced = replaced;
        part.lost.retain(|id| !self.others.contains(id));
        part.topics = self.all_topics();
        let related = self.with_merger_relatives(self.followed().into_iter().chain(self.country()));
        part.coverage = self.coverage_by(&of_concept);
        let is_named = |id: &String| part.coverage.iter().any(|c| c.missing.contains(id));
        part.provinces.retain(|province| related.contains(&province.id) || is_named(&province.id));
        let used: HashSet<&str> =
            part.observations.iter().chain(&part.replaced).map(|o| o.indicator.as_str()).collect();
        part.indicators.retain(|i| i.concept == concept || used.contains(i.id.as_str()));
        part.keep_used_sources(&[]);
        part.provinces_with_file =
            self.followed().into_iter().map(|province| province.id.clone()).collect();
        part.others.clear();
        part
    }

    /// The part for one province: its figures, the figures that they refer to or that refer to them
    /// (because they contradict, derive from or replace one another), the country's figures for the
    /// same indicators, and the indicators and sources of all these. It keeps all provinces, because
    /// the page explains the mergers, and all laws.
    #[must_use]
    pub fn province_part(&self, id: &str) -> Self {
        let own = || self.observations.iter().filter(|o| o.province == id);
        let own_ids: HashSet<&str> = own().map(|o| o.id.as_str()).collect();
        let named: HashSet<&str> = own().flat_map(named_by).collect();
        let measured: HashSet<&str> = own().map(|o| o.indicator.as_str()).collect();
        let country = self.country();
        let is_benchmark = |o: &Observation| {
            country.is_some_and(|country| country.id == o.province)
                && measured.contains(o.indicator.as_str())
        };
        let mut part = self.copy_with(|o| {
            o.province == id
                || named.contains(o.id.as_str())
                || is_benchmark(o)
                || named_by(o).any(|id| own_ids.contains(id))
        });
        part.replaced.clear();
        part.keep_used_indicators();
        let laws = self.sources.iter().filter(|source| source.kind == SourceKind::Law);
        let laws: Vec<&str> = laws.map(|law| law.id.as_str()).collect();
        part.keep_used_sources(&laws);
        part.topics = self.all_topics();
        part.topics.retain(|topic| part.indicators.iter().any(|i| i.concept == topic.concept));
        part
    }

    /// The part for some indicators: their figures of all provinces, and the sources of these figures
    /// and the given ones.
    #[must_use]
    pub fn indicators_part(&self, indicators: &[&str], sources: &[&str]) -> Self {
        let mut part = self.copy_with(|o| indicators.contains(&o.indicator.as_str()));
        part.indicators.retain(|indicator| indicators.contains(&indicator.id.as_str()));
        part.replaced.clear();
        part.keep_used_sources(sources);
        part
    }

    /// A copy with some of the observations, and with all else but what was counted in tables.
    fn copy_with(&self, keep: impl Fn(&Observation) -> bool) -> Self {
        Self {
            provinces: self.provinces.clone(),
            indicators: self.indicators.clone(),
            sources: self.sources.clone(),
            observations: self.observations.iter().filter(|o| keep(o)).cloned().collect(),
            replaced: self.replaced.clone(),
            lost: self.lost.clone(),
            others: self.others.clone(),
            provinces_with_file: self.provinces_with_file.clone(),
            rows: Vec::new(),
            table_counts: Vec::new(),
            coverage: Vec::new(),
            topics: self.topics.clone(),
        }
    }

    /// Drops the indicators that no entry names.
    pub(super) fn keep_used_indicators(&mut self) {
        let entries = self.observations.iter().chain(&self.replaced);
        let used: HashSet<&str> = entries.map(|o| o.indicator.as_str()).collect();
        self.indicators.retain(|indicator| used.contains(indicator.id.as_str()));
    }

    /// Drops the sources that are not in use: those that no entry names, that do not show when an
    /// edition of an indicator was published, and that are not among the given ones.
    fn keep_used_sources(&mut self, further: &[&str]) {
        let entries = || self.observations.iter().chain(&self.replaced);
        let of_figures = entries().map(|o| &o.source);
        let of_copies = entries().flat_map(|o| &o.also).map(|also| &also.source);
        let of_editions = self.indicators.iter().flat_map(|i| &i.editions).map(|e| &e.source);
        let used: HashSet<&str> = of_figures
            .chain(of_copies)
            .chain(of_editions)
            .map(String::as_str)
            .chain(further.iter().copied())
            .collect();
        self.sources.retain(|source| used.contains(source.id.as_str()));
    }

    /// Whether it is a figure of a province that the site does not follow.
    fn is_of_others(&self, observation: &Observation) -> bool {
        self.others.contains(&observation.province)
    }

    /// All topics that have a page, with their names.
    pub(super) fn all_topics(&self) -> Vec<Topic> {
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

/// The ids of the observations that one contradicts, derives from or replaces.
fn named_by(observation: &Observation) -> impl Iterator<Item = &str> {
    let Observation { disputes, derived_from, supersedes, .. } = observation;
    disputes.iter().chain(derived_from).chain(supersedes).map(String::as_str)
}
