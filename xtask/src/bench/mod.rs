//! What is measured. Times depend on the machine: they are shown beside the limits they are meant to
//! keep, and no time is a failure.
//!
//! A further part is a module of its own here, a word in [`Part`] and a line in [`run`].

mod bytes;
mod country;
mod ledger;
mod pages;

use anyhow::Result;

use crate::args::Part;
use crate::browser;
use crate::project::Project;
use crate::setup;

/// Measures one part, or all of them one after the other; `quick` is a trial that proves only that
/// everything runs.
///
/// An error means that something could not run; being slow is none.
pub fn run(project: &Project, only: Option<Part>, quick: bool) -> Result<()> {
    setup::node_packages(project)?;
    let chromium = browser::set_up(project)?;
    let chromium = chromium.as_deref();
    let wanted = |part| only.is_none_or(|only| only == part);
    // What is built stands before what is measured in a browser: a compiler at work disturbs it.
    if wanted(Part::Pages) || wanted(Part::Bytes) {
        pages::prepare(project)?;
    }
    if wanted(Part::Bytes) {
        bytes::measure(project)?;
    }
    if wanted(Part::Ledger) {
        ledger::measure(project, chromium)?;
    }
    if wanted(Part::Country) {
        country::measure(project, chromium)?;
    }
    if wanted(Part::Pages) {
        pages::measure(project, chromium, quick)?;
    }
    Ok(())
}
