//! How the results are told: at the end of the output each test that failed, then a table and one last
//! line; on GitHub also beside the lines of the sources and on the page of the run.

use std::env;
use std::fmt::Write;
use std::time::Duration;

use super::results::{Failure, Outcome};

/// So many lines of what a failed test says are told again at the end.
const N_LINES: usize = 12;

/// So many failures are told with what they say; of more there is one cause, or nobody reads on.
const N_TOLD: usize = 20;

/// What `.github/workflows/ci.yml` calls the files that it keeps of the browser tests.
pub const ARTIFACT: &str = "test-results";

/// The results of all suites, in the order they ran.
#[derive(Default)]
pub struct Report {
    rows: Vec<(String, Outcome, Duration)>,
}

impl Report {
    /// Adds a suite.
    pub fn add(&mut self, suite: &str, outcome: Outcome, took: Duration) {
        self.rows.push((suite.to_owned(), outcome, took));
    }

    /// How many passed and how many failed, over all suites.
    pub fn total(&self) -> (u64, u64) {
        self.rows.iter().fold((0, 0), |(passed, failed), (_, outcome, _)| {
            (passed + outcome.passed, failed + outcome.failed)
        })
    }

    /// The table, what failed and, alone on the last line, `N passed, N failed`. `run` is the address of a
    /// run on GitHub, which keeps what is left of browser tests.
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
            text.push_str(&told(suite, failure, idx < N_TOLD, run));
        }
        let (passed, failed) = self.total();
        text + &format!("{passed} passed, {failed} failed")
    }

    /// What GitHub shows beside the lines of the sources: a command for each failure.
    pub fn annotations(&self, run: &str) -> String {
        let annotations = self.failures().map(|(suite, failure)| {
            let place = failure.place.as_ref();
            let place = place.map(|(file, line)| format!("file={},line={line},", property(file)));
            let title = property(&format!("{suite}: {}", failure.test));
            let mut message = failure_lines(failure).join("\n");
            message.extend(left(failure, Some(run)).iter().map(|line| format!("\n{line}")));
            format!("::error {}title={title}::{}\n", place.unwrap_or_default(), escaped(&message))
        });
        annotations.collect()
    }

    /// The same as [`Report::text`] for the page of a run, as Markdown.
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
        let told: String = failures
            .map(|(idx, (suite, failure))| told(suite, failure, idx < N_TOLD, Some(run)))
            .collect();
        if told.is_empty() { text } else { format!("{text}\n```text\n{}\n```\n", told.trim_end()) }
    }

    fn failures(&self) -> impl Iterator<Item = (&str, &Failure)> {
        self.rows.iter().flat_map(|(suite, outcome, _)| {
            outcome.failures.iter().map(move |failure| (suite.as_str(), failure))
        })
    }
}

/// The address of the run on GitHub this program is a part of, with the files that it keeps.
pub fn run_on_github() -> Option<String> {
    env::var_os("GITHUB_ACTIONS")?;
    let [server, repository, id] =
        ["GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_RUN_ID"].map(|name| env::var(name).ok());
    Some(format!("{}/{}/actions/runs/{}#artifacts", server?, repository?, id?))
}

/// A failure in a few lines, or in one, with an empty line after it.
fn told(suite: &str, failure: &Failure, is_whole: bool, run: Option<&str>) -> String {
    let mut text = format!("FAILED {suite}: {}\n", failure.test);
    if let Some((file, line)) = &failure.place {
        let _ = writeln!(text, "  at {file}:{line}");
    }
    if is_whole {
        for line in failure_lines(failure).into_iter().chain(left(failure, run)) {
            let _ = writeln!(text, "  {}", line.trim_end());
        }
    }
    text + "\n"
}

/// The first lines of what a test says.
fn failure_lines(failure: &Failure) -> Vec<String> {
    let lines: Vec<&str> = failure.message.lines().filter(|line| !line.trim().is_empty()).collect();
    let mut told: Vec<String> = lines.iter().take(N_LINES).map(|line| (*line).to_owned()).collect();
    if lines.len() > N_LINES {
        told.push(format!("… and {} more lines, above", lines.len() - N_LINES));
    }
    told
}

/// What a browser test left, and where to find it.
fn left(failure: &Failure, run: Option<&str>) -> Vec<String> {
    let mut lines: Vec<String> =
        failure.left.iter().map(|(what, file)| format!("{what}: {file}")).collect();
    if let Some((_, trace)) = failure.left.iter().find(|(what, _)| what == "trace") {
        lines.push(format!("to look at it: npx playwright show-trace {trace}"));
    }
    if let Some(run) = run.filter(|_| !lines.is_empty()) {
        lines.push(format!("these files are in the artifact {ARTIFACT} of {run}"));
    }
    lines
}

/// A text as a command of GitHub takes it.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The same for what stands before the `::`.
fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
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
            ..Failure::of(
                "tidy::arrows",
                "assertion `left == right` failed\n  left: 50%\n right: 3",
            )
        };
        let tests = Outcome { passed: 3, failed: 1, failures: vec![native] };
        report.add("native tests", tests, Duration::from_mins(1));
        let left = [("screenshot", "test-failed-1.png"), ("trace", "trace.zip")];
        let left = left.map(|(what, file)| (what.to_owned(), format!("test-results/x/{file}")));
        let in_browser = Failure {
            place: Some(("tests/e2e/trunk.spec.ts".to_owned(), 95)),
            left: left.to_vec(),
            ..Failure::of("trunk.spec.ts:90 › a, b", "line\n".repeat(N_LINES + 2))
        };
        let tests = Outcome { passed: 0, failed: 1, failures: vec![in_browser] };
        report.add("browser tests", tests, Duration::from_secs(9));
        report
    }

    #[test]
    fn each_failure_is_told_and_the_last_line_stands_alone() {
        let lines = "  line\n".repeat(N_LINES);
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
        let failures = vec![Failure::of("one", "why"); N_TOLD + 5];
        report.add("tests", Outcome { passed: 0, failed: 25, failures }, Duration::ZERO);
        let text = report.text(Duration::ZERO, None);
        assert_eq!(text.matches("FAILED tests: one\n  why\n").count(), N_TOLD);
        assert_eq!(text.matches("FAILED tests: one\n").count(), N_TOLD + 5);
    }

    #[test]
    fn github_is_told_the_line_of_each_failure() {
        let lines = "line%0A".repeat(N_LINES);
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
    fn the_page_of_a_run_has_the_table_and_what_failed() {
        let mut report = Report::default();
        report.add("formatting", Outcome::passed(), Duration::from_millis(1500));
        let table = "| suite | passed | failed | seconds |\n| --- | ---: | ---: | ---: |\n\
                     | formatting | 1 | 0 | 1.5 |\n";
        assert_eq!(
            report.summary(Duration::from_secs(2), RUN),
            format!("## 1 passed, 0 failed\n\n{table}\n2.0 s in all\n")
        );
        report.add("tests", Outcome::failed(vec![Failure::of("one", "why")]), Duration::ZERO);
        assert_eq!(
            report.summary(Duration::from_secs(2), RUN),
            format!(
                "## 1 passed, 1 failed\n\n{table}| tests | 0 | 1 | 0.0 |\n\n2.0 s in all\n\n\
                 ```text\nFAILED tests: one\n  why\n```\n"
            )
        );
    }

    #[test]
    fn what_the_workflow_keeps_is_called_so() -> Result<()> {
        let workflow = Project::find()?.read(".github/workflows/ci.yml")?;
        let kept = format!("          name: {ARTIFACT}\n          path: test-results\n");
        assert!(workflow.contains(&kept), "ci.yml keeps no test-results as {ARTIFACT}");
        Ok(())
    }
}
