//! The head of the document, which the application alone changes: it is what the page shown says of itself.

use leptos::prelude::*;

use super::document::{all, document, window};
use crate::ui::head::TAGS;
use crate::ui::routes::head;
use crate::ui::site::Site;

/// Has the head tell of the page that is shown: what it told of another one goes, and what stands there
/// already stays as it is.
pub(super) fn show(site: Site) -> Option<()> {
    let (document, window) = (document()?, window()?);
    let address = site.location.with_untracked(|location| location.address.clone());
    let told = head(site.dataset, &address);
    document.document_element()?.set_attribute("lang", address.lang.code()).ok()?;
    document.set_title(&told.title);
    let origin = window.location().origin().unwrap_or_default();
    let mut lacking = told.tags(&origin, site.base, &address);
    let place: web_sys::Element = document.head()?.into();
    for known in all(&place, TAGS) {
        let has =
            |(name, value): &(&str, String)| known.get_attribute(name).as_ref() == Some(value);
        match lacking.iter().position(|(_, attributes)| attributes.iter().all(has)) {
            Some(at) => drop(lacking.remove(at)),
            None => known.remove(),
        }
    }
    for (name, attributes) in lacking {
        let tag = document.create_element(name).ok()?;
        for (name, value) in attributes {
            tag.set_attribute(name, &value).ok()?;
        }
        place.append_child(&tag).ok()?;
    }
    Some(())
}
