//! Which tests there are. All of them run, whatever the earlier ones said, unless they have
//! nothing to run on.

use std::env;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use fs_err as fs;

use crate::build::{self, Worker};
use crate::project::Project;
use crate::run;
use crate::serve::Server;
use crate::setup::{self, Toolbox};

mod playwright;
mod report;
mod results;
mod size;

use report::Report;
use results::{Failure, Outcome};

/// A suite that is one run of cargo.
struct CargoSuite {
    name: &'static str,
    args: &'static str,
    reads: Reads,
}

/// What is read out of what cargo prints.
#[derive(Clone, Copy)]
enum Reads {
    /// One check, with the places that are not formatted.
    Formatting,
    /// One check, with the errors of the compiler.
    Errors,
    /// One check, of whose output nothing is known.
    Nothing,
    /// The tests that `cargo test` ran.
    Tests,
}

/// What is asked of the sources, before anything is built for the browser.
///
/// What one has compiled or run another does not again: with `ssr` run those tests alone that need it.
const CARGO_SUITES: [CargoSuite; 11] = [
    suite("formatting", "fmt --all --check", Reads::Formatting),
    suite("lints, no features", "clippy --quiet --all-targets -- -D warnings", Reads::Errors),
    suite(
        "lints, ssr",
        "clippy --quiet --features ssr --all-targets -- -D warnings",
        Reads::Errors,
    ),
    suite(
        "lints, csr for the browser",
        "clippy --quiet --features csr,measured --target wasm32-unknown-unknown --lib --bin tinhso-app \
         --bin country-in-browser -- -D warnings",
        Reads::Errors,
    ),
    suite(
        "lints, xtask",
        "clippy --quiet --package xtask --all-targets -- -D warnings",
        Reads::Errors,
    ),
    suite("native tests", "test --quiet --no-fail-fast", Reads::Tests),
    suite(
        "prerender tests",
        "test --quiet --features ssr --lib --test pages --no-fail-fast",
        Reads::Tests,
    ),
    suite("xtask tests", "test --quiet --package xtask", Reads::Tests),
    suite("data check", "run --quiet --bin tinhso -- check public/data", Reads::Nothing),
    suite("documentation, no features", "doc --quiet --no-deps", Reads::Errors),
    suite("documentation, ssr", "doc --quiet --no-deps --features ssr", Reads::Errors),
];

const fn suite(name: &'static str, args: &'static str, reads: Reads) -> CargoSuite {
    CargoSuite { name, args, reads }
}

/// Runs every suite and prints the results; `true` if all passed.
///
/// An error means that the set-up failed: without its tools there is no telling how the tests
/// would have gone.
pub fn run_all(project: &Project, base: &str, started: Instant) -> Result<bool> {
    let tools = Toolbox::set_up(project)?;
    let chromium = setup::chromium(project)?;
    let mut report = Report::default();
    for suite in &CARGO_SUITES {
        record(&mut report, suite.name, || run_cargo(project, suite));
    }
    let is_built = record(&mut report, "site build", || {
        build::site(project, &tools, base, Worker::Kept).map(|()| Outcome::passed())
    });
    record(&mut report, "size budget", || {
        built(is_built)?;
        size::check(project)
    });
    record(&mut report, "scripts of bench and xtask", || {
        script_tests(project, &["bench", "xtask"])
    });
    record(&mut report, "written pages", || {
        built(is_built)?;
        script_tests(project, &["tests/written"])
    });
    record(&mut report, "types of the browser tests", || {
        let mut command = Command::new(project.node_bin().join("tsc"));
        command.args(["--noEmit", "--pretty", "false", "--project", "tests/e2e"]);
        let ended = run::quiet(command.current_dir(project.root()))?;
        let failures = results::of_typescript(&ended.stdout);
        Ok(whole(ended.status.success(), failures, &ended.output()))
    });
    record(&mut report, "browser tests", || {
        built(is_built)?;
        browser_tests(project, base, chromium.as_deref())
    });
    tell(&report, started.elapsed())?;
    Ok(report.total().1 == 0)
}

/// Prints the results; on GitHub they stand beside the sources and on the page of the run, too.
fn tell(report: &Report, took: Duration) -> Result<()> {
    let run = report::run_on_github();
    if let Some(run) = &run {
        print!("\n{}", report.annotations(run));
        if let Some(page) = env::var_os("GITHUB_STEP_SUMMARY").filter(|page| !page.is_empty()) {
            let mut page = OpenOptions::new().append(true).create(true).open(page)?;
            page.write_all(report.summary(took, run).as_bytes())?;
        }
    }
    println!("\n{}", report.text(took, run.as_deref()));
    Ok(())
}

/// Runs a suite, shows why it could not run if so, and adds it to the report; `true` if nothing
/// in it failed.
fn record(report: &mut Report, name: &str, work: impl FnOnce() -> Result<Outcome>) -> bool {
    let is_on_github = report::run_on_github().is_some();
    // What a suite prints is folded there, so that what failed is seen at once.
    println!("{}{name}", if is_on_github { "::group::" } else { "\n▸ " });
    let started = Instant::now();
    let outcome = work().unwrap_or_else(|failure| {
        println!("  {failure:#}");
        Outcome::failed(vec![Failure::of("could not be run", format!("{failure:#}"))])
    });
    if is_on_github {
        println!("::endgroup::");
    }
    let has_passed = outcome.failed == 0;
    let verdict = if has_passed { "passed" } else { "FAILED" };
    println!("  {verdict} in {:.1} s", started.elapsed().as_secs_f64());
    report.add(name, outcome, started.elapsed());
    has_passed
}

fn run_cargo(project: &Project, suite: &CargoSuite) -> Result<Outcome> {
    let mut command = Command::new("cargo");
    command.args(suite.args.split_whitespace()).current_dir(project.root());
    if suite.args.starts_with("doc ") {
        command.env("RUSTDOCFLAGS", "-D warnings");
    }
    let ended = run::watched(&mut command)?;
    let succeeded = ended.status.success();
    let failures = match suite.reads {
        Reads::Tests => {
            let outcome = results::of_cargo_tests(&ended.stdout, &ended.stderr);
            return Ok(outcome.at_least_as_bad_as(succeeded, &ended.stderr));
        }
        Reads::Formatting => results::of_formatting(&ended.stdout, project.root()),
        Reads::Errors => results::of_compiler(&ended.stderr),
        Reads::Nothing => Vec::new(),
    };
    Ok(whole(succeeded, failures, &ended.output()))
}

/// The outcome of a check that is one; where nothing is known of what failed, what its output tells.
fn whole(succeeded: bool, failures: Vec<Failure>, output: &str) -> Outcome {
    match (succeeded, failures.is_empty()) {
        (true, _) => Outcome::passed(),
        (false, true) => Outcome::failed(results::of_compiler(output)),
        (false, false) => Outcome::failed(failures),
    }
}

/// Runs the tests of the programs for Node.js, `*.test.mjs` beside what they test.
fn script_tests(project: &Project, folders: &[&str]) -> Result<Outcome> {
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in folders {
        for entry in fs::read_dir(project.root().join(folder))? {
            let file = entry?.path();
            let is_test = file.to_str().is_some_and(|name| name.ends_with(".test.mjs"));
            files.extend(is_test.then_some(file));
        }
    }
    files.sort();
    let mut command = Command::new("node");
    command.args(["--test", "--test-reporter=spec"]).args(files).current_dir(project.root());
    let ended = run::quiet(&mut command)?;
    let outcome = results::of_node_tests(&ended.stdout);
    Ok(outcome.at_least_as_bad_as(ended.status.success(), &ended.output()))
}

/// A suite that looks at the built site cannot run without one.
fn built(is_built: bool) -> Result<()> {
    ensure!(is_built, "a built site was not found; see what `site build` says above");
    Ok(())
}

/// Serves `dist/` under the base path on a free port and runs Playwright against it.
fn browser_tests(project: &Project, base: &str, chromium: Option<&Path>) -> Result<Outcome> {
    let server = Server::start(project, base, 0)?;
    let results = project.root().join("test-results/report.json");
    // An older run's report must not be taken for this one's.
    if results.exists() {
        fs::remove_file(&results)?;
    }
    let mut command = Command::new(project.node_bin().join("playwright"));
    command
        .args(["test", "--config", "tests/e2e/playwright.config.ts"])
        // A line for each of the many that pass would hide what fails.
        .args(["--reporter", "dot,json"])
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &results)
        .env("BASE_URL", &server.address)
        .current_dir(project.root());
    if let Some(chromium) = chromium {
        command.env("TINHSO_CHROMIUM", chromium);
    }
    let ended = run::watched(&mut command)?;
    let outcome = fs::read_to_string(&results)
        .ok()
        .and_then(|json| playwright::of_report(&json, project.root()));
    let nothing_ran = || Outcome::failed(vec![Failure::of_output("no test", &ended.output())]);
    Ok(outcome
        .unwrap_or_else(nothing_ran)
        .at_least_as_bad_as(ended.status.success(), &ended.output()))
}
