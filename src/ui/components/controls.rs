//! Native controls, whose names are keys of the query: a choice is read as a query is, and shown from
//! one (`browser::controls`). They are the same in a written page and in the living one, so that what is
//! chosen before the program has come is not lost.

use leptos::prelude::With;
use maud::{Markup, html};

use super::glyph;
use crate::address::{Page, Selection, keys};
use crate::ui::site::Site;
use crate::ui::words;

/// The value and the text of each option.
pub(crate) type Choices = Vec<(String, String)>;

/// The form around controls. Without JavaScript a sentence stands in for them, with a link to
/// `elsewhere`.
pub(crate) fn controls(
    site: &Site,
    elsewhere: Page,
    elsewhere_text: &str,
    content: &Markup,
) -> Markup {
    let messages = site.messages();
    html! {
        noscript {
            p class="t-muted" {
                (messages.needs_script()) " " a href=(site.link(elsewhere)) { (elsewhere_text) }
            }
        }
        // A browser that remembered choices would show others than the address says.
        form class="t-controls t-interactive" data-controls autocomplete="off" {
            fieldset {
                legend class="t-hidden" { (messages.controls()) }
                (province_boxes(site))
                div class="t-controls__selects" { (content) }
            }
        }
    }
}

fn province_boxes(site: &Site) -> Markup {
    let lang = site.lang();
    let selection = selection(site);
    html! {
        div class="t-controls__provinces" {
            @for province in site.dataset.followed() {
                label class="t-check" {
                    input type="checkbox" name=(keys::PROVINCES) value=(province.id)
                        checked[selection.shows(&province.id)];
                    (glyph(site.series(&province.id), true))
                    (words::pick(lang, &province.short))
                }
            }
        }
    }
}

/// The selection at the moment the controls are written; `browser::controls` has them follow it.
fn selection(site: &Site) -> Selection {
    site.location.with(|location| location.address.selection.clone())
}

/// A labelled list of choices for one key of the query.
pub(crate) fn select(site: &Site, key: &str, id: &str, label: &str, choices: &Choices) -> Markup {
    let word = selection(site).word(key);
    // Of several states the first is shown.
    let chosen = word.split(',').next().unwrap_or_default();
    html! {
        span class="t-select" {
            label for=(id) { (label) }
            select id=(id) name=(key) { (options(choices, chosen)) }
        }
    }
}

#[cfg(feature = "ssr")]
/// A labelled list of topics, each of which is another page.
pub(crate) fn topic_select(site: &Site, id: &str, topics: &Choices, here: &str) -> Markup {
    html! {
        span class="t-select" {
            label for=(id) { (site.messages().topic()) }
            select id=(id) data-topics { (options(topics, here)) }
        }
    }
}

fn options(choices: &Choices, chosen: &str) -> Markup {
    html! {
        @for (value, text) in choices {
            option value=(value) selected[value == chosen] { (text) }
        }
    }
}

/// A day of the past, or today.
pub(crate) fn day_input(site: &Site, id: &str, label: &str) -> Markup {
    html! {
        span class="t-select" {
            label for=(id) { (label) }
            input id=(id) type="date" name=(keys::DAY) min="2015-01-01" max=(site.today)
                value=(site.day());
        }
    }
}

/// Controls that have nothing to do with one of the views, and are not there on it.
pub(crate) fn unless_shown(site: &Site, show: crate::address::Show, content: &Markup) -> Markup {
    let is_shown = selection(site).show == show;
    html! {
        div class="t-controls__part" data-unless=[show.word()] hidden[is_shown] { (content) }
    }
}
