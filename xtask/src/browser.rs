//! The Chromium that the browser tests drive.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::project::Project;
use crate::run;

/// The names Chromium goes by.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// Finds a Chromium, or installs one: Debian's package where that is possible, else Playwright's
/// own build. `None` means the latter, which Playwright finds by itself.
pub fn set_up(project: &Project) -> Result<Option<PathBuf>, Failure> {
    if let Some(set) = env::var_os("TINHSO_CHROMIUM").filter(|value| !value.is_empty()) {
        let file = PathBuf::from(set);
        return if file.is_file() {
            Ok(Some(file))
        } else {
            Err(Failure::Missing {
                what: format!("TINHSO_CHROMIUM={}", file.display()),
                remedy: "set it to the path of a Chromium, or unset it".to_owned(),
            })
        };
    }
    if let Some(found) = on_path() {
        return Ok(Some(found));
    }
    if run::on_path("apt-get").is_some() && run::answer("id", &["-u"]).as_deref() == Some("0") {
        run::step(
            "Installing Chromium and fonts with apt-get: the browser tests need them",
            || {
                apt(&["update"])?;
                apt(&["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core"])
            },
        )?;
        return on_path().map(Some).ok_or_else(|| Failure::Missing {
            what: "chromium".to_owned(),
            remedy: "set TINHSO_CHROMIUM to the path of a Chromium".to_owned(),
        });
    }
    playwrights_own(project).map(|()| None)
}

fn on_path() -> Option<PathBuf> {
    NAMES.iter().find_map(|name| run::on_path(name))
}

fn apt(args: &[&str]) -> Result<(), Failure> {
    let ended =
        run::watched(Command::new("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive"))?;
    if ended.status.success() {
        return Ok(());
    }
    Err(Failure::NotFetched {
        package: "the Debian package chromium".to_owned(),
        remedy: "or set TINHSO_CHROMIUM to the path of a Chromium".to_owned(),
    })
}

/// Playwright downloads nothing when its build is there already, so this is asked every time.
fn playwrights_own(project: &Project) -> Result<(), Failure> {
    let playwright = project.node_bin().join("playwright");
    let what = "Making sure that Playwright's own Chromium is there: the browser tests need it";
    run::step(what, || {
        let ended = run::watched(install_command(&playwright).current_dir(project.root()))?;
        if ended.status.success() {
            return Ok(());
        }
        Err(Failure::NotFetched {
            package: "Playwright's Chromium".to_owned(),
            remedy: "or install Chromium and set TINHSO_CHROMIUM to its path".to_owned(),
        })
    })
}

fn install_command(playwright: &Path) -> Command {
    let mut command = Command::new(playwright);
    command.args(["install", "chromium"]).env_remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
    command
}
