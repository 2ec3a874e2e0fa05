//! Does what a page does with its data, for `bench/country.mjs` to measure in a browser.
//!
//! The script puts the text of a shard into a global variable and calls `main`, which puts the times of each
//! part into another one. `main` may be called again. This way no function has to be exported: this package
//! forbids unsafe code, and Rust counts such an export as unsafe.
#![allow(missing_docs, reason = "a program, not a library")]

#[path = "made_up/columns.rs"]
#[allow(dead_code, reason = "the rows are written elsewhere")]
mod columns;
mod page;

use columns::from_columns;
use js_sys::{Array, Function, Reflect, global};
use tinhso::data::{Fetched, Loaded};
use wasm_bindgen::{JsCast, JsValue};

fn main() {
    // If the measurement fails, it sets no answer. The script reports that.
    let _ = measure();
}

fn measure() -> Result<(), JsValue> {
    let global_value = |key: &str| Reflect::get(&global(), &key.into());
    let performance = global_value("performance")?;
    let clock: Function = Reflect::get(&performance, &"now".into())?.dyn_into()?;
    let now = || clock.call0(&performance).map(|now| now.as_f64().unwrap_or_default());
    let is_of_rows = global_value("isOfRows")?.is_truthy();

    let started = now()?;
    let text = global_value("bundle")?.as_string().unwrap_or_default();
    let fetched = page::unbundle(&text);
    drop(text);
    let loaded = if is_of_rows { read_rows(&fetched) } else { page::read(&fetched) };
    let loaded_at = now()?;
    let n_promises = page::ledger(&loaded.dataset);
    let assessed_at = now()?;
    let n_seen = page::compare(&loaded.dataset);
    let compared_at = now()?;

    let found = [loaded.dataset.observations.len(), n_promises, n_seen, loaded.findings.len()];
    let times = [
        loaded_at - started,
        assessed_at - loaded_at,
        compared_at - assessed_at,
        compared_at - started,
    ];
    let mut answers: Array = times.into_iter().map(JsValue::from_f64).collect();
    answers.extend(found.into_iter().map(|n| JsValue::from_f64(n as f64)));
    Reflect::set(&global(), &"answers".into(), &answers)?;
    Ok(())
}

/// Reads the definitions as usual, and the figures from rows.
fn read_rows(fetched: &[Fetched]) -> Loaded {
    let mut loaded = page::read_definitions(fetched);
    for (path, text) in fetched.iter().filter(|(path, _)| path.contains('/')) {
        let figures = text.as_ref().ok().and_then(|text| from_columns(path, text));
        loaded.dataset.observations.extend(figures.unwrap_or_default());
    }
    loaded
}
