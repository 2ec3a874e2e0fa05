//! The trait that every download format implements.

use super::observations::observations_table;
use super::table::Table;
use crate::data::Dataset;

/// A way to write a table as the text of a file.
pub trait Format {
    /// The name of the file with all observations in this format; on the site it is in the folder
    /// `data/`. No two formats have the same name.
    fn file_name(&self) -> &'static str;

    /// Whether people open the file in a spreadsheet, which takes some texts for formulas and runs them.
    /// Such a format must write every text so that it stays a text.
    fn is_for_spreadsheets(&self) -> bool;

    /// Writes a table in this format. The result depends only on the cells: it has the same bytes in
    /// the browser and in the native command.
    fn write(&self, table: &Table) -> String;

    /// Writes all observations of a dataset in this format. `docs/data.md#downloads` describes the
    /// columns.
    fn observations(&self, dataset: &Dataset) -> String {
        self.write(&observations_table(dataset))
    }
}
