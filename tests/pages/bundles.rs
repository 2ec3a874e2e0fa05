//! The bundle that a page loads is what the page is written from: enough for everything it says,
//! and nothing that only other pages need.

use std::collections::BTreeMap;
use std::fs;
use std::sync::OnceLock;

use scraper::Html;
use tinhso::address::{Page, parse};
use tinhso::compare::{Ledger, Part, disputes, editions};
use tinhso::data::{Dataset, Day, Observation, read_bundle};
use tinhso::i18n::Lang;
use tinhso::prerender::{Parts, Sources, render, run};

use crate::output::{files_below, release_folder, scratch};
use crate::support::{
    BASE, DOCUMENT, TEMPLATE, TODAY, TestSite, both_sites, select_all, select_one,
};

/// The bundles of a site by the names of their files, as the command writes them.
type Bundles = BTreeMap<String, Dataset>;

fn bundles_of(name: &str, data: &Dataset) -> Bundles {
    let folder = scratch(name);
    let (out, template) = (folder.join("out"), folder.join("template.html"));
    fs::create_dir_all(&out).unwrap();
    fs::write(&template, TEMPLATE).unwrap();
    run(&Sources { template: &template, data, worker: None }, &out, BASE, TODAY).unwrap();
    let own = out.join(release_folder(&out));
    let read = |path: String| {
        let text = fs::read_to_string(own.join(&path)).unwrap();
        let dataset = read_bundle(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        (path.strip_prefix("bundles/").unwrap_or_else(|| panic!("{path}")).to_owned(), dataset)
    };
    files_below(&own).into_iter().map(read).collect()
}

/// Both sites with their bundles, written once for all tests.
fn sites() -> [(&'static TestSite, &'static Bundles); 2] {
    static REAL: OnceLock<Bundles> = OnceLock::new();
    static GOOD: OnceLock<Bundles> = OnceLock::new();
    let [real, good] = both_sites();
    [
        (real, REAL.get_or_init(|| bundles_of("bundles-real", real.dataset))),
        (good, GOOD.get_or_init(|| bundles_of("bundles-good", good.dataset))),
    ]
}

/// The file of the bundle that a page loads; `None` if nothing changes the page.
fn bundle_of(html: &str) -> Option<String> {
    let dom = Html::parse_document(html);
    let path = select_one(&dom, "#app", "page").attr("data-bundle")?;
    Some(path.strip_prefix("bundles/").unwrap().to_owned())
}

/// The topics with a comparison.
fn topics(site: &TestSite) -> Vec<String> {
    let found: Vec<String> = site.dataset.concepts().into_iter().map(str::to_owned).collect();
    assert!(!found.is_empty(), "{}", site.name);
    found
}

/// The ids of the provinces with a bundle of their own: those that the site does not follow.
fn others(site: &TestSite) -> Vec<String> {
    let units = site.dataset.units().map(|province| province.id.clone());
    units.filter(|id| !site.dataset.is_followed(id)).collect()
}

/// The ids of some figures, sorted, because figures of tables have places of their own in a part.
fn sorted_ids<'a>(figures: impl IntoIterator<Item = &'a Observation>) -> Vec<&'a str> {
    let mut ids: Vec<&str> = figures.into_iter().map(|o| o.id.as_str()).collect();
    ids.sort_unstable();
    ids
}

/// Data without what no page shows: the places of entries in their files, and the official codes of
/// provinces.
fn without_places(mut dataset: Dataset) -> Dataset {
    dataset.provinces.iter_mut().for_each(|province| province.codes = None);
    for o in dataset.observations.iter_mut().chain(&mut dataset.replaced) {
        o.file = "".into();
        o.index = 0;
    }
    dataset
}

/// The same without regions, which only the pages of provinces tell.
fn without_regions(mut dataset: Dataset) -> Dataset {
    for province in &mut dataset.provinces {
        (province.region, province.region_2025) = (None, None);
    }
    dataset
}

/// Checks that everything in a bundle means the same as in a part of the dataset.
fn assert_holds(found: &Dataset, part: &Dataset, place: &str) {
    let part = without_places(part.clone());
    assert!(*found == part, "{place}");
    assert_eq!(found.followed(), part.followed(), "{place}");
}

#[test]
fn there_is_a_bundle_for_each_part_and_no_other_file() {
    for (site, bundles) in sites() {
        let mut expected: Vec<String> =
            Part::all(site.dataset).iter().map(Part::file_name).collect();
        expected.sort();
        assert_eq!(bundles.keys().cloned().collect::<Vec<_>>(), expected, "{}", site.name);
    }
}

#[test]
fn a_page_is_written_from_what_its_bundle_has() {
    let (mut n_loading, mut n_still) = (0, 0);
    for (site, bundles) in sites() {
        let parts = Parts::new(site.dataset);
        for page in &site.written {
            let Some(file) = bundle_of(&page.html) else {
                n_still += 1;
                continue;
            };
            let bundle = bundles.get(&file).unwrap_or_else(|| panic!("{}: {file}", page.url));
            assert_holds(bundle, parts.of_page(&page.address.page), &page.url);
            n_loading += 1;
        }
    }
    assert!(n_loading > 100 && n_still > 50, "{n_loading} {n_still}");
}

/// A page with controls needs data, so that it can change. The 404 page has only a search, which
/// leads to another page. That pages without data are the same on any day is tested in `output`.
#[test]
fn a_page_with_something_to_choose_loads_data() {
    let mut n_still = 0;
    for site in both_sites() {
        for page in site.pages() {
            let dom = page.dom();
            let is_loading = bundle_of(&page.html).is_some();
            let controls = select_all(&dom, "main :is(input, select, textarea)");
            // The list of sources loads them when it is searched.
            let is_still = controls.is_empty() || page.address.page == Page::Sources;
            assert!(is_loading || is_still, "{}", page.url);
            n_still += usize::from(!is_loading);
        }
    }
    assert!(n_still > 50, "{n_still}");
}

#[test]
fn no_page_depends_on_the_order_of_entries_in_a_file() {
    for site in both_sites() {
        let mut dataset = site.dataset.clone();
        for o in dataset.observations.iter_mut().chain(&mut dataset.replaced) {
            // Whether a figure is of a table decides where it is listed.
            o.file = if o.is_of_table() { "a.csv" } else { "a.json" }.into();
            o.index = 0;
        }
        let parts = Parts::new(&dataset);
        for page in site.pages() {
            let html = render(&DOCUMENT, &parts, &page.address).unwrap();
            assert!(html == page.html, "{}", page.url);
        }
    }
}

/// The meaning of an address is read from the data of its page.
#[test]
fn an_address_means_the_same_by_the_data_of_its_page() {
    for site in both_sites() {
        let parts = Parts::new(site.dataset);
        let followed = site.dataset.followed();
        let province = &followed[0].id;
        let queries = [
            String::new(),
            format!("tinh={province}&nam=2023&loai=target&xem=bang&tim=so"),
            "tinh=national,atlantis&nam=soon&loai=x&xem=y".to_owned(),
            format!(
                "tinh={province},ha-noi&ngay=2024-12-31&trang-thai=met&nhom=han&xep=khoang-cach"
            ),
        ];
        for page in site.pages() {
            let part = parts.of_page(&page.address.page);
            for query in &queries {
                let read = |dataset| parse(BASE, &page.url, query, "", dataset);
                assert_eq!(read(part), read(site.dataset), "{}?{query}", page.url);
                assert_eq!(read(part).address.page, page.address.page, "{}", page.url);
            }
        }
    }
}

/// All parts have the same followed provinces with the same colors.
#[test]
fn a_province_is_followed_and_colored_alike_in_every_part() {
    for (site, bundles) in sites() {
        let whole = site.dataset;
        let place = |dataset: &Dataset, id: &str| dataset.units().position(|unit| unit.id == id);
        for (file, part) in bundles {
            for unit in whole.units() {
                let id = unit.id.as_str();
                assert_eq!(part.is_followed(id), whole.is_followed(id), "{file}: {id}");
                if whole.is_followed(id) {
                    assert_eq!(place(part, id), place(whole, id), "{file}: {id}");
                }
            }
        }
    }
}

#[test]
fn the_bundle_of_a_topic_is_what_its_pages_are_written_from() {
    for (site, bundles) in sites() {
        for concept in &topics(site) {
            let found = &bundles[&Part::Topic(concept.clone()).file_name()];
            let part = Part::Topic(concept.clone()).extract(site.dataset);
            assert_holds(found, &part, concept);
            let whole = without_regions(without_places(site.dataset.clone()));
            assert_eq!(found.followed(), whole.followed(), "{concept}: without figures");
            // It also has the topic to which a figure was moved.
            assert!(found.concepts().contains(&concept.as_str()), "{concept}");
            let is_moved = |o: &Observation| found.replaced.iter().any(|old| o.replaces(old));
            for o in &found.observations {
                let own = found.indicator(&o.indicator).unwrap().concept == *concept;
                let is_parent = found.observations.iter().any(|c| c.derived_from.contains(&o.id));
                assert!(own || is_moved(o) || is_parent, "{concept}: {}", o.id);
            }
            assert_eq!(found.concepts(), site.dataset.concepts(), "{concept}: to choose from");
            assert!(!found.observations.is_empty(), "{concept}");
            let parts = Parts::new(site.dataset);
            for page in [Page::Compare(concept.clone()), Page::Concept(concept.clone())] {
                assert_holds(found, parts.of_page(&page), concept);
            }
        }
    }
}

#[test]
fn the_pages_about_promises_load_one_bundle_and_each_province_its_own() {
    for (site, bundles) in sites() {
        assert_holds(&bundles["followed.json"], &Part::Followed.extract(site.dataset), site.name);
        for page in [Page::Home, Page::Topics, Page::Promises, Page::Provinces] {
            let file = bundle_of(&site.page(Lang::Vi, &page).html);
            assert_eq!(file.as_deref(), Some("followed.json"), "{page:?}");
        }
        for province in site.dataset.followed() {
            let part = Part::Province(province.id.clone());
            let file = bundle_of(&site.page(Lang::Vi, &Page::Province(province.id.clone())).html);
            assert_eq!(file, Some(part.file_name()));
            assert_holds(&bundles[&part.file_name()], &part.extract(site.dataset), &province.id);
        }
    }
}

#[test]
fn the_bundle_of_the_ranking_has_every_edition_and_no_other_measure() {
    for (site, bundles) in sites() {
        let file = bundle_of(&site.page(Lang::Vi, &Page::Ranking).html);
        assert_eq!(file.as_deref(), Some("ranking.json"));
        let found = &bundles["ranking.json"];
        let whole = site.dataset;
        let editions_in = |dataset: &Dataset| -> Vec<String> {
            let all = editions(dataset, "dti-rank").into_iter();
            let texts = all.map(|e| {
                let places: Vec<&str> = e.places.iter().map(|place| place.id.as_str()).collect();
                format!("{} of {} on {:?}: {}", e.year, e.base, e.as_of, places.join(" "))
            });
            texts.collect()
        };
        assert_eq!(editions_in(found), editions_in(whole), "{}", site.name);
        let provinces = without_regions(without_places(whole.clone())).provinces;
        assert_eq!(found.provinces, provinces, "{}", site.name);
        let ids = |dataset: &Dataset| -> Vec<String> {
            dataset.followed().into_iter().map(|province| province.id.clone()).collect()
        };
        assert_eq!(ids(found), ids(whole), "{}", site.name);
        let of_ranking = ["dti-rank", "dti-score"];
        assert!(found.indicators.iter().all(|i| of_ranking.contains(&i.id.as_str())));
        let all = whole.observations.iter().filter(|o| of_ranking.contains(&o.indicator.as_str()));
        assert_eq!(sorted_ids(&found.observations), sorted_ids(all));
    }
    let (real, bundles) = sites()[0];
    let found = &bundles["ranking.json"];
    assert!(real.dataset.others.len() > 50);
    for other in &found.others {
        assert!(real.dataset.others.contains(other), "{other}");
    }
    let of_others = found.observations.iter().filter(|o| !found.is_followed(&o.province));
    let country = found.country().unwrap().id.as_str();
    for figure in of_others.filter(|o| o.province != country) {
        assert!(found.others.contains(&figure.province), "{}", figure.id);
    }
}

/// Days on which promises are in different states, and today.
fn days() -> [Day; 5] {
    let day = |year, month, day| Day::new(year, month, day).unwrap();
    [day(2023, 6, 30), day(2024, 2, 1), day(2025, 7, 1), TODAY, day(2031, 1, 1)]
}

/// What became of the promises of the followed provinces, in words, by these data.
fn promise_texts(dataset: &Dataset, site: &TestSite, day: Day) -> Vec<String> {
    let ledger = Ledger::new(dataset);
    let assessed = ledger.assess_all(day).into_iter();
    let assessed = assessed.filter(|a| site.dataset.is_followed(&a.target.province));
    let assessed = assessed.map(|a| {
        let evidence: Vec<&str> = a.evidence.iter().map(|o| o.id.as_str()).collect();
        let paces = (a.achieved_pace, a.needed_pace);
        format!(
            "{} {} {:?} {paces:?} {:?} {}",
            a.target.id,
            a.state.id(),
            a.gap,
            a.days_left,
            evidence.join(" ")
        )
    });
    let in_words =
        ledger.qualitative_promises(day).filter(|o| site.dataset.is_followed(&o.province));
    assessed.chain(in_words.map(|o| o.id.clone())).collect()
}

#[test]
fn what_was_promised_reads_the_same_from_the_bundle_as_from_all_data() {
    let mut seen = 0;
    for (site, bundles) in sites() {
        for day in days() {
            let expected = promise_texts(site.dataset, site, day);
            assert_eq!(promise_texts(&bundles["followed.json"], site, day), expected, "{day}");
            seen += expected.len();
        }
        for concept in topics(site) {
            let part = &bundles[&Part::Topic(concept.clone()).file_name()];
            let is_own = |line: &String| {
                let (id, _) = line.split_once(' ').unwrap_or((line, ""));
                let target = site.dataset.observation(id).unwrap();
                site.dataset.indicator(&target.indicator).unwrap().concept == concept
            };
            let mut expected = promise_texts(site.dataset, site, TODAY);
            let mut found = promise_texts(part, site, TODAY);
            expected.retain(is_own);
            found.retain(is_own);
            assert_eq!(found, expected, "{concept}");
        }
    }
    assert!(seen > 100, "{seen}");
}

/// The page of one province loads the same, however many provinces there are.
#[test]
fn the_bundle_of_a_province_has_its_figures_what_is_beside_them_and_no_other() {
    let mut n_figures = 0;
    for (site, bundles) in sites() {
        for id in others(site) {
            let found = &bundles[&Part::Province(id.clone()).file_name()];
            assert_holds(found, &Part::Province(id.clone()).extract(site.dataset), &id);
            let parts = Parts::new(site.dataset);
            assert_holds(found, parts.of_page(&Page::Province(id.clone())), &id);
            let all = &site.dataset.observations;
            let own: Vec<&Observation> = all.iter().filter(|o| o.province == id).collect();
            n_figures += own.len();
            let names = |one: &Observation, other: &Observation| {
                let lists = [&one.disputes, &one.derived_from].into_iter().flatten();
                lists.chain(&one.supersedes).any(|name| *name == other.id)
            };
            let country = site.dataset.country().unwrap();
            let is_beside = |own: &Observation, o: &Observation| {
                o.province == country.id && o.indicator == own.indicator
            };
            let belongs = |o: &Observation| {
                let is_near =
                    |own: &&Observation| names(own, o) || names(o, own) || is_beside(own, o);
                o.province == id || own.iter().any(is_near)
            };
            let expected = sorted_ids(all.iter().filter(|o| belongs(o)));
            let in_bundle = sorted_ids(found.observations.iter().filter(|o| belongs(o)));
            assert_eq!(in_bundle, expected, "{id}");
            // Of other provinces it has the places that are told beside its own, and what makes some of them
            // like it (`tests/native/peers.rs`): of the years and the measures of its own figures.
            for o in found.observations.iter().filter(|o| !belongs(o)) {
                let is_like = |own: &&Observation| {
                    (&own.indicator, own.period, own.base) == (&o.indicator, o.period, o.base)
                };
                assert!(own.iter().any(is_like), "{id}: {}", o.id);
            }
            for figure in own {
                let same = found.observation(&figure.id).unwrap();
                assert_eq!((same.reading(), same.date()), (figure.reading(), figure.date()));
                assert_eq!(
                    found.indicator(&same.indicator),
                    site.dataset.indicator(&same.indicator)
                );
                assert_eq!(found.source(&same.source), site.dataset.source(&same.source));
            }
            let disputes_in = |dataset: &Dataset| {
                let all = disputes(dataset);
                let own = all.iter().filter(|d| d.figures.iter().any(|o| o.province == id));
                own.map(|d| (d.reason, d.figures.len())).collect::<Vec<_>>()
            };
            assert_eq!(disputes_in(found), disputes_in(site.dataset), "{id}");
            let whole = without_places(site.dataset.clone());
            assert_eq!(found.provinces, whole.provinces, "{id}: of whose mergers it tells");
        }
    }
    assert!(n_figures > 100, "{n_figures}");
}

/// Only the list of sources needs the figures of all provinces.
#[test]
fn the_figures_of_all_sources_are_in_one_bundle_that_no_page_of_figures_loads() {
    for (site, bundles) in sites() {
        assert_holds(&bundles["sources.json"], &Part::Sources.extract(site.dataset), site.name);
        let part = Parts::new(site.dataset).of_page(&Page::Sources);
        let is_single = |o: &&Observation| !o.is_of_table();
        let single: Vec<&Observation> =
            site.dataset.observations.iter().filter(is_single).collect();
        assert!(single.iter().all(|o| part.observations.contains(o)), "{}", site.name);
        assert!(part.replaced == site.dataset.replaced, "{}", site.name);
        assert!(part.sources == site.dataset.sources, "{}", site.name);
        for page in site.pages() {
            assert_ne!(bundle_of(&page.html).as_deref(), Some("sources.json"), "{}", page.url);
        }
    }
}
