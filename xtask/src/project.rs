//! Where the files of the project are, and which version of wasm-bindgen the lock file names.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use fs_err as fs;

use crate::run;

/// The checkout (the working copy of the repository) that this program works on.
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds the checkout that contains this program's package. Cargo says at run time where that is;
    /// without cargo, it is where the program was compiled.
    pub fn find() -> Result<Self> {
        let package = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package.parent().context("the package xtask is not in a checkout")?;
        Ok(Self { root: root.to_owned() })
    }

    /// The top folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of the built site. Git ignores it.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The folder for this program's stamps and unfinished builds. It is always inside the checkout, even if
    /// `CARGO_TARGET_DIR` is set, because these files describe this checkout's `dist/`.
    pub fn work_folder(&self) -> PathBuf {
        self.root.join("target/xtask")
    }

    /// The folder of the programs that npm installed.
    pub fn node_bin(&self) -> PathBuf {
        self.root.join("node_modules/.bin")
    }

    /// Reads a text file, named relative to the top folder.
    pub fn read(&self, file: &str) -> Result<String> {
        Ok(fs::read_to_string(self.root.join(file))?)
    }

    /// The version of the crate `wasm-bindgen` in `Cargo.lock`. The command `wasm-bindgen` must have exactly
    /// the same version, because the two share a private format.
    pub fn wasm_bindgen_version(&self) -> Result<String> {
        let manifest = self.root.join("Cargo.toml");
        let args = ["pkgid", "wasm-bindgen", "--manifest-path", &manifest.to_string_lossy()];
        run::output_of("cargo", &args).and_then(|id| Some(id.rsplit_once('@')?.1.to_owned())).context(
            "Cargo.lock: expected one package named wasm-bindgen; see `cargo pkgid wasm-bindgen`",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_one_version_of_wasm_bindgen() -> Result<()> {
        let version = Project::find()?.wasm_bindgen_version()?;
        assert_eq!(version.split('.').filter(|part| part.parse::<u32>().is_ok()).count(), 3);
        Ok(())
    }

    /// Trunk uses wasm-opt only if it has the version that `Trunk.toml` names, and npm installs it.
    #[test]
    fn trunk_and_npm_name_the_same_wasm_opt() -> Result<()> {
        let project = Project::find()?;
        let npm = project.read("package.json")?;
        let pinned = npm.split("\"binaryen\": \"").nth(1).and_then(|rest| rest.split('.').next());
        let wanted = format!("wasm_opt = \"version_{}\"", pinned.context("binaryen is pinned")?);
        assert!(project.read("Trunk.toml")?.contains(&wanted), "{wanted}");
        Ok(())
    }
}
