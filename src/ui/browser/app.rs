//! The running application: which page is shown, and how another view or another page comes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use any_spawner::Executor;
use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationChange, LocationProvider, Url};
use wasm_bindgen_futures::spawn_local;

use super::bundles::Bundles;
use super::document::{self, Program};
use super::links::Links;
use super::stage::{Stage, Start};
use super::takeover::Written;
use super::{focus, press};
use crate::address::{Address, Page, Parsed, Selection, href, mended_id, page_at, parse};
use crate::data::{Dataset, Date, Day};
use crate::i18n::Lang;
use crate::ui::routes::{Follows, follows};

/// What lives as long as the page that the browser has loaded.
struct App {
    start: Start,
    bundles: Bundles,
    url: BrowserUrl,
    /// The address that is shown, or that is on its way.
    at: RefCell<Url>,
    /// The page in place, or the one that will take the place of the written page.
    stage: RefCell<Option<Rc<Stage>>>,
    /// The address of what is shown; until the program has shown a page, of the written one.
    shown: RefCell<Url>,
    /// Whether the program has shown a page in the place of the written one.
    has_shown: Cell<bool>,
    /// Counts what was asked for: only the last comes into place.
    asked: Cell<u32>,
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
    let Ok(url) = BrowserUrl::new() else { return };
    let attribute = |name: &str| root.get_attribute(name).filter(|value| !value.is_empty());
    let base = attribute("data-base").or_else(document::base_of_program);
    let base: &'static str = base.unwrap_or_else(|| "/".to_owned()).leak();
    let written = attribute("data-day").and_then(|day| day.parse::<Date>().ok()).map(Date::end);
    // A phone whose clock stands still is at least as late as the page it reads.
    let today = written.map_or(document::today(), |day| day.max(document::today()));
    let app = Rc::new(App {
        start: Start { base, today, go },
        bundles: Bundles::new(&root, base),
        shown: RefCell::new(url.as_url().get_untracked()),
        at: RefCell::new(url.as_url().get_untracked()),
        url: url.clone(),
        stage: RefCell::default(),
        has_shown: Cell::default(),
        asked: Cell::default(),
    });
    APP.replace(Some(Rc::clone(&app)));
    // Lives as long as the program.
    let owner = Owner::new_root(None);
    owner.with(|| {
        press::watch();
        app.links().listen();
        url.init(Some(base.into()));
        let was_written = document::is_anything_shown();
        Effect::new(move |is_first: Option<bool>| {
            let url = url.as_url().get();
            match is_first {
                None if was_written => app.begin(written),
                None => app.show(&url),
                Some(_) => app.follow(&url),
            }
            false
        });
    });
    std::mem::forget(owner);
}

impl App {
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
                    Some(Ok(dataset)) => app.wait(written, dataset),
                    Some(Err(reason)) => {
                        leptos::logging::warn!("{reason}");
                        document::come_to(Program::NoData);
                    }
                }
            });
        });
    }

    /// The data of the written page; of the one in the place of any that there is not, of the page that is
    /// meant, or of all that may be. `None` where nothing takes its place.
    async fn first(&self) -> Option<Result<&'static Dataset, String>> {
        if !document::is_lost() {
            return self.bundles.first().await;
        }
        let url = self.shown.borrow().clone();
        let followed = self.bundles.of(&Page::NotFound).await.ok()?;
        let Parsed { address, meant, .. } = self.read(&url, followed);
        match address.page {
            Page::NotFound => meant.map(|_| Ok(followed)),
            page => self.bundles.of(&page).await.ok().map(Ok),
        }
    }

    /// Makes the page that will take the place of the written one, at once where that no longer holds.
    fn wait(self: &Rc<Self>, written: Option<Day>, dataset: &'static Dataset) {
        let parsed = self.read(&self.shown.borrow(), dataset);
        let Address { page, selection, fragment, .. } = parsed.address.clone();
        let stage = Stage::new(self.start, parsed.clone(), dataset);
        let (Some(root), Some(stage)) = (document::root(), stage) else { return };
        stage.open(fragment.as_deref());
        self.keep(&stage);
        let is_of_today =
            follows(&page, dataset) != Follows::Day || written == Some(self.start.today);
        let is_as_written = is_of_today
            && !document::is_lost()
            && selection == Selection::default()
            && stage.has_all_of(&parsed);
        // Before a choice that was made meanwhile is repeated, which has an address of its own.
        self.write_anew(&parsed);
        Written { root, stage }.wait(is_as_written);
        document::come_to(Program::Alive);
        focus::reveal_at_start(fragment, is_as_written);
    }

    /// Has the address bar show the address as the site writes it, where it had to be mended and all of it is
    /// understood: what is shown can be passed on, and the browser finds the place in it.
    fn write_anew(&self, parsed: &Parsed) {
        let is_whole = parsed.address.page != Page::NotFound && parsed.ignored.is_empty();
        let value = href(self.start.base, &parsed.address);
        let Ok(url) = BrowserUrl::parse(&value) else { return };
        if parsed.is_mended && is_whole {
            self.at.replace(url.clone());
            self.shown.replace(url.clone());
            let change = LocationChange { value, scroll: false, ..LocationChange::default() };
            self.url.complete_navigation(&LocationChange { replace: true, ..change });
            self.url.as_url().set(url);
        }
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

    /// Follows the address: another view of the page, or another page.
    fn follow(self: &Rc<Self>, url: &Url) {
        if self.at.replace(url.clone()) == *url {
            return;
        }
        if page_at(self.start.base, url.path()) != self.page_shown() {
            self.show(url);
            return;
        }
        // A page that was on its way is no longer asked for.
        self.asked.set(self.asked.get() + 1);
        self.shown.replace(url.clone());
        let Some(stage) = self.stage.borrow().clone() else {
            // The written page is all there is, as long as only a place in it is asked for.
            focus::reveal(document::fragment(url));
            return;
        };
        let parsed = self.read(url, stage.site.dataset);
        let before = stage.site.location.get_untracked();
        let fragment = parsed.address.fragment.clone();
        if parsed.address.selection == before.address.selection && stage.has_all_of(&parsed) {
            stage.open(fragment.as_deref());
            stage.site.location.set(parsed);
            focus::reveal(fragment);
            return;
        }
        stage.open(fragment.as_deref());
        if stage.is_altered() {
            let Some(anew) = Stage::new(self.start, parsed, stage.site.dataset) else { return };
            anew.site.opened.set(stage.site.opened.get_untracked());
            anew.put();
            self.keep(&anew);
        } else {
            stage.site.location.set(parsed);
            stage.put();
        }
        focus::reveal(fragment);
    }

    /// Shows another page, once its data are there.
    fn show(self: &Rc<Self>, url: &Url) {
        let app = Rc::clone(self);
        let url = url.clone();
        self.asked.set(self.asked.get() + 1);
        let asked = self.asked.get();
        spawn_local(async move {
            let loaded = app.load(&url).await;
            if app.asked.get() != asked {
                return;
            }
            match loaded {
                Ok((dataset, parsed)) => app.put_page(&url, dataset, parsed),
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

    fn put_page(self: &Rc<Self>, url: &Url, dataset: &'static Dataset, parsed: Parsed) {
        let is_first = !document::is_anything_shown();
        self.has_shown.set(true);
        self.shown.replace(url.clone());
        let fragment = parsed.address.fragment.clone();
        let Some(stage) = Stage::new(self.start, parsed.clone(), dataset) else { return };
        stage.open(fragment.as_deref());
        stage.put();
        self.keep(&stage);
        self.url.ready_to_complete();
        self.write_anew(&parsed);
        document::come_to(Program::Alive);
        if fragment.is_some() {
            focus::reveal(fragment);
        } else if !is_first {
            focus::on_heading();
        }
    }

    /// Remembers a page that is in place, or will be.
    fn keep(&self, stage: &Rc<Stage>) {
        self.stage.replace(Some(Rc::clone(stage)));
    }

    /// How clicks on links are followed.
    fn links(self: &Rc<Self>) -> Links {
        let (shown, viewed) = (Rc::clone(self), Rc::clone(self));
        Links {
            base: self.start.base,
            is_shown: Box::new(move |lang, page| {
                let (lang_shown, page_shown) = shown.page_shown();
                (lang_shown, &page_shown) == (lang, page)
            }),
            view: Box::new(move |url| viewed.view(url)),
        }
    }

    /// Shows the view of this page that a URL asks for; says whether it can. What a URL means only data tell:
    /// before they have come, and on a page that nothing changes, the written page is all there is.
    fn view(self: &Rc<Self>, url: &str) -> bool {
        let dataset = self.stage.borrow().as_ref().map(|stage| stage.site.dataset);
        let (Some(dataset), Ok(url)) = (dataset, BrowserUrl::parse(url)) else { return false };
        self.go(&self.read(&url, dataset).address);
        true
    }

    /// Goes to an address as a choice does: another view of a page is a new entry of the history; words of
    /// a search, of which every letter is one, take the place of the last.
    fn go(self: &Rc<Self>, address: &Address) {
        let value = href(self.start.base, address);
        let words = |selection: &Selection| selection.search.clone();
        let here = self.stage.borrow().as_ref().map(|stage| stage.site.location.get_untracked());
        let replace = here.is_some_and(|here| {
            here.address.is_of_page(address)
                && words(&here.address.selection) != words(&address.selection)
        });
        let change = LocationChange { value, replace, scroll: false, ..LocationChange::default() };
        let Ok(url) = BrowserUrl::parse(&change.value) else { return };
        self.url.complete_navigation(&change);
        self.url.as_url().set(url.clone());
        // At once, and not with the effects to come: another choice may follow in the same moment.
        self.follow(&url);
    }
}

/// As [`App::go`], for the components.
fn go(address: &Address) {
    if let Some(app) = app() {
        app.go(address);
    }
}
