//! `/tinh/`: all provinces, of before and after the mergers of 2025.

use maud::{Markup, html};

use crate::compare::{Fate, fate, last_merging, units_on};
use crate::data::Province;
use crate::i18n::collate::collate_key;
use crate::order;
use crate::ui::components::{province_link, search, units_to_find};
use crate::ui::lineage;
use crate::ui::site::Site;
use crate::ui::words;

/// How many there were and are, the search by any name, the units of today and their parts, and what
/// all of it rests on.
pub(crate) fn provinces(site: &Site) -> Markup {
    let text = site.messages().lineage();
    let lang = site.lang();
    // What a search finds, and, without one, every unit of today.
    let list = html! {
        section class="t-topics" hidden { (units_to_find(site)) }
        div data-unsearched { (table(site)) }
    };
    html! {
        h1 { (lineage::title(lang, &site.dataset)) }
        p class="t-lead" { (lineage::lead(lang, &site.dataset)) }
        (search(text.search(), text.search_hint(), text.none_found(), &list))
        (lineage::sources(site))
    }
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
