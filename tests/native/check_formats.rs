//! The formats in which `tinhso check` prints what it finds.

use serde_json::{Value, json};

use crate::command::tinhso;
use crate::support::{Files, good_with_faults};

#[test]
fn json_has_an_object_for_each_finding() {
    let folder = good_with_faults().on_disk("check-json").display().to_string();
    let ran = tinhso(&["check", &folder, "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, "2 errors, 1 warning in 8 files\n"));
    let found: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        found,
        json!([
            {
                "severity": "error", "file": "sources.json", "line": 10, "column": 7,
                "path": "$.sources[0].title",
                "message": "found an empty text, expected words; write them, in both languages",
            },
            {
                "severity": "error", "file": "notes, old.txt", "line": null, "column": null,
                "path": "$",
                "message": "found a file that manifest.json does not name, expected each file of \
                            the folder to be named there (only schema/ need not); name it, or move \
                            it out of the folder",
            },
            {
                "severity": "warning", "file": "observations/chau-giang.json", "line": 43,
                "column": 7, "path": "$.observations[3].value",
                "message": "found the count -1, expected none below zero; check the value",
            },
        ])
    );
    let good = Files::good().on_disk("check-json-good").display().to_string();
    let ran = tinhso(&["check", &good, "--format=json"]);
    assert_eq!((ran.code, ran.out.trim()), (0, "[]"));
}

#[test]
fn github_marks_the_lines_of_a_pull_request() {
    let folder = good_with_faults().on_disk("check-github").display().to_string();
    let ran = tinhso(&["check", &folder, "--format", "github"]);
    assert_eq!(ran.code, 1);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(
        lines,
        [
            format!(
                "::error file={folder}/sources.json,line=10,col=7,title=tinhso check::\
                 $.sources[0].title: found an empty text, expected words; write them, in both \
                 languages"
            ),
            format!(
                "::error file={folder}/notes%2C old.txt,title=tinhso check::$: found a file that \
                 manifest.json does not name, expected each file of the folder to be named there \
                 (only schema/ need not); name it, or move it out of the folder"
            ),
            format!(
                "::warning file={folder}/observations/chau-giang.json,line=43,col=7,title=tinhso \
                 check::$.observations[3].value: found the count -1, expected none below zero; check \
                 the value"
            ),
        ]
    );
}

#[test]
fn another_format_is_a_wrong_command() {
    let folder = Files::good().on_disk("check-format").display().to_string();
    let ran = tinhso(&["check", &folder, "--format", "csv"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert_eq!(ran.err, "tinhso: unknown format \"csv\"; choose one of text, json, github\n");
}
