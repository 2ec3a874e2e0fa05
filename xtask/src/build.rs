//! Builds the site into `dist/`, unless what is there is up to date.
//!
//! Trunk makes the program, the styles and a page template; the project's own command then writes
//! every page in every language as a file. Both work in `target/xtask/`, and `dist/` is replaced
//! only when all of it has succeeded: a failed build leaves the last good site in place.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::failure::Failure;
use crate::fingerprint::Fingerprint;
use crate::project::Project;
use crate::run;
use crate::setup::{self, Toolbox};

/// Everything the site is made of, relative to the top folder.
const INPUTS: [&str; 11] = [
    "src",
    "style",
    "public",
    "index.html",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "package-lock.json",
    "rust-toolchain.toml",
    ".cargo",
    "xtask/src",
];

/// Builds the site for a base path, which begins and ends with a slash.
pub fn site(project: &Project, tools: &Toolbox, base: &str) -> Result<(), Failure> {
    let stamp = project.work().join("dist.stamp");
    let inputs = inputs(project, base)?;
    if fs::read_to_string(&stamp)
        .is_ok_and(|old| both(&inputs, &project.dist()).is_ok_and(|new| new == old))
    {
        println!("dist/ is up to date for {base}");
        return Ok(());
    }
    let trunk_out = project.work().join("trunk");
    let staging = project.work().join("site");
    for folder in [&trunk_out, &staging] {
        remove(folder)?;
        fs::create_dir_all(folder).map_err(Failure::io(format!("create {}", folder.display())))?;
    }
    // Trunk's offline mode, which keeps it from downloading tools, forbids cargo to download too.
    run::step("Fetching the crates of Cargo.lock, where they are not on this machine yet", || {
        // The standard library has crates of its own to fetch.
        let mut fetch = Command::new("cargo");
        setup::small_standard_library(&mut fetch);
        let ended = run::watched(
            fetch.args(["fetch", "--target", setup::WASM_TARGET]).current_dir(project.root()),
        )?;
        if ended.status.success() {
            return Ok(());
        }
        Err(Failure::NotFetched {
            package: "the crates of Cargo.lock".to_owned(),
            remedy: "or run `cargo fetch` by hand to see more".to_owned(),
        })
    })?;
    run::step(&format!("Building the browser's program for {base} with Trunk"), || {
        run::checked(
            tools
                .trunk()
                .args(["build", "--release", "--offline", "true", "--public-url", base, "--dist"])
                .arg(&trunk_out)
                .current_dir(project.root()),
        )
    })?;
    run::step("Minifying the JavaScript that starts the program", || {
        for script in scripts(&trunk_out)? {
            let in_place = format!("--outfile={}", script.display());
            run::checked(
                tools
                    .esbuild()
                    .args(["--minify", "--format=esm", "--target=es2022", "--log-level=warning"])
                    .args(["--allow-overwrite", &in_place])
                    .arg(&script),
            )?;
        }
        Ok(())
    })?;
    copy(&trunk_out, &staging)?;
    run::step("Writing every page as a file", || {
        run::checked(
            Command::new("cargo")
                .args(["run", "--features", "ssr", "--bin", "tinhso", "--", "prerender"])
                .arg("--template")
                .arg(trunk_out.join("index.html"))
                .args(["--data", "public/data", "--base", base, "--out"])
                .arg(&staging)
                .current_dir(project.root()),
        )
    })?;
    remove(&project.dist())?;
    // `target` may be on another disk than the checkout, where a folder cannot simply be renamed.
    if fs::rename(&staging, project.dist()).is_err() {
        copy(&staging, &project.dist())?;
    }
    fs::write(&stamp, both(&inputs, &project.dist())?)
        .map_err(Failure::io(format!("write {}", stamp.display())))
}

/// The JavaScript that wasm-bindgen wrote, under the name by which the page asks for it.
fn scripts(trunk_out: &Path) -> Result<Vec<PathBuf>, Failure> {
    let doing = || format!("read {}", trunk_out.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(trunk_out).map_err(Failure::io(doing()))? {
        let path = entry.map_err(Failure::io(doing()))?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            found.push(path);
        }
    }
    if found.is_empty() {
        let expected = "a JavaScript file beside the WebAssembly, as Trunk writes it".to_owned();
        return Err(Failure::File { path: trunk_out.to_path_buf(), expected });
    }
    Ok(found)
}

/// The fingerprint of all that goes into a build.
fn inputs(project: &Project, base: &str) -> Result<String, Failure> {
    let mut sum = Fingerprint::new();
    sum.add(base);
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
fn both(inputs: &str, dist: &Path) -> Result<String, Failure> {
    let mut sum = Fingerprint::new();
    sum.add_sizes(dist)?;
    Ok(format!("{inputs} {sum}\n"))
}

/// Removes a folder with all it holds; one that is not there is fine.
fn remove(folder: &Path) -> Result<(), Failure> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).map_err(Failure::io(format!("remove {}", folder.display())))
}

/// Copies all that a folder holds into another, which is made if need be.
fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    let doing = || format!("copy {} to {}", from.display(), to.display());
    fs::create_dir_all(to).map_err(Failure::io(doing()))?;
    for entry in fs::read_dir(from).map_err(Failure::io(doing()))? {
        let entry = entry.map_err(Failure::io(doing()))?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target).map_err(Failure::io(doing()))?;
        }
    }
    Ok(())
}
