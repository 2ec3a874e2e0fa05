//! The data model (provinces, indicators, sources and observations), the reader of its JSON files, and
//! the rules that the files must follow.
//!
//! Reading never stops at the first fault: [`load()`] returns a [`Dataset`] of everything that could be
//! read, and a list of [`Finding`]s for everything that could not. [`validate()`] adds the findings
//! that need the whole dataset, such as an unknown id or a value out of range. [`check()`] does both
//! and sorts the findings.
//!
//! This module knows no language, no clock and no browser: it takes text and returns values.
//! `docs/data.md` describes the formats.

mod bundle;
// A browser is only given data that were checked.
#[cfg(not(target_family = "wasm"))]
mod check;
mod dataset;
mod date;
mod fields;
mod finding;
mod load;
mod model;
#[cfg(not(target_family = "wasm"))]
mod nfc;
mod observation;
mod parse;
mod part;
mod suggest;
mod validate;

pub use bundle::{BUNDLES, BundleError, read_bundle, write_bundle};
#[cfg(not(target_family = "wasm"))]
pub use check::{CheckReport, check};
pub use dataset::{Dataset, OtherIds, Topic};
pub use date::{Date, Day, Span};
pub use finding::{Finding, Problem, Severity};
pub use load::{Fetched, Loaded, LostFile, Manifest, OtherFiles, load, parse_manifest};
pub use model::{
    AbsorbedProvince, Better, BilingualText, Edition, Indicator, Pillar, Province, ProvinceKind,
    Source, SourceKind, Unit,
};
#[cfg(not(target_family = "wasm"))]
pub use nfc::check_nfc;
pub use observation::{AlsoIn, Basis, Comparator, Kind, Observation, Reading, TargetTiming};
pub use suggest::{edit_distance, nearest};
pub use validate::validate;
