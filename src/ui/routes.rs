//! The one table of pages. To add a page, add an entry here, a file in `pages`, and its address
//! (`address::Page`).

use super::head::Head;
use super::pages::{
    compare, concept, home, method, moved, not_found, promises, province, provinces, ranking,
    sources, topics,
};
use super::view::View;
use crate::address::{Address, Page};
use crate::compare::Part;
use crate::data::Dataset;
use crate::i18n::Lang;

/// What can make a page differ from the file that was written of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChangesWith {
    /// Nothing: it is the same on any day, and has no controls.
    Nothing,
    /// The choices and searches of the reader.
    Choices,
    /// The day, because the state of promises depends on it; and choices, if the page has controls.
    Day,
}

/// One entry of the table of pages.
#[derive(Clone, Copy)]
pub(crate) struct Route {
    /// Its name in the menu; `None` for a page that is not in the menu.
    pub(crate) menu: Option<NameFn>,
    /// Returns the part of the data that the page is made from.
    pub(crate) needed_part: PartFn,
    pub(crate) changes_with: ChangesWith,
    /// Whether the sections in [`View::top`] can be built from any data, so that they can be shown
    /// before the page's own data have come.
    pub(crate) top_works_with_any_data: bool,
    pub(crate) view: View,
}

type NameFn = fn(Lang) -> &'static str;
type PartFn = fn(&Page) -> Part;

/// The head of the page at an address. It does not depend on the selection.
pub fn head(dataset: &Dataset, address: &Address) -> Head {
    (route(&address.page).view.head)(address.lang, dataset, &address.page)
}

/// What can change a page. A page of a province that the site does not follow says nothing that
/// depends on the day.
pub(crate) fn changes_with(page: &Page, dataset: &Dataset) -> ChangesWith {
    match page {
        Page::Province(id) if !dataset.is_followed(id) => ChangesWith::Nothing,
        page => route(page).changes_with,
    }
}

/// The pages of the menu, in their order, with their names.
pub(crate) fn menu(lang: Lang) -> impl Iterator<Item = (Page, &'static str)> {
    Page::FIXED.iter().filter_map(move |(_, page)| {
        let name = route(page).menu?(lang);
        Some((page.clone(), name))
    })
}

/// The entry of a page.
#[rustfmt::skip]
pub(crate) fn route(page: &Page) -> Route {
    use ChangesWith::{Choices, Day, Nothing};
    if moved::new_place_of(page).is_some() {
        return entry(None, new_topic, Nothing, moved::VIEW);
    }
    match page {
        Page::Home        => entry(None, followed, Day, home::VIEW),
        Page::Topics      => entry(Some(|l| l.messages().nav_compare()), followed, Choices, topics::VIEW),
        Page::Compare(_)  => entry(None, topic, Choices, compare::VIEW),
        Page::Concept(_)  => entry(None, topic, Choices, concept::VIEW),
        Page::Promises    => entry(Some(|l| promises::NAME.of(l)), followed, Day, promises::VIEW),
        Page::Ranking     => entry(Some(|l| ranking::TITLE.of(l)), |_| Part::Ranking, Choices, ranking::VIEW),
        Page::Provinces   => entry(Some(|l| l.messages().lineage().nav()), followed, Choices, provinces::VIEW),
        Page::Province(_) => entry(None, one_province, Day, province::VIEW),
        Page::Sources     => Route { top_works_with_any_data: true, ..entry(Some(|l| sources::NAME.of(l)), |_| Part::Sources, Nothing, sources::VIEW) },
        Page::Method      => entry(Some(|l| l.messages().nav_method()), followed, Nothing, method::VIEW),
        Page::NotFound    => entry(None, followed, Nothing, not_found::VIEW),
    }
}

fn entry(
    menu: Option<NameFn>,
    needed_part: PartFn,
    changes_with: ChangesWith,
    view: View,
) -> Route {
    Route { menu, needed_part, changes_with, top_works_with_any_data: false, view }
}

fn followed(_: &Page) -> Part {
    Part::Followed
}

fn topic(page: &Page) -> Part {
    match page {
        Page::Compare(concept) | Page::Concept(concept) => Part::Topic(concept.clone()),
        _ => Part::Followed,
    }
}

fn new_topic(page: &Page) -> Part {
    moved::new_place_of(page).map_or(Part::Followed, |(_, new)| topic(&new))
}

fn one_province(page: &Page) -> Part {
    match page {
        Page::Province(id) => Part::Province(id.clone()),
        _ => Part::Followed,
    }
}
