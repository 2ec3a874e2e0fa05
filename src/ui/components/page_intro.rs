//! The beginning of a page, taken from its head.

use leptos::prelude::*;

use crate::ui::site::Site;
use crate::ui::view::HeadFn;

/// The name of the page as its heading, and the description as its lead.
pub(crate) fn page_intro(head: HeadFn) -> AnyView {
    let site = Site::from_context();
    let head = head(site.lang(), site.dataset, &site.page());
    view! {
        <h1>{head.name}</h1>
        <p class="t-lead">{head.description}</p>
    }
    .into_any()
}
