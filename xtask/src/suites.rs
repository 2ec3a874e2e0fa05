//! Which tests there are. All of them run, whatever the earlier ones said, unless they have
//! nothing to run on.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, ensure};
use fs_err as fs;

use crate::browser;
use crate::build::{self, Worker};
use crate::project::Project;
use crate::report::{self, Count, Report};
use crate::run;
use crate::serve::Server;
use crate::setup::Toolbox;
use crate::size;

/// How the outcome of a suite's program is counted.
enum Counting {
    /// One test: the program's exit status.
    Whole,
    /// The tests that `cargo test` summed up.
    CargoTests,
}

/// A suite that is one run of cargo.
struct CargoSuite {
    name: &'static str,
    args: &'static str,
    counting: Counting,
}

/// What is asked of the sources, before anything is built for the browser.
const CARGO_SUITES: [CargoSuite; 11] = [
    suite("formatting", "fmt --all --check", Counting::Whole),
    suite("lints, no features", "clippy --all-targets -- -D warnings", Counting::Whole),
    suite("lints, ssr", "clippy --features ssr --all-targets -- -D warnings", Counting::Whole),
    suite(
        "lints, csr for the browser",
        "clippy --features csr,measured --target wasm32-unknown-unknown --lib --bin tinhso-app \
         --bin country-in-browser -- -D warnings",
        Counting::Whole,
    ),
    suite("lints, xtask", "clippy --package xtask --all-targets -- -D warnings", Counting::Whole),
    suite("native tests", "test --no-fail-fast", Counting::CargoTests),
    suite("prerender tests", "test --features ssr --no-fail-fast", Counting::CargoTests),
    suite("xtask tests", "test --package xtask", Counting::CargoTests),
    suite("data check", "run --bin tinhso -- check public/data", Counting::Whole),
    suite("documentation, no features", "doc --no-deps", Counting::Whole),
    suite("documentation, ssr", "doc --no-deps --features ssr", Counting::Whole),
];

/// Node's own test runner takes them; a folder it would take differently from version to version.
const SCRIPT_TESTS: [&str; 6] = [
    "bench/report.test.mjs",
    "bench/stats.test.mjs",
    "bench/trace.test.mjs",
    "bench/wasm-sizes.test.mjs",
    "xtask/previous.test.mjs",
    "xtask/serve.test.mjs",
];

const fn suite(name: &'static str, args: &'static str, counting: Counting) -> CargoSuite {
    CargoSuite { name, args, counting }
}

/// Runs every suite and prints the results; `true` if all passed.
///
/// An error means that the set-up failed: without its tools there is no telling how the tests
/// would have gone.
pub fn run_all(project: &Project, base: &str, started: Instant) -> Result<bool> {
    let tools = Toolbox::set_up(project)?;
    let chromium = browser::set_up(project)?;
    let mut report = Report::default();
    for suite in &CARGO_SUITES {
        record(&mut report, suite.name, || run_cargo(project, suite));
    }
    let is_built = record(&mut report, "site build", || {
        build::site(project, &tools, base, Worker::Kept).map(|()| Count::one(true))
    });
    record(&mut report, "size budget", || {
        built(is_built)?;
        size::check(project).map(Count::one)
    });
    record(&mut report, "scripts of bench and xtask", || {
        let mut command = Command::new("node");
        command.arg("--test").args(SCRIPT_TESTS).current_dir(project.root());
        run::watched(&mut command).map(|ended| Count::one(ended.status.success()))
    });
    record(&mut report, "types of the browser tests", || {
        let tsc = project.node_bin().join("tsc");
        let mut command = Command::new(tsc);
        command.args(["--noEmit", "--project", "tests/e2e"]).current_dir(project.root());
        run::watched(&mut command).map(|ended| Count::one(ended.status.success()))
    });
    record(&mut report, "browser tests", || {
        built(is_built)?;
        browser_tests(project, base, chromium.as_deref())
    });
    println!("\n{}", report.text(started.elapsed()));
    Ok(report.total().failed == 0)
}

/// Runs a suite, shows why it could not run if so, and adds it to the report; `true` if nothing
/// in it failed.
fn record(report: &mut Report, name: &str, work: impl FnOnce() -> Result<Count>) -> bool {
    println!("\n▸ {name}");
    let started = Instant::now();
    let count = work().unwrap_or_else(|failure| {
        println!("  {failure:#}");
        Count::one(false)
    });
    let verdict = if count.failed == 0 { "passed" } else { "FAILED" };
    println!("  {verdict} in {:.1} s", started.elapsed().as_secs_f64());
    report.add(name, count, started.elapsed());
    count.failed == 0
}

fn run_cargo(project: &Project, suite: &CargoSuite) -> Result<Count> {
    let mut command = Command::new("cargo");
    command.args(suite.args.split_whitespace()).current_dir(project.root());
    if suite.args.starts_with("doc ") {
        command.env("RUSTDOCFLAGS", "-D warnings");
    }
    let ended = run::watched(&mut command)?;
    let succeeded = ended.status.success();
    Ok(match suite.counting {
        Counting::Whole => Count::one(succeeded),
        Counting::CargoTests => {
            report::cargo_test_count(&ended.stdout).at_least_as_bad_as(succeeded)
        }
    })
}

/// A suite that looks at the built site cannot run without one.
fn built(is_built: bool) -> Result<()> {
    ensure!(is_built, "a built site was not found; see what `site build` says above");
    Ok(())
}

/// Serves `dist/` under the base path on a free port and runs Playwright against it.
fn browser_tests(project: &Project, base: &str, chromium: Option<&Path>) -> Result<Count> {
    let server = Server::start(project, base, 0)?;
    let results = project.root().join("test-results/report.json");
    // An older run's report must not be taken for this one's.
    if results.exists() {
        fs::remove_file(&results)?;
    }
    let mut command = Command::new(project.node_bin().join("playwright"));
    command
        .args(["test", "--config", "tests/e2e/playwright.config.ts"])
        .env("BASE_URL", &server.address)
        .current_dir(project.root());
    if let Some(chromium) = chromium {
        command.env("TINHSO_CHROMIUM", chromium);
    }
    let ended = run::watched(&mut command)?;
    let count = fs::read_to_string(&results).ok().and_then(|json| report::playwright_count(&json));
    let nothing_ran = Count { passed: 0, failed: 1 };
    Ok(count.unwrap_or(nothing_ran).at_least_as_bad_as(ended.status.success()))
}
