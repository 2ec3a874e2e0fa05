//! What all layouts share: sizes, the title and source line of a figure that leaves the page, axis
//! labels.

use super::figure::Caption;
use super::placed::{Anchor, Arrow, Font, Placed, PlacedText, set_text};
use super::spec::{Bound, Width};
use super::theme::{INK, MUTED};
use crate::order;

/// The sizes of a figure for one width, in units.
pub(super) struct Style {
    for_width: Width,
    /// The width of the whole sheet.
    pub(super) width: f64,
    /// The margin on all sides.
    pub(super) margin: f64,
    /// The radius of a mark; see [`super::theme::Shape::corners`].
    pub(super) radius: f64,
    /// The font of labels beside marks and lines.
    pub(super) label: Font,
    /// The maximum width of a mark's label; longer ones are wrapped.
    pub(super) max_label: f64,
    /// The font of axis labels and of the source line.
    pub(super) tick: Font,
    /// The font of the names of rows and series.
    pub(super) row: Font,
    /// The font of the names of definitions.
    pub(super) band: Font,
    /// The font of the title.
    pub(super) title: Font,
    /// The distance between bands.
    pub(super) band_gap: f64,
    /// The distance between the labels of two rows.
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
    pub(super) fn for_width(width: Width) -> &'static Style {
        match width {
            Width::Wide => &WIDE,
            Width::Narrow => &NARROW,
        }
    }

    /// The width between the margins.
    pub(super) fn inner_width(&self) -> f64 {
        self.width - 2.0 * self.margin
    }

    /// A new sheet, with only the title on it if the figure has a source line. Also returns the y at
    /// which the content begins.
    pub(super) fn start_sheet(&self, caption: &Caption) -> (Placed, f64) {
        let has_ground = caption.source_line.is_some();
        let mut placed = Placed::empty(self.for_width, self.width, has_ground);
        let title = set_text(&caption.title, self.title, INK, self.inner_width());
        let Some(title) = title.filter(|_| has_ground) else {
            return (placed, self.margin);
        };
        let title = title.moved_to(self.margin, self.margin);
        let below = title.bounds.bottom + self.band_gap / 2.0;
        placed.texts.push(title);
        (placed, below)
    }

    /// Places the source line, if there is one, below `top`, and sets the height of the sheet.
    pub(super) fn place_source_line(&self, placed: &mut Placed, caption: &Caption, top: f64) {
        let line = caption.source_line.as_deref();
        let source = line.and_then(|line| set_text(line, self.tick, MUTED, self.inner_width()));
        let mut bottom = top;
        if let Some(source) = source {
            let source = source.moved_to(self.margin, top + self.row_gap);
            bottom = source.bounds.bottom;
            placed.texts.push(source);
        }
        placed.height = (bottom + self.margin).ceil();
    }

    /// Places labels under a horizontal axis. Each is centered at its x, but kept inside the margins;
    /// labels that would touch another are left out.
    pub(super) fn place_labels_under(&self, ticks: &[(f64, &str)], top: f64) -> Vec<PlacedText> {
        let labels = ticks.iter().filter_map(|(x, label)| {
            // The label of a tick is never wrapped.
            let text = set_text(label, self.tick, MUTED, f64::INFINITY)?;
            let last = self.width - self.margin - text.width();
            let left = (x - text.width() / 2.0).min(last).max(self.margin);
            (last >= self.margin).then(|| text.moved_to(left, top).with_anchor(Anchor::Middle))
        });
        drop_overlapping(labels.collect())
    }
}

/// Removes labels that would touch another one. The first and the last label have priority.
pub(super) fn drop_overlapping(labels: Vec<PlacedText>) -> Vec<PlacedText> {
    let n_labels = labels.len();
    let mut kept: Vec<(usize, PlacedText)> = Vec::new();
    let mut by_priority: Vec<(usize, PlacedText)> = labels.into_iter().enumerate().collect();
    order::sort_by_key(&mut by_priority, |(index, _)| {
        (*index != 0, *index + 1 != n_labels, *index)
    });
    for (index, label) in by_priority {
        let room = label.bounds.grown_by(2.0);
        if !kept.iter().any(|(_, other)| other.bounds.grown_by(2.0).overlaps(&room)) {
            kept.push((index, label));
        }
    }
    order::sort_by_key(&mut kept, |(index, _)| *index);
    kept.into_iter().map(|(_, label)| label).collect()
}

/// The arrow for a bound: `along` points to larger values, `back` to smaller ones.
pub(super) fn bound_arrow(bound: Option<Bound>, along: Arrow, back: Arrow) -> Option<Arrow> {
    bound.map(|bound| match bound {
        Bound::AtLeast => along,
        Bound::AtMost => back,
    })
}
