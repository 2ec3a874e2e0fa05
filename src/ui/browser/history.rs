//! Writes the entries of the browser's history, and remembers the scroll position at each.
//!
//! A page adds an entry; a choice replaces the entry it is made in. `BrowserUrl` could write them,
//! but it compares each address with its own list of visited ones, which Forward and jumps over
//! several entries do not update. After such a jump it would leave out the entry of a link that
//! leads to the last address of that list.
//!
//! A scroll position is stored as the element at the top of the window. Pixels alone are not
//! enough: pages are rebuilt, and the height of content outside the window is only estimated.
//! Positions are kept in memory, and that of an entry which a link led away from also in the entry
//! itself, so that it outlasts a reload.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Map};
use leptos::prelude::request_animation_frame;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, ScrollRestoration};

use super::document::{document, root, window};

/// How the reader gets to an address.
pub(super) enum Navigation {
    /// By a link to a page or to a place on it, which adds an entry.
    Link,
    /// By a choice, which replaces the present entry.
    Choice,
    /// By Back or Forward, to an entry that exists, with the scroll position there, if it is known.
    Traverse(Option<ScrollPosition>),
}

impl Navigation {
    /// The scroll position at an earlier visit, if there was one.
    pub(super) fn position_before(&self) -> Option<ScrollPosition> {
        match self {
            Self::Traverse(position) => position.clone(),
            Self::Link | Self::Choice => None,
        }
    }
}

/// How far a page is scrolled.
#[derive(Clone)]
pub(super) struct ScrollPosition {
    /// The distance from the top of the page, in pixels.
    y: f64,
    /// The id of the element at the top of the window.
    id: String,
    /// How far below the top of the window that element begins, in pixels; negative if it begins
    /// above.
    offset: f64,
}

impl ScrollPosition {
    /// The present scroll position.
    pub(super) fn current() -> Option<Self> {
        let (window, document) = (window()?, document()?);
        let middle = u16::try_from(document.document_element()?.client_width() / 2).ok()?;
        let top = document.element_from_point(f32::from(middle), 0.0);
        let top = top.and_then(|top| top.closest("[id]").ok()?);
        let top: Element = match top {
            Some(top) => top,
            None => root()?.into(),
        };
        let offset = top.get_bounding_client_rect().top();
        Some(Self { y: window.scroll_y().ok()?, id: top.id(), offset })
    }

    /// The value to store in a history entry, together with the key of the entry.
    fn to_entry_state(&self, key: &JsValue) -> Array {
        Array::of4(key, &self.y.into(), &self.id.as_str().into(), &self.offset.into())
    }

    fn from_entry_state(state: &JsValue) -> Option<Self> {
        let state: &Array = state.dyn_ref()?;
        let [y, offset] = [1, 3].map(|at| state.get(at).as_f64());
        Some(Self { y: y?, id: state.get(2).as_string()?, offset: offset? })
    }

    /// Scrolls back to this position, now and after the next two frames, when the visible content
    /// has got its real height.
    pub(super) fn restore(self) {
        self.scroll_to();
        request_animation_frame(move || {
            self.scroll_to();
            request_animation_frame(move || self.scroll_to());
        });
    }

    fn scroll_to(&self) {
        let (Some(window), Some(document)) = (window(), document()) else { return };
        match document.get_element_by_id(&self.id) {
            Some(top) => {
                let off = top.get_bounding_client_rect().top() - self.offset;
                window.scroll_by_with_x_and_y(0.0, off);
            }
            None => window.scroll_to_with_x_and_y(0.0, self.y),
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
    /// The stored scroll positions, by the keys of their entries.
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

    /// The scroll position at the moment the document was left. A browser that brings the document
    /// back from its cache may start at the top.
    pub(super) fn position_when_left(&self) -> Option<ScrollPosition> {
        ScrollPosition::from_entry_state(&self.positions.get(&self.current_key.borrow()))
    }

    /// Called when the document is left: stores the scroll position, and lets the browser restore
    /// it after a reload.
    pub(super) fn return_scroll_restoration(&self) {
        if self.is_current_page_shown.get() {
            self.store_position();
        }
        if self.restores_scroll.get() {
            set_scroll_restoration_mode(ScrollRestoration::Auto);
        }
    }

    /// Stores the scroll position in the present entry, before a link leads away from it.
    pub(super) fn save_position(&self) {
        if let (true, Some(state)) = (self.is_current_page_shown.get(), self.store_position())
            && let Some(history) = browser_history()
        {
            let _ = history.replace_state(&state, "");
        }
    }

    fn store_position(&self) -> Option<Array> {
        let key = self.current_key.borrow();
        let state = ScrollPosition::current()?.to_entry_state(&key);
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

    /// Makes the entry that the browser went to the present one; returns the scroll position there,
    /// if known.
    pub(super) fn traverse(&self) -> Option<ScrollPosition> {
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
        let position = ScrollPosition::from_entry_state(&self.positions.get(&key))
            .or_else(|| ScrollPosition::from_entry_state(&state));
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
