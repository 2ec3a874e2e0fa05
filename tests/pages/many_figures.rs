//! Pages of provinces with hundreds of figures. The figures, measures and notes are made up; provinces
//! and sources are real, because long names are what makes a page large.

use std::sync::OnceLock;

use scraper::{ElementRef, Html};
use tinhso::address::{Address, Page};
use tinhso::data::{
    Basis, BilingualText, Comparator, Dataset, Indicator, Kind, Observation, Pillar, Reply, Unit,
};
use tinhso::i18n::Lang;
use tinhso::prerender::{Parts, render};

use crate::support::{
    DOCUMENT, both_sites, by_id, ids, select_all, select_one, select_within, text,
};

/// Provinces with figures: one that is not followed, and one that is and that took another in.
const OTHER: &str = "da-nang";
const FOLLOWED: &str = "khanh-hoa";

const YEARS: std::ops::RangeInclusive<i32> = 2011..=2024;

const N_SCORES: usize = 12;
const N_RANKS: usize = 8;
const N_OF_CONTEXT: usize = 3;

const NOTE: &str =
    "Made up: counted as the publisher counted it, from the answers of a sample of people.";

/// The largest page, in bytes. With a row and a card for each figure it was more than a megabyte.
const MAX_BYTES: usize = 260_000;

fn both(text: &str) -> BilingualText {
    BilingualText { vi: text.to_owned(), en: text.to_owned() }
}

fn indicator(id: &str, pillar: Pillar, unit: Unit) -> Indicator {
    let known = &both_sites()[0].dataset.indicators[0];
    Indicator {
        id: id.to_owned(),
        concept: id.to_owned(),
        pillar,
        name: both(&format!("Made-up measure of what people say about {id}")),
        definition: both(&format!("Made up: {id}")),
        unit,
        range: None,
        breaks: Vec::new(),
        method_unknown: false,
        rank_of: None,
        merged_by: None,
        editions: Vec::new(),
        ..known.clone()
    }
}

/// A result of a year; of a rank also its base, and what it was computed from.
fn result(province: &str, indicator: &Indicator, year: i32) -> Observation {
    let real = both_sites()[0].dataset;
    let known = real.observations.iter().find(|o| o.id == "da-nang/dti-rank/result/2023").unwrap();
    let is_rank = indicator.unit == Unit::Rank;
    let parent = || indicator.id.replace("rank", "score");
    Observation {
        id: format!("{province}/{}/result/{year}", indicator.id),
        province: province.to_owned(),
        indicator: indicator.id.clone(),
        kind: Kind::Result,
        value: Some(f64::from(year - 1990)),
        comparator: Comparator::Equal,
        base: is_rank.then_some(63),
        period: year.to_string().parse().ok(),
        unit_as_of: None,
        basis: if is_rank { Basis::Derived } else { Basis::Surveyed },
        derived_from: if is_rank {
            vec![format!("{province}/{}/result/{year}", parent())]
        } else {
            Vec::new()
        },
        locator: format!(
            "hàng Đà Nẵng, cột {} · row Đà Nẵng, column {}",
            indicator.id, indicator.id
        ),
        note: (!is_rank).then(|| both(NOTE)),
        also: Vec::new(),
        disputes: Vec::new(),
        inferred: Vec::new(),
        caveat: None,
        draft: false,
        reply: None,
        supersedes: None,
        ..known.clone()
    }
}

fn add(dataset: &mut Dataset, indicator: Indicator) {
    for province in [OTHER, FOLLOWED] {
        dataset.observations.extend(YEARS.map(|year| result(province, &indicator, year)));
    }
    dataset.indicators.push(indicator);
}

fn made_up() -> Dataset {
    let mut dataset = both_sites()[0].dataset.clone();
    // Beside the few figures that the provinces had before there were tables.
    dataset.observations.retain(|o| !o.is_of_table() || o.indicator.starts_with("dti-"));
    for n in 1..=N_SCORES {
        add(&mut dataset, indicator(&format!("made-up-score-{n}"), Pillar::Society, Unit::Score));
    }
    for n in 1..=N_RANKS {
        add(&mut dataset, indicator(&format!("made-up-rank-{n}"), Pillar::Overall, Unit::Rank));
    }
    for n in 1..=N_OF_CONTEXT {
        let unit = Unit::Other("người".into());
        add(&mut dataset, indicator(&format!("made-up-people-{n}"), Pillar::Context, unit));
    }
    dataset
}

fn dataset() -> &'static Dataset {
    static DATASET: OnceLock<Dataset> = OnceLock::new();
    DATASET.get_or_init(made_up)
}

fn province_page(province: &str, lang: Lang) -> Address {
    Address::new(lang, Page::Province(province.to_owned()))
}

/// The pages of both provinces in both languages, each with its province, as HTML.
fn pages() -> &'static [(&'static str, Lang, String)] {
    static PAGES: OnceLock<Vec<(&str, Lang, String)>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let parts = Parts::new(dataset());
        let page = |(province, lang)| {
            let html = render(&DOCUMENT, &parts, &province_page(province, lang)).unwrap();
            (province, lang, html)
        };
        let all = [OTHER, FOLLOWED].into_iter().flat_map(|p| Lang::ALL.map(|lang| (p, lang)));
        all.map(page).collect()
    })
}

fn page(province: &str, lang: Lang) -> Html {
    let found = pages().iter().find(|(own, own_lang, _)| *own == province && *own_lang == lang);
    Html::parse_document(&found.unwrap().2)
}

/// The list of the earlier results of a measure, by a link in it.
fn list_of<'a>(dom: &'a Html, figure: &str) -> ElementRef<'a> {
    let has_link = |details: &ElementRef<'_>| {
        // Links behind the first ones lead to what a figure was computed from.
        let links = select_within(*details, "li > a:first-of-type");
        links.iter().any(|link| link.attr("href").unwrap().ends_with(&format!("#{figure}")))
    };
    let mut lists = select_all(dom, "details.t-earlier").into_iter().filter(has_link);
    lists.next().unwrap_or_else(|| panic!("no list with {figure}"))
}

#[test]
fn the_page_stays_short() {
    for (province, lang, html) in pages() {
        let place = format!("{province} {}", lang.code());
        assert!(html.len() < MAX_BYTES, "{place}: {} bytes", html.len());
        let dom = Html::parse_document(html);
        assert_eq!(dom.errors, Vec::<String>::new(), "{place}");
        let own = dataset().observations.iter().filter(|o| o.province == *province);
        assert!(own.count() > 300, "{place}");
        let n_rows = select_all(&dom, "main tr:not(.t-table__band)").len();
        assert!(n_rows < 150, "{place}: {n_rows} rows");
        assert!(select_all(&dom, "article.t-card").len() < 60, "{place}");
    }
}

#[test]
fn every_figure_of_a_province_that_is_not_followed_is_the_end_of_its_permalink() {
    for lang in Lang::ALL {
        let dom = page(OTHER, lang);
        for o in dataset().observations.iter().filter(|o| o.province == OTHER) {
            let places = select_all(&dom, "[id]").into_iter();
            assert_eq!(places.filter(|e| e.attr("id") == Some(&o.id)).count(), 1, "{}", o.id);
            let place = by_id(&dom, &o.id).unwrap();
            assert_eq!(place.attr("tabindex"), Some("-1"), "{}", o.id);
            let is_newest = o.id.ends_with("/2024");
            let expected = if is_newest { "article" } else { "li" };
            if o.id.contains("made-up") {
                assert_eq!(place.value().name(), expected, "{}", o.id);
            }
        }
        let known = ids(&dom);
        for link in select_all(&dom, "main a[href^='#']") {
            let id = link.attr("href").unwrap().trim_start_matches('#');
            assert!(known.contains(id), "{id}");
        }
    }
}

#[test]
fn the_links_of_a_followed_province_lead_to_the_lists_on_the_pages_of_topics() {
    let parts = Parts::new(dataset());
    for lang in Lang::ALL {
        let dom = page(FOLLOWED, lang);
        assert!(select_all(&dom, ".t-earlier li[id]").is_empty());
        let topic = Address::new(lang, Page::Compare("made-up-rank-1".into()));
        let topic = Html::parse_document(&render(&DOCUMENT, &parts, &topic).unwrap());
        let list = list_of(&dom, "khanh-hoa/made-up-rank-1/result/2012");
        let links = select_within(list, "li > a[href*='#']");
        assert_eq!(links.len(), 13);
        for link in links {
            let (path, id) = link.attr("href").unwrap().split_once('#').unwrap();
            assert!(path.ends_with("/so-sanh/made-up-rank-1/"), "{path}");
            assert_eq!(by_id(&topic, id).unwrap().value().name(), "li", "{id}");
        }
    }
}

#[test]
fn a_list_is_named_by_what_is_in_it_and_begins_with_the_newest() {
    for (lang, editions, figures) in [
        (Lang::Vi, "13 kỳ trước, 2011–2023", "13 số liệu trước, 2011–2023"),
        (Lang::En, "13 earlier editions, 2011–2023", "13 earlier figures, 2011–2023"),
    ] {
        for province in [OTHER, FOLLOWED] {
            let dom = page(province, lang);
            let mut names = Vec::new();
            for list in select_all(&dom, "details.t-earlier") {
                names.push(text(select_within(list, "summary")[0]));
                assert!(select_within(list, "li").len() > 2, "{}", text(list));
                assert_eq!(list.attr("open"), None);
            }
            let n_names = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), n_names, "two lists have one name: {names:#?}");
            for (measure, expected) in [("made-up-rank-1", editions), ("made-up-score-1", figures)]
            {
                let list = list_of(&dom, &format!("{province}/{measure}/result/2011"));
                let name = text(select_within(list, "summary")[0]);
                assert!(name.starts_with(&format!("{expected} (")), "{name}");
                assert!(name.contains(&format!("about {measure}")), "{name}");
                let years: Vec<String> = select_within(list, "li")
                    .into_iter()
                    .map(|item| text(item).chars().take(5).collect())
                    .collect();
                let expected: Vec<String> =
                    (2011..=2023).rev().map(|year| format!("{year}:")).collect();
                assert_eq!(years, expected);
            }
        }
    }
}

/// What cards say of their figures, an item says of its own, or the list once of all.
#[test]
fn a_list_says_all_that_is_known_of_its_figures() {
    let dom = page(OTHER, Lang::En);
    let list = list_of(&dom, "da-nang/made-up-score-1/result/2011");
    assert_eq!(text(list).matches(NOTE).count(), 1);
    assert_eq!(text(list).matches("Basis: ").count(), 1);
    let item = by_id(&dom, "da-nang/made-up-rank-1/result/2011").unwrap();
    let said = text(item);
    for part in ["2011: 21st of 63", "column made-up-rank-1", "Computed from: ", "21 (2011)"] {
        assert!(said.contains(part), "no {part} in {said}");
    }
    let parent = "a[href='#da-nang/made-up-score-1/result/2011']";
    assert_eq!(select_within(item, parent).len(), 1, "{said}");
    for item in select_all(&dom, ".t-earlier li") {
        assert_eq!(select_within(item, "a[rel~='external']").len(), 1, "{}", text(item));
    }
}

/// The rows of a measure and the list below them, where one figure differs from the others.
fn with_changed(change: impl Fn(&mut Observation)) -> Html {
    let mut dataset = dataset().clone();
    dataset
        .observations
        .iter_mut()
        .filter(|o| o.id == "da-nang/made-up-score-1/result/2015")
        .for_each(change);
    let html = render(&DOCUMENT, &Parts::new(&dataset), &province_page(OTHER, Lang::En)).unwrap();
    Html::parse_document(&html)
}

#[test]
fn what_has_a_caveat_keeps_its_card_and_the_list_leads_to_it() {
    let id = "da-nang/made-up-score-1/result/2015";
    let dom = with_changed(|o| o.caveat = Some(both("Made up: a caveat.")));
    let card = by_id(&dom, id).unwrap();
    assert_eq!(card.value().name(), "article");
    assert!(text(card).contains("Made up: a caveat."));
    let list = list_of(&dom, id);
    assert_eq!(select_within(list, "li").len(), 13);
    let item = select_within(list, &format!("li:has(a[href='#{id}'])"))[0];
    assert_eq!((item.attr("id"), item.attr("tabindex")), (None, None));
    assert_eq!(select_within(item, ".t-disputed").len(), 1);
}

#[test]
fn a_draft_and_what_the_province_answers_to_keep_their_card() {
    let id = "da-nang/made-up-score-1/result/2015";
    let reply = || {
        let (source, on) = (dataset().sources[0].id.clone(), "2016".parse().unwrap());
        Reply { vi: "Made up.".into(), en: "Made up: an answer.".into(), source, on }
    };
    for (dom, said, remarks) in [
        (with_changed(|o| o.draft = true), "no promise or result in force", &["draft"][..]),
        (with_changed(|o| o.reply = Some(reply())), "Made up: an answer.", &[]),
    ] {
        let card = by_id(&dom, id).unwrap();
        assert_eq!(card.value().name(), "article");
        assert!(text(card).contains(said), "{}", text(card));
        let item = select_within(list_of(&dom, id), &format!("li:has(a[href='#{id}'])"))[0];
        let found: Vec<String> = select_within(item, ".t-disputed").into_iter().map(text).collect();
        assert_eq!(found, remarks);
    }
}

#[test]
fn notes_that_differ_stand_at_their_figures() {
    let dom = with_changed(|o| o.note = Some(both("Made up: another note.")));
    let list = list_of(&dom, "da-nang/made-up-score-1/result/2015");
    let said = text(list);
    assert_eq!(said.matches(NOTE).count(), 1, "{said}");
    let of_others =
        "Note (2023, 2022, 2021, 2020, 2019, 2018, 2017, 2016, 2014, 2013, 2012, 2011): ";
    assert!(said.contains(&format!("{of_others}{NOTE}")), "{said}");
    assert!(!said.contains("Note: Made up: counted"), "{said}");
    let item = by_id(&dom, "da-nang/made-up-score-1/result/2015").unwrap();
    assert!(text(item).contains("Note: Made up: another note."));
}

/// Without a value there is nothing to be the newest, or to be listed.
#[test]
fn a_figure_without_a_value_keeps_its_row() {
    let id = "da-nang/made-up-score-1/result/2015";
    let dom = with_changed(|o| (o.value, o.missing) = (None, Some("Made up: not told".into())));
    assert_eq!(by_id(&dom, id).unwrap().value().name(), "article");
    let list = list_of(&dom, "da-nang/made-up-score-1/result/2014");
    assert_eq!(select_within(list, "li").len(), 12);
}

/// A promise and the result that decides it stand in one row.
#[test]
fn a_result_of_the_date_of_a_target_stays_beside_the_target() {
    let mut dataset = dataset().clone();
    let result = |o: &&Observation| o.id == "khanh-hoa/made-up-score-1/result/2020";
    let result = dataset.observations.iter().find(result).unwrap();
    let target = Observation {
        id: "khanh-hoa/made-up-score-1/target/2020".into(),
        kind: Kind::Target,
        deadline: result.period,
        period: None,
        basis: Basis::Reported,
        ..result.clone()
    };
    dataset.observations.push(target);
    let address = province_page(FOLLOWED, Lang::En);
    let html = render(&DOCUMENT, &Parts::new(&dataset), &address).unwrap();
    let dom = Html::parse_document(&html);
    let list = list_of(&dom, "khanh-hoa/made-up-score-1/result/2019");
    assert_eq!(select_within(list, "li").len(), 12);
    assert!(text(list).starts_with("12 earlier figures, 2011–2023"));
    let row = "tr:has(a[href$='#khanh-hoa/made-up-score-1/target/2020'])";
    let row = select_one(&dom, row, "the row of the target");
    assert_eq!(select_within(row, "a[href$='#khanh-hoa/made-up-score-1/result/2020']").len(), 1);
}

/// Two earlier results in rows take no more room than a list.
#[test]
fn few_earlier_results_stay_in_rows() {
    let mut dataset = dataset().clone();
    dataset.observations.retain(|o| {
        !o.id.contains("made-up-score-1/") || o.period.is_some_and(|p| p.end().year() > 2021)
    });
    for (province, n_cards) in [(OTHER, 3), (FOLLOWED, 0)] {
        let address = province_page(province, Lang::Vi);
        let html = render(&DOCUMENT, &Parts::new(&dataset), &address).unwrap();
        let dom = Html::parse_document(&html);
        let figure = format!("{province}/made-up-score-1/result/");
        // Ranks name the scores that they were computed from.
        let links = format!("main td a[href*='#{figure}']:not(li > div > a)");
        let links = select_all(&dom, &links);
        assert_eq!(links.len(), 3, "{province}");
        for link in links {
            let above = link.ancestors().filter_map(ElementRef::wrap);
            // A fold is only closed on phones.
            let is_list = |e: &ElementRef<'_>| {
                e.value().name() == "details" && e.value().classes().all(|class| class != "t-fold")
            };
            assert_eq!(above.filter(is_list).count(), 0);
        }
        let cards = select_all(&dom, &format!("article[id^='{figure}']"));
        assert_eq!(cards.len(), n_cards, "{province}");
    }
}

#[test]
fn the_context_comes_last_and_says_that_it_is_no_result() {
    for (lang, caption, lead) in [
        (Lang::Vi, "Bối cảnh: không phải kết quả chuyển đổi số", "42 số liệu bối cảnh"),
        (Lang::En, "Context, not results of digital transformation", "42 context figures"),
    ] {
        for province in [OTHER, FOLLOWED] {
            let dom = page(province, lang);
            let captions: Vec<String> =
                select_all(&dom, "main caption").into_iter().map(text).collect();
            assert_eq!(captions.last().unwrap(), caption);
            assert!(captions.len() > 2, "{captions:?}");
        }
        let dom = page(FOLLOWED, lang);
        let said = text(select_one(&dom, "main", "khanh-hoa"));
        assert!(said.contains(lead), "{said}");
    }
}
