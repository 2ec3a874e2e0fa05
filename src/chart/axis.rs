//! Axes with round numbers, and the scale that turns a value into a position on the sheet.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;

use super::backend::PIXELS;
use super::error::ChartError;
use super::spec::{Axis, Tick};

/// What an axis measures, which decides its range and its round numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Percentages: 0 to 100 in quarters; a smaller range if no value is above 10.
    Percent,
    /// Ranks: 1 to `base`, with the best (1) at the better side.
    Rank {
        /// How many units are ranked. Ranks with several bases can share the axis of the largest.
        base: u32,
    },
    /// Counts and scores: 0 to a round number above all values.
    Count,
}

/// An axis without labels, because only the caller knows how to write numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct NiceAxis {
    /// The smallest value.
    pub min: f64,
    /// The largest value.
    pub max: f64,
    /// As [`Axis::reversed`].
    pub reversed: bool,
    /// The values of the grid lines, ascending, including `min` and `max`.
    pub ticks: Vec<f64>,
}

impl NiceAxis {
    /// The axis with a label for each tick, which `label` writes.
    pub fn labelled(&self, label: impl Fn(f64) -> String) -> Axis {
        let ticks = self.ticks.iter().map(|value| Tick { value: *value, label: label(*value) });
        Axis { min: self.min, max: self.max, reversed: self.reversed, ticks: ticks.collect() }
    }
}

/// A scale with round ends that holds all `values`.
///
/// It always contains zero (1 for ranks), so that lengths can be compared. There are about five ticks,
/// whose distance is 1, 2 or 5 times a power of ten. Without values, the range is that of the measure;
/// 0 to 1 for counts.
///
/// A rank above `base` extends the axis. Errors: [`ChartError::BadAxis`] if a value is not finite, or
/// if the values span more than the range of `f64`.
///
/// ```
/// use tinhso::chart::{Measure, nice_axis};
/// assert_eq!(nice_axis(Measure::Percent, &[4.0, 60.0])?.ticks, [0.0, 25.0, 50.0, 75.0, 100.0]);
/// assert_eq!(nice_axis(Measure::Count, &[54_537.0])?.max, 60_000.0);
/// # Ok::<(), tinhso::chart::ChartError>(())
/// ```
pub fn nice_axis(measure: Measure, values: &[f64]) -> Result<NiceAxis, ChartError> {
    let (mut min, mut max) = (0.0_f64, 0.0_f64);
    for value in values {
        if !value.is_finite() {
            return Err(ChartError::BadAxis { min: *value, max: *value });
        }
        (min, max) = (min.min(*value), max.max(*value));
    }
    match measure {
        Measure::Rank { base } => Ok(rank_axis(f64::from(base).max(max.ceil()).max(2.0))),
        Measure::Percent if values.is_empty() || min >= 0.0 && max > 10.0 && max <= 100.0 => {
            Ok(quarter_axis())
        }
        Measure::Percent | Measure::Count => round_axis(min, max),
    }
}

fn quarter_axis() -> NiceAxis {
    NiceAxis { min: 0.0, max: 100.0, reversed: false, ticks: vec![0.0, 25.0, 50.0, 75.0, 100.0] }
}

fn rank_axis(base: f64) -> NiceAxis {
    let step = round_step(base).max(1.0);
    let mut ticks = vec![1.0];
    let mut tick = step;
    // Leave out round ranks that are too near to either end.
    while tick < base - step / 2.0 {
        if tick > 1.0 + step / 2.0 || step <= 1.0 && tick > 1.0 {
            ticks.push(tick);
        }
        tick += step;
    }
    ticks.push(base);
    NiceAxis { min: 1.0, max: base, reversed: true, ticks }
}

fn round_axis(min: f64, max: f64) -> Result<NiceAxis, ChartError> {
    // If all values are zero, use 1 as the other end.
    let max = if max <= min { 1.0 } else { max };
    let span = max - min;
    if !(span * 2.0).is_finite() {
        return Err(ChartError::BadAxis { min, max });
    }
    let step = round_step(span);
    let (first, last) = ((min / step).floor(), (max / step).ceil());
    let n_steps = (last - first) as u32;
    // For steps below one, divide by the inverse: 3 / 10 is exactly 0.3, but 3 × 0.1 is not.
    let inverse = (1.0 / step).round();
    let multiple = |count: f64| {
        if step < 1.0 { count / inverse } else { count * step }
    };
    let ticks: Vec<f64> = (0..=n_steps).map(|n| multiple(first + f64::from(n))).collect();
    Ok(NiceAxis { min: multiple(first), max: multiple(last), reversed: false, ticks })
}

/// The smallest number of the form 1, 2 or 5 times a power of ten that divides `span` into at most six
/// parts.
///
/// It multiplies powers out, because `powi` and `log10` may differ in the last bit between platforms.
fn round_step(span: f64) -> f64 {
    let least = span / 6.0;
    let mut power = 1.0_f64;
    while power * 10.0 <= least {
        power *= 10.0;
    }
    let mut divisor = 1.0_f64;
    // For subnormal spans, stop before the divisor overflows.
    while power / divisor > least && divisor < 1e300 {
        divisor *= 10.0;
    }
    let power = power / divisor;
    [1.0, 2.0, 5.0]
        .map(|factor| factor * power)
        .into_iter()
        .find(|step| *step >= least)
        .unwrap_or(10.0 * power)
}

/// Maps the values of an axis to positions on the sheet, in units, by a coordinate of plotters.
pub(super) struct Scale {
    coord: RangedCoordf64,
    axis: (f64, f64),
    pixels: (i32, i32),
}

impl Scale {
    /// `from` is the position of the worse end of the axis, `to` that of the better end.
    pub(super) fn new(axis: &Axis, from: f64, to: f64) -> Result<Scale, ChartError> {
        let (min, max) = (axis.min, axis.max);
        if !(min < max && (max - min).is_finite()) {
            return Err(ChartError::BadAxis { min, max });
        }
        let coord = if axis.reversed { max..min } else { min..max }.into();
        let pixels = ((from * PIXELS).round() as i32, (to * PIXELS).round() as i32);
        Ok(Scale { coord, axis: (min, max), pixels })
    }

    /// Whether larger values are nearer to the worse end.
    pub(super) fn is_reversed(&self) -> bool {
        self.coord.range().start > self.coord.range().end
    }

    /// The position of `value`, in units. If the value is not on the axis, the error names `what`.
    pub(super) fn position(&self, value: f64, what: &str) -> Result<f64, ChartError> {
        let (min, max) = self.axis;
        if !(min..=max).contains(&value) {
            return Err(ChartError::OffAxis { what: what.to_owned(), value, min, max });
        }
        Ok(f64::from(self.coord.map(&value, self.pixels)) / PIXELS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(measure: Measure, values: &[f64]) -> Vec<f64> {
        nice_axis(measure, values).unwrap().ticks
    }

    #[test]
    fn percents_run_to_a_hundred_unless_all_are_small() {
        assert_eq!(ticks(Measure::Percent, &[4.0, 60.0]), [0.0, 25.0, 50.0, 75.0, 100.0]);
        assert_eq!(ticks(Measure::Percent, &[]), [0.0, 25.0, 50.0, 75.0, 100.0]);
        assert_eq!(ticks(Measure::Percent, &[3.1, 10.0]), [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(ticks(Measure::Percent, &[0.25]), [0.0, 0.05, 0.1, 0.15, 0.2, 0.25]);
        assert_eq!(ticks(Measure::Percent, &[-4.0, 140.0]), [-50.0, 0.0, 50.0, 100.0, 150.0]);
    }

    #[test]
    fn ranks_end_at_their_base_and_keep_their_distance() {
        assert_eq!(ticks(Measure::Rank { base: 63 }, &[28.0]), [1.0, 20.0, 40.0, 63.0]);
        assert_eq!(ticks(Measure::Rank { base: 34 }, &[]), [1.0, 10.0, 20.0, 34.0]);
        assert_eq!(ticks(Measure::Rank { base: 4 }, &[]), [1.0, 2.0, 3.0, 4.0]);
        assert_eq!(ticks(Measure::Rank { base: 1 }, &[1.0]), [1.0, 2.0]);
        assert_eq!(ticks(Measure::Rank { base: 34 }, &[63.0]).last(), Some(&63.0));
    }

    #[test]
    fn counts_start_at_zero_and_end_on_a_round_number() {
        assert_eq!(ticks(Measure::Count, &[54_537.0]).last(), Some(&60_000.0));
        assert_eq!(ticks(Measure::Count, &[0.0]), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(ticks(Measure::Count, &[]), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert!(matches!(nice_axis(Measure::Count, &[f64::MAX]), Err(ChartError::BadAxis { .. })));
        assert!(matches!(nice_axis(Measure::Count, &[f64::NAN]), Err(ChartError::BadAxis { .. })));
    }

    #[test]
    fn better_is_further_along() {
        let axis = |reversed| Axis { min: 1.0, max: 63.0, reversed, ticks: Vec::new() };
        let place = |reversed, value| {
            Scale::new(&axis(reversed), 100.0, 720.0).unwrap().position(value, "").unwrap()
        };
        assert!(place(false, 63.0) > place(false, 1.0));
        assert!(place(true, 1.0) > place(true, 63.0));
        assert!((place(false, 32.0) - 410.0).abs() < 0.11);
    }

    #[test]
    fn what_is_off_the_axis_is_named() {
        let axis = Axis { min: 0.0, max: 100.0, reversed: false, ticks: Vec::new() };
        let scale = Scale::new(&axis, 0.0, 10.0).unwrap();
        for value in [100.1, -0.1, f64::NAN, f64::INFINITY] {
            assert!(
                matches!(scale.position(value, "x"), Err(ChartError::OffAxis { what, .. }) if what == "x")
            );
        }
    }
}
