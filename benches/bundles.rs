//! Measures how long reading each bundle takes natively: run `cargo xtask bench --only data`, or
//! `cargo bench --bench bundles -- <folder>` with a folder that `tinhso bundle` wrote.
//!
//! Times depend on the machine, so it only prints them.
#![allow(missing_docs, reason = "a program, not a library")]

use std::error::Error;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use std::{env, fs};

use tinhso::data::read_bundle;

const N_RUNS: usize = 101;

fn main() -> Result<(), Box<dyn Error>> {
    // `cargo bench` adds a flag of its own.
    let folder = env::args().skip(1).find(|arg| !arg.starts_with("--"));
    let folder = folder.ok_or("expected a folder that `tinhso bundle` wrote")?;
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, Box<dyn Error>>>()?;
    files.sort();
    println!("{} bundles, {N_RUNS} runs each:", files.len());
    for file in files {
        let text = fs::read_to_string(&file)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        read_bundle(&text).map_err(|error| format!("{name}: {error}"))?;
        let mut times: Vec<Duration> = (0..N_RUNS)
            .map(|_| {
                let started = Instant::now();
                // What was read is dropped before the clock is read: a page keeps it, so this is an upper bound.
                let _ = black_box(read_bundle(black_box(&text)));
                started.elapsed()
            })
            .collect();
        times.sort_unstable();
        let milliseconds = |nth: usize| times[nth].as_secs_f64() * 1_000.0;
        let (median, p95) = (milliseconds(N_RUNS / 2), milliseconds(N_RUNS * 95 / 100));
        // `bench/parts.mjs` reads these lines.
        println!("{name:<48} median {median:.3} ms, p95 {p95:.3} ms");
    }
    Ok(())
}
