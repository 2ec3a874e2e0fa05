//! What a format is.

use super::observations::observations;
use super::table::Table;
use crate::data::Dataset;

/// A way to write a table as the text of a file.
pub trait Format {
    /// The name of the file of all observations in it; on the site it lies below `data/`. No two formats
    /// have the same.
    fn file_name(&self) -> &'static str;

    /// A table in it. It depends on the cells only: the same table has the same bytes in the browser
    /// and in the native command.
    fn write(&self, table: &Table) -> String;

    /// All observations of a dataset in it, as `docs/data.md#downloads` describes them.
    fn observations(&self, dataset: &Dataset) -> String {
        self.write(&observations(dataset))
    }
}
