//! The only place that touches the browser: the address, the data, taking over a written page, focus,
//! clipboard, files.
//!
//! Natively it compiles and does nothing: no effect runs and no handler is called where pages are written.

mod app;
mod bundles;
mod document;
mod fields;
mod focus;
mod head;
mod history;
mod links;
mod pages;
mod press;
mod room;
mod stage;
mod taken;
mod takeover;

pub use app::start;
pub(crate) use document::is_narrow;
pub(crate) use fields::{is_day, is_open, show_checked, show_value};
pub(crate) use press::when_released;
pub(crate) use taken::{copy, save};
