//! The only place that touches the browser: fetching, history, clipboard, files, focus.
//!
//! Nothing here is called while a page is rendered; pages reach it through handlers and effects.

mod boot;
mod load;
mod navigate;
mod page;

pub use boot::boot;
pub(crate) use navigate::{push, replace, visit};
pub(crate) use page::{copy, save};
