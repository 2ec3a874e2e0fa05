//! What can stop a command, each as one sentence that says what to do.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// A reason to stop, shown after `error:`.
#[derive(Debug)]
pub enum Failure {
    /// A program the set-up cannot install by itself is not on this machine.
    Missing {
        /// What was looked for.
        what: String,
        /// What to install, or which variable to set.
        remedy: String,
    },
    /// Something could not be fetched or built; its own output stands above.
    NotFetched {
        /// Name and version of the package.
        package: String,
        /// What else would help.
        remedy: String,
    },
    /// A program that must succeed did not; its own output stands above.
    Program {
        /// The command line.
        command: String,
        /// How it ended.
        ending: String,
    },
    /// The port belongs to another program.
    PortTaken(u16),
    /// The operating system refused something.
    Io {
        /// What was being done, as `read PATH`.
        doing: String,
        /// The system's reason.
        source: io::Error,
    },
    /// A file does not say what it must say.
    File {
        /// The file.
        path: PathBuf,
        /// What was expected in it.
        expected: String,
    },
}

impl Failure {
    /// For `map_err`: names what was being done when the system refused.
    pub fn io(doing: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let doing = doing.into();
        move |source| Self::Io { doing, source }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { what, remedy } => write!(f, "{what} was not found; {remedy}"),
            Self::NotFetched { package, remedy } => write!(
                f,
                "{package} could not be fetched (its output stands above); check the network, {remedy}"
            ),
            Self::Program { command, ending } => {
                write!(f, "`{command}` {ending}; its output stands above")
            }
            Self::PortTaken(port) => write!(
                f,
                "port {port} is in use by another program; choose a free one with --port, as in \
                 `cargo xtask serve --port {}`",
                port.checked_add(1).unwrap_or(8080)
            ),
            Self::Io { doing, source } => write!(f, "could not {doing}: {source}"),
            Self::File { path, expected } => {
                write!(f, "{}: expected {expected}", path.display())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_names_the_remedy() {
        assert_eq!(
            Failure::PortTaken(8080).to_string(),
            "port 8080 is in use by another program; choose a free one with --port, as in `cargo \
             xtask serve --port 8081`"
        );
        assert!(Failure::PortTaken(u16::MAX).to_string().ends_with("--port 8080`"));
    }
}
