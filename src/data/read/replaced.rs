//! Sets the figures apart that others replace.

use std::collections::{HashMap, HashSet};

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
    let in_circles = in_circles(&older);
    let replaced: HashSet<usize> =
        older.values().copied().filter(|place| !in_circles.contains(place)).collect();
    dataset.replaced.reserve_exact(replaced.len());
    let mut places = 0..;
    let is_replaced = |_: &mut Observation| places.next().is_some_and(|p| replaced.contains(&p));
    dataset.replaced.extend(dataset.observations.extract_if(.., is_replaced));
}

/// The members of all circles, where each item leads to at most one other. Each item is walked over
/// once.
fn in_circles<T: Copy + Eq + std::hash::Hash>(next: &HashMap<T, T>) -> HashSet<T> {
    let mut walked: HashSet<T> = HashSet::new();
    let mut found = HashSet::new();
    for start in next.keys() {
        let mut trail: Vec<T> = Vec::new();
        let mut item = *start;
        while walked.insert(item) {
            trail.push(item);
            match next.get(&item) {
                Some(following) => item = *following,
                None => break,
            }
        }
        // The walk ended in itself if it ended at an item of its own.
        if let Some(first) = trail.iter().position(|passed| *passed == item)
            && next.contains_key(&item)
            && trail.last().and_then(|last| next.get(last)) == Some(&item)
        {
            found.extend(trail.drain(first..));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// By the definition: who walks on and comes back is in a circle.
        #[test]
        fn all_who_come_back_are_found_and_nobody_else(
            next in prop::collection::hash_map(0u8..9, 0u8..9, 0..9),
        ) {
            let comes_back = |start: &u8| {
                let walk = std::iter::successors(next.get(start), |at| next.get(at));
                walk.take(next.len()).any(|at| at == start)
            };
            let expected: HashSet<u8> = (0..9).filter(comes_back).collect();
            prop_assert_eq!(in_circles(&next), expected);
        }
    }
}
