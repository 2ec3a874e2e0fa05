//! References that lead in a circle.

use std::collections::{HashMap, HashSet};

/// How many entries of a circle are collected: more than a sentence names.
const MAX_COLLECTED: usize = 8;

/// References from one id to another.
#[derive(Default)]
pub(super) struct References<'a>(Vec<(&'a str, &'a str)>);

impl<'a> References<'a> {
    /// Adds one. A reference to the entry itself is told as such and is no circle here.
    pub(super) fn add(&mut self, from: &'a str, to: &'a str) {
        if from != to {
            self.0.push((from, to));
        }
    }

    /// The circles among them.
    ///
    /// Ids from which no reference leads on are taken away, then those whose references all led to such,
    /// and so on (Kahn 1962). What is left leads into a circle; what is left of these when the same is
    /// done against the references lies in a circle, or on a way between two.
    pub(super) fn circles(self) -> Circles<'a> {
        let leading = without_ends(&self.0);
        let is_left =
            |(from, to): &(&'a str, &'a str)| leading.contains(from) && leading.contains(to);
        let reversed: Vec<(&str, &str)> =
            self.0.iter().filter(|edge| is_left(edge)).map(|(from, to)| (*to, *from)).collect();
        let members = without_ends(&reversed);
        // Of several references the first that leads back: one way around is enough to find the fault.
        let mut next = HashMap::new();
        for (from, to) in self.0 {
            if members.contains(from) && members.contains(to) {
                next.entry(from).or_insert(to);
            }
        }
        Circles(next)
    }
}

/// Ids that lie in circles, each with the next one.
pub(super) struct Circles<'a>(HashMap<&'a str, &'a str>);

impl Circles<'_> {
    /// The ids of the circle that an id is in, beginning with it; of a long one the first. `None` for an id
    /// that is in none.
    pub(super) fn around(&self, start: &str) -> Option<Vec<String>> {
        let mut next = self.0.get(start);
        next?;
        let mut ids = vec![start.to_owned()];
        while let Some(id) = next.filter(|id| **id != start && ids.len() < MAX_COLLECTED) {
            ids.push((*id).to_owned());
            next = self.0.get(id);
        }
        Some(ids)
    }
}

/// The ids from which an endless walk along the edges is possible.
fn without_ends<'a>(edges: &[(&'a str, &'a str)]) -> HashSet<&'a str> {
    let mut n_next: HashMap<&str, usize> = HashMap::new();
    let mut before: HashMap<&str, Vec<&str>> = HashMap::new();
    for (from, to) in edges {
        *n_next.entry(from).or_default() += 1;
        n_next.entry(to).or_default();
        before.entry(to).or_default().push(from);
    }
    let mut ends: Vec<&str> = n_next.iter().filter(|(_, n)| **n == 0).map(|(id, _)| *id).collect();
    let mut left: HashSet<&str> = n_next.keys().copied().collect();
    while let Some(end) = ends.pop() {
        left.remove(end);
        for from in before.get(end).into_iter().flatten() {
            if let Some(n) = n_next.get_mut(from) {
                *n -= 1;
                if *n == 0 {
                    ends.push(from);
                }
            }
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const IDS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

    fn circles(edges: &[(usize, usize)]) -> Circles<'static> {
        let mut references = References::default();
        for (from, to) in edges {
            references.add(IDS[*from], IDS[*to]);
        }
        references.circles()
    }

    #[test]
    fn a_circle_is_told_from_each_of_its_members() {
        let found = circles(&[(0, 1), (1, 2), (2, 0), (3, 0), (2, 4)]);
        assert_eq!(found.around("b").unwrap(), ["b", "c", "a"]);
        assert_eq!(found.around("d"), None, "it leads into the circle");
        assert_eq!(found.around("e"), None, "the circle leads to it");
        assert_eq!(circles(&[(0, 0)]).around("a"), None, "a reference to itself is told as such");
    }

    proptest! {
        /// By the definition: who can walk back to where it began is in a circle.
        #[test]
        fn all_who_can_walk_back_are_found(edges in prop::collection::vec((0usize..6, 0usize..6), 0..9)) {
            let found = circles(&edges);
            for (start, id) in IDS.iter().enumerate() {
                let mut reached: HashSet<usize> = HashSet::new();
                let mut open = vec![start];
                while let Some(at) = open.pop() {
                    for (from, to) in edges.iter().filter(|(from, to)| from != to && *from == at) {
                        let _ = from;
                        if reached.insert(*to) {
                            open.push(*to);
                        }
                    }
                }
                if reached.contains(&start) {
                    prop_assert!(found.around(id).is_some(), "{id}");
                }
            }
        }
    }
}
