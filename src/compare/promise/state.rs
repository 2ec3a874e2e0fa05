//! The states a promise can be in.

/// What became of a promise by a day. Source: `docs/method.md#states`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// The result of the deadline, or the last one before it, meets the target.
    Met,
    /// The deadline passed without a result of its day, and the first result after it meets the target.
    MetShownLate,
    /// The result of the deadline itself does not meet the target.
    Missed,
    /// The deadline passed without a result of its day, and the first result after it does not meet the
    /// target.
    UnmetShownLate,
    /// A result would decide the promise, but another source contradicts it.
    Disputed,
    /// The deadline has passed, and no result was found that could decide the promise. Nothing is
    /// known.
    OverdueUnreported,
    /// Not due yet; the latest result is on the straight path or better.
    OnPath,
    /// Not due yet; the latest result is behind the straight path.
    Behind,
    /// Not due yet, and there are too few results to compare with a path.
    NotDue,
    /// The province has merged since it made the promise, on or before the deadline.
    UnitChanged,
    /// The source gives no deadline.
    NoDeadline,
}

impl State {
    /// All states in the order in which pages list them: first the decided ones, then the open ones,
    /// then those that cannot be assessed.
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

    /// The state with this name; `None` for a name that no state has.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.id() == id)
    }

    /// The category the state belongs to.
    pub const fn category(self) -> StateCategory {
        match self {
            Self::Met | Self::MetShownLate | Self::Missed | Self::UnmetShownLate => {
                StateCategory::Decided
            }
            Self::OnPath | Self::Behind | Self::NotDue => StateCategory::Open,
            Self::Disputed | Self::OverdueUnreported => StateCategory::Undecided,
            Self::UnitChanged | Self::NoDeadline => StateCategory::NotAssessable,
        }
    }
}

/// How much a state says about its promise. Counts use it so that they do not mix decided promises with
/// those that nobody can judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StateCategory {
    /// A published result decides the promise.
    Decided,
    /// The deadline has passed, but no published result decides the promise: there is none, or sources
    /// contradict each other.
    Undecided,
    /// The deadline has not passed yet.
    Open,
    /// The promise cannot be assessed: it has no deadline, or a merger changed the province that made
    /// it.
    NotAssessable,
}
