//! Texts of the data are shown as text, whatever they contain.

use scraper::Html;
use tinhso::address::{Address, Page, Selection};
use tinhso::data::{AlsoIn, BilingualText, Dataset, Unit};
use tinhso::i18n::Lang;
use tinhso::prerender::{Parts, pages, render};

use crate::support::{DOCUMENT, both_sites, rendered, select_all, select_one, text};

/// Text that tries to break out of an element, an attribute, a comment, a style sheet or the marks
/// of the template.
const HOSTILE: &str = "</title></p><script>alert(1)</script><img src=x onerror=alert(2)>\" \
    onclick=\"alert(3)' onfocus='alert(4) &amp; <!--tinhso:app--> <html lang=\"vi\" \
    data-base=\"\" data-words=\"{}\" class=\"\" --> ]]> <!> <!--<() />--> {} ";

fn hostile(of: &str) -> String {
    format!("{HOSTILE}{of}")
}

fn make_hostile(text: &mut BilingualText) {
    text.vi = hostile(&text.vi);
    text.en = hostile(&text.en);
}

/// A copy of a dataset in which every text, and every id of a figure, is hostile.
pub(crate) fn with_hostile_texts(dataset: &Dataset) -> Dataset {
    let mut dataset = dataset.clone();
    for province in &mut dataset.provinces {
        make_hostile(&mut province.name);
        make_hostile(&mut province.short);
        province.aliases.iter_mut().for_each(|alias| *alias = hostile(alias));
    }
    for indicator in &mut dataset.indicators {
        make_hostile(&mut indicator.name);
        make_hostile(&mut indicator.definition);
        make_hostile(&mut indicator.of);
        if indicator.unit == Unit::Count {
            indicator.unit = Unit::Other(hostile("ha"));
        }
    }
    for source in &mut dataset.sources {
        source.title = source.title.as_deref().map(hostile);
        source.via = Some(hostile("via"));
        source.archived = Some(hostile("https://example.org/archived"));
        source.publisher = source.publisher.as_deref().map(hostile);
        source.author = source.author.as_deref().map(hostile);
        source.url = source.url.as_deref().map(hostile);
    }
    let named = dataset.sources[0].id.clone();
    for observation in &mut dataset.observations {
        let also = AlsoIn { source: named.clone(), locator: hostile("¶2") };
        observation.also = vec![also];
        observation.checked_by = Some(hostile("checked by"));
        observation.fragment = Some(hostile("words"));
        observation.id = hostile(&observation.id);
        observation.locator = hostile(&observation.locator);
        observation.document = observation.document.as_deref().map(hostile);
        observation.note.iter_mut().for_each(make_hostile);
        observation.said_by.iter_mut().for_each(make_hostile);
        observation.missing = observation.missing.as_deref().map(hostile);
    }
    dataset
}

fn pages_with_hostile_texts() -> Vec<(String, Html, String)> {
    let [_, good] = both_sites();
    let dataset = with_hostile_texts(good.dataset);
    let parts = Parts::new(&dataset);
    pages(&dataset)
        .iter()
        .map(|address| {
            let html = render(&DOCUMENT, &parts, address).unwrap();
            let dom = html.replace("<noscript>", "<div>").replace("</noscript>", "</div>");
            (format!("{address:?}"), Html::parse_document(&dom), html)
        })
        .collect()
}

#[test]
fn hostile_texts_come_out_inert() {
    for (place, dom, _) in pages_with_hostile_texts() {
        assert_eq!(dom.errors, Vec::<String>::new(), "{place}");
        for element in select_all(&dom, "*") {
            let name = element.value().name();
            assert!(!matches!(name, "script" | "img"), "{place}: <{name}>");
            for (attribute, value) in element.value().attrs() {
                assert!(!attribute.starts_with("on"), "{place}: {attribute}={value}");
            }
        }
        select_one(&dom, "[data-base]", &place);
        select_one(&dom, "html[lang]", &place);
        select_one(&dom, "main", &place);
        select_one(&dom, "title:not(svg title)", &place);
    }
}

/// A page without hostile texts shows nothing from the data, so it must be the same as with other
/// data.
#[test]
fn hostile_texts_are_shown_as_they_are() {
    let shown: String = HOSTILE.split_whitespace().collect::<Vec<_>>().join(" ");
    let [_, good] = both_sites();
    let main = |dom: &Html| text(select_one(dom, "main", "main"));
    let mut n_without = 0;
    for ((place, dom, html), page) in pages_with_hostile_texts().iter().zip(good.pages()) {
        assert!(!html.contains("<script"), "{place}: a script in the text of the page");
        if !main(dom).contains(&shown) {
            assert_eq!(main(dom), main(&page.dom()), "{place}");
            n_without += 1;
        }
    }
    assert!(n_without < Page::FIXED.len() * Lang::ALL.len(), "{n_without}");
}

#[test]
fn search_words_and_results_are_shown_as_text() {
    let [_, good] = both_sites();
    let dataset = with_hostile_texts(good.dataset);
    for page in [Page::Home, Page::Provinces] {
        let selection = Selection { search: "alert(1)".to_owned(), ..Selection::default() };
        let address = Address { selection, ..Address::new(Lang::Vi, page) };
        let dom = Html::parse_document(&rendered(&dataset, &address));
        assert_eq!(dom.errors, Vec::<String>::new(), "{address:?}");
        assert_eq!(select_all(&dom, "script, main img, main [onclick]").len(), 0, "{address:?}");
        let hits = select_all(&dom, "#found li");
        let found = hits.iter().filter(|hit| text(**hit).contains("<script>alert(1)</script>"));
        // No more are listed.
        assert!(found.count() >= 24.min(good.dataset.units().count()), "{address:?}");
    }
}
