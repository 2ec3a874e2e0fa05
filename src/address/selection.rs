//! The selection: what the query of a URL narrows a page to.

use super::encoding::encode;
use crate::compare::{State, YearFilter};
use crate::data::{Day, Kind};

/// How many provinces a page sets off at most: as many as have a shape and a color that nobody takes for
/// another. Where more are followed, all of these are shown.
pub const MAX_CHOSEN: usize = 6;

/// The keys of the query, and what their values mean.
pub mod keys {
    /// Provinces, as ids separated by commas; if left out: those that the site follows.
    pub const PROVINCES: &str = "tinh";
    /// `target` or `result`; if left out: both.
    pub const KIND: &str = "loai";
    /// The year whose figures are shown; if left out: the latest figure of each series.
    pub const YEAR: &str = "nam";
    /// The day on which promises are assessed; if left out: today.
    pub const DAY: &str = "ngay";
    /// States of promises, as ids separated by commas; if left out: all.
    pub const STATES: &str = "trang-thai";
    /// What promises are grouped by: `han` (deadline) or `linh-vuc` (pillar); if left out: the
    /// province.
    pub const GROUP: &str = "nhom";
    /// What promises are sorted by: `khoang-cach` (gap) or `tinh` (province); if left out: the
    /// deadline.
    pub const SORT: &str = "xep";
    /// What is shown: only `bang` (table) or only `bieu-do` (figure), or on the page of promises
    /// `tham-vong` (the targets compared with the country's); if left out: everything.
    pub const SHOW: &str = "xem";
    /// The words to search for among the topics.
    pub const SEARCH: &str = "tim";

    /// All keys, in the order in which queries are written.
    pub const ALL: [&str; 9] = [PROVINCES, KIND, YEAR, DAY, STATES, GROUP, SORT, SHOW, SEARCH];
}

/// Which part of a page is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Show {
    /// Both the figure and the table.
    #[default]
    Both,
    /// The table only.
    Table,
    /// The figure only.
    Chart,
    /// On the page of promises: how ambitious the targets are, compared with the country's.
    Ambition,
}

impl Show {
    /// The value in the query; `None` for the default, which is left out.
    pub const fn query_value(self) -> Option<&'static str> {
        match self {
            Self::Both => None,
            Self::Table => Some("bang"),
            Self::Chart => Some("bieu-do"),
            Self::Ambition => Some("tham-vong"),
        }
    }

    /// The variant that a value of the query stands for; `None` for an invalid value.
    pub fn from_query_value(value: &str) -> Option<Self> {
        [Self::Table, Self::Chart, Self::Ambition]
            .into_iter()
            .find(|show| show.query_value() == Some(value))
    }
}

/// What promises are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum GroupBy {
    /// The province that made them.
    #[default]
    Province,
    /// The year they are due in.
    Deadline,
    /// The pillar of digital transformation they belong to.
    Pillar,
}

impl GroupBy {
    /// The value in the query; `None` for the default, which is left out.
    pub const fn query_value(self) -> Option<&'static str> {
        match self {
            Self::Province => None,
            Self::Deadline => Some("han"),
            Self::Pillar => Some("linh-vuc"),
        }
    }

    /// The variant that a value of the query stands for; `None` for an invalid value.
    pub fn from_query_value(value: &str) -> Option<Self> {
        [Self::Deadline, Self::Pillar].into_iter().find(|group| group.query_value() == Some(value))
    }
}

/// What promises are sorted by within a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum SortBy {
    /// The earliest deadline first; promises without a deadline last.
    #[default]
    Deadline,
    /// The widest gap first, relative to the width of its scale; promises without a gap last.
    Gap,
    /// By province, in the dataset's order.
    Province,
}

impl SortBy {
    /// The value in the query; `None` for the default, which is left out.
    pub const fn query_value(self) -> Option<&'static str> {
        match self {
            Self::Deadline => None,
            Self::Gap => Some("khoang-cach"),
            Self::Province => Some("tinh"),
        }
    }

    /// The variant that a value of the query stands for; `None` for an invalid value.
    pub fn from_query_value(value: &str) -> Option<Self> {
        [Self::Gap, Self::Province].into_iter().find(|sort| sort.query_value() == Some(value))
    }
}

/// What a page is narrowed to. By default it shows everything.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Selection {
    /// The chosen provinces: the followed ones in the dataset's order, then the others in the order in which
    /// they were chosen, because their colors go by it; at most [`MAX_CHOSEN`]. `None` for the followed
    /// ones. It is never an empty list, because a page about no province would be empty.
    pub provinces: Option<Vec<String>>,
    /// Only targets, or only results; `None` for both.
    pub kind: Option<Kind>,
    /// The latest figures, or those of one year.
    pub year: YearFilter,
    /// The day on which promises are assessed; `None` for today.
    pub day: Option<Day>,
    /// Only promises in these states are shown, in the order of [`State::ALL`]; empty for all.
    pub states: Vec<State>,
    /// What promises are grouped by.
    pub group: GroupBy,
    /// What promises are sorted by.
    pub sort: SortBy,
    /// Which part of the page is shown.
    pub show: Show,
    /// The words to search for; empty for none.
    pub search: String,
}

impl Selection {
    /// Whether a province that the site follows is shown.
    pub fn shows(&self, province: &str) -> bool {
        self.provinces.as_ref().is_none_or(|chosen| chosen.iter().any(|id| id == province))
    }

    /// Writes the query without its `?`. The order of the keys is fixed, and default values are left
    /// out.
    pub fn query(&self) -> String {
        let written: Vec<String> = self
            .query_values()
            .into_iter()
            .filter_map(|(key, value)| Some(format!("{key}={}", encode(&value?))))
            .collect();
        written.join("&")
    }

    /// The value of one key, as in the query and in a control; empty for the default.
    pub fn query_value(&self, key: &str) -> String {
        let found = self.query_values().into_iter().find(|(known, _)| *known == key);
        found.and_then(|(_, value)| value).unwrap_or_default()
    }

    /// The value of each key, in the order of the query; `None` for a default.
    pub(super) fn query_values(&self) -> [(&'static str, Option<String>); 9] {
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
            (keys::GROUP, self.group.query_value().map(str::to_owned)),
            (keys::SORT, self.sort.query_value().map(str::to_owned)),
            (keys::SHOW, self.show.query_value().map(str::to_owned)),
            (keys::SEARCH, search),
        ]
    }
}
