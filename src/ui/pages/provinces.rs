//! `/tinh/`: all provinces, of before and after the mergers of 2025.

use leptos::prelude::*;
use maud::html;

use crate::ui::components::{province_link, still};
use crate::ui::site::Site;

/// Every unit, and what it became or is made of.
pub(crate) fn provinces(site: &Site) -> AnyView {
    let messages = site.messages();
    still(html! {
        h1 { (messages.lineage.title) }
        p class="t-lead" { (messages.lineage.lead) }
        ul class="t-columns" {
            @for province in site.dataset.units() { li { (province_link(site, &province.id)) } }
        }
    })
}
