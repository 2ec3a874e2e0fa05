//! What waits until the reader presses nothing: a change in between would take away what is pressed, and
//! its click would be lost.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::Event;

use super::document::window;

thread_local! {
    static IS_PRESSED: Cell<bool> = const { Cell::new(false) };
    static WAITS: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) };
}

/// Follows the pointer for as long as the program runs.
pub(super) fn watch() {
    on("pointerdown", || IS_PRESSED.set(true));
    for name in ["pointerup", "pointercancel"] {
        on(name, || {
            IS_PRESSED.set(false);
            set_timeout(go_on, Duration::ZERO);
        });
    }
    // Before the click does what it is for: a link that is followed leads on from what was chosen.
    on("click", go_on);
}

fn on(name: &str, then: fn()) {
    let listener = Closure::<dyn Fn(Event)>::new(move |_| then());
    if let Some(window) = window() {
        let function = listener.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback_and_bool(name, function, true);
    }
    listener.forget();
}

/// Calls `then` once nothing is pressed any more, and the focus has come to where it goes.
pub(crate) fn when_released(then: impl FnOnce() + 'static) {
    WAITS.replace(Some(Box::new(then)));
    if !IS_PRESSED.get() {
        set_timeout(go_on, Duration::ZERO);
    }
}

fn go_on() {
    if let Some(then) = WAITS.take() {
        then();
    }
}
