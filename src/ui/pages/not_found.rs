//! An address that leads nowhere.

use leptos::prelude::*;

use crate::address::Page;
use crate::ui::components::topic_search;
use crate::ui::site::Site;

/// Says so, and offers the topics.
pub(crate) fn not_found(site: &Site) -> AnyView {
    let messages = site.messages();
    view! {
        <h1>{messages.not_found_title}</h1>
        <p class="t-lead">{messages.not_found_lead}</p>
        <p><a href=site.link(Page::Home)>{messages.not_found_home}</a></p>
        <h2>{messages.topics_title}</h2>
        {topic_search(site)}
    }
    .into_any()
}
