//! The figure of ranks over the editions of a ranking, with a panel for each group of editions that a
//! line may join.

use super::axis::Scale;
use super::error::ChartError;
use super::figure::{Caption, Figure};
use super::label::LabelArea;
use super::layout::{Style, drop_overlapping};
use super::placed::{Anchor, Dash, Placed, PlacedLine, PlacedText, Point, Rect, point, set_text};
use super::spec::{Axis, Fill, Series, Vertical, VerticalKind, Width};
use super::theme::{INK, MUTED, RULE, Swatch};
use super::time::frame::{PlacedVertical, place_verticals};
use super::time::series::{LabelPolicy, name_margin, place_labels, place_series};
use super::time::{Attempt, TimePoint, TimeSeries, day_axis};
use crate::digits;

/// Editions of a ranking that a line may join, because they have the same method and number of ranked
/// units.
#[derive(Clone, Debug, PartialEq)]
pub struct RankPanel {
    /// How many units are ranked, at least 2. This is the lower end of the scale.
    pub base: u32,
    /// Printed under the panel: "of 63 provinces".
    pub label: String,
    /// The names of the editions, at least one, printed under the marks: "2022".
    pub editions: Vec<String>,
    /// Why lines break before this panel, printed over the gap. The note of the first panel is not
    /// printed, because there is no gap before it.
    pub note: String,
}

/// The rank of a unit in one edition.
#[derive(Clone, Debug, PartialEq)]
pub struct RankPoint {
    /// The index of its panel in [`RanksSpec::panels`].
    pub panel: usize,
    /// The index of its edition in [`RankPanel::editions`].
    pub edition: usize,
    /// 1 to the panel's `base`.
    pub rank: u32,
    /// Always printed beside the mark: "28/63".
    pub label: String,
    /// As [`Mark::title`](super::Mark::title).
    pub title: String,
    /// As [`Mark::href`](super::Mark::href).
    pub href: Option<String>,
    /// Result or target. Only results are joined by lines.
    pub fill: Fill,
}

/// The ranks of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct RankSeries {
    /// The name of the unit, printed at its last point.
    pub label: String,
    /// Gives color and shape.
    pub series: Series,
    /// In any order. No line is drawn across an edition without a point.
    pub points: Vec<RankPoint>,
}

/// Ranks over the editions of a ranking, in panels side by side.
///
/// Lines join only results of one series in neighboring editions of one panel.
///
/// Errors of its drawing: [`ChartError::NothingToDraw`] without any point or with a panel without
/// editions; [`ChartError::BadPlace`] for a point in a panel or edition that is not there;
/// [`ChartError::OffAxis`] for a rank outside its panel's scale; [`ChartError::BadAxis`] for a panel of
/// less than two.
#[derive(Clone, Debug, PartialEq)]
pub struct RanksSpec {
    /// The texts about the figure as a whole.
    pub caption: Caption,
    /// From left to right. Each has a scale of its own, with 1 on top.
    pub panels: Vec<RankPanel>,
    /// Later series are drawn over earlier ones.
    pub series: Vec<RankSeries>,
}

/// The heights of the plot to try until all labels have room, in units.
const WIDE_HEIGHTS: [f64; 4] = [440.0, 500.0, 580.0, 660.0];
const NARROW_HEIGHTS: [f64; 4] = [330.0, 390.0, 470.0, 590.0];

/// The distance between the ends of the scales and of the plot, as room for the largest mark and a
/// label beyond it.
const INSET: f64 = 40.0;

/// The cost of a label on the line between two panels. Only a leader costs more, because a covered line
/// hides that the series ends there.
const BREAK_COST: f64 = 12.0;

/// The space left of the first panel and right of the last one.
const SIDE_PADDING: f64 = 8.0;

/// How far the largest mark extends from its center. Marks keep this distance from the margins of the
/// sheet, even with many columns.
const MARK_REACH: f64 = 22.5;

impl Figure for RanksSpec {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn caption_mut(&mut self) -> &mut Caption {
        &mut self.caption
    }

    /// Labels that have no room even in the highest plot are listed under it.
    fn lay_out(&self, width: Width) -> Result<Placed, ChartError> {
        let has_points = self.series.iter().any(|series| !series.points.is_empty());
        if !has_points || self.panels.iter().any(|panel| panel.editions.is_empty()) {
            return Err(ChartError::NothingToDraw);
        }
        let mut series = Vec::new();
        for rank_series in &self.series {
            series.extend(split_by_panel(self, rank_series, width)?);
        }
        let heights = if width == Width::Wide { WIDE_HEIGHTS } else { NARROW_HEIGHTS };
        let best = Attempt::best(heights, &|height| lay_out_at(self, &series, width, height))?;
        Ok(best.finish(Style::for_width(width), &self.caption))
    }
}

/// Splits a series into one series for each panel, so that no line can cross panels. They are series
/// over time, in which the index of a column (of all editions of all panels) takes the place of a day.
fn split_by_panel(
    spec: &RanksSpec,
    RankSeries { label, series, points }: &RankSeries,
    width: Width,
) -> Result<Vec<TimeSeries>, ChartError> {
    for point in points {
        let panel = spec.panels.get(point.panel);
        if panel.is_none_or(|panel| point.edition >= panel.editions.len()) {
            let place = (point.panel, point.edition);
            return Err(ChartError::BadPlace { what: point.label.clone(), place });
        }
    }
    let last = points.iter().map(|point| point.panel).max();
    let mut split = Vec::new();
    let mut n_columns_before = 0;
    for (index, panel) in spec.panels.iter().enumerate() {
        let own: Vec<&RankPoint> = points.iter().filter(|point| point.panel == index).collect();
        let is_result = |point: &RankPoint| point.fill == Fill::Filled;
        let mut joins = Vec::new();
        for (from, point) in own.iter().enumerate().filter(|(_, point)| is_result(point)) {
            for (to, next) in own.iter().enumerate() {
                if is_result(next) && next.edition == point.edition + 1 {
                    joins.push((from, to));
                }
            }
        }
        // A narrow sheet has room for each name only once.
        let is_named = width == Width::Wide || last == Some(index);
        split.push(TimeSeries {
            label: if is_named { label.clone() } else { String::new() },
            series: *series,
            points: own.into_iter().map(|point| time_point(point, n_columns_before)).collect(),
            joins,
        });
        n_columns_before += panel.editions.len();
    }
    Ok(split)
}

fn time_point(point: &RankPoint, n_columns_before: usize) -> TimePoint {
    TimePoint {
        day: day_of_column(n_columns_before + point.edition),
        value: f64::from(point.rank),
        fill: point.fill,
        label: point.label.clone(),
        title: point.title.clone(),
        href: point.href.clone(),
        bound: None,
    }
}

/// The index of a column as a day.
fn day_of_column(column: usize) -> i32 {
    i32::try_from(column).unwrap_or(i32::MAX)
}

fn line(points: [Point; 2], swatch: Swatch) -> PlacedLine {
    PlacedLine { points, swatch, width: 1.0, dash: Dash::Solid }
}

/// The layout of a panel: its ends, its scale, and the x of each edition.
struct Panel<'a> {
    spec: &'a RankPanel,
    left: f64,
    right: f64,
    scale: Scale,
    columns: Vec<f64>,
}

/// The sizes of one figure.
struct Plot<'a> {
    style: &'static Style,
    bounds: Rect,
    gap: f64,
    panels: Vec<Panel<'a>>,
}

/// The horizontal layout of the panels, which does not depend on the height of the plot.
struct Columns {
    /// The distance between two panels.
    gap: f64,
    /// The distance from a column to the next.
    step: f64,
    /// The left and the right end of each panel.
    ends: Vec<(f64, f64)>,
}

impl Columns {
    /// Gives all columns the same share of the room that the names of the series leave.
    fn new(spec: &RanksSpec, series: &[TimeSeries], style: &Style, width: Width) -> Columns {
        let n_columns: usize = spec.panels.iter().map(|panel| panel.editions.len()).sum();
        let n_gaps = spec.panels.len() as f64 - 1.0;
        let names =
            name_margin(series, (0, day_of_column(n_columns) - 1), LabelPolicy::All, style, width);
        let room = style.inner_width() - names.max(SIDE_PADDING) - SIDE_PADDING;
        let gap = if width == Width::Wide { 60.0_f64 } else { 24.0 };
        let gap = gap.min(room / 2.0 / n_gaps.max(1.0));
        let step = (room - gap * n_gaps) / n_columns as f64;
        let ends = spec.panels.iter().scan(style.margin + SIDE_PADDING - gap, |x, panel| {
            let left = *x + gap;
            *x = left + step * panel.editions.len() as f64;
            Some((left, *x))
        });
        Columns { gap, step, ends: ends.collect() }
    }

    /// Places the upright lines between panels, with their notes from `top` on.
    fn breaks(
        &self,
        panels: &[RankPanel],
        style: &Style,
        top: f64,
    ) -> Result<Vec<PlacedVertical>, ChartError> {
        // Units of the sheet stand for days here. A break's line is nearer to what comes: names stand
        // right of the last marks before it.
        let breaks = panels.iter().zip(&self.ends).skip(1).map(|(panel, (left, _))| Vertical {
            kind: VerticalKind::Break,
            day: (left - self.gap / 5.0).round() as i32,
            label: panel.note.clone(),
        });
        let breaks: Vec<Vertical> = breaks.collect();
        let sheet = Scale::new(&day_axis(0, style.width as i32), 0.0, style.width)?;
        place_verticals(&breaks, style, &sheet, top, style.margin)
    }

    /// The panels in a plot: their scales, and the places of their editions.
    fn panels<'a>(
        &self,
        panels: &'a [RankPanel],
        bounds: Rect,
    ) -> Result<Vec<Panel<'a>>, ChartError> {
        let panels = panels.iter().zip(&self.ends).map(|(spec, (left, right))| {
            let (min, max) = (1.0, f64::from(spec.base));
            let axis = Axis { min, max, reversed: true, ticks: Vec::new() };
            let scale = Scale::new(&axis, bounds.bottom - INSET, bounds.top + INSET)?;
            let columns = (0..spec.editions.len()).map(|column| {
                let x = left + self.step * (column as f64 + 0.5);
                x.max(bounds.left + MARK_REACH).min(bounds.right - MARK_REACH)
            });
            Ok(Panel { spec, left: *left, right: *right, scale, columns: columns.collect() })
        });
        panels.collect()
    }
}

/// The figure with a plot of the given height.
fn lay_out_at(
    spec: &RanksSpec,
    series: &[TimeSeries],
    width: Width,
    height: f64,
) -> Result<Attempt, ChartError> {
    let style = Style::for_width(width);
    let (mut placed, heading_end) = style.start_sheet(&spec.caption);
    let columns = Columns::new(spec, series, style, width);
    let breaks = columns.breaks(&spec.panels, style, heading_end)?;
    let flags = breaks.iter().filter_map(|upright| upright.label.as_ref());
    let top = flags.map(|label| label.bounds.bottom).fold(heading_end, f64::max);
    let right = style.width - style.margin;
    let bounds = Rect { left: style.margin, top, right, bottom: top + height };
    let mut field = LabelArea { bounds, taken: Vec::new(), lines: Vec::new() };
    for upright in breaks {
        let line = upright.line(top, bounds.bottom);
        field.lines.push((line.points, BREAK_COST));
        placed.lines.push(line);
        placed.texts.extend(upright.label);
    }

    let panels = columns.panels(&spec.panels, bounds)?;
    let places = panels.iter().flat_map(|panel| panel.columns.iter().map(move |x| (*x, panel)));
    let places: Vec<(f64, &Panel<'_>)> = places.collect();
    let place = |time_point: &TimePoint| {
        // A day is an index into this list; see `split_by_panel`.
        let (x, panel) = places[time_point.day as usize];
        Ok(point(x, panel.scale.position(time_point.value, &time_point.label)?))
    };
    let mut marks =
        place_series(&mut placed, &mut field, series, style, style.radius, false, &place)?;
    let plot = Plot { style, bounds, gap: columns.gap, panels };
    plot.place_scales(&mut placed, &mut field)?;
    let mut unplaced = Vec::new();
    let n_leaders = place_labels(
        &mut placed,
        series,
        LabelPolicy::All,
        style,
        &mut marks,
        &mut field,
        &mut unplaced,
    );
    placed.marks = marks;
    plot.place_foot(&mut placed);
    Ok(Attempt { placed, unplaced, n_leaders })
}

impl Plot<'_> {
    /// Draws the lines of the first and the last rank of each panel, with their numbers clear of all
    /// marks, and a line for each edition.
    fn place_scales(&self, placed: &mut Placed, field: &mut LabelArea) -> Result<(), ChartError> {
        let (style, bounds) = (self.style, self.bounds);
        let (top, bottom) = (bounds.top + INSET, bounds.bottom - INSET);
        let mut numbers = Vec::with_capacity(2 * self.panels.len());
        for Panel { spec, left, right, scale, columns } in &self.panels {
            for x in columns {
                placed.grid.push(line([point(*x, top), point(*x, bottom)], RULE));
            }
            for (rank, is_first) in [(1.0, true), (f64::from(spec.base), false)] {
                let y = scale.position(rank, &spec.label)?;
                placed.grid.push(line([point(*left, y), point(*right, y)], RULE));
                let number = set_text(&digits::shortest(rank), style.tick, MUTED, f64::INFINITY);
                let Some(number) = number else { continue };
                let number_left = left.min(bounds.right - number.width()).max(bounds.left);
                let number_top = if is_first { y - number.height() } else { y };
                let number = number.moved_to(number_left, number_top);
                let Rect { left, right, .. } = number.bounds;
                let strip = Rect { left, right, top: y - MARK_REACH, bottom: y + MARK_REACH };
                let marks = field.taken.iter().filter(|mark| mark.overlaps(&strip));
                let reach = marks.map(|mark| if is_first { y - mark.top } else { mark.bottom - y });
                let reach = reach.fold(0.0, f64::max);
                let bounds = number.bounds.moved_down(if is_first { -reach } else { reach });
                numbers.push(PlacedText { bounds, ..number });
            }
        }
        let numbers = drop_overlapping(numbers);
        field.taken.extend(numbers.iter().map(|number| number.bounds));
        placed.tick_labels.extend(numbers);
        Ok(())
    }

    /// Places the names of editions and panels under the plot, and sets the height of the sheet.
    fn place_foot(&self, placed: &mut Placed) {
        let (style, bounds) = (self.style, self.bounds);
        let editions = self.panels.iter().flat_map(|panel| {
            panel.columns.iter().zip(&panel.spec.editions).map(|(x, name)| (*x, name.as_str()))
        });
        let editions = style.place_labels_under(&editions.collect::<Vec<_>>(), bounds.bottom);
        let below = editions.iter().map(|label| label.bounds.bottom);
        let below = below.fold(bounds.bottom, f64::max) + 4.0;
        placed.tick_labels.extend(editions);
        let mut names = Vec::with_capacity(self.panels.len());
        for Panel { spec, left, right, .. } in &self.panels {
            placed.grid.push(line([point(*left, below), point(*right, below)], MUTED));
            let max_width = right - left + self.gap - 6.0;
            names.extend(set_text(&spec.label, style.tick, INK, max_width).map(|name| {
                let middle = f64::midpoint(*left, *right) - name.width() / 2.0;
                let left = middle.min(bounds.right - name.width()).max(bounds.left);
                name.moved_to(left, below + 3.0).with_anchor(Anchor::Middle)
            }));
        }
        let names = drop_overlapping(names);
        placed.height = names.iter().map(|name| name.bounds.bottom).fold(below, f64::max);
        placed.texts.extend(names);
    }
}
