//! What was asked for on the command line.

use crate::worker::Worker;

/// Shown for `--help`, and after any command line that makes no sense.
pub const USAGE: &str = "\
Usage: cargo xtask <command> [options]

  serve [--base /x/] [--port 8080]   set up what is missing, build the site, serve it
  build [--base /x/] [--retire-worker]
                                     set up what is missing, build the site into dist/
  test  [--base /x/]                 set up what is missing, run every test
  bench [--only <part>] [--quick]    set up what is missing, measure the ledger of promises, pages of a
                                     made-up country, and the compare page beside other libraries'
  keep-previous <folder or URL>      put the hashed files of the release published there into dist/

  --base   the folder the site is served under, as on GitHub Pages (default /tinhso/; / for none)
  --port   the port to serve on, at 127.0.0.1 (default 8080)
  --only   measure one part alone: bytes, ledger, country or pages
  --quick  measure the pages once instead of five times, to see that all of it runs
  --retire-worker
           build a site that is no longer kept on readers' devices and removes what was

Environment: TINHSO_CHROMIUM (the browser the tests use), TINHSO_TOOLS (where tools are kept;
default ~/.cache/tinhso/tools).";

/// The base path of the published site, and so of every command unless another is asked for.
pub const DEFAULT_BASE: &str = "/tinhso/";

/// The port `serve` listens on unless another is asked for.
pub const DEFAULT_PORT: u16 = 8080;

/// A command with everything it needs.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print the usage.
    Help,
    /// Build and serve.
    Serve {
        /// Normalized base path.
        base: String,
        /// From 1 to 65535.
        port: u16,
    },
    /// Build into `dist/`.
    Build {
        /// Normalized base path.
        base: String,
        /// Whether the site is kept on readers' devices.
        keeping: Worker,
    },
    /// Put the hashed files of the release before into `dist/`.
    KeepPrevious {
        /// The folder or URL it is published at.
        from: String,
    },
    /// Run every test.
    Test {
        /// Normalized base path.
        base: String,
    },
    /// Measure.
    Bench {
        /// This part alone, else all.
        only: Option<Part>,
        /// A short trial.
        quick: bool,
    },
}

/// What can be measured by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the bytes of the browser's program are.
    Bytes,
    /// The ledger of promises, natively and in a browser.
    Ledger,
    /// Pages of a made-up country with all its communes.
    Country,
    /// The compare page beside those of its peers.
    Pages,
}

/// Reads the words after `cargo xtask`. Options are written `--name value` or `--name=value`.
///
/// The error is one sentence that names the word that made no sense.
pub fn parse(words: &[String]) -> Result<Command, String> {
    let Some((name, rest)) = words.split_first() else {
        return Err("a command is missing".to_owned());
    };
    let options: &[&str] = match name.as_str() {
        "help" | "--help" | "-h" => return Ok(Command::Help),
        "serve" => &["--base", "--port"],
        "build" => &["--base", "--retire-worker"],
        "test" => &["--base"],
        "bench" => &["--only"],
        "keep-previous" => return keep_previous(rest),
        other => return Err(format!("there is no command `{other}`")),
    };
    let mut base = DEFAULT_BASE.to_owned();
    let mut port = DEFAULT_PORT;
    let (mut only, mut quick) = (None, false);
    let mut keeping = Worker::Kept;
    let mut rest = rest.iter();
    while let Some(word) = rest.next() {
        let (flag, inline) = match word.split_once('=') {
            Some((flag, value)) => (flag, Some(value)),
            None => (word.as_str(), None),
        };
        match flag {
            "--help" | "-h" => return Ok(Command::Help),
            "--quick" if name == "bench" && inline.is_none() => quick = true,
            "--retire-worker" if options.contains(&flag) => {
                if inline.is_some() {
                    return Err(format!("`{flag}` takes no value"));
                }
                keeping = Worker::Retired;
            }
            _ if options.contains(&flag) => {
                let value = inline
                    .or_else(|| rest.next().map(String::as_str))
                    .ok_or_else(|| format!("{flag} needs a value"))?;
                match flag {
                    "--base" => base = normalize_base(value)?,
                    "--only" => only = Some(parse_part(value)?),
                    _ => port = parse_port(value)?,
                }
            }
            _ => return Err(format!("`{name}` does not take `{word}`")),
        }
    }
    Ok(match name.as_str() {
        "serve" => Command::Serve { base, port },
        "build" => Command::Build { base, keeping },
        "bench" => Command::Bench { only, quick },
        _ => Command::Test { base },
    })
}

/// The one word after `keep-previous`.
fn keep_previous(rest: &[String]) -> Result<Command, String> {
    match rest {
        [word] if word == "--help" || word == "-h" => Ok(Command::Help),
        [word] if word.starts_with('-') => Err(format!("`keep-previous` does not take `{word}`")),
        [from] => Ok(Command::KeepPrevious { from: from.clone() }),
        _ => Err("`keep-previous` needs one folder or URL".to_owned()),
    }
}

/// A base path with one slash at either end: `tinhso`, `/tinhso` and `/tinhso/` all mean
/// `/tinhso/`; an empty one means `/`.
///
/// Refused: whole addresses, dot segments, and any character that would have to be escaped in a
/// link, because the base is written into every link of the site.
pub fn normalize_base(text: &str) -> Result<String, String> {
    let inner = text.strip_prefix('/').unwrap_or(text);
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    if inner.is_empty() {
        return Ok("/".to_owned());
    }
    let is_plain = |segment: &str| {
        !segment.is_empty()
            && segment != "."
            && segment != ".."
            && segment.chars().all(|c| c.is_ascii_alphanumeric() || "-_.~".contains(c))
    };
    if inner.split('/').all(is_plain) {
        Ok(format!("/{inner}/"))
    } else {
        Err(format!(
            "--base `{text}` is not a path of plain segments such as /tinhso/ (letters, digits, - \
             _ . ~)"
        ))
    }
}

fn parse_part(text: &str) -> Result<Part, String> {
    match text {
        "bytes" => Ok(Part::Bytes),
        "ledger" => Ok(Part::Ledger),
        "country" => Ok(Part::Country),
        "pages" => Ok(Part::Pages),
        _ => Err(format!("--only `{text}` is none of bytes, ledger, country and pages")),
    }
}

fn parse_port(text: &str) -> Result<u16, String> {
    match text.parse() {
        Ok(0) | Err(_) => Err(format!("--port `{text}` is not a whole number from 1 to 65535")),
        Ok(port) => Ok(port),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_line(line: &str) -> Result<Command, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        parse(&words)
    }

    #[test]
    fn options_have_defaults_and_two_spellings() {
        let expected = |base: &str, port| Ok(Command::Serve { base: base.to_owned(), port });
        assert_eq!(parse_line("serve"), expected("/tinhso/", 8080));
        assert_eq!(parse_line("serve --base /x/ --port 9000"), expected("/x/", 9000));
        assert_eq!(parse_line("serve --port=9000 --base=x"), expected("/x/", 9000));
        let build = |keeping| Ok(Command::Build { base: "/".to_owned(), keeping });
        assert_eq!(parse_line("build --base /"), build(Worker::Kept));
        assert_eq!(parse_line("build --retire-worker --base /"), build(Worker::Retired));
        let from = "https://a.example/x/".to_owned();
        assert_eq!(
            parse_line("keep-previous https://a.example/x/"),
            Ok(Command::KeepPrevious { from })
        );
        assert_eq!(parse_line("keep-previous --help"), Ok(Command::Help));
        assert_eq!(parse_line("test"), Ok(Command::Test { base: "/tinhso/".to_owned() }));
        let bench = |only, quick| Ok(Command::Bench { only, quick });
        assert_eq!(parse_line("bench"), bench(None, false));
        assert_eq!(parse_line("bench --only ledger"), bench(Some(Part::Ledger), false));
        assert_eq!(parse_line("bench --quick --only=pages"), bench(Some(Part::Pages), true));
        assert_eq!(parse_line("bench --help"), Ok(Command::Help));
        assert_eq!(parse_line("--help"), Ok(Command::Help));
        assert_eq!(parse_line("serve -h"), Ok(Command::Help));
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        let refusals = [
            ("", "a command is missing"),
            ("deploy", "there is no command `deploy`"),
            ("serve --prot 1", "`serve` does not take `--prot`"),
            ("build --port 1", "`build` does not take `--port`"),
            ("build --retire-worker=1", "`--retire-worker` takes no value"),
            ("serve --retire-worker", "`serve` does not take `--retire-worker`"),
            ("keep-previous", "`keep-previous` needs one folder or URL"),
            ("keep-previous a b", "`keep-previous` needs one folder or URL"),
            ("keep-previous --all", "`keep-previous` does not take `--all`"),
            ("bench --base /x/", "`bench` does not take `--base`"),
            ("bench --only all", "--only `all` is none of bytes, ledger, country and pages"),
            ("bench --quick=yes", "`bench` does not take `--quick=yes`"),
            ("test --quick", "`test` does not take `--quick`"),
            ("test now", "`test` does not take `now`"),
            ("serve --port", "--port needs a value"),
            ("serve --port 0", "--port `0` is not a whole number from 1 to 65535"),
            ("serve --port 65536", "--port `65536` is not a whole number from 1 to 65535"),
        ];
        for (line, expected) in refusals {
            assert_eq!(parse_line(line), Err(expected.to_owned()), "{line}");
        }
    }

    #[test]
    fn a_base_has_one_slash_at_either_end() {
        let cases = [("", "/"), ("/", "/"), ("x", "/x/"), ("/x", "/x/"), ("x/", "/x/")];
        for (text, expected) in cases.into_iter().chain([("/a/b-c.d/", "/a/b-c.d/")]) {
            assert_eq!(normalize_base(text), Ok(expected.to_owned()), "{text}");
        }
        for text in ["/a//b/", "../x", "/./", "https://a.vn/x", "a b", "a\\b", "ả", "a?b"] {
            assert!(normalize_base(text).is_err(), "{text}");
        }
    }
}
