//! The application: the shell, and in it the page of the location.

use leptos::prelude::*;

use super::program::View;
use super::shell::shell;
use super::site::Site;

/// The whole page below `<body>`, with the content `view` gives it. A change of selection only changes
/// what depends on it.
pub(crate) fn app(site: &Site, view: View) -> impl IntoView + use<> {
    untrack(|| {
        let page = site.location.with(|location| location.address.page.clone());
        shell(site, &page, view(site, &page))
    })
}
