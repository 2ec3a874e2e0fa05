//! Controls of a page: what is chosen in one goes into the location, and each shows what the location
//! says.
//!
//! They are elements of the page, whose names are keys of the query: they work the same whether they
//! were written with the page or by the program, and a choice made before the program had come counts.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::page::{document, each};
use crate::address::{Address, Page, Selection, keys};
use crate::ui::site::Site;

/// The controls that have a key.
const NAMED: &str = "[data-controls] [name]";

/// Follows choices for as long as the page lives.
pub(super) fn listen(site: &Site) {
    let changed = site.clone();
    let on_change = Closure::<dyn FnMut(Event)>::new(move |event: Event| choose(&changed, &event));
    let on_submit = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        if element_of(&event).is_some_and(|form| form.has_attribute("data-controls")) {
            event.prevent_default();
        }
    });
    if let Some(document) = document() {
        for (name, listener) in [("change", &on_change), ("submit", &on_submit)] {
            let listener = listener.as_ref().unchecked_ref();
            let _ = document.add_event_listener_with_callback(name, listener);
        }
    }
    on_change.forget();
    on_submit.forget();
    // A topic chosen before the program had come.
    each("[data-topics]", |control| {
        if let Some(list) = control.dyn_ref::<HtmlSelectElement>().filter(|_| has_changed(control))
        {
            go_to_topic(site, list);
        }
    });
    let site = site.clone();
    Effect::new(move |_| {
        let selection = site.location.with(|location| location.address.selection.clone());
        let today = site.today.to_string();
        request_animation_frame(move || show(&selection, &today));
    });
}

fn element_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()
}

/// Takes what was chosen in a control into the location.
fn choose(site: &Site, event: &Event) {
    let Some(control) = element_of(event) else { return };
    if control.closest("[data-controls]").ok().flatten().is_none() {
        return;
    }
    if control.has_attribute("data-topics") {
        if let Some(list) = control.dyn_ref::<HtmlSelectElement>() {
            go_to_topic(site, list);
        }
    } else if let Some(key) = control.get_attribute("name") {
        site.choose(&key, &word_of(&key, &control));
    }
}

/// Another topic keeps the provinces; a year or view chosen for this one need not fit it.
fn go_to_topic(site: &Site, list: &HtmlSelectElement) {
    let Address { lang, page, selection, .. } =
        site.location.with_untracked(|location| location.address.clone());
    let concept = list.value();
    if let Page::Compare(here) = page {
        // Who comes back to this page finds its own topic.
        list.set_value(&here);
    }
    let selection = Selection { provinces: selection.provinces, ..Selection::default() };
    // The other topic's page is loaded: the focus goes on where the choice was made.
    let fragment = Some(list.id());
    site.go(Address { lang, page: Page::Compare(concept), selection, fragment });
}

/// The word that a control stands at.
fn word_of(key: &str, control: &Element) -> String {
    if key == keys::PROVINCES {
        return checked();
    }
    let of_list = control.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
    let of_field = || control.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    of_list.or_else(of_field).unwrap_or_default()
}

/// The ids of the provinces that are ticked.
fn checked() -> String {
    let mut ids: Vec<String> = Vec::new();
    each("[data-controls] input[type=checkbox]", |control| {
        if let Some(control) = control.dyn_ref::<HtmlInputElement>().filter(|c| c.checked()) {
            ids.push(control.value());
        }
    });
    ids.join(",")
}

/// Has the controls show a selection.
fn show(selection: &Selection, today: &str) {
    each(NAMED, |control| {
        let key = control.get_attribute("name").unwrap_or_default();
        if let Some(list) = control.dyn_ref::<HtmlSelectElement>() {
            let word = selection.word(&key);
            // Of several states the first is shown.
            show_in_list(list, word.split(',').next().unwrap_or_default());
        } else if let Some(field) = control.dyn_ref::<HtmlInputElement>() {
            if key == keys::PROVINCES {
                field.set_checked(selection.shows(&field.value()));
            } else {
                let word = selection.word(&key);
                let _ = field.set_attribute("max", today);
                field.set_value(if word.is_empty() { today } else { &word });
            }
        }
    });
    let shown = selection.show.word();
    each("[data-unless]", |part| {
        if let Some(part) = part.dyn_ref::<HtmlElement>() {
            part.set_hidden(
                shown.is_some() && part.get_attribute("data-unless").as_deref() == shown,
            );
        }
    });
}

/// A word that the list does not have (a year without figures) is added to it, because it is what is
/// shown.
fn show_in_list(list: &HtmlSelectElement, word: &str) {
    list.set_value(word);
    if list.value() == word {
        return;
    }
    if let Some(choice) = document().and_then(|document| document.create_element("option").ok()) {
        choice.set_text_content(Some(word));
        let _ = list.append_child(&choice);
        list.set_value(word);
    }
}

/// What was chosen before the program had come: the key and the word of each control that no longer
/// stands as it was written.
pub(super) fn early_choices() -> Vec<(String, String)> {
    let mut choices: Vec<(String, String)> = Vec::new();
    each(NAMED, |control| {
        let key = control.get_attribute("name").unwrap_or_default();
        if has_changed(control) && choices.iter().all(|(known, _)| *known != key) {
            let word = word_of(&key, control);
            choices.push((key, word));
        }
    });
    choices
}

/// Whether a control stands elsewhere than it was written.
fn has_changed(control: &Element) -> bool {
    if let Some(list) = control.dyn_ref::<HtmlSelectElement>() {
        let written = list.query_selector("option[selected]").ok().flatten();
        let written = written.and_then(|option| option.get_attribute("value"));
        return list.value() != written.unwrap_or_default();
    }
    let Some(field) = control.dyn_ref::<HtmlInputElement>() else { return false };
    if field.type_() == "checkbox" {
        return field.checked() != field.has_attribute("checked");
    }
    field.value() != field.get_attribute("value").unwrap_or_default()
}
