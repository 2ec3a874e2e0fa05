//! The application: the shell, and in it the page of the location.

use leptos::prelude::*;

use super::program::View;
use super::shell::shell;
use super::site::Site;

/// The whole page below `<body>`, with the content `view` gives it. It is built anew when the page or the language changes; a change of
/// selection only changes what depends on it.
pub(crate) fn app(site: Site, view: View) -> impl IntoView {
    let location = site.location;
    let place = Memo::new(move |_| {
        location.with(|location| (location.address.lang, location.address.page.clone()))
    });
    move || {
        let (_, page) = place.get();
        let content = untrack(|| view(&site, &page));
        untrack(|| shell(&site, &page, content))
    }
}
