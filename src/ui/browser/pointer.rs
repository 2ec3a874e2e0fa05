//! Delays a change of the page while the reader presses a mouse button or touches the screen. A
//! change in between would remove the pressed element, and its click would be lost.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::Event;

use super::document::window;

thread_local! {
    static IS_PRESSED: Cell<bool> = const { Cell::new(false) };
    static PENDING: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) };
}

/// Starts to track whether the pointer is pressed, for as long as the program runs.
pub(super) fn track() {
    listen_capturing("pointerdown", || IS_PRESSED.set(true));
    for name in ["pointerup", "pointercancel"] {
        listen_capturing(name, || {
            IS_PRESSED.set(false);
            set_timeout(run_pending, Duration::ZERO);
        });
    }
    // Run before the click is handled: if a link is followed, it should start from the new
    // selection.
    listen_capturing("click", run_pending);
}

/// Whether a mouse button is pressed or the screen touched.
pub(super) fn is_pressed() -> bool {
    IS_PRESSED.get()
}

fn listen_capturing(name: &str, then: fn()) {
    let listener = Closure::<dyn Fn(Event)>::new(move |_| then());
    if let Some(window) = window() {
        let function = listener.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback_and_bool(name, function, true);
    }
    listener.forget();
}

/// Calls `then` once nothing is pressed any more and the focus has moved. It replaces a call that
/// still waits.
pub(crate) fn when_released(then: impl FnOnce() + 'static) {
    PENDING.replace(Some(Box::new(then)));
    if !IS_PRESSED.get() {
        set_timeout(run_pending, Duration::ZERO);
    }
}

fn run_pending() {
    if let Some(then) = PENDING.take() {
        then();
    }
}
