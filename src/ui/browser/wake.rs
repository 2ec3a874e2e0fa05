//! Lets a written page stay in its place and has the parts of it follow the location that do.
//!
//! At the start nothing is written, unless the address asks for something else than the page was
//! written for: the page does not move, the focus and all that a reader has opened stay.

use any_spawner::Executor;
use leptos::prelude::*;
use maud::Markup;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::boot::Start;
use super::morph::morph;
use super::navigate::listen;
use super::page::{document, each, reveal_at_start, when_idle, when_scrolled};
use super::{controls, share};
use crate::address::{Page, Selection, href};
use crate::chart::Width;
use crate::ui::figures::{Drawing, Purpose};
use crate::ui::program::{Parts, Sharing, Written};
use crate::ui::shell::notices;
use crate::ui::site::Site;

/// Brings a page to life whose parts `written` writes.
pub(crate) fn wake(start: Start, written: Written, sharing: Sharing) {
    // An error means that there is an executor already, which is as good.
    let _ = Executor::init_wasm_bindgen();
    let was_narrowed = start.was_narrowed;
    let address = start.parsed.address.clone();
    let owner = Owner::new_root(None);
    owner.with(|| {
        let site = start.site();
        let is_as_written = address.selection == Selection::default() && site.lost.is_empty();
        listen(&site, None);
        controls::listen(&site);
        share::listen(&site, sharing);
        follow_notices(&site);
        follow_language(&site);
        follow_parts(site, written, is_as_written);
        reveal_at_start(address.fragment, !was_narrowed);
    });
    // It lives as long as the page.
    std::mem::forget(owner);
}

/// The element of a part.
pub(super) fn part(name: &str) -> Option<Element> {
    document()?.query_selector(&format!("[data-part={name}]")).ok().flatten()
}

/// Writes a part anew, and leaves alone what stays.
pub(super) fn write(name: &str, content: &str) {
    if let Some(part) = part(name) {
        morph(&part, content);
    }
}

/// Writes those parts anew that a change of the location changes, and shows the cards of the figures
/// that are shown. With `is_as_written` the first time nothing is.
///
/// Charts are drawn in the width that is seen; in the other once the browser has nothing else to do,
/// for a window that is made wider, or for paper.
fn follow_parts(site: Site, written: Written, is_as_written: bool) {
    let all = all_cards();
    // The first is the last of the list. Before a reader begins to scroll none of it is needed, and a
    // cheap phone has enough to do.
    let below = all.iter().rev().cloned().chain(part("table")).collect();
    when_scrolled(Box::new(|| lay_out(below)));
    Effect::new(move |last: Option<Vec<String>>| {
        let page = site.location.with(|location| location.address.page.clone());
        if last.is_none() && is_as_written {
            return Vec::new();
        }
        let seen = seen_width();
        let purpose = seen.map_or(Purpose::Page, Purpose::Only);
        let Parts { written: parts, cards } = (written.parts)(&site, &page, purpose);
        let last = last.unwrap_or_default();
        let mut contents = Vec::new();
        for (idx, (name, content)) in parts.into_iter().enumerate() {
            let content = Markup::into_string(content);
            if last.get(idx) != Some(&content) {
                write(name, &content);
            }
            contents.push(content);
        }
        show_cards(&all, &cards);
        if let Some(seen) = seen {
            let site = site.clone();
            when_idle(Box::new(move || draw_the_other(&site, &page, written, seen)));
        }
        contents
    });
}

/// The width in which charts are seen now; `None` where there is none to see.
fn seen_width() -> Option<Width> {
    let mut seen = None;
    each("[data-part=figure] .t-chart", |chart| {
        if chart.client_width() > 0 {
            let is_wide = chart.class_list().contains("t-chart--wide");
            seen = Some(if is_wide { Width::Wide } else { Width::Narrow });
        }
    });
    seen
}

/// Draws the charts in the width that is not seen.
fn draw_the_other(site: &Site, page: &Page, written: Written, seen: Width) {
    let (other, class) = match seen {
        Width::Wide => (Width::Narrow, "t-chart--narrow"),
        Width::Narrow => (Width::Wide, "t-chart--wide"),
    };
    let drawings = untrack(|| (written.drawings)(site, page, Purpose::Only(other)));
    let mut drawings = drawings.into_iter();
    each(&format!("[data-part=figure] .{class}"), |place| {
        if let Some(Drawing { wide, narrow, .. }) = drawings.next() {
            place.set_inner_html(if wide.is_empty() { &narrow } else { &wide });
        }
    });
}

/// Every card of the page as it was written, in its order.
fn all_cards() -> Vec<Element> {
    let mut cards = Vec::new();
    each("[data-part=cards] article", |card| cards.push(card.clone()));
    cards
}

/// Takes cards out of the page and puts them back: what a reader has marked in one that stays, stays.
fn show_cards(cards: &[Element], shown: &[String]) {
    let Some(section) = part("cards") else { return };
    if let Some(section) = section.dyn_ref::<HtmlElement>() {
        section.set_hidden(shown.is_empty());
    }
    let Ok(Some(place)) = section.query_selector(".t-cards") else { return };
    let mut next: Option<&Element> = None;
    for card in cards.iter().rev() {
        if !shown.contains(&card.id()) {
            card.remove();
            continue;
        }
        if !card.is_connected() {
            let _ = place.insert_before(card, next.map(AsRef::as_ref));
        }
        next = Some(card);
    }
}

/// Has what stands below the answer laid out, one piece whenever the browser has nothing else to do: until
/// then the style sheet puts it off. Later its height is known, and nothing is left to jump.
fn lay_out(mut pieces: Vec<Element>) {
    when_idle(Box::new(move || {
        if let Some(piece) = pieces.pop() {
            let _ = piece.set_attribute("style", "content-visibility:visible");
            lay_out(pieces);
        }
    }));
}

fn follow_notices(site: &Site) {
    let site = site.clone();
    Effect::new(move |last: Option<String>| {
        let content = notices(&site).into_string();
        if content != last.unwrap_or_default() {
            write("notices", &content);
        }
        content
    });
}

/// The same view in the other language.
fn follow_language(site: &Site) {
    let site = site.clone();
    Effect::new(move |_| {
        let url =
            site.location.with(|location| href(&site.base, &location.address.in_other_language()));
        each(".t-header__lang", |link| {
            let _ = link.set_attribute("href", &url);
        });
    });
}
