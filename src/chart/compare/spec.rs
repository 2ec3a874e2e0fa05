//! The specification of the comparison figure.

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
    /// Where the mark links to: a fragment, a path or an http(s) address. Any other scheme is dropped.
    pub href: Option<String>,
    /// What the label does not say, for tooltips and assistive technology: they give it after the label.
    pub title: String,
    /// Set if the source gives a bound and not a value.
    pub bound: Option<Bound>,
    /// Only neighbors of the same group are joined by a dotted line. Give marks different groups if a
    /// change of method or of the unit lies between them.
    pub group: u32,
}

/// One row of a comparison: the figures of one province.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The name of the province.
    pub label: String,
    /// Gives the color of the label.
    pub series: Series,
    /// In any order. Marks at equal values stay distinguishable.
    pub marks: Vec<Mark>,
    /// Why there is no figure; printed on the row if it has no marks.
    pub note: String,
}

/// The rows of one definition.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// The name of the definition, printed above the rows.
    pub label: String,
    /// From top to bottom.
    pub rows: Vec<Row>,
    /// The figures of the country, if there are any.
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
    /// The texts about the figure as a whole.
    pub caption: Caption,
    /// The scale of all values.
    pub axis: Axis,
    /// From top to bottom.
    pub bands: Vec<Band>,
}
