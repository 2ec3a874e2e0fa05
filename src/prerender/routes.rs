//! Which pages there are, and the file of each.

use crate::address::{Address, MOVED, Page, page_path};
use crate::data::Dataset;
use crate::i18n::Lang;
use crate::ui::MENU;

/// Every page of the site in both languages, without the 404 page.
pub fn pages(dataset: &Dataset) -> Vec<Address> {
    let concepts = dataset.concepts();
    let of_concepts =
        |page: fn(String) -> Page| concepts.iter().map(move |concept| page((*concept).to_owned()));
    let pages: Vec<Page> = std::iter::once(Page::Home)
        .chain(MENU)
        .chain(of_concepts(Page::Compare))
        .chain(of_concepts(Page::Concept))
        .chain(dataset.units().map(|province| Page::Province(province.id.clone())))
        .collect();
    Lang::ALL
        .into_iter()
        .flat_map(|lang| pages.iter().map(move |page| Address::of(lang, page.clone())))
        .collect()
}

/// The addresses of topics whose figures went to another one that the data have.
pub fn moved_pages(dataset: &Dataset) -> Vec<Address> {
    let concepts = dataset.concepts();
    let moved = MOVED.into_iter().filter(|moved| concepts.contains(&moved.to));
    let pages: Vec<Page> = moved
        .flat_map(|moved| [Page::Compare(moved.from.into()), Page::Concept(moved.from.into())])
        .collect();
    Lang::ALL
        .into_iter()
        .flat_map(|lang| pages.iter().map(move |page| Address::of(lang, page.clone())))
        .collect()
}

/// The address of the page GitHub Pages answers with where there is none.
pub(super) fn not_found() -> Address {
    Address::of(Lang::Vi, Page::NotFound)
}

/// The file of a page, relative to the site's root.
pub(super) fn file_of(address: &Address) -> String {
    format!("{}index.html", page_path(address.lang, &address.page))
}
