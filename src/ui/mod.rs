//! The pages, drawn with Leptos: in the browser (feature `csr`) and natively (feature `ssr`), from
//! the same functions.
//!
//! A page reads the [`Site`]'s location, calls pure functions of `compare`, `chart` and `i18n`, and
//! passes their results to components. Nothing here touches the browser but `browser`; nothing
//! here computes a figure.

mod app;
#[cfg(feature = "csr")]
pub mod browser;
mod components;
mod figures;
#[cfg(feature = "ssr")]
mod head;
mod lineage;
mod pages;
mod program;
mod promise;
mod ranking;
mod shell;
mod site;
mod story;
#[cfg(test)]
mod tests;
mod words;

#[cfg(feature = "ssr")]
pub(crate) use app::app;
#[cfg(feature = "ssr")]
pub use head::{Head, head};
#[cfg(feature = "ssr")]
pub(crate) use pages::{
    KEPT_PAGES, OF_RANKING as INDICATORS_OF_RANKING, moved, moved_from, moved_to, offline,
    sources_of_methods,
};
#[cfg(feature = "csr")]
pub use program::{OF_PROMISES, OF_RANKING, OF_TOPICS, Program};
#[cfg(feature = "ssr")]
pub(crate) use program::{View, any_page, any_page_kept};
pub use site::Site;
