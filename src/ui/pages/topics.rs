//! `/so-sanh/`: choose a topic.

use leptos::prelude::*;

use crate::ui::components::topic_search;
use crate::ui::site::Site;
use crate::ui::view::View;

/// All topics by pillar, with a search.
pub(crate) const VIEW: View = View { prepare: || (), sections: &[heading, topic_search] };

fn heading() -> AnyView {
    let messages = Site::here().messages();
    view! {
        <h1>{messages.topics_title()}</h1>
        <p class="t-lead">{messages.topics_lead()}</p>
    }
    .into_any()
}
