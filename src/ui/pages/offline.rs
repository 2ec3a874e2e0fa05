//! What is said of reading without a network. All of it is written to files and in no program.

use leptos::prelude::*;
use maud::{Markup, html};

use crate::address::Page;
use crate::i18n::Lang;
use crate::ui::components::still;
use crate::ui::site::Site;
use crate::ui::words;

/// The pages that are kept from the first visit on, in the reader's language.
pub(crate) const KEPT_PAGES: [Page; 5] =
    [Page::Home, Page::Promises, Page::Topics, Page::Provinces, Page::Method];

/// In the place of a page that is neither kept nor to be had: says so, and leads to those that are kept.
pub(crate) fn offline(site: &Site, _: &Page) -> AnyView {
    let lang = site.lang();
    let text = lang.offline();
    still(html! {
        h1 { (text.title) }
        p class="t-lead" { (text.lead) }
        // An empty reference is the address that was asked for, whatever it is.
        p { a href="" { (site.messages().retry()) } }
        h2 { (text.kept_pages) }
        ul class="t-reading" {
            @for page in KEPT_PAGES {
                @let name = words::page_name(lang, &site.dataset, &page);
                li { a href=(site.link(page)) { (name) } }
            }
        }
        p class="t-muted" { (text.opened_pages) }
    })
}

/// The section on what the browser keeps, with the button to be rid of it. `worker/register.js` says
/// which of the two sentences holds and makes the button work; without it there is none.
pub(crate) fn kept_section(lang: Lang) -> Markup {
    let text = lang.offline();
    html! {
        section id="offline" data-is-kept=(text.is_kept) data-is-not-kept=(text.is_not_kept)
            data-cannot-keep=(text.cannot_keep) data-remove=(text.remove) data-keep=(text.keep) {
            h2 { (text.section) }
            @for text in text.section_texts { p { (text) } }
            p role="status" {}
            p class="t-links" { button type="button" hidden disabled {} }
        }
    }
}
