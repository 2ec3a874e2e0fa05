//! Fetches the data files.

use std::pin::Pin;

use gloo_net::http::Request;

use crate::data::{Fetched, Finding, Loaded, SHARE, load, load_share, parse_manifest};

/// Why there is no data at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NoData {
    /// For developers: the URL and what it answered.
    pub(super) reason: String,
}

/// Data on their way.
pub(crate) type Loading = Pin<Box<dyn Future<Output = Result<Loaded, NoData>>>>;

/// Fetches the share of a topic: one file, with all that its page needs.
pub(crate) fn of_topic(folder: String) -> Loading {
    Box::pin(async move {
        let text = fetch(&format!("{folder}{SHARE}")).await.map_err(|reason| NoData { reason })?;
        usable(load_share(&text))
    })
}

/// Fetches all files but those that only the pages about all provinces need.
pub(crate) fn of_followed(folder: String) -> Loading {
    Box::pin(async move { fetch_data(&folder, false).await })
}

/// Fetches every file.
pub(crate) fn of_all(folder: String) -> Loading {
    Box::pin(async move { fetch_data(&folder, true).await })
}

/// Fetches the manifest and then the files it names, all at once: all of them, or without those that
/// only the pages about all provinces need. A file that does not come costs its own figures only;
/// without a usable manifest, or without the definitions, there is no data.
async fn fetch_data(folder: &str, all: bool) -> Result<Loaded, NoData> {
    let text =
        fetch(&format!("{folder}manifest.json")).await.map_err(|reason| NoData { reason })?;
    let (manifest, findings) = parse_manifest(&text);
    let Some(manifest) = manifest else {
        return Err(NoData { reason: places(&findings) });
    };
    let manifest = if all { manifest } else { manifest.narrowed() };
    let files = manifest.paths().map(|path| {
        let url = format!("{folder}{path}");
        async move { (path.to_owned(), fetch(&url).await) }
    });
    let fetched: Vec<Fetched> = join_all(files.collect()).await;
    usable(load(&manifest, &fetched))
}

/// Without a source no figure may be shown, and without definitions none has a meaning.
fn usable(loaded: Loaded) -> Result<Loaded, NoData> {
    let dataset = &loaded.dataset;
    let has_definitions = !dataset.provinces.is_empty()
        && !dataset.indicators.is_empty()
        && !dataset.sources.is_empty();
    if has_definitions { Ok(loaded) } else { Err(NoData { reason: places(&loaded.findings) }) }
}

/// File and path of each finding; `tinhso check` says what is wrong there.
fn places(findings: &[Finding]) -> String {
    let places: Vec<String> =
        findings.iter().map(|finding| format!("{}: {}", finding.file, finding.path)).collect();
    places.join("\n")
}

async fn fetch(url: &str) -> Result<String, String> {
    let response = Request::get(url).send().await.map_err(|error| format!("{url}: {error}"))?;
    if !response.ok() {
        return Err(format!("{url}: HTTP {}", response.status()));
    }
    response.text().await.map_err(|error| format!("{url}: {error}"))
}

/// Drives all futures at once and returns their results in order.
async fn join_all<T>(futures: Vec<impl Future<Output = T>>) -> Vec<T> {
    let mut futures: Vec<_> = futures.into_iter().map(|future| (Box::pin(future), None)).collect();
    std::future::poll_fn(|context| {
        let mut is_ready = true;
        for (future, result) in &mut futures {
            if result.is_none() {
                match future.as_mut().poll(context) {
                    std::task::Poll::Ready(value) => *result = Some(value),
                    std::task::Poll::Pending => is_ready = false,
                }
            }
        }
        if is_ready { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    futures.into_iter().filter_map(|(_, result)| result).collect()
}
