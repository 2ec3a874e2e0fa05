//! A release: everything that is published at once, its version, and which of its files have names
//! that change with their content.
//!
//! Everything that a page loads has such a name: the program has a hash in its file name, and the
//! bundles are in a folder named by their hash. So a page always loads files of its own release,
//! whatever has been published since (docs/decisions/0028).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Serialize;
use serde_json::json;

/// Contains the folders that are named by the hash of all files in them.
const HASHED_FOLDERS: &str = "v/";

/// Stands in a page for the version of the release, which is only known when all pages are written,
/// because it is their hash.
pub(super) const UNKNOWN_VERSION: &str = "@release@";

/// The files of a release by their paths below the root of the site.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// A 64-bit FNV-1a hash (Fowler, Noll, Vo) of names and contents, each with its length, in
/// hexadecimal.
pub fn content_hash<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
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

/// The hash of these files.
pub(super) fn hash_of_files(files: &Files) -> String {
    content_hash(files.iter().map(|(name, content)| (name.as_str(), content.as_slice())))
}

/// Whether the name of a file changes with its content, so that it never has to be loaded again: it
/// is in a folder with a hash, or its name ends in a hyphen and at least eight hexadecimal digits.
pub fn has_content_hash(path: &str) -> bool {
    if path.starts_with(HASHED_FOLDERS) {
        return true;
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name);
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(before, sum)| {
        !before.is_empty() && sum.len() >= 8 && sum.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

/// A folder with a hash for files whose own names do not change with their content, with a slash at
/// its end.
pub(super) fn hashed_folder(files: &Files) -> String {
    format!("{HASHED_FOLDERS}{}/", hash_of_files(files))
}

/// The files in `out` that are not about to be written, such as Trunk's. Folders with a hash from
/// an earlier run are left out: only the new one belongs to this release.
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
            let is_own = WRITTEN_LAST.contains(&name.as_str()) || name.starts_with(HASHED_FOLDERS);
            if !is_own && !written.contains_key(&name) {
                found.insert(name, fs::read(&path).map_err(failed)?);
            }
        }
    }
    Ok(found)
}

/// These are written last, because they contain the version.
const WRITTEN_LAST: [&str; 2] = ["sw.js", "release.json"];

/// The content of `release.json`: the version, and the files whose names change with their content,
/// which pages of this release may still load after the next one is published. `cargo xtask
/// keep-previous` reads it, and relies on the files coming last.
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
    /// The files that the pages kept from the first visit on load.
    pub(super) kept: Vec<String>,
}

/// What the service worker must know of its release. `worker/sw.js` uses the names of these fields.
#[derive(Serialize)]
pub(super) struct WorkerRelease<'a> {
    pub(super) version: &'a str,
    pub(super) base: &'a str,
    /// The folder of the bundles.
    pub(super) data: &'a str,
    /// The paths of the pages that it keeps from the first visit on.
    pub(super) pages: Vec<String>,
    /// The files that those pages need, and the pages that the program builds in them.
    pub(super) files: Vec<String>,
    /// All files in the root whose names change with their content.
    pub(super) named: Vec<String>,
}

/// The text of `sw.js`: the constant `RELEASE`, then the script itself.
pub(super) fn worker_script(known: &WorkerRelease<'_>, source: &str) -> String {
    format!("const RELEASE = {};\n{source}", json!(known))
}

/// The files in the root that these texts name, and those that these files name in turn.
pub(super) fn files_needed_by(texts: &[&str], files: &Files) -> Vec<String> {
    let candidates = || files.iter().filter(|(name, _)| is_hashed_root_file(name));
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

/// Whether a file is in the root of the site, and its name changes with its content.
pub(super) fn is_hashed_root_file(path: &str) -> bool {
    !path.contains('/') && has_content_hash(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> Files {
        list.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn the_sum_tells_names_and_contents_apart() {
        let sum = |list| hash_of_files(&files(list));
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
            assert!(has_content_hash(name), "{name}");
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
            assert!(!has_content_hash(name), "{name}");
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
            files_needed_by(&[page, page], &found),
            ["a-01234567.js", "a-01234567_bg.wasm", "c-01234567.css"]
        );
        assert_eq!(files_needed_by(&["nothing"], &found), Vec::<String>::new());
    }
}
