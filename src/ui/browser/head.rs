//! The head of the document, which the application alone writes: one title, one language, one canonical
//! address and one set of alternates at any moment.

use leptos::prelude::*;
use web_sys::Element;

use super::document::{document, window};
use crate::address::{Address, Page, href};
use crate::i18n::Lang;
use crate::ui::routes::head;
use crate::ui::site::Site;

/// Has the head tell of the page that is shown.
pub(super) fn show(site: Site) -> Option<()> {
    let document = document()?;
    let address = site.location.with_untracked(|location| location.address.clone());
    let told = head(site.dataset, &address);
    document.document_element()?.set_attribute("lang", address.lang.code()).ok()?;
    document.set_title(&told.title);
    meta("name", "description", &told.description);
    let Address { lang, page, .. } = address;
    // What is nowhere has no address of its own.
    let of = |lang: Lang| (page != Page::NotFound).then(|| url(site, lang, &page));
    link("link[rel=canonical]", &[("rel", "canonical")], of(lang));
    for (name, lang) in [("vi", Lang::Vi), ("en", Lang::En), ("x-default", Lang::Vi)] {
        let found_by = format!("link[hreflang={name}]");
        link(&found_by, &[("rel", "alternate"), ("hreflang", name)], of(lang));
    }
    if page != Page::NotFound {
        meta("property", "og:title", &told.title);
        meta("property", "og:description", &told.description);
        meta("property", "og:url", &url(site, lang, &page));
        meta("property", "og:locale", if lang == Lang::Vi { "vi_VN" } else { "en_US" });
    }
    Some(())
}

/// The whole address of a page, without what it is narrowed to.
fn url(site: Site, lang: Lang, page: &Page) -> String {
    let origin = window().and_then(|window| window.location().origin().ok());
    let path = href(site.base, &Address::of(lang, page.clone()));
    format!("{}{path}", origin.unwrap_or_default())
}

fn meta(key: &str, name: &str, content: &str) {
    if let Some(element) = element(&format!("meta[{key}=\"{name}\"]"), "meta", &[(key, name)]) {
        let _ = element.set_attribute("content", content);
    }
}

/// Writes a link, or takes it away where there is no address.
fn link(found_by: &str, attributes: &[(&str, &str)], url: Option<String>) {
    if let Some(url) = url {
        if let Some(element) = element(found_by, "link", attributes) {
            let _ = element.set_attribute("href", &url);
        }
        return;
    }
    let old = document().and_then(|document| document.query_selector(found_by).ok());
    if let Some(old) = old.flatten() {
        old.remove();
    }
}

/// The element of the head that a selector finds; a new one where there is none.
fn element(found_by: &str, tag: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let document = document()?;
    if let Some(known) = document.query_selector(found_by).ok()? {
        return Some(known);
    }
    let element = document.create_element(tag).ok()?;
    for (name, value) in attributes {
        element.set_attribute(name, value).ok()?;
    }
    document.head()?.append_child(&element).ok()?;
    Some(element)
}
