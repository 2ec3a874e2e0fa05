//! On which topics a province has no result, although it promised something or others have figures.
//! Source: `docs/method.md#unmeasured`.

use super::year_filter::{YearFilter, pick_targets};
use crate::data::{Dataset, Kind, Observation, Province, ProvinceKind, Unit};

/// A topic on which a province has no result.
#[derive(Clone, Debug, PartialEq)]
pub struct Unmeasured<'a> {
    /// The concept.
    pub concept: &'a str,
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
    let others: Vec<&Province> =
        dataset.followed().into_iter().filter(|other| other.id != own.id).collect();
    let mut found = Vec::new();
    let is_asked = |concept: &&str| !dataset.is_context_topic(concept);
    for concept in dataset.concepts().into_iter().filter(is_asked) {
        let indicators = dataset.indicators_of(concept);
        let figures: Vec<&Observation> = dataset
            .observations
            .iter()
            .filter(|o| o.value().is_some() && indicators.iter().any(|i| i.id == o.indicator))
            .collect();
        let has_figure = |province: &Province, kind: Kind| {
            figures.iter().any(|o| o.kind == kind && o.province == province.id)
        };
        if has_figure(own, Kind::Result) {
            continue;
        }
        let measured_provinces =
            others.iter().copied().filter(|other| has_figure(other, Kind::Result)).collect();
        let is_rank = |o: &Observation| {
            indicators.iter().any(|i| i.id == o.indicator && i.unit == Unit::Rank)
        };
        let of_country: Vec<&&Observation> = figures
            .iter()
            .filter(|o| dataset.country().is_some_and(|country| country.id == o.province))
            .filter(|o| !is_rank(o))
            .collect();
        let unmeasured = Unmeasured {
            concept,
            targets: indicators
                .iter()
                .flat_map(|indicator| {
                    pick_targets(dataset, &own.id, &indicator.id, YearFilter::Latest)
                })
                .collect(),
            measured_provinces,
            is_country_measured: of_country.iter().any(|o| o.kind == Kind::Result),
        };
        let is_of_interest = !unmeasured.targets.is_empty()
            || !unmeasured.measured_provinces.is_empty()
            || !of_country.is_empty()
            || others.iter().any(|other| has_figure(other, Kind::Target));
        if is_of_interest {
            found.push(unmeasured);
        }
    }
    found
}

/// Figures from which [`unmeasured`] follows for a province, beside its own: on each of the topics the
/// first result that another followed province or the country has, else its first target.
pub(super) fn measured_elsewhere<'a>(dataset: &'a Dataset, province: &str) -> Vec<&'a Observation> {
    let country = dataset.country();
    let places: Vec<&Province> = dataset.followed().into_iter().chain(country).collect();
    let mut found = Vec::new();
    for topic in unmeasured(dataset, province) {
        let indicators = dataset.indicators_of(topic.concept);
        let counts = |o: &Observation, place: &Province| {
            let unit = indicators.iter().find(|i| i.id == o.indicator).map(|i| &i.unit);
            let is_rank_of_country =
                unit == Some(&Unit::Rank) && place.kind == ProvinceKind::Country;
            o.province == place.id && o.value().is_some() && unit.is_some() && !is_rank_of_country
        };
        for place in places.iter().filter(|place| place.id != province) {
            let mut figures = dataset.observations.iter().filter(|o| counts(o, place));
            let first = figures.clone().find(|o| o.kind == Kind::Result);
            found.extend(first.or_else(|| figures.next()));
        }
    }
    found
}
