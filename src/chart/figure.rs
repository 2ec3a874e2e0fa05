//! What all figures have in common: a caption, and the way they become SVG text.

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
    /// What assistive technology calls the figure, in place of "group" or "image": "chart".
    pub role_description: &'static str,
    /// The id of an element beside the figure that says how to walk through its marks; `None` for a
    /// figure that leaves the page. It is spoken after the description.
    pub keys_id: Option<String>,
    /// The source, for a figure that leaves the page (download, embed). The figure then prints its
    /// title and this line and has a background of its own.
    pub source_line: Option<String>,
}

impl Caption {
    /// The id of a part of the figure: `part` after the id of the caption.
    pub fn id_of(&self, part: &str) -> String {
        format!("{}-{part}", xml_id(&self.id))
    }
}

/// Turns an id into a valid XML name.
fn xml_id(id: &str) -> String {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    let name: String = id.chars().map(|c| if is_name(c) { c } else { '-' }).collect();
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        name
    } else {
        format!("c{name}")
    }
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
    /// are links (class `tso-mark`), whose names begin with what is printed beside them. On a page,
    /// those that are not in the first row have the number of their row in `data-row`, for
    /// [`walk`](super::walk). Equal specifications give equal bytes.
    ///
    /// Errors: those of [`Figure::lay_out`], and [`ChartError::Backend`] if plotters cannot draw.
    fn svg(&self, width: Width) -> Result<String, ChartError> {
        self.lay_out(width)?.svg(self.caption())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_xml_names() {
        assert_eq!(xml_id("so-sanh_1"), "so-sanh_1");
        assert_eq!(xml_id("1 \"é"), "c1---");
        assert_eq!(xml_id(""), "c");
    }
}
