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

/// What a result says about a target, or `None` when either has no value, or nothing says which
/// direction is better.
///
/// `=` and `~` are met by values at least as good by the indicator's `better`, `>=` and `<=` by the
/// value or beyond, `>` and `<` only beyond. A result that is about a value counts as that value.
pub fn outcome(
    target: &Observation,
    result: &Observation,
    indicator: Option<&Indicator>,
) -> Option<Outcome> {
    let sign = direction(target, indicator)?;
    // From here on more is better.
    // Adding 0 turns −0 into 0, which `total_cmp` would set apart.
    let (aim, value) = (sign * target.value()? + 0.0, sign * result.value()? + 0.0);
    let is_strict = matches!(target.comparator, Comparator::MoreThan | Comparator::LessThan);
    let is_open = matches!(result.comparator, Comparator::MoreThan | Comparator::LessThan);
    let place = value.total_cmp(&aim);
    let meets = place == Ordering::Greater || place == Ordering::Equal && !is_strict;
    let is_floor = match result.comparator {
        Comparator::Equal | Comparator::About => {
            return Some(if meets { Outcome::Meets } else { Outcome::Fails });
        }
        Comparator::AtLeast | Comparator::MoreThan => sign > 0.0,
        Comparator::AtMost | Comparator::LessThan => sign < 0.0,
    };
    // Exactly at the aim it matters whether the bound and the aim include their own value.
    let decided = match (is_floor, place) {
        (true, Ordering::Greater) => Some(Outcome::Meets),
        (true, Ordering::Equal) => (!is_strict || is_open).then_some(Outcome::Meets),
        (false, Ordering::Less) => Some(Outcome::Fails),
        (false, Ordering::Equal) => (is_strict || is_open).then_some(Outcome::Fails),
        _ => None,
    };
    Some(decided.unwrap_or(Outcome::Inconclusive))
}

/// 1 where a target asks for more, −1 where it asks for less: by its comparator, else by the
/// indicator.
pub(in crate::compare) fn direction(
    target: &Observation,
    indicator: Option<&Indicator>,
) -> Option<f64> {
    match target.comparator {
        Comparator::AtLeast | Comparator::MoreThan => Some(1.0),
        Comparator::AtMost | Comparator::LessThan => Some(-1.0),
        Comparator::Equal | Comparator::About => match indicator?.better {
            Better::Higher => Some(1.0),
            Better::Lower => Some(-1.0),
        },
    }
}
