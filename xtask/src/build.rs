//! Builds the site into `dist/`, unless what is there is up to date.
//!
//! Trunk builds the application: the program, the styles, the data and one page. `template` turns that page
//! into a template, and `tinhso prerender` then writes every page in every language as a file. Both work in
//! `target/xtask/`. `dist/` is replaced only after every step has succeeded, so a failed build leaves the
//! last good site in place.

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

/// Which service worker the site gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worker {
    /// The worker that keeps the site on readers' devices.
    Kept,
    /// A worker that removes everything earlier releases kept on the device, and then itself.
    Retired,
}

/// The files and folders the site is built from, relative to the top folder. If none of them changes, the
/// site need not be built again.
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

/// The folder for an unchanged copy of what Trunk builds. It is a complete site whose pages are made in the
/// browser, as `trunk serve` shows it; the browser tests check that it works.
const TRUNK_OUTPUT: &str = "trunk";

/// Builds the site for a base path, which begins and ends with a slash.
pub fn site(project: &Project, tools: &Toolbox, base: &str, worker: Worker) -> Result<()> {
    let stamp = project.work_folder().join("dist.stamp");
    let trunk_output = project.work_folder().join(TRUNK_OUTPUT);
    let inputs = fingerprint_inputs(project, base, worker)?;
    if trunk_output.exists()
        && fs::read_to_string(&stamp)
            .is_ok_and(|old| stamp_of(&inputs, &project.dist()).is_ok_and(|new| new == old))
    {
        println!("dist/ is up to date for {base}");
        return Ok(());
    }
    let site = project.work_folder().join("site");
    remove_folder(&site)?;
    fs::create_dir_all(&site)?;
    // Trunk runs in offline mode below, so that it downloads no tools. That mode also keeps cargo from
    // downloading crates, so fetch them here.
    run::step("Fetching the crates of Cargo.lock, where they are not on this machine yet", || {
        // Build scripts and macros run on this machine, and need crates that the browser target does not.
        run::must_fetch(
            Command::new("cargo")
                .args(["fetch", "--target", setup::WASM_TARGET, "--target", "host-tuple"])
                .current_dir(project.root()),
            "the crates of Cargo.lock",
            "run `cargo fetch` by hand to see more",
        )
    })?;
    run::step(&format!("Building the application for {base} with Trunk"), || {
        run::must_succeed(
            tools
                .trunk()
                .args(["build", "--release", "--offline", "true", "--public-url", base, "--dist"])
                .arg(&site)
                .current_dir(project.root()),
        )
    })?;
    remove_folder(&trunk_output)?;
    copy_files(&site, &trunk_output)?;
    let template = template_file(project);
    run::step("Making the template of the pages, and minifying what stands in it", || {
        template::make(project, tools, &site, &template)
    })?;
    let worker_scripts =
        run::step("Minifying the scripts that keep the site for reading offline", || {
            minify_worker_scripts(project, tools)
        })?;
    run::step("Writing every page as a file", || {
        run::must_succeed(
            Command::new("cargo")
                .args(["run", "--features", "ssr", "--bin", "tinhso", "--", "prerender"])
                .arg("--template")
                .arg(&template)
                .args(["--data", "public/data", "--base", base, "--out"])
                .arg(&site)
                .args((worker == Worker::Kept).then_some("--worker"))
                .args((worker == Worker::Kept).then_some(&worker_scripts))
                .current_dir(project.root()),
        )
    })?;
    if worker == Worker::Retired {
        // `tinhso prerender` has written the site without a service worker.
        fs::copy(worker_scripts.join("retire.js"), site.join("sw.js"))?;
    }
    remove_folder(&project.dist())?;
    // If `target` is on another disk than the checkout, the folder cannot be renamed, only copied.
    if fs::rename(&site, project.dist()).is_err() {
        copy_files(&site, &project.dist())?;
    }
    Ok(fs::write(&stamp, stamp_of(&inputs, &project.dist())?)?)
}

/// The template of all pages, which a build leaves behind.
pub fn template_file(project: &Project) -> PathBuf {
    project.work_folder().join("template.html")
}

/// The folder of the minified scripts of `worker/`, which a build leaves behind.
pub fn worker_folder(project: &Project) -> PathBuf {
    project.work_folder().join("worker")
}

/// Minifies the scripts of the folder `worker`, and returns the folder with the minified ones.
fn minify_worker_scripts(project: &Project, tools: &Toolbox) -> Result<PathBuf> {
    let folder = worker_folder(project);
    for name in ["sw.js", "register.js", "retire.js"] {
        run::must_succeed(
            tools
                .esbuild()
                // As plain scripts, not modules, so that esbuild keeps global names: `RELEASE` in sw.js is
                // defined by a line that the prerenderer writes before it.
                .args(["--minify", "--target=es2022", "--log-level=warning"])
                .arg(format!("--outfile={}", folder.join(name).display()))
                .arg(project.root().join("worker").join(name)),
        )?;
    }
    Ok(folder)
}

/// Minifies a file and writes the result over it.
pub fn minify_in_place(tools: &Toolbox, options: &[&str], file: &Path) -> Result<()> {
    let in_place = format!("--outfile={}", file.display());
    let mut command = tools.esbuild();
    command.args(["--minify", "--log-level=warning", "--allow-overwrite", &in_place]);
    run::must_succeed(command.args(options).arg(file)).map(|_| ())
}

/// A fingerprint of everything a build depends on.
fn fingerprint_inputs(project: &Project, base: &str, worker: Worker) -> Result<String> {
    let mut sum = Fingerprint::new();
    sum.add(base);
    sum.add(format!("{worker:?}"));
    // The host's address is written into canonical links and the site map.
    sum.add(std::env::var("TINHSO_ORIGIN").unwrap_or_default());
    // The pages give the state of promises on the day of the build, so they must be built again each day.
    // The day is that of Vietnam, seven hours ahead of UTC.
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH);
    let hours = since_epoch.map_or(0, |since| since.as_secs() / 3600) + 7;
    sum.add((hours / 24).to_string());
    for input in INPUTS {
        sum.add(input);
        sum.add_contents(&project.root().join(input))?;
    }
    Ok(sum.to_string())
}

/// The content of the stamp file: the fingerprint of the inputs, and one of the names and sizes of the files
/// in `dist/`. If both are still the same, `dist/` is up to date.
fn stamp_of(inputs: &str, dist: &Path) -> Result<String> {
    let mut sum = Fingerprint::new();
    sum.add_sizes(dist)?;
    Ok(format!("{inputs} {sum}\n"))
}

/// Removes a folder and everything in it, if the folder exists.
pub fn remove_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

/// Copies all files of a folder, at any depth, into another folder.
fn copy_files(from: &Path, to: &Path) -> Result<()> {
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

    /// A reader's device may hold one of these scripts from an older release than the others, so all three
    /// must name the caches in the same way.
    #[test]
    fn all_worker_scripts_name_the_caches_alike() -> Result<()> {
        let project = Project::find()?;
        for name in ["sw.js", "register.js", "retire.js"] {
            let text = project.read(&format!("worker/{name}"))?;
            assert_eq!(text.matches("`tinhso ${").count(), 1, "{name}");
        }
        Ok(())
    }
}
