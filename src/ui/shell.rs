//! What stands around every page: header, notices, footer.

use leptos::prelude::*;

use super::site::Site;
use super::words;
use crate::address::{Page, href};
use crate::i18n::phrase;

/// Header, notices and footer around a page's content.
pub(crate) fn shell(site: &Site, page: &Page, content: AnyView) -> AnyView {
    let messages = site.messages();
    let lang = site.lang();
    let nav = [
        (Page::Topics, messages.nav_compare),
        (Page::Promises, messages.nav_promises),
        (Page::Ranking, messages.ranking_title),
        (Page::Provinces, messages.lineage.nav),
        (Page::Sources, messages.nav_sources),
        (Page::Method, messages.nav_method),
    ]
    .into_iter()
    .map(|(target, name)| {
        let is_here = *page == target
            || target == Page::Topics && matches!(page, Page::Compare(_) | Page::Concept(_));
        view! {
            <li>
                <a href=site.link(target) aria-current=is_here.then_some("page")>{name}</a>
            </li>
        }
    })
    .collect_view();
    let other = {
        let site = site.clone();
        move || {
            site.location.with(|location| href(&site.base, &location.address.in_other_language()))
        }
    };
    view! {
        <a class="t-skip" href="#main">{messages.skip_to_content}</a>
        <header class="t-header">
            <a class="t-header__name" href=site.link(Page::Home)>{messages.site_name}</a>
            <nav aria-label=messages.main_navigation>
                <ul class="t-header__nav">{nav}</ul>
            </nav>
            <a
                class="t-header__lang"
                href=other
                lang=lang.other().code()
                hreflang=lang.other().code()
            >
                {messages.other_language}
            </a>
        </header>
        {notices(site)}
        <main id="main" class="t-main" tabindex="-1">{content}</main>
        <footer class="t-footer">
            <p>{messages.footer_promise}</p>
            <p>{messages.footer_license}</p>
        </footer>
    }
    .into_any()
}

/// What could not be loaded, and what of the address means nothing.
fn notices(site: &Site) -> AnyView {
    let lang = site.lang();
    let messages = site.messages();
    let lost = (!site.lost.is_empty()).then(|| {
        let lines = site
            .lost
            .iter()
            .map(|lost| {
                let part = lost.province.as_deref().map_or(messages.lost_definitions, |id| {
                    words::short_name(lang, &site.dataset, id)
                });
                view! { <p>{phrase::lost_part(lang, part)}" "<code>{lost.file.clone()}</code></p> }
            })
            .collect_view();
        view! {
            <div class="t-notice" role="alert">
                {lines} <p><a href="" data-reload="true">{messages.retry}</a></p>
            </div>
        }
    });
    let ignored = {
        let site = site.clone();
        move || {
            let lines: Vec<String> = site.location.with(|location| {
                let figure = location
                    .address
                    .fragment
                    .as_deref()
                    .filter(|id| id.contains('/') && site.dataset.observation(id).is_none())
                    .map(|id| phrase::no_such_figure(lang, id));
                let values = location.ignored.iter();
                values.map(|i| phrase::ignored(lang, i.key, &i.value)).chain(figure).collect()
            });
            (!lines.is_empty()).then(|| {
                let lines = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
                view! { <div class="t-notice" role="status">{lines}</div> }
            })
        }
    };
    view! { {lost} {ignored} }.into_any()
}
