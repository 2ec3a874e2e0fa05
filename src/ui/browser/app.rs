//! The running application: which page is shown, and how another view or another page comes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use any_spawner::Executor;
use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider, Url};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::PageTransitionEvent;

use super::bundles::Bundles;
use super::document::{self, Program, listen};
use super::history::{History, Place, Way};
use super::links::listen_to_clicks;
use super::stage::{Stage, Start};
use super::takeover::{Written, has_choices};
use super::{focus, press};
use crate::address::{Address, Page, Parsed, Selection, href, page_at, parse};
use crate::data::{Dataset, Date, Day};
use crate::i18n::Lang;
use crate::ui::routes::{Follows, follows};

/// How long a page may be on its way before that is said: what comes sooner would only flash.
const PATIENCE: Duration = Duration::from_millis(300);

/// What lives as long as the page that the browser has loaded.
struct App {
    /// What pages start from; its day is the one of the first.
    start: Start,
    bundles: Bundles,
    history: History,
    /// The page in place, or the one that will take the place of the written page.
    stage: RefCell<Option<Rc<Stage>>>,
    /// The written page, where the program makes one to take its place.
    written: RefCell<Option<Written>>,
    /// The address of what is shown; until the program has shown a page, of the written one.
    shown: RefCell<Url>,
    /// Whether the program has shown a page in the place of the written one.
    has_shown: Cell<bool>,
    /// Counts what was asked for: only the last comes into place.
    asked: Cell<u32>,
    /// Whether it is said that a page is on its way.
    is_said: Cell<bool>,
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
    fn start_now(&self) -> Start {
        Start { today: self.start.today.max(document::today()), ..self.start }
    }

    /// Begins with the written page, which was written on a day.
    fn begin(self: &Rc<Self>, written: Option<Day>) {
        let app = Rc::clone(self);
        document::when_idle(move |_| {
            spawn_local(async move {
                let first = app.bundles.first().await;
                match first {
                    // The reader has gone on to another page meanwhile.
                    _ if app.has_shown.get() => {}
                    None => document::come_to(Program::Alive),
                    Some(Ok(dataset)) => app.wait(written, dataset),
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
        let is_as_written =
            is_of_today && selection == Selection::default() && stage.has_all_of(&parsed);
        if is_as_written {
            document::come_to(Program::Alive);
            focus::reveal_at_start(fragment.clone(), true);
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
    fn read(&self, url: &Url, dataset: &Dataset) -> Parsed {
        parse(self.start.base, url.path(), url.search(), url.hash(), dataset)
    }

    /// The data of a page, and what a URL means to them. An address of something that the data do not
    /// have is of no page.
    async fn load(&self, url: &Url) -> Result<(&'static Dataset, Parsed), String> {
        let (_, page) = page_at(self.start.base, url.path());
        let found = self.bundles.of(&page).await;
        let (dataset, page) = match found {
            Ok(dataset) => (dataset, self.read(url, dataset).address.page),
            Err(reason) => {
                let followed = self.bundles.of(&Page::NotFound).await?;
                match self.read(url, followed).address.page {
                    Page::NotFound => (followed, Page::NotFound),
                    _ => return Err(reason),
                }
            }
        };
        let dataset = if page == Page::NotFound { self.bundles.of(&page).await? } else { dataset };
        Ok((dataset, self.read(url, dataset)))
    }

    /// The language and the page that are shown.
    fn page_shown(&self) -> (Lang, Page) {
        page_at(self.start.base, self.shown.borrow().path())
    }

    /// Follows a link, or leaves it to the browser: what leads out of the site, to a file, to a page of no
    /// name, to a place on this page; to other pages once they are of a later release; and what means
    /// something that only data tell, as long as they have not come.
    fn follow_link(self: &Rc<Self>, written: &str) -> bool {
        let shown = self.shown.borrow().clone();
        let here = format!("{}{}", shown.origin(), document::text_of(&shown));
        let Ok(url) = BrowserUrl::parse_with_base(written, &here) else { return false };
        let (lang, page) = page_at(self.start.base, url.path());
        if url.origin() != shown.origin() || page == Page::NotFound {
            return false;
        }
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
        self.go(&self.read(&url, stage.site.dataset).address);
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
        // Without data the written page is all there is, as long as only a place in it is asked for.
        if let Some(stage) = self.stage() {
            let parsed = self.read(url, stage.site.dataset);
            let before = stage.site.location.get_untracked();
            let is_there =
                parsed.address.selection == before.address.selection && stage.has_all_of(&parsed);
            // Whoever asks for today, or for what is shown once more, asks for the day that it is.
            let is_of_today = parsed.address.selection.day.is_none()
                && (before.address.selection.day.is_some() || parsed.address == before.address);
            stage.open(parsed.address.fragment.as_deref());
            if parsed.address.fragment.is_some() {
                stage.complete();
            }
            if stage.is_altered() && !is_there
                || is_of_today && stage.site.today < self.start_now().today
            {
                if parsed.address.fragment.is_none() {
                    was_at = was_at.or_else(Place::here);
                }
                self.build_anew(&stage, parsed);
            } else {
                stage.site.location.set(parsed);
                if !is_there {
                    stage.put();
                }
            }
            look_at_day();
        }
        focus::arrive(document::fragment(url), was_at, false);
    }

    /// Builds the page anew as it is asked for, on the day that it is, and puts it into place.
    fn build_anew(&self, stage: &Rc<Stage>, parsed: Parsed) {
        let Some(anew) = Stage::new(self.start_now(), parsed, stage.site.dataset) else { return };
        let was_free = focus::is_free();
        anew.site.opened.set(stage.site.opened.get_untracked());
        anew.put();
        self.keep(&anew);
        // What was pressed may be gone.
        if !was_free && focus::is_free() {
            focus::on_heading();
        }
    }

    /// Counts what is asked for; what was asked for before is not waited for any more.
    fn ask(&self) -> u32 {
        if self.is_said.replace(false) {
            document::say("");
        }
        self.asked.set(self.asked.get() + 1);
        self.asked.get()
    }

    /// Shows another page, once its data are there.
    fn show(self: &Rc<Self>, url: &Url, way: Way) {
        let app = Rc::clone(self);
        let url = url.clone();
        let asked = self.ask();
        if document::is_anything_shown() {
            let app = Rc::clone(self);
            let waits = move || {
                if app.asked.get() == asked {
                    app.is_said.set(true);
                    document::say(app.page_shown().0.messages().page_loading());
                }
            };
            set_timeout(waits, PATIENCE);
        }
        spawn_local(async move {
            let loaded = app.load(&url).await;
            if app.asked.get() != asked {
                return;
            }
            app.ask();
            match loaded {
                Ok((dataset, parsed)) => app.put_page(&url, way, dataset, parsed),
                Err(reason) if document::is_anything_shown() => {
                    leptos::logging::warn!("{reason}");
                    // The plain link remains.
                    document::visit(&url);
                }
                Err(reason) => {
                    leptos::logging::warn!("{reason}");
                    document::come_to(Program::NoData);
                }
            }
        });
    }

    fn put_page(&self, url: &Url, way: Way, dataset: &'static Dataset, parsed: Parsed) {
        let is_first = !document::is_anything_shown();
        self.has_shown.set(true);
        let fragment = parsed.address.fragment.clone();
        let Some(stage) = Stage::new(self.start_now(), parsed, dataset) else { return };
        stage.open(fragment.as_deref());
        self.history.go(&way, &document::text_of(url));
        self.shown.replace(url.clone());
        if fragment.is_some() || matches!(way, Way::Travel(_)) {
            // Where the reader goes, or was, may be anywhere on it.
            stage.put();
        } else {
            stage.put_top();
        }
        self.keep(&stage);
        focus::arrive(fragment, way.was_at(), !is_first);
    }

    /// The page in place, or the one that will be.
    fn stage(&self) -> Option<Rc<Stage>> {
        self.stage.borrow().clone()
    }

    /// Remembers a page that is in place, or will be.
    fn keep(&self, stage: &Rc<Stage>) {
        self.stage.replace(Some(Rc::clone(stage)));
    }

    /// Takes up a page that the browser had put away whole. Some browsers give its controls back as they came:
    /// so it is built from the address, where the program has built it, or the reader has chosen in it.
    fn come_back(&self) {
        self.history.take();
        if let Some(stage) = self.stage()
            && (stage.is_in_place() || document::root().is_some_and(|root| has_choices(&root)))
        {
            let place = Place::here();
            self.build_anew(&stage, stage.site.location.get_untracked());
            if let Some(place) = place {
                place.restore();
            }
        }
    }

    /// Tells a page that follows the day when another has begun. The reader decides whether it goes along.
    fn look_at_day(&self) {
        let today = self.start_now().today;
        let Some(stage) = self.stage() else { return };
        let site = stage.site;
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
