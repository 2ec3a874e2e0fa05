//! What is computed from the figures: whether two of them may be compared, by how much they differ,
//! how a set of them is ordered, and what became of a promise by a day.
//!
//! All functions are pure: the same dataset (and the same day, where a function takes one) gives the
//! same answer on every machine. Nothing here knows a language, a URL or today's date. `docs/method.md`
//! explains the rules.

mod alike;
mod ambition;
mod awaited;
mod before_merger;
mod benchmark;
mod comparability;
mod definitions;
mod dispute;
mod editions;
mod highlights;
mod lineage;
mod newsworthy;
mod pairs;
mod part;
mod peers;
mod promise;
mod quick_map;
mod ranking;
mod region;
mod standing;
mod today;
mod topic;
mod unmeasured;
mod year_filter;

pub use alike::pick_results;
pub use ambition::{Ambition, DeadlineOrder, TargetLevel, ambitions};
pub use awaited::{Awaited, awaited};
pub use before_merger::{
    MeanOfParts, OldFigure, PlaceBefore, all_places_before, before, parts_of, places_before,
};
pub use benchmark::{Benchmark, benchmarks};
pub use comparability::{
    Comparison, Reason, Verdict, change_between, compare, decimals, difference,
};
pub use definitions::{are_score_and_rank, definitions};
pub use dispute::{Dispute, DisputeReason, Spread, contradicting_figures, disputes};
pub use editions::{
    Edition, Era, can_join_with_line, editions, eras, official_rank, pick_edition, rank_quintile,
};
pub use highlights::{Highlight, highlights};
pub use lineage::{
    MERGER_LISTS, MERGER_RESOLUTION, MergerCounts, MergerOutcome, enlargement_side,
    first_merger_between, last_merger_counts, last_merger_day, merger_law, merger_outcome,
    parts_of_latest_merger, units_on,
};
pub use newsworthy::newsworthy;
pub use pairs::{Pair, pairs, pairs_alike};
pub use part::{METHOD_SOURCES, Part, RANK_INDICATOR, SCORE_INDICATOR};
pub use peers::{N_PEERS, OTHER_REGION, Peer, Peers, Size, peers};
pub use promise::{
    Assessment, Ledger, Outcome, Path, Publication, State, StateCategory, compare_demands,
    compare_urgency, demanded_value, outcome,
};
pub use ranking::{Ranked, Unranked, rank};
pub use region::{is_of_today, region_on, source_of_regions};
pub use standing::{InRegion, Standing, standings};
pub use today::{ClockFault, Today, WrongClock, today};
pub use topic::{Band, Row, topic, years};
pub use unmeasured::{Unmeasured, unmeasured};
pub use year_filter::{YearFilter, pick_targets};
