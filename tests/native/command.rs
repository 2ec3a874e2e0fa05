//! The native command as a reader of its output sees it.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::json;
use tinhso::compare::Part;
use tinhso::export;

use crate::support::{Files, root, scratch};

pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) fn tinhso(args: &[&str]) -> Ran {
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_tinhso")).args(args).output().unwrap();
    Ran {
        code: status.code().unwrap(),
        out: String::from_utf8(stdout).unwrap(),
        err: String::from_utf8(stderr).unwrap(),
    }
}

pub(crate) fn good() -> String {
    root().join("tests/fixtures/good").display().to_string()
}

#[test]
fn compare_prints_every_pair_with_its_verdict() {
    let ran = tinhso(&["compare", &good(), "--concept", "cashless-bills"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(
        ran.out,
        "a,b,verdict,reasons,difference\n\
         an-hai/cashless-bills/result/2024-09,binh-son/cashless-bills/result/2024,comparable,,1.06\n\
         an-hai/cashless-bills/result/2024-09,national/cashless-bills/result/2024,comparable,,31.523\n\
         binh-son/cashless-bills/result/2024,national/cashless-bills/result/2024,comparable,,30.463\n"
    );
    let ran = tinhso(&["compare", "--concept=online-dossiers", &good(), "--format=csv"]);
    assert_eq!(
        ran.out,
        "a,b,verdict,reasons,difference\n\
         an-hai/full-dossiers/result/2023,binh-son/online-dossiers/result/2022-10,not-comparable,\
         approximate;different-definition;different-year,\n\
         an-hai/full-dossiers/result/2023,chau-giang/online-dossiers/result/2023,not-comparable,\
         approximate;different-definition,\n\
         binh-son/online-dossiers/result/2022-10,chau-giang/online-dossiers/result/2023,with-care,\
         approximate;different-year,\n"
    );
}

#[test]
fn compare_in_json_has_exactly_the_same_keys() {
    let ran = tinhso(&[
        "compare",
        &good(),
        "--concept",
        "index-rank",
        "--provinces",
        "chau-giang,an-hai",
        "--format",
        "json",
    ]);
    assert_eq!(ran.code, 0);
    assert_eq!(
        ran.out,
        "[\n{\"a\":\"chau-giang/index-rank/result/2024\",\"b\":\"an-hai/index-rank/result/2023\",\
         \"verdict\":\"with-care\",\"reasons\":[\"different-year\"],\"difference\":18}\n]\n"
    );
    let ran = tinhso(&["compare", &good(), "--concept", "online-dossiers", "--format", "json"]);
    let rows: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        rows[0]["reasons"],
        json!(["approximate", "different-definition", "different-year"])
    );
    assert_eq!(rows[0]["difference"], json!(null));
}

#[test]
fn ledger_prints_every_promise_with_its_state() {
    let header = "target,province,indicator,state,evidence,gap,achieved_pace,needed_pace,days_left";
    let ran = tinhso(&["ledger", &good(), "--as-of", "2024-12-31"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(
        ran.out,
        format!(
            "{header}\n\
             an-hai/cashless-bills/target/2023,an-hai,cashless-bills,met-shown-late,\
             an-hai/cashless-bills/result/2024-09,-6.06,,,-366\n"
        )
    );
    // Nothing was published yet.
    let ran = tinhso(&["ledger", &good(), "--as-of=2021-02-28"]);
    assert_eq!((ran.code, ran.out), (0, format!("{header}\n")));
}

#[test]
fn ledger_in_json_has_exactly_the_same_keys() {
    let ran = tinhso(&["ledger", &good(), "--as-of", "2021-03-01", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(
        ran.out,
        "[\n{\"target\":\"an-hai/cashless-bills/target/2023\",\"province\":\"an-hai\",\
         \"indicator\":\"cashless-bills\",\"state\":\"not-due\",\"evidence\":[],\"gap\":null,\
         \"achieved_pace\":null,\"needed_pace\":null,\"days_left\":1035}\n]\n"
    );
}

#[test]
fn without_a_day_the_ledger_is_that_of_today() {
    let days_left = |args: &[&str]| -> i64 {
        let ran = tinhso(args);
        let rows: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        rows[0]["days_left"].as_i64().unwrap()
    };
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs().cast_signed();
    let left = days_left(&["ledger", &good(), "--format", "json"]);
    // The first row is due on 31 December 2023, day 19 722.
    let today = 19_722 - left;
    assert!(today * 86_400 <= now + 7 * 3_600 + 600, "{today}");
    assert!((today + 1) * 86_400 >= now + 7 * 3_600 - 600, "{today}");
}

#[test]
fn the_day_of_the_ledger_is_one_whole_day() {
    for text in
        ["2024", "2024-12", "2024-02-30", "31/12/2024", "2024-01-01/2024-01-02", "1989-01-01", ""]
    {
        let ran = tinhso(&["ledger", &good(), "--as-of", text]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{text}");
        assert_eq!(
            ran.err,
            format!(
                "tinhso: found \"{text}\" for \"--as-of\", expected a day of the years 1990 to \
                 2100; write it like 2024-12-31\n"
            )
        );
    }
}

#[test]
fn a_concept_without_pairs_is_an_empty_table() {
    let ran = tinhso(&["compare", &good(), "--concept", "service-points"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "a,b,verdict,reasons,difference\n"));
    let ran = tinhso(&["compare", &good(), "--concept", "service-points", "--format", "json"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "[]\n"));
    // A province has no pair with itself, however often it is named.
    let ran =
        tinhso(&["compare", &good(), "--concept", "index-rank", "--provinces", "an-hai,an-hai"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "a,b,verdict,reasons,difference\n"));
}

#[test]
fn compare_uses_what_can_be_read() {
    let folder = Files::good()
        .text("observations/an-hai.json", "{")
        .set("observations/binh-son.json", "/observations/0/locator", json!(""))
        .on_disk("compare-faulty");
    let ran = tinhso(&["compare", &folder.display().to_string(), "--concept", "cashless-bills"]);
    assert_eq!(ran.code, 0);
    assert_eq!(ran.out.lines().count(), 2);
    assert!(ran.err.starts_with("the data has 2 errors, "), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 1);
}

#[test]
fn what_is_not_understood_is_one_line_and_exit_2() {
    let good = good();
    let cases: [(&[&str], &str); 16] = [
        (&["chek", &good], "unknown command \"chek\"; did you mean \"check\"?"),
        (
            &["promises", &good],
            "unknown command \"promises\"; there are check, import, ledger, compare, export, \
             bundle, schema, prerender",
        ),
        (&["check"], "no data folder is named; write it after the command"),
        (&["check", &good, "more"], "unexpected \"more\"; remove it"),
        (&["check", &good, "--fast"], "unknown flag \"--fast\"; there are format"),
        (&["compare", &good], "the flag \"--concept\" is missing; `tinhso --help` describes it"),
        (
            &["compare", &good, "--concept"],
            "the flag \"--concept\" has no value; write one after it",
        ),
        (
            &["compare", &good, "--concept", "x", "--concept", "y"],
            "the flag \"--concept\" stands twice; keep one",
        ),
        (
            &["compare", &good, "--concpt", "x"],
            "unknown flag \"--concpt\"; did you mean \"concept\"?",
        ),
        (
            &["compare", &good, "--concept", "index-rnk"],
            "unknown concept \"index-rnk\"; did you mean \"index-rank\"?",
        ),
        (
            &["compare", &good, "--concept", "index-rank", "--provinces", "an-hai,x-y-z"],
            "unknown province \"x-y-z\"; there are an-hai, binh-son, chau-giang, national",
        ),
        (
            &["compare", &good, "--concept", "index-rank", "--format", "xml"],
            "unknown format \"xml\"; choose csv or json",
        ),
        (&["ledger", &good, "--format", "xml"], "unknown format \"xml\"; choose csv or json"),
        (
            &["ledger", &good, "--as-off", "2024-12-31"],
            "unknown flag \"--as-off\"; did you mean \"as-of\"?",
        ),
        (&["bundle", &good], "the flag \"--out\" is missing; `tinhso --help` describes it"),
        (&["bundle", "--out", "x"], "no data folder is named; write it after the command"),
    ];
    for (args, line) in cases {
        let ran = tinhso(args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert_eq!(ran.err, format!("tinhso: {line}\n"));
    }
}

#[test]
fn help_goes_to_standard_output_and_no_arguments_are_a_fault() {
    for args in [["--help"].as_slice(), &["-h"], &["help"], &["compare", "--help"]] {
        let ran = tinhso(args);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
        for command in [
            "tinhso ledger <data-dir> [--as-of <day>] [--format csv|json]",
            "tinhso compare <data-dir> --concept <concept>",
            "tinhso bundle <data-dir> --out <dir>",
        ] {
            assert!(ran.out.contains(command), "{}", ran.out);
        }
    }
    let ran = tinhso(&[]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("Usage:"), "{}", ran.err);
}

#[test]
fn export_writes_every_download() {
    let out = scratch("export").join("new/folder");
    let ran = tinhso(&["export", &good(), "--out", &out.display().to_string()]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let dataset = Files::good().dataset();
    let paths: Vec<_> = export::ALL.iter().map(|format| out.join(format.file_name())).collect();
    for (format, path) in export::ALL.iter().zip(&paths) {
        assert_eq!(std::fs::read_to_string(path).unwrap(), format.observations(&dataset));
    }
    assert!(ran.out.lines().eq(paths.iter().map(|path| path.display().to_string())));
}

#[test]
fn export_says_which_folder_it_cannot_make() {
    let file = scratch("export-blocked").join("file");
    std::fs::write(&file, "x").unwrap();
    let out = file.join("out").display().to_string();
    let ran = tinhso(&["export", &good(), "--out", &out]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.starts_with(&format!("tinhso: cannot create {out}: ")), "{}", ran.err);
}

#[test]
fn bundle_writes_a_file_for_each_part() {
    let out = scratch("bundle").join("new/folder");
    let ran = tinhso(&["bundle", &good(), "--out", &out.display().to_string()]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    let bundles = Part::bundles(&Files::good().dataset());
    assert!(bundles.len() > 5);
    assert_eq!(ran.err, format!("{} bundles in {}\n", bundles.len(), out.display()));
    let mut written: Vec<(String, String)> = std::fs::read_dir(&out)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    written.sort();
    let mut expected = bundles;
    expected.sort();
    assert_eq!(written, expected);
}

#[test]
fn bundle_prints_the_faults_of_bad_data_and_writes_nothing() {
    let folder = Files::good()
        .set("observations/an-hai.json", "/observations/1/value", json!(101))
        .set("observations/chau-giang.json", "/observations/3/value", json!(-1))
        .on_disk("bundle-errors");
    let folder = folder.display().to_string();
    let out = scratch("bundle-of-errors").join("out");
    let ran = tinhso(&["bundle", &folder, "--out", &out.display().to_string()]);
    assert_eq!(ran.code, 1);
    // The same lines as of `check`.
    assert_eq!(ran.out, tinhso(&["check", &folder]).out);
    assert_eq!(ran.out.lines().count(), 2);
    assert_eq!(ran.err, "tinhso: the data has 1 error, 1 warning\n");
    assert!(!out.exists(), "bundles were written from data with an error");
}

#[test]
fn a_lost_file_is_a_fault_of_bundles() {
    let folder = Files::good().without("observations/an-hai.json").on_disk("bundle-lost");
    let out = scratch("bundle-of-lost").join("out").display().to_string();
    let ran = tinhso(&["bundle", &folder.display().to_string(), "--out", &out]);
    assert_eq!(ran.code, 1);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    assert!(ran.out.starts_with("observations/an-hai.json: $: "), "{}", ran.out);
    let folder = Files::good().text("manifest.json", "{").on_disk("bundle-manifest");
    let ran = tinhso(&["bundle", &folder.display().to_string(), "--out", &out]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.starts_with("manifest.json: $: "), "{}", ran.out);
    assert!(!Path::new(&out).exists());
}

#[test]
fn warnings_do_not_fail_bundles() {
    let folder = Files::good()
        .set("observations/chau-giang.json", "/observations/3/value", json!(-1))
        .on_disk("bundle-warnings");
    let out = scratch("bundle-of-warnings").display().to_string();
    let ran = tinhso(&["bundle", &folder.display().to_string(), "--out", &out]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(Path::new(&out).join("followed.json").is_file());
}

#[test]
fn bundle_says_which_folder_it_cannot_make() {
    let file = scratch("bundle-blocked").join("file");
    std::fs::write(&file, "x").unwrap();
    let out = file.join("out").display().to_string();
    let ran = tinhso(&["bundle", &good(), "--out", &out]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with(&format!("tinhso: cannot create {out}: ")), "{}", ran.err);
}

#[cfg(not(feature = "ssr"))]
#[test]
fn a_build_without_pages_says_so() {
    let ran = tinhso(&["prerender", "--template", "x", "--data", "x", "--out", "x", "--base", "/"]);
    assert_eq!(ran.code, 2);
    assert_eq!(
        ran.err,
        "tinhso: this binary was built without the pages; build it with `--features ssr` to \
         prerender\n"
    );
}

#[test]
fn a_reader_that_stops_early_is_no_fault() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tinhso"))
        .args(["compare", &good(), "--concept", "cashless-bills"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Nobody reads: the pipe is closed before the command has written to it.
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}
