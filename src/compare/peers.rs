//! The provinces that are most like another. Source: `docs/method.md#peers`.

use super::comparability::{Verdict, compare};
use super::editions::whole_year;
use super::region::region_on;
use crate::data::{Dataset, Kind, Observation, Province, Region};
use crate::order;

/// The indicator of how many people live in a province.
const POPULATION: &str = "population";
/// The indicator of what a province produces per head.
const INCOME: &str = "grdp-per-capita";

/// By what the likeness of two provinces is multiplied that do not lie in one region.
pub const OTHER_REGION: f64 = 1.5;

/// How many peers a province has at most.
pub const N_PEERS: usize = 3;

/// How many people a province has, and what it produces per head, in one year and within the same borders.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size<'a> {
    /// The province.
    pub province: &'a Province,
    /// The number of people.
    pub population: &'a Observation,
    /// The product per head.
    pub income: &'a Observation,
}

/// A province that is like another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Peer<'a> {
    /// Its figures.
    pub size: Size<'a>,
    /// Whether both lie in one region.
    pub shares_region: bool,
    /// How many times the one has more people than the other, times how many times more product per head,
    /// times [`OTHER_REGION`] unless both lie in one region: 1 for two that are equal, else more.
    pub likeness: f64,
}

/// What the peers of a province are found by.
#[derive(Clone, Debug, PartialEq)]
pub struct Peers<'a> {
    /// The province itself.
    pub own: Size<'a>,
    /// The provinces that are most like it, the closest first, equally close ones in the order of the data.
    pub nearest: Vec<Peer<'a>>,
}

/// The provinces most like one, by the newest year in which both of its figures are known. Only provinces
/// whose figures may be compared with its own count, so none of before a merger stands beside one of after it.
/// `None` where its own figures are not known, or those of no other.
pub fn peers<'a>(dataset: &'a Dataset, province: &'a Province) -> Option<Peers<'a>> {
    let own = sizes(dataset, province).max_by_key(|size| {
        (whole_year(size.population), size.population.unit_day(), order_of(size))
    })?;
    let region = region(dataset, own);
    let others = dataset.units().filter(|other| other.id != province.id);
    let mut nearest: Vec<Peer<'a>> = others
        .filter_map(|other| {
            let size = sizes(dataset, other).find(|size| is_of_one_kind(dataset, own, *size))?;
            let shares_region = region.is_some() && region == self::region(dataset, size);
            let apart = times(own.population, size.population)? * times(own.income, size.income)?;
            let likeness = apart * if shares_region { 1.0 } else { OTHER_REGION };
            Some(Peer { size, shares_region, likeness })
        })
        .collect();
    order::sort_by(&mut nearest, |a, b| a.likeness.total_cmp(&b.likeness));
    nearest.truncate(N_PEERS);
    (!nearest.is_empty()).then_some(Peers { own, nearest })
}

/// The figures that a province and its peers have: what a part of the data needs to tell the same peers.
pub(super) fn figures_of_peers<'a>(dataset: &'a Dataset, province: &str) -> Vec<&'a Observation> {
    let peers = dataset.province(province).and_then(|province| peers(dataset, province));
    let nearest = peers.into_iter().flat_map(|peers| peers.nearest);
    nearest.flat_map(|peer| [peer.size.population, peer.size.income]).collect()
}

/// The figures of a province of each year and within each of its borders.
fn sizes<'a>(dataset: &'a Dataset, province: &'a Province) -> impl Iterator<Item = Size<'a>> {
    let figures = move |indicator: &'static str| {
        let own = dataset.observations_of(&province.id, indicator, Kind::Result);
        own.filter(|o| o.value().is_some_and(|value| value > 0.0) && !o.has_caveat())
            .filter(|o| whole_year(o).is_some())
    };
    figures(POPULATION).flat_map(move |population| {
        let same = figures(INCOME).filter(move |income| {
            income.period == population.period && income.unit_day() == population.unit_day()
        });
        same.map(move |income| Size { province, population, income })
    })
}

/// A key that decides between figures of one year and the same borders.
fn order_of<'a>(size: &Size<'a>) -> std::cmp::Reverse<&'a str> {
    std::cmp::Reverse(size.population.id.as_str())
}

fn is_of_one_kind(dataset: &Dataset, one: Size<'_>, other: Size<'_>) -> bool {
    let may_be_compared = |a: &Observation, b: &Observation| {
        a.period == b.period && compare(dataset, a, b).verdict != Verdict::NotComparable
    };
    may_be_compared(one.population, other.population) && may_be_compared(one.income, other.income)
}

fn region(dataset: &Dataset, size: Size<'_>) -> Option<Region> {
    region_on(dataset, size.province, size.population.unit_day()?)
}

/// How many times the larger of two values is the smaller one.
fn times(one: &Observation, other: &Observation) -> Option<f64> {
    let (one, other) = (one.value()?, other.value()?);
    Some(one.max(other) / one.min(other))
}
