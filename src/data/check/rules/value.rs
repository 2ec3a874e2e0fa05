//! The rules about values: their range, their unit, their comparator, the base of a rank.

use super::{Report, World};
use crate::data::date::{Date, Day};
use crate::data::finding::Problem;
use crate::data::model::{Better, Indicator, ProvinceKind, Source, Unit};
use crate::data::observation::{Comparator, Kind, Observation};

/// How many provinces there were: the last day of each number, and the number. Hà Tây became part of
/// Hà Nội on 1 August 2008 (Resolution 15/2008/QH12); 63 became 34 on 1 July 2025 (Resolution
/// 202/2025/QH15).
const N_PROVINCES: [((i32, u8, u8), u32); 2] = [((2008, 7, 31), 64), ((2025, 6, 30), 63)];

/// How many provinces there are since.
const N_PROVINCES_NOW: u32 = 34;

/// How many provinces there were on a day.
fn n_provinces_on(day: Day) -> u32 {
    let civil = day.civil();
    let era = N_PROVINCES.into_iter().find(|(last, _)| civil <= *last);
    era.map_or(N_PROVINCES_NOW, |(_, n)| n)
}

/// How many decimals a value may have: more than any source prints, and fewer than a sum of binary
/// numbers leaves over (30.000000000000004).
const MAX_DECIMALS: usize = 8;

pub(super) fn check(world: &World<'_>, observation: &Observation, report: &mut Report<'_>) {
    let Some(indicator) = world.indicator(&observation.indicator) else { return };
    let is_qualitative = observation.is_qualitative();
    if is_qualitative != (indicator.unit == Unit::Statement) {
        let indicator = indicator.id.clone();
        let problem = Problem::StatementMismatch { indicator, is_qualitative };
        report.add_to(observation, "", problem);
    }
    check_comparator(observation, indicator, report);
    if let Some(found) = observation.value() {
        check_number(observation, indicator, (".value", found), report);
        check_range_end(observation, indicator, found, report);
        check_base(world, observation, indicator, found, report);
    }
}

fn check_comparator(observation: &Observation, indicator: &Indicator, report: &mut Report<'_>) {
    let (Kind::Target, Some(better)) = (observation.kind, indicator.better) else { return };
    let (against, better) = match better {
        Better::Higher => ([Comparator::AtMost, Comparator::LessThan], "higher"),
        Better::Lower => ([Comparator::AtLeast, Comparator::MoreThan], "lower"),
    };
    if against.contains(&observation.comparator) {
        let (sign, indicator) = (observation.comparator.sign(), indicator.id.clone());
        let problem = Problem::ComparatorAgainstBetter { sign, indicator, better };
        report.add_to(observation, ".comparator", problem);
    }
}

fn check_number(
    observation: &Observation,
    indicator: &Indicator,
    (key, found): (&str, f64),
    report: &mut Report<'_>,
) {
    if let Some((from, to)) = indicator.limits().filter(|(from, to)| found < *from || found > *to) {
        let indicator = indicator.id.clone();
        let problem = Problem::OutOfRange { found, from, to, indicator };
        report.add_to(observation, key, problem);
    }
    let text = found.to_string();
    let n_decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if n_decimals > MAX_DECIMALS {
        let rounded = format!("{found:.MAX_DECIMALS$}").parse().unwrap_or(found);
        report.add_to(observation, key, Problem::TooManyDecimals { found, rounded });
    }
    if indicator.unit == Unit::Count && found < 0.0 {
        report.add_to(observation, key, Problem::NegativeCount { found });
    }
}

/// The upper end of a range is above its lower one, and within the same limits.
fn check_range_end(
    observation: &Observation,
    indicator: &Indicator,
    value: f64,
    report: &mut Report<'_>,
) {
    let Some(end) = observation.value_to else { return };
    let is_above = value < end;
    if is_above {
        check_number(observation, indicator, (".value_to", end), report);
    } else {
        report.add_to(observation, ".value_to", Problem::RangeEndNotAbove { value, end });
    }
    let base = observation.base.filter(|_| indicator.unit == Unit::Rank && is_above);
    if let Some(base) = base.filter(|base| end > f64::from(*base) || end.fract() != 0.0) {
        report.add_to(observation, ".value_to", Problem::NotARank { found: end, base });
    }
}

/// A rank has a base, lies within it, and is of no more provinces than there were.
fn check_base(
    world: &World<'_>,
    observation: &Observation,
    indicator: &Indicator,
    found: f64,
    report: &mut Report<'_>,
) {
    if indicator.unit != Unit::Rank {
        return;
    }
    let Some(base) = observation.base else {
        report.add_to(observation, "", Problem::RankWithoutBase);
        return;
    };
    if found < 1.0 || found > f64::from(base) || found.fract() != 0.0 {
        report.add_to(observation, ".value", Problem::NotARank { found, base });
    }
    let is_province =
        world.province(&observation.province).is_some_and(|p| p.kind == ProvinceKind::Province);
    if let (true, Some(day)) = (is_province, ranked_on(world, observation)) {
        let n_provinces = n_provinces_on(day);
        if base > n_provinces {
            let problem = Problem::BaseTooLarge { base, n_provinces, day: day.to_string() };
            report.add_to(observation, ".base", problem);
        }
    }
}

/// The day whose provinces a rank counts: of a result that of its borders, of a goal the one when it was
/// made. `None` for a goal of which nobody knows when it was made.
fn ranked_on(world: &World<'_>, observation: &Observation) -> Option<Day> {
    match observation.kind {
        Kind::Result => observation.unit_day(),
        Kind::Target => observation
            .made
            .map(Date::start)
            .or_else(|| world.source(&observation.source).and_then(Source::publication_day)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_day_has_its_number_of_provinces() {
        for ((year, month, day), expected) in [
            ((1997, 1, 1), 64),
            ((2008, 7, 31), 64),
            ((2008, 8, 1), 63),
            ((2025, 6, 30), 63),
            ((2025, 7, 1), 34),
            ((2030, 12, 31), 34),
        ] {
            assert_eq!(Day::new(year, month, day).map(n_provinces_on), Some(expected));
        }
    }
}
