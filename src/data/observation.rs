//! The type of one figure, and of what it says.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::date::{Date, Day};
use super::model::Text;

/// Whether an observation says what is aimed at or what was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A value to be reached.
    Target,
    /// A value said to have been reached.
    Result,
}

impl Kind {
    /// The word of the data files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Result => "result",
        }
    }
}

/// How the source's words bound the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Comparator {
    /// Exactly the value.
    #[default]
    Equal,
    /// At least the value ("ít nhất", "tối thiểu", "từ … trở lên").
    AtLeast,
    /// More than the value ("hơn", "trên").
    MoreThan,
    /// At most the value ("top 15", "nhóm 20").
    AtMost,
    /// Less than the value ("dưới").
    LessThan,
    /// About the value ("khoảng", "gần").
    About,
}

impl Comparator {
    /// The sign of the data files.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::AtLeast => ">=",
            Self::MoreThan => ">",
            Self::AtMost => "<=",
            Self::LessThan => "<",
            Self::About => "~",
        }
    }

    /// Whether it gives a bound instead of a value.
    pub const fn is_bound(self) -> bool {
        matches!(self, Self::AtLeast | Self::MoreThan | Self::AtMost | Self::LessThan)
    }
}

/// How the figure came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Said by the authority itself.
    Reported,
    /// Taken from systems by a third party.
    Measured,
    /// Asked in a survey.
    Surveyed,
    /// Computed from other observations.
    Derived,
}

impl Basis {
    /// The word of the data files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Measured => "measured",
            Self::Surveyed => "surveyed",
            Self::Derived => "derived",
        }
    }
}

/// Whether a target is to be met by its deadline or in the deadline's own span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Judged {
    /// By the deadline.
    By,
    /// In the deadline's own span.
    In,
}

/// A value, or why there is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// The value, in the indicator's unit.
    Value(f64),
    /// Why there is none, in the words of the data file.
    Missing(String),
    /// A promise in words, its indicator's definition: listed, never judged, and in no count of figures.
    Qualitative,
}

/// One figure of one source about one province.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    /// Its permanent id: `<province>/<indicator>/<kind>/…`.
    pub id: String,
    /// The province of the file it stands in.
    pub province: String,
    /// The indicator it is a value of.
    pub indicator: String,
    /// Target or result.
    pub kind: Kind,
    /// The value, or why there is none.
    pub reading: Reading,
    /// How the source's words bound the value.
    pub comparator: Comparator,
    /// The number of units ranked, for a rank.
    pub base: Option<u32>,
    /// What a result is of; results always have one.
    pub period: Option<Date>,
    /// When a target is due; `None` when the source gives no day.
    pub deadline: Option<Date>,
    /// By the deadline or in its span, where the file says so.
    pub judged: Option<Judged>,
    /// When the target was made, where known.
    pub made: Option<Date>,
    /// The document that decided it, where named.
    pub document: Option<String>,
    /// Who said it, where the source names somebody.
    pub said_by: Option<Text>,
    /// How the figure came to be.
    pub basis: Basis,
    /// The day whose borders the figure describes, where it is not its period's end.
    pub unit_as_of: Option<Date>,
    /// The id of the source it was taken from.
    pub source: String,
    /// Where in the source it stands.
    pub locator: String,
    /// What a reader must know about it, in our own words.
    pub note: Option<Text>,
    /// Why the figure must not carry a headline, where it must not.
    pub caveat: Option<Text>,
    /// The keys whose value this site concluded and the source does not say, as the file names them.
    #[serde(default)]
    pub inferred: Vec<String>,
    /// Ids of observations it contradicts.
    #[serde(default)]
    pub disputes: Vec<String>,
    /// Ids of observations it was computed from.
    #[serde(default)]
    pub derived_from: Vec<String>,
    /// The id of the entry it replaces: an earlier target, or an entry that was wrong
    /// ([`super::Dataset::replaced`]).
    pub supersedes: Option<String>,
    /// The file it was read from.
    #[serde(skip)]
    pub file: Arc<str>,
    /// Its place in the file's list, from 0.
    #[serde(skip)]
    pub index: usize,
}

impl Observation {
    /// The value, where there is one.
    pub fn value(&self) -> Option<f64> {
        match self.reading {
            Reading::Value(value) => Some(value),
            Reading::Missing(_) | Reading::Qualitative => None,
        }
    }

    /// Whether it is a promise in words alone.
    pub fn is_qualitative(&self) -> bool {
        self.reading == Reading::Qualitative
    }

    /// Whether a reason stands against a headline, and so against computing anything from it.
    pub fn has_caveat(&self) -> bool {
        self.caveat.is_some()
    }

    /// Whether this site concluded the value of a key, and the source does not say it.
    pub fn is_inferred(&self, key: &str) -> bool {
        self.inferred.iter().any(|inferred| inferred == key)
    }

    /// Whether it takes the place of another entry, which then counts nowhere: a result that of any
    /// result of its province; a target that of one made on the same day, under another indicator or for
    /// the same deadline. (Any other target that it supersedes is a promise that was changed; both
    /// count.)
    pub fn replaces(&self, other: &Self) -> bool {
        let is_one_promise = self.made == other.made
            && (self.indicator != other.indicator
                || self.made.is_some() && self.deadline == other.deadline);
        self.supersedes.as_deref() == Some(other.id.as_str())
            && self.id != other.id
            && self.province == other.province
            && self.kind == other.kind
            && (self.kind == Kind::Result || is_one_promise)
    }

    /// The date the figure speaks of: a result's period, a target's deadline.
    pub fn when(&self) -> Option<Date> {
        match self.kind {
            Kind::Result => self.period,
            Kind::Target => self.deadline,
        }
    }

    /// The day whose borders the figure describes: `unit_as_of`, else the end of its date.
    pub fn unit_day(&self) -> Option<Day> {
        self.unit_as_of.or_else(|| self.when()).map(Date::end)
    }
}
