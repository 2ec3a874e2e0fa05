//! What the query narrows a page to.

use super::encoding::encode;
use crate::compare::{State, YearFilter};
use crate::data::{Day, Kind};

/// The query's keys, and the words of their values.
pub mod keys {
    /// Provinces, ids joined by commas; left out: all.
    pub const PROVINCES: &str = "tinh";
    /// `target` or `result`; left out: both.
    pub const KIND: &str = "loai";
    /// A year, for the figures of that year; left out: the latest of each.
    pub const YEAR: &str = "nam";
    /// A day, for the promises as they stood on it; left out: today.
    pub const DAY: &str = "ngay";
    /// States of promises, ids joined by commas; left out: all.
    pub const STATES: &str = "trang-thai";
    /// What promises are grouped by: `han` (deadline) or `linh-vuc` (pillar); left out: province.
    pub const GROUP: &str = "nhom";
    /// How promises are sorted: `khoang-cach` (gap) or `tinh` (province); left out: deadline.
    pub const SORT: &str = "xep";
    /// `bang` (table) or `bieu-do` (figure), among the promises `tham-vong` (what was aimed at, beside
    /// the country); left out: everything.
    pub const SHOW: &str = "xem";
    /// Words searched for among the topics.
    pub const SEARCH: &str = "tim";

    /// All of them, in the order of a query.
    pub const ALL: [&str; 9] = [PROVINCES, KIND, YEAR, DAY, STATES, GROUP, SORT, SHOW, SEARCH];
}

/// Which of figure and table is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Show {
    /// Both.
    #[default]
    Both,
    /// The table only.
    Table,
    /// The figure only.
    Chart,
    /// Of promises: not what became of them, but how much they ask for beside the national target.
    Ambition,
}

impl Show {
    /// The word in the URL; `None` for the default.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::Both => None,
            Self::Table => Some("bang"),
            Self::Chart => Some("bieu-do"),
            Self::Ambition => Some("tham-vong"),
        }
    }

    /// The meaning of a word in the URL.
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Table, Self::Chart, Self::Ambition]
            .into_iter()
            .find(|show| show.word() == Some(word))
    }
}

/// What promises are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Group {
    /// Who made them.
    #[default]
    Province,
    /// The year they are due in.
    Deadline,
    /// The part of digital transformation they are about.
    Pillar,
}

impl Group {
    /// The word in the URL; `None` for the default.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::Province => None,
            Self::Deadline => Some("han"),
            Self::Pillar => Some("linh-vuc"),
        }
    }

    /// The meaning of a word in the URL.
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Deadline, Self::Pillar].into_iter().find(|group| group.word() == Some(word))
    }
}

/// How promises are sorted within a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// The earliest deadline first, those without one last.
    #[default]
    Deadline,
    /// The widest gap first, as a share of its scale; those without one last.
    Gap,
    /// By province, in the dataset's order.
    Province,
}

impl Sort {
    /// The word in the URL; `None` for the default.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::Deadline => None,
            Self::Gap => Some("khoang-cach"),
            Self::Province => Some("tinh"),
        }
    }

    /// The meaning of a word in the URL.
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Gap, Self::Province].into_iter().find(|sort| sort.word() == Some(word))
    }
}

/// What narrows a page. Its default shows everything.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Selection {
    /// The chosen provinces, in the dataset's order; `None` for all. Never an empty list: a page about
    /// nobody is not a view.
    pub provinces: Option<Vec<String>>,
    /// Only targets, or only results.
    pub kind: Option<Kind>,
    /// The latest figures, or those of a year.
    pub year: YearFilter,
    /// The day promises are looked at from; `None` for today.
    pub day: Option<Day>,
    /// The states of promises shown, in the order of [`State::ALL`]; empty for all.
    pub states: Vec<State>,
    /// What promises are grouped by.
    pub group: Group,
    /// How promises are sorted.
    pub sort: Sort,
    /// Figure, table or both.
    pub show: Show,
    /// Words searched for.
    pub search: String,
}

impl Selection {
    /// Whether a province is shown.
    pub fn shows(&self, province: &str) -> bool {
        self.provinces.as_ref().is_none_or(|chosen| chosen.iter().any(|id| id == province))
    }

    /// The query without its `?`: keys in a fixed order, defaults left out.
    pub fn query(&self) -> String {
        let written: Vec<String> = self
            .words()
            .into_iter()
            .filter_map(|(key, word)| Some(format!("{key}={}", encode(&word?))))
            .collect();
        written.join("&")
    }

    /// The word of one key, as a control's value has it; empty for the default.
    pub fn word(&self, key: &str) -> String {
        let found = self.words().into_iter().find(|(known, _)| *known == key);
        found.and_then(|(_, word)| word).unwrap_or_default()
    }

    /// The word of each key, in the order of the query; `None` for a default.
    pub(super) fn words(&self) -> [(&'static str, Option<String>); 9] {
        let provinces = self.provinces.as_ref().map(|provinces| provinces.join(","));
        let year = match self.year {
            YearFilter::Latest => None,
            YearFilter::Year(year) => Some(year.to_string()),
        };
        let states: Vec<&str> = self.states.iter().map(|state| state.id()).collect();
        let states = (!states.is_empty()).then(|| states.join(","));
        let search = Some(self.search.clone()).filter(|search| !search.is_empty());
        [
            (keys::PROVINCES, provinces),
            (keys::KIND, self.kind.map(|kind| kind.id().to_owned())),
            (keys::YEAR, year),
            (keys::DAY, self.day.map(|day| day.to_string())),
            (keys::STATES, states),
            (keys::GROUP, self.group.word().map(str::to_owned)),
            (keys::SORT, self.sort.word().map(str::to_owned)),
            (keys::SHOW, self.show.word().map(str::to_owned)),
            (keys::SEARCH, search),
        ]
    }
}
