//! Whether a result meets a target.

use std::cmp::Ordering;

use crate::data::{Better, Comparator, Indicator, Observation};

/// Whether a result meets a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It does: every value that the result allows meets the target.
    Meets,
    /// It does not: no value that the result allows meets the target.
    Fails,
    /// Nobody can tell: the result is a bound (or near a target that is "about" a value), and some of
    /// the values it allows meet the target while others do not. Such a result is shown but never
    /// counted.
    Inconclusive,
}

/// Whether a result meets a target. `None` when either has no value, or when only the indicator could
/// tell which direction is better and the data do not have it.
///
/// A target with `=` or `~` is met by any value that is at least as good by the indicator's `better`;
/// one with `>=` or `<=` by its value or a better one, and one with `>` or `<` only by a better one. A
/// result that is "about" a value counts as that value. A target that is a range asks for its less
/// demanding end ([`demanded_value`]); a result that is one meets or fails where both its ends do, and
/// else nobody can tell. Where neither direction is better, `=` and `~`
/// are met only by the value itself (of a range, by any value in it); other values fail `=`, and are
/// inconclusive for `~`.
pub fn outcome(
    target: &Observation,
    result: &Observation,
    indicator: Option<&Indicator>,
) -> Option<Outcome> {
    Some(Requirement::from_target(target, indicator)?.judge(result.value()?, result))
}

/// The number that a target is judged by: its value, or of a range the end that asks for less, which is
/// the upper one where lower is better. `None` for a target without a value.
pub fn demanded_value(target: &Observation, indicator: Option<&Indicator>) -> Option<f64> {
    let is_lower_better = direction(target, indicator).is_some_and(|sign| sign < 0.0);
    target.value_to.filter(|_| is_lower_better).or(target.value())
}

/// What a target asks for, in a form in which more is always better.
#[derive(Clone, Copy)]
pub(super) struct Requirement {
    /// 1 where the target asks for more, −1 where it asks for less, `None` where it asks for exactly
    /// its value.
    pub(super) sign: Option<f64>,
    /// The target's value multiplied by the sign; of a range the end that asks for less.
    value: f64,
    /// The upper end of a range, which matters where neither direction is better.
    value_to: Option<f64>,
    /// Whether a result must go beyond the value ("more than").
    is_strict: bool,
    /// Whether the target is only "about" its value.
    is_about: bool,
}

impl Requirement {
    /// `None` when the target has no value, or when only the indicator could tell which direction is
    /// better and it is missing.
    pub(super) fn from_target(target: &Observation, indicator: Option<&Indicator>) -> Option<Self> {
        let sign = direction(target, indicator);
        if sign.is_none() && indicator.is_none() {
            return None;
        }
        Some(Self {
            sign,
            // Adding 0 turns −0 into 0, which `total_cmp` would treat as different.
            value: sign.unwrap_or(1.0) * demanded_value(target, indicator)? + 0.0,
            value_to: target.value_to,
            is_strict: matches!(target.comparator, Comparator::MoreThan | Comparator::LessThan),
            is_about: target.comparator == Comparator::About,
        })
    }

    /// Whether a result meets it; `value` is the result's.
    pub(super) fn judge(self, value: f64, result: &Observation) -> Outcome {
        let outcome = self.judge_number(value, result.comparator);
        match result.value_to {
            Some(end) if self.judge_number(end, result.comparator) != outcome => {
                Outcome::Inconclusive
            }
            _ => outcome,
        }
    }

    /// Whether a result with this value and comparator meets it.
    fn judge_number(self, value: f64, comparator: Comparator) -> Outcome {
        let Some(sign) = self.sign else {
            return self.judge_without_direction(value, comparator);
        };
        // `Greater` where the result's own number is better than the target's.
        let order = (sign * value + 0.0).total_cmp(&self.value);
        let is_open = matches!(comparator, Comparator::MoreThan | Comparator::LessThan);
        let is_floor = match comparator {
            Comparator::Equal | Comparator::About => {
                let meets =
                    order == Ordering::Greater || order == Ordering::Equal && !self.is_strict;
                return if meets { Outcome::Meets } else { Outcome::Fails };
            }
            Comparator::AtLeast | Comparator::MoreThan => sign > 0.0,
            Comparator::AtMost | Comparator::LessThan => sign < 0.0,
        };
        // At the same number it matters whether the bound and the target include their own value.
        match (is_floor, order) {
            (true, Ordering::Greater) => Outcome::Meets,
            (true, Ordering::Equal) if !self.is_strict || is_open => Outcome::Meets,
            (false, Ordering::Less) => Outcome::Fails,
            (false, Ordering::Equal) if self.is_strict || is_open => Outcome::Fails,
            _ => Outcome::Inconclusive,
        }
    }

    /// As [`Requirement::judge_number`], where neither direction is better.
    fn judge_without_direction(self, value: f64, comparator: Comparator) -> Outcome {
        let mut order = (value + 0.0).total_cmp(&self.value);
        if self.value_to.is_some_and(|end| order == Ordering::Greater && value <= end) {
            // Any number in the range is the one asked for.
            order = Ordering::Equal;
        }
        // Whether the value asked for is among those that a bound allows.
        let allows_value = match comparator {
            Comparator::Equal | Comparator::About if order == Ordering::Equal => {
                return Outcome::Meets;
            }
            Comparator::Equal | Comparator::About => false,
            Comparator::AtLeast => order != Ordering::Greater,
            Comparator::MoreThan => order == Ordering::Less,
            Comparator::AtMost => order != Ordering::Less,
            Comparator::LessThan => order == Ordering::Greater,
        };
        if allows_value || self.is_about { Outcome::Inconclusive } else { Outcome::Fails }
    }
}

/// 1 where a target asks for more, −1 where it asks for less: by its comparator, else by what is better
/// for its indicator. `None` where neither tells.
pub(in crate::compare) fn direction(
    target: &Observation,
    indicator: Option<&Indicator>,
) -> Option<f64> {
    match target.comparator {
        Comparator::AtLeast | Comparator::MoreThan => Some(1.0),
        Comparator::AtMost | Comparator::LessThan => Some(-1.0),
        Comparator::Equal | Comparator::About => match indicator?.better? {
            Better::Higher => Some(1.0),
            Better::Lower => Some(-1.0),
        },
    }
}
