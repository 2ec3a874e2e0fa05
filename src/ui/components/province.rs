//! Links to provinces, and breadcrumbs.

use leptos::prelude::*;

use super::Glyph;
use crate::address::Page;
use crate::ui::reactive::reactive;
use crate::ui::site::Site;
use crate::ui::words;

/// The name of a province as a link to its page, with its glyph if the site follows it.
#[component]
pub(crate) fn ProvinceLink(id: &'static str) -> impl IntoView {
    let site = Site::from_context();
    view! {
        <a href=site.link(Page::Province(id.to_owned())) class="t-province">
            <ProvinceGlyph id />
            {words::short_name(site.lang(), site.dataset, id)}
        </a>
    }
}

/// The glyph of a province that the site follows or that is in view; nothing for other provinces, which have no
/// color.
#[component]
pub(crate) fn ProvinceGlyph(id: &'static str) -> impl IntoView {
    let site = Site::from_context();
    let glyph = move || view! { <Glyph series=site.series(id) /> }.into_any();
    if site.dataset.is_followed(id) {
        return untrack(glyph);
    }
    reactive(move || site.palette().has(id).then(glyph))
}

/// Breadcrumbs: the pages above this one. An entry without a page is no link.
#[component]
pub(crate) fn Breadcrumbs(trail: Vec<(Option<Page>, &'static str)>) -> impl IntoView {
    let site = Site::from_context();
    let steps = trail.into_iter().map(|(page, name)| match page {
        Some(page) => view! {
            <li>
                <a href=move || site.link_with_provinces(page.clone())>{name}</a>
            </li>
        }
        .into_any(),
        None => view! { <li>{name}</li> }.into_any(),
    });
    view! {
        <nav class="t-crumbs" aria-label=site.messages().breadcrumbs()>
            <ol>{steps.collect_view()}</ol>
        </nav>
    }
}
