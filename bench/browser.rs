//! Makes the ledger of a large dataset, for `bench/browser.mjs` to measure in a browser.
//!
//! This package forbids unsafe code, and Rust counts exporting a function under a fixed name as
//! unsafe. But the `main` of a program is always exported and may be called again. So each call of
//! `main` makes the ledger and assesses all promises once, and returns only an exit code.
#![allow(missing_docs, reason = "a program, not a library")]

mod chance;
#[path = "../benches/ledger/world.rs"]
mod world;

use std::hint::black_box;
use std::process::ExitCode;
use std::sync::OnceLock;

use tinhso::compare::Ledger;
use tinhso::data::Dataset;

/// The first call makes the dataset, so that the time of each later call is that of the ledger alone.
static WORLD: OnceLock<Dataset> = OnceLock::new();

fn main() -> ExitCode {
    let dataset = WORLD.get_or_init(world::dataset);
    let found = Ledger::new(black_box(dataset)).assess_all(black_box(world::DAY.start()));
    // The time of an empty ledger would mean nothing, so fail.
    if found.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
