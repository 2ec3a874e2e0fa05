//! Finds out why a text is no JSON. A parser of JSON says where it could not go on, which is often
//! after the fault and says nothing of what the editor did; this reads the text with the habits of
//! editors in mind.

mod cause;
mod cursor;
mod number;
mod quoted;
mod scan;
mod word;

use std::fmt;

pub(crate) use cause::Cause;
pub(crate) use cursor::Place;

/// Why a text is no JSON, and where. Its `Display` is what follows the path in a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxFault {
    /// What is wrong.
    pub(crate) cause: Cause,
    /// Where the faulty piece begins, which may be before the place where a parser stops.
    pub(crate) place: Place,
}

impl SyntaxFault {
    /// Its line and column (in characters), from 1.
    pub(crate) fn position(&self) -> (usize, usize) {
        (self.place.line, self.place.column)
    }
}

impl fmt::Display for SyntaxFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.cause.write(f, self.place)
    }
}

/// The cause for which `serde_json` could not read the text and stopped at this line and column (in
/// bytes, as it counts them), both from 1.
pub(crate) fn syntax_cause(text: &str, line: usize, column: usize) -> SyntaxFault {
    scan::first_fault(text).unwrap_or_else(|| {
        let before = text.lines().nth(line.saturating_sub(1)).and_then(|line| {
            let mut end = column.saturating_sub(1).min(line.len());
            while !line.is_char_boundary(end) {
                end -= 1;
            }
            line.get(..end)
        });
        let column = before.map_or(column, |before| before.chars().count() + 1);
        SyntaxFault { cause: Cause::Unknown, place: Place { line, column } }
    })
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
