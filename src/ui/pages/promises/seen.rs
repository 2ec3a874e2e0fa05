//! What the parts of the page read.

use std::sync::Arc;

use crate::address::{Selection, Show};
use crate::compare::Ledger;
use crate::data::{Day, Observation};
use crate::ui::promise::Promise;
use crate::ui::site::Site;

/// What the address asks for, whichever of the two views shows it.
#[derive(Clone, PartialEq)]
pub(super) struct Seen {
    pub(super) selection: Selection,
    /// The day the promises are looked at from.
    pub(super) day: Day,
    /// The promises of the chosen provinces that are due in the chosen year, as they stood on that day,
    /// whatever their state.
    pub(super) promises: Vec<Promise>,
    /// Those in words alone; none where a state is asked for.
    pub(super) in_words: Vec<&'static Observation>,
}

impl Seen {
    /// As the site's location has it; tracked.
    pub(super) fn of(site: Site, ledger: &Ledger<'static>) -> Self {
        let (selection, day) = (site.selection(), site.day());
        let is_chosen = |target: &Observation| {
            selection.shows(&target.province) && selection.year.includes_target(target)
        };
        let promises = ledger.assess_provinces(day).into_iter();
        let promises = promises.filter(|a| is_chosen(a.target)).map(Arc::new).collect();
        let has_words = selection.states.is_empty() && selection.show != Show::Ambition;
        let in_words =
            ledger.qualitative_promises(day).filter(|o| has_words && is_chosen(o)).collect();
        Self { selection, day, promises, in_words }
    }

    /// The promises of which is told what became of them; none in the view of how much they ask for.
    pub(super) fn delivered(&self) -> &[Promise] {
        if self.selection.show == Show::Ambition { &[] } else { &self.promises }
    }
}
