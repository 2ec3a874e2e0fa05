//! Writes anew the part of a page that says what became of promises, where that reads otherwise by now.

use leptos::prelude::*;
use maud::Markup;

use super::boot::Start;
use super::page::{focus_again, focused};
use super::wake::{part, write};
use crate::address::Page;
use crate::ui::site::Site;

/// The name of that part.
const PART: &str = "promises";

/// Whether this page has such a part, and no other for this program.
pub(crate) fn is_renewed() -> bool {
    part(PART).is_some()
}

/// Writes it once. All else of the page is as it was written, or another program's.
pub(crate) fn renew(start: Start, content: fn(&Site, &Page) -> Markup) {
    let page = start.parsed.address.page.clone();
    let content = Owner::new_root(None).with(|| untrack(|| content(&start.site(), &page)));
    // A row or a drawing that differs is put in anew.
    let focused = focused();
    write(PART, &content.into_string());
    focus_again(focused);
}
