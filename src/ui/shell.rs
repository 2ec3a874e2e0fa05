//! What stands around every page: header, notices, footer; and the page within.

use leptos::prelude::*;

use super::live::live;
use super::routes::{Follows, follows, head, menu};
use super::site::Site;
use super::words;
use crate::address::{Ignored, IgnoredReason, Page, href};
use crate::i18n::{Fixed, Lang, phrase};

/// Before the link to the page that an address of none was likely meant for.
const MEANT: Fixed = Fixed { vi: "Có phải bạn tìm:", en: "Did you mean:" };

/// Header, notices and footer around the parts of a page.
#[component]
pub(crate) fn Shell(children: Children) -> impl IntoView {
    let messages = Site::here().messages();
    view! {
        <a class="t-skip" href="#main">
            {messages.skip_to_content()}
        </a>
        <Header />
        <div role="status">
            <Notices />
            <NewDay />
        </div>
        <main id="main" class="t-main" tabindex="-1">
            {children()}
        </main>
        <footer class="t-footer">
            <p>{messages.footer_promise()}</p>
            <p>{messages.footer_license()}</p>
        </footer>
    }
}

#[component]
fn Header() -> impl IntoView {
    let site = Site::here();
    let messages = site.messages();
    let here = match site.page() {
        Page::Compare(_) | Page::Concept(_) => Page::Topics,
        page => page,
    };
    let menu = menu(site.lang()).map(|(page, name)| {
        let current = (page == here).then_some("page");
        view! {
            <li>
                <a href=site.link(page) aria-current=current>
                    {name}
                </a>
            </li>
        }
        .into_any()
    });
    let other = site.lang().other().code();
    let in_other = move || {
        site.location.with(|location| href(site.base, &location.address.in_other_language()))
    };
    view! {
        <header class="t-header">
            <a class="t-header__name" href=site.link(Page::Home)>
                {messages.site_name()}
            </a>
            <nav aria-label=messages.main_navigation()>
                <ul class="t-header__nav">{menu.collect_view()}</ul>
            </nav>
            <a class="t-header__lang" href=in_other lang=other hreflang=other>
                {messages.other_language()}
            </a>
        </header>
    }
}

/// That another day has begun since the page was made, where it follows the day; and what has it follow.
#[component]
fn NewDay() -> impl IntoView {
    let site = Site::here();
    let lang = site.lang();
    let is_of_day = follows(&site.page(), site.dataset) == Follows::Day;
    let go_along = move |_| (site.go)(&site.location.with_untracked(|l| l.address.clone()));
    live(move || {
        let now = site.now.get();
        // A day of the past that was chosen stays what it is.
        let is_past = site.today < now && site.day() == site.today;
        (is_of_day && is_past).then(|| {
            let [told, today] = [site.today, now].map(|day| words::day_in_text(lang, day));
            // Over the page, so that nothing that is read moves.
            view! {
                <div class="t-new t-new--day">
                    <p>{phrase::day_has_changed(lang, &told, &today)}</p>
                    <button on:click=go_along>{site.messages().as_of_today()}</button>
                </div>
            }
            .into_any()
        })
    })
}

/// What of the address means nothing, and what was likely meant.
#[component]
fn Notices() -> impl IntoView {
    let site = Site::here();
    let lines = move || {
        site.location.with(|location| {
            let figure = location.address.fragment.as_deref();
            let figure = figure.filter(|id| id.contains('/'));
            // The data of an address of no page are not those of the page that was meant.
            let figure = figure.filter(|_| location.address.page != Page::NotFound);
            let figure = figure.filter(|id| site.dataset.observation(id).is_none());
            let figure = figure.map(|id| phrase::no_such_figure(site.lang(), id));
            let lines = ignored(site.lang(), &location.ignored).chain(figure);
            let lines = lines.map(|line| view! { <p>{line}</p> }.into_any());
            let meant = location.suggestion.as_ref().map(|address| {
                let name = head(site.dataset, address).name;
                view! {
                    <p>
                        {MEANT.of(site.lang())} " " <a href=href(site.base, address)>{name}</a> "?"
                    </p>
                }
                .into_any()
            });
            meant.into_iter().chain(lines).collect::<Vec<_>>()
        })
    };
    live(move || {
        let lines = lines();
        (!lines.is_empty()).then(|| view! { <div class="t-notice">{lines}</div> }.into_any())
    })
}

fn ignored(lang: Lang, values: &[Ignored]) -> impl Iterator<Item = String> {
    values.iter().map(move |Ignored { key, value, reason }| match reason {
        IgnoredReason::Meaningless => phrase::ignored_value(lang, key, value),
        IgnoredReason::Replaced => phrase::repeated_value(lang, key, value),
    })
}
