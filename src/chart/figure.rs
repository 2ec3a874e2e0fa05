//! What all figures have in common: a caption, and the way they become SVG text.

use super::draw::draw;
use super::error::ChartError;
use super::placed::Placed;
use super::spec::Width;

/// The texts about a figure as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    /// The beginning of every id in the SVG. It must differ between the figures of a page. Characters
    /// other than ASCII letters, digits, `-` and `_` become `-`.
    pub id: String,
    /// The language tag of all texts.
    pub lang: &'static str,
    /// The name of the figure for assistive technology. It is printed only if there is a `source_line`.
    pub title: String,
    /// What the figure shows, in a sentence or two, for assistive technology.
    pub description: String,
    /// The source, for a figure that leaves the page (download, embed). The figure then prints its
    /// title and this line and has a background of its own.
    pub source_line: Option<String>,
}

/// A specification that can be laid out and drawn.
///
/// Drawing is the same for all figures. To add one, write a type of plain data and implement this trait
/// for it.
pub trait Figure {
    /// The texts about the figure as a whole.
    fn caption(&self) -> &Caption;

    /// The caption, to change it: one specification can be drawn several times on a page, each time
    /// with another id.
    fn caption_mut(&mut self) -> &mut Caption;

    /// Decides all positions of the figure on a sheet of this width. Nothing is drawn yet.
    ///
    /// Errors: the documentation of each type says what it cannot draw.
    fn lay_out(&self, width: Width) -> Result<Placed, ChartError>;

    /// The figure as an SVG document, from `<svg` to `</svg>`.
    ///
    /// It scales to the width of its container (classes `tso-chart` and `tso-chart--wide` or
    /// `--narrow`). Its title and description have the ids `<id>-t` and `<id>-d`. Marks with an `href`
    /// are links (class `tso-mark`), named by their title. Equal specifications give equal bytes.
    ///
    /// Errors: those of [`Figure::lay_out`], and [`ChartError::Backend`] if plotters cannot draw.
    fn svg(&self, width: Width) -> Result<String, ChartError> {
        draw(&self.lay_out(width)?, self.caption())
    }
}
