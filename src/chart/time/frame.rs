//! The axes, upright lines and references of figures over time.

use super::super::axis::Scale;
use super::super::error::ChartError;
use super::super::flags::{place_flags, pole_top};
use super::super::label::{
    COVERED_LINE_COST, LabelArea, LabelRequest, Omission, PlacedLabel, Side,
};
use super::super::layout::{Style, drop_overlapping};
use super::super::placed::{
    Anchor, Backing, Dash, Placed, PlacedLine, PlacedText, Rect, point, set_text,
};
use super::super::spec::{DayTick, Reference, Vertical, VerticalKind};
use super::super::theme::{INK, MUTED, RULE, Swatch};
use super::{Plot, TimeSpec};

/// An upright line with its label, before its lower end is known.
pub(in super::super) struct PlacedVertical {
    pub(in super::super) x: f64,
    pub(in super::super) kind: VerticalKind,
    pub(in super::super) label: Option<PlacedText>,
}

impl PlacedVertical {
    /// The line from its label (or from `top`, if it has none) down to `bottom`.
    pub(in super::super) fn line(&self, top: f64, bottom: f64) -> PlacedLine {
        let top = self.label.as_ref().map_or(top, |label| pole_top(self.x, &label.bounds));
        let points = [point(self.x, top), point(self.x, bottom)];
        let (width, dash) = match self.kind {
            VerticalKind::Break => (1.2, Dash::Dashed),
            VerticalKind::Deadline => (1.0, Dash::Dashed),
            VerticalKind::Today => (1.0, Dash::Solid),
        };
        PlacedLine { points, swatch: vertical_swatch(self.kind), width, dash }
    }
}

fn vertical_swatch(kind: VerticalKind) -> Swatch {
    if kind == VerticalKind::Deadline { INK } else { MUTED }
}

/// Places upright lines, and their labels in lanes from `top` on.
pub(in super::super) fn place_verticals(
    verticals: &[Vertical],
    style: &Style,
    days: &Scale,
    top: f64,
    left: f64,
) -> Result<Vec<PlacedVertical>, ChartError> {
    let max_width = style.max_label.min(style.width - style.margin - left);
    let mut uprights = Vec::with_capacity(verticals.len());
    for Vertical { kind, day, label } in verticals {
        let x = days.position(f64::from(*day), label)?;
        let label = set_text(label, style.label, vertical_swatch(*kind), max_width);
        uprights.push(PlacedVertical { x, kind: *kind, label });
    }
    let labels = || uprights.iter().filter_map(|u| u.label.as_ref().map(|label| (u.x, label)));
    let sizes: Vec<(f64, f64)> = labels().map(|(x, label)| (x, label.width())).collect();
    let height = labels().map(|(_, label)| label.height()).fold(0.0, f64::max);
    let flags = place_flags(&sizes, left, style.width - style.margin);
    let n_lanes = flags.iter().map(|flag| flag.lane + 1).max().unwrap_or(0);
    let mut flags = flags.into_iter();
    for upright in &mut uprights {
        upright.label = upright.label.take().and_then(|label| {
            let flag = flags.next()?;
            let lane_bottom = top + height * (n_lanes - flag.lane) as f64;
            let lane_top = lane_bottom - label.height();
            let label = label.moved_to(flag.left, lane_top).with_backing(Backing::Halo);
            // The text of a label left of its line ends at the line.
            Some(if label.bounds.right < upright.x {
                label.with_anchor(Anchor::End)
            } else {
                label
            })
        });
    }
    Ok(uprights)
}

/// Draws both axes and their labels.
pub(super) fn place_axes(
    placed: &mut Placed,
    spec: &TimeSpec,
    style: &Style,
    plot: &Plot,
    value_labels: Vec<Option<PlacedText>>,
) -> Result<(), ChartError> {
    let Rect { left, right, bottom, .. } = plot.bounds;
    let mut labels = Vec::new();
    for (tick, label) in spec.axis.ticks.iter().zip(value_labels) {
        let y = plot.values.position(tick.value, &tick.label)?;
        let points = [point(left, y), point(right, y)];
        placed.grid.push(PlacedLine { points, swatch: RULE, width: 1.0, dash: Dash::Solid });
        labels.extend(label.map(|label| {
            let top = (y - label.height() / 2.0).max(0.0);
            let label_left = left - 8.0 - label.width();
            label.moved_to(label_left, top).with_anchor(Anchor::End)
        }));
    }
    let (_, labels_of_days) =
        place_days(placed, &spec.x_ticks, &plot.days, spec.x_max_day, bottom)?;
    let points = [point(left, bottom), point(right, bottom)];
    let swatch = if spec.compact { RULE } else { MUTED };
    placed.grid.push(PlacedLine { points, swatch, width: 1.0, dash: Dash::Solid });
    let value_labels = drop_overlapping(labels);
    let lowest = value_labels.iter().map(|label| label.bounds.bottom);
    let below = lowest.fold(bottom + 6.0, f64::max);
    placed.tick_labels.extend(value_labels);
    placed.tick_labels.extend(style.place_labels_under(&labels_of_days, below));
    Ok(())
}

/// The x of each tick, and the x and text of each label.
type DayTicks<'a> = (Vec<f64>, Vec<(f64, &'a str)>);

/// Draws the ticks of the days under `bottom`. Returns their positions, and those of their labels: in
/// the middle between the tick and the next one, or the last day.
pub(in super::super) fn place_days<'a>(
    placed: &mut Placed,
    ticks: &'a [DayTick],
    days: &Scale,
    last_day: i32,
    bottom: f64,
) -> Result<DayTicks<'a>, ChartError> {
    let mut places = Vec::with_capacity(ticks.len());
    let mut labels = Vec::with_capacity(ticks.len());
    for (idx, DayTick { day, label }) in ticks.iter().enumerate() {
        let x = days.position(f64::from(*day), label)?;
        let points = [point(x, bottom), point(x, bottom + 5.0)];
        placed.grid.push(PlacedLine { points, swatch: MUTED, width: 1.0, dash: Dash::Solid });
        places.push(x);
        let next = ticks.get(idx + 1).map_or(last_day, |next| next.day);
        if next > *day {
            let end = days.position(f64::from(next), label)?;
            labels.push((f64::midpoint(x, end), label.as_str()));
        }
    }
    Ok((places, labels))
}

/// Draws each reference across the plot, with a label near its right end or, if there is no room, its
/// left one.
pub(super) fn place_references(
    placed: &mut Placed,
    references: &[Reference],
    style: &Style,
    plot: &Plot,
    field: &mut LabelArea,
    unplaced: &mut Vec<PlacedText>,
) -> Result<(), ChartError> {
    let Rect { left, right, .. } = plot.bounds;
    let mut labels = Vec::with_capacity(references.len());
    for reference in references {
        let y = plot.values.position(reference.value, &reference.label)?;
        let points = [point(left, y), point(right, y)];
        let dash = if reference.hollow { Dash::Dashed } else { Dash::Solid };
        field.lines.push((points, COVERED_LINE_COST));
        placed.lines.push(PlacedLine { points, swatch: MUTED, width: 1.2, dash });
        let label = set_text(&reference.label, style.label, MUTED, style.max_label);
        labels.extend(label.map(|label| (y, label)));
    }
    for (y, label) in labels {
        // Place the label beside a piece of the line that is as long as the label.
        let request = |start: f64| {
            let around = Rect::from_size(start, y - 1.0, label.width(), 2.0);
            LabelRequest {
                label: label.clone(),
                around,
                sides: &[Side::Above, Side::Below],
                omission: Omission::Never,
            }
        };
        let at = |start: f64| {
            let mut trial = field.clone();
            let placed_label = trial.place_labels(vec![request(start)]).pop();
            (trial, placed_label)
        };
        let is_beside = |placed_label: &Option<Result<PlacedLabel, PlacedText>>| {
            placed_label.as_ref().is_some_and(|s| s.as_ref().is_ok_and(|s| s.leader.is_none()))
        };
        let at_right = at(right - label.width());
        let at_left = at(left);
        let use_left = !is_beside(&at_right.1) && is_beside(&at_left.1);
        let (trial, placed_label) = if use_left { at_left } else { at_right };
        match placed_label {
            Some(Ok(PlacedLabel { text, leader })) => {
                *field = trial;
                placed.texts.push(text);
                placed.lines.extend(leader);
            }
            Some(Err(label)) => unplaced.push(label),
            None => {}
        }
    }
    Ok(())
}
