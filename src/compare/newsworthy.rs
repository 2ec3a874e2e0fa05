//! Which promises the home page tells of. Source: `docs/method.md#newsworthy`.

use std::borrow::Borrow;
use std::cmp::{Ordering, Reverse};

use super::highlights::scale;
use super::promise::{Assessment, State};
use crate::data::Observation;

/// The kinds of promises that are told, in their order, and how one of each kind is chosen. A kept
/// one stands second and an unreported one third, so that a short list is no list of failures only.
const KINDS: [(&[State], Chosen); 5] = [
    (&[State::Missed, State::UnmetShownLate], Chosen::FurthestShort),
    (&[State::Met, State::MetShownLate], Chosen::DueLast),
    (&[State::OverdueUnreported], Chosen::FurthestShort),
    (&[State::Disputed], Chosen::DueLast),
    (&[State::Behind], Chosen::FurthestShort),
];

#[derive(Clone, Copy, PartialEq)]
enum Chosen {
    FurthestShort,
    DueLast,
}

/// At most `limit` promises, one of each kind that there is: not met, met, overdue and unreported,
/// disputed, behind. Of the met and of the disputed ones the one due last is told, of the others the
/// one whose latest result is furthest short of its target, as a share of the scale (the range of a
/// percentage or a score, the base of a rank); those without a result or a scale come last. Of equals
/// the one due last, then the smallest id. None whose target or evidence has a caveat, and none of which
/// nothing can have been published yet ([`Assessment::is_awaited`]).
pub fn newsworthy<'l, 'a: 'l>(
    all: &'l [impl Borrow<Assessment<'a>>],
    limit: usize,
) -> Vec<&'l Assessment<'a>> {
    KINDS
        .into_iter()
        .filter_map(|(states, chosen)| {
            all.iter()
                .map(Borrow::borrow)
                .filter(|assessment| states.contains(&assessment.state))
                .filter(|assessment| !has_caveat(assessment) && !assessment.is_awaited())
                .min_by(|a, b| order(a, b, chosen))
        })
        .take(limit)
        .collect()
}

/// Whether the promise, or a figure its state rests on, must not carry a headline.
fn has_caveat(assessment: &Assessment<'_>) -> bool {
    let figures = std::iter::once(assessment.target).chain(assessment.evidence.iter().copied());
    figures.into_iter().any(Observation::has_caveat)
}

fn order(a: &Assessment<'_>, b: &Assessment<'_>, chosen: Chosen) -> Ordering {
    let short = |assessment| match chosen {
        Chosen::FurthestShort => short(assessment),
        Chosen::DueLast => None,
    };
    let by_shortfall = match (short(a), short(b)) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    };
    by_shortfall
        .then_with(|| Reverse(a.due).cmp(&Reverse(b.due)))
        .then_with(|| a.target.id.cmp(&b.target.id))
}

impl Assessment<'_> {
    /// How wide the gap is as a share of its scale; `None` without a gap or a scale.
    pub fn gap_share(&self) -> Option<f64> {
        let scale = scale(self.indicator?, self.target).filter(|scale| *scale > 0.0)?;
        Some(self.gap?.abs() / scale)
    }
}

/// How far the latest result is short of the target, as a share of the scale.
fn short(assessment: &Assessment<'_>) -> Option<f64> {
    let scale = scale(assessment.indicator?, assessment.target).filter(|scale| *scale > 0.0)?;
    Some(assessment.shortfall()? / scale)
}
