//! Which part of the data each page is made from. A part holds everything its page says and draws.

use super::lineage::{MERGER_LISTS, MERGER_RESOLUTION};
use super::peers::figures_of_peers;
use super::region::{FORMER_REGIONS, REGIONS};
use super::standing::places_beside;
use crate::data::{Dataset, write_bundle};

/// The indicator of the official ranking of provinces. It is named here because the data alone do not
/// tell it apart: the components of the index are ranked as well.
pub const RANK_INDICATOR: &str = "dti-rank";

/// The indicator of the score that [`RANK_INDICATOR`] is made from.
pub const SCORE_INDICATOR: &str = "dti-score";

/// For each year of the ranking, the ids of the sources that describe its method.
pub const METHOD_SOURCES: [(i32, &[&str]); 5] = [
    (2020, &["qd-1726", "dangcongsan-en-2020"]),
    (2021, &["daidoanket-2021", "qd-922"]),
    (2022, &["qd-922", "eballs-922", "dti-2022"]),
    (2023, &["baomoi-danang-2023"]),
    (2024, &["vietnamnet-2024", "dantri-2024", "qd-405"]),
];

/// A part of the data, and so the bundle that has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// What was promised: of each topic with a target, the figures of the provinces that the site
    /// follows and of the country.
    Followed,
    /// One topic of all provinces.
    Topic(String),
    /// One province.
    Province(String),
    /// The official ranking of all provinces.
    Ranking,
    /// All sources with their figures, for the list of sources. Of official tables it has only how many
    /// figures there are.
    Sources,
}

impl Part {
    /// All parts of a dataset.
    pub fn all(dataset: &Dataset) -> Vec<Self> {
        let topics = dataset.concepts().into_iter().map(|concept| Self::Topic(concept.to_owned()));
        let provinces = dataset.units().map(|unit| Self::Province(unit.id.clone()));
        [Self::Followed, Self::Ranking, Self::Sources]
            .into_iter()
            .chain(topics)
            .chain(provinces)
            .collect()
    }

    /// The name of the file that holds its bundle; no two parts have the same.
    ///
    /// ```
    /// use tinhso::compare::Part;
    /// assert_eq!(Part::Topic("dti-rank".into()).file_name(), "topic-dti-rank.json");
    /// ```
    pub fn file_name(&self) -> String {
        match self {
            Self::Followed => "followed.json".to_owned(),
            Self::Topic(concept) => format!("topic-{}.json", file_safe(concept)),
            Self::Province(id) => format!("province-{}.json", file_safe(id)),
            Self::Ranking => "ranking.json".to_owned(),
            Self::Sources => "sources.json".to_owned(),
        }
    }

    /// The bundles of all parts of a dataset: the name and the text of each file.
    pub fn bundles(dataset: &Dataset) -> Vec<(String, String)> {
        let bundle = |part: &Self| (part.file_name(), write_bundle(&part.extract(dataset)));
        Self::all(dataset).iter().map(bundle).collect()
    }

    /// Takes the part out of the whole dataset. Its figures are in the order of the dataset, but those
    /// of official tables, which stand last, column by column. The provinces have no official codes,
    /// because no page shows them, and only the parts for provinces have their regions.
    pub fn extract(&self, dataset: &Dataset) -> Dataset {
        let mut part = match self {
            Self::Followed => {
                let lists = MERGER_LISTS.into_iter();
                let sources: Vec<&str> = lists.chain([MERGER_RESOLUTION]).collect();
                dataset.followed_part(&sources)
            }
            Self::Topic(concept) => dataset.topic_part(concept),
            Self::Province(id) => {
                let beside = places_beside(dataset, id).into_iter();
                let beside = beside.chain(figures_of_peers(dataset, id));
                let ids: Vec<&str> = beside.map(|o| o.id.as_str()).collect();
                dataset.province_part(id, &ids, &[FORMER_REGIONS, REGIONS])
            }
            Self::Ranking => {
                let sources: Vec<&str> =
                    METHOD_SOURCES.into_iter().flat_map(|(_, ids)| ids).copied().collect();
                dataset.indicators_part(&[RANK_INDICATOR, SCORE_INDICATOR], &sources)
            }
            Self::Sources => dataset.clone().without_table_figures(),
        };
        let has_regions = matches!(self, Self::Province(_));
        for province in &mut part.provinces {
            province.codes = None;
            province.region = province.region.filter(|_| has_regions);
            province.region_2025 = province.region_2025.filter(|_| has_regions);
        }
        part.with_table_columns_last()
    }
}

/// An id in a form that is safe in a file name and in a URL: small letters, digits and hyphens stay,
/// and every other byte becomes `_` and two hexadecimal digits.
fn file_safe(id: &str) -> String {
    let mut name = String::new();
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' => name.push(char::from(byte)),
            _ => name.extend(['_', hex(byte >> 4), hex(byte & 15)]),
        }
    }
    name
}

/// A number below 16 as a hexadecimal digit.
fn hex(nibble: u8) -> char {
    char::from_digit(u32::from(nibble), 16).unwrap_or('0')
}
