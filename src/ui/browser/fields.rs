//! Reads and sets properties of form fields that HTML attributes cannot express.

use leptos::ev::Event;
use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlInputElement, HtmlSelectElement};

use super::document::document;

/// Keeps a field showing a value that may change. Never overwrite what the reader is typing: once
/// an input has shown a value, it is not changed while it has the focus. A list is always updated.
pub(crate) fn show_value<E>(node: NodeRef<E>, value: impl Fn() -> String + 'static)
where
    E: ElementType + 'static,
    E::Output: JsCast + Clone + 'static,
{
    Effect::new(move |was_shown: Option<bool>| {
        let value = value();
        let Some(node) = node.get() else { return false };
        let element: &Element = node.unchecked_ref();
        if let Some(list) = element.dyn_ref::<HtmlSelectElement>() {
            list.set_value(&value);
        } else if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
            let focused = document().and_then(|document| document.active_element());
            let is_typed_into = focused.as_ref() == Some(element) && was_shown == Some(true);
            if !is_typed_into && field.value() != value {
                field.set_value(&value);
            }
        }
        true
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

/// Whether a date field contains a complete day. While the first digits of a year are typed,
/// browsers report a year of the first century.
pub(crate) fn is_whole_day(field: &HtmlInputElement) -> bool {
    !field.value().is_empty() && field.value() >= field.min()
}
