//! The rules that need more than one entry: ids that name something, values in their ranges, units
//! that existed.

use std::collections::{HashMap, HashSet};

use super::dataset::Dataset;
use super::finding::{Finding, Problem};
use super::load::Manifest;
use super::model::{Better, Unit};
use super::observation::{Basis, Comparator, Kind, Observation};
use super::suggest::nearest;

/// Every breach of the rules of `docs/data.md` that single entries do not show, in the order of the
/// files. The warnings among them look odd but break no rule.
pub fn validate(manifest: &Manifest, dataset: &Dataset) -> Vec<Finding> {
    let indicators = places(ids(&dataset.indicators, |i| &i.id));
    let sources = places(ids(&dataset.sources, |s| &s.id));
    let mut check = Check { manifest, dataset, indicators, sources, findings: Vec::new() };
    check.unique_definitions();
    check.provinces();
    check.observations();
    check.editions();
    check.unused();
    check.findings
}

/// The keys of an observation whose value a source may leave to be concluded.
const MAY_BE_INFERRED: [&str; 8] =
    ["base", "comparator", "deadline", "document", "made", "period", "said_by", "unit_as_of"];

struct Check<'a> {
    manifest: &'a Manifest,
    dataset: &'a Dataset,
    /// The place of each id in its list, looked for once: every figure asks for both.
    indicators: HashMap<&'a str, usize>,
    sources: HashMap<&'a str, usize>,
    findings: Vec<Finding>,
}

impl Check<'_> {
    fn note(&mut self, file: &str, path: String, problem: Problem) {
        self.findings.push(Finding { file: file.to_owned(), path, problem });
    }

    fn unique_definitions(&mut self) {
        let lists: [(&str, Vec<&str>); 3] = [
            ("provinces", ids(&self.dataset.provinces, |p| &p.id)),
            ("indicators", ids(&self.dataset.indicators, |i| &i.id)),
            ("sources", ids(&self.dataset.sources, |s| &s.id)),
        ];
        for (list, ids) in lists {
            let mut first: HashMap<&str, usize> = HashMap::new();
            for (idx, id) in ids.into_iter().enumerate() {
                if let Some(earlier) = first.get(id) {
                    let (file, path) = self.definition(list, *earlier);
                    let first = format!("{file}: {path}");
                    let problem = Problem::DuplicateId { id: id.to_owned(), first };
                    let (file, path) = self.definition(list, idx);
                    self.note(&file, format!("{path}.id"), problem);
                } else {
                    first.insert(id, idx);
                }
            }
        }
    }

    /// The file and the path of an entry of a list of definitions; those of the others stand last, in
    /// a file of their own.
    fn definition(&self, list: &str, idx: usize) -> (String, String) {
        let Manifest { provinces, indicators, sources, others, .. } = self.manifest;
        let dataset = self.dataset;
        let (file, of_others, n_own) = match list {
            "indicators" => {
                let n_own =
                    dataset.indicators.len().saturating_sub(dataset.others.indicators.len());
                (indicators, &others.indicators, n_own)
            }
            "sources" => {
                let n_own = dataset.sources.len().saturating_sub(dataset.others.sources.len());
                (sources, &others.sources, n_own)
            }
            _ => (provinces, &None, dataset.provinces.len()),
        };
        match of_others {
            Some(file) if idx >= n_own => (file.clone(), format!("$.{list}[{}]", idx - n_own)),
            _ => (file.clone(), format!("$.{list}[{idx}]")),
        }
    }

    fn provinces(&mut self) {
        let dataset = self.dataset;
        let file = &self.manifest.provinces;
        for (idx, province) in dataset.provinces.iter().enumerate() {
            let path = format!("$.provinces[{idx}]");
            if let Some(successor) = &province.successor {
                self.names_province(file, format!("{path}.successor"), successor);
            }
            for (joined_idx, joined) in province.took_in.iter().enumerate() {
                self.names_province(file, format!("{path}.took_in[{joined_idx}].id"), &joined.id);
            }
        }
    }

    fn observations(&mut self) {
        let dataset = self.dataset;
        let known: HashSet<&str> = dataset.entries().map(|o| o.id.as_str()).collect();
        let mut first: HashMap<&str, &Observation> = HashMap::new();
        for observation in dataset.entries() {
            if let Some(earlier) = first.get(observation.id.as_str()) {
                let first = format!("{}: {}", earlier.file, at(earlier, ""));
                let id = observation.id.clone();
                self.note(
                    &observation.file,
                    at(observation, ".id"),
                    Problem::DuplicateId { id, first },
                );
            } else {
                first.insert(&observation.id, observation);
            }
            self.own_id(observation);
            self.references(observation, &known);
            self.disputes(observation);
            self.inferred(observation);
            self.value(observation);
            self.dates(observation);
        }
    }

    fn own_id(&mut self, observation: &Observation) {
        let prefix = format!(
            "{}/{}/{}/",
            observation.province,
            observation.indicator,
            observation.kind.id()
        );
        let is_own =
            observation.id.strip_prefix(&prefix).is_some_and(|rest| !rest.trim().is_empty());
        if !is_own {
            let problem = Problem::ForeignId { id: observation.id.clone(), prefix };
            self.note(&observation.file, at(observation, ".id"), problem);
        }
    }

    fn references(&mut self, observation: &Observation, known: &HashSet<&str>) {
        let dataset = self.dataset;
        let file = &observation.file;
        // A page that loads the figure loads its definitions: those of the others only with others.
        let others = &dataset.others;
        let is_own = !others.provinces.contains(&observation.province);
        let n_foreign = |n_others: usize| if is_own { n_others } else { 0 };
        let (id, n) = (&observation.indicator, n_foreign(others.indicators.len()));
        let n_known = dataset.indicators.len().saturating_sub(n);
        if self.indicators.get(id.as_str()).is_none_or(|place| *place >= n_known) {
            let known = ids(&dataset.indicators[..n_known], |i| &i.id);
            self.note(
                file,
                at(observation, ".indicator"),
                names_nothing("an indicator", id, known),
            );
        }
        self.names_source(file, at(observation, ".source"), &observation.source, is_own);
        let lists =
            [("disputes", &observation.disputes), ("derived_from", &observation.derived_from)];
        let listed = lists.into_iter().flat_map(|(key, list)| {
            list.iter().enumerate().map(move |(idx, id)| (format!(".{key}[{idx}]"), id))
        });
        let superseded = observation.supersedes.iter().map(|id| (".supersedes".to_owned(), id));
        for (key, id) in listed.chain(superseded) {
            if !known.contains(id.as_str()) {
                let known = dataset.entries().map(|o| o.id.as_str()).collect();
                let problem = names_nothing("an observation", id, known);
                self.note(file, at(observation, &key), problem);
            } else if *id == observation.id {
                self.note(file, at(observation, &key), Problem::NamesItself);
            }
        }
        if observation.basis == Basis::Derived && observation.derived_from.is_empty() {
            self.note(file, at(observation, ".basis"), Problem::DerivedWithoutParents);
        }
    }

    /// What a source may leave to be concluded is a closed list of keys.
    fn inferred(&mut self, observation: &Observation) {
        for (idx, key) in observation.inferred.iter().enumerate() {
            if !MAY_BE_INFERRED.contains(&key.as_str()) {
                let allowed = MAY_BE_INFERRED.to_vec();
                let problem = Problem::UnknownWord { found: key.clone(), allowed };
                let path = at(observation, &format!(".inferred[{idx}]"));
                self.note(&observation.file, path, problem);
            }
        }
    }

    /// A dispute is two figures of one thing at one time.
    fn disputes(&mut self, observation: &Observation) {
        for (idx, id) in observation.disputes.iter().enumerate() {
            let rival = self.dataset.observation(id).filter(|rival| rival.id != observation.id);
            if let Some(differs) = rival.and_then(|rival| unlike(observation, rival)) {
                let problem = Problem::NoDispute { id: id.clone(), differs };
                self.note(
                    &observation.file,
                    at(observation, &format!(".disputes[{idx}]")),
                    problem,
                );
            }
        }
    }

    fn value(&mut self, observation: &Observation) {
        let Some(indicator) = self.dataset.indicator(&observation.indicator) else {
            return;
        };
        let file = &observation.file;
        let is_qualitative = observation.is_qualitative();
        if is_qualitative != (indicator.unit == Unit::Statement) {
            let indicator = indicator.id.clone();
            let problem = Problem::StatementOrNot { indicator, is_qualitative };
            self.note(file, at(observation, ""), problem);
        }
        if let (Kind::Target, Some(better)) = (observation.kind, indicator.better) {
            let against = match better {
                Better::Higher => [Comparator::AtMost, Comparator::LessThan],
                Better::Lower => [Comparator::AtLeast, Comparator::MoreThan],
            };
            if against.contains(&observation.comparator) {
                let problem = Problem::ComparatorAgainstBetter {
                    sign: observation.comparator.sign(),
                    indicator: indicator.id.clone(),
                    better: match better {
                        Better::Higher => "higher",
                        Better::Lower => "lower",
                    },
                };
                self.note(file, at(observation, ".comparator"), problem);
            }
        }
        let Some(found) = observation.value() else {
            return;
        };
        let path = at(observation, ".value");
        if let Some((from, to)) =
            indicator.limits().filter(|(from, to)| found < *from || found > *to)
        {
            let indicator = indicator.id.clone();
            self.note(file, path.clone(), Problem::OutOfRange { found, from, to, indicator });
        }
        match (&indicator.unit, observation.base) {
            (Unit::Rank, None) => self.note(file, at(observation, ""), Problem::RankWithoutBase),
            (Unit::Rank, Some(base))
                if found < 1.0 || found > f64::from(base) || found.fract() != 0.0 =>
            {
                self.note(file, path, Problem::NotARank { found, base });
            }
            (Unit::Count, _) if found < 0.0 => {
                self.note(file, path, Problem::NegativeCount { found });
            }
            _ => {}
        }
    }

    fn dates(&mut self, observation: &Observation) {
        let file = &observation.file;
        if observation.kind == Kind::Result {
            let until = self.dataset.province(&observation.province).and_then(|p| p.until);
            if let (Some(until), Some(unit_day)) = (until, observation.unit_day())
                && unit_day > until.end()
            {
                let key = if observation.unit_as_of.is_some() { ".unit_as_of" } else { ".period" };
                let problem = Problem::UnitEnded {
                    province: observation.province.clone(),
                    unit_day: unit_day.to_string(),
                    until: until.to_string(),
                };
                self.note(file, at(observation, key), problem);
            }
            let source = self.sources.get(observation.source.as_str());
            let published = source.and_then(|place| self.dataset.sources[*place].published);
            if let (Some(published), Some(period)) = (published, observation.period)
                && period.start() > published.end()
            {
                let problem = Problem::ResultAfterPublication {
                    period: period.to_string(),
                    published: published.to_string(),
                };
                self.note(file, at(observation, ".period"), problem);
            }
        }
        if let (Kind::Target, Some(deadline), Some(made)) =
            (observation.kind, observation.deadline, observation.made)
            && deadline.end() < made.start()
        {
            let problem = Problem::DeadlineBeforeMade {
                deadline: deadline.to_string(),
                made: made.to_string(),
            };
            self.note(file, at(observation, ".deadline"), problem);
        }
    }

    /// Editions of indicators, whose day of publication a source tells.
    fn editions(&mut self) {
        let dataset = self.dataset;
        for (idx, indicator) in dataset.indicators.iter().enumerate() {
            let n_own = dataset.indicators.len().saturating_sub(dataset.others.indicators.len());
            let (file, path) = self.definition("indicators", idx);
            for (place, edition) in indicator.editions.iter().enumerate() {
                let path = format!("{path}.editions[{place}].source");
                self.names_source(&file, path, &edition.source, idx < n_own);
            }
        }
    }

    /// Indicators without any figure. (A source may stand for a merger or a method.)
    fn unused(&mut self) {
        let dataset = self.dataset;
        let used: HashSet<&str> = dataset.entries().map(|o| o.indicator.as_str()).collect();
        for (idx, indicator) in dataset.indicators.iter().enumerate() {
            if !used.contains(indicator.id.as_str()) {
                let problem = Problem::NotUsed { what: "indicator", id: indicator.id.clone() };
                let (file, path) = self.definition("indicators", idx);
                self.note(&file, path, problem);
            }
        }
    }

    /// A page that loads an entry loads its source: one of the others only with others.
    fn names_source(&mut self, file: &str, path: String, id: &str, is_own: bool) {
        let sources = &self.dataset.sources;
        let n_foreign = if is_own { self.dataset.others.sources.len() } else { 0 };
        let n_known = sources.len().saturating_sub(n_foreign);
        if self.sources.get(id).is_none_or(|place| *place >= n_known) {
            let known = ids(&sources[..n_known], |source| &source.id);
            self.note(file, path, names_nothing("a source", id, known));
        }
    }

    fn names_province(&mut self, file: &str, path: String, id: &str) {
        if self.dataset.province(id).is_none() {
            self.note(file, path, unknown_province(self.dataset, id));
        }
    }
}

/// In what two figures are not one thing at one time, so that neither can contradict the other. A result
/// and a goal may: where the province's own plan sets the very figure as its goal for that time.
fn unlike(a: &Observation, b: &Observation) -> Option<&'static str> {
    let overlap = match (a.when(), b.when()) {
        (Some(a), Some(b)) => a.start() <= b.end() && b.start() <= a.end(),
        (a, b) => a.is_none() && b.is_none(),
    };
    let differences = [
        ("province", a.province != b.province),
        ("indicator", a.indicator != b.indicator),
        ("base", a.base != b.base),
        ("time", !overlap),
        ("kind", a.kind != b.kind && a.reading != b.reading),
    ];
    differences.into_iter().find(|(_, differs)| *differs).map(|(name, _)| name)
}

/// A province's id that names no entry of the dataset.
pub(super) fn unknown_province(dataset: &Dataset, id: &str) -> Problem {
    names_nothing("a province", id, ids(&dataset.provinces, |province| &province.id))
}

/// An id that names nothing of its kind, with the known one nearest to it.
fn names_nothing(what: &'static str, id: &str, known: Vec<&str>) -> Problem {
    let suggestion = nearest(id, known).map(str::to_owned);
    Problem::NamesNothing { what, id: id.to_owned(), suggestion }
}

fn ids<T>(entries: &[T], id: impl Fn(&T) -> &String) -> Vec<&str> {
    entries.iter().map(|entry| id(entry).as_str()).collect()
}

/// Where each id stands first.
fn places(ids: Vec<&str>) -> HashMap<&str, usize> {
    let mut places = HashMap::new();
    for (place, id) in ids.into_iter().enumerate() {
        places.entry(id).or_insert(place);
    }
    places
}

/// The path of a key of an observation.
fn at(observation: &Observation, key: &str) -> String {
    format!("$.observations[{}]{key}", observation.index)
}
