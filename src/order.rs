//! Sorting with one sort for the whole program instead of one for each type (decision 0028).
//!
//! The sort of the standard library is compiled again for each type of item and each comparison, which
//! takes about 4 kB of WebAssembly every time. Here it is compiled once, for indices.

use std::cmp::Ordering;

/// Sorts items by a comparison. Items that compare equal keep their order.
///
/// It gives the same order as `sort_by` of the standard library, in O(n log n) comparisons. If the
/// comparison is not a total order, the order is unspecified or it panics, as in the standard library.
///
/// ```
/// let mut words = ["nine", "two", "one"];
/// tinhso::order::sort_by(&mut words, |a, b| a.len().cmp(&b.len()));
/// assert_eq!(words, ["two", "one", "nine"]);
/// ```
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let swaps = swaps(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    for (index, other) in swaps.into_iter().enumerate() {
        items.swap(index, other);
    }
}

/// Sorts items by a key, which is computed again for each comparison. Items with equal keys keep their
/// order.
///
/// ```
/// let mut words = ["nine", "two", "one"];
/// tinhso::order::sort_by_key(&mut words, |word| word.len());
/// assert_eq!(words, ["two", "one", "nine"]);
/// ```
pub fn sort_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// The swaps that sort the items: swap each index, from the first to the last, with the index in the
/// answer. `compare` gets the indices of two items before any swap.
fn swaps(n_items: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..n_items).collect();
    sorted.sort_by(|a, b| compare(*a, *b));
    // Swaps move items that have not been sorted yet, so keep track of the item at each index, and of
    // the index of each item.
    let mut item_at: Vec<usize> = (0..n_items).collect();
    let mut index_of: Vec<usize> = (0..n_items).collect();
    for (index, item) in sorted.iter_mut().enumerate() {
        let (moved, free) = (item_at[index], index_of[*item]);
        item_at[free] = moved;
        index_of[moved] = free;
        *item = free;
    }
    sorted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Many items have the same key, so only a stable sort keeps their second parts in order.
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
