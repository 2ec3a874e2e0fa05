//! Which mark follows which when a reader walks through a figure with the keyboard.
//!
//! The marks of a figure are in rows: one for each line of a comparison, each series over time, each
//! row of tiles. A walk leads through a row from left to right and then through the next one, so that
//! two keys are enough to reach every mark; two other keys lead from row to row.

use crate::order;

/// A mark on the screen, in whole pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The number of its row. Rows are ordered by their numbers, which may have gaps.
    pub row: u32,
    /// The distance of its center from the left.
    pub x: i32,
    /// The distance of its center from the top.
    pub y: i32,
}

/// A step of a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the mark before.
    Previous,
    /// To the mark after.
    Next,
    /// To the row before, to the mark there that is nearest sideways.
    RowBefore,
    /// As [`Step::RowBefore`], to the row after.
    RowAfter,
    /// To the first mark of the figure.
    First,
    /// To the last mark of the figure.
    Last,
}

/// The index of the mark to which a step leads from the mark with the index `from`.
///
/// A walk ends at the first and the last mark, and at the first and the last row: a step beyond them
/// leads nowhere and returns `from`, so that a reader notices the end. `None` for a step to another row
/// in a figure that has only one, and if there is no mark `from`.
pub fn step(stops: &[Stop], from: usize, step: Step) -> Option<usize> {
    let here = stops.get(from)?;
    let mut order: Vec<usize> = (0..stops.len()).collect();
    order::sort_by_key(&mut order, |index| {
        stops.get(*index).map(|stop| (stop.row, stop.x, stop.y))
    });
    let place = order.iter().position(|index| *index == from)?;
    let to = match step {
        Step::First => order.first().copied(),
        Step::Last => order.last().copied(),
        Step::Previous => place.checked_sub(1).and_then(|before| order.get(before).copied()),
        Step::Next => order.get(place + 1).copied(),
        Step::RowBefore | Step::RowAfter if stops.iter().all(|stop| stop.row == here.row) => {
            return None;
        }
        Step::RowBefore => nearest(stops, here, |row| here.row.checked_sub(row)),
        Step::RowAfter => nearest(stops, here, |row| row.checked_sub(here.row)),
    };
    Some(to.unwrap_or(from))
}

/// The mark of the nearest row that is nearest sideways. `rows_away` says how many rows lie between, and
/// `None` for the rows on the other side.
fn nearest(stops: &[Stop], here: &Stop, rows_away: impl Fn(u32) -> Option<u32>) -> Option<usize> {
    let mut best: Option<(u32, u32, u32, usize)> = None;
    for (index, stop) in stops.iter().enumerate() {
        let Some(rows) = rows_away(stop.row).filter(|rows| *rows > 0) else { continue };
        let way = (rows, stop.x.abs_diff(here.x), stop.y.abs_diff(here.y), index);
        if best.is_none_or(|best| way < best) {
            best = Some(way);
        }
    }
    best.map(|best| best.3)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn stops() -> impl Strategy<Value = Vec<Stop>> {
        let stop = (0_u32..5, -20_i32..20, -20_i32..20).prop_map(|(row, x, y)| Stop { row, x, y });
        prop::collection::vec(stop, 1..40)
    }

    /// The marks to which a step leads when it is repeated until it leads nowhere.
    fn walk(stops: &[Stop], from: usize, by: Step) -> Vec<usize> {
        let mut path = vec![from];
        loop {
            let here = *path.last().unwrap();
            match step(stops, here, by) {
                Some(next) if next != here => path.push(next),
                _ => return path,
            }
            assert!(path.len() <= stops.len(), "a walk must end");
        }
    }

    #[test]
    fn a_walk_leads_through_a_row_and_on_to_the_next_row() {
        let at = |row, x| Stop { row, x, y: 0 };
        let stops = [at(0, 50), at(4, 10), at(0, 20), at(4, 90)];
        assert_eq!(walk(&stops, 2, Step::Next), [2, 0, 1, 3]);
        assert_eq!(walk(&stops, 3, Step::Previous), [3, 1, 0, 2]);
        assert_eq!(step(&stops, 0, Step::RowAfter), Some(1), "the nearer one");
        assert_eq!(step(&stops, 3, Step::RowBefore), Some(0));
        assert_eq!(step(&stops, 3, Step::RowAfter), Some(3), "there is no row after it");
    }

    #[test]
    fn a_figure_with_one_row_leaves_the_keys_between_rows_to_the_page() {
        let stops = [10, 20].map(|x| Stop { row: 3, x, y: 0 });
        assert_eq!(step(&stops, 0, Step::RowBefore), None);
        assert_eq!(step(&stops, 0, Step::RowAfter), None);
        assert_eq!(step(&stops, 0, Step::Next), Some(1));
        assert_eq!(step(&stops, 2, Step::Next), None, "there is no such mark");
    }

    proptest! {
        #[test]
        fn next_and_previous_reach_every_mark_once(stops in stops()) {
            let first = step(&stops, 0, Step::First).unwrap();
            let last = step(&stops, 0, Step::Last).unwrap();
            let forth = walk(&stops, first, Step::Next);
            let mut all = forth.clone();
            all.sort_unstable();
            prop_assert_eq!(all, (0..stops.len()).collect::<Vec<_>>());
            prop_assert_eq!(*forth.last().unwrap(), last);
            let mut back = walk(&stops, last, Step::Previous);
            back.reverse();
            prop_assert_eq!(forth, back);
        }

        #[test]
        fn steps_between_rows_reach_every_row_once(stops in stops()) {
            let mut rows: Vec<u32> = stops.iter().map(|stop| stop.row).collect();
            rows.sort_unstable();
            rows.dedup();
            let row_of = |index: usize| stops[index].row;
            let first = step(&stops, 0, Step::First).unwrap();
            let down = walk(&stops, first, Step::RowAfter).into_iter().map(row_of);
            prop_assert_eq!(down.collect::<Vec<_>>(), rows.clone());
            let last = step(&stops, 0, Step::Last).unwrap();
            let up = walk(&stops, last, Step::RowBefore).into_iter().map(row_of);
            rows.reverse();
            prop_assert_eq!(up.collect::<Vec<_>>(), rows);
        }

        #[test]
        fn a_step_to_another_row_leads_to_the_nearest_mark(stops in stops(), from in 0_usize..40) {
            let from = from % stops.len();
            for by in [Step::RowBefore, Step::RowAfter] {
                let Some(to) = step(&stops, from, by).filter(|to| *to != from) else { continue };
                let distance = |index: usize| stops[index].x.abs_diff(stops[from].x);
                let in_row = (0..stops.len()).filter(|index| stops[*index].row == stops[to].row);
                prop_assert_eq!(in_row.map(distance).min(), Some(distance(to)));
            }
        }
    }
}
