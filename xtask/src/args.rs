//! What was asked for on the command line.

use clap::{Parser, Subcommand, ValueEnum, value_parser};

/// The base path of the published site, and so of every command unless another is asked for.
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
    pub asked: Asked,
}

/// A command with everything it needs.
#[derive(Debug, Subcommand)]
pub enum Asked {
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
    /// Set up what is missing, measure the ledger of promises, pages of a made-up country, and the compare
    /// page beside other libraries'
    Bench {
        /// Measure one part alone
        #[arg(long)]
        only: Option<Part>,
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

/// What can be measured by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
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

/// A base path with one slash at either end: `tinhso`, `/tinhso` and `/tinhso/` all mean
/// `/tinhso/`; an empty one means `/`.
///
/// Refused: whole addresses, dot segments, and any character that would have to be escaped in a
/// link, because the base is written into every link of the site.
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
    fn the_options_do_not_contradict_each_other() {
        Args::command().debug_assert();
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
