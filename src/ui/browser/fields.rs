//! Reads and sets properties of form fields that HTML attributes cannot express.

use leptos::ev::{Event, FocusEvent, KeyboardEvent};
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlInputElement};

use super::document::document;

/// Keeps an input showing a value that may change. Never overwrite what the reader is typing: once
/// the input has shown a value, it is not changed while it has the focus.
pub(crate) fn show_value(node: NodeRef<Input>, value: impl Fn() -> String + 'static) {
    Effect::new(move |was_shown: Option<bool>| {
        let value = value();
        let Some(field) = node.get() else { return false };
        let focused = document().and_then(|document| document.active_element());
        let is_typed_into = focused.as_ref() == Some(field.as_ref()) && was_shown == Some(true);
        if !is_typed_into && field.value() != value {
            field.set_value(&value);
        }
        true
    });
}

/// Focuses a field whenever it is put into the page, and selects its text, so that it can be copied.
pub(crate) fn select_when_shown(node: NodeRef<Input>) {
    Effect::new(move |_| {
        if let Some(field) = node.get() {
            let _ = field.focus();
            field.select();
        }
    });
}

/// Checks or unchecks the checkbox that sent an event.
pub(crate) fn show_checked(event: &Event, is_checked: bool) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field {
        field.set_checked(is_checked);
    }
}

/// Whether the `<details>` that sent an event is open.
pub(crate) fn is_details_open(event: &Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
    details.is_some_and(|details| details.open())
}

/// Whether a key, pressed in a closed list, goes to another option: arrow keys and letters do. Keys
/// that open the list or leave it do not.
pub(crate) fn looks_through_list(event: &KeyboardEvent) -> bool {
    let is_modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    !is_modified && is_look_key(&event.key())
}

/// The same for a key that was pressed alone.
pub(super) fn is_look_key(key: &str) -> bool {
    let is_letter = key.chars().count() == 1 && key != " ";
    let is_move = matches!(
        key,
        "ArrowUp"
            | "ArrowDown"
            | "ArrowLeft"
            | "ArrowRight"
            | "Home"
            | "End"
            | "PageUp"
            | "PageDown"
    );
    is_letter || is_move
}

/// Whether the focus moves from one element in `container` to another one in it.
pub(crate) fn moves_focus_within(event: &FocusEvent, container: &Element) -> bool {
    let next = event.related_target().and_then(|next| next.dyn_into::<Element>().ok());
    next.is_some_and(|next| container.contains(Some(&next)))
}

/// Whether a date field contains a complete day. While the first digits of a year are typed,
/// browsers report a year of the first century.
pub(crate) fn is_whole_day(field: &HtmlInputElement) -> bool {
    !field.value().is_empty() && field.value() >= field.min()
}
