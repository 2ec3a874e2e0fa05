//! Data folders with as many faults as can be, to measure how the time of `tinhso check` grows.

use serde_json::{Map, Value, json};

use super::definitions::{Counting, N_INDICATORS, indicator_id, source_id, unit_of};
use super::figures::{YEARS, observations};
use super::shards::{Files, data_folder};
use super::units::{Country, Unit};

/// Of so many figures of a unit one is taken, which leaves about 30.
const ONE_OF: usize = 10;

/// What is wrong with a data folder. The first four are about all figures of the country, each other one
/// about one entry, or about entries that refer to one another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fault {
    /// Nothing.
    None,
    /// Each figure contradicts one of another indicator.
    Disputes,
    /// No figure has an indicator, a source or a parent that exists; the ids are nearly right.
    UnknownIds,
    /// One value in the middle of each file is a text.
    OneOfFile,
    /// A key has ten letters for each figure of the other folders, and in it are as many empty texts.
    LongKey,
    /// A list has nothing but items of a wrong type.
    WrongItems,
    /// An entry has nothing but unknown keys.
    UnknownKeys,
    /// A key is given many times.
    RepeatedKey,
    /// Each figure replaces the one before. (This is no fault.)
    Chain,
    /// The same, and the first one replaces the last.
    Circle,
    /// One figure is computed from all others, and these from one. (This is no fault.)
    Diamond,
}

/// All of them, with the names of their folders.
pub(crate) const FAULTS: [(&str, Fault); 11] = [
    ("none", Fault::None),
    ("disputes", Fault::Disputes),
    ("unknown-ids", Fault::UnknownIds),
    ("one-of-file", Fault::OneOfFile),
    ("long-key", Fault::LongKey),
    ("wrong-items", Fault::WrongItems),
    ("unknown-keys", Fault::UnknownKeys),
    ("repeated-key", Fault::RepeatedKey),
    ("chain", Fault::Chain),
    ("circle", Fault::Circle),
    ("diamond", Fault::Diamond),
];

/// A data folder with a fault: of the whole country, or of one province with 1,000 entries, items or keys
/// for each percent.
pub(crate) fn faulty_files(country: &Country, percent: usize, fault: Fault) -> Files {
    let size = 1_000 * percent;
    let change: fn(&mut Vec<Value>, usize) = match fault {
        Fault::None => |_, _| {},
        Fault::Disputes => |figures, _| dispute_the_next(figures),
        Fault::UnknownIds => |figures, _| misspell_ids(figures),
        Fault::OneOfFile => |figures, _| {
            let middle = figures.len() / 2;
            figures[middle]["value"] = json!("86,06");
        },
        Fault::LongKey => |figures, size| {
            let empty = (0..size).map(|idx| (format!("k{idx}"), json!("")));
            figures[0]["k".repeat(10 * size)] = Value::Object(empty.collect::<Map<_, _>>());
        },
        Fault::WrongItems => |figures, size| figures[0]["disputes"] = json!(vec![1; size]),
        Fault::UnknownKeys => |figures, size| {
            let keys = (0..size).map(|idx| (format!("locator-{idx}"), json!(idx)));
            figures[0] = Value::Object(keys.collect::<Map<_, _>>());
        },
        Fault::RepeatedKey => |figures, _| figures[0]["locator"] = json!(REPEATED),
        Fault::Chain => |figures, size| {
            figures.extend(plain(size));
            supersede_the_one_before(figures, size);
        },
        Fault::Circle => |figures, size| {
            figures.extend(plain(size));
            supersede_the_one_before(figures, size);
            let (first, last) = (figures.len() - size, figures.len() - 1);
            figures[first]["supersedes"] = figures[last]["id"].clone();
        },
        Fault::Diamond => |figures, size| {
            let mut others = plain(size);
            let all: Vec<Value> = others.iter().map(|figure| figure["id"].clone()).collect();
            for figure in &mut others[1..] {
                figure["basis"] = json!("derived");
                figure["derived_from"] = json!([all[0]]);
            }
            others[size - 1]["derived_from"] = json!(all[1..size - 1]);
            figures.extend(others);
        },
    };
    let is_of_all =
        matches!(fault, Fault::None | Fault::Disputes | Fault::UnknownIds | Fault::OneOfFile);
    let units = if is_of_all { country.units() } else { country.provinces_alone()[..1].to_vec() };
    let figures = units.iter().map(|unit| {
        let mut figures = if is_of_all { some_figures(unit) } else { observations(unit, None) };
        change(&mut figures, size);
        figures
    });
    let mut files = data_folder(&units, None, figures.collect());
    if fault == Fault::RepeatedKey {
        repeat_key(&mut files, size);
    }
    files
}

/// About 30 figures of a unit. Those of all units together have every indicator.
fn some_figures(unit: &Unit) -> Vec<Value> {
    let mut figures = observations(unit, None);
    let mut idx = unit.seed as usize;
    figures.retain(|_| {
        idx += 1;
        idx.is_multiple_of(ONE_OF)
    });
    for figure in figures.iter_mut().filter_map(Value::as_object_mut) {
        // What they contradict was left out.
        figure.remove("disputes");
    }
    figures
}

/// Figures without a fault, which no unit of the country has: one for each day of thirty years.
fn plain(n: usize) -> Vec<Value> {
    let country = Country::of(1);
    let unit = &country.provinces[0].0;
    let source = source_id(unit, Some(YEARS.start));
    let days = (0..N_INDICATORS).filter(|idx| unit_of(*idx) == Counting::Percent).flat_map(|idx| {
        (1990..2020).flat_map(move |year| {
            (0..12 * 28).map(move |day| {
                let (month, day) = (1 + day / 28, 1 + day % 28);
                (indicator_id(idx), format!("{year}-{month:02}-{day:02}"))
            })
        })
    });
    days.take(n)
        .map(|(indicator, day)| {
            json!({
                "id": format!("{}/{indicator}/result/{day}", unit.id), "indicator": indicator,
                "kind": "result", "period": day, "value": 40, "basis": "reported",
                "source": source, "locator": "¶1",
            })
        })
        .collect()
}

fn dispute_the_next(figures: &mut [Value]) {
    let ids: Vec<Value> = figures.iter().map(|figure| figure["id"].clone()).collect();
    for (figure, next) in figures.iter_mut().zip(ids.iter().cycle().skip(1)) {
        figure["disputes"] = json!([next]);
    }
}

fn misspell_ids(figures: &mut [Value]) {
    for figure in figures {
        let misspelled = |key: &str| format!("{}x", figure[key].as_str().unwrap_or_default());
        let [id, indicator, source] = ["id", "indicator", "source"].map(misspelled);
        figure["indicator"] = json!(indicator);
        figure["source"] = json!(source);
        figure["derived_from"] = json!([id]);
    }
}

fn supersede_the_one_before(figures: &mut [Value], n: usize) {
    let first = figures.len() - n;
    for idx in first + 1..figures.len() {
        figures[idx]["supersedes"] = figures[idx - 1]["id"].clone();
    }
}

/// Stands in the place of the keys that are given many times, which `serde_json` cannot write.
const REPEATED: &str = "repeated";

fn repeat_key(files: &mut Files, n: usize) {
    let one = format!("\"locator\":\"{REPEATED}\"");
    for text in files.values_mut() {
        let repeated =
            String::from_utf8_lossy(text).replace(&one, &vec![one.as_str(); n].join(","));
        *text = repeated.into_bytes();
    }
}
