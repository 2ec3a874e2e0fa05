//! What is measured. Times depend on the machine: they are shown beside the limits they are meant to
//! keep, and no time is a failure.
//!
//! Programs for Node.js in `bench/` measure in the browser, and write what is kept of it. A further part is
//! a function here, a word in [`Part`] and a line in [`run`].

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use fs_err as fs;
use serde_json::Value;

use crate::args::{DEFAULT_BASE, Part};
use crate::build::{self, Worker};
use crate::project::Project;
use crate::run;
use crate::setup::{self, Toolbox, WASM_TARGET};

/// Measures one part, or all of them one after the other; `quick` is a trial that proves only that
/// everything runs.
///
/// An error means that something could not run; being slow is none.
pub fn run(project: &Project, only: Option<Part>, quick: bool) -> Result<()> {
    let tools = Toolbox::set_up(project)?;
    let bench = Bench { project, tools, chromium: setup::chromium(project)? };
    let wanted = |part| only.is_none_or(|only| only == part);
    // What is built stands before what is measured in a browser: a compiler at work disturbs it.
    if wanted(Part::Pages) || wanted(Part::Bytes) {
        build::site(project, &bench.tools, DEFAULT_BASE, Worker::Kept)?;
    }
    if wanted(Part::Pages) {
        setup::peers(project)?;
    }
    if wanted(Part::Bytes) {
        bench.bytes()?;
    }
    if wanted(Part::Ledger) {
        bench.ledger()?;
    }
    if wanted(Part::Country) {
        bench.country()?;
    }
    if wanted(Part::Pages) {
        bench.pages(quick)?;
    }
    Ok(())
}

struct Bench<'a> {
    project: &'a Project,
    tools: Toolbox,
    chromium: Option<PathBuf>,
}

/// What is asked of the ledger, as both programs call it.
const LEDGER: &str = "the ledger made and asked";

/// What stands above the account of bytes.
const BYTES_HEAD: &str = "# What the program's bytes are\n\n\
    Written by `cargo xtask bench --only bytes` from the program of the last build, with its names.\n\
    The bytes are those of the program itself, before gzip, which leaves some 45 % of them.\n\
    Code of the standard library that was compiled for a type of ours counts as ours.\n";

impl Bench<'_> {
    /// What the bytes of the browser's program are, by crate and module, written to `docs/bytes.md`.
    fn bytes(&self) -> Result<()> {
        let program = self.built_for_browser("tinhso-app")?;
        let work = self.project.work().join("bytes");
        let named = work.join("tinhso-app.wasm");
        let text = run::step("Counting what the program's bytes are", || {
            self.glue(&program, &work)?;
            run::checked(
                self.tools
                    .wasm_opt()
                    .args(["-Oz", "-g", "--low-memory-unused", "--converge"])
                    .arg("--remove-exports=*ntounderlying*")
                    .arg(work.join("tinhso-app_bg.wasm"))
                    .arg("-o")
                    .arg(&named),
            )?;
            Ok(run::checked(self.node("wasm-sizes.mjs").arg(&named))?.stdout)
        })?;
        print!("\n{text}");
        let account = format!("{BYTES_HEAD}\n{}\n", text.trim_end());
        Ok(fs::write(self.project.root().join("docs/bytes.md"), account)?)
    }

    /// How long the ledger of promises takes, natively and in the browser: a day that is chosen must seem
    /// to be answered at once.
    fn ledger(&self) -> Result<()> {
        let natively =
            run::step("Measuring the ledger natively: 5,000 promises, 50,000 results", || {
                run::checked(&mut self.cargo("bench --bench ledger"))
            })?;
        run::step("Building the same for the browser, as small as the site's", || {
            let words = format!("build --release --target {WASM_TARGET} --bin ledger-in-browser");
            run::checked(&mut self.cargo(&words))
        })?;
        let program = self.built_for_browser("ledger-in-browser")?;
        let in_browser = run::step("Measuring it in Chromium: readers wait for this one", || {
            run::checked(self.node("browser.mjs").arg(program))
        })?;
        println!();
        for (place, ended, limit) in
            [("natively", natively, 50.0), ("in the browser", in_browser, 100.0)]
        {
            let line = ended.stdout.lines().find(|line| line.starts_with(LEDGER));
            let p95 = |line: &str| line.rsplit_once("p95 ")?.1.strip_suffix(" ms")?.parse().ok();
            let (line, p95): (&str, f64) = line
                .and_then(|line| Some((line, p95(line)?)))
                .with_context(|| format!("expected a line `{LEDGER} … p95 2.00 ms` above"))?;
            let mark = if p95 <= limit { "kept" } else { "not kept on this machine" };
            println!("{line}, {place}: the limit of {limit:.0} ms is {mark}");
        }
        Ok(())
    }

    /// What a page costs when the whole country is in the data, natively and in the browser, with the bytes
    /// and the memory it takes, written to `bench/results-country.md`.
    fn country(&self) -> Result<()> {
        let target = self.target()?;
        run::step(
            "Making a country: 34 provinces, 3,321 communes, 47 indicators, six years",
            || {
                // In percent of the country, as `benches/country.rs` has them.
                for percent in ["1", "10", "100"] {
                    let mut command = self.cargo("run --profile bench --example country -- write");
                    run::checked(
                        command.arg(target.join("country/shards").join(percent)).arg(percent),
                    )?;
                }
                Ok(())
            },
        )?;
        run::step("Measuring its pages natively, at 1, 10 and 100 percent", || {
            run::checked(&mut self.cargo("bench --bench country -- --quiet"))
        })?;
        run::step("Building the same for the browser, as small as the site's", || {
            let words = format!("build --release --target {WASM_TARGET} --features measured --bin");
            run::checked(self.cargo(&words).arg("country-in-browser"))?;
            let program = self.built_for_browser("country-in-browser")?;
            self.glue(&program, &target.join("country/program"))
        })?;
        run::step("Measuring them in Chromium: readers wait for this one", || {
            let mut command = self.node("country.mjs");
            run::checked(command.arg(&target).arg("bench/results-country.md")).map(|_| ())
        })
    }

    /// The compare page beside the same page made with other libraries of charts, written to
    /// `bench/results.md`.
    fn pages(&self, quick: bool) -> Result<()> {
        let what = if quick {
            "Trying the compare page beside four other libraries, once: no result"
        } else {
            "Measuring the compare page beside four other libraries, five times: some 10 minutes"
        };
        run::step(what, || {
            let mut command = self.node("compare.mjs");
            command.args(["--base", DEFAULT_BASE, "--out", "bench/results.md", "--dist"]);
            command.arg(self.project.dist()).arg("--work").arg(self.project.work().join("peers"));
            run::checked(command.args(quick.then_some("--quick"))).map(|_| ())
        })
    }

    fn cargo(&self, words: &str) -> Command {
        let mut command = Command::new("cargo");
        command.args(words.split_whitespace()).current_dir(self.project.root());
        command
    }

    /// A program of `bench/`, told which browser to use.
    fn node(&self, script: &str) -> Command {
        let mut command = Command::new("node");
        command.arg(Path::new("bench").join(script)).current_dir(self.project.root());
        command.envs(self.chromium.iter().map(|chromium| ("TINHSO_CHROMIUM", chromium)));
        command
    }

    /// Has wasm-bindgen write what starts a program into a folder.
    fn glue(&self, program: &Path, folder: &Path) -> Result<()> {
        let words = ["--target", "web", "--no-typescript", "--out-dir"];
        run::checked(self.tools.wasm_bindgen().args(words).arg(folder).arg(program)).map(|_| ())
    }

    /// A program that was built for the browser.
    fn built_for_browser(&self, name: &str) -> Result<PathBuf> {
        Ok(self.target()?.join(format!("{WASM_TARGET}/release/{name}.wasm")))
    }

    /// Where cargo builds, which its settings and `CARGO_TARGET_DIR` may have moved.
    fn target(&self) -> Result<PathBuf> {
        let manifest = self.project.root().join("Cargo.toml");
        let words = ["metadata", "--no-deps", "--format-version=1", "--manifest-path"];
        run::answer("cargo", &[&words[..], &[&manifest.to_string_lossy()]].concat())
            .and_then(|json| serde_json::from_str::<Value>(&json).ok())
            .and_then(|metadata| metadata["target_directory"].as_str().map(PathBuf::from))
            .context("`cargo metadata` does not tell the target folder; run it by hand to see why")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bundles of the peers are made by the site's own esbuild and measured with its Playwright.
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
