//! What came of the tests: counted, timed, and told at the end in a table and one last line.

use std::fmt::Write;
use std::time::Duration;

use serde_json::Value;

/// How many tests of a suite passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
}

impl Count {
    /// A check that either holds or does not.
    pub fn one(holds: bool) -> Self {
        Self { passed: u64::from(holds), failed: u64::from(!holds) }
    }

    /// Makes sure that a suite whose program failed counts a failure even when it could not say
    /// which test it was, as when nothing compiled.
    pub fn at_least_as_bad_as(mut self, program_succeeded: bool) -> Self {
        if !program_succeeded && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

/// The results of all suites, in the order they ran.
#[derive(Default)]
pub struct Report {
    rows: Vec<(String, Count, Duration)>,
}

impl Report {
    /// Adds a suite.
    pub fn add(&mut self, suite: &str, count: Count, took: Duration) {
        self.rows.push((suite.to_owned(), count, took));
    }

    /// The sum over all suites.
    pub fn total(&self) -> Count {
        self.rows.iter().fold(Count::default(), |sum, (_, count, _)| Count {
            passed: sum.passed + count.passed,
            failed: sum.failed + count.failed,
        })
    }

    /// The table and, alone on the last line, `N passed, N failed`.
    pub fn text(&self, took: Duration) -> String {
        let width = self.rows.iter().map(|(suite, ..)| suite.chars().count()).max().unwrap_or(0);
        let mut text =
            format!("{:<width$}  {:>6}  {:>6}  {:>8}\n", "suite", "passed", "failed", "");
        for (suite, count, took) in &self.rows {
            let mark = if count.failed == 0 { "ok" } else { "FAILED" };
            let seconds = took.as_secs_f64();
            let (passed, failed) = (count.passed, count.failed);
            // Writing to a string cannot fail.
            let _ = writeln!(
                text,
                "{suite:<width$}  {passed:>6}  {failed:>6}  {seconds:>6.1} s  {mark}"
            );
        }
        let total = self.total();
        let seconds = took.as_secs_f64();
        text + &format!("{seconds:.1} s in all\n\n{} passed, {} failed", total.passed, total.failed)
    }
}

/// Adds up the summary lines of `cargo test`, one for each program it ran.
pub fn cargo_test_count(output: &str) -> Count {
    let mut count = Count::default();
    for line in output.lines() {
        let Some(summary) = line.trim().strip_prefix("test result: ") else {
            continue;
        };
        count.passed += number_before(summary, " passed");
        count.failed += number_before(summary, " failed");
    }
    count
}

/// The number that ends where `word` begins; 0 if there is none.
fn number_before(text: &str, word: &str) -> u64 {
    let before = text.split(word).next().filter(|before| before.len() < text.len());
    before.and_then(|before| before.split(' ').next_back()?.parse().ok()).unwrap_or(0)
}

/// Reads the `stats` of Playwright's JSON report: tests that went as expected, and those that did
/// not. Tests declared as skipped count as neither. `None` if there are no such stats.
pub fn playwright_count(json: &str) -> Option<Count> {
    let report: Value = serde_json::from_str(json).ok()?;
    let number = |key: &str| report["stats"][key].as_u64();
    Some(Count { passed: number("expected")?, failed: number("unexpected")? + number("flaky")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_of_several_programs_add_up() {
        let output = "running 2 tests\n\
            test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
            say \"9 passed\"\n\
            test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(cargo_test_count(output), Count { passed: 15, failed: 2 });
        assert_eq!(cargo_test_count("error: could not compile"), Count::default());
    }

    #[test]
    fn a_program_that_failed_without_a_test_counts_once() {
        let nothing_ran = Count::default().at_least_as_bad_as(false);
        assert_eq!(nothing_ran, Count { passed: 0, failed: 1 });
        let two = Count { passed: 1, failed: 2 };
        assert_eq!(two.at_least_as_bad_as(false), two);
        assert_eq!(Count::one(true).at_least_as_bad_as(true), Count { passed: 1, failed: 0 });
    }

    #[test]
    fn playwrights_stats_are_read() {
        let json = r#"{"stats": {"expected": 7, "skipped": 1, "unexpected": 2, "flaky": 1}}"#;
        assert_eq!(playwright_count(json), Some(Count { passed: 7, failed: 3 }));
        assert_eq!(playwright_count("{}"), None);
    }

    #[test]
    fn the_last_line_stands_alone() {
        let mut report = Report::default();
        report.add("formatting", Count::one(true), Duration::from_millis(1500));
        report.add("tests", Count { passed: 3, failed: 1 }, Duration::from_mins(1));
        assert_eq!(
            report.text(Duration::from_secs(62)),
            "suite       passed  failed          \n\
             formatting       1       0     1.5 s  ok\n\
             tests            3       1    60.0 s  FAILED\n\
             62.0 s in all\n\
             \n\
             4 passed, 1 failed"
        );
    }
}
