//! The map of tiles: equal squares, one per unit, as rows and columns place them.

use super::error::ChartError;
use super::figure::{Caption, Figure};
use super::layout::Style;
use super::placed::{
    Anchor, Dash, Font, HIT_RADIUS, Placed, PlacedMark, PlacedText, PlacedTile, Rect, point,
    set_text,
};
use super::spec::{MarkForm, Series, Width};
use super::text;
use super::theme::{CLASSES, GROUND, INK, MUTED, REACH, Swatch};

/// A ranked unit as a tile of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct TileMark {
    /// From the left, less than the map's `columns`.
    pub column: u8,
    /// From the top, less than the map's `rows`.
    pub row: u8,
    /// A short name, printed in two lines at most where the tiles are large enough.
    pub label: String,
    /// Two to four letters, printed instead of the name on a narrow sheet.
    pub code: String,
    /// Printed on every tile: "28". Empty where there is no figure.
    pub value: String,
    /// 0 (strongest) to 4, for the fill; `None` without a figure: no fill and a dashed outline.
    pub class: Option<u8>,
    /// Set for a highlighted unit: a frame in the series' color, and its shape beside the value.
    pub series: Option<Series>,
    /// The whole fact in a sentence, for hovering and assistive technology.
    pub title: String,
    /// As [`Mark::href`](super::Mark::href).
    pub href: Option<String>,
}

/// A place that belongs on the map but has no figure of its own: an outlined box with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct TileNote {
    /// As [`TileMark::column`], of its first cell.
    pub column: u8,
    /// As [`TileMark::row`].
    pub row: u8,
    /// How many columns wide, at least 1; all of them within the map.
    pub span: u8,
    /// Printed in two lines at most: "Hoàng Sa (Đà Nẵng)".
    pub label: String,
}

/// A map of equal square tiles, one per unit.
///
/// On a narrow sheet tiles carry codes, on a wide one names. A text too wide for its tile is set
/// smaller; what still finds no room is left out, and the title has it.
///
/// Errors of its drawing: [`ChartError::NothingToDraw`] without any tile; [`ChartError::BadPlace`] for
/// a tile or note outside the map or on another; [`ChartError::OffAxis`] for a tile's class above 4.
#[derive(Clone, Debug, PartialEq)]
pub struct TilesSpec {
    /// What it says about itself as a whole.
    pub caption: Caption,
    /// How many tiles fit side by side; each is a ninth of a narrow sheet wide, or less.
    pub columns: u8,
    /// How many rows the map has, empty ones among them.
    pub rows: u8,
    /// Read out in this order; each has a cell of its own.
    pub tiles: Vec<TileMark>,
    /// What the classes mean, in the order printed. A class without a color (5) stands for tiles
    /// without a figure.
    pub legend: Vec<(u8, String)>,
    /// In cells without a tile.
    pub extra: Vec<TileNote>,
}

/// The sizes of one width, in units; smaller tiles have all of it smaller.
#[derive(Clone, Copy)]
struct Sizes {
    /// From a tile to the next, at most.
    pitch: f64,
    /// Between two tiles.
    gap: f64,
    /// Left and right of a text.
    pad: f64,
    name: f64,
    value: f64,
    /// A highlighted tile's frame.
    frame: f64,
    /// Of a highlighted tile's shape.
    radius: f64,
}

const WIDE: Sizes =
    Sizes { pitch: 60.0, gap: 3.0, pad: 3.0, name: 13.0, value: 16.0, frame: 3.0, radius: 5.5 };
const NARROW: Sizes =
    Sizes { pitch: 35.1, gap: 2.0, pad: 1.0, name: 11.0, value: 12.0, frame: 2.5, radius: 3.6 };

/// The side of a tile in the legend.
const KEY: f64 = 16.0;

/// Between a tile of the legend and its text, and between its lines.
const KEY_GAP: f64 = 6.0;

/// A legend right of tiles is at most this wide.
const ASIDE: f64 = 190.0;

impl Figure for TilesSpec {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn caption_mut(&mut self) -> &mut Caption {
        &mut self.caption
    }

    fn lay_out(&self, width: Width) -> Result<Placed, ChartError> {
        if self.tiles.is_empty() {
            return Err(ChartError::NothingToDraw);
        }
        let style = Style::of(width);
        let (mut placed, heading_end) = style.sheet(&self.caption);
        let sizes = if width == Width::Wide { WIDE } else { NARROW };
        let pitch = sizes.pitch.min(style.inner() / f64::from(self.columns.max(1)));
        let map_width = pitch * f64::from(self.columns);
        let left = f64::midpoint(style.margin, style.width - style.margin - map_width);
        let mut map = Map {
            sizes,
            scale: pitch / sizes.pitch,
            is_narrow: width == Width::Narrow,
            left,
            top: heading_end,
            columns: self.columns,
            rows: self.rows,
            taken: Vec::with_capacity(self.tiles.len() + self.extra.len()),
        };
        map.top = place_legend(&mut placed, self, style, &map);
        for tile in &self.tiles {
            let tile = map.place_tile(tile)?;
            placed.tiles.push(tile);
        }
        for note in &self.extra {
            let bounds = map.cell(note.column, note.row, note.span, &note.label)?;
            let font = Font { size: sizes.name * map.scale, is_bold: false };
            let label = fit(&note.label, font, MUTED, bounds.right - bounds.left - 2.0, 2);
            placed.tiles.push(PlacedTile {
                bounds,
                fill: None,
                frame: Some((MUTED, 1.0, Dash::Solid)),
                mark: None,
                texts: stack(bounds, (label, 0.0), (None, 0.0)),
                href: None,
                title: String::new(),
            });
        }
        let bottom = map.top + pitch * f64::from(self.rows);
        let texts = placed.texts.iter().map(|text| text.bounds.bottom);
        let bottom = texts.fold(bottom, f64::max);
        style.foot(&mut placed, &self.caption, bottom);
        Ok(placed)
    }
}

/// The fill and the frame of a class; without a color there is a dashed outline.
fn look(class: Option<u8>) -> (Swatch, Option<(Swatch, f64, Dash)>) {
    match class.and_then(|class| CLASSES.get(usize::from(class))) {
        Some(swatch) => (*swatch, None),
        None => (GROUND, Some((MUTED, 1.0, Dash::Dashed))),
    }
}

/// What the classes mean: one under the other right of the first tiles if there is room, else in lines
/// above the map. Says where the map begins.
fn place_legend(placed: &mut Placed, spec: &TilesSpec, style: &Style, map: &Map) -> f64 {
    let (top, right) = (map.top, style.width - style.margin);
    let max_width = if map.is_narrow { style.inner() } else { ASIDE } - KEY - KEY_GAP;
    let keys = spec.legend.iter().filter_map(|(class, label)| {
        set_text(label, style.tick, INK, max_width).map(|label| (*class, label))
    });
    let keys: Vec<(u8, PlacedText)> = keys.collect();
    let high = |label: &PlacedText| label.height().max(KEY) + KEY_GAP;
    let depth: f64 = keys.iter().map(|(_, label)| high(label)).sum();
    let cells = spec.tiles.iter().map(|tile| (tile.row, tile.column.saturating_add(1)));
    let notes = spec.extra.iter().map(|note| (note.row, note.column.saturating_add(note.span)));
    let pitch = map.sizes.pitch * map.scale;
    let beside = cells.chain(notes).filter(|(row, _)| f64::from(*row) * pitch < depth);
    let aside = beside.map(|(_, end)| map.left + f64::from(end) * pitch + 1.5 * KEY);
    let aside = aside.fold(map.left, f64::max);
    let is_aside = !map.is_narrow && aside + ASIDE <= right;

    let left = if is_aside { aside } else { style.margin };
    let (mut x, mut y, mut bottom) = (left, top, top);
    for (class, label) in keys {
        if x > left && (is_aside || x + KEY + KEY_GAP + label.width() > right) {
            (x, y) = (left, bottom);
        }
        let (fill, frame) = look(Some(class));
        placed.tiles.push(PlacedTile {
            bounds: Rect::at(x, y, KEY, KEY),
            fill: Some(fill),
            frame,
            mark: None,
            texts: Vec::new(),
            href: None,
            title: String::new(),
        });
        bottom = bottom.max(y + high(&label));
        let label = label.to(x + KEY + KEY_GAP, y);
        x = label.bounds.right + 14.0;
        placed.texts.push(label);
    }
    if is_aside { top } else { bottom + if bottom > top { KEY_GAP } else { 0.0 } }
}

/// The grid of one figure.
struct Map {
    sizes: Sizes,
    /// Of all sizes.
    scale: f64,
    is_narrow: bool,
    left: f64,
    top: f64,
    columns: u8,
    rows: u8,
    /// Column and row of what has been placed.
    taken: Vec<(u8, u8)>,
}

impl Map {
    /// Takes cells of the grid.
    fn cell(&mut self, column: u8, row: u8, span: u8, what: &str) -> Result<Rect, ChartError> {
        let Map { sizes: Sizes { pitch, gap, .. }, scale, .. } = self;
        let (pitch, gap) = (*pitch * *scale, *gap * *scale);
        let is_inside = span > 0
            && row < self.rows
            && column.checked_add(span).is_some_and(|end| end <= self.columns);
        let is_taken = |(c, r): &(u8, u8)| *r == row && column <= *c && *c - column < span;
        if !is_inside || self.taken.iter().any(is_taken) {
            let place = (usize::from(column), usize::from(row));
            return Err(ChartError::BadPlace { what: what.to_owned(), place });
        }
        self.taken.extend((0..span).map(|n| (column + n, row)));
        let left = self.left + f64::from(column) * pitch + gap / 2.0;
        let top = self.top + f64::from(row) * pitch + gap / 2.0;
        Ok(Rect::at(left, top, f64::from(span) * pitch - gap, pitch - gap))
    }

    fn place_tile(&mut self, tile: &TileMark) -> Result<PlacedTile, ChartError> {
        let TileMark { column, row, label, code, value, class, series, title, href } = tile;
        if let Some(class) = class.filter(|class| usize::from(*class) >= CLASSES.len()) {
            let max = CLASSES.len() as f64 - 1.0;
            let (what, value) = (label.clone(), f64::from(class));
            return Err(ChartError::OffAxis { what, value, min: 0.0, max });
        }
        let mut bounds = self.cell(*column, *row, 1, label)?;
        let (fill, mut frame) = look(*class);
        let Map { sizes, scale, is_narrow, .. } = &*self;
        let mut room = bounds.right - bounds.left - 2.0 * sizes.pad * *scale;
        let (name, n_lines) = if *is_narrow { (code, 1) } else { (label, 2) };
        let name_font = Font { size: sizes.name * *scale, is_bold: false };
        if let Some(series) = series {
            // The frame takes the half gaps around the tile, too.
            bounds = bounds.grown(sizes.gap / 2.0 * *scale);
            let dash = frame.map_or(Dash::Solid, |(.., dash)| dash);
            frame = Some((series.swatch(), sizes.frame * *scale, dash));
            room = bounds.right - bounds.left - 2.0 * sizes.frame * *scale;
        }
        let name = fit(name, name_font, INK, room, n_lines);
        let font = Font { size: sizes.value * *scale, is_bold: true };
        let radius = sizes.radius * *scale;
        // Room for the shape left of the value.
        let shape = if series.is_some() { 2.0 * (radius * REACH + *scale) } else { 0.0 };
        let value = fit(value, font, INK, room - shape, 1);
        let has_value = value.is_some();
        let name_height = n_lines as f64 * name_font.line_height();
        let has_line = has_value || series.is_some();
        let value_height = if has_line { font.line_height() } else { 0.0 };
        let mut texts = stack(bounds, (name, name_height), (value, value_height));
        let mark = series.map(|series| {
            let mut x = f64::midpoint(bounds.left, bounds.right);
            // The middle of the value's part, with or without a value.
            let y = f64::midpoint(bounds.top, bounds.bottom + name_height);
            if let Some(value) = texts.last_mut().filter(|_| has_value) {
                x = value.bounds.left;
                value.bounds.left += shape / 2.0;
                value.bounds.right += shape / 2.0;
            }
            PlacedMark {
                center: point(x, y),
                radius,
                hit: HIT_RADIUS,
                shape: series.shape(),
                form: if class.is_some() { MarkForm::Filled } else { MarkForm::Hollow },
                swatch: series.swatch(),
                arrow: None,
                href: None,
                title: String::new(),
                label: None,
            }
        });
        let (href, title) = (href.clone(), title.clone());
        Ok(PlacedTile { bounds, fill: Some(fill), frame, mark, texts, href, title })
    }
}

/// Sets a text in so many lines at most, whole words on each, smaller if it has to be; `None` if it
/// would be a speck.
fn fit(
    text: &str,
    mut font: Font,
    swatch: Swatch,
    room: f64,
    n_lines: usize,
) -> Option<PlacedText> {
    let text = text::clean(text);
    while font.size >= 4.0 {
        let is_whole = |word: &str| text::width(word, font.size, font.is_bold) <= room;
        if text.split(' ').all(is_whole) {
            let set = set_text(&text, font, swatch, room)?;
            if set.lines.len() <= n_lines {
                return Some(set.anchored(Anchor::Middle));
            }
        }
        font.size *= 0.97;
    }
    None
}

/// A name and a value one under the other in the middle of a box, each in the middle of a part of the
/// given height: in a row of tiles the values stand level.
fn stack(
    bounds: Rect,
    (name, name_height): (Option<PlacedText>, f64),
    (value, value_height): (Option<PlacedText>, f64),
) -> Vec<PlacedText> {
    let top = f64::midpoint(bounds.top, bounds.bottom - name_height - value_height);
    let at = |text: PlacedText, middle: f64| {
        let left = f64::midpoint(bounds.left, bounds.right) - text.width() / 2.0;
        let top = middle - text.height() / 2.0;
        text.to(left, top)
    };
    let name = name.map(|name| at(name, top + name_height / 2.0));
    let value = value.map(|value| at(value, top + name_height + value_height / 2.0));
    name.into_iter().chain(value).collect()
}
