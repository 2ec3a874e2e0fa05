//! What a page is made of.

use leptos::prelude::*;

use super::head::Head;
use crate::address::Page;
use crate::data::Dataset;
use crate::i18n::Lang;

/// What a page says of itself, by the data it is made from.
pub(crate) type HeadOf = fn(Lang, &Dataset, &Page) -> Head;

/// What a page is made of: what it says of itself, and its parts from top to bottom, with what they share,
/// made first.
///
/// The parts are built one by one while the browser is idle (`browser::takeover`), so each should be a
/// moderate piece of work. They find what `prepare` provides as context.
#[derive(Clone, Copy)]
pub(crate) struct View {
    pub(crate) head: HeadOf,
    pub(crate) prepare: fn(),
    pub(crate) sections: &'static [fn() -> AnyView],
}
