//! What the data say: the ledger on three days, and every comparison.

use std::collections::BTreeSet;

use serde_json::Value;
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

/// Whether two folders have the same files, and these differ only in values: leaves of the same type, or
/// keys and items that are left out as a whole. Such data are as good as any others: an editor may have
/// meant them, and an entry that is left out leaves nothing behind by which it could be missed.
pub(super) fn says_less_or_another_value(before: &Files, after: &Files) -> bool {
    before.keys().eq(after.keys())
        && before.iter().all(|(file, bytes)| match (json(bytes), json(&after[file])) {
            (Some(before), Some(after)) => is_less_or_another(&before, &after),
            _ => false,
        })
}

fn is_less_or_another(before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => after.iter().all(|(key, value)| {
            before
                .get(key)
                .is_some_and(|before| value.is_null() || is_less_or_another(before, value))
        }),
        (Value::Array(before), Value::Array(after)) => {
            let mut before = before.iter();
            // Each item is one of before, in the order of before.
            after.iter().all(|item| before.any(|earlier| is_less_or_another(earlier, item)))
        }
        (Value::String(_), Value::String(_))
        | (Value::Number(_), Value::Number(_))
        | (Value::Bool(_), Value::Bool(_))
        | (Value::Null, Value::Null) => true,
        _ => false,
    }
}
