//! A promise in words: from an assessment to the sentences of its row and its story.

mod story;
mod words;

pub(crate) use story::story;
pub(crate) use words::{counts, due, headline, line, row_title, state_name};

#[cfg(test)]
mod tests;
