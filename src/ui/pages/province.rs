//! `/tinh/<id>/`: what one province promised and reported, or what there is to set others beside.

mod figures;
mod unmeasured;

use leptos::prelude::*;
use maud::{Markup, html};

use crate::address::{Page, Selection};
use crate::compare::{Assessment, Ledger};
use crate::data::{Pillar, Province};
use crate::i18n::phrase;
use crate::ui::components::{breadcrumbs, mark_of, state_counts, still};
use crate::ui::head::unit_lead;
use crate::ui::lineage::{became, invitation};
use crate::ui::promise::tally;
use crate::ui::site::Site;
use crate::ui::words;

/// Its name and what became of it, its figures by pillar, and what is not known.
pub(crate) fn province(site: &Site, id: &str) -> AnyView {
    let messages = site.messages();
    let lang = site.lang();
    let dataset = &site.dataset;
    let Some(province) = dataset.province(id) else {
        return super::not_found(site);
    };
    let name = words::pick(lang, &province.name);
    let is_lost = dataset.is_lost(id);
    let is_followed = dataset.is_followed(id);
    let has_figures = dataset.observations.iter().any(|o| o.province == id);
    let lead =
        if is_lost { phrase::lost_part(lang, name) } else { unit_lead(lang, dataset, province) };
    let trail = [(Some(Page::Provinces), messages.lineage.nav.to_owned())];
    still(html! {
        (breadcrumbs(site, &trail))
        h1 { (mark_of(site, id)) (name) }
        p class="t-lead" { (lead) }
        (became(site, province, has_figures))
        @if !is_lost && is_followed {
            (promises(site, id))
            h2 { (messages.province_by_pillar) }
            @for pillar in Pillar::ALL { (figures::by_measure(site, id, pillar)) }
            (unmeasured::unmeasured(site, id))
        } @else if !is_lost {
            (others(site, province, has_figures))
        }
    })
}

/// The figures of a province that the site does not follow, each with its card.
fn others(site: &Site, province: &Province, has_figures: bool) -> Markup {
    let messages = site.messages();
    html! {
        @if has_figures {
            h2 { (messages.lineage.figures) }
            @for pillar in Pillar::ALL { (figures::one_by_one(site, &province.id, pillar)) }
        }
        p { (invitation(site)) }
        @if has_figures { (figures::cards(site, &province.id)) }
    }
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
            h2 id="promises" { (messages.promises_by_state) }
            p { (sentence) " " (messages.promises_silence) }
            (state_counts(site, &own, &selection))
        }
    }
}
