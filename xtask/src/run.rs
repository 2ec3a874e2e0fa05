//! Runs other programs. Shows their output as it comes, or only if they fail; prints the elapsed time when a
//! program is silent for long, and how long each step took.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Error, Result, anyhow, bail};

/// After this time without output, a line says that the program is still at work. It is long enough not to
/// interrupt ordinary output, and short enough that nobody thinks the program hangs.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// Each further wait is twice as long, up to this limit. Too many such lines would hide the useful ones.
const SLOWEST_HEARTBEAT: Duration = Duration::from_mins(2);

/// The exit status and the output of a program that has ended.
pub struct Finished {
    /// The program's exit status.
    pub status: ExitStatus,
    /// Its standard output as text; invalid UTF-8 is replaced.
    pub stdout: String,
    /// Its error output as text; invalid UTF-8 is replaced.
    pub stderr: String,
}

impl Finished {
    /// All its output: first standard output, then error output.
    pub fn output(&self) -> String {
        format!("{}{}", self.stdout, self.stderr)
    }
}

/// Prints what a step does, runs it, and prints how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("\n▸ {what}");
    let started = Instant::now();
    let result = work();
    let verdict = if result.is_ok() { "done" } else { "failed" };
    println!("  {verdict} in {:.1} s", started.elapsed().as_secs_f64());
    result
}

/// Runs a program and shows all its output. The caller decides what its exit status means.
///
/// An error means that the program could not be started at all.
pub fn showing_output(command: &mut Command) -> Result<Finished> {
    run(command, true)
}

/// Runs a program and shows its output only if it fails.
///
/// An error means that the program could not be started at all.
pub fn quietly(command: &mut Command) -> Result<Finished> {
    let finished = run(command, false)?;
    if !finished.status.success() {
        show(&mut io::stdout(), finished.output().as_bytes());
    }
    Ok(finished)
}

fn run(command: &mut Command, is_shown: bool) -> Result<Finished> {
    if io::stdout().is_terminal() {
        // The program writes to a pipe, not to the terminal, so it would print no colors by itself.
        command.env("CARGO_TERM_COLOR", "always").env("FORCE_COLOR", "1");
    }
    let started = Instant::now();
    let doing = format!("could not run `{}`", command_line(command));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().context(doing.clone())?;
    let (sender, receiver) = mpsc::channel();
    if let Some(stdout) = child.stdout.take() {
        forward_lines(stdout, true, sender.clone());
    }
    if let Some(stderr) = child.stderr.take() {
        forward_lines(stderr, false, sender.clone());
    }
    // Now only the reading threads hold senders, so the channel closes when both streams have ended.
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
    Ok(Finished { status, stdout: text(stdout), stderr: text(stderr) })
}

/// Runs a program and shows all its output. It is an error if the program fails.
pub fn must_succeed(command: &mut Command) -> Result<Finished> {
    let finished = showing_output(command)?;
    if finished.status.success() {
        return Ok(finished);
    }
    let ending = match finished.status.code() {
        Some(code) => format!("ended with exit code {code}"),
        None => "was stopped by a signal".to_owned(),
    };
    bail!("`{}` {ending}; its output stands above", command_line(command))
}

/// Runs a program that fetches a package, and shows all its output. If the program fails, the error says what
/// to do, as in [`fetch_error`].
pub fn must_fetch(command: &mut Command, package: &str, remedy: &str) -> Result<()> {
    let finished = showing_output(command)?;
    if finished.status.success() { Ok(()) } else { Err(fetch_error(package, remedy)) }
}

/// The error that a package could not be fetched. `remedy` is what the user can do if the network is fine.
pub fn fetch_error(package: &str, remedy: &str) -> Error {
    anyhow!(
        "{package} could not be fetched (its output stands above); check the network, or {remedy}"
    )
}

/// Runs a short program and returns its standard output, trimmed; `None` if it cannot run or fails. Shows
/// nothing.
pub fn output_of(program: impl AsRef<OsStr>, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// The command as a user would type it, for messages.
fn command_line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Starts a thread that reads a stream and sends each line to a channel.
fn forward_lines(stream: impl Read + Send + 'static, is_stdout: bool, to: Sender<(bool, Vec<u8>)>) {
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

/// Writes output to the screen. Errors are ignored: if nobody reads the output any more (`| head`), the work
/// should still go on.
fn show(stream: &mut impl Write, bytes: &[u8]) {
    let _ = stream.write_all(bytes).and_then(|()| stream.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_of_a_failed_program_names_its_command_line() {
        let failure = must_succeed(Command::new("sh").args(["-c", "exit 3"])).err();
        assert_eq!(
            failure.map(|failure| failure.to_string()),
            Some("`sh -c exit 3` ended with exit code 3; its output stands above".to_owned())
        );
    }

    #[test]
    fn the_output_of_a_program_is_returned() -> Result<()> {
        for run in [showing_output, quietly] {
            let finished = run(Command::new("sh").args(["-c", "echo one; echo two >&2"]))?;
            assert_eq!((&*finished.stdout, &*finished.stderr), ("one\n", "two\n"));
            assert!(finished.status.success());
        }
        Ok(())
    }
}
