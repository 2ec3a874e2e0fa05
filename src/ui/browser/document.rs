//! The document around the application.

use std::time::Duration;

use leptos_router::location::Url;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, IdleDeadline, IdleRequestOptions, Window};

use crate::data::Day;

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

fn html() -> Option<Element> {
    document()?.document_element()
}

/// Whether the window is too narrow for the wide drawings of figures (`style/components/figure.css`).
pub(crate) fn is_narrow() -> bool {
    let width = window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_some_and(|width| width < 640.0)
}

/// The element that holds the page.
pub(super) fn root() -> Option<HtmlElement> {
    document()?.get_element_by_id("app")?.dyn_into().ok()
}

/// Whether the address bar has a URL, but for the place on the page.
pub(super) fn is_at(url: &Url) -> bool {
    let Some(location) = window().map(|window| window.location()) else { return false };
    location.pathname().is_ok_and(|path| path == url.path())
        && location.search().is_ok_and(|query| query.trim_start_matches('?') == url.search())
}

/// Whether there is a page: one that was written, or one that was made here.
pub(super) fn is_anything_shown() -> bool {
    root().is_some_and(|root| root.child_element_count() > 0)
}

/// Whether the written page stands in the place of any that there is not.
pub(super) fn is_lost() -> bool {
    root().is_some_and(|root| root.has_attribute("data-lost"))
}

/// Whether the site is kept for reading without a network.
pub(super) fn is_kept() -> bool {
    document().and_then(|document| document.query_selector("meta[name=offline]").ok()?).is_some()
}

/// The path that the program was loaded from, where the page does not say what it lies under.
pub(super) fn base_of_program() -> Option<String> {
    let program =
        document()?.query_selector("meta[name=program]").ok()??.get_attribute("content")?;
    let (base, _) = program.split(' ').next()?.rsplit_once('/')?;
    Some(format!("{base}/"))
}

/// How far the program has come, for the script that started it and for styles.
#[derive(Clone, Copy)]
pub(super) enum Program {
    Alive,
    NoData,
    /// Said by the script alone: a program that broke says nothing.
    Failed,
}

impl Program {
    fn word(self) -> &'static str {
        match self {
            Self::Alive => "alive",
            Self::NoData => "no-data",
            Self::Failed => "failed",
        }
    }
}

const PROGRAM: &str = "data-program";

pub(super) fn come_to(state: Program) {
    if let Some(html) = html() {
        let _ = html.set_attribute(PROGRAM, state.word());
    }
}

pub(super) fn has_come_to(state: Program) -> bool {
    html().and_then(|html| html.get_attribute(PROGRAM)).is_some_and(|word| word == state.word())
}

/// Whether a later release is published, as the script knows that keeps the site (`worker/register.js`).
pub(super) fn is_superseded() -> bool {
    html().is_some_and(|html| html.has_attribute("data-superseded"))
}

/// Says in the line at the edge of the window what is going on; nothing takes it away.
pub(super) fn say(text: &str) {
    if let Some(status) = document().and_then(|document| document.get_element_by_id("status")) {
        status.set_text_content(Some(text));
    }
}

/// Calls `then` at every event of a name that comes to the window, for as long as the program runs.
pub(super) fn listen(name: &str, then: impl Fn(&Event) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| then(&event));
    if let Some(window) = window() {
        let function = listener.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback(name, function);
    }
    listener.forget();
}

/// Tells the script that keeps the site (`worker/register.js`) that another page is in place.
pub(super) fn tell_shown() {
    if let (Some(document), Ok(event)) = (document(), Event::new("tinhso-shown")) {
        let _ = document.dispatch_event(&event);
    }
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

/// Calls `then` a moment after each midnight, where the reader is.
pub(super) fn at_midnight(then: fn()) {
    let (now, midnight) = (js_sys::Date::new_0(), js_sys::Date::new_0());
    midnight.set_date(now.get_date() + 1);
    midnight.set_hours(0);
    midnight.set_minutes(0);
    midnight.set_seconds(1);
    let wait = (midnight.get_time() - now.get_time()) / 1000.0;
    if let Ok(wait) = Duration::try_from_secs_f64(wait) {
        let next = move || {
            then();
            at_midnight(then);
        };
        leptos::prelude::set_timeout(next, wait);
    }
}

/// Loads the page of an address. Where the address bar has it already, to go there would at most lead to a
/// place on the page that is shown.
pub(super) fn visit(url: &Url) {
    let Some(location) = window().map(|window| window.location()) else { return };
    let _ = if is_at(url) { location.reload() } else { location.set_href(&text_of(url)) };
}

/// A URL of the site as the address bar has it.
pub(super) fn text_of(url: &Url) -> String {
    let question = if url.search().is_empty() { "" } else { "?" };
    format!("{}{question}{}{}", url.path(), url.search(), url.hash())
}

/// The id that a URL points at.
pub(super) fn fragment(url: &Url) -> Option<String> {
    let id = url.hash().trim_start_matches('#');
    let id = js_sys::decode_uri_component(id).map_or_else(|_| id.to_owned(), String::from);
    Some(id).filter(|id| !id.is_empty())
}

/// Whether the reader asks for no more data than needed, in a browser that tells.
pub(super) fn saves_data() -> bool {
    let of = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &JsValue::from_str(name));
    let connection = window().and_then(|window| of(&window.navigator(), "connection").ok());
    connection.is_some_and(|it| of(&it, "saveData").is_ok_and(|saves| saves.is_truthy()))
}

/// The elements within another that a selector finds, in the order of the page.
pub(super) fn all(within: &Element, selector: &str) -> Vec<Element> {
    let found = within.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(|idx| found.as_ref()?.item(idx)?.dyn_into().ok()).collect()
}

/// Calls `then` when the browser has nothing else to do, with how long that is going to last; where it
/// cannot say, a while later.
pub(super) fn when_idle(then: impl FnOnce(Option<IdleDeadline>) + 'static) {
    let callback = Closure::once_into_js(then);
    let Some(window) = window() else { return };
    let can_say = js_sys::Reflect::has(&window, &JsValue::from_str("requestIdleCallback"));
    let callback = callback.unchecked_ref();
    let _ = if can_say.unwrap_or(false) {
        // A browser that is never idle must not leave it undone.
        let options = IdleRequestOptions::new();
        options.set_timeout(1_000);
        window.request_idle_callback_with_options(callback, &options).map(drop)
    } else {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(callback, 50).map(drop)
    };
}
