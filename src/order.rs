//! Sorting, with one sort in the program instead of one per type (decision 0011).
//!
//! The standard library's sort is compiled anew for each type of item and each comparison, some
//! 4 kB of WebAssembly every time. Here it is compiled once, for places in a list.

use std::cmp::Ordering;

/// Sorts items by a comparison; those that compare equal keep their order.
///
/// As `sort_by` of the standard library in what it answers and in O(n log n) comparisons. A
/// comparison that is no total order gives some order or panics, as it does there.
///
/// ```
/// let mut words = ["nine", "two", "one"];
/// tinhso::order::sort_by(&mut words, |a, b| a.len().cmp(&b.len()));
/// assert_eq!(words, ["two", "one", "nine"]);
/// ```
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let swaps = swaps(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    for (place, other) in swaps.into_iter().enumerate() {
        items.swap(place, other);
    }
}

/// Sorts items by a key, which is asked for anew at each comparison; those with equal keys keep
/// their order.
///
/// ```
/// let mut words = ["nine", "two", "one"];
/// tinhso::order::sort_by_key(&mut words, |word| word.len());
/// assert_eq!(words, ["two", "one", "nine"]);
/// ```
pub fn sort_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// With which place each place is to be swapped, from the first to the last, to bring items into
/// their order; `compare` is given the places where two items stand before that.
fn swaps(n_items: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..n_items).collect();
    sorted.sort_by(|a, b| compare(*a, *b));
    // Swapping moves items that have yet to come: who stands where, and where each one is.
    let mut standing: Vec<usize> = (0..n_items).collect();
    let mut place_of: Vec<usize> = (0..n_items).collect();
    for (place, item) in sorted.iter_mut().enumerate() {
        let (moved, free) = (standing[place], place_of[*item]);
        standing[free] = moved;
        place_of[moved] = free;
        *item = free;
    }
    sorted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Few keys among many items: only a stable sort keeps the second half of each item.
        #[test]
        fn items_come_as_from_the_standard_library(keys in prop::collection::vec(0_u8..9, 0..200)) {
            let items: Vec<(u8, String)> =
                keys.into_iter().enumerate().map(|(idx, key)| (key, idx.to_string())).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            let mut by_key = items.clone();
            sort_by_key(&mut by_key, |(key, _)| *key);
            prop_assert_eq!(&by_key, &expected);
            let mut backwards = items;
            sort_by(&mut backwards, |a, b| b.0.cmp(&a.0));
            expected.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
            prop_assert_eq!(backwards, expected);
        }
    }

    #[test]
    fn a_long_cycle_is_walked_once() {
        let n_items = 200_000_usize;
        let mut items: Vec<usize> = (1..n_items).chain([0]).collect();
        sort_by(&mut items, Ord::cmp);
        assert!(items.into_iter().eq(0..n_items));
    }
}
