//! Puts the program's page in the place of the written one.

use std::cell::OnceCell;
use std::rc::Rc;

use leptos::mount::mount_to;
use maud::Markup;

use super::boot::Start;
use super::navigate::{listen, open};
use super::page::{focus_again, focused, opened, reveal_at_start};
use super::{controls, share};
use crate::ui::app::app;
use crate::ui::program::{Sharing, View};
use crate::ui::site::Site;

/// Empties the root and mounts the application there, in one step; the focus and what a reader has
/// opened stay.
pub(crate) fn replace(
    start: Start,
    view: View,
    inside: Option<fn(&Site, &str) -> Markup>,
    sharing: Sharing,
) {
    let root = start.root.clone();
    let fragment = start.parsed.address.fragment.clone();
    let was_shown = !start.was_narrowed;
    let (focused, opened) = (focused(), opened());
    root.set_inner_html("");
    let mounted = Rc::new(OnceCell::new());
    let site_mounted = Rc::clone(&mounted);
    let handle = mount_to(root, move || {
        let site = start.site();
        let _ = site_mounted.set(site.clone());
        listen(&site, inside);
        controls::listen(&site);
        share::listen(&site, sharing);
        app(&site, view)
    });
    handle.forget();
    // Written before the focus goes on: it may be inside.
    if let Some(site) = mounted.get() {
        for id in &opened {
            open(site, id, inside);
        }
    }
    focus_again(focused);
    reveal_at_start(fragment, was_shown);
}
