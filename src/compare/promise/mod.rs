//! What became of a promise by a day. Source: `docs/method.md#states`.

mod assessment;
mod chain;
mod counts;
mod ledger;
mod outcome;
mod path;
mod publication;
mod rules;
mod state;

pub use assessment::Assessment;
pub use chain::{asks, asks_by};
pub use ledger::Ledger;
pub use outcome::{Outcome, outcome};
pub use path::Path;
pub use publication::Publication;
pub use state::{Standing, State};

/// Days in a year, for paces.
const YEAR: f64 = 365.25;
