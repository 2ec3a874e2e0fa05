//! `tinhso check`: prints everything that is wrong with a data folder, for people and for tools.

use std::path::Path;
use std::process::ExitCode;

use tinhso::data::{CheckReport, Finding, Position, Severity, check};
use tinhso::disk::DiskFolder;
use tinhso::export::{Cell, Format, Json, Table};

use crate::arguments::{Arguments, today};
use crate::output::{Failure, count_of, print, print_each, report};

/// How findings are printed: the value of `--format`, and the function that prints them.
type Printer = fn(&Path, &[Finding]) -> Result<(), Failure>;
const FORMATS: [(&str, Printer); 3] =
    [("text", print_text), ("json", print_json), ("github", print_for_github)];

/// Prints the findings, then their number to standard error.
pub(crate) fn check_command(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let asked = arguments.flag("format").unwrap_or("text");
    let printer = FORMATS.into_iter().find(|(name, _)| *name == asked);
    let Some((_, print_findings)) = printer else {
        let names = FORMATS.map(|(name, _)| name).join(", ");
        return Err(Failure::Usage(format!("unknown format \"{asked}\"; choose one of {names}")));
    };
    let checked = read_and_check(arguments.data_dir())?;
    print_findings(arguments.data_dir(), &checked.findings)?;
    let files = count_of(checked.n_files, "file");
    report(&format!("{} in {files}\n", finding_counts(&checked)));
    Ok(if checked.n_errors() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Reads and checks a data folder. It fails only if there is no such folder.
pub(crate) fn read_and_check(data_dir: &Path) -> Result<CheckReport, Failure> {
    let folder = DiskFolder::open(data_dir).map_err(|error| {
        Failure::Usage(format!(
            "cannot open the folder {}: {error}; name the folder that holds manifest.json",
            data_dir.display()
        ))
    })?;
    Ok(check(&folder, today()))
}

/// How many errors and warnings there are, in words.
pub(crate) fn finding_counts(checked: &CheckReport) -> String {
    let errors = count_of(checked.n_errors(), "error");
    format!("{errors}, {}", count_of(checked.n_warnings(), "warning"))
}

/// One line for each finding.
pub(crate) fn print_text(_: &Path, findings: &[Finding]) -> Result<(), Failure> {
    print_each(findings.iter().map(|finding| format!("{finding}\n")))
}

/// A list of objects. Line and column are null where a finding is about a whole file.
fn print_json(_: &Path, findings: &[Finding]) -> Result<(), Failure> {
    let rows = findings.iter().map(|finding| {
        let place = |number: fn(Position) -> usize| {
            Cell::number(finding.position.map(|position| number(position) as f64))
        };
        vec![
            Cell::Text(severity(finding).to_owned()),
            Cell::Text(finding.file.clone()),
            place(|position| position.line),
            place(|position| position.column),
            Cell::Text(finding.path.clone()),
            Cell::Text(finding.message()),
        ]
    });
    let columns = &["severity", "file", "line", "column", "path", "message"];
    print(&Json.write(&Table { columns, rows: rows.collect() }))
}

/// Commands by which a workflow of GitHub marks the lines of a pull request.
///
/// Source: "Workflow commands for GitHub Actions", docs.github.com; what must be escaped is in the
/// toolkit, `packages/core/src/command.ts`.
fn print_for_github(data_dir: &Path, findings: &[Finding]) -> Result<(), Failure> {
    print_each(findings.iter().map(|finding| {
        let file = data_dir.join(&finding.file).to_string_lossy().replace('\\', "/");
        let place =
            finding.position.map(|Position { line, column }| format!(",line={line},col={column}"));
        let message = format!("{}: {}", finding.path, finding.message());
        format!(
            "::{} file={}{},title=tinhso check::{}\n",
            severity(finding),
            escaped(&file).replace(':', "%3A").replace(',', "%2C"),
            place.unwrap_or_default(),
            escaped(&message),
        )
    }))
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn severity(finding: &Finding) -> &'static str {
    match finding.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
