//! Fetches the data.

use gloo_net::http::Request;

use crate::data::{Finding, Loaded, SHARE, load_share};

/// Why there is no data at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NoData {
    /// For developers: the URL and what it answered.
    pub(super) reason: String,
}

/// Fetches the share of the data in a folder: one file, with all that the page needs.
///
/// Of a file in it that cannot be used only its own figures are missing. Without a source no figure may
/// be shown, and without definitions none has a meaning: where those are missing, there is no data.
pub(super) async fn load(folder: &str) -> Result<Loaded, NoData> {
    let text = fetch(&format!("{folder}{SHARE}")).await.map_err(|reason| NoData { reason })?;
    let loaded = load_share(&text);
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
