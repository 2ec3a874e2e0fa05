//! Bundles: a written part is read back as the same, and other texts are rejected.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use proptest::prelude::*;
use serde_json::{Value, json};
use tinhso::compare::{
    Dispute, Ledger, MERGER_LISTS, MERGER_RESOLUTION, Part, State, disputes, unmeasured,
};
use tinhso::data::{
    BilingualText, Dataset, Indicator, Observation, Topic, read_bundle, write_bundle,
};

use crate::promise_world::any_world;
use crate::support::{Files, day, real_data};

const AN_HAI: &str = "observations/an-hai.json";

/// The fixture, with An Hải as a province that the site does not follow.
fn apart() -> Files {
    let manifest: Value = serde_json::from_str(Files::good().get("manifest.json")).unwrap();
    let mut observations = manifest["files"]["observations"].clone();
    observations.as_array_mut().unwrap().retain(|path| path != AN_HAI);
    let groups = json!({ "others": { "observations": [AN_HAI] } });
    Files::good().set("manifest.json", "/files/observations", observations).set(
        "manifest.json",
        "/groups",
        groups,
    )
}

/// The datasets whose parts the tests check.
fn datasets() -> &'static [(&'static str, Dataset); 3] {
    static ALL: OnceLock<[(&str, Dataset); 3]> = OnceLock::new();
    ALL.get_or_init(|| {
        [("real", real_data()), ("good", Files::good().dataset()), ("apart", apart().dataset())]
    })
}

/// A part of one of the datasets.
struct Extracted {
    /// The name of the dataset.
    of: &'static str,
    part: Part,
    dataset: Dataset,
    /// The text of its bundle.
    text: String,
}

impl Extracted {
    fn name(&self) -> String {
        format!("{}: {:?}", self.of, self.part)
    }
}

/// Every part of the datasets, taken out once for all tests.
fn parts() -> &'static [Extracted] {
    static ALL: OnceLock<Vec<Extracted>> = OnceLock::new();
    ALL.get_or_init(|| {
        let of = |(name, dataset): &(&'static str, Dataset)| -> Vec<Extracted> {
            let all = Part::all(dataset).into_iter();
            let extract = |part: Part| {
                let dataset = part.extract(dataset);
                Extracted { of: name, text: write_bundle(&dataset), dataset, part }
            };
            all.map(extract).collect()
        };
        let found: Vec<Extracted> = datasets().iter().flat_map(of).collect();
        assert!(found.len() > 60, "{}", found.len());
        found
    })
}

/// A part of the dataset with this name.
fn part_of(name: &str, part: &Part) -> &'static Dataset {
    let is_asked_for = |found: &&Extracted| found.of == name && found.part == *part;
    &parts().iter().find(is_asked_for).unwrap().dataset
}

/// The data as a bundle holds them: without the file and the index of each observation.
fn without_places(mut dataset: Dataset) -> Dataset {
    let place = |o: &mut Observation| {
        o.file = "".into();
        o.index = 0;
    };
    dataset.observations.iter_mut().for_each(place);
    dataset.replaced.iter_mut().for_each(place);
    dataset
}

fn ids(dataset: &Dataset) -> Vec<&str> {
    dataset.observations.iter().map(|o| o.id.as_str()).collect()
}

/// The bundle of a file, read.
fn bundle(dataset: &Dataset, file: &str) -> Dataset {
    let part = Part::all(dataset).into_iter().find(|part| part.file_name() == file).unwrap();
    read_bundle(&write_bundle(&part.extract(dataset))).unwrap()
}

/// The index at a fraction of a text's length.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a text")]
fn place_in(text: &str, at: f64) -> usize {
    let mut place = (at * text.len() as f64) as usize;
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}

#[test]
fn a_bundle_holds_its_part() {
    for part in parts() {
        let name = part.name();
        let read = read_bundle(&part.text).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(read == without_places(part.dataset.clone()), "{name}: another one is read");
    }
}

#[test]
fn a_topic_has_its_figures_of_all_provinces_and_every_part_the_same_topics() {
    for (name, dataset) in datasets() {
        for concept in dataset.concepts() {
            let part = part_of(name, &Part::Topic(concept.to_owned()));
            let indicators = dataset.indicators_of(concept);
            let is_own = |o: &&Observation| indicators.iter().any(|i| i.id == o.indicator);
            let all: BTreeSet<&str> =
                dataset.entries().filter(is_own).map(|o| o.id.as_str()).collect();
            let found: BTreeSet<&str> =
                part.entries().filter(is_own).map(|o| o.id.as_str()).collect();
            assert_eq!(found, all, "{name}: {concept}");
            assert_eq!(part.concepts(), dataset.concepts(), "{name}: {concept}");
            assert_eq!(followed_ids(part), followed_ids(dataset), "{name}: {concept}");
        }
    }
}

#[test]
fn what_was_promised_is_there_with_all_results_on_it_and_a_summary_of_the_other_topics() {
    for (name, dataset) in datasets() {
        let part = part_of(name, &Part::Followed);
        let promised = dataset.promised_concepts();
        let is_promised = |o: &&Observation| {
            let concept = dataset.indicator(&o.indicator).map(|i| i.concept.as_str());
            !dataset.is_of_others(o) && concept.is_some_and(|concept| promised.contains(&concept))
        };
        for figure in dataset.observations.iter().filter(is_promised) {
            assert!(part.observation(&figure.id).is_some(), "{name}: {}", figure.id);
        }
        assert!(part.observations.iter().all(|o| !dataset.is_of_others(o)), "{name}");
        assert_eq!(part.topic_list(), dataset_summaries(dataset, part), "{name}");
        assert_eq!(followed_ids(part), followed_ids(dataset), "{name}");
    }
    let real = real_data();
    let n_promised = real.promised_concepts().len();
    assert!(n_promised > 30 && n_promised < real.concepts().len());
}

fn followed_ids(dataset: &Dataset) -> Vec<&str> {
    dataset.followed().into_iter().map(|province| province.id.as_str()).collect()
}

/// The topics as counted from all figures, with the names and aliases of the indicators that a part leaves out.
fn dataset_summaries(dataset: &Dataset, part: &Dataset) -> Vec<Topic> {
    let mut topics = dataset.topic_list();
    for topic in &mut topics {
        let left_out = dataset.indicators_of(&topic.concept).into_iter();
        let left_out = left_out.filter(|i| part.indicator(&i.id).is_none());
        let summary = topic.summary.as_mut().unwrap();
        let aliases = |i: &Indicator| {
            let all = i.aliases.vi.iter().chain(&i.aliases.en);
            all.map(|name| BilingualText { vi: name.clone(), en: name.clone() }).collect::<Vec<_>>()
        };
        let names = left_out.flat_map(|i| std::iter::once(i.name.clone()).chain(aliases(i)));
        summary.names = names.collect();
    }
    topics
}

#[test]
fn a_followed_province_has_its_promises_and_what_shows_that_it_does_not_report() {
    for (name, dataset) in datasets() {
        for province in dataset.followed() {
            let part = part_of(name, &Part::Province(province.id.clone()));
            let told = format!("{name}: {}", province.id);
            let of = |dataset: &Dataset| -> Vec<(String, Vec<String>, Vec<String>, bool)> {
                unmeasured(dataset, &province.id)
                    .into_iter()
                    .map(|topic| {
                        let targets = topic.targets.iter().map(|o| o.id.clone()).collect();
                        let by = topic.measured_provinces.iter().map(|p| p.id.clone()).collect();
                        (topic.concept.to_owned(), targets, by, topic.is_country_measured)
                    })
                    .collect()
            };
            assert_eq!(of(part), of(dataset), "{told}");
            for day in ["2024-01-15", "2026-11-29"].map(day) {
                let states = |dataset: &Dataset| -> Vec<(String, State)> {
                    let ledger = Ledger::new(dataset);
                    let own = ledger.targets(day).filter(|o| o.province == province.id);
                    own.filter_map(|o| Some((o.id.clone(), ledger.assess(o, day)?.state))).collect()
                };
                assert_eq!(states(part), states(dataset), "{told}");
            }
        }
    }
}

/// What a page says of a figure and of the mergers, it finds in its part.
#[test]
fn a_part_has_the_definitions_and_sources_that_it_names_and_few_others() {
    for (name, dataset) in datasets() {
        for part in Part::all(dataset) {
            let found = part_of(name, &part);
            let told = format!("{name}: {part:?}");
            for o in found.entries() {
                assert!(found.indicator(&o.indicator).is_some(), "{told}: {}", o.id);
                assert!(found.source(&o.source).is_some(), "{told}: {}", o.id);
                assert!(
                    o.also.iter().all(|a| found.source(&a.source).is_some()),
                    "{told}: {}",
                    o.id
                );
            }
            let mut editions = found.indicators.iter().flat_map(|i| &i.editions);
            let is_read = matches!(part, Part::Topic(_) | Part::Province(_) | Part::Followed);
            assert!(!is_read || editions.all(|e| found.source(&e.source).is_some()), "{told}");
        }
        let followed = part_of(name, &Part::Followed);
        for id in MERGER_LISTS.into_iter().chain([MERGER_RESOLUTION]) {
            assert_eq!(followed.source(id), dataset.source(id), "{name}: {id}");
        }
        assert_eq!(followed.concepts(), dataset.concepts(), "{name}");
        for concept in dataset.promised_concepts() {
            assert_eq!(followed.indicators_of(concept), dataset.indicators_of(concept), "{name}");
        }
        for concept in dataset.concepts() {
            let topic = part_of(name, &Part::Topic(concept.to_owned()));
            assert_eq!(topic.indicators_of(concept), dataset.indicators_of(concept), "{name}");
        }
        let is_used = |id: &str| {
            let editions = followed.indicators.iter().flat_map(|i| &i.editions);
            followed.entries().any(|o| o.names_source(id))
                || editions.map(|e| &e.source).any(|source| source == id)
                || MERGER_LISTS.into_iter().chain([MERGER_RESOLUTION]).any(|list| list == id)
        };
        let unused = followed.sources.iter().find(|source| !is_used(&source.id));
        assert!(unused.is_none(), "{name}: {unused:?}");
        let is_of_topic = |concept: &String| dataset.concepts().contains(&concept.as_str());
        assert!(followed.indicators.iter().all(|i| is_of_topic(&i.concept)), "{name}");
    }
}

#[test]
fn all_that_is_replaced_lost_or_set_apart_is_in_a_bundle() {
    let real = real_data();
    assert!(!real.replaced.is_empty() && !real.others.is_empty());
    let sources = bundle(&real, "sources.json");
    assert_eq!(sources.replaced.len(), real.replaced.len());
    assert_eq!(sources.others, real.others);
    assert_eq!(sources.provinces_with_file, real.provinces_with_file);
    let lost = Files::good().without(AN_HAI).dataset();
    assert_eq!(bundle(&lost, "followed.json").lost, ["an-hai"]);
}

#[test]
fn a_bundle_tells_which_provinces_the_site_does_not_follow() {
    let dataset = apart().dataset();
    let sources = bundle(&dataset, "sources.json");
    assert_eq!(sources.others, ["an-hai"]);
    for file in ["sources.json", "followed.json", "province-an-hai.json"] {
        let found = bundle(&dataset, file);
        assert!(!found.is_followed("an-hai"), "{file}");
        assert!(!found.provinces_with_file.contains(&"an-hai".to_owned()), "{file}");
    }
    for file in ["sources.json", "followed.json"] {
        assert!(bundle(&dataset, file).is_followed("binh-son"), "{file}");
    }
    let has_figures = |found: &Dataset| ids(found).iter().any(|id| id.starts_with("an-hai/"));
    assert!(has_figures(&sources), "it has figures");
    assert!(has_figures(&bundle(&dataset, "province-an-hai.json")));
    assert!(!has_figures(&bundle(&dataset, "followed.json")));
}

const TABLE: &str = "tables/bills.csv";

/// The data with the figures under these ids as cells of a table.
fn with_table(mut dataset: Dataset, cells: &[&str]) -> Dataset {
    for o in dataset.observations.iter_mut().filter(|o| cells.contains(&o.id.as_str())) {
        o.file = TABLE.into();
    }
    let title = BilingualText { vi: "Hóa đơn".into(), en: "Bills".into() };
    dataset.count_table_figures(&[(TABLE.to_owned(), title)]);
    dataset
}

#[test]
fn the_list_of_sources_has_the_number_of_the_figures_of_a_table_and_not_the_figures() {
    let plain = apart().dataset();
    let is_alone = |o: &&Observation| {
        o.disputes.is_empty() && plain.entries().all(|other| !other.disputes.contains(&o.id))
    };
    let cells: Vec<&str> =
        plain.observations.iter().filter(is_alone).map(|o| o.id.as_str()).collect();
    let dataset = with_table(plain.clone(), &cells);
    let counted: usize = dataset.table_counts.iter().map(|count| count.n_figures).sum();
    assert_eq!(counted, cells.len());
    for count in &dataset.table_counts {
        let all = plain.observations.iter().filter(|o| o.source == count.source);
        let of_table = all.filter(|o| cells.contains(&o.id.as_str()));
        assert_eq!((count.path.as_str(), count.n_figures), (TABLE, of_table.count()));
    }
    let sources = bundle(&dataset, "sources.json");
    assert_eq!(sources.table_counts, dataset.table_counts);
    assert!(ids(&sources).iter().all(|id| !cells.contains(id)));
    assert_eq!(sources.observations.len() + cells.len(), plain.observations.len());
    assert!(sources.sources == plain.sources && sources.provinces == plain.provinces);
    // What follows from the figures is known without them.
    assert_eq!(sources.concepts(), plain.concepts());
    assert_eq!(sources.followed(), plain.followed());
    for part in Part::all(&dataset).into_iter().filter(|part| *part != Part::Sources) {
        let of = |dataset: &Dataset| {
            let mut found = without_places(part.extract(dataset));
            // Figures of tables have places of their own.
            found.observations.sort_by(|a, b| a.id.cmp(&b.id));
            found
        };
        assert!(of(&dataset) == of(&plain), "{part:?}");
    }
}

#[test]
fn a_figure_of_a_table_that_is_disputed_stays_in_the_list_of_sources() {
    let plain = real_data();
    let disputed: Vec<&str> = plain
        .observations
        .iter()
        .filter(|o| plain.entries().any(|other| other.disputes.contains(&o.id)))
        .map(|o| o.id.as_str())
        .collect();
    assert!(!disputed.is_empty());
    let dataset = with_table(plain.clone(), &disputed);
    let sources = bundle(&dataset, "sources.json");
    assert!(disputed.iter().all(|id| sources.observation(id).is_some()));
    let figures_of = |dataset: &Dataset| -> Vec<Vec<String>> {
        let of = |d: &Dispute<'_>| d.figures.iter().map(|o| o.id.clone()).collect();
        let mut found: Vec<Vec<String>> = disputes(dataset).iter().map(of).collect();
        // Figures of tables have places of their own in a part.
        found.sort();
        found
    };
    assert_eq!(figures_of(&sources), figures_of(&plain));
}

/// The keys that must stand and may be null.
const MAY_BE_NULL: [&str; 8] =
    ["better", "title", "publisher", "author", "published", "url", "names", "values"];

#[test]
fn a_bundle_is_one_json_object_that_leaves_out_what_reads_the_same_without() {
    fn assert_says_something(value: &Value, path: &str) {
        match value {
            // Where null says that something is not known, the key must stand.
            Value::Null => {
                let key = path.rsplit('.').next().unwrap();
                assert!(MAY_BE_NULL.contains(&key), "{path}: null");
            }
            Value::Array(items) => {
                assert!(!items.is_empty(), "{path}: an empty list");
                for item in items {
                    assert_says_something(item, path);
                }
            }
            Value::Object(fields) => {
                for (key, field) in fields {
                    assert_says_something(field, &format!("{path}.{key}"));
                }
            }
            Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    for part in parts() {
        let (name, text) = (part.name(), &part.text);
        let value: Value = serde_json::from_str(text).unwrap();
        assert!(value.is_object(), "{name}");
        assert_says_something(&value, &name);
        // Where an entry stands in a file of this disk is nobody's concern.
        assert!(!text.contains("\"file\":") && !text.contains("\"index\":"), "{name}");
    }
}

#[test]
fn equal_data_give_equal_bytes() {
    for part in parts() {
        // Nobody can tell from a bundle which figures are of a table.
        if !part.dataset.observations.iter().any(Observation::is_of_table) {
            let read = read_bundle(&part.text).unwrap();
            assert!(write_bundle(&read) == part.text, "{}: read and written", part.name());
        }
    }
    let again = datasets().iter().flat_map(|(_, dataset)| Part::bundles(dataset));
    for ((file, text), part) in again.zip(parts()) {
        assert_eq!(file, part.part.file_name());
        assert!(text == part.text, "{}", part.name());
    }
}

#[test]
fn every_part_has_a_file_of_its_own_whose_name_is_safe() {
    for (name, dataset) in datasets() {
        let parts = Part::all(dataset);
        let files: Vec<String> = parts.iter().map(Part::file_name).collect();
        // Some disks know no capitals.
        let distinct: BTreeSet<String> = files.iter().map(|file| file.to_lowercase()).collect();
        assert_eq!(distinct.len(), files.len(), "{name}");
        for file in &files {
            assert!(is_safe(file), "{name}: {file}");
        }
        for topic in dataset.concepts() {
            assert!(parts.contains(&Part::Topic(topic.to_owned())), "{name}: {topic}");
        }
        for unit in dataset.units() {
            let has_own = parts.contains(&Part::Province(unit.id.clone()));
            assert!(has_own, "{name}: {}", unit.id);
        }
    }
}

/// Whether a file name is safe on any file system and needs no escaping in a URL.
fn is_safe(file: &str) -> bool {
    let stem = file.strip_suffix(".json").unwrap_or_default();
    !stem.is_empty()
        && stem.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The data may have any id, so its characters are escaped in file names and URLs.
#[test]
fn whatever_an_id_is_its_file_is_one_of_its_folder_and_the_same_in_an_address() {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~%".contains(c);
    for id in ["a/b", "/../../b", "a?b", "a#b", "a%2fb", "a\\b", "a b", "a:b"] {
        for part in [Part::Topic(id.to_owned()), Part::Province(id.to_owned())] {
            let file = part.file_name();
            assert!(file.chars().all(is_plain), "{file}");
        }
    }
}

#[test]
fn what_is_no_bundle_is_said_to_be_none() {
    for text in [
        "",
        "null",
        "<!DOCTYPE html>\n<p>404</p>\n",
        "\":",
        // What some other server may answer: nobody could say what such data lack.
        "{}",
        "[]",
        "{\"error\":\"not found\"}",
        "{\"provinces.json\":[]}",
    ] {
        assert!(read_bundle(text).is_err(), "{text}");
    }
}

#[test]
fn a_fault_is_told_by_its_place_and_what_to_do() {
    let error = read_bundle("<!DOCTYPE html>").unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 1, column 1: found no bundle of this release; load the page again"
    );
    let text =
        write_bundle(&Files::good().dataset()).replacen("\"kind\":\"", "\"kind\":\"wish ", 1);
    let error = read_bundle(&text).unwrap_err().to_string();
    assert!(error.starts_with("line 1, column "), "{error}");
}

/// A missing property of a figure is an error and is not filled with a default.
#[test]
fn an_entry_that_lacks_what_it_must_have_is_no_bundle() {
    let part = Files::good().dataset();
    let whole: Value = serde_json::from_str(&write_bundle(&part)).unwrap();
    let must = [
        ("/observations/0", vec!["province", "observations"]),
        ("/observations/0/observations/0", vec!["id", "indicator", "kind", "value", "source"]),
        ("/observations/0/observations/0", vec!["basis", "locator"]),
        ("/indicators/0", vec!["id", "concept", "pillar", "name", "definition", "unit", "of"]),
        ("/indicators/0", vec!["better"]),
        ("/sources/0", vec!["id", "kind", "title", "language", "publisher", "author", "url"]),
        ("/provinces/0", vec!["id", "kind", "name", "short"]),
    ];
    for (entry, keys) in must {
        for key in keys {
            let mut broken = whole.clone();
            let entry = broken.pointer_mut(entry).unwrap().as_object_mut().unwrap();
            entry.remove(key).unwrap();
            assert!(read_bundle(&broken.to_string()).is_err(), "{key}");
        }
    }
}

proptest! {
    /// A bundle from which a piece was cut out must not be read as one with fewer figures.
    #[test]
    fn a_bundle_cut_off_holds_nothing(at in 0.0..1.0_f64) {
        let whole = write_bundle(&Files::good().dataset());
        prop_assert!(read_bundle(&whole[..place_in(&whole, at)]).is_err());
    }

    #[test]
    fn a_bundle_with_a_hole_is_none(at in 0.0..1.0_f64, length in 0.0..1.0_f64) {
        let whole = write_bundle(&Files::good().dataset());
        let (before, rest) = whole.split_at(place_in(&whole, at));
        let rest = &rest[place_in(rest, length)..];
        // What is cut out may be whole entries: then the rest is a bundle, of less.
        let text = [before, rest].concat();
        if let Ok(read) = read_bundle(&text) {
            prop_assert!(read.observations.len() <= Files::good().dataset().observations.len());
        }
    }

    #[test]
    fn hostile_text_is_no_bundle(text in "[\"{}:,a-z\n\\\\é]{0,80}") {
        let within = format!("{{\n\"observations\":\n{text}\n");
        prop_assert!(read_bundle(&within).is_err());
        let is_json = serde_json::from_str::<Value>(&text).is_ok();
        prop_assert!(is_json || read_bundle(&text).is_err());
    }

    #[test]
    fn any_figures_are_read_back(world in any_world()) {
        let dataset = world.dataset();
        let read = read_bundle(&write_bundle(&dataset)).unwrap();
        prop_assert_eq!(read, without_places(dataset));
    }

    /// As many digits as a source may print.
    #[test]
    fn a_value_is_read_back_as_it_was(digits in -999_999_999_999_999_i64..1_000_000_000_000_000, places in 0i32..12) {
        let mut dataset = Files::good().dataset();
        let value: f64 = format!("{digits}e-{places}").parse().unwrap();
        (dataset.observations[0].value, dataset.observations[0].missing) = (Some(value), None);
        let read = read_bundle(&write_bundle(&dataset)).unwrap();
        prop_assert_eq!(read.observations[0].value, Some(value));
    }

    #[test]
    fn any_text_is_read_back(text in "\\PC{0,40}|[\"\\\\\u{0}-\u{1f}</>&]{0,20}") {
        let mut dataset = Files::good().dataset();
        dataset.sources[0].title = Some(text.clone());
        dataset.observations[0].value = None;
        dataset.observations[0].missing = Some(text.clone());
        dataset.observations[0].document = Some(text);
        let read = read_bundle(&write_bundle(&dataset)).unwrap();
        prop_assert_eq!(read, without_places(dataset));
    }
}
