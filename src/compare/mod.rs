//! What is computed from the figures: whether two of them may stand beside each other, how far
//! apart they are, and in which order a set of them stands.
//!
//! All functions are pure: the same dataset gives the same answer on every machine. Nothing here
//! knows a language, a URL or the present day. The rules stand in `docs/method.md`.

mod choice;
mod comparability;
mod highlights;
mod pairs;
mod promise;
mod ranking;
mod topic;

pub use choice::{Choice, candidates, choose, targets};
pub use comparability::{Comparison, Reason, Verdict, compare, decimals, difference};
pub use highlights::{Highlight, highlights};
pub use pairs::{Pair, pairs};
pub use promise::{Assessment, Ledger, Outcome, Path, Standing, State, asks, asks_by, outcome};
pub use ranking::{Ranked, Unranked, rank};
pub use topic::{Band, Row, topic, years};
