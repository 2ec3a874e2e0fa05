//! Links to provinces, and the way to a page.

use leptos::prelude::*;

use super::Glyph;
use crate::address::Page;
use crate::ui::site::Site;
use crate::ui::words;

/// A province's name as a link to its page, with its mark where the site follows it.
#[component]
pub(crate) fn ProvinceLink(id: &'static str) -> impl IntoView {
    let site = Site::here();
    view! {
        <a href=site.link(Page::Province(id.to_owned())) class="t-province">
            <Mark id />
            {words::short_name(site.lang(), site.dataset, id)}
        </a>
    }
}

/// The mark of a province that the site follows; nothing for the others, which have no color.
#[component]
pub(crate) fn Mark(id: &'static str) -> impl IntoView {
    let site = Site::here();
    site.dataset.is_followed(id).then(|| view! { <Glyph series=site.series(id) /> }.into_any())
}

/// The way from the topics or the provinces to this page.
#[component]
pub(crate) fn Breadcrumbs(trail: Vec<(Option<Page>, &'static str)>) -> impl IntoView {
    let site = Site::here();
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
