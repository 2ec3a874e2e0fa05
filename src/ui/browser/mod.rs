//! The only place that touches the browser: fetching, history, clipboard, files, focus.
//!
//! Nothing here is called while a page is rendered; pages reach it through handlers and effects.

mod boot;
mod controls;
mod load;
mod morph;
mod navigate;
mod page;
mod renew;
mod replace;
mod search;
mod share;
mod wake;

pub(crate) use boot::Start;
pub use boot::boot;
pub(crate) use navigate::{push_later, visit};
pub(crate) use renew::{is_renewed, renew};
pub(crate) use replace::replace;
pub use search::search;
pub(crate) use wake::wake;
