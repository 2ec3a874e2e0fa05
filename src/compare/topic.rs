//! The figures of one topic in the layout of its page: a band for each definition, in it a row for each
//! province, and apart from the rows the country's figures.

use super::alike;
use super::year_filter::{YearFilter, targets_among};
use crate::data::{Dataset, Date, Indicator, Kind, Observation, Province};
use crate::order;

/// The figures of one province by one definition.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// The province.
    pub province: &'a Province,
    /// The result that passes the year filter, where there is one.
    pub result: Option<&'a Observation>,
    /// The targets that pass the year filter and have a value, by deadline.
    pub targets: Vec<&'a Observation>,
}

impl<'a> Row<'a> {
    /// The result, then the targets.
    pub fn figures(&self) -> impl Iterator<Item = &'a Observation> + use<'a, '_> {
        self.result.into_iter().chain(self.targets.iter().copied())
    }
}

/// The figures of one definition (one indicator).
#[derive(Clone, Debug, PartialEq)]
pub struct Band<'a> {
    /// The definition.
    pub indicator: &'a Indicator,
    /// The provinces that have a figure, in the given order.
    pub rows: Vec<Row<'a>>,
    /// The country's result and targets. They are benchmarks and never among the rows.
    pub country: Option<Row<'a>>,
}

impl<'a> Band<'a> {
    /// All figures: those of the provinces, then those of the country.
    pub fn figures(&self) -> impl Iterator<Item = &'a Observation> + use<'a, '_> {
        self.rows.iter().chain(&self.country).flat_map(Row::figures)
    }

    /// A copy with only the figures for which `keep` is true. Rows without any figure are dropped.
    #[must_use]
    pub fn filtered(&self, keep: impl Fn(&Observation) -> bool) -> Self {
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

/// The bands of a concept, in the order of the indicators; bands without any figure are left out.
/// `provinces` says whose rows to make, `year` which figures to take, and `kind`, where
/// given, keeps only results or only targets.
///
/// Of several results that end on the same day, a row has the one that may be compared with those of
/// most rows and of the country; of equals, the one with the smallest id.
pub fn topic<'a>(
    dataset: &'a Dataset,
    concept: &str,
    provinces: &[&'a Province],
    year: YearFilter,
    kind: Option<Kind>,
) -> Vec<Band<'a>> {
    let places: Vec<&Province> = provinces.iter().copied().chain(dataset.country()).collect();
    let ids: Vec<&str> = places.iter().map(|place| place.id.as_str()).collect();
    let band = |indicator: &'a Indicator| {
        // Search the whole dataset once, and not again for each province.
        let figures: Vec<&Observation> =
            dataset.observations.iter().filter(|o| o.indicator == indicator.id).collect();
        let results = alike::pick(dataset, indicator, &figures, &ids, year);
        let row = |(province, result): (&&'a Province, Option<&'a Observation>)| {
            let own = figures.iter().copied().filter(|o| o.province == province.id);
            let row = Row {
                province,
                result: result.filter(|_| kind != Some(Kind::Target)),
                targets: targets_among(own.filter(|_| kind != Some(Kind::Result)), year),
            };
            let has_figures = row.figures().next().is_some();
            has_figures.then_some(row)
        };
        let mut rows = places.iter().zip(results).map(row);
        Band {
            indicator,
            rows: rows.by_ref().take(provinces.len()).flatten().collect(),
            country: rows.next().flatten(),
        }
    };
    dataset
        .indicators_of(concept)
        .into_iter()
        .map(band)
        .filter(|band| band.figures().next().is_some())
        .collect()
}

/// All years of the figures that followed provinces and the country have on a concept, each once,
/// ascending: those in which results' periods end and targets are due.
pub fn years(dataset: &Dataset, concept: &str) -> Vec<i32> {
    let indicators = dataset.indicators_of(concept);
    let mut years: Vec<i32> = dataset
        .observations
        .iter()
        .filter(|o| o.value().is_some() && indicators.iter().any(|i| i.id == o.indicator))
        .filter(|o| !dataset.is_of_others(o))
        .filter_map(Observation::date)
        .map(Date::year)
        .collect();
    order::sort_by(&mut years, Ord::cmp);
    years.dedup();
    years
}
