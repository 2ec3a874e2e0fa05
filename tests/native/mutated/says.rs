//! What the data say: the ledger on three days, and every comparison.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use tinhso::compare::{Ledger, YearFilter, pairs};
use tinhso::data::Dataset;

use super::{Files, json};
use crate::support::day;

/// Every row of the ledger and of the comparisons, whatever their order.
///
/// `provinces` is the order in which provinces are compared, so that the order of the file tells nothing.
pub(super) fn says(dataset: &Dataset, provinces: &[&str]) -> BTreeSet<String> {
    let mut rows = BTreeSet::new();
    for date in ["2023-06-30", "2024-12-31", "2026-11-22"] {
        for row in Ledger::new(dataset).assess_all(day(date)) {
            let evidence: BTreeSet<&str> = row.evidence.iter().map(|o| o.id.as_str()).collect();
            rows.insert(format!(
                "{date} {} {} {:?} {evidence:?} {:?} {:?} {:?} {:?}",
                row.target.id,
                row.target.indicator,
                row.state,
                row.gap,
                row.achieved_pace,
                row.needed_pace,
                row.days_left
            ));
        }
    }
    for concept in dataset.concepts() {
        for pair in pairs(dataset, concept, provinces, YearFilter::Latest) {
            rows.insert(format!("{concept} {} {} {:?}", pair.a.id, pair.b.id, pair.comparison));
        }
    }
    rows
}

/// Keys that may be left out, and may be null: without one the data say less, and nobody can miss it.
/// (`deadline` must stand in a target and `period` in a result, which the check asks for by itself.)
const OPTIONAL: [&str; 35] = [
    "$schema",
    "groups",
    "others",
    "aliases",
    "until",
    "successor",
    "took_in",
    "range",
    "breaks",
    "method_unknown",
    "editions",
    "published_not_before",
    "via",
    "archived",
    "retrieved",
    "comparator",
    "base",
    "period",
    "deadline",
    "judged",
    "made",
    "document",
    "said_by",
    "unit_as_of",
    "fragment",
    "also",
    "checked_by",
    "note",
    "caveat",
    "draft",
    "reply",
    "inferred",
    "disputes",
    "derived_from",
    "supersedes",
];

/// Keys that must stand, with null where nothing is known.
const NULLABLE: [&str; 7] =
    ["better", "title", "publisher", "author", "published", "url", "deadline"];

/// Whether two folders have the same files, and these differ only in
///
/// - values: leaves of the same type, or null where null means that nothing is known,
/// - optional keys, which stand in one and not in the other,
/// - items of lists that are left out as a whole.
///
/// Such data are as good as any others: an editor may have meant them, and an entry that is left out
/// leaves nothing behind by which it could be missed.
pub(super) fn says_less_or_another_value(before: &Files, after: &Files) -> bool {
    before.keys().eq(after.keys())
        && before.iter().all(|(file, bytes)| {
            bytes == &after[file]
                || match (json(bytes), json(&after[file])) {
                    (Some(before), Some(after)) => is_less_or_another("", &before, &after),
                    _ => false,
                }
        })
}

/// Whether this is so of two values of a key, or of two items of its list.
fn is_less_or_another(key: &str, before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            before.keys().chain(after.keys()).all(|key| {
                // Null is as good as left out where a key may be left out.
                let is_optional = OPTIONAL.contains(&key.as_str());
                let of = |object: &Map<String, Value>| {
                    object.get(key).filter(|value| !is_optional || !value.is_null()).cloned()
                };
                match (of(before), of(after)) {
                    (Some(before), Some(after)) => is_less_or_another(key, &before, &after),
                    _ => is_optional,
                }
            })
        }
        (Value::Array(before), Value::Array(after)) => {
            let mut before = before.iter();
            // Each item is one of before, in the order of before.
            after.iter().all(|item| before.any(|earlier| is_less_or_another(key, earlier, item)))
        }
        (Value::String(_), Value::String(_))
        | (Value::Number(_), Value::Number(_))
        | (Value::Bool(_), Value::Bool(_)) => true,
        (before, after) => {
            before == after || NULLABLE.contains(&key) && (before.is_null() || after.is_null())
        }
    }
}
