//! What a chart shows, in two or three sentences for readers who do not see it. They are true without
//! the chart.

use super::drawing::DrawnObservations;
use crate::compare::{Verdict, compare};
use crate::data::{Date, Indicator, Kind, Observation};
use crate::i18n::phrase::{self, ResultNoun};
use crate::ui::words;

impl DrawnObservations<'_> {
    /// How many figures there are, of how many provinces and since when; for each measure between which
    /// numbers its results are; and `elsewhere`, where else a reader finds the figures. A measure that the
    /// title of the chart names is not named again, because the title is spoken before.
    pub(super) fn summary(&self, title: &str, elsewhere: &str) -> String {
        // The figures of the country are lines with labels of their own.
        let country = self.dataset.country().map(|country| country.id.as_str());
        let own = self.observations.iter().copied();
        let own: Vec<&Observation> = own.filter(|o| Some(o.province.as_str()) != country).collect();
        let own = DrawnObservations { observations: &own, ..*self };
        own.sentences(title, elsewhere)
    }

    fn sentences(&self, title: &str, elsewhere: &str) -> String {
        let mut sentences = vec![self.counts()];
        let mut measures: Vec<&Indicator> = Vec::new();
        for figure in self.observations {
            let indicator = self.dataset.indicator(&figure.indicator);
            let is_new = |new: &&Indicator| measures.iter().all(|known| known.id != new.id);
            measures.extend(indicator.filter(is_new));
        }
        sentences.extend(measures.into_iter().filter_map(|measure| self.range(measure, title)));
        if !elsewhere.is_empty() {
            sentences.push(elsewhere.to_owned());
        }
        sentences.join(" ")
    }

    /// A chart is of one topic, so its first figure tells whether all are context.
    fn noun(&self) -> ResultNoun {
        let first = self.observations.first();
        words::result_noun(first.is_some_and(|first| self.dataset.is_context(&first.indicator)))
    }

    fn counts(&self) -> String {
        let count = |kind| self.observations.iter().filter(|o| o.kind == kind).count();
        let dates = || self.observations.iter().filter_map(|o| o.date());
        let first = dates().map(|date| Date::start(date).year()).min();
        let years = first.zip(dates().map(|date| Date::end(date).year()).max());
        let n_provinces = n_provinces(self.observations.iter().copied());
        let counts = (count(Kind::Result), count(Kind::Target));
        phrase::chart_counts(self.lang, self.noun(), counts, n_provinces, years)
    }

    /// The smallest and the largest result of a measure, as a range.
    ///
    /// Nothing is said of two provinces, which readers may have chosen: it would rank one above the
    /// other. Nor where a number is only a bound, and of numbers that have a caveat or may not be
    /// compared with each other.
    fn range(&self, measure: &Indicator, title: &str) -> Option<String> {
        let own = self.observations.iter().copied();
        let own = own.filter(|o| o.indicator == measure.id && o.kind == Kind::Result);
        let results: Vec<&Observation> = own.filter(|o| o.value().is_some()).collect();
        let value = |o: &Observation| o.value().unwrap_or_default();
        let smallest =
            results.iter().copied().reduce(|a, b| if value(b) < value(a) { b } else { a });
        let largest =
            results.iter().copied().reduce(|a, b| if value(b) > value(a) { b } else { a });
        let (smallest, largest) = smallest.zip(largest)?;
        let is_bound = |o: &&Observation| o.is_open();
        let is_told = n_provinces(results.iter().copied()) != 2
            && value(smallest) < value(largest)
            && !results.iter().any(is_bound)
            && !smallest.has_caveat()
            && !largest.has_caveat()
            && compare(self.dataset, smallest, largest).verdict != Verdict::NotComparable;
        let told = |extreme: &Observation| {
            let label = words::mark_label(self.lang, extreme, &measure.unit);
            let n_equal = results.iter().filter(|o| o.value() == extreme.value()).count();
            let of = match n_equal {
                1 => words::short_name(self.lang, self.dataset, &extreme.province).to_owned(),
                _ => return self.of_several(extreme, measure, n_equal),
            };
            format!("{label} ({of})")
        };
        is_told.then(|| {
            let name = words::pick(self.lang, &measure.name);
            let name = Some(name).filter(|name| *name != title);
            phrase::chart_range(self.lang, self.noun(), name, &told(smallest), &told(largest))
        })
    }

    /// A number that several results share: "100% (3 results)".
    fn of_several(&self, result: &Observation, measure: &Indicator, n: usize) -> String {
        let value = words::mark_value(self.lang, result, &measure.unit);
        format!("{value} ({})", self.noun().count(self.lang, n))
    }
}

/// Of how many provinces these figures are.
fn n_provinces<'a>(figures: impl Iterator<Item = &'a Observation>) -> usize {
    let mut provinces: Vec<&str> = Vec::new();
    for figure in figures {
        if !provinces.contains(&figure.province.as_str()) {
            provinces.push(&figure.province);
        }
    }
    provinces.len()
}
