//! The plain data that several specifications share: the width of the layout, axes, lines and the forms
//! of marks. The data of a single figure are in its own file.
//!
//! All texts are in one language and ready to print. Numbers only position marks and are never printed.
//! Control characters in texts are dropped, white space is collapsed, and an empty label draws nothing.

pub use super::theme::Series;

/// The screen size that a figure is laid out for. The SVG scales to its container; the width decides
/// how much is placed side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// 840 units, for containers of 640 CSS pixels and more. Row labels are left of the rows.
    Wide,
    /// 320 units, for phones. Row labels are above the rows.
    Narrow,
}

/// Whether a mark is filled or hollow, by which readers tell results from targets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// A result.
    Filled,
    /// A target.
    Hollow,
}

impl Fill {
    /// The form of a mark with this fill.
    pub fn form(self) -> MarkForm {
        match self {
            Fill::Filled => MarkForm::Filled,
            Fill::Hollow => MarkForm::Hollow,
        }
    }
}

/// The form of a mark, which shows the state of a promise. The forms also differ in black and white.
/// The shape of the mark shows the province.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkForm {
    /// Filled: the promise was met.
    Filled,
    /// The left half filled: met, but shown only by a result after the deadline.
    Half,
    /// Hollow, with one stroke through it: not met.
    Struck,
    /// Hollow, with one stroke through it the other way: not met by a result after the deadline.
    StruckBack,
    /// Hollow, with two strokes through it: sources disagree.
    Crossed,
    /// Hollow, with a dot inside: the deadline has passed and no figure is known.
    Dot,
    /// Hollow: the deadline has not passed yet.
    Hollow,
    /// The upper half filled: not due yet, and on the straight path.
    UpperHalf,
    /// The lower half filled: not due yet, and behind the straight path.
    LowerHalf,
    /// Small, with a dotted outline: the promise has no deadline.
    Faint,
    /// Small, with a dotted outline and a dot inside: who promised is not there any more.
    FaintDot,
}

impl MarkForm {
    /// All forms. Each can be told from the others without its color, even in a mark of 8 pixels.
    pub const ALL: [Self; 11] = [
        Self::Filled,
        Self::Half,
        Self::Struck,
        Self::StruckBack,
        Self::Crossed,
        Self::Dot,
        Self::Hollow,
        Self::UpperHalf,
        Self::LowerHalf,
        Self::Faint,
        Self::FaintDot,
    ];
}

/// A value that is only a bound gets an arrow to the side on which the true value may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The true value is this or more.
    AtLeast,
    /// The true value is this or less.
    AtMost,
}

/// A labelled position on a value axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Its value in the unit of the axis; not outside the axis.
    pub value: f64,
    /// The printed label. Labels that would touch another are left out; those of the two ends are kept
    /// longest.
    pub label: String,
}

/// The scale that all values of a figure share.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The smallest value, less than `max`.
    pub min: f64,
    /// The largest value.
    pub max: f64,
    /// Which end is at the better side, which is on the right in a comparison and on top over time.
    /// `false` puts `max` there, `true` puts `min` there, as for ranks.
    pub reversed: bool,
    /// Grid lines and their labels.
    pub ticks: Vec<Tick>,
}

/// A value to compare the others with: a line across the band or the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// In the unit of the axis; not outside the axis.
    pub value: f64,
    /// Printed at the end of the line.
    pub label: String,
    /// Whether it is a target (a dashed line) or a result (a solid line).
    pub hollow: bool,
}

/// The beginning of a span on the time axis, such as a year.
#[derive(Clone, Debug, PartialEq)]
pub struct DayTick {
    /// Days since 1970-01-01, not outside the time axis.
    pub day: i32,
    /// Printed in the middle of the span, which ends at the next tick or with the axis. A tick at the
    /// end of the axis begins no span, so its label is not printed.
    pub label: String,
}

/// Why a day is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerticalKind {
    /// A merger or a new method: a dashed line, muted.
    Break,
    /// The end of a promise: a dashed line in ink.
    Deadline,
    /// The day on which promises are assessed: a thin solid line.
    Today,
}

/// A marked day: a line from top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub struct Vertical {
    /// Why the day is marked, which decides the look of the line.
    pub kind: VerticalKind,
    /// Days since 1970-01-01, not outside the time axis.
    pub day: i32,
    /// Printed at the upper end of the line.
    pub label: String,
}
