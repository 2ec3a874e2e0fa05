//! What is missing on this machine, and how to get it.
//!
//! A tool is looked for on `PATH` in exactly the version the project wants, then in a per-user
//! folder shared by all checkouts, and installed there when it is in neither. Nothing is installed
//! into the system except, by [`chromium`], the browser of the tests.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use fs_err as fs;
use which::which;

use crate::project::Project;
use crate::run;

/// The version of Trunk the project is built with.
const TRUNK: &str = "0.21.14";

/// The target triple of the browser's program.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// A program that comes as a Rust crate.
struct Tool<'a> {
    /// The crate's name.
    package: &'a str,
    /// The executable's name.
    program: &'a str,
    /// Exact version.
    version: &'a str,
    /// What the project needs it for, in a few words.
    why: &'a str,
    /// What else `cargo install` is told.
    options: &'a [&'a str],
}

/// The tools a build needs, all in place.
pub struct Toolbox {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    node_bin: PathBuf,
}

impl Toolbox {
    /// Finds or installs everything a build needs. When all is there it takes a moment and prints
    /// nothing.
    pub fn set_up(project: &Project) -> Result<Self> {
        wasm_target()?;
        node_packages(project)?;
        let trunk = tool(&Tool {
            package: "trunk",
            program: "trunk",
            version: TRUNK,
            why: "it bundles the site",
            // Its default features only bring downloads and an update check, which are not used.
            options: &["--locked", "--no-default-features"],
        })?;
        let wasm_bindgen = tool(&Tool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: &project.wasm_bindgen_version()?,
            why: "it joins the WebAssembly to the page; Cargo.lock sets its version",
            options: &[],
        })?;
        Ok(Self { trunk, wasm_bindgen, node_bin: project.node_bin() })
    }

    /// Trunk, told to use the tools found here and to download nothing.
    pub fn trunk(&self) -> Command {
        let mut command = Command::new(&self.trunk);
        let own = self.wasm_bindgen.parent().into_iter().chain([self.node_bin.as_path()]);
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = own.map(Path::to_owned).chain(env::split_paths(&path));
        // Joining fails only for a folder with the separator in its name, which PATH cannot express.
        command.env("PATH", env::join_paths(folders).unwrap_or_default());
        command.env("TRUNK_SKIP_VERSION_CHECK", "true");
        // A page that does not build is no fault of Trunk's: its own stack would only hide why.
        command.env("RUST_LIB_BACKTRACE", "0");
        // Trunk reads NO_COLOR as a boolean and refuses the customary `NO_COLOR=1`.
        if env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        command
    }

    /// What writes the JavaScript a program needs to be started.
    pub fn wasm_bindgen(&self) -> Command {
        Command::new(&self.wasm_bindgen)
    }

    /// What shrinks WebAssembly.
    pub fn wasm_opt(&self) -> Command {
        Command::new(self.node_bin.join("wasm-opt"))
    }

    /// The minifier of JavaScript.
    pub fn esbuild(&self) -> Command {
        Command::new(self.node_bin.join("esbuild"))
    }
}

/// Adds the browser's target to the Rust toolchain, where it is missing.
fn wasm_target() -> Result<()> {
    let installed = run::answer("rustc", &["--print", "sysroot"])
        .is_some_and(|root| Path::new(&root).join("lib/rustlib").join(WASM_TARGET).is_dir());
    if installed {
        return Ok(());
    }
    ensure!(
        which("rustup").is_ok(),
        "the Rust target {WASM_TARGET} was not found; install Rust with rustup, then run this again"
    );
    run::step(&format!("Adding the Rust target {WASM_TARGET}: browsers run it"), || {
        run::fetch(
            Command::new("rustup").args(["target", "add", WASM_TARGET]),
            &format!("the Rust target {WASM_TARGET}"),
            &format!("add it by `rustup target add {WASM_TARGET}`"),
        )
    })
}

/// Finds Node.js with npm.
pub fn node() -> Result<()> {
    for program in ["node", "npm"] {
        ensure!(
            which(program).is_ok(),
            "{program} was not found; install Node.js 20 or later with npm, then run this again"
        );
    }
    Ok(())
}

/// Installs the packages of `package-lock.json` unless exactly these are installed.
fn node_packages(project: &Project) -> Result<()> {
    node()?;
    locked_packages(
        project,
        "",
        "Installing the npm packages: wasm-opt and esbuild shrink the site, serve-static serves it, \
         Playwright tests it",
        &[],
    )
}

/// Installs what `bench` compares the site with: packages that the site itself does not need, and
/// that are too many to install for every test. [`node_packages`] must have found npm.
pub fn peers(project: &Project) -> Result<()> {
    locked_packages(
        project,
        "bench/peers/",
        "Installing the npm packages of bench/peers, some 400 MB: Lighthouse measures the pages, and \
         four libraries of charts make the ones ours is compared with",
        // What is bundled and measured is only read: nothing in it has to run to be installed.
        &["--ignore-scripts"],
    )
}

/// Installs the packages of the lock file in `folder` unless exactly these are installed.
fn locked_packages(project: &Project, folder: &str, what: &str, options: &[&str]) -> Result<()> {
    let modules = project.root().join(folder).join("node_modules");
    let stamp = modules.join(".stamp");
    let lock = format!("{folder}package-lock.json");
    let wanted = project.read(&lock)?;
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    // What it leads to may be another checkout's, and npm would empty that.
    ensure!(
        !modules.is_symlink(),
        "{} is a link to other packages than those of {lock}; remove the link, then run this again",
        modules.display()
    );
    run::step(what, || {
        run::fetch(
            Command::new("npm")
                .args(["ci", "--no-audit", "--no-fund"])
                .args(options)
                .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
                .current_dir(project.root().join(folder)),
            &format!("the npm packages of {lock}"),
            "run `npm ci` beside that file by hand to see more",
        )?;
        Ok(fs::write(&stamp, wanted)?)
    })
}

/// The path of a tool in exactly its version, installed if need be.
fn tool(tool: &Tool<'_>) -> Result<PathBuf> {
    if let Some(found) = which(tool.program).ok().filter(|file| is_version(file, tool.version)) {
        return Ok(found);
    }
    let root = tools_folder()?.join(format!("{}-{}", tool.package, tool.version));
    let program = root.join("bin").join(tool.program);
    if is_version(&program, tool.version) {
        return Ok(program);
    }
    let name = format!("{} {}", tool.package, tool.version);
    run::step(&format!("Installing {name} into {}: {}", root.display(), tool.why), || {
        fs::create_dir_all(&root)?;
        let installed = binstall(tool, &root)? || cargo_install(tool, &root)?;
        if installed && is_version(&program, tool.version) {
            return Ok(program);
        }
        Err(run::not_fetched(&name, &format!("put {} {} on PATH", tool.program, tool.version)))
    })
}

/// Fetches a ready-made program, where `cargo binstall` is present; `false` if that did not work.
fn binstall(tool: &Tool<'_>, root: &Path) -> Result<bool> {
    if which("cargo-binstall").is_err() {
        return Ok(false);
    }
    println!("  fetching a ready-made program with cargo binstall");
    let ended = run::watched(
        outside_the_project(root)
            .args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"])
            .arg(root)
            .arg(format!("{}@{}", tool.package, tool.version)),
    )?;
    Ok(ended.status.success())
}

/// Builds a program from its source; `false` if that did not work.
fn cargo_install(tool: &Tool<'_>, root: &Path) -> Result<bool> {
    println!("  building it from source, once: this takes some minutes");
    let ended = run::watched(
        outside_the_project(root)
            .args(["install", tool.package, "--version", &format!("={}", tool.version), "--root"])
            .arg(root)
            .args(tool.options)
            // The tools run for seconds: building them fast matters more than running them fast.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            // Without a lock file, take no dependency that is too new for the pinned compiler.
            .env("CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS", "fallback"),
    )?;
    Ok(ended.status.success())
}

/// Cargo, free of the project's own configuration and of settings meant for its build.
fn outside_the_project(folder: &Path) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(folder);
    for setting in
        ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"]
    {
        cargo.env_remove(setting);
    }
    cargo
}

/// `TINHSO_TOOLS`, else `tinhso/tools` in the user's cache folder.
fn tools_folder() -> Result<PathBuf> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = || set("XDG_CACHE_HOME").or_else(|| Some(set("HOME")?.join(".cache")));
    set("TINHSO_TOOLS")
        .or_else(|| Some(cache()?.join("tinhso/tools")))
        .context("a folder to keep tools in was not found; set TINHSO_TOOLS to one")
}

/// Does the program answer `--version` with `name version`?
fn is_version(program: &Path, version: &str) -> bool {
    run::answer(program, &["--version"])
        .is_some_and(|text| text.split_whitespace().nth(1) == Some(version))
}

/// The names Chromium goes by.
const CHROMIUM: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// Finds a Chromium, or installs one: Debian's package where that is possible, else Playwright's
/// own build. `None` means the latter, which Playwright finds by itself.
pub fn chromium(project: &Project) -> Result<Option<PathBuf>> {
    if let Some(set) = env::var_os("TINHSO_CHROMIUM").filter(|value| !value.is_empty()) {
        let file = PathBuf::from(set);
        ensure!(
            file.is_file(),
            "TINHSO_CHROMIUM={} was not found; set it to the path of a Chromium, or unset it",
            file.display()
        );
        return Ok(Some(file));
    }
    let on_path = || CHROMIUM.iter().find_map(|name| which(name).ok());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_version_is_not_taken() {
        assert!(!is_version(Path::new("rustc"), "0.0.1"));
        assert!(!is_version(Path::new("no-such-program-as-this"), "0.0.1"));
    }
}
