//! Why a figure cannot be drawn.

use std::fmt;

/// Why a figure cannot be drawn. The page then shows only its table; the error text is for developers.
#[derive(Clone, Debug, PartialEq)]
pub enum ChartError {
    /// There is no mark, reference or point at all.
    NothingToDraw,
    /// The ends of an axis are not finite, not in order, or too far apart to subtract.
    BadAxis {
        /// The smaller end of the axis, as given.
        min: f64,
        /// The larger end of the axis, as given.
        max: f64,
    },
    /// A value is not a number or lies outside its axis.
    OffAxis {
        /// The label of what has the value.
        what: String,
        /// The value, as given.
        value: f64,
        /// The smaller end of the axis.
        min: f64,
        /// The larger end of the axis.
        max: f64,
    },
    /// A line would join points that are not two results of its series.
    BadJoin {
        /// The label of the series.
        series: String,
        /// The pair of indices, as given.
        join: (usize, usize),
    },
    /// A tile is outside the grid or on top of another one, or a rank is in a panel or edition that
    /// does not exist.
    BadPlace {
        /// The label of the tile or rank.
        what: String,
        /// The column and row, or the panel and edition, as given; both counted from 0.
        place: (usize, usize),
    },
    /// plotters could not draw; its own error text.
    Backend(String),
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ChartError::NothingToDraw => {
                write!(f, "found no figure to draw, expected at least one mark or reference")
            }
            ChartError::BadAxis { min, max } => {
                write!(
                    f,
                    "found an axis from {min:?} to {max:?}, expected two finite ends, the smaller first"
                )
            }
            ChartError::OffAxis { what, value, min, max } => {
                write!(
                    f,
                    "“{what}”: found {value:?}, expected a number on the axis from {min:?} to {max:?}"
                )
            }
            ChartError::BadJoin { series, join: (from, to) } => {
                write!(
                    f,
                    "“{series}”: found a line from point {from} to point {to}, expected two results of the series"
                )
            }
            ChartError::BadPlace { what, place: (first, second) } => {
                write!(
                    f,
                    "“{what}”: found place {first}, {second}, expected one that is there and free"
                )
            }
            ChartError::Backend(reason) => {
                write!(f, "plotters could not draw the figure: {reason}")
            }
        }
    }
}

impl std::error::Error for ChartError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_name_what_was_found_and_expected() {
        let cases = [
            (
                ChartError::NothingToDraw,
                "found no figure to draw, expected at least one mark or reference",
            ),
            (
                ChartError::BadAxis { min: 1.0, max: f64::NAN },
                "found an axis from 1.0 to NaN, expected two finite ends, the smaller first",
            ),
            (
                ChartError::OffAxis { what: "hứa".into(), value: 120.0, min: 0.0, max: 100.0 },
                "“hứa”: found 120.0, expected a number on the axis from 0.0 to 100.0",
            ),
            (
                ChartError::BadJoin { series: "BR-VT".into(), join: (0, 7) },
                "“BR-VT”: found a line from point 0 to point 7, expected two results of the series",
            ),
            (
                ChartError::BadPlace { what: "Huế".into(), place: (9, 2) },
                "“Huế”: found place 9, 2, expected one that is there and free",
            ),
            (ChartError::Backend("x".into()), "plotters could not draw the figure: x"),
        ];
        for (error, sentence) in cases {
            assert_eq!(error.to_string(), sentence);
        }
    }
}
