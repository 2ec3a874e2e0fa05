//! Makes a country of made-up figures in the project's own data format: 34 provinces, 3,321 communes,
//! 47 indicators, six years. It is the same on every machine. Its names and sources say that it is made up.
//!
//! | file | question it answers |
//! | --- | --- |
//! | `units` | which provinces and communes there are |
//! | `definitions` | which indicators and publications there are |
//! | `figures` | which observations a unit has |
//! | `faulty` | how it looks with many faults, to be checked |
//! | `shards` | which part of it one page loads, as a data folder and as a bundle |
#![allow(dead_code, reason = "each program that includes this file uses only a part of it")]

mod definitions;
mod faulty;
mod figures;
mod shards;
mod units;

#[allow(unused_imports, reason = "as above")]
pub(crate) use faulty::{FAULTS, faulty_files};
pub(crate) use shards::{Shard, bundle, files};
pub(crate) use units::Country;

/// The measured shards and the names of their folders. Province 0 has the most communes, so it is the
/// slowest one.
pub(crate) const MEASURED: [(&str, Shard); 7] = [
    ("province", Shard::Province(0)),
    ("commune", Shard::Commune(0, 0)),
    ("province-topic", Shard::ProvinceTopic(0, 0)),
    ("province-topic-year", Shard::ProvinceTopicYear(0, 0)),
    ("national-topic", Shard::NationalTopic(0)),
    ("national-year", Shard::NationalYear),
    ("national", Shard::National),
];
