//! What a control asks of the world outside the page. On a native render no control is ever used, so
//! that these do nothing there.

/// Puts a sentence and the link to it (a path of this site) on the clipboard; then calls `done` with
/// whether that was allowed.
pub(crate) fn copy(text: &str, path: &str, done: impl Fn(bool) + 'static) {
    #[cfg(feature = "csr")]
    super::browser::copy(text, path, done);
    #[cfg(not(feature = "csr"))]
    let _ = (text, path, done);
}

/// Offers a text as a file to keep.
pub(crate) fn save(name: &str, media_type: &str, text: &str) {
    #[cfg(feature = "csr")]
    super::browser::save(name, media_type, text);
    #[cfg(not(feature = "csr"))]
    let _ = (name, media_type, text);
}

/// Writes a URL into the history and the address bar.
pub(crate) fn record(url: &str, entry: Entry) {
    #[cfg(feature = "csr")]
    match entry {
        Entry::New => super::browser::push(url),
        Entry::Same => super::browser::replace(url),
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
    New,
    /// In place of the present one.
    Same,
}
