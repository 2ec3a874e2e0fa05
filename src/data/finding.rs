//! What is wrong with the data files, in words by which an editor can correct it.

mod problem;
mod sentence;

use std::fmt::{self, Write as _};

use super::check::table_fault::TableFault;
pub use problem::Problem;

/// Whether a finding makes `tinhso check` fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file breaks a rule of the format.
    Error,
    /// The file keeps the rules but looks odd.
    Warning,
}

/// A place in the text of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
}

/// One fault and its place.
///
/// Its `Display` is one line, `file: $.path: what was found, what was expected; what to do (line 12)`,
/// with `warning: ` before it for a [`Severity::Warning`]. The line stands at the end, where it is known
/// and is not told by the words before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The path of the file, as in the manifest.
    pub file: String,
    /// The place in the file: a JSON path, which begins with `$`, or the line (and the column) of a
    /// spreadsheet.
    pub path: String,
    /// What is wrong.
    pub problem: Problem,
    /// The place in the text of the file. `None` where the file as a whole is at fault, and until
    /// [`super::check()`] looks it up.
    pub position: Option<Position>,
}

impl Finding {
    /// A finding whose place in the text is not known yet.
    pub(super) fn new(file: impl Into<String>, path: impl Into<String>, problem: Problem) -> Self {
        Self { file: file.into(), path: path.into(), problem, position: None }
    }

    /// What was found, what was expected, and what to do: the line without its place.
    pub fn message(&self) -> String {
        let mut message = String::new();
        // Writing to a text cannot fail.
        let _ = write!(OneLine(&mut message), "{}", self.problem);
        message
    }

    /// Whether it makes `tinhso check` fail.
    pub fn severity(&self) -> Severity {
        match self.problem {
            Problem::ResultAfterPublication { .. }
            | Problem::DeadlineBeforeMade { .. }
            | Problem::NegativeCount { .. }
            | Problem::StatementMismatch { .. }
            | Problem::OddValue { .. }
            | Problem::WholePage
            | Problem::Unused { .. }
            // A table that grows year by year passes through these.
            | Problem::Table(TableFault::YearWithoutRows { .. } | TableFault::ValueCount { .. }) => {
                Severity::Warning
            }
            _ => Severity::Error,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.severity() == Severity::Warning {
            f.write_str("warning: ")?;
        }
        write!(OneLine(&mut *f), "{}: {}: {}", self.file, self.path, self.problem)?;
        let is_told = matches!(self.problem, Problem::NotText(_) | Problem::NotJson(_))
            || self.path.starts_with("line ");
        match self.position {
            Some(Position { line, .. }) if !is_told => write!(f, " (line {line})"),
            _ => Ok(()),
        }
    }
}

/// Writes control characters and marks that change the reading direction as escapes, so that the text
/// of a broken file can neither split the line of a finding nor disguise it.
struct OneLine<'a, W>(&'a mut W);

impl<W: fmt::Write> fmt::Write for OneLine<'_, W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        // In UTF-8 all letters that break a line begin with one of these bytes; few texts have one.
        if !text.bytes().any(|byte| byte.is_ascii_control() || byte == 0xC2 || byte == 0xE2) {
            return self.0.write_str(text);
        }
        for piece in text.split_inclusive(breaks_line) {
            let Some(letter) = piece.chars().next_back().filter(|letter| breaks_line(*letter))
            else {
                self.0.write_str(piece)?;
                continue;
            };
            self.0.write_str(piece.strip_suffix(letter).unwrap_or_default())?;
            match letter {
                '\n' | '\r' | '\t' => write!(self.0, "{}", letter.escape_default())?,
                _ => write!(self.0, "{}", letter.escape_unicode())?,
            }
        }
        Ok(())
    }
}

fn breaks_line(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
        )
}
