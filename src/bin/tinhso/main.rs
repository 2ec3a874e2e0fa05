//! The native command. It checks a data folder, brings sheets into its tables, prints what became of
//! promises and how figures compare, exports the figures, writes the bundles that pages load and, if built
//! with the feature `ssr`, writes the pages.
//!
//! Results go to standard output, and everything about them to standard error. Exit codes: 0 for
//! success, 1 for faulty data or a file that cannot be read or written, 2 for a command that was not
//! understood.

mod arguments;
mod check;
mod import;
mod output;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use tinhso::compare::{Assessment, Ledger, Pair, Part, YearFilter, pairs};
use tinhso::data::{Dataset, schemas};
use tinhso::export::{self, Cell, Table};

use self::arguments::Arguments;
use self::check::{check_command, finding_counts, print_text, read_and_check};
use self::import::import_command;
use self::output::{Failure, count_of, hint, io_failure, print, report};

const USAGE: &str = "\
tinhso: what Vietnamese provinces promised about digital transformation, and what they reported

Usage:
  tinhso check <data-dir> [--format text|json|github]
      Prints one line per fault of the data files: file: place: what was found, what was
      expected; what to do (line). Exit 1 when there is one; lines that begin with
      \"warning: \" come last and do not count. json is for other programs, github marks the
      lines of a pull request.

  tinhso import <csv|xlsx> --table <id> --data <data-dir> [--write] [--sheet <name>]
                [--year <year>] [--decimal comma|point] [--round <decimals>]
                [--scale [<column>=]0.01|1|100]... [--column <head>=<column>]...
      Brings a sheet of provinces, as its publisher gives it, into tables/<id>.csv. Prints
      what is read, left out and changed, and writes only with --write. --column says which
      column of the table a head in the sheet means, --scale by what its numbers are
      multiplied (without a column: all but places and counts), --year the year of a sheet
      that does not say it. Exit 1 with a line per fault when there is one.

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

  tinhso schema --out <dir>
      Writes the JSON Schema of the data files, by which text editors check them, and
      prints the paths.

  tinhso prerender --template <file> --data <data-dir> --out <dir> --base <base>
                   [--worker <dir>] [--day <YYYY-MM-DD>]
      Writes an HTML file per page and language, and the bundles they load.
      With the sw.js and register.js of a folder the site is kept for reading without a
      network. Only in a build with `--features ssr`.

  tinhso --help
";

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
        "check" => check_command(&Arguments::parse(rest, 1, &["format"])?),
        "import" => import_command(rest),
        "ledger" => ledger_command(&Arguments::parse(rest, 1, &["as-of", "format"])?),
        "compare" => {
            compare_command(&Arguments::parse(rest, 1, &["concept", "provinces", "format"])?)
        }
        "export" => export_command(&Arguments::parse(rest, 1, &["out"])?),
        "bundle" => bundle_command(&Arguments::parse(rest, 1, &["out"])?),
        "schema" => schema_command(&Arguments::parse(rest, 0, &["out"])?),
        "prerender" => prerender_command(&Arguments::parse(
            rest,
            0,
            &["template", "worker", "data", "out", "base", "day"],
        )?),
        _ => {
            let known =
                ["check", "import", "ledger", "compare", "export", "bundle", "schema", "prerender"];
            Err(Failure::Usage(format!("unknown command \"{command}\"; {}", hint(command, &known))))
        }
    }
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
        print_text(arguments.data_dir(), &checked.findings)?;
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

fn schema_command(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let out = PathBuf::from(arguments.required("out")?);
    fs::create_dir_all(&out).map_err(|error| io_failure("create", &out, &error))?;
    for (file, text) in schemas() {
        let path = write_file(&out.join(file), &text)?;
        print(&format!("{path}\n"))?;
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(feature = "ssr")]
fn prerender_command(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let [template, data, out] =
        ["template", "data", "out"].map(|name| arguments.required(name).map(Path::new));
    let base = arguments.required("base")?;
    let day = arguments.day("day")?;
    let data = data?;
    let checked = read_and_check(data)?;
    // No page is written without its data.
    if checked.n_errors() > 0 {
        print_text(data, &checked.findings)?;
        return Err(Failure::Work(format!("the data has {}", finding_counts(&checked))));
    }
    let sources = tinhso::prerender::Sources {
        template: template?,
        data: &checked.loaded.dataset,
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

/// Reads a dataset even if it has faults, and prints to standard error how many there are.
fn read_dataset(data_dir: &Path) -> Result<Dataset, Failure> {
    let checked = read_and_check(data_dir)?;
    if checked.n_errors() > 0 {
        report(&format!("the data has {}; see `tinhso check`\n", finding_counts(&checked)));
    }
    if checked.loaded.manifest.is_none() {
        let manifest = data_dir.join("manifest.json");
        return Err(Failure::Work(format!("{} cannot be used", manifest.display())));
    }
    Ok(checked.loaded.dataset)
}
