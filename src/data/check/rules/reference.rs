//! The rules about ids and about what they name.

use super::definitions::may_stand_in_id;
use super::{Report, World};
use crate::data::circle::Circles;
use crate::data::finding::Problem;
use crate::data::observation::{Basis, Observation};
use crate::data::suggest::nearest;

/// The keys of an observation whose value this site may infer where a source does not give it.
const MAY_BE_INFERRED: [&str; 8] =
    ["base", "comparator", "deadline", "document", "made", "period", "said_by", "unit_as_of"];

/// How many words of a source may stand here: enough to find a place, and no copy of its sentence.
const MAX_FRAGMENT_WORDS: usize = 6;

/// How many unknown ids a similar one is searched for, and with how many known ids they are compared in
/// all. Each search looks at all known ids, so that without a limit a folder in which no id is right would
/// take time by the square of its size.
const MAX_SEARCHES: usize = 50;
const MAX_COMPARED: usize = 1_000_000;

/// Counts the searches for a similar id.
#[derive(Default)]
pub(super) struct Suggestions {
    n_searches: usize,
    n_compared: usize,
}

impl Suggestions {
    /// The problem that no entry of this kind has the id, with the known id that is most like it.
    fn unknown_id<'a>(
        &mut self,
        what: &'static str,
        id: &str,
        known: impl Iterator<Item = &'a str>,
    ) -> Problem {
        let mut suggestion = None;
        if self.n_searches < MAX_SEARCHES && self.n_compared < MAX_COMPARED {
            self.n_searches += 1;
            suggestion = nearest(id, known.inspect(|_| self.n_compared += 1)).map(str::to_owned);
        }
        Problem::UnknownId { what, id: id.to_owned(), suggestion }
    }
}

impl Report<'_> {
    /// Reports a province that does not exist.
    pub(super) fn check_province_id(
        &mut self,
        world: &World<'_>,
        file: &str,
        path: String,
        id: &str,
    ) {
        if world.provinces.contains_key(id) || world.loaded.unread.provinces.may_have(id) {
            return;
        }
        let known = world.dataset.provinces.iter().map(|p| p.id.as_str());
        let problem = self.suggestions.unknown_id("a province", id, known);
        self.add(file, path, problem);
    }

    /// Reports a province that does not exist, or is the province itself.
    pub(super) fn check_other_province(
        &mut self,
        world: &World<'_>,
        file: &str,
        path: String,
        own_id: &str,
        id: &str,
    ) {
        if id == own_id {
            self.add(file, path, Problem::SelfReference);
        } else {
            self.check_province_id(world, file, path, id);
        }
    }

    /// Reports a source that does not exist.
    pub(super) fn check_source_id(
        &mut self,
        world: &World<'_>,
        file: &str,
        path: String,
        id: &str,
    ) {
        if world.sources.contains_key(id) || world.loaded.unread.sources.may_have(id) {
            return;
        }
        let known = world.dataset.sources.iter().map(|source| source.id.as_str());
        let problem = self.suggestions.unknown_id("a source", id, known);
        self.add(file, path, problem);
    }

    pub(super) fn check_indicator_id(
        &mut self,
        world: &World<'_>,
        file: &str,
        path: String,
        id: &str,
    ) {
        if world.indicators.contains_key(id) || world.loaded.unread.indicators.may_have(id) {
            return;
        }
        let known = world.dataset.indicators.iter().map(|indicator| indicator.id.as_str());
        let problem = self.suggestions.unknown_id("an indicator", id, known);
        self.add(file, path, problem);
    }

    fn check_observation_id(
        &mut self,
        world: &World<'_>,
        observation: &Observation,
        key: &str,
        id: &str,
    ) {
        if id == observation.id {
            self.add_to(observation, key, Problem::SelfReference);
        } else if !world.observations.contains_key(id)
            && !world.loaded.unread.observations.may_have(id)
        {
            let known = world.dataset.entries().map(|o| o.id.as_str());
            let problem = self.suggestions.unknown_id("an observation", id, known);
            self.add_to(observation, key, problem);
        }
    }
}

pub(super) fn check(world: &World<'_>, observation: &Observation, report: &mut Report<'_>) {
    check_own_id(world, observation, report);
    let path = report.path_of(observation, ".indicator");
    report.check_indicator_id(world, &observation.file, path, &observation.indicator);
    let (file, path) = (&observation.file, report.path_of(observation, ".source"));
    report.check_source_id(world, file, path, &observation.source);
    for (idx, also) in observation.also.iter().enumerate() {
        let path = report.path_of(observation, &format!(".also[{idx}].source"));
        report.check_source_id(world, file, path, &also.source);
    }
    if let Some(reply) = &observation.reply {
        let path = report.path_of(observation, ".reply.source");
        report.check_source_id(world, file, path, &reply.source);
    }
    let lists = [("disputes", &observation.disputes), ("derived_from", &observation.derived_from)];
    for (key, ids) in lists {
        for (idx, id) in ids.iter().enumerate() {
            report.check_observation_id(world, observation, &format!(".{key}[{idx}]"), id);
        }
    }
    if let Some(id) = &observation.supersedes {
        report.check_observation_id(world, observation, ".supersedes", id);
    }
    let n_words =
        observation.fragment.as_deref().map_or(0, |words| words.split_whitespace().count());
    if n_words > MAX_FRAGMENT_WORDS {
        let problem = Problem::LongFragment { n_words, most: MAX_FRAGMENT_WORDS };
        report.add_to(observation, ".fragment", problem);
    }
    if observation.basis == Basis::Derived && observation.derived_from.is_empty() {
        report.add_to(observation, ".basis", Problem::DerivedWithoutParents);
    }
    for (idx, key) in observation.inferred.iter().enumerate() {
        if !MAY_BE_INFERRED.contains(&key.as_str()) {
            let problem =
                Problem::UnknownWord { found: key.clone(), allowed: MAY_BE_INFERRED.to_vec() };
            report.add_to(observation, &format!(".inferred[{idx}]"), problem);
        }
    }
}

/// An id stands once, is of its file, and has no character but those an address may have.
fn check_own_id(world: &World<'_>, observation: &Observation, report: &mut Report<'_>) {
    let id = &observation.id;
    if let Some(first) = world.observation(id)
        && !std::ptr::eq(first, observation)
    {
        let first = format!("{}: {}", first.file, report.path_of(first, ""));
        report.add_to(observation, ".id", Problem::DuplicateId { id: id.clone(), first });
    }
    if let Some(character) = id.chars().find(|c| !may_stand_in_id(*c, true)) {
        let (id, may_have_slash) = (id.clone(), true);
        let problem = Problem::WrongIdCharacter { id, character, may_have_slash };
        report.add_to(observation, ".id", problem);
    }
    let Observation { province, indicator, kind, .. } = observation;
    let prefix = format!("{province}/{indicator}/{}/", kind.id());
    if id.strip_prefix(&prefix).is_none_or(|rest| rest.trim().is_empty()) {
        report.add_to(observation, ".id", Problem::WrongIdPrefix { id: id.clone(), prefix });
    }
}

/// No figure replaces itself in the end, and none is computed from itself.
pub(super) fn check_circles(world: &World<'_>, report: &mut Report<'_>) {
    let entries = || world.dataset.entries();
    let superseded = entries().filter_map(|o| Some((o.id.as_str(), o.supersedes.as_deref()?)));
    let parents =
        entries().flat_map(|o| o.derived_from.iter().map(|id| (o.id.as_str(), id.as_str())));
    let (superseded, parents) = (Circles::among(superseded), Circles::among(parents));
    for observation in entries() {
        for (key, verb, circles) in
            [(".supersedes", "supersede", &superseded), (".derived_from", "derive from", &parents)]
        {
            if let Some(ids) = circles.around(observation.id.as_str()) {
                let ids = ids.into_iter().map(str::to_owned).collect();
                report.add_to(observation, key, Problem::Circle { verb, ids });
            }
        }
    }
}
