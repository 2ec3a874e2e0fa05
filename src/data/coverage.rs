//! How many of all provinces have a figure in a year of an official table, and which have none.

use serde::{Deserialize, Serialize};

use super::dataset::Dataset;
use super::date::{Date, Day, Span, Year};
use super::model::{Indicator, Province, Unit};
use super::observation::{Kind, Observation};

#[cfg(not(target_family = "wasm"))]
mod counting;

/// How much of the country a column of an official table has in one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// The id of the indicator.
    pub indicator: String,
    /// The year that the figures are of.
    pub year: Year,
    /// The day whose borders they describe; `None` for the end of the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_as_of: Option<Date>,
    /// How many provinces have a value, be it in a table or in an entry of its own; never 0.
    pub n: u32,
    /// How many provinces existed on that day, the country not among them.
    pub of: u32,
    /// The ids of the provinces that existed and have no value, in the file's order. Empty where there
    /// are none, and where there are too many to be named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// Whether these are all that the publisher released.
    pub complete: bool,
}

impl Coverage {
    /// Whether the publisher released more than is known here, so that nobody's place among all can be
    /// told from these figures.
    pub fn is_partial(&self) -> bool {
        !self.complete && self.n < self.of
    }

    /// The day whose borders the figures describe.
    pub fn unit_day(&self) -> Day {
        self.unit_as_of.map_or_else(|| Span::Year(self.year.0).end(), Date::end)
    }
}

impl Dataset {
    /// How many provinces have what a result is: a value by the same definition, of the same year and for
    /// the same borders. `None` where no official table has that year, and for anything but a result of a
    /// whole year.
    pub fn coverage_of(&self, result: &Observation) -> Option<&Coverage> {
        let (year, day) = (whole_year(result)?, result.unit_day()?);
        self.coverage.iter().find(|coverage| {
            coverage.indicator == result.indicator
                && coverage.year == year
                && !self.has_merger_between(coverage.unit_day(), day)
        })
    }

    /// The part of [`Dataset::coverage`] that is about the given indicators.
    pub(super) fn coverage_by(&self, indicators: &[&Indicator]) -> Vec<Coverage> {
        let is_of = |coverage: &&Coverage| indicators.iter().any(|i| i.id == coverage.indicator);
        self.coverage.iter().filter(is_of).cloned().collect()
    }

    /// Of each of these indicators by which a province is ranked, how many provinces the newest edition has
    /// that is not known in part.
    pub(super) fn coverage_of_newest_ranks(
        &self,
        province: &str,
        indicators: &[Indicator],
    ) -> Vec<Coverage> {
        let of_newest = |indicator: &Indicator| {
            let places = self.observations_of(province, &indicator.id, Kind::Result);
            let mut places: Vec<&Observation> = places.filter(|o| o.value().is_some()).collect();
            places.sort_by_key(|o| std::cmp::Reverse((whole_year(o), o.unit_day())));
            let mut coverages = places.into_iter().filter_map(|place| self.coverage_of(place));
            coverages.find(|coverage| !coverage.is_partial()).cloned()
        };
        indicators.iter().filter(|i| i.unit == Unit::Rank).filter_map(of_newest).collect()
    }

    /// Whether any provinces merged after the earlier day and not after the later one.
    fn has_merger_between(&self, a: Day, b: Day) -> bool {
        let (from, to) = (a.min(b), a.max(b));
        from < to && self.units().flat_map(Province::merger_days).any(|day| from < day && day <= to)
    }
}

/// The year that a result is of. `None` for a target, and for more or less than one whole year.
fn whole_year(result: &Observation) -> Option<Year> {
    let period = result.period.filter(|_| result.kind == Kind::Result)?;
    let year = Span::Year(period.year());
    (year.start() == period.start() && year.end() == period.end()).then(|| Year(period.year()))
}
