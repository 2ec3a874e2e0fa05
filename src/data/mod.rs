//! What the numbers are: provinces, indicators, sources and observations; how their JSON files are
//! read, and what is wrong with them.
//!
//! Reading never stops at the first fault: [`load`] returns a [`Dataset`] of everything that could
//! be read and a list of [`Finding`]s for everything that could not. [`validate`] adds the findings
//! that need the whole dataset (an id that names nothing, a value out of its range).
//!
//! This module knows no language, no clock and no browser: it is given text and returns values.
//! The formats are described in `docs/data.md`.

mod date;
mod dataset;
mod fields;
mod finding;
mod load;
mod model;
mod parse;
mod suggest;
mod text_form;
mod validate;

pub use date::{Date, Day, Span};
pub use dataset::Dataset;
pub use finding::{Finding, Problem, Severity};
pub use load::{Fetched, Loaded, Lost, Manifest, load, parse_manifest};
pub use model::{
    Basis, Better, Comparator, Indicator, Joined, Judged, Kind, Observation, Pillar, Province,
    ProvinceKind, Reading, Source, SourceKind, Text, Unit,
};
pub use text_form::check_text_form;
pub use validate::validate;
