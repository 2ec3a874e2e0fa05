//! What holds for whole figures: their text, their safety, and that nothing overlaps.

pub(super) mod documents;
mod promise_samples;
pub(super) mod properties;
mod ranking;
mod ranking_properties;
mod ranking_samples;
pub(super) mod rules_for_tiles;
mod samples;
pub(super) mod snapshots;
