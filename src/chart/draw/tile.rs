//! Draws the tiles of a map.

use plotters::element::Rectangle;

use super::super::error::ChartError;
use super::super::placed::{Dash, PlacedTile, Rect, point};
use super::{Canvas, filled, snap, stroked};

/// The width of the ring between the frame of a highlighted tile and its fill, in units. The ring shows
/// the ground, so that the frame stands out from any fill.
const RING_WIDTH: f64 = 1.2;

impl Canvas {
    pub(super) fn tile(&self, tile: &PlacedTile, row: u32) -> Result<(), ChartError> {
        if tile.name.is_empty() && tile.href.is_none() {
            return self.draw_tile(tile);
        }
        self.linked(tile.href.as_deref(), &tile.name, row, &|| self.draw_tile(tile))
    }

    fn draw_tile(&self, tile: &PlacedTile) -> Result<(), ChartError> {
        let mut within = tile.bounds;
        if let Some((swatch, width, dash)) = tile.frame {
            // A stroke is centered on its path, so move the path inwards by half its width.
            let path = tile.bounds.grown_by(-width / 2.0);
            let outline = Rectangle::new(corners(path), stroked(swatch.light, width));
            self.with_pen(dash, None, |canvas| canvas.element(&outline))?;
            let ring = if dash == Dash::Solid { RING_WIDTH } else { 0.0 };
            within = within.grown_by(-width - ring);
        }
        if let Some(fill) = tile.fill {
            self.element(&Rectangle::new(corners(within), filled(fill.light)))?;
        }
        tile.texts.iter().try_for_each(|text| self.text(text))?;
        tile.mark.iter().try_for_each(|mark| self.shape(mark))
    }
}

fn corners(bounds: Rect) -> [(f64, f64); 2] {
    [point(bounds.left, bounds.top), point(bounds.right, bounds.bottom)].map(snap)
}
