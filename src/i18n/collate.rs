//! Vietnamese alphabetical order: a ă â b c d đ e ê …, letters before tones before case.
//!
//! The order is CLDR's standard collation for `vi`: `ă â đ ê ô ơ ư` are letters of their own; where
//! two texts have the same letters, tones decide in the order none, huyền, hỏi, ngã, sắc, nặng;
//! where those agree too, lower case comes first. Spaces count and come before punctuation, that
//! before digits, those before letters. English names hold no letters the Vietnamese alphabet would
//! place elsewhere, so both languages of the site use this order.
//!
//! Characters outside the order (letters of other languages) come after z, by code point.

use std::cmp::Ordering;

use super::fold::{is_combining_mark, vowel};

/// All characters of the order, sorted as CLDR sorts them; letters in lower case and without tones.
const ORDER: &str =
    " _-–—,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// The combining tone marks in the order of the tones: huyền, hỏi, ngã, sắc, nặng.
const TONE_MARKS: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// Ends the letters of a key. It is smaller than any letter, so that a shorter text comes first.
const END: u8 = 0;

/// Precedes a character outside [`ORDER`] in a key. It is greater than the code of any other character.
const OUTSIDE: u8 = u8::MAX;

/// One character, split into the properties that the order compares.
struct Symbol {
    letter: char,
    tone: u8,
    upper: bool,
}

/// The sort key of a text: comparing the keys of two texts as bytes gives their Vietnamese order. Use
/// it with `sort_by_cached_key`, or keep it with a name.
///
/// Composed and decomposed Vietnamese text have the same key.
///
/// ```
/// use tinhso::i18n::collate::collate_key;
/// let mut names = ["Đồng Nai", "Cà Mau", "Bạc Liêu", "Bà Rịa – Vũng Tàu"];
/// names.sort_by_cached_key(|name| collate_key(name));
/// assert_eq!(names, ["Bà Rịa – Vũng Tàu", "Bạc Liêu", "Cà Mau", "Đồng Nai"]);
/// ```
pub fn collate_key(text: &str) -> Vec<u8> {
    let symbols = symbols(text);
    let mut key = Vec::with_capacity(symbols.len() * 3 + 1);
    for symbol in &symbols {
        if let Some(place) = ORDER.chars().position(|placed| placed == symbol.letter) {
            key.push(place as u8 + 1);
        } else {
            let [_, code_point @ ..] = u32::from(symbol.letter).to_be_bytes();
            key.push(OUTSIDE);
            key.extend(code_point);
        }
    }
    key.push(END);
    key.extend(symbols.iter().map(|symbol| symbol.tone));
    key.extend(symbols.iter().map(|symbol| u8::from(symbol.upper)));
    key
}

/// Which of two texts comes first in Vietnamese alphabetical order.
///
/// This builds both keys each time; to sort a list, build the [`collate_key`] of each item once.
///
/// ```
/// use std::cmp::Ordering;
/// use tinhso::i18n::collate::compare;
/// assert_eq!(compare("Đà Nẵng", "Duy Tân"), Ordering::Greater);
/// ```
pub fn compare(a: &str, b: &str) -> Ordering {
    collate_key(a).cmp(&collate_key(b))
}

/// Splits a text into symbols. A combining mark changes the symbol before it; marks that no Vietnamese
/// letter has are dropped.
fn symbols(text: &str) -> Vec<Symbol> {
    let mut symbols: Vec<Symbol> = Vec::with_capacity(text.len());
    for c in text.chars() {
        if is_combining_mark(c) {
            if let Some(symbol) = symbols.last_mut() {
                apply_mark(symbol, c);
            }
            continue;
        }
        let lower = super::fold::lower_case(c);
        let (letter, tone) = match vowel(lower) {
            Some((vowel, tone)) => (vowel.toned[0], tone as u8),
            None if lower.is_whitespace() => (' ', 0),
            None => (lower, 0),
        };
        symbols.push(Symbol { letter, tone, upper: lower != c });
    }
    symbols
}

/// Adds a combining mark to the letter it follows.
fn apply_mark(symbol: &mut Symbol, mark: char) {
    if let Some(place) = TONE_MARKS.iter().position(|tone_mark| *tone_mark == mark) {
        symbol.tone = place as u8 + 1;
        return;
    }
    symbol.letter = match (symbol.letter, mark) {
        ('a', '\u{306}') => 'ă',
        ('a', '\u{302}') => 'â',
        ('e', '\u{302}') => 'ê',
        ('o', '\u{302}') => 'ô',
        ('o', '\u{31B}') => 'ơ',
        ('u', '\u{31B}') => 'ư',
        (letter, _) => letter,
    };
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::super::fold::VOWELS;
    use super::*;

    /// Each list is in the order ICU 78 (CLDR 48) gives with the collator of `vi`.
    fn assert_sorted(names: &[&str]) {
        for pair in names.windows(2) {
            assert_eq!(compare(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
    }

    #[test]
    fn provinces_stand_in_alphabetical_order() {
        assert_sorted(&[
            "An Giang",
            "Bà Rịa - Vũng Tàu",
            "Bạc Liêu",
            "Bắc Giang",
            "Bến Tre",
            "Bình Dương",
            "Bình Định",
            "Bình Phước",
            "Bình Thuận",
            "Cà Mau",
            "Cao Bằng",
            "Đắk Lắk",
            "Đắk Nông",
            "Điện Biên",
            "Đồng Nai",
            "Đồng Tháp",
            "Gia Lai",
            "Lạng Sơn",
            "Lào Cai",
            "Lâm Đồng",
            "Thái Nguyên",
            "Thanh Hóa",
            "Thừa Thiên - Huế",
            "Tiền Giang",
            "TP. Cần Thơ",
            "TP. Đà Nẵng",
            "Trà Vinh",
        ]);
    }

    #[test]
    fn letters_come_before_tones_and_tones_before_case() {
        assert_sorted(&[
            "ba", "Ba", "bà", "bả", "bã", "bá", "bạ", "bă", "bẫ", "o", "ô", "ơ", "u", "ư",
        ]);
        assert_sorted(&["à b", "a c", "ba", "Bà", "bã", "Hoà Bình", "Hòa Bình"]);
    }

    #[test]
    fn spaces_punctuation_digits_and_letters_follow_each_other() {
        assert_sorted(&["", "a", "a – b", "a b", "a-b", "a–b", "a.b", "a$", "a1", "aa", "ab", "z"]);
        assert_eq!(compare("Bạc\u{a0}Liêu", "Bạc Liêu"), Ordering::Equal);
    }

    /// Here we leave CLDR, which would put ö beside o.
    #[test]
    fn letters_of_other_languages_come_last_by_code_point() {
        assert_sorted(&["zz", "ö", "日本", "🌏"]);
    }

    proptest! {
        #[test]
        fn composed_and_decomposed_text_have_one_key(
            letters in prop::collection::vec((0..VOWELS.len(), 0_usize..6, any::<bool>()), 0..12)
        ) {
            let composed: String = letters
                .into_iter()
                .flat_map(|(vowel, tone, upper)| {
                    let letter = VOWELS[vowel].toned[tone];
                    if upper { letter.to_uppercase().collect::<Vec<_>>() } else { vec![letter] }
                })
                .collect();
            prop_assert_eq!(collate_key(&composed), collate_key(&composed.nfd().to_string()));
        }

        #[test]
        fn a_text_comes_before_its_continuations(
            text in "[a-zđăâêôơư –.0-9日🌏]{0,8}",
            more in "[a-zđăâêôơư –.0-9日🌏]{1,4}",
        ) {
            prop_assert_eq!(compare(&text, &format!("{text}{more}")), Ordering::Less);
        }
    }
}
