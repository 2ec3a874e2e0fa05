//! The specification of the figure over time.

use super::super::figure::Caption;
use super::super::spec::{Axis, Bound, DayTick, Fill, Reference, Series, Vertical};

/// One value of a series over time.
#[derive(Clone, Debug, PartialEq)]
pub struct TimePoint {
    /// Days since 1970-01-01: the end of a result's period, or a target's deadline.
    pub day: i32,
    /// In the axis' unit; not outside the axis.
    pub value: f64,
    /// Result or target.
    pub fill: Fill,
    /// Printed beside the mark. For a result between the first and the last of its series, it is left
    /// out if there is no room; so is that of the first where more than four series begin on its day.
    pub label: String,
    /// As [`Mark::title`](super::super::Mark::title).
    pub title: String,
    /// As [`Mark::href`](super::super::Mark::href).
    pub href: Option<String>,
    /// As [`Mark::bound`](super::super::Mark::bound).
    pub bound: Option<Bound>,
}

/// The figures of one province (or the country) by one definition.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeSeries {
    /// The name of the series, printed at its last point.
    pub label: String,
    /// Gives color and shape.
    pub series: Series,
    /// In any order.
    pub points: Vec<TimePoint>,
    /// Pairs of indices into `points` that are joined by a line. Both points must be results.
    pub joins: Vec<(usize, usize)>,
}

/// The straight path of a promise, from the value known when it was made to its target: a dotted line.
/// It has no marks or labels; add points for its ends.
#[derive(Clone, Debug, PartialEq)]
pub struct PathLine {
    /// The series of the province, which gives the color.
    pub series: Series,
    /// The beginning: days since 1970-01-01, and a value in the unit of the axis; neither outside its
    /// axis.
    pub from: (i32, f64),
    /// The end: the deadline and the target, in the same form.
    pub to: (i32, f64),
}

/// Values over time. A compact figure is narrow for both widths.
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
    /// The texts about the figure as a whole.
    pub caption: Caption,
    /// Whether the figure is small, as beside the details of one promise: narrow, and about 170 units
    /// high.
    pub compact: bool,
    /// The scale of the values, from bottom to top. Without ticks it is not drawn: a compact figure has
    /// none, and its labels give the values.
    pub axis: Axis,
    /// The first day shown.
    pub x_min_day: i32,
    /// The last day shown, after the first.
    pub x_max_day: i32,
    /// Labels under the figure.
    pub x_ticks: Vec<DayTick>,
    /// Later series are drawn over earlier ones.
    pub series: Vec<TimeSeries>,
    /// Drawn under the marks. A figure may have paths and no series.
    pub paths: Vec<PathLine>,
    /// Lines across the figure.
    pub references: Vec<Reference>,
    /// Upright lines.
    pub verticals: Vec<Vertical>,
}
