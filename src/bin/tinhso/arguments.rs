//! The arguments of the command.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use tinhso::data::{Date, Day, Span};
use tinhso::export::{Csv, Format, Json};

use crate::output::{Failure, hint};

/// The formats in which tables are printed, by the value of `--format`.
const PRINT_FORMATS: [(&str, &dyn Format); 2] = [("csv", &Csv), ("json", &Json)];

/// The flags that a command knows.
#[derive(Clone, Copy)]
pub(crate) struct Flags<'a> {
    /// Those with a value that stand at most once.
    pub(crate) once: &'a [&'a str],
    /// Those with a value that may stand several times.
    pub(crate) repeated: &'a [&'a str],
    /// Those without a value.
    pub(crate) switches: &'a [&'a str],
    /// What the argument that is no flag names.
    pub(crate) positional: &'a str,
}

/// The arguments after the command: the data folder, and flags with their values.
pub(crate) struct Arguments {
    positional: Vec<String>,
    flags: Vec<(String, String)>,
}

impl Arguments {
    /// Parses `--flag value` and `--flag=value`. Each flag may occur once, and there must be
    /// `n_positional` other arguments.
    pub(crate) fn parse(
        args: &[String],
        n_positional: usize,
        known: &[&str],
    ) -> Result<Self, Failure> {
        let flags = Flags { once: known, repeated: &[], switches: &[], positional: "data folder" };
        Self::parse_flags(args, n_positional, flags)
    }

    /// Parses flags of all kinds. There must be `n_positional` other arguments.
    pub(crate) fn parse_flags(
        args: &[String],
        n_positional: usize,
        flags: Flags<'_>,
    ) -> Result<Self, Failure> {
        let mut parsed = Self { positional: Vec::new(), flags: Vec::new() };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let Some(flag) = arg.strip_prefix("--") else {
                parsed.positional.push(arg.clone());
                continue;
            };
            let (name, value) = match flag.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (flag, None),
            };
            let value = match value {
                None if flags.switches.contains(&name) => Some(String::new()),
                Some(_) if flags.switches.contains(&name) => {
                    return Err(Failure::Usage(format!(
                        "the flag \"--{name}\" has a value; write it without one"
                    )));
                }
                value => value,
            };
            require_known(name, flags)?;
            let value = value.or_else(|| args.next().cloned());
            let value = value.ok_or_else(|| {
                Failure::Usage(format!("the flag \"--{name}\" has no value; write one after it"))
            })?;
            let stands = parsed.flags.iter().any(|(known, _)| known == name);
            if stands && !flags.repeated.contains(&name) {
                return Err(Failure::Usage(format!(
                    "the flag \"--{name}\" stands twice; keep one"
                )));
            }
            parsed.flags.push((name.to_owned(), value));
        }
        match parsed.positional.get(n_positional) {
            Some(extra) => Err(Failure::Usage(format!("unexpected \"{extra}\"; remove it"))),
            None if parsed.positional.len() < n_positional => Err(Failure::Usage(format!(
                "no {} is named; write it after the command",
                flags.positional
            ))),
            None => Ok(parsed),
        }
    }

    /// The first argument that is no flag, as a path.
    pub(crate) fn path(&self) -> &Path {
        Path::new(self.positional.first().map_or("", String::as_str))
    }

    /// The values of a flag that may stand several times, in their order.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let found = self.flags.iter().filter(move |(flag, _)| flag == name);
        found.map(|(_, value)| value.as_str())
    }

    pub(crate) fn data_dir(&self) -> &Path {
        self.path()
    }

    pub(crate) fn flag(&self, name: &str) -> Option<&str> {
        self.flags.iter().find(|(flag, _)| flag == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn required(&self, name: &str) -> Result<&str, Failure> {
        self.flag(name).ok_or_else(|| {
            Failure::Usage(format!(
                "the flag \"--{name}\" is missing; `tinhso --help` describes it"
            ))
        })
    }

    /// The format asked for, or the first one if none was.
    pub(crate) fn format(&self) -> Result<&'static dyn Format, Failure> {
        let [first, ..] = PRINT_FORMATS;
        let asked = self.flag("format").unwrap_or(first.0);
        let found = PRINT_FORMATS.into_iter().find(|(name, _)| *name == asked);
        found.map(|(_, format)| format).ok_or_else(|| {
            let names = PRINT_FORMATS.map(|(name, _)| name).join(" or ");
            Failure::Usage(format!("unknown format \"{asked}\"; choose {names}"))
        })
    }

    /// The day asked for, or today if none was.
    pub(crate) fn day(&self, name: &str) -> Result<Day, Failure> {
        let Some(text) = self.flag(name) else {
            return Ok(today());
        };
        match text.parse() {
            Ok(Date { from: day @ Span::Day(..), to: None }) => Ok(day.start()),
            _ => Err(Failure::Usage(format!(
                "found \"{text}\" for \"--{name}\", expected a day of the years 1990 to 2100; \
                 write it like 2024-12-31"
            ))),
        }
    }
}

/// Says which flags there are, if this is none of them.
fn require_known(name: &str, flags: Flags<'_>) -> Result<(), Failure> {
    let known = [flags.once, flags.repeated, flags.switches].concat();
    if known.contains(&name) {
        return Ok(());
    }
    Err(Failure::Usage(match known.as_slice() {
        [] => format!("unknown flag \"--{name}\"; this command has none"),
        known => format!("unknown flag \"--{name}\"; {}", hint(name, known)),
    }))
}

/// Today's date in Vietnam, which is seven hours ahead of UTC all year round.
pub(crate) fn today() -> Day {
    const HOUR: u64 = 60 * 60;
    // A clock that is set before 1970 is wrong; use 1970 then.
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let days = (since_1970.as_secs() + 7 * HOUR) / (24 * HOUR);
    Day(i32::try_from(days).unwrap_or(i32::MAX))
}
