//! What a page's program loads: enough for all that it writes anew, and nothing of other pages.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use scraper::Html;
use tinhso::address::{Address, Page};
use tinhso::compare::{disputes, editions};
use tinhso::data::{Dataset, Day, Loaded, Observation, load_share};
use tinhso::i18n::Lang;
use tinhso::prerender::{Document, Programs, Sources, pages, render, run};

use crate::output::{data_folder, files_below, scratch};
use crate::support::{
    BASE, DOCUMENT, TEMPLATE, TODAY, World, good_folder, only, real_folder, worlds,
};

/// The shares of a site by their paths, as its command writes them.
type Shares = BTreeMap<String, String>;

fn shares_of(name: &str, data: &Path) -> Shares {
    let folder = scratch(name);
    let (out, template) = (folder.join("out"), folder.join("template.html"));
    fs::create_dir_all(&out).unwrap();
    fs::write(&template, TEMPLATE).unwrap();
    let programs = Programs::default();
    run(&Sources { template: &template, programs, data, worker: None }, &out, BASE, TODAY).unwrap();
    let own = out.join(data_folder(&out));
    let read = |path: String| (path.clone(), fs::read_to_string(own.join(path)).unwrap());
    files_below(&own).into_iter().map(read).collect()
}

/// Each site with its shares, written once for all tests.
fn sites() -> [(&'static World, &'static Shares); 2] {
    static REAL: OnceLock<Shares> = OnceLock::new();
    static GOOD: OnceLock<Shares> = OnceLock::new();
    let [real, good] = worlds();
    [
        (real, REAL.get_or_init(|| shares_of("shares-real", &real_folder()))),
        (good, GOOD.get_or_init(|| shares_of("shares-good", &good_folder()))),
    ]
}

fn loaded(shares: &Shares, page: &Page) -> Loaded {
    load_share(&shares[&format!("{}share.json", page.data_folder())])
}

/// The concepts with a comparison.
fn topics(world: &World) -> Vec<String> {
    let found: Vec<String> = world.dataset.concepts().into_iter().map(str::to_owned).collect();
    assert!(!found.is_empty(), "{}", world.name);
    found
}

/// The ids of the provinces with a share: those the site follows.
fn provinces(world: &World) -> Vec<String> {
    let followed = world.dataset.followed().into_iter();
    let found: Vec<String> = followed.map(|province| province.id.clone()).collect();
    assert!(!found.is_empty(), "{}", world.name);
    found
}

fn ids(dataset: &Dataset) -> Vec<&str> {
    dataset.observations.iter().map(|o| o.id.as_str()).collect()
}

/// That everything in a share means what it means in a part of the dataset.
fn assert_holds(found: &Dataset, part: &Dataset, place: &str) {
    assert_eq!(found.provinces, part.provinces, "{place}");
    assert_eq!(found.indicators, part.indicators, "{place}");
    assert_eq!(found.sources, part.sources, "{place}");
    assert_eq!(ids(found), ids(part), "{place}");
    assert_eq!(found.followed(), part.followed(), "{place}");
}

#[test]
fn there_is_a_share_for_each_page_that_loads_data_and_no_other_file() {
    for (world, shares) in sites() {
        let mut expected: Vec<String> = pages(&world.dataset)
            .into_iter()
            .filter(|address| address.page.loads_data(&world.dataset))
            .map(|address| format!("{}share.json", address.page.data_folder()))
            .collect();
        expected.sort();
        expected.dedup();
        assert_eq!(shares.keys().cloned().collect::<Vec<_>>(), expected, "{}", world.name);
        for (path, text) in shares {
            let found = load_share(text);
            assert_eq!(found.findings, [], "{path}");
            assert_eq!(found.lost, [], "{path}");
        }
    }
}

#[test]
fn the_share_of_a_topic_is_what_its_pages_are_written_from() {
    for (world, shares) in sites() {
        for concept in &topics(world) {
            let found = loaded(shares, &Page::Compare(concept.clone())).dataset;
            let part = world.dataset.of_topic(concept);
            assert_holds(&found, &part, concept);
            assert_eq!(found.followed(), world.dataset.followed(), "{concept}: without figures");
            // Beside it what a figure of it was moved to.
            assert!(found.concepts().contains(&concept.as_str()), "{concept}");
            let is_moved = |o: &Observation| found.replaced.iter().any(|old| o.replaces(old));
            for o in &found.observations {
                let own = found.indicator(&o.indicator).unwrap().concept == *concept;
                assert!(own || is_moved(o), "{concept}: {}", o.id);
            }
            assert_eq!(part.concepts(), world.dataset.concepts(), "{concept}: to choose from");
            assert!(!found.observations.is_empty(), "{concept}");
        }
    }
}

#[test]
fn the_pages_about_all_that_is_followed_load_one_share() {
    for (world, shares) in sites() {
        let narrowed = Dataset::clone(&world.dataset).narrowed();
        for page in [Page::Home, Page::Promises] {
            assert_eq!(page.data_folder(), "data/");
            assert_holds(&loaded(shares, &page).dataset, &narrowed, world.name);
        }
    }
}

#[test]
fn the_share_of_the_ranking_has_every_edition_and_no_other_measure() {
    for (world, shares) in sites() {
        let found = loaded(shares, &Page::Ranking).dataset;
        let whole = &*world.dataset;
        let told = |dataset: &Dataset| -> Vec<String> {
            let all = editions(dataset, "dti-rank").into_iter();
            let told = all.map(|e| {
                let places: Vec<&str> = e.places.iter().map(|place| place.id.as_str()).collect();
                format!("{} of {} on {:?}: {}", e.year, e.base, e.as_of, places.join(" "))
            });
            told.collect()
        };
        assert_eq!(told(&found), told(whole), "{}", world.name);
        assert_eq!(found.provinces, whole.provinces, "{}", world.name);
        assert_eq!(found.followed(), whole.followed(), "{}", world.name);
        let of_ranking = ["dti-rank", "dti-score"];
        assert!(found.indicators.iter().all(|i| of_ranking.contains(&i.id.as_str())));
        let all = whole.observations.iter().filter(|o| of_ranking.contains(&o.indicator.as_str()));
        assert_eq!(ids(&found), all.map(|o| o.id.as_str()).collect::<Vec<_>>());
    }
    let (real, shares) = sites()[0];
    let found = loaded(shares, &Page::Ranking).dataset;
    assert!(real.dataset.others.provinces.len() > 50);
    for other in &found.others.provinces {
        assert!(real.dataset.others.provinces.contains(other), "{other}");
    }
    let of_others = found.observations.iter().filter(|o| !found.is_followed(&o.province));
    let country = found.country().unwrap().id.as_str();
    for figure in of_others.filter(|o| o.province != country) {
        assert!(found.others.provinces.contains(&figure.province), "{}", figure.id);
    }
}

/// Days on which promises are in different states, and today.
fn days() -> [Day; 5] {
    let day = |year, month, day| Day::new(year, month, day).unwrap();
    [day(2023, 6, 30), day(2024, 2, 1), day(2025, 7, 1), TODAY, day(2031, 1, 1)]
}

#[test]
fn what_a_province_promised_reads_the_same_from_its_own_share() {
    let mut seen = 0;
    for (world, shares) in sites() {
        for page in provinces(world).into_iter().map(Page::Province) {
            let own = Arc::new(loaded(shares, &page).dataset);
            assert!(own.observations.len() < world.dataset.observations.len());
            for (today, lang) in days().into_iter().flat_map(|day| Lang::ALL.map(|l| (day, l))) {
                let document = Document { today, ..DOCUMENT };
                let part = |dataset: &Arc<Dataset>| {
                    let html =
                        render(&document, dataset, &Address::of(lang, page.clone())).unwrap();
                    let dom = Html::parse_document(&html);
                    only(&dom, "[data-part=promises]", "province").inner_html()
                };
                let expected = part(&world.dataset);
                assert_eq!(part(&own), expected, "{page:?}");
                seen += usize::from(expected.contains("t-states"));
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

/// A page about one province costs the same however many there are.
#[test]
fn the_share_of_a_province_has_its_figures_what_they_name_and_what_names_them_and_no_other() {
    for (world, shares) in sites() {
        for id in provinces(world) {
            let page = Page::Province(id.clone());
            let found = loaded(shares, &page).dataset;
            assert_holds(&found, &world.dataset.of_province(&id), &id);
            let all = &world.dataset.observations;
            let own: Vec<&Observation> = all.iter().filter(|o| o.province == id).collect();
            let names = |one: &Observation, other: &Observation| {
                let lists = [&one.disputes, &one.derived_from].into_iter().flatten();
                lists.chain(&one.supersedes).any(|name| *name == other.id)
            };
            let belongs = |o: &Observation| {
                o.province == id || own.iter().any(|own| names(own, o) || names(o, own))
            };
            let expected: Vec<&str> =
                all.iter().filter(|o| belongs(o)).map(|o| o.id.as_str()).collect();
            assert_eq!(ids(&found), expected, "{id}");
            for figure in own {
                let same = found.observation(&figure.id).unwrap();
                assert_eq!((&same.reading, same.when()), (&figure.reading, figure.when()));
            }
            let told = |dataset: &Dataset| {
                let all = disputes(dataset);
                let own = all.iter().filter(|d| d.figures.iter().any(|o| o.province == id));
                own.map(|d| (d.nature, d.figures.len())).collect::<Vec<_>>()
            };
            assert_eq!(told(&found), told(&world.dataset), "{id}");
        }
    }
}
