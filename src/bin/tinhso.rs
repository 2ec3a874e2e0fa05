//! The native command. It checks a data folder, prints what became of promises and how figures compare,
//! exports the figures, writes the bundles that pages load and, if built with the feature `ssr`, writes
//! the pages.
//!
//! Results go to standard output, and everything about them to standard error. Exit codes: 0 for
//! success, 1 for faulty data or a file that cannot be read or written, 2 for a command that was not
//! understood.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use tinhso::compare::{Assessment, Ledger, Pair, Part, YearFilter, pairs};
use tinhso::data::{CheckReport, Dataset, Date, Day, Span, check, nearest};
use tinhso::export::{self, Cell, Csv, Format, Json, Table};

const USAGE: &str = "\
tinhso: what Vietnamese provinces promised about digital transformation, and what they reported

Usage:
  tinhso check <data-dir>
      Prints one line per fault of the data files: file: place: what was found, what was
      expected; what to do. Exit 1 when there is one; lines that begin with \"warning: \" do
      not count.

  tinhso ledger <data-dir> [--as-of <day>] [--format csv|json]
      Prints for each target with a value whose source was published by a day what became of
      it: the state, the figures it rests on, the gap (target minus latest result, in the
      unit), the pace achieved and the pace needed (per year), and the days left. The day is
      written like 2024-12-31; without --as-of it is today in Vietnam (UTC+7).
      Uses everything that can be read, whatever `check` says. The format is csv unless given.

  tinhso compare <data-dir> --concept <concept> [--provinces <id>,<id>] [--format csv|json]
      Prints for each pair of latest results of two provinces whether they may be compared,
      why not, and the difference (first minus second, in the unit). Without --provinces
      every entry of the provinces file takes part, in its order, the country too.
      Uses everything that can be read, whatever `check` says. The format is csv unless given.

  tinhso export <data-dir> --out <dir>
      Writes all figures as files to take away, one per format, and prints their paths.

  tinhso bundle <data-dir> --out <dir>
      Checks the data and writes the bundles that pages load, one file for each part of the
      data. Exit 1 with a line per fault when there is one.

  tinhso prerender --template <file> --data <data-dir> --out <dir> --base <base>
                   [--worker <dir>] [--day <YYYY-MM-DD>]
      Writes an HTML file per page and language, and the bundles they load.
      With the sw.js and register.js of a folder the site is kept for reading without a
      network. Only in a build with `--features ssr`.

  tinhso --help
";

/// The formats in which tables are printed, by the value of `--format`.
const PRINT_FORMATS: [(&str, &dyn Format); 2] = [("csv", &Csv), ("json", &Json)];

/// Why a command failed, as a line for standard error.
enum Failure {
    /// The command was not understood (exit code 2).
    Usage(String),
    /// A file or the data prevented the work (exit code 1).
    Work(String),
}

fn main() -> ExitCode {
    let args: Vec<String> =
        std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect();
    match run(&args) {
        Ok(code) => code,
        Err(Failure::Usage(line)) => {
            report(&format!("tinhso: {line}\n"));
            ExitCode::from(2)
        }
        Err(Failure::Work(line)) => {
            report(&format!("tinhso: {line}\n"));
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<ExitCode, Failure> {
    let Some((command, rest)) = args.split_first() else {
        report(USAGE);
        return Ok(ExitCode::from(2));
    };
    if args.iter().any(|arg| arg == "--help" || arg == "-h") || command == "help" {
        print(USAGE)?;
        return Ok(ExitCode::SUCCESS);
    }
    match command.as_str() {
        "check" => check_command(&Arguments::parse(rest, 1, &[])?),
        "ledger" => ledger_command(&Arguments::parse(rest, 1, &["as-of", "format"])?),
        "compare" => {
            compare_command(&Arguments::parse(rest, 1, &["concept", "provinces", "format"])?)
        }
        "export" => export_command(&Arguments::parse(rest, 1, &["out"])?),
        "bundle" => bundle_command(&Arguments::parse(rest, 1, &["out"])?),
        "prerender" => prerender_command(&Arguments::parse(
            rest,
            0,
            &["template", "worker", "data", "out", "base", "day"],
        )?),
        _ => {
            let known = ["check", "ledger", "compare", "export", "bundle", "prerender"];
            Err(Failure::Usage(format!("unknown command \"{command}\"; {}", hint(command, &known))))
        }
    }
}

/// The arguments after the command: the data folder, and flags with their values.
struct Arguments {
    positional: Vec<String>,
    flags: Vec<(String, String)>,
}

impl Arguments {
    /// Parses `--flag value` and `--flag=value`. Each flag may occur once, and there must be
    /// `n_positional` other arguments.
    fn parse(args: &[String], n_positional: usize, known: &[&str]) -> Result<Self, Failure> {
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
            if !known.contains(&name) {
                let problem = match known {
                    [] => format!("unknown flag \"--{name}\"; this command has none"),
                    _ => format!("unknown flag \"--{name}\"; {}", hint(name, known)),
                };
                return Err(Failure::Usage(problem));
            }
            let value = value.or_else(|| args.next().cloned());
            let value = value.ok_or_else(|| {
                Failure::Usage(format!("the flag \"--{name}\" has no value; write one after it"))
            })?;
            if parsed.flags.iter().any(|(known, _)| known == name) {
                return Err(Failure::Usage(format!(
                    "the flag \"--{name}\" stands twice; keep one"
                )));
            }
            parsed.flags.push((name.to_owned(), value));
        }
        match parsed.positional.get(n_positional) {
            Some(extra) => Err(Failure::Usage(format!("unexpected \"{extra}\"; remove it"))),
            None if parsed.positional.len() < n_positional => {
                Err(Failure::Usage("no data folder is named; write it after the command".into()))
            }
            None => Ok(parsed),
        }
    }

    fn data_dir(&self) -> &Path {
        Path::new(self.positional.first().map_or("", String::as_str))
    }

    fn flag(&self, name: &str) -> Option<&str> {
        self.flags.iter().find(|(flag, _)| flag == name).map(|(_, value)| value.as_str())
    }

    fn required(&self, name: &str) -> Result<&str, Failure> {
        self.flag(name).ok_or_else(|| {
            Failure::Usage(format!(
                "the flag \"--{name}\" is missing; `tinhso --help` describes it"
            ))
        })
    }

    /// The format asked for, or the first one if none was.
    fn format(&self) -> Result<&'static dyn Format, Failure> {
        let [first, ..] = PRINT_FORMATS;
        let asked = self.flag("format").unwrap_or(first.0);
        let found = PRINT_FORMATS.into_iter().find(|(name, _)| *name == asked);
        found.map(|(_, format)| format).ok_or_else(|| {
            let names = PRINT_FORMATS.map(|(name, _)| name).join(" or ");
            Failure::Usage(format!("unknown format \"{asked}\"; choose {names}"))
        })
    }

    /// The day asked for, or today if none was.
    fn day(&self, name: &str) -> Result<Day, Failure> {
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

fn check_command(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let checked = read_and_check(arguments.data_dir())?;
    let mut lines = String::new();
    for finding in &checked.findings {
        lines.push_str(&finding.to_string());
        lines.push('\n');
    }
    print(&lines)?;
    let files = count_of(checked.n_files, "file");
    report(&format!("{} in {files}\n", finding_counts(&checked)));
    Ok(if checked.n_errors() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

const LEDGER_COLUMNS: [&str; 9] = [
    "target",
    "province",
    "indicator",
    "state",
    "evidence",
    "gap",
    "achieved_pace",
    "needed_pace",
    "days_left",
];

fn ledger_command(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let format = arguments.format()?;
    let day = arguments.day("as-of")?;
    let dataset = read_dataset(arguments.data_dir())?;
    let rows = Ledger::new(&dataset).assess_all(day).iter().map(assessment_row).collect();
    let table = Table { columns: &LEDGER_COLUMNS, rows };
    print(&format.write(&table))?;
    Ok(ExitCode::SUCCESS)
}

fn assessment_row(assessment: &Assessment<'_>) -> Vec<Cell> {
    let target = assessment.target;
    vec![
        Cell::Text(target.id.clone()),
        Cell::Text(target.province.clone()),
        Cell::Text(target.indicator.clone()),
        Cell::Text(assessment.state.id().to_owned()),
        Cell::List(assessment.evidence.iter().map(|o| o.id.clone()).collect()),
        Cell::number(assessment.gap),
        Cell::number(assessment.achieved_pace),
        Cell::number(assessment.needed_pace),
        Cell::number(assessment.days_left.map(f64::from)),
    ]
}

/// Today's date in Vietnam, which is seven hours ahead of UTC all year round.
fn today() -> Day {
    const HOUR: u64 = 60 * 60;
    // A clock that is set before 1970 is wrong; use 1970 then.
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let days = (since_1970.as_secs() + 7 * HOUR) / (24 * HOUR);
    Day(i32::try_from(days).unwrap_or(i32::MAX))
}

fn compare_command(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let concept = arguments.required("concept")?;
    let format = arguments.format()?;
    let dataset = read_dataset(arguments.data_dir())?;
    let concepts = dataset.concepts();
    if !concepts.contains(&concept) {
        let problem = format!("unknown concept \"{concept}\"; {}", hint(concept, &concepts));
        return Err(Failure::Usage(problem));
    }
    let provinces = chosen_provinces(&dataset, arguments.flag("provinces"))?;
    let rows =
        pairs(&dataset, concept, &provinces, YearFilter::Latest).iter().map(pair_row).collect();
    let table = Table { columns: &["a", "b", "verdict", "reasons", "difference"], rows };
    print(&format.write(&table))?;
    Ok(ExitCode::SUCCESS)
}

/// The ids of the provinces asked for, each once; or all ids in the file's order if none were.
fn chosen_provinces<'a>(
    dataset: &'a Dataset,
    asked: Option<&'a str>,
) -> Result<Vec<&'a str>, Failure> {
    let mut known: Vec<&str> = Vec::new();
    for province in &dataset.provinces {
        if !known.contains(&province.id.as_str()) {
            known.push(&province.id);
        }
    }
    let Some(asked) = asked else {
        return Ok(known);
    };
    let mut chosen: Vec<&str> = Vec::new();
    for id in asked.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        if !known.contains(&id) {
            let problem = format!("unknown province \"{id}\"; {}", hint(id, &known));
            return Err(Failure::Usage(problem));
        }
        if !chosen.contains(&id) {
            chosen.push(id);
        }
    }
    if chosen.is_empty() {
        let problem = "\"--provinces\" names no province; write ids joined by commas".to_owned();
        return Err(Failure::Usage(problem));
    }
    Ok(chosen)
}

fn pair_row(pair: &Pair<'_>) -> Vec<Cell> {
    let comparison = &pair.comparison;
    let reasons = comparison.reasons.iter().map(|reason| reason.id().to_owned()).collect();
    vec![
        Cell::Text(pair.a.id.clone()),
        Cell::Text(pair.b.id.clone()),
        Cell::Text(comparison.verdict.id().to_owned()),
        Cell::List(reasons),
        Cell::number(comparison.difference),
    ]
}

fn export_command(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let out = PathBuf::from(arguments.required("out")?);
    let dataset = read_dataset(arguments.data_dir())?;
    fs::create_dir_all(&out).map_err(|error| io_failure("create", &out, &error))?;
    for format in export::ALL {
        let path = write_file(&out.join(format.file_name()), &format.observations(&dataset))?;
        print(&format!("{path}\n"))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes a file and returns its path.
fn write_file(path: &Path, text: &str) -> Result<String, Failure> {
    fs::write(path, text).map_err(|error| io_failure("write", path, &error))?;
    Ok(path.display().to_string())
}

fn bundle_command(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let out = PathBuf::from(arguments.required("out")?);
    let checked = read_and_check(arguments.data_dir())?;
    if checked.n_errors() > 0 {
        let lines: Vec<String> = checked.findings.iter().map(|f| format!("{f}\n")).collect();
        print(&lines.concat())?;
        return Err(Failure::Work(format!("the data has {}", finding_counts(&checked))));
    }
    fs::create_dir_all(&out).map_err(|error| io_failure("create", &out, &error))?;
    let bundles = Part::bundles(&checked.loaded.dataset);
    for (file, text) in &bundles {
        write_file(&out.join(file), text)?;
    }
    report(&format!("{} in {}\n", count_of(bundles.len(), "bundle"), out.display()));
    Ok(ExitCode::SUCCESS)
}

#[cfg(feature = "ssr")]
fn prerender_command(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let [template, data, out] =
        ["template", "data", "out"].map(|name| arguments.required(name).map(Path::new));
    let base = arguments.required("base")?;
    let day = arguments.day("day")?;
    let sources = tinhso::prerender::Sources {
        template: template?,
        data: data?,
        worker: arguments.flag("worker").map(Path::new),
    };
    let summary = tinhso::prerender::run(&sources, out?, base, day).map_err(Failure::Work)?;
    print(&format!("{}\n", summary.trim_end()))?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(not(feature = "ssr"))]
fn prerender_command(_: &Arguments) -> Result<ExitCode, Failure> {
    Err(Failure::Usage(
        "this binary was built without the pages; build it with `--features ssr` to prerender"
            .into(),
    ))
}

/// Reads and checks a data folder. It fails only if the manifest cannot be read.
fn read_and_check(data_dir: &Path) -> Result<CheckReport, Failure> {
    let manifest = data_dir.join("manifest.json");
    let text = fs::read_to_string(&manifest).map_err(|error| {
        Failure::Work(format!(
            "cannot read {}: {error}; name the folder that holds manifest.json",
            manifest.display()
        ))
    })?;
    let folder =
        fs::canonicalize(data_dir).map_err(|error| io_failure("read", data_dir, &error))?;
    Ok(check(&text, |path| {
        let real = fs::canonicalize(folder.join(path)).map_err(|error| error.to_string())?;
        if !real.starts_with(&folder) {
            return Err("it is a link that leads out of the data folder".to_owned());
        }
        fs::read_to_string(real).map_err(|error| error.to_string())
    }))
}

/// Reads a dataset even if it has faults, and prints to standard error how many there are.
fn read_dataset(data_dir: &Path) -> Result<Dataset, Failure> {
    let checked = read_and_check(data_dir)?;
    if !checked.findings.is_empty() {
        report(&format!("the data has {}; see `tinhso check`\n", finding_counts(&checked)));
    }
    // If only one file was checked, it was a manifest that cannot be used.
    if checked.n_files == 1 {
        let manifest = data_dir.join("manifest.json");
        return Err(Failure::Work(format!("{} cannot be used", manifest.display())));
    }
    Ok(checked.loaded.dataset)
}

fn finding_counts(checked: &CheckReport) -> String {
    let errors = count_of(checked.n_errors(), "error");
    format!("{errors}, {}", count_of(checked.n_warnings(), "warning"))
}

fn count_of(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}

/// Suggests the word that was probably meant, else lists all known words.
fn hint(word: &str, known: &[&str]) -> String {
    match nearest(word, known.iter().copied()) {
        Some(meant) => format!("did you mean \"{meant}\"?"),
        None if known.is_empty() => "there is none".to_owned(),
        None => format!("there are {}", known.join(", ")),
    }
}

fn io_failure(what: &str, path: &Path, error: &io::Error) -> Failure {
    Failure::Work(format!("cannot {what} {}: {error}", path.display()))
}

/// Writes a result to standard output. A closed pipe is not an error: its reader needs no more.
fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Work(format!("cannot write the result: {error}")))
        }
        _ => Ok(()),
    }
}

/// Writes to standard error. An error while doing so is ignored, because it could not be reported.
fn report(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
