//! Reads the command line: which command to run, with which options.

use clap::{Parser, Subcommand, ValueEnum, value_parser};

/// The base path of the published site. Commands use it unless `--base` names another.
pub const DEFAULT_BASE: &str = "/tinhso/";

/// Sets up, serves, builds, tests and measures Tỉnh Số
#[derive(Debug, Parser)]
#[command(
    bin_name = "cargo xtask",
    after_help = "Environment: TINHSO_CHROMIUM (the browser the tests use), TINHSO_TOOLS (where tools are \
                  kept; default ~/.cache/tinhso/tools)."
)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub action: Action,
}

/// A command and its options.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// Set up what is missing, build the site, serve it
    Serve {
        /// Where it will be.
        #[command(flatten)]
        place: Place,
        /// The port to serve on, at 127.0.0.1
        #[arg(long, default_value_t = 8080, value_parser = value_parser!(u16).range(1..))]
        port: u16,
    },
    /// Set up what is missing, build the site into dist/
    Build {
        /// Where it will be.
        #[command(flatten)]
        place: Place,
        /// Build a site that is no longer kept on readers' devices and removes what was
        #[arg(long)]
        retire_worker: bool,
    },
    /// Set up what is missing, run every test
    Test {
        /// Where the tested site will be.
        #[command(flatten)]
        place: Place,
    },
    /// Set up what is missing, measure the ledger of promises, pages of a made-up country, the check of
    /// its data, what the published data cost, and the compare page beside other libraries'
    Bench {
        /// Measure one part alone
        #[arg(long)]
        only: Option<BenchPart>,
        /// Measure the pages once instead of five times, to see that all of it runs
        #[arg(long)]
        quick: bool,
    },
    /// Put the hashed files of the release published there into dist/
    KeepPrevious {
        /// The folder or URL it is published at
        #[arg(value_name = "FOLDER_OR_URL")]
        from: String,
    },
}

/// Where a site is served.
#[derive(Debug, clap::Args)]
pub struct Place {
    /// The folder the site is served under, as on GitHub Pages; / for none
    #[arg(long, default_value = DEFAULT_BASE, value_parser = normalize_base)]
    pub base: String,
}

/// The parts of the bench, each of which can be measured alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum BenchPart {
    /// What the bytes of the browser's program are.
    Bytes,
    /// The ledger of promises, natively and in a browser.
    Ledger,
    /// Pages of a made-up country with all its communes.
    Country,
    /// The check of that country's data, with and without faults.
    Check,
    /// The published data: the bundles of their pages, their check and ledger, and writing all pages.
    Data,
    /// The compare page beside those of its peers.
    Pages,
}

/// Writes a base path with one slash at the start and one at the end: `tinhso`, `/tinhso` and
/// `/tinhso/` all become `/tinhso/`. An empty text becomes `/`.
///
/// The build writes the base path into every link of the site. So this refuses whole URLs, the segments
/// `.` and `..`, and every character that a link would have to escape.
fn normalize_base(text: &str) -> Result<String, &'static str> {
    let inner = text.strip_prefix('/').unwrap_or(text);
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    if inner.is_empty() {
        return Ok("/".to_owned());
    }
    let is_plain = |segment: &str| {
        !["", ".", ".."].contains(&segment)
            && segment.chars().all(|c| c.is_ascii_alphanumeric() || "-_.~".contains(c))
    };
    if inner.split('/').all(is_plain) {
        Ok(format!("/{inner}/"))
    } else {
        Err("not a path of plain segments such as /tinhso/ (letters, digits, - _ . ~)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_definition_is_valid() {
        Args::command().debug_assert();
    }

    #[test]
    fn a_base_path_starts_and_ends_with_one_slash() {
        let cases = [("", "/"), ("/", "/"), ("x", "/x/"), ("/x", "/x/"), ("x/", "/x/")];
        for (text, expected) in cases.into_iter().chain([("/a/b-c.d/", "/a/b-c.d/")]) {
            assert_eq!(normalize_base(text), Ok(expected.to_owned()), "{text}");
        }
        for text in ["/a//b/", "../x", "/./", "https://a.vn/x", "a b", "a\\b", "ả", "a?b"] {
            assert!(normalize_base(text).is_err(), "{text}");
        }
    }
}
