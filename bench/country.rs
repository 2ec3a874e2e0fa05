//! Writes the country of made-up figures as files, and measures how much memory the data of one page need.
//!
//! A *shard* is the part of the country that one page loads.
//!
//! `cargo run --profile bench --example country -- write <folder> <percent>` writes each measured shard into
//! a data folder of its own. `… -- whole <folder> <percent>` writes every province with its communes.
//! `… -- measure <data folder>` reads a shard, does what its page does, and prints the largest amount of
//! memory that this process has used.
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
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let result = match args.as_slice() {
        ["write", folder, percent] => write_measured(Path::new(folder), percent),
        ["whole", folder, percent] => write_whole(Path::new(folder), percent),
        ["measure", folder] => measure(Path::new(folder)),
        _ => Err(
            "expected write <folder> <percent>, whole <folder> <percent> or measure <data folder>"
                .into(),
        ),
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
    for (name, shard) in made_up::MEASURED {
        let folder = out.join(name);
        let files = files(&country, shard);
        let as_rows = files.iter().map(|(path, text)| {
            let rows = to_columns(text).unwrap_or_else(|| text.clone());
            (path.clone(), rows)
        });
        write_file(&folder, "rows.txt", &bundle(&as_rows.collect::<Vec<_>>()))?;
        write_file(&folder, "bundle.txt", &bundle(&files))?;
        for (path, text) in files {
            write_file(&folder, &path, &text)?;
        }
    }
    Ok(())
}

/// Writes data folders: one for each province with its communes, one for all provinces without communes,
/// and one for all units on one topic.
fn write_whole(out: &Path, percent: &str) -> Result<(), Box<dyn Error>> {
    let country = Country::of(percent.parse()?);
    let provinces = (0..country.provinces.len())
        .map(|idx| (format!("tinh-{:02}", idx + 1), Shard::ProvinceWhole(idx)));
    let others =
        [("national".to_owned(), Shard::National), ("one-topic".to_owned(), Shard::Topic(0))];
    for (name, shard) in provinces.chain(others) {
        for (path, text) in files(&country, shard) {
            write_file(&out.join(&name), &path, &text)?;
        }
    }
    Ok(())
}

fn write_file(folder: &Path, path: &str, text: &str) -> Result<(), Box<dyn Error>> {
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

/// The largest amount of memory this process has used so far, as Linux reports it.
fn peak_kilobytes() -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.ok_or("/proc/self/status tells no VmHWM")?.parse()?)
}
