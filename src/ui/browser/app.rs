//! The running application: it holds the page that is shown, and decides what happens when the
//! reader follows a link, makes a choice or uses Back and Forward.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use any_spawner::Executor;
use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider, Url};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::PageTransitionEvent;

use super::built_page::{BuiltPage, Environment};
use super::bundles::Bundles;
use super::chart_keys::listen_to_chart_keys;
use super::document::{self, ProgramState, listen};
use super::focused_element::{focused_element, restore_focus};
use super::history::{History, Navigation};
use super::links::{listen_to_clicks, listen_to_presses};
use super::position::ReadingPosition;
use super::takeover::{WrittenPage, has_changed_controls};
use super::{focus, pointer};
use crate::address::{Address, Page, Parsed, Selection, href, mended_id, page_at, parse};
use crate::compare::{Today, today as believed_day};
use crate::data::{Dataset, Date, Day};
use crate::i18n::Lang;
use crate::ui::routes::{ChangesWith, changes_with};

/// The state of the program, from its start until the browser loads another document.
pub(super) struct App {
    /// What new pages are built with. Its day is the one on which the program started.
    pub(super) environment: Environment,
    /// The day on which the page that the browser loaded was written; `None` if it is Trunk's own.
    written_day: Option<Day>,
    pub(super) bundles: Bundles,
    pub(super) history: History,
    /// The built page that is shown, or the one that will replace the written page.
    pub(super) page: RefCell<Option<Rc<BuiltPage>>>,
    /// The written page, while a built page waits to replace it.
    pub(super) written_page: RefCell<Option<WrittenPage>>,
    /// The address of the page that is shown.
    pub(super) shown_url: RefCell<Url>,
    /// Whether the program has shown another page than the one the browser loaded.
    pub(super) has_shown_page: Cell<bool>,
    /// The number of the last request. When data arrive for an earlier request, they are not shown.
    pub(super) last_request: Cell<u32>,
    /// Whether the status line says that a page is loading.
    pub(super) shows_loading_notice: Cell<bool>,
}

thread_local! {
    static APP: RefCell<Option<Rc<App>>> = const { RefCell::new(None) };
}

/// The application; `None` before it has started.
fn app() -> Option<Rc<App>> {
    APP.with_borrow(Clone::clone)
}

/// Starts the application. If the browser loaded a written page, it stays until something changes;
/// if it loaded the empty page that Trunk serves, the program shows the page of the address in it.
pub fn start() {
    console_error_panic_hook::set_once();
    // An error means that an executor was set before, which works as well.
    let _ = Executor::init_wasm_bindgen();
    let Some(root) = document::root() else { return };
    let Ok(url) = BrowserUrl::current() else { return };
    let attribute = |name: &str| root.get_attribute(name).filter(|value| !value.is_empty());
    let base = attribute("data-base").or_else(document::base_from_program_url);
    let base: &'static str = base.unwrap_or_else(|| "/".to_owned()).leak();
    let written = attribute("data-day").and_then(|day| day.parse::<Date>().ok()).map(Date::end);
    let app = Rc::new(App {
        environment: Environment { base, today: today(written), go_to, check_day },
        written_day: written,
        bundles: Bundles::new(&root, base),
        history: History::new(),
        page: RefCell::default(),
        written_page: RefCell::default(),
        shown_url: RefCell::new(url.clone()),
        has_shown_page: Cell::default(),
        last_request: Cell::default(),
        shows_loading_notice: Cell::default(),
    });
    APP.replace(Some(Rc::clone(&app)));
    pointer::track();
    app.listen();
    if document::has_page() {
        focus::mark_target_at_start(document::fragment(&url).as_deref());
        app.begin_takeover();
    } else {
        app.show_page(&url, Navigation::Traverse(None));
    }
}

impl App {
    /// Registers all event listeners of the application. They stay for as long as the program runs.
    fn listen(self: &Rc<Self>) {
        let app = Rc::clone(self);
        listen_to_clicks(move |href| {
            let is_followed = app.follow_link(href);
            // If the browser loads a page, what is known of this entry has to outlast this document.
            if !is_followed {
                app.history.save_position();
            }
            is_followed
        });
        let app = Rc::clone(self);
        listen_to_presses(move |href| app.fetch_ahead(href));
        let app = Rc::clone(self);
        listen("popstate", move |_| app.follow_traversal());
        let app = Rc::clone(self);
        listen("pagehide", move |_| app.history.return_scroll_restoration());
        let app = Rc::clone(self);
        listen("pageshow", move |event| {
            if event.unchecked_ref::<PageTransitionEvent>().persisted() {
                app.return_from_cache();
            }
        });
        listen("visibilitychange", |_| check_day());
        listen_to_chart_keys();
        document::at_each_midnight(check_day);
    }

    /// What a page that is built now is built with.
    pub(super) fn current_environment(&self) -> Environment {
        let now = today(self.written_day);
        let today = Today { day: now.day.max(self.environment.today.day), ..now };
        Environment { today, ..self.environment }
    }

    /// Loads the data of the written page and builds the page that will replace it, all in idle
    /// moments.
    fn begin_takeover(self: &Rc<Self>) {
        let app = Rc::clone(self);
        document::when_idle(move |_| {
            spawn_local(async move {
                let first = app.load_data_of_first_page().await;
                match first {
                    // The reader went to another page in the meantime.
                    _ if app.has_shown_page.get() => {}
                    None => {
                        // Nothing changes this page, so it has no data. The fragment is the id of
                        // an element in it; mend the id if the link was damaged on its way.
                        let id = document::fragment(&app.shown_url.borrow());
                        let mended = id.as_deref().map(mended_id);
                        let was_shown = mended == id;
                        let focused = app.history.take_focus_when_left();
                        focus::reveal_target_at_start(mended, was_shown, focused);
                        document::set_program_state(ProgramState::Alive);
                    }
                    Some(Ok(dataset)) => document::when_idle(move |_| {
                        // Parsing the data took long enough for one idle moment.
                        if !app.has_shown_page.get() {
                            app.prepare_takeover(dataset);
                        }
                    }),
                    Some(Err(reason)) => {
                        leptos::logging::warn!("{reason}");
                        document::set_program_state(ProgramState::NoData);
                    }
                }
            });
        });
    }

    /// Builds the page that will replace the written one. If the written page is not what its
    /// address asks for, it is replaced as soon as that page is built; otherwise at the first
    /// change.
    fn prepare_takeover(self: &Rc<Self>, dataset: &'static Dataset) {
        let environment = self.current_environment();
        let parsed = self.parse_url(&self.shown_url.borrow(), dataset);
        let Address { page: shown_page, selection, fragment, .. } = parsed.address.clone();
        let page = BuiltPage::new(environment, parsed.clone(), dataset);
        let (Some(root), Some(page)) = (document::root(), page) else { return };
        page.open_details(fragment.as_deref());
        self.remember_page(&page);
        let is_of_today = changes_with(&shown_page, dataset) != ChangesWith::Day
            || self.written_day == Some(environment.today.day)
                && environment.today.wrong_clock.is_none();
        let is_as_written = is_of_today
            && !document::is_not_found_page()
            && selection == Selection::default()
            && page.can_show(&parsed);
        let focused = self.history.take_focus_when_left();
        // Do this first: a choice that the reader has made already will write an address of its
        // own.
        self.replace_mended_address(&parsed);
        if is_as_written {
            document::set_program_state(ProgramState::Alive);
            // If the fragment was correct, the browser has scrolled to it already.
            let was_shown = !parsed.is_mended;
            focus::reveal_target_at_start(fragment.clone(), was_shown, focused.clone());
        }
        let written = WrittenPage { root, built: page };
        self.written_page.replace(Some(written.clone()));
        written.wait_for_change(is_as_written, move || {
            if !is_as_written {
                focus::reveal_target_at_start(fragment, false, focused);
            }
        });
    }

    /// Parses a URL. Some of its meaning depends on the data of the page.
    pub(super) fn parse_url(&self, url: &Url, dataset: &Dataset) -> Parsed {
        parse(self.environment.base, url.path(), url.search(), url.hash(), dataset)
    }

    /// The language of the page that is shown, and which page it is.
    pub(super) fn shown_page(&self) -> (Lang, Page) {
        page_at(self.environment.base, self.shown_url.borrow().path())
    }

    /// The URL, language and page that a link leads to; `None` if it leads to no page of this site.
    pub(super) fn page_of_link(&self, link: &str) -> Option<(Url, Lang, Page)> {
        let shown = self.shown_url.borrow();
        let here = format!("{}{}", shown.origin(), document::path_query_and_hash(&shown));
        let url = BrowserUrl::parse_with_base(link, &here).ok()?;
        let (lang, page) = page_at(self.environment.base, url.path());
        (url.origin() == shown.origin() && page != Page::NotFound).then_some((url, lang, page))
    }

    /// Follows a link and returns true, or returns false to leave it to the browser. The browser
    /// follows links to other sites, to files, to addresses without a page and to a place on this
    /// page; links to other pages once a later release is published, because those pages belong to
    /// it; and links to another view of a written page whose data have not come.
    fn follow_link(self: &Rc<Self>, link: &str) -> bool {
        let shown = self.shown_url.borrow().clone();
        let Some((url, lang, page)) = self.page_of_link(link) else { return false };
        if (lang, page) != self.shown_page() {
            if !document::is_release_superseded() {
                self.show_page(&url, Navigation::Link);
                return true;
            }
            return false;
        }
        let is_shown = url.path() == shown.path() && url.search() == shown.search();
        if is_shown && !url.hash().is_empty() && document::is_at_url(&shown) {
            if let Some(page) = self.page() {
                page.complete();
            }
            return false;
        }
        let Some(page) = self.page() else { return false };
        let focused = focused_element();
        self.go_to(&self.parse_url(&url, page.site().dataset).address);
        if url.hash().is_empty() {
            // The section with the link may be rendered anew, so give the focus to the new link.
            request_animation_frame(move || _ = restore_focus(focused.as_ref()));
        }
        true
    }

    /// Navigates to an address for a component: to another page as a link does, to another view of
    /// this page as a choice does. An address with a fragment adds an entry to the history even on
    /// the same page, so that the reader can go back.
    fn go_to(self: &Rc<Self>, address: &Address) {
        let Ok(url) = BrowserUrl::parse(&href(self.environment.base, address)) else { return };
        if (address.lang, address.page.clone()) == self.shown_page() {
            let navigation =
                if address.fragment.is_some() { Navigation::Link } else { Navigation::Choice };
            self.change_view(&url, navigation);
        } else if document::is_release_superseded() {
            document::load_page(&url);
        } else {
            self.show_page(&url, Navigation::Link);
        }
    }

    /// Shows what the address bar says, after Back, Forward, or a link to a place on the page that
    /// the browser followed itself.
    fn follow_traversal(self: &Rc<Self>) {
        let position = self.history.traverse();
        let Ok(url) = BrowserUrl::current() else { return };
        let navigation = Navigation::Traverse(position);
        if page_at(self.environment.base, url.path()) == self.shown_page() {
            self.change_view(&url, navigation);
        } else {
            self.show_page(&url, navigation);
        }
    }

    /// Shows another view of the present page. This is synchronous, because another choice may
    /// follow in the same moment.
    fn change_view(self: &Rc<Self>, url: &Url, navigation: Navigation) {
        // If another page is loading, it is no longer wanted.
        self.start_request();
        self.history.record(&navigation, &document::path_query_and_hash(url));
        self.shown_url.replace(url.clone());
        let mut position = navigation.position_before();
        let mut fragment = document::fragment(url).map(|id| mended_id(&id));
        // Without data there is only the written page, which is enough for going to a place on it.
        if let Some(page) = self.page() {
            let parsed = self.parse_url(url, page.site().dataset);
            let before = page.site().location.get_untracked();
            let is_already_shown =
                parsed.address.selection == before.address.selection && page.can_show(&parsed);
            // A reader who selects today, or asks again for what is shown, wants the present day,
            // even if the page was built on an earlier one.
            let is_of_today = parsed.address.selection.day.is_none()
                && (before.address.selection.day.is_some() || parsed.address == before.address);
            fragment.clone_from(&parsed.address.fragment);
            page.open_details(fragment.as_deref());
            page.complete();
            if page.is_translated() && !is_already_shown
                || is_of_today && page.site().page_day < self.current_environment().today.day
            {
                if fragment.is_none() {
                    position = position.or_else(ReadingPosition::current);
                }
                self.rebuild(&page, parsed);
            } else {
                page.site().location.set(parsed);
                if !is_already_shown {
                    page.put_in_place();
                }
            }
            check_day();
        }
        focus::go_to_destination(fragment, position, false);
    }

    /// Replaces the page with a new one, built for `parsed` and for the present day. Does nothing
    /// while the page waits for some of its data.
    fn rebuild(&self, page: &Rc<BuiltPage>, parsed: Parsed) {
        if !page.has_all_data() {
            return;
        }
        let Some(new_page) =
            BuiltPage::new(self.current_environment(), parsed, page.site().dataset)
        else {
            return;
        };
        let had_focus = !focus::is_nothing_focused();
        new_page.site().opened.set(page.site().opened.get_untracked());
        new_page.put_in_place();
        self.remember_page(&new_page);
        // The element that had the focus may be gone.
        if had_focus && focus::is_nothing_focused() {
            focus::focus_heading();
        }
    }

    /// Starts a new request and returns its number. Earlier requests are given up.
    pub(super) fn start_request(&self) -> u32 {
        if self.shows_loading_notice.replace(false) {
            document::show_status("");
        }
        self.last_request.set(self.last_request.get() + 1);
        self.last_request.get()
    }

    /// The built page that is shown, or the one that will replace the written page.
    fn page(&self) -> Option<Rc<BuiltPage>> {
        self.page.borrow().clone()
    }

    /// Stores a page as the one that is shown, or that will replace the written page.
    pub(super) fn remember_page(&self, page: &Rc<BuiltPage>) {
        self.page.replace(Some(Rc::clone(page)));
    }

    /// Called when the browser shows the document again from its back/forward cache. Some browsers
    /// reset the controls then, so the page is rebuilt from its address if the program had built
    /// it, or if a control of the written page was changed.
    fn return_from_cache(&self) {
        self.history.take_scroll_restoration();
        if let Some(page) = self.page()
            && (page.is_in_place()
                || document::root().is_some_and(|root| has_changed_controls(&root)))
        {
            let position = self.history.position_when_left().or_else(ReadingPosition::current);
            let location = page.site().location.get_untracked();
            let fragment = location.address.fragment.clone();
            self.rebuild(&page, location);
            focus::mark_target(fragment.as_deref());
            if let Some(position) = position {
                restore_focus(position.focused.as_ref());
                position.restore();
            }
        }
    }

    /// If another day has begun, tells the page, which then offers to show the new day. The reader
    /// decides. If the clock was set wrong by years, or set right again, the page says so.
    fn check_day(&self) {
        let Today { day, wrong_clock } = self.current_environment().today;
        let Some(page) = self.page() else { return };
        let site = page.site();
        let is_later = day > site.reader_day.get_untracked();
        if !is_later && wrong_clock == site.wrong_clock.get_untracked() {
            return;
        }
        let written = self.written_page.borrow().clone();
        if let Some(written) = written
            && Rc::ptr_eq(&written.built, &page)
            && changes_with(&site.page(), site.dataset) == ChangesWith::Day
        {
            written.hand_over();
        }
        site.wrong_clock.set(wrong_clock);
        if is_later {
            site.reader_day.set(day);
        }
    }
}

/// Which day it is by the device's clock, as far as it can be believed on a page that was written on
/// this day.
fn today(written: Option<Day>) -> Today {
    let clock = document::today();
    believed_day(clock, written.unwrap_or(clock))
}

/// Navigates to an address; given to components as `go_to`.
fn go_to(address: &Address) {
    if let Some(app) = app() {
        app.go_to(address);
    }
}

/// Checks whether another day has begun; given to components as `check_day`.
fn check_day() {
    if let Some(app) = app() {
        app.check_day();
    }
}
