//! What stands around every page: header, notices, footer.

use leptos::prelude::*;
use maud::{Markup, html};

use super::components::said_of;
use super::site::Site;
use super::words;
use crate::address::{Ignored, Page, href};
use crate::data::Lost;
use crate::i18n::{Lang, phrase};

/// Header, notices and footer around a page's content.
pub(crate) fn shell(site: &Site, page: &Page, content: AnyView) -> AnyView {
    let messages = site.messages();
    let lang = site.lang();
    let nav = [
        (Page::Topics, messages.nav_compare()),
        (Page::Promises, messages.nav_promises()),
        (Page::Ranking, messages.ranking_title()),
        (Page::Provinces, messages.lineage().nav()),
        (Page::Sources, messages.nav_sources()),
        (Page::Method, messages.nav_method()),
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
    let noticed = site.clone();
    let other = {
        let site = site.clone();
        move || {
            site.location.with(|location| href(&site.base, &location.address.in_other_language()))
        }
    };
    view! {
        <a class="t-skip" href="#main">{messages.skip_to_content()}</a>
        <header class="t-header">
            <a class="t-header__name" href=site.link(Page::Home)>{messages.site_name()}</a>
            <nav aria-label=messages.main_navigation()>
                <ul class="t-header__nav">{nav}</ul>
            </nav>
            <a
                class="t-header__lang"
                href=other
                lang=lang.other().code()
                hreflang=lang.other().code()
            >
                {messages.other_language()}
            </a>
        </header>
        {said_of("notices", move || notices(&noticed))}
        <main id="main" class="t-main" tabindex="-1">{content}</main>
        <footer class="t-footer">
            <p>{messages.footer_promise()}</p>
            <p>{messages.footer_license()}</p>
        </footer>
    }
    .into_any()
}

/// What could not be loaded, and what of the address means nothing.
pub(crate) fn notices(site: &Site) -> Markup {
    let lang = site.lang();
    let messages = site.messages();
    // Without a file of definitions there are no data at all, and no program to say so.
    let name = |lost: &Lost| {
        let id = lost.province.as_deref().unwrap_or_default();
        words::short_name(lang, &site.dataset, id).to_owned()
    };
    let unknown = site.location.with(|location| {
        let figure = location
            .address
            .fragment
            .as_deref()
            .filter(|id| id.contains('/') && site.dataset.observation(id).is_none())
            .map(|id| phrase::no_such_figure(lang, id));
        lines(ignored_lines(lang, &location.ignored).chain(figure))
    });
    html! {
        @if !site.lost.is_empty() {
            div class="t-notice" role="alert" {
                @for lost in site.lost.iter() {
                    p { (phrase::lost_part(lang, &name(lost))) " " code { (lost.file) } }
                }
                p { a href="" data-reload="true" { (messages.retry()) } }
            }
        }
        (unknown)
    }
}

/// What of an address means nothing.
#[cfg(feature = "csr")]
pub(crate) fn ignored(lang: Lang, values: &[Ignored]) -> Markup {
    lines(ignored_lines(lang, values))
}

fn ignored_lines(lang: Lang, values: &[Ignored]) -> impl Iterator<Item = String> {
    values.iter().map(move |value| phrase::ignored(lang, value.key, &value.value))
}

fn lines(lines: impl Iterator<Item = String>) -> Markup {
    let mut lines = lines.peekable();
    html! {
        @if lines.peek().is_some() {
            div class="t-notice" { @for line in lines { p { (line) } } }
        }
    }
}
