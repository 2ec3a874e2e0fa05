//! Tiles of a map.

use plotters::element::Rectangle;

use super::super::error::ChartError;
use super::super::placed::{Dash, PlacedTile, Rect, point};
use super::{Canvas, filled, snap, stroked};

/// Between a highlighted tile's frame and its fill, in units: a ring of ground, by which the frame
/// stands out whatever the fill.
const RING: f64 = 1.2;

impl Canvas {
    pub(super) fn tile(&self, tile: &PlacedTile) -> Result<(), ChartError> {
        if tile.title.is_empty() && tile.href.is_none() {
            return self.tile_itself(tile);
        }
        self.linked(tile.href.as_deref(), &tile.title, &|| self.tile_itself(tile))
    }

    fn tile_itself(&self, tile: &PlacedTile) -> Result<(), ChartError> {
        let mut within = tile.bounds;
        if let Some((swatch, width, dash)) = tile.frame {
            // A stroke's middle runs along its path.
            let path = tile.bounds.grown(-width / 2.0);
            let outline = Rectangle::new(corners(path), stroked(swatch.light, width));
            self.with_pen(dash, None, |canvas| canvas.element(&outline))?;
            let ring = if dash == Dash::Solid { RING } else { 0.0 };
            within = within.grown(-width - ring);
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
