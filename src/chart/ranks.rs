//! The figure of places over the editions of a ranking: a panel for each run of editions that may be
//! read along one line.

use super::axis::Scale;
use super::error::ChartError;
use super::figure::{Caption, Figure};
use super::label::Field;
use super::layout::{Style, thin};
use super::placed::{Anchor, Dash, Placed, PlacedLine, PlacedText, Point, Rect, point, set_text};
use super::spec::{Axis, Fill, Series, Vertical, VerticalKind, Width};
use super::theme::{INK, MUTED, RULE, Swatch};
use super::time::frame::{Upright, place_verticals};
use super::time::series::{Labels, name_margin, place_labels, place_series};
use super::time::{Attempt, TimePoint, TimeSeries, day_axis};
use crate::digits;

/// Editions of a ranking that may be read along one line: one method, one number of ranked units.
#[derive(Clone, Debug, PartialEq)]
pub struct RankPanel {
    /// How many are ranked, at least 2: the lower end of the scale.
    pub base: u32,
    /// Printed under the panel: "of 63 provinces".
    pub label: String,
    /// At least one, printed under the marks: "2022".
    pub editions: Vec<String>,
    /// Why the line breaks before this panel, printed over the gap. The first panel has no gap; its
    /// note is not printed.
    pub note: String,
}

/// The place of a unit in one edition.
#[derive(Clone, Debug, PartialEq)]
pub struct RankPoint {
    /// An index into [`RanksSpec::panels`].
    pub panel: usize,
    /// An index into [`RankPanel::editions`].
    pub edition: usize,
    /// 1 to the panel's `base`.
    pub rank: u32,
    /// Printed beside the mark, always: "28/63".
    pub label: String,
    /// The whole fact in a sentence.
    pub title: String,
    /// As [`Mark::href`](super::Mark::href).
    pub href: Option<String>,
    /// Result or target; only results are joined.
    pub fill: Fill,
}

/// The places of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct RankSeries {
    /// Printed at the last point.
    pub label: String,
    /// Gives color and shape.
    pub series: Series,
    /// In any order. An edition without a point is not bridged.
    pub points: Vec<RankPoint>,
}

/// Places over the editions of a ranking, in panels side by side that no line crosses.
///
/// A line joins two results of a series in editions next to each other in one panel, and nothing else.
///
/// Errors of its drawing: [`ChartError::NothingToDraw`] without any point or with a panel without
/// editions; [`ChartError::BadPlace`] for a point in a panel or edition that is not there;
/// [`ChartError::OffAxis`] for a rank outside its panel's scale; [`ChartError::BadAxis`] for a panel of
/// less than two.
#[derive(Clone, Debug, PartialEq)]
pub struct RanksSpec {
    /// What it says about itself as a whole.
    pub caption: Caption,
    /// From left to right; each has a scale of its own, 1 on top.
    pub panels: Vec<RankPanel>,
    /// Later series are drawn over earlier ones.
    pub series: Vec<RankSeries>,
}

/// Heights of the plot to try until all labels find room, in units.
const WIDE_HEIGHTS: [f64; 4] = [440.0, 500.0, 580.0, 660.0];
const NARROW_HEIGHTS: [f64; 4] = [330.0, 390.0, 470.0, 590.0];

/// The scales end this far within the plot: room for the largest mark and a label beyond it.
const INSET: f64 = 40.0;

/// The cost of a label across the line of a break, which says that nothing goes on there: less only
/// than that of a leader.
const BREAK: f64 = 12.0;

/// Left of the first panel and right of the last.
const PAD: f64 = 8.0;

/// The reach of the largest mark: so far they keep from the sheet's margins, however many columns there
/// are.
const EDGE: f64 = 22.5;

impl Figure for RanksSpec {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn caption_mut(&mut self) -> &mut Caption {
        &mut self.caption
    }

    /// Labels that find no room even in the tallest plot are listed under it.
    fn lay_out(&self, width: Width) -> Result<Placed, ChartError> {
        let has_points = self.series.iter().any(|series| !series.points.is_empty());
        if !has_points || self.panels.iter().any(|panel| panel.editions.is_empty()) {
            return Err(ChartError::NothingToDraw);
        }
        let mut series = Vec::new();
        for one in &self.series {
            series.extend(in_panels(self, one, width)?);
        }
        let heights = if width == Width::Wide { WIDE_HEIGHTS } else { NARROW_HEIGHTS };
        let best = Attempt::best(heights, &|height| lay_out_at(self, &series, width, height))?;
        Ok(best.end(Style::of(width), &self.caption))
    }
}

/// A series' points in each panel as a series of its own over time, where a day is the index of a
/// column: all editions of all panels in a row. Nothing can join what stands in two panels.
fn in_panels(
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
    let mut runs = Vec::new();
    let mut before = 0;
    for (index, panel) in spec.panels.iter().enumerate() {
        let own: Vec<&RankPoint> = points.iter().filter(|point| point.panel == index).collect();
        let is_result = |point: &RankPoint| point.fill == Fill::Filled;
        let mut joins = Vec::new();
        for (from, one) in own.iter().enumerate() {
            let is_next = |next: &RankPoint| is_result(next) && one.edition + 1 == next.edition;
            let next = (0..own.len()).filter(|to| is_result(one) && is_next(own[*to]));
            joins.extend(next.map(|to| (from, to)));
        }
        // A narrow sheet has room for each name once.
        let is_named = width == Width::Wide || last == Some(index);
        runs.push(TimeSeries {
            label: if is_named { label.clone() } else { String::new() },
            series: *series,
            points: own.into_iter().map(|point| time_point(point, before)).collect(),
            joins,
        });
        before += panel.editions.len();
    }
    Ok(runs)
}

fn time_point(point: &RankPoint, before: usize) -> TimePoint {
    TimePoint {
        day: day_of(before + point.edition),
        value: f64::from(point.rank),
        fill: point.fill,
        label: point.label.clone(),
        title: point.title.clone(),
        href: point.href.clone(),
        bound: None,
    }
}

fn day_of(column: usize) -> i32 {
    i32::try_from(column).unwrap_or(i32::MAX)
}

fn line(points: [Point; 2], swatch: Swatch) -> PlacedLine {
    PlacedLine { points, swatch, width: 1.0, dash: Dash::Solid }
}

/// A panel's ends, its scale and its editions' places.
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

/// Where the panels stand on the sheet, whatever the height of the plot.
struct Columns {
    /// Between two panels.
    gap: f64,
    /// From a column to the next.
    step: f64,
    /// The left and the right end of each panel.
    ends: Vec<(f64, f64)>,
}

impl Columns {
    /// Shares the room that the series' names leave among all columns alike.
    fn new(spec: &RanksSpec, series: &[TimeSeries], style: &Style, width: Width) -> Columns {
        let n_columns: usize = spec.panels.iter().map(|panel| panel.editions.len()).sum();
        let n_gaps = spec.panels.len() as f64 - 1.0;
        let names = name_margin(series, (0, day_of(n_columns) - 1), style, width);
        let room = style.inner() - names.max(PAD) - PAD;
        let gap = if width == Width::Wide { 60.0_f64 } else { 24.0 };
        let gap = gap.min(room / 2.0 / n_gaps.max(1.0));
        let step = (room - gap * n_gaps) / n_columns as f64;
        let ends = spec.panels.iter().scan(style.margin + PAD - gap, |x, panel| {
            let left = *x + gap;
            *x = left + step * panel.editions.len() as f64;
            Some((left, *x))
        });
        Columns { gap, step, ends: ends.collect() }
    }

    /// The upright lines between panels, with their notes from `top` on.
    fn breaks(
        &self,
        panels: &[RankPanel],
        style: &Style,
        top: f64,
    ) -> Result<Vec<Upright>, ChartError> {
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
                x.max(bounds.left + EDGE).min(bounds.right - EDGE)
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
    let style = Style::of(width);
    let (mut placed, heading_end) = style.sheet(&spec.caption);
    let columns = Columns::new(spec, series, style, width);
    let breaks = columns.breaks(&spec.panels, style, heading_end)?;
    let flags = breaks.iter().filter_map(|upright| upright.label.as_ref());
    let top = flags.map(|label| label.bounds.bottom).fold(heading_end, f64::max);
    let right = style.width - style.margin;
    let bounds = Rect { left: style.margin, top, right, bottom: top + height };
    let mut field = Field { bounds, taken: Vec::new(), lines: Vec::new() };
    for upright in breaks {
        let line = upright.line(top, bounds.bottom);
        field.lines.push((line.points, BREAK));
        placed.lines.push(line);
        placed.texts.extend(upright.label);
    }

    let panels = columns.panels(&spec.panels, bounds)?;
    let places = panels.iter().flat_map(|panel| panel.columns.iter().map(move |x| (*x, panel)));
    let places: Vec<(f64, &Panel<'_>)> = places.collect();
    let place = |time_point: &TimePoint| {
        // The days are places in this list.
        let (x, panel) = places[time_point.day as usize];
        Ok(point(x, panel.scale.place(time_point.value, &time_point.label)?))
    };
    let mut marks =
        place_series(&mut placed, &mut field, series, style, style.radius, false, &place)?;
    let plot = Plot { style, bounds, gap: columns.gap, panels };
    plot.place_scales(&mut placed, &mut field)?;
    let mut homeless = Vec::new();
    let n_leaders = place_labels(
        &mut placed,
        series,
        Labels::All,
        style,
        &mut marks,
        &mut field,
        &mut homeless,
    );
    placed.marks = marks;
    plot.place_foot(&mut placed);
    Ok(Attempt { placed, homeless, n_leaders })
}

impl Plot<'_> {
    /// Draws each panel's first and last rank with their numbers, clear of the marks in the field, and
    /// its editions.
    fn place_scales(&self, placed: &mut Placed, field: &mut Field) -> Result<(), ChartError> {
        let (style, bounds) = (self.style, self.bounds);
        let (top, bottom) = (bounds.top + INSET, bounds.bottom - INSET);
        let mut numbers = Vec::with_capacity(2 * self.panels.len());
        for Panel { spec, left, right, scale, columns } in &self.panels {
            for x in columns {
                placed.grid.push(line([point(*x, top), point(*x, bottom)], RULE));
            }
            for (rank, is_first) in [(1.0, true), (f64::from(spec.base), false)] {
                let y = scale.place(rank, &spec.label)?;
                placed.grid.push(line([point(*left, y), point(*right, y)], RULE));
                let number = set_text(&digits::shortest(rank), style.tick, MUTED, f64::INFINITY);
                let Some(number) = number else { continue };
                let number_left = left.min(bounds.right - number.width()).max(bounds.left);
                let number_top = if is_first { y - number.height() } else { y };
                let number = number.to(number_left, number_top);
                let Rect { left, right, .. } = number.bounds;
                let strip = Rect { left, right, top: y - EDGE, bottom: y + EDGE };
                let marks = field.taken.iter().filter(|mark| mark.overlaps(&strip));
                let reach = marks.map(|mark| if is_first { y - mark.top } else { mark.bottom - y });
                let reach = reach.fold(0.0, f64::max);
                let bounds = number.bounds.moved(if is_first { -reach } else { reach });
                numbers.push(PlacedText { bounds, ..number });
            }
        }
        let numbers = thin(numbers);
        field.taken.extend(numbers.iter().map(|number| number.bounds));
        placed.tick_labels.extend(numbers);
        Ok(())
    }

    /// Names the editions and the panels under the plot and sets the sheet's height.
    fn place_foot(&self, placed: &mut Placed) {
        let (style, bounds) = (self.style, self.bounds);
        let editions = self.panels.iter().flat_map(|panel| {
            panel.columns.iter().zip(&panel.spec.editions).map(|(x, name)| (*x, name.as_str()))
        });
        let editions = style.labels_under(&editions.collect::<Vec<_>>(), bounds.bottom);
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
                name.to(left, below + 3.0).anchored(Anchor::Middle)
            }));
        }
        let names = thin(names);
        placed.height = names.iter().map(|name| name.bounds.bottom).fold(below, f64::max);
        placed.texts.extend(names);
    }
}
