//! The page around the application: title, focus, clipboard, files.

use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, Document, Element, FocusOptions, HtmlElement, MessageChannel, Url,
    Window,
};

use crate::data::Day;

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// The day it is where the reader is; without a clock that can be right, the epoch, on which nothing
/// was promised yet.
pub(super) fn today() -> Day {
    let now = js_sys::Date::new_0();
    let civil = (now.get_full_year(), now.get_month() + 1, now.get_date());
    let (Ok(year), Ok(month), Ok(day)) =
        (i32::try_from(civil.0), u8::try_from(civil.1), u8::try_from(civil.2))
    else {
        return Day(0);
    };
    Day::new(year, month, day).unwrap_or(Day(0))
}

/// Brings a figure's card into view and gives it the focus, once it is in the page.
pub(super) fn reveal(fragment: Option<String>) {
    let Some(id) = fragment else { return };
    request_animation_frame(move || {
        if let Some(element) = opened_around(&id) {
            element.scroll_into_view();
            focus_on(element);
        }
    });
}

/// The same on a page that was there before its program. The browser has gone to the figure itself, and
/// the reader may have gone on since: only what was not shown until now is brought into view, and only
/// a focus that nobody has put anywhere is moved.
pub(super) fn reveal_at_start(fragment: Option<String>, was_shown: bool) {
    let Some(id) = fragment else { return };
    let is_free = !has_focus();
    request_animation_frame(move || {
        let Some(element) = opened_around(&id) else { return };
        if !was_shown {
            element.scroll_into_view();
        }
        if is_free {
            focus_on(element);
        }
    });
}

/// The element of an id. A story opens, and so does what closes a figure in.
fn opened_around(id: &str) -> Option<Element> {
    let element = document()?.get_element_by_id(id)?;
    if let Ok(Some(details)) = element.closest("details") {
        let _ = details.set_attribute("open", "");
    }
    Some(element)
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

/// The ids of the `<details>` a reader has opened.
pub(super) fn opened() -> Vec<String> {
    let opened = document().and_then(|d| d.query_selector_all("details[open][id]").ok());
    opened.map_or_else(Vec::new, |opened| {
        (0..opened.length())
            .filter_map(|idx| opened.item(idx)?.dyn_into::<Element>().ok())
            .map(|details| details.id())
            .collect()
    })
}

/// Calls `with` for each element that a selector finds, in the order of the page.
pub(super) fn each(selector: &str, mut with: impl FnMut(&Element)) {
    let found = document().and_then(|document| document.query_selector_all(selector).ok());
    let Some(found) = found else { return };
    for idx in 0..found.length() {
        if let Some(element) = found.item(idx).and_then(|node| node.dyn_into::<Element>().ok()) {
            with(&element);
        }
    }
}

/// Calls `then` when the browser has nothing else to do, or, where it cannot say, a while later.
pub(super) fn when_idle(then: Box<dyn FnOnce()>) {
    let callback = Closure::once_into_js(then);
    let Some(window) = window() else { return };
    let can_say = js_sys::Reflect::has(&window, &JsValue::from_str("requestIdleCallback"));
    let callback = callback.unchecked_ref();
    let _ = if can_say.unwrap_or(false) {
        // A browser that is never idle must not leave it undone.
        let options = web_sys::IdleRequestOptions::new();
        options.set_timeout(1_000);
        window.request_idle_callback_with_options(callback, &options).map(drop)
    } else {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(callback, 500).map(drop)
    };
}

/// Calls `then` once, when the reader begins to scroll; at once where the page is not at its top.
pub(super) fn when_scrolled(then: Box<dyn FnOnce()>) {
    let Some(window) = window() else { return };
    if window.scroll_y().is_ok_and(|top| top > 0.0) {
        return then();
    }
    let options = web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    options.set_passive(true);
    let listener = Closure::once_into_js(then);
    let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
        "scroll",
        listener.unchecked_ref(),
        &options,
    );
}

/// Lets the browser do what else it has to, such as answer a touch, before this goes on.
pub(super) async fn next_task() {
    // A timer would be put off in the background.
    let Ok(channel) = MessageChannel::new() else { return };
    let port = channel.port1();
    let message = Promise::new(&mut |resolve, _| port.set_onmessage(Some(&resolve)));
    if channel.port2().post_message(&JsValue::NULL).is_ok() {
        let _ = JsFuture::from(message).await;
    }
    port.close();
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

/// What a reader can have the focus on before the application has come.
const FOCUSABLE: &str = "a[href], summary, select, input, button";

/// Its name, where it leads or which control it is, and its text.
fn likeness(element: &Element) -> String {
    let told = ["id", "href", "name", "value"].map(|name| element.get_attribute(name));
    let told = told.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let text = element.text_content().unwrap_or_default();
    format!("{} {told} {text}", element.tag_name())
}

/// All within an element that is like another.
fn like(around: &Element, wanted: &str) -> Vec<Element> {
    let found = around.query_selector_all(FOCUSABLE).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count)
        .filter_map(|idx| found.as_ref()?.item(idx)?.dyn_into::<Element>().ok())
        .filter(|element| likeness(element) == wanted)
        .collect()
}

/// Which link, summary or control of the page has the focus.
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

/// Whether the reader has put the focus somewhere.
fn has_focus() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|active| active.tag_name() != "BODY")
}

/// Puts a sentence and the whole link on the clipboard.
pub(crate) fn copy(text: &str, path: &str, done: impl Fn(bool) + 'static) {
    let Some(window) = window() else { return done(false) };
    let origin = window.location().origin().unwrap_or_default();
    let text = format!("{text} {origin}{path}");
    let clipboard = js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("clipboard"));
    // Without a secure context there is no clipboard.
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        return done(false);
    }
    let writing = JsFuture::from(window.navigator().clipboard().write_text(&text));
    spawn_local(async move { done(writing.await.is_ok()) });
}

/// Offers a text as a file.
pub(crate) fn save(name: &str, media_type: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(url) = Url::create_object_url_with_blob(&blob) else { return };
    let link = document()
        .and_then(|document| document.create_element("a").ok())
        .and_then(|link| link.dyn_into::<HtmlElement>().ok());
    if let Some(link) = link {
        let _ = link.set_attribute("href", &url);
        let _ = link.set_attribute("download", name);
        link.click();
    }
    let _ = Url::revoke_object_url(&url);
}
