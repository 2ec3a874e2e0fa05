//! The type of an observation (one figure), and of its properties. Its fields are the keys of the data
//! files: the files, the bundles and the published schema are all made from these types.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::date::{Date, Day};
#[cfg(not(target_family = "wasm"))]
use super::flag::OnlyTrue;
use super::flag::{is_false, only_true};
use super::model::BilingualText;

/// Whether an observation is a target or a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A value that somebody promised to reach.
    Target,
    /// A value that somebody reported.
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
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub enum Comparator {
    /// Exactly the value.
    #[default]
    #[serde(rename = "=")]
    Equal,
    /// At least the value ("ít nhất", "tối thiểu", "từ … trở lên").
    #[serde(rename = ">=")]
    AtLeast,
    /// More than the value ("hơn", "trên").
    #[serde(rename = ">")]
    MoreThan,
    /// At most the value ("top 15", "nhóm 20").
    #[serde(rename = "<=")]
    AtMost,
    /// Less than the value ("dưới").
    #[serde(rename = "<")]
    LessThan,
    /// About the value ("khoảng", "gần").
    #[serde(rename = "~")]
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

    /// Whether it makes the value a bound: "at least", "more than", "at most" or "less than".
    pub const fn is_bound(self) -> bool {
        matches!(self, Self::AtLeast | Self::MoreThan | Self::AtMost | Self::LessThan)
    }
}

/// How the figure came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The authority itself reported it.
    Reported,
    /// A third party measured it in systems.
    Measured,
    /// It comes from a survey.
    Surveyed,
    /// It was computed from other observations.
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

/// Which results count for a target with a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub enum TargetTiming {
    /// All results up to the deadline.
    #[serde(rename = "by")]
    ByDeadline,
    /// Only results from within the deadline's own period (its year, quarter or month).
    #[serde(rename = "in")]
    WithinDeadline,
}

/// A value, or why there is none: what [`Observation::reading`] tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading<'a> {
    /// The value, in the indicator's unit.
    Value(f64),
    /// Why there is none, in the words of the data file.
    Missing(&'a str),
    /// None, because it is a promise in words alone, which are its indicator's definition. Such
    /// promises are listed, but never assessed, and no count of figures includes them.
    Qualitative,
}

/// A place in another source that has the same figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct AlsoIn {
    /// The id of the source.
    pub source: String,
    /// Where in the source it stands.
    pub locator: String,
}

/// What a province answers to a figure, in our own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct Reply {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
    /// The id of the source that has the answer.
    pub source: String,
    /// When it answered.
    pub on: Date,
}

/// One figure about one province from one source.
///
/// A figure has exactly one of `value`, `missing` and `qualitative`; entries without or with several are
/// not read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct Observation {
    /// Its permanent id: `<province>/<indicator>/<kind>/…`.
    pub id: String,
    /// The id of the province, which the file says once for all its figures.
    #[serde(skip)]
    pub province: String,
    /// The id of the indicator.
    pub indicator: String,
    /// Target or result.
    pub kind: Kind,
    /// The value, in the indicator's unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The upper end of a range that the source prints ("35–37%"), of which `value` is the lower one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value_to: Option<f64>,
    /// Instead of a value: why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<String>,
    /// Instead of both: that it is a promise in words alone.
    #[serde(default, skip_serializing_if = "is_false")]
    pub qualitative: bool,
    /// How the source's words bound the value; left out, it is the value itself.
    #[serde(default)]
    pub comparator: Comparator,
    /// The number of units ranked, for a rank.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<u32>,
    /// The period a result describes; every result has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Date>,
    /// When a target is due; `None` when the source gives no deadline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Date>,
    /// Which results count for the target, where the file says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judged: Option<TargetTiming>,
    /// When the target was made, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made: Option<Date>,
    /// The document that decided it, where named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Who said it, where the source names somebody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_by: Option<BilingualText>,
    /// How the figure came to be.
    pub basis: Basis,
    /// The day whose borders the figure describes, where it is not its period's end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_as_of: Option<Date>,
    /// The id of the source it was taken from.
    pub source: String,
    /// Where in the source it stands.
    pub locator: String,
    /// At most six words of the source, by which a browser finds the place in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fragment: Option<String>,
    /// Where else the same figure stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<AlsoIn>,
    /// Who read it in the source a second time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked_by: Option<String>,
    /// What a reader must know about it, in our own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<BilingualText>,
    /// Why the figure must not be in a headline; `None` if it may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caveat: Option<BilingualText>,
    /// That the source reports it from a draft, so that it is no promise or result in force.
    #[serde(default, deserialize_with = "only_true", skip_serializing_if = "is_false")]
    #[cfg_attr(not(target_family = "wasm"), schemars(with = "OnlyTrue"))]
    pub draft: bool,
    /// What the province answers to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply: Option<Reply>,
    /// The keys of the file whose values the source does not give, so that this site inferred them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inferred: Vec<String>,
    /// Ids of observations it contradicts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disputes: Vec<String>,
    /// Ids of observations it was computed from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub derived_from: Vec<String>,
    /// The id of the entry it replaces: an earlier target, or an entry that was wrong
    /// ([`super::Dataset::replaced`]).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<String>,
    /// The file it was read from.
    #[serde(skip)]
    pub file: Arc<str>,
    /// Its place in the file's list, from 0.
    #[serde(skip)]
    pub index: usize,
}

impl Observation {
    /// The value, or why there is none.
    pub fn reading(&self) -> Reading<'_> {
        match (self.value, &self.missing) {
            (Some(value), _) => Reading::Value(value),
            (None, Some(reason)) => Reading::Missing(reason),
            (None, None) => Reading::Qualitative,
        }
    }

    /// The value, where there is one; of a printed range its lower end.
    pub fn value(&self) -> Option<f64> {
        self.value
    }

    /// Whether it is a range, so that nobody knows which number in it is meant.
    pub fn is_range(&self) -> bool {
        self.value_to.is_some()
    }

    /// Whether the source leaves open which number it is: it gives a bound or a range. Then nothing is
    /// subtracted from it, and it has no place in an order.
    pub fn is_open(&self) -> bool {
        self.comparator.is_bound() || self.is_range()
    }

    /// Whether it is a cell of an official table, or computed from one. (A cell that is equal to an entry
    /// is that entry.) In a bundle that cannot be told, and nothing is.
    pub fn is_of_table(&self) -> bool {
        self.file.strip_suffix(".csv").is_some()
    }

    /// Whether it is a promise in words alone.
    pub fn is_qualitative(&self) -> bool {
        self.qualitative
    }

    /// Whether it has a caveat, so that it must not be in a headline and nothing is computed from it. That
    /// it comes from a draft is one.
    pub fn has_caveat(&self) -> bool {
        self.caveat.is_some() || self.draft
    }

    /// Whether this site inferred the value of a key, because the source does not give it.
    pub fn is_inferred(&self, key: &str) -> bool {
        self.inferred.iter().any(|inferred| inferred == key)
    }

    /// Whether it replaces another entry, because that one was wrong; the other then counts nowhere. It
    /// must supersede it and be of the same province and kind. A target must also have been made on the
    /// same day, and be under another indicator or for the same deadline. (Any other target that it
    /// supersedes is a promise that was changed later, and both count.)
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

    /// Whether it names the source: as the one it was taken from, as another that has it, too, or as that
    /// of the province's answer.
    pub fn names_source(&self, id: &str) -> bool {
        let of_copies = self.also.iter().map(|also| &also.source);
        let of_reply = self.reply.iter().map(|reply| &reply.source);
        of_copies.chain(of_reply).chain([&self.source]).any(|source| source == id)
    }

    /// The date of the figure: the period of a result, the deadline of a target.
    pub fn date(&self) -> Option<Date> {
        match self.kind {
            Kind::Result => self.period,
            Kind::Target => self.deadline,
        }
    }

    /// The day whose borders the figure describes: the end of `unit_as_of`, else of its date.
    pub fn unit_day(&self) -> Option<Day> {
        self.unit_as_of.or_else(|| self.date()).map(Date::end)
    }
}
