//! Pieces that several pages share.

mod cards;
mod controls;
mod frame;
mod glyph;
mod markup;
mod search;
mod states;
mod table;

pub(crate) use cards::{card, source_link, term};
pub(crate) use controls::{controls, select, select_of};
pub(crate) use frame::{benchmark_term, disputed_mark, disputes_list, disputes_term};
pub(crate) use glyph::{glyph, kind_glyph};
pub(crate) use markup::{drawing, state_glyph, still, still_inline, still_of};
pub(crate) use search::topic_search;
pub(crate) use states::state_counts;
pub(crate) use table::{bands_table, figures_head, figures_row};

use maud::{Markup, html};

use super::site::Site;
use super::words;
use crate::address::Page;

/// The way from the topics to this page.
pub(crate) fn breadcrumbs(site: &Site, trail: &[(Option<Page>, String)]) -> Markup {
    html! {
        nav class="t-crumbs" aria-label=(site.messages().breadcrumbs) {
            ol {
                @for (page, name) in trail {
                    li {
                        @match page {
                            Some(page) => { a href=(site.link(page.clone())) { (name) } }
                            None => { (name) }
                        }
                    }
                }
            }
        }
    }
}

/// A province's name as a link to its page, with its mark.
pub(crate) fn province_link(site: &Site, id: &str) -> Markup {
    let name = words::short_name(site.lang(), &site.dataset, id);
    let has_page = site.dataset.units().any(|province| province.id == id);
    let mark = glyph(site.series(id), true);
    html! {
        @if has_page {
            a href=(site.link(Page::Province(id.to_owned()))) class="t-province" { (mark) (name) }
        } @else {
            span class="t-province" { (mark) (name) }
        }
    }
}
