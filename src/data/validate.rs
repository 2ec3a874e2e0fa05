//! The rules that need more than one entry: references that exist, values within their ranges,
//! provinces that existed at the time.

use std::collections::{HashMap, HashSet};

use super::dataset::Dataset;
use super::finding::{Finding, Problem};
use super::load::Manifest;
use super::model::{Better, Unit};
use super::observation::{Basis, Comparator, Kind, Observation};
use super::suggest::nearest;

/// All findings about the rules of `docs/data.md` that need more than one entry, in the order of the
/// files. Some of them are warnings, which break no rule.
pub fn validate(manifest: &Manifest, dataset: &Dataset) -> Vec<Finding> {
    let indicators = first_indices(ids(&dataset.indicators, |i| &i.id));
    let sources = first_indices(ids(&dataset.sources, |s| &s.id));
    let mut validator = Validator { manifest, dataset, indicators, sources, findings: Vec::new() };
    validator.check_unique_definitions();
    validator.check_provinces();
    validator.check_observations();
    validator.check_editions();
    validator.check_unused();
    validator.findings
}

/// The keys of an observation whose value this site may infer where a source does not give it.
const MAY_BE_INFERRED: [&str; 8] =
    ["base", "comparator", "deadline", "document", "made", "period", "said_by", "unit_as_of"];

struct Validator<'a> {
    manifest: &'a Manifest,
    dataset: &'a Dataset,
    /// The index of each id in its list, collected once because every observation needs both maps.
    indicators: HashMap<&'a str, usize>,
    sources: HashMap<&'a str, usize>,
    findings: Vec<Finding>,
}

impl Validator<'_> {
    fn report(&mut self, file: &str, path: String, problem: Problem) {
        self.findings.push(Finding { file: file.to_owned(), path, problem });
    }

    fn check_unique_definitions(&mut self) {
        let lists: [(&str, Vec<&str>); 3] = [
            ("provinces", ids(&self.dataset.provinces, |p| &p.id)),
            ("indicators", ids(&self.dataset.indicators, |i| &i.id)),
            ("sources", ids(&self.dataset.sources, |s| &s.id)),
        ];
        for (list, ids) in lists {
            let mut first: HashMap<&str, usize> = HashMap::new();
            for (idx, id) in ids.into_iter().enumerate() {
                if let Some(earlier) = first.get(id) {
                    let (file, path) = self.definition_path(list, *earlier);
                    let first = format!("{file}: {path}");
                    let problem = Problem::DuplicateId { id: id.to_owned(), first };
                    let (file, path) = self.definition_path(list, idx);
                    self.report(&file, format!("{path}.id"), problem);
                } else {
                    first.insert(id, idx);
                }
            }
        }
    }

    /// The file and the JSON path of an entry in a list of definitions. `idx` counts through both files
    /// of the list: the entries of the file for provinces that are not followed come last.
    fn definition_path(&self, list: &str, idx: usize) -> (String, String) {
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

    fn check_provinces(&mut self) {
        let dataset = self.dataset;
        let file = &self.manifest.provinces;
        for (idx, province) in dataset.provinces.iter().enumerate() {
            let path = format!("$.provinces[{idx}]");
            if let Some(successor) = &province.successor {
                self.check_province_id(file, format!("{path}.successor"), successor);
            }
            for (joined_idx, joined) in province.took_in.iter().enumerate() {
                self.check_province_id(
                    file,
                    format!("{path}.took_in[{joined_idx}].id"),
                    &joined.id,
                );
            }
        }
    }

    fn check_observations(&mut self) {
        let dataset = self.dataset;
        let known: HashSet<&str> = dataset.entries().map(|o| o.id.as_str()).collect();
        let mut first: HashMap<&str, &Observation> = HashMap::new();
        for observation in dataset.entries() {
            if let Some(earlier) = first.get(observation.id.as_str()) {
                let first = format!("{}: {}", earlier.file, observation_path(earlier, ""));
                let id = observation.id.clone();
                self.report(
                    &observation.file,
                    observation_path(observation, ".id"),
                    Problem::DuplicateId { id, first },
                );
            } else {
                first.insert(&observation.id, observation);
            }
            self.check_id(observation);
            self.check_references(observation, &known);
            self.check_disputes(observation);
            self.check_inferred(observation);
            self.check_value(observation);
            self.check_dates(observation);
        }
    }

    fn check_id(&mut self, observation: &Observation) {
        let prefix = format!(
            "{}/{}/{}/",
            observation.province,
            observation.indicator,
            observation.kind.id()
        );
        let is_own =
            observation.id.strip_prefix(&prefix).is_some_and(|rest| !rest.trim().is_empty());
        if !is_own {
            let problem = Problem::WrongIdPrefix { id: observation.id.clone(), prefix };
            self.report(&observation.file, observation_path(observation, ".id"), problem);
        }
    }

    fn check_references(&mut self, observation: &Observation, known: &HashSet<&str>) {
        let dataset = self.dataset;
        let file = &observation.file;
        // A figure of a followed province must not use the indicators of the others: the pages that
        // load it do not load those.
        let others = &dataset.others;
        let is_own = !others.provinces.contains(&observation.province);
        let n_excluded = if is_own { others.indicators.len() } else { 0 };
        let n_known = dataset.indicators.len().saturating_sub(n_excluded);
        let id = &observation.indicator;
        if self.indicators.get(id.as_str()).is_none_or(|place| *place >= n_known) {
            let known = ids(&dataset.indicators[..n_known], |i| &i.id);
            self.report(
                file,
                observation_path(observation, ".indicator"),
                unknown_id("an indicator", id, known),
            );
        }
        self.check_source_id(
            file,
            observation_path(observation, ".source"),
            &observation.source,
            is_own,
        );
        for (idx, also) in observation.also.iter().enumerate() {
            let path = observation_path(observation, &format!(".also[{idx}].source"));
            self.check_source_id(file, path, &also.source, is_own);
        }
        let lists =
            [("disputes", &observation.disputes), ("derived_from", &observation.derived_from)];
        let listed = lists.into_iter().flat_map(|(key, list)| {
            list.iter().enumerate().map(move |(idx, id)| (format!(".{key}[{idx}]"), id))
        });
        let superseded = observation.supersedes.iter().map(|id| (".supersedes".to_owned(), id));
        for (key, id) in listed.chain(superseded) {
            if !known.contains(id.as_str()) {
                let known = dataset.entries().map(|o| o.id.as_str()).collect();
                let problem = unknown_id("an observation", id, known);
                self.report(file, observation_path(observation, &key), problem);
            } else if *id == observation.id {
                self.report(file, observation_path(observation, &key), Problem::SelfReference);
            }
        }
        if observation.basis == Basis::Derived && observation.derived_from.is_empty() {
            self.report(
                file,
                observation_path(observation, ".basis"),
                Problem::DerivedWithoutParents,
            );
        }
    }

    /// Only the keys of a closed list may be inferred.
    fn check_inferred(&mut self, observation: &Observation) {
        for (idx, key) in observation.inferred.iter().enumerate() {
            if !MAY_BE_INFERRED.contains(&key.as_str()) {
                let allowed = MAY_BE_INFERRED.to_vec();
                let problem = Problem::UnknownWord { found: key.clone(), allowed };
                let path = observation_path(observation, &format!(".inferred[{idx}]"));
                self.report(&observation.file, path, problem);
            }
        }
    }

    /// Two figures can be in a dispute only if they describe the same thing at the same time.
    fn check_disputes(&mut self, observation: &Observation) {
        for (idx, id) in observation.disputes.iter().enumerate() {
            let rival = self.dataset.observation(id).filter(|rival| rival.id != observation.id);
            if let Some(differs) = rival.and_then(|rival| first_difference(observation, rival)) {
                let problem = Problem::DisputeOfUnlikeFigures { id: id.clone(), differs };
                self.report(
                    &observation.file,
                    observation_path(observation, &format!(".disputes[{idx}]")),
                    problem,
                );
            }
        }
    }

    fn check_value(&mut self, observation: &Observation) {
        let Some(indicator) = self.dataset.indicator(&observation.indicator) else {
            return;
        };
        let file = &observation.file;
        let is_qualitative = observation.is_qualitative();
        if is_qualitative != (indicator.unit == Unit::Statement) {
            let indicator = indicator.id.clone();
            let problem = Problem::StatementMismatch { indicator, is_qualitative };
            self.report(file, observation_path(observation, ""), problem);
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
                self.report(file, observation_path(observation, ".comparator"), problem);
            }
        }
        let Some(found) = observation.value() else {
            return;
        };
        let path = observation_path(observation, ".value");
        if let Some((from, to)) =
            indicator.limits().filter(|(from, to)| found < *from || found > *to)
        {
            let indicator = indicator.id.clone();
            self.report(file, path.clone(), Problem::OutOfRange { found, from, to, indicator });
        }
        match (&indicator.unit, observation.base) {
            (Unit::Rank, None) => {
                self.report(file, observation_path(observation, ""), Problem::RankWithoutBase);
            }
            (Unit::Rank, Some(base))
                if found < 1.0 || found > f64::from(base) || found.fract() != 0.0 =>
            {
                self.report(file, path, Problem::NotARank { found, base });
            }
            (Unit::Count, _) if found < 0.0 => {
                self.report(file, path, Problem::NegativeCount { found });
            }
            _ => {}
        }
    }

    fn check_dates(&mut self, observation: &Observation) {
        let file = &observation.file;
        if observation.kind == Kind::Result {
            let until = self.dataset.province(&observation.province).and_then(|p| p.until);
            if let (Some(until), Some(unit_day)) = (until, observation.unit_day())
                && unit_day > until.end()
            {
                let key = if observation.unit_as_of.is_some() { ".unit_as_of" } else { ".period" };
                let problem = Problem::ProvinceEnded {
                    province: observation.province.clone(),
                    unit_day: unit_day.to_string(),
                    until: until.to_string(),
                };
                self.report(file, observation_path(observation, key), problem);
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
                self.report(file, observation_path(observation, ".period"), problem);
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
            self.report(file, observation_path(observation, ".deadline"), problem);
        }
    }

    /// The sources of editions must exist.
    fn check_editions(&mut self) {
        let dataset = self.dataset;
        for (idx, indicator) in dataset.indicators.iter().enumerate() {
            let n_own = dataset.indicators.len().saturating_sub(dataset.others.indicators.len());
            let (file, path) = self.definition_path("indicators", idx);
            for (place, edition) in indicator.editions.iter().enumerate() {
                let path = format!("{path}.editions[{place}].source");
                self.check_source_id(&file, path, &edition.source, idx < n_own);
            }
        }
    }

    /// Reports indicators without any figure. Sources without one are not reported, because they may
    /// support a merger or a method.
    fn check_unused(&mut self) {
        let dataset = self.dataset;
        let used: HashSet<&str> = dataset.entries().map(|o| o.indicator.as_str()).collect();
        for (idx, indicator) in dataset.indicators.iter().enumerate() {
            if !used.contains(indicator.id.as_str()) {
                let problem = Problem::Unused { what: "indicator", id: indicator.id.clone() };
                let (file, path) = self.definition_path("indicators", idx);
                self.report(&file, path, problem);
            }
        }
    }

    /// Reports a source that does not exist. An entry of a followed province (`is_own`) must not use
    /// the sources of the others, because the pages that load it do not load those.
    fn check_source_id(&mut self, file: &str, path: String, id: &str, is_own: bool) {
        let sources = &self.dataset.sources;
        let n_excluded = if is_own { self.dataset.others.sources.len() } else { 0 };
        let n_known = sources.len().saturating_sub(n_excluded);
        if self.sources.get(id).is_none_or(|place| *place >= n_known) {
            let known = ids(&sources[..n_known], |source| &source.id);
            self.report(file, path, unknown_id("a source", id, known));
        }
    }

    fn check_province_id(&mut self, file: &str, path: String, id: &str) {
        if self.dataset.province(id).is_none() {
            self.report(file, path, unknown_province(self.dataset, id));
        }
    }
}

/// The first property by which two figures do not describe the same thing at the same time, so that
/// neither can contradict the other. `None` if they can. A result and a target can if they have the
/// same value: then a plan has as its target what another source gives as a result.
fn first_difference(a: &Observation, b: &Observation) -> Option<&'static str> {
    let overlap = match (a.date(), b.date()) {
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

/// The problem that no province of the dataset has this id.
pub(super) fn unknown_province(dataset: &Dataset, id: &str) -> Problem {
    unknown_id("a province", id, ids(&dataset.provinces, |province| &province.id))
}

/// The problem that no entry of this kind has the id, with the known id that is most like it.
fn unknown_id(what: &'static str, id: &str, known: Vec<&str>) -> Problem {
    let suggestion = nearest(id, known).map(str::to_owned);
    Problem::UnknownId { what, id: id.to_owned(), suggestion }
}

fn ids<T>(entries: &[T], id: impl Fn(&T) -> &String) -> Vec<&str> {
    entries.iter().map(|entry| id(entry).as_str()).collect()
}

/// The index at which each id occurs first.
fn first_indices(ids: Vec<&str>) -> HashMap<&str, usize> {
    let mut places = HashMap::new();
    for (place, id) in ids.into_iter().enumerate() {
        places.entry(id).or_insert(place);
    }
    places
}

/// The JSON path of a key of an observation; `key` begins with a dot, or is empty for the whole entry.
fn observation_path(observation: &Observation, key: &str) -> String {
    format!("$.observations[{}]{key}", observation.index)
}
