//! Charts of promises: one promise over time, and all promises at their deadlines.

use super::drawing::DrawnObservations;
use super::{Drawing, Purpose, axis_of, bound, fill, year_axis};
use crate::address::Page;
use crate::chart::{
    ChartError, DayTick, DeadlineMark, DeadlineRow, DeadlinesSpec, MarkForm, PathLine, Reference,
    Series, TimePoint, TimeSeries, TimeSpec, Vertical, VerticalKind,
};
use crate::compare::{Assessment, Path, State, change_between};
use crate::data::{Date, Day, Observation};
use crate::i18n::Lang;
use crate::order;
use crate::ui::promise::{Promise, headline};
use crate::ui::site::Site;
use crate::ui::words;

/// The form of the mark for a state.
pub(crate) fn mark_form(state: State) -> MarkForm {
    match state {
        State::Met => MarkForm::Filled,
        State::MetShownLate => MarkForm::Half,
        State::Missed => MarkForm::Struck,
        State::UnmetShownLate => MarkForm::StruckBack,
        State::Disputed => MarkForm::Crossed,
        State::OverdueUnreported => MarkForm::Dot,
        State::OnPath => MarkForm::UpperHalf,
        State::Behind => MarkForm::LowerHalf,
        State::NotDue => MarkForm::Hollow,
        State::UnitChanged => MarkForm::FaintDot,
        State::NoDeadline => MarkForm::Faint,
    }
}

/// One promise over time: the straight path, every result that counts, the deadline and the day of
/// the assessment. `None` for a promise without a definition.
pub(crate) fn promise_over_time(
    site: Site,
    assessment: &Assessment<'_>,
) -> Option<Result<Drawing, ChartError>> {
    let (lang, dataset) = (site.lang(), site.dataset);
    let target = assessment.target;
    let unit = &assessment.indicator?.unit;
    let results = assessment.counted.iter().chain(&assessment.inconclusive).copied();
    let ends = results.clone().filter_map(|o| o.period.map(Date::end));
    let days = ends.chain(assessment.due).chain(assessment.merged).chain([assessment.day]);
    let ((x_min_day, x_max_day), x_ticks) = year_axis(days.clone().min()?, days.max()?);
    let point = |o: &Observation, day: Day| {
        Some(TimePoint {
            day: day.0,
            value: if o.id == target.id { assessment.demanded()? } else { o.value()? },
            fill: fill(o.kind),
            label: words::mark_label(lang, o, unit),
            title: words::mark_title(lang, dataset, o, true),
            href: (o.id != target.id).then(|| site.permalink(&o.id)),
            bound: bound(o),
        })
    };
    let mut points: Vec<TimePoint> =
        results.clone().filter_map(|o| point(o, o.period?.end())).collect();
    points.extend(assessment.due.and_then(|due| point(target, due)));
    let series = site.series(&target.province);
    // A goal without a deadline has no place in time, so it is a line.
    let references = assessment.demanded().filter(|_| assessment.due.is_none()).map(|value| {
        Reference { value, label: words::mark_label(lang, target, unit), hollow: true }
    });
    let paths = assessment
        .path
        .filter(|path| change_between(dataset, path.from, target).is_none())
        .map(|path| straight_path(series, &path));
    let figures: Vec<&Observation> = results.chain([target]).collect();
    let drawn = DrawnObservations { lang, dataset, observations: &figures };
    let draw = || {
        let mut axis = axis_of(lang, unit, &figures)?;
        axis.ticks.clear();
        let title = headline(lang, dataset, assessment);
        let mut figure = TimeSpec {
            caption: drawn.caption(target.id.clone(), title.clone(), drawn.summary(&title, "")),
            compact: true,
            axis,
            x_min_day,
            x_max_day,
            x_ticks,
            series: vec![TimeSeries { label: String::new(), series, points, joins: Vec::new() }],
            paths: paths.into_iter().collect(),
            references: references.into_iter().collect(),
            verticals: vertical_lines(lang, assessment),
        };
        drawn.draw(Purpose::Text, &mut figure)
    };
    Some(draw())
}

fn straight_path(series: Series, path: &Path<'_>) -> PathLine {
    PathLine {
        series,
        from: (path.from_day.0, path.from_value),
        to: (path.to_day.0, path.to_value),
    }
}

/// The vertical lines for a promise: its deadline, the merger after which another province is
/// responsible, and the day of the assessment.
fn vertical_lines(lang: Lang, assessment: &Assessment<'_>) -> Vec<Vertical> {
    let messages = lang.messages();
    let vertical = |day: Day, label: &str, kind| Vertical { day: day.0, label: label.into(), kind };
    let day = assessment.day;
    let days = [
        assessment.due.map(|due| vertical(due, messages.due_mark(), VerticalKind::Deadline)),
        assessment.merged.map(|day| vertical(day, messages.merger(), VerticalKind::Break)),
        Some(vertical(day, &words::day_in_text(lang, day), VerticalKind::Today)),
    ];
    days.into_iter().flatten().collect()
}

/// Promises at their deadlines, with a row for each province; `None` if there are none. `sentence`
/// says which promises these are.
pub(crate) fn deadlines(
    site: Site,
    all: &[Promise],
    sentence: String,
) -> Option<Result<Drawing, ChartError>> {
    let lang = site.lang();
    // All are assessed on the same day.
    let day = all.first()?.day;
    let messages = lang.messages();
    let days = all.iter().filter_map(|a| a.due).chain([day]);
    let ((x_min_day, x_max_day), x_ticks) = year_axis(days.clone().min()?, days.max()?);
    let rows: Vec<DeadlineRow> = site
        .dataset
        .provinces
        .iter()
        .filter_map(|province| {
            let mut own: Vec<&Promise> =
                all.iter().filter(|promise| promise.target.province == province.id).collect();
            // Promises in the same state are drawn side by side.
            order::sort_by_key(&mut own, |promise| promise.state);
            let marks: Vec<DeadlineMark> = own.iter().map(|a| mark(site, lang, a)).collect();
            // From this merger on the province is another one than the one that promised. A merger
            // in the future is not known yet.
            let end = province
                .merger_days()
                .filter(|merger| *merger <= day)
                .min()
                .map(|day| DayTick { day: day.0, label: messages.merger().to_owned() });
            (!marks.is_empty()).then(|| DeadlineRow {
                label: words::pick(lang, &province.short).to_owned(),
                series: site.series(&province.id),
                marks,
                end: end.filter(|end| (x_min_day..=x_max_day).contains(&end.day)),
            })
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let targets: Vec<&Observation> = all.iter().map(|promise| promise.target).collect();
    let drawn = DrawnObservations { lang, dataset: site.dataset, observations: &targets };
    let title = messages.promises_by_deadline().to_owned();
    let elsewhere = match site.page() {
        Page::Promises => messages.chart_has_list(),
        _ => messages.chart_links_to_list(),
    };
    let description = format!("{sentence} {elsewhere}");
    let mut figure = DeadlinesSpec {
        caption: drawn.caption("deadlines".to_owned(), title, description),
        x_min_day,
        x_max_day,
        x_ticks,
        rows,
        verticals: vec![Vertical {
            day: day.0,
            // Not "today", because a written page may be read on a later day.
            label: words::day_in_text(lang, day),
            kind: VerticalKind::Today,
        }],
        undated_label: messages.no_deadline().to_owned(),
    };
    Some(drawn.draw(Purpose::Page, &mut figure))
}

fn mark(site: Site, lang: Lang, assessment: &Assessment<'_>) -> DeadlineMark {
    let id = &assessment.target.id;
    // The page of promises lists those that its figure shows, and keeps what the reader has selected.
    let href = match site.page() {
        Page::Promises => format!("#{id}"),
        _ => site.link_to_promise(id),
    };
    DeadlineMark {
        day: assessment.due.map(|due| due.0),
        form: mark_form(assessment.state),
        href: Some(href),
        title: headline(lang, site.dataset, assessment),
    }
}
