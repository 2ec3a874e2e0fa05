//! References that lead in a circle.

use std::collections::HashMap;
use std::hash::Hash;

use petgraph::algo::kosaraju_scc;
use petgraph::graphmap::DiGraphMap;

/// How many members of a circle are collected: more than a sentence names.
const MAX_COLLECTED: usize = 8;

/// The items that lie in circles, each with the next one of a way that leads back to it.
pub(super) struct Circles<T>(HashMap<T, T>);

impl<T: Copy + Ord + Hash> Circles<T> {
    /// The circles among references, each from one item to another. A reference to the item itself is none.
    pub(super) fn among(references: impl Iterator<Item = (T, T)>) -> Self {
        let graph: DiGraphMap<T, ()> =
            references.filter(|(from, to)| from != to).map(|(from, to)| (from, to, ())).collect();
        // Who can reach each other are in one component; a component of one item is no circle.
        let mut component: HashMap<T, usize> = HashMap::new();
        for (number, members) in kosaraju_scc(&graph).into_iter().enumerate() {
            if members.len() > 1 {
                component.extend(members.into_iter().map(|member| (member, number)));
            }
        }
        let next = |item: &T| {
            let mut following = graph.neighbors(*item);
            following.find(|other| component.get(other) == component.get(item))
        };
        let steps = component.keys().filter_map(|item| Some((*item, next(item)?)));
        Self(steps.collect())
    }

    /// Whether an item lies in a circle.
    pub(super) fn contains(&self, item: T) -> bool {
        self.0.contains_key(&item)
    }

    /// The items of the circle that an item is in, beginning with it; of a long one the first. `None` for
    /// an item that is in none.
    pub(super) fn around(&self, start: T) -> Option<Vec<T>> {
        let mut next = self.0.get(&start);
        next?;
        let mut items = vec![start];
        while let Some(item) = next.filter(|item| **item != start && items.len() < MAX_COLLECTED) {
            items.push(*item);
            next = self.0.get(item);
        }
        Some(items)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    fn circles(edges: &[(char, char)]) -> Circles<char> {
        Circles::among(edges.iter().copied())
    }

    #[test]
    fn a_circle_is_told_from_each_of_its_members() {
        let found = circles(&[('a', 'b'), ('b', 'c'), ('c', 'a'), ('d', 'a'), ('c', 'e')]);
        assert_eq!(found.around('b').unwrap(), ['b', 'c', 'a']);
        assert_eq!(found.around('d'), None, "it leads into the circle");
        assert_eq!(found.around('e'), None, "the circle leads to it");
        assert_eq!(
            circles(&[('a', 'a')]).around('a'),
            None,
            "a reference to itself is told as such"
        );
        let two =
            circles(&[('a', 'b'), ('b', 'a'), ('b', 'c'), ('c', 'd'), ('d', 'e'), ('e', 'd')]);
        assert!(!two.contains('c'), "it lies between two circles");
    }

    #[test]
    fn a_long_circle_needs_no_deep_stack() {
        let n = 200_000;
        let found = Circles::among((0..n).map(|item| (item, (item + 1) % n)));
        assert_eq!(found.around(7).unwrap(), (7..15).collect::<Vec<_>>());
    }

    proptest! {
        /// By the definition: who can walk back to where it began is in a circle, and nobody else.
        #[test]
        fn who_can_walk_back_is_in_a_circle(edges in prop::collection::vec((0u8..6, 0u8..6), 0..9)) {
            let found = Circles::among(edges.iter().copied());
            for start in 0..6 {
                let mut reached: HashSet<u8> = HashSet::new();
                let mut open = vec![start];
                while let Some(at) = open.pop() {
                    for (_, to) in edges.iter().filter(|(from, to)| from != to && *from == at) {
                        if reached.insert(*to) {
                            open.push(*to);
                        }
                    }
                }
                prop_assert_eq!(found.contains(start), reached.contains(&start), "{}", start);
            }
        }
    }
}
