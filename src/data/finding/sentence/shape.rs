//! The sentences for problems with the JSON of an entry: its keys and types, and the form of its texts,
//! keywords and dates.

use std::fmt::{Display, Formatter, Result};

use super::short;

pub(super) fn wrong_type(f: &mut Formatter<'_>, found: &str, expected: &str) -> Result {
    let found = short(found);
    write!(f, "found {found}, expected {expected}; write it in the form docs/data.md gives")
}

pub(super) fn missing_key(f: &mut Formatter<'_>, key: &str) -> Result {
    write!(
        f,
        "found no key \"{key}\", expected it to stand here; add it (docs/data.md says \
         where null is allowed)"
    )
}

pub(super) fn unknown_key(f: &mut Formatter<'_>, key: &str, suggestion: Option<&str>) -> Result {
    let key = short(key);
    write!(f, "found the unknown key \"{key}\", expected a key of docs/data.md; ")?;
    match suggestion {
        Some(known) => write!(f, "did you mean \"{known}\"?"),
        None => f.write_str("remove it"),
    }
}

pub(super) fn unknown_word(f: &mut Formatter<'_>, found: &str, allowed: &[&str]) -> Result {
    let found = short(found);
    write!(f, "found \"{found}\", expected one of {}; choose one of them", Quoted(allowed))
}

pub(super) fn empty_text(f: &mut Formatter<'_>) -> Result {
    f.write_str("found an empty text, expected words; write them, in both languages")
}

pub(super) fn repeated_key(f: &mut Formatter<'_>, key: &str, first_line: Option<usize>) -> Result {
    write!(f, "found the key \"{}\" again", short(key))?;
    if let Some(line) = first_line {
        write!(f, " (first in line {line})")?;
    }
    f.write_str(", expected each key once; keep one of the two")
}

pub(super) fn number_as_text(f: &mut Formatter<'_>, found: &str, meant: &str) -> Result {
    let found = short(found);
    write!(f, "found the text \"{found}\", expected a number without quotes; write {meant}")
}

pub(super) fn not_a_date(f: &mut Formatter<'_>, found: &str, meant: Option<&str>) -> Result {
    write!(
        f,
        "found \"{}\", expected a date that exists, as YYYY, YYYY-Qn, YYYY-MM, \
         YYYY-MM-DD or an interval a/b, with years from 1990 to 2100; ",
        short(found)
    )?;
    match meant {
        Some(date) => write!(f, "write \"{date}\""),
        None => f.write_str("correct it"),
    }
}

pub(super) fn backwards_interval(f: &mut Formatter<'_>, found: &str) -> Result {
    write!(
        f,
        "found the interval \"{found}\", expected one that ends after it begins; swap its \
         ends"
    )
}

pub(super) fn not_a_link(f: &mut Formatter<'_>, found: &str) -> Result {
    let found = short(found);
    write!(
        f,
        "found \"{found}\", expected an address that begins with https:// or http://; \
         correct it or write null"
    )
}

pub(super) fn link_with_user(f: &mut Formatter<'_>, found: &str) -> Result {
    write!(
        f,
        "found \"{}\", expected an address without the name of a user; remove what stands \
         before the \"@\"",
        short(found)
    )
}

pub(super) fn long_fragment(f: &mut Formatter<'_>, n_words: usize, most: usize) -> Result {
    write!(
        f,
        "found {n_words} words of the source, expected at most {most}, enough to find the place; \
         leave the others out"
    )
}

pub(super) fn empty_range(f: &mut Formatter<'_>, from: f64, to: f64) -> Result {
    write!(
        f,
        "found the range [{from}, {to}], expected its first number below its second; \
         correct it"
    )
}

/// Writes words in quotes, separated by commas: `"a", "b"`.
struct Quoted<'a>(&'a [&'a str]);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for (idx, word) in self.0.iter().enumerate() {
            let comma = if idx == 0 { "" } else { ", " };
            write!(f, "{comma}\"{word}\"")?;
        }
        Ok(())
    }
}
