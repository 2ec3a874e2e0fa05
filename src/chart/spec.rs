//! What several figures are given, in plain data: the width they are laid out for, their axes, lines and
//! the forms of their marks. What one figure alone is given stands in its own file.
//!
//! Every text is ready to print, in one language. Numbers place marks and are never printed. Control
//! characters in texts are dropped, white space is collapsed, and an empty label draws nothing.

pub use super::theme::Series;

/// For which screen a figure is laid out. The SVG scales to its container; the width decides how
/// much stands side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// 840 units, for containers of 640 CSS pixels and more. Row labels stand left of the rows.
    Wide,
    /// 320 units, for phones. Row labels stand above the rows.
    Narrow,
}

/// A promise is not a result: they differ in form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// A result.
    Filled,
    /// A target.
    Hollow,
}

impl Fill {
    /// The form a mark of this fill is drawn in.
    pub fn form(self) -> MarkForm {
        match self {
            Fill::Filled => MarkForm::Filled,
            Fill::Hollow => MarkForm::Hollow,
        }
    }
}

/// What became of a promise, as the form of its mark. The forms differ in black and white, too; the
/// province's shape stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkForm {
    /// Kept.
    Filled,
    /// Half filled: kept, but shown only after the deadline.
    Half,
    /// Hollow and struck through: not kept.
    Struck,
    /// Hollow and struck through both ways: sources disagree.
    Crossed,
    /// Hollow around a dot: the deadline has passed and no figure is known.
    Dot,
    /// Open: the deadline is to come.
    Hollow,
    /// Small, its outline dotted: cannot be assessed.
    Faint,
}

/// A figure that is only a bound gets an arrow to the side where the true value may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The true value is this or more.
    AtLeast,
    /// The true value is this or less.
    AtMost,
}

/// A labelled place on a value axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where, in the axis' unit; not outside the axis.
    pub value: f64,
    /// What is printed. Labels that would touch are left out, the two ends last.
    pub label: String,
}

/// The one scale all values of a figure share.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The smallest value, less than `max`.
    pub min: f64,
    /// The largest value.
    pub max: f64,
    /// Better is further along: right in a comparison, up over time. `false` puts `max` there,
    /// `true` puts `min` there, as ranks need it.
    pub reversed: bool,
    /// Grid lines and their labels.
    pub ticks: Vec<Tick>,
}

/// A value everything is read against: a line across the band or the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// In the axis' unit; not outside the axis.
    pub value: f64,
    /// Printed at the line's end.
    pub label: String,
    /// A target, drawn dashed; otherwise a result, drawn solid.
    pub hollow: bool,
}

/// Where a stretch of the time axis begins, such as a year.
#[derive(Clone, Debug, PartialEq)]
pub struct DayTick {
    /// Days since 1970-01-01, not outside the time axis.
    pub day: i32,
    /// What is printed: on the axis in the middle of the stretch, which ends at the next tick or with
    /// the axis; without a stretch not at all.
    pub label: String,
}

/// Why a day is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerticalKind {
    /// A merger or a new method: a dashed line, muted.
    Break,
    /// The end of a promise: a dashed line in ink.
    Deadline,
    /// The day everything is judged by: a thin solid line.
    Today,
}

/// A day that changes how the figures read: a line from top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub struct Vertical {
    /// Gives the line its look.
    pub kind: VerticalKind,
    /// Days since 1970-01-01, not outside the time axis.
    pub day: i32,
    /// Printed at the line's upper end.
    pub label: String,
}
