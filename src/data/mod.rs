//! What the numbers are: provinces, indicators, sources and observations; how their JSON files are
//! read, and what is wrong with them.
//!
//! Reading never stops at the first fault: [`load()`] returns a [`Dataset`] of everything that could
//! be read and a list of [`Finding`]s for everything that could not. [`validate()`] adds the findings
//! that need the whole dataset (an id that names nothing, a value out of its range); [`check()`] puts
//! all of them in order.
//!
//! This module knows no language, no clock and no browser: it is given text and returns values.
//! The formats are described in `docs/data.md`.

mod bundle;
// A browser is given only what was checked.
#[cfg(not(target_family = "wasm"))]
mod check;
mod dataset;
mod date;
mod fields;
mod finding;
mod load;
mod model;
mod observation;
mod parse;
mod part;
mod suggest;
#[cfg(not(target_family = "wasm"))]
mod text_form;
mod validate;

pub use bundle::{BUNDLES, BundleError, read_bundle, write_bundle};
#[cfg(not(target_family = "wasm"))]
pub use check::{Checked, check};
pub use dataset::{Dataset, Others, Topic};
pub use date::{Date, Day, Span};
pub use finding::{Finding, Problem, Severity};
pub use load::{Fetched, Loaded, Lost, Manifest, OtherFiles, load, parse_manifest};
pub use model::{
    Better, Edition, Indicator, Joined, Pillar, Province, ProvinceKind, Source, SourceKind, Text,
    Unit,
};
pub use observation::{Basis, Comparator, Judged, Kind, Observation, Reading};
pub use suggest::{edits, nearest};
#[cfg(not(target_family = "wasm"))]
pub use text_form::check_text_form;
pub use validate::validate;
