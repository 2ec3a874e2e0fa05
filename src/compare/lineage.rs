//! What the mergers made of each province: which ended, which grew, and which unit a figure describes.
//! Source: `docs/method.md#mergers`.

use crate::data::{Dataset, Date, Day, Kind, Observation, Province, ProvinceKind};

/// The source of the mergers of 2025: the resolution of the National Assembly.
pub const MERGER_RESOLUTION: &str = "nq-202-2025-qh15";

/// The source of the one merger before those of 2025 in the data: on 1 August 2008 Hà Tây became part of
/// Hà Nội.
const HA_NOI_RESOLUTION: &str = "nq-15-2008-qh12";

/// Sources that list which provinces merged in 2025.
pub const MERGER_LISTS: [&str; 4] =
    ["vietaustralia-34", "vns-34", "baodongnai-merge", "vnexpress-tayninh"];

/// What the mergers did to a province.
#[derive(Clone, Debug, PartialEq)]
pub enum MergerOutcome<'a> {
    /// It took no part in any merger: its borders are the old ones.
    Unchanged,
    /// It still exists, and other provinces were merged into it.
    Enlarged {
        /// The first day of the enlarged unit; after several mergers that of the last one.
        since: Day,
        /// The provinces it has consisted of since then: itself, then those merged into it on that
        /// day, in the order of its `took_in`.
        parts: Vec<&'a Province>,
    },
    /// It was merged into another province.
    Ended {
        /// The last day it existed.
        last_day: Day,
        /// The province it became part of.
        successor: &'a Province,
        /// The other provinces that its successor has consisted of since then: the successor itself,
        /// then the others that were merged into it on the same day.
        other_parts: Vec<&'a Province>,
    },
}

/// What the mergers did to a province. `None` for the country, and where the data are incomplete: the
/// last day or the successor is not given, or one of the provinces involved is not listed.
pub fn merger_outcome<'a>(
    dataset: &'a Dataset,
    province: &'a Province,
) -> Option<MergerOutcome<'a>> {
    if province.kind == ProvinceKind::Country {
        return None;
    }
    if province.until.is_some() || province.successor.is_some() {
        let last_day = province.until?.end();
        let successor = dataset.province(province.successor.as_deref()?)?;
        let mut other_parts = parts_since(dataset, successor, last_day.plus(1))?;
        other_parts.retain(|part| part.id != province.id);
        let is_merged = successor.id != province.id;
        return is_merged.then_some(MergerOutcome::Ended { last_day, successor, other_parts });
    }
    match province.took_in.iter().map(|joined| joined.on.start()).max() {
        None => Some(MergerOutcome::Unchanged),
        Some(since) => {
            let parts = parts_since(dataset, province, since)?;
            Some(MergerOutcome::Enlarged { since, parts })
        }
    }
}

/// The provinces that one of today's units was formed from in the latest mergers: itself, then those it
/// took in that day. `None` for a unit that took none in then, even if it had done so long before, and
/// where one of them is not listed.
pub fn parts_of_latest_merger<'a>(
    dataset: &'a Dataset,
    unit: &'a Province,
) -> Option<Vec<&'a Province>> {
    match merger_outcome(dataset, unit)? {
        MergerOutcome::Enlarged { since, parts } if last_merger_day(dataset) == Some(since) => {
            Some(parts)
        }
        _ => None,
    }
}

/// The id of the source of the mergers of a day, which the data need not have.
pub fn merger_law(day: Day) -> &'static str {
    // Between the two there were none.
    let is_of_ha_noi = day.civil() < (2009, 1, 1);
    if is_of_ha_noi { HA_NOI_RESOLUTION } else { MERGER_RESOLUTION }
}

/// The provinces that a unit has consisted of since a merger day: itself, then those it took in on that
/// day, each once. `None` when one of them is not in the dataset.
pub(super) fn parts_since<'a>(
    dataset: &'a Dataset,
    unit: &'a Province,
    day: Day,
) -> Option<Vec<&'a Province>> {
    let mut parts = vec![unit];
    for joined in unit.took_in.iter().filter(|joined| joined.on.start() == day) {
        let part = dataset.province(&joined.id)?;
        if parts.iter().all(|known| known.id != part.id) {
            parts.push(part);
        }
    }
    Some(parts)
}

/// The provinces that existed on a day, without the country, in the file's order.
pub fn units_on(dataset: &Dataset, day: Day) -> Vec<&Province> {
    dataset.units().filter(|province| province.exists_on(day)).collect()
}

/// How many provinces there were before and after the mergers of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MergerCounts {
    /// The first day of the enlarged units.
    pub day: Day,
    /// How many provinces there were on the day before.
    pub n_before: usize,
    /// How many there have been since that day.
    pub n_since: usize,
    /// How many of these took other provinces in on that day; the rest did not change.
    pub n_enlarged: usize,
}

/// The latest day on which provinces merged: the first day of today's provinces. `None` where no
/// province ever did.
pub fn last_merger_day(dataset: &Dataset) -> Option<Day> {
    dataset.units().flat_map(Province::merger_days).max()
}

/// The counts for the latest day on which provinces merged. `None` where no province ever did.
pub fn last_merger_counts(dataset: &Dataset) -> Option<MergerCounts> {
    let day = last_merger_day(dataset)?;
    let units = units_on(dataset, day);
    let is_enlarged =
        |province: &&&Province| province.took_in.iter().any(|joined| joined.on.start() == day);
    Some(MergerCounts {
        day,
        n_before: units_on(dataset, day.plus(-1)).len(),
        n_since: units.len(),
        n_enlarged: units.iter().filter(is_enlarged).count(),
    })
}

/// For a figure of an enlarged province: the first day of the enlarged unit, and whether the figure
/// describes that unit (`true`) or the province as it was before (`false`). `None` for a figure of any
/// other province, and for one of a unit that was enlarged before the latest mergers already, unless it is
/// known to be older: today nobody takes Hà Nội for what it was until 2008.
///
/// The unit day decides for a result. The day it was made decides for a target, because a promise is
/// about the province that made it; an undated target counts as older than the latest mergers.
pub fn enlargement_side(dataset: &Dataset, observation: &Observation) -> Option<(Day, bool)> {
    let province = dataset.province(&observation.province)?;
    let since = province.took_in.iter().map(|joined| joined.on.start()).max()?;
    let day_made = || {
        let source = dataset.source(&observation.source)?;
        observation.made.map(Date::end).or_else(|| source.publication_day())
    };
    let day = match observation.kind {
        Kind::Result => observation.unit_day(),
        Kind::Target => day_made(),
    };
    let is_older = day.is_some_and(|day| day < since);
    if !is_older && last_merger_day(dataset) != Some(since) {
        return None;
    }
    Some((since, day.is_some() && !is_older))
}

/// The first merger day of either figure's province that lies after the earlier unit day and not after
/// the later one: the two figures then describe different units. `None` when there is no such day, or
/// when either figure has no unit day. The order of the two figures does not matter.
pub fn first_merger_between(dataset: &Dataset, a: &Observation, b: &Observation) -> Option<Day> {
    let (a_day, b_day) = (a.unit_day()?, b.unit_day()?);
    // Most pairs have the same day, and no merger lies between: skip the look-up of their provinces.
    if a_day == b_day {
        return None;
    }
    let (earlier, later) = (a_day.min(b_day), a_day.max(b_day));
    [a, b]
        .into_iter()
        .filter_map(|observation| dataset.province(&observation.province))
        .flat_map(Province::merger_days)
        .filter(|day| earlier < *day && *day <= later)
        .min()
}
