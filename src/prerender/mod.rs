//! Writes each page in each language as an HTML file of its own, so that a deep link answers 200,
//! can be read without JavaScript, and has its own title, description and preview.
//!
//! All files belong to one release: the name of everything that pages load changes with its
//! content, and the service worker knows the version of the release (`release`).
//!
//! The template is the page that Trunk built. Five marks in it are replaced: `<!--tinhso:head-->`,
//! `<!--tinhso:app-->`, the language in `<html lang="vi"`, the base in `data-base=""`, and the
//! texts for the time until the program comes in `data-words="{}"`.

mod document;
mod files;
mod offline;
mod parts;
mod release;
mod routes;
mod words;

pub use document::{Document, render};
pub use offline::Offline;
pub use parts::Parts;
pub use release::{content_hash, has_content_hash};
pub use routes::{moved_pages, pages};

use std::path::Path;

use crate::address::{Page, normalize_base};
use crate::compare::Part;
use crate::data::{BUNDLES, Dataset, Day};
use crate::export;
use crate::i18n::Lang;
use release::{Files, Published, Release, UNKNOWN_VERSION};

/// The files that pages are written from.
pub struct Sources<'a> {
    /// The page that Trunk built, with its marks.
    pub template: &'a Path,
    /// The data.
    pub data: &'a Dataset,
    /// The folder of `sw.js` and `register.js`; without it the site is not kept for reading without
    /// a network.
    pub worker: Option<&'a Path>,
}

/// Writes all pages and downloads below `out`, which may contain Trunk's output already.
///
/// `base` is the path the site will lie under, `today` the day on which promises are assessed. If
/// `TINHSO_ORIGIN` is set (such as `https://example.org`), canonical links are absolute, and a site
/// map is written. Returns a sentence with the number of pages, or an error that says which file
/// could not be read or written, and why.
pub fn run(sources: &Sources<'_>, out: &Path, base: &str, today: Day) -> Result<String, String> {
    let base = normalize_base(base);
    let origin = std::env::var("TINHSO_ORIGIN").unwrap_or_default();
    let template = files::read(sources.template)?;
    let dataset = sources.data;
    let parts = Parts::new(dataset);
    let bundles: Files = Part::bundles(dataset)
        .into_iter()
        .map(|(file, text)| (format!("{BUNDLES}{file}"), text.into_bytes()))
        .collect();
    let folder = release::hashed_folder(&bundles);
    let mut written = Files::new();
    written.extend(bundles.into_iter().map(|(path, text)| (format!("{folder}{path}"), text)));
    // The bundles of Trunk's own site, whose names do not change with their content.
    files::remove(&out.join(BUNDLES))?;

    let worker = sources.worker.map(|folder| files::read(&folder.join("sw.js"))).transpose()?;
    let offline = match sources.worker {
        None => None,
        Some(folder) => {
            let text = files::read(&folder.join("register.js"))?;
            let sum = release::content_hash([("register.js", text.as_bytes())]);
            let script = format!("register-{sum}.js");
            written.insert(script.clone(), text.into_bytes());
            Some(Offline { script })
        }
    };
    let document = Document {
        template: &template,
        base: &base,
        origin: origin.trim_end_matches('/'),
        today,
        release: &folder,
        offline: offline.as_ref(),
    };

    let pages = pages(dataset);
    let mut add_file =
        |path: &str, text: String| written.insert(path.to_owned(), text.into_bytes());
    for address in pages.iter().chain(&moved_pages(dataset)) {
        add_file(&routes::file_of(address), render(&document, &parts, address)?);
    }
    add_file("404.html", render(&document, &parts, &routes::not_found())?);
    for lang in Lang::ALL {
        add_file(offline::manifest_name(lang), offline::web_manifest(&base, lang));
        if offline.is_some() {
            let html = document::render_offline(&document, &parts, lang)?;
            add_file(&format!("{}index.html", offline::offline_path(lang)), html);
        }
    }
    for format in export::ALL {
        add_file(&format!("data/{}", format.file_name()), format.observations(dataset));
    }
    if !document.origin.is_empty() {
        add_file("sitemap.xml", document.site_map(&pages));
    }

    // The data for the pages that work without a network from the first visit on.
    let kept = document::bundle_path(&document, &parts, &Page::Home).into_iter().collect();
    let release = Release { base: &base, folder: &folder, kept };
    add_version(out, &mut written, &release, worker.as_deref())?;
    for (path, content) in &written {
        files::write(out, path, content)?;
    }
    let n_pages = pages.len() + 1;
    Ok(format!("wrote {n_pages} pages and {} observations", dataset.observations.len()))
}

/// Computes the version of the release, and writes it into the pages, `release.json` and the
/// service worker.
fn add_version(
    out: &Path,
    written: &mut Files,
    Release { base, folder, kept }: &Release<'_>,
    worker: Option<&str>,
) -> Result<(), String> {
    let other_files = release::files_beside(out, written)?;
    let mut all: Files = other_files.into_iter().chain(written.clone()).collect();
    if let Some(source) = worker {
        all.insert("sw.js".to_owned(), source.as_bytes().to_vec());
    }
    let version = release::hash_of_files(&all);
    for (path, content) in written.iter_mut() {
        if Path::new(path).extension().is_some_and(|extension| extension == "html") {
            let text = String::from_utf8_lossy(content);
            // Only the first one: it is in `<head>`, before any text of the page.
            *content = text.replacen(UNKNOWN_VERSION, &version, 1).into_bytes();
        }
    }
    let files = all.keys().filter(|name| has_content_hash(name)).collect();
    let published = serde_json::to_string_pretty(&Published { release: &version, files });
    let published = published.map_err(|error| error.to_string())?;
    written.insert("release.json".to_owned(), format!("{published}\n").into_bytes());
    let Some(source) = worker else { return Ok(()) };
    let pages = offline::kept_pages();
    let texts: Vec<String> = pages
        .iter()
        .filter_map(|path| all.get(&format!("{path}index.html")))
        .map(|html| String::from_utf8_lossy(html).into_owned())
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let mut files = release::files_needed_by(&texts, &all);
    files.extend_from_slice(kept);
    let named = all.keys().filter(|name| release::is_hashed_root_file(name)).cloned().collect();
    let known =
        release::WorkerRelease { version: &version, base, data: folder, pages, files, named };
    let script = release::worker_script(&known, source);
    written.insert("sw.js".to_owned(), script.into_bytes());
    Ok(())
}
