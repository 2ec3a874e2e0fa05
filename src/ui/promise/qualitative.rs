//! Promises in words alone: listed with their source and deadline, never judged.

use maud::{Markup, html};

use super::words::due;
use crate::data::Observation;
use crate::ui::components::{glyph, source_link};
use crate::ui::site::Site;
use crate::ui::words;

/// The list with its heading; nothing without any. Each names its province unless the page is about
/// that.
pub(crate) fn qualitative(site: &Site, promises: &[&Observation], names_province: bool) -> Markup {
    let messages = site.messages();
    html! {
        @if !promises.is_empty() {
            section class="t-promises" aria-labelledby="qualitative" {
                h2 id="qualitative" { (messages.qualitative_title()) }
                p class="t-muted" { (messages.qualitative_hint()) }
                ul { @for promise in promises { li { (item(site, promise, names_province)) } } }
            }
        }
    }
}

fn item(site: &Site, promise: &Observation, names_province: bool) -> Markup {
    let lang = site.lang();
    let dataset = &site.dataset;
    let Some(indicator) = dataset.indicator(&promise.indicator) else { return Markup::default() };
    html! {
        div class="t-qualitative" id=(promise.id) tabindex="-1" {
            p {
                a href=(site.permalink(&promise.id)) {
                    strong { (words::pick(lang, &indicator.name)) }
                }
            }
            p {
                @if names_province {
                    (glyph(site.series(&promise.province), true))
                    (words::short_name(lang, dataset, &promise.province)) " · "
                }
                (due(lang, promise))
            }
            p class="t-muted" {
                (words::pick(lang, &indicator.definition))
                @if let Some(source) = dataset.source(&promise.source) {
                    " " (site.messages().source()) ": " (source_link(site, source, &promise.locator))
                    "."
                }
            }
        }
    }
}
