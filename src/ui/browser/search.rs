//! Has the search of a page narrow what is written there (`components::search`): every entry says
//! itself what it is found by, so that this program needs no data. The words searched for stand in the
//! URL.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, EventTarget, HtmlElement, HtmlInputElement};

use super::boot::come_to;
use super::navigate::{amend, present};
use super::page::{document, each, window};
use super::wake::part;
use crate::address::{Address, Parsed, href, keys};
use crate::data::Dataset;
use crate::i18n::fold::{fold, matches};
use crate::i18n::phrase;
use crate::i18n::search::name_found;
use crate::ui::shell::ignored;

/// Brings the search of the page to life.
pub fn search() {
    // The small build that readers get ends at a panic without a message (docs/decisions/0014).
    #[cfg(not(panic = "immediate-abort"))]
    console_error_panic_hook::set_once();
    let Some(search) = Search::of_page() else { return };
    let typed = search.field.value();
    if typed.is_empty() {
        search.follow();
    } else {
        // Before the program had come; or the browser has kept it.
        search.ask(&typed);
    }
    search.listen();
    come_to("data-program", "alive");
}

/// The search of a page.
struct Search {
    base: String,
    field: HtmlInputElement,
}

impl Search {
    fn of_page() -> Option<Rc<Self>> {
        let document = document()?;
        let base = document.get_element_by_id("app")?.get_attribute("data-base")?;
        let field = document.get_element_by_id("search")?.dyn_into().ok()?;
        Some(Rc::new(Self { base, field }))
    }

    /// Where the address bar says the reader is.
    fn here(&self) -> Option<Parsed> {
        let Parsed { address, ignored } = present(&self.base, &Dataset::default())?;
        // Which provinces there are is not known here, and nothing is chosen by them.
        let ignored = ignored.into_iter().filter(|value| value.key != keys::PROVINCES).collect();
        Some(Parsed { address, ignored })
    }

    /// Shows what the address asks for.
    fn follow(&self) {
        if let Some(parsed) = self.here() {
            self.field.set_value(&parsed.address.selection.search);
            show(&parsed.address);
            self.tell(&parsed);
        }
    }

    /// Takes words into the address, in place of the present entry of the history.
    fn ask(&self, words: &str) {
        if let Some(mut parsed) = self.here() {
            words.clone_into(&mut parsed.address.selection.search);
            parsed.ignored.clear();
            amend(&href(&self.base, &parsed.address));
            show(&parsed.address);
            self.tell(&parsed);
        }
    }

    /// What of the address means nothing, and the same view in the other language.
    fn tell(&self, parsed: &Parsed) {
        let address = &parsed.address;
        if let Some(notices) = part("notices") {
            let content = ignored(address.lang, &parsed.ignored).into_string();
            if notices.inner_html() != content {
                notices.set_inner_html(&content);
            }
        }
        let other = href(&self.base, &address.in_other_language());
        each(".t-header__lang", |link| {
            let _ = link.set_attribute("href", &other);
        });
    }

    /// For as long as the page lives.
    fn listen(self: &Rc<Self>) {
        let own = Rc::clone(self);
        on(&self.field, "input", move |_| own.ask(&own.field.value()));
        if let Some(form) = self.field.form() {
            on(&form, "submit", |event| event.prevent_default());
        }
        if let Some(window) = window() {
            let own = Rc::clone(self);
            on(&window, "popstate", move |_| own.follow());
        }
    }
}

/// Calls `then` at every event of a name.
fn on(target: &EventTarget, name: &str, then: impl FnMut(Event) + 'static) {
    let listener = Closure::<dyn FnMut(Event)>::new(then);
    let _ = target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Shows the entries that an address asks for, and says how many.
fn show(address: &Address) {
    let words = &address.selection.search;
    let is_asked = !fold(words).is_empty();
    let mut n_found = 0;
    each("#found [data-words]", |entry| {
        let found_by = entry.get_attribute("data-words").unwrap_or_default();
        let is_found = matches(&found_by, words);
        n_found += usize::from(is_found);
        set_hidden(entry, !is_found);
    });
    each("#found [data-names]", |entry| {
        let names = entry.get_attribute("data-names").unwrap_or_default();
        let found = name_found(names.split('|'), words);
        n_found += usize::from(found.is_some());
        set_hidden(entry, found.is_none());
        // By its own name, which stands first, or by another.
        let other = found.filter(|name| names.split('|').next() != Some(name));
        let said = other.map_or_else(String::new, |name| format!(" ({name})"));
        if let Ok(Some(place)) = entry.query_selector("span") {
            place.set_text_content(Some(&said));
        }
    });
    each("#found section", |section| {
        let shown = section.query_selector("li:not([hidden])");
        set_hidden(section, !matches!(shown, Ok(Some(_))));
    });
    each("#found [data-unsearched]", |whole| set_hidden(whole, is_asked));
    each(".t-found", |place| {
        let said = match n_found {
            _ if !is_asked => String::new(),
            0 => place.get_attribute("data-none").unwrap_or_default(),
            n => phrase::found(address.lang, n),
        };
        if place.text_content().as_deref() != Some(&said) {
            place.set_text_content(Some(&said));
        }
    });
}

fn set_hidden(element: &Element, is_hidden: bool) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.set_hidden(is_hidden);
    }
}
