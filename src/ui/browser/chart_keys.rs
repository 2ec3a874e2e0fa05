//! Makes each chart one Tab stop, in which the arrow keys go from mark to mark.
//!
//! The marks are links, and a drawing comes with all of them in the Tab order, so that they can be
//! reached without the program. When one gets the focus, the others of its drawing leave the Tab order:
//! the next Tab leaves the chart, and a later one comes back to the mark that was visited last. As this
//! waits for the focus, it works in every drawing that is put into the page, written or built, and
//! nothing has to watch for new ones.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::document::{document, listen, query_all};
use crate::chart::walk::{Step, Stop, step};

/// Starts to listen, for as long as the program runs.
pub(super) fn listen_to_chart_keys() {
    listen("focusin", |event| {
        let Some((mark, marks)) = mark_of(event) else { return };
        for other in marks {
            let _ = if other == mark {
                other.remove_attribute("tabindex")
            } else {
                other.set_attribute("tabindex", "-1")
            };
        }
    });
    listen("keydown", |event| {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
        // With another key they belong to the browser: Alt and the left arrow lead back.
        if pressed.alt_key() || pressed.ctrl_key() || pressed.meta_key() || pressed.shift_key() {
            return;
        }
        let Some((mark, marks)) = mark_of(event) else { return };
        let is_handled = match pressed.key().as_str() {
            "ArrowLeft" => go(&marks, &mark, Step::Previous),
            "ArrowRight" => go(&marks, &mark, Step::Next),
            "ArrowUp" => go(&marks, &mark, Step::RowBefore),
            "ArrowDown" => go(&marks, &mark, Step::RowAfter),
            "Home" => go(&marks, &mark, Step::First),
            "End" => go(&marks, &mark, Step::Last),
            "Escape" => leave(&mark),
            _ => false,
        };
        if is_handled {
            event.prevent_default();
        }
    });
}

/// The mark that an event is about, and all marks of its drawing.
fn mark_of(event: &Event) -> Option<(Element, Vec<Element>)> {
    let mark = event.target()?.dyn_into::<Element>().ok()?.closest("a.tso-mark").ok()??;
    let drawing = mark.closest("svg").ok()??;
    Some((mark, query_all(&drawing, "a.tso-mark")))
}

/// Moves the focus from a mark by a step, past marks that cannot have it: those of provinces that were
/// not selected, which `src/narrowed.js` hides. Returns false if the key is for the page.
fn go(marks: &[Element], mark: &Element, by: Step) -> bool {
    let stops: Vec<Stop> = marks.iter().map(stop).collect();
    let mut at = marks.iter().position(|other| other == mark);
    let mut by = by;
    while let Some((from, to)) = at.and_then(|from| Some((from, step(&stops, from, by)?))) {
        let Some(next) = marks.get(to) else { return false };
        focus(next);
        if from == to || is_focused(next) {
            return true;
        }
        at = Some(to);
        // Where the first mark cannot have the focus, the next one is the first.
        by = match by {
            Step::First => Step::Next,
            Step::Last => Step::Previous,
            other => other,
        };
    }
    false
}

/// Where a mark is on the screen. Its first shape is around its center: the area that can be touched,
/// or its tile.
fn stop(mark: &Element) -> Stop {
    let row = mark.get_attribute("data-row").and_then(|row| row.parse().ok()).unwrap_or_default();
    let shape = mark.query_selector(":not(title)").ok().flatten();
    let bounds = shape.as_ref().unwrap_or(mark).get_bounding_client_rect();
    let x = f64::midpoint(bounds.left(), bounds.right());
    let y = f64::midpoint(bounds.top(), bounds.bottom());
    Stop { row, x: x.round() as i32, y: y.round() as i32 }
}

/// Moves the focus behind the drawing of a mark. Returns false if nothing is there that can have it.
fn leave(mark: &Element) -> bool {
    let mut after = mark.closest(".t-chart").ok().flatten();
    while let Some(element) = after {
        if element.matches(".t-chart-end").unwrap_or(false) {
            focus(&element);
            return true;
        }
        after = element.next_element_sibling();
    }
    false
}

/// Focuses an element. A link in a chart is an SVG element, but it has the same method.
fn focus(element: &Element) {
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}

fn is_focused(element: &Element) -> bool {
    document().and_then(|document| document.active_element()).as_ref() == Some(element)
}
