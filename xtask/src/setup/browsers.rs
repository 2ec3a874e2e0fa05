//! The browsers of the tests, what drives them, and the fonts they draw with. They come from the system's own
//! packages, except what Debian does not have.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, ensure};
use which::which;

use super::{Tool, find_or_install};
use crate::project::Project;
use crate::run;

/// The version of geckodriver, which drives Firefox. Debian has none.
const GECKODRIVER_VERSION: &str = "0.37.1";

/// A package of Debian.
struct Package {
    /// The package's name, and its version where that matters, as apt-get reads them.
    name: &'static str,
    /// One of these programs or files shows that it is installed, or something that takes its place.
    any_of: &'static [&'static str],
}

const CHROMIUM: Package =
    Package { name: "chromium", any_of: &["chromium", "chromium-browser", "google-chrome"] };

/// What draws texts. With the same fonts everywhere, pictures and the widths of texts are the same, too.
/// Debian 12 and 13 have this version, each with a number of its own at the end.
const FONTS: Package = Package {
    name: "fonts-noto-core=20201225-*",
    any_of: &["/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"],
};

/// What the tests in three engines need besides Chromium and the fonts.
const ENGINES: [Package; 4] = [
    Package { name: "chromium-driver", any_of: &["chromedriver"] },
    Package { name: "firefox-esr", any_of: &["firefox-esr", "firefox"] },
    Package { name: "webkit2gtk-driver", any_of: &["WebKitWebDriver"] },
    Package { name: "xvfb", any_of: &["Xvfb"] },
];

impl Package {
    /// The path of what shows that the package is installed.
    fn find(&self) -> Option<PathBuf> {
        // `which` also takes a path, but then only finds programs.
        let file = |name: &str| {
            Some(PathBuf::from(name)).filter(|file| file.is_absolute() && file.is_file())
        };
        self.any_of.iter().find_map(|name| which(name).ok().or_else(|| file(name)))
    }
}

/// Finds a Chromium, or installs one: Debian's package if this may install packages, otherwise Playwright's
/// own build. `None` means Playwright's build, which Playwright finds by itself.
pub fn find_or_install_chromium(project: &Project) -> Result<Option<PathBuf>> {
    install_missing(&chromium_and_fonts()?)?;
    find_chromium_or_build_of_playwright(project)
}

/// The same, and installs what the tests in three engines need if this may install packages. A test whose
/// engine is missing fails and names what to install.
pub fn find_or_install_engines(project: &Project) -> Result<Option<PathBuf>> {
    let mut packages = chromium_and_fonts()?;
    packages.extend(&ENGINES);
    install_missing(&packages)?;
    find_chromium_or_build_of_playwright(project)
}

/// Finds geckodriver, or installs it.
pub fn find_or_install_geckodriver() -> Result<PathBuf> {
    find_or_install(&Tool {
        package: "geckodriver",
        program: "geckodriver",
        version: GECKODRIVER_VERSION,
        why: "the tests drive Firefox with it",
        options: &["--locked"],
    })
}

/// The Chromium that `TINHSO_CHROMIUM` names.
fn chosen_chromium() -> Result<Option<PathBuf>> {
    let set = env::var_os("TINHSO_CHROMIUM").filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(file) = &set {
        ensure!(
            file.is_file(),
            "TINHSO_CHROMIUM={} was not found; set it to the path of a Chromium, or unset it",
            file.display()
        );
    }
    Ok(set)
}

/// The packages of the browser tests. Where a Chromium is chosen, none has to be installed.
fn chromium_and_fonts() -> Result<Vec<&'static Package>> {
    let chromium = chosen_chromium()?.is_none().then_some(&CHROMIUM);
    Ok(chromium.into_iter().chain([&FONTS]).collect())
}

/// Installs those of the packages that are missing, by one call of apt-get. On a system without it, or if
/// this does not run as root, nothing is installed.
fn install_missing(packages: &[&Package]) -> Result<()> {
    let missing: Vec<&str> = packages
        .iter()
        .filter(|package| package.find().is_none())
        .map(|package| package.name)
        .collect();
    let may_install =
        which("apt-get").is_ok() && run::output_of("id", &["-u"]).as_deref() == Some("0");
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !may_install {
        println!("  missing, and installed only by root with apt-get: {names}");
        return Ok(());
    }
    run::step(&format!("Installing {names} with apt-get: the browser tests need it"), || {
        let apt_get = |args: &[&str]| {
            run::must_fetch(
                Command::new("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive"),
                &format!("one of the Debian packages {names}"),
                "install them by hand",
            )
        };
        apt_get(&["update"])?;
        apt_get(&[&["install", "-y", "--no-install-recommends"], missing.as_slice()].concat())
    })
}

fn find_chromium_or_build_of_playwright(project: &Project) -> Result<Option<PathBuf>> {
    if let Some(found) = chosen_chromium()?.or_else(|| CHROMIUM.find()) {
        return Ok(Some(found));
    }
    // Playwright downloads nothing if its build is there already, so this can run every time.
    let what = "Making sure that Playwright's own Chromium is there: the browser tests need it";
    run::step(what, || {
        run::must_fetch(
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

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");

    #[test]
    fn a_package_is_found_by_a_program_or_a_file() {
        let found = |any_of| Package { name: "x", any_of }.find();
        assert!(found(&["no-such-program-as-this", "cargo"]).is_some());
        assert_eq!(found(&[FILE]), Some(PathBuf::from(FILE)));
        assert_eq!(found(&["no-such-program-as-this", "/no/such/file"]), None);
    }
}
