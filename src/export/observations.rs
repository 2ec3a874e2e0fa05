//! The table of all observations, which readers download and `tinhso export` writes.
//!
//! There is one row for each observation, including those of the country, in the order of the files.
//! Those that another observation replaced ([`Dataset::replaced`]) come last. A cell is empty where the
//! data have nothing: an unknown indicator leaves `concept`, `pillar` and `unit` empty, and an unknown
//! source its four columns after the id. A missing figure has an empty `value`, and the reason under
//! `missing`. Dates have the form of the data files. `docs/data.md` describes the columns.

use super::table::{Cell, Table};
use crate::data::{Dataset, Observation, Reading};

const COLUMNS: [&str; 22] = [
    "id",
    "province",
    "indicator",
    "concept",
    "pillar",
    "kind",
    "comparator",
    "value",
    "base",
    "unit",
    "period",
    "deadline",
    "basis",
    "source_id",
    "source_title",
    "publisher",
    "published",
    "url",
    "locator",
    "note_vi",
    "note_en",
    "missing",
];

/// The table with a row for each observation.
pub(super) fn observations_table(dataset: &Dataset) -> Table {
    let rows = dataset.entries().map(|observation| row(dataset, observation)).collect();
    Table { columns: &COLUMNS, rows }
}

fn row(dataset: &Dataset, observation: &Observation) -> Vec<Cell> {
    let indicator = dataset.indicator(&observation.indicator);
    let source = dataset.source(&observation.source);
    let note = observation.note.as_ref();
    let missing = match observation.reading() {
        Reading::Value(_) | Reading::Qualitative => None,
        Reading::Missing(reason) => Some(reason),
    };
    let text = |text: &str| Cell::Text(text.to_owned());
    let cells: [Cell; COLUMNS.len()] = [
        text(&observation.id),
        text(&observation.province),
        text(&observation.indicator),
        Cell::text(indicator.map(|indicator| indicator.concept.as_str())),
        Cell::text(indicator.map(|indicator| indicator.pillar.id())),
        text(observation.kind.id()),
        text(observation.comparator.sign()),
        Cell::number(observation.value()),
        Cell::number(observation.base.map(f64::from)),
        Cell::text(indicator.map(|indicator| indicator.unit.id())),
        Cell::text(observation.period.map(|period| period.to_string())),
        Cell::text(observation.deadline.map(|deadline| deadline.to_string())),
        text(observation.basis.id()),
        text(&observation.source),
        Cell::text(source.map(|source| source.title.as_str())),
        Cell::text(source.and_then(|source| source.publisher.as_deref())),
        Cell::text(source.and_then(|source| source.published).map(|day| day.to_string())),
        Cell::text(source.and_then(|source| source.url.as_deref())),
        text(&observation.locator),
        Cell::text(note.map(|note| note.vi.as_str())),
        Cell::text(note.map(|note| note.en.as_str())),
        Cell::text(missing),
    ];
    cells.into()
}
