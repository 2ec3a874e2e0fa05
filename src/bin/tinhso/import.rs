//! `tinhso import`: brings a sheet, as its publisher gives it, into the spreadsheet of an official table.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use tinhso::data::{DecimalMark, ImportOptions, Scale, Year, import};
use tinhso::disk::DiskFolder;

use crate::arguments::{Arguments, Flags, today};
use crate::output::{Failure, count_of, io_failure, print, report};

/// The largest file that is read: a sheet of all provinces and years has less than a hundredth of it.
const MAX_BYTES: u64 = 20_000_000;

/// The most decimals that a value of the data has.
const MAX_DECIMALS: usize = 8;

const FLAGS: Flags<'_> = Flags {
    once: &["table", "data", "sheet", "year", "decimal", "round"],
    repeated: &["column", "scale"],
    switches: &["write"],
    positional: "sheet",
};

/// Prints what the import would change, and writes it if that was asked for.
pub(crate) fn import_command(args: &[String]) -> Result<ExitCode, Failure> {
    let arguments = Arguments::parse_flags(args, 1, FLAGS)?;
    let (table, data_dir) = (arguments.required("table")?, arguments.required("data")?);
    let options = options(&arguments)?;
    let data_dir = Path::new(data_dir);
    let folder = DiskFolder::open(data_dir).map_err(|error| {
        Failure::Usage(format!(
            "cannot open the folder {}: {error}; name the folder that holds manifest.json \
             by --data",
            data_dir.display()
        ))
    })?;
    let bytes = read_sheet(arguments.path())?;
    let name = arguments.path().file_name().map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    let found = import(&folder, today(), table, (&name, &bytes), &options);
    print(&found.preview)?;
    if !found.faults.is_empty() {
        for line in &found.faults {
            report(&format!("{line}\n"));
        }
        let n = count_of(found.faults.len(), "fault");
        return Err(Failure::Work(format!("{n}, so nothing is written")));
    }
    let Some(text) = found.text else { return Ok(ExitCode::SUCCESS) };
    let path = data_dir.join(&found.path);
    if arguments.flag("write").is_none() {
        report(&format!("nothing is written yet; add --write to write {}\n", path.display()));
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|error| io_failure("create", parent, &error))?;
    }
    fs::write(&path, text).map_err(|error| io_failure("write", &path, &error))?;
    report(&format!("{} is written\n", path.display()));
    Ok(ExitCode::SUCCESS)
}

fn read_sheet(path: &Path) -> Result<Vec<u8>, Failure> {
    let n_bytes = fs::metadata(path).map_err(|error| io_failure("read", path, &error))?.len();
    if n_bytes > MAX_BYTES {
        return Err(Failure::Work(format!(
            "{}: found {n_bytes} bytes, expected at most {MAX_BYTES}; keep the sheet that is \
             meant, and save it as a file of its own",
            path.display()
        )));
    }
    fs::read(path).map_err(|error| io_failure("read", path, &error))
}

fn options(arguments: &Arguments) -> Result<ImportOptions, Failure> {
    let wrong = |flag: &str, found: &str, expected: &str| {
        Failure::Usage(format!("found \"{found}\" for \"--{flag}\", expected {expected}"))
    };
    let year = arguments.flag("year").map(|text| {
        Year::try_from(text.to_owned())
            .map_err(|_| wrong("year", text, "a year of 1990 to 2100; write it like 2025"))
    });
    let decimal = arguments.flag("decimal").map(|text| match text {
        "comma" => Ok(DecimalMark::Comma),
        "point" => Ok(DecimalMark::Point),
        _ => Err(wrong("decimal", text, "the decimal mark of the sheet; write comma or point")),
    });
    let round = arguments.flag("round").map(|text| {
        let number = text.parse().ok().filter(|n| *n <= MAX_DECIMALS);
        number.ok_or_else(|| wrong("round", text, "a number of decimals; write 0 to 8"))
    });
    let scales = arguments.all("scale").map(|text| {
        let (column, word) = match text.rsplit_once('=') {
            Some((column, word)) => (Some(column.to_owned()), word),
            None => (None, text),
        };
        let scale = Scale::ALL.into_iter().find(|scale| scale.word() == word);
        let expected = "what numbers are multiplied by; write 0.01, 1 or 100, and before it \
                        \"column of the table=\" for one column";
        scale.map(|scale| (column, scale)).ok_or_else(|| wrong("scale", text, expected))
    });
    let columns = arguments.all("column").map(|text| {
        let pair = text.rsplit_once('=').map(|(head, column)| (head.to_owned(), column.to_owned()));
        let expected = "a head and a column; write \"head in the sheet=column of the table\"";
        pair.ok_or_else(|| wrong("column", text, expected))
    });
    Ok(ImportOptions {
        sheet: arguments.flag("sheet").map(str::to_owned),
        year: year.transpose()?,
        decimal: decimal.transpose()?,
        round: round.transpose()?,
        scales: scales.collect::<Result<_, _>>()?,
        columns: columns.collect::<Result<_, _>>()?,
    })
}
