//! A figure of a source stands once. Entered a second time, with or without another value, it would count
//! twice, or the one or the other would count by the chance of its id.

use std::collections::{HashMap, HashSet};

use super::{Report, World};
use crate::data::date::{Date, Day};
use crate::data::finding::Problem;
use crate::data::observation::{Kind, Observation};

/// What one source tells of one thing at one time.
#[derive(PartialEq, Eq, Hash)]
struct Figure<'a> {
    province: &'a str,
    indicator: &'a str,
    source: &'a str,
    kind: Kind,
    base: Option<u32>,
    time: Option<(Day, Day)>,
    unit_day: Option<Day>,
    /// Of a target: a promise that was made again is another promise.
    made: Option<Date>,
}

pub(super) fn check(world: &World<'_>, report: &mut Report) {
    let disputes: HashSet<(&str, &str)> = world
        .dataset
        .entries()
        .flat_map(|o| o.disputes.iter().map(|id| (o.id.as_str(), id.as_str())))
        .collect();
    // Replaced entries, too: a copy of one would count again what was found to be wrong.
    let mut first: HashMap<Figure<'_>, &Observation> = HashMap::new();
    for observation in world.dataset.entries() {
        let figure = Figure {
            province: &observation.province,
            indicator: &observation.indicator,
            source: &observation.source,
            kind: observation.kind,
            base: observation.base,
            time: observation.date().map(|date| (date.start(), date.end())),
            unit_day: observation.unit_day(),
            made: observation.made,
        };
        let earlier = *first.entry(figure).or_insert(observation);
        // An id that stands twice is told as such.
        if earlier.id == observation.id || differ_openly(earlier, observation, &disputes) {
            continue;
        }
        // Of one file the later entry is the one to look at, though replaced ones come last here.
        let is_before = observation.file == earlier.file && observation.index < earlier.index;
        let (earlier, observation) =
            if is_before { (observation, earlier) } else { (earlier, observation) };
        let problem = Problem::SameFigureTwice {
            id: earlier.id.clone(),
            first: format!("{}: {}", earlier.file, super::path_of(earlier, "")),
            is_equal: earlier.reading() == observation.reading(),
        };
        report.add_to(observation, "", problem);
    }
}

/// Whether one of the entries supersedes the other, or a source says two different things and the entries
/// say that they contradict each other. `disputes` has the id of each entry with each id that it disputes.
fn differ_openly(a: &Observation, b: &Observation, disputes: &HashSet<(&str, &str)>) -> bool {
    let (a_id, b_id) = (a.id.as_str(), b.id.as_str());
    let supersedes = |one: &Observation, id: &str| one.supersedes.as_deref() == Some(id);
    let are_disputed = disputes.contains(&(a_id, b_id)) || disputes.contains(&(b_id, a_id));
    supersedes(a, b_id) || supersedes(b, a_id) || are_disputed && a.reading() != b.reading()
}
