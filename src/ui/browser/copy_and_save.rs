//! Copies a text to the clipboard, and saves a text as a file.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use super::document::{document, window};

/// Copies a text and a link to the clipboard. `path` is the link without its origin. Calls `done`
/// when it has worked or, with what should have been copied, when it has not.
pub(crate) fn copy_to_clipboard(
    text: &str,
    path: &str,
    done: impl Fn(Result<(), String>) + 'static,
) {
    let Some(window) = window() else { return };
    let origin = window.location().origin().unwrap_or_default();
    let text = format!("{text} {origin}{path}");
    let clipboard = js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("clipboard"));
    // Browsers offer no clipboard to pages without HTTPS, and those inside other apps often none at
    // all.
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        return done(Err(text));
    }
    let writing = JsFuture::from(window.navigator().clipboard().write_text(&text));
    spawn_local(async move { done(writing.await.map(drop).map_err(|_| text)) });
}

/// Has the browser save a text as a file.
pub(crate) fn save_file(name: &str, media_type: &str, text: &str) {
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
