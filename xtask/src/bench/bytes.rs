//! What the bytes of the browser's programs are, by crate and module, written to `docs/bytes.md`.

use std::fs;
use std::process::Command;

use super::ledger::target_folder;
use crate::failure::Failure;
use crate::project::Project;
use crate::run;
use crate::setup::{Toolbox, WASM_TARGET};

/// Where the account is written, from the top folder.
const ACCOUNT: &str = "docs/bytes.md";

/// The programs, as `Cargo.toml` names them.
const PROGRAMS: [&str; 4] = ["tinhso-topic", "tinhso-search", "tinhso-promises", "tinhso-ranking"];

/// What stands above the account.
const HEAD: &str = "# What the programs' bytes are\n\n\
    Written by `cargo xtask bench --only bytes` from the programs of the last build, with their names.\n\
    The bytes are those of the program itself, before its names are shortened and before gzip, which leaves some 45 % of them.\n\
    Code of the standard library that was compiled for a type of ours counts as ours.\n";

/// Makes the account.
pub fn measure(project: &Project) -> Result<(), Failure> {
    let tools = Toolbox::set_up(project)?;
    let built = target_folder(project)?.join(WASM_TARGET).join("release");
    let work = project.work().join("bytes");
    let text = run::step("Counting what the programs' bytes are", || {
        let mut named = Vec::new();
        for program in PROGRAMS {
            let out = work.join(program);
            run::checked(
                tools
                    .wasm_bindgen()
                    .args(["--target", "web", "--no-typescript", "--out-dir"])
                    .arg(&out)
                    .args(["--out-name", program])
                    .arg(built.join(program).with_extension("wasm")),
            )?;
            let file = work.join(program).with_extension("wasm");
            run::checked(
                tools
                    .wasm_opt()
                    .args(["-Oz", "-g", "--low-memory-unused", "--converge"])
                    .arg("--remove-exports=*ntounderlying*")
                    .arg(out.join(format!("{program}_bg.wasm")))
                    .arg("-o")
                    .arg(&file),
            )?;
            named.push(file);
        }
        let script = project.root().join("bench/wasm-sizes.mjs");
        let mut command = Command::new("node");
        run::checked(command.arg(script).args(&named)).map(|ended| ended.stdout)
    })?;
    print!("\n{text}");
    let file = project.root().join(ACCOUNT);
    fs::write(&file, format!("{HEAD}\n{}\n", text.trim_end()))
        .map_err(Failure::io(format!("write {}", file.display())))
}
