//! Reads and writes the URLs of the site, under a base such as `/tinhso/`: what a URL means is a page
//! and a selection.
//!
//! The URL is the only state of a view, and this is the only code for it: [`href`] writes it, [`parse`]
//! reads it. Default values are left out and the order of keys is fixed, so that equal views have equal
//! links. Links that mails and chats have damaged are repaired. An invalid value is ignored and listed
//! in
//! [`Parsed::ignored`], so that the page can say so. Foreign keys, such as those of link tracking, are
//! skipped without a word.

mod encoding;
mod guess;
mod mend;
mod moved;
mod read;
mod selection;
mod text_link;

pub use moved::{MOVED_TOPICS, MovedTopic};
pub use read::{Ignored, IgnoredReason, Parsed, mended_id, page_at, parse, with_value};
pub use selection::{GroupBy, MAX_CHOSEN, Selection, Show, SortBy, keys};
pub use text_link::link_to_words;

use crate::data::Dataset;
use crate::i18n::Lang;
use encoding::encode;

/// A page of the site. Slugs are the same in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// `/`: the home page.
    Home,
    /// `/so-sanh/`: all topics.
    Topics,
    /// `/so-sanh/<concept>/`: one topic compared.
    Compare(String),
    /// `/loi-hua/`: the promises, their deadlines and what became of them.
    Promises,
    /// `/tinh/`: all provinces from before and after the mergers of 2025.
    Provinces,
    /// `/tinh/<id>/`: one province.
    Province(String),
    /// `/xep-hang/`: the official ranking, by edition.
    Ranking,
    /// `/chi-tieu/<concept>/`: the definitions of a topic, and its figures over time.
    Concept(String),
    /// `/nguon/`: sources and downloads.
    Sources,
    /// `/phuong-phap/`: the method.
    Method,
    /// Any other address.
    NotFound,
}

impl Page {
    /// The pages that exist once, with the folders of their addresses; the pages of the menu are in its
    /// order. Addresses, the menu, the written pages and tests all use this one list.
    pub const FIXED: &'static [(&'static str, Self)] = &[
        ("", Self::Home),
        ("so-sanh", Self::Topics),
        ("loi-hua", Self::Promises),
        ("xep-hang", Self::Ranking),
        ("tinh", Self::Provinces),
        ("nguon", Self::Sources),
        ("phuong-phap", Self::Method),
    ];

    /// The folder of its address, and the name below that folder for pages that share one.
    /// [`Page::NotFound`] has no folder of its own and returns that of the home page.
    fn slug(&self) -> (&'static str, Option<&str>) {
        match self {
            Self::Compare(concept) => ("so-sanh", Some(concept)),
            Self::Province(id) => ("tinh", Some(id)),
            Self::Concept(concept) => ("chi-tieu", Some(concept)),
            _ => {
                let own = Self::FIXED.iter().find(|(_, page)| page == self);
                (own.map_or("", |(slug, _)| slug), None)
            }
        }
    }

    /// The page with this folder and this name below it, even if the data do not have it.
    fn of_slug(slug: &str, name: Option<&str>) -> Self {
        match (slug, name.map(str::to_owned)) {
            ("so-sanh", Some(concept)) => Self::Compare(concept),
            ("tinh", Some(id)) => Self::Province(id),
            ("chi-tieu", Some(concept)) => Self::Concept(concept),
            (_, Some(_)) => Self::NotFound,
            (_, None) => {
                let found = Self::FIXED.iter().find(|(own, _)| *own == slug);
                found.map_or(Self::NotFound, |(_, page)| page.clone())
            }
        }
    }

    /// Whether the data have the topic or province that the page is about; always true for other pages.
    fn exists_in(&self, dataset: &Dataset) -> bool {
        match self {
            Self::Compare(concept) | Self::Concept(concept) => {
                let has = |concept: &str| dataset.concepts().contains(&concept);
                has(concept) || MovedTopic::from_concept(concept).is_some_and(|moved| has(moved.to))
            }
            Self::Province(id) => dataset.units().any(|province| province.id == *id),
            _ => true,
        }
    }
}

/// Everything a URL says: language, page, the selection that narrows it, and the figure it points at.
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
    /// The address of a page without a selection or a fragment.
    pub fn new(lang: Lang, page: Page) -> Self {
        Self { lang, page, selection: Selection::default(), fragment: None }
    }

    /// Whether two addresses have the same page and language, so that they are two views of one page.
    pub fn is_same_page(&self, other: &Self) -> bool {
        self.page == other.page && self.lang == other.lang
    }

    /// The address of the same view in the other language.
    #[must_use]
    pub fn in_other_language(&self) -> Self {
        Self { lang: self.lang.other(), ..self.clone() }
    }
}

/// The path of a page below the base, without a leading slash: `so-sanh/dti-rank/`, `en/nguon/`.
/// [`Page::NotFound`] has no path of its own and returns that of the home page.
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

/// Writes the URL of an address under a base, which begins and ends with `/`.
///
/// ```
/// use tinhso::address::{Address, Page, href};
/// use tinhso::i18n::Lang;
/// let mut address = Address::new(Lang::Vi, Page::Compare("dti-rank".into()));
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

/// Makes a base begin and end with one slash: `""` becomes `/`, and `tinhso` or `/tinhso` becomes
/// `/tinhso/`.
pub fn normalize_base(base: &str) -> String {
    let trimmed = base.trim().trim_matches('/');
    if trimmed.is_empty() { "/".to_owned() } else { format!("/{trimmed}/") }
}
