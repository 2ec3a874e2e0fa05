//! The ledger: all promises of a dataset, assessed on any day.

use super::assessment::{Assessment, assess};
use super::outcome::demanded_value;
use crate::compare::dispute::Contradictions;
use crate::compare::quick_map::QuickMap;
use crate::data::{Dataset, Date, Day, Indicator, Kind, Observation};
use crate::order;

/// The entries of a dataset, indexed so that assessing a promise looks only at its own results. Build
/// it once, then assess on any day.
#[derive(Debug)]
pub struct Ledger<'a> {
    dataset: &'a Dataset,
    /// The day each source counts as published, by its id; see
    /// [`crate::data::Source::publication_day`].
    published: QuickMap<&'a str, Option<Day>>,
    indicators: QuickMap<&'a str, &'a Indicator>,
    mergers: QuickMap<&'a str, Vec<Day>>,
    /// Results with a value, by the ids of their province and indicator. Each list is sorted by end,
    /// then in the files' order.
    results: QuickMap<(&'a str, &'a str), Vec<ResultEntry<'a>>>,
    contradictions: Contradictions<'a>,
}

/// A result with a value, and what every assessment needs to know about it, computed once.
#[derive(Clone, Copy, Debug)]
pub(super) struct ResultEntry<'a> {
    pub(super) result: &'a Observation,
    pub(super) end: Day,
    pub(super) value: f64,
    pub(super) base: Option<u32>,
    /// The day whose borders it describes.
    pub(super) unit_day: Day,
    /// The day its source counts as published; `None` where no day is known.
    pub(super) published: Option<Day>,
}

impl<'a> Ledger<'a> {
    /// Indexes a dataset. Of provinces, indicators and sources with the same id, the first counts.
    pub fn new(dataset: &'a Dataset) -> Self {
        let mut ledger = Self {
            dataset,
            published: QuickMap::default(),
            indicators: QuickMap::default(),
            mergers: QuickMap::default(),
            results: QuickMap::default(),
            contradictions: Contradictions::new(dataset),
        };
        for source in &dataset.sources {
            ledger.published.entry(&source.id).or_insert(source.publication_day());
        }
        for indicator in &dataset.indicators {
            ledger.indicators.entry(&indicator.id).or_insert(indicator);
        }
        for province in &dataset.provinces {
            ledger.mergers.entry(&province.id).or_insert_with(|| province.merger_days().collect());
        }
        for o in dataset.observations.iter().filter(|o| o.kind == Kind::Result) {
            if let Some(entry) = ledger.result_entry(o) {
                ledger.results.entry((&o.province, &o.indicator)).or_default().push(entry);
            }
        }
        for entries in ledger.results.values_mut() {
            order::sort_by_key(entries, |entry| entry.end);
        }
        ledger
    }

    /// `None` for a result without a period or a value.
    fn result_entry(&self, result: &'a Observation) -> Option<ResultEntry<'a>> {
        let end = result.period?.end();
        Some(ResultEntry {
            result,
            end,
            value: result.value()?,
            base: result.base,
            unit_day: result.unit_as_of.map_or(end, Date::end),
            published: self.publication_day(result),
        })
    }

    pub(in crate::compare) fn dataset(&self) -> &'a Dataset {
        self.dataset
    }

    pub(in crate::compare) fn indicator(&self, id: &str) -> Option<&'a Indicator> {
        self.indicators.get(id).copied()
    }

    pub(super) fn merger_days(&self, province: &str) -> &[Day] {
        self.mergers.get(province).map_or(&[], Vec::as_slice)
    }

    /// The observations that contradict a result and were known on a day.
    pub(super) fn known_contradictions(
        &self,
        result: &'a Observation,
        day: Day,
    ) -> impl Iterator<Item = &'a Observation> {
        self.contradictions.contradicting(result).filter(move |o| self.is_known(o, day))
    }

    /// Whether an observation's source had been published by a day. Where only a month or a year is
    /// known, its last day counts; a source without any date counts as always known.
    pub fn is_known(&self, observation: &Observation, day: Day) -> bool {
        self.publication_day(observation).is_none_or(|published| published <= day)
    }

    /// The day the source of an observation counts as published; `None` where no day is known.
    fn publication_day(&self, observation: &Observation) -> Option<Day> {
        self.source_publication_day(&observation.source)
    }

    /// The day a source counts as published, by its id.
    pub(super) fn source_publication_day(&self, source: &str) -> Option<Day> {
        self.published.get(source).copied().flatten()
    }

    /// The day a target was made: as its entry says, else the day its source counts as published.
    /// `None` where neither is known.
    pub fn day_made(&self, target: &Observation) -> Option<Day> {
        target.made.map(Date::end).or_else(|| self.publication_day(target))
    }

    /// The targets with a value that were known on a day, in the files' order.
    pub fn targets(&self, day: Day) -> impl Iterator<Item = &'a Observation> {
        self.dataset
            .observations
            .iter()
            .filter(|o| o.kind == Kind::Target && o.value().is_some())
            .filter(move |o| self.is_known(o, day))
    }

    /// The promises in words alone that were known on a day, in the files' order, without those of the
    /// country. They are never assessed.
    pub fn qualitative_promises(&self, day: Day) -> impl Iterator<Item = &'a Observation> {
        let country = self.dataset.country().map(|country| country.id.as_str());
        self.dataset
            .observations
            .iter()
            .filter(move |o| o.is_qualitative() && Some(o.province.as_str()) != country)
            .filter(move |o| self.is_known(o, day))
    }

    /// Assesses one promise on a day; `None` for an observation that is not a target with a value.
    pub fn assess(&self, target: &'a Observation, day: Day) -> Option<Assessment<'a>> {
        let indicator = self.indicator(&target.indicator);
        let value = demanded_value(target, indicator).filter(|_| target.kind == Kind::Target)?;
        let key = (target.province.as_str(), target.indicator.as_str());
        let entries = self.results.get(&key).map_or(&[][..], Vec::as_slice);
        Some(assess(self, target, value, entries, day))
    }

    /// As [`Ledger::assess_all`], without the promises of the country, which the provinces' targets are
    /// compared with.
    pub fn assess_provinces(&self, day: Day) -> Vec<Assessment<'a>> {
        let country = self.dataset.country().map(|country| country.id.as_str());
        let mut all = self.assess_all(day);
        all.retain(|assessment| Some(assessment.target.province.as_str()) != country);
        all
    }

    /// Assesses every promise that was known on a day, in the files' order.
    pub fn assess_all(&self, day: Day) -> Vec<Assessment<'a>> {
        self.targets(day).filter_map(|target| self.assess(target, day)).collect()
    }

    /// The last day, from `day` on and not after `limit`, until which a page about some promises would
    /// say the same. Until then the same promises are known, with the same states and evidence, and
    /// their provinces have had the same mergers. `is_asked_for` chooses the promises.
    pub fn unchanged_until(
        &self,
        is_asked_for: impl Fn(&Observation) -> bool,
        day: Day,
        limit: Day,
    ) -> Day {
        let known_on = |day: Day| -> Vec<(Assessment<'a>, bool, usize)> {
            self.targets(day)
                .filter(|target| is_asked_for(target))
                .filter_map(|target| self.assess(target, day))
                .map(|promise| {
                    let n_mergers = self.n_mergers(&promise, day);
                    (promise.without_day(), promise.is_awaited(), n_mergers)
                })
                .collect()
        };
        let now = known_on(day);
        let mut last = day;
        while last < limit && known_on(last.plus(1)) == now {
            last = last.plus(1);
        }
        last
    }

    /// How many mergers the province of a promise has had by a day.
    fn n_mergers(&self, assessment: &Assessment<'_>, day: Day) -> usize {
        let days = self.merger_days(&assessment.target.province);
        days.iter().filter(|merger| **merger <= day).count()
    }
}
