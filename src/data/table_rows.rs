//! Figures of official tables in the text of a bundle: in columns, each with what its figures share
//! said once, because a bundle may have thousands of them.

mod pack;

use serde::{Deserialize, Serialize};

use super::model::Province;
use super::observation::Observation;

/// Stands for the name of a row's province in the locator of a [`TableColumn::figure`].
const NAME: &str = "{province}";

/// Columns over the same provinces.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableRows {
    /// The id of each row's province.
    provinces: Vec<String>,
    /// The name of each row's province in the locators; `None` for its short Vietnamese name.
    names: Vec<Option<String>>,
    /// The columns.
    columns: Vec<TableColumn>,
}

/// Figures that differ only in their province and value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TableColumn {
    /// What they share. The province is left out at the beginning of its id, and of the ids it was
    /// computed from if they are of the same province.
    figure: Observation,
    /// The value of each row; `None` where the table has no figure.
    values: Vec<Option<f64>>,
}

impl TableRows {
    /// Appends the figures, column by column, each in the order of the rows.
    pub(super) fn expand(&self, provinces: &[Province], observations: &mut Vec<Observation>) {
        let is_of = |id: &str| provinces.iter().find(|province| province.id == id);
        for TableColumn { figure, values } in &self.columns {
            for ((province, name), value) in self.provinces.iter().zip(&self.names).zip(values) {
                if value.is_none() {
                    continue;
                }
                let usual = || is_of(province).map_or("", |province| province.short.vi.as_str());
                let name = name.as_deref().unwrap_or_else(usual);
                let mut figure = figure.clone();
                figure.id.insert_str(0, province);
                figure.locator = figure.locator.replace(NAME, name);
                for id in figure.derived_from.iter_mut().filter(|id| id.starts_with('/')) {
                    id.insert_str(0, province);
                }
                figure.province.clone_from(province);
                figure.value = *value;
                observations.push(figure);
            }
        }
    }
}
