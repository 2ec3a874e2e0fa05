//! The address bar: links to another view of a page change the location without loading it anew, and the
//! back button brings an earlier one back.

use leptos::prelude::*;
use maud::Markup;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent};

use super::page::{document, focus_again, focused, next_task, reveal, window};
use crate::address::{Parsed, parse};
use crate::ui::site::Site;

/// Writes a URL as a new entry of the history.
pub(crate) fn push(url: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // A browser may refuse (too many entries, a sandboxed frame); the page then still shows the choice.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(url));
    }
}

/// As [`push`], once what was chosen can be seen: the history takes the browser a good part of a frame.
pub(crate) fn push_later(url: &str) {
    let url = url.to_owned();
    // A frame is drawn between the two.
    request_animation_frame(move || {
        spawn_local(async move {
            next_task().await;
            push(&url);
        });
    });
}

/// Loads another page.
pub(crate) fn visit(url: &str) {
    if let Some(window) = window() {
        let _ = window.location().set_href(url);
    }
}

/// Writes a URL in place of the present entry.
pub(super) fn amend(url: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(url));
    }
}

/// Where the address bar says the reader is.
pub(super) fn present(base: &str, site_data: &crate::data::Dataset) -> Option<Parsed> {
    let location = window()?.location();
    let part = |part: Result<String, JsValue>| part.unwrap_or_default();
    Some(parse(
        base,
        &part(location.pathname()),
        &part(location.search()),
        &part(location.hash()),
        site_data,
    ))
}

/// Listens to clicks on links, to the back button, and to the opening of a `<details>`, for as long as
/// the page lives. `inside` writes what is inside a `<details>`, by its id, where that is written only
/// when it is opened.
pub(super) fn listen(site: &Site, inside: Option<fn(&Site, &str) -> Markup>) {
    let Some(window) = window() else { return };
    let on_pop = {
        let site = site.clone();
        Closure::<dyn FnMut(Event)>::new(move |_: Event| {
            if let Some(parsed) = present(&site.base, &site.dataset) {
                let fragment = parsed.address.fragment.clone();
                site.location.set(parsed);
                reveal(fragment);
            }
        })
    };
    let _ = window.add_event_listener_with_callback("popstate", on_pop.as_ref().unchecked_ref());
    on_pop.forget();

    let on_click = {
        let site = site.clone();
        Closure::<dyn FnMut(MouseEvent)>::new(move |event: MouseEvent| follow(&site, &event))
    };
    if let Some(document) = window.document() {
        let _ =
            document.add_event_listener_with_callback("click", on_click.as_ref().unchecked_ref());
        if let Some(inside) = inside {
            let site = site.clone();
            let on_toggle =
                Closure::<dyn FnMut(Event)>::new(move |event| fill(&site, &event, inside));
            // It does not bubble, but can be seen on its way down.
            let _ = document.add_event_listener_with_callback_and_bool(
                "toggle",
                on_toggle.as_ref().unchecked_ref(),
                true,
            );
            on_toggle.forget();
        }
    }
    on_click.forget();
}

/// Writes what is inside a `<details>` that was opened.
fn fill(site: &Site, event: &Event, inside: fn(&Site, &str) -> Markup) {
    let details = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(details) = details.filter(|details| details.has_attribute("open")) {
        write(site, &details, inside);
    }
}

/// Writes what is inside a `<details>`, unless it is there.
fn write(site: &Site, details: &Element, inside: fn(&Site, &str) -> Markup) {
    if details.child_element_count() == 1 {
        let story = inside(site, &details.id()).into_string();
        let _ = details.insert_adjacent_html("beforeend", &story);
    }
}

/// Opens a `<details>`, with what is inside it where that is written only then.
pub(super) fn open(site: &Site, id: &str, inside: Option<fn(&Site, &str) -> Markup>) {
    if let Some(details) = document().and_then(|document| document.get_element_by_id(id)) {
        if let Some(inside) = inside {
            write(site, &details, inside);
        }
        let _ = details.set_attribute("open", "");
    }
}

/// Follows a plain click on a link to another view of this page; every other click is the browser's.
fn follow(site: &Site, event: &MouseEvent) {
    let is_plain = event.button() == 0
        && !event.ctrl_key()
        && !event.meta_key()
        && !event.shift_key()
        && !event.alt_key()
        && !event.default_prevented();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
    let (true, Some(window), Some(link)) = (is_plain, window(), link) else { return };
    if link.has_attribute("data-reload") {
        event.prevent_default();
        let _ = window.location().reload();
        return;
    }
    // Links inside a chart are SVG elements: they lead to a fragment, which the browser follows.
    let Some(link) = link.dyn_ref::<HtmlAnchorElement>() else { return };
    let is_own = link.origin() == window.location().origin().unwrap_or_default()
        && !link.has_attribute("download")
        && link.target().is_empty();
    let is_fragment = link.get_attribute("href").is_some_and(|href| href.starts_with('#'));
    if !is_own || is_fragment {
        return;
    }
    let parsed = parse(&site.base, &link.pathname(), &link.search(), &link.hash(), &site.dataset);
    // Another page is there to be read before it could be made here.
    if !site.location.with_untracked(|here| here.address.is_of_page(&parsed.address)) {
        return;
    }
    event.prevent_default();
    let focused = focused();
    push(&link.href());
    let fragment = parsed.address.fragment.clone();
    site.location.set(parsed);
    if fragment.is_some() {
        reveal(fragment);
    } else {
        // The link may have been replaced with the content it stands in.
        request_animation_frame(move || focus_again(focused));
    }
}
