//! Folds text for search, so that "da nang" finds "Đà Nẵng".
//!
//! Folded text has only what people can type on any keyboard: lower case, Vietnamese letters without
//! their marks, and one space between words. [`super::collate`] uses the same table of letters to order
//! names.

/// A vowel of the Vietnamese alphabet in its six tones, in the order of dictionaries: none, huyền, hỏi,
/// ngã, sắc, nặng.
pub(super) struct Vowel {
    /// The Latin letter without marks.
    base: char,
    /// The vowel in each tone.
    pub(super) toned: [char; 6],
}

impl Vowel {
    const fn new(base: char, toned: [char; 6]) -> Self {
        Self { base, toned }
    }
}

/// Every Vietnamese vowel, lower case and precomposed.
pub(super) const VOWELS: [Vowel; 12] = [
    Vowel::new('a', ['a', 'à', 'ả', 'ã', 'á', 'ạ']),
    Vowel::new('a', ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ']),
    Vowel::new('a', ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ']),
    Vowel::new('e', ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ']),
    Vowel::new('e', ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ']),
    Vowel::new('i', ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị']),
    Vowel::new('o', ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ']),
    Vowel::new('o', ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ']),
    Vowel::new('o', ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ']),
    Vowel::new('u', ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ']),
    Vowel::new('u', ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự']),
    Vowel::new('y', ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ']),
];

/// The Vietnamese vowel of a lower-case letter, and the index of its tone in [`Vowel::toned`]. `None`
/// for any other letter.
pub(super) fn vowel(letter: char) -> Option<(&'static Vowel, usize)> {
    VOWELS.iter().find_map(|vowel| {
        let tone = vowel.toned.iter().position(|toned| *toned == letter)?;
        Some((vowel, tone))
    })
}

/// Whether a character is a combining diacritical mark (U+0300–U+036F).
pub(super) const fn is_combining_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Folds text for search: makes letters small, drops the marks of Vietnamese letters (precomposed or
/// combining), and turns spaces and punctuation between words into one space. There is none at the
/// ends.
///
/// Folding folded text changes nothing. Letters of other languages keep their precomposed marks.
///
/// ```
/// use tinhso::i18n::fold::fold;
/// assert_eq!(fold("Bà Rịa – Vũng Tàu"), "ba ria vung tau");
/// assert_eq!(fold("  TP. Đà\u{a0}Nẵng "), "tp da nang");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut between_words = false;
    for c in text.chars().map(lower_case) {
        if is_combining_mark(c) || is_invisible(c) {
            continue;
        }
        if separates_words(c) {
            between_words = true;
            continue;
        }
        if between_words && !folded.is_empty() {
            folded.push(' ');
        }
        between_words = false;
        folded.push(base(c));
    }
    folded
}

/// Whether every word of `query` is the beginning of some word of `folded`, which is a text returned by
/// [`fold`].
///
/// This folds the query itself. A query without words matches everything, as an empty search box
/// should.
///
/// ```
/// use tinhso::i18n::fold::{fold, matches};
/// let topic = fold("Hồ sơ trực tuyến");
/// assert!(matches(&topic, "truc ho"));
/// assert!(!matches(&topic, "tuyen sinh"));
/// ```
pub fn matches(folded: &str, query: &str) -> bool {
    fold(query)
        .split_whitespace()
        .all(|wanted| folded.split_whitespace().any(|word| word.starts_with(wanted)))
}

/// The lower case of a letter in the Latin blocks that Vietnamese uses; any other character stays as it
/// is. (The table of the standard library covers every script, and its eleven kilobytes would be part
/// of every reader's download.)
///
/// In Latin Extended-A and Latin Extended Additional a capital is followed by its small letter; in
/// Latin-1 they are 32 apart.
pub(super) fn lower_case(letter: char) -> char {
    let code = u32::from(letter);
    let lower = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => code + 32,
        'Ơ' | 'Ư' => code + 1,
        // In Latin Extended-A only the ranges in which capitals have even codes, among them Ă, Đ, Ĩ, Ũ.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' if code % 2 == 0 && letter != 'İ' => code + 1,
        'Ḁ'..='ẕ' | 'Ạ'..='ỿ' if code % 2 == 0 => code + 1,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(letter)
}

/// The Latin letter of a lower-case Vietnamese one, without marks; any other character stays as it is.
fn base(letter: char) -> char {
    match letter {
        _ if letter.is_ascii() => letter,
        // The second is the Icelandic eth, whose capital looks the same and is often typed for Đ.
        'đ' | 'ð' => 'd',
        _ => vowel(letter).map_or(letter, |(vowel, _)| vowel.base),
    }
}

/// Whether a character is never seen: a soft hyphen, a zero-width character or a byte order mark.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether a character separates words: white space, ASCII punctuation, dashes, quotation marks or an
/// ellipsis.
fn separates_words(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_punctuation()
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '«' | '»' | '·')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    /// Both cases of every letter of the table, and đ.
    fn vietnamese_letters() -> Vec<char> {
        let lower = VOWELS.iter().flat_map(|vowel| vowel.toned).chain(['đ']);
        lower.flat_map(|letter| std::iter::once(letter).chain(letter.to_uppercase())).collect()
    }

    /// The same idea by way of the Unicode tables: decompose, drop the marks, name đ.
    fn reference(text: &str) -> String {
        text.nfd()
            .filter(|c| !is_combining_mark(*c))
            .flat_map(char::to_lowercase)
            .map(|c| if c == 'đ' { 'd' } else { c })
            .collect()
    }

    #[test]
    fn every_vietnamese_letter_folds_to_its_latin_one() {
        let letters = vietnamese_letters();
        assert_eq!(letters.len(), 2 * (12 * 6 + 1));
        for letter in letters {
            let composed = letter.to_string();
            let expected = reference(&composed);
            assert_eq!(expected.len(), 1, "{letter} is one Latin letter");
            assert_eq!(fold(&composed), expected, "{letter}");
            assert_eq!(fold(&composed.nfd().to_string()), expected, "{letter}, decomposed");
        }
    }

    #[test]
    fn words_are_separated_by_one_space() {
        for (text, folded) in [
            ("Đà Nẵng", "da nang"),
            ("Thừa Thiên - Huế", "thua thien hue"),
            ("BÀ RỊA–VŨNG TÀU", "ba ria vung tau"),
            ("TP. Hồ Chí Minh", "tp ho chi minh"),
            ("  tỷ lệ\t(%),\n hồ sơ… ", "ty le ho so"),
            ("Quyết định 749/QĐ-TTg", "quyet dinh 749 qd ttg"),
            ("Ðắk\u{200B} Lắk", "dak lak"),
            ("a\u{302}\u{323}", "a"),
            ("Köln", "köln"),
            ("– … –", ""),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }

    #[test]
    fn a_query_matches_by_the_beginnings_of_words() {
        let topic = fold("Tỷ lệ hồ sơ thủ tục hành chính nộp trực tuyến");
        let decomposed = "hồ sơ".nfd().to_string();
        for query in ["ho so", "hồ sơ", "HỒ SƠ", &decomposed, "so ho", "truc tuy", "", " – "]
        {
            assert!(matches(&topic, query), "{query:?}");
        }
        for query in ["o so", "ho so giay", "hoso", "uc tuyen"] {
            assert!(!matches(&topic, query), "{query:?}");
        }
        assert!(!matches("", "a"));
        assert!(matches("", ""));
    }

    proptest! {
        #[test]
        fn text_folds_alike_composed_and_decomposed(
            words in prop::collection::vec(
                prop::collection::vec(prop::sample::select(vietnamese_letters()), 1..8),
                1..5,
            )
        ) {
            let words: Vec<String> = words.into_iter().map(String::from_iter).collect();
            let text = words.join(" ");
            let expected = reference(&text);
            prop_assert_eq!(fold(&text), expected.clone());
            prop_assert_eq!(fold(&text.nfd().to_string()), expected);
        }

        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn text_matches_itself(text in any::<String>()) {
            prop_assert!(matches(&fold(&text), &text));
        }
    }
}
