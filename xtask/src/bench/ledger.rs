//! How long the ledger of promises takes, natively and in the browser. Times depend on the machine:
//! they are shown beside the limits they are meant to keep, and no time is a failure.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::run;
use crate::setup::{self, WASM_TARGET};

/// The target in `Cargo.toml` that is built for the browser.
const PROGRAM: &str = "ledger-in-browser";

/// What is asked of the ledger, as both programs call it.
const LEDGER: &str = "the ledger made and asked";

/// In milliseconds: a day chosen natively, and on the page, must seem to be answered at once.
const NATIVE_LIMIT: f64 = 50.0;
const BROWSER_LIMIT: f64 = 100.0;

/// How long something took, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Times {
    median: f64,
    p95: f64,
}

/// Measures both and prints the table.
///
/// An error means that something could not run; being slow is none.
pub fn measure(project: &Project, chromium: Option<&Path>) -> Result<()> {
    setup::wasm_target()?;
    let native =
        run::step("Measuring the ledger natively: 5,000 promises, 50,000 results", || {
            let mut command = Command::new("cargo");
            measured(
                command.args(["bench", "--bench", "ledger"]).current_dir(project.root()),
                &project.root().join("benches/ledger.rs"),
            )
        })?;
    let program = run::step("Building the same for the browser, as small as the site's", || {
        run::checked(
            Command::new("cargo")
                .args(["build", "--release", "--target", WASM_TARGET, "--bin", PROGRAM])
                .current_dir(project.root()),
        )?;
        let file = format!("{WASM_TARGET}/release/{PROGRAM}.wasm");
        Ok(target_folder(project)?.join(file))
    })?;
    let in_browser = run::step("Measuring it in Chromium: readers wait for this one", || {
        let script = project.root().join("bench/browser.mjs");
        let mut command = Command::new("node");
        command.arg(&script).arg(&program).current_dir(project.root());
        if let Some(chromium) = chromium {
            command.env("TINHSO_CHROMIUM", chromium);
        }
        measured(&mut command, &script)
    })?;
    let rows = [
        (format!("{LEDGER}, natively"), native, NATIVE_LIMIT),
        (format!("{LEDGER}, in the browser"), in_browser, BROWSER_LIMIT),
    ];
    print!("\n{}", table(&rows));
    Ok(())
}

/// Runs a program that prints times, and reads them.
fn measured(command: &mut Command, source: &Path) -> Result<Times> {
    let ended = run::checked(command)?;
    times_of(&ended.stdout).with_context(|| {
        format!(
            "{}: expected a program that prints `{LEDGER} median 1.00 ms, p95 2.00 ms`",
            source.to_owned().display()
        )
    })
}

/// The times in the line that begins with [`LEDGER`].
fn times_of(output: &str) -> Option<Times> {
    let rest = output.lines().find_map(|line| line.strip_prefix(LEDGER))?;
    let (median, p95) = rest.trim().strip_prefix("median ")?.split_once(", p95 ")?;
    let milliseconds = |text: &str| text.strip_suffix(" ms")?.parse().ok();
    Some(Times { median: milliseconds(median)?, p95: milliseconds(p95)? })
}

/// Where cargo builds, which its settings and `CARGO_TARGET_DIR` may have moved.
pub fn target_folder(project: &Project) -> Result<PathBuf> {
    let manifest = project.root().join("Cargo.toml");
    let manifest_path = format!("--manifest-path={}", manifest.display());
    run::answer("cargo", &["metadata", "--no-deps", "--format-version=1", &manifest_path])
        .and_then(|json| target_folder_of(&json))
        .with_context(|| {
            format!(
                "{}: expected {}",
                (manifest).display(),
                "a workspace whose target folder `cargo metadata` tells".to_owned()
            )
        })
}

fn target_folder_of(metadata: &str) -> Option<PathBuf> {
    let (_, rest) = metadata.split_once("\"target_directory\":\"")?;
    // JSON doubles the backslashes of Windows.
    rest.split('"').next().map(|folder| PathBuf::from(folder.replace("\\\\", "\\")))
}

/// What was measured, and the limit that its 95th percentile is meant to keep.
fn table(rows: &[(String, Times, f64)]) -> String {
    let width = rows.iter().map(|(what, ..)| what.chars().count()).max().unwrap_or(0);
    let mut text = format!("{:<width$}  {:>10}  {:>10}  {:>7}\n", "what", "median", "p95", "limit");
    for (what, Times { median, p95 }, limit) in rows {
        let mark = if p95 <= limit { "kept" } else { "not kept on this machine" };
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{what:<width$}  {median:>7.2} ms  {p95:>7.2} ms  {limit:>4.0} ms  {mark}"
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_from_the_line_of_the_ledger() {
        let output = "met  1102\nthe ledger made and asked    median 14.87 ms, p95 40.00 ms\n\
                      asked for another day alone  median 3.50 ms, p95 6.00 ms\n";
        assert_eq!(times_of(output), Some(Times { median: 14.87, p95: 40.0 }));
        assert_eq!(times_of("the ledger made and asked    median fast, p95 1 ms"), None);
        assert_eq!(times_of("asked for another day alone  median 3.50 ms, p95 6.00 ms"), None);
    }

    #[test]
    fn the_target_folder_is_read() {
        let found = |json| target_folder_of(json);
        let json = r#"{"packages":[],"target_directory":"/t/x","version":1}"#;
        assert_eq!(found(json), Some(PathBuf::from("/t/x")));
        let json = r#"{"target_directory":"C:\\t"}"#;
        assert_eq!(found(json), Some(PathBuf::from(r"C:\t")));
        assert_eq!(found("{}"), None);
    }

    #[test]
    fn a_limit_that_is_not_kept_is_told() {
        let rows = [
            ("natively".to_owned(), Times { median: 12.5, p95: 20.0 }, 50.0),
            ("in the browser".to_owned(), Times { median: 90.0, p95: 140.25 }, 100.0),
        ];
        assert_eq!(
            table(&rows),
            "what                median         p95    limit\n\
             natively          12.50 ms    20.00 ms    50 ms  kept\n\
             in the browser    90.00 ms   140.25 ms   100 ms  not kept on this machine\n"
        );
    }
}
