//! Loads the data, one bundle at a time. Each bundle is fetched and parsed only once, even if
//! several callers ask for it at the same time.

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

/// All bundles that were requested, and where to fetch others.
pub(super) struct Bundles {
    /// The folder of this release's bundles, with a slash at its end.
    folder: String,
    /// The file of the bundle that the written page was made from; `None` if nothing changes that
    /// page.
    first_file: Option<String>,
    /// The requests by the name of their file, both running and finished. Their data are kept for
    /// as long as the program runs.
    requests: RefCell<BTreeMap<String, BundleRequest>>,
}

type Fetched = Result<&'static Dataset, String>;
type BundleRequest = Shared<LocalBoxFuture<'static, Fetched>>;

impl Bundles {
    /// The bundles of the same release as the written page.
    pub(super) fn new(root: &HtmlElement, base: &str) -> Self {
        let folder = root.get_attribute("data-bundles").unwrap_or_else(|| BUNDLES.to_owned());
        let first_file = root.get_attribute("data-bundle");
        let first_file = first_file.and_then(|path| path.rsplit('/').next().map(str::to_owned));
        Self { folder: format!("{base}{folder}"), first_file, requests: RefCell::default() }
    }

    /// Loads the data of the written page; `None` if nothing changes that page.
    pub(super) async fn load_for_written_page(&self) -> Option<Fetched> {
        match &self.first_file {
            Some(file) => Some(self.load_file(file).await),
            None => None,
        }
    }

    /// Any data that have been loaded.
    pub(super) fn any_loaded(&self) -> Option<&'static Dataset> {
        self.requests.borrow().values().find_map(|request| request.peek()?.as_ref().ok().copied())
    }

    /// The data of a page, if they are loaded.
    pub(super) fn loaded_for(&self, page: &Page) -> Option<&'static Dataset> {
        self.loaded(&(route(page).needed_part)(page))
    }

    fn loaded(&self, part: &Part) -> Option<&'static Dataset> {
        self.requests.borrow().get(&part.file_name())?.peek()?.as_ref().ok().copied()
    }

    /// Loads the data of a page. If those of a topic do not come, but what was promised is there, the
    /// page is made from that, as long as it has the topic. An error says which file could not be used,
    /// and why.
    pub(super) async fn load_for(&self, page: &Page) -> Fetched {
        let part = (route(page).needed_part)(page);
        let fetched = self.load_file(&part.file_name()).await;
        let Part::Topic(concept) = &part else { return fetched };
        fetched.or_else(|reason| {
            let followed = self.loaded(&Part::Followed);
            let has_topic = |data: &&Dataset| data.promised_concepts().contains(&concept.as_str());
            followed.filter(has_topic).ok_or(reason)
        })
    }

    async fn load_file(&self, file: &str) -> Fetched {
        let fetch = || fetch(format!("{}{file}", self.folder)).boxed_local().shared();
        let request =
            self.requests.borrow_mut().entry(file.to_owned()).or_insert_with(fetch).clone();
        let fetched = request.await;
        if fetched.is_err() {
            // Forget the failure: the network may work at the next attempt.
            self.requests.borrow_mut().remove(file);
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
