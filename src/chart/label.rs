//! Finds room for labels: beside their marks where that is free, else further away with a thin leader
//! line.
//!
//! Labels never overlap a box that is taken. They may cover lines, at a cost, because they have a halo.
//! A leader that runs through another mark or label reads as if it belonged to that one, so it costs most.
//! Of several free positions, the one with the lowest cost is taken.

use super::leader::{corners_aslant, leader};
use super::placed::{Anchor, Backing, Dash, PlacedLine, PlacedText, Point, Rect, point};
use super::theme::MUTED;
use crate::order;

/// The clear space between a label and everything else, in units.
const GAP: f64 = 3.0;

/// The distance from a mark to the box of a label above or below it. It is smaller than [`GAP`] because
/// the line height contains clear space already, and a little more than the half gap that
/// [`LabelArea::is_free`] asks for on all sides.
const VERTICAL_GAP: f64 = 1.6;

/// How many line heights away from the mark are tried before the whole area is searched.
const MAX_LEADER_STEPS: u32 = 12;

/// The side of its mark on which a label is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Below,
    Above,
    Right,
    Left,
}

/// The area in which labels are placed, and what is there already.
#[derive(Clone, Debug)]
pub(super) struct LabelArea {
    /// Labels stay within these bounds. If the bottom is infinite, the sheet grows with its labels.
    pub(super) bounds: Rect,
    /// The boxes of marks and labels, which must not be overlapped.
    pub(super) taken: Vec<Rect>,
    /// Lines that labels should avoid, with the cost of covering each: [`CROSSED_LINE_COST`] or
    /// [`COVERED_LINE_COST`].
    pub(super) lines: Vec<([Point; 2], f64)>,
}

/// The cost of a label on a line that crosses it, such as an upright line.
pub(super) const CROSSED_LINE_COST: f64 = 5.0;

/// The cost of a label on a line that may run along all of it, such as a horizontal one.
pub(super) const COVERED_LINE_COST: f64 = 30.0;

/// A label to be placed, and the mark it belongs to.
#[derive(Clone, Debug)]
pub(super) struct LabelRequest {
    pub(super) label: PlacedText,
    /// The box of the mark.
    pub(super) around: Rect,
    /// The sides to try, the best first. Leaders go only up or down.
    pub(super) sides: &'static [Side],
    /// When the label may be left out.
    pub(super) omission: Omission,
}

/// When a label may be left out. Those that may are placed after all others, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Omission {
    /// Never: it is led to where there is room.
    Never,
    /// If there is no room beside its mark.
    RatherThanLed,
    /// If there is no room beside its mark, or if it would cover a line there.
    RatherThanCovering,
}

/// A label at its position, and the line that connects it with its mark if it is not beside it.
#[derive(Clone, Debug)]
pub(super) struct PlacedLabel {
    pub(super) text: PlacedText,
    pub(super) leader: Option<PlacedLine>,
}

/// A possible position of a label.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    bounds: Rect,
    leader: Option<[Point; 2]>,
    cost: f64,
}

impl LabelArea {
    /// Finds room for every label and marks it as taken. The answers are in the order of the requests.
    ///
    /// A label without room is returned as the error. If the area has no bottom, that happens only to
    /// optional labels. The first labels get the best positions, so this tries several orders and keeps
    /// the best result.
    pub(super) fn place_labels(
        &mut self,
        requests: Vec<LabelRequest>,
    ) -> Vec<Result<PlacedLabel, PlacedText>> {
        let forward = 0..requests.len();
        let mut downward: Vec<usize> = forward.clone().collect();
        order::sort_by(&mut downward, |a, b| {
            requests[*a].around.top.total_cmp(&requests[*b].around.top)
        });
        let orders: [Vec<usize>; 5] = [
            forward.clone().collect(),
            forward.clone().rev().collect(),
            // First every second label, then the others.
            forward.clone().skip(1).step_by(2).chain(forward.step_by(2)).collect(),
            downward.clone(),
            downward.into_iter().rev().collect(),
        ];
        let mut best: Option<(f64, LabelArea, Vec<Option<Candidate>>)> = None;
        for mut order in orders {
            order::sort_by_key(&mut order, |index| requests[*index].omission);
            let mut trial = self.clone();
            let mut spots = vec![None; requests.len()];
            let mut total = 0.0;
            for index in order {
                spots[index] = trial.place_label(&requests[index]);
                let missing_cost = match requests[index].omission {
                    Omission::Never => NO_ROOM_COST,
                    Omission::RatherThanLed => UNLED_COST,
                    Omission::RatherThanCovering => OMISSION_COST,
                };
                total += spots[index].map_or(missing_cost, |spot: Candidate| spot.cost);
            }
            let is_good_enough = total < CROSSED_LINE_COST;
            if best.as_ref().is_none_or(|(least, ..)| total < *least) {
                best = Some((total, trial, spots));
            }
            if is_good_enough {
                break;
            }
        }
        let Some((_, with_labels, spots)) = best else {
            return Vec::new();
        };
        let settled = requests.into_iter().zip(spots).map(|(request, spot)| match spot {
            Some(spot) => Ok(self.finish(request, spot)),
            None => Err(request.label),
        });
        let settled = settled.collect();
        *self = with_labels;
        settled
    }

    /// Moves a label to its position. Its text is aligned towards the mark.
    fn finish(&self, request: LabelRequest, spot: Candidate) -> PlacedLabel {
        let middle = |bounds: Rect| f64::midpoint(bounds.left, bounds.right);
        let offset = middle(spot.bounds) - middle(request.around);
        let anchor = if offset.abs() < 1.0 {
            Anchor::Middle
        } else if offset < 0.0 {
            Anchor::End
        } else {
            Anchor::Start
        };
        let backing =
            if self.crossings(spot.bounds) > 0.0 { Backing::Plate } else { Backing::Halo };
        let text = request.label.moved_to(spot.bounds.left, spot.bounds.top);
        let leader = spot.leader.map(|points| PlacedLine {
            points,
            swatch: MUTED,
            width: 0.8,
            dash: Dash::Solid,
        });
        PlacedLabel { text: text.with_anchor(anchor).with_backing(backing), leader }
    }

    /// Finds room for one label and marks it as taken.
    fn place_label(&mut self, request: &LabelRequest) -> Option<Candidate> {
        let LabelRequest { label, around, sides, omission } = request;
        let (width, height) = (label.width(), label.height());
        let mut best: Option<Candidate> = None;
        let consider = |cost: f64, corner: Point, best: &mut Option<Candidate>| {
            let bounds = Rect::from_size(corner.x, corner.y, width, height);
            let leader = (cost >= LEADER_COST).then(|| leader(*around, bounds));
            let crossings = self.crossings(bounds);
            let run_through = leader.map_or(0.0, |leader| self.run_through(*around, leader));
            let cost = cost + crossings + run_through;
            let is_better = best.is_none_or(|best| cost < best.cost);
            let is_welcome = *omission != Omission::RatherThanCovering || crossings <= 0.0;
            if is_better && is_welcome && self.is_free(bounds) {
                *best = Some(Candidate { bounds, leader, cost });
            }
        };
        for (rank, side) in sides.iter().enumerate() {
            for (slide_cost, corner) in self.corners_beside(*around, *side, width, height, 0.0) {
                consider(2.0 * rank as f64 + slide_cost, corner, &mut best);
            }
        }
        let n_steps = if *omission == Omission::Never { MAX_LEADER_STEPS } else { 0 };
        for step in 1..=n_steps {
            let step_cost = LEADER_COST + 4.0 * f64::from(step);
            if best.is_some_and(|best| best.cost <= step_cost) {
                break;
            }
            for side in sides.iter().filter(|side| matches!(side, Side::Below | Side::Above)) {
                let away = f64::from(step) * label.font.line_height();
                let straight = self.corners_beside(*around, *side, width, height, away);
                let down = if *side == Side::Below { away } else { -away };
                let slanted = corners_aslant(*around, width, height, down);
                for (slide_cost, corner) in straight.into_iter().chain(slanted) {
                    consider(step_cost + slide_cost, corner, &mut best);
                }
            }
        }
        let spot = match best {
            Some(spot) => spot,
            None if *omission != Omission::Never => return None,
            None => self.nearest_free_spot(*around, width, height)?,
        };
        self.taken.push(spot.bounds);
        self.lines.extend(spot.leader.map(|leader| (leader, COVERED_LINE_COST)));
        Some(spot)
    }

    /// The upper left corners to try on one side at a distance `away` from the mark, each with its
    /// cost.
    fn corners_beside(
        &self,
        mark: Rect,
        side: Side,
        width: f64,
        height: f64,
        away: f64,
    ) -> Vec<(f64, Point)> {
        let (x, y) = (f64::midpoint(mark.left, mark.right), f64::midpoint(mark.top, mark.bottom));
        let top = match side {
            Side::Below => mark.bottom + VERTICAL_GAP + away,
            Side::Above => mark.top - VERTICAL_GAP - away - height,
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
        let clear = bounds.grown_by(GAP / 2.0);
        self.bounds.contains(&bounds) && !self.taken.iter().any(|taken| taken.overlaps(&clear))
    }

    fn crossings(&self, bounds: Rect) -> f64 {
        let crossed = self.lines.iter().filter(|(line, _)| bounds.is_crossed_by(line));
        crossed.map(|(_, cost)| cost).sum()
    }

    /// The cost of the marks and labels that a leader from a mark runs through. Marks that touch its own
    /// cannot be avoided.
    fn run_through(&self, mark: Rect, leader: [Point; 2]) -> f64 {
        let others = self.taken.iter().filter(|taken| !taken.overlaps(&mark));
        RUN_THROUGH_COST * others.filter(|taken| taken.is_crossed_by(&leader)).count() as f64
    }

    /// The free position nearest to the mark, searched on a grid; or below everything, if the area has
    /// no bottom.
    fn nearest_free_spot(&self, mark: Rect, width: f64, height: f64) -> Option<Candidate> {
        let x = f64::midpoint(mark.left, mark.right);
        if self.bounds.bottom.is_infinite() {
            let lowest = self.taken.iter().map(|taken| taken.bottom).fold(mark.bottom, f64::max);
            let left = (x - width / 2.0).min(self.bounds.right - width).max(self.bounds.left);
            let bounds = Rect::from_size(left, lowest + GAP, width, height);
            return Some(Candidate {
                bounds,
                leader: Some(leader(mark, bounds)),
                cost: SEARCH_COST,
            });
        }
        let mut nearest: Option<(f64, Rect)> = None;
        let mut top = self.bounds.top;
        while top + height <= self.bounds.bottom {
            let mut left = self.bounds.left;
            while left + width <= self.bounds.right {
                let bounds = Rect::from_size(left, top, width, height);
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
        let spot =
            |bounds| Candidate { bounds, leader: Some(leader(mark, bounds)), cost: SEARCH_COST };
        nearest.map(|(_, bounds)| spot(bounds))
    }
}

/// The base cost of a label that needs a leader; cheaper positions need none.
const LEADER_COST: f64 = 16.0;

/// The cost of each mark or label that a leader runs through.
const RUN_THROUGH_COST: f64 = 40.0;

/// The cost of a position that only a search of the whole area found.
const SEARCH_COST: f64 = 100.0;

/// The cost of leaving out a label that must not cover a line.
const OMISSION_COST: f64 = 8.0;

/// The cost of leaving out a label that has no room beside its mark: as much as leading it away.
const UNLED_COST: f64 = 20.0;

/// The cost of finding no room for a label that is not optional.
const NO_ROOM_COST: f64 = 1000.0;

#[cfg(test)]
mod tests {
    use super::super::placed::{Font, set_text};
    use super::super::theme::INK;
    use super::*;

    const SIDES: [Side; 4] = [Side::Below, Side::Above, Side::Right, Side::Left];

    fn request(text: &str, x: f64) -> LabelRequest {
        let font = Font { size: 12.0, is_bold: false };
        let label = set_text(text, font, INK, 200.0).unwrap();
        LabelRequest {
            label,
            around: Rect::around(point(x, 50.0), 6.0),
            sides: &SIDES,
            omission: Omission::Never,
        }
    }

    fn field(bottom: f64) -> LabelArea {
        let bounds = Rect { left: 0.0, top: 0.0, right: 300.0, bottom };
        LabelArea { bounds, taken: Vec::new(), lines: Vec::new() }
    }

    fn place(field: &mut LabelArea, request: LabelRequest) -> PlacedLabel {
        field.place_labels(vec![request]).remove(0).unwrap()
    }

    #[test]
    fn a_lonely_label_stands_centered_below_its_mark() {
        let settled = place(&mut field(200.0), request("40%", 150.0));
        let bounds = settled.text.bounds;
        assert!((f64::midpoint(bounds.left, bounds.right) - 150.0).abs() < 1e-9);
        assert!(bounds.top > 56.0 && settled.leader.is_none());
    }

    #[test]
    fn a_label_at_the_edge_is_shifted_inside() {
        let settled = place(&mut field(200.0), request("hứa 100%", 298.0));
        assert!(settled.text.bounds.right <= 300.0 && settled.text.bounds.top > 56.0);
        assert_eq!(settled.text.anchor, Anchor::End);
    }

    #[test]
    fn a_label_avoids_a_line_if_it_can_and_covers_it_if_not() {
        let mut field = field(200.0);
        field.lines.push(([point(150.0, 60.0), point(150.0, 200.0)], CROSSED_LINE_COST));
        let settled = place(&mut field, request("40%", 150.0));
        assert!(!settled.text.bounds.is_crossed_by(&field.lines[0].0));
        assert_eq!(settled.text.backing, Backing::Halo);
        field.lines.push(([point(0.0, 0.0), point(300.0, 200.0)], CROSSED_LINE_COST));
        field.bounds.top = 54.0;
        field.bounds.right = 160.0;
        let settled = place(&mut field, request("a label of some length", 60.0));
        assert_eq!(settled.text.backing, Backing::Plate);
    }

    #[test]
    fn crowded_labels_get_leaders_and_a_full_field_says_so() {
        let requests = || (0..40).map(|_| request("hứa 40% · 10/2023", 150.0)).collect::<Vec<_>>();
        let settled: Vec<PlacedLabel> =
            field(f64::INFINITY).place_labels(requests()).into_iter().map(Result::unwrap).collect();
        assert!(settled.iter().any(|label| label.leader.is_some()));
        for (index, label) in settled.iter().enumerate() {
            let bounds = label.text.bounds;
            assert!(settled[..index].iter().all(|other| !other.text.bounds.overlaps(&bounds)));
        }
        assert!(field(100.0).place_labels(requests()).iter().any(Result::is_err));
    }

    #[test]
    fn a_leader_goes_past_the_marks_above_and_below() {
        // Six marks from top to bottom, closer to each other than their labels are high.
        let mut field = LabelArea { bounds: Rect::from_size(0.0, 0.0, 300.0, 200.0), ..field(0.0) };
        let mut requests: Vec<_> = (0..6).map(|_| request("61/63 · 2024", 150.0)).collect();
        for (index, request) in requests.iter_mut().enumerate() {
            request.around = request.around.moved_down(8.0 * index as f64);
        }
        field.taken = requests.iter().map(|request| request.around).collect();
        let marks = field.taken.clone();
        let all: Vec<_> = field.place_labels(requests).into_iter().map(Result::unwrap).collect();
        let mut n_leaders = 0;
        for (label, own) in all.iter().zip(&marks) {
            let Some(leader) = &label.leader else { continue };
            n_leaders += 1;
            let apart = marks.iter().filter(|mark| !mark.overlaps(own));
            let texts = all.iter().map(|other| &other.text.bounds);
            let crossed = apart.chain(texts.filter(|text| **text != label.text.bounds));
            assert_eq!(crossed.filter(|other| other.is_crossed_by(&leader.points)).count(), 0);
        }
        assert!(n_leaders > 0);
    }

    #[test]
    fn a_leader_takes_the_other_way_rather_than_run_through_a_label() {
        // Above the mark a label is in the way, below it only marks to the left and to the right.
        let mut request = request("40%", 150.0);
        request.around = request.around.moved_down(50.0);
        request.sides = &[Side::Above, Side::Below];
        let mark = |x: f64| Rect::around(point(x, 120.0), 8.0);
        let taken = vec![Rect::from_size(100.0, 70.0, 100.0, 16.0), mark(132.0), mark(168.0)];
        let settled = place(&mut LabelArea { taken, ..field(200.0) }, request);
        assert!(settled.text.bounds.top > 106.0 && settled.leader.is_some());
    }

    #[test]
    fn an_optional_label_is_left_out_rather_than_led_away() {
        let left_out = |omission: Omission, field: &LabelArea| {
            let optional = LabelRequest { omission, ..request("40%", 150.0) };
            field.clone().place_labels(vec![optional])[0].is_err()
        };
        let [led, covering] = [Omission::RatherThanLed, Omission::RatherThanCovering];
        let mut field = field(f64::INFINITY);
        assert!(!left_out(led, &field) && !left_out(covering, &field));
        for y in [30.0, 50.0, 70.0] {
            field.lines.push(([point(0.0, y), point(300.0, y)], CROSSED_LINE_COST));
        }
        assert!(!left_out(led, &field) && left_out(covering, &field));
        field.taken.push(Rect::from_size(100.0, 20.0, 100.0, 60.0));
        assert!(left_out(led, &field) && left_out(covering, &field));
    }

    #[test]
    fn who_has_little_choice_goes_first() {
        // Two marks above each other: the upper label must leave the room between them.
        let mut field = field(f64::INFINITY);
        let mut upper = request("64%", 150.0);
        let mut lower = request("80%", 150.0);
        lower.around = lower.around.moved_down(32.0);
        (upper.sides, lower.sides) = (&SIDES, &[Side::Above]);
        field.taken = vec![upper.around, lower.around];
        let settled = field.place_labels(vec![upper, lower]);
        assert!(settled.into_iter().all(|label| label.unwrap().leader.is_none()));
    }
}
