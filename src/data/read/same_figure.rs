//! A figure that stands in a table and in an entry of its own is one figure.

use std::collections::{HashMap, HashSet};

use crate::data::dataset::Dataset;
use crate::data::date::{Date, Day};
use crate::data::observation::{AlsoIn, Basis, Kind, Observation};

/// What a result describes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Described {
    province: String,
    indicator: String,
    base: Option<u32>,
    period: Option<(Day, Day)>,
    unit_day: Option<Day>,
}

impl Described {
    fn by(figure: &Observation) -> Self {
        Self {
            province: figure.province.clone(),
            indicator: figure.indicator.clone(),
            base: figure.base,
            period: figure.period.map(|period: Date| (period.start(), period.end())),
            unit_day: figure.unit_day(),
        }
    }
}

/// The results that have an entry of their own, by what they describe: their places in
/// [`Dataset::observations`].
pub(super) struct Entered {
    places: HashMap<Described, Vec<usize>>,
}

impl Entered {
    /// Collects the results that a cell may be equal to: those with a value, a known source, and no entry
    /// that takes their place.
    pub(super) fn of(dataset: &Dataset) -> Self {
        let sources: HashSet<&str> = dataset.sources.iter().map(|s| s.id.as_str()).collect();
        let superseded: HashSet<&str> =
            dataset.observations.iter().filter_map(|o| o.supersedes.as_deref()).collect();
        let mut places: HashMap<Described, Vec<usize>> = HashMap::new();
        for (place, entry) in dataset.observations.iter().enumerate() {
            let may_be_equal = entry.kind == Kind::Result
                && entry.value.is_some()
                && sources.contains(entry.source.as_str())
                && !superseded.contains(entry.id.as_str());
            if may_be_equal {
                places.entry(Described::by(entry)).or_default().push(place);
            }
        }
        Self { places }
    }

    /// Adds the figures of cells to the dataset, and gives back all of them as they stand there now. One
    /// that is equal to an entry takes the entry's place: with its id, its notes and its disputes, and with
    /// the entry's source as another that has the figure.
    pub(super) fn add(
        &mut self,
        cells: Vec<Observation>,
        dataset: &mut Dataset,
    ) -> Vec<Observation> {
        let mut figures = Vec::with_capacity(cells.len());
        for cell in cells {
            let place = self.place_of_equal(&cell, &dataset.observations);
            let entry = place.and_then(|place| dataset.observations.get_mut(place));
            let figure = if let Some(entry) = entry {
                take_over(entry, cell);
                entry.clone()
            } else {
                let place = dataset.observations.len();
                self.places.entry(Described::by(&cell)).or_default().push(place);
                dataset.observations.push(cell.clone());
                cell
            };
            figures.push(figure);
        }
        figures
    }

    /// The values that entries of their own have for what a computed figure describes.
    pub(super) fn values_like<'a>(
        &'a self,
        figure: &Observation,
        dataset: &'a Dataset,
    ) -> impl Iterator<Item = f64> + 'a {
        let places = self.places.get(&Described::by(figure));
        places.into_iter().flatten().filter_map(|place| dataset.observations.get(*place)?.value)
    }

    /// The place of the entry that a cell is equal to: the one with the cell's id, else one from its
    /// source, else the first.
    fn place_of_equal(&self, cell: &Observation, entries: &[Observation]) -> Option<usize> {
        let places = self.places.get(&Described::by(cell))?;
        let is_equal = |entry: &Observation| {
            entry.value == cell.value
                && entry.value_to == cell.value_to
                && entry.comparator == cell.comparator
                && (entry.basis == Basis::Derived) == (cell.basis == Basis::Derived)
        };
        let equal = places
            .iter()
            .filter_map(|place| Some((*place, entries.get(*place)?)))
            .filter(|(_, entry)| is_equal(entry));
        let first =
            equal.min_by_key(|(_, entry)| (entry.id != cell.id, entry.source != cell.source));
        first.map(|(place, _)| place)
    }
}

/// Gives an entry the source and the place of a cell that is equal to it. It keeps its id, and all that
/// was said of it.
fn take_over(entry: &mut Observation, cell: Observation) {
    if entry.is_of_table() {
        // Another table has the same figure.
        if !entry.names_source(&cell.source) {
            entry.also.push(AlsoIn { source: cell.source, locator: cell.locator });
        }
        return;
    }
    entry.also.retain(|also| also.source != cell.source);
    if entry.source != cell.source {
        let (source, locator) = (entry.source.clone(), entry.locator.clone());
        entry.also.insert(0, AlsoIn { source, locator });
        // The words are those of the other source, and so is what was read or concluded from it.
        entry.fragment = None;
        entry.checked_by = None;
        entry.inferred.retain(|key| key != "period" && key != "base");
        entry.draft = false;
    }
    entry.source = cell.source;
    entry.locator = cell.locator;
    entry.basis = cell.basis;
    entry.period = cell.period;
    entry.unit_as_of = cell.unit_as_of;
    entry.note = entry.note.take().or(cell.note);
}
