//! Bundles: a page loads the part of the data it is made from as one file.
//!
//! Bundles are written from checked data, so that a browser need not check them again. A bundle that
//! cannot be read was cut short on its way or belongs to another release.

use std::fmt;

use serde_json::Value;

use super::dataset::Dataset;

/// The folder that holds the bundles, next to the pages or inside the folder of a release.
pub const BUNDLES: &str = "bundles/";

/// Why a bundle could not be read.
#[derive(Debug)]
pub enum BundleError {
    /// The text is not that of a bundle.
    Invalid(serde_json::Error),
    /// It has no provinces, although every bundle has some.
    Empty,
}

impl fmt::Display for BundleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = match self {
            Self::Invalid(error) => (error.line(), error.column()),
            Self::Empty => (1, 1),
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
    let mut value = serde_json::to_value(part).unwrap_or_default();
    remove_empty(&mut value);
    value.to_string()
}

/// Removes nulls and empty lists, which a reader adds again by default.
fn remove_empty(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, field| {
                remove_empty(field);
                !field.is_null() && field.as_array().is_none_or(|list| !list.is_empty())
            });
        }
        Value::Array(items) => items.iter_mut().for_each(remove_empty),
        _ => {}
    }
}

/// Reads the text of a bundle.
///
/// # Errors
///
/// If the text is not that of a bundle, or has no provinces. The error says at which line and column.
pub fn read_bundle(text: &str) -> Result<Dataset, BundleError> {
    let part: Dataset = serde_json::from_str(text).map_err(BundleError::Invalid)?;
    if part.provinces.is_empty() { Err(BundleError::Empty) } else { Ok(part) }
}
