//! The figure over time: days from left to right, values upward.

pub(super) mod frame;
pub(super) mod series;
mod spec;

pub use spec::{PathLine, TimePoint, TimeSeries, TimeSpec};

use super::axis::Scale;
use super::error::ChartError;
use super::figure::{Caption, Figure};
use super::label::{CROSSED_LINE_COST, LabelArea};
use super::layout::Style;
use super::placed::{Anchor, Dash, Placed, PlacedLine, PlacedText, Rect, point, set_text};
use super::spec::{Axis, Fill, Width};
use super::text::clean;
use super::theme::MUTED;
use frame::{place_axes, place_references, place_verticals};
use series::{LabelPolicy, name_margin, place_labels, place_series};

/// The heights of the plot to try until all labels have room, in units.
const WIDE_HEIGHTS: [f64; 4] = [260.0, 320.0, 400.0, 500.0];
const NARROW_HEIGHTS: [f64; 4] = [200.0, 250.0, 320.0, 420.0];
const COMPACT_HEIGHTS: [f64; 4] = [118.0, 140.0, 180.0, 260.0];

/// The distance between the ends of the scales and of the plot, so that marks at the ends are not cut
/// off: for days, for values, and for values with bounds, whose arrows need more room.
const DAY_INSET: f64 = 12.0;
const VALUE_INSET: f64 = 20.0;
const BOUND_INSET: f64 = 33.0;

impl Figure for TimeSpec {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn caption_mut(&mut self) -> &mut Caption {
        &mut self.caption
    }

    /// Labels that have no room even in the highest plot are listed under it.
    fn lay_out(&self, width: Width) -> Result<Placed, ChartError> {
        let has_lines = !self.references.is_empty() || !self.paths.is_empty();
        if !has_lines && self.series.iter().all(|series| series.points.is_empty()) {
            return Err(ChartError::NothingToDraw);
        }
        for series in &self.series {
            check_joins(series)?;
        }
        let width = if self.compact { Width::Narrow } else { width };
        let heights = match width {
            _ if self.compact => COMPACT_HEIGHTS,
            Width::Wide => WIDE_HEIGHTS,
            Width::Narrow => NARROW_HEIGHTS,
        };
        let best = Attempt::best(heights, &|height| lay_out_at(self, width, height))?;
        Ok(best.finish(Style::for_width(width), &self.caption))
    }
}

/// The layout of a figure with one of the heights to try.
pub(super) struct Attempt {
    /// The laid-out figure. Its height is the y at which the axes end.
    pub(super) placed: Placed,
    /// The labels that have no room.
    pub(super) unplaced: Vec<PlacedText>,
    pub(super) n_leaders: usize,
}

impl Attempt {
    /// The first attempt without a fault, else the one with the fewest faults.
    pub(super) fn best(
        [first, rest @ ..]: [f64; 4],
        lay_out_at: &dyn Fn(f64) -> Result<Attempt, ChartError>,
    ) -> Result<Attempt, ChartError> {
        let mut best = lay_out_at(first)?;
        for height in rest {
            if best.faults() == (0, 0) {
                break;
            }
            let taller = lay_out_at(height)?;
            if taller.faults() < best.faults() {
                best = taller;
            }
        }
        Ok(best)
    }

    /// The number of labels without room, and of labels that need a leader or are left out for want of one.
    fn faults(&self) -> (usize, usize) {
        (self.unplaced.len(), self.n_leaders)
    }

    /// Completes the figure. The labels that have no room are listed under it.
    pub(super) fn finish(self, style: &Style, caption: &Caption) -> Placed {
        let Attempt { mut placed, unplaced, .. } = self;
        let mut y = placed.height;
        for label in unplaced {
            let label = label.moved_to(style.margin, y + 4.0).with_anchor(Anchor::Start);
            y = label.bounds.bottom;
            placed.texts.push(label);
        }
        style.place_source_line(&mut placed, caption, y);
        placed
    }
}

fn check_joins(series: &TimeSeries) -> Result<(), ChartError> {
    let is_result = |index: usize| series.points.get(index).is_some_and(|p| p.fill == Fill::Filled);
    match series.joins.iter().find(|(from, to)| !(is_result(*from) && is_result(*to))) {
        Some(join) => Err(ChartError::BadJoin { series: clean(&series.label), join: *join }),
        None => Ok(()),
    }
}

/// The two scales of a figure, and the rectangle that they span.
struct Plot {
    days: Scale,
    values: Scale,
    bounds: Rect,
}

impl Plot {
    fn day(&self, day: i32, what: &str) -> Result<f64, ChartError> {
        self.days.position(f64::from(day), what)
    }
}

/// Lays the figure out with a plot of the given height.
fn lay_out_at(spec: &TimeSpec, width: Width, height: f64) -> Result<Attempt, ChartError> {
    let style = Style::for_width(width);
    let (mut placed, heading_end) = style.start_sheet(&spec.caption);

    let value_labels: Vec<Option<PlacedText>> = spec
        .axis
        .ticks
        .iter()
        .map(|tick| set_text(&tick.label, style.tick, MUTED, style.width / 4.0))
        .collect();
    let gutter = value_labels.iter().flatten().map(PlacedText::width).fold(0.0, f64::max);
    let left = style.margin + gutter.ceil() + 8.0;
    let ends = (spec.x_min_day, spec.x_max_day);
    let labels = if spec.compact { LabelPolicy::Compact } else { LabelPolicy::Sparse };
    let names = name_margin(&spec.series, ends, labels, style, width);
    let right = style.width - style.margin - names;

    let days =
        Scale::new(&day_axis(spec.x_min_day, spec.x_max_day), left + DAY_INSET, right - DAY_INSET)?;
    let flags = place_verticals(&spec.verticals, style, &days, heading_end, left)?;
    let top = flags.iter().flat_map(|flag| &flag.label).map(|label| label.bounds.bottom);
    let top = top.fold(heading_end, f64::max);
    let bounds = Rect { left, top, right, bottom: top + height };
    let mut points = spec.series.iter().flat_map(|series| &series.points);
    let has_bounds = points.any(|point| point.bound.is_some());
    let inset = if has_bounds { BOUND_INSET } else { VALUE_INSET };
    let values = Scale::new(&spec.axis, bounds.bottom - inset, bounds.top + inset)?;
    let plot = Plot { days, values, bounds };

    place_axes(&mut placed, spec, style, &plot, value_labels)?;
    let mut field = LabelArea {
        bounds: Rect { right: style.width - style.margin, bottom: bounds.bottom - 1.0, ..bounds },
        taken: Vec::new(),
        lines: Vec::new(),
    };
    for flag in flags {
        let line = flag.line(bounds.top, bounds.bottom);
        field.lines.push((line.points, CROSSED_LINE_COST));
        placed.lines.push(line);
        placed.texts.extend(flag.label);
    }
    for path in &spec.paths {
        let at = |(day, value): (i32, f64)| {
            let what = &spec.caption.title;
            Ok(point(plot.day(day, what)?, plot.values.position(value, what)?))
        };
        let points = [at(path.from)?, at(path.to)?];
        let swatch = path.series.swatch();
        field.lines.push((points, CROSSED_LINE_COST));
        placed.lines.push(PlacedLine { points, swatch, width: 2.0, dash: Dash::Dotted });
    }
    let is_reversed = plot.values.is_reversed();
    let radius = style.radius - 1.0;
    let place = |time_point: &TimePoint| {
        let TimePoint { day, value, label, title, .. } = time_point;
        let what = if label.is_empty() { title } else { label };
        Ok(point(plot.day(*day, what)?, plot.values.position(*value, what)?))
    };
    let mut marks =
        place_series(&mut placed, &mut field, &spec.series, style, radius, is_reversed, &place)?;
    let mut unplaced = Vec::new();
    place_references(&mut placed, &spec.references, style, &plot, &mut field, &mut unplaced)?;
    let n_leaders = place_labels(
        &mut placed,
        &spec.series,
        labels,
        style,
        &mut marks,
        &mut field,
        &mut unplaced,
    );
    placed.marks = marks;
    let axis_end = placed.tick_labels.iter().map(|label| label.bounds.bottom);
    placed.height = axis_end.fold(bounds.bottom, f64::max);
    Ok(Attempt { placed, unplaced, n_leaders })
}

/// The axis from one day to another, to make a scale of.
pub(super) fn day_axis(from: i32, to: i32) -> Axis {
    let (min, max) = (f64::from(from), f64::from(to));
    Axis { min, max, reversed: false, ticks: Vec::new() }
}
