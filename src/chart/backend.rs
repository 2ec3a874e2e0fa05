//! The plotters backend that writes shapes as SVG text.
//!
//! plotters uses whole pixels. Here a pixel is a tenth of a unit of the figure's `viewBox`, so
//! positions are written with at most one decimal and never as a binary fraction. Each shape is written
//! with its color as an attribute, and with a class for the page's style sheet (see [`super::theme`]).

use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::rc::Rc;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

use super::placed::Dash;
use super::text;
use super::theme::{self, Rgb};

/// How many pixels of plotters are a unit of the figure.
pub(super) const PIXELS: f64 = 10.0;

/// The properties of a stroke or a text that plotters' styles do not have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pen {
    pub(super) dash: Dash,
    /// If set, fills and texts get an outline in this color, which separates them from what is beneath.
    pub(super) halo: Option<Rgb>,
}

/// The SVG text written so far.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) svg: String,
    pub(super) pen: Pen,
    /// The width and height, in pixels.
    size: (u32, u32),
}

impl Sheet {
    /// An empty sheet with a size in pixels.
    pub(super) fn new(size: (u32, u32)) -> Rc<RefCell<Sheet>> {
        let pen = Pen { dash: Dash::Solid, halo: None };
        Rc::new(RefCell::new(Sheet { svg: String::new(), pen, size }))
    }

    fn attribute(&mut self, name: &str, value: &str) {
        let _ = write!(self.svg, " {name}=\"{value}\"");
    }

    fn number(&mut self, name: &str, pixels: i32) {
        self.attribute(name, &units(pixels));
    }

    fn points(&mut self, name: &str, points: &[BackendCoord]) {
        let pairs: Vec<String> =
            points.iter().map(|(x, y)| format!("{},{}", units(*x), units(*y))).collect();
        self.attribute(name, &pairs.join(" "));
    }

    /// Writes the end of the tag of a filled shape. A wholly transparent color makes an invisible area
    /// that can be clicked.
    fn fill(&mut self, color: BackendColor) {
        if color.alpha == 0.0 {
            self.svg.push_str(" fill=\"none\" pointer-events=\"all\"/>");
            return;
        }
        self.fill_paint(color);
        self.svg.push_str("/>");
    }

    fn fill_paint(&mut self, color: BackendColor) {
        let mut class = class("f", color.rgb);
        self.attribute("fill", &hex(color.rgb));
        if let Some(halo) = self.pen.halo {
            self.attribute("stroke", &hex(halo));
            self.attribute("stroke-width", "3");
            self.attribute("stroke-linejoin", "round");
            self.attribute("paint-order", "stroke");
            class = [class, self::class("s", halo)].join(" ");
        }
        self.class(&class);
    }

    fn stroke(&mut self, color: BackendColor, width: u32) {
        self.attribute("fill", "none");
        self.attribute("stroke", &hex(color.rgb));
        self.number("stroke-width", i32::try_from(width).unwrap_or(i32::MAX));
        match self.pen.dash {
            Dash::Solid => {}
            Dash::Dotted | Dash::Fine => {
                let gap = if self.pen.dash == Dash::Fine { "0 2.8" } else { "0 4" };
                self.attribute("stroke-dasharray", gap);
                self.attribute("stroke-linecap", "round");
            }
            Dash::Dashed => self.attribute("stroke-dasharray", "4 3"),
        }
        self.class(&class("s", color.rgb));
        self.svg.push_str("/>");
    }

    fn class(&mut self, class: &str) {
        let class = class.trim();
        if !class.is_empty() {
            self.attribute("class", class);
        }
    }
}

/// The drawing backend that plotters gets. The caller keeps a clone of the sheet's handle and writes
/// groups and links between the shapes.
pub(super) struct SvgBackend(pub(super) Rc<RefCell<Sheet>>);

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for SvgBackend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.0.borrow().size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        let sheet = &mut *self.0.borrow_mut();
        sheet.svg.push_str("<line");
        for (name, pixels) in [("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)] {
            sheet.number(name, pixels);
        }
        sheet.stroke(style.color(), style.stroke_width());
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let sheet = &mut *self.0.borrow_mut();
        sheet.svg.push_str("<rect");
        sheet.number("x", upper_left.0);
        sheet.number("y", upper_left.1);
        sheet.number("width", bottom_right.0 - upper_left.0);
        sheet.number("height", bottom_right.1 - upper_left.1);
        if fill {
            sheet.fill(style.color());
        } else {
            sheet.stroke(style.color(), style.stroke_width());
        }
        Ok(())
    }

    /// Draws a path. If it ends where it began, it is written as a closed polygon, so that its last
    /// corner is pointed like the others.
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let mut points: Vec<BackendCoord> = path.into_iter().collect();
        if let [from, to] = points[..] {
            return self.draw_line(from, to, style);
        }
        let is_closed = points.len() > 2 && points.first() == points.last();
        let sheet = &mut *self.0.borrow_mut();
        if is_closed {
            points.pop();
        }
        sheet.svg.push_str(if is_closed { "<polygon" } else { "<polyline" });
        sheet.points("points", &points);
        sheet.stroke(style.color(), style.stroke_width());
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let sheet = &mut *self.0.borrow_mut();
        sheet.svg.push_str("<circle");
        sheet.number("cx", center.0);
        sheet.number("cy", center.1);
        sheet.number("r", i32::try_from(radius).unwrap_or(i32::MAX));
        if fill {
            sheet.fill(style.color());
        } else {
            sheet.stroke(style.color(), style.stroke_width());
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        let points: Vec<BackendCoord> = vert.into_iter().collect();
        let sheet = &mut *self.0.borrow_mut();
        sheet.svg.push_str("<polygon");
        sheet.points("points", &points);
        sheet.fill(style.color());
        Ok(())
    }

    /// Writes a text. `pos` is on the baseline; the vertical anchor of the style is ignored.
    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        pos: BackendCoord,
    ) -> Drawn {
        let sheet = &mut *self.0.borrow_mut();
        sheet.svg.push_str("<text");
        sheet.number("x", pos.0);
        sheet.number("y", pos.1);
        sheet.number("font-size", style.size().round() as i32);
        if matches!(style.style(), FontStyle::Bold) {
            sheet.attribute("font-weight", "700");
        }
        match style.anchor().h_pos {
            HPos::Left => {}
            HPos::Center => sheet.attribute("text-anchor", "middle"),
            HPos::Right => sheet.attribute("text-anchor", "end"),
        }
        sheet.fill_paint(style.color());
        sheet.svg.push('>');
        sheet.svg.push_str(&escape(text));
        sheet.svg.push_str("</text>");
        Ok(())
    }

    /// Measures with our own width table, so that no font and no browser is asked.
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let is_bold = matches!(style.style(), FontStyle::Bold);
        let width = text::width(text, style.size(), is_bold);
        Ok((width.ceil() as u32, (style.size() * text::LINE_HEIGHT).ceil() as u32))
    }
}

/// Writes pixels as units with at most one decimal: `-5` is `-0.5`. All positions are written by this
/// function.
pub(super) fn units(pixels: i32) -> String {
    let sign = if pixels < 0 { "-" } else { "" };
    let (whole, tenth) = (pixels.unsigned_abs() / 10, pixels.unsigned_abs() % 10);
    if tenth == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{tenth}") }
}

/// Escapes a text for use as content or attribute value of XML.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

fn hex((red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn class(role: &str, color: Rgb) -> String {
    theme::swatch_name(color).map(|name| format!("{role}-{name}")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_at_most_one_decimal() {
        let printed: Vec<String> = [0, 5, -5, 10, 8400, -123].map(units).into();
        assert_eq!(printed, ["0", "0.5", "-0.5", "1", "840", "-12.3"]);
    }

    #[test]
    fn everything_xml_reserves_is_escaped() {
        assert_eq!(escape("<a b='&\">"), "&lt;a b=&#39;&amp;&quot;&gt;");
    }

    #[test]
    fn colors_of_the_palette_carry_their_class() {
        let sheet = Sheet::new((100, 100));
        let mut backend = SvgBackend(Rc::clone(&sheet));
        let ink = BackendColor { alpha: 1.0, rgb: theme::INK.light };
        backend.draw_rect((0, 0), (10, 20), &ink, true).unwrap();
        backend.draw_line((0, 0), (15, 0), &ink).unwrap();
        backend.draw_pixel((1, 1), BackendColor { alpha: 1.0, rgb: (1, 2, 3) }).unwrap();
        assert_eq!(
            sheet.borrow().svg,
            "<rect x=\"0\" y=\"0\" width=\"1\" height=\"2\" fill=\"#1b1d1f\" class=\"f-ink\"/>\
             <line x1=\"0\" y1=\"0\" x2=\"1.5\" y2=\"0\" fill=\"none\" stroke=\"#1b1d1f\" \
             stroke-width=\"0.1\" class=\"s-ink\"/>\
             <rect x=\"0.1\" y=\"0.1\" width=\"0.1\" height=\"0.1\" fill=\"#010203\"/>"
        );
    }
}
