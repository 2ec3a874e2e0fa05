//! Decides which clicks on links the application may follow, in the same way for all links,
//! including those in figures. The browser follows the others, and loads a page.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use super::document::{ProgramState, is_program_state, listen};
use super::focus::focus_link;

/// Calls `follow` with the `href` of each link that is clicked, for as long as the program runs.
/// `follow` returns whether it followed the link.
pub(super) fn listen_to_clicks(follow: impl Fn(&str) -> bool + 'static) {
    listen("click", move |event| {
        if let Some((link, href)) = link_to_follow(event) {
            // Not every browser focuses a link that is clicked. Back returns the focus to it.
            focus_link(&link);
            if follow(&href) {
                event.prevent_default();
            }
        }
    });
}

/// Calls `on_press` with the `href` of each link that is pressed. The click usually follows a
/// moment later.
pub(super) fn listen_to_presses(on_press: impl Fn(&str) + 'static) {
    listen("pointerdown", move |event| {
        if let Some((_, href)) = link_to_follow(event) {
            on_press(&href);
        }
    });
}

/// The link that an event is about, and its `href`; `None` if the browser should handle it: for a new
/// window, a download or another site, and after the program broke.
fn link_to_follow(event: &Event) -> Option<(Element, String)> {
    let click: &MouseEvent = event.unchecked_ref();
    let is_modified = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    if click.button() != 0 || is_modified || click.default_prevented() {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    let attribute = |name: &str| link.get_attribute(name).unwrap_or_default();
    let is_ours = !link.has_attribute("download")
        && matches!(attribute("target").as_str(), "" | "_self")
        && attribute("rel").split(' ').all(|word| word != "external")
        && !is_program_state(ProgramState::Failed);
    let href = attribute("href");
    (is_ours && !href.is_empty()).then_some((link, href))
}
