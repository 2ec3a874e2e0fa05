//! Finds sentences, words and numbers in a text.

use tinhso::i18n::Lang;

/// The sentences of a text. The full stop in "TP. Hồ Chí Minh" ends none.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(". ") {
        if !text[from..at].ends_with("TP") {
            found.push(&text[from..=at]);
            from = at + 2;
        }
    }
    found.push(&text[from..]);
    found.retain(|sentence| !sentence.trim().is_empty());
    found
}

/// Whether a text has a word or a number that is not part of a longer one.
pub(super) fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + word.len()..].chars();
        let (next, second) = (after.next(), after.next());
        let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let goes_on =
            matches!(next, Some(',' | '.' | '/')) && second.is_some_and(|c| c.is_ascii_digit());
        let began = word.starts_with(|c: char| c.is_ascii_digit())
            && matches!(before, Some(',' | '.' | '/' | '–' | '-' | '−'));
        !is_part(before) && !is_part(next) && !goes_on && !began
    })
}

/// The percentages in a text: digits with separators before a percent sign, and a minus before them.
pub(super) fn percentages(text: &str) -> Vec<String> {
    text.match_indices('%')
        .filter_map(|(at, _)| {
            let from = text[..at]
                .rfind(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
                .map_or(0, |place| place + text[place..].chars().next().map_or(1, char::len_utf8));
            // A minus belongs to the number where no range goes before it.
            let before = text[..from].strip_suffix('-');
            let is_negative = before.is_some_and(|b| !b.ends_with(|c: char| c.is_alphanumeric()));
            let start = from - usize::from(is_negative);
            (from < at).then(|| text[start..=at].to_owned())
        })
        .collect()
}

/// The ranks in a text that say of how many: "thứ 9 trên 63", "9th of 63".
pub(super) fn ranks(lang: Lang, text: &str) -> Vec<String> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || "();,.:“”".contains(c))
        .filter(|word| !word.is_empty())
        .collect();
    let is_number = |word: &str| word.chars().all(|c| c.is_ascii_digit());
    match lang {
        Lang::Vi => words
            .windows(4)
            .filter(|w| w[0] == "thứ" && w[2] == "trên" && is_number(w[3]))
            .map(|w| w.join(" "))
            .collect(),
        Lang::En => words
            .windows(3)
            .filter(|w| w[1] == "of" && is_number(w[2]))
            .filter(|w| {
                let digits = w[0].trim_end_matches(char::is_alphabetic);
                !digits.is_empty() && digits.len() < w[0].len() && is_number(digits)
            })
            .map(|w| w.join(" "))
            .collect(),
    }
}

/// The differences in a text: numbers followed by a word for a difference. A number of places may
/// also say how far a province moved in a ranking; both are differences of ranks.
pub(super) fn differences(lang: Lang, text: &str) -> Vec<String> {
    let words: &[&str] = match lang {
        Lang::Vi => &[" điểm %", " bậc"],
        Lang::En => &[" percentage points", " percentage point", " places", " place"],
    };
    let mut found = Vec::new();
    for word in words {
        for (at, _) in text.match_indices(word) {
            let end = at + word.len();
            if text[end..].starts_with(char::is_alphanumeric) {
                continue;
            }
            let from = text[..at]
                .rfind(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
                .map_or(0, |place| place + text[place..].chars().next().map_or(1, char::len_utf8));
            if from < at {
                found.push(text[from..end].to_owned());
            }
        }
    }
    found
}
