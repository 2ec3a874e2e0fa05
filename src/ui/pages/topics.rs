//! `/so-sanh/`: choose a topic.

use maud::{Markup, html};

use crate::ui::components::topic_search;
use crate::ui::site::Site;

/// All topics by pillar, with a search.
pub(crate) fn topics(site: &Site) -> Markup {
    let messages = site.messages();
    html! {
        h1 { (messages.topics_title()) }
        p class="t-lead" { (messages.topics_lead()) }
        (topic_search(site))
    }
}
