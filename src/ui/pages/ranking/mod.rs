//! `/xep-hang/`: the official ranking, by edition.

mod edition;
mod frame;
mod history;

use leptos::prelude::*;
use maud::{Markup, html};

use crate::address::{Page, keys};
use crate::compare::{Choice, Edition, edition_of, editions};
use crate::i18n::phrase;
use crate::order;
use crate::ui::components::{controls, get_and_share, select, still, still_of};
use crate::ui::ranking::{Answer, answer, known, year};
use crate::ui::site::Site;
#[cfg(feature = "csr")]
use crate::ui::{
    components::Share,
    figures::{self, Purpose},
};
use edition::{chosen, others};
use frame::{means, methods};
use history::history;

#[cfg(feature = "ssr")]
pub(crate) use frame::sources_of_methods;

/// The index the ranking is of. Its component indices are ranked, too, so that the data cannot tell
/// which of all ranks is the one people mean.
const RANK: &str = "dti-rank";

/// The score the ranks of [`RANK`] are made from.
const SCORE: &str = "dti-score";

/// The indicators the page is about.
#[cfg(feature = "ssr")]
pub(crate) const INDICATORS: [&str; 2] = [RANK, SCORE];

/// The sentence that answers, the controls, the edition as a map and a table, the provinces over the
/// editions, the country's mean, and how the editions differ.
pub(crate) fn ranking(site: &Site) -> AnyView {
    let messages = site.messages();
    if editions(&site.dataset, RANK).is_empty() {
        return still(html! {
            h1 { (messages.ranking_title()) }
            p class="t-lead" { (site.lang().ranking().none) }
        });
    }
    let [placed, unplaced, noted, below] = [site; 4].map(Site::clone);
    view! {
        <h1>{messages.ranking_title()}</h1>
        <p class="t-lead" aria-live="polite" aria-atomic="true">
            {messages.ranking_lead()} " " <strong>{move || said(&placed).places}</strong> " "
            {move || said(&unplaced).rest}
        </p>
        {still_of(move || note(&noted))}
        {still(controls(site, Page::Topics, messages.nav_compare(), &edition_select(site)))}
        {still_of(move || body(&below))}
        {still(get_and_share(site))}
    }
    .into_any()
}

/// Calls `read` with all editions and the one the location asks for; tracked.
fn with<T>(site: &Site, read: impl FnOnce(&[Edition<'_>], Option<&Edition<'_>>, Choice) -> T) -> T {
    let choice = site.location.with(|location| location.address.selection.choice);
    let editions = editions(&site.dataset, RANK);
    let edition = edition_of(&editions, choice);
    read(&editions, edition, choice)
}

/// Where the chosen provinces stand, or that there is no such edition.
fn said(site: &Site) -> Answer {
    let lang = site.lang();
    with(site, |editions, edition, choice| match (edition, choice) {
        (Some(edition), _) => {
            answer(lang, &site.dataset, editions, edition, &site.chosen_provinces())
        }
        (None, Choice::OfYear(year)) => {
            Answer { places: phrase::no_edition(lang, year), rest: String::new() }
        }
        (None, Choice::Latest) => Answer { places: String::new(), rest: String::new() },
    })
}

/// Without a choice of edition: why it is this one.
fn note(site: &Site) -> Markup {
    let (lang, text) = (site.lang(), site.lang().ranking());
    with(site, |editions, edition, choice| {
        let Some(shown) = edition.filter(|_| choice == Choice::Latest) else {
            return Markup::default();
        };
        let newer: Vec<(String, String)> = editions
            .iter()
            .filter(|other| (other.year, other.as_of) > (shown.year, shown.as_of))
            .map(|other| (year(lang, editions, other), known(lang, other)))
            .collect();
        html! {
            @if shown.n_lost > 0 {
                // What is said on top explains it.
            } @else if !shown.is_complete() {
                p class="t-prose t-muted" { (text.none_complete) }
            } @else if !newer.is_empty() {
                p class="t-prose t-muted" {
                    (phrase::newest_complete(lang, &year(lang, editions, shown), &newer))
                }
            }
        }
    })
}

fn edition_select(site: &Site) -> Markup {
    let lang = site.lang();
    let editions = editions(&site.dataset, RANK);
    let mut years: Vec<i32> = editions.iter().map(|edition| edition.year).collect();
    // A year without an edition can be asked for in the address.
    if let Choice::OfYear(year) = site.location.with(|l| l.address.selection.choice) {
        years.push(year);
    }
    order::sort_by(&mut years, |a, b| b.cmp(a));
    years.dedup();
    let newest = (String::new(), lang.ranking().newest.to_owned());
    let of_years = years.into_iter().map(|year| {
        let choice = Choice::OfYear(year);
        let known = edition_of(&editions, choice)
            .map_or(lang.ranking().not_found.to_owned(), |edition| known(lang, edition));
        (choice.word(), format!("{year}: {known}"))
    });
    let choices = std::iter::once(newest).chain(of_years).collect();
    select(site, keys::YEAR, "edition-of", lang.ranking().edition, &choices)
}

fn body(site: &Site) -> Markup {
    let provinces = site.chosen_provinces();
    with(site, |editions, edition, _| {
        html! {
            @if let Some(edition) = edition { (chosen(site, editions, edition, &provinces)) }
            (others(site, editions, edition, &provinces))
            (history(site, editions, &provinces))
            (means(site, editions))
            (methods(site, editions))
        }
    })
}

#[cfg(feature = "csr")]
pub(crate) fn share_of_ranking(site: &Site, page: &Page) -> Option<Share> {
    if *page != Page::Ranking {
        return None;
    }
    let provinces = site.chosen_provinces();
    Some(with(site, |editions, edition, _| {
        let taken = Purpose::Taking;
        let map = edition.and_then(|e| figures::tile_map(site, editions, e, &provinces, taken));
        let places = figures::places_over_time(site, RANK, editions, &provinces, taken);
        Share {
            name: RANK.to_owned(),
            sentence: said(site).text(),
            drawings: map.into_iter().chain(places).flatten().collect(),
        }
    }))
}
