//! The words of the site in both languages: fixed texts, sentences with figures, numbers and dates as
//! CLDR writes them, the order of names, and the folding that lets "da nang" find "Đà Nẵng".
//!
//! This module knows no data model, no URL and no browser: it takes plain numbers and text.

pub mod collate;
pub mod date;
pub mod fold;
pub mod number;
pub mod search;

mod fixed;
mod messages;
mod method_text;
pub mod phrase;
mod printed;

pub use fixed::Fixed;
pub use messages::{FrameText, LineageText, Messages, OfflineText, RankingText, StateText};
pub use method_text::{MethodSection, method_sections};
pub use printed::is_vietnamese;

/// A language of the site; every page exists in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Vietnamese, at the root of the site.
    #[default]
    Vi,
    /// English, under `/en/`.
    En,
}

impl Lang {
    /// Both languages, Vietnamese first.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The language's BCP 47 code, as `lang` and `hreflang` want it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The fixed texts of the pages in this language.
    pub const fn messages(self) -> Messages {
        Messages(self)
    }

    /// The fixed texts of the page on the ranking; no other page uses them.
    pub fn ranking(self) -> &'static RankingText {
        match self {
            Self::Vi => &messages::ranking::VI,
            Self::En => &messages::ranking::EN,
        }
    }

    /// The fixed texts about reading without a network.
    pub fn offline(self) -> &'static OfflineText {
        match self {
            Self::Vi => &messages::offline::VI,
            Self::En => &messages::offline::EN,
        }
    }

    /// The other language, to which the language switch leads.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }
}
