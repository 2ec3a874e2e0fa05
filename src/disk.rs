//! Data folders on the disk.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::data::Folder;

/// A data folder on the disk. Nothing outside of it is read, not even through a link.
pub struct DiskFolder {
    root: PathBuf,
}

impl DiskFolder {
    /// Opens a folder.
    ///
    /// # Errors
    ///
    /// If there is no folder with this path.
    pub fn open(path: &Path) -> io::Result<Self> {
        let root = fs::canonicalize(path)?;
        // Listing it tells a file from a folder.
        fs::read_dir(&root)?;
        Ok(Self { root })
    }

    /// Adds the files of a folder inside this one. `prefix` is its path, with a `/` at the end.
    fn list(&self, prefix: &str, files: &mut Vec<String>) -> io::Result<()> {
        for entry in fs::read_dir(self.root.join(prefix))? {
            let entry = entry?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            // A link to a folder counts as a file, so that no circle of links is walked.
            if entry.file_type()?.is_dir() {
                self.list(&format!("{path}/"), files)?;
            } else {
                files.push(path);
            }
        }
        Ok(())
    }
}

impl Folder for DiskFolder {
    fn files(&self) -> Result<Vec<String>, String> {
        let mut files = Vec::new();
        self.list("", &mut files).map_err(|error| error.to_string())?;
        Ok(files)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        let path = fs::canonicalize(self.root.join(path)).map_err(|error| error.to_string())?;
        if !path.starts_with(&self.root) {
            return Err("it is a link that leads out of the data folder".to_owned());
        }
        fs::read(path).map_err(|error| error.to_string())
    }
}
