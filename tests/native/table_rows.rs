//! Figures of tables in bundles: they are read back as they were, and take little room.

use proptest::prelude::*;
use serde_json::Value;
use tinhso::data::{BilingualText, Dataset, Observation, Province, read_bundle, write_bundle};

use crate::support::Files;

const N_PROVINCES: usize = 8;
const TABLE: &str = "tables/made-up.csv";

/// The fixture without figures, with further provinces.
fn without_figures() -> Dataset {
    let mut dataset = Files::good().dataset();
    let like = dataset.units().next().unwrap().clone();
    for idx in 0..N_PROVINCES {
        // The short name of some stands in their full name, and some names are alike.
        let text = |vi: String| BilingualText { en: vi.clone(), vi };
        let short = text(format!("Tỉnh {}", idx + 8));
        let name = text(format!("{} cũ", short.vi));
        dataset.provinces.push(Province { id: id(idx), name, short, ..like.clone() });
    }
    dataset.observations.clear();
    dataset.replaced.clear();
    dataset
}

/// The id of a further province.
fn id(idx: usize) -> String {
    format!("p{idx}")
}

/// A cell of a table, or a figure that is almost one.
#[derive(Clone, Debug)]
struct Cell {
    province: usize,
    column: u8,
    value: f64,
    /// Which name the locator has.
    name: u8,
    /// What sets it apart from the others of its column.
    oddity: u8,
}

impl Cell {
    fn observation(&self, dataset: &Dataset, like: &Observation) -> Observation {
        let province = id(self.province);
        let unit = dataset.province(&province).unwrap();
        let name = match self.name {
            0 => unit.name.vi.as_str(),
            1 => "Tên Khác",
            _ => unit.short.vi.as_str(),
        };
        let column = self.column;
        let mut figure = Observation {
            id: format!("{province}/bills/result/{column}"),
            locator: format!("dòng {name}, cột {column} · row {name}, column {column}"),
            province,
            value: Some(self.value),
            missing: None,
            file: TABLE.into(),
            ..like.clone()
        };
        match self.oddity {
            0 => figure.note = Some(BilingualText { vi: "Khác".into(), en: "Odd".into() }),
            1 => (figure.value, figure.missing) = (None, Some("Không".into())),
            2 => figure.file = "observations/p.json".into(),
            3 => figure.locator = "row {province}".into(),
            4 => figure.derived_from = vec![format!("{}/bills/result/0", figure.province)],
            5 => figure.derived_from = vec!["p1/bills/result/0".into(), "/odd".into()],
            6 => figure.id = format!("other/bills/result/{column}"),
            _ => {}
        }
        figure
    }
}

/// A table of all provinces and three columns, column by column.
fn whole_table() -> Vec<Cell> {
    let cell = |column: u8, province: usize| Cell {
        province,
        column,
        value: f64::from(column) + province as f64 / 4.0,
        name: 9,
        oddity: 9,
    };
    (0..3).flat_map(|column| (0..N_PROVINCES).map(move |idx| cell(column, idx))).collect()
}

fn dataset_of(cells: &[Cell]) -> Dataset {
    let mut dataset = without_figures();
    let like = Files::good().dataset().observations[0].clone();
    dataset.observations = cells.iter().map(|cell| cell.observation(&dataset, &like)).collect();
    dataset
}

/// The data as a bundle holds them.
fn without_places(mut dataset: Dataset) -> Dataset {
    for o in &mut dataset.observations {
        (o.file, o.index) = ("".into(), 0);
    }
    dataset
}

fn assert_read_back(dataset: &Dataset) {
    let read = read_bundle(&write_bundle(dataset)).unwrap();
    assert_eq!(read, without_places(dataset.clone()));
}

/// The columns of a bundle and their rows, by block: the ids of its rows, and the number of columns.
fn blocks(dataset: &Dataset) -> Vec<(Vec<String>, usize)> {
    let bundle: Value = serde_json::from_str(&write_bundle(dataset)).unwrap();
    let block = |rows: &Value| {
        let ids = rows["provinces"].as_array().unwrap().iter();
        let ids = ids.map(|id| id.as_str().unwrap().to_owned()).collect();
        (ids, rows["columns"].as_array().unwrap().len())
    };
    bundle["rows"].as_array().into_iter().flatten().map(block).collect()
}

#[test]
fn a_table_is_one_block_of_columns() {
    let all: Vec<String> = (0..N_PROVINCES).map(id).collect();
    let dataset = dataset_of(&whole_table());
    assert_eq!(blocks(&dataset), [(all.clone(), 3)]);
    assert_read_back(&dataset);
    assert_eq!(dataset.clone().with_table_columns_last(), dataset);

    // Each column may lack rows; here even the first has not all.
    let mut gaps = whole_table();
    gaps.retain(|cell| cell.province != 2 + usize::from(cell.column));
    let gaps = dataset_of(&gaps);
    assert_eq!(blocks(&gaps), [(all.clone(), 3)]);
    assert_read_back(&gaps);

    // Row by row, as a person writes it.
    let mut by_row = whole_table();
    by_row.sort_by_key(|cell| cell.province);
    let by_row = dataset_of(&by_row);
    assert_eq!(blocks(&by_row), []);
    assert_read_back(&by_row);
    assert_eq!(by_row.with_table_columns_last(), dataset);
}

#[test]
fn what_differs_in_more_stands_before_the_columns_as_it_is() {
    let mut cells = whole_table();
    cells[4].oddity = 0;
    cells[9].oddity = 1;
    let dataset = dataset_of(&cells).with_table_columns_last();
    assert_read_back(&dataset);
    let n_before = dataset.observations.iter().position(|o| o.note.is_none() && o.value.is_some());
    assert_eq!(n_before, Some(2));
    assert_eq!(blocks(&dataset).iter().map(|(_, n)| n).sum::<usize>(), 3);
}

#[test]
fn a_name_in_a_locator_is_said_where_it_is_not_the_short_one() {
    let mut cells = whole_table();
    cells.iter_mut().filter(|cell| cell.province == 3).for_each(|cell| cell.name = 0);
    let dataset = dataset_of(&cells);
    assert_eq!(blocks(&dataset).len(), 1);
    assert_read_back(&dataset);
    let bundle: Value = serde_json::from_str(&write_bundle(&dataset)).unwrap();
    let names = bundle["rows"][0]["names"].as_array().unwrap();
    let said: Vec<&Value> = names.iter().filter(|name| !name.is_null()).collect();
    assert_eq!(said, ["Tỉnh 11 cũ"]);
}

/// Each further figure of a table costs little more than its value.
#[test]
fn a_column_takes_little_room() {
    let dataset = dataset_of(&whole_table());
    let columns = write_bundle(&dataset).len();
    let single = write_bundle(&without_places(dataset)).len();
    assert!(single - columns > 20 * 150, "{columns} {single}");
}

fn any_cell() -> impl Strategy<Value = Cell> {
    let value = (-10_000i32..1_000_000).prop_map(|value| f64::from(value) / 10_000.0);
    (0..N_PROVINCES, 0..3u8, value, 0..12u8, 0..40u8).prop_map(
        |(province, column, value, name, oddity)| Cell { province, column, value, name, oddity },
    )
}

proptest! {
    /// Whatever the order and whatever is odd, all of it is read as it was.
    #[test]
    fn any_tables_are_read_back(
        odd in prop::collection::vec(any_cell(), 0..12),
        left_out in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        is_by_row: bool,
        place in any::<prop::sample::Index>(),
    ) {
        let mut cells = whole_table();
        for index in left_out {
            cells.remove(index.index(cells.len()));
        }
        if is_by_row {
            cells.sort_by_key(|cell| cell.province);
        }
        let place = place.index(cells.len() + 1);
        cells.splice(place..place, odd);
        let dataset = dataset_of(&cells);
        assert_read_back(&dataset);
        let ordered = dataset.clone().with_table_columns_last();
        assert_read_back(&ordered);
        let sorted = |dataset: &Dataset| {
            let mut all: Vec<String> = dataset.observations.iter().map(|o| format!("{o:?}")).collect();
            all.sort();
            all
        };
        prop_assert_eq!(sorted(&ordered), sorted(&dataset));
    }
}
