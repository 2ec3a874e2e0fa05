//! Serves the built site at 127.0.0.1 under its base path, by `xtask/serve.cjs`. That server is written for
//! Node.js because the bench and the browser tests need it there.

use std::io::{self, BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Error, Result, anyhow, bail};

use crate::project::Project;

/// Reserves a port of 127.0.0.1 until the returned listener is dropped; 0 means any free port.
///
/// The server can only start after the npm packages are installed and the site is built. Reserving the port
/// before that reports at once if another program uses it.
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

/// A running server. It ends when this value is dropped or when this program ends.
pub struct Server {
    program: Child,
    /// The address of the home page, such as `http://127.0.0.1:8080/tinhso/`.
    pub address: String,
}

impl Server {
    /// Starts to serve `dist/` at a port; 0 means any free port. `dist/` may be filled later. The base path
    /// starts and ends with a slash. The npm packages must be installed.
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
            // Node.js has already printed its error to the screen.
            "" => bail!(
                "xtask/serve.cjs ended before it served at port {port}; its output stands above"
            ),
            reason => bail!("xtask/serve.cjs cannot serve at port {port}: {reason}"),
        }
    }

    /// Waits until the server ends, which is always an error.
    pub fn wait(mut self) -> Result<()> {
        // `Child::wait` would close the server's standard input, and the server ends when that closes. So
        // keep it open here.
        let _open = self.program.stdin.take();
        let status = self.program.wait()?;
        bail!("xtask/serve.cjs ended by itself: {status}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_reported() -> Result<()> {
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
