//! What must not be in a text of the data, since readers and searches would stumble over it: characters
//! that cannot be seen, and letters that a program has spoiled.

mod entity;
mod mojibake;

use std::fmt;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::excerpt::{Named, beginning, changes_direction, excerpt, is_no_letter, is_zero_width};

/// What is wrong with a text. Its `Display` is what follows the path in a finding.
///
/// In each variant `at` is the place of the fault in the text, in characters from 1, and `within` the
/// text around it, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// UTF-8 that a program has read in another encoding.
    Mojibake {
        /// The letters that came of it.
        found: String,
        /// The letters that were meant.
        meant: String,
        /// Where it begins.
        at: usize,
        /// The text around it.
        within: String,
    },
    /// A character as HTML writes it.
    Entity {
        /// What stands there, with "&" and ";".
        found: String,
        /// The character that was meant, if there is one with this number.
        meant: Option<char>,
        /// Where it begins.
        at: usize,
        /// The text around it.
        within: String,
    },
    /// White space at an end of the text.
    SpaceAtEnd {
        /// The space.
        found: char,
        /// Whether it is at the start.
        is_first: bool,
        /// Where it is.
        at: usize,
        /// The text around it.
        within: String,
    },
    /// A line break.
    LineBreak {
        /// The character that breaks the line.
        found: char,
        /// Where it is.
        at: usize,
        /// The text around it.
        within: String,
    },
    /// Another control character.
    Control {
        /// The character.
        found: char,
        /// Where it is.
        at: usize,
        /// The text around it.
        within: String,
    },
    /// A character without a width.
    ZeroWidth {
        /// The character.
        found: char,
        /// Where it is.
        at: usize,
        /// The text around it.
        within: String,
    },
    /// A character that changes the direction of reading.
    Direction {
        /// The character.
        found: char,
        /// Where it is.
        at: usize,
        /// The text around it.
        within: String,
    },
    /// A code point that is no letter, or stands for one that was lost.
    NoLetter {
        /// The character.
        found: char,
        /// Where it is.
        at: usize,
        /// The text around it.
        within: String,
    },
    /// Letters and marks apart.
    NotNfc {
        /// Where the first of them is.
        at: usize,
        /// The text around it.
        within: String,
    },
}

#[cfg(test)]
impl TextFault {
    /// Its place in the text, in characters from 1.
    fn at(&self) -> usize {
        match self {
            Self::Mojibake { at, .. }
            | Self::Entity { at, .. }
            | Self::SpaceAtEnd { at, .. }
            | Self::LineBreak { at, .. }
            | Self::Control { at, .. }
            | Self::ZeroWidth { at, .. }
            | Self::Direction { at, .. }
            | Self::NoLetter { at, .. }
            | Self::NotNfc { at, .. } => *at,
        }
    }
}

impl fmt::Display for TextFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mojibake { found, meant, within, .. } => write!(
                f,
                "found \"{found}\" in \"{within}\", which is UTF-8 read as Windows-1252, expected \
                 \"{meant}\"; type the text again",
                found = beginning(found),
                meant = beginning(meant),
            ),
            Self::Entity { found, meant: Some(meant), within, .. } => {
                let letter = Named(*meant);
                // A no-break space in place of each "&nbsp;" is seldom what the editor wants.
                let write = if meant.is_whitespace() { Named(' ') } else { Named(*meant) };
                write!(
                    f,
                    "found \"{found}\" in \"{within}\", which is HTML for {letter}, expected the \
                     character itself; write {write}"
                )
            }
            Self::Entity { found, meant: None, within, .. } => write!(
                f,
                "found \"{found}\" in \"{within}\", which looks like HTML for a character that does \
                 not exist, expected the character itself; write it, or remove this"
            ),
            Self::SpaceAtEnd { found, is_first, within, .. } => {
                let end = if *is_first { "start" } else { "end" };
                let found = Named(*found);
                write!(
                    f,
                    "found {found} at the {end} of \"{within}\", expected none there; remove it"
                )
            }
            Self::LineBreak { found, within, .. } => write!(
                f,
                "found {} in \"{within}\", expected a text of one line; write a space there",
                Named(*found)
            ),
            Self::Control { found, within, .. } => write!(
                f,
                "found {} in \"{within}\", expected visible characters; write a space there or \
                 remove it",
                Named(*found)
            ),
            Self::ZeroWidth { found, within, .. } => write!(
                f,
                "found {} in \"{within}\", expected characters that can be seen; remove it",
                Named(*found)
            ),
            Self::Direction { found, within, .. } => write!(
                f,
                "found {} in \"{within}\", expected text that is read from left to right as it \
                 stands; remove it",
                Named(*found)
            ),
            Self::NoLetter { found, within, .. } => write!(
                f,
                "found {} in \"{within}\", expected a letter that every program can show; type the \
                 word again from the source",
                Named(*found)
            ),
            Self::NotNfc { within, .. } => write!(
                f,
                "found \"{within}\" with letters and marks apart, expected composed letters (Unicode \
                 NFC); type the text again or convert it"
            ),
        }
    }
}

/// The first fault of a text, the one that explains others first: what is left of letters that a
/// program has spoiled may be a control character or a space at the end.
pub(crate) fn text_fault(text: &str) -> Option<TextFault> {
    mojibake::find(text)
        .or_else(|| entity::find(text))
        .or_else(|| first_character(text))
        .or_else(|| space_at_end(text))
        .or_else(|| not_nfc(text))
}

/// The first character that no text may have.
fn first_character(text: &str) -> Option<TextFault> {
    text.chars().enumerate().find_map(|(idx, found)| {
        let at = idx + 1;
        let within = || excerpt(text, idx, 1);
        Some(match found {
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                TextFault::LineBreak { found, at, within: within() }
            }
            _ if found.is_control() => TextFault::Control { found, at, within: within() },
            _ if is_zero_width(found) => TextFault::ZeroWidth { found, at, within: within() },
            _ if changes_direction(found) => TextFault::Direction { found, at, within: within() },
            _ if is_no_letter(found) => TextFault::NoLetter { found, at, within: within() },
            _ => return None,
        })
    })
}

/// White space at the start or the end. A text of white space alone is an empty one, which is another
/// fault.
fn space_at_end(text: &str) -> Option<TextFault> {
    if text.trim().is_empty() {
        return None;
    }
    let fault = |found: char, is_first: bool, idx: usize| {
        found.is_whitespace().then(|| TextFault::SpaceAtEnd {
            found,
            is_first,
            at: idx + 1,
            within: excerpt(text, idx, 1),
        })
    };
    let last = text.chars().count().saturating_sub(1);
    text.chars()
        .next()
        .and_then(|found| fault(found, true, 0))
        .or_else(|| text.chars().next_back().and_then(|found| fault(found, false, last)))
}

fn not_nfc(text: &str) -> Option<TextFault> {
    if is_nfc(text) {
        return None;
    }
    let idx =
        text.chars().zip(text.nfc()).take_while(|(found, composed)| found == composed).count();
    Some(TextFault::NotNfc { at: idx + 1, within: excerpt(text, idx, 2) })
}

#[cfg(test)]
mod tests;
