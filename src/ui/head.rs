//! The head of a page: what it says of itself to search engines, link previews and the title bar.

use crate::address::{Address, Page, href};
use crate::i18n::Lang;

/// The head of a page, as plain text. Escape it when writing HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The name of the page, without the site's.
    pub name: String,
    /// The title of the document: the name of the page and that of the site.
    pub title: String,
    /// A description in one or two sentences.
    pub description: String,
    /// Which page search engines should show for it.
    pub canonical: Canonical,
}

/// Which page search engines should show for what a page says (`<link rel="canonical">`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Canonical {
    /// The page itself.
    ThisPage,
    /// Another page, which says the same.
    OtherPage(Page),
    /// None: the page must not be indexed.
    Nowhere,
}

/// An element of `<head>`: its name, and its attributes in order.
pub(crate) type Tag = (&'static str, Vec<(&'static str, String)>);

/// A CSS selector that matches every element that [`Head::tags`] can list.
pub(crate) const TAG_SELECTOR: &str = "meta[name=description], meta[name=robots], meta[property^='og:'], \
                               link[rel=canonical], link[rel=alternate]";

impl Head {
    /// A head with a name and a description; search engines should show the page itself.
    pub(crate) fn of(lang: Lang, name: impl Into<String>, description: impl Into<String>) -> Self {
        let (name, description) = (name.into(), description.into());
        let title = format!("{name} – {}", lang.messages().site_name());
        Self { name, title, description, canonical: Canonical::ThisPage }
    }

    /// All elements of `<head>` that depend on the page, apart from `<title>`. Written pages and
    /// the browser use the same list. `origin` is scheme and host; empty if not known.
    pub(crate) fn tags(&self, origin: &str, base: &str, address: &Address) -> Vec<Tag> {
        let Address { lang, page, .. } = address;
        let url = |lang, page: &Page| {
            format!("{origin}{}", href(base, &Address::new(lang, page.clone())))
        };
        let meta = |key, name: &str, content: &str| -> Tag {
            ("meta", vec![(key, name.to_owned()), ("content", content.to_owned())])
        };
        let link = |rel: &str, hreflang: Option<&str>, to: String| -> Tag {
            let hreflang = hreflang.map(|lang| ("hreflang", lang.to_owned()));
            let rel = ("rel", rel.to_owned());
            ("link", [Some(rel), hreflang, Some(("href", to))].into_iter().flatten().collect())
        };
        let mut tags = vec![meta("name", "description", &self.description)];
        if self.canonical != Canonical::ThisPage {
            tags.push(meta("name", "robots", "noindex"));
        }
        match &self.canonical {
            Canonical::Nowhere => {}
            Canonical::OtherPage(other) => tags.push(link("canonical", None, url(*lang, other))),
            Canonical::ThisPage => tags.extend([
                link("canonical", None, url(*lang, page)),
                link("alternate", Some("vi"), url(Lang::Vi, page)),
                link("alternate", Some("en"), url(Lang::En, page)),
                link("alternate", Some("x-default"), url(Lang::Vi, page)),
                meta("property", "og:type", "article"),
                meta("property", "og:title", &self.title),
                meta("property", "og:description", &self.description),
                meta("property", "og:url", &url(*lang, page)),
                meta("property", "og:locale", if *lang == Lang::Vi { "vi_VN" } else { "en_US" }),
            ]),
        }
        tags
    }
}
