//! Writes the entries of the browser's history, and remembers at each how far the page was scrolled
//! and what had the focus.
//!
//! A page adds an entry; a choice replaces the entry it is made in. `BrowserUrl` could write them,
//! but it compares each address with its own list of visited ones, which Forward and jumps over
//! several entries do not update. After such a jump it would leave out the entry of a link that
//! leads to the last address of that list.
//!
//! Positions are kept in memory, and that of an entry which a link led away from also in the entry
//! itself, so that it outlasts a reload.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Map};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ScrollRestoration;

use super::document::window;
use super::focused_element::FocusedElement;
use super::position::ReadingPosition;

/// How the reader gets to an address.
pub(super) enum Navigation {
    /// By a link to a page or to a place on it, which adds an entry.
    Link,
    /// By a choice, which replaces the present entry.
    Choice,
    /// By Back or Forward, to an entry that exists, with the position there, if it is known.
    Traverse(Option<ReadingPosition>),
}

impl Navigation {
    /// The position at an earlier visit, if there was one.
    pub(super) fn position_before(&self) -> Option<ReadingPosition> {
        match self {
            Self::Traverse(position) => position.clone(),
            Self::Link | Self::Choice => None,
        }
    }
}

/// The history of the document that the browser loaded.
pub(super) struct History {
    /// The key of the present entry.
    current_key: RefCell<JsValue>,
    /// Whether the page of the present entry is shown; false while it is loading.
    is_current_page_shown: Cell<bool>,
    /// Whether the program restores scroll positions itself, in place of the browser.
    restores_scroll: Cell<bool>,
    /// The stored positions, by the keys of their entries.
    positions: Map,
}

impl History {
    /// Starts at the present entry, which may have a key from before a reload.
    pub(super) fn new() -> Self {
        let known = key_of(&current_entry_state());
        let history = Self {
            restores_scroll: Cell::new(known.is_some()),
            current_key: RefCell::new(known.unwrap_or_else(new_key)),
            is_current_page_shown: Cell::new(true),
            positions: Map::new(),
        };
        history.take_scroll_restoration();
        history
    }

    /// Turns off the browser's own scroll restoration once the program has shown a page: the
    /// browser would scroll while the old page is still there.
    pub(super) fn take_scroll_restoration(&self) {
        if self.restores_scroll.get() {
            set_scroll_restoration_mode(ScrollRestoration::Manual);
        }
    }

    /// The position at the moment the document was left. A browser that brings the document
    /// back from its cache may start at the top.
    pub(super) fn position_when_left(&self) -> Option<ReadingPosition> {
        ReadingPosition::from_entry_state(&self.positions.get(&self.current_key.borrow()))
    }

    /// What had the focus when a link led away from the present entry, before the browser loaded its page
    /// again. It is given only once, so that a later reload does not move the focus there.
    pub(super) fn take_focus_when_left(&self) -> Option<FocusedElement> {
        let mut position = ReadingPosition::from_entry_state(&current_entry_state())?;
        let focused = position.focused.take()?;
        let state = position.to_entry_state(&self.current_key.borrow());
        let _ = browser_history()?.replace_state(&state, "");
        Some(focused)
    }

    /// Called when the document is left: stores the position, and lets the browser restore
    /// it after a reload.
    pub(super) fn return_scroll_restoration(&self) {
        if self.is_current_page_shown.get() {
            self.store_position();
        }
        if self.restores_scroll.get() {
            set_scroll_restoration_mode(ScrollRestoration::Auto);
        }
    }

    /// Stores the position in the present entry, before a link leads away from it.
    pub(super) fn save_position(&self) {
        if let (true, Some(state)) = (self.is_current_page_shown.get(), self.store_position())
            && let Some(history) = browser_history()
        {
            let _ = history.replace_state(&state, "");
        }
    }

    fn store_position(&self) -> Option<Array> {
        let key = self.current_key.borrow();
        let state = ReadingPosition::current()?.to_entry_state(&key);
        self.positions.set(&key, &state);
        Some(state)
    }

    /// Writes the entry for a page or view that is shown now, and updates the address bar.
    pub(super) fn record(&self, navigation: &Navigation, url: &str) {
        if let Some(history) = browser_history() {
            let entry = |key: &JsValue| Array::of1(key).into();
            let _ = match navigation {
                Navigation::Link => {
                    self.save_position();
                    self.restores_scroll.set(true);
                    self.take_scroll_restoration();
                    self.current_key.replace(new_key());
                    history.push_state_with_url(&entry(&self.current_key.borrow()), "", Some(url))
                }
                Navigation::Choice => history.replace_state_with_url(
                    &entry(&self.current_key.borrow()),
                    "",
                    Some(url),
                ),
                Navigation::Traverse(_) => Ok(()),
            };
        }
        self.is_current_page_shown.set(true);
    }

    /// Makes the entry that the browser went to the present one; returns the position there, if
    /// known.
    pub(super) fn traverse(&self) -> Option<ReadingPosition> {
        let state = current_entry_state();
        let Some(key) = key_of(&state) else {
            // An entry without a key is a place on the page, which the browser went to itself.
            let key = new_key();
            if let Some(history) = browser_history() {
                let _ = history.replace_state(&Array::of1(&key), "");
            }
            self.current_key.replace(key);
            return None;
        };
        if self.is_current_page_shown.replace(false) {
            self.store_position();
        }
        let position = ReadingPosition::from_entry_state(&self.positions.get(&key))
            .or_else(|| ReadingPosition::from_entry_state(&state));
        self.current_key.replace(key);
        position
    }
}

fn browser_history() -> Option<web_sys::History> {
    window()?.history().ok()
}

fn current_entry_state() -> JsValue {
    browser_history().and_then(|history| history.state().ok()).unwrap_or_default()
}

fn key_of(state: &JsValue) -> Option<JsValue> {
    let key = state.dyn_ref::<Array>()?.get(0);
    key.as_f64().map(|_| key)
}

/// A key that no other entry has, not even one from before a reload.
fn new_key() -> JsValue {
    js_sys::Math::random().into()
}

fn set_scroll_restoration_mode(mode: ScrollRestoration) {
    if let Some(history) = browser_history() {
        let _ = history.set_scroll_restoration(mode);
    }
}
