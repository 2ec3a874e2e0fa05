//! Reading the template and the data, writing the pages.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::data::{Dataset, Fetched, Manifest, load, parse_manifest};

/// The text of a file.
pub(super) fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path)
        .map_err(|error| format!("{}: could not be read ({error}); check the path", path.display()))
}

/// The data of a folder, and its files. Pages are only written from data without loss: a missing file is
/// an error.
pub(super) fn read_data(folder: &Path) -> Result<Data, String> {
    let text = read(&folder.join("manifest.json"))?;
    let (manifest, findings) = parse_manifest(&text);
    let Some(manifest) = manifest else {
        let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
        return Err(lines.join("\n"));
    };
    let fetched: Vec<Fetched> =
        manifest.paths().map(|path| (path.to_owned(), read(&folder.join(path)))).collect();
    let loaded = load(&manifest, &fetched);
    if loaded.lost.is_empty() {
        let texts =
            fetched.into_iter().filter_map(|(path, text)| Some((path, text.ok()?))).collect();
        Ok(Data { manifest, dataset: loaded.dataset, texts })
    } else {
        let lines: Vec<String> = loaded.findings.iter().map(ToString::to_string).collect();
        Err(lines.join("\n"))
    }
}

/// What a data folder holds.
pub(super) struct Data {
    pub(super) manifest: Manifest,
    pub(super) dataset: Dataset,
    /// Every file the manifest names, by its path in the folder.
    pub(super) texts: BTreeMap<String, String>,
}

/// Writes a file below `out`, with the folders it needs.
pub(super) fn write(out: &Path, path: &str, content: &[u8]) -> Result<(), String> {
    let path = out.join(path);
    let failed = |error: std::io::Error| {
        format!("{}: could not be written ({error}); check the folder", path.display())
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(&path, content).map_err(failed)
}
