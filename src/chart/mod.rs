//! How results are drawn: a specification is laid out and written as SVG text.
//!
//! `spec → layout → SVG`: a specification says what to show, a layout decides every place with
//! [`text`]'s own width table, and plotters draws the shapes over a backend that writes SVG. All of it
//! is pure: equal specifications give equal bytes, natively and in WebAssembly. Labels never overlap
//! each other or a mark and never leave the figure.
//!
//! A specification is a type that implements [`Figure`], in a file or folder of its own:
//!
//! - [`CompareSpec`]: figures side by side;
//! - [`TimeSpec`]: figures along the years, small for one promise too;
//! - [`DeadlinesSpec`]: every promise stacked at its deadline;
//! - [`TilesSpec`]: a map of equal tiles, one per province;
//! - [`RanksSpec`]: places over the editions of a ranking, with a panel for each run of editions that
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
mod figure;
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
pub use compare::{Band, CompareSpec, Mark, Row};
pub use deadlines::{DeadlineMark, DeadlineRow, DeadlinesSpec};
pub use error::ChartError;
pub use figure::{Caption, Figure};
pub use placed::Placed;
pub use ranks::{RankPanel, RankPoint, RankSeries, RanksSpec};
pub use spec::{
    Axis, Bound, DayTick, Fill, MarkForm, Reference, Series, Tick, Vertical, VerticalKind, Width,
};
pub use tiles::{TileMark, TileNote, TilesSpec};
pub use time::{PathLine, TimePoint, TimeSeries, TimeSpec};

/// A state's mark as a small drawing for running text, from `<svg` to `</svg>` (class `t-glyph`): a
/// province's, or a circle in ink for the state alone.
///
/// It is drawn as in the figures and is decoration: assistive technology passes it over, so its
/// meaning has to stand beside it in words.
pub fn glyph_svg(series: Option<Series>, form: MarkForm) -> String {
    // Drawing on text cannot fail; should plotters ever refuse, the words beside it are enough.
    draw::glyph(series, form).unwrap_or_default()
}
