//! How results are drawn: a specification is laid out and written as SVG text.
//!
//! `spec → layout → SVG`: [`CompareSpec`] and [`TimeSpec`] say what to show, the layouts decide every
//! place with [`text`]'s own width table, and plotters draws the shapes over a backend that writes
//! SVG. All of it is pure: equal specifications give equal bytes, natively and in WebAssembly. Labels
//! never overlap each other or a mark and never leave the figure.
//!
//! This module knows no data set, language or page; its texts are ready to print. It measures no font
//! and asks no browser. Colors are named in [`theme`].

mod axis;
mod backend;
mod compare;
mod draw;
mod error;
mod flags;
mod label;
mod layout;
mod placed;
mod spec;
pub mod text;
pub mod theme;
mod time;

#[cfg(test)]
mod tests;

pub use axis::{Measure, NiceAxis, nice_axis};
pub use error::ChartError;
pub use spec::{
    Axis, Band, Bound, CompareSpec, DayTick, Fill, Mark, Reference, Row, Series, Tick, TimePoint,
    TimeSeries, TimeSpec, Vertical, Width,
};

use draw::{Frame, draw};

/// The comparison figure as an SVG document, from `<svg` to `</svg>`.
///
/// It scales to its container's width (classes `tso-chart` and `tso-chart--wide` or `--narrow`) and
/// names itself by `id-t` and `id-d`. Marks with an `href` are links (class `tso-mark`) named by
/// their title.
///
/// Errors: [`ChartError::NothingToDraw`] without any mark or reference, [`ChartError::BadAxis`] for
/// an axis that is no interval, [`ChartError::OffAxis`] for a value or tick outside it.
pub fn compare_svg(spec: &CompareSpec, width: Width) -> Result<String, ChartError> {
    let CompareSpec { id, lang, title, description, .. } = spec;
    draw(&compare::lay_out(spec, width)?, &Frame { id, lang, title, description, width })
}

/// The figure over time as an SVG document; as [`compare_svg`].
///
/// Errors: as [`compare_svg`], and [`ChartError::BadJoin`] for a line that does not join two results.
pub fn time_svg(spec: &TimeSpec, width: Width) -> Result<String, ChartError> {
    let TimeSpec { id, lang, title, description, .. } = spec;
    draw(&time::lay_out(spec, width)?, &Frame { id, lang, title, description, width })
}
