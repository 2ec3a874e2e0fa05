//! Figures as a table, each value a link to its card.

use leptos::prelude::*;

use super::{DisputedMark, Glyph, ProvinceLink, SourceLink};
use crate::compare::{Band, Row};
use crate::data::{Date, Observation, Unit};
use crate::i18n::Messages;
use crate::order;
use crate::ui::live::later;
use crate::ui::site::Site;
use crate::ui::words;

/// The table beside a comparison chart: one body per definition, one row per province. Result and target
/// stand in columns of their own.
#[component]
pub(crate) fn BandsTable(caption: &'static str, bands: Vec<Band<'static>>) -> impl IntoView {
    let site = Site::here();
    let bodies = bands.into_iter().map(|band| later(move || body(site, &band)));
    view! {
        <table class="t-table t-table--stack">
            <caption>{caption}</caption>
            <TableHead columns=figures_columns(site.messages(), site.messages().province()) />
            {bodies.collect_view()}
        </table>
    }
}

fn body(site: Site, band: &Band<'static>) -> AnyView {
    let unit = &band.indicator.unit;
    let rows = band.rows.iter().map(|row| {
        let name = view! { <ProvinceLink id=&row.province.id /> }.into_any();
        row_of(name, unit, row)
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
        row_of(name.into_any(), unit, row)
    });
    view! {
        <tbody>
            <tr class="t-table__band">
                <th colspan="6" scope="rowgroup">
                    {words::pick(site.lang(), &band.indicator.name)}
                </th>
            </tr>
            {rows}
            {country}
        </tbody>
    }
    .into_any()
}

fn row_of(name: AnyView, unit: &'static Unit, row: &Row<'static>) -> AnyView {
    let (results, targets) = (row.result.into_iter().collect(), row.targets.clone());
    view! { <FiguresRow name unit results targets /> }.into_any()
}

/// The heading of a column, and its class; "" for none.
pub(crate) type Column = (&'static str, &'static str);

/// The headings of a table's columns.
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

/// The column headings of [`FiguresRow`], with the heading of its first column.
pub(crate) fn figures_columns(messages: Messages, first: &'static str) -> Vec<Column> {
    vec![
        (first, ""),
        (messages.result(), "t-number"),
        (messages.period(), ""),
        (messages.target(), "t-number"),
        (messages.deadline(), ""),
        (messages.source(), ""),
    ]
}

/// Results and targets in columns of their own, each with its own date, each value a link to the
/// figure's card. One row for at most one of each. Of more, those of one date share a row, so that
/// every source stands beside its figure.
#[component]
pub(crate) fn FiguresRow(
    name: AnyView,
    unit: &'static Unit,
    results: Vec<&'static Observation>,
    targets: Vec<&'static Observation>,
) -> impl IntoView {
    let pairs = by_date(results, targets);
    let n_rows = pairs.len();
    let is_part = n_rows > 1;
    let mut name = Some(name);
    let rows = pairs.into_iter().map(|(results, targets)| {
        let heading = name.take().map(|name| {
            view! { <th scope="row" rowspan=(n_rows > 1).then_some(n_rows)>{name}</th> }.into_any()
        });
        view! {
            <tr class=("t-table__part", is_part)>
                {heading} <Cells unit results targets />
            </tr>
        }
        .into_any()
    });
    rows.collect_view()
}

/// Results and targets.
type Pair = (Vec<&'static Observation>, Vec<&'static Observation>);

/// The figures of each row, by date; those without a date last.
fn by_date(results: Vec<&'static Observation>, targets: Vec<&'static Observation>) -> Vec<Pair> {
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
fn Cells(
    unit: &'static Unit,
    results: Vec<&'static Observation>,
    targets: Vec<&'static Observation>,
) -> impl IntoView {
    let site = Site::here();
    let (lang, messages) = (site.lang(), site.messages());
    let value = |o: &&'static Observation| {
        let observation = *o;
        view! {
            <a href=site.link_to_figure(&observation.id)>{words::value(lang, observation, unit)}</a>
            <DisputedMark observation />
        }
        .into_any()
    };
    let date = |o: &&'static Observation| {
        let date = words::date_of(lang, o);
        date.unwrap_or_else(|| messages.no_deadline().to_owned()).into_any()
    };
    let columns = [
        (messages.result(), messages.period(), &results),
        (messages.target(), messages.deadline(), &targets),
    ];
    let figures = columns.map(|(values, dates, figures)| {
        // Where there is no figure, a phone need not say that it has no date either.
        let (number_class, date_class) = if figures.is_empty() {
            ("t-number t-number--none", "t-date t-date--none")
        } else {
            ("t-number", "t-date")
        };
        let shown: Vec<AnyView> = figures.iter().map(value).collect();
        let dated: Vec<AnyView> = figures.iter().map(date).collect();
        view! {
            <td data-label=values class=number_class>
                <Lines lines=shown />
            </td>
            <td data-label=dates class=date_class>
                <Lines lines=dated />
            </td>
        }
        .into_any()
    });
    let sources = places(results.iter().chain(&targets).copied());
    view! {
        {figures.into_iter().collect_view()}
        <td data-label=messages.source() class="t-table__source">
            <Lines lines=sources />
        </td>
    }
}

/// The places that figures are from, each once.
fn places(figures: impl Iterator<Item = &'static Observation>) -> Vec<AnyView> {
    let mut places: Vec<&'static Observation> = Vec::new();
    for figure in figures {
        let place = |o: &Observation| (&o.source, &o.locator) == (&figure.source, &figure.locator);
        if !places.iter().any(|known| place(known)) {
            places.push(figure);
        }
    }
    places.into_iter().map(|observation| view! { <SourceLink observation /> }.into_any()).collect()
}

/// One line each; a dash for nothing.
#[component]
fn Lines(lines: Vec<AnyView>) -> impl IntoView {
    if lines.is_empty() {
        return view! { <Nothing /> }.into_any();
    }
    let lines = lines.into_iter().map(|line| view! { <div>{line}</div> }.into_any());
    view! { <div>{lines.collect_view()}</div> }.into_any()
}

/// A dash, read aloud as a word.
#[component]
pub(crate) fn Nothing() -> impl IntoView {
    let messages = Site::here().messages();
    view! {
        <span aria-hidden="true">{messages.none()}</span>
        <span class="t-hidden">{messages.none_read_aloud()}</span>
    }
}
