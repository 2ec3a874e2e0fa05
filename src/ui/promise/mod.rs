//! A promise in words: from an assessment to the sentences of its row and its story.

mod qualitative;
mod story;
mod words;

pub(crate) use qualitative::qualitative;
pub(crate) use story::story;
pub(crate) use words::{
    counts, due, headline, line, n_awaited, row_title, standing_name, state_name, tally,
};

#[cfg(test)]
mod tests;
