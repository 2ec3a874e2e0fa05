//! The table beside a comparison chart: the same figures, each a link to its card.

use leptos::prelude::*;

use super::{glyph, province_link};
use crate::compare::{Band, Row};
use crate::data::{Observation, Unit};
use crate::ui::site::Site;
use crate::ui::words;

/// One body per definition, one row per province. Result and target stand in columns of their own.
pub(crate) fn bands_table(site: &Site, caption: String, bands: &[Band<'_>]) -> AnyView {
    let messages = site.messages();
    let lang = site.lang();
    let bodies = bands
        .iter()
        .map(|band| {
            let unit = &band.indicator.unit;
            let rows = band
                .rows
                .iter()
                .map(|row| table_row(site, row, unit, false))
                .chain(band.country.iter().map(|row| table_row(site, row, unit, true)))
                .collect_view();
            view! {
                <tbody>
                    <tr class="t-table__band">
                        <th colspan="6" scope="rowgroup">{words::pick(lang, &band.indicator.name).to_owned()}</th>
                    </tr>
                    {rows}
                </tbody>
            }
        })
        .collect_view();
    view! {
        <table class="t-table t-table--stack">
            <caption>{caption}</caption>
            {figures_head(site, messages.province)}
            {bodies}
        </table>
    }
    .into_any()
}

fn table_row(site: &Site, row: &Row<'_>, unit: &Unit, is_country: bool) -> AnyView {
    let name = if is_country {
        let mark = glyph(site.series(&row.province.id), true);
        let name = site.messages().country_row;
        view! { <span class="t-province">{mark}{name}</span> }.into_any()
    } else {
        province_link(site, &row.province.id)
    };
    let results: Vec<&Observation> = row.result.into_iter().collect();
    figures_row(site, name, unit, &results, &row.targets)
}

/// The column headings of [`figures_row`], with the heading of its first column.
pub(crate) fn figures_head(site: &Site, first: &'static str) -> AnyView {
    let messages = site.messages();
    view! {
        <thead>
            <tr>
                <th scope="col">{first}</th>
                <th scope="col" class="t-number">{messages.result}</th>
                <th scope="col">{messages.period}</th>
                <th scope="col" class="t-number">{messages.target}</th>
                <th scope="col">{messages.deadline}</th>
                <th scope="col">{messages.source}</th>
            </tr>
        </thead>
    }
    .into_any()
}

/// One row: results and targets in columns of their own, each with its own date, each value a link to
/// the figure's card.
pub(crate) fn figures_row(
    site: &Site,
    name: AnyView,
    unit: &Unit,
    results: &[&Observation],
    targets: &[&Observation],
) -> AnyView {
    let messages = site.messages();
    let lang = site.lang();
    let values = |figures: &[&Observation]| {
        figures
            .iter()
            .map(|observation| {
                let value = words::value(lang, observation, unit);
                let link = site.link_to_figure(&observation.id);
                view! { <a href=link>{value}</a> }.into_any()
            })
            .collect()
    };
    let dates = |figures: &[&Observation]| {
        figures
            .iter()
            .map(|observation| {
                let date = words::date_of(lang, observation);
                date.unwrap_or_else(|| messages.no_deadline.to_owned()).into_any()
            })
            .collect()
    };
    let mut places: Vec<(&str, &str)> = Vec::new();
    for observation in results.iter().chain(targets) {
        let place = (observation.source.as_str(), observation.locator.as_str());
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let sources = places
        .into_iter()
        .filter_map(|(id, place)| Some(super::source_link(site, site.dataset.source(id)?, place)))
        .collect();
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="t-number" data-label=messages.result>{lines(site, values(results))}</td>
            <td class=date_class(results) data-label=messages.period>{lines(site, dates(results))}</td>
            <td class="t-number" data-label=messages.target>{lines(site, values(targets))}</td>
            <td class=date_class(targets) data-label=messages.deadline>{lines(site, dates(targets))}</td>
            <td class="t-table__source" data-label=messages.source>{lines(site, sources)}</td>
        </tr>
    }
    .into_any()
}

/// Where there is no figure, a phone need not say that it has no date either.
fn date_class(figures: &[&Observation]) -> &'static str {
    if figures.is_empty() { "t-date t-date--none" } else { "t-date" }
}

/// One line each; a dash for nothing, read aloud as a word.
fn lines(site: &Site, lines: Vec<AnyView>) -> AnyView {
    let messages = site.messages();
    if lines.is_empty() {
        return view! {
            <span aria-hidden="true">{messages.none}</span>
            <span class="t-hidden">{messages.none_read_aloud}</span>
        }
        .into_any();
    }
    let lines = lines.into_iter().map(|line| view! { <div>{line}</div> }).collect_view();
    view! { <div>{lines}</div> }.into_any()
}
