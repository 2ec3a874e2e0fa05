//! Runs every test suite. A failed suite does not stop the later ones; only the suites that look at the built
//! site need a successful build.

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

/// A suite that runs cargo once.
struct CargoSuite {
    name: &'static str,
    args: &'static str,
    output: OutputKind,
}

/// What a cargo suite prints, which decides how its failures are found.
#[derive(Clone, Copy)]
enum OutputKind {
    /// The places that are not formatted; the suite counts as one check.
    Formatting,
    /// Errors of the compiler; the suite counts as one check.
    Errors,
    /// Text of no known form; the suite counts as one check.
    Nothing,
    /// The results of `cargo test`; each test counts.
    Tests,
}

/// The suites that check the sources. They run before the site is built.
///
/// No suite compiles or runs what an earlier one did. So with the feature `ssr` only the tests that need it
/// run.
const CARGO_SUITES: [CargoSuite; 11] = [
    suite("formatting", "fmt --all --check", OutputKind::Formatting),
    suite("lints, no features", "clippy --quiet --all-targets -- -D warnings", OutputKind::Errors),
    suite(
        "lints, ssr",
        "clippy --quiet --features ssr --all-targets -- -D warnings",
        OutputKind::Errors,
    ),
    suite(
        "lints, csr for the browser",
        "clippy --quiet --features csr,measured --target wasm32-unknown-unknown --lib --bin tinhso-app \
         --bin country-in-browser -- -D warnings",
        OutputKind::Errors,
    ),
    suite(
        "lints, xtask",
        "clippy --quiet --package xtask --all-targets -- -D warnings",
        OutputKind::Errors,
    ),
    suite("native tests", "test --quiet --no-fail-fast", OutputKind::Tests),
    suite(
        "prerender tests",
        "test --quiet --features ssr --lib --test pages --no-fail-fast",
        OutputKind::Tests,
    ),
    suite("xtask tests", "test --quiet --package xtask", OutputKind::Tests),
    suite("data check", "run --quiet --bin tinhso -- check public/data", OutputKind::Nothing),
    suite("documentation, no features", "doc --quiet --no-deps", OutputKind::Errors),
    suite("documentation, ssr", "doc --quiet --no-deps --features ssr", OutputKind::Errors),
];

const fn suite(name: &'static str, args: &'static str, output: OutputKind) -> CargoSuite {
    CargoSuite { name, args, output }
}

/// Runs every suite and prints the results. Returns `true` if all passed.
///
/// An error means that a tool could not be set up, so the tests could not run.
pub fn run_all(project: &Project, base: &str, started: Instant) -> Result<bool> {
    let tools = Toolbox::set_up(project)?;
    let chromium = setup::find_or_install_engines(project)?;
    let mut report = Report::default();
    for suite in &CARGO_SUITES {
        run_suite(&mut report, suite.name, || run_cargo_suite(project, suite));
    }
    let has_site = run_suite(&mut report, "site build", || {
        build::site(project, &tools, base, Worker::Kept).map(|()| Outcome::passed())
    });
    run_suite(&mut report, "size budget", || {
        require_site(has_site)?;
        size::check(project)
    });
    run_suite(&mut report, "scripts of bench and xtask", || {
        run_script_tests(project, &["bench", "xtask"])
    });
    run_suite(&mut report, "written pages", || {
        require_site(has_site)?;
        run_script_tests(project, &["tests/written"])
    });
    run_suite(&mut report, "types of the browser tests", || {
        let mut command = Command::new(project.node_bin().join("tsc"));
        command.args(["--noEmit", "--pretty", "false", "--project", "tests/e2e"]);
        let finished = run::quietly(command.current_dir(project.root()))?;
        let failures = results::parse_typescript_errors(&finished.stdout);
        Ok(outcome_of_check(finished.status.success(), failures, &finished.output()))
    });
    run_suite(&mut report, "browser tests", || {
        require_site(has_site)?;
        run_browser_tests(project, base, chromium.as_deref())
    });
    for engine in ["Chromium", "Firefox", "WebKit"] {
        run_suite(&mut report, &format!("engines: {engine}"), || {
            require_site(has_site)?;
            run_engine_tests(project, base, engine, chromium.as_deref())
        });
    }
    print_report(&report, started.elapsed())?;
    Ok(report.total().1 == 0)
}

/// Prints the results. On GitHub it also adds them to the lines of the sources and to the page of the run.
fn print_report(report: &Report, took: Duration) -> Result<()> {
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

/// Runs a suite and adds its outcome to the report. If the suite could not run, prints why and counts that as
/// a failure. Returns `true` if nothing failed.
fn run_suite(report: &mut Report, name: &str, work: impl FnOnce() -> Result<Outcome>) -> bool {
    let is_on_github = report::run_on_github().is_some();
    // GitHub folds the output of each group, so that readers see the failures at once.
    println!("{}{name}", if is_on_github { "::group::" } else { "\n▸ " });
    let started = Instant::now();
    let outcome = work().unwrap_or_else(|failure| {
        println!("  {failure:#}");
        Outcome::failed(vec![Failure::new("could not be run", format!("{failure:#}"))])
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

fn run_cargo_suite(project: &Project, suite: &CargoSuite) -> Result<Outcome> {
    let mut command = Command::new("cargo");
    command.args(suite.args.split_whitespace()).current_dir(project.root());
    if suite.args.starts_with("doc ") {
        command.env("RUSTDOCFLAGS", "-D warnings");
    }
    let finished = run::showing_output(&mut command)?;
    let succeeded = finished.status.success();
    let failures = match suite.output {
        OutputKind::Tests => {
            let outcome = results::parse_cargo_tests(&finished.stdout, &finished.stderr);
            return Ok(outcome.or_program_failure(succeeded, &finished.stderr));
        }
        OutputKind::Formatting => results::parse_formatting(&finished.stdout, project.root()),
        OutputKind::Errors => results::parse_compiler_errors(&finished.stderr),
        OutputKind::Nothing => Vec::new(),
    };
    Ok(outcome_of_check(succeeded, failures, &finished.output()))
}

/// The outcome of a suite that counts as one check. If no failure was found in the output of a failed suite,
/// the end of that output stands for it.
fn outcome_of_check(succeeded: bool, failures: Vec<Failure>, output: &str) -> Outcome {
    match (succeeded, failures.is_empty()) {
        (true, _) => Outcome::passed(),
        (false, true) => Outcome::failed(results::parse_compiler_errors(output)),
        (false, false) => Outcome::failed(failures),
    }
}

/// Runs the tests of the Node.js programs in these folders: the files `*.test.mjs`.
fn run_script_tests(project: &Project, folders: &[&str]) -> Result<Outcome> {
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
    let finished = run::quietly(&mut command)?;
    let outcome = results::parse_node_tests(&finished.stdout);
    Ok(outcome.or_program_failure(finished.status.success(), &finished.output()))
}

/// Stops a suite that needs the built site if the site could not be built.
fn require_site(has_site: bool) -> Result<()> {
    ensure!(has_site, "a built site was not found; see what `site build` says above");
    Ok(())
}

/// Serves `dist/` under the base path on a free port and runs the browser tests against it.
fn run_browser_tests(project: &Project, base: &str, chromium: Option<&Path>) -> Result<Outcome> {
    let server = Server::start(project, base, 0)?;
    let mut command = playwright(project, "tests/e2e", chromium);
    command.env("BASE_URL", &server.address);
    run_playwright(project, &mut command, "report.json")
}

/// Runs the core tasks of a reader in one engine. Their servers are their own; they are only told the path
/// that the site was built for.
fn run_engine_tests(
    project: &Project,
    base: &str,
    engine: &str,
    chromium: Option<&Path>,
) -> Result<Outcome> {
    let name = engine.to_lowercase();
    let mut command = playwright(project, "tests/engines", chromium);
    // A folder for each engine, because a run removes what an earlier one has left in its own.
    command.args(["--project", &name, "--output", &format!("test-results/engines-{name}")]);
    command.env("BASE_URL", format!("http://127.0.0.1{base}"));
    if name == "firefox" {
        command.env("TINHSO_GECKODRIVER", setup::find_or_install_geckodriver()?);
    }
    let report = format!("report-{name}.json");
    let outcome = run_playwright(project, &mut command, &report)?;
    if !outcome.is_for_lost_browsers() {
        return Ok(outcome);
    }
    println!("  {engine} ended by itself in {} of the tests, run once more:", outcome.failed);
    for failure in &outcome.failures {
        println!("  - {}", failure.test);
    }
    let again = run_playwright(project, command.arg("--last-failed"), &report)?;
    Ok(outcome.with_second_run(again))
}

/// The command that runs the tests of a folder.
fn playwright(project: &Project, folder: &str, chromium: Option<&Path>) -> Command {
    let mut command = Command::new(project.node_bin().join("playwright"));
    command
        .args(["test", "--config", &format!("{folder}/playwright.config.ts")])
        // One dot for each test: one line each would hide the failures among the many that pass.
        .args(["--reporter", "dot,json"])
        .current_dir(project.root());
    if let Some(chromium) = chromium {
        command.env("TINHSO_CHROMIUM", chromium);
    }
    command
}

/// Runs the tests, and reads the report that Playwright writes to `test-results/`.
fn run_playwright(project: &Project, command: &mut Command, report: &str) -> Result<Outcome> {
    let report = project.root().join("test-results").join(report);
    // Remove the report of an older run, so that it cannot be taken for the report of this run.
    if report.exists() {
        fs::remove_file(&report)?;
    }
    let finished = run::showing_output(command.env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report))?;
    let outcome = fs::read_to_string(&report)
        .ok()
        .and_then(|json| playwright::parse_report(&json, project.root()));
    let nothing_ran = || Outcome::failed(vec![Failure::from_output("no test", &finished.output())]);
    Ok(outcome
        .unwrap_or_else(nothing_ran)
        .or_program_failure(finished.status.success(), &finished.output()))
}
