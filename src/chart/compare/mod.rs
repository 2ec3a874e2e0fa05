//! The layout of the comparison figure: bands of rows on one horizontal scale.

mod row;
mod spec;

pub use spec::{Band, CompareSpec, Mark, Row};

use super::axis::Scale;
use super::error::ChartError;
use super::figure::{Caption, Figure};
use super::flags::{Flag, place_flags, pole_top};
use super::layout::Style;
use super::placed::{
    Anchor, Backing, Dash, Placed, PlacedLine, PlacedText, point, row_number, set_text,
};
use super::spec::{Reference, Width};
use super::theme::{INK, MUTED, RULE};

/// The maximum width of row labels in the wide figure; longer ones are wrapped.
const MAX_GUTTER: f64 = 190.0;

impl Figure for CompareSpec {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn caption_mut(&mut self) -> &mut Caption {
        &mut self.caption
    }

    fn lay_out(&self, width: Width) -> Result<Placed, ChartError> {
        let is_empty = |band: &Band| {
            band.references.is_empty() && band.rows.iter().all(|row| row.marks.is_empty())
        };
        if self.bands.iter().all(is_empty) {
            return Err(ChartError::NothingToDraw);
        }
        let plot = Plot::new(self, width)?;
        let style = plot.style;
        let (mut placed, mut y) = style.start_sheet(&self.caption);
        let mut n_rows = 0;
        for (index, band) in self.bands.iter().enumerate() {
            if index > 0 {
                y += style.band_gap;
            }
            y = plot.place_band(&mut placed, band, n_rows, y)?;
            n_rows += row_number(band.rows.len());
        }
        let labels = style.place_labels_under(&plot.ticks, y + 3.0);
        y = labels.iter().map(|label| label.bounds.bottom).fold(y, f64::max);
        placed.tick_labels.extend(labels);
        style.place_source_line(&mut placed, &self.caption, y);
        Ok(placed)
    }
}

/// The sizes and the scale of one figure.
struct Plot<'a> {
    style: &'static Style,
    is_narrow: bool,
    scale: Scale,
    ticks: Vec<(f64, &'a str)>,
    is_reversed: bool,
    /// The positions of the ends of the scale, in units.
    left: f64,
    right: f64,
    /// The labels of marks and references stay between these positions.
    label_left: f64,
    label_right: f64,
}

impl<'a> Plot<'a> {
    fn new(spec: &'a CompareSpec, width: Width) -> Result<Plot<'a>, ChartError> {
        let style = Style::for_width(width);
        let rows = || spec.bands.iter().flat_map(|band| &band.rows);
        let has_bounds = rows().flat_map(|row| &row.marks).any(|mark| mark.bound.is_some());
        // Leave room at the ends of the scale for the arrows of bounds, and for the end labels, which
        // are centered under the ends if they are short.
        let inset = if has_bounds { 24.0 } else { 11.0 };
        let ends = spec.axis.ticks.iter().map(|tick| {
            set_text(&tick.label, style.tick, MUTED, f64::INFINITY).map_or(0.0, |t| t.width() / 2.0)
        });
        let inset = ends.filter(|half| *half <= 26.0).fold(inset, f64::max);
        let is_narrow = width == Width::Narrow;
        let gutter = if is_narrow {
            0.0
        } else {
            let widths = rows().filter_map(|row| {
                set_text(&row.label, style.row, INK, MAX_GUTTER).map(|label| label.width())
            });
            widths.fold(0.0, f64::max).ceil() + 10.0
        };
        let label_left = style.margin + gutter;
        let label_right = style.width - style.margin;
        let (left, right) = (label_left + inset, label_right - inset);
        let scale = Scale::new(&spec.axis, left, right)?;
        let ticks =
            spec.axis.ticks.iter().map(|tick| {
                scale.position(tick.value, &tick.label).map(|x| (x, tick.label.as_str()))
            });
        let ticks = ticks.collect::<Result<Vec<_>, _>>()?;
        let is_reversed = spec.axis.reversed;
        Ok(Plot {
            style,
            is_narrow,
            scale,
            ticks,
            is_reversed,
            left,
            right,
            label_left,
            label_right,
        })
    }

    /// Places a band from `top` on, below `n_rows_before` rows of other bands. Returns the y at which it ends.
    fn place_band(
        &self,
        placed: &mut Placed,
        band: &Band,
        n_rows_before: u32,
        top: f64,
    ) -> Result<f64, ChartError> {
        let style = self.style;
        let mut y = top;
        let name = set_text(&band.label, style.band, INK, style.inner_width());
        let name = name.map(|name| name.moved_to(style.margin, top));
        if let Some(name) = &name {
            y = name.bounds.bottom;
        }
        let references = band.references.iter().map(|reference| {
            self.scale.position(reference.value, &reference.label).map(|x| (x, reference))
        });
        let references = references.collect::<Result<Vec<_>, _>>()?;
        let name_end = name.as_ref().filter(|name| name.lines.len() == 1).map(|n| n.bounds.right);
        let (flags, rows_top) = self.place_references(&references, y, name_end);
        placed.texts.extend(name);

        y = rows_top;
        let crossing: Vec<f64> = references.iter().map(|(x, _)| *x).collect();
        for (index, row) in band.rows.iter().enumerate() {
            let row = self.place_row(row, n_rows_before + row_number(index), &crossing)?;
            let gap = if index == 0 { style.row_gap / 2.0 } else { style.row_gap };
            let line_y = y + gap - row.top;
            let ends = [point(self.left, line_y), point(self.right, line_y)];
            placed.grid.push(PlacedLine {
                points: ends,
                swatch: RULE,
                width: 1.0,
                dash: Dash::Solid,
            });
            placed.lines.extend(row.lines.into_iter().map(|line| line.moved_down(line_y)));
            for text in row.label.into_iter().chain(row.note) {
                let top = text.bounds.top + line_y;
                let left = text.bounds.left;
                placed.texts.push(text.moved_to(left, top));
            }
            placed.marks.extend(row.marks.into_iter().map(|mark| mark.moved_down(line_y)));
            y = line_y + row.bottom;
        }
        // Even a band without rows shows its scale.
        let bottom = if band.rows.is_empty() { y + style.row_gap * 2.0 } else { y + 4.0 };

        for (x, _) in &self.ticks {
            let ends = [point(*x, rows_top), point(*x, bottom)];
            placed.grid.push(PlacedLine {
                points: ends,
                swatch: RULE,
                width: 1.0,
                dash: Dash::Solid,
            });
        }
        for ((x, reference), flag) in references.iter().zip(flags) {
            let dash = if reference.hollow { Dash::Dashed } else { Dash::Solid };
            let top = flag.as_ref().map_or(rows_top, |flag| pole_top(*x, &flag.bounds));
            let points = [point(*x, top), point(*x, bottom)];
            placed.lines.push(PlacedLine { points, swatch: MUTED, width: 1.5, dash });
            placed.texts.extend(flag);
        }
        Ok(bottom)
    }

    /// Places the labels of the references above the rows. Also returns the y at which the rows begin.
    ///
    /// `name_end` is the x at which the name of the band ends, if it has one line. Labels that fit
    /// beside the name share its line.
    fn place_references(
        &self,
        references: &[(f64, &Reference)],
        top: f64,
        name_end: Option<f64>,
    ) -> (Vec<Option<PlacedText>>, f64) {
        let style = self.style;
        let max_width = (self.label_right - self.label_left).min(style.max_label * 1.5);
        let labels: Vec<Option<PlacedText>> = references
            .iter()
            .map(|(_, reference)| set_text(&reference.label, style.label, MUTED, max_width))
            .collect();
        let sizes: Vec<(f64, f64)> = references
            .iter()
            .zip(&labels)
            .filter_map(|((x, _), label)| label.as_ref().map(|label| (*x, label.width())))
            .collect();
        if sizes.is_empty() {
            return (labels, top);
        }
        let height = labels.iter().flatten().map(PlacedText::height).fold(0.0, f64::max);
        let mut flags = place_flags(&sizes, self.label_left, self.label_right);
        let mut bottom =
            top + height * (1 + flags.iter().map(|f| f.lane).max().unwrap_or(0)) as f64;
        if let Some(end) = name_end {
            let left = end + 12.0;
            let beside = place_flags(&sizes, left.max(self.label_left), self.label_right);
            let is_one_line = height <= style.label.line_height() + 0.01;
            let is_beside = |((x, width), flag): (&(f64, f64), &Flag)| {
                flag.lane == 0 && *x > left && (flag.left >= *x || flag.left + width <= *x)
            };
            if is_one_line && sizes.iter().zip(&beside).all(is_beside) {
                flags = beside;
                bottom = top;
            }
        }
        let mut flags = flags.into_iter();
        let placed = labels.into_iter().map(|label| {
            let label = label?;
            let flag = flags.next()?;
            let top = bottom - height * (flag.lane + 1) as f64;
            let top = top + height - label.height();
            Some(label.moved_to(flag.left, top).with_backing(Backing::Halo))
        });
        let placed =
            placed.zip(references).map(|(label, (x, _))| {
                // The text of a label left of its line ends at the line.
                label.map(|label| {
                    if label.bounds.right < *x { label.with_anchor(Anchor::End) } else { label }
                })
            });
        (placed.collect(), bottom)
    }
}
