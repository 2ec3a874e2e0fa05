//! Bundles: a page loads the part of the data it is made from as one file.
//!
//! Bundles are written from checked data, so that a browser need not check them again. A bundle that
//! cannot be read was cut short on its way or belongs to another release.

use std::fmt;

use super::dataset::Dataset;
use super::observation::Observation;

/// The folder that holds the bundles, next to the pages or inside the folder of a release.
pub const BUNDLES: &str = "bundles/";

/// Why a bundle could not be read.
#[derive(Debug)]
pub enum BundleError {
    /// The text is not that of a bundle.
    Invalid(serde_json::Error),
    /// It has no provinces, or a figure that says neither a value nor why there is none; no bundle is
    /// so.
    Incomplete,
}

impl fmt::Display for BundleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = match self {
            Self::Invalid(error) => (error.line(), error.column()),
            Self::Incomplete => (1, 1),
        };
        write!(
            f,
            "line {line}, column {column}: found no bundle of this release; load the page again"
        )
    }
}

/// Writes a part of the data as the text of a bundle. Equal data give equal bytes.
///
/// ```
/// use tinhso::data::{Dataset, read_bundle, write_bundle};
/// let text = write_bundle(&Dataset::default());
/// assert!(read_bundle(&text).is_err(), "a bundle has provinces");
/// assert!(read_bundle(&text[1..]).is_err());
/// ```
pub fn write_bundle(part: &Dataset) -> String {
    serde_json::to_string(&part.with_rows()).unwrap_or_default()
}

/// Reads the text of a bundle.
///
/// # Errors
///
/// If the text is not that of a bundle, or is incomplete. The error says at which line and column.
pub fn read_bundle(text: &str) -> Result<Dataset, BundleError> {
    let mut part: Dataset = serde_json::from_str(text).map_err(BundleError::Invalid)?;
    for rows in std::mem::take(&mut part.rows) {
        rows.expand(&part.provinces, &mut part.observations);
    }
    let is_reading = |o: &Observation| o.value.is_some() || o.missing.is_some() || o.qualitative;
    if part.provinces.is_empty() || !part.entries().all(is_reading) {
        return Err(BundleError::Incomplete);
    }
    Ok(part)
}
