//! `tinhso import` as an editor runs it.

use super::{PATH, country};
use crate::command::tinhso;
use crate::support::scratch;

const SHEET: &str = "Tỉnh;Điểm\r\nAn Hải;0,5\r\nBình Sơn;0,25\r\n";

#[test]
fn it_writes_only_when_asked_and_then_has_nothing_to_change() {
    let data = country().on_disk("import-data").display().to_string();
    let sheet = scratch("import-sheet").join("dti 2024.csv");
    std::fs::write(&sheet, SHEET).unwrap();
    let sheet = sheet.display().to_string();
    let spreadsheet = std::path::Path::new(&data).join(PATH);
    let args =
        ["import", &sheet, "--table", "made", "--data", &data, "--year=2024", "--decimal", "comma"];
    let preview = "tables/made.csv from dti 2024.csv\n\
                   read:\n\
                   \x20 column A: provinces\n\
                   \x20 column B: \"Điểm\"\n\
                   2024: 2 of 5 units have a figure; none: Châu Giang, Đông Lâm, Gia Phú\n";
    let changes = "the file is new\n\
                   cells: 2 added, 0 changed, 0 gone\n\
                   \x20 added: 2024, \"Điểm\": 2, from 0.25 to 0.50\n";
    let ran = tinhso(&args);
    assert_eq!((ran.code, ran.out), (0, format!("{preview}{changes}")));
    assert_eq!(
        ran.err,
        format!("nothing is written yet; add --write to write {}\n", spreadsheet.display())
    );
    assert!(!spreadsheet.exists());

    let ran = tinhso(&[args.as_slice(), &["--write"]].concat());
    assert_eq!((ran.code, ran.out), (0, format!("{preview}{changes}")));
    assert_eq!(ran.err, format!("{} is written\n", spreadsheet.display()));
    let written = std::fs::read_to_string(&spreadsheet).unwrap();
    assert_eq!(
        written,
        "year,province,Điểm,Dân số,Tỷ lệ\n2024,An Hải,0.50,,\n2024,Bình Sơn,0.25,,\n"
    );
    let checked = tinhso(&["check", &data]);
    assert_eq!(checked.code, 0, "{}", checked.out);

    let ran = tinhso(&[args.as_slice(), &["--write"]].concat());
    assert_eq!(
        (ran.code, ran.out, ran.err),
        (0, format!("{preview}nothing changes\n"), String::new())
    );
    assert_eq!(std::fs::read_to_string(&spreadsheet).unwrap(), written);
}

#[test]
fn a_fault_is_a_line_and_exit_1() {
    let data = country().on_disk("import-fault").display().to_string();
    let sheet = scratch("import-fault-sheet").join("s.csv");
    std::fs::write(&sheet, "Tỉnh;Điểm\r\nAn Hải;5\r\n").unwrap();
    let sheet = sheet.display().to_string();
    let ran = tinhso(&[
        "import", &sheet, "--table", "made", "--data", &data, "--year", "2024", "--write",
    ]);
    assert_eq!(ran.code, 1);
    assert_eq!(
        ran.err,
        "s.csv: B2: found 5, expected 0 to 1, the range of \"Điểm\"; correct the cell, or give --scale \
         \"Điểm=0.01\" if the sheet has it in another unit\n\
         tinhso: 1 fault, so nothing is written\n"
    );
    assert!(!std::path::Path::new(&data).join(PATH).exists());
    let ran = tinhso(&["import", "no such file", "--table", "made", "--data", &data]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.starts_with("tinhso: cannot read no such file: "), "{}", ran.err);
}

#[test]
fn what_is_not_understood_is_one_line_and_exit_2() {
    let data = country().on_disk("import-usage").display().to_string();
    let base = ["import", "s.csv", "--table", "made", "--data", &data];
    let cases: [(&[&str], &str); 7] = [
        (&["--write=yes"], "the flag \"--write\" has a value; write it without one"),
        (&["--yaer", "2024"], "unknown flag \"--yaer\"; did you mean \"year\"?"),
        (
            &["--year", "24"],
            "found \"24\" for \"--year\", expected a year of 1990 to 2100; write it like 2025",
        ),
        (
            &["--decimal", "dot"],
            "found \"dot\" for \"--decimal\", expected the decimal mark of the sheet; write comma or \
             point",
        ),
        (
            &["--round", "9"],
            "found \"9\" for \"--round\", expected a number of decimals; write 0 to 8",
        ),
        (
            &["--scale", "Điểm=10"],
            "found \"Điểm=10\" for \"--scale\", expected what numbers are multiplied by; write 0.01, 1 \
             or 100, and before it \"column of the table=\" for one column",
        ),
        (
            &["--column", "Điểm"],
            "found \"Điểm\" for \"--column\", expected a head and a column; write \"head in the \
             sheet=column of the table\"",
        ),
    ];
    for (args, line) in cases {
        let ran = tinhso(&[base.as_slice(), args].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert_eq!(ran.err, format!("tinhso: {line}\n"));
    }
    let ran = tinhso(&["import", "--table", "made", "--data", &data]);
    assert_eq!(ran.err, "tinhso: no sheet is named; write it after the command\n");
    let ran = tinhso(&["import", "s.csv", "--data", &data]);
    assert_eq!(ran.err, "tinhso: the flag \"--table\" is missing; `tinhso --help` describes it\n");
}
