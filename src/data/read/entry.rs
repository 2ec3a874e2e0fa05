//! Reads a value of the model from JSON, and reports every fault of it.
//!
//! serde's derived code stops at the first fault. So the value is read again after each fault, with a
//! stand-in in the place of the faulty part, until serde reaches the end. The model's own derived
//! `Deserialize` is all that says which keys there are and what they hold.

use std::collections::HashSet;

use serde::de::DeserializeOwned;

use super::fault::{Fault, FaultKind};
use super::json::Node;
use super::path::Path;
use super::value::{Attempts, UnknownKey, Value};
use crate::data::check::text::text_fault;
use crate::data::finding::{Finding, Problem};
use crate::data::suggest::nearest;

/// How many faults of one entry are told. A list of a hundred thousand wrong items is read that many
/// times, not more.
const MAX_FAULTS: usize = 20;

/// Collects the findings of one file.
pub(super) struct Sink<'a> {
    pub(super) file: &'a str,
    pub(super) findings: &'a mut Vec<Finding>,
}

impl Sink<'_> {
    pub(super) fn report(&mut self, path: impl Into<String>, problem: Problem) {
        self.findings.push(Finding::new(self.file, path, problem));
    }
}

/// Reads a value. `None` if it cannot be used; then something was reported. What leaves it usable (an
/// unknown key, a faulty text) is reported, too.
pub(super) fn read<T: DeserializeOwned>(node: &Node, path: &str, sink: &mut Sink<'_>) -> Option<T> {
    let n_before = sink.findings.len();
    let mut attempts = Attempts::default();
    let found = read_all_faults(node, path, sink, &mut attempts);
    let mut unknown = HashSet::new();
    for UnknownKey { path, key, known } in attempts.unknown.take() {
        if !unknown.insert(format!("{path}.{key}")) {
            continue;
        }
        let suggestion = nearest(&key, known.iter().copied()).map(str::to_owned);
        sink.report(path, Problem::UnknownKey { key, suggestion });
    }
    let told = sink.findings.iter().skip(n_before).map(|finding| finding.path.clone()).collect();
    let mut check = TextCheck { told, unknown, sink, n_faults: 0, is_usable: true };
    check.visit(node, Path::Start(path));
    let is_usable = check.is_usable;
    found.filter(|_| is_usable)
}

fn read_all_faults<T: DeserializeOwned>(
    node: &Node,
    start: &str,
    sink: &mut Sink<'_>,
    attempts: &mut Attempts,
) -> Option<T> {
    let mut n_faults = 0;
    loop {
        attempts.unknown.take();
        let value = Value { node, path: Path::Start(start), attempts };
        let fault = match T::deserialize(value) {
            Ok(found) => return Some(found).filter(|_| n_faults == 0),
            Err(fault) => fault,
        };
        let Fault { path, kind } = fault.or_at(Path::Start(start));
        let path = path.unwrap_or_default();
        let (reported_at, told) = match kind {
            // The null of a key may mean that it is left out; the item of a list cannot be left out.
            FaultKind::Null { expected } if path != start && !path.ends_with(']') => {
                attempts.nulls.insert(path, expected);
                continue;
            }
            FaultKind::MissingKey { key } => {
                let at = format!("{path}.{key}");
                match attempts.nulls.get(&at) {
                    // The key does stand, with null, where null is not allowed.
                    Some(expected) => {
                        let expected = expected.clone();
                        (at.clone(), (at, FaultKind::Null { expected }.into_problem(None)))
                    }
                    None => (at, (path, FaultKind::MissingKey { key }.into_problem(None))),
                }
            }
            kind => {
                let problem = kind.into_problem(at_path(node, start, &path));
                (path.clone(), (path, problem))
            }
        };
        let is_new = attempts.reported.insert(reported_at.clone());
        sink.report(told.0, told.1);
        n_faults += 1;
        if !is_new || n_faults == MAX_FAULTS || reported_at == start {
            return None;
        }
    }
}

/// The value at a path that begins with `start`; `None` if there is none.
fn at_path<'a>(node: &'a Node, start: &str, path: &str) -> Option<&'a Node> {
    let mut node = node;
    for step in path.strip_prefix(start)?.split(['.', '[']).filter(|step| !step.is_empty()) {
        node = match step.strip_suffix(']') {
            Some(idx) => node.items().get(idx.parse::<usize>().ok()?)?,
            None => node.get(step)?,
        };
    }
    Some(node)
}

/// Looks at every text of a value, and for keys that are given twice.
struct TextCheck<'s, 'f> {
    /// The places of which something was reported already: nothing more is told of the texts there.
    told: HashSet<String>,
    /// The places of keys that the model does not have. What stands in them is to be removed with them.
    unknown: HashSet<String>,
    sink: &'s mut Sink<'f>,
    n_faults: usize,
    is_usable: bool,
}

impl TextCheck<'_, '_> {
    fn visit(&mut self, node: &Node, path: Path<'_>) {
        match node {
            Node::Text(text) if self.n_faults < MAX_FAULTS => self.visit_text(text, path),
            Node::List(items) => {
                for (idx, item) in items.iter().enumerate() {
                    self.visit(item, Path::Item(&path, idx));
                }
            }
            Node::Object(keys) => {
                for key in repeated(keys) {
                    let path = Path::Key(&path, key);
                    if !self.is_unknown(path) {
                        self.is_usable = false;
                        let problem =
                            Problem::RepeatedKey { key: key.to_owned(), first_line: None };
                        self.report(path, problem);
                    }
                }
                for (key, value) in keys {
                    let path = Path::Key(&path, key);
                    if !self.is_unknown(path) {
                        self.visit(value, path);
                    }
                }
            }
            Node::Text(_) | Node::Null | Node::Bool(_) | Node::Number(_) => {}
        }
    }

    fn is_unknown(&self, path: Path<'_>) -> bool {
        !self.unknown.is_empty() && self.unknown.contains(&path.to_string())
    }

    fn visit_text(&mut self, text: &str, path: Path<'_>) {
        let problem = if text.trim().is_empty() {
            Problem::EmptyText
        } else if let Some(fault) = text_fault(text) {
            Problem::FaultyText(fault)
        } else {
            return;
        };
        if self.told.is_empty() || !self.told.contains(&path.to_string()) {
            self.report(path, problem);
        }
    }

    /// Reports a fault, if it is one of the first. Each has its path, and a key in that may be long.
    fn report(&mut self, path: Path<'_>, problem: Problem) {
        if self.n_faults < MAX_FAULTS {
            self.n_faults += 1;
            let path = path.to_string();
            // Of a place that stands twice, because a key on the way to it does, nothing is told twice.
            let mut earlier = self.sink.findings.iter().rev().take(self.n_faults);
            if earlier.any(|finding| finding.path == path && finding.problem == problem) {
                return;
            }
            self.sink.report(path, problem);
        }
    }
}

/// The keys that are given more than once, each once.
fn repeated(keys: &[(String, Node)]) -> Vec<&str> {
    let mut names: Vec<&str> = keys.iter().map(|(key, _)| key.as_str()).collect();
    names.sort_unstable();
    let mut found: Vec<&str> = Vec::new();
    for pair in names.windows(2) {
        if let [a, b] = pair
            && a == b
            && found.last().is_none_or(|last| *last != *a)
        {
            found.push(*a);
        }
    }
    found
}
