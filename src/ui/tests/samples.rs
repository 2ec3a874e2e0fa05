//! Small datasets for the tests of the pages' words and figures. All figures here are made up.

use serde_json::{Value, json};

use crate::data::{Dataset, check};

const FILES: [(&str, &str); 3] = [
    ("provinces.json", include_str!("../../../tests/fixtures/good/provinces.json")),
    ("indicators.json", include_str!("../../../tests/fixtures/good/indicators.json")),
    ("sources.json", include_str!("../../../tests/fixtures/good/sources.json")),
];

/// A dataset of the definitions of `tests/fixtures/good` and of these figures, in this order.
pub(in crate::ui) fn world(figures: &[Value]) -> Dataset {
    let names: Vec<String> = (0..figures.len()).map(|idx| format!("{idx}.json")).collect();
    let manifest = json!({"schema": 1, "files": {
        "provinces": "provinces.json",
        "indicators": "indicators.json",
        "sources": "sources.json",
        "observations": names,
    }});
    let checked = check(&manifest.to_string(), |path| {
        if let Some((_, text)) = FILES.iter().find(|(name, _)| *name == path) {
            return Ok((*text).to_owned());
        }
        let idx = names.iter().position(|name| name == path).unwrap();
        let mut figure = figures[idx].clone();
        let province = figure.as_object_mut().unwrap().remove("province").unwrap();
        Ok(json!({"province": province, "observations": [figure]}).to_string())
    });
    assert_eq!(checked.loaded.findings, [], "a figure of the test itself is broken");
    checked.loaded.dataset
}

/// A reported result.
pub(in crate::ui) fn result(province: &str, indicator: &str, value: f64, period: &str) -> Value {
    json!({
        "id": format!("{province}/{indicator}/result/{period}"), "province": province,
        "indicator": indicator, "kind": "result", "value": value, "period": period,
        "basis": "reported", "source": "paper", "locator": "¶3",
    })
}

/// A target; no deadline for "".
pub(in crate::ui) fn target(province: &str, indicator: &str, value: f64, deadline: &str) -> Value {
    let due = if deadline.is_empty() { Value::Null } else { deadline.into() };
    json!({
        "id": format!("{province}/{indicator}/target/{deadline}"), "province": province,
        "indicator": indicator, "kind": "target", "value": value, "deadline": due,
        "basis": "reported", "source": "plan", "locator": "¶14",
    })
}

/// A figure with one key changed; null takes the key away.
pub(in crate::ui) fn with(mut figure: Value, key: &str, value: impl Into<Value>) -> Value {
    let value = value.into();
    let keys = figure.as_object_mut().unwrap();
    if value.is_null() {
        keys.remove(key);
    } else {
        keys.insert(key.to_owned(), value);
    }
    figure
}
