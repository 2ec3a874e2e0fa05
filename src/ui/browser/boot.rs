//! From a prerendered page to the living one.

use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::load::fetch_data;
use super::navigate::{listen, present};
use super::page::{announce, document, focus_link, focused_link, open, opened, reveal, today};
use crate::data::{Dataset, Date};
use crate::i18n::Lang;
use crate::ui::app::app;
use crate::ui::head::head;
use crate::ui::program::Program;
use crate::ui::site::Site;

/// Loads the data and puts the program's page in the place of the prerendered one. Until then, and
/// when the data do not come, that page stays as it is, with one line that says so.
pub fn boot(program: &'static Program) {
    // The small build that readers get ends at a panic without a message (docs/decisions/0014).
    #[cfg(not(panic = "immediate-abort"))]
    console_error_panic_hook::set_once();
    let Some(root) = document().and_then(|document| document.get_element_by_id("app")) else {
        return;
    };
    let Ok(root) = root.dyn_into::<HtmlElement>() else { return };
    let base = root.get_attribute("data-base").unwrap_or_else(|| "/".to_owned());
    let lang = match document().and_then(|d| d.document_element()?.get_attribute("lang")) {
        Some(code) if code == Lang::En.code() => Lang::En,
        _ => Lang::Vi,
    };
    // The page on method stays as it was written, and is no part of a program (decision 0013).
    let here = present(&base, &Dataset::default()).map(|parsed| parsed.address.page);
    if here.is_some_and(|page| page.is_still()) {
        return;
    }
    let messages = lang.messages();
    say(messages.loading, None);
    let all = root.has_attribute("data-all");
    let from = root.get_attribute("data-from").unwrap_or_else(|| "data/".to_owned());
    spawn_local(async move {
        let loaded = match fetch_data(&format!("{base}{from}"), all).await {
            Ok(loaded) => loaded,
            Err(error) => {
                leptos::logging::warn!("{}", error.reason);
                say(messages.nothing_works, Some(messages.retry));
                return;
            }
        };
        // Where, not what: the sentences of findings would be a part of every reader's download, and
        // `tinhso check` says them in full.
        for finding in &loaded.findings {
            leptos::logging::warn!("{}: {}", finding.file, finding.path);
        }
        let dataset = Arc::new(loaded.dataset);
        let Some(parsed) = present(&base, &dataset) else { return };
        start(program, root, &base, dataset, loaded.lost.into(), parsed);
    });
}

fn start(
    program: &'static Program,
    root: HtmlElement,
    base: &str,
    dataset: Arc<Dataset>,
    lost: Arc<[crate::data::Lost]>,
    parsed: crate::address::Parsed,
) {
    let fragment = parsed.address.fragment.clone();
    let (focused, opened) = (focused_link(), opened());
    root.set_inner_html("");
    let base: Arc<str> = Arc::from(base);
    // A phone whose clock stands still is at least as late as the page it reads.
    let written = root.get_attribute("data-day").and_then(|day| day.parse::<Date>().ok());
    let today = written.map_or(today(), |written| today().max(written.end()));
    let handle = mount_to(root, move || {
        let location = RwSignal::new(parsed);
        let site = Site { dataset, lost, base, location, today, is_interactive: true };
        listen(&site, program.inside);
        let titled = Arc::clone(&site.dataset);
        Effect::new(move |_| {
            location.with(|location| {
                announce(&head(&titled, &location.address).title, location.address.lang);
            });
        });
        app(site, program.view)
    });
    handle.forget();
    say("", None);
    open(&opened);
    focus_link(focused);
    reveal(fragment);
}

/// Shows a line in the page's status region; with `retry`, a link that loads the page again.
fn say(text: &str, retry: Option<&str>) {
    let Some(document) = document() else { return };
    let Some(status) = document.get_element_by_id("status") else { return };
    status.set_text_content(Some(text));
    let Some(retry) = retry else { return };
    if let Ok(link) = document.create_element("a") {
        let _ = link.set_attribute("href", "");
        link.set_text_content(Some(retry));
        let _ = status.append_with_str_1(" ");
        let _ = status.append_child(&link);
    }
}
