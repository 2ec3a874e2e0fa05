//! `/phuong-phap/`: what is computed, and by which rule.

use maud::{Markup, html};

use super::kept_section;
use crate::i18n::method_sections;
use crate::ui::site::Site;

/// The method, section by section; with `is_kept`, also what the browser keeps of the site and how to be
/// rid of it.
pub(crate) fn method(site: &Site, is_kept: bool) -> Markup {
    let messages = site.messages();
    html! {
        h1 { (messages.method_title()) }
        p class="t-lead" { (messages.method_lead()) }
        div class="t-prose" {
            @for section in method_sections(site.lang()) {
                section id=(section.id) {
                    h2 { (section.title) }
                    @for text in section.paragraphs { p { (text) } }
                    @if !section.points.is_empty() {
                        ul { @for text in section.points { li { (text) } } }
                    }
                }
            }
            @if is_kept { (kept_section(site.lang())) }
        }
    }
}
