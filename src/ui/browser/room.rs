//! The room that the parts of a page take: who reads a page that gives way to a narrower one, and has asked
//! for nothing, does not lose the place.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{AddEventListenerOptions, Element, HtmlElement};

use super::document::{all, window};
use crate::digits::shortest;

/// The parts of a page that a reader sees.
const PARTS: &str = "main > *";

/// What a part is known by in a page made from other choices, and its height.
pub(super) struct Room(Vec<(String, f64)>);

fn likeness(part: &Element) -> String {
    format!("{} {}", part.tag_name(), part.class_name())
}

impl Room {
    /// The room of the parts in view: below them nothing that moves is seen, and above them browsers make
    /// up for it.
    pub(super) fn of(page: &Element) -> Self {
        let bottom = window().and_then(|window| window.inner_height().ok()?.as_f64());
        let is_in_view = |part: &Element| {
            let place = part.get_bounding_client_rect();
            place.bottom() > 0.0 && bottom.is_none_or(|bottom| place.top() < bottom)
        };
        let parts = all(page, PARTS).into_iter().filter(is_in_view);
        let room = |part: Element| (likeness(&part), part.get_bounding_client_rect().height());
        Self(parts.map(room).collect())
    }

    /// Gives the parts of another page the same room, until the reader does anything.
    pub(super) fn keep_in(self, page: &Element) {
        let mut parts = all(page, PARTS).into_iter();
        let mut kept: Vec<HtmlElement> = Vec::new();
        for (wanted, height) in self.0 {
            let found = parts.find(|part| likeness(part) == wanted);
            let Some(part) = found.and_then(|part| part.dyn_into::<HtmlElement>().ok()) else {
                break;
            };
            let _ = part.style().set_property("min-block-size", &format!("{}px", shortest(height)));
            kept.push(part);
        }
        until_touched(move || {
            for part in &kept {
                let _ = part.style().remove_property("min-block-size");
            }
        });
    }
}

/// Calls `then` before the reader's next click or key does anything, and once the page moves anyway.
fn until_touched(then: impl Fn() + 'static) {
    let then = Rc::new(then);
    let options = AddEventListenerOptions::new();
    options.set_capture(true);
    options.set_once(true);
    for name in ["click", "keydown", "scroll", "orientationchange"] {
        let then = Rc::clone(&then);
        let listener = Closure::<dyn Fn()>::new(move || then());
        if let Some(window) = window() {
            let function = listener.as_ref().unchecked_ref();
            let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
                name, function, &options,
            );
        }
        listener.forget();
    }
}
