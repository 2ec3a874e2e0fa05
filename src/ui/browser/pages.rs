//! How another page comes: its data, its parts, its address.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider, Url};
use wasm_bindgen_futures::spawn_local;

use super::app::App;
use super::document::{self, Program};
use super::focus;
use super::history::Way;
use super::stage::{Has, Stage};
use crate::address::{Page, Parsed, href, page_at};
use crate::data::Dataset;
use crate::ui::routes::route;

/// The page of the menu whose data, small ones, are those of no other page: they are fetched as soon as the
/// reader is seen to move inside the site.
const NEXT: Page = Page::Ranking;

/// How long a page may be on its way before that is said: what comes sooner would only flash.
const PATIENCE: Duration = Duration::from_millis(300);

impl App {
    /// The data of the written page; of the one in the place of any that is not to be had, of the page that is
    /// asked for or meant. `None` where nothing takes its place.
    pub(super) async fn first(&self) -> Option<Result<&'static Dataset, String>> {
        if !document::is_lost() {
            return self.bundles.first().await;
        }
        let url = self.shown.borrow().clone();
        let followed = self.bundles.of(&Page::NotFound).await.ok()?;
        let Parsed { address, suggestion, .. } = self.read(&url, followed);
        match address.page {
            Page::NotFound => suggestion.map(|_| Ok(followed)),
            page => self.bundles.of(&page).await.ok().map(Ok),
        }
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

    /// Shows another page, once its data are there.
    pub(super) fn show(self: &Rc<Self>, url: &Url, way: Way) {
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
        let top = self.show_top(&url, &way);
        spawn_local(async move {
            let loaded = app.load(&url).await;
            if app.asked.get() != asked {
                return;
            }
            app.ask();
            let is_moving = matches!(way, Way::Link);
            match (loaded, top) {
                (Ok((dataset, _)), Some(top)) => top.go_on_with(dataset),
                (Ok((dataset, parsed)), None) => {
                    app.put_page(&url, &way, dataset, parsed, Has::All);
                }
                (Err(reason), _) if document::is_anything_shown() => {
                    leptos::logging::warn!("{reason}");
                    // The plain link remains.
                    document::visit(&url);
                }
                (Err(reason), _) => {
                    leptos::logging::warn!("{reason}");
                    document::come_to(Program::NoData);
                }
            }
            if is_moving {
                app.fetch_next();
            }
        });
    }

    /// Asks for the data of a page that will be gone to in a moment.
    pub(super) fn fetch_ahead(self: &Rc<Self>, written: &str) {
        let Some((_, _, page)) = self.page_of_link(written) else { return };
        if page != self.page_shown().1 && !document::is_superseded() {
            let app = Rc::clone(self);
            // What does not come is said when the page is gone to.
            spawn_local(async move { drop(app.bundles.of(&page).await) });
        }
    }

    /// Asks for the data of a page that the reader may well go to next, when there is nothing else to do.
    fn fetch_next(self: &Rc<Self>) {
        if self.bundles.there(&NEXT).is_none() && !document::saves_data() {
            let app = Rc::clone(self);
            document::when_idle(move |_| {
                spawn_local(async move {
                    drop(app.bundles.of(&NEXT).await);
                });
            });
        }
    }

    /// Shows the top of a page at once, where that can be made of any data and its own have not come.
    fn show_top(&self, url: &Url, way: &Way) -> Option<Rc<Stage>> {
        let (_, page) = page_at(self.start.base, url.path());
        let known = self.bundles.any().filter(|_| route(&page).has_top_of_any)?;
        let is_wanted = matches!(way, Way::Link) && self.bundles.there(&page).is_none();
        let parsed = self.read(url, known);
        (is_wanted && parsed.address.fragment.is_none())
            .then(|| self.put_page(url, way, known, parsed, Has::Top))?
    }

    fn put_page(
        &self,
        url: &Url,
        way: &Way,
        dataset: &'static Dataset,
        parsed: Parsed,
        has: Has,
    ) -> Option<Rc<Stage>> {
        let is_first = !document::is_anything_shown();
        self.has_shown.set(true);
        let fragment = parsed.address.fragment.clone();
        let stage = Stage::new(self.start_now(), parsed.clone(), dataset)?;
        stage.open(fragment.as_deref());
        self.history.go(way, &document::text_of(url));
        self.shown.replace(url.clone());
        if fragment.is_some() || matches!(way, Way::Travel(_)) {
            // Where the reader goes, or was, may be anywhere on it.
            stage.put();
        } else {
            stage.put_top(has);
        }
        self.keep(&stage);
        self.write_anew(&parsed);
        focus::arrive(fragment, way.was_at(), !is_first);
        Some(stage)
    }

    /// Has the address bar show the address as the site writes it, where it had to be mended and all of it is
    /// understood: what is shown can be passed on, and the browser finds the place in it.
    pub(super) fn write_anew(&self, parsed: &Parsed) {
        let is_whole = parsed.address.page != Page::NotFound && parsed.ignored.is_empty();
        let value = href(self.start.base, &parsed.address);
        let Ok(url) = BrowserUrl::parse(&value) else { return };
        if parsed.is_mended && is_whole {
            self.history.go(&Way::Choice, &value);
            self.shown.replace(url);
        }
    }
}
