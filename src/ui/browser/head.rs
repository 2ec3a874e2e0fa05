//! Updates `<head>` when another page is shown. Nothing else changes it.

use leptos::prelude::*;

use super::document::{document, query_all, window};
use crate::ui::head::TAG_SELECTOR;
use crate::ui::routes::head;
use crate::ui::site::Site;

/// Makes `<head>` that of a page: adds what is missing, removes what belongs to another page, and
/// leaves the rest as it is.
pub(super) fn update_head(site: Site) -> Option<()> {
    let (document, window) = (document()?, window()?);
    let address = site.location.with_untracked(|location| location.address.clone());
    let new_head = head(site.dataset, &address);
    document.document_element()?.set_attribute("lang", address.lang.code()).ok()?;
    document.set_title(&new_head.title);
    let origin = window.location().origin().unwrap_or_default();
    let mut missing_tags = new_head.tags(&origin, site.base, &address);
    let head_element: web_sys::Element = document.head()?.into();
    for existing in query_all(&head_element, TAG_SELECTOR) {
        let has =
            |(name, value): &(&str, String)| existing.get_attribute(name).as_ref() == Some(value);
        match missing_tags.iter().position(|(_, attributes)| attributes.iter().all(has)) {
            Some(at) => drop(missing_tags.remove(at)),
            None => existing.remove(),
        }
    }
    for (name, attributes) in missing_tags {
        let tag = document.create_element(name).ok()?;
        for (name, value) in attributes {
            tag.set_attribute(name, &value).ok()?;
        }
        head_element.append_child(&tag).ok()?;
    }
    Some(())
}
