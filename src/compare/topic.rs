//! One topic laid out for reading: a band per definition, in it a row per province, beside them the
//! country's figures.

use super::choice::{Choice, choose, targets};
use crate::data::{Dataset, Indicator, Kind, Observation, Province};
use crate::order;

/// The figures of one province by one definition.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// The province.
    pub province: &'a Province,
    /// Its chosen result, where there is one.
    pub result: Option<&'a Observation>,
    /// Its targets with a value, by deadline.
    pub targets: Vec<&'a Observation>,
}

impl<'a> Row<'a> {
    /// The result, then the targets.
    pub fn figures(&self) -> impl Iterator<Item = &'a Observation> + use<'a, '_> {
        self.result.into_iter().chain(self.targets.iter().copied())
    }
}

/// Everything of one definition.
#[derive(Clone, Debug, PartialEq)]
pub struct Band<'a> {
    /// The definition.
    pub indicator: &'a Indicator,
    /// The provinces that have a figure, in the given order.
    pub rows: Vec<Row<'a>>,
    /// The country's result and targets: benchmarks, never among the rows.
    pub country: Option<Row<'a>>,
}

impl<'a> Band<'a> {
    /// All figures: of the provinces, then of the country.
    pub fn figures(&self) -> impl Iterator<Item = &'a Observation> + use<'a, '_> {
        self.rows.iter().chain(&self.country).flat_map(Row::figures)
    }

    /// The same with some of the figures only, and without the rows that have none of them.
    #[must_use]
    pub fn only(&self, keep: impl Fn(&Observation) -> bool) -> Self {
        let row = |row: &Row<'a>| {
            let mut row = row.clone();
            row.result = row.result.filter(|result| keep(result));
            row.targets.retain(|target| keep(target));
            let has_figures = row.figures().next().is_some();
            has_figures.then_some(row)
        };
        Self {
            indicator: self.indicator,
            rows: self.rows.iter().filter_map(row).collect(),
            country: self.country.as_ref().and_then(row),
        }
    }

    /// The provinces' results.
    pub fn results(&self) -> Vec<&'a Observation> {
        self.rows.iter().filter_map(|row| row.result).collect()
    }
}

/// The bands of a concept that have a figure of one of the given provinces or of the country, in the
/// order of the indicators. `kind` leaves out the other kind.
pub fn topic<'a>(
    dataset: &'a Dataset,
    concept: &str,
    provinces: &[&'a Province],
    choice: Choice,
    kind: Option<Kind>,
) -> Vec<Band<'a>> {
    let row = |province: &'a Province, indicator: &'a Indicator| {
        let result = choose(dataset, &province.id, &indicator.id, choice)
            .filter(|_| kind != Some(Kind::Target));
        let mut targets = targets(dataset, &province.id, &indicator.id, choice);
        if kind == Some(Kind::Result) {
            targets.clear();
        }
        let row = Row { province, result, targets };
        let has_figures = row.figures().next().is_some();
        has_figures.then_some(row)
    };
    dataset
        .indicators_of(concept)
        .into_iter()
        .map(|indicator| Band {
            indicator,
            rows: provinces.iter().filter_map(|province| row(province, indicator)).collect(),
            country: dataset.country().and_then(|country| row(country, indicator)),
        })
        .filter(|band| band.figures().next().is_some())
        .collect()
}

/// The years in which a concept's figures end, each once, ascending.
pub fn years(dataset: &Dataset, concept: &str) -> Vec<i32> {
    let indicators = dataset.indicators_of(concept);
    let mut years: Vec<i32> = dataset
        .observations
        .iter()
        .filter(|o| o.value().is_some() && indicators.iter().any(|i| i.id == o.indicator))
        .filter_map(Observation::when)
        .map(crate::data::Date::year)
        .collect();
    order::sort_by(&mut years, Ord::cmp);
    years.dedup();
    years
}
