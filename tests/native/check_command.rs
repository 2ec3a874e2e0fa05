//! `tinhso check` as a reader of its output sees it, people and programs.

use serde_json::{Value, json};

use crate::command::{good, tinhso};
use crate::support::{Files, good_with_faults, root, scratch};

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

#[test]
fn check_says_nothing_about_good_data() {
    let ran = tinhso(&["check", &good()]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert_eq!(ran.err, "0 errors, 0 warnings in 8 files\n");
}

#[test]
fn check_prints_a_line_per_finding_and_fails_on_errors() {
    let folder = Files::good()
        .set("observations/an-hai.json", "/observations/1/value", json!(101))
        .set("observations/chau-giang.json", "/observations/3/value", json!(-1))
        .on_disk("check-errors");
    let ran = tinhso(&["check", &folder.display().to_string()]);
    assert_eq!(ran.code, 1);
    assert_eq!(
        ran.out,
        "observations/an-hai.json: $.observations[1].value: found 101, expected a value from 0 to \
         100 (the range of \"cashless-bills\"); correct the value, or give the indicator its own \
         range (line 28)\n\
         warning: observations/chau-giang.json: $.observations[3].value: found the count -1, \
         expected none below zero; check the value (line 43)\n"
    );
    assert_eq!(ran.err, "1 error, 1 warning in 8 files\n");
}

/// What would tell a reader something untrue of a ranking, a merger or a dispute.
#[test]
fn check_refuses_what_would_mislead() {
    let an_hai = |idx: usize, key: &str, value| {
        let key = format!("/observations/{idx}/{key}");
        Files::good().set("observations/an-hai.json", &key, value)
    };
    let ended = "/observations/0/unit_as_of";
    let cases = [
        ("rank-above-base", an_hai(2, "base", json!(11)), "the rank 12"),
        ("no-parents", an_hai(1, "basis", json!("derived")), "without \"derived_from\""),
        ("unknown-dispute", an_hai(1, "disputes", json!(["x"])), "the id of an observation"),
        (
            "ended-unit",
            Files::good().set("observations/binh-son.json", ended, json!("2025-07-01")),
            "a day on which \"binh-son\" existed",
        ),
    ];
    for (name, files, word) in cases {
        let ran = tinhso(&["check", &files.on_disk(name).display().to_string()]);
        assert_eq!((ran.code, ran.out.lines().count()), (1, 1), "{name}: {}", ran.out);
        assert!(ran.out.contains(word), "{name}: {}", ran.out);
        assert_eq!(ran.err, "1 error, 0 warnings in 8 files\n");
    }
}

#[test]
fn warnings_do_not_fail_the_check() {
    let folder = Files::good()
        .set("observations/chau-giang.json", "/observations/3/value", json!(-1))
        .on_disk("check-warnings");
    let ran = tinhso(&["check", &folder.display().to_string()]);
    assert_eq!((ran.code, ran.out.lines().count()), (0, 1));
}

#[test]
fn a_folder_without_manifest_is_a_fault_of_the_data() {
    let commands = [
        vec!["ledger"],
        vec!["compare", "--concept", "x"],
        vec!["export", "--out", "x"],
        vec!["bundle", "--out", "x"],
    ];
    for command in commands {
        let folder = scratch(&format!("empty-{}", command[0]));
        let folder = folder.display().to_string();
        let mut args = command.clone();
        args.push(&folder);
        let ran = tinhso(&args);
        assert_eq!(ran.code, 1, "{command:?}");
        assert!(
            ran.err.ends_with(" cannot be used\n") || ran.err.ends_with("1 error, 0 warnings\n")
        );
    }
    let folder = scratch("empty-check").display().to_string();
    let ran = tinhso(&["check", &folder]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (
            1,
            "manifest.json: $: found no readable file (No such file or directory (os error 2)), expected \
             the file with the names of the others; put it back\n"
        )
    );
}

#[test]
fn no_folder_is_a_wrong_command() {
    let file = scratch("no-folder").join("file");
    std::fs::write(&file, "x").unwrap();
    for (folder, reason) in [
        (file.display().to_string(), "Not a directory (os error 20)"),
        (format!("{}x", file.display()), "No such file or directory (os error 2)"),
    ] {
        for command in ["check", "ledger"] {
            let ran = tinhso(&[command, &folder]);
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{command} {folder}");
            assert_eq!(
                ran.err,
                format!(
                    "tinhso: cannot open the folder {folder}: {reason}; name the folder that holds \
                     manifest.json\n"
                )
            );
        }
    }
}

#[test]
fn a_file_that_is_no_text_is_a_finding() {
    let folder = Files::good().on_disk("not-utf8");
    std::fs::write(folder.join("observations/an-hai.json"), [0xff, 0xfe, 0x00]).unwrap();
    let ran = tinhso(&["check", &folder.display().to_string()]);
    assert_eq!(ran.code, 1);
    // What follows from it, such as indicators without figures, is not told.
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    assert!(ran.out.starts_with("observations/an-hai.json: $: found "), "{}", ran.out);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_folder_is_a_finding() {
    let folder = Files::good().on_disk("link-outside");
    let file = folder.join("observations/an-hai.json");
    std::fs::remove_file(&file).unwrap();
    let outside = root().join("tests/fixtures/good/observations/an-hai.json");
    std::os::unix::fs::symlink(outside, &file).unwrap();
    let ran = tinhso(&["check", &folder.display().to_string()]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("it is a link that leads out of the data folder"), "{}", ran.out);
}
