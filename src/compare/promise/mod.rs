//! What became of each promise by a given day. Source: `docs/method.md#states`.

mod assessment;
mod chain;
mod ledger;
mod outcome;
mod path;
mod publication;
mod rules;
mod state;
mod usable_results;

pub use assessment::Assessment;
pub use chain::{compare_demands, compare_urgency};
pub use ledger::Ledger;
pub use outcome::{Outcome, demanded_value, outcome};
pub use path::Path;
pub use publication::Publication;
pub(super) use publication::edition_lags;
pub use state::{State, StateCategory};

/// The length of a year in days, to turn a change between two days into a pace per year.
const DAYS_PER_YEAR: f64 = 365.25;
