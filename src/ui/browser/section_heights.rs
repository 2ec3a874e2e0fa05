//! Keeps the heights of the visible sections when a narrowed page replaces the written one without
//! the reader having asked for it, so that the text under the reader's eyes does not move.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{AddEventListenerOptions, Element, HtmlElement};

use super::document::{query_all, window};
use crate::digits::shortest;

/// Matches the sections of a page.
const SECTIONS: &str = "main > *";

/// The signature and the height of each visible section.
pub(super) struct SectionHeights(Vec<(String, f64)>);

fn signature(section: &Element) -> String {
    format!("{} {}", section.tag_name(), section.class_name())
}

impl SectionHeights {
    /// Measures the sections in the window. A shift below the window is not seen, and browsers
    /// compensate for one above it.
    pub(super) fn measure_visible(page: &Element) -> Self {
        let bottom = window().and_then(|window| window.inner_height().ok()?.as_f64());
        let is_in_view = |section: &Element| {
            let area = section.get_bounding_client_rect();
            area.bottom() > 0.0 && bottom.is_none_or(|bottom| area.top() < bottom)
        };
        let sections = query_all(page, SECTIONS).into_iter().filter(is_in_view);
        let height_of =
            |section: Element| (signature(&section), section.get_bounding_client_rect().height());
        Self(sections.map(height_of).collect())
    }

    /// Gives the sections of another page at least these heights, until the reader does something.
    pub(super) fn hold_in(self, page: &Element) {
        let mut sections = query_all(page, SECTIONS).into_iter();
        let mut held: Vec<HtmlElement> = Vec::new();
        for (wanted, height) in self.0 {
            let found = sections.find(|section| signature(section) == wanted);
            let Some(section) = found.and_then(|section| section.dyn_into::<HtmlElement>().ok())
            else {
                break;
            };
            let _ =
                section.style().set_property("min-block-size", &format!("{}px", shortest(height)));
            held.push(section);
        }
        on_first_interaction(move || {
            for section in &held {
                let _ = section.style().remove_property("min-block-size");
            }
        });
    }
}

/// Calls `then` before the reader's next click or key press is handled, or when the page scrolls or
/// turns.
fn on_first_interaction(then: impl Fn() + 'static) {
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
