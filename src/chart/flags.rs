//! Places the labels of upright lines above a plot, like flags on their poles.

use super::placed::Rect;
use crate::order;

/// The position of the label of an upright line: its lane, counted upward from the plot, and its left
/// end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Flag {
    pub(super) lane: usize,
    pub(super) left: f64,
}

/// Up to this number of labels, all combinations of left and right are tried. With more, each label is
/// tried on the right of its line first.
const MAX_BOTH_SIDES: usize = 6;

/// A line nearer than this to the letters of a label counts as running through it.
const LINE_CLEARANCE: f64 = 2.0;

/// The distance between a line and its label.
const GAP: f64 = 4.0;

/// The distance between a label that lies over its own line and the next other line. If it were nearer,
/// it would seem to belong to that line.
const OTHER_LINE_GAP: f64 = 12.0;

/// The side from which labels are placed: the first labels get the lower lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StartSide {
    Left,
    Right,
}

/// What matters most when labels are placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Priority {
    /// Few lanes: both sides of the line are tried before the next lane.
    FewLanes,
    /// Few crossings: only one side is tried, and a label moves up as long as the line of an earlier
    /// label would run through it. No line crosses labels that are left of their lines when placed from
    /// the left, or right of them when placed from the right.
    FewCrossings,
}

/// The strategies to try; of equally good ones the first is taken. The higher of two labels has the
/// longer line, which may cross the other label, and no single order suits all cases: of two labels
/// without room on their left, the left one has to be higher.
const STRATEGIES: [(StartSide, Priority); 4] = [
    (StartSide::Left, Priority::FewLanes),
    (StartSide::Right, Priority::FewLanes),
    (StartSide::Left, Priority::FewCrossings),
    (StartSide::Right, Priority::FewCrossings),
];

/// Places the labels of upright lines between `left` and `right`. Each label is given as the x of its
/// line and its width; the answer is in the same order.
///
/// Labels never overlap. As few lines as possible run through the label of another line; of equal
/// solutions the one of the first strategy is taken, with as few lanes as possible.
pub(super) fn place_flags(labels: &[(f64, f64)], left: f64, right: f64) -> Vec<Flag> {
    let n_trials: u32 = if labels.len() <= MAX_BOTH_SIDES { 1 << labels.len() } else { 1 };
    let badness = |flags: &[Flag]| {
        let n_lanes = flags.iter().map(|flag| flag.lane + 1).max().unwrap_or(0);
        let is_right = |(flag, (x, _)): (&Flag, &(f64, f64))| flag.left > *x;
        let n_right = flags.iter().zip(labels).filter(|pair| is_right(*pair)).count();
        (n_crossings(labels, flags), n_lanes, labels.len() - n_right)
    };
    let best_of = |strategy| {
        let trials = 0..n_trials;
        let trials = trials.map(|leftward| place_with(strategy, labels, (left, right), leftward));
        trials.min_by_key(|flags| badness(flags)).unwrap_or_default()
    };
    let mut best: Vec<Flag> = Vec::new();
    for (rank, strategy) in STRATEGIES.into_iter().enumerate() {
        let flags = best_of(strategy);
        if rank == 0 || n_crossings(labels, &flags) < n_crossings(labels, &best) {
            best = flags;
        }
        if n_crossings(labels, &best) == 0 {
            break;
        }
    }
    best
}

/// Places labels one after the other between two ends, each in the lowest lane with room. If bit n of
/// `leftward` is set, the n-th label in this order is tried left of its line first.
fn place_with(
    (from, priority): (StartSide, Priority),
    labels: &[(f64, f64)],
    ends: (f64, f64),
    leftward: u32,
) -> Vec<Flag> {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order::sort_by(&mut order, |a, b| labels[*a].0.total_cmp(&labels[*b].0));
    if from == StartSide::Right {
        order.reverse();
    }
    let mut flags = vec![Flag { lane: 0, left: 0.0 }; labels.len()];
    for (rank, index) in order.iter().enumerate() {
        let (x, width) = labels[*index];
        let has_room = |flag: &Flag| {
            order[..rank].iter().all(|other| {
                let (other_x, other_width) = labels[*other];
                let other = flags[*other];
                let is_apart = other.lane != flag.lane
                    || flag.left + width + 8.0 <= other.left
                    || other.left + other_width + 8.0 <= flag.left;
                let is_passed = priority == Priority::FewCrossings
                    && other.lane > flag.lane
                    && crosses(other_x, flag.left, flag.left + width);
                is_apart && !is_passed
            })
        };
        let mut starts = [x + GAP, x - GAP - width];
        if rank < MAX_BOTH_SIDES && leftward & (1 << rank) != 0 {
            starts.reverse();
        }
        let fits = |start: &f64| *start >= ends.0 && start + width <= ends.1;
        let mut starts: Vec<f64> = starts.into_iter().filter(fits).collect();
        if starts.is_empty() {
            starts.push(start_without_room((from, priority), labels, (x, width), ends));
        }
        if priority == Priority::FewCrossings {
            starts.truncate(1);
        }
        let candidates =
            (0..rank).flat_map(|lane| starts.iter().map(move |left| Flag { lane, left: *left }));
        // The lane above all placed labels is free.
        let highest = Flag { lane: rank, left: starts.first().copied().unwrap_or(ends.0) };
        flags[*index] = candidates.into_iter().find(has_room).unwrap_or(highest);
    }
    flags
}

/// The left end of a label that has no room on either side of its line: centered over the line, as far
/// as the ends allow. With [`Priority::FewCrossings`] it also keeps clear of the next line, if it fits.
fn start_without_room(
    (from, priority): (StartSide, Priority),
    labels: &[(f64, f64)],
    (x, width): (f64, f64),
    (left, right): (f64, f64),
) -> f64 {
    let centered = |left: f64, right: f64| (x - width / 2.0).min(right - width).max(left);
    let lines = labels.iter().map(|(line, _)| *line);
    let (near, far) = match from {
        StartSide::Left => {
            (left, lines.filter(|l| *l > x).fold(right, |far, l| far.min(l - OTHER_LINE_GAP)))
        }
        StartSide::Right => {
            (lines.filter(|l| *l < x).fold(left, |near, l| near.max(l + OTHER_LINE_GAP)), right)
        }
    };
    let has_room = priority == Priority::FewCrossings && far - near >= width;
    if has_room { centered(near, far) } else { centered(left, right) }
}

/// How many times a line runs through the label of another line on the way up to its own label.
fn n_crossings(labels: &[(f64, f64)], flags: &[Flag]) -> usize {
    let crossed_by = |(x, _): &(f64, f64), own: &Flag| {
        let others = flags.iter().zip(labels);
        // A line ends at its own label, so only labels in lower lanes can be crossed.
        others
            .filter(|(flag, (_, width))| {
                flag.lane < own.lane && crosses(*x, flag.left, flag.left + width)
            })
            .count()
    };
    labels.iter().zip(flags).map(|(label, own)| crossed_by(label, own)).sum()
}

/// The upper end of an upright line at `x`: at the top of its label if the label is beside the line, or
/// at the bottom of the label if that lies over the line, so that the line does not strike letters out.
pub(super) fn pole_top(x: f64, label: &Rect) -> f64 {
    if crosses(x, label.left, label.right) { label.bottom } else { label.top + 3.0 }
}

fn crosses(x: f64, left: f64, right: f64) -> bool {
    left - LINE_CLEARANCE < x && x < right + LINE_CLEARANCE
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
    fn the_left_label_is_higher_where_both_have_room_on_their_right_only() {
        // From the left, the second one is higher, and its line runs through the first one's label.
        let labels = [(54.0, 135.0), (132.0, 175.0)];
        let flags = place_flags(&labels, 0.0, 500.0);
        assert_eq!(flags, [Flag { lane: 1, left: 58.0 }, Flag { lane: 0, left: 136.0 }]);
        assert_eq!(n_crossings(&labels, &flags), 0);
    }

    #[test]
    fn labels_take_more_lanes_where_lines_would_run_through_them_in_fewer() {
        let labels = [(264.0, 190.0), (330.0, 190.0), (467.0, 190.0)];
        let flags = place_flags(&labels, 130.0, 800.0);
        assert_eq!(flags.iter().map(|flag| flag.lane).collect::<Vec<_>>(), [2, 1, 0]);
        assert_eq!(n_crossings(&labels, &flags), 0);
    }

    #[test]
    fn a_squeezed_label_makes_way_for_the_next_line() {
        let labels = [(160.0, 164.0), (216.0, 166.0)];
        let flags = place_flags(&labels, 2.0, 318.0);
        assert_eq!(flags, [Flag { lane: 0, left: 40.0 }, Flag { lane: 1, left: 46.0 }]);
        assert_eq!(n_crossings(&labels, &flags), 0);
    }

    #[test]
    fn a_line_begins_under_a_label_that_lies_over_it_and_beside_any_other() {
        let (x, width) = (160.0, 157.0);
        let flags = place_flags(&[(x, width)], 2.0, 318.0);
        assert!(flags[0].left < x && x < flags[0].left + width);
        let lefts = [flags[0].left, x + GAP, x - GAP - width];
        let tops = lefts.map(|left| pole_top(x, &Rect::from_size(left, 20.0, width, 16.0)));
        assert_eq!(tops.to_vec(), [36.0, 23.0, 23.0]);
    }

    #[test]
    fn two_neighbors_turn_away_from_each_other() {
        let flags = place_flags(&[(140.0, 90.0), (160.0, 90.0)], 0.0, 300.0);
        assert_eq!(flags, [Flag { lane: 0, left: 46.0 }, Flag { lane: 0, left: 164.0 }]);
    }
}
