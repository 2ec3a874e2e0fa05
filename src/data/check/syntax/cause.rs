//! What editors do that is no JSON, and the sentences about it.

use std::fmt::{Formatter, Result};

use super::super::excerpt::Named;
use super::cursor::Place;

/// What is wrong with a number that JSON would read in another form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberSlip {
    /// `86,06`
    DecimalComma,
    /// `1.234.567`, `1,234,567`, `54 537`
    Thousands,
    /// `+5`
    Plus,
    /// `007`
    Zero,
    /// `.5`
    PointFirst,
    /// `5.`
    PointLast,
}

/// Why a text is no JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are what the sentences name")]
pub(crate) enum Cause {
    /// A number in a form that JSON does not have.
    Number { slip: NumberSlip, found: String, write: String },
    /// A percent sign after a number.
    Percent { number: String },
    /// Digits and other characters that are no number.
    NotANumber { found: String },
    /// A number too large for JSON.
    OutOfRange { found: String },
    /// A date without quotes.
    UnquotedDate { found: String, write: String },
    /// A comma after the last entry.
    TrailingComma { bracket: char },
    /// A comma without an entry before it.
    ExtraComma,
    /// No comma between two entries. The place is the end of the first.
    MissingComma { next: Place },
    /// Another sign where the comma should be.
    WrongSeparator { found: char },
    /// A quote as typographers write it.
    TypographicQuote { found: char },
    /// A single quote.
    SingleQuote { found: char },
    /// A comment.
    Comment { mark: &'static str },
    /// A mark that git leaves in a file where two versions differ.
    MergeConflict,
    /// A word of another language than JSON.
    ForeignWord { found: String, write: &'static str },
    /// A number that is none (NaN) or has no end.
    NoFiniteNumber { found: String },
    /// A key without quotes.
    UnquotedKey { found: String },
    /// A text without quotes.
    UnquotedText { found: String },
    /// A text that is not closed.
    UnclosedText,
    /// A quote in a text.
    QuoteInText { opened: Place },
    /// A line break in a text.
    LineBreakInText,
    /// Another control character in a text.
    ControlInText { found: char },
    /// A backslash before a character that it cannot stand before.
    WrongEscape { found: String },
    /// Half of a pair of escapes.
    LoneSurrogate { found: String },
    /// Brackets that are not closed at the end of the file, the innermost first.
    NotClosed { open: Vec<(char, Place)> },
    /// A bracket that closes one of the other kind.
    WrongBracket { found: char, opened: char, at: Place },
    /// A bracket that closes nothing.
    ExtraBracket { found: char },
    /// A bracket opens where a key should be.
    BracketForKey { found: char, at: Place },
    /// Something after the end of the document.
    AfterEnd { found: char },
    /// A character between two words that cannot be seen.
    Invisible { found: char },
    /// No colon after a key. The place is the end of the key.
    MissingColon { key: String },
    /// An equals sign after a key.
    EqualsSign,
    /// A key in a list.
    KeyInList,
    /// A key without a value.
    MissingValue { key: String },
    /// More brackets in each other than are read.
    TooDeep,
    /// A character that cannot stand there.
    Unexpected { found: char, expected: String },
    /// Anything else.
    Unknown,
}

/// The three parts of a sentence: what was found, what was expected, what to do.
type Words = (String, String, String);

fn words(found: impl Into<String>, expected: impl Into<String>, todo: impl Into<String>) -> Words {
    (found.into(), expected.into(), todo.into())
}

/// What a bracket of this kind is closed by.
pub(super) fn closing(bracket: char) -> char {
    if bracket == '{' { '}' } else { ']' }
}

impl Cause {
    /// Writes the sentence about this cause at a place.
    pub(super) fn write(&self, f: &mut Formatter<'_>, at: Place) -> Result {
        let (found, expected, todo) = self
            .of_numbers()
            .or_else(|| self.of_separators(at))
            .or_else(|| self.of_brackets())
            .or_else(|| self.of_texts())
            .unwrap_or_else(|| self.of_the_rest());
        let Place { line, column } = at;
        write!(f, "found {found} at line {line}, column {column}, expected {expected}; {todo}")
    }

    fn of_numbers(&self) -> Option<Words> {
        Some(match self {
            Self::Number { slip, found, write } => {
                let (what, expected) = match slip {
                    NumberSlip::DecimalComma => ("a decimal comma", "a decimal point"),
                    NumberSlip::Thousands => ("marks between thousands", "its digits alone"),
                    NumberSlip::Plus => ("a plus sign", "no sign before it"),
                    NumberSlip::Zero => ("a zero at the start", "no zero before its first digit"),
                    NumberSlip::PointFirst => ("no digit before the point", "a zero there"),
                    NumberSlip::PointLast => ("no digit after the point", "no point at its end"),
                };
                words(format!("{what} in the number {found}"), expected, format!("write {write}"))
            }
            Self::Percent { number } => words(
                format!("a percent sign after the number {number}"),
                "the number alone",
                format!("write {number}, as the indicator's unit says what it is"),
            ),
            Self::NotANumber { found } => words(
                format!("{found}, which is no number"),
                "digits with at most one point",
                "write the number alone, or a text in quotes",
            ),
            Self::OutOfRange { found } => words(
                format!("the number {found}, which is too large"),
                "a number that a computer can hold",
                "correct it",
            ),
            Self::UnquotedDate { found, write } => words(
                format!("the date {found} without quotes"),
                "a date as a text",
                format!("write \"{write}\""),
            ),
            Self::NoFiniteNumber { found } => words(
                format!("the word {found}"),
                "a number",
                "write the number, or null where there is none and docs/data.md allows it",
            ),
            _ => return None,
        })
    }

    fn of_separators(&self, at: Place) -> Option<Words> {
        Some(match self {
            Self::TrailingComma { bracket } => words(
                format!("a comma before \"{bracket}\""),
                "none after the last entry",
                "remove the comma, or add the entry that is missing after it",
            ),
            Self::ExtraComma => words(
                "a comma without an entry before it",
                "one comma between two entries",
                "remove the comma, or add the entry that is missing before it",
            ),
            Self::MissingComma { next } if next.line == at.line => {
                words("no comma", "one before the entry that follows", "write a comma there")
            }
            Self::MissingComma { next } => words(
                "no comma",
                format!("one before the entry at line {}", next.line),
                format!("write a comma at the end of line {}", at.line),
            ),
            Self::WrongSeparator { found } => {
                words(format!("\"{found}\""), "a comma between two entries", "write \",\" there")
            }
            Self::MissingColon { key } => words(
                format!("no colon after the key \"{key}\""),
                "a colon and a value after each key",
                "write \":\" and the value there, or correct the quotes and brackets around it",
            ),
            Self::EqualsSign => {
                words("an equals sign", "a colon between key and value", "write \":\" there")
            }
            Self::KeyInList => words(
                "a colon after a text in a list",
                "entries without keys between \"[\" and \"]\"",
                "put the key and its value between \"{\" and \"}\", or correct the brackets",
            ),
            Self::MissingValue { key } => words(
                format!("no value for the key \"{key}\""),
                "one after its colon",
                "write the value there, or remove the key if docs/data.md calls it optional",
            ),
            Self::Comment { mark } => words(
                format!("a comment (\"{mark}\")"),
                "only data",
                "remove it; what a reader should know belongs into \"note\"",
            ),
            Self::MergeConflict => words(
                "a mark of a merge conflict",
                "the data of one version",
                "choose the right lines of the two versions and remove the lines with <<<<<<<, \
                 ======= and >>>>>>>",
            ),
            _ => return None,
        })
    }

    fn of_brackets(&self) -> Option<Words> {
        Some(match self {
            Self::NotClosed { open } => {
                let name = |(bracket, at): &(char, Place)| {
                    format!("\"{bracket}\" of line {}, column {}", at.line, at.column)
                };
                let opened: Vec<String> = open.iter().take(3).map(name).collect();
                let more = open.len().saturating_sub(3);
                let more = if more > 0 { format!(" and {more} more") } else { String::new() };
                let verb = if open.len() == 1 { "is" } else { "are" };
                let marks: String =
                    open.iter().map(|(bracket, _)| closing(*bracket)).take(9).collect();
                words(
                    "the end of the file",
                    format!("\"{marks}\", as {}{more} {verb} not closed", opened.join(", ")),
                    "if the end of the file is lost, copy it again from where it came from; else \
                     write the brackets where they belong",
                )
            }
            Self::WrongBracket { found, opened, at } => words(
                format!("\"{found}\""),
                format!(
                    "\"{}\", which closes \"{opened}\" of line {}, column {}",
                    closing(*opened),
                    at.line,
                    at.column
                ),
                "correct the bracket, or write the missing one before it",
            ),
            Self::ExtraBracket { found } => words(
                format!("\"{found}\" after the end of the document"),
                "as many closing brackets as opening ones",
                "remove it, or the bracket further up that closes too early",
            ),
            Self::BracketForKey { found, at } => words(
                format!("\"{found}\""),
                format!("a key, as \"{{\" of line {}, column {} is not closed", at.line, at.column),
                "write \"}\" where that object ends, or the key and its colon",
            ),
            Self::AfterEnd { found } => words(
                format!("{} after the end of the document", Named(*found)),
                "nothing after the bracket that closes the first one",
                "remove what follows, or the bracket before it that closes too early",
            ),
            Self::TooDeep => words(
                "too many brackets within each other",
                "at most 127",
                "use the form of docs/data.md, which has far fewer",
            ),
            _ => return None,
        })
    }

    fn of_texts(&self) -> Option<Words> {
        Some(match self {
            Self::TypographicQuote { found } => words(
                format!("the quote {found}"),
                "a straight quote",
                "write \" there, and at the other end of the text",
            ),
            Self::SingleQuote { found } => words(
                format!("the single quote {found}"),
                "a straight double quote",
                "write \" there, and at the other end of the text",
            ),
            Self::UnclosedText => words(
                "a text that begins and is not closed",
                "a quote at its end, on the same line",
                "write \" at its end",
            ),
            Self::QuoteInText { opened } => words(
                "more text after a quote",
                "the end of the text",
                format!(
                    "write \u{201C} and \u{201D} (or \\\" twice) for quotes inside a text; the text \
                     begins at line {}, column {}",
                    opened.line, opened.column
                ),
            ),
            Self::LineBreakInText => words(
                "a line break inside a text",
                "each text on one line",
                "join the lines, or write \" at the end of the text if it should end there",
            ),
            Self::ControlInText { found } => words(
                format!("{} inside a text", Named(*found)),
                "visible characters",
                "write a space there or remove it",
            ),
            Self::WrongEscape { found } => words(
                format!("the escape {found}"),
                "\\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u with four hex digits",
                "write \\\\ for a backslash",
            ),
            Self::LoneSurrogate { found } => words(
                format!("the escape {found}, which is half a character"),
                "both halves",
                "write the character itself in place of the escape",
            ),
            _ => return None,
        })
    }

    fn of_the_rest(&self) -> Words {
        match self {
            Self::ForeignWord { found, write } => words(
                format!("the word {found}"),
                "a value of JSON",
                format!("write {write}, or the text in quotes"),
            ),
            Self::UnquotedKey { found } => words(
                format!("the key {found} without quotes"),
                "a key in straight quotes",
                format!("write \"{found}\""),
            ),
            Self::UnquotedText { found } => words(
                format!("{found} without quotes"),
                "a text in straight quotes, a number, true, false or null",
                "write \" before and after a text",
            ),
            Self::Invisible { found } => words(
                format!("{} between two words of JSON", Named(*found)),
                "plain spaces",
                "remove it and type a plain space if one is needed",
            ),
            Self::Unexpected { found, expected } => {
                words(Named(*found).to_string(), expected.as_str(), "correct it there")
            }
            _ => words(
                "text that is not JSON",
                "a JSON object",
                "correct it there (a missing comma or quote is the usual cause)",
            ),
        }
    }
}
