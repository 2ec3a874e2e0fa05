//! The ledger of a large dataset, for `bench/browser.mjs` to measure in a browser.
//!
//! This package forbids unsafe code, and to export a function under a name of its own counts as
//! such. A program's `main` is exported anyway, and may be called again: each call makes and asks
//! the ledger once, and its exit code is all that it can answer.
#![allow(missing_docs, reason = "a program, not a library")]

mod chance;
#[path = "../benches/ledger/world.rs"]
mod world;

use std::hint::black_box;
use std::process::ExitCode;
use std::sync::OnceLock;

use tinhso::compare::Ledger;
use tinhso::data::Dataset;

/// Made by the first call alone, so that the time of any other is the ledger's.
static WORLD: OnceLock<Dataset> = OnceLock::new();

fn main() -> ExitCode {
    let dataset = WORLD.get_or_init(world::dataset);
    let found = Ledger::new(black_box(dataset)).assess_all(black_box(world::DAY.start()));
    // A ledger of nothing would be fast and mean nothing.
    if found.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
