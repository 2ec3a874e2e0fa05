//! What became of a province, and what a province is made of. Source: `docs/method.md#mergers`.

use crate::data::{Dataset, Date, Day, Kind, Observation, Province, ProvinceKind};

/// What the mergers made of a province.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate<'a> {
    /// It goes on within the borders it had.
    Unchanged,
    /// It goes on, and took others in.
    Grew {
        /// The first day of the enlarged unit; of several the last.
        on: Day,
        /// What it has been made of since: itself, then those it took in that day, in the order of
        /// its `took_in`.
        parts: Vec<&'a Province>,
    },
    /// It became part of another one.
    Ended {
        /// The last day it existed.
        last: Day,
        /// The unit it became part of.
        into: &'a Province,
        /// The other parts of that unit as it has been since: the receiving one first, then those it
        /// took in on the same day.
        with: Vec<&'a Province>,
    },
}

/// What became of a province. `None` for the country, and where the data do not tell the whole: a
/// province of this fate is not listed, or the last day or the successor is not given.
pub fn fate<'a>(dataset: &'a Dataset, province: &'a Province) -> Option<Fate<'a>> {
    if province.kind == ProvinceKind::Country {
        return None;
    }
    if province.until.is_some() || province.successor.is_some() {
        let last = province.until?.end();
        let into = dataset.province(province.successor.as_deref()?)?;
        let mut with = parts(dataset, into, last.plus(1))?;
        with.retain(|part| part.id != province.id);
        return (into.id != province.id).then_some(Fate::Ended { last, into, with });
    }
    match province.took_in.iter().map(|joined| joined.on.start()).max() {
        None => Some(Fate::Unchanged),
        Some(on) => Some(Fate::Grew { on, parts: parts(dataset, province, on)? }),
    }
}

/// A unit itself, then those it took in on a day, each once; `None` when one of them is not listed.
fn parts<'a>(dataset: &'a Dataset, unit: &'a Province, on: Day) -> Option<Vec<&'a Province>> {
    let mut parts = vec![unit];
    for joined in unit.took_in.iter().filter(|joined| joined.on.start() == on) {
        let part = dataset.province(&joined.id)?;
        if parts.iter().all(|known| known.id != part.id) {
            parts.push(part);
        }
    }
    Some(parts)
}

/// Whether a province still existed on a day. Nothing says since when one has existed, so all of them
/// existed on every earlier day.
pub fn exists_on(province: &Province, day: Day) -> bool {
    province.until.is_none_or(|until| day <= until.end())
}

/// The provinces that existed on a day, without the country, in the file's order.
pub fn units_on(dataset: &Dataset, day: Day) -> Vec<&Province> {
    let is_unit =
        |province: &&Province| province.kind == ProvinceKind::Province && exists_on(province, day);
    dataset.provinces.iter().filter(is_unit).collect()
}

/// What the mergers of one day made of the provinces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merging {
    /// The first day of the enlarged units.
    pub on: Day,
    /// How many provinces there were on the day before.
    pub before: usize,
    /// How many there have been since.
    pub since: usize,
    /// How many of these took others in that day; the rest goes on as it was.
    pub grown: usize,
}

/// The latest day on which provinces merged, counted from the entries themselves. `None` where none
/// ever did.
pub fn last_merging(dataset: &Dataset) -> Option<Merging> {
    let on = dataset.units().flat_map(Province::merger_days).max()?;
    let since = units_on(dataset, on);
    let has_grown = |province: &&&Province| province.took_in.iter().any(|j| j.on.start() == on);
    Some(Merging {
        on,
        before: units_on(dataset, on.plus(-1)).len(),
        since: since.len(),
        grown: since.iter().filter(has_grown).count(),
    })
}

/// Of a province that took others in: the first day of the enlarged unit, and whether a figure is of
/// it and not of the province as it was before. A result is by its unit day; a target by when it was
/// made, for a promise is about the province that made it, and one that nothing dates is older than
/// any merger. `None` for every other province.
pub fn side_of_growth(dataset: &Dataset, observation: &Observation) -> Option<(Day, bool)> {
    let province = dataset.province(&observation.province)?;
    let on = province.took_in.iter().map(|joined| joined.on.start()).max()?;
    let made = || {
        let source = dataset.source(&observation.source)?;
        observation.made.map(Date::end).or_else(|| source.published_by())
    };
    let day = match observation.kind {
        Kind::Result => observation.unit_day(),
        Kind::Target => made(),
    };
    Some((on, day.is_some_and(|day| on <= day)))
}

/// The first merger day of either figure's province that lies after the earlier unit day and not
/// after the later: from then on the two are of different units. `None` when there is none, or either
/// has no unit day. The order of the two means nothing.
pub fn first_merger_between(dataset: &Dataset, a: &Observation, b: &Observation) -> Option<Day> {
    let (a_day, b_day) = (a.unit_day()?, b.unit_day()?);
    // Most pairs of a set are of one day, and nothing lies between: their provinces need no look-up.
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
