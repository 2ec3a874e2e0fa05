//! An address that leads nowhere.

use leptos::prelude::*;
use maud::html;

use crate::address::Page;
use crate::ui::components::{still, topic_search};
use crate::ui::site::Site;

/// Says so, and offers the topics.
pub(crate) fn not_found(site: &Site) -> AnyView {
    let messages = site.messages();
    let head = html! {
        h1 { (messages.not_found_title()) }
        p class="t-lead" { (messages.not_found_lead()) }
        p { a href=(site.link(Page::Home)) { (messages.not_found_home()) } }
        h2 { (messages.topics_title()) }
    };
    view! { {still(head)} {topic_search(site)} }.into_any()
}
