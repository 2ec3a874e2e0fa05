//! The whole line of every finding, each produced by a file that has the fault.

use std::collections::BTreeSet;

use serde_json::json;
use tinhso::data::Problem;

use crate::support::Files;

const AN_HAI: &str = "observations/an-hai.json";
const BINH_SON: &str = "observations/binh-son.json";
const CHAU_GIANG: &str = "observations/chau-giang.json";

/// A fault, and the one line it must give.
#[expect(clippy::too_many_lines, reason = "a list, with one entry for each problem there is")]
fn cases() -> Vec<(Files, &'static str)> {
    let good = Files::good;
    vec![
        (
            good().text("sources.json", "{\"sources\":\n [}"),
            "sources.json: $: found text that is not JSON at line 2, column 3, expected a JSON \
             object; correct it there (a missing comma or quote is the usual cause)",
        ),
        (
            good().without("observations/national.json"),
            "observations/national.json: $: found no readable file (no such file), expected the \
             file the manifest names; add it or take its name out of manifest.json",
        ),
        (
            good().set("manifest.json", "/files/observations/4", json!("../secret.json")),
            "manifest.json: $.files.observations[4]: found the path \"../secret.json\", expected \
             one inside the data folder; write it relative to manifest.json, without \"..\" and \
             without a leading \"/\"",
        ),
        (
            good().set("manifest.json", "/schema", json!(2)),
            "manifest.json: $.schema: found schema the number 2, expected 1; use the format of \
             docs/data.md",
        ),
        (
            good().set(AN_HAI, "/observations/1/value", json!("86")),
            "observations/an-hai.json: $.observations[1].value: found the text \"86\", expected a \
             number; write it in the form docs/data.md gives",
        ),
        (
            good().unset(AN_HAI, "/observations/1/locator"),
            "observations/an-hai.json: $.observations[1]: found no key \"locator\", expected it to \
             stand here; add it (docs/data.md says where null is allowed)",
        ),
        (
            good().set(AN_HAI, "/observations/1/notes", json!("x")),
            "observations/an-hai.json: $.observations[1]: found the unknown key \"notes\", \
             expected a key of docs/data.md; did you mean \"note\"?",
        ),
        (
            good().set(AN_HAI, "/observations/1/color", json!("x")),
            "observations/an-hai.json: $.observations[1]: found the unknown key \"color\", \
             expected a key of docs/data.md; remove it",
        ),
        (
            good().set(AN_HAI, "/observations/1/basis", json!("guessed")),
            "observations/an-hai.json: $.observations[1].basis: found \"guessed\", expected one of \
             \"reported\", \"measured\", \"surveyed\", \"derived\"; choose one of them",
        ),
        (
            good().set("indicators.json", "/indicators/0/name/en", json!(" ")),
            "indicators.json: $.indicators[0].name.en: found an empty text, expected words; write \
             them, in both languages",
        ),
        (
            good().set("sources.json", "/sources/0/title", json!("To\u{300}a soạn")),
            "sources.json: $.sources[0].title: found \"To\u{300}a soạn\" with letters and marks \
             apart, expected composed letters (Unicode NFC); type the text again or convert it",
        ),
        (
            good().set(AN_HAI, "/observations/1/period", json!("2023-02-29")),
            "observations/an-hai.json: $.observations[1].period: found \"2023-02-29\", expected a \
             date that exists, as YYYY, YYYY-Qn, YYYY-MM, YYYY-MM-DD or an interval a/b, with \
             years from 1990 to 2100; correct it",
        ),
        (
            good().set(AN_HAI, "/observations/1/period", json!("2024-09/2024-01")),
            "observations/an-hai.json: $.observations[1].period: found the interval \
             \"2024-09/2024-01\", expected one that ends after it begins; swap its ends",
        ),
        (
            good().set("sources.json", "/sources/0/url", json!("javascript:alert(1)")),
            "sources.json: $.sources[0].url: found \"javascript:alert(1)\", expected an address \
             that begins with https:// or http://; correct it or write null",
        ),
        (
            good().set(
                "sources.json",
                "/sources/3",
                json!({"id": "paper", "kind": "news",
                "title": "x", "publisher": null, "author": null, "published": null, "url": null,
                "language": "vi"}),
            ),
            "sources.json: $.sources[3].id: found the id \"paper\" again, expected every id once \
             (first at sources.json: $.sources[0]); give one of the two another id",
        ),
        (
            good().set("indicators.json", "/indicators/4/range", json!([9, 2.5])),
            "indicators.json: $.indicators[4].range: found the range [9, 2.5], expected its first \
             number below its second; correct it",
        ),
        (
            good().set(AN_HAI, "/observations/1/missing", json!("why")),
            "observations/an-hai.json: $.observations[1]: found both \"value\" and \"missing\", \
             expected one of them; keep the value, or the reason why there is none",
        ),
        (
            good().unset(AN_HAI, "/observations/1/value"),
            "observations/an-hai.json: $.observations[1]: found neither \"value\" nor \
             \"missing\", expected one of them; write the value, or the reason why there is none",
        ),
        (
            good().set(AN_HAI, "/observations/0/qualitative", json!(true)),
            "observations/an-hai.json: $.observations[0].qualitative: found \"qualitative\" beside \
             \"value\", expected one of them; keep \"qualitative\" for a promise in words, without a \
             number",
        ),
        (
            good().unset(AN_HAI, "/observations/1/value").set(
                AN_HAI,
                "/observations/1/qualitative",
                json!(true),
            ),
            "observations/an-hai.json: $.observations[1].qualitative: found \"qualitative\" on a result, \
             expected a target; write the value, or the reason why there is none",
        ),
        (
            good().unset(AN_HAI, "/observations/0/value").set(
                AN_HAI,
                "/observations/0/qualitative",
                json!("true"),
            ),
            "observations/an-hai.json: $.observations[0].qualitative: found the text \"true\", \
             expected true or false; write it in the form docs/data.md gives",
        ),
        (
            good().set(AN_HAI, "/observations/0/qualitative", json!("yes")),
            "observations/an-hai.json: $.observations[0].qualitative: found the text \"yes\", \
             expected true or false; write it in the form docs/data.md gives",
        ),
        (
            good().unset(AN_HAI, "/observations/0/value").set(
                AN_HAI,
                "/observations/0/qualitative",
                json!(true),
            ),
            "warning: observations/an-hai.json: $.observations[0]: found a promise without a number \
             of \"cashless-bills\", expected an indicator whose unit is \"statement\"; give it one \
             of its own",
        ),
        (
            good().set("indicators.json", "/indicators/4/unit", json!("statement")),
            "warning: observations/chau-giang.json: $.observations[3]: found a figure of \
             \"service-points\", whose unit is \"statement\", expected a promise with \
             \"qualitative\": true; correct the entry or the indicator's unit",
        ),
        (
            good().set(
                "indicators.json",
                "/indicators/0/editions",
                json!([{"of": "2023", "source": "papers"}]),
            ),
            "indicators.json: $.indicators[0].editions[0].source: found \"papers\", expected the id \
             of a source; did you mean \"paper\"?",
        ),
        (
            good().set(AN_HAI, "/observations/1/value", json!(100.5)),
            "observations/an-hai.json: $.observations[1].value: found 100.5, expected a value from \
             0 to 100 (the range of \"cashless-bills\"); correct the value, or give the indicator \
             its own range",
        ),
        (
            good().unset(AN_HAI, "/observations/2/base"),
            "observations/an-hai.json: $.observations[2]: found a rank without \"base\", expected \
             the number of units ranked; add it (63 provinces before 1 July 2025, 34 since)",
        ),
        (
            good().set(AN_HAI, "/observations/2/value", json!(64)),
            "observations/an-hai.json: $.observations[2].value: found the rank 64, expected a \
             whole number from 1 to its base 63; correct the rank or the base",
        ),
        (
            good().set(BINH_SON, "/observations/0/unit_as_of", json!("2025-07-01")),
            "observations/binh-son.json: $.observations[0].unit_as_of: found a result for \
             2025-07-01, expected a day on which \"binh-son\" existed (until 2025-06-30); enter it \
             under its successor, or correct the period",
        ),
        (
            good().set(BINH_SON, "/observations/0/source", json!("undated")).set(
                BINH_SON,
                "/observations/0/period",
                json!("2025"),
            ),
            "observations/binh-son.json: $.observations[0].period: found a result for 2025-12-31, \
             expected a day on which \"binh-son\" existed (until 2025-06-30); enter it under its \
             successor, or correct the period",
        ),
        (
            good().set(AN_HAI, "/observations/0/comparator", json!("<")),
            "observations/an-hai.json: $.observations[0].comparator: found the comparator \"<\", \
             expected a target of \"cashless-bills\" to be bounded on the other side, because \
             higher is better; correct the comparator or the indicator's \"better\"",
        ),
        (
            good()
                .set(AN_HAI, "/observations/2/id", json!("an-hai/cashless-bills/result/2024-09"))
                .set(AN_HAI, "/observations/2/indicator", json!("cashless-bills")),
            "observations/an-hai.json: $.observations[2].id: found the id \
             \"an-hai/cashless-bills/result/2024-09\" again, expected every id once (first at \
             observations/an-hai.json: $.observations[1]); give one of the two another id",
        ),
        (
            good().set(AN_HAI, "/observations/1/id", json!("an-hai/bills/result/2024")),
            "observations/an-hai.json: $.observations[1].id: found the id \
             \"an-hai/bills/result/2024\", expected one that begins with \
             \"an-hai/cashless-bills/result/\"; correct the id, or move the observation to its own \
             file",
        ),
        (
            good().set(AN_HAI, "/observations/1/source", json!("papers")),
            "observations/an-hai.json: $.observations[1].source: found \"papers\", expected the id \
             of a source; did you mean \"paper\"?",
        ),
        (
            good().set(AN_HAI, "/observations/1/disputes", json!(["nothing of the kind"])),
            "observations/an-hai.json: $.observations[1].disputes[0]: found \"nothing of the \
             kind\", expected the id of an observation; correct it or add the entry it names",
        ),
        (
            good().set(AN_HAI, "/observations/1/derived_from", json!(["nothing of the kind"])),
            "observations/an-hai.json: $.observations[1].derived_from[0]: found \"nothing of the \
             kind\", expected the id of an observation; correct it or add the entry it names",
        ),
        (
            good().set(
                AN_HAI,
                "/observations/1/disputes",
                json!(["an-hai/cashless-bills/result/2024-9"]),
            ),
            "observations/an-hai.json: $.observations[1].disputes[0]: found \
             \"an-hai/cashless-bills/result/2024-9\", expected the id of an observation; did you \
             mean \"an-hai/cashless-bills/result/2024-09\"?",
        ),
        (
            good().set("provinces.json", "/provinces/1/successor", json!("zzz")),
            "provinces.json: $.provinces[1].successor: found \"zzz\", expected the id of a \
             province; correct it or add the entry it names",
        ),
        (
            good().set(AN_HAI, "/observations/1/basis", json!("derived")),
            "observations/an-hai.json: $.observations[1].basis: found the basis \"derived\" \
             without \"derived_from\", expected the ids of the figures it was computed from; name \
             them",
        ),
        (
            good().set(
                AN_HAI,
                "/observations/1/disputes",
                json!(["an-hai/cashless-bills/result/2024-09"]),
            ),
            "warning: observations/an-hai.json: $.observations[1].disputes[0]: found the \
             observation's own id, expected that of another observation; correct it or remove it",
        ),
        (
            good().set(
                AN_HAI,
                "/observations/1/disputes",
                json!(["binh-son/cashless-bills/result/2024"]),
            ),
            "observations/an-hai.json: $.observations[1].disputes[0]: found the dispute with \
             \"binh-son/cashless-bills/result/2024\", which differs in province, expected a figure \
             of one thing at one time (same province, indicator, base and kind, periods that \
             overlap; a result and the province's own goal of that value for that time); say in \
             the note how the two differ",
        ),
        (
            good().set(AN_HAI, "/observations/1/period", json!("2024-11")),
            "warning: observations/an-hai.json: $.observations[1].period: found a result for \
             2024-11 in a source of 2024-10-09, expected a period that had begun; check whether it \
             is a goal or a forecast",
        ),
        (
            good().set(AN_HAI, "/observations/0/deadline", json!("2020")),
            "warning: observations/an-hai.json: $.observations[0].deadline: found the deadline \
             2020 for a target made on 2021-03-01, expected a deadline after it; check both dates",
        ),
        (
            good().set(CHAU_GIANG, "/observations/3/value", json!(-5)),
            "warning: observations/chau-giang.json: $.observations[3].value: found the count -5, \
             expected none below zero; check the value",
        ),
        (
            good().set(CHAU_GIANG, "/observations", json!([])),
            "warning: indicators.json: $.indicators[4]: found the indicator \"service-points\" \
             that no observation uses, expected at least one; remove it or add its figures",
        ),
    ]
}

/// The variants, their names and a `match` over them. A new problem does not compile until it is
/// listed here, and then `every_problem_has_a_case` asks for its line.
macro_rules! problems {
    ($($variant:ident),* $(,)?) => {
        const NAMES: &[&str] = &[$(stringify!($variant)),*];

        fn name(problem: &Problem) -> &'static str {
            match problem {
                $(Problem::$variant { .. } => stringify!($variant),)*
            }
        }
    };
}

problems!(
    NotJson,
    MissingFile,
    OutsideFolder,
    WrongSchema,
    WrongType,
    MissingKey,
    UnknownKey,
    UnknownWord,
    EmptyText,
    NotNfc,
    NotADate,
    BackwardsInterval,
    NotALink,
    EmptyRange,
    ValueAndMissing,
    NeitherValueNorMissing,
    QualitativeWithValue,
    QualitativeResult,
    StatementMismatch,
    OutOfRange,
    RankWithoutBase,
    NotARank,
    ProvinceEnded,
    ComparatorAgainstBetter,
    DuplicateId,
    WrongIdPrefix,
    UnknownId,
    DerivedWithoutParents,
    DisputeOfUnlikeFigures,
    SelfReference,
    ResultAfterPublication,
    DeadlineBeforeMade,
    NegativeCount,
    Unused,
);

#[test]
fn the_good_files_have_no_findings() {
    assert_eq!(Files::good().check(), Vec::<String>::new());
}

#[test]
fn every_fault_gives_its_whole_line() {
    for (files, line) in cases() {
        let found = files.check();
        assert!(found.iter().any(|found| found == line), "expected\n{line}\nfound\n{found:#?}");
    }
}

#[test]
fn every_problem_has_a_case() {
    let named: BTreeSet<&str> = cases()
        .iter()
        .filter_map(|(files, line)| {
            let findings = files.checked().findings;
            findings.iter().find(|f| f.to_string() == *line).map(|f| name(&f.problem))
        })
        .collect();
    assert_eq!(named, NAMES.iter().copied().collect());
}

#[test]
fn a_fault_of_one_entry_gives_one_line_only() {
    // Faults after which the entry is still there, or that nothing else refers to.
    for (files, line) in cases() {
        if line.contains("an-hai.json: $.observations[1]") {
            assert_eq!(files.check(), [line]);
        }
    }
}

#[test]
fn text_of_a_broken_file_cannot_split_or_disguise_a_line() {
    let found = Files::good()
        .set(AN_HAI, "/observations/1/basis", json!("a\nb\r\u{1b}[31m\u{202e}c"))
        .check();
    assert_eq!(
        found,
        ["observations/an-hai.json: $.observations[1].basis: found \
          \"a\\nb\\r\\u{1b}[31m\\u{202e}c\", expected one of \"reported\", \"measured\", \
          \"surveyed\", \"derived\"; choose one of them"]
    );
}
