//! The sentences for problems with whole files: missing, not readable, or with another schema version.

use std::fmt::{Formatter, Result};

pub(super) fn not_json(f: &mut Formatter<'_>, line: usize, column: usize) -> Result {
    write!(
        f,
        "found text that is not JSON at line {line}, column {column}, expected a JSON \
         object; correct it there (a missing comma or quote is the usual cause)"
    )
}

pub(super) fn missing_file(f: &mut Formatter<'_>, reason: &str) -> Result {
    write!(
        f,
        "found no readable file ({reason}), expected the file the manifest names; add it \
         or take its name out of manifest.json"
    )
}

pub(super) fn outside_folder(f: &mut Formatter<'_>, found: &str) -> Result {
    write!(
        f,
        "found the path \"{found}\", expected one inside the data folder; write it \
         relative to manifest.json, without \"..\" and without a leading \"/\""
    )
}

pub(super) fn wrong_schema(f: &mut Formatter<'_>, found: &str) -> Result {
    write!(f, "found schema {found}, expected 1; use the format of docs/data.md")
}
