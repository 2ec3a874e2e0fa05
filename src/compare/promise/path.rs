//! The straight path of a promise that is not due yet. Source: `docs/method.md#path`.

use crate::compare::difference;
use crate::data::{Day, Observation};

/// A straight line from a result to the target at its deadline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Path<'a> {
    /// Where it begins.
    pub from: &'a Observation,
    /// The day it begins: the end of that result's period.
    pub from_day: Day,
    /// Its value there.
    pub from_value: f64,
    /// The day it ends: the deadline.
    pub to_day: Day,
    /// Its value there: the target.
    pub to_value: f64,
}

impl Path<'_> {
    /// Its value on a day.
    pub fn at(&self, day: Day) -> f64 {
        let share = f64::from(day.0 - self.from_day.0) / f64::from(self.to_day.0 - self.from_day.0);
        self.from_value + difference(self.to_value, self.from_value) * share
    }

    /// Whether a value on a day is at the line or beyond it in the direction of `sign`; without one, in
    /// that of the path itself, and on a level one only where it is at the line.
    ///
    /// Compared as products, so that a result exactly on the line is on it whatever its decimals.
    pub(super) fn is_reached(&self, value: f64, day: Day, sign: Option<f64>) -> bool {
        let rise = difference(self.to_value, self.from_value);
        let Some(sign) = sign.or((rise != 0.0).then(|| rise.signum())) else {
            return difference(value, self.from_value) == 0.0;
        };
        let gone = sign * difference(value, self.from_value);
        let asked = sign * rise;
        let left = gone * f64::from(self.to_day.0 - self.from_day.0);
        let right = asked * f64::from(day.0 - self.from_day.0);
        left >= right - 1e-9 * left.abs().max(right.abs())
    }
}
