//! How many bytes a visit costs, and whether that keeps within `budget.json`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use fs_err as fs;
use serde_json::Value;

use crate::fingerprint;
use crate::project::Project;

/// The pages of a visit, one of each kind.
const PAGES: [(&str, &str); 5] = [
    ("home", "index.html"),
    ("compare", "so-sanh/online-dossiers/index.html"),
    ("promises", "loi-hua/index.html"),
    ("ranking", "xep-hang/index.html"),
    ("province", "tinh/br-vt/index.html"),
];

/// Prints the gzip size of every file of a visit to all pages, and what a first visit to each costs;
/// `true` if all sums keep within the budget.
pub fn check(project: &Project) -> Result<bool> {
    let budget: Value =
        serde_json::from_str(&project.read("budget.json")?).context("budget.json")?;
    let limit = |key: &str| {
        let limit = budget[key].as_u64();
        limit.with_context(|| format!("budget.json: expected a whole number for {key}"))
    };
    let first_limit = limit("first_visit_gzip_bytes")?;
    let program_limit = limit("program_gzip_bytes")?;
    let five_limit = limit("five_pages_gzip_bytes")?;
    let dist = project.dist();
    let worker = files_of_worker(&dist)?;
    let mut pages = Vec::new();
    for (name, page) in PAGES {
        pages.push((name, files_of_page(&dist, page)?));
    }
    let all: BTreeSet<&PathBuf> = pages.iter().flat_map(|(_, own)| own).chain(&worker).collect();
    let mut sizes = BTreeMap::new();
    for file in &all {
        sizes.insert(*file, gzip_size(&fs::read(file)?)?);
    }
    let all: Vec<&PathBuf> = all.into_iter().collect();
    let sum = |files: &[&PathBuf]| files.iter().filter_map(|file| sizes.get(file)).sum::<u64>();
    for (file, size) in &sizes {
        println!("  {size:>9}  {}", file.strip_prefix(&dist).unwrap_or(file).display());
    }
    let of_worker = sum(&worker.iter().collect::<Vec<_>>());
    println!("  {of_worker:>9}  service worker, all it fetches");
    let mut fits = true;
    for (name, own) in &pages {
        let content: Vec<&PathBuf> =
            own.iter().filter(|file| has_extension(file, &["html", "json"])).collect();
        println!("  {:>9}  {name} page and its data", sum(&content));
        let first: Vec<&PathBuf> = own.union(&worker).collect();
        fits &= verdict(&format!("{name} page, first visit"), sum(&first), first_limit);
    }
    let program: Vec<&PathBuf> =
        all.iter().copied().filter(|file| has_extension(file, &["js", "wasm"])).collect();
    fits &= verdict("wasm and JavaScript", sum(&program), program_limit);
    fits &= verdict("visit to all five pages", sum(&all), five_limit);
    Ok(fits)
}

fn verdict(what: &str, bytes: u64, limit: u64) -> bool {
    let fits = bytes <= limit;
    let word = if fits { "within" } else { "OVER" };
    let percent = bytes as f64 * 100.0 / limit.max(1) as f64;
    println!("  {bytes:>9}  {what}: {word} {limit} bytes gzip ({percent:.0} %)");
    fits
}

/// The page itself, what it names (and what that names in turn), and the data it fetches.
fn files_of_page(dist: &Path, page: &str) -> Result<BTreeSet<PathBuf>> {
    let all = fingerprint::files(dist)?;
    let page = dist.join(page);
    let mut loaded = BTreeSet::from([page.clone()]);
    let mut unread = vec![page.clone()];
    while let Some(file) = unread.pop() {
        let text = read(&file)?;
        for candidate in &all {
            let is_asset =
                has_extension(candidate, &["js", "wasm", "css", "ico", "svg", "webmanifest"]);
            let name = candidate.file_name().and_then(|name| name.to_str()).unwrap_or("\0");
            // The service worker tells itself what it fetches.
            let is_asset = is_asset && name != "sw.js";
            if is_asset && text.contains(name) && loaded.insert(candidate.clone()) {
                unread.push(candidate.clone());
            }
        }
    }
    let text = read(&page)?;
    let bundle = text.split_once("data-bundle=\"").and_then(|(_, rest)| rest.split_once('"'));
    loaded.extend(bundle.map(|(bundle, _)| dist.join(bundle)));
    Ok(loaded)
}

/// The service worker and what it fetches on the first visit: nothing where the site has none.
fn files_of_worker(dist: &Path) -> Result<BTreeSet<PathBuf>> {
    let script = dist.join("sw.js");
    if !script.exists() {
        return Ok(BTreeSet::new());
    }
    let text = read(&script)?;
    let release: Option<Value> = text
        .strip_prefix("const RELEASE = ")
        .and_then(|json| serde_json::from_str(json.lines().next()?.trim_end_matches(';')).ok());
    let list = |key: &str| {
        let list = release.as_ref().and_then(|release| release.pointer(key)?.as_array());
        let names = list.map(|list| list.iter().filter_map(Value::as_str));
        names.with_context(|| {
            let script = script.display();
            format!("{script}: expected a list at {key} in what the prerenderer writes into it")
        })
    };
    let pages = list("/pages")?.map(|page| dist.join(page).join("index.html"));
    let files: BTreeSet<PathBuf> =
        list("/files")?.map(|file| dist.join(file)).chain(pages).collect();
    Ok(files.into_iter().chain([script]).collect())
}

/// A file's text; bytes that are not UTF-8, as in WebAssembly, become replacement characters.
fn read(file: &Path) -> Result<String> {
    let bytes = fs::read(file)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn has_extension(file: &Path, extensions: &[&str]) -> bool {
    file.extension().is_some_and(|found| extensions.iter().any(|wanted| found == *wanted))
}

/// What a web server sends for these bytes.
fn gzip_size(bytes: &[u8]) -> Result<u64> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes)?;
    Ok(packed.finish()?.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_visit_fetches_is_counted_and_nothing_else() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let dist = folder.path().to_owned();
        let files = [
            (
                "topic/index.html",
                "<meta name=\"program\" content=\"/x/app-1.js /x/app-1_bg.wasm\"><link href=\"/x/a.css\">\
                 <div id=\"app\" data-bundle=\"v/1/bundles/t.json\">",
            ),
            ("index.html", "<link href=\"/x/a.css\"><script src=\"/x/register-1.js\">"),
            ("en/index.html", ""),
            ("app-1.js", ""),
            ("app-1_bg.wasm", ""),
            ("register-1.js", "register('sw.js')"),
            ("a.css", ""),
            ("b.css", ""),
            ("v/1/bundles/t.json", "{}"),
            ("v/1/bundles/o.json", "{}"),
            ("data/observations.csv", ""),
        ];
        for (file, text) in files {
            let file = dist.join(file);
            fs::create_dir_all(file.parent().unwrap_or(&dist))?;
            fs::write(file, text)?;
        }
        let pages = ["topic/index.html", "index.html"].map(|page| files_of_page(&dist, page));
        let none = files_of_worker(&dist);
        let lists =
            r#"const RELEASE = {"files":["app-1.js"],"named":["b.css"],"pages":["","topic/"]};"#;
        let write = |text| fs::write(dist.join("sw.js"), text);
        write(lists)?;
        let worker = files_of_worker(&dist);
        write("const RELEASE = {};")?;
        let broken = files_of_worker(&dist);
        let named = |files: Result<BTreeSet<PathBuf>>| -> Result<Vec<String>> {
            let own = |file: PathBuf| Some(file.strip_prefix(&dist).ok()?.display().to_string());
            Ok(files?.into_iter().filter_map(own).collect())
        };
        let [topic, home] = pages.map(named);
        assert_eq!(
            topic?,
            ["a.css", "app-1.js", "app-1_bg.wasm", "topic/index.html", "v/1/bundles/t.json"]
        );
        assert_eq!(home?, ["a.css", "index.html", "register-1.js"]);
        assert_eq!(named(none)?, Vec::<String>::new());
        assert_eq!(named(worker)?, ["app-1.js", "index.html", "sw.js", "topic/index.html"]);
        assert!(broken.is_err());
        Ok(())
    }
}
