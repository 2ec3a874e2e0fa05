//! What a page is made of.

use leptos::prelude::*;

/// What a page is made of: its parts from top to bottom, and what they share, made first.
///
/// The parts are built one by one while the browser is idle (`browser::takeover`), so each should be a
/// moderate piece of work. They find what `prepare` provides as context.
#[derive(Clone, Copy)]
pub(crate) struct View {
    pub(crate) prepare: fn(),
    pub(crate) sections: &'static [fn() -> AnyView],
}
