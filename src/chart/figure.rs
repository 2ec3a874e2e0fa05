//! What every figure has: what it says about itself, and how it becomes SVG text.

use super::draw::draw;
use super::error::ChartError;
use super::placed::Placed;
use super::spec::Width;

/// What a figure says about itself as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    /// Begins every id in the SVG; must differ between figures of one page. Characters other than
    /// ASCII letters, digits, `-` and `_` become `-`.
    pub id: String,
    /// Language tag of all texts.
    pub lang: &'static str,
    /// Names the figure for assistive technology; printed only with a `source_line`.
    pub title: String,
    /// Says in a sentence or two what the figure shows.
    pub description: String,
    /// Set for a figure that leaves the page (download, embed): it then carries its title, this line
    /// and its own ground.
    pub source_line: Option<String>,
}

/// A figure: a specification that knows how it is laid out.
///
/// Drawing is the same for all, so a figure is a type of plain data with this trait, and nothing else
/// has to know of it.
pub trait Figure {
    /// What it says about itself as a whole.
    fn caption(&self) -> &Caption;

    /// The same, to change it: one specification can be drawn several times on a page, each under an
    /// id of its own.
    fn caption_mut(&mut self) -> &mut Caption;

    /// Decides every place of the figure on a sheet of this width. Nothing is drawn yet.
    ///
    /// Errors: each type says what it refuses to draw.
    fn lay_out(&self, width: Width) -> Result<Placed, ChartError>;

    /// The figure as an SVG document, from `<svg` to `</svg>`.
    ///
    /// It scales to its container's width (classes `tso-chart` and `tso-chart--wide` or `--narrow`) and
    /// names itself by `id-t` and `id-d`. Marks with an `href` are links (class `tso-mark`) named by
    /// their title. Equal specifications give equal bytes.
    ///
    /// Errors: as [`Figure::lay_out`], and [`ChartError::Backend`] should plotters refuse to draw.
    fn svg(&self, width: Width) -> Result<String, ChartError> {
        draw(&self.lay_out(width)?, self.caption())
    }
}
