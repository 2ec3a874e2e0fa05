//! Whether files are still what they were.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// A 64-bit FNV-1a sum (Fowler, Noll, Vo; offset basis and prime as they published them). It tells
/// apart versions of one's own files; it does not resist anyone who wants two files to collide.
/// `src/prerender/release.rs` has the same of its own: the tools do without the site's crate.
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The sum of nothing.
    pub fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Adds a piece. Its length is added too, so that `ab` + `c` differs from `a` + `bc`.
    pub fn add(&mut self, piece: impl AsRef<[u8]>) {
        let piece = piece.as_ref();
        for byte in (piece.len() as u64).to_le_bytes().iter().chain(piece) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// Adds the names and contents of a file, or of all files under a folder. What does not exist
    /// is added as such.
    pub fn add_contents(&mut self, path: &Path) -> Result<(), Failure> {
        for file in files(path)? {
            self.add(file.to_string_lossy().as_bytes());
            self.add(fs::read(&file).map_err(Failure::io(format!("read {}", file.display())))?);
        }
        Ok(())
    }

    /// Adds the names and sizes of all files under a folder: enough to notice a file lost or cut
    /// short, without reading a whole site.
    pub fn add_sizes(&mut self, path: &Path) -> Result<(), Failure> {
        for file in files(path)? {
            self.add(file.to_string_lossy().as_bytes());
            let size = file.metadata().map_or(0, |meta| meta.len());
            self.add(size.to_le_bytes());
        }
        Ok(())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// All files under a folder, at any depth, in the order of their paths; a file is itself; what
/// does not exist has none.
pub fn files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    if path.is_dir() {
        let doing = || format!("list {}", path.display());
        for entry in fs::read_dir(path).map_err(Failure::io(doing()))? {
            found.extend(files(&entry.map_err(Failure::io(doing()))?.path())?);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(pieces: &[&str]) -> String {
        let mut sum = Fingerprint::new();
        for piece in pieces {
            sum.add(piece);
        }
        sum.to_string()
    }

    #[test]
    fn where_a_piece_ends_matters() {
        assert_eq!(sum(&["ab", "c"]), sum(&["ab", "c"]));
        assert_ne!(sum(&["ab", "c"]), sum(&["a", "bc"]));
        assert_ne!(sum(&[]), sum(&[""]));
    }

    #[test]
    fn a_changed_file_changes_the_sum() -> Result<(), Failure> {
        let folder = std::env::temp_dir().join(format!("tinhso-sum-{}", std::process::id()));
        let inner = folder.join("inner");
        fs::create_dir_all(&inner).map_err(Failure::io("create a folder"))?;
        let mut sums = Vec::new();
        for text in ["one", "two", "three"] {
            fs::write(inner.join("file"), text).map_err(Failure::io("write a file"))?;
            let (mut contents, mut sizes) = (Fingerprint::new(), Fingerprint::new());
            contents.add_contents(&folder)?;
            sizes.add_sizes(&folder)?;
            sums.push((contents.to_string(), sizes.to_string()));
        }
        fs::remove_dir_all(&folder).map_err(Failure::io("remove a folder"))?;
        assert_ne!(sums[0].0, sums[1].0);
        assert_eq!(sums[0].1, sums[1].1, "`one` and `two` are as long as each other");
        assert_ne!(sums[1].1, sums[2].1);
        assert_eq!(files(&folder)?, Vec::<PathBuf>::new());
        Ok(())
    }
}
