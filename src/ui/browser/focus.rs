//! Moves the focus and scrolls: to what a fragment names, and back to where the focus was after the
//! page was replaced.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::document::{document, open_around, window};
use super::focused_element::{FocusedElement, focus_without_scrolling, restore_focus};
use super::position::ReadingPosition;

/// Marks the element that the fragment names, for the style sheets. Their `:target` does not notice
/// when a program changes the address.
const TARGET_ATTRIBUTE: &str = "data-target";

/// Marks an element that still matches `:target` although the fragment no longer names it.
const STALE_TARGET_ATTRIBUTE: &str = "data-left";

/// Brings the reader to the destination of a navigation. If the reader was there before, that is
/// the old position; otherwise the element that the fragment names; on a new page without either,
/// the top.
///
/// The focus moves there too: to what had it before, such as the link that led away. On a new page
/// it moves to the heading, unless the fragment names an element, so that screen readers announce
/// the page.
pub(super) fn go_to_destination(
    fragment: Option<String>,
    position: Option<ReadingPosition>,
    is_new: bool,
) {
    let has_target = fragment.as_deref().is_some_and(|id| element_of(id).is_some());
    let is_back = position.is_some();
    let focused = position.as_ref().and_then(|position| position.focused.clone());
    let is_restored = is_new && restore_focus(focused.as_ref());
    if is_new && (is_back || !has_target) {
        if let (false, Some(window)) = (is_back, window()) {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        if !is_restored {
            focus_heading();
        }
    }
    // Wait for a frame, because content that follows signals is not rendered yet.
    request_animation_frame(move || {
        let element = mark_target(fragment.as_deref());
        if is_restored || restore_focus(focused.as_ref()) {
            return;
        }
        // What was scrolled into view is laid out in the frames after that.
        if let Some(focused) = focused {
            restore_focus_in_frames(focused, 3);
        }
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

/// Focuses the counterpart of an element in one of the next frames.
fn restore_focus_in_frames(focused: FocusedElement, n_frames: usize) {
    request_animation_frame(move || {
        if !restore_focus(Some(&focused)) && n_frames > 1 {
            restore_focus_in_frames(focused, n_frames - 1);
        }
    });
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
    open_around(&element);
    Some(element)
}

/// Marks the element that the fragment names as soon as the program runs. The browser has scrolled to
/// it already, unless it was in a closed `<details>` and the browser opens none for a fragment.
pub(super) fn mark_target_at_start(fragment: Option<&str>) {
    let around = fragment.and_then(element_of).and_then(|element| element.parent_element());
    let was_folded =
        around.is_some_and(|it| matches!(it.closest("details:not([open])"), Ok(Some(_))));
    let element = mark_target(fragment);
    if let Some(element) = element.filter(|_| was_folded) {
        element.scroll_into_view();
    }
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
/// move the focus if the reader has put it somewhere. If the reader comes back to the page, `focused` is the
/// link that led away.
pub(super) fn reveal_target_at_start(
    fragment: Option<String>,
    was_shown: bool,
    focused: Option<FocusedElement>,
) {
    let was_nothing_focused = is_nothing_focused();
    request_animation_frame(move || {
        let element = mark_target(fragment.as_deref());
        if was_nothing_focused && restore_focus(focused.as_ref()) {
            return;
        }
        let Some(element) = element else { return };
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
    let can_have_focus = element.has_attribute("tabindex");
    let summary = element.query_selector("summary").ok().flatten().filter(|_| !can_have_focus);
    if let Ok(target) = summary.unwrap_or(element).dyn_into::<HtmlElement>() {
        focus_without_scrolling(&target);
    }
}

/// Focuses a link that the reader follows, as some browsers do not when it is clicked. So the focus
/// can return to it.
pub(super) fn focus_link(link: &Element) {
    let active = document().and_then(|document| document.active_element());
    if active.as_ref() != Some(link) {
        focus_without_scrolling(link.unchecked_ref());
    }
}
