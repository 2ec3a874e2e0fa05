//! The one table of pages. A new page is a line here, a file in `pages`, and its address
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

/// What makes a page another than the one that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Follows {
    /// Nothing: it reads the same on any day, and has no choices.
    Nothing,
    /// What the reader chooses or searches for.
    Choices,
    /// The day, on which promises may stand otherwise; choices, too, where there are any.
    Day,
}

/// A line of the table.
#[derive(Clone, Copy)]
pub(crate) struct Route {
    /// Its name in the menu, for a page that stands there.
    pub(crate) menu: Option<NameOf>,
    /// The part of the data it is made from, as far as the data that are there can tell.
    pub(crate) needs: PartOf,
    pub(crate) follows: Follows,
    /// Whether its top can be made of any data, and be shown before its own have come.
    pub(crate) has_top_of_any: bool,
    pub(crate) view: View,
}

type NameOf = fn(Lang) -> &'static str;
type PartOf = fn(&Page, Option<&Dataset>) -> Part;

/// The head of an address. The selection does not change it: the path names the page.
pub fn head(dataset: &Dataset, address: &Address) -> Head {
    (route(&address.page).view.head)(address.lang, dataset, &address.page)
}

/// What changes a page. Of a province that the site does not follow nothing is told that depends on a day.
pub(crate) fn follows(page: &Page, dataset: &Dataset) -> Follows {
    match page {
        Page::Province(id) if !dataset.is_followed(id) => Follows::Nothing,
        page => route(page).follows,
    }
}

/// The pages of the menu, with their names.
pub(crate) fn menu(lang: Lang) -> impl Iterator<Item = (Page, &'static str)> {
    Page::FIXED.into_iter().filter_map(move |(_, page)| {
        let name = route(&page).menu?(lang);
        Some((page, name))
    })
}

/// The line of a page.
#[rustfmt::skip]
pub(crate) fn route(page: &Page) -> Route {
    use Follows::{Choices, Day, Nothing};
    if moved::moved(page).is_some() {
        return line(None, followed, Nothing, moved::VIEW);
    }
    match page {
        Page::Home        => line(None, followed, Day, home::VIEW),
        Page::Topics      => line(Some(|l| l.messages().nav_compare()), followed, Choices, topics::VIEW),
        Page::Compare(_)  => line(None, topic, Choices, compare::VIEW),
        Page::Concept(_)  => line(None, topic, Nothing, concept::VIEW),
        Page::Promises    => line(Some(|l| promises::NAME.of(l)), followed, Day, promises::VIEW),
        Page::Ranking     => line(Some(|l| ranking::TITLE.of(l)), |_, _| Part::Ranking, Choices, ranking::VIEW),
        Page::Provinces   => line(Some(|l| l.messages().lineage().nav()), followed, Choices, provinces::VIEW),
        Page::Province(_) => line(None, one_province, Day, province::VIEW),
        Page::Sources     => Route { has_top_of_any: true, ..line(Some(|l| sources::NAME.of(l)), |_, _| Part::Everything, Nothing, sources::VIEW) },
        Page::Method      => line(Some(|l| l.messages().nav_method()), followed, Nothing, method::VIEW),
        Page::NotFound    => line(None, followed, Nothing, not_found::VIEW),
    }
}

fn line(menu: Option<NameOf>, needs: PartOf, follows: Follows, view: View) -> Route {
    Route { menu, needs, follows, has_top_of_any: false, view }
}

fn followed(_: &Page, _: Option<&Dataset>) -> Part {
    Part::Followed
}

fn topic(page: &Page, _: Option<&Dataset>) -> Part {
    match page {
        Page::Compare(concept) | Page::Concept(concept) => Part::Topic(concept.clone()),
        _ => Part::Followed,
    }
}

/// A province that the site follows stands among all it follows; which these are, any data tell.
fn one_province(page: &Page, known: Option<&Dataset>) -> Part {
    match page {
        Page::Province(id) if known.is_some_and(|known| !known.is_followed(id)) => {
            Part::Province(id.clone())
        }
        _ => Part::Followed,
    }
}
