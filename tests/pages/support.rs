//! The sites under test, their pages, and how an element is found and read.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use scraper::{ElementRef, Html, Selector};
use tinhso::address::{Address, Page, href};
use tinhso::data::{Dataset, Day, check};
use tinhso::i18n::Lang;
use tinhso::prerender::{Document, Parts, pages, render};

/// The marks a template must have, and nothing else.
pub(crate) const TEMPLATE: &str = "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n\
    <meta charset=\"utf-8\">\n<!--tinhso:head-->\n</head>\n<body>\n\
    <p id=\"status\" data-words=\"{}\"></p>\n\
    <div id=\"app\" data-base=\"\"><!--tinhso:app--></div>\n</body>\n</html>\n";

/// Where the sites under test lie.
pub(crate) const BASE: &str = "/tinhso/";

/// The day the pages are written.
pub(crate) const TODAY: Day = Day(20_779); // 2026-11-22

/// The document without an origin.
pub(crate) const DOCUMENT: Document<'static> = Document {
    template: TEMPLATE,
    base: BASE,
    origin: "",
    today: TODAY,
    release: "",
    offline: None,
};

/// One written page.
pub(crate) struct Written {
    pub(crate) address: Address,
    /// Its URL without query and fragment.
    pub(crate) url: String,
    pub(crate) html: String,
}

impl Written {
    /// The page as a browser without JavaScript has it: what stands in `<noscript>` is content.
    pub(crate) fn dom(&self) -> Html {
        let html = self.html.replace("<noscript>", "<div>").replace("</noscript>", "</div>");
        Html::parse_document(&html)
    }

    pub(crate) fn lang(&self) -> Lang {
        self.address.lang
    }
}

/// A dataset and all its pages, last the page of a lost address as it reads in each language.
pub(crate) struct World {
    pub(crate) name: &'static str,
    pub(crate) dataset: &'static Dataset,
    pub(crate) written: Vec<Written>,
    /// The parts of the dataset, for each thread that renders one of its own.
    parts: Mutex<Vec<Parts<'static>>>,
}

impl World {
    fn of(name: &'static str, folder: &Path) -> Self {
        let dataset: &Dataset = Box::leak(Box::new(dataset_of(folder)));
        let mut world = Self { name, dataset, written: Vec::new(), parts: Mutex::default() };
        world.written = pages(dataset)
            .into_iter()
            .chain(Lang::ALL.map(|lang| Address::new(lang, Page::NotFound)))
            .map(|address| {
                let mut html = world.render(&DOCUMENT, &address).unwrap();
                if let Some((own, other)) = html.split_once("<template ") {
                    let (_, end) = other.split_once("</template>\n").unwrap();
                    html = format!("{own}{end}");
                }
                Written { url: href(BASE, &address), html, address }
            })
            .collect();
        world
    }

    /// The document of an address, as the command writes it.
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

    /// The same, of a view of one of its pages.
    pub(crate) fn view(&self, address: &Address) -> Html {
        Html::parse_document(&self.render(&DOCUMENT, address).unwrap())
    }

    /// The pages a reader can go to: all but the 404 page.
    pub(crate) fn pages(&self) -> impl Iterator<Item = &Written> {
        self.written.iter().filter(|page| page.address.page != Page::NotFound)
    }

    pub(crate) fn page(&self, lang: Lang, page: &Page) -> &Written {
        self.written.iter().find(|w| w.lang() == lang && w.address.page == *page).unwrap()
    }
}

/// The document of an address of other data.
pub(crate) fn rendered(dataset: &Dataset, address: &Address) -> String {
    render(&DOCUMENT, &Parts::new(dataset), address).unwrap()
}

/// The real site and the one of the fixture. Rendered once for all tests.
pub(crate) fn worlds() -> [&'static World; 2] {
    static REAL: OnceLock<World> = OnceLock::new();
    static GOOD: OnceLock<World> = OnceLock::new();
    [
        REAL.get_or_init(|| World::of("public/data", &real_folder())),
        GOOD.get_or_init(|| World::of("tests/fixtures/good", &good_folder())),
    ]
}

/// Every page of both sites with its site, the 404 pages included.
pub(crate) fn everywhere() -> impl Iterator<Item = (&'static World, &'static Written)> {
    worlds().into_iter().flat_map(|world| world.written.iter().map(move |page| (world, page)))
}

pub(crate) fn real_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

pub(crate) fn good_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good")
}

fn dataset_of(folder: &Path) -> Dataset {
    let read =
        |path: &str| std::fs::read_to_string(folder.join(path)).map_err(|error| error.to_string());
    let checked = check(&read("manifest.json").unwrap(), read);
    assert_eq!(checked.loaded.lost, [], "{}", folder.display());
    checked.loaded.dataset
}

/// All elements that a CSS selector finds, in the order of the document.
pub(crate) fn all<'a>(dom: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    dom.select(&Selector::parse(selector).unwrap()).collect()
}

/// All elements below another one that a CSS selector finds.
pub(crate) fn within<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
}

/// The only element a selector finds.
pub(crate) fn only<'a>(dom: &'a Html, selector: &str, place: &str) -> ElementRef<'a> {
    let found = all(dom, selector);
    assert_eq!(found.len(), 1, "{place}: {selector}");
    found[0]
}

/// The text of an element, white space collapsed.
pub(crate) fn text(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All ids of a page.
pub(crate) fn ids(dom: &Html) -> BTreeSet<String> {
    all(dom, "[id]").into_iter().filter_map(|e| e.attr("id")).map(str::to_owned).collect()
}

/// The element of an id, which may have any characters.
pub(crate) fn by_id<'a>(dom: &'a Html, id: &str) -> Option<ElementRef<'a>> {
    all(dom, "[id]").into_iter().find(|element| element.attr("id") == Some(id))
}
