//! Which clicks on links the application follows itself. The router listens on the window and would follow
//! every link of this origin; this listens before it, on the document.

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

use super::document::{document, window};
use super::focus;
use crate::address::{Page, page_at};
use crate::i18n::Lang;

type IsShown = dyn Fn(Lang, &Page) -> bool;

/// How clicks are followed.
pub(super) struct Links {
    /// The path the site lies under.
    pub(super) base: &'static str,
    /// Whether this is the page that is shown.
    pub(super) is_shown: Box<IsShown>,
    /// Shows another view of it; says whether it can.
    pub(super) view: Box<dyn Fn(&str) -> bool>,
}

/// What a link leads to.
enum Link {
    /// Another view of this page.
    View,
    /// Another page of the site.
    Page,
    /// A place on this page, a file, another site: the browser's to follow.
    Plain,
}

impl Links {
    /// Follows clicks for as long as the program runs.
    pub(super) fn listen(self) {
        let on_click = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
            let is_plain = event.button() == 0
                && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
            if is_plain && !event.default_prevented() {
                self.follow(&event);
            }
        });
        if let Some(document) = document() {
            let listener = on_click.as_ref().unchecked_ref();
            let _ = document.add_event_listener_with_callback("click", listener);
        }
        on_click.forget();
    }

    fn follow(&self, event: &MouseEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
        let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else {
            return;
        };
        match self.kind_of(&link) {
            Link::View => {
                let focused = focus::focused();
                if !(self.view)(&link.href()) {
                    event.stop_propagation();
                    return;
                }
                event.prevent_default();
                if link.hash().is_empty() {
                    // The link may be replaced with what it stands in.
                    request_animation_frame(move || focus::focus_again(focused));
                }
            }
            Link::Page => {}
            // Not the router's either.
            Link::Plain => event.stop_propagation(),
        }
    }

    fn kind_of(&self, link: &HtmlAnchorElement) -> Link {
        let origin = window().and_then(|window| window.location().origin().ok());
        let is_own = Some(link.origin()) == origin
            && !link.has_attribute("download")
            && link.target().is_empty()
            && !link.rel().split(' ').any(|word| word == "external");
        let written = link.get_attribute("href").unwrap_or_default();
        if !is_own || written.is_empty() || written.starts_with('#') {
            return Link::Plain;
        }
        match page_at(self.base, &link.pathname()) {
            (_, Page::NotFound) => Link::Plain,
            (lang, page) if (self.is_shown)(lang, &page) => Link::View,
            _ => Link::Page,
        }
    }
}
