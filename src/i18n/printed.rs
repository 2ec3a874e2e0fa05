//! In which language a printed name or title is.

/// Whether a printed name or title is Vietnamese: whether at least half of its words have a letter that
/// English does not have. An English title may name a Vietnamese place, and a Vietnamese name may
/// have an abbreviation in it. Addresses of sites are no words.
///
/// ```
/// use tinhso::i18n::is_vietnamese;
/// assert!(is_vietnamese("Báo Khánh Hòa"));
/// assert!(!is_vietnamese("Việt Nam sets two-tier local government system"));
/// ```
pub fn is_vietnamese(text: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphabetic() || is_marked(c);
    let is_word = |token: &&str| !is_address(token) && token.contains(is_letter);
    let (mut n_words, mut n_marked) = (0, 0);
    for word in text.split_whitespace().filter(is_word) {
        n_words += 1;
        n_marked += usize::from(word.contains(is_marked));
    }
    n_marked > 0 && 2 * n_marked >= n_words
}

/// Whether a character is a letter that English does not have, among the letters with marks of which
/// Vietnamese uses some. To know all letters of the world would be 2 kB of tables.
fn is_marked(c: char) -> bool {
    ('\u{c0}'..='\u{1ef9}').contains(&c) && !matches!(c, '×' | '÷')
}

/// Whether a token is like `dti.gov.vn`: a dot with lowercase letters on both sides.
fn is_address(token: &str) -> bool {
    let letters = |part: &str, at_end: bool| {
        let next = if at_end { part.chars().next_back() } else { part.chars().next() };
        next.is_some_and(|c| c.is_ascii_lowercase())
    };
    token
        .match_indices('.')
        .any(|(at, dot)| letters(&token[..at], true) && letters(&token[at + dot.len()..], false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_names_and_titles_are_told_from_english_ones() {
        for text in [
            "Thời báo Tài chính Việt Nam",
            "Lao Động",
            "Bộ TT&TT (english.mic.gov.vn)",
            "vietnam.vn (theo Báo Khánh Hòa)",
            "Viện Hàn lâm KH&CN Việt Nam (vast.gov.vn)",
            "Quyết định 1726/QĐ-BTTTT ngày 12/10/2020 (Đề án xác định Bộ chỉ số DTI)",
        ] {
            assert!(is_vietnamese(text), "{text}");
        }
        for text in [
            "VietNamNet",
            "vietnam.vn",
            "Việt Nam News",
            "[Thanh Hóa DTI 2023 rank]",
            "[Bắc Ninh DTI 2020: third nationwide]",
            "Digital economy expected to reach 18.6 per cent of Việt Nam's GDP",
            "2024",
            "",
        ] {
            assert!(!is_vietnamese(text), "{text}");
        }
    }
}
