//! The sentence of each problem: what was found, what was expected, what to do.
//!
//! Each problem has a function of the same name, in the file for its kind. `Display` calls all of them,
//! so that a problem without a sentence does not compile.

mod files;
mod references;
mod shape;
mod values;

use std::borrow::Cow;
use std::fmt;

use super::Problem;

/// How many characters of a text are quoted in a sentence.
const MAX_QUOTED: usize = 120;

/// The beginning of a text that is too long for a sentence, with `…` at its end; a short text as it is.
fn short(text: &str) -> Cow<'_, str> {
    if text.len() <= MAX_QUOTED {
        return Cow::Borrowed(text);
    }
    match text.char_indices().nth(MAX_QUOTED) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

impl fmt::Display for Problem {
    #[expect(clippy::too_many_lines, reason = "a list, with one entry for each problem there is")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotText(fault) => fault.fmt(f),
            Self::NotJson(fault) => fault.fmt(f),
            Self::FaultyText(fault) => fault.fmt(f),
            Self::Table(fault) => fault.fmt(f),
            Self::RepeatedKey { key, first_line } => shape::repeated_key(f, key, *first_line),
            Self::UnreadableFolder { reason } => files::unreadable_folder(f, reason),
            Self::UnnamedFile => files::unnamed_file(f),
            Self::MissingManifest { reason } => files::missing_manifest(f, reason),
            Self::MissingFile { reason } => files::missing_file(f, reason),
            Self::RepeatedFile { found } => files::repeated_file(f, found),
            Self::OutsideFolder { found } => files::outside_folder(f, found),
            Self::WrongSchema { found } => files::wrong_schema(f, found),
            Self::WrongType { found, expected } => shape::wrong_type(f, found, expected),
            Self::MissingKey { key } => shape::missing_key(f, key),
            Self::UnknownKey { key, suggestion } => {
                shape::unknown_key(f, key, suggestion.as_deref())
            }
            Self::UnknownWord { found, allowed } => shape::unknown_word(f, found, allowed),
            Self::EmptyText => shape::empty_text(f),
            Self::NumberAsText { found, meant } => shape::number_as_text(f, found, meant),
            Self::TooManyDecimals { found, rounded } => {
                values::too_many_decimals(f, *found, *rounded)
            }
            Self::NotADate { found, meant } => shape::not_a_date(f, found, meant.as_deref()),
            Self::BackwardsInterval { found } => shape::backwards_interval(f, found),
            Self::NotALink { found } => shape::not_a_link(f, found),
            Self::LinkWithUser { found } => shape::link_with_user(f, found),
            Self::LongFragment { n_words, most } => shape::long_fragment(f, *n_words, *most),
            Self::RangeEndNotAbove { value, end } => values::range_end_not_above(f, *value, *end),
            Self::RangeEndAlone => values::range_end_alone(f),
            Self::EmptyRange { from, to } => shape::empty_range(f, *from, *to),
            Self::NoRankOf { id, ranked } => references::no_rank_of(f, id, ranked),
            Self::ValueAndMissing => values::value_and_missing(f),
            Self::NeitherValueNorMissing => values::neither_value_nor_missing(f),
            Self::QualitativeWithValue { key } => values::qualitative_with_value(f, key),
            Self::QualitativeResult => values::qualitative_result(f),
            Self::StatementMismatch { indicator, is_qualitative } => {
                values::statement_mismatch(f, indicator, *is_qualitative)
            }
            Self::OutOfRange { found, from, to, indicator } => {
                values::out_of_range(f, *found, *from, *to, indicator)
            }
            Self::RankWithoutBase => values::rank_without_base(f),
            Self::NotARank { found, base } => values::not_a_rank(f, *found, *base),
            Self::BaseTooLarge { base, n_provinces, day } => {
                values::base_too_large(f, *base, *n_provinces, day)
            }
            Self::FutureResult { period, today } => values::future_result(f, period, today),
            Self::ProvinceEnded { province, unit_day, until } => {
                values::province_ended(f, province, unit_day, until)
            }
            Self::ComparatorAgainstBetter { sign, indicator, better } => {
                values::comparator_against_better(f, sign, indicator, better)
            }
            Self::DuplicateId { id, first } => references::duplicate_id(f, id, first),
            Self::WrongIdCharacter { id, character, may_have_slash } => {
                references::wrong_id_character(f, id, *character, *may_have_slash)
            }
            Self::SameFigureTwice { id, first, is_equal } => {
                references::same_figure_twice(f, id, first, *is_equal)
            }
            Self::SharedAlias { alias, id } => references::shared_alias(f, alias, id),
            Self::Circle { verb, ids } => references::circle(f, verb, ids),
            Self::WrongIdPrefix { id, prefix } => references::wrong_id_prefix(f, id, prefix),
            Self::UnknownId { what, id, suggestion } => {
                references::unknown_id(f, what, id, suggestion.as_deref())
            }
            Self::DerivedWithoutParents => references::derived_without_parents(f),
            Self::DisputeOfUnlikeFigures { id, differs } => {
                references::dispute_of_unlike_figures(f, id, differs)
            }
            Self::SelfReference => references::self_reference(f),
            Self::ResultAfterPublication { period, published } => {
                values::result_after_publication(f, period, published)
            }
            Self::DeadlineBeforeMade { deadline, made } => {
                values::deadline_before_made(f, deadline, made)
            }
            Self::NegativeCount { found } => values::negative_count(f, *found),
            Self::OddValue { found, smallest, indicator } => {
                values::odd_value(f, *found, *smallest, indicator)
            }
            Self::WholePage => values::whole_page(f),
            Self::Unused { what, id } => references::unused(f, what, id),
        }
    }
}
