//! What all layouts share: sizes, the heading and foot of a figure that leaves the page, axis labels.

use super::figure::Caption;
use super::placed::{Anchor, Arrow, Font, Placed, PlacedText, set_text};
use super::spec::{Bound, Width};
use super::theme::{INK, MUTED};
use crate::order;

/// The sizes of one width, in units.
pub(super) struct Style {
    for_width: Width,
    /// Of the whole sheet.
    pub(super) width: f64,
    /// Clear on all sides.
    pub(super) margin: f64,
    /// Of a mark; see [`super::theme::Shape::corners`].
    pub(super) radius: f64,
    /// Beside marks and lines.
    pub(super) label: Font,
    /// Labels of marks are wrapped at this width.
    pub(super) max_label: f64,
    /// Axis labels and the source line.
    pub(super) tick: Font,
    /// Names of rows and series.
    pub(super) row: Font,
    /// Names of definitions.
    pub(super) band: Font,
    /// The figure's own title.
    pub(super) title: Font,
    /// Between bands.
    pub(super) band_gap: f64,
    /// Between a row's outermost label and the next row's.
    pub(super) row_gap: f64,
}

const fn font(size: f64) -> Font {
    Font { size, is_bold: false }
}

const fn bold(size: f64) -> Font {
    Font { size, is_bold: true }
}

const WIDE: Style = Style {
    for_width: Width::Wide,
    width: 840.0,
    margin: 4.0,
    radius: 6.5,
    label: font(14.0),
    max_label: 230.0,
    tick: font(13.0),
    row: bold(14.0),
    band: bold(15.0),
    title: bold(19.0),
    band_gap: 22.0,
    row_gap: 10.0,
};

const NARROW: Style = Style {
    for_width: Width::Narrow,
    width: 320.0,
    margin: 2.0,
    radius: 6.0,
    label: font(12.0),
    max_label: 150.0,
    tick: font(12.0),
    row: bold(12.0),
    band: bold(13.0),
    title: bold(15.0),
    band_gap: 20.0,
    row_gap: 8.0,
};

impl Style {
    pub(super) fn of(width: Width) -> &'static Style {
        match width {
            Width::Wide => &WIDE,
            Width::Narrow => &NARROW,
        }
    }

    /// The width between the margins.
    pub(super) fn inner(&self) -> f64 {
        self.width - 2.0 * self.margin
    }

    /// A sheet with nothing on it but the title of a figure that carries its source; and where to go
    /// on under that.
    pub(super) fn sheet(&self, caption: &Caption) -> (Placed, f64) {
        let has_ground = caption.source_line.is_some();
        let mut placed = Placed::empty(self.for_width, self.width, has_ground);
        let title = set_text(&caption.title, self.title, INK, self.inner());
        let Some(title) = title.filter(|_| has_ground) else {
            return (placed, self.margin);
        };
        let title = title.to(self.margin, self.margin);
        let below = title.bounds.bottom + self.band_gap / 2.0;
        placed.texts.push(title);
        (placed, below)
    }

    /// Sets the source line at `top` and the sheet's height.
    pub(super) fn foot(&self, placed: &mut Placed, caption: &Caption, top: f64) {
        let line = caption.source_line.as_deref();
        let source = line.and_then(|line| set_text(line, self.tick, MUTED, self.inner()));
        let mut bottom = top;
        if let Some(source) = source {
            let source = source.to(self.margin, top + self.row_gap);
            bottom = source.bounds.bottom;
            placed.texts.push(source);
        }
        placed.height = (bottom + self.margin).ceil();
    }

    /// Labels under a horizontal axis, each centered at its x but inside the margins, without those
    /// that would touch another.
    pub(super) fn labels_under(&self, ticks: &[(f64, &str)], top: f64) -> Vec<PlacedText> {
        let labels = ticks.iter().filter_map(|(x, label)| {
            // A tick's label is one line, whatever its length.
            let text = set_text(label, self.tick, MUTED, f64::INFINITY)?;
            let last = self.width - self.margin - text.width();
            let left = (x - text.width() / 2.0).min(last).max(self.margin);
            (last >= self.margin).then(|| text.to(left, top).anchored(Anchor::Middle))
        });
        thin(labels.collect())
    }
}

/// Leaves out labels that would touch another; the two ends are kept longest.
pub(super) fn thin(labels: Vec<PlacedText>) -> Vec<PlacedText> {
    let n_labels = labels.len();
    let mut kept: Vec<(usize, PlacedText)> = Vec::new();
    let mut by_weight: Vec<(usize, PlacedText)> = labels.into_iter().enumerate().collect();
    order::sort_by_key(&mut by_weight, |(index, _)| (*index != 0, *index + 1 != n_labels, *index));
    for (index, label) in by_weight {
        let room = label.bounds.grown(2.0);
        if !kept.iter().any(|(_, other)| other.bounds.grown(2.0).overlaps(&room)) {
            kept.push((index, label));
        }
    }
    order::sort_by_key(&mut kept, |(index, _)| *index);
    kept.into_iter().map(|(_, label)| label).collect()
}

/// To which side the true value may lie; `along` points to larger values.
pub(super) fn arrow(bound: Option<Bound>, along: Arrow, back: Arrow) -> Option<Arrow> {
    bound.map(|bound| match bound {
        Bound::AtLeast => along,
        Bound::AtMost => back,
    })
}
