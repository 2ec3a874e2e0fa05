//! The download of a drawn figure. The figure is SVG text already, so only the name and the type of the
//! file are here.

/// The media type of the file.
pub const MEDIA_TYPE: &str = "image/svg+xml";

/// The name of the file: it has the name of the page, and the number of the figure on it, from 1.
pub fn file_name(page: &str, number: usize) -> String {
    format!("tinhso-{page}-{number}.svg")
}
