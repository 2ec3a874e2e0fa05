//! The Chromium that the browser tests drive.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use which::which;

use crate::project::Project;
use crate::run;

/// The names Chromium goes by.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// Finds a Chromium, or installs one: Debian's package where that is possible, else Playwright's
/// own build. `None` means the latter, which Playwright finds by itself.
pub fn set_up(project: &Project) -> Result<Option<PathBuf>> {
    if let Some(set) = env::var_os("TINHSO_CHROMIUM").filter(|value| !value.is_empty()) {
        let file = PathBuf::from(set);
        ensure!(
            file.is_file(),
            "TINHSO_CHROMIUM={} was not found; set it to the path of a Chromium, or unset it",
            file.display()
        );
        return Ok(Some(file));
    }
    let on_path = || NAMES.iter().find_map(|name| which(name).ok());
    if let Some(found) = on_path() {
        return Ok(Some(found));
    }
    if which("apt-get").is_ok() && run::answer("id", &["-u"]).as_deref() == Some("0") {
        run::step(
            "Installing Chromium and fonts with apt-get: the browser tests need them",
            || {
                apt(&["update"])?;
                apt(&["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core"])
            },
        )?;
        let missing = "chromium was not found; set TINHSO_CHROMIUM to the path of a Chromium";
        return on_path().map(Some).context(missing);
    }
    // Playwright downloads nothing when its build is there already, so this is asked every time.
    let what = "Making sure that Playwright's own Chromium is there: the browser tests need it";
    run::step(what, || {
        run::fetch(
            Command::new(project.node_bin().join("playwright"))
                .args(["install", "chromium"])
                .env_remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD")
                .current_dir(project.root()),
            "Playwright's Chromium",
            "install Chromium and set TINHSO_CHROMIUM to its path",
        )
    })?;
    Ok(None)
}

fn apt(args: &[&str]) -> Result<()> {
    run::fetch(
        Command::new("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive"),
        "the Debian package chromium",
        "set TINHSO_CHROMIUM to the path of a Chromium",
    )
}
