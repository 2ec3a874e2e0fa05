//! An official ranking of the provinces, edition by edition. Source: `docs/method.md#editions`.

use std::cmp::Reverse;

use super::choice::Choice;
use super::comparability::{Verdict, compare, has_break};
use crate::data::{Comparator, Dataset, Day, Kind, Observation, ProvinceKind, Unit};
use crate::order;

/// One edition of a ranking: the ranks of one year among one number of provinces.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition<'a> {
    /// The year it ranks; not the year it was published in.
    pub year: i32,
    /// How many provinces it ranks.
    pub base: u32,
    /// The day whose borders it is of: the latest unit day among its ranks.
    pub as_of: Day,
    /// The ranks that are known, the best first; equal ranks in the order of the provinces in the
    /// data. At least one; one per province.
    pub places: Vec<&'a Observation>,
}

impl<'a> Edition<'a> {
    /// Whether the rank of each province is known.
    pub fn is_complete(&self) -> bool {
        u32::try_from(self.places.len()) == Ok(self.base)
    }

    /// The rank of a province, where it is known.
    pub fn place_of(&self, province: &str) -> Option<&'a Observation> {
        self.places.iter().copied().find(|place| place.province == province)
    }
}

/// The place a result gives exactly: a whole number from 1 to its base. `None` for a bound ("among
/// the first ten"), for "about", and for what has no value or no base.
pub fn official_rank(result: &Observation) -> Option<u32> {
    let (value, base) = (result.value()?, result.base?);
    let is_place = result.kind == Kind::Result
        && result.comparator == Comparator::Equal
        && value >= 1.0
        && value <= f64::from(base)
        && value.fract() == 0.0;
    is_place.then_some(value as u32)
}

/// A rank, and where it belongs.
struct Entry<'a> {
    year: i32,
    base: u32,
    rank: u32,
    /// The place of its province in the data.
    province: usize,
    as_of: Day,
    observation: &'a Observation,
}

impl<'a> Entry<'a> {
    fn of(dataset: &Dataset, observation: &'a Observation) -> Option<Self> {
        let province = dataset.provinces.iter().position(|p| p.id == observation.province)?;
        let period = observation.period?;
        let year = period.year();
        let is_whole_year = Day::new(year, 1, 1) == Some(period.start())
            && Day::new(year, 12, 31) == Some(period.end());
        let is_of_province = dataset.provinces[province].kind == ProvinceKind::Province;
        (is_whole_year && is_of_province).then_some(Self {
            year,
            base: observation.base?,
            rank: official_rank(observation)?,
            province,
            as_of: observation.unit_day()?,
            observation,
        })
    }
}

/// The editions of a ranking: its exact ranks of whole years, by year and base; the oldest first,
/// within a year the larger base first. Of several ranks of one province the smallest id counts, by
/// bytes.
///
/// The country has no place in them, and what is said of a month or a day names no edition. Empty for
/// an indicator that is no rank.
pub fn editions<'a>(dataset: &'a Dataset, indicator: &str) -> Vec<Edition<'a>> {
    if dataset.indicator(indicator).is_none_or(|indicator| indicator.unit != Unit::Rank) {
        return Vec::new();
    }
    let of_indicator = dataset.observations.iter().filter(|o| o.indicator == indicator);
    let mut entries: Vec<Entry> = of_indicator.filter_map(|o| Entry::of(dataset, o)).collect();
    let key = |entry: &Entry| (entry.year, Reverse(entry.base), entry.province);
    order::sort_by(&mut entries, |a, b| {
        key(a).cmp(&key(b)).then_with(|| a.observation.id.cmp(&b.observation.id))
    });
    entries.dedup_by_key(|entry| key(entry));
    // The sort is stable, so equal ranks stay in the order of the provinces.
    order::sort_by_key(&mut entries, |entry| (entry.year, Reverse(entry.base), entry.rank));

    let mut editions: Vec<Edition> = Vec::new();
    for Entry { year, base, as_of, observation, .. } in entries {
        match editions.last_mut().filter(|last| last.year == year && last.base == base) {
            Some(edition) => {
                edition.as_of = edition.as_of.max(as_of);
                edition.places.push(observation);
            }
            None => {
                editions.push(Edition { year, base, as_of, places: vec![observation] });
            }
        }
    }
    editions
}

/// The edition that a choice means; where there are several, the one with the latest borders.
///
/// The latest is the newest complete one, so that what is shown first is the whole; the newest of all
/// while none is complete. `None` for a year without an edition: no other one stands in for it.
pub fn edition_of<'e, 'a>(editions: &'e [Edition<'a>], choice: Choice) -> Option<&'e Edition<'a>> {
    let has_complete = editions.iter().any(Edition::is_complete);
    let is_meant = |edition: &&Edition| match choice {
        Choice::OfYear(year) => edition.year == year,
        Choice::Latest => edition.is_complete() || !has_complete,
    };
    editions.iter().filter(is_meant).max_by_key(|edition| (edition.year, edition.as_of))
}

/// Editions that one line may cross.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Era {
    /// How many provinces they rank.
    pub base: u32,
    /// Their places in the list of editions, ascending.
    pub editions: Vec<usize>,
}

/// The eras of a ranking, by their first edition: editions of one base without a change of method
/// between them. A year without an edition ends no era.
pub fn eras(dataset: &Dataset, indicator: &str, editions: &[Edition<'_>]) -> Vec<Era> {
    let mut eras: Vec<Era> = Vec::new();
    for (idx, edition) in editions.iter().enumerate() {
        let goes_on = |era: &&mut Era| {
            let last = era.editions.last().and_then(|last| editions.get(*last));
            era.base == edition.base
                && last.is_some_and(|last| !has_break(dataset, indicator, last.year, edition.year))
        };
        match eras.iter_mut().find(goes_on) {
            Some(era) => era.editions.push(idx),
            None => eras.push(Era { base: edition.base, editions: vec![idx] }),
        }
    }
    eras
}

/// Whether a line may join two figures: they are of one province and may be compared, so nothing lies
/// between them, neither another method nor another base nor a merger.
pub fn may_join(dataset: &Dataset, a: &Observation, b: &Observation) -> bool {
    a.province == b.province && compare(dataset, a, b).verdict != Verdict::NotComparable
}

/// Into how many classes a map divides an edition.
const CLASSES: u64 = 5;

/// The fifth of an edition a rank is in: 0 for the first, 4 for the last. What counts is the share
/// of places before it, class = ⌊5 × (rank − 1) ÷ base⌋: the fifths are as equal as can be, and equal
/// ranks are in one. A rank beyond its base is in the last.
pub const fn class_of(rank: u32, base: u32) -> u8 {
    let before = rank.saturating_sub(1) as u64;
    if before >= base as u64 {
        return CLASSES as u8 - 1;
    }
    (CLASSES * before / base as u64) as u8
}
