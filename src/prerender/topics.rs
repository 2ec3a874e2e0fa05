//! The data of one topic in one file, so that its page loads no more.

use std::path::Path;

use serde_json::Value;

use super::files::read;
use super::release::Files;
use crate::address::Page;
use crate::data::{Dataset, SHARE, write_share};

/// Adds, for each topic, its share of the data files in `data`, in the folder its page loads.
///
/// Entries keep their form; of each list only those of [`Dataset::of_topic`] are kept.
pub(super) fn add_topics(data: &Path, dataset: &Dataset, to: &mut Files) -> Result<(), String> {
    let manifest = parsed(data, "manifest.json")?;
    let files = &manifest["files"];
    let definitions = ["provinces", "indicators", "sources"].map(|list| {
        let file = files[list].as_str().unwrap_or_default();
        Ok((list, file, parsed(data, file)?))
    });
    let definitions: Result<Vec<(&str, &str, Value)>, String> = definitions.into_iter().collect();
    let definitions = definitions?;
    let names = files["observations"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let observations: Result<Vec<(&str, Value)>, String> =
        names.map(|file| Ok((file, parsed(data, file)?))).collect();
    let observations = observations?;

    for concept in dataset.concepts() {
        let folder = Page::Compare(concept.to_owned()).data_folder();
        let own = dataset.of_topic(concept);
        let definitions = definitions.iter().map(|(list, file, whole)| {
            let keeps = |id: &str| match *list {
                "provinces" => own.province(id).is_some(),
                "indicators" => own.indicator(id).is_some(),
                _ => own.source(id).is_some(),
            };
            (*file, only(whole, list, keeps).to_string())
        });
        let observations = observations.iter().map(|(file, whole)| {
            let kept = only(whole, "observations", |id| own.observation(id).is_some());
            (*file, kept.to_string())
        });
        let share = write_share(definitions.chain(observations));
        to.insert(format!("{folder}{SHARE}"), share.into_bytes());
    }
    Ok(())
}

/// The file with those entries of its list only whose id is kept.
fn only(whole: &Value, list: &str, keeps: impl Fn(&str) -> bool) -> Value {
    let mut file = whole.clone();
    if let Some(entries) = file.get_mut(list).and_then(Value::as_array_mut) {
        entries.retain(|entry| entry["id"].as_str().is_some_and(&keeps));
    }
    file
}

fn parsed(data: &Path, file: &str) -> Result<Value, String> {
    let text = read(&data.join(file))?;
    serde_json::from_str(&text).map_err(|error| {
        format!("{file}: found no JSON ({error}), expected a data file; run `tinhso check`")
    })
}
