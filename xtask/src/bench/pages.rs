//! The compare page beside the same page made with other libraries of charts. A program for Node.js
//! measures them, prints the tables and writes them to `bench/results.md`.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::args::DEFAULT_BASE;
use crate::build::{self, Worker};
use crate::project::Project;
use crate::run;
use crate::setup::{self, Toolbox};

/// Where the results are written, from the top folder.
const RESULTS: &str = "bench/results.md";

/// Builds the site and installs the peers, where either is missing.
pub fn prepare(project: &Project) -> Result<()> {
    let tools = Toolbox::set_up(project)?;
    build::site(project, &tools, DEFAULT_BASE, Worker::Kept)?;
    setup::peers(project)
}

/// Measures the pages.
pub fn measure(project: &Project, chromium: Option<&Path>, quick: bool) -> Result<()> {
    let what = if quick {
        "Trying the compare page beside four other libraries, once: no result"
    } else {
        "Measuring the compare page beside four other libraries, five times: some 10 minutes"
    };
    run::step(what, || {
        let mut command = command(project, quick);
        if let Some(chromium) = chromium {
            command.env("TINHSO_CHROMIUM", chromium);
        }
        run::checked(&mut command).map(|_| ())
    })
}

fn command(project: &Project, quick: bool) -> Command {
    let mut command = Command::new("node");
    command
        .arg("bench/compare.mjs")
        .args(["--base", DEFAULT_BASE, "--out", RESULTS, "--dist"])
        .arg(project.dist())
        .arg("--work")
        .arg(project.work().join("peers"))
        .current_dir(project.root());
    if quick {
        command.arg("--quick");
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trial_is_said_to_be_one() -> Result<()> {
        let project = Project::find()?;
        let words = |quick| -> Vec<String> {
            let command = command(&project, quick);
            command.get_args().map(|word| word.to_string_lossy().into_owned()).collect()
        };
        assert_eq!(words(true).last().map(String::as_str), Some("--quick"));
        assert_eq!(words(true)[..words(false).len()], words(false));
        assert_eq!(
            words(false)[..5],
            ["bench/compare.mjs", "--base", "/tinhso/", "--out", RESULTS]
        );
        Ok(())
    }

    /// The bundles of the peers are made by the site's own esbuild and measured with its Playwright.
    #[test]
    fn the_peers_are_pinned_exactly() -> Result<()> {
        let packages = Project::find()?.read("bench/peers/package.json")?;
        let (_, wanted) = packages.split_once("\"dependencies\"").unwrap_or_default();
        let versions: Vec<&str> =
            wanted.lines().filter_map(|line| line.split("\": \"").nth(1)).collect();
        assert!(versions.len() >= 6, "{wanted}");
        assert!(versions.iter().all(|version| version.starts_with(char::is_numeric)), "{wanted}");
        Ok(())
    }
}
