//! Figures in words and numbers, ready for `chart`: from bands and series to chart specs.

use crate::chart::{
    Axis, Band as ChartBand, Bound, ChartError, CompareSpec, DayTick, Fill, Mark, Measure,
    Reference, Row as ChartRow, TimePoint, TimeSeries, TimeSpec, Vertical, VerticalKind, Width,
    compare_svg, nice_axis, time_svg,
};
use crate::compare::{Band, Verdict, compare, side_of_growth};
use crate::data::{Comparator, Dataset, Day, Indicator, Kind, Observation, Unit};
use crate::i18n::{Lang, phrase};
use crate::order;

use super::site::series_of;
use super::words;

mod promise;
mod ranking;

pub(crate) use promise::{deadlines, form_of, of_promise};
pub(crate) use ranking::{places_over_time, tile_map};

/// One chart in both widths.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Drawing {
    pub(crate) wide: String,
    pub(crate) narrow: String,
    /// The chart as it leaves the page: with its title and its sources.
    pub(crate) download: String,
}

/// The comparison charts of a topic: one per unit, per number of places for ranks, because the 16th of
/// 34 and the 16th of 63 share no scale, and per definition for points, of which each index has its own.
pub(crate) fn comparison(
    lang: Lang,
    dataset: &Dataset,
    concept: &str,
    bands: &[Band<'_>],
) -> Vec<Result<Drawing, ChartError>> {
    let base_of = |o: &Observation, unit: &Unit| o.base.filter(|_| *unit == Unit::Rank);
    let points_of =
        |band: &Band<'_>| (band.indicator.unit == Unit::Score).then(|| band.indicator.id.clone());
    let mut scales: Vec<(&Unit, Option<u32>, Option<String>)> = Vec::new();
    // The country's total would press all provinces together at the lower end.
    let is_drawn = |o: &Observation, unit: &Unit| {
        !unit.adds_up() || dataset.country().is_none_or(|country| country.id != o.province)
    };
    for band in bands {
        let unit = &band.indicator.unit;
        for figure in band.figures().filter(|o| is_drawn(o, unit)) {
            let scale = (unit, base_of(figure, unit), points_of(band));
            if !scales.contains(&scale) {
                scales.push(scale);
            }
        }
    }
    scales
        .into_iter()
        .enumerate()
        .map(|(idx, (unit, base, points))| {
            let bands: Vec<Band<'_>> = bands
                .iter()
                .filter(|band| band.indicator.unit == *unit && points_of(band) == points)
                .map(|band| band.only(|o| base_of(o, unit) == base && is_drawn(o, unit)))
                .filter(|band| band.figures().next().is_some())
                .collect();
            let bands: Vec<&Band<'_>> = bands.iter().collect();
            draw_comparison(lang, dataset, concept, idx, unit, &bands)
        })
        .collect()
}

fn draw_comparison(
    lang: Lang,
    dataset: &Dataset,
    concept: &str,
    idx: usize,
    unit: &Unit,
    bands: &[&Band<'_>],
) -> Result<Drawing, ChartError> {
    let figures: Vec<&Observation> = bands.iter().flat_map(|band| band.figures()).collect();
    let axis = axis_of(lang, unit, &figures)?;
    let facts: Vec<String> = figures.iter().map(|o| words::fact(lang, dataset, o)).collect();
    let spec = |id: String, source_line| CompareSpec {
        id,
        lang: lang.code(),
        title: words::topic_name(lang, dataset, concept).to_owned(),
        description: phrase::chart_description(lang, &facts),
        axis: axis.clone(),
        bands: bands.iter().map(|band| chart_band(lang, dataset, band)).collect(),
        source_line,
    };
    Ok(Drawing {
        wide: compare_svg(&spec(format!("figure{idx}-wide"), None), Width::Wide)?,
        narrow: compare_svg(&spec(format!("figure{idx}-narrow"), None), Width::Narrow)?,
        download: compare_svg(
            &spec(format!("figure{idx}"), Some(source_line(lang, dataset, &figures))),
            Width::Wide,
        )?,
    })
}

fn chart_band(lang: Lang, dataset: &Dataset, band: &Band<'_>) -> ChartBand {
    let unit = &band.indicator.unit;
    let rows = band.rows.iter().map(|row| ChartRow {
        label: words::pick(lang, &row.province.short).to_owned(),
        series: series_of(dataset, &row.province.id),
        marks: row.figures().filter_map(|o| mark(lang, dataset, o, unit)).collect(),
        note: String::new(),
    });
    let references = band.country.iter().flat_map(crate::compare::Row::figures).filter_map(|o| {
        let when = words::date_of(lang, o);
        let is_target = o.kind == Kind::Target;
        let value = words::mark_value(lang, o, unit);
        Some(Reference {
            value: o.value()?,
            label: phrase::country_mark(lang, &value, when.as_deref(), is_target),
            hollow: is_target,
        })
    });
    // All ranks of a chart are among the same number.
    let base = band.figures().find_map(|o| o.base).filter(|_| *unit == Unit::Rank);
    ChartBand {
        label: name_among(lang, band.indicator, base),
        rows: rows.collect(),
        references: references.collect(),
    }
}

/// The name of a definition; of ranks with the number of places.
fn name_among(lang: Lang, indicator: &Indicator, base: Option<u32>) -> String {
    let name = words::pick(lang, &indicator.name);
    base.map_or(name.to_owned(), |base| format!("{name} ({})", phrase::among(lang, base)))
}

fn mark(lang: Lang, dataset: &Dataset, observation: &Observation, unit: &Unit) -> Option<Mark> {
    Some(Mark {
        value: observation.value()?,
        fill: fill(observation.kind),
        series: series_of(dataset, &observation.province),
        label: words::mark_label(lang, observation, unit),
        href: Some(format!("#{}", observation.id)),
        title: words::fact(lang, dataset, observation),
        bound: bound(observation),
        group: group(dataset, observation),
    })
}

/// Equal for figures of one series without a change of method or of the unit between them. A date that
/// is not known is on the near side of every change.
fn group(dataset: &Dataset, observation: &Observation) -> u32 {
    let breaks = dataset.indicator(&observation.indicator).map(|i| i.breaks.as_slice());
    let year = observation.when().map_or(i32::MIN, crate::data::Date::year);
    let n_breaks = breaks.unwrap_or_default().iter().filter(|first| **first <= year).count();
    let n_mergers = dataset.province(&observation.province).map_or(0, |province| {
        let day = observation.unit_day();
        province.merger_days().filter(|merger| day.is_some_and(|day| *merger <= day)).count()
    });
    u32::try_from(n_breaks * 16 + n_mergers).unwrap_or(u32::MAX)
}

fn fill(kind: Kind) -> Fill {
    match kind {
        Kind::Result => Fill::Filled,
        Kind::Target => Fill::Hollow,
    }
}

/// An arrow only for results: a target that says "at least" is a threshold, which the hollow mark is.
fn bound(observation: &Observation) -> Option<Bound> {
    match observation.comparator {
        Comparator::AtLeast | Comparator::MoreThan => Some(Bound::AtLeast),
        Comparator::AtMost | Comparator::LessThan => Some(Bound::AtMost),
        Comparator::Equal | Comparator::About => None,
    }
    .filter(|_| observation.kind == Kind::Result)
}

fn axis_of(lang: Lang, unit: &Unit, figures: &[&Observation]) -> Result<Axis, ChartError> {
    let values: Vec<f64> = figures.iter().filter_map(|o| o.value()).collect();
    let measure = match unit {
        Unit::Percent => Measure::Percent,
        Unit::Rank => {
            let base = figures.iter().filter_map(|o| o.base).max().unwrap_or(2);
            Measure::Rank { base }
        }
        Unit::Count | Unit::Score | Unit::Other(_) => Measure::Count,
    };
    Ok(nice_axis(measure, &values)?.labelled(|value| words::plain_value(lang, value, unit)))
}

/// The sources of a chart's figures, for the chart that leaves the page.
fn source_line(lang: Lang, dataset: &Dataset, figures: &[&Observation]) -> String {
    let mut names: Vec<String> = Vec::new();
    for source in figures.iter().filter_map(|o| dataset.source(&o.source)) {
        let name = format!("{} ({})", words::source_name(source), words::source_date(lang, source));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let messages = lang.messages();
    format!("{}: {}. {}, CC BY 4.0", messages.source, names.join("; "), messages.site_name)
}

/// The figures of one definition over time, each with its name: ranks with a figure per number of
/// places; none of those that have fewer than two dates.
pub(crate) fn over_time(
    lang: Lang,
    dataset: &Dataset,
    indicator: &Indicator,
) -> Vec<(String, Result<Drawing, ChartError>)> {
    let dated: Vec<&Observation> = dataset
        .observations
        .iter()
        .filter(|o| o.indicator == indicator.id && o.value().is_some() && o.when().is_some())
        .collect();
    let mut bases: Vec<Option<u32>> = Vec::new();
    for figure in &dated {
        if !bases.contains(&figure.base) {
            bases.push(figure.base);
        }
    }
    // The larger number of places first, as it was before the mergers.
    order::sort_by(&mut bases, |a, b| b.cmp(a));
    let draw = |base: Option<u32>| {
        let own: Vec<&Observation> = dated.iter().copied().filter(|o| o.base == base).collect();
        let ends = || own.iter().filter_map(|o| o.when()).map(crate::data::Date::end);
        let (first, last) = (ends().min()?, ends().max()?);
        // A result stands before the end of its period.
        let from = own.iter().filter_map(|o| place_in_time(o)).min()?;
        let name = name_among(lang, indicator, base.filter(|_| indicator.unit == Unit::Rank));
        let draw = || draw_over_time(lang, dataset, indicator, &name, &own, (from, last));
        (first != last).then(draw).map(|drawing| (name.clone(), drawing))
    };
    bases.into_iter().filter_map(draw).collect()
}

fn draw_over_time(
    lang: Lang,
    dataset: &Dataset,
    indicator: &Indicator,
    name: &str,
    dated: &[&Observation],
    (first, last): (Day, Day),
) -> Result<Drawing, ChartError> {
    let axis = axis_of(lang, &indicator.unit, dated)?;
    let ((x_min_day, x_max_day), ticks) = year_axis(first, last);
    let years = first.year()..=last.year();
    let series: Vec<TimeSeries> = dataset
        .provinces
        .iter()
        .filter_map(|province| {
            let own: Vec<&Observation> =
                dated.iter().copied().filter(|o| o.province == province.id).collect();
            (!own.is_empty()).then(|| TimeSeries {
                label: words::pick(lang, &province.short).to_owned(),
                series: series_of(dataset, &province.id),
                points: own
                    .iter()
                    .filter_map(|o| time_point(lang, dataset, o, &indicator.unit))
                    .collect(),
                joins: joins(dataset, &own),
            })
        })
        .collect();
    let facts: Vec<String> = dated.iter().map(|o| words::fact(lang, dataset, o)).collect();
    let messages = lang.messages();
    let breaks = indicator.breaks.iter().filter(|year| years.contains(year));
    let verticals: Vec<Vertical> = breaks
        .map(|year| (year_start(*year), format!("{} {year}", messages.method_breaks)))
        .chain(mergers(dataset, dated).into_iter().map(|day| (day.0, messages.merger.to_owned())))
        .map(|(day, label)| Vertical { kind: VerticalKind::Break, day, label })
        .collect();
    let spec = |id: String, source_line| TimeSpec {
        id,
        lang: lang.code(),
        title: name.to_owned(),
        description: phrase::chart_description(lang, &facts),
        compact: false,
        axis: axis.clone(),
        x_min_day,
        x_max_day,
        x_ticks: ticks.clone(),
        series: series.clone(),
        paths: Vec::new(),
        references: Vec::new(),
        verticals: verticals.clone(),
        source_line,
    };
    let base = dated.first().and_then(|o| o.base);
    let id = base.map_or(indicator.id.clone(), |base| format!("{}-of-{base}", indicator.id));
    Ok(Drawing {
        wide: time_svg(&spec(format!("{id}-wide"), None), Width::Wide)?,
        narrow: time_svg(&spec(format!("{id}-narrow"), None), Width::Narrow)?,
        download: time_svg(
            &spec(format!("{id}-time"), Some(source_line(lang, dataset, dated))),
            Width::Wide,
        )?,
    })
}

/// The merger days of the provinces shown, each once, that lie between their figures: what stands on
/// one side describes other units than what stands on the other.
fn mergers(dataset: &Dataset, dated: &[&Observation]) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for province in dataset.units() {
        let own = dated.iter().filter(|o| o.province == province.id);
        let ends = own.filter_map(|o| o.when()).map(crate::data::Date::end);
        let Some((first, last)) = ends.clone().min().zip(ends.max()) else { continue };
        let between = province.merger_days().filter(|day| first < *day && *day <= last);
        for day in between {
            if !days.contains(&day) {
                days.push(day);
            }
        }
    }
    days
}

/// From the start of one day's year to the end of another's: both ends, and a tick at the start of
/// each year, of which a dozen at most are labelled.
fn year_axis(first: Day, last: Day) -> ((i32, i32), Vec<DayTick>) {
    let (from, to) = (first.year(), last.year() + 1);
    let every = (to - from - 1) / 12 + 1;
    let label = |year: i32| {
        if (year - from) % every == 0 { year.to_string() } else { String::new() }
    };
    let ticks =
        (from..=to).map(|year| DayTick { day: year_start(year), label: label(year) }).collect();
    ((year_start(from), year_start(to)), ticks)
}

fn year_start(year: i32) -> i32 {
    Day::new(year, 1, 1).unwrap_or(Day(0)).0
}

fn time_point(
    lang: Lang,
    dataset: &Dataset,
    observation: &Observation,
    unit: &Unit,
) -> Option<TimePoint> {
    let mut label = words::mark_label(lang, observation, unit);
    // It stands within its period, left of the merger, and is of the unit to the right of it.
    if observation.unit_as_of.is_some()
        && side_of_growth(dataset, observation).is_some_and(|(_, is_new)| is_new)
    {
        label = format!("{label}, {}", lang.messages().lineage.new_boundaries);
    }
    Some(TimePoint {
        day: place_in_time(observation)?.0,
        value: observation.value()?,
        fill: fill(observation.kind),
        label,
        title: words::fact(lang, dataset, observation),
        href: Some(format!("#{}", observation.id)),
        bound: bound(observation),
    })
}

/// Where a figure stands over time: a result in the middle of its period, a target at its deadline.
fn place_in_time(observation: &Observation) -> Option<Day> {
    let date = observation.when()?;
    Some(match observation.kind {
        Kind::Result => Day(i32::midpoint(date.start().0, date.end().0)),
        Kind::Target => date.end(),
    })
}

/// Which neighboring results of a series are joined: those that differ in nothing that forbids a
/// comparison. A gap stays a gap. Where several sources give one date a value each, only what one
/// source says of both dates is joined: a line must not run from one publication into another.
fn joins(dataset: &Dataset, own: &[&Observation]) -> Vec<(usize, usize)> {
    let mut results: Vec<usize> = (0..own.len())
        .filter(|idx| own.get(*idx).is_some_and(|o| o.kind == Kind::Result))
        .collect();
    order::sort_by_key(&mut results, |idx| {
        own.get(*idx).and_then(|o| o.when()).map(crate::data::Date::end)
    });
    let end = |idx: usize| own.get(idx).and_then(|o| o.when()).map(crate::data::Date::end);
    let mut joins = Vec::new();
    let mut before: Vec<usize> = Vec::new();
    while let Some(first) = results.first().copied() {
        let n_same = results.iter().take_while(|idx| end(**idx) == end(first)).count();
        let same: Vec<usize> = results.drain(..n_same).collect();
        let is_one_each = before.len() == 1 && n_same == 1;
        for (from, to) in before.iter().flat_map(|from| same.iter().map(move |to| (*from, *to))) {
            let Some((a, b)) = own.get(from).zip(own.get(to)) else { continue };
            let is_one_voice = is_one_each || a.source == b.source;
            if is_one_voice && compare(dataset, a, b).verdict != Verdict::NotComparable {
                joins.push((from, to));
            }
        }
        before = same;
    }
    joins
}

#[cfg(test)]
mod tests;
