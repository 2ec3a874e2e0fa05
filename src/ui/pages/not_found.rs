//! An address that leads nowhere.

use maud::{Markup, html};

use crate::address::Page;
use crate::ui::components::{IsSearched, search_field, topic_list};
use crate::ui::site::Site;

/// Says so, and offers the topics. What is searched for is looked up on the page of all topics: this
/// one, which stands in the place of any other, has no program.
pub(crate) fn not_found(site: &Site) -> Markup {
    let messages = site.messages();
    let all = site.link(Page::Topics);
    html! {
        h1 { (messages.not_found_title()) }
        p class="t-lead" { (messages.not_found_lead()) }
        p { a href=(site.link(Page::Home)) { (messages.not_found_home()) } }
        h2 { (messages.topics_title()) }
        (search_field(messages.topics_search(), messages.topics_search_hint(), Some(&all)))
        (topic_list(site, IsSearched::Elsewhere))
    }
}
