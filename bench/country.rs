//! Writes the country of made-up figures as bundles, and measures how much memory the data of one page need.
//!
//! A *shard* is the part of the country that one page loads.
//!
//! `cargo run --profile bench --example country -- write <folder> <percent>` writes the bundle of each
//! measured shard. `… -- measure <bundle>` reads one, does what its page does, and prints the largest amount
//! of memory that this process has used. `… -- faulty <folder> <percent>` writes data folders in which as much
//! is wrong as can be, for `bench/check.mjs`.
#![allow(missing_docs, reason = "a program, not a library")]

mod chance;
mod made_up;
mod page;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use made_up::{Country, FAULTS, bundle, faulty_files, files};
use tinhso::data::read_bundle;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let result = match args.as_slice() {
        ["write", folder, percent] => write_measured(Path::new(folder), percent),
        ["measure", bundle] => measure(Path::new(bundle)),
        ["faulty", folder, percent] => write_faulty(Path::new(folder), percent),
        _ => {
            Err("expected write <folder> <percent>, measure <bundle> or faulty <folder> <percent>"
                .into())
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("country: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write_measured(out: &Path, percent: &str) -> Result<(), Box<dyn Error>> {
    let country = Country::of(percent.parse()?);
    fs::create_dir_all(out)?;
    for (name, shard) in made_up::MEASURED {
        fs::write(out.join(format!("{name}.json")), bundle(&files(&country, shard)))?;
    }
    Ok(())
}

fn measure(bundle: &Path) -> Result<(), Box<dyn Error>> {
    let before = peak_kilobytes()?;
    let text = fs::read_to_string(bundle)?;
    let dataset = read_bundle(&text).map_err(|error| error.to_string())?;
    drop(text);
    let (n_promises, n_seen) = (page::ledger(&dataset), page::compare(&dataset));
    let n_figures = dataset.observations.len();
    println!("{n_figures} figures, {n_promises} promises, {n_seen} comparisons");
    println!("before {before} kB, peak {} kB", peak_kilobytes()?);
    Ok(())
}

fn write_faulty(out: &Path, percent: &str) -> Result<(), Box<dyn Error>> {
    let percent = percent.parse()?;
    let country = Country::of(percent);
    for (name, fault) in FAULTS {
        for (path, text) in faulty_files(&country, percent, fault) {
            let path = out.join(name).join(path);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(path, text)?;
        }
    }
    Ok(())
}

/// The largest amount of memory this process has used so far, as Linux reports it.
fn peak_kilobytes() -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.ok_or("/proc/self/status tells no VmHWM")?.parse()?)
}
