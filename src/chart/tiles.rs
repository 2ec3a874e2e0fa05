//! The map of tiles: one square of the same size for each unit, in rows and columns.

use super::error::ChartError;
use super::figure::{Caption, Figure};
use super::layout::Style;
use super::placed::{
    Anchor, Dash, Font, HIT_RADIUS, Placed, PlacedMark, PlacedText, PlacedTile, Rect, name_of,
    point, set_text,
};
use super::spec::{MarkForm, Series, Width};
use super::text;
use super::theme::{GROUND, INK, MUTED, SHAPE_REACH, Swatch, TILE_CLASSES};

/// A ranked unit as a tile of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct TileMark {
    /// From the left, less than the map's `columns`.
    pub column: u8,
    /// From the top, less than the map's `rows`.
    pub row: u8,
    /// A short name, printed in at most two lines on a wide sheet.
    pub label: String,
    /// A code of two to four letters, printed instead of the name on a narrow sheet.
    pub code: String,
    /// The value, printed on the tile: "28". Empty if there is no figure.
    pub value: String,
    /// The class of the fill, from 0 (the strongest) to 4. `None` if there is no figure: the tile then
    /// has a dashed outline and no fill.
    pub class: Option<u8>,
    /// Set for a highlighted unit, which gets a frame in the color of the series, and its shape beside
    /// the value.
    pub series: Option<Series>,
    /// As [`Mark::title`](super::Mark::title); the name and the value are printed.
    pub title: String,
    /// As [`Mark::href`](super::Mark::href).
    pub href: Option<String>,
}

/// A place that belongs on the map but has no figure of its own. It is drawn as an outlined box with a
/// name.
#[derive(Clone, Debug, PartialEq)]
pub struct TileNote {
    /// As [`TileMark::column`], for its first cell.
    pub column: u8,
    /// As [`TileMark::row`].
    pub row: u8,
    /// Its width in columns, at least 1. All of them must be within the map.
    pub span: u8,
    /// The name, printed in at most two lines: "Hoàng Sa (Đà Nẵng)".
    pub label: String,
}

/// A map of equal square tiles, one per unit.
///
/// Tiles show codes on a narrow sheet and names on a wide one. A text that is too wide for its tile is
/// printed smaller. If it still has no room it is left out, and only the tooltip says it.
///
/// Errors of its drawing: [`ChartError::NothingToDraw`] without any tile; [`ChartError::BadPlace`] for
/// a tile or note outside the map or on another; [`ChartError::OffAxis`] for a tile's class above 4.
#[derive(Clone, Debug, PartialEq)]
pub struct TilesSpec {
    /// The texts about the figure as a whole.
    pub caption: Caption,
    /// How many columns the map has. A tile is at most a ninth of a narrow sheet wide.
    pub columns: u8,
    /// How many rows the map has, including empty ones.
    pub rows: u8,
    /// In the order in which assistive technology reads them. Each has a cell of its own.
    pub tiles: Vec<TileMark>,
    /// The classes and what they mean, in the printed order. A class without a color (5) is for tiles
    /// without a figure.
    pub legend: Vec<(u8, String)>,
    /// Notes, in cells without a tile.
    pub extra: Vec<TileNote>,
}

/// The sizes for one width, in units. For smaller tiles, all sizes are scaled down.
#[derive(Clone, Copy)]
struct Sizes {
    /// The maximum distance from a tile to the next.
    pitch: f64,
    /// The space between two tiles.
    gap: f64,
    /// The space left and right of a text.
    pad: f64,
    name: f64,
    value: f64,
    /// The width of a highlighted tile's frame.
    frame: f64,
    /// The radius of a highlighted tile's shape.
    radius: f64,
}

const WIDE: Sizes =
    Sizes { pitch: 60.0, gap: 3.0, pad: 3.0, name: 13.0, value: 16.0, frame: 3.0, radius: 5.5 };
const NARROW: Sizes =
    Sizes { pitch: 35.1, gap: 2.0, pad: 1.0, name: 11.0, value: 12.0, frame: 2.5, radius: 3.6 };

/// The width and height of a tile in the legend.
const KEY_SIZE: f64 = 16.0;

/// The space between a tile of the legend and its text, and between the lines of the legend.
const KEY_GAP: f64 = 6.0;

/// The maximum width of a legend that is beside the tiles.
const MAX_LEGEND_WIDTH: f64 = 190.0;

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
        let style = Style::for_width(width);
        let (mut placed, heading_end) = style.start_sheet(&self.caption);
        let sizes = if width == Width::Wide { WIDE } else { NARROW };
        let pitch = sizes.pitch.min(style.inner_width() / f64::from(self.columns.max(1)));
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
            let bounds = map.take_cells(note.column, note.row, note.span, &note.label)?;
            let font = Font { size: sizes.name * map.scale, is_bold: false };
            let label = fit_text(&note.label, font, MUTED, bounds.right - bounds.left - 2.0, 2);
            placed.tiles.push(PlacedTile {
                bounds,
                fill: None,
                frame: Some((MUTED, 1.0, Dash::Solid)),
                mark: None,
                texts: stack_texts(bounds, (label, 0.0), (None, 0.0)),
                href: None,
                name: String::new(),
                row: 0,
            });
        }
        let bottom = map.top + pitch * f64::from(self.rows);
        let texts = placed.texts.iter().map(|text| text.bounds.bottom);
        let bottom = texts.fold(bottom, f64::max);
        style.place_source_line(&mut placed, &self.caption, bottom);
        Ok(placed)
    }
}

/// The fill and the frame for a class. A class without a color has a dashed outline.
fn class_look(class: Option<u8>) -> (Swatch, Option<(Swatch, f64, Dash)>) {
    match class.and_then(|class| TILE_CLASSES.get(usize::from(class))) {
        Some(swatch) => (*swatch, None),
        None => (GROUND, Some((MUTED, 1.0, Dash::Dashed))),
    }
}

/// Places the legend: in a column right of the first tiles if there is room, else in lines above the
/// map. Returns the y at which the map begins.
fn place_legend(placed: &mut Placed, spec: &TilesSpec, style: &Style, map: &Map) -> f64 {
    let (top, right) = (map.top, style.width - style.margin);
    let max_width =
        if map.is_narrow { style.inner_width() } else { MAX_LEGEND_WIDTH } - KEY_SIZE - KEY_GAP;
    let keys = spec.legend.iter().filter_map(|(class, label)| {
        set_text(label, style.tick, INK, max_width).map(|label| (*class, label))
    });
    let keys: Vec<(u8, PlacedText)> = keys.collect();
    let high = |label: &PlacedText| label.height().max(KEY_SIZE) + KEY_GAP;
    let depth: f64 = keys.iter().map(|(_, label)| high(label)).sum();
    let cells = spec.tiles.iter().map(|tile| (tile.row, tile.column.saturating_add(1)));
    let notes = spec.extra.iter().map(|note| (note.row, note.column.saturating_add(note.span)));
    let pitch = map.sizes.pitch * map.scale;
    let beside = cells.chain(notes).filter(|(row, _)| f64::from(*row) * pitch < depth);
    let beside_left = beside.map(|(_, end)| map.left + f64::from(end) * pitch + 1.5 * KEY_SIZE);
    let beside_left = beside_left.fold(map.left, f64::max);
    let is_beside = !map.is_narrow && beside_left + MAX_LEGEND_WIDTH <= right;

    let left = if is_beside { beside_left } else { style.margin };
    let (mut x, mut y, mut bottom) = (left, top, top);
    for (class, label) in keys {
        if x > left && (is_beside || x + KEY_SIZE + KEY_GAP + label.width() > right) {
            (x, y) = (left, bottom);
        }
        let (fill, frame) = class_look(Some(class));
        placed.tiles.push(PlacedTile {
            bounds: Rect::from_size(x, y, KEY_SIZE, KEY_SIZE),
            fill: Some(fill),
            frame,
            mark: None,
            texts: Vec::new(),
            href: None,
            name: String::new(),
            row: 0,
        });
        bottom = bottom.max(y + high(&label));
        let label = label.moved_to(x + KEY_SIZE + KEY_GAP, y);
        x = label.bounds.right + 14.0;
        placed.texts.push(label);
    }
    if is_beside { top } else { bottom + if bottom > top { KEY_GAP } else { 0.0 } }
}

/// The grid of one figure.
struct Map {
    sizes: Sizes,
    /// The factor for all sizes.
    scale: f64,
    is_narrow: bool,
    left: f64,
    top: f64,
    columns: u8,
    rows: u8,
    /// The columns and rows of the cells that are taken.
    taken: Vec<(u8, u8)>,
}

impl Map {
    /// Takes `span` cells of the grid and returns their box. An error names `what`.
    fn take_cells(
        &mut self,
        column: u8,
        row: u8,
        span: u8,
        what: &str,
    ) -> Result<Rect, ChartError> {
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
        Ok(Rect::from_size(left, top, f64::from(span) * pitch - gap, pitch - gap))
    }

    fn place_tile(&mut self, tile: &TileMark) -> Result<PlacedTile, ChartError> {
        let TileMark { column, row, label, code, value, class, series, href, .. } = tile;
        if let Some(class) = class.filter(|class| usize::from(*class) >= TILE_CLASSES.len()) {
            let max = TILE_CLASSES.len() as f64 - 1.0;
            let (what, value) = (label.clone(), f64::from(class));
            return Err(ChartError::OffAxis { what, value, min: 0.0, max });
        }
        let mut bounds = self.take_cells(*column, *row, 1, label)?;
        let (fill, mut frame) = class_look(*class);
        let Map { sizes, scale, is_narrow, .. } = &*self;
        let mut room = bounds.right - bounds.left - 2.0 * sizes.pad * *scale;
        let (name, n_lines) = if *is_narrow { (code, 1) } else { (label, 2) };
        let name_font = Font { size: sizes.name * *scale, is_bold: false };
        if let Some(series) = series {
            // The frame also uses half of the gap around the tile.
            bounds = bounds.grown_by(sizes.gap / 2.0 * *scale);
            let dash = frame.map_or(Dash::Solid, |(.., dash)| dash);
            frame = Some((series.swatch(), sizes.frame * *scale, dash));
            room = bounds.right - bounds.left - 2.0 * sizes.frame * *scale;
        }
        let name = fit_text(name, name_font, INK, room, n_lines);
        let font = Font { size: sizes.value * *scale, is_bold: true };
        let radius = sizes.radius * *scale;
        // The room for the shape left of the value.
        let shape_width =
            if series.is_some() { 2.0 * (radius * SHAPE_REACH + *scale) } else { 0.0 };
        let value = fit_text(value, font, INK, room - shape_width, 1);
        let has_value = value.is_some();
        let name_height = n_lines as f64 * name_font.line_height();
        let has_line = has_value || series.is_some();
        let value_height = if has_line { font.line_height() } else { 0.0 };
        let mut texts = stack_texts(bounds, (name, name_height), (value, value_height));
        let mark = series.map(|series| {
            let mut x = f64::midpoint(bounds.left, bounds.right);
            // The middle of the part for the value, even if there is none.
            let y = f64::midpoint(bounds.top, bounds.bottom + name_height);
            if let Some(value) = texts.last_mut().filter(|_| has_value) {
                x = value.bounds.left;
                value.bounds.left += shape_width / 2.0;
                value.bounds.right += shape_width / 2.0;
            }
            PlacedMark {
                center: point(x, y),
                radius,
                hit_radius: HIT_RADIUS,
                shape: series.shape(),
                form: if class.is_some() { MarkForm::Filled } else { MarkForm::Hollow },
                swatch: series.swatch(),
                arrow: None,
                href: None,
                name: String::new(),
                row: 0,
                label: None,
            }
        });
        let (href, name) = (href.clone(), tile_name(tile, &texts));
        let row = u32::from(*row);
        Ok(PlacedTile { bounds, fill: Some(fill), frame, mark, texts, href, name, row })
    }
}

/// The name of a tile for assistive technology: what is printed on it, what had no room, and the rest.
fn tile_name(tile: &TileMark, printed: &[PlacedText]) -> String {
    let lines: Vec<&str> =
        printed.iter().flat_map(|text| &text.lines).map(String::as_str).collect();
    let seen = lines.join(" ");
    let value = Some(tile.value.as_str()).filter(|value| !lines.contains(value));
    let label = Some(tile.label.as_str()).filter(|label| !seen.contains(label));
    let rest = [label, value, Some(tile.title.as_str())];
    let rest: Vec<&str> = rest.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    name_of(&seen, &rest.join(", "))
}

/// Fits a text into at most `n_lines` lines without breaking words, and makes it smaller where needed.
/// `None` if it would become too small to read.
fn fit_text(
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
                return Some(set.with_anchor(Anchor::Middle));
            }
        }
        font.size *= 0.97;
    }
    None
}

/// Places a name above a value in the middle of a box. Each is centered in a part of the given height,
/// so that the values in a row of tiles are level.
fn stack_texts(
    bounds: Rect,
    (name, name_height): (Option<PlacedText>, f64),
    (value, value_height): (Option<PlacedText>, f64),
) -> Vec<PlacedText> {
    let top = f64::midpoint(bounds.top, bounds.bottom - name_height - value_height);
    let at = |text: PlacedText, middle: f64| {
        let left = f64::midpoint(bounds.left, bounds.right) - text.width() / 2.0;
        let top = middle - text.height() / 2.0;
        text.moved_to(left, top)
    };
    let name = name.map(|name| at(name, top + name_height / 2.0));
    let value = value.map(|value| at(value, top + name_height + value_height / 2.0));
    name.into_iter().chain(value).collect()
}
