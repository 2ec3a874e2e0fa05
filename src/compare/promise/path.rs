//! The straight path from an early result of a promise to its target. Source: `docs/method.md#path`.

use crate::compare::difference;
use crate::data::{Day, Observation};

/// The straight line from a result to the target at its deadline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Path<'a> {
    /// The result at which it begins.
    pub from: &'a Observation,
    /// The day it begins: the end of that result's period.
    pub from_day: Day,
    /// The value of that result.
    pub from_value: f64,
    /// The day it ends: the deadline.
    pub to_day: Day,
    /// Its value on that day: the target.
    pub to_value: f64,
}

impl Path<'_> {
    /// The value of the line on a day.
    pub fn value_on(&self, day: Day) -> f64 {
        let fraction =
            f64::from(day.0 - self.from_day.0) / f64::from(self.to_day.0 - self.from_day.0);
        self.from_value + difference(self.to_value, self.from_value) * fraction
    }

    /// Whether a value on a day is on the line or better. `sign` is 1 where more is better and −1 where
    /// less is; without it the direction of the path is the better one, and on a level path only a
    /// value on the line reaches it.
    ///
    /// This compares products instead of dividing, so that rounding cannot move a value off the line.
    pub(super) fn is_reached(&self, value: f64, day: Day, sign: Option<f64>) -> bool {
        let rise = difference(self.to_value, self.from_value);
        let Some(sign) = sign.or((rise != 0.0).then(|| rise.signum())) else {
            return difference(value, self.from_value) == 0.0;
        };
        // progress / days passed >= rise / days in all, multiplied out.
        let progress = sign * difference(value, self.from_value);
        let left = progress * f64::from(self.to_day.0 - self.from_day.0);
        let right = sign * rise * f64::from(day.0 - self.from_day.0);
        left >= right - 1e-9 * left.abs().max(right.abs())
    }
}
