//! Tells the Vietnamese code page of Windows, 1258, from others with one byte for each letter.

/// Whether the bytes read better as Vietnamese in Windows-1258 than in Windows-1252.
///
/// The two share most letters. Windows-1258 writes the tone of a letter as a byte of its own after the
/// vowel; these five bytes are letters in Windows-1252 (Ì Ò Þ ì ò), which mostly follow consonants. Its
/// "đ" is an Icelandic letter there.
pub(super) fn is_windows_1258(bytes: &[u8]) -> bool {
    let mut before = b' ';
    let (mut pro, mut contra) = (0_usize, 0_usize);
    for byte in bytes {
        match byte {
            0xCC | 0xD2 | 0xDE | 0xEC | 0xF2 if is_vowel(before) => pro += 1,
            0xCC | 0xD2 | 0xDE | 0xEC | 0xF2 => contra += 1,
            0xD0 | 0xF0 => pro += 1,
            _ => {}
        }
        before = *byte;
    }
    pro > contra
}

/// Whether the byte is a vowel without a tone in Windows-1258.
fn is_vowel(byte: u8) -> bool {
    matches!(
        byte.to_ascii_lowercase(),
        b'a' | b'e' | b'i' | b'o' | b'u' | b'y'
            // Â Ă Ê Ô Ơ Ư, and the small ones.
            | 0xC2 | 0xC3 | 0xCA | 0xD4 | 0xD5 | 0xDD
            | 0xE2 | 0xE3 | 0xEA | 0xF4 | 0xF5 | 0xFD
    )
}

/// The letter of a byte from 0x80 in Windows-1258; a tone alone is its combining mark on a circle.
pub(super) fn letter(byte: u8) -> char {
    match byte {
        0xC3 => 'Ă',
        0xE3 => 'ă',
        0xD0 => 'Đ',
        0xF0 => 'đ',
        0xD5 => 'Ơ',
        0xF5 => 'ơ',
        0xDD => 'Ư',
        0xFD => 'ư',
        0xFE => '₫',
        // As letters of their own, since a mark in a message would be put on the quote before it.
        0xCC => '`',
        0xEC => '´',
        0xD2 => '?',
        0xDE => '~',
        0xF2 => '.',
        0x80..=0x9F => windows(byte),
        _ => char::from(byte),
    }
}

/// The character of a byte from 0x80 to 0x9F, which Windows-1252 and Windows-1258 have mostly alike.
/// Bytes without a character stand for control characters.
pub(in super::super) fn windows(byte: u8) -> char {
    WINDOWS.iter().find(|(_, code)| *code == byte).map_or(char::from(byte), |(letter, _)| *letter)
}

/// The characters of Windows-1252 from 0x80 to 0x9F.
pub(in super::super) const WINDOWS: [(char, u8); 27] = [
    ('€', 0x80),
    ('‚', 0x82),
    ('ƒ', 0x83),
    ('„', 0x84),
    ('…', 0x85),
    ('†', 0x86),
    ('‡', 0x87),
    ('ˆ', 0x88),
    ('‰', 0x89),
    ('Š', 0x8A),
    ('‹', 0x8B),
    ('Œ', 0x8C),
    ('Ž', 0x8E),
    ('‘', 0x91),
    ('’', 0x92),
    ('“', 0x93),
    ('”', 0x94),
    ('•', 0x95),
    ('–', 0x96),
    ('—', 0x97),
    ('˜', 0x98),
    ('™', 0x99),
    ('š', 0x9A),
    ('›', 0x9B),
    ('œ', 0x9C),
    ('ž', 0x9E),
    ('Ÿ', 0x9F),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_is_told_from_french() {
        assert!(is_windows_1258(b"chuy\xEA\xD2n \xF0\xF4\xD2i s\xF4\xEC"));
        assert!(!is_windows_1258(b"d\xE9j\xE0 vu, gar\xE7on"));
        assert!(!is_windows_1258(b"H\xE0 N?i, l\xEC l\xF2"));
        assert!(!is_windows_1258(b""));
    }

    #[test]
    fn a_byte_has_its_letter() {
        let letters: String = [0xE3, 0xF0, 0xE0, 0x93, 0x81].into_iter().map(letter).collect();
        assert_eq!(letters, "ăđà“\u{81}");
    }
}
