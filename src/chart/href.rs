//! Which addresses marks may link to.

use super::text::clean;

/// The `href` if it is harmless; `None` for a scheme such as `javascript:`, which must not become a
/// link.
pub(super) fn safe_href(href: &str) -> Option<String> {
    let href = clean(href);
    let is_safe = ["#", "/", "./", "../", "?", "https://", "http://"]
        .iter()
        .any(|start| href.starts_with(start));
    is_safe.then_some(href)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_links_are_kept() {
        for href in ["#br-vt/a/target/2023", "/tinh/br-vt/", "https://example.org/?a=1"] {
            assert_eq!(safe_href(href).as_deref(), Some(href));
        }
        for href in ["javascript:alert(1)", "\u{1}javascript:x", "data:text/html,x", ""] {
            assert_eq!(safe_href(href), None);
        }
    }
}
