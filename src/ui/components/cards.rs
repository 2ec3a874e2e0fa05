//! The card of one figure: everything known about where it comes from. It is written with its page, and
//! in no program.

use maud::{Markup, html};

use super::cite::source_facts;
use super::{benchmark_term, disputes_term, kind_glyph, source_link, term};
use crate::data::{Kind, Observation};
use crate::i18n::Lang;
use crate::ui::lineage::borders;
use crate::ui::site::Site;
use crate::ui::words;

/// One figure with its provenance. Its element has the observation's id: the card is what
/// `#<observation id>` leads to.
pub(crate) fn card(site: &Site, observation: &Observation) -> Markup {
    let lang = site.lang();
    let messages = site.messages();
    let dataset = &site.dataset;
    let Some(indicator) = dataset.indicator(&observation.indicator) else {
        return Markup::default();
    };
    let (kind, date_name) = match observation.kind {
        Kind::Result => (messages.result(), messages.period()),
        Kind::Target => (messages.target(), messages.deadline()),
    };
    let date = match (observation.kind, words::date_of(lang, observation)) {
        (_, Some(date)) => date,
        (Kind::Target, None) => messages.no_deadline().to_owned(),
        (Kind::Result, None) => String::new(),
    };
    html! {
        article class="t-card" id=(observation.id) tabindex="-1" {
            h3 class="t-card__title" {
                (kind_glyph(observation.kind))
                span class="t-card__kind" { (kind) }
                " " (words::short_name(lang, dataset, &observation.province)) ": "
                strong { (words::value(lang, observation, &indicator.unit)) }
            }
            p class="t-card__measure" { (words::pick(lang, &indicator.name)) }
            (replaced_by(site, observation))
            dl {
                @if let Some(caveat) = &observation.caveat {
                    (term(messages.card_caveat(), &html! { (words::pick(lang, caveat)) }))
                }
                @if !date.is_empty() { (term(date_name, &html! { (date) })) }
                (provenance(site, observation))
                // A target is measured by nobody.
                @if observation.kind == Kind::Result {
                    (term(messages.card_basis(), &html! { (words::basis(lang, observation.basis)) }))
                }
                @if let Some(borders) = borders(lang, dataset, observation) {
                    (term(messages.lineage().borders(), &html! { (borders) }))
                }
                @if !observation.inferred.is_empty() {
                    (term(messages.card_inferred(), &html! {
                        (words::inferred_keys(lang, observation))
                    }))
                }
                @if let Some(note) = &observation.note {
                    (term(messages.card_note(), &html! { (words::pick(lang, note)) }))
                }
                (benchmark_term(site, observation))
                (disputes_term(site, observation))
            }
            p class="t-card__link" {
                a href=(site.permalink(&observation.id)) { (messages.card_link()) }
            }
        }
    }
}

/// Of an entry that counts nowhere any more: what took its place.
fn replaced_by(site: &Site, observation: &Observation) -> Markup {
    let messages = site.messages();
    html! {
        @if let Some(newer) = site.dataset.replacement(observation) {
            p class="t-card__replaced" {
                strong { (messages.card_replaced()) } " "
                a href=(site.link_to_figure(&newer.id)) { (messages.card_replaced_by()) }
            }
        }
    }
}

/// Source, who said it, the document, and when a target was made.
fn provenance(site: &Site, observation: &Observation) -> Markup {
    let lang = site.lang();
    let messages = site.messages();
    let source = site.dataset.source(&observation.source);
    html! {
        @if let Some(source) = source {
            (term(messages.source(), &html! {
                (source_link(site, source, &observation.locator))
                (source_facts(site, source))
            }))
        }
        @if let Some(said_by) = &observation.said_by {
            (term(messages.card_said_by(), &html! {
                (words::or_inferred(lang, observation, "said_by", words::pick(lang, said_by)))
            }))
        }
        // A document keeps its Vietnamese name.
        @if let Some(document) = &observation.document {
            (term(messages.card_document(), &html! {
                span lang=(Lang::Vi.code()) { (document) }
                (words::inferred_mark(lang, observation, "document"))
            }))
        }
        @if let Some(made) = observation.made {
            (term(messages.card_made(), &html! {
                (words::or_inferred(lang, observation, "made", &words::date(lang, made)))
            }))
        }
    }
}
