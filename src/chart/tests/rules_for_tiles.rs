//! The rules for tiles of [`super::properties`] find what breaks them.

use super::properties::{faults, tile_faults};
use super::samples;
use crate::chart::placed::{Font, Placed, PlacedText, PlacedTile, Rect, set_text};
use crate::chart::theme::INK;
use crate::chart::*;

/// A tile of 30 by 30 units that is a link and has its own text.
fn tile(left: f64, top: f64) -> PlacedTile {
    PlacedTile {
        bounds: Rect::from_size(left, top, 30.0, 30.0),
        fill: Some(INK),
        frame: None,
        mark: None,
        texts: vec![text(left + 2.0, top + 2.0)],
        href: Some(format!("#{left}-{top}")),
        name: "Huế: 5".into(),
        row: 0,
    }
}

fn text(left: f64, top: f64) -> PlacedText {
    let font = Font { size: 12.0, is_bold: false };
    set_text("5", font, INK, 20.0).unwrap().moved_to(left, top)
}

fn tile_of_size(left: f64, width: f64, height: f64) -> PlacedTile {
    let bounds = Rect::from_size(left, 10.0, width, height);
    PlacedTile { bounds, texts: Vec::new(), ..tile(left, 10.0) }
}

/// How many faults a sheet of 200 by 100 units with these tiles and texts has.
fn found(for_width: Width, tiles: Vec<PlacedTile>, texts: Vec<PlacedText>) -> usize {
    let sheet = Placed::empty(for_width, 200.0, true);
    tile_faults(&Placed { height: 100.0, tiles, texts, ..sheet }).len()
}

/// A new kind of figure, on a sheet of 200 by 100 units.
struct Bars {
    caption: Caption,
    bars: Vec<PlacedTile>,
}

impl Figure for Bars {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn caption_mut(&mut self) -> &mut Caption {
        &mut self.caption
    }

    fn lay_out(&self, width: Width) -> Result<Placed, ChartError> {
        let (tiles, texts) = (self.bars.clone(), vec![text(100.0, 50.0)]);
        Ok(Placed { height: 100.0, tiles, texts, ..Placed::empty(width, 200.0, true) })
    }
}

#[test]
fn a_new_figure_is_held_to_the_rules() {
    let n_faults = |bars| {
        let caption = samples::caption("bars", "Cột", "Mỗi cột là một tỉnh.");
        faults(&Bars { caption, bars }).len()
    };
    let in_both_widths = 2;
    assert_eq!(n_faults(vec![tile(10.0, 10.0), tile(50.0, 10.0)]), 0);
    assert_eq!(n_faults(vec![tile(180.0, 10.0)]), in_both_widths);
    let over_a_text = PlacedTile { texts: Vec::new(), ..tile(80.0, 40.0) };
    assert_eq!(n_faults(vec![over_a_text]), in_both_widths);
}

#[test]
fn tiles_side_by_side_break_no_rule() {
    let tiles = || vec![tile(0.0, 0.0), tile(30.0, 0.0), tile(170.0, 70.0)];
    for width in [Width::Wide, Width::Narrow] {
        assert_eq!(found(width, tiles(), vec![text(70.0, 10.0)]), 0);
    }
}

#[test]
fn a_tile_beyond_the_sheet_is_found() {
    for (left, top) in [(-1.0, 0.0), (171.0, 0.0), (0.0, -1.0), (0.0, 71.0)] {
        assert_eq!(found(Width::Wide, vec![tile(left, top)], Vec::new()), 1, "{left} {top}");
    }
}

#[test]
fn a_tile_over_a_text_that_is_not_its_own_is_found() {
    assert_eq!(found(Width::Wide, vec![tile(10.0, 10.0)], vec![text(36.0, 20.0)]), 1);
    let texts = vec![text(45.0, 20.0)];
    let stray = PlacedTile { texts, ..tile(10.0, 10.0) };
    let other = PlacedTile { texts: Vec::new(), ..tile(42.0, 10.0) };
    assert_eq!(found(Width::Wide, vec![stray, other], Vec::new()), 1);
}

#[test]
fn a_tile_over_another_is_found() {
    let other = PlacedTile { texts: Vec::new(), ..tile(39.0, 10.0) };
    assert_eq!(found(Width::Wide, vec![tile(10.0, 10.0), other], Vec::new()), 1);
}

#[test]
fn a_link_that_a_finger_misses_is_found() {
    let small = || tile_of_size(10.0, 100.0, 20.0);
    assert_eq!(found(Width::Wide, vec![small()], Vec::new()), 1);
    assert_eq!(found(Width::Wide, vec![PlacedTile { href: None, ..small() }], Vec::new()), 0);
    // On a narrow sheet the distance to the next link is enough.
    assert_eq!(found(Width::Narrow, vec![small()], Vec::new()), 0);
    let row = |pitch: f64| (0..3).map(move |n| tile_of_size(f64::from(n) * pitch, 20.0, 30.0));
    assert_eq!(found(Width::Narrow, row(24.0).collect(), Vec::new()), 0);
    assert_eq!(found(Width::Narrow, row(23.0).collect(), Vec::new()), 3);
}
