//! The types of provinces, indicators and sources: plain data with public fields, which are the keys of
//! the data files. The files, the bundles and the published schema are all made from these types, and
//! from the type of the figures in `observation`.

use serde::{Deserialize, Deserializer, Serialize};

use super::date::{Date, Day, Year};
#[cfg(not(target_family = "wasm"))]
use super::flag::OnlyTrue;
use super::flag::{is_false, only_true};
use super::region::Region;
#[cfg(not(target_family = "wasm"))]
use super::schema::Nullable;

/// A text in both languages of the site.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct BilingualText {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

/// Other names that people search for, in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct Aliases {
    /// Vietnamese.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vi: Vec<String>,
    /// English.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub en: Vec<String>,
}

impl Aliases {
    fn is_empty(&self) -> bool {
        self.vi.is_empty() && self.en.is_empty()
    }
}

/// Whether an entry of `provinces.json` is a province or the country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ProvinceKind {
    /// A province or a city under the central government.
    Province,
    /// The whole country. Its figures are benchmarks and never part of a ranking of provinces.
    Country,
}

/// A province that was merged into another one, and since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct AbsorbedProvince {
    /// The id of the province that was merged into the other.
    pub id: String,
    /// The first day of the enlarged unit.
    pub on: Date,
}

/// The official codes of a province.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct ProvinceCodes {
    /// That of the statistics office.
    pub gso: String,
    /// That of ISO 3166-2, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iso: Option<String>,
}

/// A province, or the country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct Province {
    /// Its id, which is part of URLs and of the ids of observations.
    pub id: String,
    /// Whether it is a province or the country.
    pub kind: ProvinceKind,
    /// Its full name.
    pub name: BilingualText,
    /// The name used on marks and in tables.
    pub short: BilingualText,
    /// Other names people search for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Its official codes. Bundles do not have them.
    #[cfg_attr(target_family = "wasm", serde(skip))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codes: Option<ProvinceCodes>,
    /// The last day it existed; `None` for a province that was not merged into another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The id of the unit it became part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub successor: Option<String>,
    /// The region that it lay in while there were 63.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// The region that it lies in since July 2025.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region_2025: Option<Region>,
    /// The provinces that were merged into it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub took_in: Vec<AbsorbedProvince>,
}

impl Province {
    /// Whether it still existed on a day. The data do not say since when a province has existed, so each
    /// counts as existing on every day before its last one.
    pub fn exists_on(&self, day: Day) -> bool {
        self.until.is_none_or(|until| day <= until.end())
    }

    /// The days from which on this name stood for another unit or for none: the day after its end, and
    /// each day on which another province was merged into it. In the order of the file.
    pub fn merger_days(&self) -> impl Iterator<Item = Day> + '_ {
        self.until
            .map(|until| until.end().plus(1))
            .into_iter()
            .chain(self.took_in.iter().map(|joined| joined.on.start()))
    }
}

/// The part of digital transformation an indicator belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Pillar {
    /// Indices over all pillars.
    Overall,
    /// Digital government.
    Government,
    /// Digital economy.
    Economy,
    /// Digital society.
    Society,
    /// What the other pillars build on: networks, data, safety, organization.
    Foundation,
    /// What surrounds digital transformation, such as population and income. Its figures explain
    /// others; they are no results of it.
    Context,
}

impl Pillar {
    /// All pillars, in the order in which pages show them.
    pub const ALL: [Self; 6] = [
        Self::Overall,
        Self::Government,
        Self::Economy,
        Self::Society,
        Self::Foundation,
        Self::Context,
    ];

    /// The word of the data files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Overall => "overall",
            Self::Government => "government",
            Self::Economy => "economy",
            Self::Society => "society",
            Self::Foundation => "foundation",
            Self::Context => "context",
        }
    }
}

/// The unit of an indicator's values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Unit {
    /// A percentage, 0–100 unless the indicator gives another range.
    Percent,
    /// A number of things; [`Indicator::of`] says which.
    Count,
    /// A rank among `base` units; 1 is the best.
    Rank,
    /// Points of an index.
    Score,
    /// No unit: only promises in words alone ([`super::Reading::Qualitative`]) have this one.
    Statement,
    /// Any other unit, by its word in the data file.
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

    /// Whether the country's figure is the sum of the provinces' figures. Such a figure is no benchmark
    /// for a province.
    pub fn is_additive(&self) -> bool {
        *self == Self::Count
    }
}

impl From<String> for Unit {
    fn from(word: String) -> Self {
        let known = [Self::Percent, Self::Count, Self::Rank, Self::Score, Self::Statement];
        known.into_iter().find(|unit| unit.id() == word).unwrap_or(Self::Other(word))
    }
}

impl From<Unit> for String {
    fn from(unit: Unit) -> Self {
        unit.id().to_owned()
    }
}

/// Whether higher or lower values are better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// Higher values are better.
    Higher,
    /// Lower values are better.
    Lower,
}

/// The rule by which the publisher of an index made the value of an enlarged province from those of its
/// old provinces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MergedBy {
    /// The mean of their values, each counted once.
    Mean,
}

/// One definition of what is measured. Indicators that measure the same idea by different definitions
/// have the same `concept`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct Indicator {
    /// Its id.
    pub id: String,
    /// The id of the idea it measures.
    pub concept: String,
    /// The pillar it belongs to.
    pub pillar: Pillar,
    /// Its name, in everyday words.
    pub name: BilingualText,
    /// Other names of it that people search for.
    #[serde(default, skip_serializing_if = "Aliases::is_empty")]
    pub aliases: Aliases,
    /// What exactly is measured.
    pub definition: BilingualText,
    /// The unit of its values.
    pub unit: Unit,
    /// What the unit is counted of: "dossiers", "households".
    pub of: BilingualText,
    /// Whether higher or lower is better. `None` where neither is: there is no order then, and only the
    /// comparator of a target says what it asks for.
    #[serde(deserialize_with = "nullable")]
    #[cfg_attr(not(target_family = "wasm"), schemars(with = "Nullable<Better>"))]
    pub better: Option<Better>,
    /// The lowest and the highest possible value, where the file gives them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<(f64, f64)>,
    /// For a rank: the id of the indicator of the same concept whose values it orders. `None` where there
    /// is none, or where it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank_of: Option<String>,
    /// The first years of a new method, before which values cannot be compared with later ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Year>,
    /// That its sources do not tell what exactly is counted, so that even two of its figures may be
    /// counted in different ways.
    #[serde(default, deserialize_with = "only_true", skip_serializing_if = "is_false")]
    #[cfg_attr(not(target_family = "wasm"), schemars(with = "OnlyTrue"))]
    pub method_unknown: bool,
    /// How the publisher makes the value of an enlarged province from those of its old provinces, where
    /// its own figures show the rule. `None` where no rule is known: nothing is derived then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merged_by: Option<MergedBy>,
    /// For an indicator that is published in editions, long after their period: the editions whose day
    /// of publication is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub editions: Vec<Edition>,
}

/// One edition of an indicator, and the source that shows when it was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct Edition {
    /// The period it describes.
    pub of: Date,
    /// The id of the source that published it or first reported it.
    pub source: String,
}

impl Indicator {
    /// The lowest and the highest possible value: the file's `range`, else 0–100 for a percentage, else
    /// `None`.
    pub fn limits(&self) -> Option<(f64, f64)> {
        self.range.or((self.unit == Unit::Percent).then_some((0.0, 100.0)))
    }
}

/// The kind of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// An article of a newspaper or news site.
    News,
    /// A page or report of an authority.
    Official,
    /// A law, resolution or decision.
    Law,
    /// A report by somebody else.
    Report,
    /// A copy of what somebody else published.
    Repost,
}

impl SourceKind {
    /// All kinds, in the order in which pages list them.
    pub const ALL: [Self; 5] = [Self::Law, Self::Official, Self::Report, Self::News, Self::Repost];

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

/// The language of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl Language {
    /// The word of the data files, which is the language's code in HTML, too.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }
}

/// A publication that figures are taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: SourceKind,
    /// Its title, as printed; `None` if nobody has seen it.
    #[serde(deserialize_with = "nullable")]
    #[cfg_attr(not(target_family = "wasm"), schemars(with = "Nullable<String>"))]
    pub title: Option<String>,
    /// Who published it, where known.
    #[serde(deserialize_with = "nullable")]
    #[cfg_attr(not(target_family = "wasm"), schemars(with = "Nullable<String>"))]
    pub publisher: Option<String>,
    /// Who wrote it, where known.
    #[serde(deserialize_with = "nullable")]
    #[cfg_attr(not(target_family = "wasm"), schemars(with = "Nullable<String>"))]
    pub author: Option<String>,
    /// When it was published, where known.
    #[serde(deserialize_with = "nullable")]
    #[cfg_attr(not(target_family = "wasm"), schemars(with = "Nullable<Date>"))]
    pub published: Option<Date>,
    /// The earliest day on which it can have been published, where its text proves one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_not_before: Option<Date>,
    /// Its address, where known.
    #[serde(deserialize_with = "nullable")]
    #[cfg_attr(not(target_family = "wasm"), schemars(with = "Nullable<String>"))]
    pub url: Option<String>,
    /// Which copy of it was read, and in which version, if the original was not seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
    /// The address of an archived copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<String>,
    /// When it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<Date>,
    /// The language it is written in.
    pub language: Language,
}

impl Source {
    /// The day on which it counts as published: the last day of `published`, else of
    /// `published_not_before`. `None` where neither is known.
    pub fn publication_day(&self) -> Option<Day> {
        self.published.or(self.published_not_before).map(Date::end)
    }
}

/// Reads a key that must stand in the file, and may be null there. (Without this, serde takes an
/// `Option` that is left out for null.)
fn nullable<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer)
}
