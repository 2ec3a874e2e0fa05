//! What a URL means: page + selection ⇄ URL, under a base such as `/tinhso/`.
//!
//! The URL is the only state of a view, and this module its only codec: [`href`] writes it,
//! [`parse`] reads it back. Defaults are left out and the order is fixed, so that equal views have
//! equal links. A value that means nothing is ignored and named in [`Parsed::ignored`], so that the
//! page can say so; keys this site does not have (such as those of other sites' link tracking) are
//! passed over.

mod encoding;
mod moved;
mod read;
mod selection;

pub use moved::{MOVED, Moved};
pub use read::{Ignored, Parsed, choose, parse};
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
    /// The browser's program that answers what is chosen on the page; `None` where nothing can be.
    pub fn program(&self) -> Option<Program> {
        match self {
            Self::Home | Self::Topics | Self::Provinces => Some(Program::OfSearch),
            Self::Compare(_) => Some(Program::OfTopics),
            Self::Promises => Some(Program::OfPromises),
            Self::Ranking => Some(Program::OfRanking),
            Self::Province(_)
            | Self::Concept(_)
            | Self::Sources
            | Self::Method
            | Self::NotFound => None,
        }
    }

    /// Whether a part of the page says what became of promises: on a day on which that may read otherwise
    /// than it was written, [`Program::OfPromises`] writes it anew.
    pub fn follows_day(&self, dataset: &Dataset) -> bool {
        match self {
            Self::Home => true,
            Self::Province(id) => dataset.is_followed(id),
            _ => false,
        }
    }

    /// Whether one of its programs loads data; the search needs none.
    pub fn loads_data(&self, dataset: &Dataset) -> bool {
        self.follows_day(dataset)
            || self.program().is_some_and(|program| program != Program::OfSearch)
    }

    /// The folder of the data the page loads, below the folder of its release's data: of what only one
    /// page loads, where that page lies; else `data/`.
    pub fn data_folder(&self) -> String {
        let page = match self {
            Self::Compare(concept) | Self::Concept(concept) => Self::Compare(concept.clone()),
            Self::Province(_) | Self::Ranking => self.clone(),
            _ => Self::Home,
        };
        format!("{}data/", page_path(Lang::Vi, &page))
    }
}

/// The programs of the browser: which pages each of them has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// `tinhso-search`: the search, on the pages that list topics and provinces.
    OfSearch,
    /// `tinhso-topic`: comparisons.
    OfTopics,
    /// `tinhso-promises`: all promises, and what other pages say of them.
    OfPromises,
    /// `tinhso-ranking`: the official ranking.
    OfRanking,
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

    /// Whether two addresses are of one page, in one language: each other page is loaded.
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
    match page {
        Page::Home | Page::NotFound => prefix.to_owned(),
        Page::Topics => format!("{prefix}so-sanh/"),
        Page::Compare(concept) => format!("{prefix}so-sanh/{}/", encode(concept)),
        Page::Promises => format!("{prefix}loi-hua/"),
        Page::Provinces => format!("{prefix}tinh/"),
        Page::Province(id) => format!("{prefix}tinh/{}/", encode(id)),
        Page::Ranking => format!("{prefix}xep-hang/"),
        Page::Concept(concept) => format!("{prefix}chi-tieu/{}/", encode(concept)),
        Page::Sources => format!("{prefix}nguon/"),
        Page::Method => format!("{prefix}phuong-phap/"),
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
