//! What breaks no rule and still looks odd.

use std::collections::HashMap;

use super::{Report, World};
use crate::data::finding::Problem;
use crate::data::model::Unit;
use crate::data::observation::Observation;

/// How many other figures an indicator needs before one of them can look odd among them.
const MIN_OTHERS: usize = 3;

pub(super) fn check(world: &World<'_>, report: &mut Report<'_>) {
    for observation in world.dataset.entries().filter(|o| names_whole_page(&o.locator)) {
        report.add_to(observation, ".locator", Problem::WholePage);
    }
    check_values(world, report);
}

/// Whether a place in a source is no more than the page as a whole.
fn names_whole_page(locator: &str) -> bool {
    let locator = locator.to_lowercase();
    ["cả trang", "toàn trang", "whole page"].iter().any(|words| locator.starts_with(words))
}

/// A share of one among percentages: a value between 0 and 1 where all others are above 1.
fn check_values(world: &World<'_>, report: &mut Report<'_>) {
    let mut by_indicator: HashMap<&str, Vec<(&Observation, f64)>> = HashMap::new();
    for observation in &world.dataset.observations {
        if let Some(value) = observation.value() {
            by_indicator.entry(&observation.indicator).or_default().push((observation, value));
        }
    }
    for (id, figures) in by_indicator {
        let is_measured = world.indicator(id).is_some_and(|i| i.unit != Unit::Rank);
        let small: Vec<&(&Observation, f64)> =
            figures.iter().filter(|(_, value)| *value <= 1.0).collect();
        let smallest =
            figures.iter().map(|(_, value)| *value).filter(|v| *v > 1.0).fold(f64::MAX, f64::min);
        if let ([(observation, found)], true) = (small.as_slice(), figures.len() > MIN_OTHERS)
            && is_measured
            && *found > 0.0
            && *found < 1.0
        {
            let indicator = id.to_owned();
            let problem = Problem::OddValue { found: *found, smallest, indicator };
            report.add_to(observation, ".value", problem);
        }
    }
}
