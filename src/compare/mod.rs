//! What is computed from the figures: whether two of them may stand beside each other, how far
//! apart they are, in which order a set of them stands, and what became of a promise by a day.
//!
//! All functions are pure: the same dataset (and the same day, where one is asked for) gives the same
//! answer on every machine. Nothing here knows a language, a URL or what day it is. The rules stand in
//! `docs/method.md`.

mod ambition;
mod benchmark;
mod choice;
mod comparability;
mod dispute;
mod editions;
mod highlights;
mod lineage;
mod newsworthy;
mod pairs;
mod part;
mod promise;
mod quick;
mod ranking;
mod topic;
mod unmeasured;

pub use ambition::{Aim, Ambition, Due, ambitions};
pub use benchmark::{Benchmark, benchmarks};
pub use choice::{Choice, candidates, choose, targets};
pub use comparability::{
    Comparison, Reason, Verdict, change_between, compare, decimals, difference,
};
pub use dispute::{Dispute, Nature, Spread, disputes, rivals};
pub use editions::{Edition, Era, class_of, edition_of, editions, eras, may_join, official_rank};
pub use highlights::{Highlight, highlights};
pub use lineage::{
    Fate, Merging, exists_on, fate, first_merger_between, last_merging, side_of_growth, units_on,
};
pub use newsworthy::newsworthy;
pub use pairs::{Pair, pairs};
pub use part::{Part, RANK, SCORE, SOURCES_OF_METHODS};
pub use promise::{
    Assessment, Ledger, Outcome, Path, Publication, Standing, State, asks, asks_by, outcome,
};
pub use ranking::{Ranked, Unranked, rank};
pub use topic::{Band, Row, topic, years};
pub use unmeasured::{Unmeasured, unmeasured};
