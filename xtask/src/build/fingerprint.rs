//! Fingerprints of files, to find out whether they have changed.

use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::Result;
use fs_err as fs;
use walkdir::WalkDir;

/// A 64-bit hash by the standard library's hasher, which gives the same result in every run. It notices
/// changes of the project's own files; it does not protect against someone who makes two files with the
/// same hash on purpose.
pub struct Fingerprint(DefaultHasher);

impl Fingerprint {
    /// A fingerprint of nothing yet.
    pub fn new() -> Self {
        Self(DefaultHasher::new())
    }

    /// Adds a piece of data and its length, so that `ab` + `c` differs from `a` + `bc`.
    pub fn add(&mut self, piece: impl AsRef<[u8]>) {
        piece.as_ref().hash(&mut self.0);
    }

    /// Adds the name and content of a file, or of every file under a folder. A path that does not exist
    /// adds nothing.
    pub fn add_contents(&mut self, path: &Path) -> Result<()> {
        for file in files(path)? {
            self.add(file.to_string_lossy().as_bytes());
            self.add(fs::read(&file)?);
        }
        Ok(())
    }

    /// Adds the names and sizes of all files under a folder. This notices a lost or shortened file without
    /// reading the whole site.
    pub fn add_sizes(&mut self, path: &Path) -> Result<()> {
        for file in files(path)? {
            self.add(file.to_string_lossy().as_bytes());
            self.add(fs::metadata(&file)?.len().to_le_bytes());
        }
        Ok(())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0.finish())
    }
}

/// All files under a folder, at any depth, sorted by name. For a file this is the file itself; for a path
/// that does not exist the list is empty.
pub fn files(path: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if path.exists() {
        for entry in WalkDir::new(path).follow_links(true).sort_by_file_name() {
            let entry = entry?;
            if entry.file_type().is_file() {
                found.push(entry.into_path());
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_split_at_another_place_give_another_fingerprint() {
        let sum = |pieces: &[&str]| {
            let mut sum = Fingerprint::new();
            for piece in pieces {
                sum.add(piece);
            }
            sum.to_string()
        };
        assert_eq!(sum(&["ab", "c"]), sum(&["ab", "c"]));
        assert_ne!(sum(&["ab", "c"]), sum(&["a", "bc"]));
        assert_ne!(sum(&[]), sum(&[""]));
    }

    #[test]
    fn a_changed_file_changes_the_fingerprint() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let inner = folder.path().join("inner");
        fs::create_dir(&inner)?;
        let mut sums = Vec::new();
        for text in ["one", "two", "three"] {
            fs::write(inner.join("file"), text)?;
            let (mut contents, mut sizes) = (Fingerprint::new(), Fingerprint::new());
            contents.add_contents(folder.path())?;
            sizes.add_sizes(folder.path())?;
            sums.push((contents.to_string(), sizes.to_string()));
        }
        assert_ne!(sums[0].0, sums[1].0);
        assert_eq!(sums[0].1, sums[1].1, "`one` and `two` are as long as each other");
        assert_ne!(sums[1].1, sums[2].1);
        assert_eq!(files(&folder.path().join("none"))?, Vec::<PathBuf>::new());
        Ok(())
    }
}
