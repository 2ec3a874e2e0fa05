//! A figure of a source stands once. Entered a second time, with or without another value, it would count
//! twice, or the one or the other would count by the chance of its id.

use std::collections::{HashMap, HashSet};
use std::ptr;

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

/// Pairs of ids: that of an entry, and one that it disputes.
type Disputes<'a> = HashSet<(&'a str, &'a str)>;

pub(super) fn check(world: &World<'_>, report: &mut Report<'_>) {
    let disputes: Disputes<'_> = world
        .dataset
        .entries()
        .flat_map(|o| o.disputes.iter().map(|id| (o.id.as_str(), id.as_str())))
        .collect();
    // Replaced entries, too: a copy of one would count again what was found to be wrong.
    let mut entered: HashMap<Figure<'_>, Vec<&Observation>> = HashMap::new();
    for observation in world.dataset.entries() {
        // An id that stands twice is told as such.
        if world.observation(&observation.id).is_some_and(|first| !ptr::eq(first, observation)) {
            continue;
        }
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
        // Compared with all before it: two that both dispute a third may still be one figure. This takes
        // no longer than to read what an entry names, for it ends at the first that the entry does not.
        let others = entered.entry(figure).or_default();
        let other =
            others.iter().find(|other| !may_both_stand(world, other, observation, &disputes));
        if let Some(other) = other {
            // Of one file the later entry is the one to look at, though replaced ones come last here.
            let is_before = observation.file == other.file && observation.index < other.index;
            let (earlier, later) =
                if is_before { (observation, *other) } else { (*other, observation) };
            let problem = Problem::SameFigureTwice {
                id: earlier.id.clone(),
                first: format!("{}: {}", earlier.file, report.path_of(earlier, "")),
                is_equal: earlier.reading() == later.reading(),
            };
            report.add_to(later, "", problem);
        }
        others.push(observation);
    }
}

/// Whether one of the entries takes the place of the other, or a source says two different things and the
/// entries say that they contradict each other.
fn may_both_stand(
    world: &World<'_>,
    a: &Observation,
    b: &Observation,
    disputes: &Disputes<'_>,
) -> bool {
    let (a_id, b_id) = (a.id.as_str(), b.id.as_str());
    let are_disputed = disputes.contains(&(a_id, b_id)) || disputes.contains(&(b_id, a_id));
    are_disputed && a.reading() != b.reading()
        || takes_the_place_of(world, a, b_id)
        || takes_the_place_of(world, b, a_id)
}

/// How many corrections of corrections are followed: more than anybody makes.
const MAX_CORRECTIONS: usize = 10;

/// Whether an entry supersedes the one with this id, or one that supersedes it, and so on.
fn takes_the_place_of(world: &World<'_>, entry: &Observation, id: &str) -> bool {
    let older = |entry: &&Observation| world.observation(entry.supersedes.as_deref()?);
    let mut corrected = std::iter::successors(Some(entry), older).take(MAX_CORRECTIONS);
    corrected.any(|entry| entry.supersedes.as_deref() == Some(id))
}
