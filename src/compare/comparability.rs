//! Whether two figures may be compared, why not, and their difference. Source:
//! `docs/method.md#comparability`.

use super::lineage::first_merger_between;
use crate::data::{Comparator, Dataset, Date, Indicator, Observation};
use crate::digits;

/// Why two figures cannot be compared, or only with care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The two measure the same idea by different definitions.
    DifferentDefinition,
    /// One is a target, the other a result.
    DifferentKind,
    /// They are ranks among different numbers of units, or only one of them gives that number.
    DifferentBase,
    /// The indicator's method changed between the two.
    MethodBreak,
    /// Their periods (or deadlines) end in different years.
    DifferentYear,
    /// They came to be in different ways: reported, measured, surveyed or derived.
    DifferentBasis,
    /// At least one is only "about" its value, or a bound ("at least", "less than").
    Approximate,
    /// They are of one indicator, whose sources do not tell what exactly is counted.
    MethodUnknown,
    /// One of the provinces merged with another between the two.
    MergedUnit,
}

impl Reason {
    /// All reasons, the most serious first: the order in which pages and the command list them.
    pub const ALL: [Self; 9] = [
        Self::DifferentDefinition,
        Self::DifferentKind,
        Self::DifferentBase,
        Self::MethodBreak,
        Self::MergedUnit,
        Self::DifferentYear,
        Self::DifferentBasis,
        Self::Approximate,
        Self::MethodUnknown,
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
            Self::MethodUnknown => "method-unknown",
            Self::MergedUnit => "merged-unit",
        }
    }

    /// Whether figures with this reason may still be compared, with care. The other reasons forbid it.
    pub const fn permits_comparison(self) -> bool {
        matches!(
            self,
            Self::DifferentYear | Self::DifferentBasis | Self::Approximate | Self::MethodUnknown
        )
    }
}

/// Whether two figures may be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// They may be compared: there is no reason against it.
    Comparable,
    /// They may be subtracted and ordered, if the reasons for care are shown beside them.
    WithCare,
    /// They must be neither subtracted nor ordered, only shown side by side.
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

    fn from_reasons(reasons: &[Reason]) -> Self {
        if reasons.is_empty() {
            Self::Comparable
        } else if reasons.iter().all(|reason| reason.permits_comparison()) {
            Self::WithCare
        } else {
            Self::NotComparable
        }
    }
}

/// The result of comparing two figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Whether they may be compared.
    pub verdict: Verdict,
    /// The reasons for the verdict, in the order of [`Reason::ALL`]; empty when comparable.
    pub reasons: Vec<Reason>,
    /// The first value minus the second, in the unit (percentage points for a percentage). `None` when
    /// the figures are not comparable, when either is a bound or a range, or when either has no value.
    pub difference: Option<f64>,
}

/// Compares two figures of one concept. Swapping them changes only the sign of the difference.
pub fn compare(dataset: &Dataset, a: &Observation, b: &Observation) -> Comparison {
    let reasons: Vec<Reason> =
        Reason::ALL.into_iter().filter(|reason| applies(*reason, dataset, a, b)).collect();
    let verdict = Verdict::from_reasons(&reasons);
    let may_be_subtracted = verdict != Verdict::NotComparable && !a.is_open() && !b.is_open();
    let difference = match (a.value(), b.value()) {
        // A difference that overflows cannot be printed.
        (Some(a), Some(b)) if may_be_subtracted => Some(difference(a, b)).filter(|d| d.is_finite()),
        _ => None,
    };
    Comparison { verdict, reasons, difference }
}

fn applies(reason: Reason, dataset: &Dataset, a: &Observation, b: &Observation) -> bool {
    let year = |observation: &Observation| observation.date().map(Date::year);
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
        Reason::Approximate => is_approximate(a) || is_approximate(b),
        Reason::MethodUnknown => {
            a.indicator == b.indicator
                && dataset.indicator(&a.indicator).is_some_and(|own| own.method_unknown)
        }
        Reason::MergedUnit => first_merger_between(dataset, a, b).is_some(),
    }
}

fn is_approximate(figure: &Observation) -> bool {
    figure.comparator == Comparator::About || figure.is_open()
}

/// The change of method or the merger between two figures of one series, if there is one. Then no line
/// may join the two, and nothing may be computed from one to the other. Unlike [`compare`], this also
/// works for a result and a target.
pub fn change_between(dataset: &Dataset, a: &Observation, b: &Observation) -> Option<Reason> {
    let changes = [Reason::MethodBreak, Reason::MergedUnit];
    changes.into_iter().find(|change| applies(*change, dataset, a, b))
}

/// Whether an indicator's method changed between two years: one of its `breaks` lies after the earlier
/// year and not after the later one.
pub(super) fn has_break(dataset: &Dataset, indicator: &str, a: i32, b: i32) -> bool {
    let (earlier, later) = (a.min(b), a.max(b));
    // Most pairs are of one year, which has no break within it: skip the look-up for them.
    earlier < later
        && dataset.indicator(indicator).is_some_and(|indicator| has_break_within(indicator, a, b))
}

/// As [`has_break`], for an indicator that has been looked up already.
pub(super) fn has_break_within(indicator: &Indicator, a: i32, b: i32) -> bool {
    let (earlier, later) = (a.min(b), a.max(b));
    indicator.breaks.iter().any(|year| earlier < year.0 && year.0 <= later)
}

/// `a − b`, rounded to the decimals of whichever number has more: 86.06 − 85 is 1.06, not
/// 1.0600000000000023.
pub fn difference(a: f64, b: f64) -> f64 {
    /// From here on (2^53) every `f64` is a whole number, and scaling could only add an error.
    const WHOLE: f64 = 9_007_199_254_740_992.0;
    let scale = 10f64.powi(i32::try_from(decimals(a).max(decimals(b))).unwrap_or(0));
    let scaled = (a - b) * scale;
    let rounded = if scaled.abs() < WHOLE { scaled.round() / scale } else { a - b };
    // Turn −0 into 0: it would be written as a negative number.
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// The number of decimals of a value in its shortest decimal form, which is how its source wrote it;
/// at most 12.
pub fn decimals(value: f64) -> usize {
    /// Below this limit (2^51), dividing a whole number by a power of ten gives the double nearest to
    /// that decimal, and multiplying back is off by less than a half: the test in the loop is exact.
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
