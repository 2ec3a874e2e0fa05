//! How a page looks: the type [`View`], which every page fills in.

use leptos::prelude::*;

use super::head::Head;
use crate::address::Page;
use crate::data::Dataset;
use crate::i18n::Lang;

/// Makes the head of a page from the data of that page.
pub(crate) type HeadFn = fn(Lang, &Dataset, &Page) -> Head;

/// Builds one section of a page. It finds the [`Site`](super::site::Site), and what
/// [`View::prepare`] provided, as Leptos context.
pub(crate) type Section = fn() -> AnyView;

/// How a page looks: its head, and its sections from top to bottom.
///
/// The browser builds the sections one by one while it is idle (`browser::built_page`), so each of
/// them should be a moderate piece of work.
#[derive(Clone, Copy)]
pub(crate) struct View {
    pub(crate) head: HeadFn,
    pub(crate) prepare: fn(),
    /// The sections that fill a first screen. When a link leads to the page, it is shown as soon as
    /// these are built.
    pub(crate) top: &'static [Section],
    /// The sections below them, which are built a moment later.
    pub(crate) rest: &'static [Section],
}

impl View {
    /// All sections, from top to bottom.
    pub(crate) fn sections(self) -> impl Iterator<Item = Section> {
        self.top.iter().chain(self.rest).copied()
    }
}
