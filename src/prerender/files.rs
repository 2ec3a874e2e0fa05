//! Reads the template, and writes the pages.

use std::fs;
use std::path::Path;

/// Reads the text of a file.
pub(super) fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path)
        .map_err(|error| format!("{}: could not be read ({error}); check the path", path.display()))
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
