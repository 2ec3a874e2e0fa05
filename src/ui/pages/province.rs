//! `/tinh/<id>/`: what one province promised and reported, or what there is to set others beside.
//!
//! Nothing on it can be chosen, and only what became of promises depends on the day.

#[cfg(feature = "ssr")]
mod figures;
#[cfg(feature = "ssr")]
mod unmeasured;

use maud::{Markup, html};

use crate::address::Selection;
use crate::compare::{Assessment, Ledger};
use crate::data::Observation;
use crate::ui::components::state_counts;
use crate::ui::promise::{qualitative, tally};
use crate::ui::site::Site;
#[cfg(feature = "ssr")]
use {
    crate::address::Page,
    crate::data::Pillar,
    crate::ui::components::{breadcrumbs, mark_of, part},
    crate::ui::head::unit_lead,
    crate::ui::lineage::{became, invitation},
    crate::ui::words,
};

/// Its name and what became of it; of a province the site follows its promises, its figures by pillar,
/// and what is not known; of any other its figures, each with its card.
#[cfg(feature = "ssr")]
pub(crate) fn province(site: &Site, id: &str) -> Markup {
    let messages = site.messages();
    let lang = site.lang();
    let dataset = &site.dataset;
    let Some(province) = dataset.province(id) else { return Markup::default() };
    let name = words::pick(lang, &province.name);
    let has_figures = dataset.observations.iter().any(|o| o.province == id);
    let trail = [(Some(Page::Provinces), messages.lineage().nav().to_owned())];
    html! {
        (breadcrumbs(site, &trail))
        h1 { (mark_of(site, id)) (name) }
        p class="t-lead" { (unit_lead(lang, dataset, province)) }
        (became(site, province, has_figures))
        @if dataset.is_followed(id) {
            (part("promises", &promises_of_province(site, id)))
            h2 { (messages.province_by_pillar()) }
            @for pillar in Pillar::ALL { (figures::by_measure(site, id, pillar)) }
            (unmeasured::unmeasured(site, id))
        } @else {
            @if has_figures {
                h2 { (messages.lineage().figures()) }
                @for pillar in Pillar::ALL { (figures::one_by_one(site, id, pillar)) }
            }
            p { (invitation(site)) }
            @if has_figures { (figures::cards(site, id)) }
        }
    }
}

/// The part of the page of a followed province that depends on the day: its promises by state, with
/// their denominator.
pub(crate) fn promises_of_province(site: &Site, id: &str) -> Markup {
    let ledger = Ledger::new(&site.dataset);
    let all = ledger.on(site.today);
    let own: Vec<&Assessment<'_>> = all.iter().filter(|a| a.target.province == id).collect();
    let in_words: Vec<&Observation> =
        ledger.qualitative(site.today).filter(|promise| promise.province == id).collect();
    let in_words = qualitative(site, &in_words, false);
    if own.is_empty() {
        return in_words;
    }
    let messages = site.messages();
    let selection = Selection { provinces: Some(vec![id.to_owned()]), ..Selection::default() };
    html! {
        section aria-labelledby="promises" {
            h2 id="promises" { (messages.promises_by_state()) }
            p { (tally(site, &own)) " " (messages.promises_silence()) }
            (state_counts(site, &own, &selection))
        }
        (in_words)
    }
}
