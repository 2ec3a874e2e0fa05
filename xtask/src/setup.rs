//! Finds the tools the project needs, and installs those that are missing on this machine.
//!
//! A tool must have exactly the version the project names. It is looked for on `PATH`, then in a per-user
//! folder that all checkouts share. If it is in neither, it is installed into that folder. Only the browsers
//! of the tests are ever installed into the system, by `setup/browsers.rs`.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use fs_err as fs;
use which::which;

use crate::project::Project;
use crate::run;

mod browsers;

pub use browsers::{
    find_or_install_chromium, find_or_install_engines, find_or_install_geckodriver,
};

/// The version of Trunk the project is built with.
const TRUNK_VERSION: &str = "0.21.14";

/// The Rust target of the browser's program.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// A tool that is published as a Rust crate.
struct Tool<'a> {
    /// The crate's name.
    package: &'a str,
    /// The executable's name.
    program: &'a str,
    /// The exact version.
    version: &'a str,
    /// Why the project needs it, in a few words; printed while it is installed.
    why: &'a str,
    /// More options for `cargo install`.
    options: &'a [&'a str],
}

/// The tools a build needs, all installed.
pub struct Toolbox {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    node_bin: PathBuf,
}

impl Toolbox {
    /// Finds or installs everything a build needs. If nothing is missing, this is quick and prints nothing.
    pub fn set_up(project: &Project) -> Result<Self> {
        require_wasm_target()?;
        install_node_packages(project)?;
        let trunk = find_or_install(&Tool {
            package: "trunk",
            program: "trunk",
            version: TRUNK_VERSION,
            why: "it bundles the site",
            // Its default features only add downloads and an update check, which the project does not use.
            options: &["--locked", "--no-default-features"],
        })?;
        let wasm_bindgen = find_or_install(&Tool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: &project.wasm_bindgen_version()?,
            why: "it joins the WebAssembly to the page; Cargo.lock sets its version",
            options: &[],
        })?;
        Ok(Self { trunk, wasm_bindgen, node_bin: project.node_bin() })
    }

    /// The command that runs Trunk, set up to use the tools found here and to check for no updates.
    pub fn trunk(&self) -> Command {
        let mut command = Command::new(&self.trunk);
        let own = self.wasm_bindgen.parent().into_iter().chain([self.node_bin.as_path()]);
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = own.map(Path::to_owned).chain(env::split_paths(&path));
        // Joining only fails for a folder with the separator in its name, which PATH cannot contain.
        command.env("PATH", env::join_paths(folders).unwrap_or_default());
        command.env("TRUNK_SKIP_VERSION_CHECK", "true");
        // Most build errors are errors in the sources. A stack trace of Trunk would only hide the message.
        command.env("RUST_LIB_BACKTRACE", "0");
        // Trunk only accepts `true` or `false` for NO_COLOR, and fails for the usual `NO_COLOR=1`.
        if env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        command
    }

    /// The command that writes the JavaScript which starts a WebAssembly program.
    pub fn wasm_bindgen(&self) -> Command {
        Command::new(&self.wasm_bindgen)
    }

    /// The command that makes WebAssembly smaller.
    pub fn wasm_opt(&self) -> Command {
        Command::new(self.node_bin.join("wasm-opt"))
    }

    /// The command that minifies JavaScript and style sheets.
    pub fn esbuild(&self) -> Command {
        Command::new(self.node_bin.join("esbuild"))
    }
}

/// Adds the browser's target to the Rust toolchain, if it is missing.
fn require_wasm_target() -> Result<()> {
    let installed = run::output_of("rustc", &["--print", "sysroot"])
        .is_some_and(|root| Path::new(&root).join("lib/rustlib").join(WASM_TARGET).is_dir());
    if installed {
        return Ok(());
    }
    ensure!(
        which("rustup").is_ok(),
        "the Rust target {WASM_TARGET} was not found; install Rust with rustup, then run this again"
    );
    run::step(&format!("Adding the Rust target {WASM_TARGET}: browsers run it"), || {
        run::must_fetch(
            Command::new("rustup").args(["target", "add", WASM_TARGET]),
            &format!("the Rust target {WASM_TARGET}"),
            &format!("add it by `rustup target add {WASM_TARGET}`"),
        )
    })
}

/// Makes sure that Node.js and npm are installed.
pub fn require_node() -> Result<()> {
    for program in ["node", "npm"] {
        ensure!(
            which(program).is_ok(),
            "{program} was not found; install Node.js 20 or later with npm, then run this again"
        );
    }
    Ok(())
}

/// Installs the packages of `package-lock.json`, unless exactly these are installed already.
fn install_node_packages(project: &Project) -> Result<()> {
    require_node()?;
    install_locked_packages(
        project,
        "",
        "Installing the npm packages: wasm-opt and esbuild shrink the site, serve-static serves it, \
         Playwright and Lighthouse test it",
        &[],
    )
}

/// Installs the packages of `bench/peers`, the libraries the bench compares the site with. Only the bench
/// needs them, and they are too large to install for every test. npm must be installed
/// ([`install_node_packages`] checks that).
pub fn install_peers(project: &Project) -> Result<()> {
    install_locked_packages(
        project,
        "bench/peers/",
        "Installing the npm packages of bench/peers, some 250 MB: four libraries of charts make the pages \
         that ours is compared with",
        // The packages are only bundled and measured, so none of them needs its install scripts.
        &["--ignore-scripts"],
    )
}

/// Installs the packages of the lock file in `folder`, unless exactly these are installed already. The stamp
/// file is a copy of the lock file they were installed from.
fn install_locked_packages(
    project: &Project,
    folder: &str,
    what: &str,
    options: &[&str],
) -> Result<()> {
    let modules = project.root().join(folder).join("node_modules");
    let stamp = modules.join(".stamp");
    let lock = format!("{folder}package-lock.json");
    let wanted = project.read(&lock)?;
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    // The link may lead to the packages of another checkout, and npm would delete those.
    ensure!(
        !modules.is_symlink(),
        "{} is a link to other packages than those of {lock}; remove the link, then run this again",
        modules.display()
    );
    run::step(what, || {
        run::must_fetch(
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

/// Returns the path of a tool in exactly the wanted version. Installs it if it is missing.
fn find_or_install(tool: &Tool<'_>) -> Result<PathBuf> {
    if let Some(found) = which(tool.program).ok().filter(|file| has_version(file, tool.version)) {
        return Ok(found);
    }
    let root = tools_folder()?.join(format!("{}-{}", tool.package, tool.version));
    let program = root.join("bin").join(tool.program);
    if has_version(&program, tool.version) {
        return Ok(program);
    }
    let name = format!("{} {}", tool.package, tool.version);
    run::step(&format!("Installing {name} into {}: {}", root.display(), tool.why), || {
        fs::create_dir_all(&root)?;
        let installed = install_ready_made(tool, &root)? || install_from_source(tool, &root)?;
        if installed && has_version(&program, tool.version) {
            return Ok(program);
        }
        Err(run::fetch_error(&name, &format!("put {} {} on PATH", tool.program, tool.version)))
    })
}

/// Downloads a compiled program with `cargo binstall`. Returns `false` if that is not installed or fails.
fn install_ready_made(tool: &Tool<'_>, root: &Path) -> Result<bool> {
    if which("cargo-binstall").is_err() {
        return Ok(false);
    }
    println!("  fetching a ready-made program with cargo binstall");
    let finished = run::showing_output(
        cargo_outside_project(root)
            .args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"])
            .arg(root)
            .arg(format!("{}@{}", tool.package, tool.version)),
    )?;
    Ok(finished.status.success())
}

/// Compiles a program from its source. Returns `false` if that fails.
fn install_from_source(tool: &Tool<'_>, root: &Path) -> Result<bool> {
    println!("  building it from source, once: this takes some minutes");
    let finished = run::showing_output(
        cargo_outside_project(root)
            .args(["install", tool.package, "--version", &format!("={}", tool.version), "--root"])
            .arg(root)
            .args(tool.options)
            // The tools only run for seconds, so compile them quickly rather than well optimized.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            // Without `--locked`, cargo must choose dependencies that the pinned compiler can compile.
            .env("CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS", "fallback"),
    )?;
    Ok(finished.status.success())
}

/// A cargo command that ignores the project's configuration and the environment variables meant for the
/// project's own build.
fn cargo_outside_project(folder: &Path) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(folder);
    for setting in
        ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"]
    {
        cargo.env_remove(setting);
    }
    cargo
}

/// The folder to install tools into: `TINHSO_TOOLS`, or else `tinhso/tools` in the user's cache folder.
fn tools_folder() -> Result<PathBuf> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = || set("XDG_CACHE_HOME").or_else(|| Some(set("HOME")?.join(".cache")));
    set("TINHSO_TOOLS")
        .or_else(|| Some(cache()?.join("tinhso/tools")))
        .context("a folder to keep tools in was not found; set TINHSO_TOOLS to one")
}

/// Whether the program prints `name version` for `--version`, with this version.
fn has_version(program: &Path, version: &str) -> bool {
    run::output_of(program, &["--version"])
        .is_some_and(|text| text.split_whitespace().nth(1) == Some(version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_of_another_version_is_refused() {
        assert!(!has_version(Path::new("rustc"), "0.0.1"));
        assert!(!has_version(Path::new("no-such-program-as-this"), "0.0.1"));
    }
}
