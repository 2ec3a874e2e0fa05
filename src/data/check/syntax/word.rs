//! Words without quotes.

use super::super::excerpt::beginning;
use super::cause::Cause;
use super::cursor::Cursor;

/// The words of other languages for values of JSON, in small letters.
const FOREIGN: [(&str, &str); 9] = [
    ("none", "null"),
    ("nil", "null"),
    ("undefined", "null"),
    ("null", "null"),
    ("na", "null"),
    ("true", "true"),
    ("yes", "true"),
    ("false", "false"),
    ("no", "false"),
];

/// Whether a word without quotes, a key or a value, may begin with the character.
pub(super) fn starts(letter: char) -> bool {
    letter.is_alphabetic() || matches!(letter, '_' | '$')
}

/// Whether the character may be in such a word.
pub(super) fn continues(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '$' | '-')
}

/// Whether the word is a value of JSON.
pub(super) fn is_json(word: &str) -> bool {
    matches!(word, "true" | "false" | "null")
}

/// Reads the word that begins at the cursor where a value should be.
pub(super) fn read_value(cursor: &mut Cursor<'_>) -> Result<(), Cause> {
    let start = *cursor;
    let word = cursor.take_while(continues);
    if is_json(word) {
        return Ok(());
    }
    if is_no_number(word) {
        return Err(Cause::NoFiniteNumber { found: word.to_owned() });
    }
    // Of several words the first says nothing: "no data".
    let text = start.line().trim_end_matches(',').trim_end();
    let small = word.to_lowercase();
    if let Some((_, write)) = FOREIGN.iter().find(|(foreign, _)| text == word && *foreign == small)
    {
        return Err(Cause::ForeignWord { found: beginning(word), write });
    }
    Err(Cause::UnquotedText { found: beginning(text) })
}

/// Whether the word stands for a number that is none, or has no end.
pub(super) fn is_no_number(word: &str) -> bool {
    matches!(word.to_ascii_lowercase().as_str(), "nan" | "infinity" | "inf")
}
