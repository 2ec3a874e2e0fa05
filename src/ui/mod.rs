//! The pages, as Leptos components. The same components run in the browser (feature `csr`) and
//! natively, where pages are written as files (feature `ssr`).
//!
//! A page reads the location of its [`Site`], calls pure functions of `compare`, `chart` and
//! `i18n`, and passes their results to components. Only the module `browser` touches the browser,
//! and nothing here computes a figure.

#![allow(unreachable_pub, reason = "the macro of components makes their properties `pub`")]
#![allow(clippy::needless_pass_by_value, reason = "what a component is given is its own")]

pub mod browser;
mod components;
mod figures;
mod head;
mod lead;
mod lineage;
mod look;
mod pages;
mod promise;
mod ranking;
mod reactive;
mod region;
mod routes;
mod search;
mod shell;
mod site;
mod story;
#[cfg(test)]
mod tests;
mod view;
mod words;

pub use head::{Canonical, Head};
pub(crate) use pages::offline::VIEW as OFFLINE;
pub use routes::head;
pub(crate) use routes::{ChangesWith, changes_with, route};
pub(crate) use shell::Shell;
pub use site::{ControlState, PageContext, Site};
pub(crate) use view::View;
