//! How another program is run: its output passes through as it comes or is kept back, long silences are
//! filled with the elapsed time, and how long it took is printed.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Error, Result, anyhow, bail};

/// After so much silence a line says that the program is still at work. Long enough not to talk
/// into ordinary output, short enough that nobody takes the program for dead.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// Each further silence may be twice as long, up to this: lines that say nothing else hide the others.
const SLOWEST_HEARTBEAT: Duration = Duration::from_mins(2);

/// How a program ended and what it printed.
pub struct Ended {
    /// The program's exit status.
    pub status: ExitStatus,
    /// Its standard output, lossily as UTF-8.
    pub stdout: String,
    /// The other output, lossily as UTF-8.
    pub stderr: String,
}

impl Ended {
    /// All it printed, first what stands on standard output.
    pub fn output(&self) -> String {
        format!("{}{}", self.stdout, self.stderr)
    }
}

/// Prints what a step does and why, carries it out, and prints how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("\n▸ {what}");
    let started = Instant::now();
    let result = work();
    let verdict = if result.is_ok() { "done" } else { "failed" };
    println!("  {verdict} in {:.1} s", started.elapsed().as_secs_f64());
    result
}

/// Runs a program and shows all its output; whether its exit status means success is the
/// caller's to judge.
///
/// An error means that the program could not be started at all.
pub fn watched(command: &mut Command) -> Result<Ended> {
    run(command, true)
}

/// Runs a program and shows its output only if it fails.
///
/// An error means that the program could not be started at all.
pub fn quiet(command: &mut Command) -> Result<Ended> {
    let ended = run(command, false)?;
    if !ended.status.success() {
        show(&mut io::stdout(), ended.output().as_bytes());
    }
    Ok(ended)
}

fn run(command: &mut Command, is_shown: bool) -> Result<Ended> {
    if io::stdout().is_terminal() {
        // Output passes through a pipe, so programs would take it for a file and drop the colors.
        command.env("CARGO_TERM_COLOR", "always").env("FORCE_COLOR", "1");
    }
    let started = Instant::now();
    let doing = format!("could not run `{}`", line(command));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().context(doing.clone())?;
    let (sender, receiver) = mpsc::channel();
    if let Some(stdout) = child.stdout.take() {
        forward(stdout, true, sender.clone());
    }
    if let Some(stderr) = child.stderr.take() {
        forward(stderr, false, sender.clone());
    }
    // Only the readers hold senders now: the channel closes when both streams have ended.
    drop(sender);
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let mut silence = HEARTBEAT;
    loop {
        match receiver.recv_timeout(silence) {
            Ok((is_stdout, bytes)) => {
                if is_stdout { &mut stdout } else { &mut stderr }.extend_from_slice(&bytes);
                match (is_shown, is_stdout) {
                    (true, true) => show(&mut io::stdout(), &bytes),
                    (true, false) => show(&mut io::stderr(), &bytes),
                    (false, _) => {}
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                println!("  … still at work after {} s", started.elapsed().as_secs());
                silence = SLOWEST_HEARTBEAT.min(silence * 2);
            }
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    let status = child.wait().context(doing)?;
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Ok(Ended { status, stdout: text(stdout), stderr: text(stderr) })
}

/// Runs a program that must succeed, and shows all its output.
pub fn checked(command: &mut Command) -> Result<Ended> {
    let ended = watched(command)?;
    if ended.status.success() {
        return Ok(ended);
    }
    let ending = match ended.status.code() {
        Some(code) => format!("ended with exit code {code}"),
        None => "was stopped by a signal".to_owned(),
    };
    bail!("`{}` {ending}; its output stands above", line(command))
}

/// Runs a program that must bring a package, and shows all its output.
pub fn fetch(command: &mut Command, package: &str, remedy: &str) -> Result<()> {
    let ended = watched(command)?;
    if ended.status.success() { Ok(()) } else { Err(not_fetched(package, remedy)) }
}

/// That a package could not be had; `remedy` is what would help beside a network.
pub fn not_fetched(package: &str, remedy: &str) -> Error {
    anyhow!(
        "{package} could not be fetched (its output stands above); check the network, or {remedy}"
    )
}

/// The standard output of a program that answers at once, trimmed; `None` if it cannot be run or
/// fails. Nothing is shown.
pub fn answer(program: impl AsRef<OsStr>, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// The command as one would type it, for messages.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Sends what a stream brings, line by line, from a thread of its own.
fn forward(stream: impl Read + Send + 'static, is_stdout: bool, to: Sender<(bool, Vec<u8>)>) {
    thread::spawn(move || {
        let mut reader = BufReader::new(stream);
        let mut line = Vec::new();
        while let Ok(1..) = reader.read_until(b'\n', &mut line) {
            if to.send((is_stdout, std::mem::take(&mut line))).is_err() {
                break;
            }
        }
    });
}

/// Passes output on. A reader that has gone away (`| head`) is no reason to stop the work.
fn show(stream: &mut impl Write, bytes: &[u8]) {
    let _ = stream.write_all(bytes).and_then(|()| stream.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_program_is_told_by_its_command_line() {
        let failure = checked(Command::new("sh").args(["-c", "exit 3"])).err();
        assert_eq!(
            failure.map(|failure| failure.to_string()),
            Some("`sh -c exit 3` ended with exit code 3; its output stands above".to_owned())
        );
    }

    #[test]
    fn what_is_printed_is_kept() -> Result<()> {
        for run in [watched, quiet] {
            let ended = run(Command::new("sh").args(["-c", "echo one; echo two >&2"]))?;
            assert_eq!((&*ended.stdout, &*ended.stderr), ("one\n", "two\n"));
            assert!(ended.status.success());
        }
        Ok(())
    }
}
