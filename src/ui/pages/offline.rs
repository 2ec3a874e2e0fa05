//! The page that the service worker shows when there is no network.

use leptos::prelude::*;

use crate::address::{Address, Page};
use crate::data::Dataset;
use crate::i18n::Lang;
use crate::ui::head::{Canonical, Head};
use crate::ui::routes;
use crate::ui::site::Site;
use crate::ui::view::View;

/// The pages that can be built from the data that are kept from the first visit on.
const AVAILABLE_OFFLINE: [Page; 5] =
    [Page::Home, Page::Promises, Page::Topics, Page::Provinces, Page::Method];

/// Says that there is no network, and links to pages that work without one. If the data of the
/// requested page are kept, the program shows that page instead.
pub(crate) const VIEW: View = View { head, prepare: || (), top: &[offline], rest: &[] };

fn head(lang: Lang, _: &Dataset, _: &Page) -> Head {
    let text = lang.offline();
    Head { canonical: Canonical::Nowhere, ..Head::of(lang, text.title, text.lead) }
}

fn offline() -> AnyView {
    let site = Site::from_context();
    let lang = site.lang();
    let text = lang.offline();
    let kept = AVAILABLE_OFFLINE.into_iter().map(|page| {
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
        // An empty `href` is the address of this page, whichever was requested.
        <p>
            <a href="">{site.messages().retry()}</a>
        </p>
        <h2>{text.kept_pages}</h2>
        <ul class="t-reading">{kept.collect_view()}</ul>
        <p class="t-muted">{text.opened_pages}</p>
    }
    .into_any()
}
