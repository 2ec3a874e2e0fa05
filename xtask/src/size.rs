//! How many bytes a visit costs, and whether that keeps within `budget.json`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use fs_err as fs;

use crate::fingerprint;
use crate::project::Project;
use crate::run;

/// The pages of a visit, one of each kind.
const PAGES: [(&str, &str); 5] = [
    ("home", "index.html"),
    ("compare", "so-sanh/online-dossiers/index.html"),
    ("promises", "loi-hua/index.html"),
    ("ranking", "xep-hang/index.html"),
    ("province", "tinh/br-vt/index.html"),
];

/// The language of those pages, by which the service worker chooses what it keeps.
const LANG: &str = "vi";

/// Prints the gzip size of every file of a visit to all pages, and what a first visit to each costs;
/// `true` if all sums keep within the budget.
pub fn check(project: &Project) -> Result<bool> {
    let budget = project.read("budget.json")?;
    let limit = |key: &str| {
        number_after(&budget, key).with_context(|| {
            format!(
                "{}: expected a whole number for {key}",
                project.root().join("budget.json").display()
            )
        })
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
    let all: Vec<&PathBuf> = all.into_iter().collect();
    let sizes: BTreeMap<_, _> = all.iter().copied().zip(gzip_sizes(project, &all)?).collect();
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
    let list = |key: &str| {
        words_after(&text, key).with_context(|| {
            format!(
                "{}: expected a list named {key} in what the prerenderer writes into it",
                script.clone().display()
            )
        })
    };
    let pages = [list("all")?, list(LANG)?].concat();
    let pages = pages.into_iter().map(|page| dist.join(page).join("index.html"));
    let files: BTreeSet<PathBuf> =
        list("files")?.into_iter().map(|file| dist.join(file)).chain(pages).collect();
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

/// The words of the list that stands for `"key"` in JSON without blanks; ours need no escapes.
fn words_after<'a>(json: &'a str, key: &str) -> Option<Vec<&'a str>> {
    let (_, rest) = json.split_once(&format!("\"{key}\":["))?;
    let (list, _) = rest.split_once(']')?;
    Some(list.split(',').filter_map(|word| word.strip_prefix('"')?.strip_suffix('"')).collect())
}

/// The whole number that stands for `"key"` in a flat JSON object.
fn number_after(json: &str, key: &str) -> Option<u64> {
    let (_, rest) = json.split_once(&format!("\"{key}\""))?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest.get(..end)?.parse().ok()
}

/// Gzip sizes in bytes, in the order of the files.
fn gzip_sizes(project: &Project, files: &[&PathBuf]) -> Result<Vec<u64>> {
    let script = project.root().join("xtask/gzip-sizes.mjs");
    let mut words = vec![script.to_string_lossy().into_owned()];
    words.extend(files.iter().map(|file| file.to_string_lossy().into_owned()));
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let sizes: Option<Vec<u64>> = run::answer("node", &words)
        .and_then(|text| text.lines().map(|line| line.parse().ok()).collect());
    sizes.filter(|sizes| sizes.len() == files.len()).with_context(|| {
        format!(
            "{}: expected the sizes of {} files; run it by hand to see why",
            script.display(),
            files.len()
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_by_their_whole_key() {
        let json = "{\n \"ab\": 1,\n \"b\" : 260000,\n \"c\": \"7\" }";
        assert_eq!(number_after(json, "b"), Some(260_000));
        assert_eq!(number_after(json, "ab"), Some(1));
        assert_eq!(number_after(json, "c"), None);
        assert_eq!(number_after(json, "d"), None);
    }

    #[test]
    fn lists_are_read_by_their_whole_key() {
        let json = r#"{"all":["","a/"],"none":[],"vi":["b/"]}"#;
        assert_eq!(words_after(json, "all"), Some(vec!["", "a/"]));
        assert_eq!(words_after(json, "none"), Some(vec![]));
        assert_eq!(words_after(json, "en"), None);
    }

    #[test]
    fn what_a_visit_fetches_is_counted_and_nothing_else() -> Result<()> {
        let dist = std::env::temp_dir().join(format!("tinhso-size-{}", std::process::id()));
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
        let lists = r#"const RELEASE = {"files":["app-1.js"],"named":["b.css"],"pages":{"all":[""],"en":["en/"],"vi":["topic/"]}};"#;
        let write = |text| fs::write(dist.join("sw.js"), text);
        write(lists)?;
        let worker = files_of_worker(&dist);
        write("const RELEASE = {};")?;
        let broken = files_of_worker(&dist);
        fs::remove_dir_all(&dist)?;
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
