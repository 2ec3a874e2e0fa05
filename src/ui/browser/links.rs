//! Which clicks on links the application may follow itself: of all links alike, those of figures included. What
//! it does not follow is the browser's, and loads a page.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use super::document::{Program, has_come_to, listen};

/// Offers clicks to `follow` for as long as the program runs: it is given what the link says, and says whether
/// it has followed it.
pub(super) fn listen_to_clicks(follow: impl Fn(&str) -> bool + 'static) {
    listen("click", move |event| {
        if let Some(written) = link_of(event)
            && follow(&written)
        {
            event.prevent_default();
        }
    });
}

/// Tells `expect` which links are pressed: they will be followed in a moment.
pub(super) fn listen_to_presses(expect: impl Fn(&str) + 'static) {
    listen("pointerdown", move |event| {
        if let Some(written) = link_of(event) {
            expect(&written);
        }
    });
}

/// Where the link leads that was clicked, as it is written there, unless only the browser can do what is asked: a
/// new window, a download, another site that it was marked as. A program that broke follows nothing any more.
fn link_of(event: &Event) -> Option<String> {
    let click: &MouseEvent = event.unchecked_ref();
    let is_modified = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    if click.button() != 0 || is_modified || click.default_prevented() {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    let said = |name: &str| link.get_attribute(name).unwrap_or_default();
    let is_ours = !link.has_attribute("download")
        && matches!(said("target").as_str(), "" | "_self")
        && said("rel").split(' ').all(|word| word != "external")
        && !has_come_to(Program::Failed);
    Some(said("href")).filter(|written| is_ours && !written.is_empty())
}
