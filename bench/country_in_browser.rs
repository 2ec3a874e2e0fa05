//! Does what a page does with its data, for `bench/country.mjs` to measure in a browser.
//!
//! The script puts the bundle of a shard into a global variable and calls `main`, which puts the times
//! into another one. `main` may be called again. This way no function has to be exported: this package
//! forbids unsafe code, and Rust counts such an export as unsafe.
#![allow(missing_docs, reason = "a program, not a library")]

mod page;

use js_sys::{Array, Function, Reflect, global};
use tinhso::data::read_bundle;
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

    let started = now()?;
    let text = global_value("bundle")?.as_string().unwrap_or_default();
    let dataset = read_bundle(&text).map_err(|error| error.to_string())?;
    drop(text);
    let read_at = now()?;
    let (n_promises, n_seen) = (page::ledger(&dataset), page::compare(&dataset));
    let finished_at = now()?;

    let found = [dataset.observations.len(), n_promises, n_seen];
    let times = [read_at - started, finished_at - started];
    let mut answers: Array = times.into_iter().map(JsValue::from_f64).collect();
    answers.extend(found.into_iter().map(|n| JsValue::from_f64(n as f64)));
    Reflect::set(&global(), &"answers".into(), &answers)?;
    Ok(())
}
