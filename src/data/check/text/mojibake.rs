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

/// A text by its characters.
struct Letters {
    all: Vec<char>,
    /// Whether it has quotes like «this», so that "á»" may be the end of one.
    has_guillemets: bool,
}

/// The first run of characters that a program has certainly spoiled.
pub(super) fn find(text: &str) -> Option<TextFault> {
    if !text.chars().any(|letter| n_bytes(letter).is_some()) {
        return None;
    }
    let letters = Letters::new(text);
    let is_certain = |idx: &usize| letters.spoiled(*idx).is_some_and(|spoiled| spoiled.is_certain);
    let start = (0..letters.all.len()).find(is_certain)?;
    let (mut meant, end) = letters.repaired(start);
    let found: String = letters.all.get(start..end)?.iter().collect();
    for _ in 1..TIMES {
        let again = Letters::new(&meant);
        let (repaired, end) = again.repaired(0);
        if end < again.all.len() {
            break;
        }
        meant = repaired;
    }
    let within = excerpt(text, start, end - start);
    Some(TextFault::Mojibake { found, meant, at: start + 1, within })
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

impl Letters {
    fn new(text: &str) -> Self {
        Self { all: text.chars().collect(), has_guillemets: text.contains('«') }
    }

    /// What the characters from `start` on are the bytes of, up to the first that is not spoiled, and
    /// where that is.
    fn repaired(&self, start: usize) -> (String, usize) {
        let (mut meant, mut end) = (String::new(), start);
        while let Some(spoiled) = self.spoiled(end) {
            meant.push(spoiled.meant);
            end += spoiled.len;
        }
        (meant, end)
    }

    /// The character so many places before another.
    fn before(&self, idx: usize, places: usize) -> Option<char> {
        idx.checked_sub(places).and_then(|idx| self.all.get(idx)).copied()
    }

    /// What the characters from `start` on are the bytes of, if that is a character of such texts.
    fn spoiled(&self, start: usize) -> Option<Spoiled> {
        let len = n_bytes(*self.all.get(start)?)?;
        let run = self.all.get(start..start + len)?;
        let bytes: Vec<u8> = run.iter().copied().map(byte).collect::<Option<_>>()?;
        let meant = std::str::from_utf8(&bytes).ok()?.chars().next()?;
        let last = *run.last()?;
        let before = self.before(start, 1);
        let is_certain = match meant {
            // Of "Â" and a sign, which may follow a word in capital letters.
            '«' | '»' | '\u{A0}' => {
                before.is_some_and(|letter| letter.is_lowercase() || letter.is_ascii_digit())
            }
            '\u{A0}'..='\u{BF}' => !before.is_some_and(char::is_uppercase),
            // Of "Ã" or "Ì", with which words in capital letters end.
            '\u{C0}'..='\u{FF}'
            | '\u{300}'..='\u{303}'
            | '\u{306}'
            | '\u{309}'
            | '\u{31B}'
            | '\u{323}' => {
                !is_closing(last)
                    || before.is_some_and(char::is_lowercase)
                    || self.goes_on(start, last)
            }
            // Of "áº" or "á»", which may be the end of a quote.
            '\u{1EA0}'..='\u{1EF9}' => {
                !self.has_guillemets || !is_closing(last) || self.goes_on(start + 1, last)
            }
            'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư'
            // Quotes, dashes and other signs of texts, "₫", arrows and pictures.
            | '\u{2000}'..='\u{206F}' | '₫' | '€' | '™' | '\u{2190}'..='\u{21FF}'
            | '−' | '≈' | '≠' | '≤' | '≥' | '\u{FEFF}' | '\u{1F300}'..='\u{1FAFF}' => true,
            _ => return None,
        };
        Some(Spoiled { meant, len, is_certain })
    }

    /// Whether the letter at `idx` and the character after it, which may follow words, are rather in the
    /// middle of one.
    fn goes_on(&self, idx: usize, last: char) -> bool {
        let before = self.before(idx, 1);
        let after = self.all.get(idx + 2).copied();
        match last {
            // A no-break space is between words, and seldom beside another space. After one capital
            // letter and before the end of a syllable it is a letter: "Lào" has become "LÃ" and "o".
            '\u{A0}' => {
                let is_second = before.is_some_and(char::is_uppercase)
                    && !self.before(idx, 2).is_some_and(char::is_alphabetic);
                let rest = self.all.iter().skip(idx + 2).take(3);
                let rest: String = rest.take_while(|letter| letter.is_alphabetic()).collect();
                let ends_syllable =
                    matches!(rest.as_str(), "o" | "i" | "u" | "m" | "n" | "ng" | "nh");
                after.is_some_and(char::is_whitespace) || (is_second && ends_syllable)
            }
            // No footnote is put to a letter that stands alone.
            '·' | '°' | '²' | '³' | '¹' if !before.is_some_and(char::is_alphabetic) => true,
            '–' | '—' | '…' | '·' | '•' => false,
            _ => after.is_some_and(char::is_alphabetic),
        }
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
