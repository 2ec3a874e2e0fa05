//! Fetches the data files.

use gloo_net::http::Request;

use crate::data::{Fetched, Finding, Loaded, load, parse_manifest};

/// Why there is no data at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NoData {
    /// For developers: the URL and what it answered.
    pub(super) reason: String,
}

/// Fetches the manifest and then the files it names, all at once: all of them, or without those that
/// only the pages about all provinces need. A file that does not come costs
/// its own figures only; without a usable manifest, or without the definitions, there is no data.
pub(super) async fn fetch_data(folder: &str, all: bool) -> Result<Loaded, NoData> {
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
    let loaded = load(&manifest, &fetched);
    // Without a source no figure may be shown.
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
