//! The data, bundle by bundle: each is fetched once.

use std::cell::RefCell;
use std::collections::BTreeMap;

use gloo_net::http::Request;
use web_sys::HtmlElement;

use crate::address::Page;
use crate::data::{BUNDLES, Dataset, read_bundle};
use crate::ui::routes::route;

/// What was fetched, and where the rest is.
pub(super) struct Bundles {
    /// The folder of this release's bundles, with a slash at its end.
    folder: String,
    /// The one that the page was written from which the browser has loaded.
    first: Option<String>,
    /// By their files' names. They are kept as long as the program runs.
    fetched: RefCell<BTreeMap<String, &'static Dataset>>,
}

impl Bundles {
    /// The bundles of the release that a page was written with.
    pub(super) fn new(root: &HtmlElement, base: &str) -> Self {
        let folder = root.get_attribute("data-bundles").unwrap_or_else(|| BUNDLES.to_owned());
        let first = root.get_attribute("data-bundle");
        let first = first.and_then(|path| path.rsplit('/').next().map(str::to_owned));
        Self { folder: format!("{base}{folder}"), first, fetched: RefCell::default() }
    }

    /// The data of the page that was written; `None` where nothing changes it.
    pub(super) async fn first(&self) -> Option<Result<&'static Dataset, String>> {
        match &self.first {
            Some(file) => Some(self.file(file).await),
            None => None,
        }
    }

    /// The data of a page; an error says which file could not be used, and why.
    pub(super) async fn of(&self, page: &Page) -> Result<&'static Dataset, String> {
        let known = self.fetched.borrow().values().next().copied();
        let part = (route(page).needs)(page, known);
        let dataset = self.file(&part.file()).await?;
        // Only data tell whether the site follows a province.
        match (route(page).needs)(page, Some(dataset)) {
            own if own == part => Ok(dataset),
            own => self.file(&own.file()).await,
        }
    }

    async fn file(&self, file: &str) -> Result<&'static Dataset, String> {
        if let Some(known) = self.fetched.borrow().get(file) {
            return Ok(known);
        }
        let url = format!("{}{file}", self.folder);
        let text = fetch(&url).await?;
        let dataset = read_bundle(&text).map_err(|error| format!("{url}: {error}"))?;
        let dataset: &'static Dataset = Box::leak(Box::new(dataset));
        self.fetched.borrow_mut().insert(file.to_owned(), dataset);
        Ok(dataset)
    }
}

async fn fetch(url: &str) -> Result<String, String> {
    let response = Request::get(url).send().await.map_err(|error| format!("{url}: {error}"))?;
    if !response.ok() {
        return Err(format!("{url}: HTTP {}", response.status()));
    }
    response.text().await.map_err(|error| format!("{url}: {error}"))
}
