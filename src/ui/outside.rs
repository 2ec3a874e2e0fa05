//! What a control asks of the world outside the page. On a native render no control is ever used, so
//! that these do nothing there.

/// Writes a URL into the history and the address bar.
pub(crate) fn record(url: &str, entry: Entry) {
    #[cfg(feature = "csr")]
    match entry {
        Entry::New => super::browser::push_later(url),
        Entry::Same => super::browser::amend(url),
    }
    #[cfg(not(feature = "csr"))]
    let _ = (url, entry);
}

/// Loads another page of the site, which needs other data.
pub(crate) fn visit(url: &str) {
    #[cfg(feature = "csr")]
    super::browser::visit(url);
    #[cfg(not(feature = "csr"))]
    let _ = url;
}

/// Whether a change of the URL can be gone back from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// A new entry of the history.
    #[cfg(feature = "csr")]
    New,
    /// In place of the present one.
    Same,
}
