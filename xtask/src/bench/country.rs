//! What a page costs when the whole country is in the data: reading, the ledger and the comparisons,
//! natively and in the browser, with the bytes and the memory they take. Times depend on the machine:
//! they are shown, and no time is a failure.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use fs_err as fs;

use super::ledger::target_folder;
use crate::project::Project;
use crate::run;
use crate::setup::{Toolbox, WASM_TARGET};

/// In percent of the country, as `benches/country.rs` has them.
const SCALES: [&str; 3] = ["1", "10", "100"];

/// The target in `Cargo.toml` that is built for the browser.
const PROGRAM: &str = "country-in-browser";

/// The parts that are timed natively, as `benches/country.rs` names them.
const PARTS: [&str; 4] = ["read", "ledger", "compare", "page"];

/// How long something took, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Times {
    median: f64,
    p95: f64,
}

/// One shard in one form, as `bench/country.mjs` prints it.
#[derive(Debug, PartialEq)]
struct InBrowser {
    percent: String,
    name: String,
    form: String,
    bytes: f64,
    gzip: f64,
    n_requests: f64,
    fetched: f64,
    first: f64,
    read: Times,
    ledger: Times,
    compare: Times,
    page: Times,
    memory: f64,
}

/// Where the results are written, from the top folder.
const RESULTS: &str = "bench/results-country.md";

/// Measures all of it, prints the tables and writes them to a file.
///
/// An error means that something could not run; being slow is none.
pub fn measure(project: &Project, chromium: Option<&Path>) -> Result<()> {
    let tools = Toolbox::set_up(project)?;
    let target = target_folder(project)?;
    let (shards, glue) = (target.join("country/shards"), target.join("country/program"));
    let cargo = |words: &str| {
        let mut command = Command::new("cargo");
        command.args(words.split_whitespace()).current_dir(project.root());
        command
    };
    run::step("Making a country: 34 provinces, 3,321 communes, 47 indicators, six years", || {
        for percent in SCALES {
            let mut command = cargo("run --profile bench --example country -- write");
            run::checked(command.arg(shards.join(percent)).arg(percent))?;
        }
        Ok(())
    })?;
    run::step("Measuring its pages natively, at 1, 10 and 100 percent", || {
        run::checked(&mut cargo("bench --bench country -- --quiet"))
    })?;
    run::step("Building the same for the browser, as small as the site's", || {
        let words = format!("build --release --target {WASM_TARGET} --features measured --bin");
        run::checked(cargo(&words).arg(PROGRAM))?;
        let program = target.join(format!("{WASM_TARGET}/release/{PROGRAM}.wasm"));
        let words = ["--target", "web", "--no-typescript", "--out-dir"];
        run::checked(tools.wasm_bindgen().args(words).arg(&glue).arg(program))
    })?;
    let (in_browser, machine) =
        run::step("Measuring them in Chromium: readers wait for this one", || {
            let script = project.root().join("bench/country.mjs");
            let mut command = Command::new("node");
            command.arg(&script).arg(&glue).arg(&shards).current_dir(project.root());
            if let Some(chromium) = &chromium {
                command.env("TINHSO_CHROMIUM", chromium);
            }
            let ended = run::checked(&mut command)?;
            let found: Option<Vec<InBrowser>> = ended
                .stdout
                .lines()
                .filter(|line| line.starts_with("shard "))
                .map(shard_of)
                .collect();
            let found = found.filter(|found| !found.is_empty()).with_context(|| {
                format!("{}: expected a line with 16 numbers for each shard", script.display())
            })?;
            let machine = ended.stdout.lines().filter_map(|line| line.strip_prefix("machine "));
            Ok((found, machine.flat_map(|line| ["- ", line, "\n"]).collect::<String>()))
        })?;
    let country = target.join("release/examples/country");
    let mut rows = Vec::new();
    for shard in in_browser.iter().filter(|shard| shard.form == "bundle") {
        let mut natively = Vec::new();
        for part in PARTS {
            let folder = target.join(format!("criterion/{}/{part}/{}", shard.name, shard.percent));
            natively.push(times_of(&folder.join("new/sample.json"))?);
        }
        let folder = shards.join(&shard.percent).join(&shard.name).to_string_lossy().into_owned();
        let peak = run::answer(&country, &["measure", &folder]).and_then(|text| peak_of(&text));
        rows.push((shard, natively, peak));
    }
    let text = format!("{}\n{}", pages(&rows), forms(&in_browser));
    print!("\n{text}");
    let file = project.root().join(RESULTS);
    Ok(fs::write(&file, format!("# Pages of a made-up country\n\n{machine}\n{text}"))?)
}

/// A line of `bench/country.mjs`.
fn shard_of(line: &str) -> Option<InBrowser> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [_, percent, name, form, numbers @ ..] = words.as_slice() else { return None };
    let numbers: Option<Vec<f64>> = numbers.iter().map(|word| word.parse().ok()).collect();
    let numbers = numbers?;
    let [bytes, gzip, n_requests, fetched, first, times @ .., memory] = numbers.as_slice() else {
        return None;
    };
    let times: Vec<Times> =
        times.chunks_exact(2).map(|pair| Times { median: pair[0], p95: pair[1] }).collect();
    let [read, ledger, compare, page] = times.as_slice() else { return None };
    Some(InBrowser {
        percent: (*percent).to_owned(),
        name: (*name).to_owned(),
        form: (*form).to_owned(),
        bytes: *bytes,
        gzip: *gzip,
        n_requests: *n_requests,
        fetched: *fetched,
        first: *first,
        read: *read,
        ledger: *ledger,
        compare: *compare,
        page: *page,
        memory: *memory,
    })
}

/// The times of a sample that criterion has kept: of each measurement so many rounds, and how many
/// nanoseconds they took.
fn times_of(sample: &Path) -> Result<Times> {
    let text = fs::read_to_string(sample)?;
    times_in(&text).with_context(|| {
        format!(
            "{}: expected {}",
            (sample.to_owned()).display(),
            "the lists \"iters\" and \"times\" of equal length".to_owned()
        )
    })
}

fn times_in(sample: &str) -> Option<Times> {
    let list = |key: &str| -> Option<Vec<f64>> {
        let (_, rest) = sample.split_once(&format!("\"{key}\":["))?;
        rest.split(']').next()?.split(',').map(|number| number.trim().parse().ok()).collect()
    };
    let (rounds, times) = (list("iters")?, list("times")?);
    let mut each: Vec<f64> =
        times.iter().zip(&rounds).map(|(time, rounds)| time / rounds / 1e6).collect();
    each.sort_by(f64::total_cmp);
    let nth = |percent: usize| each.get(each.len() * percent / 100).copied();
    Some(Times { median: nth(50)?, p95: nth(95)? }).filter(|_| times.len() == rounds.len())
}

/// The peak in kB from what the program `country` prints.
fn peak_of(output: &str) -> Option<u64> {
    let (_, rest) = output.split_once("peak ")?;
    rest.split_whitespace().next()?.parse().ok()
}

/// Milliseconds as a median and a 95th percentile.
fn both(Times { median, p95 }: Times) -> String {
    let digits = |time: f64| if time < 10.0 { format!("{time:.2}") } else { format!("{time:.0}") };
    format!("{} / {}", digits(median), digits(p95))
}

type Row<'a> = (&'a InBrowser, Vec<Times>, Option<u64>);

/// What each page costs at each scale.
fn pages(rows: &[Row<'_>]) -> String {
    let mut text = "Data of one page as one file, median / 95th percentile in ms.\n\n\
        | page | scale | kB | kB gzip | read | ledger | compare | all, native | peak MB, native | \
        all, browser | first run, browser | memory MB, browser |\n\
        | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        .to_owned();
    for (shard, natively, peak) in rows {
        let natively: Vec<String> = natively.iter().map(|times| both(*times)).collect();
        let peak = peak.map_or_else(|| "–".to_owned(), |peak| format!("{:.1}", peak as f64 / 1e3));
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "| {} | {} % | {:.0} | {:.1} | {} | {peak} | {} | {:.0} | {:.1} |",
            shard.name,
            shard.percent,
            shard.bytes / 1e3,
            shard.gzip / 1e3,
            natively.join(" | "),
            both(shard.page),
            shard.first,
            shard.memory / 1e6,
        );
    }
    text
}

/// The forms the same figures can have, at the largest scale.
fn forms(shards: &[InBrowser]) -> String {
    let mut text =
        "The same data in other forms, in the browser: `bundle` is the files of `docs/data.md` \
        in one, `files` is each by itself, `rows` is one with the figures as rows.\n\n\
        | page | form | requests | kB | kB gzip | fetched | read | ledger | compare | memory MB |\n\
        | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
            .to_owned();
    for shard in shards.iter().filter(|shard| Some(&shard.percent.as_str()) == SCALES.last()) {
        let _ = writeln!(
            text,
            "| {} | {} | {} | {:.0} | {:.1} | {:.0} | {} | {} | {} | {:.1} |",
            shard.name,
            shard.form,
            shard.n_requests,
            shard.bytes / 1e3,
            shard.gzip / 1e3,
            shard.fetched,
            both(shard.read),
            both(shard.ledger),
            both(shard.compare),
            shard.memory / 1e6,
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_browser_is_read() {
        let line = "shard 100 province bundle 206083 20888 1 20.1 47.3 10.2 62.6 0.4 4.9 6 31.6 16.7 69.4 \
                    2359296";
        let shard = shard_of(line);
        let page = shard.as_ref().map(|shard| (shard.gzip, shard.page, shard.memory));
        assert_eq!(page, Some((20888.0, Times { median: 16.7, p95: 69.4 }, 2_359_296.0)));
        assert_eq!(shard_of("shard 100 province bundle 206083 20888"), None);
    }

    #[test]
    fn the_times_of_a_sample_are_of_one_round() {
        let sample = r#"{"sampling_mode":"Flat","iters":[2.0,1.0],"times":[6e6,4000000.0]}"#;
        assert_eq!(times_in(sample), Some(Times { median: 4.0, p95: 4.0 }));
        assert_eq!(times_in(r#"{"iters":[],"times":[]}"#), None);
        assert_eq!(times_in(r#"{"iters":[1.0],"times":[]}"#), None);
    }

    #[test]
    fn the_peak_is_read() {
        assert_eq!(peak_of("5 figures\nbefore 2100 kB, peak 4124 kB"), Some(4124));
        assert_eq!(peak_of("5 figures"), None);
    }
}
