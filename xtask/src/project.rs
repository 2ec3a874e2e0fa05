//! Where things are, and which versions the lock files name.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The checkout this program works on.
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The checkout that holds this program's package: cargo says where at run time; without cargo
    /// it is where the program was compiled.
    pub fn find() -> Result<Self, Failure> {
        let package = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        package.parent().map(|root| Self { root: root.to_owned() }).ok_or_else(|| Failure::File {
            path: package.clone(),
            expected: "a folder inside the checkout".to_owned(),
        })
    }

    /// The top folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The site as it is published, ignored by git.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// This program's own notes and half-built files. Always inside the checkout, whatever
    /// `CARGO_TARGET_DIR` says, because they describe this checkout's `dist/`.
    pub fn work(&self) -> PathBuf {
        self.root.join("target/xtask")
    }

    /// The programs npm installed.
    pub fn node_bin(&self) -> PathBuf {
        self.root.join("node_modules/.bin")
    }

    /// Reads a text file, named relative to the top folder.
    pub fn read(&self, file: &str) -> Result<String, Failure> {
        fs::read_to_string(self.root.join(file)).map_err(Failure::io(format!("read {file}")))
    }

    /// The version of `wasm-bindgen` in `Cargo.lock`: the command of the same name must have
    /// exactly this one, since the two share a private format.
    pub fn wasm_bindgen_version(&self) -> Result<String, Failure> {
        locked_version(&self.read("Cargo.lock")?, "wasm-bindgen").map(str::to_owned).ok_or_else(
            || Failure::File {
                path: self.root.join("Cargo.lock"),
                expected: "a package named wasm-bindgen".to_owned(),
            },
        )
    }
}

/// The version of `package` in the text of a `Cargo.lock`; `None` if it is not there. Of several
/// versions the first stands.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_by_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
        assert_eq!(locked_version("name = \"wasm-bindgen\"", "wasm-bindgen"), None);
    }

    /// Trunk must look for the version of wasm-opt that npm installs, or it finds none.
    #[test]
    fn trunk_and_npm_name_the_same_wasm_opt() -> Result<(), Failure> {
        let project = Project::find()?;
        let npm = project.read("package.json")?;
        let pinned = npm.split("\"binaryen\": \"").nth(1).and_then(|rest| rest.split('.').next());
        let trunk = project.read("Trunk.toml")?;
        let wanted =
            trunk.split("wasm_opt = \"version_").nth(1).and_then(|rest| rest.split('"').next());
        assert!(pinned.is_some(), "package.json pins binaryen");
        assert_eq!(pinned, wanted);
        Ok(())
    }
}
