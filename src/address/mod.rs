//! What a URL means: page + selection ⇄ URL, under a base such as `/tinhso/`.
//!
//! The URL is the only state of a view, and this module its only codec: [`href`] writes it,
//! [`parse`] reads it back. Defaults are left out and the order is fixed, so that equal views have
//! equal links. What mails and chats do to a link is undone. A value that means nothing is ignored and
//! named in [`Parsed::ignored`], so that the page can say so; keys this site does not have (such as
//! those of other sites' link tracking) are passed over.

mod encoding;
mod guess;
mod mend;
mod moved;
mod read;
mod selection;

pub use moved::{MOVED, Moved};
pub use read::{Ignored, Parsed, Why, choose, mended_id, page_at, parse};
pub use selection::{Group, Selection, Show, Sort, keys};

use crate::data::Dataset;
use crate::i18n::Lang;
use encoding::encode;

/// A page of the site. Slugs are the same in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// `/`: the answer first.
    Home,
    /// `/so-sanh/`: all topics.
    Topics,
    /// `/so-sanh/<concept>/`: one topic compared.
    Compare(String),
    /// `/loi-hua/`: what was promised for when, and what became of it.
    Promises,
    /// `/tinh/`: all provinces, of before and after the mergers of 2025.
    Provinces,
    /// `/tinh/<id>/`: one province.
    Province(String),
    /// `/xep-hang/`: the official ranking, by edition.
    Ranking,
    /// `/chi-tieu/<concept>/`: what a topic measures, over time.
    Concept(String),
    /// `/nguon/`: sources and downloads.
    Sources,
    /// `/phuong-phap/`: method.
    Method,
    /// Any other address.
    NotFound,
}

impl Page {
    /// The pages that are one of a kind by the folders of their addresses, those of the menu in its order:
    /// the one list that addresses, the menu, the written pages and tests go by.
    pub const FIXED: [(&'static str, Self); 7] = [
        ("", Self::Home),
        ("so-sanh", Self::Topics),
        ("loi-hua", Self::Promises),
        ("xep-hang", Self::Ranking),
        ("tinh", Self::Provinces),
        ("nguon", Self::Sources),
        ("phuong-phap", Self::Method),
    ];

    /// The folder of its addresses, and the name below it of a page that is one of several.
    /// [`Page::NotFound`] has no folder of its own: it gives the home page's.
    fn slug(&self) -> (&'static str, Option<&str>) {
        match self {
            Self::Compare(concept) => ("so-sanh", Some(concept)),
            Self::Province(id) => ("tinh", Some(id)),
            Self::Concept(concept) => ("chi-tieu", Some(concept)),
            _ => {
                let own = Self::FIXED.into_iter().find(|(_, page)| page == self);
                (own.map_or("", |(slug, _)| slug), None)
            }
        }
    }

    /// The page of a folder and a name below it, whether the data have it or not.
    fn of_slug(slug: &str, name: Option<&str>) -> Self {
        match (slug, name.map(str::to_owned)) {
            ("so-sanh", Some(concept)) => Self::Compare(concept),
            ("tinh", Some(id)) => Self::Province(id),
            ("chi-tieu", Some(concept)) => Self::Concept(concept),
            (_, Some(_)) => Self::NotFound,
            (_, None) => {
                let found = Self::FIXED.into_iter().find(|(own, _)| *own == slug);
                found.map_or(Self::NotFound, |(_, page)| page)
            }
        }
    }

    /// Whether the data have what the page is about.
    fn is_in(&self, dataset: &Dataset) -> bool {
        match self {
            Self::Compare(concept) | Self::Concept(concept) => {
                let has = |concept: &str| dataset.concepts().contains(&concept);
                has(concept) || Moved::of(concept).is_some_and(|moved| has(moved.to))
            }
            Self::Province(id) => dataset.units().any(|province| province.id == *id),
            _ => true,
        }
    }
}

/// Where a reader is: language, page, the selection that narrows it, and the figure pointed at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    /// The language.
    pub lang: Lang,
    /// The page.
    pub page: Page,
    /// What the query narrows it to.
    pub selection: Selection,
    /// The observation id after `#`.
    pub fragment: Option<String>,
}

impl Address {
    /// A page without selection.
    pub fn of(lang: Lang, page: Page) -> Self {
        Self { lang, page, selection: Selection::default(), fragment: None }
    }

    /// Whether two addresses are of one page, in one language: then they are views of it.
    pub fn is_of_page(&self, other: &Self) -> bool {
        self.page == other.page && self.lang == other.lang
    }

    /// The same view in the other language.
    #[must_use]
    pub fn in_other_language(&self) -> Self {
        Self { lang: self.lang.other(), ..self.clone() }
    }
}

/// The path of a page below the base, without a leading slash: `so-sanh/dti-rank/`, `en/nguon/`.
/// [`Page::NotFound`] has none of its own: it gives the home page's.
///
/// ```
/// use tinhso::address::{Page, page_path};
/// use tinhso::i18n::Lang;
/// assert_eq!(page_path(Lang::En, &Page::Compare("dti-rank".into())), "en/so-sanh/dti-rank/");
/// ```
pub fn page_path(lang: Lang, page: &Page) -> String {
    let prefix = match lang {
        Lang::Vi => "",
        Lang::En => "en/",
    };
    match page.slug() {
        ("", _) => prefix.to_owned(),
        (slug, None) => format!("{prefix}{slug}/"),
        (slug, Some(name)) => format!("{prefix}{slug}/{}/", encode(name)),
    }
}

/// The URL of an address under a base (which begins and ends with `/`).
///
/// ```
/// use tinhso::address::{Address, Page, href};
/// use tinhso::i18n::Lang;
/// let mut address = Address::of(Lang::Vi, Page::Compare("dti-rank".into()));
/// address.selection.provinces = Some(vec!["br-vt".into(), "khanh-hoa".into()]);
/// assert_eq!(href("/tinhso/", &address), "/tinhso/so-sanh/dti-rank/?tinh=br-vt,khanh-hoa");
/// ```
pub fn href(base: &str, address: &Address) -> String {
    let path = page_path(address.lang, &address.page);
    let query = address.selection.query();
    let question = if query.is_empty() { "" } else { "?" };
    let fragment = match &address.fragment {
        Some(id) => format!("#{}", encode(id)),
        None => String::new(),
    };
    format!("{base}{path}{question}{query}{fragment}")
}

/// A base that begins and ends with one slash: `""`, `tinhso` and `/tinhso` become `/`, `/tinhso/`.
pub fn normalize_base(base: &str) -> String {
    let trimmed = base.trim().trim_matches('/');
    if trimmed.is_empty() { "/".to_owned() } else { format!("/{trimmed}/") }
}
