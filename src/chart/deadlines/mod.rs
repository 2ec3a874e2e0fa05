//! The figure of deadlines: promises stacked at their deadlines, with a row for each province.

mod stacks;

use super::axis::Scale;
use super::error::ChartError;
use super::figure::{Caption, Figure};
use super::label::{CROSSED_LINE_COST, LabelArea, LabelRequest, Omission, Side};
use super::layout::{Style, drop_overlapping};
use super::placed::{
    Dash, Placed, PlacedLine, PlacedMark, PlacedText, Point, Rect, point, row_number, set_text,
};
use super::spec::{DayTick, MarkForm, Series, Vertical, VerticalKind, Width};
use super::text::clean;
use super::theme::{INK, MUTED, RULE, Swatch};
use super::time::day_axis;
use super::time::frame::{place_days, place_verticals};
use stacks::Stack;

/// One promise at its deadline.
#[derive(Clone, Debug, PartialEq)]
pub struct DeadlineMark {
    /// Days since 1970-01-01, not outside the time axis; `None` when the promise names no deadline.
    pub day: Option<i32>,
    /// The form for its state.
    pub form: MarkForm,
    /// As [`Mark::href`](super::Mark::href).
    pub href: Option<String>,
    /// The promise, its deadline and its state in a sentence. No other text of the figure says them.
    pub title: String,
}

/// The promises of one province.
#[derive(Clone, Debug, PartialEq)]
pub struct DeadlineRow {
    /// The name of the province.
    pub label: String,
    /// Gives color and shape.
    pub series: Series,
    /// Marks with the same deadline are stacked in this order, beginning at the lower left.
    pub marks: Vec<DeadlineMark>,
    /// The day on which the province ended in a merger, and its label. The line of the row is dotted
    /// from there on.
    pub end: Option<DayTick>,
}

/// All promises as marks on one time axis, with a row for each province.
///
/// Marks with the same deadline are stacked on the line of their row, centered at the day. Stacks that
/// would overlap are moved apart; a tick on the line shows the exact day. Marks without a deadline are
/// right of the axis.
///
/// Errors of its drawing: [`ChartError::NothingToDraw`] without any mark; [`ChartError::BadAxis`] for
/// days that are no interval; [`ChartError::OffAxis`] for a day outside it.
#[derive(Clone, Debug, PartialEq)]
pub struct DeadlinesSpec {
    /// The texts about the figure as a whole.
    pub caption: Caption,
    /// The first day shown.
    pub x_min_day: i32,
    /// The last day shown, after the first.
    pub x_max_day: i32,
    /// Labels under the figure.
    pub x_ticks: Vec<DayTick>,
    /// From top to bottom. A row without marks has its line, too.
    pub rows: Vec<DeadlineRow>,
    /// Lines across all rows. Marks stay on the same side of today as their deadline, where there is
    /// room.
    pub verticals: Vec<Vertical>,
    /// Printed under the marks without a deadline, right of the axis.
    pub undated_label: String,
}

/// The maximum width of row labels in the wide figure; longer ones are wrapped.
const MAX_GUTTER: f64 = 190.0;

/// The distance between the ends of the scale and of the plot, as room for labels and stacks.
const INSET: f64 = 22.0;

/// The distance between the axis and the marks without a deadline.
const UNDATED_GAP: f64 = 18.0;

/// The distance between the line of a row and the marks on it.
const LINE_GAP: f64 = 3.0;

impl Figure for DeadlinesSpec {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn caption_mut(&mut self) -> &mut Caption {
        &mut self.caption
    }

    fn lay_out(&self, width: Width) -> Result<Placed, ChartError> {
        if self.rows.iter().all(|row| row.marks.is_empty()) {
            return Err(ChartError::NothingToDraw);
        }
        let style = Style::for_width(width);
        let (mut placed, heading_end) = style.start_sheet(&self.caption);
        let (plot, undated_label) = Plot::new(self, style, width)?;
        let uprights = place_verticals(&self.verticals, style, &plot.days, heading_end, plot.left)?;
        let flags = uprights.iter().filter_map(|upright| upright.label.as_ref());
        let rows_top = flags.map(|label| label.bounds.bottom).fold(heading_end, f64::max);
        let todays = uprights.iter().filter(|upright| upright.kind == VerticalKind::Today);
        let todays: Vec<f64> = todays.map(|upright| upright.x).collect();
        let lines: Vec<f64> = uprights.iter().map(|upright| upright.x).collect();
        let mut y = rows_top;
        for (index, row) in self.rows.iter().enumerate() {
            let row = (row, row_number(index));
            y = plot.place_row(&mut placed, row, y + style.row_gap, &todays, &lines)?;
        }
        let bottom = y + style.row_gap;
        let (ticks, labels_of_days) =
            place_days(&mut placed, &self.x_ticks, &plot.days, self.x_max_day, bottom)?;
        for x in ticks {
            placed.grid.push(line(point(x, rows_top), point(x, bottom), RULE));
        }
        for upright in uprights {
            placed.lines.push(upright.line(rows_top, bottom));
            placed.texts.extend(upright.label);
        }
        let mut labels = style.place_labels_under(&labels_of_days, bottom + 6.0);
        labels.extend(undated_label.map(|label| label.moved_to(plot.undated_left, bottom + 6.0)));
        placed.tick_labels = drop_overlapping(labels);
        let lowest = placed.tick_labels.iter().map(|label| label.bounds.bottom);
        y = lowest.fold(bottom, f64::max);
        style.place_source_line(&mut placed, &self.caption, y);
        Ok(placed)
    }
}

fn line(from: Point, to: Point, swatch: Swatch) -> PlacedLine {
    PlacedLine { points: [from, to], swatch, width: 1.0, dash: Dash::Solid }
}

/// The sizes and the scale of one figure.
struct Plot {
    style: &'static Style,
    is_narrow: bool,
    days: Scale,
    /// The ends of the rows.
    left: f64,
    right: f64,
    /// Where the marks without a deadline begin, and in how many columns they are placed.
    undated_left: f64,
    n_columns: usize,
    /// The distance from a mark to the next.
    pitch: f64,
}

impl Plot {
    /// The plot, and the label of the marks without a deadline, if there are any.
    fn new(
        spec: &DeadlinesSpec,
        style: &'static Style,
        width: Width,
    ) -> Result<(Plot, Option<PlacedText>), ChartError> {
        let is_narrow = width == Width::Narrow;
        // Marks are far enough apart for a finger, and low enough that some provinces fit on a screen.
        let (pitch, n_high, max_columns, max_label) =
            if is_narrow { (22.0, 5, 3, 56.0) } else { (24.0, 3, 5, 110.0) };
        let undated = |row: &DeadlineRow| row.marks.iter().filter(|m| m.day.is_none()).count();
        let n_undated = spec.rows.iter().map(undated).max().unwrap_or(0);
        let n_columns = n_undated.div_ceil(n_high).clamp(1, max_columns);
        let label = set_text(&spec.undated_label, style.tick, MUTED, max_label);
        let label = label.filter(|_| n_undated > 0);
        let mut undated_left = style.width - style.margin;
        let mut right = undated_left;
        if n_undated > 0 {
            let needs = label.as_ref().map_or(0.0, PlacedText::width);
            undated_left -= needs.max(n_columns as f64 * pitch);
            right = undated_left - UNDATED_GAP;
        }
        let mut left = style.margin;
        if !is_narrow {
            let labels = spec.rows.iter();
            let labels = labels.filter_map(|r| set_text(&r.label, style.row, INK, MAX_GUTTER));
            left += labels.map(|label| label.width()).fold(0.0, f64::max).ceil() + 10.0;
        }
        let axis = day_axis(spec.x_min_day, spec.x_max_day);
        let days = Scale::new(&axis, left + INSET, right - INSET)?;
        Ok((Plot { style, is_narrow, days, left, right, undated_left, n_columns, pitch }, label))
    }

    /// Places a row, with its number, from `top` on. Returns the y at which it ends.
    fn place_row(
        &self,
        placed: &mut Placed,
        (row, number): (&DeadlineRow, u32),
        top: f64,
        todays: &[f64],
        lines: &[f64],
    ) -> Result<f64, ChartError> {
        let mut dues = Vec::with_capacity(row.marks.len());
        for mark in &row.marks {
            let place = |day: i32| self.days.position(f64::from(day), &mark.title);
            dues.push(mark.day.map(place).transpose()?);
        }
        let undated: Vec<usize> = (0..dues.len()).filter(|index| dues[*index].is_none()).collect();
        let mut stacks = self.make_stacks(&dues, todays);
        stacks.push(Stack {
            due: None,
            center: self.undated_left + self.n_columns as f64 * self.pitch / 2.0,
            n_columns: self.n_columns,
            marks: undated,
        });
        let n_high = stacks.iter().map(Stack::n_high).max().unwrap_or(0).max(1);
        let mut high = n_high as f64 * self.pitch;

        let max_width = if self.is_narrow { self.style.inner_width() } else { MAX_GUTTER };
        let label = set_text(&row.label, self.style.row, row.series.swatch(), max_width);
        let label_height = label.as_ref().map_or(0.0, PlacedText::height);
        // The label is above the row on a narrow sheet, else beside its lowest marks.
        high = if self.is_narrow { high + label_height } else { high.max(label_height) };
        let base = top + high + LINE_GAP;
        let beside = base - LINE_GAP - f64::midpoint(self.pitch, label_height);
        let lowest = base - LINE_GAP - label_height;
        let label_top = if self.is_narrow { top } else { beside.min(lowest).max(top) };
        placed.texts.extend(label.map(|label| label.moved_to(self.style.margin, label_top)));

        let mut bottom = base + 4.0;
        let mut end = self.right;
        if let Some(day) = &row.end {
            end = self.days.position(f64::from(day.day), &day.label)?;
            placed.lines.push(PlacedLine {
                dash: Dash::Dotted,
                ..line(point(end, base), point(self.right, base), MUTED)
            });
            placed.lines.push(line(point(end, base - 5.0), point(end, base + 5.0), MUTED));
            let max_width = self.style.max_label.min(self.right - self.left);
            if let Some(label) = set_text(&day.label, self.style.tick, MUTED, max_width) {
                let label = self.place_end(label, end, base, lines);
                bottom = bottom.max(label.bounds.bottom);
                placed.texts.push(label);
            }
        }
        placed.lines.push(line(point(self.left, base), point(end, base), MUTED));
        for stack in &stacks {
            if let Some(due) = stack.due {
                placed.lines.push(line(point(due, base), point(due, base + 3.0), MUTED));
                // A stack that was moved away from its day is connected with it by a line.
                let reach = (stack.n_columns as f64 - 1.0) * self.pitch / 2.0;
                // Not `clamp`, whose panic prints numbers (decision 0028).
                let foot = due.max(stack.center - reach).min(stack.center + reach);
                let from = point(foot, base - LINE_GAP - self.pitch / 2.0);
                if (foot - due).abs() > 1.0 {
                    placed.lines.push(line(from, point(due, base), MUTED));
                }
            }
            for (rank, index) in stack.marks.iter().enumerate() {
                let center = stack.center_of(rank, base - LINE_GAP, self.pitch);
                placed.marks.push(self.mark((row, number), &row.marks[*index], center));
            }
        }
        Ok(bottom)
    }

    /// Places the label of a row's end under the line, where it covers as few upright lines as
    /// possible.
    fn place_end(&self, label: PlacedText, x: f64, base: f64, lines: &[f64]) -> PlacedText {
        let bounds = Rect { left: self.left, top: base, right: self.right, bottom: f64::INFINITY };
        let upright =
            |x: &f64| ([point(*x, base), point(*x, f64::from(u16::MAX))], CROSSED_LINE_COST);
        let mut field =
            LabelArea { bounds, taken: Vec::new(), lines: lines.iter().map(upright).collect() };
        let around = Rect::from_size(x - 4.0, base, 8.0, 3.0);
        let request = LabelRequest {
            label: label.clone(),
            around,
            sides: &[Side::Below],
            omission: Omission::Never,
        };
        match field.place_labels(vec![request]).pop() {
            Some(Ok(placed_label)) => placed_label.text,
            // An area without a bottom has room for everything.
            _ => label.moved_to(self.left, base + LINE_GAP),
        }
    }

    fn mark(
        &self,
        (row, number): (&DeadlineRow, u32),
        mark: &DeadlineMark,
        center: Point,
    ) -> PlacedMark {
        PlacedMark {
            center,
            radius: if self.is_narrow { 6.2 } else { 7.0 },
            hit_radius: self.pitch / 2.0,
            shape: row.series.shape(),
            form: mark.form,
            swatch: row.series.swatch(),
            arrow: None,
            href: mark.href.clone(),
            name: clean(&mark.title),
            row: number,
            label: None,
        }
    }
}
