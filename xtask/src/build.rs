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
use crate::worker::{self, Worker};

/// Everything the site is made of, relative to the top folder.
const INPUTS: [&str; 13] = [
    "src",
    "style",
    "public",
    "worker",
    "index.html",
    "all.html",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "package-lock.json",
    "rust-toolchain.toml",
    ".cargo",
    "xtask/src",
];

/// Builds the site for a base path, which begins and ends with a slash.
pub fn site(
    project: &Project,
    tools: &Toolbox,
    base: &str,
    keeping: Worker,
) -> Result<(), Failure> {
    let stamp = project.work().join("dist.stamp");
    let inputs = inputs(project, base, keeping)?;
    if fs::read_to_string(&stamp)
        .is_ok_and(|old| both(&inputs, &project.dist()).is_ok_and(|new| new == old))
    {
        println!("dist/ is up to date for {base}");
        return Ok(());
    }
    let trunk_out = project.work().join("trunk");
    let out_of_all = project.work().join("trunk-of-all");
    let staging = project.work().join("site");
    for folder in [&trunk_out, &out_of_all, &staging] {
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
    for (page, folder) in [("index.html", &trunk_out), ("all.html", &out_of_all)] {
        run::step(
            &format!("Building the browser's program of {page} for {base} with Trunk"),
            || {
                run::checked(
                    tools
                        .trunk()
                        .args(["build", page, "--release", "--offline", "true"])
                        .args(["--public-url", base, "--dist"])
                        .arg(folder)
                        .current_dir(project.root()),
                )
            },
        )?;
    }
    run::step("Minifying the JavaScript that starts the programs", || {
        for folder in [&trunk_out, &out_of_all] {
            let script = script(folder)?;
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
    let template_of_all = take_program(&out_of_all, &trunk_out, &staging)?;
    let scripts =
        run::step("Minifying the scripts that keep the site for reading offline", || {
            worker::minified(project, tools)
        })?;
    run::step("Writing every page as a file", || {
        run::checked(
            Command::new("cargo")
                .args(["run", "--features", "ssr", "--bin", "tinhso", "--", "prerender"])
                .arg("--template")
                .arg(trunk_out.join("index.html"))
                .arg("--template-of-all")
                .arg(&template_of_all)
                .args(["--data", "public/data", "--base", base, "--out"])
                .arg(&staging)
                .args((keeping == Worker::Kept).then_some("--worker"))
                .args((keeping == Worker::Kept).then_some(&scripts))
                .current_dir(project.root()),
        )
    })?;
    if keeping == Worker::Retired {
        worker::retire(&scripts, &staging)?;
    }
    remove(&project.dist())?;
    // `target` may be on another disk than the checkout, where a folder cannot simply be renamed.
    if fs::rename(&staging, project.dist()).is_err() {
        copy(&staging, &project.dist())?;
    }
    fs::write(&stamp, both(&inputs, &project.dist())?)
        .map_err(Failure::io(format!("write {}", stamp.display())))
}

/// The JavaScript that wasm-bindgen wrote, under the name by which the page asks for it.
fn script(trunk_out: &Path) -> Result<PathBuf, Failure> {
    let doing = || format!("read {}", trunk_out.display());
    for entry in fs::read_dir(trunk_out).map_err(Failure::io(doing()))? {
        let path = entry.map_err(Failure::io(doing()))?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            return Ok(path);
        }
    }
    let expected = "a JavaScript file beside the WebAssembly, as Trunk writes it".to_owned();
    Err(Failure::File { path: trunk_out.to_path_buf(), expected })
}

/// Puts the program that Trunk left in `from` into the site, and answers with its template: the page
/// in `main`, asking for this program instead of its own.
fn take_program(from: &Path, main: &Path, site: &Path) -> Result<PathBuf, Failure> {
    let (own, other) = (script(main)?, script(from)?);
    for file in [other.clone(), wasm_of(&other)] {
        let name = file.file_name().unwrap_or_default();
        fs::copy(&file, site.join(name))
            .map_err(Failure::io(format!("copy {}", file.display())))?;
    }
    let page = main.join("index.html");
    let text =
        fs::read_to_string(&page).map_err(Failure::io(format!("read {}", page.display())))?;
    let [own, other] = [own, other].map(|script| stem(&script));
    if !text.contains(&own) {
        let expected = format!("the name {own} of its program");
        return Err(Failure::File { path: page, expected });
    }
    let template = from.join("template.html");
    fs::write(&template, text.replace(&own, &other))
        .map_err(Failure::io(format!("write {}", template.display())))?;
    Ok(template)
}

/// The name of a program's files, without what tells them apart.
fn stem(script: &Path) -> String {
    script.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The WebAssembly that a script starts.
fn wasm_of(script: &Path) -> PathBuf {
    script.with_file_name(format!("{}_bg.wasm", stem(script)))
}

/// The fingerprint of all that goes into a build.
fn inputs(project: &Project, base: &str, keeping: Worker) -> Result<String, Failure> {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// How Trunk is told to build a program, without the program's name.
    fn settings(page: &str) -> Option<String> {
        let link = page.lines().find(|line| line.contains("rel=\"rust\""))?;
        let (before, bin) = link.split_once("data-bin=\"")?;
        Some(format!("{before}{}", bin.split_once('"')?.1))
    }

    #[test]
    fn both_programs_are_built_alike() {
        let [web, all] =
            [include_str!("../../index.html"), include_str!("../../all.html")].map(settings);
        assert!(web.as_ref().is_some_and(|web| web.contains("data-wasm-opt=\"z\"")));
        assert_eq!(web, all);
    }

    #[test]
    fn the_other_program_gets_the_page_of_the_first() -> Result<(), Failure> {
        let folder = std::env::temp_dir().join(format!("tinhso-build-{}", std::process::id()));
        let [from, main, site] = ["from", "main", "site"].map(|name| folder.join(name));
        for (file, text) in [
            (from.join("all-2.js"), "all's script"),
            (from.join("all-2_bg.wasm"), "all's wasm"),
            (from.join("index.html"), "all's page"),
            (main.join("web-1.js"), ""),
            (main.join("index.html"), "<import '/x/web-1.js' /x/web-1_bg.wasm>"),
            (site.join("web-1.js"), ""),
        ] {
            fs::create_dir_all(file.parent().unwrap_or(&folder)).map_err(Failure::io("create"))?;
            fs::write(file, text).map_err(Failure::io("write"))?;
        }
        let template = take_program(&from, &main, &site)?;
        let text = fs::read_to_string(template).map_err(Failure::io("read"))?;
        let found = crate::fingerprint::files(&site)?;
        fs::write(main.join("index.html"), "no program").map_err(Failure::io("write"))?;
        let without = take_program(&from, &main, &site);
        fs::remove_dir_all(&folder).map_err(Failure::io("remove"))?;
        assert_eq!(text, "<import '/x/all-2.js' /x/all-2_bg.wasm>");
        let expected = ["all-2.js", "all-2_bg.wasm", "web-1.js"].map(|name| site.join(name));
        assert_eq!(found, expected);
        assert!(matches!(without, Err(Failure::File { path, expected })
            if path == main.join("index.html") && expected.contains("web-1")));
        Ok(())
    }
}
