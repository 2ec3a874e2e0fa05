//! Takes the part out of a dataset that a page is made from (docs/decisions/0028).
//!
//! What a part keeps of the indicators and sources is decided by use: what its figures name, and what
//! its page needs besides.

use std::collections::HashSet;

use super::dataset::Dataset;
use super::model::{Aliases, BilingualText, Indicator, SourceKind};
use super::observation::Observation;

impl Dataset {
    /// The part for the pages about promises: of each topic of which a followed province or the country
    /// has a target, all figures but those of [`Dataset::others`], with the figures that these name;
    /// their indicators, their sources and the given ones; and what there is of every topic.
    #[must_use]
    pub fn followed_part(&self, sources: &[&str]) -> Self {
        let indicators: HashSet<&str> = self
            .promised_concepts()
            .into_iter()
            .flat_map(|concept| self.indicators_of(concept))
            .map(|indicator| indicator.id.as_str())
            .collect();
        let is_own =
            |o: &Observation| !self.is_of_others(o) && indicators.contains(o.indicator.as_str());
        let named: HashSet<&str> =
            self.entries().filter(|o| is_own(o)).flat_map(named_by).collect();
        let mut part = self.copy_with(|o| is_own(o) || named.contains(o.id.as_str()));
        part.replaced.retain(is_own);
        part.lost.retain(|id| !self.others.contains(id));
        part.keep_used_indicators_and(|i| indicators.contains(i.id.as_str()));
        part.topics = self.topic_list();
        for topic in &mut part.topics {
            let left_out = self.indicators.iter().filter(|i| {
                i.concept == topic.concept && part.indicators.iter().all(|kept| kept.id != i.id)
            });
            if let Some(summary) = &mut topic.summary {
                summary.names = left_out.flat_map(names_of).collect();
            }
        }
        part.keep_used_sources(sources);
        part.provinces_with_file = self.ids_of_followed();
        part
    }

    /// The part for one topic: its indicators, their figures of all provinces, the sources of these,
    /// and the names of all topics.
    #[must_use]
    pub fn topic_part(&self, concept: &str) -> Self {
        let of_concept = self.indicators_of(concept);
        let is_of_topic = |o: &Observation| of_concept.iter().any(|i| i.id == o.indicator);
        let replaced: Vec<Observation> =
            self.replaced.iter().filter(|o| is_of_topic(o)).cloned().collect();
        // A figure may have been moved to another topic. Keep the figure that replaced it: without that
        // one, the replaced figure would seem to count.
        // A figure may be computed from those of another topic, which its card names. Only the followed
        // provinces have cards on the page.
        let parents: HashSet<&str> = self
            .entries()
            .filter(|o| is_of_topic(o) && !self.is_of_others(o))
            .flat_map(|o| &o.derived_from)
            .map(String::as_str)
            .collect();
        let mut part = self.copy_with(|o| {
            is_of_topic(o)
                || replaced.iter().any(|old| o.replaces(old))
                || parents.contains(o.id.as_str())
        });
        part.replaced = replaced;
        part.topics = self.topic_names();
        part.coverage = self.coverage_by(&of_concept);
        part.keep_used_indicators_and(|i| i.concept == concept);
        part.keep_used_sources(&[]);
        part.provinces_with_file = self.ids_of_followed();
        part
    }

    /// The part for one province: its figures, the figures that they refer to or that refer to them
    /// (because they contradict, derive from or replace one another), the country's figures for the
    /// same indicators; with the indicators and sources of all these. It keeps all provinces, because the
    /// page explains the mergers, all laws, and the given sources and figures of other provinces, which the page
    /// names beside its own. For a followed province it has who reports on each topic,
    /// because the page says on which this one does not.
    #[must_use]
    pub fn province_part(&self, id: &str, beside: &[&str], sources: &[&str]) -> Self {
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
                || beside.contains(&o.id.as_str())
                || named_by(o).any(|id| own_ids.contains(id))
        });
        part.replaced.clear();
        part.keep_used_indicators_and(|_| false);
        // A topic has the name and the pillar of one of its indicators, which may not be among them.
        let used = std::mem::take(&mut part.indicators);
        let names_topic = |indicator: &Indicator| {
            used.iter().any(|used| used.concept == indicator.concept)
                && self.naming_indicator(&indicator.concept).is_some_and(|i| i.id == indicator.id)
        };
        part.indicators = self
            .indicators
            .iter()
            .filter(|i| used.contains(i) || names_topic(i))
            .cloned()
            .collect();
        part.coverage = self.coverage_of_newest_ranks(id, &part.indicators);
        let laws = self.sources.iter().filter(|source| source.kind == SourceKind::Law);
        let laws = laws.map(|law| law.id.as_str());
        let further: Vec<&str> = laws.chain(sources.iter().copied()).collect();
        part.keep_used_sources(&further);
        part.topics = self.topic_names();
        if self.is_followed(id) {
            for topic in &mut part.topics {
                topic.reporting = self.reporting_on(&topic.concept);
            }
        } else {
            part.topics.retain(|topic| part.indicators.iter().any(|i| i.concept == topic.concept));
        }
        part.provinces_with_file = self.ids_of_followed();
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

    /// Drops the indicators that no entry names, but not those that are to be kept anyway.
    pub(super) fn keep_used_indicators_and(&mut self, keep: impl Fn(&Indicator) -> bool) {
        let entries = self.observations.iter().chain(&self.replaced);
        let used: HashSet<&str> = entries.map(|o| o.indicator.as_str()).collect();
        self.indicators.retain(|indicator| used.contains(indicator.id.as_str()) || keep(indicator));
    }

    /// Drops the sources that are not in use: those that no entry names, that do not show when an
    /// edition of an indicator was published, and that are not among the given ones.
    fn keep_used_sources(&mut self, further: &[&str]) {
        let entries = || self.observations.iter().chain(&self.replaced);
        let of_figures = entries().map(|o| &o.source);
        let of_copies = entries().flat_map(|o| &o.also).map(|also| &also.source);
        let of_replies = entries().filter_map(|o| Some(&o.reply.as_ref()?.source));
        let of_editions = self.indicators.iter().flat_map(|i| &i.editions).map(|e| &e.source);
        let used: HashSet<&str> = of_figures
            .chain(of_copies)
            .chain(of_replies)
            .chain(of_editions)
            .map(String::as_str)
            .chain(further.iter().copied())
            .collect();
        self.sources.retain(|source| used.contains(source.id.as_str()));
    }

    /// The ids of the followed provinces: where figures are left out, nothing else may tell.
    fn ids_of_followed(&self) -> Vec<String> {
        self.followed().into_iter().map(|province| province.id.clone()).collect()
    }
}

/// The ids of the observations that one contradicts, derives from or replaces.
fn named_by(observation: &Observation) -> impl Iterator<Item = &str> {
    let Observation { disputes, derived_from, supersedes, .. } = observation;
    disputes.iter().chain(derived_from).chain(supersedes).map(String::as_str)
}

/// The names of an indicator by which a reader may look for it: its own, and each other one in the place of both
/// languages.
fn names_of(indicator: &Indicator) -> impl Iterator<Item = BilingualText> {
    let Aliases { vi, en } = &indicator.aliases;
    let others = vi.iter().chain(en);
    let others = others.map(|name| BilingualText { vi: name.clone(), en: name.clone() });
    std::iter::once(indicator.name.clone()).chain(others)
}
