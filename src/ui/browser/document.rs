//! Reads and changes what surrounds the application: the window, the address bar, the attributes of
//! the document, the status line, timers. It knows nothing of pages.

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

fn document_element() -> Option<Element> {
    document()?.document_element()
}

/// Whether the window is too narrow for the wide drawings of figures. The limit is that of
/// `style/components/figure.css`.
pub(crate) fn is_narrow() -> bool {
    let width = window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_some_and(|width| width < 640.0)
}

/// Whether the window is as wide as the style sheets call wide, which goes by the size of letters. The limit is
/// that of `style/components/fold.css`.
pub(crate) fn is_wide() -> bool {
    let query = window().and_then(|window| window.match_media("(min-width: 40.0625rem)").ok()?);
    query.is_some_and(|query| query.matches())
}

/// The element that contains the page.
pub(super) fn root() -> Option<HtmlElement> {
    document()?.get_element_by_id("app")?.dyn_into().ok()
}

/// Whether the address bar shows a URL, apart from its fragment.
pub(super) fn is_at_url(url: &Url) -> bool {
    let Some(location) = window().map(|window| window.location()) else { return false };
    location.pathname().is_ok_and(|path| path == url.path())
        && location.search().is_ok_and(|query| query.trim_start_matches('?') == url.search())
}

/// Whether a page is in the document, either written or built.
pub(super) fn has_page() -> bool {
    root().is_some_and(|root| root.child_element_count() > 0)
}

/// Whether the browser loaded the 404 page or the page that says there is no network, which the
/// host sends for any address that it cannot answer.
pub(super) fn is_not_found_page() -> bool {
    root().is_some_and(|root| root.has_attribute("data-lost"))
}

/// Whether a service worker keeps the site for reading without a network.
pub(super) fn is_kept_offline() -> bool {
    document().and_then(|document| document.query_selector("meta[name=offline]").ok()?).is_some()
}

/// The base path, taken from the address of the program. Trunk's own page does not say it
/// otherwise.
pub(super) fn base_from_program_url() -> Option<String> {
    let program =
        document()?.query_selector("meta[name=program]").ok()??.get_attribute("content")?;
    let (base, _) = program.split(' ').next()?.rsplit_once('/')?;
    Some(format!("{base}/"))
}

/// The state of the program, which `src/start.js` and the style sheets read from an attribute.
#[derive(Clone, Copy)]
pub(super) enum ProgramState {
    Alive,
    NoData,
    /// Only `src/start.js` sets this: a program that broke cannot.
    Failed,
}

impl ProgramState {
    fn word(self) -> &'static str {
        match self {
            Self::Alive => "alive",
            Self::NoData => "no-data",
            Self::Failed => "failed",
        }
    }
}

const PROGRAM_STATE: &str = "data-program";

pub(super) fn set_program_state(state: ProgramState) {
    if let Some(html) = document_element() {
        let _ = html.set_attribute(PROGRAM_STATE, state.word());
    }
}

pub(super) fn is_program_state(state: ProgramState) -> bool {
    document_element()
        .and_then(|html| html.get_attribute(PROGRAM_STATE))
        .is_some_and(|word| word == state.word())
}

/// Whether a later release has been published. `worker/register.js` sets the attribute.
pub(super) fn is_release_superseded() -> bool {
    document_element().is_some_and(|html| html.has_attribute("data-superseded"))
}

/// Shows a text in the status line at the edge of the window, until it is replaced; "" hides the
/// line.
pub(super) fn show_status(text: &str) {
    if let Some(status) = document().and_then(|document| document.get_element_by_id("status")) {
        status.set_text_content(Some(text));
    }
}

/// Calls `then` for every event of this name on the window, for as long as the program runs.
pub(super) fn listen(name: &str, then: impl Fn(&Event) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| then(&event));
    if let Some(window) = window() {
        let function = listener.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback(name, function);
    }
    listener.forget();
}

/// Tells `worker/register.js` that another page is shown.
pub(super) fn announce_page_shown() {
    if let (Some(document), Ok(event)) = (document(), Event::new("tinhso-shown")) {
        let _ = document.dispatch_event(&event);
    }
}

/// The reader's local day. If the clock gives no valid date, it is the epoch, on which no promise
/// had been made.
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

/// Calls `then` a second after every midnight, in the reader's time zone.
pub(super) fn at_each_midnight(then: fn()) {
    let (now, midnight) = (js_sys::Date::new_0(), js_sys::Date::new_0());
    midnight.set_date(now.get_date() + 1);
    midnight.set_hours(0);
    midnight.set_minutes(0);
    midnight.set_seconds(1);
    let wait = (midnight.get_time() - now.get_time()) / 1000.0;
    if let Ok(wait) = Duration::try_from_secs_f64(wait) {
        let next = move || {
            then();
            at_each_midnight(then);
        };
        leptos::prelude::set_timeout(next, wait);
    }
}

/// Has the browser load a URL. If the address bar shows it already, the document is reloaded,
/// because navigating would only scroll.
pub(super) fn load_page(url: &Url) {
    let Some(location) = window().map(|window| window.location()) else { return };
    let _ = if is_at_url(url) {
        location.reload()
    } else {
        location.set_href(&path_query_and_hash(url))
    };
}

/// A URL of the site without its origin.
pub(super) fn path_query_and_hash(url: &Url) -> String {
    let question = if url.search().is_empty() { "" } else { "?" };
    format!("{}{question}{}{}", url.path(), url.search(), url.hash())
}

/// The fragment of a URL, decoded; `None` if it has none.
pub(super) fn fragment(url: &Url) -> Option<String> {
    let id = url.hash().trim_start_matches('#');
    let id = js_sys::decode_uri_component(id).map_or_else(|_| id.to_owned(), String::from);
    Some(id).filter(|id| !id.is_empty())
}

/// Whether the reader has turned on data saving, in browsers that tell.
pub(super) fn saves_data() -> bool {
    let of = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &JsValue::from_str(name));
    let connection = window().and_then(|window| of(&window.navigator(), "connection").ok());
    connection.is_some_and(|it| of(&it, "saveData").is_ok_and(|saves| saves.is_truthy()))
}

/// All descendants of an element that match a CSS selector, in document order.
pub(super) fn query_all(within: &Element, selector: &str) -> Vec<Element> {
    let found = within.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(|idx| found.as_ref()?.item(idx)?.dyn_into().ok()).collect()
}

/// Calls `then` when the browser is idle, with the deadline of that idle period. Browsers without
/// idle callbacks call it 50 milliseconds later, without a deadline.
pub(super) fn when_idle(then: impl FnOnce(Option<IdleDeadline>) + 'static) {
    let callback = Closure::once_into_js(then);
    let Some(window) = window() else { return };
    let can_say = js_sys::Reflect::has(&window, &JsValue::from_str("requestIdleCallback"));
    let callback = callback.unchecked_ref();
    let _ = if can_say.unwrap_or(false) {
        // If the browser is never idle, it calls after a second all the same.
        let options = IdleRequestOptions::new();
        options.set_timeout(1_000);
        window.request_idle_callback_with_options(callback, &options).map(drop)
    } else {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(callback, 50).map(drop)
    };
}

/// Opens every `<details>` around an element, and the element itself if it is one.
pub(super) fn open_around(element: &Element) {
    let mut around = element.closest("details").ok().flatten();
    while let Some(details) = around {
        let _ = details.set_attribute("open", "");
        around =
            details.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
    }
}
