//! Finds the failed browser tests in the JSON report that Playwright writes.

use std::path::Path;

use serde_json::Value;

use super::results::{Failure, Outcome, path_below, without_colors};

/// Reads Playwright's JSON report; `None` if the text is not such a report. Skipped tests count neither as
/// passed nor as failed.
pub fn parse_report(json: &str, root: &Path) -> Option<Outcome> {
    let report: Value = serde_json::from_str(json).ok()?;
    let number = |key: &str| report["stats"][key].as_u64();
    let specs = Path::new(report["config"]["rootDir"].as_str().unwrap_or_default());
    let mut failures = Vec::new();
    for suite in items(&report["suites"]) {
        add_failures_of_suite(suite, "", (root, specs), &mut failures);
    }
    // Errors that belong to no test, for example a spec that does not compile.
    failures.extend(items(&report["errors"]).map(|error| Failure {
        place: place_of(error, root),
        ..Failure::new("no test", without_colors(error["message"].as_str().unwrap_or_default()))
    }));
    let failed = number("unexpected")? + number("flaky")?;
    Some(Outcome { passed: number("expected")?, failed, failures })
}

/// Adds the failures of a suite and of the suites within it. `outer_names` are the names of the suites around
/// it, each followed by ` › `.
fn add_failures_of_suite(
    suite: &Value,
    outer_names: &str,
    (root, specs): (&Path, &Path),
    failures: &mut Vec<Failure>,
) {
    for spec in items(&suite["specs"]) {
        let file = specs.join(spec["file"].as_str().unwrap_or_default());
        let (file, line) = (path_below(root, &file.to_string_lossy()), spec["line"].as_u64());
        let name = spec["title"].as_str().unwrap_or_default();
        let short = file.rsplit('/').next().unwrap_or_default();
        let test = format!("{short}:{} › {outer_names}{name}", line.unwrap_or_default());
        let has_failed =
            |test: &&Value| matches!(test["status"].as_str(), Some("unexpected" | "flaky"));
        for result in
            items(&spec["tests"]).filter(has_failed).flat_map(|test| items(&test["results"]))
        {
            let errors: Vec<&Value> = items(&result["errors"]).collect();
            if errors.is_empty() {
                continue;
            }
            let messages =
                errors.iter().filter_map(|error| error["message"].as_str()).map(without_colors);
            let attachments = items(&result["attachments"]).filter_map(|attachment| {
                let file = attachment["path"].as_str()?;
                Some((attachment["name"].as_str()?.to_owned(), path_below(root, file)))
            });
            failures.push(Failure {
                test: test.clone(),
                // Prefer the place in the spec itself: an error in a shared file says little about the test.
                place: errors
                    .iter()
                    .filter_map(|error| place_of(error, root))
                    .find(|(at, _)| *at == file)
                    .or_else(|| Some((file.clone(), line?))),
                message: messages.collect::<Vec<_>>().join("\n\n"),
                attachments: attachments.collect(),
            });
        }
    }
    for inner in items(&suite["suites"]) {
        let name = inner["title"].as_str().unwrap_or_default();
        add_failures_of_suite(inner, &format!("{outer_names}{name} › "), (root, specs), failures);
    }
}

/// The file and line of an error.
fn place_of(error: &Value, root: &Path) -> Option<(String, u64)> {
    let at = &error["location"];
    Some((path_below(root, at["file"].as_str()?), at["line"].as_u64()?))
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::super::results::tests::failure;
    use super::*;

    #[test]
    fn tests_are_counted_and_failures_are_listed() {
        let json = r#"{
            "config": {"rootDir": "/top/tests/e2e"},
            "suites": [{"title": "x.spec.ts", "file": "x.spec.ts", "specs": [], "suites": [{
                "title": "group", "file": "x.spec.ts", "specs": [
                    {"title": "passes", "file": "x.spec.ts", "line": 3,
                     "tests": [{"status": "expected", "results": [{"errors": [], "attachments": []}]}]},
                    {"title": "breaks", "file": "x.spec.ts", "line": 17, "tests": [{"status": "unexpected",
                     "results": [{
                        "errors": [{"location": {"file": "/top/tests/e2e/x.spec.ts", "line": 19},
                                    "message": "Error: \u001b[2mexpect\u001b[22m failed\n\nReceived: 1"}],
                        "attachments": [
                            {"name": "screenshot", "path": "/top/test-results/artifacts/b/1.png"},
                            {"name": "note"},
                            {"name": "trace", "path": "/top/test-results/artifacts/b/trace.zip"}]}]}]},
                    {"title": "logs", "file": "x.spec.ts", "line": 21, "tests": [{"status": "flaky",
                     "results": [{
                        "errors": [{"location": {"file": "/top/tests/e2e/fixtures.ts", "line": 56},
                                    "message": "console: bad"}, {"message": "and more"}],
                        "attachments": []}]}]}
                ]}]}],
            "errors": [{"location": {"file": "/top/tests/e2e/y.spec.ts", "line": 2}, "message": "no such name"}],
            "stats": {"expected": 7, "skipped": 1, "unexpected": 2, "flaky": 1}
        }"#;
        let attachments = [("screenshot", "1.png"), ("trace", "trace.zip")]
            .map(|(what, file)| (what.to_owned(), format!("test-results/artifacts/b/{file}")));
        let broken = failure(
            "x.spec.ts:17 › group › breaks",
            Some(("tests/e2e/x.spec.ts", 19)),
            "Error: expect failed\n\nReceived: 1",
        );
        let failures = vec![
            Failure { attachments: attachments.to_vec(), ..broken },
            failure(
                "x.spec.ts:21 › group › logs",
                Some(("tests/e2e/x.spec.ts", 21)),
                "console: bad\n\nand more",
            ),
            failure("no test", Some(("tests/e2e/y.spec.ts", 2)), "no such name"),
        ];
        let root = Path::new("/top");
        let expected = Outcome { passed: 7, failed: 3, failures };
        assert_eq!(parse_report(json, root), Some(expected));
        assert_eq!(parse_report("{}", root), None);
    }
}
