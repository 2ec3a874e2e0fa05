//! Bundles: the part of the data that a page is made from, as the one file it loads.
//!
//! They are written from data that were checked, so that a browser only has to read them: what cannot be
//! read is a file that was cut short on its way, or of another release.

use std::fmt;

use serde_json::Value;

use super::dataset::Dataset;

/// The folder of the bundles, beside the pages or in the folder of a release.
pub const BUNDLES: &str = "bundles/";

/// Why a bundle could not be read.
#[derive(Debug)]
pub enum BundleError {
    /// It is no text of one.
    NotRead(serde_json::Error),
    /// It has no provinces, which every bundle has.
    Empty,
}

impl fmt::Display for BundleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = match self {
            Self::NotRead(error) => (error.line(), error.column()),
            Self::Empty => (1, 1),
        };
        write!(
            f,
            "line {line}, column {column}: found no bundle of this release; load the page again"
        )
    }
}

/// The text of a bundle. Equal data give equal bytes.
///
/// ```
/// use tinhso::data::{Dataset, read_bundle, write_bundle};
/// let text = write_bundle(&Dataset::default());
/// assert!(read_bundle(&text).is_err(), "a bundle has provinces");
/// assert!(read_bundle(&text[1..]).is_err());
/// ```
pub fn write_bundle(part: &Dataset) -> String {
    let mut value = serde_json::to_value(part).unwrap_or_default();
    strip(&mut value);
    value.to_string()
}

/// Leaves out what reads the same without: nulls and empty lists.
fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, field| {
                strip(field);
                !field.is_null() && field.as_array().is_none_or(|list| !list.is_empty())
            });
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

/// Reads a bundle.
///
/// # Errors
///
/// Where it stops being the text of one.
pub fn read_bundle(text: &str) -> Result<Dataset, BundleError> {
    let part: Dataset = serde_json::from_str(text).map_err(BundleError::NotRead)?;
    if part.provinces.is_empty() { Err(BundleError::Empty) } else { Ok(part) }
}
