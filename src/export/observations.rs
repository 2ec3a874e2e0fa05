//! The table of all observations, which readers download and `tinhso export` writes.
//!
//! There is one row for each observation, including those of the country, in the order of the files.
//! Those that another observation replaced ([`Dataset::replaced`]) come last. A cell is empty where the
//! data have nothing: an unknown indicator leaves `concept`, `pillar` and `unit` empty, and an unknown
//! source its four columns after the id and the three at the end. A missing figure has an empty `value`, and the reason under
//! `missing`. Dates have the form of the data files. `docs/data.md` describes the columns.

use super::table::{Cell, Table};
use crate::data::{BilingualText, Dataset, Observation, Reading, Source};

/// The first 22 are for ever the same, in this order, because readers' programs go by it. A new column
/// is added at the end.
const COLUMNS: [&str; 40] = [
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
    "caveat_vi",
    "caveat_en",
    "inferred",
    "qualitative",
    "also",
    "checked_by",
    "fragment",
    "via",
    "archived",
    "retrieved",
    "unit_as_of",
    "derived_from",
    "value_to",
    "draft",
    "reply_vi",
    "reply_en",
    "reply_source",
    "reply_on",
];

/// The table with a row for each observation.
pub(super) fn observations_table(dataset: &Dataset) -> Table {
    let rows = dataset.entries().map(|observation| row(dataset, observation)).collect();
    Table { columns: &COLUMNS, rows }
}

fn row(dataset: &Dataset, observation: &Observation) -> Vec<Cell> {
    let indicator = dataset.indicator(&observation.indicator);
    let source = dataset.source(&observation.source);
    let missing = match observation.reading() {
        Reading::Value(_) | Reading::Qualitative => None,
        Reading::Missing(reason) => Some(reason),
    };
    let text = |text: &str| Cell::Text(text.to_owned());
    let of_source = |text: fn(&Source) -> Option<&str>| Cell::text(source.and_then(text));
    let [note_vi, note_en] = both_languages(observation.note.as_ref());
    let [caveat_vi, caveat_en] = both_languages(observation.caveat.as_ref());
    let also = observation.also.iter().map(|also| format!("{} {}", also.source, also.locator));
    let reply = observation.reply.as_ref();
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
        of_source(|source| source.title.as_deref()),
        of_source(|source| source.publisher.as_deref()),
        Cell::text(source.and_then(|source| source.published).map(|day| day.to_string())),
        of_source(|source| source.url.as_deref()),
        text(&observation.locator),
        note_vi,
        note_en,
        Cell::text(missing),
        caveat_vi,
        caveat_en,
        Cell::List(observation.inferred.clone()),
        Cell::Flag(observation.is_qualitative()),
        Cell::List(also.collect()),
        Cell::text(observation.checked_by.as_deref()),
        Cell::text(observation.fragment.as_deref()),
        of_source(|source| source.via.as_deref()),
        of_source(|source| source.archived.as_deref()),
        Cell::text(source.and_then(|source| source.retrieved).map(|day| day.to_string())),
        Cell::text(observation.unit_as_of.map(|day| day.to_string())),
        Cell::List(observation.derived_from.clone()),
        Cell::number(observation.value_to),
        Cell::Flag(observation.draft),
        Cell::text(reply.map(|reply| reply.vi.as_str())),
        Cell::text(reply.map(|reply| reply.en.as_str())),
        Cell::text(reply.map(|reply| reply.source.as_str())),
        Cell::text(reply.map(|reply| reply.on.to_string())),
    ];
    cells.into()
}

/// The Vietnamese and the English text.
fn both_languages(text: Option<&BilingualText>) -> [Cell; 2] {
    [Cell::text(text.map(|text| text.vi.as_str())), Cell::text(text.map(|text| text.en.as_str()))]
}
