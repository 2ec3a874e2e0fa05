//! Text in UTF-8 that a program has read as Windows-1252 or Latin-1, so that each byte has become a
//! letter: "Ä‘" for "đ".
//!
//! The bytes of such letters are put together again. If they are UTF-8 for a letter that Vietnamese or
//! English texts have, that letter was meant. Few texts have the same letters by right: in "“ĐÃ”" the
//! last two are the bytes of "Ô". Where that is possible, what stands around them decides.

use super::super::encoding::code_page::WINDOWS;
use super::super::excerpt::excerpt;
use super::TextFault;

/// How often a text may have been read wrong, one time after the other.
const TIMES: usize = 3;

/// Characters that are the bytes of one in UTF-8.
struct Spoiled {
    /// The character they are the bytes of.
    meant: char,
    /// How many they are.
    len: usize,
    /// Whether they cannot stand there by right.
    is_certain: bool,
}

/// The first run of characters that a program has spoiled.
pub(super) fn find(text: &str) -> Option<TextFault> {
    if !text.chars().any(|letter| n_bytes(letter).is_some()) {
        return None;
    }
    let letters: Vec<char> = text.chars().collect();
    let first_quote = letters.iter().position(|letter| *letter == '«');
    let mut first = None;
    let mut is_any_certain = false;
    let mut idx = 0;
    while idx < letters.len() {
        let Some(spoiled) = spoiled(&letters, idx, first_quote) else {
            idx += 1;
            continue;
        };
        first = first.or(Some(idx));
        is_any_certain |= spoiled.is_certain;
        if is_any_certain {
            break;
        }
        idx += spoiled.len;
    }
    // One that is certain shows that the doubtful ones before it are spoiled, too.
    let start = first.filter(|_| is_any_certain)?;
    let (mut meant, mut end) = (String::new(), start);
    while let Some(spoiled) = spoiled(&letters, end, first_quote) {
        meant.push(spoiled.meant);
        end += spoiled.len;
    }
    let found: String = letters.get(start..end)?.iter().collect();
    for _ in 1..TIMES {
        meant = repaired(&meant).unwrap_or(meant);
    }
    let within = excerpt(text, start, end - start);
    Some(TextFault::Mojibake { found, meant, at: start + 1, within })
}

/// The text if all of it is spoiled once more.
fn repaired(text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let first_quote = letters.iter().position(|letter| *letter == '«');
    let mut meant = String::new();
    let mut idx = 0;
    while idx < letters.len() {
        let spoiled = spoiled(&letters, idx, first_quote)?;
        meant.push(spoiled.meant);
        idx += spoiled.len;
    }
    Some(meant)
}

/// How many bytes a character of UTF-8 has that begins with the byte of this letter; `None` if none does.
/// Both encodings have the same letters for these bytes.
fn n_bytes(letter: char) -> Option<usize> {
    match letter {
        '\u{C2}'..='\u{DF}' => Some(2),
        '\u{E0}'..='\u{EF}' => Some(3),
        '\u{F0}'..='\u{F4}' => Some(4),
        _ => None,
    }
}

/// The byte from 0x80 that Windows-1252 or Latin-1 has for a character.
fn byte(letter: char) -> Option<u8> {
    match letter {
        '\u{80}'..='\u{FF}' => u8::try_from(letter).ok(),
        _ => WINDOWS.iter().find(|(known, _)| *known == letter).map(|(_, byte)| *byte),
    }
}

/// What the characters from `start` on are the bytes of. `first_quote` is the place of the first "«".
fn spoiled(letters: &[char], start: usize, first_quote: Option<usize>) -> Option<Spoiled> {
    let first = *letters.get(start)?;
    let len = n_bytes(first)?;
    let run = letters.get(start..start + len)?;
    let bytes: Vec<u8> = run.iter().copied().map(byte).collect::<Option<_>>()?;
    let meant = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    let before = start.checked_sub(1).and_then(|idx| letters.get(idx)).copied();
    let after = letters.get(start + len).copied();
    let is_certain = match meant {
        // Of "Â" and a sign: the sign may follow a word in capital letters.
        '\u{A0}'..='\u{BF}' if is_quote(meant) || meant == '\u{A0}' => {
            before.is_some_and(|letter| letter.is_lowercase() || letter.is_ascii_digit())
        }
        '\u{A0}'..='\u{BF}' => !before.is_some_and(char::is_uppercase),
        // No word begins with "Ã" and a dash or a dot.
        '×' | '÷' if !before.is_some_and(char::is_alphabetic) => true,
        // Of "Ã" or "Ì", with which words in capital letters end, or of "á»", which may close a quote.
        '\u{C0}'..='\u{FF}'
        | '\u{300}'..='\u{303}'
        | '\u{306}'
        | '\u{309}'
        | '\u{31B}'
        | '\u{323}' => {
            !is_closing(*run.last()?)
                || before.is_some_and(char::is_lowercase)
                || goes_on(*run.last()?, after)
        }
        // Of "á»" or "áº" and a sign. By right the "»" closes a quote that was opened before.
        '\u{1EA0}'..='\u{1EF9}' => first_quote.is_none_or(|quote| start < quote),
        'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư'
        // Quotes, dashes and other signs of texts, "₫", arrows and pictures.
        | '\u{2000}'..='\u{206F}' | '₫' | '€' | '™' | '\u{2190}'..='\u{21FF}'
        | '−' | '≈' | '≠' | '≤' | '≥' | '\u{FEFF}' | '\u{1F300}'..='\u{1FAFF}' => true,
        _ => return None,
    };
    Some(Spoiled { meant, len, is_certain })
}

/// Whether the word goes on after a character that may follow a word, so that it is a part of it.
fn goes_on(last: char, after: Option<char>) -> bool {
    match last {
        // A no-break space stands between words: not before another space, and seldom between a word in
        // capital letters and one without.
        '\u{A0}' => after.is_some_and(|next| next.is_whitespace() || next.is_lowercase()),
        '–' | '—' | '…' => false,
        _ => after.is_some_and(char::is_alphabetic),
    }
}

/// Whether the character may follow the last letter of a word.
fn is_closing(letter: char) -> bool {
    is_quote(letter)
        || matches!(letter, '…' | '–' | '—' | '·' | '•' | '°' | '²' | '³' | '¹' | '\u{A0}')
}

/// Whether the character is a quote.
fn is_quote(letter: char) -> bool {
    matches!(letter, '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' | '‹' | '›')
}
