//! Writes a laid-out figure as SVG text: plotters draws the shapes, and this module writes the document
//! around them.

mod tile;

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::prelude::Cartesian2d;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TRANSPARENT};

use super::backend::{PIXELS, Pen, Sheet, SvgBackend, escape, units};
use super::error::ChartError;
use super::figure::Caption;
use super::href::safe_href;
use super::placed::{
    ARROW_LENGTH, Anchor, Arrow, Backing, Dash, Placed, PlacedLine, PlacedMark, PlacedText, Point,
    point,
};
use super::spec::{MarkForm, Width};
use super::text::{ASCENT, clean};
use super::theme::{GROUND, INK, Rgb, SHAPE_REACH, Series, Shape};

/// The stroke width of a hollow mark, in units.
const OUTLINE_WIDTH: f64 = 2.0;

/// How far the stroke through a mark extends to each side, in radii: beyond the edge of every shape.
const STRIKE_REACH: f64 = 1.25;

/// As [`STRIKE_REACH`], for a level stroke, which passes through corners.
const LEVEL_STRIKE_REACH: f64 = 1.55;

type Area = DrawingArea<SvgBackend, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// The SVG document of a figure. Equal figures give equal bytes.
pub(super) fn draw(placed: &Placed, caption: &Caption) -> Result<String, ChartError> {
    let canvas = Canvas::new(placed.width, placed.height);
    canvas.write_header(placed, caption);
    canvas.draw_content(placed)?;
    canvas.write("</svg>");
    Ok(canvas.svg())
}

/// The width and height of a glyph's `viewBox`, in units.
const GLYPH_SIZE: f64 = 16.0;

/// See [`glyph_svg`](super::glyph_svg).
pub(super) fn glyph(series: Option<Series>, form: MarkForm) -> Result<String, ChartError> {
    let canvas = Canvas::new(GLYPH_SIZE, GLYPH_SIZE);
    canvas.write(
        "<svg class=\"t-glyph tso-form\" viewBox=\"0 0 16 16\" aria-hidden=\"true\" \
         focusable=\"false\">",
    );
    canvas.shape(&PlacedMark {
        center: point(GLYPH_SIZE / 2.0, GLYPH_SIZE / 2.0),
        radius: 6.0,
        hit_radius: 0.0,
        shape: series.map_or(Shape::Circle, Series::shape),
        form,
        swatch: series.map_or(INK, Series::swatch),
        arrow: None,
        href: None,
        name: String::new(),
        row: 0,
        label: None,
    })?;
    canvas.write("</svg>");
    Ok(canvas.svg())
}

fn pixels(length: f64) -> i32 {
    (length * PIXELS).round() as i32
}

/// The nearest point at which plotters can draw.
fn snap(Point { x, y }: Point) -> (f64, f64) {
    ((x * PIXELS).round() / PIXELS, (y * PIXELS).round() / PIXELS)
}

fn color((red, green, blue): Rgb) -> RGBColor {
    RGBColor(red, green, blue)
}

fn filled(rgb: Rgb) -> ShapeStyle {
    color(rgb).filled()
}

fn stroked(rgb: Rgb, width: f64) -> ShapeStyle {
    color(rgb).stroke_width(pixels(width).unsigned_abs())
}

/// The corners of the half of a shape on one side, which is a unit vector.
fn half(shape: Shape, side: (f64, f64)) -> Vec<(f64, f64)> {
    if shape == Shape::Circle {
        // Corners a sixteenth of a turn apart keep within a thirtieth of the radius of the circle.
        const STEPS: [(f64, f64); 9] = [
            (0.0, -1.0),
            (0.383, -0.924),
            (0.707, -0.707),
            (0.924, -0.383),
            (1.0, 0.0),
            (0.924, 0.383),
            (0.707, 0.707),
            (0.383, 0.924),
            (0.0, 1.0),
        ];
        let turn = |(along, across): &(f64, f64)| {
            (along * side.0 + across * side.1, along * side.1 - across * side.0)
        };
        return STEPS.iter().map(turn).collect();
    }
    let depth = |corner: &(f64, f64)| corner.0 * side.0 + corner.1 * side.1;
    let corners = shape.corners();
    let mut half = Vec::with_capacity(corners.len() + 2);
    for (from, to) in corners.iter().zip(corners.iter().cycle().skip(1)) {
        let (start, end) = (depth(from), depth(to));
        if start >= 0.0 {
            half.push(*from);
        }
        if start * end < 0.0 {
            let part = start / (start - end);
            half.push((from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part));
        }
    }
    half
}

struct Canvas {
    sheet: Rc<RefCell<Sheet>>,
    area: Area,
}

impl Canvas {
    fn new(width: f64, height: f64) -> Canvas {
        let (right, bottom) = (pixels(width), pixels(height));
        let sheet = Sheet::new((right.unsigned_abs(), bottom.unsigned_abs()));
        let root: DrawingArea<SvgBackend, Shift> =
            SvgBackend(Rc::clone(&sheet)).into_drawing_area();
        let area = root.apply_coord_spec(Cartesian2d::<RangedCoordf64, RangedCoordf64>::new(
            0.0..width,
            0.0..height,
            (0..right, 0..bottom),
        ));
        Canvas { sheet, area }
    }

    /// Takes the text written so far.
    fn svg(&self) -> String {
        std::mem::take(&mut self.sheet.borrow_mut().svg)
    }

    fn write(&self, svg: &str) {
        self.sheet.borrow_mut().svg.push_str(svg);
    }

    fn element(&self, element: &impl Element) -> Result<(), ChartError> {
        element.draw_on(&self.area)
    }

    /// Draws with a pen, then resets it to the plain one.
    fn with_pen(
        &self,
        dash: Dash,
        halo: Option<Rgb>,
        draw: impl FnOnce(&Canvas) -> Result<(), ChartError>,
    ) -> Result<(), ChartError> {
        self.sheet.borrow_mut().pen = Pen { dash, halo };
        let drawn = draw(self);
        self.sheet.borrow_mut().pen = Pen { dash: Dash::Solid, halo: None };
        drawn
    }

    fn write_header(&self, placed: &Placed, caption: &Caption) {
        let (title_id, description_id) = (caption.id_of("t"), caption.id_of("d"));
        let lang = escape(&clean(caption.lang));
        let width = match placed.for_width {
            Width::Wide => "wide",
            Width::Narrow => "narrow",
        };
        // Assistive technology skips the children of an image, but not those of a group.
        let role = if placed.n_links() > 0 { "group" } else { "img" };
        let keys = caption.keys_id.as_deref().filter(|_| placed.n_links() > 1);
        let keys = keys.map(|id| format!(" {}", escape(id))).unwrap_or_default();
        // On a page the style sheet sets digits of equal width; HTML does not allow this attribute.
        let digits = if placed.has_ground { " font-variant=\"tabular-nums\"" } else { "" };
        self.write(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tso-chart tso-chart--{width}\" \
             viewBox=\"0 0 {} {}\" role=\"{role}\" aria-roledescription=\"{}\" aria-labelledby=\"{title_id}\" \
             aria-describedby=\"{description_id}{keys}\" xml:lang=\"{lang}\" \
             font-family=\"system-ui, &#39;Noto Sans&#39;, sans-serif\"{digits}><title id=\"{title_id}\">{}</title><desc id=\"{description_id}\">{}</desc>",
            units(pixels(placed.width)),
            units(pixels(placed.height)),
            escape(caption.role_description),
            escape(&clean(&caption.title)),
            escape(&clean(&caption.description)),
        ));
    }

    fn draw_content(&self, placed: &Placed) -> Result<(), ChartError> {
        if placed.has_ground {
            let corners = [(0.0, 0.0), (placed.width, placed.height)];
            self.element(&Rectangle::new(corners, filled(GROUND.light)))?;
        }
        self.write("<g aria-hidden=\"true\">");
        placed.grid.iter().try_for_each(|line| self.line(line))?;
        placed.tick_labels.iter().try_for_each(|text| self.text(text))?;
        placed.lines.iter().try_for_each(|line| self.line(line))?;
        self.write("</g>");
        let has_rows = !placed.has_ground;
        let row = |row: u32| if has_rows { row } else { 0 };
        placed.tiles.iter().try_for_each(|tile| self.tile(tile, row(tile.row)))?;
        placed.texts.iter().try_for_each(|text| self.text(text))?;
        placed.marks.iter().try_for_each(|mark| self.mark(mark, row(mark.row)))
    }

    fn line(&self, line: &PlacedLine) -> Result<(), ChartError> {
        let points: Vec<(f64, f64)> = line.points.map(snap).into();
        let path = PathElement::new(points, stroked(line.swatch.light, line.width));
        self.with_pen(line.dash, None, |canvas| canvas.element(&path))
    }

    fn text(&self, text: &PlacedText) -> Result<(), ChartError> {
        let bounds = text.bounds;
        let (x, h_pos) = match text.anchor {
            Anchor::Start => (bounds.left, HPos::Left),
            Anchor::Middle => (f64::midpoint(bounds.left, bounds.right), HPos::Center),
            Anchor::End => (bounds.right, HPos::Right),
        };
        let weight = if text.font.is_bold { FontStyle::Bold } else { FontStyle::Normal };
        let style = FontDesc::new(FontFamily::SansSerif, text.font.size * PIXELS, weight)
            .color(&color(text.swatch.light))
            .pos(Pos::new(h_pos, VPos::Bottom));
        if text.backing == Backing::Plate {
            let corners = [point(bounds.left, bounds.top), point(bounds.right, bounds.bottom)];
            self.element(&Rectangle::new(corners.map(snap), filled(GROUND.light)))?;
        }
        let halo = (text.backing != Backing::Bare).then_some(GROUND.light);
        self.with_pen(Dash::Solid, halo, |canvas| {
            let mut baseline = bounds.top + text.font.size * ASCENT;
            for line in &text.lines {
                let at = snap(point(x, baseline));
                canvas.element(&Text::new(line.clone(), at, style.clone()))?;
                baseline += text.font.line_height();
            }
            Ok(())
        })
    }

    fn mark(&self, mark: &PlacedMark, row: u32) -> Result<(), ChartError> {
        self.linked(mark.href.as_deref(), &mark.name, row, &|| {
            let reach = mark.hit_radius.max(mark.radius * SHAPE_REACH);
            self.element(&Circle::new(snap(mark.center), pixels(reach), TRANSPARENT.filled()))?;
            self.shape(mark)?;
            if let Some(arrow) = mark.arrow {
                self.arrow(mark, arrow)?;
            }
            mark.label.iter().try_for_each(|label| self.text(label))
        })
    }

    /// Draws `inside` within a link if there is a harmless one, else within a group with the role of an
    /// image. The number of its row is only written if it is not 0.
    ///
    /// Only its title names it. Browsers would take a second attribute with the same text for a
    /// description, which screen readers speak after the name.
    fn linked(
        &self,
        href: Option<&str>,
        name: &str,
        row: u32,
        inside: &dyn Fn() -> Result<(), ChartError>,
    ) -> Result<(), ChartError> {
        let href = href.and_then(safe_href);
        let tag = if href.is_some() { "a" } else { "g" };
        match &href {
            Some(href) => self.write(&format!("<a href=\"{}\" class=\"tso-mark\"", escape(href))),
            None => self.write("<g class=\"tso-mark\" role=\"img\""),
        }
        if href.is_some() && row > 0 {
            self.write(&format!(" data-row=\"{row}\""));
        }
        self.write(">");
        if !name.is_empty() {
            self.write(&format!("<title>{}</title>", escape(name)));
        }
        inside()?;
        self.write(&format!("</{tag}>"));
        Ok(())
    }

    /// Draws the shape of a mark. A thin outline in the color of the ground separates it from other
    /// marks.
    fn shape(&self, mark: &PlacedMark) -> Result<(), ChartError> {
        let PlacedMark { center, form, .. } = *mark;
        let rgb = mark.swatch.light;
        let is_filled = form == MarkForm::Filled;
        let inner = if is_filled { rgb } else { GROUND.light };
        // The outline is moved inwards, so that hollow and filled marks have the same size.
        let (radius, width, dash) = match form {
            MarkForm::Filled => (mark.radius, 0.0, Dash::Solid),
            MarkForm::Faint | MarkForm::FaintDot => (mark.radius * 0.85, OUTLINE_WIDTH, Dash::Fine),
            _ => (mark.radius - OUTLINE_WIDTH / 2.0, OUTLINE_WIDTH, Dash::Solid),
        };
        let at = |(x, y): &(f64, f64)| snap(point(center.x + x * radius, center.y + y * radius));
        let outline = stroked(rgb, width);
        self.with_pen(Dash::Solid, Some(GROUND.light), |canvas| {
            canvas.draw_outline(mark.shape, at, radius, filled(inner))
        })?;
        if !is_filled {
            self.with_pen(dash, None, |canvas| {
                canvas.draw_outline(mark.shape, at, radius, outline)
            })?;
        }
        let stroke = |from, to| {
            let ends = vec![at(&from), at(&to)];
            self.element(&PathElement::new(ends, stroked(rgb, OUTLINE_WIDTH)))
        };
        let fill_half = |side| {
            let corners: Vec<(f64, f64)> = half(mark.shape, side).iter().map(at).collect();
            self.element(&Polygon::new(corners, filled(rgb)))
        };
        match form {
            MarkForm::Half => fill_half((-1.0, 0.0)),
            MarkForm::UpperHalf => fill_half((0.0, -1.0)),
            MarkForm::LowerHalf => fill_half((0.0, 1.0)),
            MarkForm::Dot | MarkForm::FaintDot => {
                self.element(&Circle::new(snap(center), pixels(radius * 0.36), filled(rgb)))
            }
            MarkForm::Struck | MarkForm::StruckBack | MarkForm::Crossed => {
                // The stroke must cross edges and not run along them.
                let (x, y) = match mark.shape {
                    Shape::Diamond => (LEVEL_STRIKE_REACH, 0.0),
                    _ => (STRIKE_REACH, STRIKE_REACH),
                };
                if form != MarkForm::StruckBack {
                    stroke((-x, y), (x, -y))?;
                }
                if form != MarkForm::Struck {
                    stroke((-y, -x), (y, x))?;
                }
                Ok(())
            }
            MarkForm::Filled | MarkForm::Hollow | MarkForm::Faint => Ok(()),
        }
    }

    /// Fills or strokes a shape. `at` turns a corner of the shape into a position on the sheet.
    fn draw_outline(
        &self,
        shape: Shape,
        at: impl Fn(&(f64, f64)) -> (f64, f64),
        radius: f64,
        style: ShapeStyle,
    ) -> Result<(), ChartError> {
        if shape == Shape::Circle {
            return self.element(&Circle::new(at(&(0.0, 0.0)), pixels(radius), style));
        }
        let mut corners: Vec<(f64, f64)> = shape.corners().iter().map(at).collect();
        if style.filled {
            return self.element(&Polygon::new(corners, style));
        }
        // plotters closes a path only if it ends where it began.
        corners.extend(corners.first().copied());
        self.element(&PathElement::new(corners, style))
    }

    fn arrow(&self, mark: &PlacedMark, arrow: Arrow) -> Result<(), ChartError> {
        let (dx, dy) = match arrow {
            Arrow::Left => (-1.0, 0.0),
            Arrow::Right => (1.0, 0.0),
            Arrow::Up => (0.0, -1.0),
            Arrow::Down => (0.0, 1.0),
        };
        // The position at a distance along the arrow and across it, from the center of the mark.
        let at = |along: f64, across: f64| {
            let (x, y) = (along * dx - across * dy, along * dy + across * dx);
            snap(point(mark.center.x + x, mark.center.y + y))
        };
        let edge = mark.radius * SHAPE_REACH;
        let tip = edge + ARROW_LENGTH - 2.0;
        let rgb = mark.swatch.light;
        let shaft = [at(edge + 1.5, 0.0), at(tip - 4.0, 0.0)];
        self.element(&PathElement::new(shaft.to_vec(), stroked(rgb, 1.5)))?;
        let head = vec![at(tip, 0.0), at(tip - 5.5, 3.5), at(tip - 5.5, -3.5)];
        self.element(&Polygon::new(head, filled(rgb)))
    }
}

/// A plotters element that is drawn with our own error type.
trait Element {
    fn draw_on(&self, area: &Area) -> Result<(), ChartError>;
}

impl<E> Element for E
where
    for<'a> &'a E: plotters::element::PointCollection<'a, (f64, f64)>,
    E: plotters::element::Drawable<SvgBackend>,
{
    fn draw_on(&self, area: &Area) -> Result<(), ChartError> {
        area.draw(self).map_err(|error| ChartError::Backend(error.to_string()))
    }
}
