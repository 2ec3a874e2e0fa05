//! Promises that replaced one another.

use std::cmp::Ordering;

use super::Ledger;
use super::outcome::direction;
use crate::data::{Comparator, Date, Day, Indicator, Kind, Observation};

impl<'a> Ledger<'a> {
    /// The promises that replaced one another and were known on a day, the oldest first; a promise
    /// that neither replaced one nor was replaced is a chain of its own. Of several that replace the
    /// same one the smallest id goes on. A circle ends where it began.
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

/// Whether a target asks for more (`Greater`), the same or less than another of the same definition;
/// `None` when either has no value, nothing says what is better, or one asks for more and the other
/// for less of the same. At the same value "more than" asks for more than "at least".
pub fn asks(a: &Observation, b: &Observation, indicator: Option<&Indicator>) -> Option<Ordering> {
    let sign = direction(a, indicator).filter(|sign| direction(b, indicator) == Some(*sign))?;
    let is_strict =
        |o: &Observation| matches!(o.comparator, Comparator::MoreThan | Comparator::LessThan);
    let values = (sign * a.value()? + 0.0).total_cmp(&(sign * b.value()? + 0.0));
    Some(values.then(is_strict(a).cmp(&is_strict(b))))
}

/// Whether a target asks for it earlier (`Greater`), for the same day or later than another; `None`
/// when either has no deadline.
pub fn asks_by(a: &Observation, b: &Observation) -> Option<Ordering> {
    let end = |o: &Observation| o.deadline.map(Date::end);
    Some(end(b)?.cmp(&end(a)?))
}
