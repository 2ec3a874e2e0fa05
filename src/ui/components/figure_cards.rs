//! The cards on a page about a topic: one for each figure, and lists of earlier results, of which there
//! may be hundreds.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Card, CardsOf, EarlierResults, list_of_earlier};
use crate::data::{Dataset, Indicator, Kind, Observation};
use crate::ui::site::Site;
use crate::ui::words;

/// A card, or a list of figures that need none.
#[derive(Clone, PartialEq)]
pub(crate) enum FigureCard {
    /// The card of a figure.
    One(&'static Observation),
    /// The earlier results of a province by one definition.
    Earlier(&'static Indicator, Arc<EarlierResults>),
}

impl FigureCard {
    /// All of these places, in their order: by indicator, the newest figures first, then the list of
    /// earlier ones, then what was replaced.
    pub(crate) fn of_places(
        dataset: &'static Dataset,
        places: &[&str],
        indicators: &[&'static Indicator],
        kind: Option<Kind>,
    ) -> Vec<Self> {
        let is_of_kind = |o: &Observation| kind.is_none_or(|kind| kind == o.kind);
        let mut cards = Vec::new();
        for (place, indicator) in
            places.iter().flat_map(|place| indicators.iter().map(move |i| (place, *i)))
        {
            for figures in EarlierResults::of(dataset, place, indicator) {
                let newest_first = figures.rows.iter().rev();
                let with_card = newest_first.chain(figures.earlier_with_card(dataset));
                cards.extend(with_card.copied().filter(|o| is_of_kind(o)).map(Self::One));
                if !figures.earlier.is_empty() && kind != Some(Kind::Target) {
                    cards.push(Self::Earlier(indicator, Arc::new(figures)));
                }
            }
            let replaced = dataset.replaced.iter();
            let own = replaced.filter(|o| o.indicator == indicator.id && o.province == **place);
            cards.extend(own.filter(|o| is_of_kind(o)).map(Self::One));
        }
        cards
    }

    /// The id of its element. That of a card is the id of its figure, so that links lead to it.
    pub(crate) fn id(&self) -> String {
        match self {
            Self::One(observation) => observation.id.clone(),
            Self::Earlier(_, figures) => id_of_earlier(figures),
        }
    }

    pub(crate) fn view(&self, site: Site) -> AnyView {
        match self {
            Self::One(observation) => {
                let observation = *observation;
                view! { <Card observation /> }.into_any()
            }
            Self::Earlier(indicator, figures) => {
                let province = figures.earlier.first().map_or("", |newest| &newest.province);
                let name = words::short_name(site.lang(), site.dataset, province);
                let title = format!("{name}: {}", words::pick(site.lang(), &indicator.name));
                earlier_card(site, title, indicator, figures, CardsOf::ThisPage).into_any()
            }
        }
    }
}

/// The id of the list of earlier results. It is not that of a figure.
fn id_of_earlier(figures: &EarlierResults) -> String {
    let newest = figures.earlier.first().map_or("", |newest| &newest.id);
    format!("{newest}-and-earlier")
}

/// The list of the earlier results of a measure, in the frame of a card; nothing if there are none.
pub(crate) fn earlier_card(
    site: Site,
    title: String,
    indicator: &'static Indicator,
    figures: &EarlierResults,
    cards: CardsOf,
) -> Option<AnyView> {
    let list = list_of_earlier(site, indicator, figures, cards)?;
    Some(
        view! {
            <article id=id_of_earlier(figures) class="t-card t-article">
                <h3 class="t-card__title">{title}</h3>
                {list}
            </article>
        }
        .into_any(),
    )
}
