//! Remembers where the reader is on a page.
//!
//! The scroll position is stored as the element at the top of the window. Pixels alone are not
//! enough: pages are rebuilt, and the height of content outside the window is only estimated.

use js_sys::Array;
use leptos::prelude::request_animation_frame;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::document::{document, root, window};
use super::focused_element::{FocusedElement, focused_element};

/// Where the reader is on a page: how far it is scrolled, and what has the focus.
#[derive(Clone)]
pub(super) struct ReadingPosition {
    /// The distance from the top of the page, in pixels.
    y: f64,
    /// The id of the element at the top of the window.
    id: String,
    /// How far below the top of the window that element begins, in pixels; negative if it begins
    /// above.
    offset: f64,
    /// What has the focus; after a link was followed, that link.
    pub(super) focused: Option<FocusedElement>,
}

impl ReadingPosition {
    /// The present position.
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
        let focused = focused_element();
        Some(Self { y: window.scroll_y().ok()?, id: top.id(), offset, focused })
    }

    /// The value to store in a history entry, together with the key of the entry.
    pub(super) fn to_entry_state(&self, key: &JsValue) -> Array {
        let state = Array::of4(key, &self.y.into(), &self.id.as_str().into(), &self.offset.into());
        if let Some(focused) = &self.focused {
            focused.append_to(&state);
        }
        state
    }

    pub(super) fn from_entry_state(state: &JsValue) -> Option<Self> {
        let state: &Array = state.dyn_ref()?;
        let [y, offset] = [1, 3].map(|at| state.get(at).as_f64());
        let focused = FocusedElement::read(&state.slice(4, state.length()));
        Some(Self { y: y?, id: state.get(2).as_string()?, offset: offset?, focused })
    }

    /// Scrolls back, now and after the next two frames, when the visible content
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
