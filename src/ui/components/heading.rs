//! The heading of a group of topics.

use leptos::prelude::*;

use crate::address::Page;
use crate::ui::site::Site;

/// The heading is one level higher on the page of all topics, where the groups come directly below
/// the title.
#[component]
pub(crate) fn TopicGroupHeading(text: &'static str) -> impl IntoView {
    match Site::from_context().page() {
        Page::Topics => view! { <h2>{text}</h2> }.into_any(),
        _ => view! { <h3>{text}</h3> }.into_any(),
    }
}
