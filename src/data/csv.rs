//! The table of all observations, as readers download it and `tinhso export` writes it.
//!
//! One row per observation, the country's too, in the order of the files; last those that another
//! observation replaced ([`Dataset::replaced`]). A cell is empty where the
//! data has nothing: an unknown indicator leaves `concept`, `pillar` and `unit` empty, an unknown
//! source its four columns beside the id. A figure that is missing has an empty `value` and its reason
//! under `missing`. Dates are written as the data writes them. `docs/data.md` describes the columns.

use super::dataset::Dataset;
use super::observation::{Observation, Reading};
use super::table::{Cell, Table};

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

/// A file of all observations to take away: the one list of them, for who writes and who offers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Download {
    /// UTF-8 without a byte order mark, lines end in LF, quoted as in RFC 4180.
    Csv,
    /// The same for spreadsheets: with a byte order mark, and `'` before a text that would be taken for
    /// a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return, and is no comparator
    /// alone).
    ExcelCsv,
    /// The same for spreadsheets with Vietnamese settings: cells parted by `;`, numbers with a decimal
    /// comma.
    ExcelViCsv,
    /// The same rows as a JSON list of objects, with the columns as keys; what is empty is null.
    Json,
}

impl Download {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Csv, Self::ExcelCsv, Self::ExcelViCsv, Self::Json];

    /// The file's name; on the site it lies below `data/`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "observations.csv",
            Self::ExcelCsv => "observations-excel.csv",
            Self::ExcelViCsv => "observations-excel-vi.csv",
            Self::Json => "observations.json",
        }
    }

    /// The file's text.
    pub fn of(self, dataset: &Dataset) -> String {
        let table = observations(dataset);
        match self {
            Self::Csv => table.csv(),
            Self::ExcelCsv => table.excel_csv(),
            Self::ExcelViCsv => table.excel_vi_csv(),
            Self::Json => table.json(),
        }
    }
}

fn observations(dataset: &Dataset) -> Table {
    let rows = dataset.entries().map(|observation| row(dataset, observation)).collect();
    Table { columns: &COLUMNS, rows }
}

fn row(dataset: &Dataset, observation: &Observation) -> Vec<Cell> {
    let indicator = dataset.indicator(&observation.indicator);
    let source = dataset.source(&observation.source);
    let note = observation.note.as_ref();
    let missing = match &observation.reading {
        Reading::Value(_) | Reading::Qualitative => None,
        Reading::Missing(reason) => Some(reason.as_str()),
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
