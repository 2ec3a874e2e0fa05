//! The assessment of a promise in words: the sentences of its row and of its story.

mod formulas;
mod qualitative;
mod story;
mod words;

use std::sync::Arc;

use crate::compare::Assessment;

pub(crate) use qualitative::Qualitative;
pub(crate) use story::Story;
pub(crate) use words::{
    deadline_text, due_text, evidence_line, has_come_due, headline, lead_sentence, n_awaited,
    outcome_text, row_title, selection_sentence, state_text, tally_sentence,
};

/// The assessment of a promise on a day, which the sections of a page share.
pub(crate) type Promise = Arc<Assessment<'static>>;

#[cfg(test)]
mod tests;
