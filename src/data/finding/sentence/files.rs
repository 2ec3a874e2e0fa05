//! The sentences for problems with whole files: missing, not readable, or with another schema version.

use std::fmt::{Formatter, Result};

pub(super) fn missing_manifest(f: &mut Formatter<'_>, reason: &str) -> Result {
    write!(
        f,
        "found no readable file ({reason}), expected the file with the names of the others; put it \
         back"
    )
}

pub(super) fn missing_file(f: &mut Formatter<'_>, reason: &str) -> Result {
    write!(
        f,
        "found no readable file ({reason}), expected the file that manifest.json names; put the \
         file back, or correct its name there"
    )
}

pub(super) fn unreadable_folder(f: &mut Formatter<'_>, reason: &str) -> Result {
    write!(
        f,
        "found a folder that cannot be listed ({reason}), expected to see its files; correct the \
         rights to read it"
    )
}

pub(super) fn unnamed_file(f: &mut Formatter<'_>) -> Result {
    f.write_str(
        "found a file that manifest.json does not name, expected each file of the folder to be \
         named there (only schema/ need not); name it, or move it out of the folder",
    )
}

pub(super) fn repeated_file(f: &mut Formatter<'_>, found: &str) -> Result {
    write!(f, "found the path \"{found}\" again, expected each file once; keep one of the two")
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
