//! The kinds of faults.

use crate::data::check::encoding::EncodingFault;
use crate::data::check::syntax::SyntaxFault;
use crate::data::check::table_fault::TableFault;
use crate::data::check::text::TextFault;

/// All faults that a data file can have. The variants hold the details, and `Display` makes the
/// sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The bytes of a file are no text in UTF-8.
    NotText(EncodingFault),
    /// The text is not JSON.
    NotJson(SyntaxFault),
    /// A text with something in it that no text of the data may have.
    FaultyText(TextFault),
    /// A fault of an official table.
    Table(TableFault),
    /// A key that one object has twice.
    RepeatedKey {
        /// The key.
        key: String,
        /// The line where it stands first, once that is looked up.
        first_line: Option<usize>,
    },
    /// The folder cannot be listed.
    UnreadableFolder {
        /// Why.
        reason: String,
    },
    /// A file in the folder that the manifest does not name.
    UnnamedFile,
    /// The manifest could not be read.
    MissingManifest {
        /// Why.
        reason: String,
    },
    /// A file the manifest names could not be read.
    MissingFile {
        /// Why it could not be read.
        reason: String,
    },
    /// A file that the manifest names twice.
    RepeatedFile {
        /// Its path.
        found: String,
    },
    /// A path in the manifest leads out of the data folder.
    OutsideFolder {
        /// The path.
        found: String,
    },
    /// The manifest has another schema version.
    WrongSchema {
        /// The value that was found.
        found: String,
    },
    /// A value has another JSON type.
    WrongType {
        /// The value that was found, in words ("a list").
        found: String,
        /// What was expected, in words.
        expected: String,
    },
    /// A number that is written as a text.
    NumberAsText {
        /// The text.
        found: String,
        /// The number it means.
        meant: String,
    },
    /// A number with more decimals than any source gives.
    TooManyDecimals {
        /// The number.
        found: f64,
        /// The number with as many as there may be.
        rounded: f64,
    },
    /// A required key is missing.
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A key that the format does not have.
    UnknownKey {
        /// The key.
        key: String,
        /// The known key that is most like it.
        suggestion: Option<String>,
    },
    /// A keyword that is not in the closed list.
    UnknownWord {
        /// The word.
        found: String,
        /// All allowed keywords.
        allowed: Vec<&'static str>,
    },
    /// A text that is empty or only white space.
    EmptyText,
    /// A text that is not a date in the format of the data.
    NotADate {
        /// The text.
        found: String,
        /// The date it means, in the form of the data.
        meant: Option<String>,
    },
    /// An interval that ends before it begins.
    BackwardsInterval {
        /// The interval.
        found: String,
    },
    /// An address that is not http or https.
    NotALink {
        /// The address.
        found: String,
    },
    /// An address that holds a user's name or a password.
    LinkWithUser {
        /// The address.
        found: String,
    },
    /// Words of a source that are more than a link to their place needs.
    LongFragment {
        /// How many words they are.
        n_words: usize,
        /// How many they may be.
        most: usize,
    },
    /// A range whose lower end is not below its upper.
    EmptyRange {
        /// Lower end.
        from: f64,
        /// Upper end.
        to: f64,
    },
    /// A rank that is said to order what it cannot order.
    NoRankOf {
        /// The indicator that says so.
        id: String,
        /// The indicator it names.
        ranked: String,
    },
    /// An observation with both a value and a reason for having none.
    ValueAndMissing,
    /// An observation with neither.
    NeitherValueNorMissing,
    /// A promise in words alone that also has a value, or a reason why there is none.
    QualitativeWithValue {
        /// The other key.
        key: &'static str,
    },
    /// A result that is marked as a promise in words alone.
    QualitativeResult,
    /// A promise in words alone for an indicator with a measured unit, or a value for an indicator
    /// whose unit is `statement` (warning).
    StatementMismatch {
        /// The indicator.
        indicator: String,
        /// Whether the entry is a promise in words alone.
        is_qualitative: bool,
    },
    /// A value outside its indicator's range.
    OutOfRange {
        /// The value.
        found: f64,
        /// The lowest possible.
        from: f64,
        /// The highest possible.
        to: f64,
        /// The indicator.
        indicator: String,
    },
    /// A printed range whose upper end is not above its lower one.
    RangeEndNotAbove {
        /// The lower end, `value`.
        value: f64,
        /// The upper end, `value_to`.
        end: f64,
    },
    /// The upper end of a range whose lower end is missing.
    RangeEndAlone,
    /// A rank without the number of units ranked.
    RankWithoutBase,
    /// A rank that is not a whole number from 1 to its base.
    NotARank {
        /// The value.
        found: f64,
        /// The number of units ranked.
        base: u32,
    },
    /// A rank of a province among more provinces than there were.
    BaseTooLarge {
        /// The number of units ranked.
        base: u32,
        /// How many provinces there were.
        n_provinces: u32,
        /// The day on which there were that many.
        day: String,
    },
    /// A result of a time that has not begun.
    FutureResult {
        /// The period.
        period: String,
        /// Today.
        today: String,
    },
    /// A result of a province that had ended before the day the figure describes.
    ProvinceEnded {
        /// The province.
        province: String,
        /// The day whose borders the figure describes.
        unit_day: String,
        /// The last day of the province.
        until: String,
    },
    /// A target whose comparator contradicts what is better for the indicator, such as "at most" where
    /// higher is better.
    ComparatorAgainstBetter {
        /// The comparator's sign.
        sign: &'static str,
        /// The indicator.
        indicator: String,
        /// "higher" or "lower".
        better: &'static str,
    },
    /// An id that an earlier entry has, too.
    DuplicateId {
        /// The id.
        id: String,
        /// File and path of its first use.
        first: String,
    },
    /// An id with a character that no id may have.
    WrongIdCharacter {
        /// The id.
        id: String,
        /// The first such character.
        character: char,
        /// Whether a slash may stand in it: only in the ids of observations.
        may_have_slash: bool,
    },
    /// A figure that the same source gives in another entry, too.
    SameFigureTwice {
        /// The id of the other entry.
        id: String,
        /// File and path of the other entry.
        first: String,
        /// Whether both have the same value.
        is_equal: bool,
    },
    /// Another name that another indicator claims, too.
    SharedAlias {
        /// The name.
        alias: String,
        /// The id of the other indicator.
        id: String,
    },
    /// Entries that lead to one another in a circle.
    Circle {
        /// What they do, in words ("replace").
        verb: &'static str,
        /// Their ids, in the order of the circle; the first one is the entry's own.
        ids: Vec<String>,
    },
    /// An observation's id that does not begin with its province, indicator and kind.
    WrongIdPrefix {
        /// The id.
        id: String,
        /// What it should begin with.
        prefix: String,
    },
    /// A reference to an entry that does not exist.
    UnknownId {
        /// The kind of entry that is missing, in words ("a source").
        what: &'static str,
        /// The id.
        id: String,
        /// The known id that is most like it.
        suggestion: Option<String>,
    },
    /// A derived figure without the ids of the figures it was derived from.
    DerivedWithoutParents,
    /// A dispute between two figures that do not describe the same thing at the same time.
    DisputeOfUnlikeFigures {
        /// The id of the other figure.
        id: String,
        /// The first property in which the two differ.
        differs: &'static str,
    },
    /// An entry that refers to itself.
    SelfReference,
    /// A result whose period begins after its source was published (warning).
    ResultAfterPublication {
        /// The period.
        period: String,
        /// The day of publication.
        published: String,
    },
    /// A target that was due before it was made (warning).
    DeadlineBeforeMade {
        /// The deadline.
        deadline: String,
        /// The day it was made.
        made: String,
    },
    /// A count below zero (warning).
    NegativeCount {
        /// The value.
        found: f64,
    },
    /// An entry that no observation uses (warning).
    Unused {
        /// What kind of entry.
        what: &'static str,
        /// Its id.
        id: String,
    },
    /// A value below one where all others of the indicator are above (warning).
    OddValue {
        /// The value.
        found: f64,
        /// The smallest of the other values.
        smallest: f64,
        /// The indicator.
        indicator: String,
    },
    /// A place in the source that is the whole page (warning).
    WholePage,
}
