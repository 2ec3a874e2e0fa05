//! Official tables: a spreadsheet of all provinces (`tables/<id>.csv`), and what `tables.json` says of
//! it. `docs/data.md` describes both for editors, docs/decisions/0033 says why they are so.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::date::{Date, Year};
use super::model::BilingualText;
use super::observation::{Basis, Comparator};

/// The folder of the spreadsheets, in the data folder.
const FOLDER: &str = "tables/";

/// `tables.json`: what each table holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct TablesFile<L = Vec<Table>> {
    /// Where the JSON Schema of this file is, for an editor's tools.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema_file: Option<String>,
    /// The tables.
    pub tables: L,
}

/// One table: which figure each column holds, and where the figures of each year come from. What stands
/// at a column goes before what stands at its year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Table {
    /// Its id, which is the name of its spreadsheet: `tables/<id>.csv`.
    pub id: String,
    /// Its title, in our own words.
    pub title: BilingualText,
    /// The columns beside `year` and `province`, by the words in the first line of the spreadsheet.
    pub columns: BTreeMap<String, Column>,
    /// The years, each with its source.
    pub years: BTreeMap<Year, TableYear>,
    /// Where a figure stands in the source, with `{province}` and `{column}` in the place of its row and
    /// its column: "row {province}, column {column}".
    pub locator: String,
    /// What the ids of the figures end with, so that figures of one year for other units have other ids:
    /// `of-34`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
    /// Whether the table has every unit that its publisher released for each of the years. Only then may
    /// places be computed from it.
    pub complete: bool,
}

impl Table {
    /// The path of its spreadsheet in the data folder.
    pub fn path(&self) -> String {
        path_of_table(&self.id)
    }
}

/// The path of the spreadsheet of the table with this id.
pub(super) fn path_of_table(id: &str) -> String {
    format!("{FOLDER}{id}.csv")
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Column {
    /// The id of the indicator.
    pub indicator: String,
    /// How its figures came to be, if otherwise than those of their year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// The column from which this one is computed. It then does not stand in the spreadsheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// How it is computed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Formula>,
    /// The years that have it, if not all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub years: Vec<Year>,
    /// What a reader must know about its figures, if something else than of their year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<BilingualText>,
}

impl Column {
    /// Whether the column has figures of this year.
    pub fn is_of(&self, year: Year) -> bool {
        self.years.is_empty() || self.years.contains(&year)
    }
}

/// How a column is computed from another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Formula {
    /// The place of the value among all values of its year, the best first; equal values share the better
    /// place, and the places after them are skipped (competition ranking).
    Rank,
}

/// Where the figures of a year come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct TableYear {
    /// The id of the source.
    pub source: String,
    /// The number of units ranked, for the columns of places.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<u32>,
    /// The day whose borders the figures describe, where it is not the end of the year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_as_of: Option<Date>,
    /// How the figures came to be: reported, where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// How the source bounds its figures, such as `~` for preliminary ones; left out, they are the values
    /// themselves.
    #[serde(default)]
    pub comparator: Comparator,
    /// What a reader must know about the figures of this year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<BilingualText>,
}
