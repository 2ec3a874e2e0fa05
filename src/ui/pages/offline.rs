//! What is said of reading without a network.

use leptos::prelude::*;

use crate::address::Page;
use crate::ui::head;
use crate::ui::site::Site;
use crate::ui::view::View;

/// The pages that are kept from the first visit on, in the reader's language.
pub(crate) const KEPT_PAGES: [Page; 5] =
    [Page::Home, Page::Promises, Page::Topics, Page::Provinces, Page::Method];

/// In the place of a page that is neither kept nor to be had: says so, and leads to those that are kept.
pub(crate) const VIEW: View = View { prepare: || (), sections: &[offline] };

fn offline() -> AnyView {
    let site = Site::here();
    let lang = site.lang();
    let text = lang.offline();
    let kept = KEPT_PAGES.into_iter().map(|page| {
        let name = head::page_name(lang, site.dataset, &page);
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

/// The section on what the browser keeps, with the button to be rid of it. `worker/register.js` says
/// which of the two sentences holds and makes the button work; without it there is none.
#[component]
pub(crate) fn Kept() -> impl IntoView {
    let text = Site::here().lang().offline();
    let texts = text.section_texts.iter().map(|text| view! { <p>{*text}</p> }.into_any());
    view! {
        <section
            id="offline"
            data-is-kept=text.is_kept
            data-is-not-kept=text.is_not_kept
            data-cannot-keep=text.cannot_keep
            data-remove=text.remove
            data-keep=text.keep
        >
            <h2>{text.section}</h2>
            {texts.collect_view()}
            <p role="status"></p>
            <p class="t-links">
                <button type="button" hidden disabled></button>
            </p>
        </section>
    }
}
