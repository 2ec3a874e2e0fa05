//! `cargo xtask` sets up the project's tools and runs them. No other part of the project knows these tools.
//!
//! | module | question it answers |
//! | --- | --- |
//! | `args` | which command and options the command line gives |
//! | `project` | where the files are, and which version of wasm-bindgen the lock file names |
//! | `run` | how to run another program, show its output and time it |
//! | `setup` | which tools are missing, and how to install them |
//! | `build` | how to build the site; below it `fingerprint`: has anything changed, `template`: what all written pages share |
//! | `serve` | how to serve the built site as GitHub Pages would |
//! | `test` | which test suites there are; below it `size`: how many bytes a visit loads, `results` and `playwright`: which tests failed, `report`: how to print that |
//! | `bench` | how fast the ledger, pages with the whole country, the commands and the compare page are, and how large the bundles |

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

use args::{Action, Args};
use build::Worker;
use project::Project;
use serve::Server;
use setup::Toolbox;

fn main() -> ExitCode {
    match carry_out(&Args::parse().action) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("\nerror: {failure:#}");
            ExitCode::FAILURE
        }
    }
}

/// Carries out a command. Returns `false` if the command finished but found failures.
fn carry_out(action: &Action) -> Result<bool> {
    let started = Instant::now();
    let project = Project::find()?;
    match action {
        Action::Build { place, retire_worker } => {
            let tools = Toolbox::set_up(&project)?;
            let keeping = if *retire_worker { Worker::Retired } else { Worker::Kept };
            build::site(&project, &tools, &place.base, keeping)?;
            println!("\nready in {:.1} s: dist/", started.elapsed().as_secs_f64());
        }
        Action::Serve { place, port } => {
            // Reserve the port before the build, so that a port in use is reported at once.
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
        Action::Bench { only, quick } => bench::run(&project, *only, *quick)?,
        Action::KeepPrevious { from } => {
            setup::require_node()?;
            let mut command = Command::new("node");
            command.arg(project.root().join("xtask/previous.mjs")).arg(from).arg(project.dist());
            run::must_succeed(&mut command)?;
        }
        Action::Test { place } => return test::run_all(&project, &place.base, started),
    }
    Ok(true)
}
