//! Everything that touches the browser: the address bar, the history, loading data, taking over a
//! written page, focus, clipboard and files. No other module may name `web_sys`.
//!
//! This module also compiles natively, but does nothing there: while pages are written no effect
//! runs, and no event handler is called.

mod app;
mod built_page;
mod bundles;
mod chart_keys;
mod copy_and_save;
mod document;
mod fields;
mod focus;
mod focused_element;
mod head;
mod history;
mod links;
mod navigation;
mod pointer;
mod position;
mod section_heights;
mod takeover;

pub use app::start;
pub(crate) use copy_and_save::{copy_to_clipboard, save_file};
pub(crate) use document::{is_narrow, is_wide};
pub(crate) use fields::{
    is_details_open, is_whole_day, looks_through_list, moves_focus_within, select_when_shown,
    show_checked, show_value,
};
pub(crate) use pointer::when_released;
