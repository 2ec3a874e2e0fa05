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
    fs::copy(&from, &to).map(|_| ()).map_err(Failure::io(format!(
        "copy {} to {}",
        from.display(),
        to.display()
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_retired_worker_is_published_in_the_place_of_the_other() -> Result<(), Failure> {
        let folder = std::env::temp_dir().join(format!("tinhso-retired-{}", std::process::id()));
        let [scripts, site] = ["scripts", "site"].map(|name| folder.join(name));
        for part in [&scripts, &site] {
            fs::create_dir_all(part).map_err(Failure::io("create"))?;
        }
        let missing = retire(&scripts, &site);
        fs::write(scripts.join("retire.js"), "retires()").map_err(Failure::io("write"))?;
        retire(&scripts, &site)?;
        let found = fs::read_to_string(site.join("sw.js")).map_err(Failure::io("read"))?;
        fs::remove_dir_all(&folder).map_err(Failure::io("remove"))?;
        assert_eq!(found, "retires()");
        assert!(matches!(missing, Err(Failure::Io { .. })));
        Ok(())
    }

    /// Each of the three may be all that is left of its release: they must mean the same caches.
    #[test]
    fn the_scripts_agree_on_the_names_of_caches() -> Result<(), Failure> {
        let project = Project::find()?;
        for name in ["sw.js", "register.js", "retire.js"] {
            let text = project.read(&format!("worker/{name}"))?;
            assert_eq!(text.matches("`tinhso ${").count(), 1, "{name}");
        }
        Ok(())
    }
}
