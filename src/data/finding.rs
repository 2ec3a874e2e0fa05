//! What is wrong with the data files, said so that an editor can mend it.

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
    /// A promise in words alone that has a value or a reason for none, or that is a result.
    NotQualitative,
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

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { line, column } => write!(
                f,
                "found text that is not JSON at line {line}, column {column}, expected a JSON \
                 object; correct it there (a missing comma or quote is the usual cause)"
            ),
            Self::MissingFile { reason } => write!(
                f,
                "found no readable file ({reason}), expected the file the manifest names; add it \
                 or take its name out of manifest.json"
            ),
            Self::OutsideFolder { found } => write!(
                f,
                "found the path \"{found}\", expected one inside the data folder; write it \
                 relative to manifest.json, without \"..\" and without a leading \"/\""
            ),
            Self::WrongSchema { found } => {
                write!(f, "found schema {found}, expected 1; use the format of docs/data.md")
            }
            Self::WrongType { found, expected } => write!(
                f,
                "found {found}, expected {expected}; write it in the form docs/data.md gives"
            ),
            Self::MissingKey { key } => write!(
                f,
                "found no key \"{key}\", expected it to stand here; add it (docs/data.md says \
                 where null is allowed)"
            ),
            Self::UnknownKey { key, suggestion } => {
                write!(f, "found the unknown key \"{key}\", expected a key of docs/data.md; ")?;
                match suggestion {
                    Some(known) => write!(f, "did you mean \"{known}\"?"),
                    None => f.write_str("remove it"),
                }
            }
            Self::UnknownWord { found, allowed } => write!(
                f,
                "found \"{found}\", expected one of {}; choose one of them",
                Quoted(allowed)
            ),
            Self::EmptyText => {
                f.write_str("found an empty text, expected words; write them, in both languages")
            }
            Self::NotNfc { found } => write!(
                f,
                "found \"{found}\" with letters and marks apart, expected composed letters \
                 (Unicode NFC); type the text again or convert it"
            ),
            Self::NotADate { found } => write!(
                f,
                "found \"{found}\", expected a date that exists, as YYYY, YYYY-Qn, YYYY-MM, \
                 YYYY-MM-DD or an interval a/b, with years from 1990 to 2100; correct it"
            ),
            Self::BackwardsInterval { found } => write!(
                f,
                "found the interval \"{found}\", expected one that ends after it begins; swap its \
                 ends"
            ),
            Self::NotALink { found } => write!(
                f,
                "found \"{found}\", expected an address that begins with https:// or http://; \
                 correct it or write null"
            ),
            Self::EmptyRange { from, to } => write!(
                f,
                "found the range [{from}, {to}], expected its first number below its second; \
                 correct it"
            ),
            Self::ValueAndMissing => f.write_str(
                "found both \"value\" and \"missing\", expected one of them; keep the value, or \
                 the reason why there is none",
            ),
            Self::NeitherValueNorMissing => f.write_str(
                "found neither \"value\" nor \"missing\", expected one of them; write the value, \
                 or the reason why there is none",
            ),
            Self::NotQualitative => f.write_str(
                "found \"qualitative\" on what is no promise in words alone, expected a target \
                 without \"value\" and \"missing\"; remove the one or the other",
            ),
            Self::StatementOrNot { indicator, is_qualitative: true } => write!(
                f,
                "found a promise without a number of \"{indicator}\", expected an indicator whose \
                 unit is \"statement\"; give it one of its own"
            ),
            Self::StatementOrNot { indicator, is_qualitative: false } => write!(
                f,
                "found a figure of \"{indicator}\", whose unit is \"statement\", expected a \
                 promise with \"qualitative\": true; correct the entry or the indicator's unit"
            ),
            Self::OutOfRange { found, from, to, indicator } => write!(
                f,
                "found {found}, expected a value from {from} to {to} (the range of \
                 \"{indicator}\"); correct the value, or give the indicator its own range"
            ),
            Self::RankWithoutBase => f.write_str(
                "found a rank without \"base\", expected the number of units ranked; add it (63 \
                 provinces before 1 July 2025, 34 since)",
            ),
            Self::NotARank { found, base } => write!(
                f,
                "found the rank {found}, expected a whole number from 1 to its base {base}; \
                 correct the rank or the base"
            ),
            Self::UnitEnded { province, unit_day, until } => write!(
                f,
                "found a result for {unit_day}, expected a day on which \"{province}\" existed \
                 (until {until}); enter it under its successor, or correct the period"
            ),
            Self::ComparatorAgainstBetter { sign, indicator, better } => write!(
                f,
                "found the comparator \"{sign}\", expected a target of \"{indicator}\" to be \
                 bounded on the other side, because {better} is better; correct the comparator or \
                 the indicator's \"better\""
            ),
            Self::DuplicateId { id, first } => write!(
                f,
                "found the id \"{id}\" again, expected every id once (first at {first}); give one \
                 of the two another id"
            ),
            Self::ForeignId { id, prefix } => write!(
                f,
                "found the id \"{id}\", expected one that begins with \"{prefix}\"; correct the \
                 id, or move the observation to its own file"
            ),
            Self::NamesNothing { what, id, suggestion } => {
                write!(f, "found \"{id}\", expected the id of {what}; ")?;
                match suggestion {
                    Some(known) => write!(f, "did you mean \"{known}\"?"),
                    None => f.write_str("correct it or add the entry it names"),
                }
            }
            Self::DerivedWithoutParents => f.write_str(
                "found the basis \"derived\" without \"derived_from\", expected the ids of the \
                 figures it was computed from; name them",
            ),
            Self::NoDispute { id, differs } => write!(
                f,
                "found the dispute with \"{id}\", which differs in {differs}, expected a figure of one \
                 thing at one time (same province, indicator, base and kind, periods that overlap; a \
                 result and the province's own goal of that value for that time); say in the note \
                 how the two differ"
            ),
            Self::NamesItself => f.write_str(
                "found the observation's own id, expected that of another observation; correct it \
                 or remove it",
            ),
            Self::ResultAfterPublication { period, published } => write!(
                f,
                "found a result for {period} in a source of {published}, expected a period that \
                 had begun; check whether it is a goal or a forecast"
            ),
            Self::DeadlineBeforeMade { deadline, made } => write!(
                f,
                "found the deadline {deadline} for a target made on {made}, expected a deadline \
                 after it; check both dates"
            ),
            Self::NegativeCount { found } => {
                write!(f, "found the count {found}, expected none below zero; check the value")
            }
            Self::NotUsed { what, id } => write!(
                f,
                "found the {what} \"{id}\" that no observation uses, expected at least one; \
                 remove it or add its figures"
            ),
        }
    }
}

/// Words as `"a", "b"`.
struct Quoted<'a>(&'a [&'static str]);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (idx, word) in self.0.iter().enumerate() {
            let comma = if idx == 0 { "" } else { ", " };
            write!(f, "{comma}\"{word}\"")?;
        }
        Ok(())
    }
}
