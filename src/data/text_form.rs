//! Whether all text of a file is in Unicode's composed form (NFC), so that a search finds it and two
//! equal words are equal bytes.

use serde_json::Value;
use unicode_normalization::is_nfc;

use super::finding::{Finding, Problem};

/// One finding per text of the file, key or value, that is not NFC. A text that is no JSON has none:
/// reading it says so.
pub fn check_text_form(file: &str, text: &str) -> Vec<Finding> {
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
