//! Pieces that several pages share.

mod cards;
mod controls;
mod drawing;
mod glyph;
mod search;
mod states;
mod table;

pub(crate) use cards::{card, source_link, term};
pub(crate) use controls::{controls, select, select_of};
pub(crate) use drawing::{drawing, state_glyph};
pub(crate) use glyph::{glyph, kind_glyph};
pub(crate) use search::topic_search;
pub(crate) use states::state_counts;
pub(crate) use table::{bands_table, figures_head, figures_row};

use leptos::prelude::*;

use super::site::Site;
use super::words;
use crate::address::Page;

/// The way from the topics to this page.
pub(crate) fn breadcrumbs(site: &Site, trail: &[(Option<Page>, String)]) -> AnyView {
    let items = trail
        .iter()
        .map(|(page, name)| match page {
            Some(page) => {
                view! { <li><a href=site.link(page.clone())>{name.clone()}</a></li> }.into_any()
            }
            None => view! { <li>{name.clone()}</li> }.into_any(),
        })
        .collect_view();
    view! {
        <nav class="t-crumbs" aria-label=site.messages().breadcrumbs>
            <ol>{items}</ol>
        </nav>
    }
    .into_any()
}

/// A province's name as a link to its page, with its mark.
pub(crate) fn province_link(site: &Site, id: &str) -> AnyView {
    let name = words::short_name(site.lang(), &site.dataset, id).to_owned();
    let has_page = site.dataset.provinces_with_figures().iter().any(|p| p.id == id);
    let mark = glyph(site.series(id), true);
    if has_page {
        let link = site.link(Page::Province(id.to_owned()));
        view! { <a class="t-province" href=link>{mark}{name}</a> }.into_any()
    } else {
        view! { <span class="t-province">{mark}{name}</span> }.into_any()
    }
}
