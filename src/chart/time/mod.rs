//! The figure over time: days along, values up.

pub(super) mod frame;

use super::axis::Scale;
use super::error::ChartError;
use super::label::{ACROSS, Field, Settled, Side, Wish};
use super::layout::{COMPACT, Style, arrow};
use super::placed::{
    Anchor, Arrow, Dash, HIT_RADIUS, Placed, PlacedLine, PlacedMark, PlacedText, Rect, point,
    set_text,
};
use super::spec::{Axis, Fill, MarkForm, TimePoint, TimeSeries, TimeSpec, Width};
use super::text::clean;
use super::theme::{INK, MUTED};
use crate::order;
use frame::{place_axes, place_references, place_verticals};

/// Heights of the plot to try until all labels find room, in units.
const WIDE_HEIGHTS: [f64; 4] = [260.0, 320.0, 400.0, 500.0];
const NARROW_HEIGHTS: [f64; 4] = [200.0, 250.0, 320.0, 420.0];
const COMPACT_HEIGHTS: [f64; 4] = [118.0, 140.0, 180.0, 260.0];

/// The scales end this far within the plot, so that marks there are whole: along the days, and along
/// the values without and with bounds, whose arrows reach further.
const DAY_INSET: f64 = 12.0;
const VALUE_INSET: f64 = 20.0;
const BOUND_INSET: f64 = 33.0;

/// How much a mark grows for each mark it lies under at the same place.
const NESTING: f64 = 0.8;

/// Room a wide figure keeps at most for the series' names right of their last points.
const MAX_NAME: f64 = 190.0;

/// Decides every place of a figure over time.
///
/// Labels that find no room even in the tallest plot are listed under it.
///
/// Errors: [`ChartError::NothingToDraw`] without any point, path or reference, [`ChartError::BadAxis`],
/// [`ChartError::OffAxis`], [`ChartError::BadJoin`].
pub(super) fn lay_out(spec: &TimeSpec, width: Width) -> Result<Placed, ChartError> {
    let has_lines = !spec.references.is_empty() || !spec.paths.is_empty();
    if !has_lines && spec.series.iter().all(|series| series.points.is_empty()) {
        return Err(ChartError::NothingToDraw);
    }
    for series in &spec.series {
        check_joins(series)?;
    }
    let heights = match width {
        _ if spec.compact => COMPACT_HEIGHTS,
        Width::Wide => WIDE_HEIGHTS,
        Width::Narrow => NARROW_HEIGHTS,
    };
    let [first, rest @ ..] = heights;
    let mut best = lay_out_at(spec, width, first)?;
    for height in rest {
        if best.faults() == (0, 0) {
            break;
        }
        let taller = lay_out_at(spec, width, height)?;
        if taller.faults() < best.faults() {
            best = taller;
        }
    }
    let Attempt { mut placed, homeless, .. } = best;
    let style = style_of(spec, width);
    let mut y = placed.height;
    for label in homeless {
        let label = label.to(style.margin, y + 4.0).anchored(Anchor::Start);
        y = label.bounds.bottom;
        placed.texts.push(label);
    }
    style.foot(&mut placed, spec.source_line.as_deref(), y);
    Ok(placed)
}

/// A figure with a plot of one height.
struct Attempt {
    placed: Placed,
    /// Labels that found no room.
    homeless: Vec<PlacedText>,
    n_leaders: usize,
}

impl Attempt {
    /// The fewer, the better.
    fn faults(&self) -> (usize, usize) {
        (self.homeless.len(), self.n_leaders)
    }
}

fn check_joins(series: &TimeSeries) -> Result<(), ChartError> {
    let is_result = |index: usize| series.points.get(index).is_some_and(|p| p.fill == Fill::Filled);
    match series.joins.iter().find(|(from, to)| !(is_result(*from) && is_result(*to))) {
        Some(join) => Err(ChartError::BadJoin { series: clean(&series.label), join: *join }),
        None => Ok(()),
    }
}

/// The two scales of one figure and the rectangle they span.
struct Plot {
    days: Scale,
    values: Scale,
    bounds: Rect,
}

impl Plot {
    fn day(&self, day: i32, what: &str) -> Result<f64, ChartError> {
        self.days.place(f64::from(day), what)
    }
}

fn style_of(spec: &TimeSpec, width: Width) -> &'static Style {
    if spec.compact && width == Width::Wide { &COMPACT } else { Style::of(width) }
}

/// The figure with a plot of the given height.
fn lay_out_at(spec: &TimeSpec, width: Width, height: f64) -> Result<Attempt, ChartError> {
    let style = style_of(spec, width);
    let has_ground = spec.source_line.is_some();
    let mut placed = Placed { width: style.width, has_ground, ..Placed::default() };
    let heading_end = style.heading(&mut placed, &spec.title);

    let value_labels: Vec<Option<PlacedText>> = spec
        .axis
        .ticks
        .iter()
        .map(|tick| set_text(&tick.label, style.tick, MUTED, style.width / 4.0))
        .collect();
    let gutter = value_labels.iter().flatten().map(PlacedText::width).fold(0.0, f64::max);
    let left = style.margin + gutter.ceil() + 8.0;
    let right = style.width - style.margin - name_margin(spec, style, width);

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
    let mut field = Field {
        bounds: Rect { right: style.width - style.margin, bottom: bounds.bottom - 1.0, ..bounds },
        taken: Vec::new(),
        lines: Vec::new(),
    };
    for flag in flags {
        let line = flag.line(bounds.top, bounds.bottom);
        field.lines.push((line.points, ACROSS));
        placed.lines.push(line);
        placed.texts.extend(flag.label);
    }
    for path in &spec.paths {
        let at = |(day, value): (i32, f64)| {
            let what = &spec.title;
            Ok(point(plot.day(day, what)?, plot.values.place(value, what)?))
        };
        let points = [at(path.from)?, at(path.to)?];
        let swatch = path.series.swatch();
        field.lines.push((points, ACROSS));
        placed.lines.push(PlacedLine { points, swatch, width: 2.0, dash: Dash::Dotted });
    }
    let mut marks = Vec::new();
    for series in &spec.series {
        let first = marks.len();
        for point in &series.points {
            marks.push(new_mark(series, point, style, &plot)?);
        }
        for (from, to) in &series.joins {
            // The joins were checked before.
            if let (Some(from), Some(to)) = (marks.get(first + from), marks.get(first + to)) {
                let points = [from.center, to.center];
                let swatch = series.series.swatch();
                field.lines.push((points, ACROSS));
                placed.lines.push(PlacedLine { points, swatch, width: 2.0, dash: Dash::Solid });
            }
        }
    }
    nest(&mut marks);
    field.taken.extend(marks.iter().map(PlacedMark::bounds));
    let mut homeless = Vec::new();
    place_references(&mut placed, &spec.references, style, &plot, &mut field, &mut homeless)?;
    let n_leaders = place_labels(&mut placed, spec, style, &mut marks, &mut field, &mut homeless);
    // Larger marks lie under the smaller ones at the same place.
    order::sort_by(&mut marks, |a, b| b.radius.total_cmp(&a.radius));
    placed.marks = marks;
    let axis_end = placed.tick_labels.iter().map(|label| label.bounds.bottom);
    placed.height = axis_end.fold(bounds.bottom, f64::max);
    Ok(Attempt { placed, homeless, n_leaders })
}

/// The time axis from one day to another, for a scale.
pub(super) fn day_axis(from: i32, to: i32) -> Axis {
    let (min, max) = (f64::from(from), f64::from(to));
    Axis { min, max, reversed: false, ticks: Vec::new() }
}

/// How much room right of the plot lets series' names stand beside their last points.
fn name_margin(spec: &TimeSpec, style: &Style, width: Width) -> f64 {
    if width == Width::Narrow {
        return 6.0;
    }
    let span = f64::from(spec.x_max_day) - f64::from(spec.x_min_day);
    let needs = spec.series.iter().filter_map(|series| {
        let name = set_text(&series.label, style.row, INK, MAX_NAME)?;
        let last = series.points.iter().map(|point| point.day).max()?;
        let is_near_end = f64::from(spec.x_max_day) - f64::from(last) < span * 0.25;
        is_near_end.then(|| name.width() + 4.0)
    });
    needs.fold(8.0, f64::max)
}

fn new_mark(
    series: &TimeSeries,
    time_point: &TimePoint,
    style: &Style,
    plot: &Plot,
) -> Result<PlacedMark, ChartError> {
    let TimePoint { day, value, fill, label, title, href, bound } = time_point;
    let what = if label.is_empty() { title } else { label };
    let swatch = series.series.swatch();
    let ink = if *fill == Fill::Filled { INK } else { swatch };
    Ok(PlacedMark {
        center: point(plot.day(*day, what)?, plot.values.place(*value, what)?),
        radius: style.radius - 1.0,
        hit: HIT_RADIUS,
        shape: series.series.shape(),
        form: fill.form(),
        swatch,
        arrow: arrow(*bound, Arrow::Up, Arrow::Down).map(|arrow| plot.upright(arrow)),
        href: href.clone(),
        title: clean(title),
        label: set_text(label, style.label, ink, style.max_label),
    })
}

impl Plot {
    /// An arrow for larger values points down where the axis is reversed.
    fn upright(&self, arrow: Arrow) -> Arrow {
        match (self.values.is_reversed(), arrow) {
            (true, Arrow::Up) => Arrow::Down,
            (true, Arrow::Down) => Arrow::Up,
            _ => arrow,
        }
    }
}

/// Makes marks at one place distinguishable: each is larger than the ones it lies under.
fn nest(marks: &mut [PlacedMark]) {
    // Results first, so that a target becomes a ring around its result.
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order::sort_by_key(&mut order, |index| (marks[*index].form == MarkForm::Hollow, *index));
    for (rank, index) in order.iter().enumerate() {
        let center = marks[*index].center;
        let is_here = |other: &&usize| {
            let at = marks[**other].center;
            (at.x - center.x).abs() < 2.0 && (at.y - center.y).abs() < 2.0
        };
        let n_inside = order[..rank].iter().filter(is_here).count();
        // Beyond three, larger marks would hide the neighborhood; the table has them all.
        marks[*index].radius *= 1.0 + NESTING * n_inside.min(2) as f64;
    }
}

/// Labels every mark, names each series at its last point, and says how many labels needed a leader.
///
/// A result between the first and the last of its series is labelled only where there is room: its
/// place on the line and its title tell it, too.
fn place_labels(
    placed: &mut Placed,
    spec: &TimeSpec,
    style: &Style,
    marks: &mut [PlacedMark],
    field: &mut Field,
    homeless: &mut Vec<PlacedText>,
) -> usize {
    // Each wish with the mark that takes the label; names belong to the figure.
    let mut owners: Vec<Option<usize>> = Vec::new();
    let mut wishes: Vec<Wish> = Vec::new();
    let mut first = 0;
    for series in &spec.series {
        let own = first..first + series.points.len();
        first = own.end;
        let last = marks.get(own.clone()).unwrap_or_default().iter().reduce(|last, mark| {
            let is_later = mark.center.x > last.center.x
                || mark.center.x >= last.center.x && mark.form == MarkForm::Filled;
            if is_later { mark } else { last }
        });
        let max_width = MAX_NAME.min(style.max_label);
        let name = set_text(&series.label, style.row, series.series.swatch(), max_width);
        if let (Some(mark), Some(label)) = (last, name) {
            let sides = &[Side::Right, Side::Above, Side::Below, Side::Left];
            owners.push(None);
            wishes.push(Wish { label, around: mark.bounds(), sides, is_optional: false });
        }
        for (point, index) in series.points.iter().zip(own) {
            let Some(label) = marks[index].label.take() else {
                continue;
            };
            // A target stands on the upright line of its deadline.
            let sides = if spec.compact && point.fill == Fill::Hollow {
                &[Side::Right, Side::Left, Side::Above, Side::Below]
            } else {
                &[Side::Above, Side::Below, Side::Right, Side::Left]
            };
            let around = marks[index].bounds();
            owners.push(Some(index));
            wishes.push(Wish { label, around, sides, is_optional: is_between(series, point) });
        }
    }
    let are_optional: Vec<bool> = wishes.iter().map(|wish| wish.is_optional).collect();
    let mut n_leaders = 0;
    let settled = field.place_all(wishes);
    for ((owner, is_optional), settled) in owners.into_iter().zip(are_optional).zip(settled) {
        match settled {
            Ok(Settled { text, leader }) => {
                n_leaders += usize::from(leader.is_some());
                placed.lines.extend(leader);
                match owner {
                    Some(index) => marks[index].label = Some(text),
                    None => placed.texts.push(text),
                }
            }
            Err(label) if !is_optional => homeless.push(label),
            Err(_) => {}
        }
    }
    n_leaders
}

/// Whether a point is a result with both an earlier and a later one in its series.
fn is_between(series: &TimeSeries, point: &TimePoint) -> bool {
    let mut results = series.points.iter().filter(|other| other.fill == Fill::Filled);
    let has_earlier = results.clone().any(|other| other.day < point.day);
    point.fill == Fill::Filled && has_earlier && results.any(|other| other.day > point.day)
}
