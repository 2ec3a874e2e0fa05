//! The layout of one row of a comparison: its marks, their labels, and its name.

use super::super::error::ChartError;
use super::super::label::{
    COVERED_LINE_COST, CROSSED_LINE_COST, LabelArea, LabelRequest, Omission, PlacedLabel, Side,
};
use super::super::layout::bound_arrow;
use super::super::placed::{
    Anchor, Arrow, Backing, Dash, HIT_RADIUS, PlacedLine, PlacedMark, PlacedText, Rect, name_of,
    point, set_text,
};
use super::super::spec::{Fill, MarkForm};
use super::super::theme::{INK, MUTED, SHAPE_REACH};
use super::{MAX_GUTTER, Mark, Plot, Row};
use crate::order;

/// The radius of the ring that a target forms around a result of the same value, in radii of a mark.
const RING_RADIUS: f64 = 1.8;

/// A target and a result closer than this are drawn as ring and disc, in units.
const SAME_POSITION: f64 = 2.0;

/// A laid-out row, whose own line is at y = 0.
pub(super) struct PlacedRow {
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) label: Option<PlacedText>,
    pub(super) note: Option<PlacedText>,
    pub(super) lines: Vec<PlacedLine>,
    pub(super) marks: Vec<PlacedMark>,
}

impl Plot<'_> {
    /// Places a row. `number` is its number in the figure.
    pub(super) fn place_row(
        &self,
        row: &Row,
        number: u32,
        references: &[f64],
    ) -> Result<PlacedRow, ChartError> {
        let style = self.style;
        let reach = style.radius * SHAPE_REACH + 2.0;
        let (mut marks, groups) = self.place_marks(row, number)?;
        let tops = marks.iter().map(|mark| -mark.bounds().top);
        let label = self.place_row_label(row, tops.fold(reach, f64::max) + 1.0);
        let mut field = LabelArea {
            bounds: Rect {
                left: self.label_left,
                top: 0.0,
                right: self.label_right,
                bottom: f64::INFINITY,
            },
            taken: marks.iter().map(PlacedMark::bounds).collect(),
            lines: Vec::new(),
        };
        // Above the line there is room for only one label, so that labels do not reach the name of the
        // row.
        let heights = marks.iter().filter_map(|mark| mark.label.as_ref()).map(PlacedText::height);
        field.bounds.top =
            -style.radius * RING_RADIUS * SHAPE_REACH - 4.0 - heights.fold(0.0, f64::max);
        if let Some(label) = label.as_ref().filter(|_| self.is_narrow) {
            field.bounds.top = field.bounds.top.min(label.bounds.top);
            field.taken.push(label.bounds);
        }
        let mut lines = connectors(&marks, &groups);
        field.lines.extend(lines.iter().map(|line| (line.points, COVERED_LINE_COST)));
        field.lines.extend(
            references.iter().map(|x| ([point(*x, -1e4), point(*x, 1e4)], CROSSED_LINE_COST)),
        );
        // The label of a mark in a ring keeps clear of the ring.
        let rings: Vec<PlacedMark> =
            marks.iter().filter(|mark| mark.radius > style.radius).cloned().collect();
        let lowest = marks.iter().map(|mark| mark.center.y).fold(0.0, f64::max);
        let mut labelled = Vec::new();
        let mut requests = Vec::new();
        for (index, mark) in marks.iter_mut().enumerate() {
            let Some(label) = mark.label.take() else {
                continue;
            };
            let ring = rings.iter().find(|ring| ring.center == mark.center);
            let sides: &[Side] = if ring.is_some() && mark.form == MarkForm::Hollow {
                &[Side::Above, Side::Right, Side::Left, Side::Below]
            } else if lowest > 0.0 {
                // Marks below one another read like a list, so put their labels at the side.
                &[Side::Right, Side::Left, Side::Below, Side::Above]
            } else {
                &[Side::Below, Side::Right, Side::Above, Side::Left]
            };
            labelled.push(index);
            requests.push(LabelRequest {
                label,
                around: ring.unwrap_or(mark).bounds(),
                sides,
                omission: Omission::Never,
            });
        }
        for (index, placed_label) in labelled.into_iter().zip(field.place_labels(requests)) {
            // An area without a bottom has room for every label.
            if let Ok(PlacedLabel { text, leader }) = placed_label {
                marks[index].label = Some(text);
                lines.extend(leader);
            }
        }
        let note = set_text(&row.note, style.label, MUTED, self.label_right - self.left)
            .filter(|_| marks.is_empty())
            .map(|note| self.place_note(note, references));
        // From left to right, as they are read aloud. Larger marks are rings: draw them first, beneath
        // the marks inside them.
        order::sort_by(&mut marks, |a, b| {
            a.center.x.total_cmp(&b.center.x).then(b.radius.total_cmp(&a.radius))
        });
        let boxes = || {
            let labels = marks.iter().filter_map(|mark| mark.label.as_ref());
            let texts = labels.chain(&label).chain(&note).map(|text| text.bounds);
            texts.chain(marks.iter().map(PlacedMark::bounds))
        };
        let top = boxes().map(|bounds| bounds.top).fold(-reach, f64::min);
        let bottom = boxes().map(|bounds| bounds.bottom).fold(reach, f64::max);
        Ok(PlacedRow { top, bottom, label, note, lines, marks })
    }

    /// Places the note of a row on its line: at the beginning, or after the first reference where it
    /// fits.
    fn place_note(&self, note: PlacedText, references: &[f64]) -> PlacedText {
        let (width, top) = (note.width(), -note.height() / 2.0);
        let start = self.left + 6.0;
        let is_clear = |left: &f64| {
            let right = left + width;
            right <= self.label_right && !references.iter().any(|x| left < x && *x < right)
        };
        let starts = std::iter::once(start).chain(references.iter().map(|x| x + 6.0));
        let left = starts.into_iter().find(is_clear).unwrap_or(self.left);
        note.moved_to(left, top).with_backing(Backing::Plate)
    }

    /// Places the name of a row left of it, or above it on a narrow sheet.
    fn place_row_label(&self, row: &Row, reach: f64) -> Option<PlacedText> {
        let style = self.style;
        let max_width = if self.is_narrow { style.inner_width() } else { MAX_GUTTER };
        let label = set_text(&row.label, style.row, row.series.swatch(), max_width)?;
        let height = label.height();
        if self.is_narrow {
            return Some(label.moved_to(style.margin, -reach - height).with_backing(Backing::Halo));
        }
        let left = self.label_left - 10.0 - label.width();
        Some(label.moved_to(left, -height / 2.0).with_anchor(Anchor::End))
    }

    /// Places the marks on the row's line. A mark that would touch another is moved to a line below,
    /// and a target at the position of its result becomes a ring around it. Also returns the group of
    /// each mark.
    fn place_marks(
        &self,
        row: &Row,
        number: u32,
    ) -> Result<(Vec<PlacedMark>, Vec<u32>), ChartError> {
        let mut marks = Vec::with_capacity(row.marks.len());
        for mark in &row.marks {
            marks.push((self.new_mark(mark, number)?, mark.group));
        }
        order::sort_by(&mut marks, |(a, _): &(PlacedMark, u32), (b, _)| {
            let is_hollow = |mark: &PlacedMark| mark.form == MarkForm::Hollow;
            a.center.x.total_cmp(&b.center.x).then(is_hollow(a).cmp(&is_hollow(b)))
        });
        let mut placed: Vec<PlacedMark> = Vec::with_capacity(marks.len());
        let groups = marks.iter().map(|(_, group)| *group).collect();
        for (mut mark, _) in marks {
            if let Some(ring) = ring_around(&mark, &placed) {
                placed.push(ring);
                continue;
            }
            while placed.iter().any(|other| other.bounds().overlaps(&mark.bounds())) {
                mark.center.y += self.style.label.line_height() + 4.0;
            }
            placed.push(mark);
        }
        Ok((placed, groups))
    }

    fn new_mark(&self, mark: &Mark, row: u32) -> Result<PlacedMark, ChartError> {
        let what = if mark.label.is_empty() { &mark.title } else { &mark.label };
        let x = self.scale.position(mark.value, what)?;
        let (along, back) = if self.is_reversed {
            (Arrow::Left, Arrow::Right)
        } else {
            (Arrow::Right, Arrow::Left)
        };
        let swatch = mark.series.swatch();
        let ink = if mark.fill == Fill::Filled { INK } else { swatch };
        let max_width = self.style.max_label.min(self.label_right - self.label_left);
        Ok(PlacedMark {
            center: point(x, 0.0),
            radius: self.style.radius,
            hit_radius: HIT_RADIUS,
            shape: mark.series.shape(),
            form: mark.fill.form(),
            swatch,
            arrow: bound_arrow(mark.bound, along, back),
            href: mark.href.clone(),
            name: name_of(&mark.label, &mark.title),
            row,
            label: set_text(&mark.label, self.style.label, ink, max_width),
        })
    }
}

/// The target as a ring around a result, if there is a result at its position and room for the ring.
fn ring_around(target: &PlacedMark, placed: &[PlacedMark]) -> Option<PlacedMark> {
    if target.form != MarkForm::Hollow || target.arrow.is_some() {
        return None;
    }
    let is_same_place = |other: &&PlacedMark| {
        other.form == MarkForm::Filled
            && other.shape == target.shape
            && other.arrow.is_none()
            && (other.center.x - target.center.x).abs() < SAME_POSITION
    };
    let result = placed.iter().find(is_same_place)?;
    let ring =
        PlacedMark { center: result.center, radius: target.radius * RING_RADIUS, ..target.clone() };
    let bounds = ring.bounds();
    let touched = placed.iter().filter(|other| other.bounds().overlaps(&bounds)).count();
    (touched == 1).then_some(ring)
}

/// Dotted lines between neighbors on a row, if one is a result, the other a target, and both are of the
/// same group.
fn connectors(marks: &[PlacedMark], groups: &[u32]) -> Vec<PlacedLine> {
    let mut neighbors: Vec<(&PlacedMark, &u32)> = marks.iter().zip(groups).collect();
    order::sort_by(&mut neighbors, |(a, _), (b, _)| a.center.x.total_cmp(&b.center.x));
    let pairs = neighbors.windows(2).filter_map(|pair| match pair {
        [(from, group), (to, other)]
            if group == other && from.form != to.form && from.center != to.center =>
        {
            Some((from, to))
        }
        _ => None,
    });
    pairs
        .map(|(from, to)| PlacedLine {
            points: [from.center, to.center],
            swatch: from.swatch,
            width: 1.8,
            dash: Dash::Dotted,
        })
        .collect()
}
