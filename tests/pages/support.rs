//! The two sites under test, their pages, and helpers to find and read elements.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use scraper::{ElementRef, Html, Selector};
use tinhso::address::{Address, Page, href};
use tinhso::data::{Dataset, Day, Source, load};
use tinhso::disk::DiskFolder;
use tinhso::i18n::Lang;
use tinhso::prerender::{Document, Parts, pages, render};

/// A template with the required marks and nothing else.
pub(crate) const TEMPLATE: &str = "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n\
    <meta charset=\"utf-8\">\n<!--tinhso:head-->\n</head>\n<body>\n\
    <p id=\"status\" data-words=\"{}\"></p>\n\
    <div id=\"app\" data-base=\"\"><!--tinhso:app--></div>\n</body>\n</html>\n";

/// The base path of both sites.
pub(crate) const BASE: &str = "/tinhso/";

/// The day on which the pages are written.
pub(crate) const TODAY: Day = Day(20_779); // 2026-11-22

/// A document without an origin.
pub(crate) const DOCUMENT: Document<'static> = Document {
    template: TEMPLATE,
    base: BASE,
    origin: "",
    today: TODAY,
    release: "",
    offline: None,
};

/// One written page.
pub(crate) struct WrittenPage {
    pub(crate) address: Address,
    /// Its URL without query and fragment.
    pub(crate) url: String,
    pub(crate) html: String,
}

impl WrittenPage {
    /// The parsed page as a browser without JavaScript has it: the content of `<noscript>` counts.
    pub(crate) fn dom(&self) -> Html {
        let html = self.html.replace("<noscript>", "<div>").replace("</noscript>", "</div>");
        Html::parse_document(&html)
    }

    pub(crate) fn lang(&self) -> Lang {
        self.address.lang
    }
}

/// A dataset and all its pages; the last are the 404 page in each language.
pub(crate) struct TestSite {
    pub(crate) name: &'static str,
    pub(crate) dataset: &'static Dataset,
    pub(crate) written: Vec<WrittenPage>,
    /// The parts of the dataset; each thread that renders has its own.
    parts: Mutex<Vec<Parts<'static>>>,
}

impl TestSite {
    fn of(name: &'static str, folder: &Path) -> Self {
        let dataset: &Dataset = Box::leak(Box::new(dataset_of(folder)));
        let mut site = Self { name, dataset, written: Vec::new(), parts: Mutex::default() };
        site.written = pages(dataset)
            .into_iter()
            .chain(Lang::ALL.map(|lang| Address::new(lang, Page::NotFound)))
            .map(|address| {
                let mut html = site.render(&DOCUMENT, &address).unwrap();
                if let Some((own, other)) = html.split_once("<template ") {
                    let (_, end) = other.split_once("</template>\n").unwrap();
                    html = format!("{own}{end}");
                }
                WrittenPage { url: href(BASE, &address), html, address }
            })
            .collect();
        site
    }

    /// Renders the document of an address, as the command does.
    pub(crate) fn render(
        &self,
        document: &Document<'_>,
        address: &Address,
    ) -> Result<String, String> {
        let kept = self.parts.lock().unwrap().pop();
        let parts = kept.unwrap_or_else(|| Parts::new(self.dataset));
        let html = render(document, &parts, address);
        self.parts.lock().unwrap().push(parts);
        html
    }

    /// Renders and parses a view of one of its pages.
    pub(crate) fn view(&self, address: &Address) -> Html {
        Html::parse_document(&self.render(&DOCUMENT, address).unwrap())
    }

    /// All pages but the 404 pages.
    pub(crate) fn pages(&self) -> impl Iterator<Item = &WrittenPage> {
        self.written.iter().filter(|page| page.address.page != Page::NotFound)
    }

    pub(crate) fn page(&self, lang: Lang, page: &Page) -> &WrittenPage {
        self.written.iter().find(|w| w.lang() == lang && w.address.page == *page).unwrap()
    }
}

/// Renders the document of an address from other data.
pub(crate) fn rendered(dataset: &Dataset, address: &Address) -> String {
    render(&DOCUMENT, &Parts::new(dataset), address).unwrap()
}

/// The real site and that of the fixture, rendered once for all tests.
pub(crate) fn both_sites() -> [&'static TestSite; 2] {
    static REAL: OnceLock<TestSite> = OnceLock::new();
    static GOOD: OnceLock<TestSite> = OnceLock::new();
    [
        REAL.get_or_init(|| TestSite::of("public/data", &real_folder())),
        GOOD.get_or_init(|| TestSite::of("tests/fixtures/good", &good_folder())),
    ]
}

/// Every page of both sites, including the 404 pages, with its site.
pub(crate) fn all_pages() -> impl Iterator<Item = (&'static TestSite, &'static WrittenPage)> {
    both_sites().into_iter().flat_map(|site| site.written.iter().map(move |page| (site, page)))
}

pub(crate) fn real_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

pub(crate) fn good_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good")
}

pub(crate) fn dataset_of(folder: &Path) -> Dataset {
    let loaded = load(&DiskFolder::open(folder).unwrap());
    assert_eq!(loaded.lost, [], "{}", folder.display());
    loaded.dataset
}

/// All elements that match a CSS selector, in document order.
pub(crate) fn select_all<'a>(dom: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    dom.select(&Selector::parse(selector).unwrap()).collect()
}

/// All descendants of an element that match a CSS selector.
pub(crate) fn select_within<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
}

/// The only element that matches a selector; fails if there is none or more than one.
pub(crate) fn select_one<'a>(dom: &'a Html, selector: &str, place: &str) -> ElementRef<'a> {
    let found = select_all(dom, selector);
    assert_eq!(found.len(), 1, "{place}: {selector}");
    found[0]
}

/// The text of an element, with white space collapsed.
pub(crate) fn text(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All ids of a page.
pub(crate) fn ids(dom: &Html) -> BTreeSet<String> {
    select_all(dom, "[id]").into_iter().filter_map(|e| e.attr("id")).map(str::to_owned).collect()
}

/// The name by which pages call a source of either site, which all have a title.
pub(crate) fn source_name(source: &Source) -> &str {
    source.publisher.as_deref().or(source.title.as_deref()).unwrap()
}

/// The element with an id, which may contain any characters.
pub(crate) fn by_id<'a>(dom: &'a Html, id: &str) -> Option<ElementRef<'a>> {
    select_all(dom, "[id]").into_iter().find(|element| element.attr("id") == Some(id))
}
