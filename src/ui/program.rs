//! Which program shows which page, and how it takes a written page over. Browsers get the one that the
//! page needs (`Page::program`): so none carries the others' pages (docs/decisions/0016, 0018).

#[cfg(any(feature = "ssr", feature = "csr"))]
use leptos::prelude::*;
#[cfg(feature = "csr")]
use maud::Markup;

use super::pages;
use super::site::Site;
use crate::address::Page;
#[cfg(feature = "ssr")]
use crate::ui::components::still;
#[cfg(feature = "csr")]
use {
    super::browser,
    super::components::Share,
    super::figures::{Drawing, Purpose},
};

/// The content of a page.
pub(crate) type View = fn(&Site, &Page) -> AnyView;

/// What differs from program to program: how the written page is taken over, once the data are there.
#[cfg(feature = "csr")]
pub struct Program {
    pub(crate) start: fn(browser::Start),
}

/// The parts of a page that follow the selection, and the cards it shows.
#[cfg(feature = "csr")]
#[derive(Default)]
pub(crate) struct Parts {
    /// Each part's name and its content.
    pub(crate) written: Vec<(&'static str, Markup)>,
    /// The ids of the figures whose cards are shown.
    pub(crate) cards: Vec<String>,
}

/// How the parts of a page are written that stays in place.
#[cfg(feature = "csr")]
#[derive(Clone, Copy)]
pub(crate) struct Written {
    /// The parts, with charts drawn for this purpose.
    pub(crate) parts: fn(&Site, &Page, Purpose) -> Parts,
    /// The charts alone.
    pub(crate) drawings: fn(&Site, &Page, Purpose) -> Vec<Drawing>,
}

/// What a page offers to take away, if anything.
#[cfg(feature = "csr")]
pub(crate) type Sharing = fn(&Site, &Page) -> Option<Share>;

/// Comparisons: the page stays in place, and only what follows a choice is written anew.
#[cfg(feature = "csr")]
pub static OF_TOPICS: Program = Program {
    start: |start| {
        let written =
            Written { parts: pages::parts_of_compare, drawings: pages::drawings_of_compare };
        browser::wake(start, written, pages::share_of_compare);
    },
};

/// All promises; and on a page that says something of promises that part, where it was written on a day
/// on which it read otherwise.
#[cfg(feature = "csr")]
pub static OF_PROMISES: Program = Program {
    start: |start| {
        if browser::is_renewed() {
            browser::renew(start, |site, page| match page {
                Page::Province(id) => pages::promises_of_province(site, id),
                _ => pages::promises_on_home(site),
            });
            return;
        }
        browser::replace(
            start,
            |site, _| pages::promises(site),
            Some(pages::story_of),
            |_, _| None,
        );
    },
};

/// The official ranking.
#[cfg(feature = "csr")]
pub static OF_RANKING: Program = Program {
    start: |start| {
        browser::replace(start, |site, _| pages::ranking(site), None, pages::share_of_ranking);
    },
};

/// Every page, as it is written to a file. Most are written only so, and in no program.
#[cfg(feature = "ssr")]
pub(crate) fn any_page(site: &Site, page: &Page) -> AnyView {
    match page {
        Page::Home => still(pages::home(site)),
        Page::Topics => still(pages::topics(site)),
        Page::Provinces => still(pages::provinces(site)),
        Page::NotFound => still(pages::not_found(site)),
        Page::Method => still(pages::method(site, false)),
        Page::Compare(concept) => still(pages::compare(site, concept)),
        Page::Concept(concept) => still(pages::concept(site, concept)),
        Page::Province(id) => still(pages::province(site, id)),
        Page::Sources => still(pages::sources(site)),
        Page::Ranking => pages::ranking(site),
        Page::Promises => pages::promises(site),
    }
}

/// The same where the browser keeps the site for reading without a network: the page that says so is in
/// no program, so that only the written file differs.
#[cfg(feature = "ssr")]
pub(crate) fn any_page_kept(site: &Site, page: &Page) -> AnyView {
    match page {
        Page::Method => still(pages::method(site, true)),
        page => any_page(site, page),
    }
}
