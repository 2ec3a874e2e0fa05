//! Serves the built site at 127.0.0.1, under its base path, by `xtask/serve.cjs`: the bench and the
//! browser tests need that server in Node.js anyway.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::setup;

/// A server, which ends when this is dropped or this program ends.
pub struct Server {
    program: Child,
    /// The address of the home page, such as `http://127.0.0.1:8080/tinhso/`.
    pub address: String,
}

impl Server {
    /// Serves `dist/`, whenever that is filled, at a port; 0 takes any free one. The base path begins and
    /// ends with a slash.
    pub fn start(project: &Project, base: &str, port: u16) -> Result<Self> {
        setup::node()?;
        let mut program = Command::new("node")
            .arg(project.root().join("xtask/serve.cjs"))
            .arg(project.dist())
            .args([base, &port.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("could not run node")?;
        let mut line = String::new();
        if let Some(stdout) = program.stdout.take() {
            BufReader::new(stdout).read_line(&mut line)?;
        }
        match line.trim() {
            "EADDRINUSE" => bail!(
                "port {port} is in use by another program; choose a free one with --port, as in `cargo \
                 xtask serve --port {}`",
                port.checked_add(1).unwrap_or(8080)
            ),
            address if address.starts_with("http") => {
                Ok(Self { program, address: address.to_owned() })
            }
            reason => bail!("xtask/serve.cjs cannot serve at port {port}: {reason}"),
        }
    }

    /// Serves for as long as the server runs.
    pub fn wait(mut self) -> Result<()> {
        // Waiting closes what the program reads, at whose end it ends.
        let _open = self.program.stdin.take();
        let status = self.program.wait()?;
        bail!("xtask/serve.cjs ended by itself: {status}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_reported_as_such() -> Result<()> {
        let project = Project::find()?;
        let first = Server::start(&project, "/x/", 0)?;
        let port = first.address.split([':', '/']).find_map(|part| part.parse().ok());
        let port = port.context("an address with a port")?;
        let second = Server::start(&project, "/x/", port).err();
        let expected = format!("port {port} is in use by another program");
        assert!(second.is_some_and(|failure| failure.to_string().starts_with(&expected)));
        Ok(())
    }
}
