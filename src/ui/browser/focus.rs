//! Where the reader is on the page: the focus, and what a fragment points at.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::document::{all, document, window};
use super::history::Place;

/// What the address points at has this, for the style sheets: what they call `:target` does not follow an
/// address that the program has put into the bar.
const POINTED_AT: &str = "data-target";

/// What `:target` still names, but the address no longer.
const LEFT: &str = "data-left";

/// Has the reader be where an address leads: where they were at it, at what it points at, or, on a page that
/// has just come, at its top. The focus goes there, too, and on such a page otherwise to its title, so
/// that it is read out.
pub(super) fn arrive(fragment: Option<String>, was_at: Option<Place>, is_new: bool) {
    let is_there = fragment.as_deref().is_some_and(|id| element_of(id).is_some());
    let is_back = was_at.is_some();
    if is_new && (is_back || !is_there) {
        if let (false, Some(window)) = (is_back, window()) {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        on_heading();
    }
    // What follows signals is there in a moment.
    request_animation_frame(move || {
        let element = point_at(fragment.as_deref());
        if let (Some(element), true) = (element, !is_back || !is_new) {
            if !is_back {
                element.scroll_into_view();
            }
            focus_on(element);
        }
    });
    if let Some(place) = was_at {
        place.restore();
    }
}

/// Marks what the address points at, and nothing else. A story opens, and so does what closes a figure in.
pub(super) fn point_at(fragment: Option<&str>) -> Option<Element> {
    let element = fragment.and_then(element_of);
    let before = document().and_then(|document| document.query_selector("[data-target]").ok()?);
    if let Some(before) = before.filter(|before| Some(before) != element.as_ref()) {
        let _ = before.remove_attribute(POINTED_AT);
    }
    let named = document().and_then(|document| document.query_selector(":target").ok()?);
    if let Some(named) = named.filter(|named| Some(named) != element.as_ref()) {
        let _ = named.set_attribute(LEFT, "");
    }
    let element = element?;
    let _ = element.set_attribute(POINTED_AT, "");
    if let Ok(Some(details)) = element.closest("details") {
        let _ = details.set_attribute("open", "");
    }
    Some(element)
}

fn element_of(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Whether nothing of the page has the focus.
pub(super) fn is_free() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_none_or(|active| active.tag_name() == "BODY")
}

/// Gives the focus to what the page's own address points at. The browser has gone there itself, and the
/// reader may have gone on since: only what was not shown until now is brought into view, and a focus
/// that the reader has put somewhere is left there.
pub(super) fn reveal_at_start(fragment: Option<String>, was_shown: bool) {
    let is_free = is_free();
    request_animation_frame(move || {
        let Some(element) = point_at(fragment.as_deref()) else { return };
        if !was_shown {
            element.scroll_into_view();
        }
        if is_free {
            focus_on(element);
        }
    });
}

/// Gives the focus to the title of a page that has come, so that it is read out.
pub(super) fn on_heading() {
    let heading = document().and_then(|document| document.query_selector("main h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        heading.set_tab_index(-1);
        focus_in_place(&heading);
    }
}

/// Gives an element the focus, or the row of a story, which is what can have it.
fn focus_on(element: Element) {
    let summary = element.query_selector("summary").ok().flatten();
    if let Ok(target) = summary.unwrap_or(element).dyn_into::<HtmlElement>() {
        focus_in_place(&target);
    }
}

/// Gives an element the focus and leaves the page where it is.
fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// What has the focus, in terms that outlast the element.
pub(super) struct Focused {
    /// The id of the nearest element around it that has one.
    around: String,
    /// What it is, to find it by.
    likeness: String,
    /// How many like it stand before it there.
    place: usize,
}

/// What a reader can have the focus on.
const FOCUSABLE: &str = "a[href], summary, select, input, button, [tabindex]";

/// Its id, or else its name, where it leads or which control it is, and its text.
fn likeness(element: &Element) -> String {
    if !element.id().is_empty() {
        return element.id();
    }
    let told = ["href", "name", "value"].map(|name| element.get_attribute(name));
    let told = told.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let text = match element.tag_name().as_str() {
        // Of a list all choices would be its text.
        "SELECT" | "MAIN" => String::new(),
        _ => element.text_content().unwrap_or_default(),
    };
    format!("{} {told} {text}", element.tag_name())
}

/// All within an element that is like another.
fn like(around: &Element, wanted: &str) -> Vec<Element> {
    all(around, FOCUSABLE).into_iter().filter(|element| likeness(element) == wanted).collect()
}

/// What of the page has the focus.
pub(super) fn focused() -> Option<Focused> {
    let active = document()?.active_element()?;
    let around = active.parent_element()?.closest("[id]").ok()??;
    let likeness = likeness(&active);
    let place = like(&around, &likeness).iter().position(|one| one.is_same_node(Some(&active)))?;
    Some(Focused { around: around.id(), likeness, place })
}

/// Gives the focus back, after the page or a part of it was replaced by an equal one.
pub(super) fn focus_again(focused: Option<Focused>) {
    let Some(Focused { around, likeness, place }) = focused else { return };
    let Some(around) = document().and_then(|document| document.get_element_by_id(&around)) else {
        return;
    };
    if let Some(again) = like(&around, &likeness).get(place) {
        // A link in a chart is no HTML, but can have the focus all the same.
        focus_in_place(again.unchecked_ref());
    }
}
