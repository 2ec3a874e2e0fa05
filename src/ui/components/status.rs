//! What the controls of a page say about a choice.

use leptos::prelude::*;

use crate::ui::site::Site;

/// What the controls of a page say about a choice.
#[derive(Clone, Copy)]
pub(super) struct ControlsStatus {
    /// The sentence of the page, which screen readers say when it changes.
    sentence: Signal<String>,
    /// The choice that was made last, in words, if the sentence has stayed as it was. Only screen
    /// readers say it.
    pub(super) choice: RwSignal<String>,
    /// Why the last choice had no effect; empty if it had one.
    pub(super) refusal: RwSignal<String>,
}

impl ControlsStatus {
    pub(super) fn new(sentence: Signal<String>) -> Self {
        Self { sentence, choice: RwSignal::default(), refusal: RwSignal::default() }
    }

    /// Makes a choice, and has it said in words if the sentence of the page does not change: so
    /// each choice is said once.
    pub(super) fn choose(
        self,
        site: Site,
        key: &str,
        word: &str,
        in_words: impl FnOnce() -> String,
    ) {
        let before = self.sentence.get_untracked();
        site.choose(key, word);
        // After the choice the page may be gone.
        let after = self.sentence.try_get_untracked();
        let said =
            if after.is_some_and(|after| after == before) { in_words() } else { String::new() };
        let _ = self.choice.try_set(said);
    }
}
