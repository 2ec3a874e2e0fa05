//! Describes the element that has the focus, so that its counterpart can be focused after the page
//! was rendered anew, or when the reader comes back to it.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusOptions, HtmlElement};

use super::document::{document, open_around, query_all};

/// What is needed to find the counterpart of an element that had the focus.
#[derive(Clone)]
pub(super) struct FocusedElement {
    /// The id of the nearest ancestor that has one.
    container_id: String,
    /// Its signature; see [`signature`].
    signature: String,
    /// Its place among the elements in that ancestor that have the same signature.
    index: usize,
}

impl FocusedElement {
    /// Appends it to the state of a history entry.
    pub(super) fn append_to(&self, state: &Array) {
        let Self { container_id, signature, index } = self;
        for value in [container_id.into(), signature.into(), JsValue::from(*index)] {
            state.push(&value);
        }
    }

    /// Reads what [`FocusedElement::append_to`] has written; `None` if there is nothing.
    pub(super) fn read(state: &Array) -> Option<Self> {
        let (container_id, signature) = (state.get(0).as_string()?, state.get(1).as_string()?);
        let index = state.get(2).as_f64()? as usize;
        Some(Self { container_id, signature, index })
    }

    /// The id of the story that it may be in; it has to be open for it to get the focus.
    pub(super) fn story(&self) -> Option<&str> {
        (!self.signature.starts_with("SUMMARY")).then_some(&self.container_id)
    }
}

/// Matches every element that can have the focus.
const FOCUSABLE: &str = "a[href], summary, select, input, button, [tabindex]";

/// Text that identifies an element: its id, or else its tag, its `href`, `name` and `value`, and
/// its text.
fn signature(element: &Element) -> String {
    if !element.id().is_empty() {
        return element.id();
    }
    let attributes = ["href", "name", "value"].map(|name| element.get_attribute(name));
    let attributes = attributes.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let text = match element.tag_name().as_str() {
        // The text of a list would be that of all its options.
        "SELECT" | "MAIN" => String::new(),
        _ => element.text_content().unwrap_or_default(),
    };
    format!("{} {attributes} {text}", element.tag_name())
}

/// The focusable elements in a container that have this signature.
fn focusable_with_signature(container: &Element, wanted: &str) -> Vec<Element> {
    query_all(container, FOCUSABLE)
        .into_iter()
        .filter(|element| signature(element) == wanted)
        .collect()
}

/// Describes the element that has the focus; `None` if none has, or if it cannot be described.
pub(super) fn focused_element() -> Option<FocusedElement> {
    let active = document()?.active_element()?;
    let container = active.parent_element()?.closest("[id]").ok()??;
    let signature = signature(&active);
    let index = focusable_with_signature(&container, &signature)
        .iter()
        .position(|one| one.is_same_node(Some(&active)))?;
    Some(FocusedElement { container_id: container.id(), signature, index })
}

/// Focuses the counterpart of an element, after the page or a section was rendered anew. Returns
/// whether it has the focus then. In `WebKit` it cannot have it while what is not in view is not laid out.
pub(super) fn restore_focus(focused: Option<&FocusedElement>) -> bool {
    let Some(FocusedElement { container_id, signature, index }) = focused else { return false };
    let container = document().and_then(|document| document.get_element_by_id(container_id));
    let Some(container) = container else { return false };
    let again = focusable_with_signature(&container, signature);
    let Some(again) = again.get(*index) else { return false };
    // The written page comes with all stories and folded sections closed.
    // A summary is seen while its own `<details>` is closed.
    let is_summary = again.tag_name() == "SUMMARY";
    let inside = if is_summary { details_around(again) } else { Some(again.clone()) };
    if let Some(inside) = inside {
        open_around(&inside);
    }
    // A link in a chart is an SVG element, but it has the same method.
    focus_without_scrolling(again.unchecked_ref());
    document().and_then(|document| document.active_element()).as_ref() == Some(again)
}

/// The element that the `<details>` of a summary is in.
fn details_around(summary: &Element) -> Option<Element> {
    summary.parent_element()?.parent_element()
}

/// Focuses an element without scrolling.
pub(super) fn focus_without_scrolling(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}
