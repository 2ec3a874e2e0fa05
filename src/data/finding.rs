//! What is wrong with the data files, in words by which an editor can correct it.

mod sentence;

use std::fmt::{self, Write as _};

/// Whether a finding makes `tinhso check` fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file breaks a rule of the format.
    Error,
    /// The file keeps the rules but looks odd.
    Warning,
}

/// One fault and its place.
///
/// Its `Display` is one line, `file: $.path: what was found, what was expected; what to do`, with
/// `warning: ` before it for a [`Severity::Warning`].
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The path of the file, as in the manifest.
    pub file: String,
    /// The place in the file as a JSON path, which begins with `$`.
    pub path: String,
    /// What is wrong.
    pub problem: Problem,
}

impl Finding {
    /// Whether it makes `tinhso check` fail.
    pub fn severity(&self) -> Severity {
        match self.problem {
            Problem::SelfReference
            | Problem::ResultAfterPublication { .. }
            | Problem::DeadlineBeforeMade { .. }
            | Problem::NegativeCount { .. }
            | Problem::StatementMismatch { .. }
            | Problem::Unused { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.severity() == Severity::Warning {
            f.write_str("warning: ")?;
        }
        write!(OneLine(f), "{}: {}: {}", self.file, self.path, self.problem)
    }
}

/// Writes control characters and marks that change the reading direction as escapes, so that the text
/// of a broken file can neither split the line of a finding nor disguise it.
struct OneLine<'a, 'f>(&'a mut fmt::Formatter<'f>);

impl fmt::Write for OneLine<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars().try_for_each(|letter| match letter {
            '\n' | '\r' | '\t' => write!(self.0, "{}", letter.escape_default()),
            '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
                write!(self.0, "{}", letter.escape_unicode())
            }
            _ if letter.is_control() => write!(self.0, "{}", letter.escape_unicode()),
            _ => self.0.write_char(letter),
        })
    }
}

/// All faults that a data file can have. The variants hold the details, and `Display` makes the
/// sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The text is not JSON.
    NotJson {
        /// Line of the fault, from 1.
        line: usize,
        /// Column of the fault, from 1.
        column: usize,
    },
    /// A file the manifest names could not be read.
    MissingFile {
        /// Why it could not be read.
        reason: String,
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
        expected: &'static str,
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
    /// A text that is not in Unicode's composed form (NFC).
    NotNfc {
        /// The text.
        found: String,
    },
    /// A text that is not a date in the format of the data.
    NotADate {
        /// The text.
        found: String,
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
    /// A rank without the number of units ranked.
    RankWithoutBase,
    /// A rank that is not a whole number from 1 to its base.
    NotARank {
        /// The value.
        found: f64,
        /// The number of units ranked.
        base: u32,
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
    /// An observation that refers to itself (warning).
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
}
