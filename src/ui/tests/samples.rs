//! Small datasets for the tests of the pages' words and figures. All figures here are made up.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::data::{Dataset, load};
use crate::i18n::Lang;

/// The ids of a percentage and of a ranking of provinces.
pub(in crate::ui) const BILLS: &str = "cashless-bills";
pub(in crate::ui) const INDEX: &str = "index-rank";

const FILES: [(&str, &str); 3] = [
    ("provinces.json", include_str!("../../../tests/fixtures/good/provinces.json")),
    ("indicators.json", include_str!("../../../tests/fixtures/good/indicators.json")),
    ("sources.json", include_str!("../../../tests/fixtures/good/sources.json")),
];

/// A dataset with the definitions of `tests/fixtures/good` and these figures, in this order.
pub(in crate::ui) fn dataset_of(figures: &[Value]) -> Dataset {
    let names: Vec<String> = (0..figures.len()).map(|idx| format!("{idx}.json")).collect();
    let manifest = json!({"schema": 1, "files": {
        "provinces": "provinces.json",
        "indicators": "indicators.json",
        "sources": "sources.json",
        "observations": names,
    }});
    let mut files: BTreeMap<String, Vec<u8>> =
        FILES.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    files.insert("manifest.json".to_owned(), manifest.to_string().into_bytes());
    for (name, figure) in names.into_iter().zip(figures) {
        let mut figure = figure.clone();
        let province = figure.as_object_mut().unwrap().remove("province").unwrap();
        let file = json!({"province": province, "observations": [figure]});
        files.insert(name, file.to_string().into_bytes());
    }
    let loaded = load(&files);
    assert_eq!(loaded.findings, [], "a figure of the test itself is broken");
    loaded.dataset
}

/// What `say` returns for these figures, in both languages.
pub(in crate::ui) fn in_both_languages<T>(
    figures: &[Value],
    say: impl Fn(Lang, &Dataset) -> T,
) -> [T; 2] {
    let dataset = dataset_of(figures);
    Lang::ALL.map(|lang| say(lang, &dataset))
}

/// A reported result.
pub(in crate::ui) fn result(province: &str, indicator: &str, value: f64, period: &str) -> Value {
    json!({
        "id": format!("{province}/{indicator}/result/{period}"), "province": province,
        "indicator": indicator, "kind": "result", "value": value, "period": period,
        "basis": "reported", "source": "paper", "locator": "¶3",
    })
}

/// A result: the share of bills paid without cash.
pub(in crate::ui) fn bills(province: &str, value: f64, period: &str) -> Value {
    result(province, BILLS, value, period)
}

/// A place in an edition of the ranking.
pub(in crate::ui) fn place(province: &str, rank: f64, base: u32, year: &str) -> Value {
    let figure = with_key(result(province, INDEX, rank, year), "base", base);
    with_key(figure, "id", format!("{province}/{INDEX}/result/{year}-of-{base}"))
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

/// A figure with one key changed; null removes the key.
pub(in crate::ui) fn with_key(mut figure: Value, key: &str, value: impl Into<Value>) -> Value {
    let value = value.into();
    let keys = figure.as_object_mut().unwrap();
    if value.is_null() {
        keys.remove(key);
    } else {
        keys.insert(key.to_owned(), value);
    }
    figure
}
