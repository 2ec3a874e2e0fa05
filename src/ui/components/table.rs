//! The table beside a comparison chart: the same figures, each a link to its card.

use maud::{Markup, html};

use super::{disputed_mark, glyph, province_link, source_link};
use crate::compare::{Band, Row};
use crate::data::{Date, Observation, Unit};
use crate::order;
use crate::ui::site::Site;
use crate::ui::words;

/// One body per definition, one row per province. Result and target stand in columns of their own.
pub(crate) fn bands_table(site: &Site, caption: &str, bands: &[Band<'_>]) -> Markup {
    let lang = site.lang();
    html! {
        table class="t-table t-table--stack" {
            caption { (caption) }
            (figures_head(site, site.messages().province()))
            @for band in bands {
                tbody {
                    tr class="t-table__band" {
                        th colspan="6" scope="rowgroup" {
                            (words::pick(lang, &band.indicator.name))
                        }
                    }
                    @for row in &band.rows {
                        (table_row(site, row, &band.indicator.unit, false))
                    }
                    @if let Some(row) = &band.country {
                        (table_row(site, row, &band.indicator.unit, true))
                    }
                }
            }
        }
    }
}

fn table_row(site: &Site, row: &Row<'_>, unit: &Unit, is_country: bool) -> Markup {
    let name = if is_country {
        let mark = glyph(site.series(&row.province.id), true);
        html! { span class="t-province" { (mark) (site.messages().country_row()) } }
    } else {
        province_link(site, &row.province.id)
    };
    let results: Vec<&Observation> = row.result.into_iter().collect();
    figures_row(site, &name, unit, &results, &row.targets)
}

/// The column headings of [`figures_row`], with the heading of its first column.
pub(crate) fn figures_head(site: &Site, first: &str) -> Markup {
    let messages = site.messages();
    html! {
        thead {
            tr {
                th scope="col" { (first) }
                th scope="col" class="t-number" { (messages.result()) }
                th scope="col" { (messages.period()) }
                th scope="col" class="t-number" { (messages.target()) }
                th scope="col" { (messages.deadline()) }
                th scope="col" { (messages.source()) }
            }
        }
    }
}

/// Results and targets in columns of their own, each with its own date, each value a link to the
/// figure's card. One row for at most one of each. Of more, those of one date share a row, so that
/// every source stands beside its figure.
pub(crate) fn figures_row(
    site: &Site,
    name: &Markup,
    unit: &Unit,
    results: &[&Observation],
    targets: &[&Observation],
) -> Markup {
    let rows = rows(results, targets);
    let n_rows = rows.len();
    html! {
        @for (idx, (results, targets)) in rows.iter().enumerate() {
            tr class=[(n_rows > 1).then_some("t-table__part")] {
                @if idx == 0 {
                    th scope="row" rowspan=[(n_rows > 1).then_some(n_rows)] { (name) }
                }
                (cells(site, unit, results, targets))
            }
        }
    }
}

/// Results and targets.
type Pair<'a> = (Vec<&'a Observation>, Vec<&'a Observation>);

/// The figures of each row, by date; those without a date last.
fn rows<'a>(results: &[&'a Observation], targets: &[&'a Observation]) -> Vec<Pair<'a>> {
    if results.len() <= 1 && targets.len() <= 1 {
        return vec![(results.to_vec(), targets.to_vec())];
    }
    let mut dates: Vec<Option<Date>> = Vec::new();
    for figure in results.iter().chain(targets) {
        if !dates.contains(&figure.when()) {
            dates.push(figure.when());
        }
    }
    order::sort_by_key(&mut dates, |date| {
        (date.is_none(), date.map(|date| (date.end(), date.start())))
    });
    let of = |figures: &[&'a Observation], date: Option<Date>| {
        figures.iter().copied().filter(|figure| figure.when() == date).collect()
    };
    dates.into_iter().map(|date| (of(results, date), of(targets, date))).collect()
}

fn cells(site: &Site, unit: &Unit, results: &[&Observation], targets: &[&Observation]) -> Markup {
    let messages = site.messages();
    let mut places: Vec<(&str, &str)> = Vec::new();
    for observation in results.iter().chain(targets) {
        let place = (observation.source.as_str(), observation.locator.as_str());
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let sources: Vec<Markup> = places
        .into_iter()
        .filter_map(|(id, place)| Some(source_link(site, site.dataset.source(id)?, place)))
        .collect();
    let number = |figures: &[&Observation]| {
        if figures.is_empty() { "t-number t-number--none" } else { "t-number" }
    };
    html! {
        td data-label=(messages.result()) class=(number(results)) { (values(site, unit, results)) }
        td data-label=(messages.period()) class=(date_class(results)) { (dates(site, results)) }
        td data-label=(messages.target()) class=(number(targets)) { (values(site, unit, targets)) }
        td data-label=(messages.deadline()) class=(date_class(targets)) { (dates(site, targets)) }
        td data-label=(messages.source()) class="t-table__source" { (lines(site, &sources)) }
    }
}

fn values(site: &Site, unit: &Unit, figures: &[&Observation]) -> Markup {
    let value = |o: &&Observation| {
        html! {
            a href=(site.link_to_figure(&o.id)) { (words::value(site.lang(), o, unit)) }
            (disputed_mark(site, o))
        }
    };
    lines(site, &figures.iter().map(value).collect::<Vec<_>>())
}

fn dates(site: &Site, figures: &[&Observation]) -> Markup {
    let date = |o: &&Observation| {
        let date = words::date_of(site.lang(), o);
        html! { (date.as_deref().unwrap_or(site.messages().no_deadline())) }
    };
    lines(site, &figures.iter().map(date).collect::<Vec<_>>())
}

/// Where there is no figure, a phone need not say that it has no date either.
fn date_class(figures: &[&Observation]) -> &'static str {
    if figures.is_empty() { "t-date t-date--none" } else { "t-date" }
}

/// One line each; a dash for nothing, read aloud as a word.
fn lines(site: &Site, lines: &[Markup]) -> Markup {
    let messages = site.messages();
    html! {
        @if lines.is_empty() {
            span aria-hidden="true" { (messages.none()) }
            span class="t-hidden" { (messages.none_read_aloud()) }
        } @else {
            div { @for line in lines { div { (line) } } }
        }
    }
}
