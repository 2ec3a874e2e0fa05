//! Reads the template and the data, and writes the pages.

use std::fs;
use std::path::Path;

use crate::data::{Dataset, Fetched, Finding, load, parse_manifest};

/// Reads the text of a file.
pub(super) fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path)
        .map_err(|error| format!("{}: could not be read ({error}); check the path", path.display()))
}

/// Reads the data of a folder. A missing or broken file is an error, so that no page is written
/// without its data.
pub(super) fn read_data(folder: &Path) -> Result<Dataset, String> {
    let text = read(&folder.join("manifest.json"))?;
    let (manifest, findings) = parse_manifest(&text);
    let Some(manifest) = manifest else { return Err(lines(&findings)) };
    let fetched: Vec<Fetched> =
        manifest.paths().map(|path| (path.to_owned(), read(&folder.join(path)))).collect();
    let loaded = load(&manifest, &fetched);
    if loaded.lost.is_empty() { Ok(loaded.dataset) } else { Err(lines(&loaded.findings)) }
}

fn lines(findings: &[Finding]) -> String {
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

/// Removes a folder, if there is one.
pub(super) fn remove(folder: &Path) -> Result<(), String> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).map_err(|error| {
        format!("{}: could not be removed ({error}); check the folder", folder.display())
    })
}

/// Writes a file below `out`, and creates the folders it needs.
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
