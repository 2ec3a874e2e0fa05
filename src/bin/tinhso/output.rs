//! What the command prints, and why it fails.

use std::io::{self, Write};
use std::path::Path;

use tinhso::data::nearest;

/// Why a command failed, as a line for standard error.
pub(crate) enum Failure {
    /// The command was not understood (exit code 2).
    Usage(String),
    /// A file or the data prevented the work (exit code 1).
    Work(String),
}

pub(crate) fn count_of(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}

/// Suggests the word that was probably meant, else lists all known words.
pub(crate) fn hint(word: &str, known: &[&str]) -> String {
    match nearest(word, known.iter().copied()) {
        Some(meant) => format!("did you mean \"{meant}\"?"),
        None if known.is_empty() => "there is none".to_owned(),
        None => format!("there are {}", known.join(", ")),
    }
}

pub(crate) fn io_failure(what: &str, path: &Path, error: &io::Error) -> Failure {
    Failure::Work(format!("cannot {what} {}: {error}", path.display()))
}

/// Writes a result to standard output. A closed pipe is not an error: its reader needs no more.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    print_each(std::iter::once(text))
}

/// Writes texts to standard output one after the other, so that a long result is never in memory as a
/// whole.
pub(crate) fn print_each(mut texts: impl Iterator<Item = impl AsRef<str>>) -> Result<(), Failure> {
    let mut stdout = io::BufWriter::new(io::stdout().lock());
    let written = texts.try_for_each(|text| stdout.write_all(text.as_ref().as_bytes()));
    match written.and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Work(format!("cannot write the result: {error}")))
        }
        _ => Ok(()),
    }
}

/// Writes to standard error. An error while doing so is ignored, because it could not be reported.
pub(crate) fn report(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
