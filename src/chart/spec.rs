//! What a figure should show, in plain data: the input of [`compare_svg`](super::compare_svg),
//! [`time_svg`](super::time_svg) and [`deadlines_svg`](super::deadlines_svg), and what several figures
//! are given; a figure laid out in one file has its own there.
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

/// One figure of one province (or the country) on a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// In the axis' unit; not outside the axis.
    pub value: f64,
    /// Result or target.
    pub fill: Fill,
    /// Gives color and shape.
    pub series: Series,
    /// Printed beside the mark: "≈ 4% · 10/2022". Long labels are wrapped.
    pub label: String,
    /// Where the mark leads: a fragment, a path or an http(s) address. Any other scheme is dropped.
    pub href: Option<String>,
    /// The whole fact in a sentence, for hovering and assistive technology.
    pub title: String,
    /// Set when the source gives a bound, not a value.
    pub bound: Option<Bound>,
    /// A dotted line joins neighbors of one group only: a change of method, or of the unit, may lie
    /// between two groups.
    pub group: u32,
}

/// One line of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Whose row it is.
    pub label: String,
    /// Gives the label its color.
    pub series: Series,
    /// In any order. Marks at equal values stay distinguishable.
    pub marks: Vec<Mark>,
    /// Printed on the row when it has no marks: why there is no figure.
    pub note: String,
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

/// The rows that measure by one definition.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// The definition's name, above the rows.
    pub label: String,
    /// From top to bottom.
    pub rows: Vec<Row>,
    /// National average and national target, or none.
    pub references: Vec<Reference>,
}

/// A comparison of provinces at their own dates: one band per definition, in it one row per
/// province, all on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareSpec {
    /// Begins every id in the SVG; must differ between figures of one page. Characters other than
    /// ASCII letters, digits, `-` and `_` become `-`.
    pub id: String,
    /// Language tag of all texts.
    pub lang: &'static str,
    /// Names the figure for assistive technology; printed only with a `source_line`.
    pub title: String,
    /// Says in a sentence or two what the figure shows.
    pub description: String,
    /// The scale.
    pub axis: Axis,
    /// From top to bottom.
    pub bands: Vec<Band>,
    /// Set for a figure that leaves the page (download, embed): it then carries its title, this line
    /// and its own ground.
    pub source_line: Option<String>,
}

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
    /// As [`Mark::href`].
    pub href: Option<String>,
    /// As [`Mark::bound`].
    pub bound: Option<Bound>,
}

impl TimeSpec {
    /// The width it is laid out for, where one is asked for.
    pub(super) fn width(&self, asked: Width) -> Width {
        if self.compact { Width::Narrow } else { asked }
    }
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

/// Figures over time.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeSpec {
    /// As [`CompareSpec::id`].
    pub id: String,
    /// Language tag of all texts.
    pub lang: &'static str,
    /// As [`CompareSpec::title`].
    pub title: String,
    /// As [`CompareSpec::description`].
    pub description: String,
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
    /// As [`CompareSpec::source_line`].
    pub source_line: Option<String>,
}

/// One promise at its deadline.
#[derive(Clone, Debug, PartialEq)]
pub struct DeadlineMark {
    /// Days since 1970-01-01, not outside the time axis; `None` when the promise names no deadline.
    pub day: Option<i32>,
    /// What became of it.
    pub form: MarkForm,
    /// As [`Mark::href`].
    pub href: Option<String>,
    /// The promise, its deadline and its state in a sentence: nothing else says it in words.
    pub title: String,
}

/// The promises of one province.
#[derive(Clone, Debug, PartialEq)]
pub struct DeadlineRow {
    /// Whose row it is.
    pub label: String,
    /// Gives color and shape.
    pub series: Series,
    /// Marks at one deadline are stacked in this order, from the lower left on.
    pub marks: Vec<DeadlineMark>,
    /// The day the province ended by a merger, and its label; the row's line is dotted from there on.
    pub end: Option<DayTick>,
}

/// Every promise as a mark on one time axis, a row per province.
#[derive(Clone, Debug, PartialEq)]
pub struct DeadlinesSpec {
    /// As [`CompareSpec::id`].
    pub id: String,
    /// Language tag of all texts.
    pub lang: &'static str,
    /// As [`CompareSpec::title`].
    pub title: String,
    /// As [`CompareSpec::description`].
    pub description: String,
    /// The first day shown.
    pub x_min_day: i32,
    /// The last day shown, after the first.
    pub x_max_day: i32,
    /// Labels under the figure.
    pub x_ticks: Vec<DayTick>,
    /// From top to bottom. A row without marks keeps its line.
    pub rows: Vec<DeadlineRow>,
    /// Lines across all rows. Marks stand on their deadline's side of today, where there is room.
    pub verticals: Vec<Vertical>,
    /// Printed under the marks without a deadline, right of the axis.
    pub undated_label: String,
    /// As [`CompareSpec::source_line`].
    pub source_line: Option<String>,
}
