//! The application: the shell, and in it the page of the location.

use leptos::prelude::*;

use super::pages;
use super::shell::shell;
use super::site::Site;
use crate::address::Page;

/// The whole page below `<body>`. It is built anew when the page or the language changes; a change of
/// selection only changes what depends on it.
pub fn app(site: Site) -> impl IntoView {
    let location = site.location;
    let place = Memo::new(move |_| {
        location.with(|location| (location.address.lang, location.address.page.clone()))
    });
    move || {
        let (_, page) = place.get();
        let content = untrack(|| page_view(&site, &page));
        untrack(|| shell(&site, &page, content))
    }
}

fn page_view(site: &Site, page: &Page) -> AnyView {
    match page {
        Page::Home => pages::home(site),
        Page::Topics => pages::topics(site),
        Page::Compare(concept) => pages::compare(site, concept),
        Page::Promises => pages::promises(site),
        Page::Provinces => pages::provinces(site),
        Page::Province(id) => pages::province(site, id),
        Page::Concept(concept) => pages::concept(site, concept),
        Page::Sources => pages::sources(site),
        #[cfg(feature = "ssr")]
        Page::Method => pages::method(site),
        #[cfg(feature = "ssr")]
        Page::Ranking => pages::ranking(site),
        // The browser loads these as they were written; see `browser/navigate.rs`.
        #[cfg(not(feature = "ssr"))]
        Page::Method | Page::Ranking => pages::not_found(site),
        Page::NotFound => pages::not_found(site),
    }
}
