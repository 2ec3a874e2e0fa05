//! Several data files in one: what a page needs, fetched at once (docs/decisions/0018).
//!
//! A share is one JSON object, from the path of each file to the file. Each path and each file stand on
//! a line of their own, so that the files can be taken apart before they are parsed: a fault in one
//! costs that file only, as it does where files are fetched one by one.

use std::fmt::Display;

use super::load::{Fetched, Loaded, Manifest, OtherFiles, load};

/// The name of the share in the folder of a page's data.
pub const SHARE: &str = "share.json";

/// How a share ends, and none of its files does.
const END: &str = "\n}\n";

/// How the path of a file begins that has observations of [`super::Others`].
pub const OF_OTHERS: &str = "others/";

/// Puts files together: pairs of a path and the file's JSON on one line. The first three are the lists
/// of provinces, indicators and sources, in this order; the others hold observations: of a province the
/// site does not follow where the path begins with [`OF_OTHERS`].
///
/// ```
/// use tinhso::data::write_share;
/// let files = [("provinces.json", "{\"provinces\":[]}".to_owned())];
/// assert_eq!(write_share(files), "{\n\"provinces.json\":\n{\"provinces\":[]}\n}\n");
/// ```
pub fn write_share<P: Display>(files: impl IntoIterator<Item = (P, String)>) -> String {
    let files: Vec<String> =
        files.into_iter().map(|(path, text)| format!("\"{path}\":\n{text}")).collect();
    format!("{{\n{}{END}", files.join(",\n"))
}

/// Reads the files of a share as [`load()`] reads those that a manifest names: one that cannot be used
/// costs its own entries. A share that was cut off, and what is none, has no files; that its lists of
/// definitions are missing is then found, because nobody could say what else is.
pub fn load_share(text: &str) -> Loaded {
    let mut lines = if text.ends_with(END) { text.lines() } else { "".lines() };
    let mut files: Vec<Fetched> = Vec::new();
    while let Some(line) = lines.next() {
        let Some(path) = line.strip_prefix('"').and_then(|line| line.strip_suffix("\":")) else {
            continue;
        };
        let file = lines.next().unwrap_or_default();
        files.push((path.to_owned(), Ok(file.strip_suffix(',').unwrap_or(file).to_owned())));
    }
    let mut paths = files.iter().map(|(path, _)| path.clone());
    let mut list = |name: &str| paths.next().unwrap_or_else(|| name.to_owned());
    let (provinces, indicators, sources) =
        (list("provinces.json"), list("indicators.json"), list("sources.json"));
    let (of_others, observations) = paths.partition(|path| path.starts_with(OF_OTHERS));
    let others = OtherFiles { observations: of_others, ..OtherFiles::default() };
    let manifest = Manifest { provinces, indicators, sources, observations, others };
    load(&manifest, &files)
}
