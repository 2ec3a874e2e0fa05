//! The question that a comparison answers, and its answer.

use crate::compare::{YearFilter, enlargement_side, first_merger_between, pick_results};
use crate::data::{Dataset, Kind, Observation, Province};
use crate::i18n::number::list;
use crate::i18n::phrase::{FigureKind, Narrowing};
use crate::i18n::{Lang, phrase};
use crate::ui::lead::is_short;
use crate::ui::words;

/// The answer to a comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Answer {
    /// The figures in a sentence.
    pub(crate) figures: String,
    /// What may be concluded from them, or why nothing may.
    pub(crate) conclusion: String,
    /// Which figures both leave out.
    pub(crate) left_out: String,
    /// How many figures there are, in place of the first two texts where these are too long for the top
    /// of a page.
    pub(crate) count: String,
}

impl Answer {
    /// All that can be said, as one text.
    pub(crate) fn text(&self) -> String {
        joined(&[&self.figures, &self.conclusion, &self.left_out])
    }

    /// What of it stands at the top of the page: the figures, and what follows from them. Where both are
    /// too long, it is the second, or the number of figures.
    pub(crate) fn lead(&self) -> (String, String) {
        let Self { figures, conclusion, left_out, count } = self;
        let rest = joined(&[conclusion, left_out]);
        if is_short(&[figures, &rest]) {
            return (figures.clone(), rest);
        }
        if conclusion.is_empty() {
            return (count.clone(), String::new());
        }
        let rest = if is_short(&[&rest]) { rest } else { conclusion.clone() };
        (String::new(), rest)
    }
}

/// Texts that are not empty, with spaces between them.
fn joined(texts: &[&str]) -> String {
    let texts: Vec<&str> = texts.iter().copied().filter(|text| !text.is_empty()).collect();
    texts.join(" ")
}

/// The question: a topic, the provinces, and which of their figures.
#[derive(Clone, Debug)]
pub(crate) struct Question<'a> {
    pub(crate) lang: Lang,
    pub(crate) dataset: &'a Dataset,
    pub(crate) concept: &'a str,
    pub(crate) provinces: Vec<&'a Province>,
    pub(crate) year: YearFilter,
    pub(crate) kind: Option<Kind>,
}

impl<'a> Question<'a> {
    /// What the selection restricts, so that the answer claims nothing about the rest.
    pub(crate) fn asked(&self) -> Narrowing {
        Narrowing {
            year: match self.year {
                YearFilter::Latest => None,
                YearFilter::Year(year) => Some(year),
            },
            kind: match self.kind {
                Some(Kind::Target) => Some(FigureKind::Targets),
                // What is only context is called a figure, and no result.
                Some(Kind::Result) if self.dataset.is_context_topic(self.concept) => None,
                Some(Kind::Result) => Some(FigureKind::Results),
                None => None,
            },
            are_chosen: self.provinces.len() < self.dataset.followed().len(),
        }
    }

    pub(super) fn province_ids(&self) -> Vec<&'a str> {
        self.provinces.iter().map(|province| province.id.as_str()).collect()
    }

    /// The results that the answer may be based on, and those that are left out because of a
    /// caveat.
    pub(super) fn split_results(&self) -> (Vec<&'a Observation>, Vec<&'a Observation>) {
        self.results().into_iter().partition(|result| !result.has_caveat())
    }

    pub(super) fn results(&self) -> Vec<&'a Observation> {
        if self.kind == Some(Kind::Target) {
            return Vec::new();
        }
        pick_results(self.dataset, self.concept, &self.province_ids(), self.year)
    }

    pub(super) fn value(&self, observation: &Observation) -> String {
        self.dataset
            .indicator(&observation.indicator)
            .map(|indicator| words::value(self.lang, observation, &indicator.unit))
            .unwrap_or_default()
    }

    pub(super) fn name(&self, observation: &'a Observation) -> &'a str {
        words::short_name(self.lang, self.dataset, &observation.province)
    }

    /// When a result was measured, and with which borders where there is one of the same time for the
    /// others, too, or where it is of an enlarged unit and stands beside figures from before the mergers.
    fn date(&self, observation: &Observation) -> String {
        let date = words::date_of(self.lang, observation).unwrap_or_default();
        let side = enlargement_side(self.dataset, observation);
        let has_other_side = |other: &Observation| {
            other.period == observation.period
                && other.value().is_some()
                && enlargement_side(self.dataset, other) != side
        };
        let Some((_, is_new)) = side else { return date };
        let (province, indicator) = (&observation.province, &observation.indicator);
        let mut same = self.dataset.observations_of(province, indicator, observation.kind);
        let is_older =
            |other: &&Observation| first_merger_between(self.dataset, observation, other).is_some();
        let is_ambiguous =
            same.any(has_other_side) || is_new && self.results().iter().any(is_older);
        if is_ambiguous { phrase::with_borders(self.lang, &date, is_new) } else { date }
    }

    pub(super) fn reported_text(&self, observation: &'a Observation) -> String {
        let date = self.date(observation);
        phrase::reported_figure(self.name(observation), &self.value(observation), &date)
    }

    /// Figures of one definition in words. Provinces with the same value and date are named
    /// together.
    pub(super) fn reported_texts(&self, figures: &[&'a Observation]) -> Vec<String> {
        let mut alike: Vec<(String, String, Vec<&str>)> = Vec::new();
        for figure in figures {
            let date = self.date(figure);
            let (value, name) = (self.value(figure), self.name(figure));
            let is_alike = |(other_value, other_date, _): &&mut (String, String, Vec<&str>)| {
                *other_value == value && *other_date == date
            };
            match alike.iter_mut().find(is_alike) {
                Some((.., names)) => names.push(name),
                None => alike.push((value, date, vec![name])),
            }
        }
        let text_of = |(value, date, names): (String, String, Vec<&str>)| {
            phrase::reported_figure(&list(self.lang, &names), &value, &date)
        };
        alike.into_iter().map(text_of).collect()
    }

    pub(super) fn promised_text(&self, target: &'a Observation) -> String {
        let date = words::date_of(self.lang, target);
        phrase::promised_target(self.lang, self.name(target), &self.value(target), date.as_deref())
    }
}

/// Each text once, in the order of first appearance.
pub(super) fn distinct<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut selected = Vec::new();
    for text in texts {
        if !selected.contains(&text) {
            selected.push(text);
        }
    }
    selected
}
