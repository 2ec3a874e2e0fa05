//! The entries of the history, and where on the page the reader was at each.
//!
//! A page adds an entry, a choice takes the place of the one it was made in. Entries are written here and not by
//! `BrowserUrl`: it keeps a list of its own of where the reader has been, which Forward and longer ways
//! back do not follow, and then leaves out the entry of a link that leads to the last address of that list.
//!
//! Where the reader was is kept by what stood at the top of the window: pages are built anew, and how high that
//! is which is not seen yet is only guessed. It is kept as long as the program runs, and in the entries that a
//! link leads away from beyond a reload.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Map};
use leptos::prelude::request_animation_frame;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, ScrollRestoration};

use super::document::{document, root, window};

/// How an address is come to.
pub(super) enum Way {
    /// By a link to a page or to a place on it: a new entry.
    Link,
    /// By a choice: in the place of the entry there is.
    Choice,
    /// By the browser: the entry is there, and where the reader was at it may be known.
    Travel(Option<Place>),
}

impl Way {
    /// Where the reader was, where they have been there.
    pub(super) fn was_at(&self) -> Option<Place> {
        match self {
            Self::Travel(was_at) => was_at.clone(),
            Self::Link | Self::Choice => None,
        }
    }
}

/// Where on a page a reader is.
#[derive(Clone)]
pub(super) struct Place {
    /// How far down.
    y: f64,
    /// The id of what is at the top of the window.
    id: String,
    /// How far below that edge it begins.
    offset: f64,
}

impl Place {
    /// Where the reader is.
    pub(super) fn here() -> Option<Self> {
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

    /// What an entry keeps of it, beside the entry's key.
    fn kept(&self, key: &JsValue) -> Array {
        Array::of4(key, &self.y.into(), &self.id.as_str().into(), &self.offset.into())
    }

    fn of(kept: &JsValue) -> Option<Self> {
        let kept: &Array = kept.dyn_ref()?;
        let [y, offset] = [1, 3].map(|at| kept.get(at).as_f64());
        Some(Self { y: y?, id: kept.get(2).as_string()?, offset: offset? })
    }

    /// Has the reader be there again, also once what is seen there has its height.
    pub(super) fn restore(self) {
        self.scroll();
        request_animation_frame(move || {
            self.scroll();
            request_animation_frame(move || self.scroll());
        });
    }

    fn scroll(&self) {
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

/// The history of the page that the browser has loaded.
pub(super) struct History {
    /// What the present entry is known by.
    here: RefCell<JsValue>,
    /// Whether what is shown is that entry's: not while its page is on its way.
    is_shown: Cell<bool>,
    /// Whether the program moves pages here, and not the browser alone.
    is_moving: Cell<bool>,
    /// By the keys of entries, what is kept of where the reader was.
    places: Map,
}

impl History {
    /// Begins at the entry that the browser has loaded.
    pub(super) fn new() -> Self {
        let known = key_of(&state());
        let history = Self {
            is_moving: Cell::new(known.is_some()),
            here: RefCell::new(known.unwrap_or_else(new_key)),
            is_shown: Cell::new(true),
            places: Map::new(),
        };
        history.take();
        history
    }

    /// From the first page on that the program has brought, it brings the reader back to where they were: a
    /// browser would scroll the page that is still there.
    pub(super) fn take(&self) {
        if self.is_moving.get() {
            restore_by(ScrollRestoration::Manual);
        }
    }

    /// Where the reader was when the page was left: a browser that gives it back whole may begin at its top.
    pub(super) fn left_at(&self) -> Option<Place> {
        Place::of(&self.places.get(&self.here.borrow()))
    }

    /// When the page is left, reloading it or coming back to it is the browser's again.
    pub(super) fn give(&self) {
        if self.is_shown.get() {
            self.note();
        }
        if self.is_moving.get() {
            restore_by(ScrollRestoration::Auto);
        }
    }

    /// Notes where the reader is, before a link leads away.
    pub(super) fn leave(&self) {
        if let (true, Some(kept)) = (self.is_shown.get(), self.note())
            && let Some(entries) = entries()
        {
            let _ = entries.replace_state(&kept, "");
        }
    }

    fn note(&self) -> Option<Array> {
        let here = self.here.borrow();
        let kept = Place::here()?.kept(&here);
        self.places.set(&here, &kept);
        Some(kept)
    }

    /// Has the address bar show what is put into place.
    pub(super) fn go(&self, way: &Way, url: &str) {
        if let Some(entries) = entries() {
            let entry = |key: &JsValue| Array::of1(key).into();
            let _ = match way {
                Way::Link => {
                    self.leave();
                    self.is_moving.set(true);
                    self.take();
                    self.here.replace(new_key());
                    entries.push_state_with_url(&entry(&self.here.borrow()), "", Some(url))
                }
                Way::Choice => {
                    entries.replace_state_with_url(&entry(&self.here.borrow()), "", Some(url))
                }
                Way::Travel(_) => Ok(()),
            };
        }
        self.is_shown.set(true);
    }

    /// Comes to the entry that the browser has gone to; says where the reader was at it.
    pub(super) fn travel(&self) -> Option<Place> {
        let state = state();
        let Some(key) = key_of(&state) else {
            // A place on the page, which the browser has gone to itself.
            let key = new_key();
            if let Some(entries) = entries() {
                let _ = entries.replace_state(&Array::of1(&key), "");
            }
            self.here.replace(key);
            return None;
        };
        if self.is_shown.replace(false) {
            self.note();
        }
        let place = Place::of(&self.places.get(&key)).or_else(|| Place::of(&state));
        self.here.replace(key);
        place
    }
}

fn entries() -> Option<web_sys::History> {
    window()?.history().ok()
}

fn state() -> JsValue {
    entries().and_then(|entries| entries.state().ok()).unwrap_or_default()
}

fn key_of(state: &JsValue) -> Option<JsValue> {
    let key = state.dyn_ref::<Array>()?.get(0);
    key.as_f64().map(|_| key)
}

/// No other entry's, not of an earlier program either.
fn new_key() -> JsValue {
    js_sys::Math::random().into()
}

fn restore_by(whom: ScrollRestoration) {
    if let Some(entries) = entries() {
        let _ = entries.set_scroll_restoration(whom);
    }
}
