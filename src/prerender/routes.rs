//! Lists all pages, and says which file each is written to.

use crate::address::{Address, MOVED_TOPICS, Page, page_path};
use crate::data::Dataset;
use crate::i18n::Lang;

/// Every page of the site in both languages, without the 404 page.
pub fn pages(dataset: &Dataset) -> Vec<Address> {
    let of_concepts = |page: fn(String) -> Page| {
        dataset.concepts().into_iter().map(move |concept| page(concept.to_owned()))
    };
    let fixed = Page::FIXED.iter().map(|(_, page)| page.clone());
    let provinces = dataset.units().map(|province| Page::Province(province.id.clone()));
    let topics = of_concepts(Page::Compare).chain(of_concepts(Page::Concept));
    in_each_language(&fixed.chain(topics).chain(provinces).collect::<Vec<_>>())
}

/// The addresses of topics that were moved to a topic in the data.
pub fn moved_pages(dataset: &Dataset) -> Vec<Address> {
    let moved = MOVED_TOPICS.iter().filter(|moved| dataset.concepts().contains(&moved.to));
    let pages = moved.flat_map(|m| [Page::Compare(m.from.into()), Page::Concept(m.from.into())]);
    in_each_language(&pages.collect::<Vec<_>>())
}

fn in_each_language(pages: &[Page]) -> Vec<Address> {
    let of = |lang| pages.iter().map(move |page| Address::new(lang, page.clone()));
    Lang::ALL.into_iter().flat_map(of).collect()
}

/// The address of the 404 page.
pub(super) fn not_found() -> Address {
    Address::new(Lang::Vi, Page::NotFound)
}

/// The file of a page, relative to the root of the site.
pub(super) fn file_of(address: &Address) -> String {
    format!("{}index.html", page_path(address.lang, &address.page))
}
