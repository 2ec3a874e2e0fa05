//! How the application takes over a written page, the same for all of them.
//!
//! Nothing is rendered at the start. When the browser is idle the data are loaded and the page's parts are
//! built outside the document, one by one; at the first change (a choice, another view, a new day) the
//! built page takes the place of the written one in one step, and what the reader did there is done again
//! in it: so a choice that was made before the program had come counts, too.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::WithUntracked;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent};

use super::document::all;
use super::fields::is_day;
use super::press::when_released;
use super::room::Room;
use super::stage::Stage;

/// What a reader chooses with.
const CONTROLS: &str = "[name], .t-select__topic";

/// A written page, and the one that will take its place.
#[derive(Clone)]
pub(super) struct Written {
    pub(super) root: HtmlElement,
    pub(super) stage: Rc<Stage>,
}

impl Written {
    /// Waits for the first change; where there was one already, does it again. A page that is not as its
    /// address asks for gives way by itself once the other one is built, and calls `then`.
    pub(super) fn wait(&self, is_as_written: bool, then: impl FnOnce() + 'static) {
        let changed = choices(&self.root);
        if !changed.is_empty() {
            self.give_way();
            for control in changed {
                self.repeat(&control);
            }
            return then();
        }
        for button in all(&self.root, ".t-interactive button[disabled]") {
            let _ = button.remove_attribute("disabled");
        }
        let (root, written) = (self.root.clone(), self.clone());
        let is_wanted = move |_: &Stage| root.is_connected();
        self.stage.build_when_idle(is_wanted, move || {
            if !is_as_written && written.root.is_connected() {
                let room = Room::of(&written.root);
                written.give_way();
                // Who is led to a place on the page is not at its top.
                let location = written.stage.site().location;
                if location.with_untracked(|location| location.address.fragment.is_none()) {
                    room.keep_in(&written.stage.element);
                }
                then();
            }
        });
        self.listen();
    }

    /// Puts the built page in the place of the written one, with what the reader has opened there.
    pub(super) fn give_way(&self) {
        if self.stage.is_in_place() {
            return;
        }
        for details in all(&self.root, "details[open][id]") {
            self.stage.open(Some(&details.id()));
        }
        self.stage.put();
    }

    /// Gives way at the first choice. A date counts when it is left or confirmed, as in the built page.
    fn listen(&self) {
        let is_typed = Rc::new(Cell::new(false));
        self.on("keydown", {
            let (written, is_typed) = (self.clone(), Rc::clone(&is_typed));
            move |event, control| {
                let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
                match key.as_deref() {
                    Some("Enter") if is_date(control) && has_changed(control) => {
                        event.prevent_default();
                        written.choose(control);
                    }
                    Some("Escape") if is_date(control) => {
                        is_typed.set(false);
                        put_back(control);
                    }
                    Some("Enter" | "Tab") | None => {}
                    Some(_) => is_typed.set(is_date(control)),
                }
            }
        });
        self.on("change", {
            let (written, is_typed) = (self.clone(), is_typed);
            move |_, control| {
                let is_choice = control.matches(CONTROLS).unwrap_or(false);
                if is_choice && !(is_date(control) && is_typed.get()) {
                    written.choose(control);
                }
            }
        });
        self.on("focusout", {
            let written = self.clone();
            move |_, control| {
                if is_date(control) && has_changed(control) {
                    let (written, control) = (written.clone(), control.clone());
                    when_released(move || written.choose(&control));
                }
            }
        });
        // Before the first letter, of which a keyboard may make another one.
        self.on("focusin", {
            let written = self.clone();
            move |_, control| {
                if control.id() == "search" {
                    written.give_way();
                }
            }
        });
        self.on("click", {
            let written = self.clone();
            move |event, target| {
                // A box that was pressed gave way as a date was left; of a label it is the one within.
                let gave_way = written.stage.is_in_place();
                let label = target.closest("label.t-check").ok().flatten();
                let pressed = match label.filter(|_| gave_way) {
                    Some(label) => label.query_selector("input"),
                    None => target.closest("button[id]"),
                };
                if let Ok(Some(pressed)) = pressed {
                    event.prevent_default();
                    written.give_way();
                    if let Some(own) = written.counterpart(&pressed) {
                        own.unchecked_into::<HtmlElement>().click();
                    }
                }
            }
        });
    }

    /// Calls `then` at every event of a name in the written page, before anything else does.
    fn on(&self, name: &str, then: impl Fn(&Event, &Element) + 'static) {
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(target) = target {
                then(&event, &target);
            }
        });
        let function = listener.as_ref().unchecked_ref();
        let _ = self.root.add_event_listener_with_callback_and_bool(name, function, true);
        // As long as the written page may be seen; then nothing reaches it any more.
        listener.forget();
    }

    fn choose(&self, control: &Element) {
        if control.dyn_ref().is_some_and(|field| is_date(control) && !is_day(field)) {
            return put_back(control);
        }
        self.give_way();
        self.repeat(control);
    }

    /// The same control of the built page.
    fn counterpart(&self, control: &Element) -> Option<Element> {
        let selector = match (control.id(), control.get_attribute("name")) {
            (id, _) if !id.is_empty() => format!("#{id}"),
            (_, Some(name)) => {
                let value = control.get_attribute("value").unwrap_or_default();
                format!("[name=\"{name}\"][value=\"{value}\"]")
            }
            _ => return None,
        };
        self.stage.element.query_selector(&selector).ok().flatten()
    }

    /// Makes a choice of the written page in the built one.
    fn repeat(&self, control: &Element) {
        let Some(own) = self.counterpart(control) else { return };
        let mut event = "change";
        if let (Some(from), Some(to)) =
            (control.dyn_ref::<HtmlSelectElement>(), own.dyn_ref::<HtmlSelectElement>())
        {
            to.set_value(&from.value());
        } else if let (Some(from), Some(to)) =
            (control.dyn_ref::<HtmlInputElement>(), own.dyn_ref::<HtmlInputElement>())
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
            let _ = own.dispatch_event(&event);
        }
    }
}

/// The controls of a written page that a reader has chosen something with.
fn choices(root: &Element) -> Vec<Element> {
    all(root, CONTROLS).into_iter().filter(has_changed).collect()
}

/// Whether there are any.
pub(super) fn has_choices(root: &Element) -> bool {
    !choices(root).is_empty()
}

fn is_date(control: &Element) -> bool {
    control.get_attribute("type").as_deref() == Some("date")
}

/// Has a field stand where it was written.
fn put_back(control: &Element) {
    if let Some(field) = control.dyn_ref::<HtmlInputElement>() {
        field.set_value(&field.default_value());
    }
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
