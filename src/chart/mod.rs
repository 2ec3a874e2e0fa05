//! Draws figures: lays a specification out and writes it as SVG text.
//!
//! `spec → layout → SVG`: a specification says what to show, a layout decides all positions with the
//! width table in [`text`], and plotters draws the shapes on a backend that writes SVG. All of it is
//! pure: equal specifications give equal bytes, natively and in WebAssembly. Labels never overlap each
//! other or a mark, and never leave the figure.
//!
//! A specification is a type that implements [`Figure`], in a file or folder of its own:
//!
//! - [`CompareSpec`]: figures side by side;
//! - [`TimeSpec`]: figures over time, also in a compact form for one promise;
//! - [`DeadlinesSpec`]: every promise stacked at its deadline;
//! - [`TilesSpec`]: a map of equal tiles, one per province;
//! - [`RanksSpec`]: ranks over the editions of a ranking, with a panel for each group of editions that
//!   a line may join.
//!
//! This module knows no dataset, language or page: the texts it is given are ready to print. It
//! measures no font and asks no browser. [`theme`] names the colors, [`walk`] says which mark follows
//! which for readers who use the keyboard.

mod axis;
mod backend;
mod compare;
mod deadlines;
mod draw;
mod error;
mod figure;
mod flags;
mod href;
mod label;
mod layout;
mod leader;
mod placed;
mod ranks;
mod spec;
pub mod text;
pub mod theme;
mod tiles;
mod time;
pub mod walk;

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

/// The mark of a promise's state as a small SVG for running text (class `t-glyph`): in the color and
/// shape of a province, or without `series` a circle in the color of text.
///
/// It looks as in the figures. Assistive technology skips it, so write its meaning in words beside it.
pub fn glyph_svg(series: Option<Series>, form: MarkForm) -> String {
    // Drawing to text cannot fail. If plotters refused nevertheless, the words beside it are enough.
    draw::glyph(series, form).unwrap_or_default()
}
