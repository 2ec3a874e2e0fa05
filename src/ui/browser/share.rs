//! What the buttons of "get and share" do: the sentence to the clipboard, the charts as files.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

use super::page::{copy, document, each, save};
use crate::address::href;
use crate::ui::program::Sharing;
use crate::ui::site::Site;

/// Follows the buttons for as long as the page lives, and lets them be used.
pub(super) fn listen(site: &Site, sharing: Sharing) {
    let site = site.clone();
    let on_click = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(what) = target.and_then(|button| button.get_attribute("data-get")) {
            get(&site, sharing, &what);
        }
    });
    if let Some(document) = document() {
        let listener = on_click.as_ref().unchecked_ref();
        let _ = document.add_event_listener_with_callback("click", listener);
    }
    on_click.forget();
    each("button[data-get]", |button| {
        let _ = button.remove_attribute("disabled");
    });
}

fn get(site: &Site, sharing: Sharing, what: &str) {
    let (address, messages) =
        untrack(|| (site.location.with(|location| location.address.clone()), site.messages()));
    let Some(share) = untrack(|| sharing(site, &address.page)) else { return };
    if what == "sentence" {
        copy(&share.sentence, &href(&site.base, &address), move |copied| {
            let said = if copied { messages.copied() } else { messages.copy_failed() };
            each("[data-got]", |place| place.set_text_content(Some(said)));
        });
        return;
    }
    for (idx, drawing) in share.drawings.into_iter().enumerate() {
        let name = format!("tinhso-{}-{}.svg", share.name, idx + 1);
        save(&name, "image/svg+xml", &drawing.taken);
    }
}
