//! Finds room for labels: beside their marks where nothing else stands, else further away with a
//! thin leader line.
//!
//! Boxes that are taken are never overlapped. Lines may be crossed, at a cost, because labels have a
//! halo.

use super::placed::{Anchor, Backing, Dash, PlacedLine, PlacedText, Point, Rect, point};
use super::theme::MUTED;
use crate::order;

/// Clear space between a label and everything else, in units.
const GAP: f64 = 3.0;

/// From a mark to the box of a label above or below it, whose line height holds clear space already;
/// a little more than the half gap every label keeps to all sides.
const CLOSE: f64 = 1.6;

/// Leader steps tried before the whole field is searched.
const MAX_STEPS: u32 = 12;

/// Where a label may stand in relation to its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Below,
    Above,
    Right,
    Left,
}

/// The region labels are placed in and what already stands there.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// Labels stay within. An infinite bottom means that the sheet grows with its labels.
    pub(super) bounds: Rect,
    /// Marks and labels.
    pub(super) taken: Vec<Rect>,
    /// Lines a label should rather not stand on, with what each crossing costs: [`ACROSS`] or
    /// [`ALONG`].
    pub(super) lines: Vec<([Point; 2], f64)>,
}

/// The cost of standing on a line that cuts through the label.
pub(super) const ACROSS: f64 = 5.0;

/// The cost of standing on a line that may run through all of the label.
pub(super) const ALONG: f64 = 30.0;

/// A label and what it belongs to.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    pub(super) label: PlacedText,
    /// The box the label wants to stand beside.
    pub(super) around: Rect,
    /// In order of liking. Leaders go up or down only.
    pub(super) sides: &'static [Side],
    /// Comes after all others and would rather be left out than need a leader or cover a line.
    pub(super) is_optional: bool,
}

/// A label in its place, and the line that ties it to its mark if it is not beside it.
#[derive(Clone, Debug)]
pub(super) struct Settled {
    pub(super) text: PlacedText,
    pub(super) leader: Option<PlacedLine>,
}

/// A candidate place.
#[derive(Clone, Copy, Debug)]
struct Spot {
    bounds: Rect,
    leader: Option<[Point; 2]>,
    cost: f64,
}

impl Field {
    /// Finds room for every label and takes it; the answer is in the order of the wishes.
    ///
    /// A label without room is given back as the error; in a field without a bottom that happens to
    /// optional labels only. Who comes first has the choice, so several orders are tried and the best is kept.
    pub(super) fn place_all(&mut self, wishes: Vec<Wish>) -> Vec<Result<Settled, PlacedText>> {
        let forward = 0..wishes.len();
        let orders: [Vec<usize>; 3] = [
            forward.clone().collect(),
            forward.clone().rev().collect(),
            // Every other label, then those between them.
            forward.clone().skip(1).step_by(2).chain(forward.step_by(2)).collect(),
        ];
        let mut best: Option<(f64, Field, Vec<Option<Spot>>)> = None;
        for mut order in orders {
            order::sort_by_key(&mut order, |index| wishes[*index].is_optional);
            let mut field = self.clone();
            let mut spots = vec![None; wishes.len()];
            let mut total = 0.0;
            for index in order {
                spots[index] = field.place(&wishes[index]);
                let homeless = if wishes[index].is_optional { LEFT_OUT } else { HOMELESS };
                total += spots[index].map_or(homeless, |spot: Spot| spot.cost);
            }
            let is_good = total < ACROSS;
            if best.as_ref().is_none_or(|(least, ..)| total < *least) {
                best = Some((total, field, spots));
            }
            if is_good {
                break;
            }
        }
        let Some((_, field, spots)) = best else {
            return Vec::new();
        };
        let settled = wishes.into_iter().zip(spots).map(|(wish, spot)| match spot {
            Some(spot) => Ok(self.settle(wish, spot)),
            None => Err(wish.label),
        });
        let settled = settled.collect();
        *self = field;
        settled
    }

    /// The label at its spot, aligned to the side its mark is on.
    fn settle(&self, wish: Wish, spot: Spot) -> Settled {
        let middle = |bounds: Rect| f64::midpoint(bounds.left, bounds.right);
        let offset = middle(spot.bounds) - middle(wish.around);
        let anchor = if offset.abs() < 1.0 {
            Anchor::Middle
        } else if offset < 0.0 {
            Anchor::End
        } else {
            Anchor::Start
        };
        let backing =
            if self.crossings(spot.bounds) > 0.0 { Backing::Plate } else { Backing::Halo };
        let text = wish.label.to(spot.bounds.left, spot.bounds.top);
        let leader = spot.leader.map(|points| PlacedLine {
            points,
            swatch: MUTED,
            width: 0.8,
            dash: Dash::Solid,
        });
        Settled { text: text.anchored(anchor).on(backing), leader }
    }

    /// Finds room for one label and takes it.
    fn place(&mut self, wish: &Wish) -> Option<Spot> {
        let Wish { label, around, sides, is_optional } = wish;
        let (width, height) = (label.width(), label.height());
        let mut best: Option<Spot> = None;
        let consider = |cost: f64, corner: Point, best: &mut Option<Spot>| {
            let bounds = Rect::at(corner.x, corner.y, width, height);
            let leader = (cost >= FAR).then(|| leader(*around, bounds));
            let crossings = self.crossings(bounds);
            let cost = cost + crossings;
            let is_better = best.is_none_or(|best| cost < best.cost);
            let is_welcome = !is_optional || crossings <= 0.0;
            if is_better && is_welcome && self.is_free(bounds) {
                *best = Some(Spot { bounds, leader, cost });
            }
        };
        for (rank, side) in sides.iter().enumerate() {
            for (slide_cost, corner) in self.beside(*around, *side, width, height, 0.0) {
                consider(2.0 * rank as f64 + slide_cost, corner, &mut best);
            }
        }
        let n_steps = if *is_optional { 0 } else { MAX_STEPS };
        for step in 1..=n_steps {
            let step_cost = FAR + 4.0 * f64::from(step);
            if best.is_some_and(|best| best.cost <= step_cost) {
                break;
            }
            for side in sides.iter().filter(|side| matches!(side, Side::Below | Side::Above)) {
                let away = f64::from(step) * label.font.line_height();
                for (slide_cost, corner) in self.beside(*around, *side, width, height, away) {
                    consider(step_cost + slide_cost, corner, &mut best);
                }
            }
        }
        let spot = match best {
            Some(spot) => spot,
            None if *is_optional => return None,
            None => self.anywhere(*around, width, height)?,
        };
        self.taken.push(spot.bounds);
        Some(spot)
    }

    /// The upper left corners to try on one side, `away` from the mark, with what each costs.
    fn beside(
        &self,
        mark: Rect,
        side: Side,
        width: f64,
        height: f64,
        away: f64,
    ) -> Vec<(f64, Point)> {
        let (x, y) = (f64::midpoint(mark.left, mark.right), f64::midpoint(mark.top, mark.bottom));
        let top = match side {
            Side::Below => mark.bottom + CLOSE + away,
            Side::Above => mark.top - CLOSE - away - height,
            Side::Right => return vec![(0.0, point(mark.right + GAP, y - height / 2.0))],
            Side::Left => return vec![(0.0, point(mark.left - GAP - width, y - height / 2.0))],
        };
        let inside = |left: f64| left.min(self.bounds.right - width).max(self.bounds.left);
        vec![
            (0.0, point(inside(x - width / 2.0), top)),
            (1.0, point(inside(mark.left), top)),
            (1.2, point(inside(mark.right - width), top)),
            (1.4, point(inside(x + GAP), top)),
            (1.6, point(inside(x - GAP - width), top)),
        ]
    }

    fn is_free(&self, bounds: Rect) -> bool {
        let clear = bounds.grown(GAP / 2.0);
        self.bounds.contains(&bounds) && !self.taken.iter().any(|taken| taken.overlaps(&clear))
    }

    fn crossings(&self, bounds: Rect) -> f64 {
        let crossed = self.lines.iter().filter(|(line, _)| bounds.is_crossed_by(line));
        crossed.map(|(_, cost)| cost).sum()
    }

    /// The free place nearest to the mark, on a grid; under everything if the field has no bottom.
    fn anywhere(&self, mark: Rect, width: f64, height: f64) -> Option<Spot> {
        let x = f64::midpoint(mark.left, mark.right);
        if self.bounds.bottom.is_infinite() {
            let lowest = self.taken.iter().map(|taken| taken.bottom).fold(mark.bottom, f64::max);
            let left = (x - width / 2.0).min(self.bounds.right - width).max(self.bounds.left);
            let bounds = Rect::at(left, lowest + GAP, width, height);
            return Some(Spot { bounds, leader: Some(leader(mark, bounds)), cost: DISTANT });
        }
        let mut nearest: Option<(f64, Rect)> = None;
        let mut top = self.bounds.top;
        while top + height <= self.bounds.bottom {
            let mut left = self.bounds.left;
            while left + width <= self.bounds.right {
                let bounds = Rect::at(left, top, width, height);
                let [from, to] = leader(mark, bounds);
                let distance = (from.x - to.x).abs() + 2.0 * (from.y - to.y).abs();
                let is_nearer = nearest.as_ref().is_none_or(|(least, _)| distance < *least);
                if is_nearer && self.is_free(bounds) {
                    nearest = Some((distance, bounds));
                }
                left += 8.0;
            }
            top += 6.0;
        }
        let spot = |bounds| Spot { bounds, leader: Some(leader(mark, bounds)), cost: DISTANT };
        nearest.map(|(_, bounds)| spot(bounds))
    }
}

/// The cost from which on a label needs a leader.
const FAR: f64 = 16.0;

/// The cost of a place found only by searching everywhere.
const DISTANT: f64 = 100.0;

/// The cost of leaving an optional label out.
const LEFT_OUT: f64 = 8.0;

/// The cost of finding no room.
const HOMELESS: f64 = 1000.0;

/// From the middle of the mark to the nearest place on the label's edge.
fn leader(mark: Rect, label: Rect) -> [Point; 2] {
    let center = point(f64::midpoint(mark.left, mark.right), f64::midpoint(mark.top, mark.bottom));
    // Short labels are no wider than twice the inset.
    let inset = 6.0_f64.min((label.right - label.left) / 2.0);
    // Not `clamp`, whose panic prints numbers (decision 0012).
    let x = center.x.min(label.right - inset).max(label.left + inset);
    let y = if label.top > center.y {
        label.top
    } else if label.bottom < center.y {
        label.bottom
    } else {
        f64::midpoint(label.top, label.bottom)
    };
    [center, point(x, y)]
}

#[cfg(test)]
mod tests {
    use super::super::placed::{Font, set_text};
    use super::super::theme::INK;
    use super::*;

    const SIDES: [Side; 4] = [Side::Below, Side::Above, Side::Right, Side::Left];

    fn wish(text: &str, x: f64) -> Wish {
        let font = Font { size: 12.0, is_bold: false };
        let label = set_text(text, font, INK, 200.0).unwrap();
        Wish { label, around: Rect::around(point(x, 50.0), 6.0), sides: &SIDES, is_optional: false }
    }

    fn field(bottom: f64) -> Field {
        let bounds = Rect { left: 0.0, top: 0.0, right: 300.0, bottom };
        Field { bounds, taken: Vec::new(), lines: Vec::new() }
    }

    fn place(field: &mut Field, wish: Wish) -> Settled {
        field.place_all(vec![wish]).remove(0).unwrap()
    }

    #[test]
    fn a_lonely_label_stands_centered_below_its_mark() {
        let settled = place(&mut field(200.0), wish("40%", 150.0));
        let bounds = settled.text.bounds;
        assert!((f64::midpoint(bounds.left, bounds.right) - 150.0).abs() < 1e-9);
        assert!(bounds.top > 56.0 && settled.leader.is_none());
    }

    #[test]
    fn a_label_at_the_edge_is_shifted_inside() {
        let settled = place(&mut field(200.0), wish("hứa 100%", 298.0));
        assert!(settled.text.bounds.right <= 300.0 && settled.text.bounds.top > 56.0);
        assert_eq!(settled.text.anchor, Anchor::End);
    }

    #[test]
    fn a_label_avoids_a_line_if_it_can_and_covers_it_if_not() {
        let mut field = field(200.0);
        field.lines.push(([point(150.0, 60.0), point(150.0, 200.0)], ACROSS));
        let settled = place(&mut field, wish("40%", 150.0));
        assert!(!settled.text.bounds.is_crossed_by(&field.lines[0].0));
        assert_eq!(settled.text.backing, Backing::Halo);
        field.lines.push(([point(0.0, 0.0), point(300.0, 200.0)], ACROSS));
        field.bounds.top = 54.0;
        field.bounds.right = 160.0;
        let settled = place(&mut field, wish("a label of some length", 60.0));
        assert_eq!(settled.text.backing, Backing::Plate);
    }

    #[test]
    fn crowded_labels_get_leaders_and_a_full_field_says_so() {
        let wishes = || (0..40).map(|_| wish("hứa 40% · 10/2023", 150.0)).collect::<Vec<_>>();
        let settled: Vec<Settled> =
            field(f64::INFINITY).place_all(wishes()).into_iter().map(Result::unwrap).collect();
        assert!(settled.iter().any(|label| label.leader.is_some()));
        for (index, label) in settled.iter().enumerate() {
            let bounds = label.text.bounds;
            assert!(settled[..index].iter().all(|other| !other.text.bounds.overlaps(&bounds)));
        }
        assert!(field(100.0).place_all(wishes()).iter().any(Result::is_err));
    }

    #[test]
    fn an_optional_label_is_left_out_rather_than_led_away() {
        let mut field = field(f64::INFINITY);
        let optional = Wish { is_optional: true, ..wish("40%", 150.0) };
        assert!(field.place_all(vec![optional.clone()])[0].is_ok());
        field.taken.push(Rect::at(100.0, 20.0, 100.0, 60.0));
        assert!(field.place_all(vec![optional])[0].is_err());
    }

    #[test]
    fn who_has_little_choice_goes_first() {
        // Two marks above each other: the upper label must leave the room between them.
        let mut field = field(f64::INFINITY);
        let mut upper = wish("64%", 150.0);
        let mut lower = wish("80%", 150.0);
        lower.around = lower.around.moved(32.0);
        (upper.sides, lower.sides) = (&SIDES, &[Side::Above]);
        field.taken = vec![upper.around, lower.around];
        let settled = field.place_all(vec![upper, lower]);
        assert!(settled.into_iter().all(|label| label.unwrap().leader.is_none()));
    }
}
