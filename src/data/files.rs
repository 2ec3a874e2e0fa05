//! The shape of each data file as a whole. `docs/data.md` describes them for editors.

use serde::{Deserialize, Serialize};

use super::model::{Indicator, Province, Source};
use super::observation::Observation;

/// `manifest.json`: the names of the other files, as paths relative to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct Manifest {
    /// Where the JSON Schema of this file is, for an editor's tools.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema_file: Option<String>,
    /// The version of the format: 1.
    pub schema: u32,
    /// The files that every page may need.
    pub files: MainFiles,
    /// The file of the official tables, whose spreadsheets stand in `tables/`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tables: Option<String>,
    /// Further files.
    #[serde(default)]
    pub groups: Groups,
}

/// The files of the provinces whose promises the site follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct MainFiles {
    /// The file of all provinces.
    pub provinces: String,
    /// The file of the indicators.
    pub indicators: String,
    /// The file of the sources.
    pub sources: String,
    /// The files of observations, one for each province.
    pub observations: Vec<String>,
}

/// Groups of further files.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct Groups {
    /// The files of the provinces that the site does not follow.
    #[serde(default)]
    pub others: OtherFiles,
}

/// Files of the provinces that the site does not follow.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct OtherFiles {
    /// Further indicators. Any figure may name them.
    pub indicators: Option<String>,
    /// Further sources. Any figure may name them.
    pub sources: Option<String>,
    /// The files of observations of provinces that the site does not follow, one for each province.
    #[serde(default)]
    pub observations: Vec<String>,
}

impl Manifest {
    /// All paths: first the lists of definitions, then the observations.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let Self { files, tables, groups, .. } = self;
        [&files.provinces, &files.indicators, &files.sources]
            .into_iter()
            .chain(&groups.others.indicators)
            .chain(&groups.others.sources)
            .chain(tables)
            .chain(&files.observations)
            .chain(&groups.others.observations)
            .map(String::as_str)
    }
}

/// A file of provinces. `L` is the list of its entries; the reader takes any list there and then reads
/// each entry by itself, so that a broken one costs only itself. So do the next three types.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct ProvincesFile<L = Vec<Province>> {
    /// Where the JSON Schema of this file is, for an editor's tools.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema_file: Option<String>,
    /// The provinces and the country, in the order of the site.
    pub provinces: L,
}

/// A file of indicators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct IndicatorsFile<L = Vec<Indicator>> {
    /// Where the JSON Schema of this file is, for an editor's tools.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema_file: Option<String>,
    /// The indicators, in the order of the site.
    pub indicators: L,
}

/// A file of sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct SourcesFile<L = Vec<Source>> {
    /// Where the JSON Schema of this file is, for an editor's tools.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema_file: Option<String>,
    /// The sources.
    pub sources: L,
}

/// A file of observations: the figures of one province.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
pub struct ObservationsFile<L = Vec<Observation>> {
    /// Where the JSON Schema of this file is, for an editor's tools.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema_file: Option<String>,
    /// The id of the province.
    pub province: String,
    /// Its figures, in the order of their sources.
    pub observations: L,
}

/// Writes and reads a list of figures as they stand in the files: neighbors of one province together,
/// under its id.
pub(super) mod by_province {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Observation, ObservationsFile};

    pub(in crate::data) fn serialize<S: Serializer>(
        observations: &[Observation],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let by_province: Vec<ObservationsFile<&[Observation]>> = observations
            .chunk_by(|a, b| a.province == b.province)
            .map(|figures| ObservationsFile {
                schema_file: None,
                province: figures.first().map(|o| o.province.clone()).unwrap_or_default(),
                observations: figures,
            })
            .collect();
        by_province.serialize(serializer)
    }

    pub(in crate::data) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Observation>, D::Error> {
        let mut observations = Vec::new();
        for file in Vec::<ObservationsFile>::deserialize(deserializer)? {
            for mut observation in file.observations {
                observation.province.clone_from(&file.province);
                observations.push(observation);
            }
        }
        Ok(observations)
    }
}
