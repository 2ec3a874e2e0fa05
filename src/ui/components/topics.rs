//! The topics by pillar, with the provinces of old and new names beside them in a search.

use leptos::prelude::With;
use maud::{Markup, html};

use super::{search, units_to_find, words_once};
use crate::address::Page;
use crate::data::{Dataset, Kind, Pillar};
use crate::i18n::{Lang, phrase};
use crate::order;
use crate::ui::site::Site;
use crate::ui::words;

/// The topics, with the field that narrows them and finds provinces, too.
pub(crate) fn topic_search(site: &Site) -> Markup {
    let messages = site.messages();
    let list = html! {
        // Only a search shows it.
        section class="t-topics" hidden {
            (heading(site, messages.lineage().nav()))
            (units_to_find(site))
        }
        (topic_list(site, IsSearched::Here))
    };
    let (label, hint) = (messages.topics_search(), messages.topics_search_hint());
    search(label, hint, messages.topics_none(), &list)
}

/// Whether a search narrows the list where it stands: then each topic says what it is found by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum IsSearched {
    Here,
    Elsewhere,
}

/// The topics by pillar.
pub(crate) fn topic_list(site: &Site, is_searched: IsSearched) -> Markup {
    let lang = site.lang();
    let dataset = &site.dataset;
    let concepts = dataset.concepts();
    html! {
        @for pillar in Pillar::ALL {
            @let is_in = |concept: &&&str| {
                dataset.concept_head(concept).is_some_and(|head| head.pillar == pillar)
            };
            @let topics: Vec<&str> = concepts.iter().filter(is_in).copied().collect();
            @if !topics.is_empty() {
                section class="t-topics" {
                    (heading(site, words::pillar(lang, pillar)))
                    ul { @for topic in topics { (item(site, topic, is_searched)) } }
                }
            }
        }
    }
}

/// On the page of all topics the groups stand right below its title.
fn heading(site: &Site, name: &str) -> Markup {
    let is_own_page = site.location.with(|location| location.address.page == Page::Topics);
    html! { @if is_own_page { h2 { (name) } } @else { h3 { (name) } } }
}

/// Everything a topic is found by, folded: the names of its indicators and of the provinces that have
/// figures on it.
fn words_of(lang: Lang, dataset: &Dataset, concept: &str) -> String {
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
    words_once(&text)
}

fn item(site: &Site, concept: &str, is_searched: IsSearched) -> Markup {
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
    let count = |kind| figures.iter().filter(|o| o.kind == kind && !o.is_qualitative()).count();
    let in_words = figures.iter().any(|o| o.is_qualitative());
    let (results, targets) = (count(Kind::Result), count(Kind::Target));
    let summary: Vec<String> = [
        (provinces.len(), phrase::n_provinces(lang, provinces.len())),
        (results, phrase::n_results(lang, results)),
        (targets, phrase::n_targets(lang, targets)),
        (usize::from(in_words), site.messages().has_qualitative().to_owned()),
    ]
    .into_iter()
    .filter_map(|(n, text)| (n > 0).then_some(text))
    .collect();
    let is_here = is_searched == IsSearched::Here;
    let found_by = is_here.then(|| words_of(lang, dataset, concept));
    html! {
        li data-words=[found_by] {
            a href=(site.link(Page::Compare(concept.to_owned()))) {
                (words::topic_name(lang, dataset, concept))
            }
            " "
            span class="t-muted" { (summary.join(" · ")) }
        }
    }
}
