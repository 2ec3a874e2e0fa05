//! Charts of the figures of one definition over time.

use super::drawing::DrawnObservations;
use super::{Drawing, Purpose, axis_of, bound, fill, name_among, year_axis, year_start};
use crate::chart::{ChartError, TimePoint, TimeSeries, TimeSpec, Vertical, VerticalKind};
use crate::compare::{Verdict, compare, enlargement_side};
use crate::data::{Dataset, Day, Indicator, Kind, Observation, Province, Unit};
use crate::i18n::phrase;
use crate::order;
use crate::ui::look::Look;
use crate::ui::words;

/// The charts of one definition over time for some provinces and the country, each with its name. Ranks have
/// a chart for each number of places. Figures with fewer than two dates have no chart.
pub(crate) fn over_time(
    look: &Look<'_>,
    indicator: &Indicator,
    provinces: &[&Province],
    purpose: Purpose,
) -> Vec<(String, Result<Drawing, ChartError>)> {
    let (lang, dataset) = (look.lang, look.dataset);
    let is_in_view = |id: &str| {
        provinces.iter().copied().chain(dataset.country()).any(|province| province.id == id)
    };
    let mut dated: Vec<&Observation> = dataset
        .observations
        .iter()
        .filter(|o| o.indicator == indicator.id && o.value().is_some() && o.date().is_some())
        .filter(|o| is_in_view(&o.province))
        .collect();
    // The same figure for the same figures, in whatever order a bundle has them.
    order::sort_by_key(&mut dated, |o| (o.date().map(|date| (date.end(), date.start())), &o.id));
    let mut bases: Vec<Option<u32>> = Vec::new();
    for figure in &dated {
        if !bases.contains(&figure.base) {
            bases.push(figure.base);
        }
    }
    // The larger number of places first: that was before the mergers.
    order::sort_by(&mut bases, |a, b| b.cmp(a));
    let draw = |base: Option<u32>| {
        let own: Vec<&Observation> = dated.iter().copied().filter(|o| o.base == base).collect();
        let ends = || own.iter().filter_map(|o| o.date()).map(crate::data::Date::end);
        let (first, last) = (ends().min()?, ends().max()?);
        // A result is drawn before the end of its period.
        let from = own.iter().filter_map(|o| place_in_time(o)).min()?;
        let name = name_among(lang, indicator, base.filter(|_| indicator.unit == Unit::Rank));
        let draw = || draw_over_time(look, indicator, (&name, purpose), &own, (from, last));
        (first != last).then(draw).map(|drawing| (name.clone(), drawing))
    };
    bases.into_iter().filter_map(draw).collect()
}

fn draw_over_time(
    look: &Look<'_>,
    indicator: &Indicator,
    (name, purpose): (&str, Purpose),
    dated: &[&Observation],
    (first, last): (Day, Day),
) -> Result<Drawing, ChartError> {
    let (lang, dataset) = (look.lang, look.dataset);
    let axis = axis_of(lang, &indicator.unit, dated)?;
    let ((x_min_day, x_max_day), x_ticks) = year_axis(first, last);
    let years = first.year()..=last.year();
    let series: Vec<TimeSeries> = dataset
        .provinces
        .iter()
        .filter_map(|province| {
            let own: Vec<&Observation> =
                dated.iter().copied().filter(|o| o.province == province.id).collect();
            (!own.is_empty()).then(|| TimeSeries {
                label: words::pick(lang, &province.short).to_owned(),
                series: look.series(&province.id),
                points: own.iter().filter_map(|o| time_point(look, o, &indicator.unit)).collect(),
                joins: joined_pairs(dataset, &own),
            })
        })
        .collect();
    let messages = lang.messages();
    let breaks = indicator.breaks.iter().map(|year| year.0).filter(|year| years.contains(year));
    let verticals: Vec<Vertical> = breaks
        .map(|year| (year_start(year), format!("{} {year}", messages.method_breaks())))
        .chain(
            mergers_between(dataset, dated)
                .into_iter()
                .map(|day| (day.0, messages.merger().to_owned())),
        )
        .map(|(day, label)| Vertical { kind: VerticalKind::Break, day, label })
        .collect();
    let base = dated.first().and_then(|o| o.base);
    let id = base.map_or(indicator.id.clone(), |base| format!("{}-of-{base}", indicator.id));
    let drawn = DrawnObservations { lang, dataset, observations: dated };
    let mut figure = TimeSpec {
        caption: drawn.caption(
            id,
            // The heading above the chart is the name alone.
            phrase::over_the_years(lang, name),
            drawn.summary(name, lang.messages().chart_has_table()),
        ),
        compact: false,
        axis,
        x_min_day,
        x_max_day,
        x_ticks,
        series,
        paths: Vec::new(),
        references: Vec::new(),
        verticals,
    };
    drawn.draw(purpose, &mut figure)
}

/// The merger days of these provinces that lie between their figures, each once: figures on one
/// side are about other borders than those on the other.
fn mergers_between(dataset: &Dataset, dated: &[&Observation]) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for province in dataset.units() {
        let own = dated.iter().filter(|o| o.province == province.id);
        let ends = own.filter_map(|o| o.date()).map(crate::data::Date::end);
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

pub(super) fn time_point(
    look: &Look<'_>,
    observation: &Observation,
    unit: &Unit,
) -> Option<TimePoint> {
    let (lang, dataset) = (look.lang, look.dataset);
    let mut label = words::mark_label(lang, observation, unit);
    // It is drawn before the merger, in the middle of its period, but is about the borders after
    // it.
    let is_newly_bounded = observation.unit_as_of.is_some()
        && enlargement_side(dataset, observation).is_some_and(|(_, is_new)| is_new);
    if is_newly_bounded {
        label = format!("{label}, {}", lang.messages().lineage().new_boundaries());
    }
    Some(TimePoint {
        day: place_in_time(observation)?.0,
        value: observation.value()?,
        fill: fill(observation.kind),
        label,
        title: words::mark_title(lang, dataset, observation, !is_newly_bounded),
        href: Some(look.link_to(observation)),
        bound: bound(observation),
    })
}

/// Where a figure is drawn: a result in the middle of its period, a target at its deadline.
fn place_in_time(observation: &Observation) -> Option<Day> {
    let date = observation.date()?;
    Some(match observation.kind {
        Kind::Result => Day(i32::midpoint(date.start().0, date.end().0)),
        Kind::Target => date.end(),
    })
}

/// Which neighboring results of a series are joined by a line: those that may be compared. Gaps
/// stay gaps. If several sources give a value for one date, only values from the same source are
/// joined, because a line must not lead from one publication to another.
pub(super) fn joined_pairs(dataset: &Dataset, figures: &[&Observation]) -> Vec<(usize, usize)> {
    let mut results: Vec<usize> = (0..figures.len())
        .filter(|idx| figures.get(*idx).is_some_and(|o| o.kind == Kind::Result))
        .collect();
    order::sort_by_key(&mut results, |idx| {
        figures.get(*idx).and_then(|o| o.date()).map(crate::data::Date::end)
    });
    let end = |idx: usize| figures.get(idx).and_then(|o| o.date()).map(crate::data::Date::end);
    let mut joins = Vec::new();
    let mut before: Vec<usize> = Vec::new();
    while let Some(first) = results.first().copied() {
        let n_same = results.iter().take_while(|idx| end(**idx) == end(first)).count();
        let same: Vec<usize> = results.drain(..n_same).collect();
        let is_one_each = before.len() == 1 && n_same == 1;
        for (from, to) in before.iter().flat_map(|from| same.iter().map(move |to| (*from, *to))) {
            let Some((a, b)) = figures.get(from).zip(figures.get(to)) else { continue };
            let is_one_voice = is_one_each || a.source == b.source;
            if is_one_voice && compare(dataset, a, b).verdict != Verdict::NotComparable {
                joins.push((from, to));
            }
        }
        before = same;
    }
    joins
}
