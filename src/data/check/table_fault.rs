//! What is wrong with a table, in words by which an editor can correct it.

use std::fmt::{self, Display, Formatter};

/// A fault of a table's spreadsheet, or of what `tables.json` says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// The spreadsheet could not be read.
    Missing {
        /// The id of the table.
        id: String,
        /// Why it could not be read.
        reason: String,
    },
    /// The file is none of text.
    OtherProgram {
        /// What it is, in words.
        found: &'static str,
    },
    /// The first line does not begin with `year,province`.
    WrongHead {
        /// The first line.
        found: String,
    },
    /// A column that `tables.json` does not describe.
    UnknownColumn {
        /// The words at its head.
        column: String,
        /// The described column that is most like it.
        suggestion: Option<String>,
    },
    /// A column that stands twice.
    RepeatedColumn {
        /// The words at its head.
        column: String,
    },
    /// A column that `tables.json` describes and the spreadsheet does not have.
    MissingColumn {
        /// The words that should be at its head.
        column: String,
        /// Its file.
        file: String,
    },
    /// A column that is computed, and has cells as well.
    ComputedColumn {
        /// The words at its head.
        column: String,
        /// The column from which it is computed.
        from: String,
    },
    /// `from` names no column of the spreadsheet.
    UnknownFrom {
        /// What it names.
        from: String,
        /// The column that is most like it.
        suggestion: Option<String>,
    },
    /// Only one of `from` and `by` stands.
    FromWithoutBy,
    /// Places that are to be computed from a table that lacks units.
    PlacesOfPartialTable,
    /// A line with more or fewer fields than the first.
    FieldCount {
        /// How many there are.
        found: usize,
        /// How many the first line has.
        expected: usize,
    },
    /// A year of which `tables.json` names no source.
    UnknownYear {
        /// The field.
        found: String,
        /// The years that it names.
        known: Vec<String>,
    },
    /// A name that no province has.
    UnknownProvince {
        /// The name.
        name: String,
        /// The known name that is most like it.
        suggestion: Option<String>,
    },
    /// A line of the whole country.
    Country {
        /// The name.
        name: String,
    },
    /// Lines that end as those of programs of long ago.
    OldLineEnds,
    /// A year of which the spreadsheet has no line.
    YearWithoutRows {
        /// The year.
        year: String,
        /// The spreadsheet.
        file: String,
    },
    /// A locator that does not name the place of a figure.
    Locator {
        /// The locator.
        found: String,
    },
    /// A year without the number of units ranked.
    YearWithoutBase {
        /// The column of places.
        column: String,
    },
    /// A column of places for an indicator of another unit.
    NoRankIndicator {
        /// The indicator.
        indicator: String,
        /// Its unit.
        unit: String,
    },
    /// Places by an indicator without a direction.
    NoDirection {
        /// The indicator.
        indicator: String,
    },
    /// Another number of values than of units ranked.
    ValueCount {
        /// How many values there are.
        found: usize,
        /// The number of units ranked.
        base: u32,
        /// The column of the values.
        from: String,
        /// The year.
        year: String,
    },
    /// A second line for a province and a year.
    RepeatedRow {
        /// The first such line.
        first_line: usize,
    },
    /// A field that is no number.
    NotANumber {
        /// The field.
        found: String,
        /// The number it means, if it can mean only one.
        meant: Option<String>,
    },
    /// A figure of a year that the column does not have.
    OutsideYears {
        /// The year.
        year: String,
        /// The years of the column.
        known: Vec<String>,
    },
}

impl Display for TableFault {
    #[expect(clippy::too_many_lines, reason = "a list, with one entry for each fault there is")]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { id, reason } => write!(
                f,
                "found no readable file ({reason}), expected the spreadsheet of the table \"{id}\"; \
                 put the file back, or take the table out of tables.json"
            ),
            Self::OtherProgram { found } => write!(
                f,
                "found {found}, expected CSV as plain text; save the spreadsheet as \"CSV UTF-8\", with \
                 commas"
            ),
            Self::WrongHead { found } => wrong_head(f, found),
            Self::UnknownColumn { column, suggestion } => {
                write!(f, "found the column \"{column}\", expected one that tables.json describes; ")?;
                correct(f, suggestion.as_deref(), "describe it there, or take it out")
            }
            Self::RepeatedColumn { column } => write!(
                f,
                "found the column \"{column}\" again, expected each column once; keep one of the two"
            ),
            Self::MissingColumn { column, file } => write!(
                f,
                "found no column \"{column}\" in {file}, expected each column without \"from\" there; \
                 add it, or take it out here"
            ),
            Self::ComputedColumn { column, from } => write!(
                f,
                "found cells in the column \"{column}\", expected none, because tables.json computes \
                 it from \"{from}\"; take the column out, or \"from\" and \"by\" there"
            ),
            Self::UnknownFrom { from, suggestion } => {
                write!(f, "found \"{from}\", expected a column of the spreadsheet; ")?;
                correct(f, suggestion.as_deref(), "name one that stands there")
            }
            Self::FromWithoutBy => f.write_str(
                "found only one of \"from\" and \"by\", expected both or none; say from which column \
                 it is computed and how, or take the other out",
            ),
            Self::PlacesOfPartialTable => f.write_str(
                "found places computed from a table with \"complete\": false, expected a table with \
                 every unit that its publisher released; take the column out, or say \"complete\": \
                 true if that is so",
            ),
            Self::FieldCount { found, expected } => write!(
                f,
                "found {found} fields, expected {expected} as in the first line; add or take out \
                 commas, and put quotes around a field with a comma in it"
            ),
            Self::UnknownYear { found, known } => write!(
                f,
                "found the year \"{found}\", expected {}; correct it, or add the year with its source \
                 to tables.json",
                one_of(known)
            ),
            Self::UnknownProvince { name, suggestion } => {
                write!(f, "found the name \"{name}\", expected a province by its id or a name of it; ")?;
                correct(f, suggestion.as_deref(), "correct it, or add it to the province's aliases")
            }
            Self::Country { name } => write!(
                f,
                "found the name \"{name}\", expected a province, for the country has no place among \
                 them; take the line out, and enter the figure in the file of the country"
            ),
            Self::OldLineEnds => f.write_str(
                "found a line end of an old kind (CR alone), expected LF or CR LF; save the file with \
                 one of these",
            ),
            Self::YearWithoutRows { year, file } => write!(
                f,
                "found no line of {year} in {file}, expected the figures of each year named here; add \
                 them there, or take the year out"
            ),
            Self::Locator { found } => write!(
                f,
                "found \"{found}\", expected a text with {{province}} and {{column}}, and nothing else \
                 in braces; say by both where a figure stands"
            ),
            Self::YearWithoutBase { column } => write!(
                f,
                "found no \"base\", expected the number of units ranked, because \"{column}\" has \
                 places; add it"
            ),
            Self::NoRankIndicator { indicator, unit } => write!(
                f,
                "found \"{indicator}\", whose unit is \"{unit}\", expected an indicator with the unit \
                 \"rank\" for places; name that one"
            ),
            Self::NoDirection { indicator } => write!(
                f,
                "found places by \"{indicator}\", expected an indicator of which higher or lower values \
                 are better; take the column out, or give the indicator its \"better\""
            ),
            Self::ValueCount { found, base, from, year } => write!(
                f,
                "found {found} values of {year} in \"{from}\", expected {base} as \"base\" says, \
                 without which places would be wrong; add what is missing, or correct \"base\""
            ),
            Self::RepeatedRow { first_line } => write!(
                f,
                "found the province and the year of line {first_line} again, expected one line for \
                 both; keep one of the two"
            ),
            Self::NotANumber { found, meant } => {
                write!(f, "found \"{found}\", expected a number with a point before its decimals; ")?;
                match meant.as_ref().filter(|meant| !meant.contains(['e', 'E'])) {
                    Some(meant) => write!(f, "write {meant}"),
                    None => f.write_str("correct it, or leave the cell empty if there is no figure"),
                }
            }
            Self::OutsideYears { year, known } => write!(
                f,
                "found a figure of {year}, expected one of {}, the years of the column; empty the \
                 cell, or add the year to the column in tables.json",
                one_of(known)
            ),
        }
    }
}

fn wrong_head(f: &mut Formatter<'_>, found: &str) -> fmt::Result {
    let found: String = found.chars().take(60).collect();
    write!(f, "found the first line \"{found}\", expected it to begin with year,province; ")?;
    if found.contains([';', '\t']) {
        f.write_str("save the spreadsheet with commas between its fields")
    } else {
        f.write_str("put these two columns first")
    }
}

/// What to do about a wrong name.
fn correct(f: &mut Formatter<'_>, suggestion: Option<&str>, otherwise: &str) -> fmt::Result {
    match suggestion {
        Some(suggestion) => write!(f, "write \"{suggestion}\" if that is meant, else {otherwise}"),
        None => f.write_str(otherwise),
    }
}

fn one_of(known: &[String]) -> String {
    match known {
        [] => "no year".to_owned(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} or {last}", before.join(", ")),
    }
}
