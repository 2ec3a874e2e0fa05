//! Which sheet of a workbook is read.

use super::fault::ImportFault;
use super::grid::{Grid, quoted};
use super::layout::n_names;
use crate::data::names::ProvinceNames;

/// The sheet to read: the one asked for, or the only one with names of provinces.
pub(super) fn chosen(
    mut grids: Vec<Grid>,
    names: &ProvinceNames<'_>,
    asked: Option<&str>,
) -> Result<Grid, ImportFault> {
    let all: Vec<String> =
        grids.iter().filter_map(|grid| grid.name.as_deref().map(quoted)).collect();
    if let Some(asked) = asked {
        let found = grids.into_iter().find(|grid| grid.name.as_deref() == Some(asked));
        return found.ok_or_else(|| {
            ImportFault::new(
                "",
                format!("no sheet {} with anything in it", quoted(asked)),
                if all.is_empty() { "a workbook with sheets".to_owned() } else { all.join(" or ") },
                "name one of these by --sheet, or leave it out",
            )
        });
    }
    grids.retain(|grid| n_names(grid, names) > 0);
    let named: Vec<String> =
        grids.iter().filter_map(|grid| grid.name.as_deref().map(quoted)).collect();
    let mut grids = grids.into_iter();
    match (grids.next(), grids.next()) {
        (Some(only), None) => Ok(only),
        (Some(_), Some(_)) => Err(ImportFault::new(
            "",
            format!("names of provinces in the sheets {}", named.join(", ")),
            "one sheet",
            "say which by --sheet",
        )),
        (None, _) => Err(ImportFault::new(
            "",
            "no name of a province",
            "a column or a row of names",
            "write the names as provinces.json has them, or add other names to its \"aliases\"",
        )),
    }
}
