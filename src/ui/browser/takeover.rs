//! Takes over a written page: waits for the first change and then replaces the written page with
//! the one that the program has built. It works the same way for all pages.
//!
//! Nothing is rendered at the start. In idle moments the data are loaded, and the page is built
//! outside the document, section by section. At the first change (a choice, another view, a new
//! day) the built page replaces the written one in one step, and the reader's choice is repeated in
//! it. So a choice counts even if it was made before the program had come.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::{WithUntracked, set_timeout};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent,
    KeyboardEventInit,
};

use super::built_page::BuiltPage;
use super::document::query_all;
use super::fields::{is_look_key, looks_through_list};
use super::pointer::{is_pressed, when_released};
use super::section_heights::SectionHeights;
use crate::ui::site::Site;

/// Matches the controls with which readers make choices.
const CONTROLS: &str = "[name], select, [type=search]";

/// Matches the fields in which words are typed that the page answers at every letter.
const TYPED_INTO: &str = "#search, #add-province";

/// The attribute of a list in which `src/start.js` notes the last key that was pressed in it before the
/// program came, other than those that leave it.
const LAST_KEY_ATTRIBUTE: &str = "data-key";

/// The written page, and the built one that will replace it.
#[derive(Clone)]
pub(super) struct WrittenPage {
    pub(super) root: HtmlElement,
    pub(super) built: Rc<BuiltPage>,
}

impl WrittenPage {
    /// Waits for the first change. If a control was changed before the program came, or if the
    /// reader is about to type into a search field, it hands over at once. If the page is not
    /// what its address asks for, it hands over once the other page is built. `then` is called
    /// after a handover that was not caused by a later change.
    pub(super) fn wait_for_change(&self, is_as_written: bool, then: impl FnOnce() + 'static) {
        let changed = changed_controls(&self.root);
        let is_typed_into = query_all(&self.root, TYPED_INTO).iter().any(has_focus);
        if is_typed_into || !changed.is_empty() {
            let focused = query_all(&self.root, "select:focus");
            self.hand_over();
            for control in changed {
                let is_looked_through =
                    control.get_attribute(LAST_KEY_ATTRIBUTE).is_some_and(|key| is_look_key(&key));
                if !is_looked_through {
                    self.repeat_choice(&control);
                } else if focused.contains(&control) {
                    self.repeat_look(&control);
                }
                // A list that was left without Enter shows again what was written.
            }
            return then();
        }
        for button in query_all(&self.root, ".t-interactive button[disabled]") {
            let _ = button.remove_attribute("disabled");
        }
        let (root, written) = (self.root.clone(), self.clone());
        let is_wanted = move |_: &BuiltPage| root.is_connected();
        self.built.build_when_idle(is_wanted, move || {
            if !is_as_written && written.root.is_connected() {
                let heights = SectionHeights::measure_visible(&written.root);
                written.hand_over();
                if keeps_its_place(written.built.site()) {
                    heights.hold_in(&written.built.element);
                }
                then();
            }
        });
        self.listen_for_changes();
    }

    /// Replaces the written page with the built one. Open stories stay open. Does nothing the
    /// second time.
    pub(super) fn hand_over(&self) {
        if self.built.is_in_place() {
            return;
        }
        for details in query_all(&self.root, "details[open][id]") {
            self.built.open_details(Some(&details.id()));
        }
        self.built.put_in_place();
    }

    /// Hands over at the first choice, or when a list is looked through by keys, which is no choice
    /// yet. A date counts when its field loses the focus or Enter is pressed, as it does in the
    /// built page.
    fn listen_for_changes(&self) {
        let is_typed = Rc::new(Cell::new(false));
        let is_looking = Rc::new(Cell::new(false));
        for name in ["keydown", "keypress"] {
            let is_looking = Rc::clone(&is_looking);
            self.listen_capturing(name, move |event, control| {
                if is_list(control) && event.dyn_ref().is_some_and(looks_through_list) {
                    is_looking.set(true);
                    let is_looking = Rc::clone(&is_looking);
                    set_timeout(move || is_looking.set(false), Duration::ZERO);
                }
            });
        }
        self.listen_capturing("keydown", {
            let (written, is_typed) = (self.clone(), Rc::clone(&is_typed));
            move |event, control| {
                let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
                match key.as_deref() {
                    Some("Enter") if is_date(control) && has_changed(control) => {
                        event.prevent_default();
                        written.hand_over_and_repeat(control);
                    }
                    Some("Escape") if is_date(control) => {
                        is_typed.set(false);
                        reset_field(control);
                    }
                    Some("Enter" | "Tab") | None => {}
                    Some(_) => is_typed.set(is_date(control)),
                }
            }
        });
        self.listen_capturing("change", {
            let (written, is_typed) = (self.clone(), is_typed);
            move |_, control| {
                let is_choice = control.matches(CONTROLS).unwrap_or(false);
                if is_list(control) && is_looking.get() {
                    written.hand_over();
                    written.repeat_look(control);
                } else if is_choice && !(is_date(control) && is_typed.get()) {
                    written.hand_over_and_repeat(control);
                }
            }
        });
        self.listen_capturing("focusout", {
            let written = self.clone();
            move |_, control| {
                if is_date(control) && has_changed(control) {
                    let (written, control) = (written.clone(), control.clone());
                    when_released(move || written.hand_over_and_repeat(&control));
                }
            }
        });
        // Hand over before the first letter is typed: an input method may still compose it, and a list
        // may need more letters to find an option. A list that is being pressed is about to open.
        self.listen_capturing("focusin", {
            let written = self.clone();
            move |_, control| {
                let is_typed_into = control.matches(TYPED_INTO).unwrap_or(false);
                if is_typed_into || is_list(control) && !is_pressed() {
                    written.hand_over();
                }
            }
        });
        self.listen_capturing("click", {
            let written = self.clone();
            move |event, target| {
                // If a checkbox was pressed while a date field had the focus, leaving that field
                // has handed over already. The press may be on the label around the checkbox.
                let was_replaced = written.built.is_in_place();
                let label = target.closest("label.t-check").ok().flatten();
                let pressed = match label.filter(|_| was_replaced) {
                    Some(label) => label.query_selector("input"),
                    None => target.closest("button[id]"),
                };
                if let Ok(Some(pressed)) = pressed {
                    event.prevent_default();
                    written.hand_over();
                    if let Some(target) = written.counterpart(&pressed) {
                        target.unchecked_into::<HtmlElement>().click();
                    }
                }
            }
        });
    }

    /// Calls `then` for every event of this name in the written page, before any other listener.
    fn listen_capturing(&self, name: &str, then: impl Fn(&Event, &Element) + 'static) {
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(target) = target {
                then(&event, &target);
            }
        });
        let function = listener.as_ref().unchecked_ref();
        let _ = self.root.add_event_listener_with_callback_and_bool(name, function, true);
        // The listener is needed for as long as the written page is shown; after that nothing calls
        // it.
        listener.forget();
    }

    fn hand_over_and_repeat(&self, control: &Element) {
        self.hand_over();
        self.repeat_choice(control);
    }

    /// The control of the built page that corresponds to one of the written page.
    fn counterpart(&self, control: &Element) -> Option<Element> {
        let selector = match (control.id(), control.get_attribute("name")) {
            (id, _) if !id.is_empty() => format!("#{id}"),
            (_, Some(name)) => {
                let value = control.get_attribute("value").unwrap_or_default();
                format!("[name=\"{name}\"][value=\"{value}\"]")
            }
            _ => return None,
        };
        self.built.element.query_selector(&selector).ok().flatten()
    }

    /// Repeats in the built page that a key has gone to another option of a closed list.
    fn repeat_look(&self, list: &Element) {
        let Some(target) = self.counterpart(list) else { return };
        let init = KeyboardEventInit::new();
        init.set_bubbles(true);
        init.set_key("ArrowDown");
        if let Ok(event) = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init) {
            let _ = target.dispatch_event(&event);
        }
        self.repeat_choice(list);
    }

    /// Repeats the choice of a control of the written page in the built page.
    fn repeat_choice(&self, control: &Element) {
        let Some(target) = self.counterpart(control) else { return };
        let mut event = "change";
        if let (Some(from), Some(to)) =
            (control.dyn_ref::<HtmlSelectElement>(), target.dyn_ref::<HtmlSelectElement>())
        {
            to.set_value(&from.value());
        } else if let (Some(from), Some(to)) =
            (control.dyn_ref::<HtmlInputElement>(), target.dyn_ref::<HtmlInputElement>())
        {
            to.set_checked(from.checked());
            if from.type_() != "checkbox" {
                to.set_value(&from.value());
            }
            if from.type_() == "search" {
                event = "input";
            }
        }
        let options = web_sys::EventInit::new();
        options.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict(event, &options) {
            let _ = target.dispatch_event(&event);
        }
    }
}

/// Whether what the reader sees of the written page stays where it is when the built page replaces it. A
/// reader whose address has a fragment is brought to that place instead. And where provinces are chosen
/// that the written page does not have, it is another page for the reader: its figure takes the room that
/// it needs, and no gap below it.
fn keeps_its_place(site: Site) -> bool {
    let provinces = site.location.with_untracked(|location| {
        let address = &location.address;
        address.fragment.is_none().then(|| address.selection.provinces.clone().unwrap_or_default())
    });
    provinces.is_some_and(|ids| ids.iter().all(|id| site.dataset.is_followed(id)))
}

/// The controls that no longer show what was written.
fn changed_controls(root: &Element) -> Vec<Element> {
    query_all(root, CONTROLS).into_iter().filter(has_changed).collect()
}

/// Whether the reader has changed a control of the written page.
pub(super) fn has_changed_controls(root: &Element) -> bool {
    !changed_controls(root).is_empty()
}

fn has_focus(control: &Element) -> bool {
    control.matches(":focus").unwrap_or(false)
}

fn is_list(control: &Element) -> bool {
    control.has_type::<HtmlSelectElement>()
}

fn is_date(control: &Element) -> bool {
    control.get_attribute("type").as_deref() == Some("date")
}

/// Resets a field to what was written.
fn reset_field(control: &Element) {
    if let Some(field) = control.dyn_ref::<HtmlInputElement>() {
        field.set_value(&field.default_value());
    }
}

/// Whether a control no longer shows what was written.
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
