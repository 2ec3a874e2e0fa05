//! Marks of one deadline in stacks that keep apart from those of others.

use super::super::placed::{Point, point};
use super::Plot;
use crate::order;

/// Marks that fall due this close together share a stack, in units.
const SAME_DAY: f64 = 2.0;

/// Marks that stand together.
pub(super) struct Stack {
    /// Where they fall due; `None` without a deadline.
    pub(super) due: Option<f64>,
    /// The middle of their columns.
    pub(super) center: f64,
    pub(super) n_columns: usize,
    /// Their indices in the row.
    pub(super) marks: Vec<usize>,
}

impl Stack {
    pub(super) fn n_high(&self) -> usize {
        self.marks.len().div_ceil(self.n_columns.max(1))
    }

    /// The center of the mark of a rank, counted from the lower left.
    pub(super) fn place(&self, rank: usize, base: f64, pitch: f64) -> Point {
        let (level, column) = (rank / self.n_columns.max(1), rank % self.n_columns.max(1));
        let across = column as f64 + 0.5 - self.n_columns as f64 / 2.0;
        point(self.center + across * pitch, base - (level as f64 + 0.5) * pitch)
    }
}

impl Plot {
    /// Marks with a deadline in stacks that keep apart, from left to right.
    ///
    /// Stacks grow in height rather than far from their day. Where even towers find no room, neighboring
    /// days share a stack.
    pub(super) fn stacks(&self, dues: &[Option<f64>], todays: &[f64]) -> Vec<Stack> {
        let due = |index: &usize| dues[*index].unwrap_or_default();
        let mut order: Vec<usize> =
            (0..dues.len()).filter(|index| dues[*index].is_some()).collect();
        order::sort_by(&mut order, |a, b| due(a).total_cmp(&due(b)));
        // Before how many of `todays` a day lies.
        let era = |x: f64| todays.iter().filter(|today| **today <= x).count();
        let mut sameness = SAME_DAY;
        loop {
            for keeps_sides in [true, false] {
                let mut stacks: Vec<Stack> = Vec::new();
                for index in &order {
                    let x = due(index);
                    let joins = |stack: &&mut Stack| {
                        let first = stack.due.unwrap_or_default();
                        x - first <= sameness && !(keeps_sides && era(first) != era(x))
                    };
                    match stacks.last_mut().filter(joins) {
                        Some(stack) => stack.marks.push(*index),
                        None => stacks.push(Stack {
                            due: Some(x),
                            center: x,
                            n_columns: 1,
                            marks: vec![*index],
                        }),
                    }
                }
                if self.spread_best(&mut stacks, if keeps_sides { todays } else { &[] }) {
                    return stacks;
                }
            }
            sameness *= 1.5;
            // All in one tower is the last thing tried: it always fits.
            if sameness > 4.0 * self.style.width {
                return Vec::new();
            }
        }
    }

    /// Chooses the height of the stacks and spreads them; `false` without room at any height.
    ///
    /// A unit away from the day costs half as much again as one of height: where a mark stands says when.
    fn spread_best(&self, stacks: &mut [Stack], todays: &[f64]) -> bool {
        let highest = stacks.iter().map(|stack| stack.marks.len()).max().unwrap_or(0);
        let mut best: Option<(f64, usize)> = None;
        for n_high in 1..=highest {
            if let Some(reach) = self.spread(stacks, todays, n_high) {
                let cost = 1.5 * reach + n_high as f64 * self.pitch / 2.0;
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, n_high));
                }
            }
        }
        let Some((_, n_high)) = best else { return highest == 0 };
        self.spread(stacks, todays, n_high).is_some()
    }

    /// Moves stacks of at most `n_high` marks apart, each as little as possible, and says how far any
    /// reaches from its day.
    fn spread(&self, stacks: &mut [Stack], todays: &[f64], n_high: usize) -> Option<f64> {
        let n_stacks = stacks.len();
        let mut halves = Vec::with_capacity(n_stacks);
        let mut limits = Vec::with_capacity(n_stacks);
        for stack in &mut *stacks {
            stack.n_columns = stack.marks.len().div_ceil(n_high);
            let half = stack.n_columns as f64 * self.pitch / 2.0;
            let due = stack.due.unwrap_or_default();
            let from = todays.iter().filter(|today| **today <= due);
            let to = todays.iter().filter(|today| **today > due);
            limits.push((
                from.copied().fold(self.left, f64::max) + half,
                to.copied().fold(self.right, f64::min) - half,
            ));
            halves.push(half);
        }
        let apart = |left: usize| halves[left] + halves[left + 1] + self.pitch / 4.0;
        let rightward = |centers: &mut [f64]| {
            for index in 0..n_stacks {
                let before = index.checked_sub(1).map(|left| centers[left] + apart(left));
                centers[index] =
                    centers[index].max(limits[index].0).max(before.unwrap_or(f64::MIN));
            }
        };
        let leftward = |centers: &mut [f64]| {
            for index in (0..n_stacks).rev() {
                let after = centers.get(index + 1).map(|right| right - apart(index));
                centers[index] = centers[index].min(limits[index].1).min(after.unwrap_or(f64::MAX));
            }
        };
        let dues: Vec<f64> = stacks.iter().filter_map(|stack| stack.due).collect();
        let (mut one, mut other) = (dues.clone(), dues.clone());
        rightward(&mut one);
        leftward(&mut one);
        leftward(&mut other);
        rightward(&mut other);
        let mut reach = 0.0_f64;
        for index in 0..n_stacks {
            // Halfway between two ways of keeping apart, everything keeps apart, too.
            let center = f64::midpoint(one[index], other[index]);
            let is_inside = (limits[index].0 - 0.01..=limits[index].1 + 0.01).contains(&center);
            let is_apart =
                index == 0 || center - stacks[index - 1].center >= apart(index - 1) - 0.01;
            if !is_inside || !is_apart {
                return None;
            }
            stacks[index].center = center;
            reach = reach.max(halves[index] + (center - dues[index]).abs());
        }
        Some(reach)
    }
}
