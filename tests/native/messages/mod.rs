//! The whole line of every finding, each produced by a file that has the fault.

mod form;
mod rules;
mod tables;
mod unreadable;

use std::collections::BTreeSet;

use serde_json::json;
use tinhso::data::Problem;

use crate::support::Files;

const AN_HAI: &str = "observations/an-hai.json";

/// Files with a fault, and the one line it must give.
pub(crate) type Case = (Files, &'static str);

/// A case for every problem there is.
pub(crate) fn cases() -> Vec<Case> {
    [form::cases(), rules::cases(), tables::cases(), unreadable::cases()].concat()
}

/// The variants, their names and a `match` over them. A new problem does not compile until it is
/// listed here, and then `every_problem_has_a_case` asks for its line.
macro_rules! problems {
    ($($variant:ident),* $(,)?) => {
        const NAMES: &[&str] = &[$(stringify!($variant)),*];

        pub(crate) fn name(problem: &Problem) -> &'static str {
            match problem {
                $(Problem::$variant { .. } => stringify!($variant),)*
            }
        }
    };
}

problems!(
    NotText,
    NotJson,
    FaultyText,
    Table,
    RepeatedKey,
    UnreadableFolder,
    UnnamedFile,
    MissingManifest,
    MissingFile,
    RepeatedFile,
    OutsideFolder,
    WrongSchema,
    WrongType,
    MissingKey,
    UnknownKey,
    UnknownWord,
    EmptyText,
    NumberAsText,
    TooManyDecimals,
    NotADate,
    BackwardsInterval,
    NotALink,
    LinkWithUser,
    LongFragment,
    EmptyRange,
    NoRankOf,
    ValueAndMissing,
    NeitherValueNorMissing,
    QualitativeWithValue,
    QualitativeResult,
    StatementMismatch,
    OutOfRange,
    RangeEndNotAbove,
    RangeEndAlone,
    RankWithoutBase,
    NotARank,
    BaseTooLarge,
    FutureResult,
    ProvinceEnded,
    ComparatorAgainstBetter,
    DuplicateId,
    WrongIdCharacter,
    SameFigureTwice,
    SharedAlias,
    Circle,
    WrongIdPrefix,
    UnknownId,
    DerivedWithoutParents,
    DisputeOfUnlikeFigures,
    SelfReference,
    ResultAfterPublication,
    DeadlineBeforeMade,
    NegativeCount,
    Unused,
    OddValue,
    WholePage,
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
    // A folder in memory can always be listed.
    let others = ["UnreadableFolder"];
    assert_eq!(named, NAMES.iter().copied().filter(|name| !others.contains(name)).collect());
}

#[test]
fn a_fault_of_one_entry_gives_one_line_only() {
    // Faults after which the entry is still there, or that nothing else refers to. (A circle is told at
    // each of its entries.)
    for (files, line) in cases() {
        if line.contains("an-hai.json: $.observations[1]") && !line.contains(" in a circle ") {
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
          \"surveyed\", \"derived\"; choose one of them (line 21)"]
    );
}
