//! What a comparison shows.

use super::super::figure::Caption;
use super::super::spec::{Axis, Bound, Fill, Reference, Series};

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
///
/// Errors of its drawing: [`ChartError::NothingToDraw`] without any mark or reference;
/// [`ChartError::BadAxis`] for an axis that is no interval; [`ChartError::OffAxis`] for a value or tick
/// outside it.
///
/// [`ChartError::NothingToDraw`]: super::super::ChartError::NothingToDraw
/// [`ChartError::BadAxis`]: super::super::ChartError::BadAxis
/// [`ChartError::OffAxis`]: super::super::ChartError::OffAxis
#[derive(Clone, Debug, PartialEq)]
pub struct CompareSpec {
    /// What it says about itself as a whole.
    pub caption: Caption,
    /// The scale.
    pub axis: Axis,
    /// From top to bottom.
    pub bands: Vec<Band>,
}
