//! From a written page to the living one.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::controls::early_choices;
use super::load::load;
use super::navigate::{present, push};
use super::page::{document, next_task, today};
use super::renew::is_renewed;
use crate::address::{Address, Parsed, Selection, choose, href};
use crate::data::{Dataset, Date, Day};
use crate::ui::program::Program;
use crate::ui::site::{Site, without_today};

/// What a program starts from.
pub(crate) struct Start {
    /// The element that holds the written page.
    pub(super) root: HtmlElement,
    /// Everything but the location, which a program makes a signal of.
    site: Box<dyn FnOnce(RwSignal<Parsed>) -> Site>,
    /// Where the reader is, with the choices made before the program had come.
    pub(super) parsed: Parsed,
    /// Whether nothing of the page was shown until now, because its address narrows it.
    pub(super) was_narrowed: bool,
}

impl Start {
    /// What every page is given; within an owner of signals.
    pub(super) fn site(self) -> Site {
        (self.site)(RwSignal::new(self.parsed))
    }
}

/// Loads the data and lets the program take the written page over. Until then, and when the data do
/// not come, that page stays as it is, with one line that says so.
pub fn boot(program: &'static Program) {
    // The small build that readers get ends at a panic without a message (docs/decisions/0014).
    #[cfg(not(panic = "immediate-abort"))]
    console_error_panic_hook::set_once();
    let Some(root) = document().and_then(|document| document.get_element_by_id("app")) else {
        return;
    };
    let Ok(root) = root.dyn_into::<HtmlElement>() else { return };
    // What else the page has for a reader does not wait for this.
    let told = if is_renewed() { "data-renewal" } else { "data-program" };
    let base = root.get_attribute("data-base").unwrap_or_else(|| "/".to_owned());
    let from = root.get_attribute("data-from").unwrap_or_else(|| "data/".to_owned());
    spawn_local(async move {
        // Each of these steps takes a cheap phone a good part of what a reader would notice.
        next_task().await;
        let loaded = match load(&format!("{base}{from}")).await {
            Ok(loaded) => loaded,
            Err(error) => {
                leptos::logging::warn!("{}", error.reason);
                // The page's own script says the rest.
                come_to(told, "no-data");
                return;
            }
        };
        // Where, not what: the sentences of findings would be a part of every reader's download, and
        // `tinhso check` says them in full.
        for finding in &loaded.findings {
            leptos::logging::warn!("{}: {}", finding.file, finding.path);
        }
        next_task().await;
        let dataset = Arc::new(loaded.dataset);
        let Some(parsed) = present(&base, &dataset) else { return };
        // What is written says more than what is left of the data.
        if !loaded.lost.is_empty() && is_renewed() {
            come_to(told, "no-data");
            return;
        }
        // A phone whose clock stands still is at least as late as the page it reads.
        let written = root.get_attribute("data-day").and_then(|day| day.parse::<Date>().ok());
        let written = written.map(Date::end);
        let today = written.map_or(today(), |written| written.max(today()));
        let parsed = with_early_choices(&base, &dataset, parsed, today);
        let site = Box::new(move |location| Site {
            dataset,
            lost: loaded.lost.into(),
            base: Arc::from(base.as_str()),
            location,
            today,
            is_interactive: true,
        });
        (program.start)(Start { root, site, parsed, was_narrowed: is_narrowed() });
        come_to(told, "alive");
    });
}

/// The address with what was chosen before the program had come, as a new entry of the history.
fn with_early_choices(base: &str, dataset: &Dataset, parsed: Parsed, today: Day) -> Parsed {
    let choices = early_choices();
    if choices.is_empty() {
        return parsed;
    }
    let Address { page, selection, .. } = &parsed.address;
    let chosen = choices.iter().fold(selection.clone(), |selection: Selection, (key, word)| {
        choose(&selection, key, without_today(key, word, today), page, dataset)
    });
    let address = Address { selection: chosen, fragment: None, ..parsed.address };
    push(&href(base, &address));
    Parsed { address, ignored: Vec::new() }
}

/// Whether the address narrows the page, of which nothing is shown then until it is narrowed.
fn is_narrowed() -> bool {
    document()
        .and_then(|document| document.document_element())
        .is_some_and(|root| root.has_attribute("data-narrowed"))
}

/// Says how far a program has come, to the page's own script and to styles.
pub(super) fn come_to(attribute: &str, state: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute(attribute, state);
    }
}
