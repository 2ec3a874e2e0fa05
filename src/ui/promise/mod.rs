//! A promise in words: from an assessment to the sentences of its row and its story.

mod formulas;
mod qualitative;
mod story;
mod words;

use std::sync::Arc;

use crate::compare::Assessment;

pub(crate) use qualitative::Qualitative;
pub(crate) use story::Story;
pub(crate) use words::{
    counts, due, headline, line, n_awaited, row_title, standing, state_text, tally,
};

/// A promise on a day, as the parts of a page share it.
pub(crate) type Promise = Arc<Assessment<'static>>;

#[cfg(test)]
mod tests;
