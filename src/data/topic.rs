//! The topics of the site, for pages that list them without having their figures.

use serde::{Deserialize, Serialize};

use super::dataset::Dataset;
use super::model::{BilingualText, Indicator, Pillar, Province, Unit};
use super::observation::{Kind, Observation};

/// The name of a topic whose figures may not be loaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// The concept.
    pub concept: String,
    /// Its name: that of [`Dataset::naming_indicator`].
    pub name: BilingualText,
    /// What there is of it; `None` on pages that only name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<TopicSummary>,
    /// Who has figures of it; `None` but on pages that say what their province does not report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reporting: Option<Reporting>,
}

/// Which of the followed provinces and the country have a figure with a value on a topic. Ranks of the
/// country do not count: they are ranks among countries, which no province can have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reporting {
    /// The pillar of the indicator that names the topic.
    pub pillar: Pillar,
    /// The ids of those with a result: the provinces in the order of the data files, then the country.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<String>,
    /// The ids of those with a target, likewise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<String>,
}

/// What followed provinces and the country have on a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicSummary {
    /// The pillar of the indicator that names it.
    pub pillar: Pillar,
    /// The ids of the followed provinces with a figure, in the order of the data files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provinces: Vec<String>,
    /// The number of results, the country's among them.
    pub n_results: usize,
    /// The number of targets, the country's among them, without those in words alone.
    pub n_targets: usize,
    /// Whether there is a promise in words alone.
    pub is_in_words: bool,
    /// The names of its indicators where the indicators themselves are left out; a reader may look for
    /// them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<BilingualText>,
}

impl Dataset {
    /// All topics that have a page, with what there is of each: as the part of the data has them, else
    /// counted from the figures.
    pub fn topic_list(&self) -> Vec<Topic> {
        if self.topics.iter().any(|topic| topic.summary.is_some()) {
            return self.topics.clone();
        }
        let summarize = |mut topic: Topic| {
            topic.summary = self.summary(&topic.concept);
            topic
        };
        self.topic_names().into_iter().map(summarize).collect()
    }

    /// All topics that have a page, with their names alone.
    pub(super) fn topic_names(&self) -> Vec<Topic> {
        let topic = |concept: &str| {
            let name = self.naming_indicator(concept)?.name.clone();
            Some(Topic { concept: concept.to_owned(), name, summary: None, reporting: None })
        };
        self.concepts().into_iter().filter_map(topic).collect()
    }

    /// Who has figures of a topic: as the part of the data has it, else found from the figures. `None` for
    /// an unknown concept.
    pub fn reporting_on(&self, concept: &str) -> Option<Reporting> {
        let listed = self.topics.iter().find(|topic| topic.concept == concept);
        if let Some(reporting) = listed.and_then(|topic| topic.reporting.as_ref()) {
            return Some(reporting.clone());
        }
        let indicators = self.indicators_of(concept);
        let country = self.country();
        let counts = |o: &&Observation| {
            let is_of_country = country.is_some_and(|country| country.id == o.province);
            let is_counted =
                |i: &&Indicator| i.id == o.indicator && !(is_of_country && i.unit == Unit::Rank);
            o.value().is_some() && indicators.iter().any(is_counted)
        };
        let figures: Vec<&Observation> = self.observations.iter().filter(counts).collect();
        let with = |kind: Kind| {
            let places = self.followed().into_iter().chain(country);
            let has_figure = |place: &&Province| {
                figures.iter().any(|o| o.kind == kind && o.province == place.id)
            };
            places.filter(has_figure).map(|place| place.id.clone()).collect()
        };
        Some(Reporting {
            pillar: self.naming_indicator(concept)?.pillar,
            results: with(Kind::Result),
            targets: with(Kind::Target),
        })
    }

    fn summary(&self, concept: &str) -> Option<TopicSummary> {
        let indicators = self.indicators_of(concept);
        let is_of_topic = |o: &&Observation| {
            !self.is_of_others(o) && indicators.iter().any(|i| i.id == o.indicator)
        };
        let figures: Vec<&Observation> = self.observations.iter().filter(is_of_topic).collect();
        let count = |kind| figures.iter().filter(|o| o.kind == kind && !o.is_qualitative()).count();
        let has_figure = |id: &str| figures.iter().any(|o| o.province == id);
        let followed = self.followed().into_iter().filter(|province| has_figure(&province.id));
        Some(TopicSummary {
            pillar: self.naming_indicator(concept)?.pillar,
            provinces: followed.map(|province| province.id.clone()).collect(),
            n_results: count(Kind::Result),
            n_targets: count(Kind::Target),
            is_in_words: figures.iter().any(|o| o.is_qualitative()),
            names: Vec::new(),
        })
    }

    /// The concepts of which a followed province or the country has promised something, in the order of
    /// [`Dataset::concepts`].
    pub fn promised_concepts(&self) -> Vec<&str> {
        let mut promised: Vec<&str> = Vec::new();
        for target in self.entries().filter(|o| o.kind == Kind::Target && !self.is_of_others(o)) {
            if !promised.contains(&target.indicator.as_str()) {
                promised.push(&target.indicator);
            }
        }
        let mut concepts = self.concepts();
        concepts.retain(|concept| {
            let mut indicators = self.indicators.iter().filter(|i| i.concept == *concept);
            indicators.any(|i| promised.contains(&i.id.as_str()))
        });
        concepts
    }

    /// Whether it is a figure of a province that the site does not follow.
    pub fn is_of_others(&self, observation: &Observation) -> bool {
        self.others.contains(&observation.province)
    }
}
