//! Stacks the marks of each deadline, and moves stacks apart that would overlap.

use super::super::placed::{Point, point};
use super::Plot;
use crate::order;

/// Marks whose deadlines are this close together share a stack, in units.
const SAME_STACK: f64 = 2.0;

/// The marks of one deadline (or of several close ones), stacked in columns.
pub(super) struct Stack {
    /// The x of their deadline; `None` for marks without a deadline.
    pub(super) due: Option<f64>,
    /// The x of the middle of the columns.
    pub(super) center: f64,
    pub(super) n_columns: usize,
    /// The indices of the marks in the row.
    pub(super) marks: Vec<usize>,
}

impl Stack {
    pub(super) fn n_high(&self) -> usize {
        self.marks.len().div_ceil(self.n_columns.max(1))
    }

    /// The center of the mark at an index of the stack, counted from the lower left.
    pub(super) fn center_of(&self, rank: usize, base: f64, pitch: f64) -> Point {
        let (level, column) = (rank / self.n_columns.max(1), rank % self.n_columns.max(1));
        let across = column as f64 + 0.5 - self.n_columns as f64 / 2.0;
        point(self.center + across * pitch, base - (level as f64 + 0.5) * pitch)
    }
}

impl Plot {
    /// Makes stacks of the marks with a deadline, from left to right, so that no two overlap.
    ///
    /// Stacks become higher before they are moved far from their day. If even stacks of one column do
    /// not fit, neighboring days share a stack.
    pub(super) fn make_stacks(&self, dues: &[Option<f64>], todays: &[f64]) -> Vec<Stack> {
        let due = |index: &usize| dues[*index].unwrap_or_default();
        let mut order: Vec<usize> =
            (0..dues.len()).filter(|index| dues[*index].is_some()).collect();
        order::sort_by(&mut order, |a, b| due(a).total_cmp(&due(b)));
        // How many of `todays` lie at or before an x.
        let n_todays_before = |x: f64| todays.iter().filter(|today| **today <= x).count();
        let mut tolerance = SAME_STACK;
        loop {
            for keeps_sides in [true, false] {
                let mut stacks: Vec<Stack> = Vec::new();
                for index in &order {
                    let x = due(index);
                    let joins = |stack: &&mut Stack| {
                        let first = stack.due.unwrap_or_default();
                        x - first <= tolerance
                            && !(keeps_sides && n_todays_before(first) != n_todays_before(x))
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
                if self.spread_stacks(&mut stacks, if keeps_sides { todays } else { &[] }) {
                    return stacks;
                }
            }
            tolerance *= 1.5;
            // At last all marks share one stack, which always fits.
            if tolerance > 4.0 * self.style.width {
                return Vec::new();
            }
        }
    }

    /// Chooses the maximum height of the stacks and moves them apart. `false` if they fit at no height.
    ///
    /// Distance from the day costs one and a half times as much as height, because the position of a
    /// mark shows its date.
    fn spread_stacks(&self, stacks: &mut [Stack], todays: &[f64]) -> bool {
        let highest = stacks.iter().map(|stack| stack.marks.len()).max().unwrap_or(0);
        let mut best: Option<(f64, usize)> = None;
        for n_high in 1..=highest {
            if let Some(reach) = self.spread_at_height(stacks, todays, n_high) {
                let cost = 1.5 * reach + n_high as f64 * self.pitch / 2.0;
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, n_high));
                }
            }
        }
        let Some((_, n_high)) = best else { return highest == 0 };
        self.spread_at_height(stacks, todays, n_high).is_some()
    }

    /// Moves stacks that are at most `n_high` marks high apart, each as little as possible. Returns the
    /// farthest distance of any mark from its day; `None` if the stacks do not fit.
    fn spread_at_height(&self, stacks: &mut [Stack], todays: &[f64], n_high: usize) -> Option<f64> {
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
        let least_distance = |left: usize| halves[left] + halves[left + 1] + self.pitch / 4.0;
        let push_right = |centers: &mut [f64]| {
            for index in 0..n_stacks {
                let before = index.checked_sub(1).map(|left| centers[left] + least_distance(left));
                centers[index] =
                    centers[index].max(limits[index].0).max(before.unwrap_or(f64::MIN));
            }
        };
        let push_left = |centers: &mut [f64]| {
            for index in (0..n_stacks).rev() {
                let after = centers.get(index + 1).map(|right| right - least_distance(index));
                centers[index] = centers[index].min(limits[index].1).min(after.unwrap_or(f64::MAX));
            }
        };
        let dues: Vec<f64> = stacks.iter().filter_map(|stack| stack.due).collect();
        let (mut right_first, mut left_first) = (dues.clone(), dues.clone());
        push_right(&mut right_first);
        push_left(&mut right_first);
        push_left(&mut left_first);
        push_right(&mut left_first);
        let mut reach = 0.0_f64;
        for index in 0..n_stacks {
            // In both solutions no stacks overlap, so they do not overlap halfway between the two
            // either.
            let center = f64::midpoint(right_first[index], left_first[index]);
            let is_inside = (limits[index].0 - 0.01..=limits[index].1 + 0.01).contains(&center);
            let is_apart =
                index == 0 || center - stacks[index - 1].center >= least_distance(index - 1) - 0.01;
            if !is_inside || !is_apart {
                return None;
            }
            stacks[index].center = center;
            reach = reach.max(halves[index] + (center - dues[index]).abs());
        }
        Some(reach)
    }
}
