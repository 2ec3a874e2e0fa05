//! A release: all that is published at once, its version, and what of it is named by its content.
//!
//! Everything a page asks for is named by its content: the program is named so, and the
//! bundles lie in a folder of such a name. So a page is always of one release, whatever else has been
//! published since (docs/decisions/0020).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Serialize;
use serde_json::json;

/// Where the folders lie that are named by the content of all files in them.
const BY_CONTENT: &str = "v/";

/// What stands in a page where its release's version will; the version is the sum of all pages.
pub(super) const UNKNOWN_VERSION: &str = "@release@";

/// The files of a release by their paths, below the site's root.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// A 64-bit FNV-1a sum (Fowler, Noll, Vo) of names and contents, each with its length, in hexadecimal.
pub fn sum_of<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |piece: &[u8]| {
        for byte in (piece.len() as u64).to_le_bytes().iter().chain(piece) {
            sum = (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    };
    for (name, content) in files {
        add(name.as_bytes());
        add(content);
    }
    format!("{sum:016x}")
}

/// The sum of these files.
pub(super) fn sum_of_files(files: &Files) -> String {
    sum_of(files.iter().map(|(name, content)| (name.as_str(), content.as_slice())))
}

/// Whether a file's name changes with its content, so that one that was loaded once is good for ever: it
/// lies in a folder named so, or ends in eight hexadecimal digits or more after a hyphen.
pub fn is_named_by_content(path: &str) -> bool {
    if path.starts_with(BY_CONTENT) {
        return true;
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name);
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(before, sum)| {
        !before.is_empty() && sum.len() >= 8 && sum.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

/// The folder for files whose names do not change with their content, and with a slash at its end.
pub(super) fn folder_of(files: &Files) -> String {
    format!("{BY_CONTENT}{}/", sum_of_files(files))
}

/// The files in `out` that are not among those about to be written, such as Trunk's, with the kept
/// release of an earlier run left out: only the newest `v/` belongs to this release.
pub(super) fn files_beside(out: &Path, written: &Files) -> Result<Files, String> {
    let mut found = Files::new();
    let mut folders = vec![out.to_owned()];
    while let Some(folder) = folders.pop() {
        let failed = |error| format!("{}: could not be read ({error})", folder.display());
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(out).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let is_own = OWN_FILES.contains(&name.as_str()) || name.starts_with(BY_CONTENT);
            if !is_own && !written.contains_key(&name) {
                found.insert(name, fs::read(&path).map_err(failed)?);
            }
        }
    }
    Ok(found)
}

/// What is written last, because it tells the version of all the rest.
const OWN_FILES: [&str; 2] = ["sw.js", "release.json"];

/// What `release.json` says: the version, and the files named by their content, which a page of this
/// release may still ask for once another one is published. `cargo xtask keep-previous` reads it, with the
/// files last.
#[derive(Serialize)]
pub(super) struct Published<'a> {
    pub(super) release: &'a str,
    pub(super) files: Vec<&'a String>,
}

/// What is known of a release before it has its version.
pub(super) struct Release<'a> {
    /// The path the site lies under.
    pub(super) base: &'a str,
    /// The folder of the bundles.
    pub(super) folder: &'a str,
    /// What the pages load that are kept from the first visit on.
    pub(super) kept: Vec<String>,
}

/// What the service worker must know of its release.
#[derive(Serialize)]
pub(super) struct ForWorker<'a> {
    pub(super) version: &'a str,
    pub(super) base: &'a str,
    /// The folder of the data files.
    pub(super) data: &'a str,
    /// The paths of the pages it keeps from the first visit on.
    pub(super) pages: Vec<String>,
    /// The files those pages, and what takes their place, need.
    pub(super) files: Vec<String>,
    /// All files at the root that are named by their content.
    pub(super) named: Vec<String>,
}

/// The text of `sw.js`: what it must know, then what it does.
pub(super) fn worker_script(known: &ForWorker<'_>, source: &str) -> String {
    format!("const RELEASE = {};\n{source}", json!(known))
}

/// The files at the root, of those given, that a text asks for, and those that they ask for in turn.
pub(super) fn asked_for(texts: &[&str], files: &Files) -> Vec<String> {
    let candidates = || files.iter().filter(|(name, _)| is_root_by_content(name));
    let mut found: Vec<String> = Vec::new();
    let mut unread: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    while let Some(text) = unread.pop() {
        for (name, content) in candidates().filter(|(name, _)| text.contains(name.as_str())) {
            if !found.contains(name) {
                found.push(name.clone());
                unread.push(String::from_utf8_lossy(content).into_owned());
            }
        }
    }
    found.sort();
    found
}

/// Whether a file is named by its content and lies beside the home page.
pub(super) fn is_root_by_content(path: &str) -> bool {
    !path.contains('/') && is_named_by_content(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> Files {
        list.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn the_sum_tells_names_and_contents_apart() {
        let sum = |list| sum_of_files(&files(list));
        assert_eq!(sum(&[]), "cbf29ce484222325");
        assert_eq!(sum(&[("a", "b"), ("c", "d")]), sum(&[("c", "d"), ("a", "b")]));
        let other = [
            sum(&[("a", "b")]),
            sum(&[("a", "c")]),
            sum(&[("ab", "")]),
            sum(&[("a", ""), ("b", "")]),
            sum(&[("", "ab")]),
        ];
        for (idx, one) in other.iter().enumerate() {
            assert!(!other[..idx].contains(one), "{idx}");
        }
    }

    #[test]
    fn a_name_by_content_ends_in_its_sum() {
        for name in [
            "tokens-c1e0bd7b2a9a4693.css",
            "tinhso-topic-89f2d833c987e0c0_bg.wasm",
            "register-0123456789abcdef.js",
            "v/0123456789abcdef/data/manifest.json",
        ] {
            assert!(is_named_by_content(name), "{name}");
        }
        for name in [
            "index.html",
            "404.html",
            "sw.js",
            "data/manifest.json",
            "data/others/ho-chi-minh-city.json",
            "data/observations-excel.csv",
            "icons/icon-192.png",
            "-0123456789abcdef.css",
            "tinh/br-vt/index.html",
        ] {
            assert!(!is_named_by_content(name), "{name}");
        }
    }

    #[test]
    fn what_a_page_asks_for_is_followed_through_its_scripts() {
        let found = files(&[
            ("a-01234567.js", "fetch('a-01234567_bg.wasm')"),
            ("a-01234567_bg.wasm", "\u{0}"),
            ("b-01234567.js", ""),
            ("c-01234567.css", ""),
            ("plain.css", ""),
        ]);
        let page = "<link href=\"/x/c-01234567.css\"><script src=\"/x/a-01234567.js\"> plain.css";
        assert_eq!(
            asked_for(&[page, page], &found),
            ["a-01234567.js", "a-01234567_bg.wasm", "c-01234567.css"]
        );
        assert_eq!(asked_for(&["nothing"], &found), Vec::<String>::new());
    }
}
