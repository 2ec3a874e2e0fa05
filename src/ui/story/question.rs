//! The question that a comparison answers, and its answer.

use crate::compare::{
    YearFilter, enlargement_side, first_merger_between, official_rank, pick_results,
};
use crate::data::{Dataset, Kind, Observation, Province, Unit};
use crate::i18n::number::list;
use crate::i18n::phrase::{FigureKind, Narrowing, Origin};
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
    /// The figures in fewer words; empty if they follow several definitions.
    pub(crate) brief: String,
    /// Whether the conclusion may not be left out, because it says what the figures are.
    pub(crate) must_conclude: bool,
    /// How many figures there are, for where nothing else is short enough: the longer sentence first.
    pub(crate) counts: Vec<String>,
    /// That figures were left out, in a few words; empty if none were.
    pub(crate) not_counted: String,
}

impl Answer {
    /// All that can be said, as one text.
    pub(crate) fn text(&self) -> String {
        joined(&[&self.figures, &self.conclusion, &self.left_out])
    }

    /// What of it stands at the top of the page: the figures, and what follows from them. The figures are put
    /// more briefly where both would be too long; where that is not enough, what follows from them is left out
    /// if they follow one definition, and the figures are if they follow several.
    pub(crate) fn lead(&self) -> (String, String) {
        let Self { figures, conclusion, left_out, brief, counts, not_counted, .. } = self;
        let whole = joined(&[conclusion, left_out]);
        let short = joined(&[conclusion, not_counted]);
        let mut candidates = vec![(figures, &whole)];
        if !brief.is_empty() {
            candidates.extend([(brief, &whole), (brief, &short)]);
            candidates.extend((!self.must_conclude).then_some((brief, not_counted)));
        }
        let none = String::new();
        if !conclusion.is_empty() {
            candidates.extend([(&none, &whole), (&none, &short), (&none, conclusion)]);
        }
        candidates.extend(counts.iter().map(|count| (count, not_counted)));
        let is_fit = |(figures, rest): &&(&String, &String)| is_short(&[figures, rest]);
        let fit = candidates.iter().find(is_fit).or(candidates.last());
        fit.map(|(figures, rest)| ((*figures).clone(), (*rest).clone())).unwrap_or_default()
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
        let followed = self.dataset.followed();
        let is_default = self.provinces.len() == followed.len()
            && followed.iter().all(|own| self.provinces.iter().any(|asked| asked.id == own.id));
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
            are_chosen: !is_default,
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

    /// Figures of one definition in fewer words than [`Question::reported_texts`]: without the measure where it
    /// has the name of the topic, and with what all have in common told once.
    pub(super) fn brief(&self, figures: &[&'a Observation], origin: Origin) -> String {
        let Some(first) = figures.first() else { return String::new() };
        let Some(indicator) = self.dataset.indicator(&first.indicator) else {
            return String::new();
        };
        let measure = words::pick(self.lang, &indicator.name);
        let topic = words::topic_name(self.lang, self.dataset, self.concept);
        let are_places = indicator.unit == Unit::Rank
            && figures.iter().all(|o| o.base == first.base && official_rank(o).is_some());
        // How many were ranked in a year tells within which borders.
        let is_of_one_edition =
            are_places && first.base.is_some() && figures.iter().all(|o| o.period == first.period);
        let date_of = |figure: &Observation| {
            if is_of_one_edition {
                return words::date_of(self.lang, figure).unwrap_or_default();
            }
            self.date(figure)
        };
        let date = date_of(first);
        let is_of_one_date = figures.iter().all(|figure| date_of(figure) == date);
        let text = |figure: &&'a Observation| {
            let value = match official_rank(figure).filter(|_| are_places) {
                Some(rank) => phrase::rank(self.lang, (rank, None), None, false),
                None => self.value(figure),
            };
            let date = if is_of_one_date { String::new() } else { date_of(figure) };
            phrase::brief_figure(self.name(figure), &value, &date)
        };
        let told = phrase::BriefFigures {
            measure: (measure != topic).then_some(measure),
            origin,
            date: is_of_one_date.then_some(date.as_str()),
            base: first.base.filter(|_| are_places),
        };
        let figures: Vec<String> = figures.iter().map(text).collect();
        phrase::reported_briefly(self.lang, &told, &figures)
    }

    /// How many results and targets there are, and whose, in a sentence.
    pub(super) fn count(&self, figures: &[&'a Observation]) -> String {
        let n_targets = figures.iter().filter(|o| o.kind == Kind::Target).count();
        let n_results = figures.len() - n_targets;
        let country = self.dataset.country().map(|country| country.id.as_str());
        let name = |o: &&'a Observation| {
            if Some(o.province.as_str()) == country {
                self.lang.messages().lineage().country()
            } else {
                self.name(o)
            }
        };
        let names = distinct(figures.iter().map(name));
        let noun = words::result_noun(self.dataset.is_context_topic(self.concept));
        let results = (n_results > 0).then(|| noun.count(self.lang, n_results));
        let targets = (n_targets > 0).then(|| phrase::n_targets(self.lang, n_targets));
        let counts: Vec<String> = results.into_iter().chain(targets).collect();
        phrase::told_below(self.lang, &counts, &names)
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
