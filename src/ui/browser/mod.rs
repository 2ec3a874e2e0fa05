//! The only place that touches the browser: fetching, history, clipboard, files, focus.
//!
//! Nothing here is called while a page is rendered; pages reach it through handlers and effects.

mod boot;
mod controls;
mod load;
mod morph;
mod navigate;
mod page;
mod replace;
mod share;
mod wake;

pub(crate) use boot::Start;
pub use boot::boot;
pub(crate) use navigate::{amend, push_later, visit};
pub(crate) use replace::replace;
pub(crate) use wake::{has_part, wake};
