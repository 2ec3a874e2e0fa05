//! May one figure stand beside another? Source: `docs/method.md#comparability`.

use super::lineage::first_merger_between;
use crate::data::{Comparator, Dataset, Date, Indicator, Observation};
use crate::digits;

/// Something that sets two figures apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The same idea, measured by another definition.
    DifferentDefinition,
    /// One is a target, the other a result.
    DifferentKind,
    /// Ranks among another number of units, or only one of the two says among how many.
    DifferentBase,
    /// The indicator's method changed between the two.
    MethodBreak,
    /// Their periods (or deadlines) end in different years.
    DifferentYear,
    /// One was reported, the other measured, surveyed or derived.
    DifferentBasis,
    /// One of them is "about" a value, or only a bound.
    Approximate,
    /// One of the provinces merged with another between the two.
    MergedUnit,
}

impl Reason {
    /// All reasons, the gravest first: the order in which they are listed.
    pub const ALL: [Self; 8] = [
        Self::DifferentDefinition,
        Self::DifferentKind,
        Self::DifferentBase,
        Self::MethodBreak,
        Self::MergedUnit,
        Self::DifferentYear,
        Self::DifferentBasis,
        Self::Approximate,
    ];

    /// The reason's name in the command's output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::DifferentDefinition => "different-definition",
            Self::DifferentKind => "different-kind",
            Self::DifferentBase => "different-base",
            Self::MethodBreak => "method-break",
            Self::DifferentYear => "different-year",
            Self::DifferentBasis => "different-basis",
            Self::Approximate => "approximate",
            Self::MergedUnit => "merged-unit",
        }
    }

    /// Whether it only asks for care; the other reasons forbid a comparison.
    pub const fn allows_care(self) -> bool {
        matches!(self, Self::DifferentYear | Self::DifferentBasis | Self::Approximate)
    }
}

/// What two figures allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Nothing sets them apart.
    Comparable,
    /// They may be subtracted and ordered, with the reasons said beside.
    WithCare,
    /// They may only stand side by side.
    NotComparable,
}

impl Verdict {
    /// The verdict's name in the command's output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Comparable => "comparable",
            Self::WithCare => "with-care",
            Self::NotComparable => "not-comparable",
        }
    }

    fn of(reasons: &[Reason]) -> Self {
        if reasons.is_empty() {
            Self::Comparable
        } else if reasons.iter().all(|reason| reason.allows_care()) {
            Self::WithCare
        } else {
            Self::NotComparable
        }
    }
}

/// How two figures stand to each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What they allow.
    pub verdict: Verdict,
    /// Why, in the order of [`Reason::ALL`].
    pub reasons: Vec<Reason>,
    /// The first minus the second, in the unit (percentage points for a percentage). `None` when
    /// they are not comparable, when either is a bound, or when either has no value.
    pub difference: Option<f64>,
}

/// Compares two figures of one concept. Swapping them only turns the sign of the difference.
pub fn compare(dataset: &Dataset, a: &Observation, b: &Observation) -> Comparison {
    let reasons: Vec<Reason> =
        Reason::ALL.into_iter().filter(|reason| applies(*reason, dataset, a, b)).collect();
    let verdict = Verdict::of(&reasons);
    let may_be_subtracted =
        verdict != Verdict::NotComparable && !a.comparator.is_bound() && !b.comparator.is_bound();
    let difference = match (a.value(), b.value()) {
        // Beyond what a number can hold there is no difference to print.
        (Some(a), Some(b)) if may_be_subtracted => Some(difference(a, b)).filter(|d| d.is_finite()),
        _ => None,
    };
    Comparison { verdict, reasons, difference }
}

fn applies(reason: Reason, dataset: &Dataset, a: &Observation, b: &Observation) -> bool {
    let year = |observation: &Observation| observation.when().map(Date::year);
    match reason {
        Reason::DifferentDefinition => a.indicator != b.indicator,
        Reason::DifferentKind => a.kind != b.kind,
        Reason::DifferentBase => a.base != b.base,
        Reason::MethodBreak => {
            a.indicator == b.indicator
                && year(a)
                    .zip(year(b))
                    .is_some_and(|(first, second)| has_break(dataset, &a.indicator, first, second))
        }
        Reason::DifferentYear => year(a) != year(b),
        Reason::DifferentBasis => a.basis != b.basis,
        Reason::Approximate => is_approximate(a.comparator) || is_approximate(b.comparator),
        Reason::MergedUnit => first_merger_between(dataset, a, b).is_some(),
    }
}

fn is_approximate(comparator: Comparator) -> bool {
    comparator == Comparator::About || comparator.is_bound()
}

/// What lies between two figures of one series, so that no line may join them and nothing be computed
/// from one to the other: a change of the method or of the unit. Unlike [`compare`] it may be asked of a
/// result and a target.
pub fn change_between(dataset: &Dataset, a: &Observation, b: &Observation) -> Option<Reason> {
    let changes = [Reason::MethodBreak, Reason::MergedUnit];
    changes.into_iter().find(|change| applies(*change, dataset, a, b))
}

/// Whether an indicator's method changed between two years: one of its `breaks` lies after the earlier
/// and not after the later.
pub(super) fn has_break(dataset: &Dataset, indicator: &str, a: i32, b: i32) -> bool {
    let (earlier, later) = (a.min(b), a.max(b));
    // Within one year there is none, and most pairs of a set need no look-up.
    earlier < later
        && dataset.indicator(indicator).is_some_and(|indicator| has_break_within(indicator, a, b))
}

/// The same of an indicator that has been looked up.
pub(super) fn has_break_within(indicator: &Indicator, a: i32, b: i32) -> bool {
    let (earlier, later) = (a.min(b), a.max(b));
    indicator.breaks.iter().any(|year| earlier < *year && *year <= later)
}

/// `a − b`, to as many decimals as the longer of the two has: 86.06 − 85 is 1.06, not
/// 1.0600000000000023.
pub fn difference(a: f64, b: f64) -> f64 {
    /// Above this every number is whole already (2^53), and scaling it could only add an error.
    const WHOLE: f64 = 9_007_199_254_740_992.0;
    let scale = 10f64.powi(i32::try_from(decimals(a).max(decimals(b))).unwrap_or(0));
    let scaled = (a - b) * scale;
    let rounded = if scaled.abs() < WHOLE { scaled.round() / scale } else { a - b };
    // No "-0": it would be written as a negative number.
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// The number of decimals of a value as its source wrote it (its shortest decimal form).
pub fn decimals(value: f64) -> usize {
    /// Below this a whole number divided by a power of ten is the double nearest to that decimal, and
    /// the product of a double and the power is within a half of the whole number (2^51).
    const EXACT: f64 = 2_251_799_813_685_248.0;
    let mut power = 1.0;
    for n in 0..=12 {
        let scaled = (value * power).round();
        if scaled.abs() >= EXACT {
            break;
        }
        if (scaled / power).total_cmp(&value).is_eq() {
            return n;
        }
        power *= 10.0;
    }
    digits::decimals(value).min(12)
}
