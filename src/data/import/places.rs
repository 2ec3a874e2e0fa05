//! Compares the places that a sheet prints with those that are computed from its table.

use std::collections::BTreeMap;

use super::figures::SheetFigure;
use super::merge::TableSheet;
use crate::data::dataset::Dataset;
use crate::data::date::Year;
use crate::data::model::Better;
use crate::data::table::Table;

/// The printed places of one year and column beside the computed ones.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct ComparedPlaces {
    /// How many were compared.
    pub(super) n: usize,
    /// The figures whose place is another one, and the computed place. Between equal values a printed place
    /// may be any of theirs: the publisher knows more decimals than it prints.
    pub(super) differing: Vec<(SheetFigure, usize)>,
}

/// The printed places by column and year. `sheet` has the figures of the import.
pub(super) fn compare_places(
    figures: &[SheetFigure],
    sheet: &TableSheet,
    table: &Table,
    dataset: &Dataset,
) -> BTreeMap<(String, Year), ComparedPlaces> {
    let mut compared: BTreeMap<(String, Year), ComparedPlaces> = BTreeMap::new();
    let mut values_of: BTreeMap<(Year, &str), Vec<(&str, f64)>> = BTreeMap::new();
    for figure in figures {
        let from = table.columns.get(&figure.column).and_then(|column| column.from.as_deref());
        let Some(from) = from else { continue };
        let better = table.columns.get(from);
        let better = better.and_then(|column| dataset.indicator(&column.indicator)?.better);
        let (Some(better), true) = (better, table.complete) else { continue };
        let values =
            values_of.entry((figure.year, from)).or_insert_with(|| sheet.values(figure.year, from));
        let own = values.iter().find(|(province, _)| *province == figure.province);
        let Some((_, own)) = own else { continue };
        let is_before = |value: f64| match better {
            Better::Higher => value > *own,
            Better::Lower => value < *own,
        };
        let first = 1 + values.iter().filter(|(_, value)| is_before(*value)).count();
        let n_equal = values.iter().filter(|(_, value)| value.total_cmp(own).is_eq()).count();
        let of_column = compared.entry((figure.column.clone(), figure.year)).or_default();
        of_column.n += 1;
        let printed = figure.number.value();
        if !(first..first + n_equal).any(|place| (place as f64).total_cmp(&printed).is_eq()) {
            of_column.differing.push((figure.clone(), first));
        }
    }
    compared
}
