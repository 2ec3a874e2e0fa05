//! Reads an observation: the rules about which of its keys must stand together.

use super::entry::{Sink, read};
use super::json::Node;
use crate::data::finding::Problem;
use crate::data::observation::{Kind, Observation};

/// Reads an observation; its province is not set. `None` if it cannot be used; then the reason was
/// reported.
pub(super) fn read_observation(
    node: &Node,
    path: &str,
    sink: &mut Sink<'_>,
) -> Option<Observation> {
    let observation: Option<Observation> = read(node, path, sink);
    // These rules are about the keys as they stand, so that they are told along with other faults.
    let has_reading = check_reading(node, path, sink);
    let has_date = check_date(node, path, sink);
    observation.filter(|_| has_reading && has_date)
}

/// Whether exactly one of `value`, `missing` and `qualitative` stands.
fn check_reading(node: &Node, path: &str, sink: &mut Sink<'_>) -> bool {
    let (has_value, has_missing) = (node.has("value"), node.has("missing"));
    let is_qualitative = node.get("qualitative") == Some(&Node::Bool(true));
    // The wrong type of `qualitative` was reported already, and so was an entry that is no object.
    if !matches!(node, Node::Object(_)) || node.has("qualitative") && !is_flag(node) {
        return false;
    }
    if node.has("value_to") && !has_value {
        sink.report(format!("{path}.value_to"), Problem::RangeEndAlone);
        return false;
    }
    let is_result = node.get("kind").and_then(Node::as_text) == Some(Kind::Result.id());
    let (place, problem) = match (is_qualitative, has_value, has_missing) {
        (true, false, false) if is_result => {
            (format!("{path}.qualitative"), Problem::QualitativeResult)
        }
        (true, false, false) | (false, true, false) | (false, false, true) => return true,
        (true, _, _) => {
            let key = if has_value { "value" } else { "missing" };
            (format!("{path}.qualitative"), Problem::QualitativeWithValue { key })
        }
        (false, true, true) => (path.to_owned(), Problem::ValueAndMissing),
        (false, false, false) => (path.to_owned(), Problem::NeitherValueNorMissing),
    };
    sink.report(place, problem);
    false
}

fn is_flag(node: &Node) -> bool {
    matches!(node.get("qualitative"), Some(Node::Bool(_)))
}

/// Whether a result has its period, and a target the key `deadline`, which may be null.
fn check_date(node: &Node, path: &str, sink: &mut Sink<'_>) -> bool {
    let kind = node.get("kind").and_then(Node::as_text);
    let (key, is_nullable) = match kind {
        Some(kind) if kind == Kind::Result.id() => ("period", false),
        Some(kind) if kind == Kind::Target.id() => ("deadline", true),
        _ => return true,
    };
    match node.get(key) {
        None => sink.report(path, Problem::MissingKey { key }),
        Some(Node::Null) if !is_nullable => {
            let (found, expected) = ("null".to_owned(), "a date".to_owned());
            sink.report(format!("{path}.{key}"), Problem::WrongType { found, expected });
        }
        Some(_) => return true,
    }
    false
}
