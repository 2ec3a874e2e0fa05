//! How a page begins that is called and introduced as in its head.

use leptos::prelude::*;

use crate::ui::site::Site;
use crate::ui::view::HeadOf;

/// The heading of the page, and its lead.
pub(crate) fn opening(head: HeadOf) -> AnyView {
    let site = Site::here();
    let head = head(site.lang(), site.dataset, &site.page());
    view! {
        <h1>{head.name}</h1>
        <p class="t-lead">{head.description}</p>
    }
    .into_any()
}
