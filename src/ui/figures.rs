//! Makes chart specifications from data: every text in them is ready to print, and numbers only
//! place marks.

use crate::chart::{
    Axis, Band as ChartBand, Bound, ChartError, CompareSpec, DayTick, Fill, Mark, Measure,
    Reference, Row as ChartRow, nice_axis,
};
use crate::compare::Band;
use crate::data::{Comparator, Dataset, Day, Indicator, Kind, Observation, Unit};
use crate::i18n::number::number;
use crate::i18n::{Lang, phrase};

use super::look::Look;
use super::words;
use drawing::DrawnObservations;

mod drawing;
mod promise;
mod ranking;
mod summary;
mod time;

pub(crate) use drawing::{Drawing, DrawingIds, Purpose};
pub(crate) use promise::{deadlines, mark_form, promise_over_time};
pub(crate) use ranking::{places_over_time, tile_map};
pub(crate) use time::over_time;

/// The comparison charts of a topic. Figures share a chart only if they share a scale: there is one
/// chart for each unit; for ranks one for each number of places, because the 16th of 34 and the
/// 16th of 63 cannot be on one axis; and for scores one for each definition, because each index has
/// points of its own.
pub(crate) fn comparison(
    look: &Look<'_>,
    concept: &str,
    bands: &[Band<'_>],
    purpose: Purpose,
    // What the description says besides the summary: where else the figures are.
    elsewhere: &str,
) -> Vec<Result<Drawing, ChartError>> {
    let (lang, dataset) = (look.lang, look.dataset);
    let base_of = |o: &Observation, unit: &Unit| o.base.filter(|_| *unit == Unit::Rank);
    let points_of =
        |band: &Band<'_>| (band.indicator.unit == Unit::Score).then(|| band.indicator.id.clone());
    let mut scales: Vec<(&Unit, Option<u32>, Option<String>)> = Vec::new();
    // Beside the country's total all provinces would be at the lower end.
    let is_drawn = |o: &Observation, unit: &Unit| {
        !unit.is_additive() || dataset.country().is_none_or(|country| country.id != o.province)
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
    let n_charts = scales.len();
    scales
        .into_iter()
        .enumerate()
        .map(|(idx, (unit, base, points))| {
            let bands: Vec<Band<'_>> = bands
                .iter()
                .filter(|band| band.indicator.unit == *unit && points_of(band) == points)
                .map(|band| band.filtered(|o| base_of(o, unit) == base && is_drawn(o, unit)))
                .filter(|band| band.figures().next().is_some())
                .collect();
            let bands: Vec<&Band<'_>> = bands.iter().collect();
            let topic = words::topic_name(lang, dataset, concept);
            let title = if n_charts == 1 {
                topic.to_owned()
            } else {
                title_among(lang, topic, unit, base, &bands)
            };
            draw_comparison(look, (idx, title, elsewhere), unit, &bands, purpose)
        })
        .collect()
}

/// The name of a chart that is one of several of its topic: what it alone is about.
fn title_among(
    lang: Lang,
    topic: &str,
    unit: &Unit,
    base: Option<u32>,
    bands: &[&Band<'_>],
) -> String {
    let messages = lang.messages();
    let shared = match (unit, bands) {
        (_, [band]) => return name_among(lang, band.indicator, base),
        (Unit::Rank, _) => return base.map_or(topic.to_owned(), |base| among(lang, topic, base)),
        (Unit::Percent, _) => messages.chart_of_percents(),
        (Unit::Count, _) => messages.chart_of_counts(),
        (Unit::Other(word), _) => words::unit_word(lang, word),
        // Each definition of a score has a chart of its own, and statements have none.
        (Unit::Score | Unit::Statement, _) => return topic.to_owned(),
    };
    format!("{topic} ({shared})")
}

fn draw_comparison(
    look: &Look<'_>,
    (idx, title, elsewhere): (usize, String, &str),
    unit: &Unit,
    bands: &[&Band<'_>],
    purpose: Purpose,
) -> Result<Drawing, ChartError> {
    let figures: Vec<&Observation> = bands.iter().flat_map(|band| band.figures()).collect();
    let (lang, dataset) = (look.lang, look.dataset);
    let axis = axis_of(lang, unit, &figures)?;
    let drawn = DrawnObservations { lang, dataset, observations: &figures };
    let summary = drawn.summary(&title, elsewhere);
    let mut figure = CompareSpec {
        caption: drawn.caption(format!("figure{idx}"), title, summary),
        axis,
        bands: bands.iter().map(|band| chart_band(look, band)).collect(),
    };
    drawn.draw(purpose, &mut figure)
}

fn chart_band(look: &Look<'_>, band: &Band<'_>) -> ChartBand {
    let lang = look.lang;
    let unit = &band.indicator.unit;
    let rows = band.rows.iter().map(|row| ChartRow {
        label: words::pick(lang, &row.province.short).to_owned(),
        series: look.series(&row.province.id),
        marks: row.figures().filter_map(|o| mark(look, o, unit)).collect(),
        note: String::new(),
    });
    let references = band.country.iter().flat_map(crate::compare::Row::figures).filter_map(|o| {
        let when = words::date_of(lang, o);
        let is_target = o.kind == Kind::Target;
        let value = words::mark_value(lang, o, unit);
        let label = phrase::country_label(lang, &value, when.as_deref(), is_target);
        Some(Reference {
            value: o.value()?,
            label: words::with_caveat(lang, o, label),
            hollow: is_target,
        })
    });
    // All ranks of a chart have the same number of places.
    let base = band.figures().find_map(|o| o.base).filter(|_| *unit == Unit::Rank);
    ChartBand {
        label: name_among(lang, band.indicator, base),
        rows: rows.collect(),
        references: references.collect(),
    }
}

/// The name of a definition; for ranks with the number of places.
fn name_among(lang: Lang, indicator: &Indicator, base: Option<u32>) -> String {
    let name = words::pick(lang, &indicator.name);
    base.map_or(name.to_owned(), |base| among(lang, name, base))
}

/// The name of ranks with their number of places.
fn among(lang: Lang, name: &str, base: u32) -> String {
    format!("{name} ({})", phrase::out_of(lang, base))
}

fn mark(look: &Look<'_>, observation: &Observation, unit: &Unit) -> Option<Mark> {
    let (lang, dataset) = (look.lang, look.dataset);
    Some(Mark {
        value: observation.value()?,
        fill: fill(observation.kind),
        series: look.series(&observation.province),
        label: words::mark_label(lang, observation, unit),
        href: Some(look.link_to(observation)),
        title: words::mark_title(lang, dataset, observation, true),
        bound: bound(observation),
        group: group(dataset, observation),
    })
}

/// A number that is equal for figures of one series that no change of method or borders separates.
/// A figure without a date counts as before every change.
fn group(dataset: &Dataset, observation: &Observation) -> u32 {
    let breaks = dataset.indicator(&observation.indicator).map(|i| i.breaks.as_slice());
    let year = observation.date().map_or(i32::MIN, crate::data::Date::year);
    let n_breaks = breaks.unwrap_or_default().iter().filter(|first| first.0 <= year).count();
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

/// Only a result gets an arrow: a target that says "at least" is a threshold, which the hollow mark
/// shows.
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
        Unit::Count | Unit::Score | Unit::Statement | Unit::Other(_) => Measure::Count,
    };
    let label = |value| match unit {
        // The marks name the unit; with it the labels would run into each other.
        Unit::Other(_) => number(lang, value),
        _ => words::plain_value(lang, value, unit),
    };
    Ok(nice_axis(measure, &values)?.labelled(label))
}

/// An axis of whole years around two days: its ends, and a tick at the start of each year. At most
/// a dozen ticks have labels.
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

#[cfg(test)]
mod tests;
