//! Checks that all text of a file is in Unicode's composed form (NFC), so that searches find it and
//! equal words are equal bytes.

use serde_json::Value;
use unicode_normalization::is_nfc;

use super::finding::{Finding, Problem};

/// One finding for each text of the file, key or value, that is not in NFC. Text that is not JSON has
/// no finding here, because the reader reports it.
pub fn check_nfc(file: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        visit(file, "$", &value, &mut findings);
    }
    findings
}

fn visit(file: &str, path: &str, value: &Value, findings: &mut Vec<Finding>) {
    let mut check = |path: &str, text: &str| {
        if !is_nfc(text) {
            let problem = Problem::NotNfc { found: text.to_owned() };
            findings.push(Finding { file: file.to_owned(), path: path.to_owned(), problem });
        }
    };
    match value {
        Value::String(text) => check(path, text),
        Value::Array(items) => {
            for (idx, item) in items.iter().enumerate() {
                visit(file, &format!("{path}[{idx}]"), item, findings);
            }
        }
        Value::Object(map) => {
            map.keys().for_each(|key| check(path, key));
            for (key, item) in map {
                visit(file, &format!("{path}.{key}"), item, findings);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
