//! How long the sentence at the top of a page may be.

/// How many words there is room for: with more, a phone shows no answer and figure together.
const MAX_WORDS: usize = 35;

/// Whether texts are short enough, together, for the top of a page.
pub(crate) fn is_short(texts: &[&str]) -> bool {
    texts.iter().map(|text| text.split_whitespace().count()).sum::<usize>() <= MAX_WORDS
}
