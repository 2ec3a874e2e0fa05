//! A drawn figure as a file. It is SVG text already; only the file has to be named.

/// What a browser is told that the file is.
pub const MEDIA_TYPE: &str = "image/svg+xml";

/// The name of the file of a page's figure: that of its page, and which of its figures it is, from 1.
pub fn file_name(page: &str, number: usize) -> String {
    format!("tinhso-{page}-{number}.svg")
}
