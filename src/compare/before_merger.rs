//! What an enlarged province was made from, and what today's provinces would have had before the
//! mergers, by the rule of the index itself. Source: `docs/method.md#editions`.

mod places;

use super::comparability::decimals;
use super::editions::{official_rank, whole_year};
use super::lineage::{MergerOutcome, last_merger_day, merger_outcome, parts_since, units_on};
use super::part::{RANK_INDICATOR, SCORE_INDICATOR};
use crate::data::{Comparator, Dataset, Day, Kind, MergedBy, Observation, Province, Unit};
use crate::order;

pub use places::{PlaceBefore, all_places_before, places_before};

/// The figure of an old province that a mean is computed from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OldFigure<'a> {
    /// Its value, which is exact and has no caveat.
    pub value: &'a Observation,
    /// Its published or computed rank in the same edition; `None` where there is none, or where two
    /// differ.
    pub rank: Option<&'a Observation>,
}

/// The mean of the figures of the old provinces of one unit in one year. No source has printed it.
#[derive(Clone, Debug, PartialEq)]
pub struct MeanOfParts<'a> {
    /// The year that the figures describe.
    pub year: i32,
    /// Their mean, in the unit of the indicator, rounded half up to [`MeanOfParts::decimals`]: the
    /// figures of that year tell no more.
    pub value: f64,
    /// The most decimals among all figures of that year.
    pub decimals: usize,
    /// The old figures: that of the unit's own name first, then in the order of its `took_in`. There
    /// is at least one, and only one for a unit that was not enlarged.
    pub parts: Vec<OldFigure<'a>>,
}

/// What a result of an enlarged province was made from.
///
/// `None` for any other figure; for an indicator without a known rule (`merged_by`); where an old
/// province has no exact figure without a caveat, or two that differ; and where the result is not the
/// mean of the old figures, to one unit of the last decimal.
pub fn parts_of<'a>(dataset: &'a Dataset, figure: &Observation) -> Option<MeanOfParts<'a>> {
    let unit = dataset.province(&figure.province)?;
    let MergerOutcome::Enlarged { since, parts } = merger_outcome(dataset, unit)? else {
        return None;
    };
    if figure.kind != Kind::Result || figure.unit_day()? < since {
        return None;
    }
    let mean = mean_of(dataset, &figure.indicator, &parts, whole_year(figure)?, since)?;
    let value = figure.value()?;
    let unit_of_last_decimal = 1.0 / scale(mean.decimals.max(decimals(value)));
    // A little more than one unit, because neither number is exact in binary.
    ((mean.value - value).abs() < unit_of_last_decimal * 1.01).then_some(mean)
}

/// What a province of today would have had in the years before the latest mergers, the earliest first:
/// the mean of its old provinces, or its own figure if it was not enlarged. Each year stands by itself;
/// nothing says that two of them may be compared.
///
/// A year is left out where there is an official figure of the province as it is today, and where an
/// old province lacks a figure (see [`parts_of`]). Empty for an indicator without a known rule, and for
/// a province that ended.
pub fn before<'a>(dataset: &'a Dataset, indicator: &str, province: &str) -> Vec<MeanOfParts<'a>> {
    let (Some(since), Some(unit)) = (last_merger_day(dataset), dataset.province(province)) else {
        return Vec::new();
    };
    if !units_on(dataset, since).iter().any(|today| today.id == unit.id) {
        return Vec::new();
    }
    let years = years_of(dataset, indicator).into_iter();
    years.filter_map(|year| mean_before(dataset, indicator, unit, year, since)).collect()
}

/// The years that have a result of the indicator, ascending.
fn years_of(dataset: &Dataset, indicator: &str) -> Vec<i32> {
    let results = dataset.observations.iter().filter(|o| o.indicator == indicator);
    let mut years: Vec<i32> = results.filter_map(whole_year).collect();
    order::sort_by_key(&mut years, |year| *year);
    years.dedup();
    years
}

/// What one of today's units would have had in a year; `None` also where it has an official figure.
fn mean_before<'a>(
    dataset: &'a Dataset,
    indicator: &str,
    unit: &'a Province,
    year: i32,
    since: Day,
) -> Option<MeanOfParts<'a>> {
    let is_official = |o: &Observation| {
        is_result_of(o, &unit.id, indicator, year)
            && o.value().is_some()
            && o.unit_day().is_some_and(|day| since <= day)
    };
    if dataset.observations.iter().any(is_official) {
        return None;
    }
    mean_of(dataset, indicator, &parts_since(dataset, unit, since)?, year, since)
}

/// The mean over the old provinces that became one unit on a day.
fn mean_of<'a>(
    dataset: &'a Dataset,
    indicator: &str,
    provinces: &[&'a Province],
    year: i32,
    since: Day,
) -> Option<MeanOfParts<'a>> {
    let MergedBy::Mean = dataset.indicator(indicator)?.merged_by?;
    let mut parts = Vec::new();
    for province in provinces {
        parts.push(old_figure(dataset, indicator, province, year, since)?);
    }
    let values: Vec<f64> = parts.iter().filter_map(|part| part.value.value()).collect();
    let decimals = printed_decimals(dataset, indicator, year)?;
    // Whole numbers of the last decimal, so that the sum is exact and a half is seen as one.
    let scale = scale(decimals);
    let sum: f64 = values.iter().map(|value| (value * scale).round()).sum();
    let value = (sum / values.len() as f64).round() / scale;
    Some(MeanOfParts { year, value, decimals, parts })
}

/// The most decimals among the results of an indicator for a year: zeros at the end of a value are not in
/// the data, but the source has printed them.
fn printed_decimals(dataset: &Dataset, indicator: &str, year: i32) -> Option<usize> {
    let results = dataset.observations.iter().filter(|o| o.indicator == indicator);
    let of_year = results.filter(|o| whole_year(o) == Some(year));
    of_year.filter_map(Observation::value).map(decimals).max()
}

/// The figure of an old province, with the borders that it had until it became part of a unit.
fn old_figure<'a>(
    dataset: &'a Dataset,
    indicator: &str,
    province: &Province,
    year: i32,
    since: Day,
) -> Option<OldFigure<'a>> {
    let has_last_borders = |day: Day| {
        day < since && province.merger_days().all(|merger| merger <= day || since <= merger)
    };
    let is_usable = |o: &&Observation| {
        is_result_of(o, &province.id, indicator, year)
            && o.comparator == Comparator::Equal
            && !o.is_range()
            && o.value().is_some()
            && !o.has_caveat()
            && o.unit_day().is_some_and(has_last_borders)
    };
    let value = undisputed(dataset.observations.iter().filter(is_usable).collect())?;
    let rank = rank_indicator(dataset, indicator).and_then(|ranked_by| {
        let is_beside = |o: &&Observation| {
            is_result_of(o, &province.id, ranked_by, year)
                && o.unit_day() == value.unit_day()
                && official_rank(o).is_some()
        };
        undisputed(dataset.observations.iter().filter(is_beside).collect())
    });
    Some(OldFigure { value, rank })
}

/// Whether it is a result of this province and indicator for this whole year.
fn is_result_of(o: &Observation, province: &str, indicator: &str, year: i32) -> bool {
    o.kind == Kind::Result
        && o.indicator == indicator
        && o.province == province
        && whole_year(o) == Some(year)
}

/// Of figures that say the same the one with the smallest id; `None` if two differ, or for none.
fn undisputed(figures: Vec<&Observation>) -> Option<&Observation> {
    let mut found: Option<&Observation> = None;
    for figure in figures {
        match found {
            Some(known) if (known.value, known.base) != (figure.value, figure.base) => return None,
            Some(known) if known.id <= figure.id => {}
            _ => found = Some(figure),
        }
    }
    found
}

/// The indicator of the ranks that are made from an indicator.
fn rank_indicator<'a>(dataset: &'a Dataset, indicator: &str) -> Option<&'a str> {
    if indicator == SCORE_INDICATOR {
        return Some(RANK_INDICATOR);
    }
    let concept = &dataset.indicator(indicator)?.concept;
    let mut indicators = dataset.indicators.iter();
    let ranks = indicators.find(|other| other.concept == *concept && other.unit == Unit::Rank)?;
    Some(&ranks.id)
}

/// Ten to the power of a number of decimals.
fn scale(decimals: usize) -> f64 {
    10f64.powi(i32::try_from(decimals).unwrap_or(0))
}
