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
            <thead>
                <tr>
                    <th scope="col">{messages.province}</th>
                    <th scope="col" class="t-number">{messages.result}</th>
                    <th scope="col">{messages.period}</th>
                    <th scope="col" class="t-number">{messages.target}</th>
                    <th scope="col">{messages.deadline}</th>
                    <th scope="col">{messages.source}</th>
                </tr>
            </thead>
            {bodies}
        </table>
    }
    .into_any()
}

fn table_row(site: &Site, row: &Row<'_>, unit: &Unit, is_country: bool) -> AnyView {
    let messages = site.messages();
    let lang = site.lang();
    let figure = |observation: &Observation| {
        let value = words::value(lang, observation, unit);
        view! { <a href=format!("#{}", observation.id)>{value}</a> }.into_any()
    };
    let dash = || {
        view! {
            <span aria-hidden="true">{messages.none}</span>
            <span class="t-hidden">{messages.none_read_aloud}</span>
        }
        .into_any()
    };
    let lines = |views: Vec<AnyView>| {
        if views.is_empty() {
            return dash();
        }
        views.into_iter().map(|line| view! { <div>{line}</div> }).collect_view().into_any()
    };
    let result = row.result.map(figure);
    let period = row.result.and_then(|result| words::date_of(lang, result)).map(IntoAny::into_any);
    let targets: Vec<AnyView> = row.targets.iter().map(|target| figure(target)).collect();
    let deadlines: Vec<AnyView> = row
        .targets
        .iter()
        .map(|target| {
            let date = words::date_of(lang, target);
            date.unwrap_or_else(|| messages.no_deadline.to_owned()).into_any()
        })
        .collect();
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for observation in row.figures() {
        let place = (observation.source.as_str(), observation.locator.as_str());
        if !seen.contains(&place) {
            seen.push(place);
        }
    }
    let sources: Vec<AnyView> = seen
        .into_iter()
        .filter_map(|(id, locator)| {
            Some(super::source_link(site, site.dataset.source(id)?, locator))
        })
        .collect();
    let name = if is_country {
        view! { <span class="t-province">{glyph(site.series(&row.province.id), true)}{messages.country_row}</span> }
            .into_any()
    } else {
        province_link(site, &row.province.id)
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="t-number" data-label=messages.result>{result.unwrap_or_else(dash)}</td>
            <td data-label=messages.period>{period.unwrap_or_else(dash)}</td>
            <td class="t-number" data-label=messages.target>{lines(targets)}</td>
            <td data-label=messages.deadline>{lines(deadlines)}</td>
            <td class="t-table__source" data-label=messages.source>{lines(sources)}</td>
        </tr>
    }
    .into_any()
}
