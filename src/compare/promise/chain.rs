//! Promises that replaced one another, and how their demands differ.

use std::cmp::Ordering;

use super::Ledger;
use super::outcome::{demanded_value, direction};
use crate::data::{Comparator, Date, Day, Indicator, Kind, Observation};

impl<'a> Ledger<'a> {
    /// The chain of promises that replaced one another, to which a target belongs, as known on a day;
    /// the oldest first. A promise that neither replaced another nor was replaced is a chain of one.
    /// Where several replace the same promise, the chain follows the one with the smallest id. Where
    /// the chain returns to itself, it ends.
    pub fn chain(&self, target: &'a Observation, day: Day) -> Vec<&'a Observation> {
        let mut chain = vec![target];
        let mut first = target;
        while let Some(older) = first.supersedes.as_deref().and_then(|id| self.promise(id, day)) {
            if chain.iter().any(|link| link.id == older.id) {
                break;
            }
            chain.insert(0, older);
            first = older;
        }
        let mut last = target;
        while let Some(newer) = self
            .targets(day)
            .filter(|newer| newer.supersedes.as_deref() == Some(&last.id))
            .min_by(|a, b| a.id.cmp(&b.id))
        {
            if chain.iter().any(|link| link.id == newer.id) {
                break;
            }
            chain.push(newer);
            last = newer;
        }
        chain
    }

    fn promise(&self, id: &str, day: Day) -> Option<&'a Observation> {
        self.targets(day).find(|target| target.kind == Kind::Target && target.id == id)
    }
}

/// Whether target `a` demands more (`Greater`), the same or less than target `b` of the same
/// definition. At the same value, "more than" demands more than "at least". `None` when either has no
/// value, when neither direction is better, or when the two point in opposite directions.
pub fn compare_demands(
    a: &Observation,
    b: &Observation,
    indicator: Option<&Indicator>,
) -> Option<Ordering> {
    let sign = direction(a, indicator).filter(|sign| direction(b, indicator) == Some(*sign))?;
    let is_strict =
        |o: &Observation| matches!(o.comparator, Comparator::MoreThan | Comparator::LessThan);
    let demanded = |o| Some(sign * demanded_value(o, indicator)? + 0.0);
    let values = demanded(a)?.total_cmp(&demanded(b)?);
    Some(values.then(is_strict(a).cmp(&is_strict(b))))
}

/// Whether target `a` is due earlier (`Greater`, it is more urgent), on the same day or later than
/// target `b`. `None` when either has no deadline.
pub fn compare_urgency(a: &Observation, b: &Observation) -> Option<Ordering> {
    let end = |o: &Observation| o.deadline.map(Date::end);
    Some(end(b)?.cmp(&end(a)?))
}
