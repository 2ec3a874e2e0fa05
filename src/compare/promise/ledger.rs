//! All promises of a dataset on a day.

use super::assessment::{Assessment, assess};
use crate::compare::dispute::Contradictions;
use crate::compare::quick::QuickMap;
use crate::data::{Comparator, Dataset, Date, Day, Indicator, Kind, Observation};
use crate::order;

/// The dataset's entries by what the rules ask for them, so that a promise costs only its own
/// results. Make it once, ask it for any day.
#[derive(Debug)]
pub struct Ledger<'a> {
    dataset: &'a Dataset,
    /// When each source was published, at the latest as far as it says.
    published: QuickMap<&'a str, Option<Day>>,
    indicators: QuickMap<&'a str, &'a Indicator>,
    mergers: QuickMap<&'a str, Vec<Day>>,
    /// Results with a value, by province and indicator; each list by end, in the files' order where
    /// ends are equal.
    results: QuickMap<(&'a str, &'a str), Vec<Entry<'a>>>,
    contradictions: Contradictions<'a>,
}

/// A result with a value, and what every promise asks of it, worked out once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    pub(super) result: &'a Observation,
    pub(super) end: Day,
    pub(super) value: f64,
    pub(super) comparator: Comparator,
    pub(super) base: Option<u32>,
    /// The day whose borders it describes.
    pub(super) unit_day: Day,
    /// When its source was published, where that is known.
    pub(super) published: Option<Day>,
}

impl<'a> Ledger<'a> {
    /// Of provinces, indicators and sources with the same id the first counts, as everywhere.
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
            ledger.published.entry(&source.id).or_insert(source.published_by());
        }
        for indicator in &dataset.indicators {
            ledger.indicators.entry(&indicator.id).or_insert(indicator);
        }
        for province in &dataset.provinces {
            ledger.mergers.entry(&province.id).or_insert_with(|| province.merger_days().collect());
        }
        for o in dataset.observations.iter().filter(|o| o.kind == Kind::Result) {
            if let Some(entry) = ledger.entry(o) {
                ledger.results.entry((&o.province, &o.indicator)).or_default().push(entry);
            }
        }
        for entries in ledger.results.values_mut() {
            order::sort_by_key(entries, |entry| entry.end);
        }
        ledger
    }

    fn entry(&self, result: &'a Observation) -> Option<Entry<'a>> {
        let end = result.period?.end();
        Some(Entry {
            result,
            end,
            value: result.value()?,
            comparator: result.comparator,
            base: result.base,
            unit_day: result.unit_as_of.map_or(end, Date::end),
            published: self.published(result),
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

    /// Known observations that contradict a result, on either's word.
    pub(super) fn disputing(
        &self,
        result: &'a Observation,
        day: Day,
    ) -> impl Iterator<Item = &'a Observation> {
        self.contradictions.of(result).filter(move |o| self.is_known(o, day))
    }

    /// Whether an observation's source had been published by a day. Of a month or a year the last day
    /// counts; a source without any date is always known.
    pub fn is_known(&self, observation: &Observation, day: Day) -> bool {
        self.published(observation).is_none_or(|published| published <= day)
    }

    /// When an observation's source was published, at the latest as far as it says.
    fn published(&self, observation: &Observation) -> Option<Day> {
        self.published_by(&observation.source)
    }

    pub(super) fn published_by(&self, source: &str) -> Option<Day> {
        self.published.get(source).copied().flatten()
    }

    /// The day a target was made: its own, else its source's, else the earliest its source can be of.
    pub fn made(&self, target: &Observation) -> Option<Day> {
        target.made.map(Date::end).or_else(|| self.published(target))
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
    /// country: nothing is said of what became of them.
    pub fn qualitative(&self, day: Day) -> impl Iterator<Item = &'a Observation> {
        let country = self.dataset.country().map(|country| country.id.as_str());
        self.dataset
            .observations
            .iter()
            .filter(move |o| o.is_qualitative() && Some(o.province.as_str()) != country)
            .filter(move |o| self.is_known(o, day))
    }

    /// One promise on a day; `None` for what is no target with a value.
    pub fn assess(&self, target: &'a Observation, day: Day) -> Option<Assessment<'a>> {
        let value = target.value().filter(|_| target.kind == Kind::Target)?;
        let key = (target.province.as_str(), target.indicator.as_str());
        let entries = self.results.get(&key).map_or(&[][..], Vec::as_slice);
        Some(assess(self, target, value, entries, day))
    }

    /// As [`Ledger::on`], without those of the country: its targets are what the provinces' are set
    /// beside.
    pub fn of_provinces(&self, day: Day) -> Vec<Assessment<'a>> {
        let country = self.dataset.country().map(|country| country.id.as_str());
        let mut all = self.on(day);
        all.retain(|assessment| Some(assessment.target.province.as_str()) != country);
        all
    }

    /// Every promise that was known on a day, in the files' order.
    pub fn on(&self, day: Day) -> Vec<Assessment<'a>> {
        self.targets(day).filter_map(|target| self.assess(target, day)).collect()
    }

    /// The last day until which all that is known of the promises that are asked for stays what it is on
    /// a day: which there are, their states, what these rest on, and which mergers have been. Not after
    /// `limit`, and never before the day itself.
    pub fn unchanged_until(
        &self,
        is_asked_for: impl Fn(&Observation) -> bool,
        day: Day,
        limit: Day,
    ) -> Day {
        let known = |day: Day| -> Vec<(Assessment<'a>, bool, usize)> {
            let own = self.targets(day).filter(|target| is_asked_for(target));
            let assessed = own.filter_map(|target| self.assess(target, day));
            assessed
                .map(|found| (found.without_day(), found.is_awaited(), self.n_mergers(&found, day)))
                .collect()
        };
        let now = known(day);
        let mut last = day;
        while last < limit && known(last.plus(1)) == now {
            last = last.plus(1);
        }
        last
    }

    /// How often the province of a promise has become another one by a day.
    fn n_mergers(&self, found: &Assessment<'_>, day: Day) -> usize {
        let days = self.merger_days(&found.target.province);
        days.iter().filter(|merger| **merger <= day).count()
    }
}
