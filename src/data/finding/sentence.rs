//! The sentence of each problem: what was found, what was expected, what to do.

use std::fmt;

use super::Problem;

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { line, column } => write!(
                f,
                "found text that is not JSON at line {line}, column {column}, expected a JSON \
                 object; correct it there (a missing comma or quote is the usual cause)"
            ),
            Self::MissingFile { reason } => write!(
                f,
                "found no readable file ({reason}), expected the file the manifest names; add it \
                 or take its name out of manifest.json"
            ),
            Self::OutsideFolder { found } => write!(
                f,
                "found the path \"{found}\", expected one inside the data folder; write it \
                 relative to manifest.json, without \"..\" and without a leading \"/\""
            ),
            Self::WrongSchema { found } => {
                write!(f, "found schema {found}, expected 1; use the format of docs/data.md")
            }
            Self::WrongType { found, expected } => write!(
                f,
                "found {found}, expected {expected}; write it in the form docs/data.md gives"
            ),
            Self::MissingKey { key } => write!(
                f,
                "found no key \"{key}\", expected it to stand here; add it (docs/data.md says \
                 where null is allowed)"
            ),
            Self::UnknownKey { key, suggestion } => {
                write!(f, "found the unknown key \"{key}\", expected a key of docs/data.md; ")?;
                match suggestion {
                    Some(known) => write!(f, "did you mean \"{known}\"?"),
                    None => f.write_str("remove it"),
                }
            }
            Self::UnknownWord { found, allowed } => write!(
                f,
                "found \"{found}\", expected one of {}; choose one of them",
                Quoted(allowed)
            ),
            Self::EmptyText => {
                f.write_str("found an empty text, expected words; write them, in both languages")
            }
            Self::NotNfc { found } => write!(
                f,
                "found \"{found}\" with letters and marks apart, expected composed letters \
                 (Unicode NFC); type the text again or convert it"
            ),
            Self::NotADate { found } => write!(
                f,
                "found \"{found}\", expected a date that exists, as YYYY, YYYY-Qn, YYYY-MM, \
                 YYYY-MM-DD or an interval a/b, with years from 1990 to 2100; correct it"
            ),
            Self::BackwardsInterval { found } => write!(
                f,
                "found the interval \"{found}\", expected one that ends after it begins; swap its \
                 ends"
            ),
            Self::NotALink { found } => write!(
                f,
                "found \"{found}\", expected an address that begins with https:// or http://; \
                 correct it or write null"
            ),
            Self::EmptyRange { from, to } => write!(
                f,
                "found the range [{from}, {to}], expected its first number below its second; \
                 correct it"
            ),
            Self::ValueAndMissing => f.write_str(
                "found both \"value\" and \"missing\", expected one of them; keep the value, or \
                 the reason why there is none",
            ),
            Self::NeitherValueNorMissing => f.write_str(
                "found neither \"value\" nor \"missing\", expected one of them; write the value, \
                 or the reason why there is none",
            ),
            Self::QualitativeWith { key } => write!(
                f,
                "found \"qualitative\" beside \"{key}\", expected one of them; keep \"qualitative\" \
                 for a promise in words, without a number"
            ),
            Self::QualitativeResult => f.write_str(
                "found \"qualitative\" on a result, expected a target; write the value, or the \
                 reason why there is none",
            ),
            Self::StatementOrNot { indicator, is_qualitative: true } => write!(
                f,
                "found a promise without a number of \"{indicator}\", expected an indicator whose \
                 unit is \"statement\"; give it one of its own"
            ),
            Self::StatementOrNot { indicator, is_qualitative: false } => write!(
                f,
                "found a figure of \"{indicator}\", whose unit is \"statement\", expected a \
                 promise with \"qualitative\": true; correct the entry or the indicator's unit"
            ),
            Self::OutOfRange { found, from, to, indicator } => write!(
                f,
                "found {found}, expected a value from {from} to {to} (the range of \
                 \"{indicator}\"); correct the value, or give the indicator its own range"
            ),
            Self::RankWithoutBase => f.write_str(
                "found a rank without \"base\", expected the number of units ranked; add it (63 \
                 provinces before 1 July 2025, 34 since)",
            ),
            Self::NotARank { found, base } => write!(
                f,
                "found the rank {found}, expected a whole number from 1 to its base {base}; \
                 correct the rank or the base"
            ),
            Self::UnitEnded { province, unit_day, until } => write!(
                f,
                "found a result for {unit_day}, expected a day on which \"{province}\" existed \
                 (until {until}); enter it under its successor, or correct the period"
            ),
            Self::ComparatorAgainstBetter { sign, indicator, better } => write!(
                f,
                "found the comparator \"{sign}\", expected a target of \"{indicator}\" to be \
                 bounded on the other side, because {better} is better; correct the comparator or \
                 the indicator's \"better\""
            ),
            Self::DuplicateId { id, first } => write!(
                f,
                "found the id \"{id}\" again, expected every id once (first at {first}); give one \
                 of the two another id"
            ),
            Self::ForeignId { id, prefix } => write!(
                f,
                "found the id \"{id}\", expected one that begins with \"{prefix}\"; correct the \
                 id, or move the observation to its own file"
            ),
            Self::NamesNothing { what, id, suggestion } => {
                write!(f, "found \"{id}\", expected the id of {what}; ")?;
                match suggestion {
                    Some(known) => write!(f, "did you mean \"{known}\"?"),
                    None => f.write_str("correct it or add the entry it names"),
                }
            }
            Self::DerivedWithoutParents => f.write_str(
                "found the basis \"derived\" without \"derived_from\", expected the ids of the \
                 figures it was computed from; name them",
            ),
            Self::NoDispute { id, differs } => write!(
                f,
                "found the dispute with \"{id}\", which differs in {differs}, expected a figure of one \
                 thing at one time (same province, indicator, base and kind, periods that overlap; a \
                 result and the province's own goal of that value for that time); say in the note \
                 how the two differ"
            ),
            Self::NamesItself => f.write_str(
                "found the observation's own id, expected that of another observation; correct it \
                 or remove it",
            ),
            Self::ResultAfterPublication { period, published } => write!(
                f,
                "found a result for {period} in a source of {published}, expected a period that \
                 had begun; check whether it is a goal or a forecast"
            ),
            Self::DeadlineBeforeMade { deadline, made } => write!(
                f,
                "found the deadline {deadline} for a target made on {made}, expected a deadline \
                 after it; check both dates"
            ),
            Self::NegativeCount { found } => {
                write!(f, "found the count {found}, expected none below zero; check the value")
            }
            Self::NotUsed { what, id } => write!(
                f,
                "found the {what} \"{id}\" that no observation uses, expected at least one; \
                 remove it or add its figures"
            ),
        }
    }
}

/// Words as `"a", "b"`.
struct Quoted<'a>(&'a [&'static str]);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (idx, word) in self.0.iter().enumerate() {
            let comma = if idx == 0 { "" } else { ", " };
            write!(f, "{comma}\"{word}\"")?;
        }
        Ok(())
    }
}
