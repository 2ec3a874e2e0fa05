//! `/xep-hang/`: the official ranking, by edition.

use leptos::prelude::*;
use maud::html;

use crate::ui::components::still;
use crate::ui::site::Site;

/// The editions of the Digital Transformation Index.
pub(crate) fn ranking(site: &Site) -> AnyView {
    let messages = site.messages();
    still(html! {
        h1 { (messages.ranking.title) }
        p class="t-lead" { (messages.ranking.lead) }
    })
}
