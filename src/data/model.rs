//! The types of what figures are of and from: provinces, indicators, sources. Plain data with public
//! fields, as the figures in `observation`.

use serde::{Deserialize, Serialize};

use super::date::{Date, Day};

/// A text in both languages of the site.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Text {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

/// What an entry of `provinces.json` stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProvinceKind {
    /// A province or a city under the central government.
    Province,
    /// The country as a whole; its figures are benchmarks and never stand in a ranking of provinces.
    Country,
}

/// A province that another one took in, and the day since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    /// The id of the province that was taken in.
    pub id: String,
    /// The first day of the enlarged unit.
    pub on: Date,
}

/// A province, or the country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Province {
    /// Its id, as in addresses and observation ids.
    pub id: String,
    /// Province or country.
    pub kind: ProvinceKind,
    /// Its full name.
    pub name: Text,
    /// The name used on marks and in tables.
    pub short: Text,
    /// Other names people search for.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The last day it existed, for a province merged into another.
    pub until: Option<Date>,
    /// The id of the unit it became part of.
    pub successor: Option<String>,
    /// Provinces it took in.
    #[serde(default)]
    pub took_in: Vec<Joined>,
}

impl Province {
    /// The days on which the unit of this name changed: the day after its end, and each day it took
    /// another one in. In the order of the file.
    pub fn merger_days(&self) -> impl Iterator<Item = Day> + '_ {
        self.until
            .map(|until| until.end().plus(1))
            .into_iter()
            .chain(self.took_in.iter().map(|joined| joined.on.start()))
    }
}

/// The part of digital transformation an indicator belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pillar {
    /// The whole: indices over all pillars.
    Overall,
    /// Digital government.
    Government,
    /// Digital economy.
    Economy,
    /// Digital society.
    Society,
    /// What the others stand on: networks, data, safety, organization.
    Foundation,
}

impl Pillar {
    /// All, in the order pages show them.
    pub const ALL: [Self; 5] =
        [Self::Overall, Self::Government, Self::Economy, Self::Society, Self::Foundation];

    /// The word of the data files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Overall => "overall",
            Self::Government => "government",
            Self::Economy => "economy",
            Self::Society => "society",
            Self::Foundation => "foundation",
        }
    }
}

/// What an indicator's values are counted in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A share, 0–100 unless the indicator gives another range.
    Percent,
    /// A number of things (`of` says which).
    Count,
    /// A place in an order of `base` units; 1 is the first.
    Rank,
    /// Points of an index.
    Score,
    /// None: what is promised in words alone ([`super::Reading::Qualitative`]).
    Statement,
    /// Any other unit, by the word of the data file.
    Other(String),
}

impl Unit {
    /// The word of the data files.
    pub fn id(&self) -> &str {
        match self {
            Self::Percent => "percent",
            Self::Count => "count",
            Self::Rank => "rank",
            Self::Score => "score",
            Self::Statement => "statement",
            Self::Other(word) => word,
        }
    }

    /// Whether the country's figure is the sum of its provinces', which says nothing about any of them.
    pub fn adds_up(&self) -> bool {
        *self == Self::Count
    }
}

/// Which direction is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// The higher the better.
    Higher,
    /// The lower the better.
    Lower,
}

/// One definition of something measured. Indicators that measure the same idea by different
/// definitions share a `concept`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Its id.
    pub id: String,
    /// The idea it measures.
    pub concept: String,
    /// The pillar it belongs to.
    pub pillar: Pillar,
    /// Its name, as a citizen would say it.
    pub name: Text,
    /// What exactly is counted, and of what.
    pub definition: Text,
    /// The unit of its values.
    pub unit: Unit,
    /// What the unit is counted of: "dossiers", "households".
    pub of: Text,
    /// Which direction is good; `None` where neither is (no order, targets judged by comparator alone).
    pub better: Option<Better>,
    /// The lowest and highest possible value, where the file gives them.
    pub range: Option<(f64, f64)>,
    /// First years of a new method.
    #[serde(default)]
    pub breaks: Vec<i32>,
    /// For what comes out in editions, long after the time they are of: those whose day of publication
    /// is known.
    #[serde(default)]
    pub editions: Vec<Edition>,
}

/// One edition of an indicator, and the source that tells when it came out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The time it is of.
    pub of: Date,
    /// The id of the source that published it, or first told of it.
    pub source: String,
}

impl Indicator {
    /// The lowest and highest possible value: the file's `range`, else 0–100 for a percentage.
    pub fn limits(&self) -> Option<(f64, f64)> {
        self.range.or((self.unit == Unit::Percent).then_some((0.0, 100.0)))
    }
}

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// An article of a newspaper or news site.
    News,
    /// A page or report of an authority.
    Official,
    /// A law, resolution or decision.
    Law,
    /// A report of somebody else.
    Report,
    /// A copy of another publication.
    Repost,
}

impl SourceKind {
    /// The word of the data files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Official => "official",
            Self::Law => "law",
            Self::Report => "report",
            Self::Repost => "repost",
        }
    }
}

/// A publication figures are taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: SourceKind,
    /// Its title, as printed.
    pub title: String,
    /// Who published it, where known.
    pub publisher: Option<String>,
    /// Who wrote it, where known.
    pub author: Option<String>,
    /// When it was published, where known.
    pub published: Option<Date>,
    /// A day it cannot have been published before, where the text proves one.
    pub published_not_before: Option<Date>,
    /// Its address, where known.
    pub url: Option<String>,
    /// The code of the language it is written in.
    pub language: String,
}

impl Source {
    /// The day on which it counts as published: the last day of `published`, else of
    /// `published_not_before`. `None` where neither is known.
    pub fn publication_day(&self) -> Option<Day> {
        self.published.or(self.published_not_before).map(Date::end)
    }
}
