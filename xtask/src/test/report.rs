//! Formats the results: for the end of the output a table, each failed test and one last line; for GitHub also
//! annotations of source lines and a summary for the page of the run.

use std::env;
use std::fmt::Write;
use std::time::Duration;

use super::results::{Failure, Outcome};

/// How many lines of a failure message the report repeats.
const MAX_LINES: usize = 12;

/// How many failures the report shows with their messages. More failures mostly have one common cause, and
/// nobody would read them all.
const MAX_DETAILED: usize = 20;

/// The name of the artifact in which `.github/workflows/ci.yml` keeps the files of the browser tests.
pub const ARTIFACT: &str = "test-results";

/// The results of all suites, in the order they ran.
#[derive(Default)]
pub struct Report {
    rows: Vec<(String, Outcome, Duration)>,
}

impl Report {
    /// Adds the outcome of a suite and how long it took.
    pub fn add(&mut self, suite: &str, outcome: Outcome, took: Duration) {
        self.rows.push((suite.to_owned(), outcome, took));
    }

    /// How many passed and how many failed, over all suites.
    pub fn total(&self) -> (u64, u64) {
        self.rows.iter().fold((0, 0), |(passed, failed), (_, outcome, _)| {
            (passed + outcome.passed, failed + outcome.failed)
        })
    }

    /// The report as text: the table, the failures and, alone on the last line, `N passed, N failed`. `run` is
    /// the URL of the run on GitHub, which keeps the files of failed browser tests.
    pub fn text(&self, took: Duration, run: Option<&str>) -> String {
        let width = self.rows.iter().map(|(suite, ..)| suite.chars().count()).max().unwrap_or(0);
        let mut text =
            format!("{:<width$}  {:>6}  {:>6}  {:>8}\n", "suite", "passed", "failed", "");
        for (suite, outcome, took) in &self.rows {
            let mark = if outcome.failed == 0 { "ok" } else { "FAILED" };
            let seconds = took.as_secs_f64();
            let (passed, failed) = (outcome.passed, outcome.failed);
            // Writing to a string cannot fail.
            let _ = writeln!(
                text,
                "{suite:<width$}  {passed:>6}  {failed:>6}  {seconds:>6.1} s  {mark}"
            );
        }
        let _ = writeln!(text, "{:.1} s in all\n", took.as_secs_f64());
        for (idx, (suite, failure)) in self.failures().enumerate() {
            text.push_str(&describe(suite, failure, idx < MAX_DETAILED, run));
        }
        let (passed, failed) = self.total();
        text + &format!("{passed} passed, {failed} failed")
    }

    /// One GitHub command for each failure, so that GitHub shows the failure beside its source line.
    pub fn annotations(&self, run: &str) -> String {
        let annotations = self.failures().map(|(suite, failure)| {
            let place = failure.place.as_ref();
            let place =
                place.map(|(file, line)| format!("file={},line={line},", escape_property(file)));
            let title = escape_property(&format!("{suite}: {}", failure.test));
            let mut message = failure_lines(failure).join("\n");
            message.extend(
                attachment_lines(failure, Some(run)).iter().map(|line| format!("\n{line}")),
            );
            format!(
                "::error {}title={title}::{}\n",
                place.unwrap_or_default(),
                escape_message(&message)
            )
        });
        annotations.collect()
    }

    /// The same report as [`Report::text`], as Markdown for the page of a run on GitHub.
    pub fn summary(&self, took: Duration, run: &str) -> String {
        let (passed, failed) = self.total();
        let mut text = format!(
            "## {passed} passed, {failed} failed\n\n| suite | passed | failed | seconds |\n\
             | --- | ---: | ---: | ---: |\n"
        );
        for (suite, outcome, took) in &self.rows {
            let seconds = took.as_secs_f64();
            let (passed, failed) = (outcome.passed, outcome.failed);
            let _ = writeln!(text, "| {suite} | {passed} | {failed} | {seconds:.1} |");
        }
        let _ = writeln!(text, "\n{:.1} s in all", took.as_secs_f64());
        let failures = self.failures().enumerate();
        let descriptions: String = failures
            .map(|(idx, (suite, failure))| describe(suite, failure, idx < MAX_DETAILED, Some(run)))
            .collect();
        if descriptions.is_empty() {
            text
        } else {
            format!("{text}\n```text\n{}\n```\n", descriptions.trim_end())
        }
    }

    fn failures(&self) -> impl Iterator<Item = (&str, &Failure)> {
        self.rows.iter().flat_map(|(suite, outcome, _)| {
            outcome.failures.iter().map(move |failure| (suite.as_str(), failure))
        })
    }
}

/// The URL of the current run on GitHub, at its list of artifacts; `None` elsewhere.
pub fn run_on_github() -> Option<String> {
    env::var_os("GITHUB_ACTIONS")?;
    let [server, repository, id] =
        ["GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_RUN_ID"].map(|name| env::var(name).ok());
    Some(format!("{}/{}/actions/runs/{}#artifacts", server?, repository?, id?))
}

/// Describes a failure, with its message if `is_detailed`, and an empty line at the end.
fn describe(suite: &str, failure: &Failure, is_detailed: bool, run: Option<&str>) -> String {
    let mut text = format!("FAILED {suite}: {}\n", failure.test);
    if let Some((file, line)) = &failure.place {
        let _ = writeln!(text, "  at {file}:{line}");
    }
    if is_detailed {
        for line in failure_lines(failure).into_iter().chain(attachment_lines(failure, run)) {
            let _ = writeln!(text, "  {}", line.trim_end());
        }
    }
    text + "\n"
}

/// The first lines of a failure message.
fn failure_lines(failure: &Failure) -> Vec<String> {
    let lines: Vec<&str> = failure.message.lines().filter(|line| !line.trim().is_empty()).collect();
    let mut shown: Vec<String> =
        lines.iter().take(MAX_LINES).map(|line| (*line).to_owned()).collect();
    if lines.len() > MAX_LINES {
        shown.push(format!("… and {} more lines, above", lines.len() - MAX_LINES));
    }
    shown
}

/// Lines that list the files of a failed browser test and say where to find them.
fn attachment_lines(failure: &Failure, run: Option<&str>) -> Vec<String> {
    let mut lines: Vec<String> =
        failure.attachments.iter().map(|(what, file)| format!("{what}: {file}")).collect();
    if let Some((_, trace)) = failure.attachments.iter().find(|(what, _)| what == "trace") {
        lines.push(format!("to look at it: npx playwright show-trace {trace}"));
    }
    if let Some(run) = run.filter(|_| !lines.is_empty()) {
        lines.push(format!("these files are in the artifact {ARTIFACT} of {run}"));
    }
    lines
}

/// Escapes a text for the message of a GitHub command.
fn escape_message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a text for a property of a GitHub command, which is before its second `::`.
fn escape_property(text: &str) -> String {
    escape_message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;
    use anyhow::Result;

    const RUN: &str = "https://github.com/a/b/actions/runs/7#artifacts";

    fn report() -> Report {
        let mut report = Report::default();
        report.add("formatting", Outcome::passed(), Duration::from_millis(1500));
        let native = Failure {
            place: Some(("tests/native/tidy.rs".to_owned(), 412)),
            ..Failure::new(
                "tidy::arrows",
                "assertion `left == right` failed\n  left: 50%\n right: 3",
            )
        };
        let tests = Outcome { passed: 3, failed: 1, failures: vec![native] };
        report.add("native tests", tests, Duration::from_mins(1));
        let attachments = [("screenshot", "test-failed-1.png"), ("trace", "trace.zip")];
        let attachments =
            attachments.map(|(what, file)| (what.to_owned(), format!("test-results/x/{file}")));
        let in_browser = Failure {
            place: Some(("tests/e2e/trunk.spec.ts".to_owned(), 95)),
            attachments: attachments.to_vec(),
            ..Failure::new("trunk.spec.ts:90 › a, b", "line\n".repeat(MAX_LINES + 2))
        };
        let tests = Outcome { passed: 0, failed: 1, failures: vec![in_browser] };
        report.add("browser tests", tests, Duration::from_secs(9));
        report
    }

    #[test]
    fn the_report_lists_each_failure_and_ends_with_the_totals() {
        let lines = "  line\n".repeat(MAX_LINES);
        assert_eq!(
            report().text(Duration::from_secs(71), None),
            format!(
                "suite          passed  failed          \n\
                 formatting          1       0     1.5 s  ok\n\
                 native tests        3       1    60.0 s  FAILED\n\
                 browser tests       0       1     9.0 s  FAILED\n\
                 71.0 s in all\n\
                 \n\
                 FAILED native tests: tidy::arrows\n\
                 \x20 at tests/native/tidy.rs:412\n\
                 \x20 assertion `left == right` failed\n\
                 \x20   left: 50%\n\
                 \x20  right: 3\n\
                 \n\
                 FAILED browser tests: trunk.spec.ts:90 › a, b\n\
                 \x20 at tests/e2e/trunk.spec.ts:95\n\
                 {lines}\
                 \x20 … and 2 more lines, above\n\
                 \x20 screenshot: test-results/x/test-failed-1.png\n\
                 \x20 trace: test-results/x/trace.zip\n\
                 \x20 to look at it: npx playwright show-trace test-results/x/trace.zip\n\
                 \n\
                 4 passed, 2 failed"
            )
        );
        let on_github = report().text(Duration::from_secs(71), Some(RUN));
        let kept = format!("\n  these files are in the artifact test-results of {RUN}\n");
        assert_eq!(on_github.matches(&kept).count(), 1);
    }

    #[test]
    fn of_very_many_failures_the_later_ones_are_names() {
        let mut report = Report::default();
        let failures = vec![Failure::new("one", "why"); MAX_DETAILED + 5];
        report.add("tests", Outcome { passed: 0, failed: 25, failures }, Duration::ZERO);
        let text = report.text(Duration::ZERO, None);
        assert_eq!(text.matches("FAILED tests: one\n  why\n").count(), MAX_DETAILED);
        assert_eq!(text.matches("FAILED tests: one\n").count(), MAX_DETAILED + 5);
    }

    #[test]
    fn annotations_name_the_line_of_each_failure() {
        let lines = "line%0A".repeat(MAX_LINES);
        assert_eq!(
            report().annotations(RUN),
            format!(
                "::error file=tests/native/tidy.rs,line=412,title=native tests%3A tidy%3A%3Aarrows::\
                 assertion `left == right` failed%0A  left: 50%25%0A right: 3\n\
                 ::error file=tests/e2e/trunk.spec.ts,line=95,title=browser tests%3A trunk.spec.ts%3A90 › \
                 a%2C b::{lines}… and 2 more lines, above%0Ascreenshot: \
                 test-results/x/test-failed-1.png%0Atrace: test-results/x/trace.zip%0Ato look at it: npx \
                 playwright show-trace test-results/x/trace.zip%0Athese files are in the artifact \
                 test-results of {RUN}\n"
            )
        );
    }

    #[test]
    fn the_summary_has_the_table_and_the_failures() {
        let mut report = Report::default();
        report.add("formatting", Outcome::passed(), Duration::from_millis(1500));
        let table = "| suite | passed | failed | seconds |\n| --- | ---: | ---: | ---: |\n\
                     | formatting | 1 | 0 | 1.5 |\n";
        assert_eq!(
            report.summary(Duration::from_secs(2), RUN),
            format!("## 1 passed, 0 failed\n\n{table}\n2.0 s in all\n")
        );
        report.add("tests", Outcome::failed(vec![Failure::new("one", "why")]), Duration::ZERO);
        assert_eq!(
            report.summary(Duration::from_secs(2), RUN),
            format!(
                "## 1 passed, 1 failed\n\n{table}| tests | 0 | 1 | 0.0 |\n\n2.0 s in all\n\n\
                 ```text\nFAILED tests: one\n  why\n```\n"
            )
        );
    }

    #[test]
    fn the_workflow_keeps_the_artifact_under_this_name() -> Result<()> {
        let workflow = Project::find()?.read(".github/workflows/ci.yml")?;
        let kept = format!("          name: {ARTIFACT}\n          path: test-results\n");
        assert!(workflow.contains(&kept), "ci.yml keeps no test-results as {ARTIFACT}");
        Ok(())
    }
}
