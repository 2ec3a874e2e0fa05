//! Tables of figures. Each value is a link to its card.

use leptos::prelude::*;

use super::{CaveatNotes, Glyph, ProvinceLink, SourceLink};
use crate::compare::{Band, Row};
use crate::data::{Date, Indicator, Observation, Pillar};
use crate::i18n::Lang;
use crate::order;
use crate::ui::reactive::defer;
use crate::ui::site::Site;
use crate::ui::words;

/// The table below a comparison chart: one body for each definition, one row for each province.
/// Results have columns of their own, and so have targets, if there are any.
#[component]
pub(crate) fn BandsTable(caption: &'static str, bands: Vec<Band<'static>>) -> impl IntoView {
    let site = Site::from_context();
    let is_context = bands.iter().any(|band| band.indicator.pillar == Pillar::Context);
    let has_targets = bands
        .iter()
        .flat_map(|band| band.rows.iter().chain(&band.country))
        .any(|row| !row.targets.is_empty());
    let columns = figures_columns(site.lang(), site.messages().province(), is_context, has_targets);
    let bodies = bands.into_iter().map(|band| defer(move || band_body(site, &band, has_targets)));
    view! {
        <table class="t-table t-table--stack">
            <caption>{caption}</caption>
            <TableHead columns />
            {bodies.collect_view()}
        </table>
    }
}

fn band_body(site: Site, band: &Band<'static>, has_targets: bool) -> AnyView {
    let indicator = band.indicator;
    let rows = band.rows.iter().map(|row| {
        let name = view! { <ProvinceLink id=&row.province.id /> }.into_any();
        band_row(name, indicator, row, has_targets)
    });
    let rows = rows.collect_view();
    let country = band.country.as_ref().map(|row| {
        let name = view! {
            <span class="t-province">
                <Glyph series=site.series(&row.province.id) />
                {site.messages().country_row()}
            </span>
        }
        .into_any();
        band_row(name.into_any(), indicator, row, has_targets)
    });
    view! {
        <tbody>
            <tr class="t-table__band">
                <th colspan=if has_targets { 6 } else { 4 } scope="rowgroup">
                    {words::pick(site.lang(), &band.indicator.name)}
                </th>
            </tr>
            {rows}
            {country}
        </tbody>
    }
    .into_any()
}

fn band_row(
    name: AnyView,
    indicator: &'static Indicator,
    row: &Row<'static>,
    has_targets: bool,
) -> AnyView {
    let (results, targets) = (row.result.into_iter().collect(), row.targets.clone());
    view! { <FiguresRow name indicator results targets has_targets /> }.into_any()
}

/// The heading of a column, and its CSS class ("" for none).
pub(crate) type Column = (&'static str, &'static str);

/// The head of a table.
#[component]
pub(crate) fn TableHead(columns: Vec<Column>) -> impl IntoView {
    let headings = columns.into_iter().map(|(name, class)| match class {
        "" => view! { <th scope="col">{name}</th> }.into_any(),
        class => view! {
            <th scope="col" class=class>
                {name}
            </th>
        }
        .into_any(),
    });
    view! {
        <thead>
            <tr>{headings.collect_view()}</tr>
        </thead>
    }
}

/// The columns of [`FiguresRow`], with `first` as the heading of the first one. `is_context` says that the
/// figures are only context, and `has_targets` that any row has a target.
pub(crate) fn figures_columns(
    lang: Lang,
    first: &'static str,
    is_context: bool,
    has_targets: bool,
) -> Vec<Column> {
    let messages = lang.messages();
    let results = [(words::results_name(lang, is_context), "t-number"), (messages.period(), "")];
    let targets = [(messages.target(), "t-number"), (messages.deadline(), "")];
    let mut columns = vec![(first, "")];
    columns.extend(results);
    columns.extend(targets.into_iter().filter(|_| has_targets));
    columns.push((messages.source(), ""));
    columns
}

/// The row of a measure or province, with results and targets in columns of their own, each with
/// its date. If there is more than one of either, there are several rows, and figures of the same
/// date share one, so that every source stands beside its figure. Targets have no columns in a table
/// without any (`has_targets`).
#[component]
pub(crate) fn FiguresRow(
    name: AnyView,
    indicator: &'static Indicator,
    results: Vec<&'static Observation>,
    targets: Vec<&'static Observation>,
    has_targets: bool,
) -> impl IntoView {
    let groups = group_by_date(results, targets);
    let n_rows = groups.len();
    let has_several_rows = n_rows > 1;
    let mut name = Some(name);
    let rows = groups.into_iter().map(|(results, targets)| {
        let heading = name.take().map(|name| {
            view! { <th scope="row" rowspan=(n_rows > 1).then_some(n_rows)>{name}</th> }.into_any()
        });
        view! {
            <tr class=("t-table__part", has_several_rows)>
                {heading} <FigureCells indicator results targets has_targets />
            </tr>
        }
        .into_any()
    });
    rows.collect_view()
}

/// The results and the targets in a row.
type ResultsAndTargets = (Vec<&'static Observation>, Vec<&'static Observation>);

/// Distributes figures to rows by their date; those without a date come last.
fn group_by_date(
    results: Vec<&'static Observation>,
    targets: Vec<&'static Observation>,
) -> Vec<ResultsAndTargets> {
    if results.len() <= 1 && targets.len() <= 1 {
        return vec![(results, targets)];
    }
    let mut dates: Vec<Option<Date>> = Vec::new();
    for figure in results.iter().chain(&targets) {
        if !dates.contains(&figure.date()) {
            dates.push(figure.date());
        }
    }
    order::sort_by_key(&mut dates, |date| {
        (date.is_none(), date.map(|date| (date.end(), date.start())))
    });
    let of = |figures: &[&'static Observation], date: Option<Date>| {
        figures.iter().copied().filter(|figure| figure.date() == date).collect()
    };
    dates.into_iter().map(|date| (of(&results, date), of(&targets, date))).collect()
}

#[component]
fn FigureCells(
    indicator: &'static Indicator,
    results: Vec<&'static Observation>,
    targets: Vec<&'static Observation>,
    has_targets: bool,
) -> impl IntoView {
    let site = Site::from_context();
    let (lang, messages) = (site.lang(), site.messages());
    let value = |o: &&'static Observation| {
        let observation = *o;
        view! {
            <a href=site.link_to_figure(&observation.id)>{words::value(lang, observation, &indicator.unit)}</a>
            <CaveatNotes observation />
        }
        .into_any()
    };
    let is_context = indicator.pillar == Pillar::Context;
    let date = |o: &&'static Observation| {
        let date = words::date_of(lang, o);
        date.unwrap_or_else(|| messages.no_deadline().to_owned()).into_any()
    };
    let columns = [
        (words::results_name(lang, is_context), messages.period(), &results),
        (messages.target(), messages.deadline(), &targets),
    ];
    let columns = columns.into_iter().take(if has_targets { 2 } else { 1 });
    let figures = columns.map(|(values, dates, figures)| {
        // On a phone the date is hidden if there is no figure.
        let (number_class, date_class) = if figures.is_empty() {
            ("t-number t-number--none", "t-date t-date--none")
        } else {
            ("t-number", "t-date")
        };
        let shown: Vec<AnyView> = figures.iter().map(value).collect();
        let dated: Vec<AnyView> = figures.iter().map(date).collect();
        view! {
            <td data-label=values class=number_class>
                <CellLines lines=shown />
            </td>
            <td data-label=dates class=date_class>
                <CellLines lines=dated />
            </td>
        }
        .into_any()
    });
    let sources = distinct_sources(results.iter().chain(&targets).copied());
    view! {
        {figures.collect_view()}
        <td data-label=messages.source() class="t-table__source t-says">
            <CellLines lines=sources />
        </td>
    }
}

/// The places in sources that figures come from, each once.
fn distinct_sources(figures: impl Iterator<Item = &'static Observation>) -> Vec<AnyView> {
    let mut distinct: Vec<&'static Observation> = Vec::new();
    for figure in figures {
        let is_same =
            |o: &Observation| (&o.source, &o.locator) == (&figure.source, &figure.locator);
        if !distinct.iter().any(|known| is_same(known)) {
            distinct.push(figure);
        }
    }
    distinct
        .into_iter()
        .map(|observation| view! { <SourceLink observation /> }.into_any())
        .collect()
}

/// Each element on a line of its own; a dash if there is none.
#[component]
fn CellLines(lines: Vec<AnyView>) -> impl IntoView {
    if lines.is_empty() {
        return view! { <EmptyCell /> }.into_any();
    }
    let lines = lines.into_iter().map(|line| view! { <div>{line}</div> }.into_any());
    view! { <div>{lines.collect_view()}</div> }.into_any()
}

/// A dash for "no figure", which screen readers read as a word.
#[component]
pub(crate) fn EmptyCell() -> impl IntoView {
    let messages = Site::from_context().messages();
    view! {
        <span aria-hidden="true">{messages.none()}</span>
        <span class="t-hidden">{messages.none_read_aloud()}</span>
    }
}
