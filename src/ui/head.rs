//! What a page says of itself to search engines, previews and the window's title bar.

use crate::address::{Address, Page, href};
use crate::i18n::Lang;

/// What a page says of itself, as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What the page is called.
    pub name: String,
    /// The title, with the site's name.
    pub title: String,
    /// One or two sentences.
    pub description: String,
    /// Where it is to be found.
    pub place: Place,
}

/// Where search engines are to find what a page says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// At the page's own address.
    Here,
    /// On another page.
    At(Page),
    /// Nowhere.
    Nowhere,
}

/// An element of `<head>`: its name, and its attributes in their order.
pub(crate) type Tag = (&'static str, Vec<(&'static str, String)>);

/// Finds in a document what [`Head::tags`] may list.
pub(crate) const TAGS: &str = "meta[name=description], meta[name=robots], meta[property^='og:'], \
                               link[rel=canonical], link[rel=alternate]";

impl Head {
    /// Of a page by its name and a description, to be found at its own address.
    pub(crate) fn of(lang: Lang, name: impl Into<String>, description: impl Into<String>) -> Self {
        let (name, description) = (name.into(), description.into());
        let title = format!("{name} – {}", lang.messages().site_name());
        Self { name, title, description, place: Place::Here }
    }

    /// All that stands in `<head>` for the page of an address beside its title, whether it is written or
    /// shown by the browser. `origin` is scheme and host, where they are known.
    pub(crate) fn tags(&self, origin: &str, base: &str, address: &Address) -> Vec<Tag> {
        let Address { lang, page, .. } = address;
        let url = |lang, page: &Page| {
            format!("{origin}{}", href(base, &Address::new(lang, page.clone())))
        };
        let meta = |key, name: &str, content: &str| -> Tag {
            ("meta", vec![(key, name.to_owned()), ("content", content.to_owned())])
        };
        let link = |rel: &str, of: Option<&str>, to: String| -> Tag {
            let of = of.map(|of| ("hreflang", of.to_owned()));
            let rel = ("rel", rel.to_owned());
            ("link", [Some(rel), of, Some(("href", to))].into_iter().flatten().collect())
        };
        let mut tags = vec![meta("name", "description", &self.description)];
        if self.place != Place::Here {
            tags.push(meta("name", "robots", "noindex"));
        }
        match &self.place {
            Place::Nowhere => {}
            Place::At(other) => tags.push(link("canonical", None, url(*lang, other))),
            Place::Here => tags.extend([
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
