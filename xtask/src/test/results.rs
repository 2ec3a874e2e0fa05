//! Finds the failures in the output of the programs that the suites run: cargo, the tests it runs, Node.js and
//! the TypeScript compiler.
//!
//! Most of them only print text for people. If this module does not understand it, the end of the text stands
//! for the failure, so that no failure is lost.

use std::path::Path;

/// The outcome of a suite.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many tests passed.
    pub passed: u64,
    /// How many failed.
    pub failed: u64,
    /// The failures found in the output; these may be fewer than `failed`.
    pub failures: Vec<Failure>,
}

/// A test that failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failure {
    /// The name its suite gives it.
    pub test: String,
    /// The file, relative to the top folder, and the line.
    pub place: Option<(String, u64)>,
    /// The failure message, without colors.
    pub message: String,
    /// The files a browser test has kept: what each is, and its path relative to the top folder.
    pub attachments: Vec<(String, String)>,
}

impl Outcome {
    /// The outcome of a single check that passed.
    pub fn passed() -> Self {
        Self { passed: 1, ..Self::default() }
    }

    /// The outcome of a single check that failed, for these reasons.
    pub fn failed(failures: Vec<Failure>) -> Self {
        Self { passed: 0, failed: 1, failures }
    }

    /// Adds a failure if the program of the suite failed but no failed test was counted, for example because
    /// nothing compiled.
    pub fn or_program_failure(mut self, program_succeeded: bool, output: &str) -> Self {
        if !program_succeeded && self.failed == 0 {
            self.failed = 1;
            self.failures = parse_compiler_errors(output);
        }
        self
    }

    /// Whether all that failed is that a browser ended in the middle of a test, and in so few tests that its page is
    /// not what made it end.
    pub fn is_for_lost_browsers(&self) -> bool {
        const AT_MOST: usize = 2;
        // The errors of selenium-webdriver for a driver that has no browser any more, and for one that got no answer
        // because the browser has just ended. What a test does wrong has errors with other names.
        let has_lost_browser = |failure: &Failure| {
            ["NoSuchSessionError", "WebDriverError"]
                .iter()
                .any(|name| failure.message.starts_with(name))
        };
        (1..=AT_MOST).contains(&self.failures.len())
            && self.failed == self.failures.len() as u64
            && self.failures.iter().all(has_lost_browser)
    }

    /// The outcome of both runs, if the second was of the tests that had failed in the first. What failed stays
    /// failed if the second run was of fewer.
    pub fn with_second_run(self, second: Self) -> Self {
        if second.passed + second.failed < self.failed {
            return self;
        }
        Self { passed: self.passed + second.passed, ..second }
    }
}

impl Failure {
    /// A failure that has only a message.
    pub fn new(test: &str, message: impl Into<String>) -> Self {
        Self { test: test.to_owned(), message: message.into(), ..Self::default() }
    }

    /// A failure of a program whose output is not understood: its message is the end of the output.
    pub fn from_output(test: &str, output: &str) -> Self {
        const MAX_LINES: usize = 15;
        let output = without_colors(output);
        let lines: Vec<&str> = output.lines().filter(|line| !line.trim().is_empty()).collect();
        Self::new(test, lines[lines.len().saturating_sub(MAX_LINES)..].join("\n"))
    }
}

/// Removes the colors from a text.
pub fn without_colors(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

/// Reads the output of `cargo test`: the summary of each program it ran, and what each failed test printed.
/// For a program that ended without a summary, the message is the end of the error output.
pub fn parse_cargo_tests(output: &str, errors: &str) -> Outcome {
    let output = without_colors(output);
    let mut outcome = Outcome::default();
    let mut lines = output.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(summary) = line.trim().strip_prefix("test result: ") {
            outcome.passed += number_before(summary, " passed");
            outcome.failed += number_before(summary, " failed");
        }
        let Some(test) =
            line.strip_prefix("---- ").and_then(|line| line.strip_suffix(" stdout ----"))
        else {
            continue;
        };
        let mut printed = Vec::new();
        while let Some(line) =
            lines.next_if(|line| !line.starts_with("---- ") && *line != "failures:")
        {
            printed.push(line);
        }
        outcome.failures.push(failure_from_panic(test, &printed));
    }
    let n_summed_up = output.matches("test result: FAILED").count();
    let n_failed = without_colors(errors).matches("error: test failed, to rerun").count();
    if n_failed > n_summed_up {
        outcome.failed += (n_failed - n_summed_up) as u64;
        outcome.failures.push(Failure::from_output("a program ended within its tests", errors));
    }
    outcome
}

/// Reads what a failed test printed, which ends with a panic or with the error that the test returned.
fn failure_from_panic(test: &str, printed: &[&str]) -> Failure {
    let end = printed.iter().position(|line| {
        *line == "stack backtrace:" || line.starts_with("note: run with `RUST_BACKTRACE")
    });
    let printed = &printed[..end.unwrap_or(printed.len())];
    let panic = printed.iter().rposition(|line| line.contains(PANICKED));
    let at = panic.and_then(|at| place_in_project(printed[at].split_once(PANICKED)?.1));
    // If a library panicked, it printed before that what it found and where in the project. So use all that
    // was printed.
    let from = if at.is_some() { panic.unwrap_or(0) } else { 0 };
    let named = || printed.iter().flat_map(|line| line.split(' ')).find_map(place_in_project);
    // The name of a documentation example says where it is: `src/x.rs - x::y (line 12)`.
    let example = test.split_once(" - ").and_then(|(file, rest)| {
        let line = rest.rsplit_once("(line ")?.1.strip_suffix(')')?;
        Some((file.to_owned(), line.parse().ok()?))
    });
    let lines = printed[from..].iter().filter(|line| !line.contains(PANICKED)).copied();
    let message = lines.collect::<Vec<_>>().join("\n").trim().to_owned();
    let place = example.or(at).or_else(named);
    Failure { test: test.to_owned(), place, message, attachments: Vec::new() }
}

const PANICKED: &str = " panicked at ";

/// A place in a Rust file of the project. Its path is relative; the paths of libraries are absolute.
fn place_in_project(text: &str) -> Option<(String, u64)> {
    parse_place(text)
        .filter(|(file, _)| Path::new(file).extension().is_some_and(|end| end == "rs"))
        .filter(|(file, _)| Path::new(file).is_relative())
}

/// The number right before `word`; 0 if there is none.
fn number_before(text: &str, word: &str) -> u64 {
    let before = text.split(word).next().filter(|before| before.len() < text.len());
    before.and_then(|before| before.split(' ').next_back()?.parse().ok()).unwrap_or(0)
}

/// Reads the file and the line of `src/x.rs:12:5` or `src/x.rs:12`.
fn parse_place(text: &str) -> Option<(String, u64)> {
    let mut parts = text.split(':');
    let (file, line) = (parts.next()?, parts.next()?);
    Some((file.to_owned(), line.parse().ok()?))
}

/// Reads the errors that the Rust compiler printed, each with its whole text. If there are none, the end of
/// the output stands for them.
pub fn parse_compiler_errors(output: &str) -> Vec<Failure> {
    let output = without_colors(output);
    let mut failures = Vec::new();
    for block in output.split("\n\n") {
        let mut lines = block.lines().skip_while(|line| !is_error(line));
        let Some(error) = lines.next() else { continue };
        let rest: Vec<&str> = lines.collect();
        // An error without a place only sums up the others: `could not compile … due to 2 previous errors`.
        let place = rest.iter().find_map(|line| parse_place(line.trim().strip_prefix("--> ")?));
        if place.is_some() {
            let message = rest.join("\n");
            failures.push(Failure {
                test: error.to_owned(),
                place,
                message,
                attachments: Vec::new(),
            });
        }
    }
    if failures.is_empty() {
        failures.push(Failure::from_output("no test could be run", &output));
    }
    failures
}

fn is_error(line: &str) -> bool {
    line.starts_with("error: ") || line.starts_with("error[")
}

/// Reads the places that `cargo fmt --check` found not formatted.
pub fn parse_formatting(output: &str, root: &Path) -> Vec<Failure> {
    let output = without_colors(output);
    let diffs = output.split("Diff in ").skip(1).filter_map(|diff| {
        let (at, message) = diff.split_once(":\n")?;
        let (file, line) = parse_place(at)?;
        let place = Some((path_below(root, &file), line));
        let test = "cargo fmt would write it otherwise".to_owned();
        Some(Failure {
            test,
            place,
            message: message.trim_end().to_owned(),
            attachments: Vec::new(),
        })
    });
    diffs.collect()
}

/// Reads the output of the test runner of Node.js with its reporter `spec`.
pub fn parse_node_tests(output: &str) -> Outcome {
    let output = without_colors(output);
    let sum = |word: &str| {
        let mut lines = output.lines().filter_map(|line| line.strip_prefix(word));
        lines.next_back().and_then(|number| number.trim().parse().ok()).unwrap_or(0)
    };
    let failing = output.split_once("failing tests:").map_or("", |(_, failing)| failing);
    let failures = failing.split("\ntest at ").skip(1).filter_map(|failing| {
        let mut lines = failing.lines();
        let place = parse_place(lines.next()?);
        // `✖ name (1.2ms)`
        let name = lines.next()?.trim_start_matches('✖').trim();
        let name = name.rsplit_once(" (").map_or(name, |(name, _)| name);
        let message = lines.map(|line| line.strip_prefix("  ").unwrap_or(line));
        let message = message.collect::<Vec<_>>().join("\n").trim_end().to_owned();
        Some(Failure { test: name.to_owned(), place, message, attachments: Vec::new() })
    });
    Outcome { passed: sum("ℹ pass "), failed: sum("ℹ fail "), failures: failures.collect() }
}

/// Reads the errors of the TypeScript compiler: `tests/x.ts(12,5): error TS2322: …`.
pub fn parse_typescript_errors(output: &str) -> Vec<Failure> {
    let output = without_colors(output);
    let errors = output.lines().filter_map(|line| {
        let (at, error) = line.split_once("): error ")?;
        let (file, position) = at.rsplit_once('(')?;
        let line = position.split(',').next()?.parse().ok()?;
        let (test, message) = error.split_once(": ")?;
        let place = Some((file.to_owned(), line));
        Some(Failure { place, ..Failure::new(test, message) })
    });
    errors.collect()
}

/// A path relative to the top folder, if it is inside it; otherwise the path as it is.
pub fn path_below(root: &Path, file: &str) -> String {
    let path = Path::new(file);
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}

#[cfg(test)]
pub mod tests {
    use super::*;

    pub fn failure(test: &str, place: Option<(&str, u64)>, message: &str) -> Failure {
        let place = place.map(|(file, line)| (file.to_owned(), line));
        Failure { place, ..Failure::new(test, message) }
    }

    #[test]
    fn results_of_cargo_test_are_added_up() {
        let output = "\nrunning 15 tests\n..... 15/15\nx::broken --- FAILED\n\nfailures:\n\n\
            ---- x::broken stdout ----\nprinted before\n\n\
            thread 'x::broken' (128) panicked at tests/native/x.rs:412:5:\n\
            assertion `left == right` failed\n  left: [1]\n right: [3]\nstack backtrace:\n   0: std::x\n\
            \n---- x::error stdout ----\nError: \"why\"\n\n\
            ---- x::drawn stdout ----\nSource: src/chart/x.rs:13\n-old\n+new\n\
            thread 'x::drawn' (12) panicked at /root/.cargo/registry/src/insta/runtime.rs:734:13:\n\
            the snapshot is another\n\
            note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n\n\
            \nfailures:\n    x::broken\n    x::drawn\n    x::error\n\n\
            test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out\n\
            say \"9 passed\"\n\nfailures:\n\n---- src/x.rs - x::y (line 7) stdout ----\nno such name\n\n\
            failures:\n    src/x.rs - x::y (line 7)\n\n\
            test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out\n";
        let errors = "error: test failed, to rerun pass `--lib`\nerror: test failed, to rerun pass `--doc`\n";
        let failures = vec![
            failure(
                "x::broken",
                Some(("tests/native/x.rs", 412)),
                "assertion `left == right` failed\n  left: [1]\n right: [3]",
            ),
            failure("x::error", None, "Error: \"why\""),
            failure(
                "x::drawn",
                Some(("src/chart/x.rs", 13)),
                "Source: src/chart/x.rs:13\n-old\n+new\nthe snapshot is another",
            ),
            failure("src/x.rs - x::y (line 7)", Some(("src/x.rs", 7)), "no such name"),
        ];
        let expected = Outcome { passed: 15, failed: 4, failures };
        assert_eq!(parse_cargo_tests(output, errors), expected);
    }

    #[test]
    fn a_test_program_that_crashed_is_a_failure() {
        let output = "running 2 tests\n";
        let errors = "error: test failed, to rerun pass `--lib`\n\nCaused by:\n  process didn't exit \
                      successfully: `x` (signal: 11, SIGSEGV: invalid memory reference)\n";
        let message = errors.replace("\n\n", "\n");
        let failures = vec![Failure::new("a program ended within its tests", message.trim_end())];
        let expected = Outcome { passed: 0, failed: 1, failures };
        assert_eq!(parse_cargo_tests(output, errors), expected);
        assert_eq!(parse_cargo_tests("", ""), Outcome::default());
    }

    #[test]
    fn compiler_errors_have_a_place() {
        let output = "warning: x\n --> src/x.rs:1:1\n\n\u{1b}[31merror[E0308]\u{1b}[0m: mismatched types\n \
            --> xtask/src/x.rs:3:16\n  |\n3 | fn x() -> u8 { \"a\" }\n\nerror: no documentation\n  \
            --> src/y.rs:9:1\n\nFor more information, try `rustc`.\n\
            error: could not compile `x` due to 2 previous errors\n";
        let expected = vec![
            failure(
                "error[E0308]: mismatched types",
                Some(("xtask/src/x.rs", 3)),
                " --> xtask/src/x.rs:3:16\n  |\n3 | fn x() -> u8 { \"a\" }",
            ),
            failure("error: no documentation", Some(("src/y.rs", 9)), "  --> src/y.rs:9:1"),
        ];
        assert_eq!(parse_compiler_errors(output), expected);
        let failed = Outcome { passed: 0, failed: 1, failures: expected };
        assert_eq!(Outcome::default().or_program_failure(false, output), failed);
        assert_eq!(Outcome::passed().or_program_failure(true, output), Outcome::passed());
        let lines = (0..20).map(|n| format!("line {n}")).collect::<Vec<_>>();
        let expected = [Failure::new("no test could be run", lines[5..].join("\n"))];
        assert_eq!(parse_compiler_errors(&lines.join("\n")), expected);
    }

    #[test]
    fn tests_are_run_once_more_only_for_browsers_that_ended() {
        let lost = Failure::new("x", "NoSuchSessionError: page crash");
        let wrong = Failure::new("y", "Error: NoSuchSessionError");
        let outcome =
            |failures: Vec<Failure>| Outcome { passed: 3, failed: failures.len() as u64, failures };
        assert!(outcome(vec![lost.clone()]).is_for_lost_browsers());
        assert!(outcome(vec![lost.clone(), lost.clone()]).is_for_lost_browsers());
        let unanswered = Failure::new("x", "WebDriverError: Could not parse script result");
        assert!(outcome(vec![unanswered]).is_for_lost_browsers());
        let not_found = Failure::new("x", "NoSuchElementError: no such element");
        assert!(!outcome(vec![not_found]).is_for_lost_browsers());
        assert!(!outcome(vec![]).is_for_lost_browsers());
        assert!(!outcome(vec![wrong.clone()]).is_for_lost_browsers());
        assert!(!outcome(vec![lost.clone(), wrong.clone()]).is_for_lost_browsers());
        // So many ends have a reason in the page.
        assert!(!outcome(vec![lost.clone(); 3]).is_for_lost_browsers());
        // Not all failures are told.
        assert!(!Outcome { failed: 2, ..outcome(vec![lost.clone()]) }.is_for_lost_browsers());

        let first = outcome(vec![lost.clone()]);
        let passed = Outcome { passed: 4, ..Outcome::default() };
        assert_eq!(first.clone().with_second_run(Outcome::passed()), passed);
        let failed = Outcome { passed: 0, failed: 1, failures: vec![wrong.clone()] };
        assert_eq!(first.clone().with_second_run(failed), outcome(vec![wrong]));
        assert_eq!(first.clone().with_second_run(Outcome::default()), first);
    }

    #[test]
    fn formatting_differences_have_a_place() {
        let output = "Diff in /top/xtask/src/x.rs:1:\n //! Where.\n\u{1b}[31m-fn x() {}\n\u{1b}[m+fn x() {\n\
                      Diff in /top/src/y.rs:20:\n-a\n+b\n";
        let test = "cargo fmt would write it otherwise";
        assert_eq!(
            parse_formatting(output, Path::new("/top")),
            [
                failure(test, Some(("xtask/src/x.rs", 1)), " //! Where.\n-fn x() {}\n+fn x() {"),
                failure(test, Some(("src/y.rs", 20)), "-a\n+b"),
            ]
        );
    }

    #[test]
    fn results_of_node_tests_are_read() {
        let output = "✖ folders (241.2ms)\n  AssertionError\n✔ paths (1 and 2) (175.0ms)\nℹ tests 2\n\
            ℹ pass 1\nℹ fail 1\nℹ cancelled 0\n\n✖ failing tests:\n\n\
            test at xtask/serve.test.mjs:46:1\n✖ folders (as on Pages) (241.2ms)\n  AssertionError: no\n  \
            + actual\n    at Test.run\n";
        let message = "AssertionError: no\n+ actual\n  at Test.run";
        let failure = failure("folders (as on Pages)", Some(("xtask/serve.test.mjs", 46)), message);
        let expected = Outcome { passed: 1, failed: 1, failures: vec![failure] };
        assert_eq!(parse_node_tests(output), expected);
    }

    #[test]
    fn typescript_errors_have_a_place() {
        let output = "tests/e2e/x.spec.ts(5,7): error TS2322: Type 'a: b' is none.\n  The rest.\n";
        let expected = failure("TS2322", Some(("tests/e2e/x.spec.ts", 5)), "Type 'a: b' is none.");
        assert_eq!(parse_typescript_errors(output), [expected]);
    }
}
