//! In the place of a topic whose figures went to another one.

use leptos::prelude::*;
use maud::{Markup, html};

use crate::address::{Moved, Page};
use crate::ui::components::still;
use crate::ui::site::Site;
use crate::ui::words;

/// Says where its figures are, and leads to each: the element of a figure that a link points at is the
/// link to its card.
pub(crate) fn moved(site: &Site, page: &Page) -> AnyView {
    still(moved_from(page).map(|moved| leads_on(site, page, moved)).unwrap_or_default())
}

/// What became of a page's topic; `None` for a page that has what it had.
pub(crate) fn moved_from(page: &Page) -> Option<Moved> {
    match page {
        Page::Compare(concept) | Page::Concept(concept) => Moved::of(concept),
        _ => None,
    }
}

/// The page that has what stood on a moved one.
pub(crate) fn moved_to(page: &Page, moved: Moved) -> Page {
    match page {
        Page::Concept(_) => Page::Concept(moved.to.to_owned()),
        _ => Page::Compare(moved.to.to_owned()),
    }
}

fn leads_on(site: &Site, page: &Page, moved: Moved) -> Markup {
    let lang = site.lang();
    let messages = site.messages();
    let dataset = &site.dataset;
    let name = words::topic_name(lang, dataset, moved.to);
    let figures: Vec<_> = dataset
        .entries()
        .filter(|o| moved.indicators.contains(&o.indicator.as_str()))
        .filter(|o| !dataset.others.provinces.contains(&o.province))
        .collect();
    html! {
        h1 { (messages.moved_title()) }
        p class="t-lead" {
            (messages.moved_lead()) " "
            a href=(site.link(moved_to(page, moved))) { (name) }
        }
        @if !figures.is_empty() {
            h2 { (messages.cards_title()) }
            ul class="t-reading" {
                @for figure in figures {
                    li id=(figure.id) {
                        a href=(site.permalink(&figure.id)) { (words::fact(lang, dataset, figure)) }
                    }
                }
            }
        }
    }
}
