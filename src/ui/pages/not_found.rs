//! An address that leads nowhere.

use leptos::prelude::*;

use crate::address::Page;
use crate::ui::components::{SearchField, TopicList};
use crate::ui::site::Site;
use crate::ui::view::View;

/// Says so, and offers the topics. What is searched for is looked up on the page of all topics: the
/// written page stands in the place of any other, and has no program.
pub(crate) const VIEW: View = View { prepare: || (), sections: &[heading, topics] };

fn heading() -> AnyView {
    let site = Site::here();
    let messages = site.messages();
    view! {
        <h1>{messages.not_found_title()}</h1>
        <p class="t-lead">{messages.not_found_lead()}</p>
        <p>
            <a href=site.link(Page::Home)>{messages.not_found_home()}</a>
        </p>
    }
    .into_any()
}

fn topics() -> AnyView {
    let site = Site::here();
    let messages = site.messages();
    let (label, hint) = (messages.topics_search(), messages.topics_search_hint());
    view! {
        <h2>{messages.topics_title()}</h2>
        <SearchField label hint action=site.link(Page::Topics) />
        <TopicList asked=None />
    }
    .into_any()
}
