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
mod coverage;
mod dataset;
mod date;
mod files;
mod flag;
mod model;
mod observation;
mod part;
mod suggest;
mod table_count;
mod table_rows;
mod topic;

// A browser is only given data that were checked, as bundles.
#[cfg(not(target_family = "wasm"))]
mod check;
#[cfg(not(target_family = "wasm"))]
mod circle;
#[cfg(not(target_family = "wasm"))]
mod finding;
#[cfg(not(target_family = "wasm"))]
mod import;
#[cfg(not(target_family = "wasm"))]
mod names;
#[cfg(not(target_family = "wasm"))]
mod read;
mod region;
#[cfg(not(target_family = "wasm"))]
mod schema;
#[cfg(not(target_family = "wasm"))]
mod table;

pub use bundle::{BUNDLES, BundleError, read_bundle, write_bundle};
#[cfg(not(target_family = "wasm"))]
pub use check::table_fault::TableFault;
#[cfg(not(target_family = "wasm"))]
pub use check::{CheckReport, check, validate};
pub use coverage::Coverage;
pub use dataset::Dataset;
pub use date::{Date, Day, Span, Year};
pub use files::{
    Groups, IndicatorsFile, MainFiles, Manifest, ObservationsFile, OtherFiles, ProvincesFile,
    SourcesFile,
};
#[cfg(not(target_family = "wasm"))]
pub use finding::{Finding, Position, Problem, Severity};
#[cfg(not(target_family = "wasm"))]
pub use import::{DecimalMark, Import, ImportFault, ImportOptions, Scale, import};
pub use model::{
    AbsorbedProvince, Aliases, Better, BilingualText, Edition, Indicator, Language, MergedBy,
    Pillar, Province, ProvinceCodes, ProvinceKind, Source, SourceKind, Unit,
};
#[cfg(not(target_family = "wasm"))]
pub use names::ProvinceNames;
pub use observation::{AlsoIn, Basis, Comparator, Kind, Observation, Reading, Reply, TargetTiming};
#[cfg(not(target_family = "wasm"))]
pub use read::{Folder, Loaded, LoadedTable, LostFile, load};
pub use region::Region;
#[cfg(not(target_family = "wasm"))]
pub use schema::schemas;
pub use suggest::{edit_distance, nearest};
#[cfg(not(target_family = "wasm"))]
pub use table::{Column, Formula, Table, TableYear, TablesFile};
pub use table_count::TableCount;
pub use table_rows::TableRows;
pub use topic::{Reporting, Topic, TopicSummary};
