//! Which part of the data a page is made from: enough for all it says and draws.

use crate::data::{Dataset, write_bundle};

/// The official index of provinces. Its component indices are ranked, too, so that the data cannot tell
/// which of all ranks is the one people mean.
pub const RANK: &str = "dti-rank";

/// The score the ranks of [`RANK`] are made from.
pub const SCORE: &str = "dti-score";

/// Each year of the ranking with the sources of what is told of its method.
pub const SOURCES_OF_METHODS: [(i32, &[&str]); 5] = [
    (2020, &["qd-1726", "dangcongsan-en-2020"]),
    (2021, &["daidoanket-2021", "qd-922"]),
    (2022, &["qd-922", "eballs-922", "dti-2022"]),
    (2023, &["baomoi-danang-2023"]),
    (2024, &["vietnamnet-2024", "dantri-2024", "qd-405"]),
];

/// A part of the data. Each has a name of its own, which its bundle is called by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The provinces that the site follows, and all definitions.
    Followed,
    /// One topic of the provinces that the site follows.
    Topic(String),
    /// A province that the site does not follow.
    Province(String),
    /// The official ranking of all provinces.
    Ranking,
    /// Everything, for the list of sources.
    Everything,
}

impl Part {
    /// All parts of a dataset.
    pub fn all(dataset: &Dataset) -> Vec<Self> {
        let topics = dataset.concepts().into_iter().map(|concept| Self::Topic(concept.to_owned()));
        let others = dataset.units().filter(|unit| !dataset.is_followed(&unit.id));
        let others = others.map(|unit| Self::Province(unit.id.clone()));
        [Self::Followed, Self::Ranking, Self::Everything]
            .into_iter()
            .chain(topics)
            .chain(others)
            .collect()
    }

    /// Whether all of it is in another part, too, so that a page may be made from either.
    pub fn is_in(&self, other: &Self) -> bool {
        self == other || matches!((self, other), (Self::Topic(_), Self::Followed))
    }

    /// The file of its bundle.
    ///
    /// ```
    /// use tinhso::compare::Part;
    /// assert_eq!(Part::Topic("dti-rank".into()).file(), "topic-dti-rank.json");
    /// ```
    pub fn file(&self) -> String {
        match self {
            Self::Followed => "followed.json".to_owned(),
            Self::Topic(concept) => format!("topic-{}.json", safe(concept)),
            Self::Province(id) => format!("province-{}.json", safe(id)),
            Self::Ranking => "ranking.json".to_owned(),
            Self::Everything => "everything.json".to_owned(),
        }
    }

    /// The bundles of all parts of a dataset: each file's name and its text.
    pub fn bundles(dataset: &Dataset) -> Vec<(String, String)> {
        let bundle = |part: &Self| (part.file(), write_bundle(&part.of(dataset)));
        Self::all(dataset).iter().map(bundle).collect()
    }

    /// The part itself.
    pub fn of(&self, dataset: &Dataset) -> Dataset {
        match self {
            Self::Followed => dataset.clone().narrowed(),
            Self::Topic(concept) => dataset.of_topic(concept),
            Self::Province(id) => dataset.of_province(id),
            Self::Ranking => {
                let sources: Vec<&str> =
                    SOURCES_OF_METHODS.into_iter().flat_map(|(_, ids)| ids).copied().collect();
                dataset.of_indicators(&[RANK, SCORE], &sources)
            }
            Self::Everything => dataset.clone(),
        }
    }
}

/// An id as a part of a file's name and of a URL: whatever is not plain stands as its bytes.
fn safe(id: &str) -> String {
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
