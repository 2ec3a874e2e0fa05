//! A figure with all positions decided, in units of the sheet: the layouts return it and the drawing
//! takes it. y grows downward.

use super::draw::draw;
use super::error::ChartError;
use super::figure::Caption;
use super::href::safe_href;
use super::spec::{MarkForm, Width};
use super::text;
use super::theme::{SHAPE_REACH, Shape, Swatch};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

pub(super) fn point(x: f64, y: f64) -> Point {
    Point { x, y }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rect {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Rect {
    pub(super) fn from_size(left: f64, top: f64, width: f64, height: f64) -> Rect {
        Rect { left, top, right: left + width, bottom: top + height }
    }

    pub(super) fn around(center: Point, reach: f64) -> Rect {
        Rect::from_size(center.x - reach, center.y - reach, 2.0 * reach, 2.0 * reach)
    }

    pub(super) fn grown_by(self, by: f64) -> Rect {
        Rect {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    /// Whether two boxes share more than an edge.
    pub(super) fn overlaps(&self, other: &Rect) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub(super) fn contains(&self, other: &Rect) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }

    /// Whether a line runs through the box (the clipping algorithm of Liang and Barsky).
    pub(super) fn is_crossed_by(&self, [from, to]: &[Point; 2]) -> bool {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let edges = [
            (-dx, from.x - self.left),
            (dx, self.right - from.x),
            (-dy, from.y - self.top),
            (dy, self.bottom - from.y),
        ];
        for (speed, room) in edges {
            if speed == 0.0 {
                if room < 0.0 {
                    return false;
                }
            } else if speed < 0.0 {
                enter = enter.max(room / speed);
            } else {
                leave = leave.min(room / speed);
            }
        }
        enter <= leave
    }

    pub(super) fn moved_down(self, down: f64) -> Rect {
        Rect { top: self.top + down, bottom: self.bottom + down, ..self }
    }
}

/// Size and weight of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Font {
    pub(super) size: f64,
    pub(super) is_bold: bool,
}

impl Font {
    pub(super) fn line_height(self) -> f64 {
        self.size * text::LINE_HEIGHT
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A text of one or more lines at its position.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PlacedText {
    pub(super) lines: Vec<String>,
    /// As wide as the widest line.
    pub(super) bounds: Rect,
    pub(super) anchor: Anchor,
    pub(super) font: Font,
    pub(super) swatch: Swatch,
    pub(super) backing: Backing,
}

/// What separates a text from what is beneath it, in the color of the ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Backing {
    /// Nothing: there is only clear ground beneath it.
    Bare,
    /// An outline around the letters, which is enough over grid lines.
    Halo,
    /// An outline and a filled rectangle, over strong lines.
    Plate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dash {
    Solid,
    Dotted,
    /// Closer dots, for outlines of marks.
    Fine,
    Dashed,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct PlacedLine {
    pub(super) points: [Point; 2],
    pub(super) swatch: Swatch,
    pub(super) width: f64,
    pub(super) dash: Dash,
}

impl PlacedLine {
    pub(super) fn moved_down(mut self, down: f64) -> PlacedLine {
        for point in &mut self.points {
            point.y += down;
        }
        self
    }
}

/// The direction in which the arrow of a bound points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrow {
    Left,
    Right,
    Up,
    Down,
}

/// The smallest radius that people can reliably touch: 24 units across (WCAG 2.2, success criterion
/// 2.5.8).
pub(super) const HIT_RADIUS: f64 = 12.0;

/// How far an arrow extends beyond its mark, in units.
pub(super) const ARROW_LENGTH: f64 = 13.0;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct PlacedMark {
    pub(super) center: Point,
    /// The radius of a circle that looks as large; see [`Shape::corners`].
    pub(super) radius: f64,
    /// The radius of the area that can be touched, if that is larger than the mark.
    pub(super) hit_radius: f64,
    pub(super) shape: Shape,
    pub(super) form: MarkForm,
    pub(super) swatch: Swatch,
    pub(super) arrow: Option<Arrow>,
    pub(super) href: Option<String>,
    /// What is spoken; see [`name_of`].
    pub(super) name: String,
    /// The number of the row that it belongs to; see [`super::walk`].
    pub(super) row: u32,
    pub(super) label: Option<PlacedText>,
}

impl PlacedMark {
    /// The box of the mark with its arrow, without its label.
    pub(super) fn bounds(&self) -> Rect {
        let mut bounds = Rect::around(self.center, self.radius * SHAPE_REACH + 1.0);
        match self.arrow {
            Some(Arrow::Left) => bounds.left -= ARROW_LENGTH,
            Some(Arrow::Right) => bounds.right += ARROW_LENGTH,
            Some(Arrow::Up) => bounds.top -= ARROW_LENGTH,
            Some(Arrow::Down) => bounds.bottom += ARROW_LENGTH,
            None => {}
        }
        bounds
    }

    pub(super) fn moved_down(mut self, down: f64) -> PlacedMark {
        self.center.y += down;
        if let Some(label) = &mut self.label {
            label.bounds = label.bounds.moved_down(down);
        }
        self
    }
}

/// A tile of a map or of its legend, with everything in it.
#[derive(Clone, Debug)]
pub(super) struct PlacedTile {
    pub(super) bounds: Rect,
    /// `None` for a tile that is only an outline.
    pub(super) fill: Option<Swatch>,
    /// The color, width and dash of a frame along the inside of `bounds`.
    pub(super) frame: Option<(Swatch, f64, Dash)>,
    pub(super) mark: Option<PlacedMark>,
    pub(super) texts: Vec<PlacedText>,
    pub(super) href: Option<String>,
    /// Empty for a tile of the legend and for a note, whose texts say everything.
    pub(super) name: String,
    /// As for a mark.
    pub(super) row: u32,
}

/// A figure with all positions decided: the step between its specification and its drawing. Each of its
/// lists is drawn over those before it.
#[derive(Clone, Debug)]
pub struct Placed {
    pub(super) for_width: Width,
    pub(super) width: f64,
    pub(super) height: f64,
    /// Whether the figure has a background of its own.
    pub(super) has_ground: bool,
    /// Grid lines and, after them, the labels of ticks. They are hidden from assistive technology,
    /// because the titles of the marks give the values.
    pub(super) grid: Vec<PlacedLine>,
    pub(super) tick_labels: Vec<PlacedText>,
    /// References, connectors, lines of series, and leaders.
    pub(super) lines: Vec<PlacedLine>,
    pub(super) tiles: Vec<PlacedTile>,
    pub(super) texts: Vec<PlacedText>,
    pub(super) marks: Vec<PlacedMark>,
}

impl Placed {
    /// A sheet with nothing on it and without a height.
    pub(super) fn empty(for_width: Width, width: f64, has_ground: bool) -> Placed {
        Placed {
            for_width,
            width,
            height: 0.0,
            has_ground,
            grid: Vec::new(),
            tick_labels: Vec::new(),
            lines: Vec::new(),
            tiles: Vec::new(),
            texts: Vec::new(),
            marks: Vec::new(),
        }
    }
}

impl Placed {
    /// The figure as an SVG document; see [`Figure::svg`](super::Figure::svg).
    ///
    /// Errors: [`ChartError::Backend`] if plotters cannot draw.
    pub fn svg(&self, caption: &Caption) -> Result<String, ChartError> {
        draw(self, caption)
    }

    /// How many marks and tiles are links.
    pub fn n_links(&self) -> usize {
        let hrefs = self.marks.iter().map(|mark| &mark.href);
        let hrefs = hrefs.chain(self.tiles.iter().map(|tile| &tile.href));
        hrefs.filter(|href| href.as_deref().and_then(safe_href).is_some()).count()
    }
}

/// The number of a row that is written into the figure.
pub(super) fn row_number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// The name of a mark for assistive technology: what is printed beside it, and then what the print
/// does not say.
///
/// It begins with what is seen (WCAG 2.2, success criterion 2.5.3), because people who speak to their
/// computer name what they see.
pub(super) fn name_of(seen: &str, rest: &str) -> String {
    let (seen, rest) = (text::clean(seen), text::clean(rest));
    if seen.is_empty() || rest.is_empty() { seen + &rest } else { format!("{seen}: {rest}") }
}

#[cfg(test)]
impl Placed {
    /// Every text of the figure with its box.
    pub(super) fn all_texts(&self) -> Vec<&PlacedText> {
        let labels = self.marks.iter().filter_map(|mark| mark.label.as_ref());
        let in_tiles = self.tiles.iter().flat_map(|tile| &tile.texts);
        self.tick_labels.iter().chain(&self.texts).chain(labels).chain(in_tiles).collect()
    }
}

/// Lays `text` in lines at most `max_width` wide, at the origin; `None` if nothing is left of it.
///
/// `text` is cleaned first. Move it with [`PlacedText::moved_to`].
pub(super) fn set_text(
    text: &str,
    font: Font,
    swatch: Swatch,
    max_width: f64,
) -> Option<PlacedText> {
    let text = text::clean(text);
    let mut lines = text::wrap(&text, font.size, font.is_bold, max_width);
    if lines.is_empty() {
        return None;
    }
    if lines.len() > 1 {
        // As many lines, but of about equal length: no line with a lonely word.
        let n_lines = lines.len();
        let word_widths = text.split(' ').map(|word| text::width(word, font.size, font.is_bold));
        let longest = word_widths.filter(|width| *width <= max_width).fold(0.0, f64::max);
        let even = text::width(&text, font.size, font.is_bold) / n_lines as f64;
        let mut narrower = even.max(longest);
        while narrower < max_width {
            let balanced = text::wrap(&text, font.size, font.is_bold, narrower);
            if balanced.len() <= n_lines {
                lines = balanced;
                break;
            }
            narrower += font.size / 2.0;
        }
    }
    let width = text::widest(&lines, font.size, font.is_bold);
    let bounds = Rect::from_size(0.0, 0.0, width, font.line_height() * lines.len() as f64);
    Some(PlacedText { lines, bounds, anchor: Anchor::Start, font, swatch, backing: Backing::Bare })
}

impl PlacedText {
    pub(super) fn width(&self) -> f64 {
        self.bounds.right - self.bounds.left
    }

    pub(super) fn height(&self) -> f64 {
        self.bounds.bottom - self.bounds.top
    }

    /// The same text with its box's upper left corner at the given place.
    pub(super) fn moved_to(mut self, left: f64, top: f64) -> PlacedText {
        self.bounds = Rect::from_size(left, top, self.width(), self.height());
        self
    }

    pub(super) fn with_anchor(self, anchor: Anchor) -> PlacedText {
        PlacedText { anchor, ..self }
    }

    pub(super) fn with_backing(self, backing: Backing) -> PlacedText {
        PlacedText { backing, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::super::theme::INK;
    use super::*;

    #[test]
    fn lines_are_clipped_exactly() {
        let bounds = Rect::from_size(10.0, 10.0, 10.0, 10.0);
        assert!(bounds.is_crossed_by(&[point(0.0, 15.0), point(30.0, 15.0)]));
        assert!(bounds.is_crossed_by(&[point(5.0, 5.0), point(15.0, 15.0)]));
        assert!(!bounds.is_crossed_by(&[point(0.0, 15.0), point(5.0, 15.0)]));
        assert!(!bounds.is_crossed_by(&[point(0.0, 12.0), point(12.0, 0.0)]));
    }

    #[test]
    fn lines_of_a_text_are_balanced_without_breaking_words() {
        let font = Font { size: 10.0, is_bold: false };
        let lines = |text: &str| set_text(text, font, INK, 160.0).unwrap().lines;
        assert_eq!(
            lines("Tỷ lệ hồ sơ nộp trực tuyến ở các xã"),
            ["Tỷ lệ hồ sơ nộp", "trực tuyến ở các xã"]
        );
        assert_eq!(lines("a bbbbbbbbbbbbbbbbbbbbbbbb c"), ["a", "bbbbbbbbbbbbbbbbbbbbbbbb", "c"]);
    }
}
