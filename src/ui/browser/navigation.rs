//! Shows another page: loads its data, builds its sections, and changes the address.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider, Url};
use wasm_bindgen_futures::spawn_local;

use super::app::App;
use super::built_page::{BuiltPage, DataFor};
use super::document::{self, ProgramState};
use super::focus;
use super::focused_element::FocusedElement;
use super::history::Navigation;
use crate::address::{Page, Parsed, href, keys, page_at};
use crate::data::Dataset;
use crate::ui::routes::route;

/// A page in the menu that needs data of its own. They are small, so they are fetched as soon as the
/// reader has followed a link inside the site.
const LIKELY_NEXT_PAGE: Page = Page::Ranking;

/// How long a page may take to load before the reader is told. A notice about a shorter time would
/// only flash.
const LOADING_NOTICE_DELAY: Duration = Duration::from_millis(300);

impl App {
    /// Loads the data of the page that the browser loaded. In the place of a 404 page or a page
    /// that says there is no network, it loads those of the page that was asked for or probably
    /// meant. `None` if the written page should stay.
    pub(super) async fn load_data_of_first_page(&self) -> Option<Result<&'static Dataset, String>> {
        let url = self.shown_url.borrow().clone();
        if !document::is_not_found_page() {
            let data = self.bundles.load_for_written_page().await;
            // A page that nothing but a search changes has no data until its address asks for one.
            let is_search = url.search_params().get(keys::SEARCH).is_some_and(|it| !it.is_empty());
            if data.is_some() || !is_search {
                return data;
            }
            let (_, page) = page_at(self.environment.base, url.path());
            return Some(self.bundles.load_for(&page).await);
        }
        let followed = self.bundles.load_for(&Page::NotFound).await.ok()?;
        let Parsed { address, suggestion, .. } = self.parse_url(&url, followed);
        match address.page {
            Page::NotFound => suggestion.map(|_| Ok(followed)),
            page => self.bundles.load_for(&page).await.ok().map(Ok),
        }
    }

    /// Loads the data of the page at a URL, and parses the URL with them. If the data do not have
    /// what the URL names, it means the page for addresses that do not exist.
    async fn load_page_data(&self, url: &Url) -> Result<(&'static Dataset, Parsed), String> {
        let (_, page) = page_at(self.environment.base, url.path());
        let found = self.bundles.load_for(&page).await;
        let (dataset, page) = match found {
            Ok(dataset) => (dataset, self.parse_url(url, dataset).address.page),
            Err(reason) => {
                let followed = self.bundles.load_for(&Page::NotFound).await?;
                match self.parse_url(url, followed).address.page {
                    Page::NotFound => (followed, Page::NotFound),
                    _ => return Err(reason),
                }
            }
        };
        let dataset =
            if page == Page::NotFound { self.bundles.load_for(&page).await? } else { dataset };
        Ok((dataset, self.parse_url(url, dataset)))
    }

    /// Shows the page at a URL as soon as its data have come. If they do not come, the browser
    /// loads the page.
    pub(super) fn show_page(self: &Rc<Self>, url: &Url, navigation: Navigation) {
        let app = Rc::clone(self);
        let url = url.clone();
        let request = self.start_request();
        if document::has_page() {
            let app = Rc::clone(self);
            let show_notice = move || {
                if app.last_request.get() == request {
                    app.shows_loading_notice.set(true);
                    document::show_status(app.shown_page().0.messages().page_loading());
                }
            };
            set_timeout(show_notice, LOADING_NOTICE_DELAY);
        }
        let top = self.show_top(&url, &navigation);
        spawn_local(async move {
            let loaded = app.load_page_data(&url).await;
            if app.last_request.get() != request {
                return;
            }
            app.start_request();
            let is_moving = matches!(navigation, Navigation::Link);
            match (loaded, top) {
                (Ok((dataset, _)), Some(top)) => top.continue_with_data(dataset),
                (Ok((dataset, parsed)), None) => {
                    app.put_page_in_place(&url, &navigation, dataset, parsed, DataFor::All);
                }
                (Err(reason), _) if document::has_page() => {
                    leptos::logging::warn!("{reason}");
                    // Let the browser try.
                    document::load_page(&url);
                }
                (Err(reason), _) => {
                    leptos::logging::warn!("{reason}");
                    document::set_program_state(ProgramState::NoData);
                }
            }
            if is_moving {
                app.fetch_likely_next_page();
            }
        });
    }

    /// Starts to load the data of the page that a link leads to, when the link is pressed.
    pub(super) fn fetch_ahead(self: &Rc<Self>, link: &str) {
        let Some((_, _, page)) = self.page_of_link(link) else { return };
        if page != self.shown_page().1 && !document::is_release_superseded() {
            let app = Rc::clone(self);
            // A failure is reported when the page is shown.
            spawn_local(async move { drop(app.bundles.load_for(&page).await) });
        }
    }

    /// Loads the data of the page that the reader may go to next, when the browser is idle.
    fn fetch_likely_next_page(self: &Rc<Self>) {
        if self.bundles.loaded_for(&LIKELY_NEXT_PAGE).is_none() && !document::saves_data() {
            let app = Rc::clone(self);
            document::when_idle(move |_| {
                spawn_local(async move {
                    drop(app.bundles.load_for(&LIKELY_NEXT_PAGE).await);
                });
            });
        }
    }

    /// Shows the top of a page before its own data have come, if it can be built from any data;
    /// `None` if not.
    fn show_top(&self, url: &Url, navigation: &Navigation) -> Option<Rc<BuiltPage>> {
        let (_, page) = page_at(self.environment.base, url.path());
        let known = self.bundles.any_loaded().filter(|_| route(&page).top_works_with_any_data)?;
        let is_wanted =
            matches!(navigation, Navigation::Link) && self.bundles.loaded_for(&page).is_none();
        let parsed = self.parse_url(url, known);
        (is_wanted && parsed.address.fragment.is_none())
            .then(|| self.put_page_in_place(url, navigation, known, parsed, DataFor::Top))?
    }

    fn put_page_in_place(
        &self,
        url: &Url,
        navigation: &Navigation,
        dataset: &'static Dataset,
        parsed: Parsed,
        data_for: DataFor,
    ) -> Option<Rc<BuiltPage>> {
        let is_first = !document::has_page();
        self.has_shown_page.set(true);
        let fragment = parsed.address.fragment.clone();
        let page = BuiltPage::new(self.current_environment(), parsed.clone(), dataset)?;
        let position = navigation.position_before();
        page.open_details(fragment.as_deref());
        let focused = position.as_ref().and_then(|position| position.focused.as_ref());
        page.open_details(focused.and_then(FocusedElement::story));
        self.history.record(navigation, &document::path_query_and_hash(url));
        self.shown_url.replace(url.clone());
        if fragment.is_some() || matches!(navigation, Navigation::Traverse(_)) {
            // The destination may be anywhere on the page, so all of it is needed.
            page.put_in_place();
        } else {
            page.put_top_in_place(data_for);
        }
        self.remember_page(&page);
        self.replace_mended_address(&parsed);
        focus::go_to_destination(fragment, position, !is_first);
        Some(page)
    }

    /// If the address had to be mended, and all of it was understood, shows the correct address in
    /// the address bar, so that it can be copied.
    pub(super) fn replace_mended_address(&self, parsed: &Parsed) {
        let is_whole = parsed.address.page != Page::NotFound && parsed.ignored.is_empty();
        let value = href(self.environment.base, &parsed.address);
        let Ok(url) = BrowserUrl::parse(&value) else { return };
        if parsed.is_mended && is_whole {
            self.history.record(&Navigation::Choice, &value);
            self.shown_url.replace(url);
        }
    }
}
