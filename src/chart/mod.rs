//! How results are drawn: a specification is laid out and written as SVG text.
//!
//! `spec → layout → SVG`: a specification says what to show, a layout decides every place with
//! [`text`]'s own width table, and plotters draws the shapes over a backend that writes SVG. All of it
//! is pure: equal specifications give equal bytes, natively and in WebAssembly. Labels never overlap
//! each other or a mark and never leave the figure. The figures are:
//!
//! - [`compare_svg`]: figures side by side;
//! - [`time_svg`]: figures along the years, small for one promise too;
//! - [`deadlines_svg`]: every promise stacked at its deadline;
//! - [`tiles_svg`]: a map of equal tiles, one per province;
//! - [`ranks_svg`]: places over the editions of a ranking, with a panel for each run of editions that
//!   may be joined.
//!
//! This module knows no data set, language or page; its texts are ready to print. It measures no font
//! and asks no browser. Colors are named in [`theme`].

mod axis;
mod backend;
mod compare;
mod deadlines;
mod draw;
mod error;
mod flags;
mod label;
mod layout;
mod placed;
mod ranks;
mod spec;
pub mod text;
pub mod theme;
mod tiles;
mod time;

#[cfg(test)]
mod tests;

pub use axis::{Measure, NiceAxis, nice_axis};
pub use error::ChartError;
pub use ranks::{RankPanel, RankPoint, RankSeries, RanksSpec, ranks_svg};
pub use spec::{
    Axis, Band, Bound, CompareSpec, DayTick, DeadlineMark, DeadlineRow, DeadlinesSpec, Fill, Mark,
    MarkForm, PathLine, Reference, Row, Series, Tick, TimePoint, TimeSeries, TimeSpec, Vertical,
    VerticalKind, Width,
};
pub use tiles::{TileMark, TileNote, TilesSpec, tiles_svg};

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
    let placed = compare::lay_out(spec, width)?;
    draw(&placed, &Frame { id, lang, title, description, width })
}

/// The figure over time as an SVG document; as [`compare_svg`].
///
/// A compact one is narrow in either width.
///
/// Errors: as [`compare_svg`], for a path outside the axes, too, and [`ChartError::BadJoin`] for a line that does not join two results.
pub fn time_svg(spec: &TimeSpec, width: Width) -> Result<String, ChartError> {
    let TimeSpec { id, lang, title, description, .. } = spec;
    let width = spec.width(width);
    let placed = time::lay_out(spec, width)?;
    draw(&placed, &Frame { id, lang, title, description, width })
}

/// The figure of deadlines as an SVG document; as [`compare_svg`].
///
/// Marks of one deadline are stacked on their row's line around it, and stacks make room for each
/// other; a tick on the line is at the day. Marks without a deadline stand right of the axis.
///
/// Errors: [`ChartError::NothingToDraw`] without any mark, [`ChartError::BadAxis`] for days that are no
/// interval, [`ChartError::OffAxis`] for a day outside it.
pub fn deadlines_svg(spec: &DeadlinesSpec, width: Width) -> Result<String, ChartError> {
    let DeadlinesSpec { id, lang, title, description, .. } = spec;
    let placed = deadlines::lay_out(spec, width)?;
    draw(&placed, &Frame { id, lang, title, description, width })
}

/// A state's mark as a small drawing for running text, from `<svg` to `</svg>` (class `t-glyph`): a
/// province's, or a circle in ink for the state alone.
///
/// It is drawn as in the figures and is decoration: assistive technology passes it over, so its
/// meaning has to stand beside it in words.
pub fn glyph_svg(series: Option<Series>, form: MarkForm) -> String {
    // Drawing on text cannot fail; should plotters ever refuse, the words beside it are enough.
    draw::glyph(series, form).unwrap_or_default()
}
