//! The running application: which page is shown, and how another view or another page comes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use any_spawner::Executor;
use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider, Url};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::PageTransitionEvent;

use super::bundles::Bundles;
use super::document::{self, Program, listen};
use super::history::{History, Place, Way};
use super::links::{listen_to_clicks, listen_to_presses};
use super::stage::{Stage, Start};
use super::takeover::{Written, has_choices};
use super::{focus, press};
use crate::address::{Address, Page, Parsed, Selection, href, mended_id, page_at, parse};
use crate::data::{Dataset, Date, Day};
use crate::i18n::Lang;
use crate::ui::routes::{Follows, follows};

/// What lives as long as the page that the browser has loaded.
pub(super) struct App {
    /// What pages start from; its day is the one of the first.
    pub(super) start: Start,
    pub(super) bundles: Bundles,
    pub(super) history: History,
    /// The page in place, or the one that will take the place of the written page.
    pub(super) stage: RefCell<Option<Rc<Stage>>>,
    /// The written page, where the program makes one to take its place.
    pub(super) written: RefCell<Option<Written>>,
    /// The address of what is shown; until the program has shown a page, of the written one.
    pub(super) shown: RefCell<Url>,
    /// Whether the program has shown a page in the place of the written one.
    pub(super) has_shown: Cell<bool>,
    /// Counts what was asked for: only the last comes into place.
    pub(super) asked: Cell<u32>,
    /// Whether it is said that a page is on its way.
    pub(super) is_said: Cell<bool>,
}

thread_local! {
    static APP: RefCell<Option<Rc<App>>> = const { RefCell::new(None) };
}

/// The application, once it has started.
fn app() -> Option<Rc<App>> {
    APP.with_borrow(Clone::clone)
}

/// Starts the application in the page that the browser has loaded: a written one, which stays until
/// something changes, or the empty one that Trunk serves.
pub fn start() {
    console_error_panic_hook::set_once();
    // An error means that there is an executor already, which is as good.
    let _ = Executor::init_wasm_bindgen();
    let Some(root) = document::root() else { return };
    let Ok(url) = BrowserUrl::current() else { return };
    let attribute = |name: &str| root.get_attribute(name).filter(|value| !value.is_empty());
    let base = attribute("data-base").or_else(document::base_of_program);
    let base: &'static str = base.unwrap_or_else(|| "/".to_owned()).leak();
    let written = attribute("data-day").and_then(|day| day.parse::<Date>().ok()).map(Date::end);
    // A phone whose clock stands still is at least as late as the page it reads.
    let today = written.map_or(document::today(), |day| day.max(document::today()));
    let app = Rc::new(App {
        start: Start { base, today, go, look_at_day },
        bundles: Bundles::new(&root, base),
        history: History::new(),
        stage: RefCell::default(),
        written: RefCell::default(),
        shown: RefCell::new(url.clone()),
        has_shown: Cell::default(),
        asked: Cell::default(),
        is_said: Cell::default(),
    });
    APP.replace(Some(Rc::clone(&app)));
    press::watch();
    app.listen();
    if document::is_anything_shown() {
        focus::point_at(document::fragment(&url).as_deref());
        app.begin(written);
    } else {
        app.show(&url, Way::Travel(None));
    }
}

impl App {
    /// Follows what the reader does with the browser, for as long as the program runs.
    fn listen(self: &Rc<Self>) {
        let app = Rc::clone(self);
        listen_to_clicks(move |written| app.follow_link(written));
        let app = Rc::clone(self);
        listen_to_presses(move |written| app.fetch_ahead(written));
        let app = Rc::clone(self);
        listen("popstate", move |_| app.travel());
        let app = Rc::clone(self);
        listen("pagehide", move |_| app.history.give());
        let app = Rc::clone(self);
        listen("pageshow", move |event| {
            if event.unchecked_ref::<PageTransitionEvent>().persisted() {
                app.come_back();
            }
        });
        listen("visibilitychange", |_| look_at_day());
        document::at_midnight(look_at_day);
    }

    /// What a page starts from now.
    pub(super) fn start_now(&self) -> Start {
        Start { today: self.start.today.max(document::today()), ..self.start }
    }

    /// Begins with the written page, which was written on a day.
    fn begin(self: &Rc<Self>, written: Option<Day>) {
        let app = Rc::clone(self);
        document::when_idle(move |_| {
            spawn_local(async move {
                let first = app.first().await;
                match first {
                    // The reader has gone on to another page meanwhile.
                    _ if app.has_shown.get() => {}
                    None => {
                        // Without data the page itself tells which places there are in it.
                        let id = document::fragment(&app.shown.borrow());
                        let mended =
                            id.as_deref().map(mended_id).filter(|m| Some(m) != id.as_ref());
                        focus::reveal_at_start(mended, false);
                        document::come_to(Program::Alive);
                    }
                    Some(Ok(dataset)) => document::when_idle(move |_| {
                        // To read the data was enough for one task.
                        if !app.has_shown.get() {
                            app.wait(written, dataset);
                        }
                    }),
                    Some(Err(reason)) => {
                        leptos::logging::warn!("{reason}");
                        document::come_to(Program::NoData);
                    }
                }
            });
        });
    }

    /// Makes the page that will take the place of the written one, at once where that no longer holds.
    fn wait(self: &Rc<Self>, written: Option<Day>, dataset: &'static Dataset) {
        let start = self.start_now();
        let parsed = self.read(&self.shown.borrow(), dataset);
        let Address { page, selection, fragment, .. } = parsed.address.clone();
        let stage = Stage::new(start, parsed.clone(), dataset);
        let (Some(root), Some(stage)) = (document::root(), stage) else { return };
        stage.open(fragment.as_deref());
        self.keep(&stage);
        let is_of_today = follows(&page, dataset) != Follows::Day || written == Some(start.today);
        let is_as_written = is_of_today
            && !document::is_lost()
            && selection == Selection::default()
            && stage.has_all_of(&parsed);
        // Before a choice that was made meanwhile is repeated, which has an address of its own.
        self.write_anew(&parsed);
        if is_as_written {
            document::come_to(Program::Alive);
            // The browser has gone there itself, if it was told right.
            focus::reveal_at_start(fragment.clone(), !parsed.is_mended);
        }
        let written = Written { root, stage };
        self.written.replace(Some(written.clone()));
        written.wait(is_as_written, move || {
            if !is_as_written {
                focus::reveal_at_start(fragment, false);
            }
        });
    }

    /// What a URL means for a page's data.
    pub(super) fn read(&self, url: &Url, dataset: &Dataset) -> Parsed {
        parse(self.start.base, url.path(), url.search(), url.hash(), dataset)
    }

    /// The language and the page that are shown.
    pub(super) fn page_shown(&self) -> (Lang, Page) {
        page_at(self.start.base, self.shown.borrow().path())
    }

    /// Where a link leads, if to a page of the site.
    pub(super) fn page_of_link(&self, written: &str) -> Option<(Url, Lang, Page)> {
        let shown = self.shown.borrow();
        let here = format!("{}{}", shown.origin(), document::text_of(&shown));
        let url = BrowserUrl::parse_with_base(written, &here).ok()?;
        let (lang, page) = page_at(self.start.base, url.path());
        (url.origin() == shown.origin() && page != Page::NotFound).then_some((url, lang, page))
    }

    /// Follows a link, or leaves it to the browser: what leads out of the site, to a file, to a page of no
    /// name, to a place on this page; to other pages once they are of a later release; and what means
    /// something that only data tell, as long as they have not come.
    fn follow_link(self: &Rc<Self>, written: &str) -> bool {
        let shown = self.shown.borrow().clone();
        let Some((url, lang, page)) = self.page_of_link(written) else { return false };
        if (lang, page) != self.page_shown() {
            if !document::is_superseded() {
                self.show(&url, Way::Link);
                return true;
            }
            return false;
        }
        let is_shown = url.path() == shown.path() && url.search() == shown.search();
        if is_shown && !url.hash().is_empty() && document::is_at(&shown) {
            self.history.leave();
            if let Some(stage) = self.stage() {
                stage.complete();
            }
            return false;
        }
        let Some(stage) = self.stage() else { return false };
        let focused = focus::focused();
        self.go(&self.read(&url, stage.site().dataset).address);
        if url.hash().is_empty() {
            // The link may be replaced with what it stands in.
            request_animation_frame(move || focus::focus_again(focused));
        }
        true
    }

    /// Goes to an address: to another page as a link does, to another view of this one as a choice. A link to
    /// a place is one to go back from, too.
    fn go(self: &Rc<Self>, address: &Address) {
        let Ok(url) = BrowserUrl::parse(&href(self.start.base, address)) else { return };
        if (address.lang, address.page.clone()) == self.page_shown() {
            let way = if address.fragment.is_some() { Way::Link } else { Way::Choice };
            self.view(&url, way);
        } else if document::is_superseded() {
            document::visit(&url);
        } else {
            self.show(&url, Way::Link);
        }
    }

    /// Follows Back and Forward, and the browser's way to a place on the page.
    fn travel(self: &Rc<Self>) {
        let was_at = self.history.travel();
        let Ok(url) = BrowserUrl::current() else { return };
        let way = Way::Travel(was_at);
        if page_at(self.start.base, url.path()) == self.page_shown() {
            self.view(&url, way);
        } else {
            self.show(&url, way);
        }
    }

    /// Shows another view of the page, at once: another choice may follow in the same moment.
    fn view(self: &Rc<Self>, url: &Url, way: Way) {
        // A page that was on its way is no longer asked for.
        self.ask();
        self.history.go(&way, &document::text_of(url));
        self.shown.replace(url.clone());
        let mut was_at = way.was_at();
        let mut fragment = document::fragment(url).map(|id| mended_id(&id));
        // Without data the written page is all there is, as long as only a place in it is asked for.
        if let Some(stage) = self.stage() {
            let parsed = self.read(url, stage.site().dataset);
            let before = stage.site().location.get_untracked();
            let is_there =
                parsed.address.selection == before.address.selection && stage.has_all_of(&parsed);
            // Whoever asks for today, or for what is shown once more, asks for the day that it is.
            let is_of_today = parsed.address.selection.day.is_none()
                && (before.address.selection.day.is_some() || parsed.address == before.address);
            fragment.clone_from(&parsed.address.fragment);
            stage.open(fragment.as_deref());
            stage.complete();
            if stage.is_altered() && !is_there
                || is_of_today && stage.site().today < self.start_now().today
            {
                if fragment.is_none() {
                    was_at = was_at.or_else(Place::here);
                }
                self.build_anew(&stage, parsed);
            } else {
                stage.site().location.set(parsed);
                if !is_there {
                    stage.put();
                }
            }
            look_at_day();
        }
        focus::arrive(fragment, was_at, false);
    }

    /// Builds the page anew as it is asked for, on the day that it is, and puts it into place.
    fn build_anew(&self, stage: &Rc<Stage>, parsed: Parsed) {
        if !stage.has_all() {
            return;
        }
        let Some(anew) = Stage::new(self.start_now(), parsed, stage.site().dataset) else { return };
        let was_free = focus::is_free();
        anew.site().opened.set(stage.site().opened.get_untracked());
        anew.put();
        self.keep(&anew);
        // What was pressed may be gone.
        if !was_free && focus::is_free() {
            focus::on_heading();
        }
    }

    /// Counts what is asked for; what was asked for before is not waited for any more.
    pub(super) fn ask(&self) -> u32 {
        if self.is_said.replace(false) {
            document::say("");
        }
        self.asked.set(self.asked.get() + 1);
        self.asked.get()
    }

    /// The page in place, or the one that will be.
    fn stage(&self) -> Option<Rc<Stage>> {
        self.stage.borrow().clone()
    }

    /// Remembers a page that is in place, or will be.
    pub(super) fn keep(&self, stage: &Rc<Stage>) {
        self.stage.replace(Some(Rc::clone(stage)));
    }

    /// Takes up a page that the browser had put away whole. Some browsers give its controls back as they came:
    /// so it is built from the address, where the program has built it, or the reader has chosen in it.
    fn come_back(&self) {
        self.history.take();
        if let Some(stage) = self.stage()
            && (stage.is_in_place() || document::root().is_some_and(|root| has_choices(&root)))
        {
            let place = self.history.left_at().or_else(Place::here);
            let location = stage.site().location.get_untracked();
            let fragment = location.address.fragment.clone();
            self.build_anew(&stage, location);
            focus::point_at(fragment.as_deref());
            if let Some(place) = place {
                place.restore();
            }
        }
    }

    /// Tells a page that follows the day when another has begun. The reader decides whether it goes along.
    fn look_at_day(&self) {
        let today = self.start_now().today;
        let Some(stage) = self.stage() else { return };
        let site = stage.site();
        if today <= site.now.get_untracked() {
            return;
        }
        let written = self.written.borrow().clone();
        if let Some(written) = written
            && Rc::ptr_eq(&written.stage, &stage)
            && follows(&site.page(), site.dataset) == Follows::Day
        {
            written.give_way();
        }
        site.now.set(today);
    }
}

/// Goes to an address, for the components.
fn go(address: &Address) {
    if let Some(app) = app() {
        app.go(address);
    }
}

/// Notices that another day has begun.
fn look_at_day() {
    if let Some(app) = app() {
        app.look_at_day();
    }
}
