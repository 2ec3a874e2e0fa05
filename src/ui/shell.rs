//! What surrounds the content of every page: header, notices and footer.

use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;

use super::components::Contents;
use super::reactive::reactive;
use super::routes::{ChangesWith, changes_with, head, menu};
use super::site::Site;
use super::words;
use crate::address::{Address, Ignored, IgnoredReason, MAX_CHOSEN, Page, Selection, href, keys};
use crate::compare::ClockFault;
use crate::i18n::{Fixed, Lang, phrase};

/// Stands before a link to the page that the reader probably meant, on the page for addresses that
/// do not exist.
const DID_YOU_MEAN: Fixed = Fixed { vi: "Có phải bạn tìm:", en: "Did you mean:" };

/// The link to the search, and the button that opens the menu on a phone.
const SEARCH: Fixed = Fixed { vi: "Tìm", en: "Search" };
const MENU: Fixed = Fixed { vi: "Mục", en: "Menu" };

/// Header, notices and footer around the sections of a page.
#[component]
pub(crate) fn Shell(children: Children) -> impl IntoView {
    let messages = Site::from_context().messages();
    view! {
        <a class="t-skip" href="#main">
            {messages.skip_to_content()}
        </a>
        <Header />
        <div role="status">
            <AddressNotices />
            <NewDayNotice />
            <WrongClockNotice />
        </div>
        <main id="main" class="t-main" tabindex="-1">
            {children()}
        </main>
        <Contents />
        <footer class="t-footer">
            <p>{messages.footer_promise()}</p>
            <p>{messages.footer_license()}</p>
        </footer>
    }
}

#[component]
fn Header() -> impl IntoView {
    let site = Site::from_context();
    let messages = site.messages();
    let menu_page = match site.page() {
        Page::Compare(_) | Page::Concept(_) => Page::Topics,
        page => page,
    };
    let lang = site.lang();
    let menu = menu(lang).map(|(page, name)| {
        let current = (page == menu_page).then_some("page");
        view! {
            <li>
                <a href=site.link(page) aria-current=current>
                    {name}
                </a>
            </li>
        }
        .into_any()
    });
    let other = lang.other().code();
    let in_other = move || {
        site.location.with(|location| href(site.base, &location.address.in_other_language()))
    };
    // The popover works without the program, too. On a wide screen, and in browsers without popovers, the
    // style sheet shows the menu as a row, without the button.
    view! {
        <header class="t-header">
            <a class="t-header__name" href=site.link(Page::Home)>
                {messages.site_name()}
            </a>
            <HeaderSearch />
            <a class="t-header__search" href=site.link_to_search()>
                {SEARCH.of(lang)}
            </a>
            <a class="t-header__lang" href=in_other lang=other hreflang=other>
                {messages.other_language()}
            </a>
            <button type="button" class="t-header__open" popovertarget="menu">
                {MENU.of(lang)}
            </button>
            <nav id="menu" popover="auto" aria-label=messages.main_navigation()>
                <ul class="t-header__nav">{menu.collect_view()}</ul>
            </nav>
        </header>
    }
}

/// The search field of the header; nothing on pages that have a search of their own. On a phone there is only
/// the link to the search. Without the program it is a form that loads the page with the results.
#[component]
fn HeaderSearch() -> impl IntoView {
    let site = Site::from_context();
    let page = site.page();
    let has_own = matches!(page, Page::Home | Page::Topics | Page::Provinces | Page::Sources);
    if has_own || page == Page::NotFound {
        return ().into_any();
    }
    let lang = site.lang();
    let node = NodeRef::<Input>::new();
    let search = move |event: ev::SubmitEvent| {
        let Some(field) = node.get_untracked() else { return };
        event.prevent_default();
        let selection = Selection { search: field.value(), ..Selection::default() };
        (site.go_to)(&Address { selection, ..Address::new(lang, Page::Topics) });
    };
    view! {
        <form
            class="t-header__form t-interactive"
            role="search"
            action=site.link(Page::Topics)
            on:submit=search
        >
            <input
                type="search"
                name=keys::SEARCH
                autocomplete="off"
                placeholder=SEARCH.of(lang)
                aria-label=site.messages().topics_search()
                node_ref=node
            />
        </form>
    }
    .into_any()
}

/// Says that another day has begun since the page was made, with a button that shows the page as of
/// today. Only for pages that depend on the day.
#[component]
fn NewDayNotice() -> impl IntoView {
    let site = Site::from_context();
    let lang = site.lang();
    let is_of_day = changes_with(&site.page(), site.dataset) == ChangesWith::Day;
    let show_today = move |_| (site.go_to)(&site.location.with_untracked(|l| l.address.clone()));
    reactive(move || {
        let now = site.reader_day.get();
        // If the reader selected a day in the past, a new day changes nothing.
        let is_past = site.page_day < now && site.day() == site.page_day;
        (is_of_day && is_past).then(|| {
            let [page_day, today] = [site.page_day, now].map(|day| words::day_in_text(lang, day));
            // It lies over the page, so that what the reader reads does not move.
            view! {
                <div class="t-new t-new--day">
                    <p>{phrase::day_has_changed(lang, &page_day, &today)}</p>
                    <button on:click=show_today>{site.messages().as_of_today()}</button>
                </div>
            }
            .into_any()
        })
    })
}

/// Says that the clock of the reader's device is wrong by years, and by which day the page goes instead.
/// Only for pages that depend on the day, unless the reader has selected another day.
#[component]
fn WrongClockNotice() -> impl IntoView {
    let site = Site::from_context();
    let lang = site.lang();
    let is_of_day = changes_with(&site.page(), site.dataset) == ChangesWith::Day;
    reactive(move || {
        let clock = site.wrong_clock.get().filter(|_| is_of_day && site.day() == site.page_day)?;
        let [says, told] = [clock.day, site.page_day].map(|day| words::day_in_text(lang, day));
        let sentence = match clock.fault {
            ClockFault::TooEarly => phrase::clock_too_early(lang, &says, &told),
            ClockFault::TooLate => phrase::clock_too_late(lang, &says, &told),
        };
        Some(view! { <p class="t-notice">{sentence}</p> }.into_any())
    })
}

/// Says which parts of the address were ignored, which figure does not exist, and which page was
/// probably meant.
#[component]
fn AddressNotices() -> impl IntoView {
    let site = Site::from_context();
    let lines = move || {
        site.location.with(|location| {
            let figure = location.address.fragment.as_deref();
            let figure = figure.filter(|id| id.contains('/'));
            // On the page for addresses that do not exist, the loaded data are not those of the
            // page that was meant, so nothing is said of its figures.
            let figure = figure.filter(|_| location.address.page != Page::NotFound);
            let figure = figure.filter(|id| site.dataset.observation(id).is_none());
            let figure = figure.map(|id| phrase::no_such_figure(site.lang(), id));
            let lines = ignored_lines(site.lang(), &location.ignored).chain(figure);
            let lines = lines.map(|line| view! { <p>{line}</p> }.into_any());
            let suggestion = location.suggestion.as_ref().map(|address| {
                let name = head(site.dataset, address).name;
                view! {
                    <p>
                        {DID_YOU_MEAN.of(site.lang())} " " <a href=href(site.base, address)>{name}</a> "?"
                    </p>
                }
                .into_any()
            });
            suggestion.into_iter().chain(lines).collect::<Vec<_>>()
        })
    };
    reactive(move || {
        let lines = lines();
        (!lines.is_empty()).then(|| view! { <div class="t-notice">{lines}</div> }.into_any())
    })
}

fn ignored_lines(lang: Lang, values: &[Ignored]) -> impl Iterator<Item = String> {
    values.iter().map(move |Ignored { key, value, reason }| match reason {
        IgnoredReason::Meaningless => {
            phrase::ignored_value(lang, key, value, words::selection_key(lang, key))
        }
        IgnoredReason::Replaced => phrase::repeated_value(lang, key, value),
        IgnoredReason::TooMany => phrase::too_many_chosen(lang, key, value, MAX_CHOSEN),
        IgnoredReason::NotFollowed => phrase::has_no_promises(lang, key, value),
    })
}
