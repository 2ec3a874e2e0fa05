//! Sets the figures apart that others replace.

use std::collections::{HashMap, HashSet};

use crate::data::circle::Circles;
use crate::data::dataset::Dataset;
use crate::data::observation::Observation;

/// Moves the observations that another one replaces into [`Dataset::replaced`]. If entries replace one
/// another in a circle, none of them is the newest, and all of them stay.
pub(super) fn separate_replaced(dataset: &mut Dataset) {
    let entries = &dataset.observations;
    let mut by_id: HashMap<&str, usize> = HashMap::new();
    for (place, entry) in entries.iter().enumerate() {
        by_id.entry(&entry.id).or_insert(place);
    }
    // The entry that each one replaces, by their places.
    let older: HashMap<usize, usize> = entries
        .iter()
        .enumerate()
        .filter_map(|(place, entry)| {
            let older = *by_id.get(entry.supersedes.as_deref()?)?;
            entries.get(older).filter(|older| entry.replaces(older)).map(|_| (place, older))
        })
        .collect();
    let circles = Circles::among(older.iter().map(|(place, older)| (*place, *older)));
    let replaced: HashSet<usize> =
        older.values().copied().filter(|place| !circles.contains(*place)).collect();
    dataset.replaced.reserve_exact(replaced.len());
    let mut places = 0..;
    let is_replaced = |_: &mut Observation| places.next().is_some_and(|p| replaced.contains(&p));
    dataset.replaced.extend(dataset.observations.extract_if(.., is_replaced));
}
