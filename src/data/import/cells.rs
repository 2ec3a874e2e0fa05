//! Reads the cells of a sheet as numbers, by what the editor has told of them.

use std::collections::BTreeMap;

use super::decimal::{Decimal, DecimalMark, NumberFault};
use super::fault::ImportFault;
use super::figures::Grouped;
use super::grid::{Cell, quoted};
use super::heads::{Holds, plain};
use super::labels::is_no_figure;
use super::layout::Layout;
use super::{ImportOptions, Scale};
use crate::data::dataset::Dataset;
use crate::data::model::{Indicator, Unit};
use crate::data::table::Table;

/// The most decimals that a value of the data has.
const MAX_DECIMALS: usize = 8;

/// What a cell is read as.
pub(super) enum Found {
    Number(Decimal),
    /// Words or an error of a formula where there is no figure.
    NoFigure(String),
    Empty,
    /// It was reported.
    Fault,
}

/// A column that is read.
struct Rules<'a> {
    /// The name of the table's column.
    column: &'a str,
    indicator: Option<&'a Indicator>,
    scale: Option<Scale>,
}

impl Rules<'_> {
    fn is_percent(&self) -> bool {
        self.indicator.is_some_and(|indicator| indicator.unit == Unit::Percent)
    }
}

/// The greatest number of a column, and the place of its first one.
struct Greatest {
    number: f64,
    first: String,
}

pub(super) struct CellReader<'a> {
    layout: &'a Layout,
    mark: Option<DecimalMark>,
    n_decimals: Option<usize>,
    /// By the index of the head.
    rules: BTreeMap<usize, Rules<'a>>,
    /// Of the columns whose scale was not told, by the index of the head.
    greatest: BTreeMap<usize, Greatest>,
    faults: Grouped,
}

impl<'a> CellReader<'a> {
    pub(super) fn new(
        layout: &'a Layout,
        table: &'a Table,
        dataset: &'a Dataset,
        options: &ImportOptions,
    ) -> Self {
        let rules = layout.heads.iter().enumerate().filter_map(|(idx, head)| {
            let Holds::Column(column, _) = &head.holds else { return None };
            let indicator = dataset.indicator(&table.columns.get(column)?.indicator);
            let is_counted =
                indicator.is_some_and(|found| matches!(found.unit, Unit::Rank | Unit::Count));
            let of_column = |(name, _): &&(Option<String>, Scale)| match name {
                Some(name) => plain(name) == plain(column),
                None => !is_counted,
            };
            // What is told of one column goes before what is told of all.
            let told =
                options.scales.iter().filter(of_column).max_by_key(|(name, _)| name.is_some());
            Some((idx, Rules { column, indicator, scale: told.map(|(_, scale)| *scale) }))
        });
        Self {
            layout,
            mark: options.decimal,
            n_decimals: options.round,
            rules: rules.collect(),
            greatest: BTreeMap::new(),
            faults: Grouped::default(),
        }
    }

    /// Reads a cell in a row, in the column of the head with this index.
    pub(super) fn read(&mut self, row: usize, idx: usize) -> Found {
        let Some(head) = self.layout.heads.get(idx) else { return Found::Empty };
        let Some(rules) = self.rules.get(&idx) else { return Found::Empty };
        let place = self.layout.place(row, head.col);
        let read = match self.layout.grid.cell(row, head.col) {
            None => return Found::Empty,
            Some(Cell::FormulaError(error)) => return Found::NoFigure(error.clone()),
            Some(Cell::Text(text)) if is_no_figure(text) => return Found::NoFigure(text.clone()),
            Some(Cell::Number(number)) => Decimal::of_number(*number)
                .ok_or_else(|| ("number", not_a_number(&place, "no number", None))),
            Some(Cell::Text(text)) => number_of(text, &place, self.mark, rules),
            Some(Cell::Other(what)) => Err(("kind", of_another_kind(&place, what))),
        };
        let read = read.and_then(|number| scaled(number, &place, rules, self.n_decimals));
        match read {
            Ok(number) => {
                if rules.scale.is_none() && rules.is_percent() {
                    let value = number.value().abs();
                    let greatest =
                        self.greatest.entry(idx).or_insert(Greatest { number: 0.0, first: place });
                    greatest.number = greatest.number.max(value);
                }
                Found::Number(number)
            }
            Err((kind, fault)) => {
                self.faults.add(head.col, kind, fault);
                Found::Fault
            }
        }
    }

    /// What kept cells from being read, and columns of percentages that may be shares of 1.
    pub(super) fn into_faults(mut self) -> impl Iterator<Item = ImportFault> {
        for (idx, greatest) in &self.greatest {
            let (Some(rules), Some(head)) = (self.rules.get(idx), self.layout.heads.get(*idx))
            else {
                continue;
            };
            let may_exceed_one =
                rules.indicator.and_then(Indicator::limits).is_none_or(|to| to.1 > 1.0);
            if greatest.number > 0.0 && greatest.number <= 1.0 && may_exceed_one {
                let column = rules.column;
                let fault = ImportFault::new(
                    greatest.first.clone(),
                    format!("nothing above 1 in \"{column}\", which is in percent"),
                    "to be told whether 1 is 1 % or all",
                    format!(
                        "give --scale \"{column}=100\" if 1 is all, or --scale \
                         \"{column}=1\" if it is 1 %"
                    ),
                );
                self.faults.add(head.col, "share", fault);
            }
        }
        self.faults.into_faults()
    }
}

/// A fault and its kind; those of one kind in one column are told once.
type KindOfFault = (&'static str, ImportFault);

fn number_of(
    text: &str,
    place: &str,
    mark: Option<DecimalMark>,
    rules: &Rules<'_>,
) -> Result<Decimal, KindOfFault> {
    if text.ends_with('%') && !rules.is_percent() && rules.scale.is_none() {
        let column = rules.column;
        let fault = ImportFault::new(
            place,
            quoted(text),
            format!("to be told how \"{column}\", which is not in percent, has it"),
            format!(
                "give --scale \"{column}=0.01\" if 75 % is 0.75 there, or --scale \
                 \"{column}=1\" if it is 75"
            ),
        );
        return Err(("percent", fault));
    }
    Decimal::of_text(text, mark).map_err(|fault| match fault {
        NumberFault::NotANumber => ("number", not_a_number(place, &quoted(text), mark)),
        NumberFault::Ambiguous { decimal, whole } => {
            let fault = ImportFault::new(
                place,
                format!("{}, which may be {decimal} or {whole}", quoted(text)),
                "to be told the decimal mark of the sheet",
                "give --decimal comma or --decimal point",
            );
            ("mark", fault)
        }
    })
}

fn not_a_number(place: &str, found: &str, mark: Option<DecimalMark>) -> ImportFault {
    let expected = match mark {
        None => "a number",
        Some(DecimalMark::Comma) => "a number with a decimal comma, as --decimal says",
        Some(DecimalMark::Point) => "a number with a decimal point, as --decimal says",
    };
    let remedy = "correct the cell, or empty it if there is no figure";
    ImportFault::new(place, found, expected, remedy)
}

fn of_another_kind(place: &str, what: &str) -> ImportFault {
    ImportFault::new(
        place,
        what,
        "a number",
        "type the number again in a cell formatted as text: spreadsheets take 4.3 or 4/3 for a day",
    )
}

/// The number in the unit of the table, within what its indicator allows.
fn scaled(
    number: Decimal,
    place: &str,
    rules: &Rules<'_>,
    n_decimals: Option<usize>,
) -> Result<Decimal, KindOfFault> {
    let printed = number.clone();
    let number = number.times_ten_to(rules.scale.map_or(0, Scale::power));
    let number = n_decimals.map_or_else(|| number.clone(), |n| number.rounded(n));
    if number.n_decimals() > MAX_DECIMALS {
        let fault = ImportFault::new(
            place,
            number.to_string(),
            format!("at most {MAX_DECIMALS} decimals"),
            "give --round with the number of decimals that the publisher prints",
        );
        return Err(("decimals", fault));
    }
    let limits = rules.indicator.and_then(Indicator::limits);
    let Some((low, high)) = limits.filter(|(low, high)| !(*low..=*high).contains(&number.value()))
    else {
        return Ok(number);
    };
    let column = rules.column;
    let fits = |scale: &Scale| {
        let value = printed.clone().times_ten_to(scale.power()).value();
        (low..=high).contains(&value)
    };
    let others = Scale::ALL.into_iter().filter(|scale| Some(*scale) != rules.scale);
    let remedy = match others.into_iter().find(fits) {
        Some(scale) => format!(
            "correct the cell, or give --scale \"{column}={}\" if the sheet has it in another unit",
            scale.word()
        ),
        None => "correct the cell; it fits in no other unit".to_owned(),
    };
    let expected = format!("{low} to {high}, the range of \"{column}\"");
    Err(("range", ImportFault::new(place, number.to_string(), expected, remedy)))
}
