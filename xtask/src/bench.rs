//! Runs the measurements of `cargo xtask bench`.
//!
//! Times depend on the machine, so they are printed beside their limits, and a slow time is never a failure.
//!
//! The Node.js programs in `bench/` measure in the browser and write the result files. To add a part, add a
//! function here, a variant to [`BenchPart`] and a call to [`run`].

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use fs_err as fs;
use serde_json::Value;

use crate::args::{BenchPart, DEFAULT_BASE};
use crate::build::{self, Worker};
use crate::project::Project;
use crate::run;
use crate::setup::{self, Toolbox, WASM_TARGET};

/// Measures one part, or all parts one after the other. With `quick` the pages are measured only once, to
/// see that everything runs.
///
/// An error means that something could not run. A slow result is not an error.
pub fn run(project: &Project, only: Option<BenchPart>, quick: bool) -> Result<()> {
    let tools = Toolbox::set_up(project)?;
    let wanted = |part| only.is_none_or(|only| only == part);
    let is_native = matches!(only, Some(BenchPart::Bytes | BenchPart::Check | BenchPart::Data));
    let chromium = if is_native { None } else { setup::find_or_install_chromium(project)? };
    let bench = Bench { project, tools, chromium };
    // Build the site and install the peers first: a running compiler would slow down the measurements.
    if wanted(BenchPart::Pages) || wanted(BenchPart::Bytes) || wanted(BenchPart::Data) {
        build::site(project, &bench.tools, DEFAULT_BASE, Worker::Kept)?;
    }
    if wanted(BenchPart::Pages) {
        setup::install_peers(project)?;
    }
    if wanted(BenchPart::Bytes) {
        bench.account_for_bytes()?;
    }
    if wanted(BenchPart::Ledger) {
        bench.measure_ledger()?;
    }
    if wanted(BenchPart::Country) {
        bench.measure_country()?;
    }
    if wanted(BenchPart::Check) {
        bench.measure_check()?;
    }
    if wanted(BenchPart::Data) {
        bench.measure_data()?;
    }
    if wanted(BenchPart::Pages) {
        bench.measure_pages(quick)?;
    }
    Ok(())
}

struct Bench<'a> {
    project: &'a Project,
    tools: Toolbox,
    chromium: Option<PathBuf>,
}

/// How the result line of the ledger starts in the output of both programs, native and in the browser.
const LEDGER_LINE_START: &str = "the ledger made and asked";

/// The text at the top of `docs/bytes.md`.
const BYTES_INTRODUCTION: &str = "# What the program's bytes are\n\n\
    Written by `cargo xtask bench --only bytes` from the program of the last build, with its names.\n\
    The bytes are those of the program itself, before gzip, which leaves some 45 % of them.\n\
    Code of the standard library that was compiled for a type of ours counts as ours.\n";

impl Bench<'_> {
    /// Counts the bytes of the browser's program by crate and module, and writes them to `docs/bytes.md`.
    fn account_for_bytes(&self) -> Result<()> {
        let program = self.wasm_program("tinhso-app")?;
        let work = self.project.work_folder().join("bytes");
        let named = work.join("tinhso-app.wasm");
        let text = run::step("Counting what the program's bytes are", || {
            self.write_glue(&program, &work)?;
            run::must_succeed(
                self.tools
                    .wasm_opt()
                    .args(["-Oz", "-g", "--low-memory-unused", "--converge"])
                    .arg("--remove-exports=*ntounderlying*")
                    .arg(work.join("tinhso-app_bg.wasm"))
                    .arg("-o")
                    .arg(&named),
            )?;
            Ok(run::must_succeed(self.bench_script("wasm-sizes.mjs").arg(&named))?.stdout)
        })?;
        print!("\n{text}");
        let account = format!("{BYTES_INTRODUCTION}\n{}\n", text.trim_end());
        Ok(fs::write(self.project.root().join("docs/bytes.md"), account)?)
    }

    /// Measures how long the ledger of promises takes, natively and in the browser. When a reader chooses
    /// a day, the answer must seem to come at once.
    fn measure_ledger(&self) -> Result<()> {
        let natively =
            run::step("Measuring the ledger natively: 5,000 promises, 50,000 results", || {
                run::must_succeed(&mut self.cargo_command("bench --bench ledger"))
            })?;
        run::step("Building the same for the browser, as small as the site's", || {
            let args = format!("build --release --target {WASM_TARGET} --bin ledger-in-browser");
            run::must_succeed(&mut self.cargo_command(&args))
        })?;
        let program = self.wasm_program("ledger-in-browser")?;
        let in_browser = run::step("Measuring it in Chromium: readers wait for this one", || {
            run::must_succeed(self.bench_script("browser.mjs").arg(program))
        })?;
        println!();
        for (place, finished, limit) in
            [("natively", natively, 50.0), ("in the browser", in_browser, 100.0)]
        {
            let line = finished.stdout.lines().find(|line| line.starts_with(LEDGER_LINE_START));
            let p95 = |line: &str| line.rsplit_once("p95 ")?.1.strip_suffix(" ms")?.parse().ok();
            let (line, p95): (&str, f64) =
                line.and_then(|line| Some((line, p95(line)?))).with_context(|| {
                    format!("expected a line `{LEDGER_LINE_START} … p95 2.00 ms` above")
                })?;
            let mark = if p95 <= limit { "kept" } else { "not kept on this machine" };
            println!("{line}, {place}: the limit of {limit:.0} ms is {mark}");
        }
        Ok(())
    }

    /// Measures the time, bytes and memory that pages need when the data hold the whole country, natively
    /// and in the browser. Writes them to `bench/results-country.md`.
    fn measure_country(&self) -> Result<()> {
        let target = self.target_folder()?;
        run::step(
            "Making a country: 34 provinces, 3,321 communes, 47 indicators, six years",
            || {
                // Percent of the country; the same list as `SCALES` in `benches/country.rs`.
                for percent in ["1", "10", "100"] {
                    let mut command =
                        self.cargo_command("run --profile bench --example country -- write");
                    run::must_succeed(
                        command.arg(target.join("country/bundles").join(percent)).arg(percent),
                    )?;
                }
                Ok(())
            },
        )?;
        run::step("Measuring its pages natively, at 1, 10 and 100 percent", || {
            run::must_succeed(&mut self.cargo_command("bench --bench country -- --quiet"))
        })?;
        run::step("Building the same for the browser, as small as the site's", || {
            let args = format!("build --release --target {WASM_TARGET} --features measured --bin");
            run::must_succeed(self.cargo_command(&args).arg("country-in-browser"))?;
            let program = self.wasm_program("country-in-browser")?;
            self.write_glue(&program, &target.join("country/program"))
        })?;
        run::step("Measuring them in Chromium: readers wait for this one", || {
            let mut command = self.bench_script("country.mjs");
            run::must_succeed(command.arg(&target).arg("bench/results-country.md")).map(|_| ())
        })
    }

    /// Measures how the time and the memory of `tinhso check` grow with the data, and with what is wrong
    /// with them. Writes them to `bench/results-check.md`.
    fn measure_check(&self) -> Result<()> {
        let target = self.target_folder()?;
        let data = target.join("check");
        run::step("Making data of 1,000 to 100,000 figures, with and without faults", || {
            for percent in ["1", "10", "30", "100"] {
                let mut command =
                    self.cargo_command("run --profile bench --example country -- faulty");
                run::must_succeed(command.arg(data.join(percent)).arg(percent))?;
            }
            Ok(())
        })?;
        run::step("Building the command", || {
            run::must_succeed(&mut self.cargo_command("build --release --bin tinhso"))
        })?;
        run::step("Checking the data", || {
            let mut command = self.bench_script("check.mjs");
            command.arg(target.join("release/tinhso")).arg(data).arg("bench/results-check.md");
            run::must_succeed(&mut command).map(|_| ())
        })
    }

    /// Measures what the published data cost: the bundles of their pages, and the commands that check the
    /// data, judge the promises and write all pages. Writes it to `bench/results-data.md`.
    fn measure_data(&self) -> Result<()> {
        let target = self.target_folder()?;
        let program = target.join("release/tinhso");
        let bundles = target.join("data/bundles");
        let times = target.join("data/read.txt");
        run::step("Writing the bundles of all pages, and reading each of them natively", || {
            // A part of the data that is gone must not be counted.
            build::remove_folder(&bundles)?;
            // The program that has just written the site.
            let args = "run --features ssr --bin tinhso -- bundle public/data --out";
            run::must_succeed(self.cargo_command(args).arg(&bundles))?;
            let mut command = self.cargo_command("bench --bench bundles --");
            let printed = run::must_succeed(command.arg(&bundles))?.stdout;
            Ok(fs::write(&times, printed)?)
        })?;
        // Last, because `cargo bench` puts a program without the pages into the same place.
        run::step("Building the command with the pages in it", || {
            let args = "build --release --features ssr --bin tinhso";
            run::must_succeed(&mut self.cargo_command(args))
        })?;
        run::step(
            "Checking the data, judging the promises, writing all pages: five times each",
            || {
                let mut command = self.bench_script("data.mjs");
                command.args([&program, &bundles, &times]);
                command
                    .args([build::template_file(self.project), build::worker_folder(self.project)]);
                run::must_succeed(command.arg("bench/results-data.md")).map(|_| ())
            },
        )
    }

    /// Measures the compare page and the same page made with other chart libraries, and writes the results
    /// to `bench/results.md`.
    fn measure_pages(&self, quick: bool) -> Result<()> {
        let what = if quick {
            "Trying the compare page beside four other libraries, once: no result"
        } else {
            "Measuring the compare page beside four other libraries, five times: some 10 minutes"
        };
        run::step(what, || {
            let mut command = self.bench_script("compare.mjs");
            command.args(["--base", DEFAULT_BASE, "--out", "bench/results.md", "--dist"]);
            command
                .arg(self.project.dist())
                .arg("--work")
                .arg(self.project.work_folder().join("peers"));
            run::must_succeed(command.args(quick.then_some("--quick"))).map(|_| ())
        })
    }

    fn cargo_command(&self, args: &str) -> Command {
        let mut command = Command::new("cargo");
        command.args(args.split_whitespace()).current_dir(self.project.root());
        command
    }

    /// The command that runs a Node.js program of `bench/`, with the browser it should use.
    fn bench_script(&self, script: &str) -> Command {
        let mut command = Command::new("node");
        command.arg(Path::new("bench").join(script)).current_dir(self.project.root());
        command.envs(self.chromium.iter().map(|chromium| ("TINHSO_CHROMIUM", chromium)));
        command
    }

    /// Runs wasm-bindgen, which writes a program into `folder` with the JavaScript that starts it.
    fn write_glue(&self, program: &Path, folder: &Path) -> Result<()> {
        let args = ["--target", "web", "--no-typescript", "--out-dir"];
        run::must_succeed(self.tools.wasm_bindgen().args(args).arg(folder).arg(program)).map(|_| ())
    }

    /// The path of a program that was built for the browser.
    fn wasm_program(&self, name: &str) -> Result<PathBuf> {
        Ok(self.target_folder()?.join(format!("{WASM_TARGET}/release/{name}.wasm")))
    }

    /// The folder cargo builds into. Cargo's settings and `CARGO_TARGET_DIR` can change it, so this asks cargo.
    fn target_folder(&self) -> Result<PathBuf> {
        let manifest = self.project.root().join("Cargo.toml");
        let args = ["metadata", "--no-deps", "--format-version=1", "--manifest-path"];
        run::output_of("cargo", &[&args[..], &[&manifest.to_string_lossy()]].concat())
            .and_then(|json| serde_json::from_str::<Value>(&json).ok())
            .and_then(|metadata| metadata["target_directory"].as_str().map(PathBuf::from))
            .context("`cargo metadata` does not tell the target folder; run it by hand to see why")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A result can only be repeated with the same versions of the peers, so each one must be exact.
    #[test]
    fn the_peers_are_pinned_exactly() -> Result<()> {
        let packages: Value =
            serde_json::from_str(&Project::find()?.read("bench/peers/package.json")?)?;
        let wanted = packages["dependencies"].as_object().context("dependencies")?;
        let is_exact = |version: &Value| {
            version.as_str().is_some_and(|version| version.starts_with(char::is_numeric))
        };
        assert!(wanted.len() >= 6 && wanted.values().all(is_exact), "{wanted:?}");
        Ok(())
    }
}
