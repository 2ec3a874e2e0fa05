//! `/so-sanh/`: choose a topic.

use leptos::prelude::*;

use crate::ui::components::topic_search;
use crate::ui::site::Site;

/// All topics by pillar, with a search.
pub(crate) fn topics(site: &Site) -> AnyView {
    let messages = site.messages();
    view! {
        <h1>{messages.topics_title}</h1>
        <p class="t-lead">{messages.topics_lead}</p>
        {topic_search(site)}
    }
    .into_any()
}
