//! `/tinh/`: all provinces, of before and after the mergers of 2025.

use leptos::prelude::*;
use maud::{Markup, html};

use crate::compare::{Fate, fate, last_merging, units_on};
use crate::data::Province;
use crate::i18n::collate::collate_key;
use crate::i18n::fold::fold;
use crate::order;
use crate::ui::components::{Found, province_link, search, still, units_found};
use crate::ui::lineage;
use crate::ui::site::Site;
use crate::ui::words;

/// How many there were and are, the search by any name, the units of today and their parts, and what
/// all of it rests on.
pub(crate) fn provinces(site: &Site) -> AnyView {
    let text = site.messages().lineage();
    let lang = site.lang();
    let head = html! {
        h1 { (lineage::title(lang, &site.dataset)) }
        p class="t-lead" { (lineage::lead(lang, &site.dataset)) }
    };
    view! {
        {still(head)}
        {search(site, text.search(), text.search_hint(), list)}
        {still(lineage::sources(site))}
    }
    .into_any()
}

/// What a search finds; without one, every unit of today.
fn list(site: &Site) -> Found {
    let query = site.location.with(|location| location.address.selection.search.clone());
    let (list, n) = match units_found(site, &query) {
        _ if fold(&query).is_empty() => (table(site), 0),
        Some((units, n)) => (html! { section class="t-topics" { (units) } }, n),
        None => (Markup::default(), 0),
    };
    Found::of(site.lang(), &query, n, site.messages().lineage().none_found(), list)
}

fn table(site: &Site) -> Markup {
    let text = site.messages().lineage();
    html! {
        table class="t-table t-table--stack" {
            caption class="t-hidden" { (lineage::title(site.lang(), &site.dataset)) }
            thead {
                tr {
                    th scope="col" { (text.today()) }
                    th scope="col" { (text.before()) }
                }
            }
            tbody {
                @for unit in units_of_today(site) {
                    tr {
                        th scope="row" { (province_link(site, &unit.id)) }
                        (before(site, unit))
                    }
                }
            }
        }
    }
}

/// In the order of their names.
fn units_of_today(site: &Site) -> Vec<&Province> {
    let dataset = &site.dataset;
    let units = match last_merging(dataset) {
        Some(last) => units_on(dataset, last.on),
        None => dataset.units().collect(),
    };
    let mut units: Vec<(Vec<u8>, &Province)> = units
        .into_iter()
        .map(|unit| (collate_key(words::pick(site.lang(), &unit.short)), unit))
        .collect();
    order::sort_by(&mut units, |a, b| a.0.cmp(&b.0));
    units.into_iter().map(|(_, unit)| unit).collect()
}

/// The cell of what a unit was before; on a phone one that never changed needs no label.
fn before(site: &Site, unit: &Province) -> Markup {
    let text = site.messages().lineage();
    html! {
        @match fate(&site.dataset, unit) {
            Some(Fate::Grew { parts, .. }) => {
                td data-label=(text.before()) class="t-says" {
                    (lineage::linked_parts(site, &unit.id, &parts))
                }
            }
            Some(_) => { td class="t-says" { (text.unchanged()) } }
            None => { td {} }
        }
    }
}
