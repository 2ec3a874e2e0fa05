//! What is said of reading without a network.

use leptos::prelude::*;

use crate::address::{Address, Page};
use crate::data::Dataset;
use crate::i18n::Lang;
use crate::ui::head::{Head, Place};
use crate::ui::routes;
use crate::ui::site::Site;
use crate::ui::view::View;

/// The pages that can be made from what is kept from the first visit on.
const AT_HAND: [Page; 5] =
    [Page::Home, Page::Promises, Page::Topics, Page::Provinces, Page::Method];

/// In the place of a page that is neither kept nor to be had: says so, and leads to others. The program shows
/// the page itself where its data are kept.
pub(crate) const VIEW: View = View { head, prepare: || (), top: &[offline], rest: &[] };

fn head(lang: Lang, _: &Dataset, _: &Page) -> Head {
    let text = lang.offline();
    Head { place: Place::Nowhere, ..Head::of(lang, text.title, text.lead) }
}

fn offline() -> AnyView {
    let site = Site::here();
    let lang = site.lang();
    let text = lang.offline();
    let kept = AT_HAND.into_iter().map(|page| {
        let name = routes::head(site.dataset, &Address::new(lang, page.clone())).name;
        view! {
            <li>
                <a href=site.link(page)>{name}</a>
            </li>
        }
        .into_any()
    });
    view! {
        <h1>{text.title}</h1>
        <p class="t-lead">{text.lead}</p>
        // An empty reference is the address that was asked for, whatever it is.
        <p>
            <a href="">{site.messages().retry()}</a>
        </p>
        <h2>{text.kept_pages}</h2>
        <ul class="t-reading">{kept.collect_view()}</ul>
        <p class="t-muted">{text.opened_pages}</p>
    }
    .into_any()
}
