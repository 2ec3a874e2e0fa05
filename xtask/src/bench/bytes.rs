//! What the bytes of the browser's program are, by crate and module, written to `docs/bytes.md`.

use std::process::Command;

use anyhow::Result;
use fs_err as fs;

use super::ledger::target_folder;
use crate::project::Project;
use crate::run;
use crate::setup::{Toolbox, WASM_TARGET};

/// Where the account is written, from the top folder.
const ACCOUNT: &str = "docs/bytes.md";

/// The program, as `Cargo.toml` names it.
const PROGRAM: &str = "tinhso-app";

/// What stands above the account.
const HEAD: &str = "# What the program's bytes are\n\n\
    Written by `cargo xtask bench --only bytes` from the program of the last build, with its names.\n\
    The bytes are those of the program itself, before gzip, which leaves some 45 % of them.\n\
    Code of the standard library that was compiled for a type of ours counts as ours.\n";

/// Makes the account.
pub fn measure(project: &Project) -> Result<()> {
    let tools = Toolbox::set_up(project)?;
    let built = target_folder(project)?.join(WASM_TARGET).join("release");
    let work = project.work().join("bytes");
    let text = run::step("Counting what the program's bytes are", || {
        run::checked(
            tools
                .wasm_bindgen()
                .args(["--target", "web", "--no-typescript", "--out-name", PROGRAM, "--out-dir"])
                .arg(&work)
                .arg(built.join(PROGRAM).with_extension("wasm")),
        )?;
        let named = work.join(PROGRAM).with_extension("wasm");
        run::checked(
            tools
                .wasm_opt()
                .args(["-Oz", "-g", "--low-memory-unused", "--converge"])
                .arg("--remove-exports=*ntounderlying*")
                .arg(work.join(format!("{PROGRAM}_bg.wasm")))
                .arg("-o")
                .arg(&named),
        )?;
        let script = project.root().join("bench/wasm-sizes.mjs");
        run::checked(Command::new("node").arg(script).arg(&named)).map(|ended| ended.stdout)
    })?;
    print!("\n{text}");
    let file = project.root().join(ACCOUNT);
    Ok(fs::write(&file, format!("{HEAD}\n{}\n", text.trim_end()))?)
}
