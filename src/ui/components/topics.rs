//! The topics by pillar, with the provinces of old and new names beside them in a search.

use leptos::prelude::*;
use maud::{Markup, html};

use super::{Found, search, units_found};
use crate::address::Page;
use crate::data::{Dataset, Kind, Pillar};
use crate::i18n::fold::{fold, matches};
use crate::i18n::{Lang, phrase};
use crate::order;
use crate::ui::site::Site;
use crate::ui::words;

/// The topics, with the field that narrows them.
pub(crate) fn topic_search(site: &Site) -> AnyView {
    let messages = site.messages();
    search(site, messages.topics_search(), messages.topics_search_hint(), topic_list)
}

fn topic_list(site: &Site) -> Found {
    let lang = site.lang();
    let query = site.location.with(|location| location.address.selection.search.clone());
    let dataset = &site.dataset;
    // On a page of their own the pillars stand right below its title.
    let is_own_page = site.location.with(|location| location.address.page == Page::Topics);
    let mut n_topics = 0;
    let groups: Vec<Markup> = Pillar::ALL
        .into_iter()
        .filter_map(|pillar| {
            let topics: Vec<&str> = dataset
                .concepts()
                .into_iter()
                .filter(|concept| {
                    dataset.concept_head(concept).is_some_and(|head| head.pillar == pillar)
                })
                .filter(|concept| matches(&haystack(lang, dataset, concept), &query))
                .collect();
            n_topics += topics.len();
            (!topics.is_empty()).then(|| {
                let name = words::pillar(lang, pillar);
                html! {
                    section class="t-topics" {
                        @if is_own_page { h2 { (name) } } @else { h3 { (name) } }
                        ul { @for topic in topics { (item(site, topic)) } }
                    }
                }
            })
        })
        .collect();
    let units = units_found(site, &query);
    let n_units = units.as_ref().map_or(0, |(_, n)| *n);
    let list = html! {
        @if let Some((units, _)) = &units {
            section class="t-topics" {
                @let name = site.messages().lineage().nav();
                @if is_own_page { h2 { (name) } } @else { h3 { (name) } }
                (units)
            }
        }
        @for group in groups { (group) }
    };
    let none = site.messages().topics_none();
    Found::of(lang, &query, n_topics + n_units, none, list)
}

/// Everything a topic is found by, folded: the names of its indicators and of the provinces that have
/// figures on it.
fn haystack(lang: Lang, dataset: &Dataset, concept: &str) -> String {
    let mut text = String::new();
    for indicator in dataset.indicators_of(concept) {
        text.push_str(words::pick(lang, &indicator.name));
        text.push(' ');
        for observation in dataset.observations.iter().filter(|o| o.indicator == indicator.id) {
            if let Some(province) = dataset.province(&observation.province) {
                for name in
                    [&province.name.vi, &province.name.en].into_iter().chain(&province.aliases)
                {
                    text.push_str(name);
                    text.push(' ');
                }
            }
        }
    }
    fold(&text)
}

fn item(site: &Site, concept: &str) -> Markup {
    let lang = site.lang();
    let dataset = &site.dataset;
    let indicators = dataset.indicators_of(concept);
    let figures: Vec<_> = dataset
        .observations
        .iter()
        .filter(|o| indicators.iter().any(|indicator| indicator.id == o.indicator))
        .collect();
    let country = dataset.country().map(|country| country.id.as_str());
    let mut provinces: Vec<&str> =
        figures.iter().map(|o| o.province.as_str()).filter(|id| Some(*id) != country).collect();
    order::sort_by(&mut provinces, Ord::cmp);
    provinces.dedup();
    let count = |kind| figures.iter().filter(|o| o.kind == kind).count();
    let (results, targets) = (count(Kind::Result), count(Kind::Target));
    let summary: Vec<String> = [
        (provinces.len(), phrase::n_provinces(lang, provinces.len())),
        (results, phrase::n_results(lang, results)),
        (targets, phrase::n_targets(lang, targets)),
    ]
    .into_iter()
    .filter_map(|(n, text)| (n > 0).then_some(text))
    .collect();
    html! {
        li {
            a href=(site.link(Page::Compare(concept.to_owned()))) {
                (words::topic_name(lang, dataset, concept))
            }
            " "
            span class="t-muted" { (summary.join(" · ")) }
        }
    }
}
