//! What the sections of the page share.

use leptos::prelude::*;

use crate::compare::{Edition, SCORE_INDICATOR, YearFilter};
use crate::data::{Kind, Observation, Province};
use crate::ui::site::Site;

/// What the address selects, and the editions.
#[derive(Clone, PartialEq)]
pub(super) struct Selected {
    /// All editions, the oldest first.
    pub(super) editions: Vec<Edition<'static>>,
    /// The selected edition; `None` for a year without one.
    pub(super) edition: Option<Edition<'static>>,
    /// The selected year, or the default.
    pub(super) year: YearFilter,
    /// The selected provinces.
    pub(super) provinces: Vec<&'static Province>,
}

impl Selected {
    pub(super) fn from_context() -> Memo<Self> {
        expect_context()
    }

    /// The selected edition, then the others of the same year.
    pub(super) fn editions_of_its_year(&self) -> Vec<Edition<'static>> {
        let Some(chosen) = &self.edition else { return Vec::new() };
        let is_beside = |other: &&Edition<'_>| other.year == chosen.year && *other != chosen;
        let beside = self.editions.iter().filter(is_beside);
        std::iter::once(chosen).chain(beside).cloned().collect()
    }

    /// The editions of all other years, the newest first.
    pub(super) fn editions_of_other_years(&self) -> Vec<Edition<'static>> {
        let year = self.edition.as_ref().map(|edition| edition.year);
        let others = self.editions.iter().rev().filter(|other| Some(other.year) != year);
        others.cloned().collect()
    }

    /// Whether a province is selected.
    pub(super) fn shows(&self, province: &str) -> bool {
        self.provinces.iter().any(|own| own.id == province)
    }
}

/// A section about the editions; nothing if there are none, which the top of the page says.
pub(super) fn if_any_editions<V: IntoAny>(section: fn(Site, Memo<Selected>) -> V) -> AnyView {
    let selected = Selected::from_context();
    if selected.with_untracked(|selected| selected.editions.is_empty()) {
        return ().into_any();
    }
    section(Site::from_context(), selected).into_any()
}

/// The score that goes with a place: of the same year and the same borders.
pub(super) fn score_of(site: Site, place: &'static Observation) -> Option<&'static Observation> {
    site.dataset.observations_of(&place.province, SCORE_INDICATOR, Kind::Result).find(|score| {
        score.period == place.period
            && score.unit_day() == place.unit_day()
            && score.value().is_some()
    })
}
