//! A country of made-up figures in the project's own format, the same on every machine: 34 provinces,
//! 3,321 communes, 47 indicators, six years. Its names and sources say that it is made up.
//!
//! | file | question it answers |
//! | --- | --- |
//! | `units` | which provinces and communes there are |
//! | `definitions` | what is measured, and by which publications |
//! | `figures` | what was promised and reported of a unit |
//! | `shards` | which of it one page loads, as files, and these as one |
//! | `columns` | the same figures in a form with fewer bytes, to be measured beside |
#![allow(dead_code, reason = "each program that measures asks for a part of it")]

mod columns;
mod definitions;
mod figures;
mod shards;
mod units;

#[allow(unused_imports, reason = "as above")]
pub(crate) use columns::{from_columns, to_columns};
pub(crate) use shards::{Shard, bundle, files};
pub(crate) use units::Country;

/// The shards that are measured, and the names of their folders. The first province has the most
/// communes of all.
pub(crate) const MEASURED: [(&str, Shard); 7] = [
    ("province", Shard::Province(0)),
    ("commune", Shard::Commune(0, 0)),
    ("province-topic", Shard::ProvinceTopic(0, 0)),
    ("province-topic-year", Shard::ProvinceTopicYear(0, 0)),
    ("national-topic", Shard::NationalTopic(0)),
    ("national-year", Shard::NationalYear),
    ("national", Shard::National),
];
