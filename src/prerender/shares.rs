//! The part of the data that a page is written from, and the one its program loads, in one file.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::files::Data;
use super::release::Files;
use super::routes::pages;
use crate::address::Page;
use crate::data::{Dataset, Manifest, OF_OTHERS, SHARE, write_share};
use crate::ui::{INDICATORS_OF_RANKING, sources_of_methods};

/// What a page is written from, where that is not everything.
pub(super) fn written_from(dataset: &Dataset, page: &Page) -> Option<Dataset> {
    match page {
        Page::Compare(concept) | Page::Concept(concept) => Some(dataset.of_topic(concept)),
        Page::Ranking => Some(of_ranking(dataset)),
        Page::Sources => None,
        // Its figures are in no other part.
        Page::Province(id) if !dataset.is_followed(id) => None,
        _ => Some(dataset.clone().narrowed()),
    }
}

/// What the program of a page loads: enough for all of the page that it may write anew.
fn loaded_by(dataset: &Dataset, page: &Page) -> Option<Dataset> {
    if !page.loads_data(dataset) {
        return None;
    }
    match page {
        Page::Province(id) => Some(dataset.of_province(id)),
        page => written_from(dataset, page),
    }
}

fn of_ranking(dataset: &Dataset) -> Dataset {
    dataset.of_indicators(&INDICATORS_OF_RANKING, &sources_of_methods())
}

/// The share that each page's program loads, by its path: each page's own, and that of all others.
///
/// Entries keep their form; of each list only those of the part are kept.
pub(super) fn shares(data: &Data) -> Result<Files, String> {
    let files = Parsed::of(data)?;
    let mut shares = Files::new();
    for page in pages(&data.dataset).into_iter().map(|address| address.page) {
        let path = format!("{}{SHARE}", page.data_folder());
        if !shares.contains_key(&path)
            && let Some(part) = loaded_by(&data.dataset, &page)
        {
            shares.insert(path, files.share_of(&part).into_bytes());
        }
    }
    Ok(shares)
}

/// The data files as JSON, by their paths.
struct Parsed<'a> {
    manifest: &'a Manifest,
    files: BTreeMap<&'a str, Value>,
}

impl<'a> Parsed<'a> {
    fn of(data: &'a Data) -> Result<Self, String> {
        let parsed = data.texts.iter().map(|(path, text)| {
            let value = serde_json::from_str(text).map_err(|error| {
                format!("{path}: found no JSON ({error}), expected a data file; run `tinhso check`")
            });
            Ok((path.as_str(), value?))
        });
        Ok(Self { manifest: &data.manifest, files: parsed.collect::<Result<_, String>>()? })
    }

    /// The text of a part.
    fn share_of(&self, part: &Dataset) -> String {
        let Manifest { provinces, indicators, sources, observations, others, .. } = self.manifest;
        let lists = [
            self.list("provinces", [provinces], |id| part.province(id).is_some()),
            self.list("indicators", [indicators].into_iter().chain(&others.indicators), |id| {
                part.indicator(id).is_some()
            }),
            self.list("sources", [sources].into_iter().chain(&others.sources), |id| {
                part.source(id).is_some()
            }),
        ];
        let own = observations.iter().map(|path| ("observations/", path));
        let others = others.observations.iter().map(|path| (OF_OTHERS, path));
        let figures = own.chain(others).filter_map(|(folder, path)| {
            let file = self.files.get(path.as_str())?;
            let province = file["province"].as_str()?;
            let kept = entries(file, "observations", |id| part.observation(id).is_some());
            // That the site follows a province is told by its file, be there no figure in it.
            let is_told = !kept.is_empty() || part.own.iter().any(|own| own == province);
            let text = json!({ "province": province, "observations": kept }).to_string();
            is_told.then(|| (format!("{folder}{province}.json"), text))
        });
        write_share(lists.into_iter().chain(figures))
    }

    /// A list of definitions, which may stand in several files, as one.
    fn list<'p>(
        &self,
        name: &str,
        paths: impl IntoIterator<Item = &'p String>,
        keeps: impl Fn(&str) -> bool,
    ) -> (String, String) {
        let files = paths.into_iter().filter_map(|path| self.files.get(path.as_str()));
        let kept: Vec<&Value> = files.flat_map(|file| entries(file, name, &keeps)).collect();
        (format!("{name}.json"), json!({ name: kept }).to_string())
    }
}

/// The entries of a file's list whose id is kept.
fn entries<'v>(file: &'v Value, list: &str, keeps: impl Fn(&str) -> bool) -> Vec<&'v Value> {
    let all = file[list].as_array().into_iter().flatten();
    all.filter(|entry| entry["id"].as_str().is_some_and(&keeps)).collect()
}
