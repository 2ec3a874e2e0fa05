//! Measures how long the whole ledger of a large dataset takes: run `cargo bench --bench ledger`, or
//! `cargo xtask bench` to measure it in the browser, too.
//!
//! Times depend on the machine, so it only prints them.
#![allow(missing_docs, reason = "a program, not a library")]

#[path = "../bench/chance.rs"]
mod chance;
#[path = "ledger/world.rs"]
mod world;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use tinhso::compare::{Ledger, State};
use tinhso::data::Kind;

const N_RUNS: usize = 101;

fn main() {
    let dataset = world::dataset();
    let day = world::DAY.start();
    let found = Ledger::new(&dataset).assess_all(day);
    let mut states: BTreeMap<State, usize> = BTreeMap::new();
    for assessment in &found {
        *states.entry(assessment.state).or_default() += 1;
    }
    for (state, n) in states {
        println!("{:<20}{n:>6}", state.id());
    }
    let n_results = dataset.observations.iter().filter(|o| o.kind == Kind::Result).count();
    println!("{} promises and {n_results} results, {N_RUNS} runs each:", found.len());
    report("the ledger made and asked", || {
        Ledger::new(black_box(&dataset)).assess_all(black_box(day)).len()
    });
    let ledger = Ledger::new(&dataset);
    report("asked for another day alone", || ledger.assess_all(black_box(day)).len());
}

/// Runs a function many times and prints the median and the 95th percentile, in a line that
/// `cargo xtask bench` reads.
fn report(what: &str, run: impl Fn() -> usize) {
    let mut times: Vec<Duration> = (0..N_RUNS)
        .map(|_| {
            let started = Instant::now();
            black_box(run());
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    let milliseconds = |nth: usize| times[nth].as_secs_f64() * 1_000.0;
    let (median, p95) = (milliseconds(N_RUNS / 2), milliseconds(N_RUNS * 95 / 100));
    println!("{what:<28} median {median:.2} ms, p95 {p95:.2} ms");
}
