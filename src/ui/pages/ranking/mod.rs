//! `/xep-hang/`: the official ranking, by edition.

mod edition;
mod frame;
mod history;

use leptos::prelude::*;
use maud::{Markup, html};

use crate::address::{Page, Selection};
use crate::compare::{Choice, Edition, edition_of, editions};
use crate::i18n::phrase;
use crate::order;
use crate::ui::components::{Share, controls, get_and_share, select_of, still, still_of};
use crate::ui::figures;
use crate::ui::ranking::{Answer, answer, known, year};
use crate::ui::site::Site;
use edition::{chosen, others};
use frame::{means, methods};
use history::history;

/// The index the ranking is of. Its component indices are ranked, too, so that the data cannot tell
/// which of all ranks is the one people mean.
const RANK: &str = "dti-rank";

/// The score the ranks of [`RANK`] are made from.
const SCORE: &str = "dti-score";

/// The sentence that answers, the controls, the edition as a map and a table, the provinces over the
/// editions, the country's mean, and how the editions differ.
pub(crate) fn ranking(site: &Site) -> AnyView {
    let messages = site.messages();
    if editions(&site.dataset, RANK).is_empty() {
        return still(html! {
            h1 { (messages.ranking_title) }
            p class="t-lead" { (site.lang().ranking().none) }
        });
    }
    let [placed, unplaced, noted, below] = [site; 4].map(Site::clone);
    view! {
        <h1>{messages.ranking_title}</h1>
        <p class="t-lead" aria-live="polite">
            {messages.ranking_lead} " " <strong>{move || said(&placed).places}</strong> " "
            {move || said(&unplaced).rest}
        </p>
        {still_of(move || note(&noted))}
        {controls(site, Page::Topics, messages.nav_compare, edition_select(site))}
        {still_of(move || body(&below))}
        {get_and_share(site, share_of(site))}
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

fn edition_select(site: &Site) -> AnyView {
    let lang = site.lang();
    let editions = editions(&site.dataset, RANK);
    let mut years: Vec<i32> = editions.iter().map(|edition| edition.year).collect();
    if let Choice::OfYear(year) = site.location.with_untracked(|l| l.address.selection.choice) {
        years.push(year);
    }
    order::sort_by(&mut years, |a, b| b.cmp(a));
    years.dedup();
    let newest = std::iter::once((String::new(), site.lang().ranking().newest.to_owned()));
    let options = years.into_iter().map(|year| {
        let choice = Choice::OfYear(year);
        let edition = edition_of(&editions, choice);
        let known = edition.map_or_else(
            || site.lang().ranking().not_found.to_owned(),
            |edition| known(lang, edition),
        );
        (choice.word(), format!("{year}: {known}"))
    });
    let write = |selection, word: &str| Selection { choice: Choice::of_word(word), ..selection };
    let label = site.lang().ranking().edition;
    select_of(
        site,
        "edition-of",
        label,
        newest.chain(options).collect(),
        |s| s.choice.word(),
        write,
    )
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

fn share_of(site: &Site) -> Share {
    let (copied, drawn) = (site.clone(), site.clone());
    Share {
        name: RANK.to_owned(),
        sentence: Box::new(move || said(&copied).text()),
        drawings: Box::new(move || {
            let provinces = drawn.chosen_provinces();
            with(&drawn, |editions, edition, _| {
                let map = edition
                    .and_then(|edition| figures::tile_map(&drawn, editions, edition, &provinces));
                let places = figures::places_over_time(&drawn, RANK, editions, &provinces);
                map.into_iter().chain(places).flatten().collect()
            })
        }),
    }
}
