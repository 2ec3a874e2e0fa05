//! What holds for whole figures: their text, their safety, and that nothing overlaps.

mod documents;
mod promise_samples;
mod properties;
mod ranking;
mod ranking_properties;
mod ranking_samples;
mod samples;
mod snapshots;
