//! `cargo xtask`: the one place that knows the project's tools.
//!
//! | module | question it answers |
//! | --- | --- |
//! | `args` | what was asked for on the command line |
//! | `project` | where things are, and which version of wasm-bindgen the lock file names |
//! | `run` | how another program is run, shown and timed |
//! | `setup` | what is missing, and how to get it |
//! | `build` | how the site is built; below it `fingerprint`: is what there is up to date, `template`: what all pages share |
//! | `serve` | how the built site is served as GitHub Pages would |
//! | `test` | which tests there are; below it `size`: how many bytes a visit costs, `results` and `playwright`: what failed, `report`: how that is told |
//! | `bench` | how long the ledger takes, what a page of the whole country costs, the compare page and its peers |

mod args;
mod bench;
mod build;
mod project;
mod run;
mod serve;
mod setup;
mod test;

use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::Result;
use clap::Parser;

use args::{Args, Asked};
use build::Worker;
use project::Project;
use serve::Server;
use setup::Toolbox;

fn main() -> ExitCode {
    match carry_out(&Args::parse().asked) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("\nerror: {failure:#}");
            ExitCode::FAILURE
        }
    }
}

/// Carries out a command; `false` means that it ran to its end and found something wrong.
fn carry_out(asked: &Asked) -> Result<bool> {
    let started = Instant::now();
    let project = Project::find()?;
    match asked {
        Asked::Build { place, retire_worker } => {
            let tools = Toolbox::set_up(&project)?;
            let keeping = if *retire_worker { Worker::Retired } else { Worker::Kept };
            build::site(&project, &tools, &place.base, keeping)?;
            println!("\nready in {:.1} s: dist/", started.elapsed().as_secs_f64());
        }
        Asked::Serve { place, port } => {
            // Nobody should wait for a build to hear that the port is in use.
            let reserved = serve::reserve(*port)?;
            let tools = Toolbox::set_up(&project)?;
            build::site(&project, &tools, &place.base, Worker::Kept)?;
            drop(reserved);
            let server = Server::start(&project, &place.base, *port)?;
            println!("\nready in {:.1} s", started.elapsed().as_secs_f64());
            println!("{}", server.address);
            println!("stop with Ctrl+C");
            server.wait()?;
        }
        Asked::Bench { only, quick } => bench::run(&project, *only, *quick)?,
        Asked::KeepPrevious { from } => {
            setup::node()?;
            let mut command = Command::new("node");
            command.arg(project.root().join("xtask/previous.mjs")).arg(from).arg(project.dist());
            run::checked(&mut command)?;
        }
        Asked::Test { place } => return test::run_all(&project, &place.base, started),
    }
    Ok(true)
}
