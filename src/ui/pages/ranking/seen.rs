//! What the parts of the page read.

use leptos::prelude::*;

use crate::compare::{Edition, YearFilter as Chosen};
use crate::data::Province;
use crate::ui::site::Site;

/// What is shown of the ranking.
#[derive(Clone, PartialEq)]
pub(super) struct Seen {
    /// All editions, the oldest first.
    pub(super) editions: Vec<Edition<'static>>,
    /// The one that is asked for; none for a year without any.
    pub(super) edition: Option<Edition<'static>>,
    /// What is asked for.
    pub(super) choice: Chosen,
    /// The provinces that are looked at.
    pub(super) provinces: Vec<&'static Province>,
}

impl Seen {
    pub(super) fn here() -> Memo<Self> {
        expect_context()
    }

    /// The chosen edition, then the others of its year.
    pub(super) fn of_its_year(&self) -> Vec<Edition<'static>> {
        let Some(chosen) = &self.edition else { return Vec::new() };
        let is_beside = |other: &&Edition<'_>| other.year == chosen.year && *other != chosen;
        let beside = self.editions.iter().filter(is_beside);
        std::iter::once(chosen).chain(beside).cloned().collect()
    }

    /// The editions of other years than the chosen one's, the newest first.
    pub(super) fn of_other_years(&self) -> Vec<Edition<'static>> {
        let year = self.edition.as_ref().map(|edition| edition.year);
        let others = self.editions.iter().rev().filter(|other| Some(other.year) != year);
        others.cloned().collect()
    }

    /// Whether a province is one of those that are looked at.
    pub(super) fn has(&self, province: &str) -> bool {
        self.provinces.iter().any(|own| own.id == province)
    }
}

/// A section about the editions; nothing where there are none, as the top of the page says.
pub(super) fn of_editions<V: IntoAny>(section: fn(Site, Memo<Seen>) -> V) -> AnyView {
    let seen = Seen::here();
    if seen.with_untracked(|seen| seen.editions.is_empty()) {
        return ().into_any();
    }
    section(Site::here(), seen).into_any()
}
