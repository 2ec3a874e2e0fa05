//! The country of made-up figures: writes it as files, and tells what one shard costs in memory.
//!
//! `cargo run --profile bench --example country -- write <folder> <percent>` writes each shard that is
//! measured as a data folder of its own, and `… -- whole <folder> <percent>` every province with its
//! communes. `… -- measure <data folder>` reads a shard, does what its page does, and prints how much
//! memory this process took at most.
#![allow(missing_docs, reason = "a program, not a library")]

mod chance;
mod made_up;
mod page;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use made_up::{Country, Shard, bundle, files, to_columns};

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let ended = match words.as_slice() {
        ["write", folder, percent] => write(Path::new(folder), percent),
        ["whole", folder, percent] => write_whole(Path::new(folder), percent),
        ["measure", folder] => measure(Path::new(folder)),
        _ => Err(
            "expected write <folder> <percent>, whole <folder> <percent> or measure <data folder>"
                .into(),
        ),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("country: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(out: &Path, percent: &str) -> Result<(), Box<dyn Error>> {
    let country = Country::of(percent.parse()?);
    for (name, shard) in made_up::MEASURED {
        let folder = out.join(name);
        let files = files(&country, shard);
        let in_rows = files.iter().map(|(path, text)| {
            let rows = to_columns(text).unwrap_or_else(|| text.clone());
            (path.clone(), rows)
        });
        put(&folder, "rows.txt", &bundle(&in_rows.collect::<Vec<_>>()))?;
        put(&folder, "bundle.txt", &bundle(&files))?;
        for (path, text) in files {
            put(&folder, &path, &text)?;
        }
    }
    Ok(())
}

/// Every province with its communes, each a data folder, the provinces alone, and all units on one topic.
fn write_whole(out: &Path, percent: &str) -> Result<(), Box<dyn Error>> {
    let country = Country::of(percent.parse()?);
    let provinces = (0..country.provinces.len())
        .map(|idx| (format!("tinh-{:02}", idx + 1), Shard::ProvinceWhole(idx)));
    let others =
        [("national".to_owned(), Shard::National), ("one-topic".to_owned(), Shard::Topic(0))];
    for (name, shard) in provinces.chain(others) {
        for (path, text) in files(&country, shard) {
            put(&out.join(&name), &path, &text)?;
        }
    }
    Ok(())
}

fn put(folder: &Path, path: &str, text: &str) -> Result<(), Box<dyn Error>> {
    let path = folder.join(path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(path, text)?)
}

fn measure(folder: &Path) -> Result<(), Box<dyn Error>> {
    let before = peak_kilobytes()?;
    let text = fs::read_to_string(folder.join("bundle.txt"))?;
    let fetched = page::unbundle(&text);
    drop(text);
    let loaded = page::read(&fetched);
    let (n_promises, n_seen) = (page::ledger(&loaded.dataset), page::compare(&loaded.dataset));
    let n_figures = loaded.dataset.observations.len();
    println!(
        "{n_figures} figures, {n_promises} promises, {n_seen} comparisons, {} findings",
        loaded.findings.len()
    );
    println!("before {before} kB, peak {} kB", peak_kilobytes()?);
    Ok(())
}

/// The most memory this process has had, as Linux tells it.
fn peak_kilobytes() -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.ok_or("/proc/self/status tells no VmHWM")?.parse()?)
}
