//! What a page is made of.

use leptos::prelude::*;

use super::head::Head;
use crate::address::Page;
use crate::data::Dataset;
use crate::i18n::Lang;

/// What a page says of itself, by the data it is made from.
pub(crate) type HeadOf = fn(Lang, &Dataset, &Page) -> Head;

/// Builds a part of a page.
pub(crate) type Part = fn() -> AnyView;

/// What a page is made of: what it says of itself, and its parts from top to bottom, with what they share,
/// made first.
///
/// The parts are built one by one while the browser is idle (`browser::stage`), so each should be a
/// moderate piece of work. They find what `prepare` provides as context.
#[derive(Clone, Copy)]
pub(crate) struct View {
    pub(crate) head: HeadOf,
    pub(crate) prepare: fn(),
    /// What fills a first screen: where a link leads to the page, it is shown with these.
    pub(crate) top: &'static [Part],
    /// What follows, a moment later.
    pub(crate) rest: &'static [Part],
}

impl View {
    /// All parts, from top to bottom.
    pub(crate) fn parts(self) -> impl Iterator<Item = Part> {
        self.top.iter().chain(self.rest).copied()
    }
}
