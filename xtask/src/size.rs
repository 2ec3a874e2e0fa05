//! How many bytes a first visit costs, and whether that keeps within `budget.json`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::fingerprint;
use crate::project::Project;
use crate::run;

/// The pages whose visit is measured, one of each program, with their names in `budget.json`: the
/// compare page of a topic with figures of its own, the home page, all promises, and the ranking.
const PAGES: [(&str, &str); 4] = [
    ("so-sanh/online-dossiers/index.html", "compare"),
    ("index.html", "home"),
    ("loi-hua/index.html", "promises"),
    ("xep-hang/index.html", "ranking"),
];

/// Prints the gzip size of every file that a first visit to the measured pages loads; `true` if all
/// sums keep within the budget.
pub fn check(project: &Project) -> Result<bool, Failure> {
    let budget = project.read("budget.json")?;
    let limit = |key: &str| {
        number_after(&budget, key).ok_or_else(|| Failure::File {
            path: project.root().join("budget.json"),
            expected: format!("a whole number for {key}"),
        })
    };
    let dist = project.dist();
    let mut fits = true;
    for (page, name) in PAGES {
        let program_limit = limit(&format!("{name}_program_gzip_bytes"))?;
        let page_limit = limit(&format!("{name}_page_gzip_bytes"))?;
        let files = loaded_files(&dist, page)?;
        let sizes = gzip_sizes(project, &files)?;
        let (mut program, mut all) = (0, 0);
        for (file, size) in files.iter().zip(sizes) {
            println!("  {size:>9}  {}", file.strip_prefix(&dist).unwrap_or(file).display());
            all += size;
            if has_extension(file, &["js", "wasm"]) {
                program += size;
            }
        }
        fits &= verdict(&format!("{name} page, wasm and its JavaScript"), program, program_limit);
        fits &= verdict(&format!("{name} page, all files"), all, page_limit);
    }
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
fn loaded_files(dist: &Path, page: &str) -> Result<Vec<PathBuf>, Failure> {
    let all = fingerprint::files(dist)?;
    let page = dist.join(page);
    let mut loaded = BTreeSet::from([page.clone()]);
    let mut unread = vec![page.clone()];
    while let Some(file) = unread.pop() {
        let text = read(&file)?;
        let text = without_renewal(&text);
        for candidate in &all {
            let is_asset =
                has_extension(candidate, &["js", "wasm", "css", "ico", "svg", "webmanifest"]);
            let name = candidate.file_name().and_then(|name| name.to_str()).unwrap_or("\0");
            // The service worker, and what it keeps, come when the visit is over and the page idle.
            let is_asset = is_asset && name != "sw.js";
            if is_asset && text.contains(name) && loaded.insert(candidate.clone()) {
                unread.push(candidate.clone());
            }
        }
    }
    // The data it fetches are those it has the browser load beforehand.
    let page = read(&page)?;
    loaded.extend(hinted_data(&page).map(|file| dist.join(file)));
    Ok(loaded.into_iter().collect())
}

/// A page's text without the program that it loads on a later day only.
fn without_renewal(text: &str) -> String {
    match text.split_once("\"renewal\":{") {
        Some((before, after)) => {
            format!("{before}{}", after.split_once('}').map_or("", |(_, rest)| rest))
        }
        None => text.to_owned(),
    }
}

/// A file's text; bytes that are not UTF-8, as in WebAssembly, become replacement characters.
fn read(file: &Path) -> Result<String, Failure> {
    let bytes = fs::read(file).map_err(Failure::io(format!("read {}", file.display())))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn has_extension(file: &Path, extensions: &[&str]) -> bool {
    file.extension().is_some_and(|found| extensions.iter().any(|wanted| found == *wanted))
}

/// The data files that a page has the browser load beforehand, by their paths below the base: they lie
/// below the folder the page says its data are in.
fn hinted_data(page: &str) -> impl Iterator<Item = &str> {
    let data = page.split("data-from=\"").nth(1).and_then(|rest| rest.split('"').next());
    let data = data.filter(|data| !data.is_empty()).unwrap_or("data/");
    let urls = page.split("<link rel=\"preload\" href=\"").skip(1);
    urls.filter_map(|rest| rest.split('"').next())
        .filter_map(move |url| url.find(data).and_then(|at| url.get(at..)))
}

/// The whole number that stands for `"key"` in a flat JSON object.
fn number_after(json: &str, key: &str) -> Option<u64> {
    let (_, rest) = json.split_once(&format!("\"{key}\""))?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest.get(..end)?.parse().ok()
}

/// Gzip sizes in bytes, in the order of the files.
fn gzip_sizes(project: &Project, files: &[PathBuf]) -> Result<Vec<u64>, Failure> {
    let script = project.root().join("xtask/gzip-sizes.mjs");
    let mut words = vec![script.to_string_lossy().into_owned()];
    words.extend(files.iter().map(|file| file.to_string_lossy().into_owned()));
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let sizes: Option<Vec<u64>> = run::answer("node", &words)
        .and_then(|text| text.lines().map(|line| line.parse().ok()).collect());
    sizes.filter(|sizes| sizes.len() == files.len()).ok_or_else(|| Failure::File {
        path: script,
        expected: format!("the sizes of {} files; run it by hand to see why", files.len()),
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
    fn data_files_are_those_a_page_hints_at() {
        let page = "<div data-from=\"v/1/data/\"></div><link rel=\"preload\" href=\"/x/a_bg.wasm\">\
            <link rel=\"preload\" href=\"/x/v/1/data/sources.json\" as=\"fetch\">\
            <link rel=\"preload\" href=\"/x/v/1/data/observations/hue.json\">";
        let found: Vec<&str> = hinted_data(page).collect();
        assert_eq!(found, ["v/1/data/sources.json", "v/1/data/observations/hue.json"]);
        assert_eq!(hinted_data("<p>no program</p>").count(), 0);
    }

    #[test]
    fn what_a_page_names_is_counted_and_nothing_else() -> Result<(), Failure> {
        let dist = std::env::temp_dir().join(format!("tinhso-size-{}", std::process::id()));
        let files = [
            (
                "topic/index.html",
                "<p data-from=\"v/1/topic/\"><script>import '/x/web-1.js'</script><link href=\"/x/a.css\">\
                 <link rel=\"preload\" href=\"/x/v/1/topic/share.json\">",
            ),
            (
                "index.html",
                "<p data-from=\"v/1/data/\"><link href=\"/x/b.css\">\
                 <script>{\"renewal\":{\"script\":\"/x/web-1.js\"},\"until\":\"2031-01-01\"}</script>\
                 <link rel=\"preload\" href=\"/x/v/1/data/manifest.json\">\
                 <link rel=\"preload\" href=\"/x/v/1/data/s.json\">",
            ),
            ("web-1.js", "fetch('web-1_bg.wasm')"),
            ("web-1_bg.wasm", ""),
            ("a.css", ""),
            ("b.css", ""),
            ("v/1/topic/share.json", "{}"),
            ("v/1/data/manifest.json", "{}"),
            ("v/1/data/s.json", "{}"),
            ("v/1/data/o.json", "{}"),
            ("data/observations.csv", ""),
        ];
        for (file, text) in files {
            let file = dist.join(file);
            fs::create_dir_all(file.parent().unwrap_or(&dist)).map_err(Failure::io("create"))?;
            fs::write(file, text).map_err(Failure::io("write"))?;
        }
        let [of_topic, of_ranking] =
            ["topic/index.html", "index.html"].map(|page| loaded_files(&dist, page));
        let named = |loaded: Result<Vec<PathBuf>, Failure>| -> Result<Vec<String>, Failure> {
            let own = |file: PathBuf| Some(file.strip_prefix(&dist).ok()?.display().to_string());
            Ok(loaded?.into_iter().filter_map(own).collect())
        };
        fs::remove_dir_all(&dist).map_err(Failure::io("remove"))?;
        assert_eq!(
            named(of_topic)?,
            ["a.css", "topic/index.html", "v/1/topic/share.json", "web-1.js", "web-1_bg.wasm"]
        );
        assert_eq!(
            named(of_ranking)?,
            ["b.css", "index.html", "v/1/data/manifest.json", "v/1/data/s.json"]
        );
        Ok(())
    }
}
