//! The heading of a group of topics.

use leptos::prelude::*;

use crate::address::Page;
use crate::ui::site::Site;

/// On the page of all topics the groups stand right below its title.
#[component]
pub(crate) fn Heading(text: &'static str) -> impl IntoView {
    match Site::here().page() {
        Page::Topics => view! { <h2>{text}</h2> }.into_any(),
        _ => view! { <h3>{text}</h3> }.into_any(),
    }
}
