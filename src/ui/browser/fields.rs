//! What components ask of form fields that an attribute cannot say.

use leptos::ev::Event;
use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlInputElement, HtmlSelectElement};

use super::document::document;

/// Has a field show a value, now and whenever what it is made from changes. What a reader is typing into is never written
/// into: a field that has the focus is left as it is once it has shown something, a list aside.
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

/// Has the box that an event tells of show whether it is ticked.
pub(crate) fn show_checked(event: &Event, is_checked: bool) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field {
        field.set_checked(is_checked);
    }
}

/// Whether the `<details>` that an event tells of is open.
pub(crate) fn is_open(event: &Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
    details.is_some_and(|details| details.open())
}

/// Whether a date field stands at a whole day: a year of which only the first digits are typed is one of
/// the first century to a browser.
pub(crate) fn is_day(field: &HtmlInputElement) -> bool {
    !field.value().is_empty() && field.value() >= field.min()
}
