//! The one table of pages. A new page is a line here, a file in `pages`, its texts, and its address
//! (`address::Page`).

use super::head::{self, Head};
use super::pages::{
    compare, concept, home, method, moved, not_found, promises, province, provinces, ranking,
    sources, topics,
};
use super::view::View;
use crate::address::{Address, Page};
use crate::compare::Part;
use crate::data::Dataset;
use crate::i18n::{Lang, Messages};

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
    pub(crate) menu: Option<fn(Messages) -> &'static str>,
    /// Its title and description.
    pub(crate) head: fn(Lang, &Dataset, &Page) -> Head,
    /// The part of the data it is made from, as far as the data that are there can tell.
    pub(crate) needs: fn(&Page, Option<&Dataset>) -> Part,
    pub(crate) follows: Follows,
    pub(crate) view: View,
}

/// The head of an address. The selection does not change it: the path names the page.
pub fn head(dataset: &Dataset, address: &Address) -> Head {
    (route(&address.page).head)(address.lang, dataset, &address.page)
}

/// What changes a page. Of a province that the site does not follow nothing is told that depends on a day.
pub(crate) fn follows(page: &Page, dataset: &Dataset) -> Follows {
    match page {
        Page::Province(id) if !dataset.is_followed(id) => Follows::Nothing,
        page => route(page).follows,
    }
}

/// The pages of the menu, in its order.
pub(crate) const MENU: [Page; 6] =
    [Page::Topics, Page::Promises, Page::Ranking, Page::Provinces, Page::Sources, Page::Method];

/// The line of a page.
#[rustfmt::skip]
pub(crate) fn route(page: &Page) -> Route {
    use Follows::{Choices, Day, Nothing};
    if moved::moved(page).is_some() {
        return line(None, head::moved, followed, Nothing, moved::VIEW);
    }
    match page {
        Page::Home        => line(None, head::home, followed, Day, home::VIEW),
        Page::Topics      => line(Some(|m| m.nav_compare()), head::topics, followed, Choices, topics::VIEW),
        Page::Compare(_)  => line(None, head::compare, topic, Choices, compare::VIEW),
        Page::Concept(_)  => line(None, head::concept, topic, Nothing, concept::VIEW),
        Page::Promises    => line(Some(|m| m.nav_promises()), head::promises, followed, Day, promises::VIEW),
        Page::Ranking     => line(Some(|m| m.ranking_title()), head::ranking, |_, _| Part::Ranking, Choices, ranking::VIEW),
        Page::Provinces   => line(Some(|m| m.lineage().nav()), head::provinces, followed, Choices, provinces::VIEW),
        Page::Province(_) => line(None, head::province, one_province, Day, province::VIEW),
        Page::Sources     => line(Some(|m| m.nav_sources()), head::sources, |_, _| Part::Everything, Nothing, sources::VIEW),
        Page::Method      => line(Some(|m| m.nav_method()), head::method, followed, Nothing, method::VIEW),
        Page::NotFound    => line(None, head::not_found, followed, Nothing, not_found::VIEW),
    }
}

fn line(
    menu: Option<fn(Messages) -> &'static str>,
    head: fn(Lang, &Dataset, &Page) -> Head,
    needs: fn(&Page, Option<&Dataset>) -> Part,
    follows: Follows,
    view: View,
) -> Route {
    Route { menu, head, needs, follows, view }
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
