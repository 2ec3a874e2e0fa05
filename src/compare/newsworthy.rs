//! Which promises the home page tells about. Source: `docs/method.md#newsworthy`.

use std::borrow::Borrow;
use std::cmp::{Ordering, Reverse};

use super::highlights::scale_width;
use super::promise::{Assessment, State};
use crate::data::{Dataset, Observation};

/// The groups of states that the home page tells about, in this order, and which promise of each group
/// it tells. Met promises are second and unreported ones third, so that a short list does not hold
/// failures alone.
const STATE_GROUPS: [(&[State], Preference); 5] = [
    (&[State::Missed, State::UnmetShownLate], Preference::LargestShortfall),
    (&[State::Met, State::MetShownLate], Preference::LatestDeadline),
    (&[State::OverdueUnreported], Preference::LargestShortfall),
    (&[State::Disputed], Preference::LatestDeadline),
    (&[State::Behind], Preference::LargestShortfall),
];

/// Which promise of a group comes first.
#[derive(Clone, Copy, PartialEq)]
enum Preference {
    LargestShortfall,
    LatestDeadline,
}

/// At most `limit` promises, at most one of each group: not met, met, overdue and unreported, disputed,
/// behind the path.
///
/// Of the met and the disputed promises, this takes the one that is due last. Of the others, it takes
/// the one whose latest result is furthest from its target, relative to the width of the scale;
/// promises without a result or a scale come last. Of equals, the one due last, then the smallest id.
/// It leaves out promises whose target or evidence has a caveat, and those whose result cannot be
/// expected yet ([`Assessment::is_awaited`]), and those about what is only context, such as growth.
pub fn newsworthy<'l, 'a: 'l>(
    dataset: &Dataset,
    all: &'l [impl Borrow<Assessment<'a>>],
    limit: usize,
) -> Vec<&'l Assessment<'a>> {
    STATE_GROUPS
        .into_iter()
        .filter_map(|(states, preference)| {
            all.iter()
                .map(Borrow::borrow)
                .filter(|assessment| states.contains(&assessment.state))
                .filter(|assessment| !has_caveat(assessment) && !assessment.is_awaited())
                .filter(|assessment| !dataset.is_context(&assessment.target.indicator))
                .min_by(|a, b| compare_by(preference, a, b))
        })
        .take(limit)
        .collect()
}

/// Whether the target, or a figure its state rests on, has a caveat and so must not be in a headline.
fn has_caveat(assessment: &Assessment<'_>) -> bool {
    let figures = std::iter::once(assessment.target).chain(assessment.evidence.iter().copied());
    figures.into_iter().any(Observation::has_caveat)
}

/// `Less` where `a` comes before `b`.
fn compare_by(preference: Preference, a: &Assessment<'_>, b: &Assessment<'_>) -> Ordering {
    let shortfall = |assessment| match preference {
        Preference::LargestShortfall => relative_shortfall(assessment),
        Preference::LatestDeadline => None,
    };
    let by_shortfall = match (shortfall(a), shortfall(b)) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    };
    by_shortfall
        .then_with(|| Reverse(a.due).cmp(&Reverse(b.due)))
        .then_with(|| a.target.id.cmp(&b.target.id))
}

impl Assessment<'_> {
    /// The size of the gap divided by the width of its scale, 0 or more; `None` without a gap or a
    /// scale.
    pub fn relative_gap(&self) -> Option<f64> {
        Some(self.gap?.abs() / positive_scale_width(self)?)
    }
}

/// How far the latest result is short of the target, divided by the width of the scale; negative when
/// the result is beyond the target.
fn relative_shortfall(assessment: &Assessment<'_>) -> Option<f64> {
    Some(assessment.shortfall()? / positive_scale_width(assessment)?)
}

fn positive_scale_width(assessment: &Assessment<'_>) -> Option<f64> {
    scale_width(assessment.indicator?, assessment.target).filter(|width| *width > 0.0)
}
