//! Which program shows which page. Browsers get one of two, by the data a page needs
//! ([`Page::needs_all`]): so neither carries the other's pages (docs/decisions/0016).

use leptos::prelude::AnyView;
#[cfg(feature = "csr")]
use maud::Markup;

use super::pages;
use super::site::Site;
use crate::address::Page;

/// The content of a page.
pub(crate) type View = fn(&Site, &Page) -> AnyView;

/// What differs from program to program.
#[cfg(feature = "csr")]
pub struct Program {
    /// The pages it has; any other is the browser's to load, and never asked of it.
    pub(crate) view: View,
    /// What is written into a `<details>` of a page when it is opened, by its id.
    pub(crate) inside: Option<fn(&Site, &str) -> Markup>,
}

/// The pages about the provinces the site follows.
#[cfg(feature = "csr")]
pub static OF_FOLLOWED: Program = Program { view: page_of_followed, inside: Some(pages::story_of) };

/// The pages about all provinces.
#[cfg(feature = "csr")]
pub static OF_ALL: Program = Program { view: page_of_all, inside: None };

fn page_of_followed(site: &Site, page: &Page) -> AnyView {
    match page {
        Page::Home => pages::home(site),
        Page::Topics => pages::topics(site),
        Page::Compare(concept) => pages::compare(site, concept),
        Page::Promises => pages::promises(site),
        Page::Provinces => pages::provinces(site),
        Page::Province(id) => pages::followed_province(site, id),
        Page::Concept(concept) => pages::concept(site, concept),
        _ => pages::not_found(site),
    }
}

fn page_of_all(site: &Site, page: &Page) -> AnyView {
    match page {
        Page::Ranking => pages::ranking(site),
        Page::Province(id) => pages::other_province(site, id),
        Page::Sources => pages::sources(site),
        _ => pages::not_found(site),
    }
}

/// Every page, as it is written to a file.
#[cfg(feature = "ssr")]
pub(crate) fn any_page(site: &Site, page: &Page) -> AnyView {
    match page {
        Page::Method => pages::method(site, false),
        page if page.needs_all(&site.dataset) => page_of_all(site, page),
        page => page_of_followed(site, page),
    }
}

/// The same where the browser keeps the site for reading without a network: the page that says so is in
/// no program, so that only the written file differs.
#[cfg(feature = "ssr")]
pub(crate) fn any_page_kept(site: &Site, page: &Page) -> AnyView {
    match page {
        Page::Method => pages::method(site, true),
        page => any_page(site, page),
    }
}
