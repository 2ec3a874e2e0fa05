//! Where sources disagree: which figures contradict one another, how, and by how much. Nothing is
//! chosen among them. Source: `docs/method.md#disputes`.

use super::comparability::{Verdict, compare, difference};
use super::quick::QuickMap;
use crate::data::{Dataset, Date, Day, Kind, Observation};
use crate::order;

/// Figures that contradict one another.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispute<'a> {
    /// At least two: by the day their source was published (of a month or a year the last day), those
    /// whose source has no date last, then by id. Some may have no value.
    pub figures: Vec<&'a Observation>,
    /// By how much those of them that may be subtracted differ: one for each indicator, kind and base of
    /// which two or more are among them, in the order of its first figure; without those that have none.
    pub spreads: Vec<Spread<'a>>,
    /// In what they differ.
    pub nature: Nature,
}

/// By how much figures of one indicator, kind and base differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread<'a> {
    /// At least two, in the order of the dispute.
    pub figures: Vec<&'a Observation>,
    /// The largest minus the smallest, in the unit (percentage points for a percentage), to as many
    /// decimals as the longer of the two has. There is none where a figure has no value, where a result
    /// is only a bound or goals have several comparators, and where the two may not be compared.
    pub size: f64,
}

/// In what the figures of a dispute differ: the gravest that applies, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nature {
    /// They are of several definitions.
    Definitions,
    /// One says that it was reached, another that it is aimed at.
    Kinds,
    /// They are ranks among different numbers of units, or not all say among how many.
    Bases,
    /// They are of different dates.
    Dates,
    /// They are alike in all of this: only the values differ.
    Values,
}

impl Nature {
    fn of(figures: &[&Observation]) -> Self {
        let span = |o: &Observation| o.when().map(|date| (date.start(), date.end()));
        let mut nature = Self::Values;
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
            nature = nature.min(found);
        }
        nature
    }
}

/// All figures that contradict one another, directly or by way of others, in groups: the groups in
/// the order of their first figure in the dataset, each figure in one. A name that means nothing and
/// a figure that names itself contradict nothing.
pub fn disputes(dataset: &Dataset) -> Vec<Dispute<'_>> {
    let contradictions = Contradictions::new(dataset);
    let mut is_told = vec![false; dataset.observations.len()];
    let mut disputes = Vec::new();
    for (first, _) in &contradictions.links {
        let mut places = Vec::new();
        let mut reached = vec![*first];
        while let Some(place) = reached.pop() {
            if !std::mem::replace(&mut is_told[place], true) {
                places.push(place);
                reached.extend(contradictions.linked_to(place));
            }
        }
        if !places.is_empty() {
            disputes.push(dispute(dataset, &places));
        }
    }
    disputes
}

fn dispute<'a>(dataset: &'a Dataset, places: &[usize]) -> Dispute<'a> {
    let mut dated: Vec<(Option<Day>, &Observation)> = places
        .iter()
        .map(|place| {
            let figure = &dataset.observations[*place];
            let published = dataset.source(&figure.source).and_then(|source| source.published);
            (published.map(Date::end), figure)
        })
        .collect();
    order::sort_by_key(&mut dated, |(day, figure)| (day.is_none(), *day, figure.id.as_str()));
    let figures: Vec<&Observation> = dated.into_iter().map(|(_, figure)| figure).collect();
    Dispute { spreads: spreads(dataset, &figures), nature: Nature::of(&figures), figures }
}

fn spreads<'a>(dataset: &'a Dataset, figures: &[&'a Observation]) -> Vec<Spread<'a>> {
    let mut alike: Vec<Vec<&Observation>> = Vec::new();
    for figure in figures {
        let is_like = |other: &&Observation| {
            figure.indicator == other.indicator
                && figure.kind == other.kind
                && figure.base == other.base
        };
        match alike.iter_mut().find(|group| group.first().is_some_and(is_like)) {
            Some(group) => group.push(figure),
            None => alike.push(vec![figure]),
        }
    }
    let spread =
        |figures: Vec<&'a Observation>| Some(Spread { size: size(dataset, &figures)?, figures });
    alike.into_iter().filter(|group| group.len() > 1).filter_map(spread).collect()
}

/// How far figures that are alike stand apart.
fn size(dataset: &Dataset, figures: &[&Observation]) -> Option<f64> {
    let first = figures.first()?;
    let (mut smallest, mut largest) = (first, first);
    for figure in figures {
        // Two goals of one direction ("top 50", "top 35") are as far apart as their numbers.
        let is_measurable = match figure.kind {
            Kind::Result => !figure.comparator.is_bound(),
            Kind::Target => figure.comparator == first.comparator,
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
    let apart = difference(largest.value()?, smallest.value()?);
    (comparison.verdict != Verdict::NotComparable && apart.is_finite()).then_some(apart)
}

/// The figures that an observation's entry names as contradicting it, or that name it: in the
/// dataset's order, each once, never itself.
pub fn rivals<'a>(dataset: &'a Dataset, observation: &Observation) -> Vec<&'a Observation> {
    Contradictions::new(dataset).of(observation).collect()
}

/// Which figures contradict each other, on either's word. It is made in one pass over the dataset
/// and then asked for any figure. Of several entries with one id the first counts.
#[derive(Debug)]
pub(super) struct Contradictions<'a> {
    dataset: &'a Dataset,
    /// Where the entry of an id stands, for the ids that name others or are named.
    places: QuickMap<&'a str, Option<usize>>,
    /// Both ways, ascending, each once.
    links: Vec<(usize, usize)>,
}

impl<'a> Contradictions<'a> {
    pub(super) fn new(dataset: &'a Dataset) -> Self {
        let mut places: QuickMap<&str, Option<usize>> = QuickMap::default();
        let naming = || dataset.observations.iter().filter(|o| !o.disputes.is_empty());
        for o in naming() {
            for id in o.disputes.iter().chain([&o.id]) {
                places.insert(id, None);
            }
        }
        if !places.is_empty() {
            for (place, o) in dataset.observations.iter().enumerate() {
                if let Some(found) = places.get_mut(o.id.as_str()) {
                    found.get_or_insert(place);
                }
            }
        }
        let place = |id: &String| places.get(id.as_str()).copied().flatten();
        let mut links: Vec<(usize, usize)> = naming()
            .filter_map(|o| Some((place(&o.id)?, o)))
            .flat_map(|(own, o)| o.disputes.iter().filter_map(place).map(move |other| (own, other)))
            .filter(|(own, other)| own != other)
            .flat_map(|(own, other)| [(own, other), (other, own)])
            .collect();
        order::sort_by(&mut links, Ord::cmp);
        links.dedup();
        Self { dataset, places, links }
    }

    /// What contradicts a figure, in the dataset's order.
    pub(super) fn of(&self, observation: &Observation) -> impl Iterator<Item = &'a Observation> {
        let place = self.places.get(observation.id.as_str()).copied().flatten();
        let dataset = self.dataset;
        place
            .into_iter()
            .flat_map(|place| self.linked_to(place))
            .map(|place| &dataset.observations[place])
    }

    fn linked_to(&self, place: usize) -> impl Iterator<Item = usize> {
        let first = self.links.partition_point(|(own, _)| *own < place);
        self.links[first..]
            .iter()
            .take_while(move |(own, _)| *own == place)
            .map(|(_, other)| *other)
    }
}
