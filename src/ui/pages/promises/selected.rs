//! What the sections of the page share.

use std::sync::Arc;

use crate::address::{Selection, Show};
use crate::compare::Ledger;
use crate::data::{Day, Observation};
use crate::ui::promise::Promise;
use crate::ui::site::Site;

/// What the address selects, for both views.
#[derive(Clone, PartialEq)]
pub(super) struct Selected {
    pub(super) selection: Selection,
    /// The day on which the promises are assessed.
    pub(super) day: Day,
    /// The promises of the selected provinces that are due in the selected year, with their states
    /// on that day. The selected states do not matter here.
    pub(super) promises: Vec<Promise>,
    /// Those among them that are in a selected state, for the figure and the list; none in the view
    /// of how ambitious the promises are.
    pub(super) listed: Vec<Promise>,
    /// The promises in words alone; none if a state is selected.
    pub(super) in_words: Vec<&'static Observation>,
}

impl Selected {
    /// What the address of the site selects. Tracked.
    pub(super) fn of(site: Site, ledger: &Ledger<'static>) -> Self {
        let (selection, day) = (site.selection(), site.day());
        let is_chosen = |target: &Observation| {
            selection.shows(&target.province) && selection.year.includes_target(target)
        };
        let promises = ledger.assess_provinces(day).into_iter();
        let promises: Vec<Promise> =
            promises.filter(|a| is_chosen(a.target)).map(Arc::new).collect();
        let states = &selection.states;
        let mut listed = promises.clone();
        listed.retain(|promise| {
            selection.show != Show::Ambition
                && (states.is_empty() || states.contains(&promise.state))
        });
        let has_words = selection.states.is_empty() && selection.show != Show::Ambition;
        let in_words =
            ledger.qualitative_promises(day).filter(|o| has_words && is_chosen(o)).collect();
        Self { selection, day, promises, listed, in_words }
    }

    /// The promises in the view of what became of them; none in the other view.
    pub(super) fn shown_promises(&self) -> &[Promise] {
        if self.selection.show == Show::Ambition { &[] } else { &self.promises }
    }
}
