//! The states a promise can be in.

/// What became of a promise by a day. Source: `docs/method.md#states`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// A result of the deadline, or the last before it, meets the target.
    Met,
    /// The deadline passed without a result of its day; the first one after it meets the target.
    MetShownLate,
    /// The result of the deadline itself does not meet the target.
    Missed,
    /// The deadline passed without a result of its day; the first one after it does not meet the
    /// target.
    UnmetShownLate,
    /// What would decide is contradicted by another source.
    Disputed,
    /// The deadline has passed and no result that could decide was found: nothing is known.
    OverdueUnreported,
    /// Not due yet; the latest result is at or ahead of the straight path.
    OnPath,
    /// Not due yet; the latest result is behind the straight path.
    Behind,
    /// Not due yet, and fewer than two results to draw a path from.
    NotDue,
    /// The province that made it merged since, on or before the deadline.
    UnitChanged,
    /// The source gives no deadline.
    NoDeadline,
}

impl State {
    /// All, in the order pages list them: decided ones first, then open ones, then those that
    /// cannot be assessed.
    pub const ALL: [Self; 11] = [
        Self::Met,
        Self::MetShownLate,
        Self::Missed,
        Self::UnmetShownLate,
        Self::Disputed,
        Self::OverdueUnreported,
        Self::OnPath,
        Self::Behind,
        Self::NotDue,
        Self::UnitChanged,
        Self::NoDeadline,
    ];

    /// The state's name in the command's output and in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::MetShownLate => "met-shown-late",
            Self::Missed => "missed",
            Self::UnmetShownLate => "unmet-shown-late",
            Self::Disputed => "disputed",
            Self::OverdueUnreported => "overdue-unreported",
            Self::OnPath => "on-path",
            Self::Behind => "behind",
            Self::NotDue => "not-due",
            Self::UnitChanged => "unit-changed",
            Self::NoDeadline => "no-deadline",
        }
    }

    /// The state of a name, if there is one.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.id() == id)
    }

    /// Which of the four kinds of answers the state is.
    pub const fn standing(self) -> Standing {
        match self {
            Self::Met | Self::MetShownLate | Self::Missed | Self::UnmetShownLate => {
                Standing::Decided
            }
            Self::OnPath | Self::Behind | Self::NotDue => Standing::Open,
            Self::Disputed | Self::OverdueUnreported => Standing::Undecided,
            Self::UnitChanged | Self::NoDeadline => Standing::NotAssessable,
        }
    }
}

/// What a state says at all, for counts whose denominator must be honest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// A published result decides it.
    Decided,
    /// The deadline passed, and what was published does not decide it: nothing, or sources that
    /// contradict each other.
    Undecided,
    /// Its deadline is still ahead.
    Open,
    /// It cannot be assessed: no deadline, or another province than the one that made it.
    NotAssessable,
}
