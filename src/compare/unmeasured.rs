//! What was promised, or is measured elsewhere, and has no figure here. Source:
//! `docs/method.md#unmeasured`.

use super::choice::{Choice, targets};
use crate::data::{Dataset, Kind, Observation, Province, ProvinceKind, Unit};

/// A topic on which a province has no result.
#[derive(Clone, Debug, PartialEq)]
pub struct Unmeasured<'a> {
    /// The concept.
    pub concept: &'a str,
    /// The province's own targets with a value on it: by indicator in the file's order, then by
    /// deadline (those without one last), then by id.
    pub targets: Vec<&'a Observation>,
    /// The other followed provinces that have a result with a value on it, in the file's order.
    pub elsewhere: Vec<&'a Province>,
    /// Whether the country has a result with a value on it, ranks aside.
    pub country: bool,
}

/// The concepts on which a province has no result with a value, although it promised something, or
/// another followed province or the country promised or reported something: in the order of
/// [`Dataset::concepts`].
///
/// A reason why there is no value is not a value, and a rank of the country is one among countries,
/// which no province has. Empty for the country, for what is no province of
/// the data, and for a province whose file could not be used: that says nothing about it.
pub fn unmeasured<'a>(dataset: &'a Dataset, province: &str) -> Vec<Unmeasured<'a>> {
    let own = dataset.province(province).filter(|own| own.kind == ProvinceKind::Province);
    let Some(own) = own.filter(|own| !dataset.is_lost(&own.id)) else {
        return Vec::new();
    };
    let others: Vec<&Province> =
        dataset.followed().into_iter().filter(|other| other.id != own.id).collect();
    let mut found = Vec::new();
    for concept in dataset.concepts() {
        let indicators = dataset.indicators_of(concept);
        let figures: Vec<&Observation> = dataset
            .observations
            .iter()
            .filter(|o| o.value().is_some() && indicators.iter().any(|i| i.id == o.indicator))
            .collect();
        let has = |province: &Province, kind: Kind| {
            figures.iter().any(|o| o.kind == kind && o.province == province.id)
        };
        if has(own, Kind::Result) {
            continue;
        }
        let elsewhere = others.iter().copied().filter(|other| has(other, Kind::Result)).collect();
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
                .flat_map(|indicator| targets(dataset, &own.id, &indicator.id, Choice::Latest))
                .collect(),
            elsewhere,
            country: of_country.iter().any(|o| o.kind == Kind::Result),
        };
        let is_of_interest = !unmeasured.targets.is_empty()
            || !unmeasured.elsewhere.is_empty()
            || !of_country.is_empty()
            || others.iter().any(|other| has(other, Kind::Target));
        if is_of_interest {
            found.push(unmeasured);
        }
    }
    found
}
