//! The sentence of each problem: what was found, what was expected, what to do.
//!
//! Each problem has a function of its name, in the file of its kind. `Display` names them all, so that
//! a problem without a sentence does not compile.

mod files;
mod references;
mod shape;
mod values;

use std::fmt;

use super::Problem;

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { line, column } => files::not_json(f, *line, *column),
            Self::MissingFile { reason } => files::missing_file(f, reason),
            Self::OutsideFolder { found } => files::outside_folder(f, found),
            Self::WrongSchema { found } => files::wrong_schema(f, found),
            Self::WrongType { found, expected } => shape::wrong_type(f, found, expected),
            Self::MissingKey { key } => shape::missing_key(f, key),
            Self::UnknownKey { key, suggestion } => {
                shape::unknown_key(f, key, suggestion.as_deref())
            }
            Self::UnknownWord { found, allowed } => shape::unknown_word(f, found, allowed),
            Self::EmptyText => shape::empty_text(f),
            Self::NotNfc { found } => shape::not_nfc(f, found),
            Self::NotADate { found } => shape::not_a_date(f, found),
            Self::BackwardsInterval { found } => shape::backwards_interval(f, found),
            Self::NotALink { found } => shape::not_a_link(f, found),
            Self::EmptyRange { from, to } => shape::empty_range(f, *from, *to),
            Self::ValueAndMissing => values::value_and_missing(f),
            Self::NeitherValueNorMissing => values::neither_value_nor_missing(f),
            Self::QualitativeWith { key } => values::qualitative_with(f, key),
            Self::QualitativeResult => values::qualitative_result(f),
            Self::StatementOrNot { indicator, is_qualitative } => {
                values::statement_or_not(f, indicator, *is_qualitative)
            }
            Self::OutOfRange { found, from, to, indicator } => {
                values::out_of_range(f, *found, *from, *to, indicator)
            }
            Self::RankWithoutBase => values::rank_without_base(f),
            Self::NotARank { found, base } => values::not_a_rank(f, *found, *base),
            Self::UnitEnded { province, unit_day, until } => {
                values::unit_ended(f, province, unit_day, until)
            }
            Self::ComparatorAgainstBetter { sign, indicator, better } => {
                values::comparator_against_better(f, sign, indicator, better)
            }
            Self::DuplicateId { id, first } => references::duplicate_id(f, id, first),
            Self::ForeignId { id, prefix } => references::foreign_id(f, id, prefix),
            Self::NamesNothing { what, id, suggestion } => {
                references::names_nothing(f, what, id, suggestion.as_deref())
            }
            Self::DerivedWithoutParents => references::derived_without_parents(f),
            Self::NoDispute { id, differs } => references::no_dispute(f, id, differs),
            Self::NamesItself => references::names_itself(f),
            Self::ResultAfterPublication { period, published } => {
                values::result_after_publication(f, period, published)
            }
            Self::DeadlineBeforeMade { deadline, made } => {
                values::deadline_before_made(f, deadline, made)
            }
            Self::NegativeCount { found } => values::negative_count(f, *found),
            Self::NotUsed { what, id } => references::not_used(f, what, id),
        }
    }
}
