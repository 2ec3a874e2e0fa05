//! What is wrong with the data files, in words by which an editor can correct it.

mod sentence;

use std::fmt::{self, Write as _};

use super::check::encoding::EncodingFault;
use super::check::syntax::SyntaxFault;
use super::check::table_fault::TableFault;
use super::check::text::TextFault;

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

/// All faults that a data file can have. The variants hold the details, and `Display` makes the
/// sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The bytes of a file are no text in UTF-8.
    NotText(EncodingFault),
    /// The text is not JSON.
    NotJson(SyntaxFault),
    /// A text with something in it that no text of the data may have.
    FaultyText(TextFault),
    /// A fault of an official table.
    Table(TableFault),
    /// A key that one object has twice.
    RepeatedKey {
        /// The key.
        key: String,
        /// The line where it stands first, once that is looked up.
        first_line: Option<usize>,
    },
    /// The folder cannot be listed.
    UnreadableFolder {
        /// Why.
        reason: String,
    },
    /// A file in the folder that the manifest does not name.
    UnnamedFile,
    /// The manifest could not be read.
    MissingManifest {
        /// Why.
        reason: String,
    },
    /// A file the manifest names could not be read.
    MissingFile {
        /// Why it could not be read.
        reason: String,
    },
    /// A file that the manifest names twice.
    RepeatedFile {
        /// Its path.
        found: String,
    },
    /// A path in the manifest leads out of the data folder.
    OutsideFolder {
        /// The path.
        found: String,
    },
    /// The manifest has another schema version.
    WrongSchema {
        /// The value that was found.
        found: String,
    },
    /// A value has another JSON type.
    WrongType {
        /// The value that was found, in words ("a list").
        found: String,
        /// What was expected, in words.
        expected: String,
    },
    /// A number that is written as a text.
    NumberAsText {
        /// The text.
        found: String,
        /// The number it means.
        meant: String,
    },
    /// A number with more decimals than any source gives.
    TooManyDecimals {
        /// The number.
        found: f64,
        /// The number with as many as there may be.
        rounded: f64,
    },
    /// A required key is missing.
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A key that the format does not have.
    UnknownKey {
        /// The key.
        key: String,
        /// The known key that is most like it.
        suggestion: Option<String>,
    },
    /// A keyword that is not in the closed list.
    UnknownWord {
        /// The word.
        found: String,
        /// All allowed keywords.
        allowed: Vec<&'static str>,
    },
    /// A text that is empty or only white space.
    EmptyText,
    /// A text that is not a date in the format of the data.
    NotADate {
        /// The text.
        found: String,
        /// The date it means, in the form of the data.
        meant: Option<String>,
    },
    /// An interval that ends before it begins.
    BackwardsInterval {
        /// The interval.
        found: String,
    },
    /// An address that is not http or https.
    NotALink {
        /// The address.
        found: String,
    },
    /// An address that holds a user's name or a password.
    LinkWithUser {
        /// The address.
        found: String,
    },
    /// Words of a source that are more than a link to their place needs.
    LongFragment {
        /// How many words they are.
        n_words: usize,
        /// How many they may be.
        most: usize,
    },
    /// A range whose lower end is not below its upper.
    EmptyRange {
        /// Lower end.
        from: f64,
        /// Upper end.
        to: f64,
    },
    /// An observation with both a value and a reason for having none.
    ValueAndMissing,
    /// An observation with neither.
    NeitherValueNorMissing,
    /// A promise in words alone that also has a value, or a reason why there is none.
    QualitativeWithValue {
        /// The other key.
        key: &'static str,
    },
    /// A result that is marked as a promise in words alone.
    QualitativeResult,
    /// A promise in words alone for an indicator with a measured unit, or a value for an indicator
    /// whose unit is `statement` (warning).
    StatementMismatch {
        /// The indicator.
        indicator: String,
        /// Whether the entry is a promise in words alone.
        is_qualitative: bool,
    },
    /// A value outside its indicator's range.
    OutOfRange {
        /// The value.
        found: f64,
        /// The lowest possible.
        from: f64,
        /// The highest possible.
        to: f64,
        /// The indicator.
        indicator: String,
    },
    /// A printed range whose upper end is not above its lower one.
    RangeEndNotAbove {
        /// The lower end, `value`.
        value: f64,
        /// The upper end, `value_to`.
        end: f64,
    },
    /// The upper end of a range whose lower end is missing.
    RangeEndAlone,
    /// A rank without the number of units ranked.
    RankWithoutBase,
    /// A rank that is not a whole number from 1 to its base.
    NotARank {
        /// The value.
        found: f64,
        /// The number of units ranked.
        base: u32,
    },
    /// A rank of a province among more provinces than there were.
    BaseTooLarge {
        /// The number of units ranked.
        base: u32,
        /// How many provinces there were.
        n_provinces: u32,
        /// The day on which there were that many.
        day: String,
    },
    /// A result of a time that has not begun.
    FutureResult {
        /// The period.
        period: String,
        /// Today.
        today: String,
    },
    /// A result of a province that had ended before the day the figure describes.
    ProvinceEnded {
        /// The province.
        province: String,
        /// The day whose borders the figure describes.
        unit_day: String,
        /// The last day of the province.
        until: String,
    },
    /// A target whose comparator contradicts what is better for the indicator, such as "at most" where
    /// higher is better.
    ComparatorAgainstBetter {
        /// The comparator's sign.
        sign: &'static str,
        /// The indicator.
        indicator: String,
        /// "higher" or "lower".
        better: &'static str,
    },
    /// An id that an earlier entry has, too.
    DuplicateId {
        /// The id.
        id: String,
        /// File and path of its first use.
        first: String,
    },
    /// An id with a character that no id may have.
    WrongIdCharacter {
        /// The id.
        id: String,
        /// The first such character.
        character: char,
        /// Whether a slash may stand in it: only in the ids of observations.
        may_have_slash: bool,
    },
    /// A figure that the same source gives in another entry, too.
    SameFigureTwice {
        /// The id of the other entry.
        id: String,
        /// File and path of the other entry.
        first: String,
        /// Whether both have the same value.
        is_equal: bool,
    },
    /// Another name that another indicator claims, too.
    SharedAlias {
        /// The name.
        alias: String,
        /// The id of the other indicator.
        id: String,
    },
    /// Entries that lead to one another in a circle.
    Circle {
        /// What they do, in words ("replace").
        verb: &'static str,
        /// Their ids, in the order of the circle; the first one is the entry's own.
        ids: Vec<String>,
    },
    /// An observation's id that does not begin with its province, indicator and kind.
    WrongIdPrefix {
        /// The id.
        id: String,
        /// What it should begin with.
        prefix: String,
    },
    /// A reference to an entry that does not exist.
    UnknownId {
        /// The kind of entry that is missing, in words ("a source").
        what: &'static str,
        /// The id.
        id: String,
        /// The known id that is most like it.
        suggestion: Option<String>,
    },
    /// A derived figure without the ids of the figures it was derived from.
    DerivedWithoutParents,
    /// A dispute between two figures that do not describe the same thing at the same time.
    DisputeOfUnlikeFigures {
        /// The id of the other figure.
        id: String,
        /// The first property in which the two differ.
        differs: &'static str,
    },
    /// An entry that refers to itself.
    SelfReference,
    /// A result whose period begins after its source was published (warning).
    ResultAfterPublication {
        /// The period.
        period: String,
        /// The day of publication.
        published: String,
    },
    /// A target that was due before it was made (warning).
    DeadlineBeforeMade {
        /// The deadline.
        deadline: String,
        /// The day it was made.
        made: String,
    },
    /// A count below zero (warning).
    NegativeCount {
        /// The value.
        found: f64,
    },
    /// An entry that no observation uses (warning).
    Unused {
        /// What kind of entry.
        what: &'static str,
        /// Its id.
        id: String,
    },
    /// A value below one where all others of the indicator are above (warning).
    OddValue {
        /// The value.
        found: f64,
        /// The smallest of the other values.
        smallest: f64,
        /// The indicator.
        indicator: String,
    },
    /// A place in the source that is the whole page (warning).
    WholePage,
}
