//! `/so-sanh/`: choose a topic.

use leptos::prelude::*;
use maud::html;

use crate::ui::components::{still, topic_search};
use crate::ui::site::Site;

/// All topics by pillar, with a search.
pub(crate) fn topics(site: &Site) -> AnyView {
    let messages = site.messages();
    let head = html! {
        h1 { (messages.topics_title()) }
        p class="t-lead" { (messages.topics_lead()) }
    };
    view! { {still(head)} {topic_search(site)} }.into_any()
}
