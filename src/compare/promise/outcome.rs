//! Does a result meet a target?

use std::cmp::Ordering;

use crate::data::{Better, Comparator, Indicator, Observation};

/// What a result says about a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Every value it allows meets the target.
    Meets,
    /// No value it allows does.
    Fails,
    /// It is a bound, and some of the values it allows meet the target and some do not. It is shown
    /// and never counted.
    Inconclusive,
}

/// What a result says about a target, or `None` when either has no value, or the target needs a
/// direction and its indicator is not in the data.
///
/// `=` and `~` are met by values at least as good by the indicator's `better`, `>=` and `<=` by the
/// value or beyond, `>` and `<` only beyond. A result that is about a value counts as that value. Where
/// neither direction is better, `=` is met by its own value alone; so is `~`, and what is near it neither
/// meets nor fails it.
pub fn outcome(
    target: &Observation,
    result: &Observation,
    indicator: Option<&Indicator>,
) -> Option<Outcome> {
    Some(Aim::of(target, indicator)?.asks(result.value()?, result.comparator))
}

/// What a target asks for, turned so that more is better.
#[derive(Clone, Copy)]
pub(super) struct Aim {
    /// 1, or −1 where less is asked for; `None` where the value itself is.
    pub(super) sign: Option<f64>,
    /// Turned by the sign.
    value: f64,
    /// Whether its own value does not meet it.
    is_strict: bool,
    /// Whether it is only about its value.
    is_about: bool,
}

impl Aim {
    /// `None` when the target has no value, or needs a direction and has no indicator to give it.
    pub(super) fn of(target: &Observation, indicator: Option<&Indicator>) -> Option<Self> {
        let sign = direction(target, indicator);
        if sign.is_none() && indicator.is_none() {
            return None;
        }
        Some(Self {
            sign,
            // Adding 0 turns −0 into 0, which `total_cmp` would set apart.
            value: sign.unwrap_or(1.0) * target.value()? + 0.0,
            is_strict: matches!(target.comparator, Comparator::MoreThan | Comparator::LessThan),
            is_about: target.comparator == Comparator::About,
        })
    }

    /// What a result says about it.
    pub(super) fn asks(self, value: f64, comparator: Comparator) -> Outcome {
        let Some(sign) = self.sign else { return self.asks_for_itself(value, comparator) };
        let place = (sign * value + 0.0).total_cmp(&self.value);
        let is_open = matches!(comparator, Comparator::MoreThan | Comparator::LessThan);
        let is_floor = match comparator {
            Comparator::Equal | Comparator::About => {
                let meets =
                    place == Ordering::Greater || place == Ordering::Equal && !self.is_strict;
                return if meets { Outcome::Meets } else { Outcome::Fails };
            }
            Comparator::AtLeast | Comparator::MoreThan => sign > 0.0,
            Comparator::AtMost | Comparator::LessThan => sign < 0.0,
        };
        // Exactly at the aim it matters whether the bound and the aim include their own value.
        match (is_floor, place) {
            (true, Ordering::Greater) => Outcome::Meets,
            (true, Ordering::Equal) if !self.is_strict || is_open => Outcome::Meets,
            (false, Ordering::Less) => Outcome::Fails,
            (false, Ordering::Equal) if self.is_strict || is_open => Outcome::Fails,
            _ => Outcome::Inconclusive,
        }
    }

    /// The same where no direction is better.
    fn asks_for_itself(self, value: f64, comparator: Comparator) -> Outcome {
        let place = (value + 0.0).total_cmp(&self.value);
        let may_be_it = match comparator {
            Comparator::Equal | Comparator::About if place == Ordering::Equal => {
                return Outcome::Meets;
            }
            Comparator::Equal | Comparator::About => false,
            Comparator::AtLeast => place != Ordering::Greater,
            Comparator::MoreThan => place == Ordering::Less,
            Comparator::AtMost => place != Ordering::Less,
            Comparator::LessThan => place == Ordering::Greater,
        };
        if may_be_it || self.is_about { Outcome::Inconclusive } else { Outcome::Fails }
    }
}

/// 1 where a target asks for more, −1 where it asks for less: by its comparator, else by the
/// indicator. `None` where neither says so.
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
