//! Labels of upright lines, which stand above a plot like flags on their poles.

use crate::order;

/// Where the label of an upright line stands: in which lane, counted upward from the plot, and where
/// it begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Flag {
    pub(super) lane: usize,
    pub(super) left: f64,
}

/// So many labels are tried on both sides of their lines; with more, each starts on the right.
const MAX_TRIED: usize = 6;

/// Places the labels of upright lines between `left` and `right`; each is given by its line's x and
/// its width, and the answer is in the same order.
///
/// Labels never overlap. As few lanes as possible are used, then as few lines as possible run through
/// a label.
pub(super) fn place_flags(labels: &[(f64, f64)], left: f64, right: f64) -> Vec<Flag> {
    let n_trials: u32 = if labels.len() <= MAX_TRIED { 1 << labels.len() } else { 1 };
    let trials = (0..n_trials).map(|leftward| place_with(labels, left, right, leftward));
    let worth = |flags: &[Flag]| {
        let n_lanes = flags.iter().map(|flag| flag.lane + 1).max().unwrap_or(0);
        let is_right = |(flag, (x, _)): (&Flag, &(f64, f64))| flag.left > *x;
        let n_right = flags.iter().zip(labels).filter(|pair| is_right(*pair)).count();
        (n_lanes, n_crossings(labels, flags), labels.len() - n_right)
    };
    trials.min_by_key(|flags| worth(flags)).unwrap_or_default()
}

/// Places labels from left to right, each in the lowest lane with room; bit n of `leftward` says that
/// the n-th label from the left is tried left of its line first.
fn place_with(labels: &[(f64, f64)], left: f64, right: f64, leftward: u32) -> Vec<Flag> {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order::sort_by(&mut order, |a, b| labels[*a].0.total_cmp(&labels[*b].0));
    let mut flags = vec![Flag { lane: 0, left: 0.0 }; labels.len()];
    for (rank, index) in order.iter().enumerate() {
        let (x, width) = labels[*index];
        let is_apart = |flag: &Flag| {
            order[..rank].iter().all(|other| {
                let (_, other_width) = labels[*other];
                flags[*other].lane != flag.lane
                    || flag.left + width + 8.0 <= flags[*other].left
                    || flags[*other].left + other_width + 8.0 <= flag.left
            })
        };
        let mut starts = [x + 4.0, x - 4.0 - width];
        if rank < MAX_TRIED && leftward & (1 << rank) != 0 {
            starts.reverse();
        }
        let fits = |start: &f64| *start >= left && start + width <= right;
        let squeezed = (x - width / 2.0).min(right - width).max(left);
        let mut starts: Vec<f64> = starts.into_iter().filter(fits).collect();
        if starts.is_empty() {
            starts.push(squeezed);
        }
        let candidates =
            (0..rank).flat_map(|lane| starts.iter().map(move |left| Flag { lane, left: *left }));
        // The lane above all placed labels is free.
        let highest = Flag { lane: rank, left: starts.first().copied().unwrap_or(squeezed) };
        flags[*index] = candidates.into_iter().find(is_apart).unwrap_or(highest);
    }
    flags
}

/// How many lines run through the label of another on their way up to their own.
fn n_crossings(labels: &[(f64, f64)], flags: &[Flag]) -> usize {
    let crossed_by = |(x, _): &(f64, f64), own: &Flag| {
        let others = flags.iter().zip(labels);
        others
            .filter(|(flag, (_, width))| {
                flag.lane <= own.lane && flag.left - 2.0 < *x && *x < flag.left + width + 2.0
            })
            .count()
    };
    labels.iter().zip(flags).map(|(label, own)| crossed_by(label, own)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_of_equal_lines_stand_on_both_sides_then_higher() {
        let flags = place_flags(&[(100.0, 60.0), (100.0, 60.0), (100.0, 60.0)], 0.0, 300.0);
        assert_eq!(flags[0], Flag { lane: 0, left: 104.0 });
        assert_eq!(flags[1], Flag { lane: 0, left: 36.0 });
        assert_eq!(flags[2].lane, 1);
    }

    #[test]
    fn a_flag_wider_than_its_side_is_squeezed_between_the_ends() {
        let flags = place_flags(&[(100.0, 180.0)], 0.0, 200.0);
        assert_eq!(flags[0], Flag { lane: 0, left: 10.0 });
    }

    #[test]
    fn two_neighbors_turn_away_from_each_other() {
        let flags = place_flags(&[(140.0, 90.0), (160.0, 90.0)], 0.0, 300.0);
        assert_eq!(flags, [Flag { lane: 0, left: 46.0 }, Flag { lane: 0, left: 164.0 }]);
    }
}
