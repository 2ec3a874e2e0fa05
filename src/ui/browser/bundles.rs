//! The data, bundle by bundle: each is fetched and read once, whoever asks for it meanwhile.

use std::cell::RefCell;
use std::collections::BTreeMap;

use futures::FutureExt;
use futures::future::{LocalBoxFuture, Shared};
use gloo_net::http::Request;
use web_sys::HtmlElement;

use crate::address::Page;
use crate::compare::Part;
use crate::data::{BUNDLES, Dataset, read_bundle};
use crate::ui::routes::route;

/// What was fetched, and where the rest is.
pub(super) struct Bundles {
    /// The folder of this release's bundles, with a slash at its end.
    folder: String,
    /// The one that the page was written from which the browser has loaded.
    first: Option<String>,
    /// By their files' names: those that are on their way, and those that came, which are kept as long as
    /// the program runs.
    asked: RefCell<BTreeMap<String, Fetching>>,
}

type Fetched = Result<&'static Dataset, String>;
type Fetching = Shared<LocalBoxFuture<'static, Fetched>>;

impl Bundles {
    /// The bundles of the release that a page was written with.
    pub(super) fn new(root: &HtmlElement, base: &str) -> Self {
        let folder = root.get_attribute("data-bundles").unwrap_or_else(|| BUNDLES.to_owned());
        let first = root.get_attribute("data-bundle");
        let first = first.and_then(|path| path.rsplit('/').next().map(str::to_owned));
        Self { folder: format!("{base}{folder}"), first, asked: RefCell::default() }
    }

    /// The data of the page that was written; `None` where nothing changes it.
    pub(super) async fn first(&self) -> Option<Fetched> {
        match &self.first {
            Some(file) => Some(self.file(file).await),
            None => None,
        }
    }

    /// Any data that are there.
    pub(super) fn any(&self) -> Option<&'static Dataset> {
        self.asked.borrow().values().find_map(|asked| asked.peek()?.as_ref().ok().copied())
    }

    /// The data of a page, where they are there: its own bundle, or one that has all of that, too.
    pub(super) fn there(&self, page: &Page) -> Option<&'static Dataset> {
        let part = (route(page).needs)(page, self.any());
        let asked = self.asked.borrow();
        let wider = Some(Part::Followed).filter(|wider| part.is_within(wider));
        let mut parts = std::iter::once(part).chain(wider);
        parts.find_map(|part| asked.get(&part.file_name())?.peek()?.as_ref().ok().copied())
    }

    /// The data of a page; an error says which file could not be used, and why.
    pub(super) async fn of(&self, page: &Page) -> Fetched {
        if let Some(dataset) = self.there(page) {
            return Ok(dataset);
        }
        let part = (route(page).needs)(page, self.any());
        let dataset = self.file(&part.file_name()).await?;
        // Only data tell whether the site follows a province.
        match (route(page).needs)(page, Some(dataset)) {
            own if own == part => Ok(dataset),
            own => self.file(&own.file_name()).await,
        }
    }

    async fn file(&self, file: &str) -> Fetched {
        let fetch = || fetch(format!("{}{file}", self.folder)).boxed_local().shared();
        let asked = self.asked.borrow_mut().entry(file.to_owned()).or_insert_with(fetch).clone();
        let fetched = asked.await;
        if fetched.is_err() {
            // Who asks again may have a network again.
            self.asked.borrow_mut().remove(file);
        }
        fetched
    }
}

async fn fetch(url: String) -> Fetched {
    let failed = |error: gloo_net::Error| format!("{url}: {error}");
    let response = Request::get(&url).send().await.map_err(failed)?;
    if !response.ok() {
        return Err(format!("{url}: HTTP {}", response.status()));
    }
    let text = response.text().await.map_err(failed)?;
    let dataset = read_bundle(&text).map_err(|error| format!("{url}: {error}"))?;
    Ok(Box::leak(Box::new(dataset)))
}
