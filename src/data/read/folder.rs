//! Where data files come from.

use std::collections::BTreeMap;

/// A folder of data files. Paths are relative to it, with `/` between their parts.
pub trait Folder {
    /// The paths of all files in the folder and the folders inside it, in any order.
    ///
    /// # Errors
    ///
    /// Says why the folder cannot be listed.
    fn files(&self) -> Result<Vec<String>, String>;

    /// The bytes of a file.
    ///
    /// # Errors
    ///
    /// Says why the file cannot be read.
    fn read(&self, path: &str) -> Result<Vec<u8>, String>;
}

/// A folder in memory: the bytes of each file by its path.
impl Folder for BTreeMap<String, Vec<u8>> {
    fn files(&self) -> Result<Vec<String>, String> {
        Ok(self.keys().cloned().collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        self.get(path).cloned().ok_or_else(|| "no such file".to_owned())
    }
}
