//! Builds the site into `dist/`, unless what is there is up to date.
//!
//! Trunk makes the application: the program, the styles, the data and one page. Of that page a template
//! is made, and the project's own command then writes every page in every language as a file. Both work
//! in `target/xtask/`, and `dist/` is replaced only when all of it has succeeded: a failed build leaves
//! the last good site in place.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Result;
use fs_err as fs;

use crate::project::Project;
use crate::run;
use crate::setup::{self, Toolbox};

pub mod fingerprint;
mod template;

use fingerprint::{Fingerprint, files};

/// What becomes of the service worker of earlier releases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worker {
    /// The site is kept on readers' devices.
    Kept,
    /// A worker that removes itself and all that was kept takes its place.
    Retired,
}

/// Everything the site is made of, relative to the top folder.
const INPUTS: [&str; 12] = [
    "src",
    "style",
    "public",
    "worker",
    "index.html",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "package-lock.json",
    "rust-toolchain.toml",
    ".cargo",
    "xtask/src",
];

/// What Trunk makes, as it makes it, for the browser tests: a site by itself, all of whose pages are made
/// in the browser, as `trunk serve` shows it.
const TRUNK_ALONE: &str = "trunk";

/// Builds the site for a base path, which begins and ends with a slash.
pub fn site(project: &Project, tools: &Toolbox, base: &str, keeping: Worker) -> Result<()> {
    let stamp = project.work().join("dist.stamp");
    let alone = project.work().join(TRUNK_ALONE);
    let inputs = inputs(project, base, keeping)?;
    if alone.exists()
        && fs::read_to_string(&stamp)
            .is_ok_and(|old| both(&inputs, &project.dist()).is_ok_and(|new| new == old))
    {
        println!("dist/ is up to date for {base}");
        return Ok(());
    }
    let site = project.work().join("site");
    remove(&site)?;
    fs::create_dir_all(&site)?;
    // Trunk's offline mode, which keeps it from downloading tools, forbids cargo to download too.
    run::step("Fetching the crates of Cargo.lock, where they are not on this machine yet", || {
        // What runs on this machine while the program is built has crates that no browser gets.
        run::fetch(
            Command::new("cargo")
                .args(["fetch", "--target", setup::WASM_TARGET, "--target", "host-tuple"])
                .current_dir(project.root()),
            "the crates of Cargo.lock",
            "run `cargo fetch` by hand to see more",
        )
    })?;
    run::step(&format!("Building the application for {base} with Trunk"), || {
        run::checked(
            tools
                .trunk()
                .args(["build", "--release", "--offline", "true", "--public-url", base, "--dist"])
                .arg(&site)
                .current_dir(project.root()),
        )
    })?;
    remove(&alone)?;
    copy(&site, &alone)?;
    let template = project.work().join("template.html");
    run::step("Making the template of the pages, and minifying what stands in it", || {
        template::make(project, tools, &site, &template)
    })?;
    let scripts =
        run::step("Minifying the scripts that keep the site for reading offline", || {
            minified_worker(project, tools)
        })?;
    run::step("Writing every page as a file", || {
        run::checked(
            Command::new("cargo")
                .args(["run", "--features", "ssr", "--bin", "tinhso", "--", "prerender"])
                .arg("--template")
                .arg(&template)
                .args(["--data", "public/data", "--base", base, "--out"])
                .arg(&site)
                .args((keeping == Worker::Kept).then_some("--worker"))
                .args((keeping == Worker::Kept).then_some(&scripts))
                .current_dir(project.root()),
        )
    })?;
    if keeping == Worker::Retired {
        // The site was written without one.
        fs::copy(scripts.join("retire.js"), site.join("sw.js"))?;
    }
    remove(&project.dist())?;
    // `target` may be on another disk than the checkout, where a folder cannot simply be renamed.
    if fs::rename(&site, project.dist()).is_err() {
        copy(&site, &project.dist())?;
    }
    Ok(fs::write(&stamp, both(&inputs, &project.dist())?)?)
}

/// Minifies the scripts of the folder `worker`, and answers with the folder that holds them.
fn minified_worker(project: &Project, tools: &Toolbox) -> Result<PathBuf> {
    let folder = project.work().join("worker");
    for name in ["sw.js", "register.js", "retire.js"] {
        run::checked(
            tools
                .esbuild()
                // As scripts, not modules: the names of one line are seen by the next.
                .args(["--minify", "--target=es2022", "--log-level=warning"])
                .arg(format!("--outfile={}", folder.join(name).display()))
                .arg(project.root().join("worker").join(name)),
        )?;
    }
    Ok(folder)
}

/// Minifies a file in its place.
pub fn minify(tools: &Toolbox, options: &[&str], file: &Path) -> Result<()> {
    let in_place = format!("--outfile={}", file.display());
    let mut command = tools.esbuild();
    command.args(["--minify", "--log-level=warning", "--allow-overwrite", &in_place]);
    run::checked(command.args(options).arg(file)).map(|_| ())
}

/// The fingerprint of all that goes into a build.
fn inputs(project: &Project, base: &str, keeping: Worker) -> Result<String> {
    let mut sum = Fingerprint::new();
    sum.add(base);
    sum.add(format!("{keeping:?}"));
    // The address of the host stands in canonical links and in the site map.
    sum.add(std::env::var("TINHSO_ORIGIN").unwrap_or_default());
    // The pages say what became of promises by the day they are written, Vietnam's.
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH);
    let hours = since_epoch.map_or(0, |since| since.as_secs() / 3600) + 7;
    sum.add((hours / 24).to_string());
    for input in INPUTS {
        sum.add(input);
        sum.add_contents(&project.root().join(input))?;
    }
    Ok(sum.to_string())
}

/// What the stamp file holds: what went in and, in outline, what came out.
fn both(inputs: &str, dist: &Path) -> Result<String> {
    let mut sum = Fingerprint::new();
    sum.add_sizes(dist)?;
    Ok(format!("{inputs} {sum}\n"))
}

/// Removes a folder with all it holds; one that is not there is fine.
fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

/// Copies all files that a folder holds into another.
fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let target = to.join(file.strip_prefix(from)?);
        fs::create_dir_all(target.parent().unwrap_or(to))?;
        fs::copy(file, target)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each of the three may be all that is left of its release: they must mean the same caches.
    #[test]
    fn the_workers_agree_on_the_names_of_caches() -> Result<()> {
        let project = Project::find()?;
        for name in ["sw.js", "register.js", "retire.js"] {
            let text = project.read(&format!("worker/{name}"))?;
            assert_eq!(text.matches("`tinhso ${").count(), 1, "{name}");
        }
        Ok(())
    }
}
