//! Any small table, written as a sheet in any layout, is brought in as the same table.

use std::collections::BTreeMap;

use proptest::prelude::*;
use tinhso::data::{ImportOptions, Year};

use super::sheets::{Cell, separated, turned, workbook};
use super::{PATH, bytes, country, with_comma};

/// The provinces that live in all years, as sheets may write their names.
const NAMES: [[&str; 3]; 4] = [
    ["An Hải", "TỈNH AN HẢI", "1. An Hai"],
    ["Châu Giang", "Tỉnh Châu Giang", "chau-giang"],
    ["Đông Lâm", "TP. Đông Lâm", "Thành phố Đông Lâm"],
    ["Gia Phú", "Gia Định Phú", "Tỉnh Gia Phú*"],
];

/// A score, a share and a number of people, each of which may be missing.
type Figures = [Option<f64>; 3];
const COLUMNS: [&str; 3] = ["Điểm", "Tỷ lệ", "Dân số"];

/// How a sheet is laid out.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a way of its own, and all go together")]
struct Way {
    /// Which of its names each province has.
    names: [usize; 4],
    /// The order in which provinces stand.
    order: Vec<usize>,
    has_title: bool,
    has_total: bool,
    has_numbers: bool,
    is_grouped: bool,
    is_turned: bool,
    is_workbook: bool,
    mark: char,
}

fn any_way() -> impl Strategy<Value = Way> {
    let flags = (any::<[bool; 6]>(), prop_oneof![Just(';'), Just('\t')]);
    let order = Just(vec![0, 1, 2, 3]).prop_shuffle();
    (prop::array::uniform4(0..3_usize), order, flags).prop_map(|(names, order, (flags, mark))| {
        let [has_title, has_total, has_numbers, is_grouped, is_turned, is_workbook] = flags;
        Way {
            names,
            order,
            has_title,
            has_total,
            has_numbers,
            is_grouped,
            is_turned,
            is_workbook,
            mark,
        }
    })
}

fn any_figures() -> impl Strategy<Value = BTreeMap<usize, Figures>> {
    let score = prop::option::of((1..10_000_u32).prop_map(|n| f64::from(n) / 10_000.0));
    let share = prop::option::of((101..10_000_u32).prop_map(|n| f64::from(n) / 100.0));
    let people = prop::option::of((1..999_u32).prop_map(f64::from));
    let figures = (score, share, people).prop_map(|(a, b, c)| [a, b, c]);
    let has_any = |all: &BTreeMap<usize, Figures>| all.values().flatten().any(Option::is_some);
    prop::collection::btree_map(0..4_usize, figures, 2..5).prop_filter("a figure", has_any)
}

/// The bytes of a sheet.
fn sheet(all: &BTreeMap<usize, Figures>, way: &Way) -> Vec<u8> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut row = |first: &str, name: &str, figures: [Cell; 3]| {
        let mut cells: Vec<Cell> = Vec::new();
        if way.has_numbers {
            cells.push(first.into());
        }
        cells.push(name.into());
        cells.extend(figures);
        rows.push(cells);
    };
    let none = || ["", "", ""].map(Cell::from);
    if way.has_title {
        row("", "Bảng bịa ra", none());
        row("", "", none());
    }
    if way.is_grouped {
        row("STT", "Tên tỉnh", ["Kết quả".into(), "".into(), "".into()]);
        row("", "", COLUMNS.map(Cell::from));
    } else {
        row("STT", "Tên tỉnh", COLUMNS.map(Cell::from));
    }
    if way.has_total {
        row("", "Cả nước", [0.5, 50.0, 12.0].map(Cell::from));
    }
    for (place, province) in way.order.iter().enumerate() {
        let Some(figures) = all.get(province) else { continue };
        let cells = figures.map(|figure| figure.map_or(Cell::Empty, Cell::Number));
        row(&place.to_string(), NAMES[*province][way.names[*province]], cells);
    }
    row("", "Nguồn: bịa ra", none());
    let rows = if way.is_turned { turned(&rows) } else { rows };
    if way.is_workbook { workbook(&rows, &[]) } else { separated(&rows, way.mark).into_bytes() }
}

/// The lines of the table as it must become, sorted.
fn expected(all: &BTreeMap<usize, Figures>, way: &Way) -> Vec<String> {
    let n_decimals = |figure: f64| figure.to_string().split_once('.').map_or(0, |(_, d)| d.len());
    let most = |col: usize| all.values().filter_map(|f| f[col]).map(n_decimals).max().unwrap_or(0);
    let text = |figures: &Figures| {
        let texts = [0, 1, 2].map(|col| match figures[col] {
            Some(figure) => format!("{figure:.*}", most(col)),
            None => String::new(),
        });
        texts.join(",")
    };
    let with_figure = all.iter().filter(|(_, figures)| figures.iter().any(Option::is_some));
    let lines = with_figure.map(|(province, figures)| {
        let name = NAMES[*province][way.names[*province]];
        let name = name.trim_start_matches("1. ").trim_end_matches('*');
        format!("2024,{name},{}", text(figures))
    });
    let mut lines: Vec<String> = lines.collect();
    lines.sort();
    lines
}

/// The lines of a table, sorted, with the columns in the order of these tests.
fn in_order(text: &str) -> Vec<String> {
    let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<&str>>());
    let head = lines.next().unwrap();
    let at = |column: &str| head.iter().position(|name| *name == column).unwrap();
    let columns = COLUMNS.map(at);
    let line = |f: Vec<&str>| format!("2024,{},{}", f[1], columns.map(|col| f[col]).join(","));
    let mut lines: Vec<String> = lines.map(line).collect();
    lines.sort();
    lines
}

fn options(way: &Way) -> ImportOptions {
    let grouped = COLUMNS.map(|column| (format!("Kết quả {column}"), column.to_owned()));
    // The group of a turned workbook, and of any sheet, stands over its first column only.
    let columns = if way.is_grouped { grouped.to_vec() } else { Vec::new() };
    with_comma(ImportOptions { year: Some(Year(2024)), columns, ..ImportOptions::default() })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn a_table_is_the_same_from_any_layout_and_changes_nothing_the_second_time(
        all in any_figures(), first in any_way(), second in any_way(),
    ) {
        let import = |files: &crate::support::Files, way: &Way| {
            let name = if way.is_workbook { "s.xlsx" } else { "s.csv" };
            bytes(files, (name, &sheet(&all, way)), &options(way))
        };
        let found = import(&country(), &first);
        prop_assert_eq!(&found.faults, &[""; 0], "{}", found.preview);
        let text = found.text.unwrap();
        prop_assert_eq!(in_order(&text), expected(&all, &first));
        let again = import(&country().text(PATH, text), &second);
        prop_assert_eq!(again.faults, [""; 0]);
        prop_assert_eq!(again.text, None, "{}", again.preview);
        prop_assert!(again.preview.ends_with("nothing changes\n"));
    }
}
