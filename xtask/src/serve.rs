//! Serves the built site at 127.0.0.1, under its base path, by `xtask/serve.cjs`: the bench and the
//! browser tests need that server in Node.js anyway.

use std::io::{self, BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Error, Result, anyhow, bail};

use crate::project::Project;

/// Takes a port of 127.0.0.1, which is nobody else's until the listener is dropped; 0 takes any free one.
///
/// The server itself cannot be started before what it is made of is installed and the site is built, and
/// nobody should wait for that to hear that the port is in use.
pub fn reserve(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => in_use(port),
        _ => Error::new(error).context(format!("port {port} of 127.0.0.1 cannot be taken")),
    })
}

fn in_use(port: u16) -> Error {
    let next = port.checked_add(1).unwrap_or(8080);
    anyhow!(
        "port {port} is in use by another program; choose a free one with --port, as in `cargo xtask serve \
         --port {next}`"
    )
}

/// A server, which ends when this is dropped or this program ends.
pub struct Server {
    program: Child,
    /// The address of the home page, such as `http://127.0.0.1:8080/tinhso/`.
    pub address: String,
}

impl Server {
    /// Serves `dist/`, whenever that is filled, at a port; 0 takes any free one. The base path begins and
    /// ends with a slash. The npm packages must be installed.
    pub fn start(project: &Project, base: &str, port: u16) -> Result<Self> {
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
            "EADDRINUSE" => Err(in_use(port)),
            address if address.starts_with("http") => {
                Ok(Self { program, address: address.to_owned() })
            }
            // What Node.js itself says stands on the screen already.
            "" => bail!(
                "xtask/serve.cjs ended before it served at port {port}; its output stands above"
            ),
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
        let first = reserve(0)?;
        let port = first.local_addr()?.port();
        let project = Project::find()?;
        let others = [reserve(port).err(), Server::start(&project, "/x/", port).err()];
        let expected = format!("port {port} is in use by another program");
        for failure in others {
            assert!(failure.is_some_and(|failure| failure.to_string().starts_with(&expected)));
        }
        drop(first);
        let server = Server::start(&project, "/x/", port)?;
        assert_eq!(server.address, format!("http://127.0.0.1:{port}/x/"));
        Ok(())
    }
}
