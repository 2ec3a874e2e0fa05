//! What keeps a sheet from being brought in, in words by which an editor can go on.

use std::fmt::Write as _;

use super::grid::MAX_CELLS;

/// Why a sheet cannot be brought in as it is: the place, what was found there, what was expected, and what to
/// do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportFault {
    /// The sheet and the cell, such as `sheet "2025", B7`; empty for a fault of the whole file.
    pub place: String,
    /// The rest of the sentence.
    pub message: String,
}

impl ImportFault {
    /// A fault in four parts.
    pub(super) fn new(
        place: impl Into<String>,
        found: impl AsRef<str>,
        expected: impl AsRef<str>,
        remedy: impl AsRef<str>,
    ) -> Self {
        let (found, expected, remedy) = (found.as_ref(), expected.as_ref(), remedy.as_ref());
        Self {
            place: place.into(),
            message: format!("found {found}, expected {expected}; {remedy}"),
        }
    }

    /// A fault of the whole file whose sentence is made elsewhere.
    pub(super) fn told(message: &str) -> Self {
        Self { place: String::new(), message: message.to_owned() }
    }

    pub(super) fn too_large() -> Self {
        Self::new(
            "",
            format!("a file of more than {MAX_CELLS} cells, or as large as such a one"),
            "a table of provinces",
            "keep the rows and columns that are meant, and save them as a sheet of their own",
        )
    }

    /// The fault as one line, after the name of the file.
    pub fn line(&self, file: &str) -> String {
        let mut line = file.to_owned();
        for part in [&self.place, &self.message] {
            if !part.is_empty() {
                // Writing to a text cannot fail.
                let _ = write!(line, ": {part}");
            }
        }
        line
    }
}
