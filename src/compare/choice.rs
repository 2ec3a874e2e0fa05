//! Which figure of a series is shown: the latest, or the one of a year. Never one of another year.

use crate::data::{Dataset, Kind, Observation};
use crate::order;

/// Which result of an indicator is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Choice {
    /// The one whose period ends last; its period is printed beside it.
    #[default]
    Latest,
    /// The one whose period ends in this year; of several the latest. None when the year has none:
    /// no other year stands in for it.
    OfYear(i32),
}

impl Choice {
    /// Whether a target is among those that the choice means: due in its year, or any for the latest.
    pub fn means(self, target: &Observation) -> bool {
        match self {
            Self::Latest => true,
            Self::OfYear(year) => target.deadline.is_some_and(|due| due.year() == year),
        }
    }

    /// The year in digits; empty for the latest.
    pub fn word(self) -> String {
        match self {
            Self::Latest => String::new(),
            Self::OfYear(year) => year.to_string(),
        }
    }

    /// The meaning of [`Choice::word`]; what is no year means the latest.
    pub fn of_word(word: &str) -> Self {
        word.parse().map_or(Self::Latest, Self::OfYear)
    }
}

/// The result with a value of a province and an indicator that the choice means. Of equal ends the
/// smallest id, by bytes.
pub fn choose<'a>(
    dataset: &'a Dataset,
    province: &'a str,
    indicator: &'a str,
    choice: Choice,
) -> Option<&'a Observation> {
    latest(dataset.observations_of(province, indicator, Kind::Result), choice)
}

fn latest<'a>(
    results: impl Iterator<Item = &'a Observation>,
    choice: Choice,
) -> Option<&'a Observation> {
    results
        .filter(|o| o.value().is_some())
        .filter(|o| match choice {
            Choice::Latest => true,
            Choice::OfYear(year) => o.period.is_some_and(|period| period.year() == year),
        })
        .min_by(|a, b| {
            let end = |o: &Observation| o.period.map(crate::data::Date::end);
            end(b).cmp(&end(a)).then_with(|| a.id.cmp(&b.id))
        })
}

/// The chosen result of each given province for each indicator of a concept: by province in the
/// given order, then by indicator in the file's order.
pub fn candidates<'a>(
    dataset: &'a Dataset,
    concept: &str,
    provinces: &[&'a str],
    choice: Choice,
) -> Vec<&'a Observation> {
    candidates_by_province(dataset, concept, provinces, choice).concat()
}

/// The same, a list for each of the provinces.
pub(super) fn candidates_by_province<'a>(
    dataset: &'a Dataset,
    concept: &str,
    provinces: &[&'a str],
    choice: Choice,
) -> Vec<Vec<&'a Observation>> {
    let indicators = dataset.indicators_of(concept);
    // Looked for once: the provinces of a country then ask a topic's figures and not all of them.
    let results: Vec<&Observation> = dataset
        .observations
        .iter()
        .filter(|o| o.kind == Kind::Result && indicators.iter().any(|i| i.id == o.indicator))
        .collect();
    let of = |province: &str, indicator: &str| {
        let is_of = |o: &&Observation| o.indicator == indicator && o.province == province;
        latest(results.iter().copied().filter(is_of), choice)
    };
    let of_province =
        |province: &&str| indicators.iter().filter_map(|i| of(province, &i.id)).collect();
    provinces.iter().map(of_province).collect()
}

/// The targets with a value of a province and an indicator, by deadline (those without one last),
/// then by id. With [`Choice::OfYear`] only those due in that year.
pub fn targets<'a>(
    dataset: &'a Dataset,
    province: &'a str,
    indicator: &'a str,
    choice: Choice,
) -> Vec<&'a Observation> {
    let mut targets: Vec<_> = dataset
        .observations_of(province, indicator, Kind::Target)
        .filter(|o| o.value().is_some())
        .filter(|o| choice.means(o))
        .collect();
    order::sort_by_key(&mut targets, |o| {
        let end = o.deadline.map(crate::data::Date::end);
        (end.is_none(), end, o.id.as_str())
    });
    targets
}
