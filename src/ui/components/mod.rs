//! Pieces that several pages share.

#[cfg(feature = "ssr")]
mod cards;
mod cite;
mod controls;
#[cfg(feature = "ssr")]
mod disputes;
mod frame;
mod glyph;
mod markup;
#[cfg(feature = "ssr")]
mod search;
mod share;
mod states;
mod table;
#[cfg(feature = "ssr")]
mod topics;

#[cfg(feature = "ssr")]
pub(crate) use cards::card;
#[cfg(feature = "ssr")]
pub(crate) use cite::place_in;
pub(crate) use cite::{cite, source_link, source_name, term};
#[cfg(feature = "ssr")]
pub(crate) use controls::topic_select;
pub(crate) use controls::{Choices, controls, day_input, select, unless_shown};
#[cfg(feature = "ssr")]
pub(crate) use disputes::disputes_list;
pub(crate) use frame::{benchmark_term, disputed_mark, disputes_term};
pub(crate) use glyph::{glyph, kind_glyph};
#[cfg(feature = "ssr")]
pub(crate) use markup::part;
pub(crate) use markup::{drawing, said_of, state_glyph, still, still_of};
#[cfg(feature = "ssr")]
pub(crate) use search::{search, search_field, units_to_find, words_once};
#[cfg(feature = "csr")]
pub(crate) use share::Share;
pub(crate) use share::get_and_share;
pub(crate) use states::state_counts;
pub(crate) use table::bands_table;
#[cfg(feature = "ssr")]
pub(crate) use table::{figures_head, figures_row};
#[cfg(feature = "ssr")]
pub(crate) use topics::{IsSearched, topic_list, topic_search};

use maud::{Markup, html};

use super::site::Site;
use super::words;
use crate::address::Page;

/// The way from the topics to this page.
#[cfg(feature = "ssr")]
pub(crate) fn breadcrumbs(site: &Site, trail: &[(Option<Page>, String)]) -> Markup {
    html! {
        nav class="t-crumbs" aria-label=(site.messages().breadcrumbs()) {
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

/// A province's name as a link to its page, with its mark where the site follows it.
pub(crate) fn province_link(site: &Site, id: &str) -> Markup {
    let name = words::short_name(site.lang(), &site.dataset, id);
    let has_page = site.dataset.units().any(|province| province.id == id);
    html! {
        @if has_page {
            a href=(site.link(Page::Province(id.to_owned()))) class="t-province" {
                (mark_of(site, id)) (name)
            }
        } @else {
            span class="t-province" { (mark_of(site, id)) (name) }
        }
    }
}

/// The mark of a province that the site follows, or of the country; nothing for the others, which
/// have no color.
pub(crate) fn mark_of(site: &Site, id: &str) -> Markup {
    let has_none = site.dataset.units().any(|unit| unit.id == id) && !site.dataset.is_followed(id);
    if has_none { Markup::default() } else { glyph(site.series(id), true) }
}
