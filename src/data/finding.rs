//! What is wrong with the data files, said so that an editor can mend it.

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

/// One fault, and where it stands.
///
/// Its `Display` is one line, `file: $.path: what was found, what was expected; what to do`, with
/// `warning: ` before it for a [`Severity::Warning`].
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The file, as the manifest names it.
    pub file: String,
    /// The place in the file, as a JSON path from `$`.
    pub path: String,
    /// What is wrong there.
    pub problem: Problem,
}

impl Finding {
    /// Whether it makes `tinhso check` fail.
    pub fn severity(&self) -> Severity {
        match self.problem {
            Problem::NamesItself
            | Problem::ResultAfterPublication { .. }
            | Problem::DeadlineBeforeMade { .. }
            | Problem::NegativeCount { .. }
            | Problem::StatementOrNot { .. }
            | Problem::NotUsed { .. } => Severity::Warning,
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

/// Writes control characters and marks that turn the reading direction as escapes: text of a broken
/// file must neither split a finding's line nor disguise it.
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

/// What can be wrong. The variants hold the data, `Display` makes the sentence.
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
        /// What reading it answered.
        reason: String,
    },
    /// A path of the manifest leads out of the data folder.
    OutsideFolder {
        /// The path.
        found: String,
    },
    /// The manifest is of another schema.
    WrongSchema {
        /// What stands there.
        found: String,
    },
    /// A value has another JSON type.
    WrongType {
        /// What stands there, as words ("a number").
        found: String,
        /// What should.
        expected: &'static str,
    },
    /// A key that must stand does not.
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A key the format does not have.
    UnknownKey {
        /// The key.
        key: String,
        /// The known key nearest to it.
        suggestion: Option<String>,
    },
    /// A word outside a closed list.
    UnknownWord {
        /// The word.
        found: String,
        /// The list.
        allowed: Vec<&'static str>,
    },
    /// A text that is empty, or only space.
    EmptyText,
    /// A text whose letters are not composed as NFC writes them.
    NotNfc {
        /// The text.
        found: String,
    },
    /// A text that is no date of the format.
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
    /// A promise in words alone that has a value or a reason for none.
    QualitativeWith {
        /// The key beside it.
        key: &'static str,
    },
    /// A result that is said to be a promise in words alone.
    QualitativeResult,
    /// A promise in words alone of what is measured, or a value of what is not (warning).
    StatementOrNot {
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
    /// A rank that does not say of how many.
    RankWithoutBase,
    /// A rank that is not a whole number from 1 to its base.
    NotARank {
        /// The value.
        found: f64,
        /// The number of units ranked.
        base: u32,
    },
    /// A result whose unit did not exist on its day.
    UnitEnded {
        /// The province.
        province: String,
        /// The day whose borders the figure describes.
        unit_day: String,
        /// The province's last day.
        until: String,
    },
    /// A target bounded on its good side.
    ComparatorAgainstBetter {
        /// The sign.
        sign: &'static str,
        /// The indicator.
        indicator: String,
        /// "higher" or "lower".
        better: &'static str,
    },
    /// An id that was used before.
    DuplicateId {
        /// The id.
        id: String,
        /// File and path of its first use.
        first: String,
    },
    /// An observation's id that does not begin with its province, indicator and kind.
    ForeignId {
        /// The id.
        id: String,
        /// What it should begin with.
        prefix: String,
    },
    /// An id that names no entry.
    NamesNothing {
        /// What kind of entry is meant ("source").
        what: &'static str,
        /// The id.
        id: String,
        /// The known id nearest to it.
        suggestion: Option<String>,
    },
    /// A derived figure that names no figures it was derived from.
    DerivedWithoutParents,
    /// A figure disputed by one that is not of the same thing at the same time.
    NoDispute {
        /// The id of the other figure.
        id: String,
        /// In what the two differ first.
        differs: &'static str,
    },
    /// An observation that names itself among others (warning).
    NamesItself,
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
    /// An entry no observation uses (warning).
    NotUsed {
        /// What kind of entry.
        what: &'static str,
        /// Its id.
        id: String,
    },
}
