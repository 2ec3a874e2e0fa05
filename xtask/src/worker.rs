//! The service worker's scripts, small enough to be sent.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::project::Project;
use crate::run;
use crate::setup::Toolbox;

/// What becomes of the service worker of earlier releases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worker {
    /// The site is kept on readers' devices.
    Kept,
    /// A worker that removes itself and all that was kept takes its place.
    Retired,
}

/// Minifies the scripts of the folder `worker`, and answers with the folder that holds them.
pub fn minified(project: &Project, tools: &Toolbox) -> Result<PathBuf, Failure> {
    let folder = project.work().join("worker");
    fs::create_dir_all(&folder).map_err(Failure::io(format!("create {}", folder.display())))?;
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

/// Puts the worker that removes itself into a site built without one.
pub fn retire(minified: &Path, site: &Path) -> Result<(), Failure> {
    let (from, to) = (minified.join("retire.js"), site.join("sw.js"));
    fs::copy(&from, &to)
        .map(|_| ())
        .map_err(Failure::io(format!("copy {} to {}", from.display(), to.display())))
}
