//! The application, with Leptos: in the browser (feature `csr`) and natively (feature `ssr`), from the
//! same components.
//!
//! A page reads the [`Site`]'s location, calls pure functions of `compare`, `chart` and `i18n`, and passes
//! their results to components. Nothing here touches the browser but `browser`; nothing here computes a
//! figure.

#![allow(unreachable_pub, reason = "the macro of components makes their properties `pub`")]
#![allow(clippy::needless_pass_by_value, reason = "what a component is given is its own")]

pub mod browser;
mod components;
mod figures;
mod head;
mod lineage;
mod live;
mod pages;
mod promise;
mod ranking;
mod routes;
mod shell;
mod site;
mod story;
#[cfg(test)]
mod tests;
mod view;
mod words;

pub use head::{Head, Place};
pub(crate) use pages::offline::VIEW as OFFLINE;
pub use routes::head;
pub(crate) use routes::{Follows, follows, route};
pub(crate) use shell::Shell;
pub use site::{Control, Given, Site};
pub(crate) use view::View;
