//! `/tinh/<id>/`: what one province promised and reported, or what there is to set others beside.

mod figures;
mod unmeasured;

use leptos::prelude::*;
use maud::{Markup, html};

use crate::address::{Page, Selection};
use crate::compare::{Assessment, Ledger};
use crate::data::Pillar;
use crate::i18n::phrase;
use crate::ui::components::{breadcrumbs, mark_of, state_counts, still};
use crate::ui::head::unit_lead;
use crate::ui::lineage::{became, invitation};
use crate::ui::promise::tally;
use crate::ui::site::Site;
use crate::ui::words;

/// A province the site follows: its name and what became of it, its promises, its figures by pillar,
/// and what is not known.
pub(crate) fn followed_province(site: &Site, id: &str) -> AnyView {
    province(site, id, |site, id, _| {
        html! {
            (promises(site, id))
            h2 { (site.messages().province_by_pillar()) }
            @for pillar in Pillar::ALL { (figures::by_measure(site, id, pillar)) }
            (unmeasured::unmeasured(site, id))
        }
    })
}

/// Any other province: its name and what became of it, and its figures, each with its card.
pub(crate) fn other_province(site: &Site, id: &str) -> AnyView {
    province(site, id, |site, id, has_figures| {
        html! {
            @if has_figures {
                h2 { (site.messages().lineage().figures()) }
                @for pillar in Pillar::ALL { (figures::one_by_one(site, id, pillar)) }
            }
            p { (invitation(site)) }
            @if has_figures { (figures::cards(site, id)) }
        }
    })
}

/// What both have; `content` is told whether there is a figure.
fn province(site: &Site, id: &str, content: fn(&Site, &str, bool) -> Markup) -> AnyView {
    let messages = site.messages();
    let lang = site.lang();
    let dataset = &site.dataset;
    let Some(province) = dataset.province(id) else {
        return super::not_found(site);
    };
    let name = words::pick(lang, &province.name);
    let is_lost = dataset.is_lost(id);
    let has_figures = dataset.observations.iter().any(|o| o.province == id);
    let lead =
        if is_lost { phrase::lost_part(lang, name) } else { unit_lead(lang, dataset, province) };
    let trail = [(Some(Page::Provinces), messages.lineage().nav().to_owned())];
    still(html! {
        (breadcrumbs(site, &trail))
        h1 { (mark_of(site, id)) (name) }
        p class="t-lead" { (lead) }
        (became(site, province, has_figures))
        @if !is_lost { (content(site, id, has_figures)) }
    })
}

/// Its promises by state, with their denominator.
fn promises(site: &Site, id: &str) -> Markup {
    let lang = site.lang();
    let ledger = Ledger::new(&site.dataset);
    let all = ledger.on(site.today);
    let own: Vec<&Assessment<'_>> = all.iter().filter(|a| a.target.province == id).collect();
    if own.is_empty() {
        return html! {};
    }
    let messages = site.messages();
    let selection = Selection { provinces: Some(vec![id.to_owned()]), ..Selection::default() };
    let name = words::short_name(lang, &site.dataset, id);
    let day = words::day_in_text(lang, site.today);
    let sentence = phrase::tally(lang, &day, &[name], &tally(&own));
    html! {
        section aria-labelledby="promises" {
            h2 id="promises" { (messages.promises_by_state()) }
            p { (sentence) " " (messages.promises_silence()) }
            (state_counts(site, &own, &selection))
        }
    }
}
