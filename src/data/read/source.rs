//! Reads a source. Readers are never given a link that is not of the web.

use super::entry::{Sink, read};
use super::json::Node;
use crate::data::finding::Problem;
use crate::data::model::Source;

/// Reads a source. A link that cannot be followed is reported and left out.
pub(super) fn read_source(node: &Node, path: &str, sink: &mut Sink<'_>) -> Option<Source> {
    let mut source: Source = read(node, path, sink)?;
    drop_faulty(&mut source.url, || format!("{path}.url"), sink);
    drop_faulty(&mut source.archived, || format!("{path}.archived"), sink);
    Some(source)
}

/// Reports a link that cannot be followed, and leaves it out.
fn drop_faulty(link: &mut Option<String>, path: impl FnOnce() -> String, sink: &mut Sink<'_>) {
    let Some(problem) = link.as_deref().and_then(link_problem) else { return };
    // An empty text was reported already.
    if link.take().is_some_and(|link| !link.trim().is_empty()) {
        sink.report(path(), problem);
    }
}

/// Why a text is no link that a reader may be given: it is not http(s), has no host, or holds a user's
/// name or a password.
fn link_problem(link: &str) -> Option<Problem> {
    let lower = link.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#', '\\']).next()).unwrap_or_default();
    if host.contains('@') {
        return Some(Problem::LinkWithUser { found: link.to_owned() });
    }
    let is_whole = !host.is_empty() && !link.contains(|c: char| c.is_whitespace() || c == '\\');
    (!is_whole).then(|| Problem::NotALink { found: link.to_owned() })
}
