//! An official ranking of the provinces, edition by edition. Source: `docs/method.md#editions`.

use std::cmp::Reverse;

use super::comparability::{Verdict, compare, has_break};
use super::year_filter::YearFilter;
use crate::data::{Comparator, Dataset, Day, Kind, Observation, ProvinceKind, Unit};
use crate::order;

/// One edition of a ranking: the known ranks of one year. Where a year was ranked twice, before and
/// after mergers, each number of provinces is an edition of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition<'a> {
    /// The year that is ranked, not the year in which the ranking was published.
    pub year: i32,
    /// How many provinces it ranks.
    pub base: u32,
    /// The day whose borders the ranking uses: the latest unit day among its ranks.
    pub as_of: Day,
    /// The known ranks, the best first; equal ranks in the order of the provinces in the data. There
    /// is at least one, and at most one per province.
    pub places: Vec<&'a Observation>,
}

impl<'a> Edition<'a> {
    /// Whether the rank of each province is known.
    pub fn is_complete(&self) -> bool {
        u32::try_from(self.places.len()) == Ok(self.base)
    }

    /// The observation with the rank of a province; `None` where it is not known.
    pub fn place_of(&self, province: &str) -> Option<&'a Observation> {
        self.places.iter().copied().find(|place| place.province == province)
    }
}

/// The rank that a result states exactly: a whole number from 1 to its base. `None` for a bound ("among
/// the first ten") or a range, for "about", and without a value or a base.
pub fn official_rank(result: &Observation) -> Option<u32> {
    let (value, base) = (result.value()?, result.base?);
    let is_place = result.kind == Kind::Result
        && result.comparator == Comparator::Equal
        && !result.is_range()
        && value >= 1.0
        && value <= f64::from(base)
        && value.fract() == 0.0;
    is_place.then_some(value as u32)
}

/// The year that a result describes. `None` if it describes more or less than one whole year.
pub(super) fn whole_year(result: &Observation) -> Option<i32> {
    let period = result.period?;
    let year = period.year();
    let is_whole_year = Day::new(year, 1, 1) == Some(period.start())
        && Day::new(year, 12, 31) == Some(period.end());
    is_whole_year.then_some(year)
}

/// A rank with what decides its edition and its order in it.
struct RankEntry<'a> {
    year: i32,
    base: u32,
    rank: u32,
    /// The index of its province in the dataset.
    province: usize,
    as_of: Day,
    observation: &'a Observation,
}

impl<'a> RankEntry<'a> {
    /// `None` for what has no place in an edition.
    fn from_observation(dataset: &Dataset, observation: &'a Observation) -> Option<Self> {
        let province = dataset.provinces.iter().position(|p| p.id == observation.province)?;
        let is_of_province = dataset.provinces[province].kind == ProvinceKind::Province;
        is_of_province.then_some(Self {
            year: whole_year(observation)?,
            base: observation.base?,
            rank: official_rank(observation)?,
            province,
            as_of: observation.unit_day()?,
            observation,
        })
    }
}

/// The editions of a ranking: the exact ranks of whole years, grouped by year and base. The oldest come
/// first, and within a year the larger base. Where a province has several ranks in an edition, the one
/// with the smallest id counts (compared by bytes).
///
/// Ranks of the country, and ranks of a month or a day, belong to no edition. Empty for an indicator
/// whose unit is not a rank.
pub fn editions<'a>(dataset: &'a Dataset, indicator: &str) -> Vec<Edition<'a>> {
    if dataset.indicator(indicator).is_none_or(|indicator| indicator.unit != Unit::Rank) {
        return Vec::new();
    }
    let of_indicator = dataset.observations.iter().filter(|o| o.indicator == indicator);
    let mut entries: Vec<RankEntry> =
        of_indicator.filter_map(|o| RankEntry::from_observation(dataset, o)).collect();
    let key = |entry: &RankEntry| (entry.year, Reverse(entry.base), entry.province);
    order::sort_by(&mut entries, |a, b| {
        key(a).cmp(&key(b)).then_with(|| a.observation.id.cmp(&b.observation.id))
    });
    entries.dedup_by_key(|entry| key(entry));
    // The sort is stable, so equal ranks stay in the order of the provinces.
    order::sort_by_key(&mut entries, |entry| (entry.year, Reverse(entry.base), entry.rank));

    let mut editions: Vec<Edition> = Vec::new();
    for RankEntry { year, base, as_of, observation, .. } in entries {
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

/// The edition that a view shows. Of several editions of a year, the one with the latest borders.
///
/// [`YearFilter::Latest`] means the newest complete edition, so that readers first see a whole ranking;
/// while none is complete, the newest of all. `None` for a year without an edition: no other year
/// replaces it.
pub fn pick_edition<'e, 'a>(
    editions: &'e [Edition<'a>],
    year: YearFilter,
) -> Option<&'e Edition<'a>> {
    let has_complete = editions.iter().any(Edition::is_complete);
    let is_asked_for = |edition: &&Edition| match year {
        YearFilter::Year(year) => edition.year == year,
        YearFilter::Latest => edition.is_complete() || !has_complete,
    };
    editions.iter().filter(is_asked_for).max_by_key(|edition| (edition.year, edition.as_of))
}

/// Editions whose ranks can be compared with one another, so that one line may join them: they have the
/// same base, and the method did not change between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Era {
    /// How many provinces they rank.
    pub base: u32,
    /// Their indices in the list of editions, ascending.
    pub editions: Vec<usize>,
}

/// Groups the editions of a ranking into eras, sorted by their first edition. A year without an
/// edition does not end an era.
pub fn eras(dataset: &Dataset, indicator: &str, editions: &[Edition<'_>]) -> Vec<Era> {
    let mut eras: Vec<Era> = Vec::new();
    for (idx, edition) in editions.iter().enumerate() {
        let continues = |era: &&mut Era| {
            let last = era.editions.last().and_then(|last| editions.get(*last));
            era.base == edition.base
                && last.is_some_and(|last| !has_break(dataset, indicator, last.year, edition.year))
        };
        match eras.iter_mut().find(continues) {
            Some(era) => era.editions.push(idx),
            None => eras.push(Era { base: edition.base, editions: vec![idx] }),
        }
    }
    eras
}

/// Whether a line may join two figures: they belong to one province and may be compared, so there is
/// no change of method or base and no merger between them.
pub fn can_join_with_line(dataset: &Dataset, a: &Observation, b: &Observation) -> bool {
    a.province == b.province && compare(dataset, a, b).verdict != Verdict::NotComparable
}

/// How many classes of color a map has.
const N_QUINTILES: u64 = 5;

/// The fifth of a ranking that a rank falls into, from 0 (the best) to 4: ⌊5 × (rank − 1) ÷ base⌋. So
/// the fifths are as equal in size as possible, and equal ranks fall into the same one. A rank above
/// its base falls into the last.
pub const fn rank_quintile(rank: u32, base: u32) -> u8 {
    let n_better = rank.saturating_sub(1) as u64;
    if n_better >= base as u64 {
        return N_QUINTILES as u8 - 1;
    }
    (N_QUINTILES * n_better / base as u64) as u8
}
