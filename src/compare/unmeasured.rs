//! On which topics a province has no result, although it promised something or others have figures.
//! Source: `docs/method.md#unmeasured`.

use super::year_filter::{YearFilter, pick_targets};
use crate::data::{Dataset, Kind, Observation, Pillar, Province, ProvinceKind};

/// A topic on which a province has no result.
#[derive(Clone, Debug, PartialEq)]
pub struct Unmeasured<'a> {
    /// The concept.
    pub concept: &'a str,
    /// The pillar of the indicator that names it.
    pub pillar: Pillar,
    /// The province's own targets on it that have a value: by indicator in the file's order, then by
    /// deadline (those without one last), then by id.
    pub targets: Vec<&'a Observation>,
    /// The other followed provinces that have a result with a value on it, in the file's order.
    pub measured_provinces: Vec<&'a Province>,
    /// Whether the country has a result with a value on it; its ranks do not count.
    pub is_country_measured: bool,
}

/// The concepts on which a province has no result with a value, although it has a target itself, or
/// another followed province or the country has a target or a result. In the order of
/// [`Dataset::concepts`], without topics that are only context: nobody owes figures of them here.
///
/// A reason why there is no value does not count as one. Ranks of the country do not count either: they
/// are ranks among countries, which no province can have. Empty for the country, for an unknown id, and
/// for a province whose file could not be read, because nothing is known about it then.
pub fn unmeasured<'a>(dataset: &'a Dataset, province: &str) -> Vec<Unmeasured<'a>> {
    let own = dataset.province(province).filter(|own| own.kind == ProvinceKind::Province);
    let Some(own) = own.filter(|own| !dataset.is_lost(&own.id)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for concept in dataset.concepts() {
        let Some(reporting) = dataset.reporting_on(concept) else { continue };
        let indicators = dataset.indicators_of(concept);
        let is_own_result = |o: &Observation| {
            o.kind == Kind::Result
                && o.province == own.id
                && o.value().is_some()
                && indicators.iter().any(|i| i.id == o.indicator)
        };
        if reporting.pillar == Pillar::Context || dataset.observations.iter().any(is_own_result) {
            continue;
        }
        let targets: Vec<&Observation> = indicators
            .iter()
            .flat_map(|i| pick_targets(dataset, &own.id, &i.id, YearFilter::Latest))
            .collect();
        let (country, measured_provinces): (Vec<&Province>, Vec<&Province>) = reporting
            .results
            .iter()
            .filter_map(|id| dataset.province(id))
            .partition(|place| place.kind == ProvinceKind::Country);
        let mut promised = reporting.targets.iter().filter(|id| **id != own.id);
        let is_of_interest =
            !targets.is_empty() || !reporting.results.is_empty() || promised.next().is_some();
        if is_of_interest {
            found.push(Unmeasured {
                concept,
                pillar: reporting.pillar,
                targets,
                measured_provinces,
                is_country_measured: !country.is_empty(),
            });
        }
    }
    found
}
