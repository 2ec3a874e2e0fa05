//! Counts the bytes that a visit loads, and checks them against the limits in `budget.json`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use fs_err as fs;
use serde_json::Value;

use super::results::{Failure, Outcome};
use crate::build::fingerprint;
use crate::project::Project;

/// The kinds of pages in the visit to five pages.
const VISITED_KINDS: [&str; 5] = ["", "so-sanh/*", "loi-hua", "xep-hang", "tinh/*"];

/// Counts and prints the bytes of a first visit to the heaviest page of each kind, and of a visit to five of
/// these pages. If a limit is exceeded, also prints all files of the visit to five pages.
pub fn check(project: &Project) -> Result<Outcome> {
    let budget: Value =
        serde_json::from_str(&project.read("budget.json")?).context("budget.json")?;
    let limit = |key: &str| {
        let limit = budget[key].as_u64();
        limit.with_context(|| format!("budget.json: expected a whole number for {key}"))
    };
    let dist = project.dist();
    let worker = files_of_worker(&dist)?;
    let mut sizes = Sizes::default();
    let mut visits = Vec::new();
    let mut visited = worker.clone();
    for (kind, page) in heaviest_pages(&dist, &mut sizes)? {
        let page_files = files_of_page(&dist, &page)?;
        let name = page.strip_prefix(&dist)?.parent().unwrap_or(&dist).display().to_string();
        let first_visit = sizes.sum(page_files.union(&worker))?;
        visits.push((
            format!("first visit to /{name}"),
            first_visit,
            limit("first_visit_gzip_bytes")?,
        ));
        if VISITED_KINDS.contains(&kind.as_str()) {
            visited.extend(page_files);
        }
    }
    let program = sizes.sum(visited.iter().filter(|file| has_extension(file, &["js", "wasm"])))?;
    visits.push(("wasm and JavaScript".to_owned(), program, limit("program_gzip_bytes")?));
    let five_pages = sizes.sum(&visited)?;
    visits.push(("visit to five pages".to_owned(), five_pages, limit("five_pages_gzip_bytes")?));
    let failures: Vec<Failure> = visits.into_iter().filter_map(check_limit).collect();
    if failures.is_empty() {
        return Ok(Outcome::passed());
    }
    for file in &visited {
        let size = sizes.sum([file])?;
        println!("  {size:>9}  {}", file.strip_prefix(&dist).unwrap_or(file).display());
    }
    Ok(Outcome::failed(failures))
}

/// Prints how much of a limit is used. Returns a failure if the limit is exceeded.
fn check_limit((what, bytes, limit): (String, u64, u64)) -> Option<Failure> {
    let percent = bytes as f64 * 100.0 / limit.max(1) as f64;
    let used = format!("{bytes} bytes gzip, {percent:.1} % of {limit}");
    println!("  {what}: {used}");
    let advice = "load less, or raise the limit in budget.json and say why in the commit";
    (bytes > limit).then(|| Failure::new(&what, format!("{used}; {advice}")))
}

/// The sizes of files as a web server sends them. Each file is compressed only once.
#[derive(Default)]
struct Sizes(BTreeMap<PathBuf, u64>);

impl Sizes {
    fn sum<'a>(&mut self, files: impl IntoIterator<Item = &'a PathBuf>) -> Result<u64> {
        let mut sum = 0;
        for file in files {
            if !self.0.contains_key(file) {
                self.0.insert(file.clone(), gzip_size(&fs::read(file)?)?);
            }
            sum += self.0.get(file).copied().unwrap_or_default();
        }
        Ok(sum)
    }
}

/// For each kind of page, the file of the heaviest page, counted with its data.
///
/// The kind of a page is the name of its folder. Pages in folders within a folder are of the kind `folder/*`.
/// The English pages are of the same kinds as the Vietnamese ones.
fn heaviest_pages(dist: &Path, sizes: &mut Sizes) -> Result<BTreeMap<String, PathBuf>> {
    let mut heaviest: BTreeMap<String, (u64, PathBuf)> = BTreeMap::new();
    for page in fingerprint::files(dist)? {
        let inside = page.strip_prefix(dist)?;
        let inside = inside.strip_prefix("en").unwrap_or(inside);
        if !inside.ends_with("index.html") {
            continue;
        }
        let folder = inside.parent().unwrap_or(inside);
        let kind = match folder.parent().filter(|above| !above.as_os_str().is_empty()) {
            Some(above) => format!("{}/*", above.display()),
            None => folder.display().to_string(),
        };
        let bytes = sizes.sum(bundle_of(dist, &page)?.iter().chain([&page]))?;
        if heaviest.get(&kind).is_none_or(|(most, _)| bytes > *most) {
            heaviest.insert(kind, (bytes, page));
        }
    }
    Ok(heaviest.into_iter().map(|(kind, (_, page))| (kind, page)).collect())
}

/// The bundle of data that a page fetches.
fn bundle_of(dist: &Path, page: &Path) -> Result<Option<PathBuf>> {
    let text = read_lossily(page)?;
    let bundle = text.split_once("data-bundle=\"").and_then(|(_, rest)| rest.split_once('"'));
    Ok(bundle.map(|(bundle, _)| dist.join(bundle)))
}

/// All files that a page loads: the page itself, the files it names, the files that those name in turn, and
/// its bundle.
fn files_of_page(dist: &Path, page: &Path) -> Result<BTreeSet<PathBuf>> {
    let all = fingerprint::files(dist)?;
    let mut loaded = BTreeSet::from([page.to_owned()]);
    let mut unread = vec![page.to_owned()];
    while let Some(file) = unread.pop() {
        let text = read_lossily(&file)?;
        for candidate in &all {
            let is_asset =
                has_extension(candidate, &["js", "wasm", "css", "ico", "svg", "webmanifest"]);
            let name = candidate.file_name().and_then(|name| name.to_str()).unwrap_or("\0");
            // `files_of_worker` counts the service worker and the files it fetches.
            let is_asset = is_asset && name != "sw.js";
            if is_asset && text.contains(name) && loaded.insert(candidate.clone()) {
                unread.push(candidate.clone());
            }
        }
    }
    loaded.extend(bundle_of(dist, page)?);
    Ok(loaded)
}

/// The service worker and the files it fetches on the first visit; empty if the site has no worker.
fn files_of_worker(dist: &Path) -> Result<BTreeSet<PathBuf>> {
    let script = dist.join("sw.js");
    if !script.exists() {
        return Ok(BTreeSet::new());
    }
    let text = read_lossily(&script)?;
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

/// Reads a file as text. Bytes that are not UTF-8, as in WebAssembly, become replacement characters.
fn read_lossily(file: &Path) -> Result<String> {
    let bytes = fs::read(file)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn has_extension(file: &Path, extensions: &[&str]) -> bool {
    file.extension().is_some_and(|found| extensions.iter().any(|wanted| found == *wanted))
}

/// How many bytes a web server sends for these bytes, with gzip.
fn gzip_size(bytes: &[u8]) -> Result<u64> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes)?;
    Ok(packed.finish()?.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_files_that_a_visit_loads_are_counted() -> Result<()> {
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
        let pages =
            ["topic/index.html", "index.html"].map(|page| files_of_page(&dist, &dist.join(page)));
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

    #[test]
    fn the_heaviest_page_of_each_kind_is_found() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let dist = folder.path();
        let files = [
            ("index.html", "home"),
            ("en/index.html", "home, and a little more"),
            ("tinh/index.html", "a list"),
            ("tinh/a/index.html", "<div data-bundle=\"a.json\">"),
            ("en/tinh/b/index.html", "<div data-bundle=\"b.json\">"),
            ("tinh/style.css", "no page, and longer than all the others of this folder together"),
            ("a.json", "[1, 2]"),
            ("b.json", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]"),
            ("404.html", ""),
        ];
        for (file, text) in files {
            let file = dist.join(file);
            fs::create_dir_all(file.parent().unwrap_or(dist))?;
            fs::write(file, text)?;
        }
        let expected = [
            ("", "en/index.html"),
            ("tinh", "tinh/index.html"),
            ("tinh/*", "en/tinh/b/index.html"),
        ];
        let expected = expected.map(|(kind, page)| (kind.to_owned(), dist.join(page)));
        assert_eq!(heaviest_pages(dist, &mut Sizes::default())?, BTreeMap::from(expected));
        Ok(())
    }

    #[test]
    fn exceeding_a_limit_is_a_failure() {
        let at = |bytes| check_limit(("a visit".to_owned(), bytes, 1000));
        assert_eq!(at(1000), None);
        let message = "1001 bytes gzip, 100.1 % of 1000; load less, or raise the limit in budget.json and \
                       say why in the commit";
        assert_eq!(at(1001), Some(Failure::new("a visit", message)));
    }
}
