//! What a figure over time shows.

use super::super::figure::Caption;
use super::super::spec::{Axis, Bound, DayTick, Fill, Reference, Series, Vertical};

/// One figure of a series over time.
#[derive(Clone, Debug, PartialEq)]
pub struct TimePoint {
    /// Days since 1970-01-01: the end of a result's period, a target's deadline.
    pub day: i32,
    /// In the axis' unit; not outside the axis.
    pub value: f64,
    /// Result or target.
    pub fill: Fill,
    /// Printed beside the mark; left out for a result between the first and the last of its series
    /// where there is no room.
    pub label: String,
    /// The whole fact in a sentence.
    pub title: String,
    /// As [`Mark::href`](super::super::Mark::href).
    pub href: Option<String>,
    /// As [`Mark::bound`](super::super::Mark::bound).
    pub bound: Option<Bound>,
}

/// The figures of one province (or the country) by one definition.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeSeries {
    /// Printed at the last point.
    pub label: String,
    /// Gives color and shape.
    pub series: Series,
    /// In any order.
    pub points: Vec<TimePoint>,
    /// Pairs of indices into `points`: only these are joined by a line, and only results may be.
    pub joins: Vec<(usize, usize)>,
}

/// The straight way from what was known when a promise was made to what was promised: a dotted line.
/// It carries no figures of its own; give its ends points where they are known.
#[derive(Clone, Debug, PartialEq)]
pub struct PathLine {
    /// Whose promise it is; gives the color.
    pub series: Series,
    /// Days since 1970-01-01 and a value in the axis' unit; neither outside its axis.
    pub from: (i32, f64),
    /// The deadline and the target, likewise.
    pub to: (i32, f64),
}

/// Figures over time. A compact one is narrow in either width.
///
/// Errors of its drawing: [`ChartError::NothingToDraw`] without any point, path or reference;
/// [`ChartError::BadAxis`] for an axis that is no interval; [`ChartError::OffAxis`] for a value, day,
/// tick or path outside it; [`ChartError::BadJoin`] for a line that does not join two results.
///
/// [`ChartError::NothingToDraw`]: super::super::ChartError::NothingToDraw
/// [`ChartError::BadAxis`]: super::super::ChartError::BadAxis
/// [`ChartError::OffAxis`]: super::super::ChartError::OffAxis
/// [`ChartError::BadJoin`]: super::super::ChartError::BadJoin
#[derive(Clone, Debug, PartialEq)]
pub struct TimeSpec {
    /// What it says about itself as a whole.
    pub caption: Caption,
    /// Small, to stand beside the story of one promise: narrow, and about 170 units high.
    pub compact: bool,
    /// The scale of the values, upright. Without ticks it is not drawn; a compact figure has none and
    /// its labels carry the values.
    pub axis: Axis,
    /// The first day shown.
    pub x_min_day: i32,
    /// The last day shown, after the first.
    pub x_max_day: i32,
    /// Labels under the figure.
    pub x_ticks: Vec<DayTick>,
    /// Later series are drawn over earlier ones.
    pub series: Vec<TimeSeries>,
    /// Drawn under the marks. A figure with paths only is drawn, too.
    pub paths: Vec<PathLine>,
    /// Lines across the figure.
    pub references: Vec<Reference>,
    /// Upright lines.
    pub verticals: Vec<Vertical>,
}
