//! Links to the words of another site's page.

use super::encoding::push_encoded;

/// The address of a page with a text fragment, by which browsers scroll to the words and mark them. An
/// address that has a fragment keeps it; without any words it stays as it is. In a text fragment `-`,
/// `,` and `&` have a meaning, so every character is encoded but ASCII letters, digits, `.`, `_` and
/// `~`.
///
/// ```
/// use tinhso::address::link_to_words;
/// assert_eq!(link_to_words("https://example.org/", "đạt 5%"),
///     "https://example.org/#:~:text=%C4%91%E1%BA%A1t%205%25");
/// assert_eq!(link_to_words("https://example.org/#top", "so-so"),
///     "https://example.org/#top:~:text=so%2Dso");
/// ```
pub fn link_to_words(url: &str, words: &str) -> String {
    let words = words.trim();
    if words.is_empty() {
        return url.to_owned();
    }
    let start = match url.split_once('#') {
        None => "#:~:text=",
        Some((_, fragment)) if fragment.contains(":~:") => "&text=",
        Some(_) => ":~:text=",
    };
    let mut link = format!("{url}{start}");
    push_encoded(&mut link, words, b"._~");
    link
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::address::encoding::decode;

    const URL: &str = "https://example.org/a?b=c";

    #[test]
    fn what_has_a_meaning_in_a_text_fragment_is_encoded() {
        let cases = [
            ("mười tám", "m%C6%B0%E1%BB%9Di%20t%C3%A1m"),
            ("2021-2025, and more", "2021%2D2025%2C%20and%20more"),
            ("R&D", "R%26D"),
            ("a#b?c=d", "a%23b%3Fc%3Dd"),
            ("100%", "100%25"),
            ("%26", "%2526"),
            ("&text=other", "%26text%3Dother"),
            ("a:~:text=b", "a%3A~%3Atext%3Db"),
            ("\" onclick=\"alert(1)", "%22%20onclick%3D%22alert%281%29"),
            ("'><script>", "%27%3E%3Cscript%3E"),
            ("a\r\nb\tc\u{0}", "a%0D%0Ab%09c%00"),
            ("\u{202e}", "%E2%80%AE"),
            ("  around  ", "around"),
        ];
        for (words, encoded) in cases {
            assert_eq!(link_to_words(URL, words), format!("{URL}#:~:text={encoded}"), "{words:?}");
        }
    }

    #[test]
    fn the_fragment_of_an_address_is_kept() {
        let cases = [
            ("https://example.org/#foo", "https://example.org/#foo:~:text=w"),
            ("https://example.org/#", "https://example.org/#:~:text=w"),
            ("https://example.org/#a#b", "https://example.org/#a#b:~:text=w"),
            ("https://example.org/#:~:text=v", "https://example.org/#:~:text=v&text=w"),
            ("https://example.org/#foo:~:text=v", "https://example.org/#foo:~:text=v&text=w"),
            ("https://example.org/:~:", "https://example.org/:~:#:~:text=w"),
        ];
        for (url, link) in cases {
            assert_eq!(link_to_words(url, "w"), link);
        }
    }

    #[test]
    fn without_words_the_address_stays() {
        for words in ["", " ", "\n"] {
            assert_eq!(link_to_words(URL, words), URL);
        }
    }

    proptest! {
        #[test]
        fn any_words_are_read_back_and_break_out_of_nothing(words in "\\PC{1,20}|[-,&#:~%<>\"' a]{1,20}") {
            let link = link_to_words(URL, &words);
            let encoded = link.strip_prefix(URL).unwrap();
            let encoded = encoded.strip_prefix("#:~:text=").unwrap_or(encoded);
            prop_assert!(encoded.bytes().all(|b| b.is_ascii_alphanumeric() || b"%._~".contains(&b)));
            prop_assert_eq!(decode(encoded, false), words.trim());
        }
    }
}
