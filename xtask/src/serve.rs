//! Serves the built site at 127.0.0.1, under its base path, by `xtask/serve.cjs`: the bench and the
//! browser tests need that server in Node.js anyway.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::failure::Failure;
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
    pub fn start(project: &Project, base: &str, port: u16) -> Result<Self, Failure> {
        setup::node()?;
        let script = project.root().join("xtask/serve.cjs");
        let mut program = Command::new("node")
            .arg(&script)
            .arg(project.dist())
            .args([base, &port.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(Failure::io("run node"))?;
        let mut line = String::new();
        if let Some(stdout) = program.stdout.take() {
            BufReader::new(stdout).read_line(&mut line).map_err(Failure::io("listen to node"))?;
        }
        match line.trim() {
            "EADDRINUSE" => Err(Failure::PortTaken(port)),
            address if address.starts_with("http") => {
                Ok(Self { program, address: address.to_owned() })
            }
            reason => Err(Failure::File {
                path: script,
                expected: format!("a server at port {port}, but it ended with: {reason}"),
            }),
        }
    }

    /// Serves for as long as the server runs.
    pub fn wait(mut self) -> Result<(), Failure> {
        // Waiting closes what the program reads, at whose end it ends.
        let _open = self.program.stdin.take();
        self.program.wait().map(|_| ()).map_err(Failure::io("wait for node"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_reported_as_such() -> Result<(), Failure> {
        let project = Project::find()?;
        let first = Server::start(&project, "/x/", 0)?;
        let port = first.address.split([':', '/']).find_map(|part| part.parse().ok());
        let second = Server::start(&project, "/x/", port.unwrap_or_default()).err();
        assert!(second.is_some_and(|failure| failure.to_string().contains("in use")));
        Ok(())
    }
}
