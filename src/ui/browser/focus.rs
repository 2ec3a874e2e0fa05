//! Moves the focus and scrolls: to what a fragment names, and back to where the focus was after the
//! page was replaced.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::document::{document, query_all, window};
use super::history::ScrollPosition;

/// Marks the element that the fragment names, for the style sheets. Their `:target` does not notice
/// when a program changes the address.
const TARGET_ATTRIBUTE: &str = "data-target";

/// Marks an element that still matches `:target` although the fragment no longer names it.
const STALE_TARGET_ATTRIBUTE: &str = "data-left";

/// Brings the reader to the destination of a navigation. If the reader was there before, that is
/// the old scroll position; otherwise the element that the fragment names; on a new page without
/// either, the top.
///
/// The focus moves there too. On a new page it moves to the heading, unless the fragment names an
/// element, so that screen readers announce the page.
pub(super) fn go_to_destination(
    fragment: Option<String>,
    position: Option<ScrollPosition>,
    is_new: bool,
) {
    let has_target = fragment.as_deref().is_some_and(|id| element_of(id).is_some());
    let is_back = position.is_some();
    if is_new && (is_back || !has_target) {
        if let (false, Some(window)) = (is_back, window()) {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        focus_heading();
    }
    // Wait for a frame, because content that follows signals is not rendered yet.
    request_animation_frame(move || {
        let element = mark_target(fragment.as_deref());
        if let (Some(element), true) = (element, !is_back || !is_new) {
            if !is_back {
                element.scroll_into_view();
            }
            focus_element(element);
        }
    });
    if let Some(position) = position {
        position.restore();
    }
}

/// Marks the element that the fragment names, removes the mark from the one before, and opens the
/// `<details>` around it. Returns the element, if there is one.
pub(super) fn mark_target(fragment: Option<&str>) -> Option<Element> {
    let element = fragment.and_then(element_of);
    let before = document().and_then(|document| document.query_selector("[data-target]").ok()?);
    if let Some(before) = before.filter(|before| Some(before) != element.as_ref()) {
        let _ = before.remove_attribute(TARGET_ATTRIBUTE);
    }
    let named = document().and_then(|document| document.query_selector(":target").ok()?);
    if let Some(named) = named.filter(|named| Some(named) != element.as_ref()) {
        let _ = named.set_attribute(STALE_TARGET_ATTRIBUTE, "");
    }
    let element = element?;
    let _ = element.set_attribute(TARGET_ATTRIBUTE, "");
    if let Ok(Some(details)) = element.closest("details") {
        let _ = details.set_attribute("open", "");
    }
    Some(element)
}

fn element_of(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Whether no element of the page has the focus.
pub(super) fn is_nothing_focused() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_none_or(|active| active.tag_name() == "BODY")
}

/// Goes to the element that the fragment names, in the page that the browser loaded. If
/// `was_shown`, the browser has scrolled there already, and the reader may have scrolled on. Never
/// move the focus if the reader has put it somewhere.
pub(super) fn reveal_target_at_start(fragment: Option<String>, was_shown: bool) {
    let was_nothing_focused = is_nothing_focused();
    request_animation_frame(move || {
        let Some(element) = mark_target(fragment.as_deref()) else { return };
        if !was_shown {
            element.scroll_into_view();
        }
        if was_nothing_focused {
            focus_element(element);
        }
    });
}

/// Focuses the heading of the page, so that screen readers announce the page.
pub(super) fn focus_heading() {
    let heading = document().and_then(|document| document.query_selector("main h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        heading.set_tab_index(-1);
        focus_without_scrolling(&heading);
    }
}

/// Focuses an element. In the story of a promise only the `<summary>` can have the focus.
fn focus_element(element: Element) {
    let summary = element.query_selector("summary").ok().flatten();
    if let Ok(target) = summary.unwrap_or(element).dyn_into::<HtmlElement>() {
        focus_without_scrolling(&target);
    }
}

/// Focuses an element without scrolling.
fn focus_without_scrolling(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Describes the element with the focus so that its counterpart can be found after the page was
/// rendered anew.
pub(super) struct FocusedElement {
    /// The id of the nearest ancestor that has one.
    container_id: String,
    /// Its signature; see [`signature`].
    signature: String,
    /// Its place among the elements in that ancestor that have the same signature.
    index: usize,
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

/// Focuses the counterpart of an element, after the page or a section was rendered anew.
pub(super) fn restore_focus(focused: Option<FocusedElement>) {
    let Some(FocusedElement { container_id, signature, index }) = focused else { return };
    let Some(container) = document().and_then(|document| document.get_element_by_id(&container_id))
    else {
        return;
    };
    if let Some(again) = focusable_with_signature(&container, &signature).get(index) {
        // A link in a chart is an SVG element, but it has the same method.
        focus_without_scrolling(again.unchecked_ref());
    }
}
