//! Where sources disagree: which figures contradict one another, in what, and by how much. Nothing
//! here decides which of them is right. Source: `docs/method.md#disputes`.

use super::comparability::{Verdict, compare, difference};
use super::quick_map::QuickMap;
use crate::data::{Dataset, Date, Day, Kind, Observation};
use crate::order;

/// Figures that contradict one another.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispute<'a> {
    /// At least two figures, some perhaps without a value. Sorted by the day their source was published
    /// (the last day of a month or a year), undated sources last, then by id.
    pub figures: Vec<&'a Observation>,
    /// By how much the figures differ that may be subtracted: one entry for each group of two or more
    /// figures with the same indicator, kind and base, in the order of the groups' first figures.
    /// Groups without a [`Spread::size`] are left out.
    pub spreads: Vec<Spread<'a>>,
    /// In what the figures differ.
    pub reason: DisputeReason,
}

/// By how much figures with the same indicator, kind and base differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread<'a> {
    /// At least two, in the order of the dispute.
    pub figures: Vec<&'a Observation>,
    /// The largest value minus the smallest, in the unit (percentage points for a percentage). There is
    /// no spread where a figure has no value, where a result is only a bound, where targets have
    /// several comparators, or where the two may not be compared.
    pub size: f64,
}

/// In what the figures of a dispute differ. Of several the most serious one, which comes first here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DisputeReason {
    /// They follow different definitions.
    Definitions,
    /// One source says that a value was reached, another that it is a target.
    Kinds,
    /// They are ranks among different numbers of units, or some do not give that number.
    Bases,
    /// They describe different dates.
    Dates,
    /// They agree in all of the above: only the values differ.
    Values,
}

impl DisputeReason {
    /// The most serious reason among all pairs of neighbors.
    fn from_figures(figures: &[&Observation]) -> Self {
        let span = |o: &Observation| o.date().map(|date| (date.start(), date.end()));
        let mut most_serious = Self::Values;
        for pair in figures.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let found = if a.indicator != b.indicator {
                Self::Definitions
            } else if a.kind != b.kind {
                Self::Kinds
            } else if a.base != b.base {
                Self::Bases
            } else if span(a) != span(b) {
                Self::Dates
            } else {
                Self::Values
            };
            most_serious = most_serious.min(found);
        }
        most_serious
    }
}

/// All disputes: groups of figures that contradict one another directly or through others. Each
/// figure is in one group; groups are in the order of their first figure in the dataset. An id that
/// does not exist, and a figure that names itself, make no dispute.
pub fn disputes(dataset: &Dataset) -> Vec<Dispute<'_>> {
    let contradictions = Contradictions::new(dataset);
    let mut is_grouped = vec![false; dataset.observations.len()];
    let mut disputes = Vec::new();
    for (first, _) in &contradictions.links {
        // Follow the links from this figure until no new one is reached.
        let mut group = Vec::new();
        let mut to_visit = vec![*first];
        while let Some(index) = to_visit.pop() {
            if !is_grouped[index] {
                is_grouped[index] = true;
                group.push(index);
                to_visit.extend(contradictions.linked_to(index));
            }
        }
        if !group.is_empty() {
            disputes.push(dispute(dataset, &group));
        }
    }
    disputes
}

/// The dispute between the observations at these indices.
fn dispute<'a>(dataset: &'a Dataset, indices: &[usize]) -> Dispute<'a> {
    let mut dated: Vec<(Option<Day>, &Observation)> = indices
        .iter()
        .map(|index| {
            let figure = &dataset.observations[*index];
            let published = dataset.source(&figure.source).and_then(|source| source.published);
            (published.map(Date::end), figure)
        })
        .collect();
    order::sort_by_key(&mut dated, |(day, figure)| (day.is_none(), *day, figure.id.as_str()));
    let figures: Vec<&Observation> = dated.into_iter().map(|(_, figure)| figure).collect();
    Dispute {
        spreads: spreads(dataset, &figures),
        reason: DisputeReason::from_figures(&figures),
        figures,
    }
}

fn spreads<'a>(dataset: &'a Dataset, figures: &[&'a Observation]) -> Vec<Spread<'a>> {
    let mut groups: Vec<Vec<&Observation>> = Vec::new();
    for figure in figures {
        let is_of_same_kind = |other: &&Observation| {
            figure.indicator == other.indicator
                && figure.kind == other.kind
                && figure.base == other.base
        };
        match groups.iter_mut().find(|group| group.first().is_some_and(is_of_same_kind)) {
            Some(group) => group.push(figure),
            None => groups.push(vec![figure]),
        }
    }
    let spread = |figures: Vec<&'a Observation>| {
        Some(Spread { size: spread_size(dataset, &figures)?, figures })
    };
    groups.into_iter().filter(|group| group.len() > 1).filter_map(spread).collect()
}

/// The value of [`Spread::size`] for figures with the same indicator, kind and base.
fn spread_size(dataset: &Dataset, figures: &[&Observation]) -> Option<f64> {
    let first = figures.first()?;
    let (mut smallest, mut largest) = (first, first);
    for figure in figures {
        // Two targets with the same comparator ("top 50", "top 35") differ by their numbers.
        let is_measurable = match figure.kind {
            Kind::Result => !figure.is_open(),
            Kind::Target => figure.comparator == first.comparator && !figure.is_range(),
        };
        if !is_measurable || figure.value().is_none() {
            return None;
        }
        if figure.value() < smallest.value() {
            smallest = figure;
        }
        if figure.value() > largest.value() {
            largest = figure;
        }
    }
    let comparison = compare(dataset, largest, smallest);
    let size = difference(largest.value()?, smallest.value()?);
    (comparison.verdict != Verdict::NotComparable && size.is_finite()).then_some(size)
}

/// The figures that an observation names as contradicting it, and those that name it. In the
/// dataset's order, each once, without the observation itself.
pub fn contradicting_figures<'a>(
    dataset: &'a Dataset,
    observation: &Observation,
) -> Vec<&'a Observation> {
    Contradictions::new(dataset).contradicting(observation).collect()
}

/// Which figures contradict each other: it is enough that one of the two names the other. Build it
/// once for a dataset, then look up any figure. Of several entries with one id the first counts.
#[derive(Debug)]
pub(super) struct Contradictions<'a> {
    dataset: &'a Dataset,
    /// The index of each observation that names others or is named, by its id; `None` where no entry
    /// has the id.
    indices: QuickMap<&'a str, Option<usize>>,
    /// Pairs of indices, in both directions, sorted, each pair once.
    links: Vec<(usize, usize)>,
}

impl<'a> Contradictions<'a> {
    pub(super) fn new(dataset: &'a Dataset) -> Self {
        let mut indices: QuickMap<&str, Option<usize>> = QuickMap::default();
        let disputing = || dataset.observations.iter().filter(|o| !o.disputes.is_empty());
        for o in disputing() {
            for id in o.disputes.iter().chain([&o.id]) {
                indices.insert(id, None);
            }
        }
        if !indices.is_empty() {
            for (index, o) in dataset.observations.iter().enumerate() {
                if let Some(found) = indices.get_mut(o.id.as_str()) {
                    found.get_or_insert(index);
                }
            }
        }
        let index = |id: &String| indices.get(id.as_str()).copied().flatten();
        let mut links: Vec<(usize, usize)> = disputing()
            .filter_map(|o| Some((index(&o.id)?, o)))
            .flat_map(|(own, o)| o.disputes.iter().filter_map(index).map(move |other| (own, other)))
            .filter(|(own, other)| own != other)
            .flat_map(|(own, other)| [(own, other), (other, own)])
            .collect();
        order::sort_by(&mut links, Ord::cmp);
        links.dedup();
        Self { dataset, indices, links }
    }

    /// The figures that contradict a figure, in the dataset's order.
    pub(super) fn contradicting(
        &self,
        observation: &Observation,
    ) -> impl Iterator<Item = &'a Observation> {
        let index = self.indices.get(observation.id.as_str()).copied().flatten();
        let dataset = self.dataset;
        index
            .into_iter()
            .flat_map(|index| self.linked_to(index))
            .map(|index| &dataset.observations[index])
    }

    fn linked_to(&self, index: usize) -> impl Iterator<Item = usize> {
        let first = self.links.partition_point(|(own, _)| *own < index);
        self.links[first..]
            .iter()
            .take_while(move |(own, _)| *own == index)
            .map(|(_, other)| *other)
    }
}
