//! Writes each page in each language as an HTML file of its own, so that a deep link answers 200,
//! reads fully without JavaScript, and has its own title, description and preview.
//!
//! The template is the page Trunk built. Five marks in it are replaced: `<!--tinhso:head-->`,
//! `<!--tinhso:app-->`, `<!--tinhso:program-->`, the language in `<html lang="vi"` and the base in
//! `data-base="/"`.

mod document;
mod files;
mod program;
mod routes;
mod topics;

pub use document::{Document, render};
pub use program::Programs;
pub use routes::pages;

use std::path::Path;

use crate::address::normalize_base;
use crate::data::{Dataset, Day, observations_csv, observations_excel_csv, observations_json};

/// Writes all pages and downloads below `out`, which may hold Trunk's output already.
///
/// `programs` are those that Trunk built; pages of one that is missing stay as they are written. The
/// data that programs load are written to a folder named by their content, beside the downloads that
/// keep their names: a page never gets data it was not written from. `base` is the path the site will lie under, `today` the day on which promises are assessed; `TINHSO_ORIGIN` (such as `https://example.org`), when
/// set, makes canonical links absolute and adds a site map. Answers with a sentence that counts what
/// was written, or says which file could not be read or written and why.
pub fn run(
    template: &Path,
    programs: Programs<'_>,
    data: &Path,
    out: &Path,
    base: &str,
    today: Day,
) -> Result<String, String> {
    let base = normalize_base(base);
    let origin = std::env::var("TINHSO_ORIGIN").unwrap_or_default();
    let template = files::read(template)?;
    let read = files::read_data(data)?;
    let version = read.version();
    let files::Data { manifest, dataset, texts } = read;
    let dataset = std::sync::Arc::new(dataset);
    let document = Document {
        template: &template,
        programs,
        version: &version,
        manifest: Some(&manifest),
        base: &base,
        origin: origin.trim_end_matches('/'),
        today,
    };

    let pages = pages(&dataset);
    for address in &pages {
        let html = render(&document, &dataset, address)?;
        files::write(out, &routes::file_of(address), &html)?;
    }
    let not_found = render(&document, &dataset, &routes::not_found())?;
    files::write(out, "404.html", &not_found)?;
    for (path, text) in &texts {
        files::write(out, &format!("data/{version}/{path}"), text)?;
    }
    topics::write_topics(&document, data, out, &dataset)?;
    files::write(out, "data/observations.csv", &observations_csv(&dataset))?;
    files::write(out, "data/observations-excel.csv", &observations_excel_csv(&dataset))?;
    files::write(out, "data/observations.json", &observations_json(&dataset))?;
    if !document.origin.is_empty() {
        files::write(out, "sitemap.xml", &document.site_map(&pages))?;
    }
    Ok(format!("wrote {} pages and {}", pages.len() + 1, count(&dataset)))
}

fn count(dataset: &Dataset) -> String {
    format!("{} observations", dataset.observations.len())
}
