//! Keeps the files of the release before in the site that takes its place.
//!
//! GitHub Pages replaces all files at once but lets browsers keep a page for ten minutes: such a page
//! still asks for the program, the styles and the data of its own release. Their names change with their
//! content, so they can lie beside the new ones. Only what the release before was made of is kept, and
//! nothing that it had kept itself.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::Failure;
use crate::run;

/// The file that names them.
const LIST: &str = "release.json";

/// Far above what a release has: a list beyond this is none of ours.
const MOST_FILES: usize = 20_000;

/// Puts the hashed files of the release published at `from`, a folder or a URL, into `dist`. That there is
/// no such release, or that it cannot be read, is said and stops nothing: it must not keep a new one from
/// being published.
///
/// An error means that `dist` or `work`, where downloads go, cannot be written.
pub fn keep(from: &str, dist: &Path, work: &Path) -> Result<(), Failure> {
    let is_url = from.starts_with("https://") || from.starts_with("http://");
    let folder = if is_url { work.join("previous") } else { PathBuf::from(from) };
    if is_url {
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .map_err(Failure::io(format!("remove {}", folder.display())))?;
        }
        fs::create_dir_all(&folder).map_err(Failure::io(format!("create {}", folder.display())))?;
        download(from, &folder, &[LIST.to_owned()])?;
    }
    let Ok(text) = fs::read_to_string(folder.join(LIST)) else {
        println!("no release before this one: {from} has no {LIST} that can be had");
        return Ok(());
    };
    let Some(named) = names(&text) else {
        println!("nothing of the release before is kept: its {LIST} is not one of ours");
        return Ok(());
    };
    let (safe, refused): (Vec<String>, Vec<String>) =
        named.into_iter().partition(|name| is_safe(name));
    for name in &refused {
        println!("  refused: {name:?} is no name of a hashed file");
    }
    let missing: Vec<String> =
        safe.iter().filter(|name| !dist.join(name).exists()).cloned().collect();
    if is_url && !missing.is_empty() {
        download(from, &folder, &missing)?;
    }
    let mut n_kept = 0;
    for name in &missing {
        let source = folder.join(name);
        // A link could lead anywhere.
        let is_file = fs::symlink_metadata(&source).is_ok_and(|meta| meta.is_file());
        if !is_file {
            println!("  not there: {name}");
            continue;
        }
        let target = dist.join(name);
        let doing = || format!("copy {} to {}", source.display(), target.display());
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(Failure::io(doing()))?;
        }
        fs::copy(&source, &target).map_err(Failure::io(doing()))?;
        n_kept += 1;
    }
    println!(
        "kept {n_kept} of the {} files that the release before was made of; {} are in this one, too",
        safe.len(),
        safe.len() - missing.len()
    );
    Ok(())
}

/// Fetches files below a URL into a folder with curl, as many as there are; which came is to be seen there.
fn download(from: &str, folder: &Path, names: &[String]) -> Result<(), Failure> {
    let list = folder.with_extension("curl");
    let mut text = String::new();
    for name in names {
        let url = format!("{}/{name}", from.trim_end_matches('/'));
        // A backslash or a quote would end the word; neither is in a safe name, nor in a sound URL.
        for word in [&url, &folder.join(name).display().to_string()] {
            if word.contains(['"', '\\', '\n']) {
                println!("  refused: {word:?} cannot be passed to curl");
                return Ok(());
            }
        }
        let _ = writeln!(text, "url = \"{url}\"\noutput = \"{}\"", folder.join(name).display());
    }
    fs::write(&list, text).map_err(Failure::io(format!("write {}", list.display())))?;
    if run::on_path("curl").is_none() {
        println!("curl was not found, which fetches from {from}");
        return Ok(());
    }
    // What cannot be had is seen by its absence.
    let ended = Command::new("curl")
        .args(["--fail", "--silent", "--show-error", "--location", "--proto-redir", "=https"])
        .args(["--connect-timeout", "10", "--max-time", "60", "--retry", "2"])
        .args(["--no-progress-meter", "--max-filesize", "20000000"])
        .args(["--create-dirs", "--parallel", "--parallel-max", "8", "--config"])
        .arg(&list)
        .stdin(Stdio::null())
        .status();
    if !ended.is_ok_and(|status| status.success()) {
        println!("not all could be fetched from {from}");
    }
    Ok(())
}

/// The names in the list; `None` for a text that is none. Names of our own files need no escapes, so that a
/// text with any is none of ours.
fn names(text: &str) -> Option<Vec<String>> {
    let (_, rest) = text.split_once("\"files\"")?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('[')?;
    let (list, rest) = rest.split_once(']')?;
    if rest.trim() != "}" || list.contains('\\') || list.len() > 100 * MOST_FILES {
        return None;
    }
    if list.trim().is_empty() {
        return Some(Vec::new());
    }
    list.split(',')
        .map(|word| Some(word.trim().strip_prefix('"')?.strip_suffix('"')?.to_owned()))
        .collect()
}

/// Whether a name is that of a hashed file below the site's root, and can lead nowhere else. As in
/// `src/prerender/release.rs`, but stricter: what comes from elsewhere is not trusted.
fn is_safe(name: &str) -> bool {
    let segments: Vec<&str> = name.split('/').collect();
    let is_plain = |segment: &&str| {
        !segment.is_empty()
            && !segment.starts_with('.')
            && segment.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
    };
    let is_sum = |text: &str| text.len() >= 8 && text.bytes().all(|b| b.is_ascii_hexdigit());
    let is_by_content = match segments.as_slice() {
        [file] => file.split_once('.').is_some_and(|(stem, ending)| {
            let stem = stem.strip_suffix("_bg").unwrap_or(stem);
            let is_asset = ["js", "wasm", "css", "svg", "png", "ico", "woff2"].contains(&ending);
            is_asset && stem.rsplit_once('-').is_some_and(|(_, sum)| is_sum(sum))
        }),
        ["v", sum, .., file] => is_sum(sum) && file.rsplit('.').next() == Some("json"),
        _ => false,
    };
    is_by_content && segments.iter().all(is_plain)
}

#[cfg(test)]
mod tests;
