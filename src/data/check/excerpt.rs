//! How a piece of a data file is shown in a message: short, and with nothing in it that cannot be seen.

use std::fmt;

/// How many characters of a text a message shows.
const SHOWN: usize = 60;

/// A character as a message names it: `"x"`, or by its number if it cannot be seen:
/// `U+200B (zero-width space)`.
pub(crate) struct Named(
    /// The character.
    pub(crate) char,
);

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(letter) = *self;
        match (name(letter), is_invisible(letter)) {
            (Some(name), _) => write!(f, "U+{:04X} ({name})", u32::from(letter)),
            (None, true) => write!(f, "U+{:04X}", u32::from(letter)),
            (None, false) => write!(f, "\"{letter}\""),
        }
    }
}

/// The name of a character that cannot be seen and that editors of texts happen upon.
fn name(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\0' => "zero byte",
        '\t' => "tab",
        '\n' => "line break",
        '\r' => "carriage return",
        '\u{B}' => "line break in a cell",
        '\u{C}' => "page break",
        '\u{7F}' => "delete",
        '\u{85}' => "next line",
        ' ' => "space",
        '\u{A0}' => "no-break space",
        '\u{AD}' => "soft hyphen",
        '\u{61C}' => "Arabic letter mark",
        '\u{180E}' => "Mongolian vowel separator",
        '\u{2002}' => "en space",
        '\u{2003}' => "em space",
        '\u{2007}' => "figure space",
        '\u{2009}' => "thin space",
        '\u{200A}' => "hair space",
        '\u{200B}' => "zero-width space",
        '\u{200C}' => "zero-width non-joiner",
        '\u{200D}' => "zero-width joiner",
        '\u{200E}' => "left-to-right mark",
        '\u{200F}' => "right-to-left mark",
        '\u{2028}' => "line separator",
        '\u{2029}' => "paragraph separator",
        '\u{202A}' => "left-to-right embedding",
        '\u{202B}' => "right-to-left embedding",
        '\u{202C}' => "end of a direction",
        '\u{202D}' => "left-to-right override",
        '\u{202E}' => "right-to-left override",
        '\u{202F}' => "narrow no-break space",
        '\u{2060}' => "word joiner",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        '\u{2069}' => "end of an isolate",
        '\u{3000}' => "ideographic space",
        '\u{FEFF}' => "byte order mark",
        '\u{FFFD}' => "replacement character",
        _ => return None,
    })
}

/// Whether a reader would not see the character, or not as itself. A plain space is visible enough.
pub(crate) fn is_invisible(letter: char) -> bool {
    letter != ' '
        && (letter.is_whitespace()
            || letter.is_control()
            || is_zero_width(letter)
            || changes_direction(letter)
            || is_no_letter(letter))
}

/// Whether the character takes no room and says nothing in Vietnamese or English.
pub(crate) fn is_zero_width(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200D}'
            | '\u{2060}'..='\u{2065}'
            | '\u{206A}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

/// Whether the character changes the direction in which a text is read.
pub(crate) fn changes_direction(letter: char) -> bool {
    matches!(
        letter,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    )
}

/// Whether the code point is no character that all programs know: for private use, never assigned, or
/// what stands for a letter that was lost.
pub(crate) fn is_no_letter(letter: char) -> bool {
    let code = u32::from(letter);
    matches!(code, 0xE000..=0xF8FF | 0xF_0000.. | 0xFDD0..=0xFDEF | 0xFFFD)
        || code & 0xFFFE == 0xFFFE
}

/// The part of a text around its characters `at..at + len`, with "…" for what is left out, and escapes
/// for what cannot be seen.
pub(crate) fn excerpt(text: &str, at: usize, len: usize) -> String {
    let total = text.chars().count();
    if total <= SHOWN {
        return shown(text);
    }
    // Two characters are kept for the two "…".
    let room = SHOWN - 2;
    let before = room.saturating_sub(len) / 2;
    let start = at.saturating_sub(before).min(total - room);
    let middle: String = text.chars().skip(start).take(room).collect();
    let left = if start > 0 { "…" } else { "" };
    let right = if start + room < total { "…" } else { "" };
    format!("{left}{}{right}", shown(&middle))
}

/// The beginning of a text, as [`excerpt`] shows it.
pub(crate) fn beginning(text: &str) -> String {
    excerpt(text, 0, 1)
}

/// The text with escapes for what cannot be seen.
fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' | '\t' => out.extend(letter.escape_default()),
            _ if is_invisible(letter) => out.extend(letter.escape_unicode()),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_cannot_be_seen_is_named() {
        assert_eq!(Named('ế').to_string(), "\"ế\"");
        assert_eq!(Named('\u{200B}').to_string(), "U+200B (zero-width space)");
        assert_eq!(Named('\u{E001}').to_string(), "U+E001");
        assert_eq!(excerpt("a\u{200B}b\tc\u{A0}d e", 0, 1), "a\\u{200b}b\\tc\\u{a0}d e");
    }

    #[test]
    fn a_long_text_is_shown_around_its_fault() {
        let text: String = ('a'..='z').cycle().take(200).collect();
        let letters: String = ('a'..='z').cycle().take(58).collect();
        assert_eq!(excerpt(&text, 0, 1), format!("{letters}…"));
        assert_eq!(excerpt(&text, 104, 2).chars().count(), 60);
        assert!(excerpt(&text, 199, 1).ends_with(&text[190..]));
        assert_eq!(excerpt("ngắn", 3, 1), "ngắn");
    }

    proptest! {
        #[test]
        fn an_excerpt_of_anything_is_short(text in ".{0,200}", at in 0_usize..300, len in 0_usize..300) {
            let visible: String = text.chars().filter(|letter| !is_invisible(*letter)).collect();
            prop_assert!(excerpt(&visible, at, len).chars().count() <= SHOWN);
            excerpt(&text, at, len);
        }
    }
}
